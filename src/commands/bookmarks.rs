//! `newsprint bookmarks`: the kept places, outside the reader. All of it works while readers are open.

mod add;

use std::cmp::Reverse;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Args, Subcommand, ValueEnum};

use crate::bookmarks::{Bookmark, Edit, Loaded, Store, export};
use crate::config::Folders;

pub use add::AddArgs;

use super::{Done, complain, say};

/// `newsprint bookmarks …`.
#[derive(Debug, Subcommand)]
pub enum BookmarksCommand {
    /// List the bookmarks, newest first: id, issue, page, headline, words
    List,
    /// Show one bookmark: the words with those around them, the note, the tags, the file
    Show {
        /// Its id, as `list` shows it
        id: String,
    },
    /// Bookmark a place in an issue
    Add(AddArgs),
    /// Write a note to a bookmark, or tag it
    Note(NoteArgs),
    /// Print them all, as a bookmarks file, a page of clippings or W3C annotations
    Export {
        /// The format
        #[arg(long, value_enum, value_name = "FORMAT", default_value = "json")]
        to: ExportArg,
    },
    /// Add the bookmarks of an exported file or of W3C annotations, without doubles
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
    /// A page of W3C Web Annotations, as `import` reads it too
    W3c,
}

/// Arguments of `newsprint bookmarks note`.
#[derive(Debug, Args)]
#[command(arg_required_else_help = true)]
pub struct NoteArgs {
    /// The bookmark's id, as `list` shows it
    pub id: String,
    /// The note, in the place of any other; '' takes it away
    #[arg(required_unless_present_any = ["tag", "untag"])]
    pub text: Option<String>,
    /// Tag it; may be given several times
    #[arg(long, value_name = "TAG")]
    pub tag: Vec<String>,
    /// Take a tag away; may be given several times
    #[arg(long, value_name = "TAG")]
    pub untag: Vec<String>,
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
            let lines: Vec<String> =
                bookmarks.iter().map(|bookmark| export::entry(bookmark) + "\n").collect();
            say(&lines.concat()).map(|()| done)
        }
        BookmarksCommand::Show { id } => {
            let (bookmarks, done) = kept(store.load()?);
            let bookmark =
                bookmarks.iter().find(|bookmark| bookmark.id == *id).with_context(|| unknown(id))?;
            say(&export::card(bookmark)).map(|()| done)
        }
        BookmarksCommand::Add(args) => add::run(&store, args),
        BookmarksCommand::Note(args) => note(&store, args),
        BookmarksCommand::Export { to } => {
            let (bookmarks, done) = kept(store.load()?);
            let text = match to {
                ExportArg::Json => export::json(&bookmarks),
                ExportArg::Markdown => export::markdown(&bookmarks),
                ExportArg::W3c => export::w3c(&bookmarks),
            };
            say(&text).map(|()| done)
        }
        BookmarksCommand::Import { file } => import(&store, file),
        BookmarksCommand::Remove { id } => {
            let (bookmarks, _) = kept(store.load()?);
            if !bookmarks.iter().any(|bookmark| bookmark.id == *id) {
                anyhow::bail!(unknown(id));
            }
            let (_, done) = kept(store.remove(id)?);
            Ok(done)
        }
    }
}

fn import(store: &Store, file: &Path) -> anyhow::Result<Done> {
    let from = export::read(&read(file)?).with_context(|| format!("cannot import {}", file.display()))?;
    let (loaded, count) = store.import(&from.bookmarks)?;
    let (_, done) = kept(loaded);
    let left_out = match from.left_out {
        0 => String::new(),
        count => format!("; {count} entries are no bookmarks and were left out"),
    };
    say(&format!("{count} of {} bookmarks are new and were added{left_out}\n", from.bookmarks.len()))
        .map(|()| done)
}

fn note(store: &Store, args: &NoteArgs) -> anyhow::Result<Done> {
    let (loaded, edited) = store.edit(&args.id, |bookmark| {
        if let Some(text) = &args.text {
            bookmark.note = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        }
        tag(bookmark, &args.tag);
        let gone = tags_of(&args.untag);
        bookmark.tags.retain(|tag| !gone.contains(tag));
    })?;
    let (_, done) = kept(loaded);
    let edited = edited.with_context(|| unknown(&args.id))?;
    say(&export::card(&edited)).map(|()| done)
}

/// Adds the tags that the bookmark doesn't have.
fn tag(bookmark: &mut Bookmark, tags: &[String]) {
    for tag in tags_of(tags) {
        if !bookmark.tags.contains(&tag) {
            bookmark.tags.push(tag);
        }
    }
}

/// The tags in what was given as such: as in the reader, `#天文, 观测` is two.
fn tags_of(given: &[String]) -> Vec<String> {
    match Edit::tags(&given.join(" ")) {
        Edit::Tags(tags) => tags,
        Edit::Note(_) => Vec::new(),
    }
}

fn unknown(id: &str) -> String {
    format!("there is no bookmark {id:?}: `newsprint bookmarks list` shows the ids")
}

/// The bookmarks, newest first. What happened to the file is said on standard error, and makes
/// the command fail if it is amiss.
fn kept(loaded: Loaded) -> (Vec<Bookmark>, Done) {
    let mut bookmarks = loaded.bookmarks;
    bookmarks.sort_by_key(|bookmark| Reverse(bookmark.made));
    match loaded.warning {
        None => (bookmarks, Done::Well),
        Some(warning) => {
            complain(&warning);
            (bookmarks, if warning.is_harm() { Done::FoundErrors } else { Done::Well })
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
