//! Corrections beside a page: `NAME.fix.json` for `NAME.txt`.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::{Source, Unfixed};
use crate::parse::Fix;

/// How a sidecar's name ends.
pub(super) const ENDING: &str = ".fix.json";

/// Where the corrections of the page at `page` are, or would be.
pub(super) fn path_of(page: &Path) -> Option<PathBuf> {
    let mut name = page.file_stem()?.to_owned();
    name.push(ENDING);
    Some(page.with_file_name(name))
}

/// Writes `text` to `path`, whole or not at all.
pub(super) fn write(path: &Path, text: &str) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// The corrections of the issue at `source`; none for what is no file, or has no sidecar. When there is one that cannot
/// be read, why: the page can be read without it, but not in silence.
pub(super) fn of(source: &Source) -> Result<Option<Fix>, Unfixed> {
    let Source::File(page) = source else { return Ok(None) };
    let Some(path) = path_of(page) else { return Ok(None) };
    match fs::read_to_string(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Unfixed::Unreadable { path, error }),
        Ok(text) => Fix::read(&text).map(Some).map_err(|error| Unfixed::Wrong { path, error }),
    }
}
