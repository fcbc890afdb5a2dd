//! Options that take one of a few names.

/// A value that has a name.
pub trait Choice: Copy + PartialEq + Default + Send + Sync + 'static {
    /// All of them, each with its name and what it means.
    const ALL: &'static [(Self, &'static str, &'static str)];

    /// Other names that are taken too, and not shown.
    const ALIASES: &'static [(Self, &'static str)] = &[];

    /// The one with this name.
    #[must_use]
    fn named(name: &str) -> Option<Self> {
        let names = Self::ALL.iter().map(|(value, of, _)| (value, of));
        let mut names = names.chain(Self::ALIASES.iter().map(|(value, of)| (value, of)));
        names.find(|(_, of)| **of == name).map(|(value, _)| *value)
    }

    /// Its name.
    #[must_use]
    fn name(self) -> &'static str {
        Self::ALL.iter().find(|(value, ..)| *value == self).map_or("", |(_, name, _)| name)
    }
}

/// The language of the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Language {
    /// As the locale says.
    #[default]
    Auto,
    /// Chinese.
    Chinese,
    /// English.
    English,
}

impl Choice for Language {
    const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Auto, "auto", "as the locale says"),
        (Self::Chinese, "zh", "Chinese"),
        (Self::English, "en", "English"),
    ];
    // As others write them.
    const ALIASES: &'static [(Self, &'static str)] = &[
        (Self::Chinese, "cn"),
        (Self::Chinese, "zh-CN"),
        (Self::Chinese, "zh_CN"),
        (Self::English, "en-GB"),
        (Self::English, "en_GB"),
        (Self::English, "en-US"),
        (Self::English, "en_US"),
    ];
}

/// How wide the terminal draws characters of ambiguous width.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Ambiguous {
    /// As the terminal is found to do it.
    #[default]
    Auto,
    /// One cell.
    Narrow,
    /// Two cells.
    Wide,
}

impl Choice for Ambiguous {
    const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Auto, "auto", "as the terminal does it"),
        (Self::Narrow, "narrow", "one cell"),
        (Self::Wide, "wide", "two cells"),
    ];
}

/// Whether ASCII marks between Han are shown full-width.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Punctuation {
    /// They are.
    #[default]
    FullWidth,
    /// They are shown as they came.
    AsPrinted,
}

impl Choice for Punctuation {
    const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::FullWidth, "full-width", "ASCII marks between Han are shown full-width"),
        (Self::AsPrinted, "as-printed", "as they came"),
    ];
}

/// Which characters a traditional Chinese text is shown in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Script {
    /// Those that it is printed in.
    #[default]
    AsPrinted,
    /// Simplified ones.
    Simplified,
}

impl Choice for Script {
    const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::AsPrinted, "as-printed", "as it came"),
        (Self::Simplified, "simplified", "traditional Chinese in simplified characters, one for one"),
    ];
}

/// What may not end or start a line of Chinese or Japanese.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Strictness {
    /// Almost anything but a comma, a full stop and a closing bracket starts one.
    Loose,
    /// Small kana, `ー` and `〜` start one.
    Normal,
    /// Closing marks, connectors and interpuncts start no line; opening ones end none.
    #[default]
    Basic,
    /// Nor does a solidus end one.
    Gb,
    /// Nor does a dash or an ellipsis start one.
    Strict,
}

impl Choice for Strictness {
    const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Basic, "basic", "closing marks, ~ and · start no line; opening ones end none"),
        (Self::Gb, "gb", "nor does / end one (GB/T 15834)"),
        (Self::Strict, "strict", "nor does —— or …… start one"),
        (Self::Normal, "normal", "as basic, but small kana, ー and 〜 may start a line"),
        (Self::Loose, "loose", "as normal, but ・ ： ； ！ ？ ％ 々 …… may start a line, and ￥ end one"),
    ];
    // As style sheets call it.
    const ALIASES: &'static [(Self, &'static str)] = &[(Self::Basic, "auto")];
}

/// The built-in themes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ThemeName {
    /// As the terminal says that its ground is; what suits both if it says nothing.
    #[default]
    Auto,
    /// For light ground.
    Light,
    /// For dark ground.
    Dark,
    /// No dim text, no colour, the chosen entry reversed.
    HighContrast,
    /// No colour.
    Plain,
}

impl Choice for ThemeName {
    const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Auto, "auto", "as the terminal's ground is"),
        (Self::Light, "light", "for light ground"),
        (Self::Dark, "dark", "for dark ground"),
        (Self::HighContrast, "high-contrast", "nothing dim, the chosen entry reversed"),
        (Self::Plain, "plain", "no colours"),
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check<T: Choice + std::fmt::Debug>(count: usize) {
        assert_eq!(T::ALL.len(), count);
        for (value, name, about) in T::ALL {
            assert_eq!((T::named(name), value.name()), (Some(*value), *name));
            assert!(!about.is_empty());
        }
        for (value, alias) in T::ALIASES {
            assert_eq!(T::named(alias), Some(*value));
        }
        assert_eq!(T::ALL[0].0, T::default(), "the default is named first");
    }

    #[test]
    fn every_value_has_its_own_name() {
        check::<Language>(3);
        check::<Ambiguous>(3);
        check::<Punctuation>(2);
        check::<Script>(2);
        check::<Strictness>(5);
        check::<ThemeName>(5);
    }
}
