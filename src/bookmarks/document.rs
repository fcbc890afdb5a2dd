//! The bookmarks file as JSON: read, changed and written without losing what this version does not understand.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::bookmark::Bookmark;
use super::issue_key::sources_of_one;
use super::versions::{Age, Number, Versions};
use crate::issue::Extra;

/// The value of `format` in the bookmarks files that this version writes.
///
/// | version | what is new in it |
/// |---|---|
/// | 1 | |
/// | 2 | an issue has all `sources` where it was seen, in the place of one `source`, and a `neutral` checksum of its words |
pub const FORMAT: &str = "newsprint-bookmarks/2";

const VERSIONS: Versions = Versions { family: "newsprint-bookmarks/", now: FORMAT, steps: &[all_sources] };

/// From version 1 to 2.
fn all_sources(file: &mut Value) {
    let bookmarks = file.get_mut("bookmarks").and_then(Value::as_array_mut);
    bookmarks.into_iter().flatten().filter_map(|entry| entry.get_mut("issue")).for_each(sources_of_one);
}

/// A bookmarks file. Its entries stay the JSON they are: one that this version can't read is written back as it was.
///
/// Limit: a number that fits neither 64 bits nor a double comes back as the nearest double.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Document {
    format: String,
    bookmarks: Vec<Value>,
    #[serde(flatten)]
    extra: Extra,
}

/// Why bytes are no [`Document`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// There is nothing but white space.
    Empty,
    /// A version of the format that this program does not know.
    Newer(String),
    /// Anything else, in words that fit into brackets.
    Damaged(String),
}

/// What a file says it is, read before anything else: a newer format may have other fields.
#[derive(Deserialize)]
struct Head {
    format: Option<Value>,
}

impl Document {
    /// A file without a bookmark.
    pub(super) fn new() -> Self {
        Self { format: FORMAT.to_owned(), bookmarks: Vec::new(), extra: Extra::new() }
    }

    /// Reads a file: UTF-8, with or without a byte order mark, as editors may have left it. One of an older version
    /// comes as this version has it, with its number.
    pub(super) fn read(bytes: &[u8]) -> Result<(Self, Option<Number>), Unreadable> {
        let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
        if bytes.trim_ascii().is_empty() {
            return Err(Unreadable::Empty);
        }
        let damaged = |error: serde_json::Error| Unreadable::Damaged(error.to_string());
        let head: Head = serde_json::from_slice(bytes).map_err(damaged)?;
        let Some(format) = &head.format else {
            return Err(Unreadable::Damaged("it has no `format` field".to_owned()));
        };
        let format = format.as_str().unwrap_or_default();
        match VERSIONS.age(format) {
            Age::Now => Ok((serde_json::from_slice(bytes).map_err(damaged)?, None)),
            Age::Older(from) => {
                let file = VERSIONS.brought_up(serde_json::from_slice(bytes).map_err(damaged)?, from);
                Ok((Self::deserialize(file).map_err(damaged)?, Some(from)))
            }
            Age::Newer => Err(Unreadable::Newer(format.to_owned())),
            Age::Foreign => Err(Unreadable::Damaged(format!("its format is not {FORMAT}"))),
        }
    }

    /// The text of the file: two spaces of indent, a new line at the end.
    pub(super) fn write(&self) -> serde_json::Result<String> {
        serde_json::to_string_pretty(self).map(|text| text + "\n")
    }

    /// The bookmarks that this version can read, and how many others there are.
    pub(super) fn bookmarks(&self) -> (Vec<Bookmark>, usize) {
        let bookmarks: Vec<Bookmark> =
            self.bookmarks.iter().filter_map(|entry| Bookmark::deserialize(entry).ok()).collect();
        let others = self.bookmarks.len() - bookmarks.len();
        (bookmarks, others)
    }

    /// Adds `bookmark`, in the place of one with the same id if there is one.
    pub(super) fn put(&mut self, bookmark: &Bookmark) -> serde_json::Result<()> {
        let entry = serde_json::to_value(bookmark)?;
        match self.bookmarks.iter_mut().find(|entry| id(entry) == Some(&bookmark.id)) {
            Some(old) => *old = entry,
            None => self.bookmarks.push(entry),
        }
        Ok(())
    }

    /// The bookmark with this id, if there is one that this version can read.
    pub(super) fn get(&self, wanted: &str) -> Option<Bookmark> {
        let entry = self.bookmarks.iter().find(|entry| id(entry) == Some(wanted))?;
        Bookmark::deserialize(entry).ok()
    }

    /// Takes out the bookmark with this id; says whether there was one.
    pub(super) fn take(&mut self, gone: &str) -> bool {
        let count = self.bookmarks.len();
        self.bookmarks.retain(|entry| id(entry) != Some(gone));
        self.bookmarks.len() < count
    }
}

fn id(entry: &Value) -> Option<&str> {
    entry.get("id").and_then(Value::as_str)
}
