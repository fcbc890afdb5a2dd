//! What can go wrong, in one sentence each.

use crate::parse::ParseError;

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
        first: String,
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

fn located(path: &str, error: &ParseError) -> String {
    match error.place {
        Some(place) => format!("{path}:{place}: {error}"),
        None => format!("{path}: {error}"),
    }
}
