//! The settings in force: command line over `config.toml` over defaults, and what the environment says where they leave
//! it open. Here the plain data of the settings becomes what typesetting and the screen take.
//!
//! **A broken file.** The reader opens with the defaults and says in its status line what is wrong, so that nobody is
//! kept from the paper by a slip of the pen. What prints by the settings (`print`, the reader into a pipe) and `config`
//! fail with the sentence. Commands that use no setting (`convert`, `check`, `bookmarks`) do not read the file.

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::config::{self, Choice, Config, ConfigError, Folders, Indent, Registry, ThemeName};
use crate::tui::keymap::{self, Keymap};
use crate::tui::terminal::MouseOwner;
use crate::tui::theme::{self, Colours, Themes};
use crate::tui::words::Tongue;
use crate::typeset::{Ambiguous, Columns, Em, Punctuation, Script, Setting, Strictness};

use super::AmbiguousArg;

/// Options that set articles otherwise than the settings say.
#[derive(Debug, Default, Args)]
#[expect(clippy::struct_excessive_bools, reason = "a flag of the command line is a bool")]
pub struct TypeArgs {
    /// How wide characters such as “ ” — … · are
    #[arg(long, value_enum, value_name = "WIDTH")]
    pub ambiguous: Option<AmbiguousArg>,
    /// Indent a paragraph's first line by N em (2 cells each), 0 to 8, or auto: by language
    #[arg(long, value_name = "N")]
    pub indent: Option<Indent>,
    /// Do not let punctuation hang into the margin (--hang: do, whatever config.toml says)
    #[arg(long, overrides_with = "hang")]
    pub no_hang: bool,
    /// Let punctuation hang into the margin
    #[arg(long, hide = true)]
    pub hang: bool,
    /// Do not fill lines that are a cell or two short (--justify: do)
    #[arg(long, overrides_with = "justify")]
    pub no_justify: bool,
    /// Fill lines that are a cell or two short
    #[arg(long, hide = true)]
    pub justify: bool,
    /// How ASCII marks between Han are shown
    #[arg(long, value_name = "HOW", value_parser = choice::<config::Punctuation>(), hide_possible_values = false)]
    pub punctuation: Option<config::Punctuation>,
    /// Which characters a traditional Chinese text is shown in
    #[arg(long, value_name = "SCRIPT", value_parser = choice::<config::Script>(), hide_possible_values = false)]
    pub script: Option<config::Script>,
    /// What may not end or start a line of Chinese or Japanese
    #[arg(long, value_name = "LEVEL", value_parser = choice::<config::Strictness>())]
    pub strictness: Option<config::Strictness>,
}

/// A parser of an option that takes one of a few names.
fn choice<T: Choice>() -> impl TypedValueParser<Value = T> {
    let aliases = |of: T| T::ALIASES.iter().filter(move |(value, _)| *value == of).map(|(_, alias)| *alias);
    let values = T::ALL
        .iter()
        .map(|(value, name, about)| PossibleValue::new(*name).help(*about).aliases(aliases(*value)));
    PossibleValuesParser::new(values).map(|name| T::named(&name).unwrap_or_default())
}

impl TypeArgs {
    /// What is said here wins over the settings.
    fn override_settings(&self, config: &mut Config) {
        let switch = |yes: bool, no: bool| (yes || no).then_some(yes);
        config.ambiguous.override_with(self.ambiguous.map(AmbiguousArg::into));
        config.indent.override_with(self.indent);
        config.hang.override_with(switch(self.hang, self.no_hang));
        config.justify.override_with(switch(self.justify, self.no_justify));
        config.punctuation.override_with(self.punctuation);
        config.script.override_with(self.script);
        config.strictness.override_with(self.strictness);
    }
}

/// The settings in force.
#[derive(Debug, Default)]
pub(super) struct Settings {
    pub(super) config: Config,
    pub(super) keymap: Keymap,
}

/// Everything that the settings can name, with the styles of `theme`.
pub(super) fn registry(theme: ThemeName) -> Registry {
    Registry { styles: theme::registry(theme), actions: keymap::registry() }
}

impl Settings {
    /// The settings of the user who runs the program. Who has no home folder has none.
    ///
    /// # Errors
    /// When the config file cannot be read or used.
    pub(super) fn of_user(args: &TypeArgs) -> Result<Self, ConfigError> {
        let mut settings = match Folders::of_user() {
            Ok(folders) => Self::read(&folders)?,
            Err(_) => Self::default(),
        };
        args.override_settings(&mut settings.config);
        Ok(settings)
    }

    fn read(folders: &Folders) -> Result<Self, ConfigError> {
        let path = folders.config_file();
        let config = config::read(&path, || registry(ThemeName::Auto))?;
        let keymap = Keymap::of(&config).map_err(|problems| ConfigError::wrong(&path, problems))?;
        Ok(Self { config, keymap })
    }

    /// The language of the screen.
    pub(super) fn tongue(&self) -> Tongue {
        match self.config.language.value {
            config::Language::Chinese => Tongue::Chinese,
            config::Language::English => Tongue::English,
            config::Language::Auto => {
                Tongue::of_locale(&locale().map(|(_, value)| value).unwrap_or_default())
            }
        }
    }

    /// The theme for each ground, without colours where there must be none.
    pub(super) fn themes(&self) -> Themes {
        Themes::of(&self.config, if no_color() { Colours::None } else { Colours::Sixteen })
    }

    /// How many columns of text are wished; none for as many as are good to read.
    pub(super) fn columns(&self) -> Option<usize> {
        self.config.columns.value.0.map(usize::from)
    }

    /// Whose the mouse is.
    pub(super) fn mouse(&self) -> MouseOwner {
        if self.config.mouse.value { MouseOwner::Reader } else { MouseOwner::Terminal }
    }

    /// How wide characters of ambiguous width are; none if the terminal is to be asked.
    pub(super) fn ambiguous(&self) -> Option<Ambiguous> {
        match self.config.ambiguous.value {
            config::Ambiguous::Auto => None,
            config::Ambiguous::Narrow => Some(Ambiguous::Narrow),
            config::Ambiguous::Wide => Some(Ambiguous::Wide),
        }
    }

    /// How articles are set; `width` and `language` are for those who know the page and the issue.
    pub(super) fn setting(&self) -> Setting {
        let config = &self.config;
        Setting {
            measure: Some(Columns(config.measure.value.0.into())),
            ambiguous: self.ambiguous().unwrap_or_default(),
            indent: config.indent.value.0.map(|em| Em(em.into())),
            hang: config.hang.value,
            justify: config.justify.value,
            justify_words: config.justify_words.value,
            punctuation: match config.punctuation.value {
                config::Punctuation::FullWidth => Punctuation::FullWidth,
                config::Punctuation::AsPrinted => Punctuation::AsPrinted,
            },
            script: match config.script.value {
                config::Script::AsPrinted => Script::AsPrinted,
                config::Script::Simplified => Script::Simplified,
            },
            strictness: match config.strictness.value {
                config::Strictness::Loose => Strictness::Loose,
                config::Strictness::Normal => Strictness::Normal,
                config::Strictness::Basic => Strictness::Basic,
                config::Strictness::Gb => Strictness::Gb,
                config::Strictness::Strict => Strictness::Strict,
            },
            ..Setting::default()
        }
    }
}

impl From<AmbiguousArg> for config::Ambiguous {
    fn from(arg: AmbiguousArg) -> Self {
        match arg {
            AmbiguousArg::Auto => Self::Auto,
            AmbiguousArg::Narrow => Self::Narrow,
            AmbiguousArg::Wide => Self::Wide,
        }
    }
}

/// The locale and the variable that says it: the first that is set decides, as in every program (POSIX).
pub(super) fn locale() -> Option<(&'static str, String)> {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok().map(|value| (name, value)))
        .find(|(_, value)| !value.is_empty())
}

/// Whether the user wants no colours anywhere (<https://no-color.org>).
pub(super) fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Origin;
    use crate::tui::theme::Theme;
    use crate::typeset;

    fn registry() -> Registry {
        super::registry(ThemeName::Auto)
    }

    #[test]
    fn the_defaults_of_the_settings_are_those_of_the_parts() {
        let settings = Settings::default();
        assert_eq!(settings.setting(), Setting::default());
        assert_eq!((settings.ambiguous(), settings.columns()), (None, None));
        assert_eq!(usize::from(config::ColumnCount::MOST), typeset::MOST_COLUMNS);
        assert_eq!(*Themes::of(&settings.config, Colours::Sixteen).on(None), Theme::new(Colours::Sixteen));
    }

    /// A line of the default file that shows a default begins with `#` and no space.
    fn uncommented() -> String {
        let lines = config::default_file(&registry());
        let lines = lines.lines().map(|line| match line.strip_prefix('#') {
            Some(rest) if rest.starts_with(|c: char| c.is_ascii_lowercase()) => rest.to_owned(),
            _ => line.to_owned(),
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_default_file_changes_nothing() {
        let text = config::default_file(&registry());
        assert_eq!(config::parse(&text, &registry()), Ok(Config::default()));
        assert!(text.lines().all(|line| line.chars().count() <= 110), "a line is too long");
    }

    /// Uncommented, the default file names every option, and gives it the value that it has anyway.
    #[test]
    fn the_default_file_uncommented_is_the_defaults_and_has_every_option() {
        let config = config::parse(&uncommented(), &registry()).unwrap();
        let rows = config.rows(&registry());
        let defaults = Config::default().rows(&registry());
        assert_eq!(rows.len(), defaults.len());
        for (row, default) in rows.iter().zip(&defaults) {
            assert_eq!((row.table, row.name, &row.value), (default.table, default.name, &default.value));
            assert!(row.origin.starts_with("config.toml:"), "{}.{} is not in it", row.table, row.name);
        }
        let keymap = Keymap::of(&config).unwrap();
        for (row, default) in keymap.rows().iter().zip(Keymap::default().rows()) {
            assert_eq!(row.keys, default.keys, "{}", row.binding.name);
        }
        let settings = Settings { config, keymap };
        assert_eq!(settings.setting(), Setting::default());
        assert_eq!(*Themes::of(&settings.config, Colours::Sixteen).on(None), Theme::new(Colours::Sixteen));
    }

    #[test]
    fn the_command_line_wins() {
        let text = "[type]\nindent = 3\nhang = false\njustify = false";
        let mut config = config::parse(text, &registry()).unwrap();
        let args = TypeArgs { hang: true, indent: Some(Indent(None)), ..TypeArgs::default() };
        args.override_settings(&mut config);
        assert_eq!((config.hang.value, config.hang.origin), (true, Origin::CommandLine));
        assert_eq!((config.indent.value, config.indent.origin), (Indent(None), Origin::CommandLine));
        assert!(!config.justify.value && config.justify.origin != Origin::CommandLine);
    }
}
