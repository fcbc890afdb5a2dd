//! Why places could not be kept, in one sentence: what, where, what to do.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use super::document::FORMAT;
use crate::files;

/// Why places could not be kept. The file has what it had. A reader may go on: nothing but places is lost.
#[derive(Debug, thiserror::Error)]
pub enum PlacesError {
    /// The system refused.
    #[error(
        "cannot keep the places in {} ({source}): {}",
        path.display(),
        files::advice(source, "XDG_STATE_HOME")
    )]
    Disk {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Another newsprint holds the lock.
    #[error(
        "another newsprint has held the places in {} for {} s: try again, or close it",
        path.display(),
        waited.as_secs()
    )]
    Busy {
        /// The file.
        path: PathBuf,
        /// How long this one waited.
        waited: Duration,
    },
    /// A newer newsprint wrote the file.
    #[error(
        "the places in {} are in the format {found} and this newsprint knows {FORMAT}: use a newer newsprint",
        path.display()
    )]
    Newer {
        /// The file, which was left alone.
        path: PathBuf,
        /// Its format.
        found: String,
    },
}
