//! The file operations that the store rests on, thin enough that a test can let any one of them fail.

use std::fmt::Debug;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// What [`Store`](super::Store) does to the disk, one operation each.
pub(super) trait Files: Debug + Send + Sync {
    /// Where `path` points, if it is a symbolic link.
    fn link(&self, path: &Path) -> io::Result<Option<PathBuf>>;

    /// The whole file.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// Makes a folder and those above it, for the user alone. One that is there is fine.
    fn make_folder(&self, path: &Path) -> io::Result<()>;

    /// Locks a file until what is returned is dropped; makes it if it is missing. `None` if another holds it.
    fn lock(&self, path: &Path) -> io::Result<Option<File>>;

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

/// How the names of temporary files end.
const TEMPORARY: &str = ".tmp";

/// The real disk.
#[derive(Debug, Clone, Copy)]
pub(super) struct Disk;

impl Files for Disk {
    fn link(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        match fs::symlink_metadata(path) {
            Ok(file) if file.is_symlink() => fs::read_link(path).map(Some),
            Ok(_) => Ok(None),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        let mut folder = DirBuilder::new();
        folder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
        folder.create(path)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<File>> {
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(fs::TryLockError::WouldBlock) => Ok(None),
            Err(fs::TryLockError::Error(error)) => Err(error),
        }
    }

    fn make_temporary(&self, folder: &Path, prefix: &str) -> io::Result<NamedTempFile> {
        tempfile::Builder::new().prefix(prefix).suffix(TEMPORARY).tempfile_in(folder)
    }

    fn write(&self, file: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn sync(&self, file: &NamedTempFile) -> io::Result<()> {
        file.as_file().sync_all()
    }

    fn rename(&self, file: NamedTempFile, to: &Path) -> io::Result<()> {
        file.persist(to).map(drop).map_err(|error| error.error)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Only Unix can open a folder.
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }

    fn keep_as(&self, file: &Path, to: &Path) -> io::Result<()> {
        match fs::hard_link(file, to) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            // Some file systems have no second names.
            Err(_) => {
                let bytes = fs::read(file)?;
                let mut copy = OpenOptions::new().write(true).create_new(true).open(to)?;
                copy.write_all(&bytes)?;
                copy.sync_all()
            }
            Ok(()) => Ok(()),
        }
    }

    fn sweep(&self, folder: &Path, prefix: &str) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name();
            if name.to_str().is_some_and(|name| name.starts_with(prefix) && name.ends_with(TEMPORARY)) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}
