//! Whether an issue's files have changed, without a look into them.

use super::{Source, sidecar};
use crate::files::{self, Mark};

/// When the file of an issue, and the corrections beside it, were last changed. Two that are equal say that nothing
/// was; samples and standard input have one for all times.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stamp {
    page: Option<Mark>,
    corrections: Option<Mark>,
}

impl Stamp {
    /// The stamp of now: two looks at a folder.
    #[must_use]
    pub fn of(source: &Source) -> Self {
        let Source::File(path) = source else { return Self::default() };
        let corrections = sidecar::path_of(path).and_then(|path| files::mark(&path));
        Self { page: files::mark(path), corrections }
    }

    /// Whether there was a file at all.
    #[must_use]
    pub const fn is_there(&self) -> bool {
        self.page.is_some()
    }
}
