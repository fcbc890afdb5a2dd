//! The bookmarks on disk.

mod error;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;

pub use error::{StoreError, Warning};

use super::bookmark::Bookmark;
use super::change::Change;
use super::document::{Document, Unreadable};
use super::versions::Number;
use crate::files::{self, Disk, Files, Lock, beside, folder_of};

/// How long a change waits for another reader's.
const PATIENCE: Duration = Duration::from_secs(5);

/// What the name of the last good copy ends with.
const COPY: &str = ".bak";

/// How many links may lead to the file.
const LINKS: usize = 16;

/// The bookmarks file at a path. What a change acknowledges is there after a crash, and two readers lose nothing.
///
/// **A change** is made under a lock that all readers share: read the file, change what was read, write a temporary
/// file beside it, sync it, rename it over the old one, sync the folder. At every moment the file's name stands for
/// the whole old or the whole new contents. A copy of the new contents is kept as `bookmarks.json.bak`.
///
/// **A file of an older version** is brought up to this one at the first look, by the steps of one list, in a change like
/// any other; before that it gets a second name with its version in it, `bookmarks.json.v1`. Where that cannot be done (a
/// folder that may only be read, a lock that is held) the bookmarks are read all the same, and the next change tries
/// again. A file of a newer version is refused and left alone.
///
/// **A damaged file** gets a second name with the time in it before anything takes its place, and no file of that
/// name is ever overwritten; then the last good copy takes its place.
///
/// **A symbolic link** is followed: its target is what is read, locked and replaced, the link stays.
///
/// **How this is shown.** A file layer that fails at the nth operation, or stops there as a killed program does, drives
/// every change for every n, from an empty folder, from good, damaged and older files (`store/tests.rs`).
/// `tests/bookmarks_store.rs` kills processes at random moments of their changes, every other one with an older file to
/// bring up first, lets four make changes at once, and lets two meet an older file (`NEWSPRINT_KILLS`,
/// `NEWSPRINT_CHANGES` and `NEWSPRINT_MEETINGS` say how many): each change that was acknowledged must be in the file, and
/// nothing else beside it. The same on a disk without room was tried by hand.
///
/// Limits: the lock is advisory, so that an editor which saves the file while a reader changes it may win or lose;
/// file systems without locks refuse changes rather than risk them.
#[derive(Debug, Clone)]
pub struct Store {
    path: PathBuf,
    patience: Duration,
    files: Arc<dyn Files>,
}

/// When the bookmarks file was last changed, and its size; the same for all times while there is none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stamp(Option<files::Mark>);

/// What the bookmarks file holds.
#[derive(Debug, Clone, Default, PartialEq)]
#[must_use]
pub struct Loaded {
    /// The bookmarks, oldest first.
    pub bookmarks: Vec<Bookmark>,
    /// What the user must be told.
    pub warning: Option<Warning>,
}

impl Store {
    /// The store in the file at `path`, which need not exist. Touches nothing.
    #[must_use]
    pub fn open(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), patience: PATIENCE, files: Arc::new(Disk) }
    }

    /// The path it was opened with.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What tells that the file was changed, for a reader that looks every second: one look at the folder, not at the
    /// file. Two stamps are equal as long as nobody changes it.
    #[must_use]
    pub fn stamp(&self) -> Stamp {
        Stamp(files::mark(&self.path))
    }

    /// Reads the bookmarks. A file that is not there has none. Nothing is written unless the file is damaged or of an
    /// older version.
    ///
    /// # Errors
    /// When the file can't be read, is of a newer format, or is damaged and can't be set aside: nothing was changed.
    pub fn load(&self) -> Result<Loaded, StoreError> {
        let (target, _) = self.target()?;
        match self.read(&target)? {
            Content::Good(document, None) => Ok(loaded(&document, None)),
            Content::Good(document, Some(_)) => match self.change(|_| Ok(false)) {
                // Another reader of a newer version was quicker.
                Err(newer @ StoreError::Newer { .. }) => Err(newer),
                brought_up => Ok(brought_up.unwrap_or_else(|_| loaded(&document, None))),
            },
            Content::Absent => Ok(Loaded::default()),
            // Another reader may be setting it aside just now: look again under the lock.
            Content::Damaged(_) => self.change(|_| Ok(false)),
        }
    }

    /// Keeps `bookmark`, in the place of one with the same id. When this returns, it is on the disk. Gives back what
    /// the file holds now, which may be more than was known: other readers write to it.
    ///
    /// # Errors
    /// When the change can't be made: the file has what it had. Only when the folder can't be synced after the change
    /// was made is the bookmark in the file in spite of the error; to keep it again is no harm.
    pub fn add(&self, bookmark: &Bookmark) -> Result<Loaded, StoreError> {
        self.add_all(std::slice::from_ref(bookmark))
    }

    /// Keeps all of `bookmarks` in one change, as [`Store::add`] keeps one.
    ///
    /// # Errors
    /// As [`Store::add`]; then none of them is kept.
    pub fn add_all(&self, bookmarks: &[Bookmark]) -> Result<Loaded, StoreError> {
        self.change(|document| {
            bookmarks.iter().try_for_each(|bookmark| document.put(bookmark))?;
            Ok(!bookmarks.is_empty())
        })
    }

    /// Keeps those of `bookmarks` that the file doesn't have: neither the id nor the same words at the same place.
    /// Says how many these were. Of the others it notes where their issues were seen.
    ///
    /// # Errors
    /// As [`Store::add`]; then none of them is kept.
    pub fn import(&self, bookmarks: &[Bookmark]) -> Result<(Loaded, usize), StoreError> {
        let mut count = 0;
        let loaded = self.change(|document| {
            let known = document.bookmarks().0;
            let new = super::export::new_ones(&known, bookmarks);
            count = new.len();
            let seen = super::export::seen_elsewhere(&known, bookmarks);
            new.into_iter().chain(&seen).try_for_each(|bookmark| document.put(bookmark))?;
            Ok(count + seen.len() > 0)
        })?;
        Ok((loaded, count))
    }

    /// Removes the bookmark with this id, if it is there. Gives back what the file holds now.
    ///
    /// # Errors
    /// As [`Store::add`].
    pub fn remove(&self, id: &str) -> Result<Loaded, StoreError> {
        self.change(|document| Ok(document.take(id)))
    }

    /// Makes all of `changes` in their order, in one write. Gives back what the file holds now.
    ///
    /// # Errors
    /// As [`Store::add`]; then none of them is made.
    pub fn apply(&self, changes: &[Change]) -> Result<Loaded, StoreError> {
        self.change(|document| {
            let mut any = false;
            for one in changes {
                any |= match one {
                    Change::New(bookmark, _) | Change::Add(bookmark) => {
                        document.put(bookmark).map(|()| true)?
                    }
                    Change::Remove(id) => document.take(id),
                    Change::Edit(id, edit) => {
                        let Some(mut bookmark) = document.get(id) else { continue };
                        edit.apply(&mut bookmark);
                        document.put(&bookmark).map(|()| true)?
                    }
                    Change::Seen(id, source) => {
                        let Some(mut bookmark) = document.get(id) else { continue };
                        bookmark.issue.seen_at(source) && document.put(&bookmark).map(|()| true)?
                    }
                };
            }
            Ok(any)
        })
    }

    /// Changes the bookmark with this id as it stands in the file, so that what another reader changed in it stays.
    /// Gives it back as it is then; `None` if it is not there.
    ///
    /// # Errors
    /// As [`Store::add`].
    pub fn edit(
        &self,
        id: &str,
        edit: impl FnOnce(&mut Bookmark),
    ) -> Result<(Loaded, Option<Bookmark>), StoreError> {
        let mut edited = None;
        let loaded = self.change(|document| {
            let Some(old) = document.get(id) else { return Ok(false) };
            let mut new = old.clone();
            edit(&mut new);
            // The id is its name.
            new.id.clone_from(&old.id);
            document.put(&new)?;
            let changed = new != old;
            edited = Some(new);
            Ok(changed)
        })?;
        Ok((loaded, edited))
    }

    /// Writes `bookmarks` to a new file at `path`, for a reader whose own file can't be written. It is a bookmarks
    /// file, as [`import`](Store::import) takes it after [`export::read`](super::export::read). On the disk when this
    /// returns.
    ///
    /// # Errors
    /// When there is a file of this name already, which stays as it is, or the new one can't be written.
    pub fn write_elsewhere(path: &Path, bookmarks: &[Bookmark]) -> Result<(), StoreError> {
        Self::open(path).write_new(bookmarks)
    }

    fn write_new(&self, bookmarks: &[Bookmark]) -> Result<(), StoreError> {
        let failed = |error: io::Error| match error.kind() {
            io::ErrorKind::AlreadyExists => StoreError::Taken { path: self.path.clone() },
            _ => StoreError::write(&self.path, error),
        };
        let text = super::export::json(bookmarks);
        let file = files::fresh(&*self.files, &self.path, text.as_bytes()).map_err(failed)?;
        self.files.sync(&file).map_err(failed)?;
        self.files.keep_as(file.path(), &self.path).map_err(failed)?;
        self.files.sync_folder(folder_of(&self.path)).map_err(failed)
    }

    /// Reads, changes and writes under the lock. `change` says whether it changed anything.
    fn change(
        &self,
        change: impl FnOnce(&mut Document) -> serde_json::Result<bool>,
    ) -> Result<Loaded, StoreError> {
        let (target, linked) = self.target()?;
        let folder = folder_of(&target);
        // A link into a folder that is missing may lead to a disk that isn't there: nothing is made in its place.
        if !linked {
            self.files.make_folder(folder).map_err(|error| StoreError::folder(folder, error))?;
        }
        let _lock = self.lock(&target)?;
        let (mut document, before) = match self.read(&target)? {
            Content::Good(document, None) => (document, Before::Good),
            Content::Good(document, Some(version)) => {
                (document, Before::Older(Older { path: target.clone(), version }))
            }
            Content::Absent => (Document::new(), Before::Good),
            Content::Damaged(why) => {
                let copy = self.good_copy(&target)?;
                // An empty file without a copy is the same as none.
                let lost = why.is_some() || copy.is_some();
                let (document, version) = copy.unwrap_or_else(|| (Document::new(), None));
                let copy = version.map(|version| Older { path: beside(&target, COPY), version });
                (document, if lost { Before::Damaged(Damage::of(why, copy)) } else { Before::Good })
            }
        };
        let changed = change(&mut document).map_err(|error| StoreError::write(&target, error.into()))?;
        let warning = match before {
            Before::Good if !changed => None,
            before => self.write(&target, &document, before)?,
        };
        Ok(loaded(&document, warning))
    }
}

/// What there was before a change, and is to be kept under another name.
enum Before {
    /// Nothing that must be.
    Good,
    /// A file of an older version.
    Older(Older),
    /// A damaged file.
    Damaged(Damage),
}

/// A file of an older version.
struct Older {
    path: PathBuf,
    version: Number,
}

/// What is wrong with a file.
struct Damage {
    why: String,
    /// The copy in its place, if that is of an older version.
    copy: Option<Older>,
}

impl Damage {
    fn of(why: Option<String>, copy: Option<Older>) -> Self {
        Self { why: why.unwrap_or_else(|| "it is empty".to_owned()), copy }
    }
}

/// What stands in a file.
enum Content {
    /// Bookmarks, as this version has them, and the version of the file if that is older.
    Good(Document, Option<Number>),
    Absent,
    /// Why it can't be read; `None` if there is nothing in it.
    Damaged(Option<String>),
}

fn loaded(document: &Document, warning: Option<Warning>) -> Loaded {
    let (bookmarks, others) = document.bookmarks();
    let warning = warning.or_else(|| (others > 0).then_some(Warning::NotUnderstood { count: others }));
    Loaded { bookmarks, warning }
}

/// The steps of a change.
impl Store {
    /// The file itself, and whether links led to it.
    fn target(&self) -> Result<(PathBuf, bool), StoreError> {
        let mut target = self.path.clone();
        for followed in 0..LINKS {
            match self.files.link(&target) {
                Ok(None) => return Ok((target, followed > 0)),
                Ok(Some(next)) => target = folder_of(&target).join(next),
                Err(error) => return Err(StoreError::read(&target, error)),
            }
        }
        Err(StoreError::read(&self.path, io::Error::other("its links lead in a circle")))
    }

    fn read(&self, target: &Path) -> Result<Content, StoreError> {
        let bytes = match self.files.read(target) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Content::Absent),
            Err(error) => return Err(StoreError::read(target, error)),
        };
        match Document::read(&bytes) {
            Ok((document, version)) => Ok(Content::Good(document, version)),
            Err(Unreadable::Empty) => Ok(Content::Damaged(None)),
            Err(Unreadable::Damaged(why)) => Ok(Content::Damaged(Some(why))),
            Err(Unreadable::Newer(found)) => Err(StoreError::Newer { path: target.to_owned(), found }),
        }
    }

    /// The copy that the last change left, if it is good. One that can't be read now may be good: no change is made
    /// then, as it would write a new copy over it. A damaged one is set aside for the same reason.
    fn good_copy(&self, target: &Path) -> Result<Option<(Document, Option<Number>)>, StoreError> {
        let path = beside(target, COPY);
        match self.read(&path)? {
            Content::Good(document, version) => Ok(Some((document, version))),
            Content::Absent | Content::Damaged(None) => Ok(None),
            Content::Damaged(Some(why)) => match self.set_aside(&path) {
                Ok(_) => Ok(None),
                Err(source) => Err(StoreError::Damaged { path, why, source }),
            },
        }
    }

    fn lock(&self, target: &Path) -> Result<Lock, StoreError> {
        let path = beside(target, ".lock");
        let lock = files::lock(&*self.files, &path, self.patience);
        lock.map_err(|error| StoreError::lock(&path, error))?
            .ok_or_else(|| StoreError::Busy { path: target.to_owned(), waited: self.patience })
    }

    /// Puts `document` in the place of the file, which first gets a second name if it is damaged or of an older version.
    fn write(
        &self,
        target: &Path,
        document: &Document,
        before: Before,
    ) -> Result<Option<Warning>, StoreError> {
        let folder = folder_of(target);
        let failed = |error| StoreError::write(target, error);
        let text = document.write().map_err(|error| failed(error.into()))?;
        files::sweep(&*self.files, target);
        let new = || files::fresh(&*self.files, target, text.as_bytes());
        let file = new().and_then(|file| self.files.sync(&file).map(|()| file)).map_err(failed)?;
        let warning = match before {
            Before::Good => None,
            Before::Older(older) => {
                let kept_as = self.keep_older(target, &older)?;
                Some(Warning::BroughtUp { path: target.to_owned(), kept_as })
            }
            Before::Damaged(Damage { why, copy }) => {
                // The copy is about to be replaced too.
                copy.map(|copy| self.keep_older(target, &copy)).transpose()?;
                let kept_as = self.set_aside(target).map_err(|error| StoreError::Damaged {
                    path: target.to_owned(),
                    why: why.clone(),
                    source: error,
                })?;
                let restored = document.bookmarks().0.len();
                Some(Warning::SetAside { path: target.to_owned(), why, kept_as, restored })
            }
        };
        self.files.rename(file, target).map_err(failed)?;
        self.files.sync_folder(folder).map_err(failed)?;
        // The copy is for the day when something else damages the file: a change does not depend on it.
        let _ = new().and_then(|copy| self.files.rename(copy, &beside(target, COPY)));
        Ok(warning)
    }

    /// Gives the file a second name with the time in it. The name is on the disk when this returns.
    fn set_aside(&self, target: &Path) -> io::Result<PathBuf> {
        let time = Timestamp::now().strftime("%Y%m%dT%H%M%SZ");
        files::keep_anew(&*self.files, target, &beside(target, &format!(".damaged-{time}")))
    }

    /// Gives a file of an older version a second name beside `target`, with the version in it.
    fn keep_older(&self, target: &Path, older: &Older) -> Result<PathBuf, StoreError> {
        let name = beside(target, &older.version.ending());
        files::keep_once(&*self.files, &older.path, &name).map_err(|source| StoreError::Older {
            path: target.to_owned(),
            name,
            source,
        })
    }
}

#[cfg(test)]
mod tests;
