//! `newsprint config`: what is in force and where it comes from; a file to begin with.

use std::fmt::Write as _;

use anyhow::Context;
use clap::Args;

use crate::config::{Choice, Folders, Language, Origin, Row, ThemeName, default_file};
use crate::tui::words::Tongue;

use super::settings::{Settings, TypeArgs, locale, no_color, registry};
use super::{Done, complain, say, write_new};

/// Arguments of `newsprint config`.
#[derive(Debug, Args)]
pub struct ConfigArgs {
    /// Write config.toml with every option as a comment; a file that is there is left alone
    #[arg(long)]
    pub init: bool,
    /// Options as `print` has them.
    #[command(flatten)]
    pub set: TypeArgs,
}

/// Runs the command.
///
/// # Errors
/// Why the file cannot be written. What is wrong in it is printed, a sentence for each thing.
pub fn run(args: &ConfigArgs) -> anyhow::Result<Done> {
    let folders = Folders::of_user()?;
    let path = folders.config_file();
    if args.init {
        std::fs::create_dir_all(folders.config())
            .with_context(|| format!("cannot create {}", folders.config().display()))?;
        write_new(&path, &default_file(&registry(ThemeName::Auto)), "to begin anew, move it away")?;
        return say(&format!("{} is written\n", path.display())).map(|()| Done::Well);
    }
    let settings = match Settings::of_user(&args.set) {
        Ok(settings) => settings,
        Err(error) => {
            for sentence in error.all() {
                complain(&sentence);
            }
            return Ok(Done::FoundErrors);
        }
    };
    let head = if path.exists() { "" } else { " is not there; `newsprint config --init` writes it" };
    say(&format!("# {}{head}\n{}", path.display(), in_force(&settings))).map(|()| Done::Well)
}

/// Every option in TOML, each with where it comes from.
fn in_force(settings: &Settings) -> String {
    let mut out = String::new();
    let mut table = "";
    for row in settings.config.rows(&registry(settings.config.theme.value)) {
        let row = with_environment(row, settings);
        if row.table != table {
            table = row.table;
            let _ = write!(out, "\n[{table}]\n");
        }
        let option = format!("{} = {}", row.name, row.value);
        let _ = writeln!(out, "{option:<COLUMN$}  # {}", row.origin);
    }
    out
}

/// Where the origins stand, for all options but the longest.
const COLUMN: usize = 36;

/// What the environment decides where the settings leave it open, or whatever they say.
fn with_environment(mut row: Row, settings: &Settings) -> Row {
    match (row.table, row.name) {
        ("", "language") if settings.config.language.value == Language::Auto => {
            let tongue = match settings.tongue() {
                Tongue::Chinese => "\"zh\"",
                Tongue::English => "\"en\"",
            };
            row.value = String::from(tongue);
            row.origin = match locale() {
                Some((name, value)) => format!("environment: {name} is {value:?}"),
                None => "environment: no locale is set".to_owned(),
            };
        }
        ("theme", "name") if no_color() => row.origin.push_str("; without colours: NO_COLOR is set"),
        // A style that is nowhere set is the theme's.
        ("theme", name) if name != "name" && row.origin == Origin::Default.to_string() => {
            let theme = settings.config.theme.value;
            if theme != ThemeName::Auto {
                row.origin = format!("theme {}", theme.name());
            }
        }
        _ => {}
    }
    row
}
