//! The command line's definition, and which command runs.

use std::ffi::OsString;

use clap::{CommandFactory, Parser, Subcommand};

use crate::commands::bookmarks::BookmarksCommand;
use crate::commands::check::CheckArgs;
use crate::commands::config::ConfigArgs;
use crate::commands::convert::ConvertArgs;
use crate::commands::fix::FixArgs;
use crate::commands::print::PrintArgs;
use crate::commands::read::ReadArgs;
use crate::commands::{Done, bookmarks, check, config, convert, fix, print, read, setup};

/// Reads a newspaper in the terminal: finds its articles, sets them in type, keeps your bookmarks.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true, max_term_width = 100, after_help = EXAMPLES)]
pub struct Cli {
    /// What to do; without one, PATH is opened in the reader.
    #[command(subcommand)]
    pub command: Option<Command>,

    /// What to read, and how.
    #[command(flatten)]
    pub read: ReadArgs,
}

const EXAMPLES: &str = "\
Examples:
  newsprint                      read the issues in your data folder, else the samples
  newsprint page.txt             read one issue: the text of a printed page, or an issue file (JSON)
  newsprint papers/              read a folder of issues, the newest first; i chooses another
  newsprint print --width 60 page.txt | less
  newsprint convert page.txt --to json -o page.json

In the reader, ? shows the keys and q quits.";

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print an issue, set in type, as text
    Print(PrintArgs),
    /// Write an issue in another format
    Convert(ConvertArgs),
    /// Show what was understood of each file, article by article, with its doubts
    Check(CheckArgs),
    /// Correct one line of a page; the correction is kept beside it, in NAME.fix.json
    Fix(FixArgs),
    /// List, show, add, note, export, import or remove the bookmarks, or print where they are kept
    #[command(subcommand)]
    Bookmarks(BookmarksCommand),
    /// Show the settings in force and where each comes from, or write a file of them to begin with
    Config(ConfigArgs),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// The words that are no path where they stand alone.
const SUBCOMMANDS: [&str; 9] =
    ["print", "convert", "check", "fix", "bookmarks", "config", "completions", "man", "help"];

impl Cli {
    /// What this process was called with. Help, versions and wrong usage end the process, as in [`Parser::parse`].
    #[must_use]
    pub fn of_process() -> Self {
        Self::plain(std::env::args_os().skip(1)).unwrap_or_else(Self::parse)
    }

    /// What clap makes of no argument or one that can only be a path. Most readers start so, and then they need not wait
    /// until all options of all commands are built.
    fn plain(mut args: impl Iterator<Item = OsString>) -> Option<Self> {
        let path = args.next();
        let is_path = |arg: &OsString| {
            let bytes = arg.as_encoded_bytes();
            !bytes.is_empty() && !bytes.starts_with(b"-") && !SUBCOMMANDS.iter().any(|name| arg == name)
        };
        if args.next().is_some() || !path.as_ref().is_none_or(is_path) {
            return None;
        }
        let path = path.map(Into::into);
        Some(Self { command: None, read: ReadArgs { path, ambiguous: None, big_headlines: None } })
    }

    /// Runs what the command line asks for.
    ///
    /// # Errors
    /// One sentence, with its causes, for standard error.
    pub fn run(self) -> anyhow::Result<Done> {
        match self.command {
            None => read::run(&self.read),
            Some(Command::Print(args)) => print::run(&args),
            Some(Command::Convert(args)) => convert::run(&args),
            Some(Command::Check(args)) => check::run(&args),
            Some(Command::Fix(args)) => fix::run(&args),
            Some(Command::Bookmarks(command)) => bookmarks::run(&command),
            Some(Command::Config(args)) => config::run(&args),
            Some(Command::Completions { shell }) => setup::completions(shell, &mut Self::command()),
            Some(Command::Man) => setup::man(Self::command()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(args: &[&str]) -> Option<Cli> {
        Cli::plain(args.iter().map(OsString::from))
    }

    #[test]
    fn a_plain_command_line_is_what_clap_makes_of_it() {
        for args in [
            &[][..],
            &["page.txt"],
            &["a b/ü.json"],
            &["prin"],
            &["."],
            &["help.txt"],
            &["第1版.txt"],
            &[" "],
        ] {
            let clap = Cli::try_parse_from(["newsprint"].iter().chain(args)).unwrap();
            let plain = plain(args).unwrap_or_else(|| panic!("{args:?} is not plain"));
            assert_eq!(format!("{plain:?}"), format!("{clap:?}"), "{args:?}");
        }
    }

    #[test]
    fn whatever_else_there_is_goes_to_clap() {
        let mut command = Cli::command();
        command.build();
        let names = command.get_subcommands().flat_map(|sub| {
            std::iter::once(sub.get_name().to_owned()).chain(sub.get_all_aliases().map(str::to_owned))
        });
        for name in names {
            assert!(plain(&[&name]).is_none(), "{name}");
        }
        for args in
            [&["-"][..], &[""], &["--help"], &["-V"], &["--"], &["a", "b"], &["a", "--ambiguous=wide"]]
        {
            assert!(plain(args).is_none(), "{args:?}");
        }
    }
}
