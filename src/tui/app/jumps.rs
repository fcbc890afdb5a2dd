//! The jump list: where the reader came from, and back.

use crate::bookmarks::Followed;
use crate::issue::{ArticleNo, Position};

use super::whereabouts::Whereabouts;

/// So many jumps are kept.
const MOST: usize = 100;

/// The places before the jumps, and those that going back has left.
#[derive(Debug, Default)]
pub(crate) struct Jumps {
    back: Vec<Whereabouts>,
    forth: Vec<Whereabouts>,
}

impl Jumps {
    /// The reader jumps away from `here`.
    pub(super) fn leave(&mut self, here: Whereabouts) {
        self.forth.clear();
        if self.back.last() != Some(&here) {
            self.back.push(here);
        }
        if self.back.len() > MOST {
            self.back.remove(0);
        }
    }

    /// All of its places.
    pub(super) fn places(&self) -> impl Iterator<Item = (ArticleNo, Position)> {
        self.back.iter().chain(&self.forth).map(|there| there.position())
    }

    /// Moves every place to where `find` says that it is now; one that it doesn't know is forgotten.
    pub(super) fn follow(&mut self, find: impl Fn((ArticleNo, Position)) -> Option<Followed>) {
        for places in [&mut self.back, &mut self.forth] {
            let followed = places.iter().filter_map(|there| Some(there.followed(find(there.position())?)));
            *places = followed.collect();
        }
    }

    /// The place before the last jump; `here` is where going forth returns to.
    pub(super) fn back(&mut self, here: Whereabouts) -> Option<Whereabouts> {
        let there = self.back.pop()?;
        self.forth.push(here);
        Some(there)
    }

    /// The place that going back left.
    pub(super) fn forth(&mut self, here: Whereabouts) -> Option<Whereabouts> {
        let there = self.forth.pop()?;
        self.back.push(here);
        Some(there)
    }
}
