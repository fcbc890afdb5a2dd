//! The user's folders, as the platform has them.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The three folders of newsprint. Asking for them makes none of them.
///
/// On Linux they follow the XDG base directories: `~/.config/newsprint`, `~/.local/share/newsprint` and
/// `~/.local/state/newsprint`, or what `XDG_CONFIG_HOME`, `XDG_DATA_HOME` and `XDG_STATE_HOME` say. On macOS and
/// Windows they are the application folders of those systems, which know no state folder: there state is kept in
/// `state` inside the local data folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    config: PathBuf,
    data: PathBuf,
    state: PathBuf,
}

/// There is no folder to keep anything in, as the user has no home folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "found no home folder, so there is no place for bookmarks and settings: set HOME to the absolute path of a folder"
)]
pub struct NoHome;

impl Folders {
    /// The folders of the user who runs the program.
    ///
    /// # Errors
    /// [`NoHome`] when the system knows no home folder, or `HOME` is a relative path: that would mean another folder
    /// in every working directory.
    pub fn of_user() -> Result<Self, NoHome> {
        let dirs = ProjectDirs::from("", "", "newsprint").ok_or(NoHome)?;
        let state = dirs.state_dir().map_or_else(|| dirs.data_local_dir().join("state"), Path::to_path_buf);
        Self::new(dirs.config_dir(), dirs.data_dir(), &state)
    }

    /// These folders.
    ///
    /// # Errors
    /// [`NoHome`] when one of them is a relative path.
    pub fn new(config: &Path, data: &Path, state: &Path) -> Result<Self, NoHome> {
        if [config, data, state].iter().any(|folder| folder.is_relative()) {
            return Err(NoHome);
        }
        Ok(Self { config: config.to_owned(), data: data.to_owned(), state: state.to_owned() })
    }

    /// For what the user decides: settings and bookmarks.
    #[must_use]
    pub fn config(&self) -> &Path {
        &self.config
    }

    /// For issues that the user collects.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// For what may be lost: reading positions and read marks.
    #[must_use]
    pub fn state(&self) -> &Path {
        &self.state
    }

    /// The settings.
    #[must_use]
    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    /// The bookmarks.
    #[must_use]
    pub fn bookmarks_file(&self) -> PathBuf {
        self.config.join("bookmarks.json")
    }

    /// Where the reader left each issue.
    #[must_use]
    pub fn places_folder(&self) -> PathBuf {
        self.state.join("places")
    }

    /// The shelf that opens when no path is given and none is configured.
    #[must_use]
    pub fn issues_folder(&self) -> PathBuf {
        self.data.join("issues")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_stand_in_their_folders() {
        let folders = Folders::new(Path::new("/c"), Path::new("/d"), Path::new("/s")).unwrap();
        assert_eq!(folders.config_file(), Path::new("/c/config.toml"));
        assert_eq!(folders.bookmarks_file(), Path::new("/c/bookmarks.json"));
        assert_eq!(folders.issues_folder(), Path::new("/d/issues"));
        assert_eq!(folders.state(), Path::new("/s"));
        assert_eq!(folders.places_folder(), Path::new("/s/places"));
    }

    #[test]
    fn a_relative_folder_is_no_home() {
        let relative = Folders::new(Path::new("c"), Path::new("/d"), Path::new("/s"));
        assert_eq!(relative, Err(NoHome));
        let said = NoHome.to_string();
        assert!(said.contains("HOME") && !said.contains('\n'), "{said}");
    }
}
