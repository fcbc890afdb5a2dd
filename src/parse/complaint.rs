//! Why bytes are no issue, as what is known of it: English is said here, the screen has the other tongue.

use std::fmt;

use super::page::FIX_FORMAT;
use crate::issue::FORMAT;

/// What is wrong with a file. Its text says it, and what to do, without the file's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Complaint {
    /// It has no bytes.
    Empty,
    /// It has nothing but white space.
    Blank,
    /// It is of another kind.
    Foreign {
        /// Which, with its article: `a PNG image`.
        is: &'static str,
        /// What helps.
        instead: Instead,
    },
    /// It is UTF-32.
    Utf32,
    /// It is no text.
    Binary,
    /// It is text up to a place.
    Damaged {
        /// The first byte that is no text, from 0.
        byte: usize,
        /// The encoding, as the WHATWG names it.
        encoding: &'static str,
    },
    /// It may be text.
    Unknown {
        /// The first byte that is not UTF-8, from 0.
        byte: usize,
    },
    /// JSON that ends too soon; with what its parser said, in English.
    CutOff(String),
    /// No JSON; with what its parser said, in English.
    NotJson(String),
    /// JSON with a value that can't be there; with what its parser said, in English.
    WrongValue(String),
    /// Something is wrong in the field at this path.
    In(String, Box<Complaint>),
    /// An issue file must say that it is one.
    NoFormat,
    /// `format` is no text.
    FormatNoText,
    /// A newer newsprint wrote it.
    Newer(String),
    /// `format` is something else.
    OtherFormat(String),
    /// The same of a file of corrections.
    OtherFixFormat(String),
}

/// What to do with a file of another kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Instead {
    /// Nothing: only text is read.
    Text,
    /// Take out what is in it.
    Unpack,
    /// Have its program make a text of it.
    Export,
    /// Save it as text.
    Save,
    /// Save the text in it.
    SaveText,
}

impl fmt::Display for Instead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "newsprint reads page text and issue files (JSON)",
            Self::Unpack => "unpack it and open the text inside",
            Self::Export => "export it as plain text first",
            Self::Save => "save it as plain text first",
            Self::SaveText => "save its text as plain text first",
        })
    }
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the file is empty: there is nothing to read"),
            Self::Blank => f.write_str("the file holds nothing but white space: there is nothing to read"),
            Self::Foreign { is, instead } => write!(f, "this is {is}, not a newspaper text: {instead}"),
            Self::Utf32 => {
                f.write_str("this is UTF-32 text, which newsprint does not read: save it as UTF-8")
            }
            Self::Binary => write!(f, "this is a binary file, not a newspaper text: {}", Instead::Text),
            Self::Damaged { byte, encoding } => write!(
                f,
                "byte {byte} is not valid {encoding}: the file is damaged there, get it again or save it as UTF-8"
            ),
            Self::Unknown { byte } => write!(
                f,
                "byte {byte} is neither UTF-8 nor another encoding that could be told for sure: save the file as UTF-8"
            ),
            Self::CutOff(said) => write!(f, "the file ends too soon ({said})"),
            Self::NotJson(said) => write!(f, "not valid JSON: {said}"),
            Self::WrongValue(said) => f.write_str(said),
            Self::In(path, what) => write!(f, "{what}, in {path}"),
            Self::NoFormat => write!(
                f,
                "no `format` field: an issue file begins with {{ \"format\": \"{FORMAT}\", \"pages\": [ … ] }}"
            ),
            Self::FormatNoText => write!(f, "`format` must be the text \"{FORMAT}\""),
            Self::Newer(format) => write!(
                f,
                "this is a {format} file and this newsprint reads {FORMAT}: open it with a newer newsprint"
            ),
            Self::OtherFormat(format) => write!(f, "`format` is {format:?}; newsprint reads {FORMAT:?}"),
            Self::OtherFixFormat(format) => {
                write!(f, "`format` is {format:?}; newsprint reads corrections of {FIX_FORMAT:?}")
            }
        }
    }
}
