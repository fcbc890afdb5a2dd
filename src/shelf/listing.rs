//! A folder of issues, and what is known of each.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::{Broken, ENDINGS, Opened, ShelfError, Source, Stamp, open, sample, sidecar};

/// A folder of issues, newest first.
#[derive(Debug, Default)]
pub struct Shelf {
    /// The folder; none for the samples.
    folder: Option<PathBuf>,
    entries: Vec<Entry>,
    /// What each entry's file was like when it was read.
    stamps: HashMap<PathBuf, Stamp>,
}

/// One file of a shelf.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where it is.
    pub source: Source,
    /// What is known of it, or why it could not be read.
    pub state: Result<Summary, Broken>,
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
        Self::of(None, sample::names().map(|name| Source::Sample(name.to_owned())), &Self::default())
    }

    /// The issues in `folder`. Files in folders below it, hidden files and sidecars (`….fix.json`) are no part of it.
    ///
    /// # Errors
    /// When the folder cannot be read or holds no file that could be an issue. A file that does not parse is an
    /// [`Entry`] with its error.
    pub fn read(folder: &Path) -> Result<Self, ShelfError> {
        Self::read_anew(folder, &Self::default())
    }

    /// The shelf as it is now. Only files that have changed are read again.
    ///
    /// # Errors
    /// As [`Shelf::read`].
    pub fn again(&self) -> Result<Self, ShelfError> {
        self.folder.as_ref().map_or_else(|| Ok(Self::samples()), |folder| Self::read_anew(folder, self))
    }

    fn read_anew(folder: &Path, known: &Self) -> Result<Self, ShelfError> {
        let shown = || folder.display().to_string();
        let listing = fs::read_dir(folder).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => ShelfError::Missing(shown()),
            _ => ShelfError::Unreadable { path: shown(), error },
        })?;
        let files = listing.filter_map(Result::ok).map(|entry| entry.path());
        let mut files: Vec<PathBuf> = files.filter(|path| is_issue_file(path)).collect();
        files.sort();
        let shelf = Self::of(Some(folder.to_owned()), files.iter().map(|path| Source::file(path)), known);
        if shelf.entries.is_empty() { Err(ShelfError::EmptyShelf(shown())) } else { Ok(shelf) }
    }

    fn of(folder: Option<PathBuf>, sources: impl Iterator<Item = Source>, known: &Self) -> Self {
        let mut stamps = HashMap::new();
        let mut entries: Vec<Entry> = sources
            .map(|source| {
                if let Source::File(path) = &source {
                    let stamp = Stamp::of(&source);
                    stamps.insert(path.clone(), stamp);
                    if known.stamps.get(path) == Some(&stamp)
                        && let Some(entry) = known.entries.iter().find(|entry| entry.source == source)
                    {
                        return entry.clone();
                    }
                }
                let state = open(&source).map(|opened| summary(&opened)).map_err(Broken::from);
                Entry { source, state }
            })
            .collect();
        // Newest first; what has no date, or does not parse, stands after what has one. A stable sort: issues of one
        // day stay in the order they came in, a folder's by name, the samples with the Chinese page first.
        entries.sort_by_key(|entry| {
            let date = entry.state.as_ref().ok().and_then(|summary| summary.date);
            (std::cmp::Reverse(date), entry.state.is_err())
        });
        Self { folder, entries, stamps }
    }

    /// The folder; none for the samples.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
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
            (None, first) => {
                let path = self.folder.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
                Err(match first.and_then(|entry| entry.state.clone().err()) {
                    Some(first) => ShelfError::AllBroken { path, count: self.entries.len(), first },
                    None => ShelfError::EmptyShelf(path),
                })
            }
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
