//! Places of a reader in an issue.

use crate::bookmarks::{By, Followed};
use crate::issue::{ArticleNo, Position};

/// A place to come back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The first words on the screen.
    pub(super) at: Position,
    /// How many empty lines stood above them at the top of the screen.
    pub(super) blanks: usize,
}

/// An article and a place in it, to come back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Whereabouts {
    pub(super) article: ArticleNo,
    pub(super) place: Place,
}

impl Place {
    pub(super) const START: Self = Self { at: Position::START, blanks: 0 };

    /// This place, whose words are there now.
    pub(super) const fn followed(self, there: Followed) -> Self {
        match there.by {
            By::Here | By::Words => Self { at: there.position, ..self },
            By::Article | By::Neighbour => Self { at: there.position, blanks: 0 },
        }
    }
}

impl Whereabouts {
    /// Whether it is where the article starts.
    pub(super) fn is_start(self) -> bool {
        self.place == Place::START
    }

    /// The words there.
    pub(super) const fn position(self) -> (ArticleNo, Position) {
        (self.article, self.place.at)
    }

    /// The same, after its words were found there.
    pub(super) const fn followed(self, there: Followed) -> Self {
        Self { article: there.article, place: self.place.followed(there) }
    }
}
