//! What can go wrong, in one sentence each.

use std::fmt;
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::Arc;

use crate::parse::{Note, ParseError};

use super::LARGEST;

/// Why an issue or a shelf could not be opened: one sentence with what, where and what to do.
#[derive(Debug, thiserror::Error)]
pub enum ShelfError {
    /// No such file or folder.
    #[error("there is no file or folder {0}: give the path of an issue, or of a folder of issues")]
    Missing(String),
    /// A sample that this version does not have.
    #[error("this newsprint has no sample issue called {0:?}")]
    NoSuchSample(String),
    /// The system would not give the bytes.
    #[error("cannot read {path}: {error}")]
    Unreadable {
        /// The file or folder.
        path: String,
        /// What the system said.
        error: std::io::Error,
    },
    /// Not a file: a socket, a device, or a folder where a file is needed.
    #[error("{0} is a folder: give the path of a file in it")]
    Folder(String),
    /// More bytes than any newspaper has.
    #[error("{path} is too large for an issue: the limit is {LARGEST} bytes")]
    TooLarge {
        /// The file.
        path: String,
    },
    /// The bytes are no issue.
    #[error("{}", located(.path, .error))]
    NotAnIssue {
        /// The file.
        path: String,
        /// What the parser said.
        error: ParseError,
    },
    /// A folder without any file that could be an issue.
    #[error(
        "there is no issue in the folder {0}: newsprint looks for files that end in .txt, .text or .json"
    )]
    EmptyShelf(String),
    /// Every issue of a folder is broken.
    #[error("none of the {count} issues in the folder {path} can be read; the first: {first}")]
    AllBroken {
        /// The folder.
        path: String,
        /// How many there are.
        count: usize,
        /// What is wrong with the first.
        first: Broken,
    },
    /// A correction could not be made.
    #[error("cannot correct {path}: {why}")]
    NotCorrectable {
        /// The page.
        path: String,
        /// Why not.
        why: String,
    },
    /// Standard input is gone after it was read once.
    #[error(
        "standard input was read and cannot be opened again: save the issue as a file to come back to it"
    )]
    InputGone,
}

/// Why an issue of a shelf cannot be opened: a [`ShelfError`] that a list can keep.
#[derive(Debug, Clone)]
pub struct Broken(Arc<ShelfError>);

impl From<ShelfError> for Broken {
    fn from(error: ShelfError) -> Self {
        Self(Arc::new(error))
    }
}

impl Deref for Broken {
    type Target = ShelfError;

    fn deref(&self) -> &ShelfError {
        &self.0
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What says the same is the same.
impl PartialEq for Broken {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.to_string() == other.to_string()
    }
}

impl Eq for Broken {}

/// Corrections beside a page that cannot be read: the page can be read without them, but not in silence.
#[derive(Debug, thiserror::Error)]
pub enum Unfixed {
    /// The system would not give them.
    #[error("the corrections in {} cannot be read, {error}: they are left out", path.display())]
    Unreadable {
        /// Their file.
        path: PathBuf,
        /// What the system said.
        error: std::io::Error,
    },
    /// They are no corrections.
    #[error("the corrections in {} cannot be read, {error}: they are left out", placed(path, error))]
    Wrong {
        /// Their file.
        path: PathBuf,
        /// What the parser said.
        error: ParseError,
    },
}

/// A file's path, with the place in it if the error has one.
fn placed(path: &std::path::Path, error: &ParseError) -> String {
    let place = error.place.map(|place| format!(":{place}")).unwrap_or_default();
    format!("{}{place}", path.display())
}

/// What whoever opens an issue must be told.
#[derive(Debug, Clone, Copy)]
pub enum Warning<'a> {
    /// Corrections were left out.
    Unfixed(&'a Unfixed),
    /// A correction fits no more.
    Misfit(&'a Note),
}

impl fmt::Display for Warning<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unfixed(unfixed) => unfixed.fmt(f),
            Self::Misfit(note) => note.fmt(f),
        }
    }
}

fn located(path: &str, error: &ParseError) -> String {
    match error.place {
        Some(place) => format!("{path}:{place}: {error}"),
        None => format!("{path}: {error}"),
    }
}
