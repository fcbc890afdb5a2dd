//! Finds and opens issues on disk: the only reader of issue files.
//!
//! A [`Source`] names where an issue is; it has a text form, so that a bookmark can keep it. A [`Shelf`] is a folder of
//! issues, or the sample issues that are compiled into the program.

mod error;
mod listing;
mod sample;
mod sidecar;
mod stamp;

use std::borrow::Cow;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::parse::page::Change;
use crate::parse::{self, Fix, Format, Note, Parsed};

pub use error::{Broken, ShelfError, Unfixed, Warning};
pub use listing::{Entry, Shelf, Summary};
pub use stamp::Stamp;

/// The endings of the files that a shelf lists. A file named on the command line may have any.
const ENDINGS: [&str; 3] = ["txt", "text", "json"];

/// A file larger than this is no newspaper: refusing it is kinder than filling the memory.
const LARGEST: u64 = 1 << 30;

/// Where an issue is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// One of the sample issues, by its name.
    Sample(String),
    /// Standard input, read to its end when it was opened; it cannot be opened again.
    StandardInput,
}

impl Source {
    /// The source that [`Source::to_string`](ToString) wrote.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        match text.strip_prefix("sample:") {
            Some(name) => Self::Sample(name.to_owned()),
            None if text == "-" => Self::StandardInput,
            None => Self::File(PathBuf::from(text)),
        }
    }

    /// A file's source, by the one path that names it from anywhere: absolute, links followed. A file that is not
    /// there keeps the path as given.
    #[must_use]
    pub fn file(path: &Path) -> Self {
        Self::File(fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()))
    }

    /// The same source, found from anywhere: what a bookmark keeps.
    #[must_use]
    pub fn lasting(&self) -> Self {
        match self {
            Self::File(path) => Self::file(path),
            other => other.clone(),
        }
    }

    /// The name without the folder: what a list shows of a source that has no better title.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned(),
            Self::Sample(name) => name.clone(),
            Self::StandardInput => "-".to_owned(),
        }
    }
}

impl std::fmt::Display for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Sample(name) => write!(f, "sample:{name}"),
            Self::StandardInput => f.write_str("-"),
        }
    }
}

/// An issue and where it came from.
#[derive(Debug)]
pub struct Opened {
    /// Where it is.
    pub source: Source,
    /// What the parser made of it.
    pub parsed: Parsed,
    /// What its files were like before they were read.
    pub stamp: Stamp,
    /// Why the corrections beside the file were left out, if they were.
    pub unfixed: Option<Unfixed>,
}

impl Opened {
    /// What whoever opens the issue must be told: corrections that were left out or do not fit any more.
    pub fn warnings(&self) -> impl Iterator<Item = Warning<'_>> {
        let misfits = self.parsed.notes.iter().filter(|note| matches!(note, Note::Misfit { .. }));
        self.unfixed.iter().map(Warning::Unfixed).chain(misfits.map(Warning::Misfit))
    }
}

/// Opens one issue. Corrections in a sidecar (`NAME.fix.json` beside `NAME.txt`) are made to it.
///
/// # Errors
/// See [`ShelfError`].
pub fn open(source: &Source) -> Result<Opened, ShelfError> {
    let stamp = Stamp::of(source);
    let (bytes, fix) = (bytes_of(source)?, sidecar::of(source));
    let opened = parsed(source.clone(), &bytes, fix)?;
    Ok(Opened { stamp, ..opened })
}

/// Opens the issue that `input` gives until its end.
///
/// # Errors
/// See [`ShelfError`].
pub fn open_input(input: impl Read) -> Result<Opened, ShelfError> {
    parsed(Source::StandardInput, &read_all(input, 0, "standard input")?, Ok(None))
}

/// The text of a file of page text, decoded, and the corrections beside it: what [`parse::page::labels`] labels.
///
/// # Errors
/// See [`ShelfError`].
pub fn text(source: &Source) -> Result<(String, Option<Fix>), ShelfError> {
    let bytes = bytes_of(source)?;
    match parse::encoding::decode(&bytes) {
        Ok(decoded) => Ok((decoded.text.into_owned(), sidecar::of(source).ok().flatten())),
        Err(error) => Err(ShelfError::NotAnIssue { path: source.to_string(), error }),
    }
}

/// Adds a correction to the sidecar of the page at `page`: `change` for its line `number`, counted from 1. Returns the
/// sidecar's path.
///
/// # Errors
/// When the page cannot be read, has no such line, or has corrections that cannot be read: these are left alone.
pub fn correct(page: &Path, number: usize, change: Change) -> Result<PathBuf, ShelfError> {
    let source = Source::File(page.to_owned());
    let opened = open(&source)?;
    let path = page.display().to_string();
    if opened.parsed.format != Format::PageText {
        return Err(ShelfError::NotCorrectable { path, why: "it is an issue file: edit it".to_owned() });
    }
    let mut fix = match sidecar::of(&source) {
        Ok(fix) => fix.unwrap_or_else(Fix::new),
        Err(why) => return Err(ShelfError::NotCorrectable { path, why: why.to_string() }),
    };
    let (text, _) = text(&source)?;
    if !fix.set(&text, number, change) {
        let why = format!("line {number} is blank or not there: `newsprint check --lines` shows the numbers");
        return Err(ShelfError::NotCorrectable { path, why });
    }
    let unwritable =
        |error: std::io::Error| ShelfError::NotCorrectable { path: path.clone(), why: error.to_string() };
    let sidecar =
        sidecar::path_of(page).ok_or_else(|| unwritable(std::io::ErrorKind::InvalidInput.into()))?;
    let text = fix.write().map_err(|error| unwritable(error.into()))?;
    sidecar::write(&sidecar, &text).map_err(unwritable)?;
    Ok(sidecar)
}

fn bytes_of(source: &Source) -> Result<Cow<'static, [u8]>, ShelfError> {
    match source {
        Source::File(path) => Ok(read(path)?.into()),
        Source::Sample(name) => {
            sample::find(name).map(Cow::Borrowed).ok_or_else(|| ShelfError::NoSuchSample(name.clone()))
        }
        Source::StandardInput => Err(ShelfError::InputGone),
    }
}

fn parsed(source: Source, bytes: &[u8], fix: Result<Option<Fix>, Unfixed>) -> Result<Opened, ShelfError> {
    let (fix, unfixed) = match fix {
        Ok(fix) => (fix, None),
        Err(error) => (None, Some(error)),
    };
    match parse::parse_fixed(bytes, &source.name(), fix.as_ref()) {
        Ok(parsed) => Ok(Opened { source, parsed, stamp: Stamp::default(), unfixed }),
        Err(error) => {
            let path = match source {
                Source::StandardInput => "standard input".to_owned(),
                other => other.to_string(),
            };
            Err(ShelfError::NotAnIssue { path, error })
        }
    }
}

fn read(path: &Path) -> Result<Vec<u8>, ShelfError> {
    let shown = || path.display().to_string();
    let unreadable = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => ShelfError::Missing(shown()),
        _ => ShelfError::Unreadable { path: shown(), error },
    };
    let meta = fs::metadata(path).map_err(unreadable)?;
    if meta.is_dir() {
        return Err(ShelfError::Folder(shown()));
    }
    if meta.len() > LARGEST {
        return Err(ShelfError::TooLarge { path: shown() });
    }
    // One more than the file has, so that its end is found without another piece of memory.
    let expected = usize::try_from(meta.len()).unwrap_or(0).saturating_add(1);
    read_all(fs::File::open(path).map_err(unreadable)?, expected, &shown())
}

/// Reads to the end, which a device may not have. `expected` bytes will do, if nothing changes meanwhile.
fn read_all(from: impl Read, expected: usize, path: &str) -> Result<Vec<u8>, ShelfError> {
    let mut bytes = Vec::with_capacity(expected);
    let path = path.to_owned();
    match from.take(LARGEST + 1).read_to_end(&mut bytes) {
        Err(error) => Err(ShelfError::Unreadable { path, error }),
        Ok(_) if bytes.len() as u64 > LARGEST => Err(ShelfError::TooLarge { path }),
        Ok(_) => Ok(bytes),
    }
}

#[cfg(test)]
mod tests;
