//! Bytes → [`Issue`]. Pure: no file is read here.
//!
//! [`parse()`] names what it can't read by its first bytes (`sniff`), decodes the rest ([`encoding`]), and hands JSON to
//! [`json`] and everything else to [`page`].

pub mod encoding;
pub mod json;
pub mod page;

mod bytes;
mod complaint;
mod doubts;
mod hints;
mod note;
mod sniff;

use std::fmt;

pub use complaint::{Complaint, Instead};
pub use doubts::{Doubt, Doubts};
pub use hints::Hints;
pub use note::{Misfit, Note};
pub use page::{Cue, Fix, Label};
#[cfg(test)]
pub(crate) use sniff::kinds;

use crate::issue::Issue;

/// Why bytes are no issue. Its text is one sentence without the file's name: whoever knows the file puts it before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what}")]
pub struct ParseError {
    /// What is wrong, and what to do.
    pub what: Complaint,
    /// Where, if it has a place.
    pub place: Option<Place>,
}

impl ParseError {
    /// An error of the whole file.
    pub(crate) const fn new(what: Complaint) -> Self {
        Self { what, place: None }
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
    /// The encoding that was decoded, as the WHATWG Encoding Standard names it: `UTF-8`, `gb18030`.
    pub encoding: &'static str,
    /// One for each article of page text, in reading order; none for an issue file, which has no doubts.
    pub starts: Vec<Start>,
    /// What a reader should know.
    pub notes: Vec<Note>,
}

/// The formats that newsprint reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// `newsprint-issue/1`.
    IssueJson,
    /// A text dump of a printed page.
    PageText,
}

/// How an article's start was found. There is one for each article of page text, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub struct Start {
    /// The line on which the article begins, from 1.
    pub line: usize,
    /// How sure it is that an article begins here: from 0.5, a toss-up, to 1.
    pub confidence: f32,
    why: page::Why,
}

impl Start {
    /// What speaks for it, the strongest reason first.
    #[must_use]
    pub fn reasons(&self) -> Vec<Cue> {
        self.why.reasons()
    }

    /// What speaks against it most, if anything does.
    #[must_use]
    pub fn objection(&self) -> Option<Cue> {
        self.why.objection()
    }
}

/// Parses a file.
///
/// `name` is the file's name without its folder; it may say the day and the page (see [`Hints`]).
///
/// # Errors
/// When the file is empty, is no text, is in an encoding that can't be told for sure, or is JSON that is no issue file.
pub fn parse(bytes: &[u8], name: &str) -> Result<Parsed, ParseError> {
    parse_fixed(bytes, name, None)
}

/// Parses a file, with the corrections that a person made to it. An issue file takes none.
///
/// # Errors
/// Those of [`parse`].
pub fn parse_fixed(bytes: &[u8], name: &str, fix: Option<&Fix>) -> Result<Parsed, ParseError> {
    if bytes.is_empty() {
        return Err(ParseError::new(Complaint::Empty));
    }
    if let Some(found) = sniff::foreign(bytes) {
        return Err(ParseError::new(found));
    }
    let decoded = encoding::decode(bytes)?;
    let text = decoded.text.as_ref();
    let guessed = decoded.guessed.then_some(Note::Guessed { encoding: decoded.label });
    if text.trim().is_empty() {
        return Err(ParseError::new(Complaint::Blank));
    }
    if sniff::is_json(text) {
        return Ok(Parsed {
            issue: json::read(text)?,
            format: Format::IssueJson,
            encoding: decoded.label,
            starts: Vec::new(),
            notes: guessed.into_iter().collect(),
        });
    }
    let mut parsed = page::parse_with(text, &Hints::from_name(name), fix);
    parsed.encoding = decoded.label;
    parsed.notes.splice(0..0, guessed);
    Ok(parsed)
}

#[cfg(test)]
mod tests;
