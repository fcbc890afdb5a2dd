//! A file for bookmarks that their own can't take.

use std::path::{Path, PathBuf};

use crate::bookmarks::{Bookmark, Store};
use crate::tui::words::{self, Tongue};

const NAME: &str = "newsprint-bookmarks";

/// A path that is free, in the first of the folder where the program runs and the home folder that is there.
pub(super) fn suggestion() -> String {
    let folder = std::env::current_dir().ok().or_else(std::env::home_dir).unwrap_or_default();
    free(&folder).display().to_string()
}

fn free(folder: &Path) -> PathBuf {
    let names = (2..100).map(|nth| format!("{NAME}-{nth}.json"));
    let mut paths = std::iter::once(format!("{NAME}.json")).chain(names).map(|name| folder.join(name));
    let first = paths.next();
    first.iter().cloned().chain(paths).find(|path| !path.exists()).or(first).unwrap_or_default()
}

/// Writes `bookmarks` to the path that a reader typed: `~/` is their home, and what is relative begins where the program
/// runs.
///
/// # Errors
/// A sentence for the reader. A file that is there stays as it is.
pub(super) fn write(typed: &str, bookmarks: &[Bookmark], tongue: Tongue) -> Result<(), String> {
    let typed = Path::new(typed.trim());
    if typed.as_os_str().is_empty() {
        return Err(tongue.say(&words::NAMELESS).to_owned());
    }
    let path = match (typed.strip_prefix("~"), std::env::home_dir()) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => typed.to_owned(),
    };
    Store::write_elsewhere(&path, bookmarks).map_err(|error| tongue.store_error(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_taken_is_not_suggested_and_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let first = free(folder.path());
        assert!(first.ends_with("newsprint-bookmarks.json"));
        let write = |typed: &str| write(typed, &[], Tongue::English);
        write(&first.display().to_string()).unwrap();
        let second = free(folder.path());
        assert!(second.ends_with("newsprint-bookmarks-2.json"));
        let error = write(&format!(" {} ", first.display())).unwrap_err();
        assert!(error.contains("is there already"), "{error}");
        assert!(write("  ").is_err());
    }
}
