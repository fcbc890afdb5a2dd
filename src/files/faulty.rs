//! A disk for tests, one operation of which fails.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tempfile::NamedTempFile;

use super::{Disk, Files, Lock};

/// How an operation fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It does nothing and says so.
    Before,
    /// It does its work, or half of it if it writes, and says that it failed.
    After,
    /// It does nothing, and nothing works from then on: the program was killed.
    Kill,
}

impl Fault {
    pub(crate) const ALL: [Self; 3] = [Self::Before, Self::After, Self::Kill];
}

/// A disk whose `nth` operation fails.
#[derive(Debug)]
pub(crate) struct Faulty {
    fault: Fault,
    nth: usize,
    count: AtomicUsize,
}

impl Faulty {
    pub(crate) fn new(fault: Fault, nth: usize) -> Arc<Self> {
        Arc::new(Self { fault, nth, count: AtomicUsize::new(0) })
    }

    fn run<T>(&self, operation: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        let count = self.count.fetch_add(1, Ordering::SeqCst);
        let error = || io::Error::from(io::ErrorKind::StorageFull);
        match self.fault {
            Fault::Before if count == self.nth => Err(error()),
            Fault::Kill if count >= self.nth => Err(error()),
            Fault::After if count == self.nth => operation().and_then(|_| Err(error())),
            _ => operation(),
        }
    }

    pub(crate) fn was_reached(&self) -> bool {
        self.count.load(Ordering::SeqCst) > self.nth
    }
}

impl Files for Faulty {
    fn link(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        self.run(|| Disk.link(path))
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.run(|| Disk.read(path))
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.run(|| Disk.make_folder(path))
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Lock>> {
        self.run(|| Disk.lock(path))
    }

    fn make_temporary(&self, folder: &Path, prefix: &str) -> io::Result<NamedTempFile> {
        self.run(|| Disk.make_temporary(folder, prefix))
    }

    fn write(&self, file: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()> {
        let half = bytes.get(..bytes.len() / 2).unwrap_or_default();
        let fails = self.fault == Fault::After && self.count.load(Ordering::SeqCst) == self.nth;
        self.run(|| Disk.write(file, if fails { half } else { bytes }))
    }

    fn sync(&self, file: &NamedTempFile) -> io::Result<()> {
        self.run(|| Disk.sync(file))
    }

    fn rename(&self, file: NamedTempFile, to: &Path) -> io::Result<()> {
        self.run(|| Disk.rename(file, to))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.run(|| Disk.sync_folder(folder))
    }

    fn keep_as(&self, file: &Path, to: &Path) -> io::Result<()> {
        self.run(|| Disk.keep_as(file, to))
    }

    fn sweep(&self, folder: &Path, prefix: &str) -> io::Result<()> {
        self.run(|| Disk.sweep(folder, prefix))
    }
}
