//! Bytes → [`Issue`]. Pure: no file is read here.

pub mod json;

use std::fmt;

use crate::issue::Issue;

/// Why bytes are no issue. Its text is one sentence without the file's name: whoever knows the file puts it before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ParseError {
    /// What is wrong, and what to do.
    pub message: String,
    /// Where, if it has a place.
    pub place: Option<Place>,
}

impl ParseError {
    /// An error of the whole file.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), place: None }
    }
}

/// A place in a text file, both numbers from 1. The column counts bytes in JSON, as its parser gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

impl Place {
    /// `line` and `column` if they are a place: 0 means that there is none.
    fn at(line: usize, column: usize) -> Option<Self> {
        (line > 0).then(|| Self { line, column: column.max(1) })
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// What a parser made of a file.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// The issue.
    pub issue: Issue,
    /// What kind of file it was.
    pub format: Format,
}

/// The formats that newsprint reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// `newsprint-issue/1`.
    IssueJson,
    /// A text dump of a printed page.
    PageText,
}
