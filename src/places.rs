//! Places: where the reader left each article of each issue, and which articles were read.
//!
//! They are kept in the state folder, one small file per issue, and their loss is never an error: what can't be read
//! is none. A file's name is a checksum of what the issue is, so that to open one issue is to open one file, however
//! many there are: with a million of them a start takes as long as with one. It is the newspaper's name and the date
//! (or the number) where both are known, else the words, whatever order a parse puts them in. So a file that was
//! renamed, moved, parsed anew or converted finds its places. An issue that has only words may be corrected in the
//! same file: a second file, named for the source, leads from there to the places of the words it had.
//!
//! The pages are no part of the name: who read page 1 as a file of its own has read it in the whole issue. Nor is the
//! number beside a date, as one format of an issue may lack it.
//!
//! The way of data: file → kept places + issue → [`IssuePlaces`] → file.
//!
//! Limits: an issue that is known by its words, corrected and moved at once, has no places. Of two issues of one paper
//! on one day, the places are in one file; they are told apart by page and headline. Files are never removed: a
//! million of them take 4 GB on a disk with blocks of 4 KB.

mod document;
mod error;
mod found;
mod issue_places;
mod name;
mod place;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use crate::bookmarks::{IssueKey, Number};
use crate::files::{self, Disk, Files};
use crate::issue::Issue;

pub use document::FORMAT;
pub use error::PlacesError;
pub use issue_places::IssuePlaces;

use document::{Document, Unreadable};
use name::FileName;

/// How long a change waits for another reader's.
const PATIENCE: Duration = Duration::from_secs(1);

/// The folder with the places of all issues.
///
/// A file of an older version is read by the steps that lead from there, and brought up to this version by the first
/// change; the older one stays beside it as `….json.v1`. To read writes nothing.
///
/// A change reads the file, merges (per article the later movement and the later mark win), writes a temporary file
/// and renames it over the old one, under a lock that all readers of the folder share. A program that is killed leaves
/// the old file or the new one. Nothing waits for the disk: an article is left many times a minute, and what a power
/// failure takes away is the last half minute's places; a file that it leaves empty counts as none.
#[derive(Debug, Clone)]
pub struct Places {
    folder: PathBuf,
    patience: Duration,
    files: Arc<dyn Files>,
}

impl Places {
    /// The places in `folder`, which need not exist. Touches nothing.
    #[must_use]
    pub fn open(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), patience: PATIENCE, files: Arc::new(Disk) }
    }

    /// The places of the issue with this key, found in `issue`, which may have been parsed anew since they were kept.
    ///
    /// It opens at most four files. An article that is as it was costs nothing more; if one isn't, its words are
    /// looked for in the whole issue: see [`find_all`](crate::bookmarks::find_all) for what that costs.
    #[must_use]
    pub fn load(&self, key: &IssueKey, issue: &Issue) -> IssuePlaces {
        self.kept(key).map_or_else(|| IssuePlaces::new(issue), |kept| IssuePlaces::of(issue, &kept))
    }

    /// Keeps `places`. What another reader kept since they were loaded stays, where it is later.
    ///
    /// # Errors
    /// When the folder can't be written to, another reader holds the lock for more than a second, or a newer newsprint
    /// wrote the file. The file has what it had; to save again later does no harm.
    pub fn save(&self, key: &IssueKey, places: &IssuePlaces) -> Result<(), PlacesError> {
        if places.is_empty() {
            return Ok(());
        }
        let name = FileName::of(key);
        self.change(&name, |document| document.merge(key, places))?;
        match FileName::of_source(key) {
            Some(source) if !name.is_lasting() && source != name => {
                self.change(&source, |document| document.lead_to(&name))
            }
            _ => Ok(()),
        }
    }

    /// What is kept of the issue.
    fn kept(&self, key: &IssueKey) -> Option<Document> {
        let name = FileName::of(key);
        if let Some(document) = self.read(&name).ok().flatten()
            && document.holds_places()
        {
            return Some(document);
        }
        // An earlier parse may not have found the newspaper's name.
        let by_words = FileName::of_words(key).and_then(|name| self.read(&name).ok().flatten());
        let by_source = || {
            let pointer = self.read(&FileName::of_source(key)?).ok().flatten()?;
            match pointer.leads_to() {
                Some(name) => self.read(&name).ok().flatten(),
                None => Some(pointer),
            }
        };
        by_words.or_else(by_source).filter(|document| document.is_of(key))
    }

    /// A file that isn't there, or is damaged, is none.
    fn read(&self, name: &FileName) -> Result<Option<Document>, PlacesError> {
        Ok(self.read_any(name)?.map(|(document, _)| document))
    }

    /// The same, with the version of a file of an older one.
    fn read_any(&self, name: &FileName) -> Result<Option<(Document, Option<Number>)>, PlacesError> {
        let path = name.path_in(&self.folder);
        match self.files.read(&path) {
            Ok(bytes) => match Document::read(&bytes) {
                Ok(read) => Ok(Some(read)),
                Err(Unreadable::Damaged) => Ok(None),
                Err(Unreadable::Newer(found)) => Err(PlacesError::Newer { path, found }),
            },
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(PlacesError::Disk { path, source }),
        }
    }

    /// Reads, changes and writes a file under the lock.
    fn change(&self, name: &FileName, change: impl FnOnce(&mut Document)) -> Result<(), PlacesError> {
        let path = name.path_in(&self.folder);
        let failed = |source| PlacesError::Disk { path: path.clone(), source };
        let folder: &Path = files::folder_of(&path);
        self.files.make_folder(folder).map_err(failed)?;
        let lock = files::lock(&*self.files, &folder.join(".lock"), self.patience).map_err(failed)?;
        let Some(_lock) = lock else { return Err(PlacesError::Busy { path, waited: self.patience }) };
        let (old, version) = self.read_any(name)?.unzip();
        let version = version.flatten();
        let mut new = old.clone().unwrap_or_default();
        change(&mut new);
        if old.as_ref() == Some(&new) {
            return Ok(());
        }
        files::sweep(&*self.files, &path);
        let text = new.write().map_err(|error| failed(error.into()))?;
        let file = files::fresh(&*self.files, &path, text.as_bytes()).map_err(failed)?;
        if let Some(version) = version {
            files::keep_once(&*self.files, &path, &files::beside(&path, &version.ending()))
                .map_err(failed)?;
        }
        self.files.rename(file, &path).map_err(failed)
    }
}

#[cfg(test)]
mod tests;
