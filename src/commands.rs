//! One file per subcommand. Each takes its arguments and answers with a [`Done`] or an error of one sentence.

pub mod bookmarks;
pub mod check;
pub mod config;
pub mod convert;
pub mod fix;
pub mod print;
pub mod read;
pub mod settings;
pub mod setup;

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use anyhow::Context;
use clap::ValueEnum;

use crate::shelf::{self, Opened, Shelf, Source};
use crate::typeset::sanitize::printable;

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

/// Says what is wrong on standard error. A name or a text in it may hold anything: nothing that steers a terminal gets
/// out.
pub fn complain(problem: &impl std::fmt::Display) {
    // Standard error may be closed: then there is nobody to tell.
    let _ = writeln!(io::stderr(), "newsprint: {}", harmless(&problem.to_string()));
}

/// An error with its causes, as one sentence. A cause that the error has told already is not told again.
#[must_use]
pub fn sentence(error: &anyhow::Error) -> String {
    error.chain().fold(String::new(), |mut said, cause| {
        let cause = cause.to_string();
        if !said.contains(&cause) {
            said.push_str(if said.is_empty() { "" } else { ": " });
            said.push_str(&cause);
        }
        said
    })
}

/// `text` line by line without what steers a terminal.
fn harmless(text: &str) -> String {
    text.split('\n').map(printable).collect::<Vec<_>>().join("\n")
}

/// Writes data to standard output: as it is into files and pipes, harmless to a terminal.
fn give(data: &str) -> anyhow::Result<()> {
    if io::stdout().is_terminal() { say(&harmless(data)) } else { say(data) }
}

/// Writes `text` to standard output. That nobody reads on is no error.
fn say(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.context("cannot write to standard output"),
    }
}

/// Writes a file that is not there yet: what a person has made is never overwritten; then it is said what to do
/// `instead`.
fn write_new(path: &Path, text: &str, instead: &str) -> anyhow::Result<()> {
    let shown = path.display();
    let mut file = match File::create_new(path) {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            anyhow::bail!("{shown} is there already and was left alone: {instead}")
        }
        other => other.with_context(|| format!("cannot create {shown}"))?,
    };
    file.write_all(text.as_bytes())
        .and_then(|()| file.sync_all())
        .with_context(|| format!("cannot write {shown}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_tells_no_cause_twice() {
        let disk = std::io::Error::other("no room");
        let error =
            anyhow::Error::new(disk).context("cannot write p.json (no room): make some").context("not kept");
        assert_eq!(sentence(&error), "not kept: cannot write p.json (no room): make some");
        assert_eq!(sentence(&anyhow::anyhow!("no room").context("not kept")), "not kept: no room");
    }
}
