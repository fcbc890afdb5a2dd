//! One file per subcommand. Each takes its arguments and answers with a [`Done`] or an error of one sentence.

pub mod bookmarks;
pub mod check;
pub mod convert;
pub mod print;
pub mod read;
pub mod setup;

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use anyhow::Context;
use clap::ValueEnum;

use crate::shelf::{self, Opened, Shelf, Source};
use crate::typeset::Ambiguous;

/// How a command ended when nothing went wrong on our side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// All is well: exit code 0.
    Well,
    /// The command did its work and found errors, which it has printed: exit code 1.
    FoundErrors,
}

/// How wide characters of ambiguous width are (UAX #11).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum AmbiguousArg {
    /// As the terminal says; narrow where there is none to ask
    #[default]
    Auto,
    /// One column
    Narrow,
    /// Two columns
    Wide,
}

impl AmbiguousArg {
    /// The width that was chosen; none if the terminal is to be asked.
    fn chosen(self) -> Option<Ambiguous> {
        match self {
            Self::Auto => None,
            Self::Narrow => Some(Ambiguous::Narrow),
            Self::Wide => Some(Ambiguous::Wide),
        }
    }
}

/// The width that the command line says, else the configuration, else that the terminal is to be asked.
fn ambiguous(arg: Option<AmbiguousArg>) -> Option<Ambiguous> {
    // A configured value goes here, between the two.
    arg.unwrap_or_default().chosen()
}

/// The issue at `path`: a file, a folder's newest issue, or `-`.
fn open(path: &Path) -> anyhow::Result<Opened> {
    if path == Path::new("-") {
        return open_input();
    }
    if path.is_dir() {
        return Ok(Shelf::read(path)?.open_newest()?);
    }
    Ok(shelf::open(&Source::File(path.to_owned()))?)
}

fn open_input() -> anyhow::Result<Opened> {
    let input = io::stdin();
    if input.is_terminal() {
        anyhow::bail!(
            "standard input is the terminal: pipe a page into newsprint, or give the path of a file"
        );
    }
    Ok(shelf::open_input(input.lock())?)
}

/// Writes `text` to standard output. That nobody reads on is no error.
fn say(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.context("cannot write to standard output"),
    }
}
