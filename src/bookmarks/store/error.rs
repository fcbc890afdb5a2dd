//! What can go wrong with the bookmarks file, each in one sentence: what, where, what to do.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::bookmarks::document::FORMAT;
use crate::files;

/// Why the bookmarks could not be read or changed. The file has what it had.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file is there and can't be read.
    #[error("cannot read the bookmarks in {} ({source}): check that you may read it", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A newer newsprint wrote the file.
    #[error(
        "the bookmarks in {} are in the format {found} and this newsprint knows {FORMAT}: use a newer newsprint",
        path.display()
    )]
    Newer {
        /// The file, which was left alone.
        path: PathBuf,
        /// Its format.
        found: String,
    },
    /// The file is damaged and could not be set aside.
    #[error(
        "the bookmarks in {} are damaged ({why}) and could not be set aside ({source}), so they were left alone: \
         move the file away, or make its folder writable",
        path.display()
    )]
    Damaged {
        /// The file, which was left alone.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
        /// What the system says.
        source: io::Error,
    },
    /// The file is of an older version and no copy of it could be kept.
    #[error(
        "cannot keep a copy of the older bookmarks in {} as {} ({source}), so they were left alone: {}",
        path.display(),
        name.display(),
        advice(source)
    )]
    Older {
        /// The file, which was left alone.
        path: PathBuf,
        /// The copy's.
        name: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The folder is not there and can't be made.
    #[error("cannot make the folder {} for bookmarks ({source}): {}", path.display(), advice(source))]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Another newsprint holds the lock.
    #[error(
        "another newsprint has held the bookmarks in {} for {} s: try again, or close it",
        path.display(),
        waited.as_secs()
    )]
    Busy {
        /// The file.
        path: PathBuf,
        /// How long this one waited.
        waited: Duration,
    },
    /// The file can't be locked at all.
    #[error("cannot lock the bookmarks with {} ({source}): {}", path.display(), advice(source))]
    Lock {
        /// The lock's file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A new file was to be written where there is one.
    #[error("{} is there already and was left as it is: choose another name", path.display())]
    Taken {
        /// The file.
        path: PathBuf,
    },
    /// The new contents can't be written.
    #[error("cannot write the bookmarks to {} ({source}): {}", path.display(), advice(source))]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl StoreError {
    pub(super) fn read(path: &Path, source: io::Error) -> Self {
        Self::Read { path: path.to_owned(), source }
    }

    pub(super) fn folder(path: &Path, source: io::Error) -> Self {
        Self::Folder { path: path.to_owned(), source }
    }

    pub(super) fn lock(path: &Path, source: io::Error) -> Self {
        Self::Lock { path: path.to_owned(), source }
    }

    pub(super) fn write(path: &Path, source: io::Error) -> Self {
        Self::Write { path: path.to_owned(), source }
    }
}

fn advice(error: &io::Error) -> String {
    files::advice(error, "XDG_CONFIG_HOME")
}

/// What the user must be told about the bookmarks file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// The file was damaged; it is kept under another name, and the last good copy has taken its place.
    SetAside {
        /// The file.
        path: PathBuf,
        /// What was wrong with it.
        why: String,
        /// Where the damaged contents are.
        kept_as: PathBuf,
        /// How many bookmarks there are now: those of the last good copy, and those that a change added.
        restored: usize,
    },
    /// The file was of an older version and is now of this one. Nothing is amiss.
    BroughtUp {
        /// The file.
        path: PathBuf,
        /// Where the older contents are.
        kept_as: PathBuf,
    },
    /// Some entries are none that this version can read. They stay in the file.
    NotUnderstood {
        /// How many.
        count: usize,
    },
}

impl Warning {
    /// Whether something was amiss with the file, and not only worth telling.
    #[must_use]
    pub const fn is_harm(&self) -> bool {
        matches!(self, Self::SetAside { .. })
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SetAside { path, why, kept_as, restored } => write!(
                f,
                "the bookmarks in {} were damaged ({why}), kept as {}; {restored} {} from the last good copy",
                path.display(),
                kept_as.display(),
                if *restored == 1 { "bookmark is there" } else { "bookmarks are there" },
            ),
            Self::BroughtUp { path, kept_as } => write!(
                f,
                "the bookmarks in {} are now in the format {FORMAT}; as they were they are kept as {}",
                path.display(),
                kept_as.display(),
            ),
            Self::NotUnderstood { count } => write!(
                f,
                "{count} of the bookmarks can't be read by this newsprint; they stay in the file as they are"
            ),
        }
    }
}
