//! A change of the bookmarks, apart from the file: made in memory at once, and in the file as soon as that can be.

use std::sync::Arc;

use super::bookmark::Bookmark;
use crate::issue::Issue;

/// One change of the bookmarks.
#[derive(Debug, Clone)]
pub enum Change {
    /// Keep a bookmark that was just made by [`Bookmark::sketch`] in this issue.
    New(Box<Bookmark>, Arc<Issue>),
    /// Keep a bookmark, in the place of one with the same id.
    Add(Box<Bookmark>),
    /// Take the bookmark with this id away.
    Remove(String),
}

impl Change {
    /// Does what is slow and can be done before the file is locked. Reads the whole issue of a new bookmark.
    #[must_use]
    pub fn prepared(self) -> Self {
        match self {
            Self::New(bookmark, issue) => Self::Add(Box::new(bookmark.finished(&issue))),
            done => done,
        }
    }

    /// The bookmark that is to be kept, if this keeps one.
    #[must_use]
    pub fn added(&self) -> Option<&Bookmark> {
        match self {
            Self::New(bookmark, _) | Self::Add(bookmark) => Some(bookmark),
            Self::Remove(_) => None,
        }
    }

    /// Makes the change among `bookmarks`, newest first.
    pub fn apply(&self, bookmarks: &mut Vec<Bookmark>) {
        match self {
            Self::New(new, _) | Self::Add(new) => {
                bookmarks.retain(|bookmark| bookmark.id != new.id);
                let after = bookmarks.partition_point(|bookmark| bookmark.made > new.made);
                bookmarks.insert(after, (**new).clone());
            }
            Self::Remove(id) => bookmarks.retain(|bookmark| bookmark.id != *id),
        }
    }
}
