//! Finds and opens issues on disk: the only reader of issue files.
//!
//! A [`Source`] names where an issue is; it has a text form, so that a bookmark can keep it. A [`Shelf`] is a folder of
//! issues, or the sample issues that are compiled into the program.

mod sample;
mod sidecar;

use std::borrow::Cow;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::parse::page::Change;
use crate::parse::{self, Fix, Format, Note, ParseError, Parsed};

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
    #[error("{path} is too large for an issue ({size} bytes; the limit is {LARGEST})")]
    TooLarge {
        /// The file.
        path: String,
        /// Its size in bytes.
        size: u64,
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

/// An issue and where it came from.
#[derive(Debug)]
pub struct Opened {
    /// Where it is.
    pub source: Source,
    /// What the parser made of it.
    pub parsed: Parsed,
    /// Why the corrections beside the file were left out, if they were: a sentence with the sidecar's path.
    pub unfixed: Option<String>,
}

impl Opened {
    /// What whoever opens the issue must be told: corrections that were left out or do not fit any more.
    pub fn warnings(&self) -> impl Iterator<Item = String> {
        let misfits = self.parsed.notes.iter().filter(|note| matches!(note, Note::Misfit { .. }));
        self.unfixed.iter().cloned().chain(misfits.map(ToString::to_string))
    }
}

/// Opens one issue. Corrections in a sidecar (`NAME.fix.json` beside `NAME.txt`) are made to it.
///
/// # Errors
/// See [`ShelfError`].
pub fn open(source: &Source) -> Result<Opened, ShelfError> {
    let (bytes, fix) = (bytes_of(source)?, sidecar::of(source));
    parsed(source.clone(), &bytes, fix)
}

/// Opens the issue that `input` gives until its end.
///
/// # Errors
/// See [`ShelfError`].
pub fn open_input(mut input: impl Read) -> Result<Opened, ShelfError> {
    let mut bytes = Vec::new();
    let path = "standard input".to_owned();
    input
        .by_ref()
        .take(LARGEST + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| ShelfError::Unreadable { path: path.clone(), error })?;
    if bytes.len() as u64 > LARGEST {
        return Err(ShelfError::TooLarge { path, size: bytes.len() as u64 });
    }
    parsed(Source::StandardInput, &bytes, Ok(None))
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
        Err(why) => return Err(ShelfError::NotCorrectable { path, why }),
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

fn parsed(source: Source, bytes: &[u8], fix: Result<Option<Fix>, String>) -> Result<Opened, ShelfError> {
    let (fix, unfixed) = match fix {
        Ok(fix) => (fix, None),
        Err(error) => (None, Some(error)),
    };
    match parse::parse_fixed(bytes, &source.name(), fix.as_ref()) {
        Ok(parsed) => Ok(Opened { source, parsed, unfixed }),
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
        return Err(ShelfError::TooLarge { path: shown(), size: meta.len() });
    }
    fs::read(path).map_err(unreadable)
}

/// A folder of issues, newest first.
#[derive(Debug)]
pub struct Shelf {
    /// The folder; none for the samples.
    folder: Option<PathBuf>,
    entries: Vec<Entry>,
}

/// One file of a shelf.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Where it is.
    pub source: Source,
    /// What is known of it, or why it could not be read.
    pub state: Result<Summary, String>,
}

/// What a list shows of an issue.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// The newspaper's name.
    pub publication: Option<String>,
    /// The day.
    pub date: Option<Date>,
    /// The first article's title, its printed lines joined by spaces.
    pub lead: String,
    /// How many pages.
    pub pages: usize,
    /// How many articles.
    pub articles: usize,
}

impl Shelf {
    /// The sample issues.
    #[must_use]
    pub fn samples() -> Self {
        Self::of(None, sample::names().map(|name| Source::Sample(name.to_owned())))
    }

    /// The issues in `folder`. Files in folders below it, hidden files and sidecars (`….fix.json`) are no part of it.
    ///
    /// # Errors
    /// When the folder cannot be read or holds no file that could be an issue. A file that does not parse is an
    /// [`Entry`] with its error.
    pub fn read(folder: &Path) -> Result<Self, ShelfError> {
        let shown = || folder.display().to_string();
        let listing = fs::read_dir(folder).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => ShelfError::Missing(shown()),
            _ => ShelfError::Unreadable { path: shown(), error },
        })?;
        let files =
            listing.filter_map(Result::ok).map(|entry| entry.path()).filter(|path| is_issue_file(path));
        let shelf = Self::of(Some(folder.to_owned()), files.map(|path| Source::file(&path)));
        if shelf.entries.is_empty() { Err(ShelfError::EmptyShelf(shown())) } else { Ok(shelf) }
    }

    fn of(folder: Option<PathBuf>, sources: impl Iterator<Item = Source>) -> Self {
        let mut entries: Vec<Entry> = sources
            .map(|source| {
                let state = open(&source).map(|opened| summary(&opened)).map_err(|error| error.to_string());
                Entry { source, state }
            })
            .collect();
        // Newest first; what has no date, or does not parse, stands after what has one. A stable sort: issues of one
        // day stay in the order they came in, a folder's by name, the samples with the Chinese page first.
        entries.sort_by_key(|entry| {
            let date = entry.state.as_ref().ok().and_then(|summary| summary.date);
            (std::cmp::Reverse(date), entry.state.is_err())
        });
        Self { folder, entries }
    }

    /// The issues, newest first.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The newest issue that can be read.
    ///
    /// # Errors
    /// When every one is broken.
    pub fn open_newest(&self) -> Result<Opened, ShelfError> {
        let readable = self.entries.iter().find(|entry| entry.state.is_ok());
        match (readable, self.entries.first()) {
            (Some(entry), _) => open(&entry.source),
            (None, first) => Err(ShelfError::AllBroken {
                path: self.folder.as_ref().map(|path| path.display().to_string()).unwrap_or_default(),
                count: self.entries.len(),
                first: first.and_then(|entry| entry.state.clone().err()).unwrap_or_default(),
            }),
        }
    }
}

fn is_issue_file(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    !name.starts_with('.')
        && !name.ends_with(sidecar::ENDING)
        && ENDINGS.contains(&ending.as_str())
        && fs::metadata(path).is_ok_and(|meta| meta.is_file())
}

fn summary(opened: &Opened) -> Summary {
    let issue = &opened.parsed.issue;
    Summary {
        publication: issue.publication.clone(),
        date: issue.date,
        lead: issue.articles().next().map(|(_, article)| article.title().join(" ")).unwrap_or_default(),
        pages: issue.pages.len(),
        articles: issue.article_count(),
    }
}

#[cfg(test)]
mod tests;
