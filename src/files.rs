//! Small files that several programs change at once: replaced whole, under a lock, so that a reader of a file sees the
//! old contents or the new and nothing between.
//!
//! [`Files`] is thin enough that a test can let any one operation fail; everything else here is made of its operations.

mod disk;
#[cfg(test)]
pub(crate) mod faulty;

use std::fmt::Debug;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use tempfile::NamedTempFile;

pub(crate) use disk::Disk;

/// How often a waiting program looks whether the other is done.
const PAUSE: Duration = Duration::from_millis(5);

/// What is done to the disk, one operation each.
pub(crate) trait Files: Debug + Send + Sync {
    /// Where `path` points, if it is a symbolic link.
    fn link(&self, path: &Path) -> io::Result<Option<PathBuf>>;

    /// The whole file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// Makes a folder and those above it, for the user alone. One that is there is fine.
    fn make_folder(&self, path: &Path) -> io::Result<()>;

    /// Locks a file until what is returned is dropped; makes it if it is missing. `None` if another holds it.
    fn lock(&self, path: &Path) -> io::Result<Option<Lock>>;

    /// A new file in `folder` that goes away when dropped, for the user alone.
    fn make_temporary(&self, folder: &Path, prefix: &str) -> io::Result<NamedTempFile>;

    /// Writes all bytes.
    fn write(&self, file: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()>;

    /// Waits until the file is on the disk.
    fn sync(&self, file: &NamedTempFile) -> io::Result<()>;

    /// Gives the file the name `to`, in the place of any other.
    fn rename(&self, file: NamedTempFile, to: &Path) -> io::Result<()>;

    /// Waits until the names in a folder are on the disk.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;

    /// Gives the contents of `file` the name `to` too. Fails if there is a file of that name.
    fn keep_as(&self, file: &Path, to: &Path) -> io::Result<()>;

    /// Removes what [`make_temporary`](Self::make_temporary) left behind when a program was killed.
    fn sweep(&self, folder: &Path, prefix: &str) -> io::Result<()>;
}

/// A lock that is held. Dropping it lets go.
#[derive(Debug)]
pub(crate) struct Lock {
    _file: File,
}

/// What changes when a file is replaced. Two that are equal say that nothing was changed, at the cost of one look at
/// the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    changed: Option<SystemTime>,
    size: u64,
    /// On Unix the number of the file, which a rename changes even where the clock of the disk is too slow to.
    number: u64,
}

/// The mark of the file at `path`, links followed; `None` if it can't be seen.
pub(crate) fn mark(path: &Path) -> Option<Mark> {
    disk::mark(path)
}

/// Holds the lock at `path`. `None` if another program held it for all of `patience`.
pub(crate) fn lock(files: &dyn Files, path: &Path, patience: Duration) -> io::Result<Option<Lock>> {
    let begun = Instant::now();
    loop {
        match files.lock(path)? {
            Some(lock) => return Ok(Some(lock)),
            None if begun.elapsed() < patience => std::thread::sleep(PAUSE),
            None => return Ok(None),
        }
    }
}

/// A new file with these contents that can take the place of `target`: in its folder, and with a name that
/// [`sweep`] knows.
pub(crate) fn fresh(files: &dyn Files, target: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut file = files.make_temporary(folder_of(target), &temporary_prefix(target))?;
    files.write(&mut file, bytes)?;
    Ok(file)
}

/// Removes what killed programs left of new contents for `target`. Only for whoever holds its lock.
pub(crate) fn sweep(files: &dyn Files, target: &Path) {
    // Left-overs do no harm: they may stay if they can't go.
    let _ = files.sweep(folder_of(target), &temporary_prefix(target));
}

fn temporary_prefix(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default();
    format!(".{}.", name.to_string_lossy())
}

/// The folder that `path` is in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// `path` with `ending` after its last character.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Gives `file` a second name: `name`, or with a number after it if that is taken. The name is on the disk when this
/// returns.
pub(crate) fn keep_anew(files: &dyn Files, file: &Path, name: &Path) -> io::Result<PathBuf> {
    keep(files, file, name, |_| Ok(false))
}

/// The same, but for one that has such a name already: a program that was killed after it gave the name does not give
/// another one the next time.
pub(crate) fn keep_once(files: &dyn Files, file: &Path, name: &Path) -> io::Result<PathBuf> {
    let contents = files.read(file)?;
    keep(files, file, name, |taken| Ok(files.read(taken)? == contents))
}

fn keep(
    files: &dyn Files,
    file: &Path,
    name: &Path,
    is_kept: impl Fn(&Path) -> io::Result<bool>,
) -> io::Result<PathBuf> {
    for nth in 1..u16::MAX {
        let name = if nth == 1 { name.to_owned() } else { beside(name, &format!("-{nth}")) };
        match files.keep_as(file, &name) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if !is_kept(&name)? {
                    continue;
                }
            }
            kept => kept?,
        }
        return files.sync_folder(folder_of(&name)).map(|()| name);
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// What to do about an error of the system. `variable` is what names another folder.
pub(crate) fn advice(error: &io::Error, variable: &str) -> String {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "make room on the disk, then try again".to_owned()
        }
        io::ErrorKind::Unsupported => {
            format!("its file system has no locks, so set {variable} to a folder on another")
        }
        _ => format!("make its folder writable, or set {variable} to a folder that is"),
    }
}
