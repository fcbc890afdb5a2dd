//! The command line's definition, and which command runs.

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
    /// List, export, import or remove the bookmarks, or show where they are kept
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

impl Cli {
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
