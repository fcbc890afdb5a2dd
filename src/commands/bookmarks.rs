//! `newsprint bookmarks`: the kept places, outside the reader.

use std::cmp::Reverse;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Subcommand, ValueEnum};

use crate::bookmarks::{Bookmark, Loaded, Store, export};
use crate::config::Folders;

use super::{Done, complain, say};

/// `newsprint bookmarks …`.
#[derive(Debug, Subcommand)]
pub enum BookmarksCommand {
    /// List the bookmarks, newest first: id, issue, page, headline, words
    List,
    /// Print them all, as a bookmarks file or as a page of clippings
    Export {
        /// The format
        #[arg(long, value_enum, value_name = "FORMAT", default_value = "json")]
        to: ExportArg,
    },
    /// Add the bookmarks of an exported file, without doubles
    Import {
        /// The file, or - for standard input
        file: PathBuf,
    },
    /// Remove a bookmark
    Remove {
        /// Its id, as `list` shows it
        id: String,
    },
    /// Print the path of the file that holds them
    Path,
}

/// What `bookmarks export` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportArg {
    /// A bookmarks file, as `import` reads it
    Json,
    /// A page of clippings
    Markdown,
}

/// Runs the command.
///
/// # Errors
/// One sentence, with its causes.
pub fn run(command: &BookmarksCommand) -> anyhow::Result<Done> {
    let path = Folders::of_user()?.bookmarks_file();
    let store = Store::open(&path);
    match command {
        BookmarksCommand::Path => say(&format!("{}\n", path.display())).map(|()| Done::Well),
        BookmarksCommand::List => {
            let (bookmarks, done) = kept(store.load()?);
            let line = |bookmark: &Bookmark| format!("{}  {}\n", bookmark.id, export::line(bookmark));
            say(&bookmarks.iter().map(line).collect::<String>()).map(|()| done)
        }
        BookmarksCommand::Export { to } => {
            let (bookmarks, done) = kept(store.load()?);
            let text = match to {
                ExportArg::Json => export::json(&bookmarks),
                ExportArg::Markdown => export::markdown(&bookmarks),
            };
            say(&text).map(|()| done)
        }
        BookmarksCommand::Import { file } => {
            let new =
                export::read(&read(file)?).with_context(|| format!("cannot import {}", file.display()))?;
            let (loaded, count) = store.import(&new)?;
            let (_, done) = kept(loaded);
            say(&format!("{count} of {} bookmarks are new and were added\n", new.len())).map(|()| done)
        }
        BookmarksCommand::Remove { id } => {
            let (bookmarks, _) = kept(store.load()?);
            if !bookmarks.iter().any(|bookmark| bookmark.id == *id) {
                anyhow::bail!("there is no bookmark {id:?}: `newsprint bookmarks list` shows the ids");
            }
            let (_, done) = kept(store.remove(id)?);
            Ok(done)
        }
    }
}

/// The bookmarks, newest first. What happened to the file is said on standard error, and makes the command fail.
fn kept(loaded: Loaded) -> (Vec<Bookmark>, Done) {
    let mut bookmarks = loaded.bookmarks;
    bookmarks.sort_by_key(|bookmark| Reverse(bookmark.made));
    match loaded.warning {
        None => (bookmarks, Done::Well),
        Some(warning) => {
            complain(&warning);
            (bookmarks, Done::FoundErrors)
        }
    }
}

fn read(file: &Path) -> anyhow::Result<Vec<u8>> {
    if file == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).context("cannot read standard input")?;
        return Ok(bytes);
    }
    fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}
