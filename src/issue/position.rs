//! Where in an article: a part and an offset in it. Never a screen row, so that no width changes it.

use serde::{Deserialize, Serialize};

/// A count of extended grapheme clusters (UAX #29) of a part's text as printed: what a reader calls characters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Clusters(pub usize);

/// A part of an article that holds text. The order is the reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The nth printed line of the kicker, from 0.
    Kicker(usize),
    /// The nth printed line of the headline, from 0.
    Headline(usize),
    /// The nth printed line of the deck, from 0.
    Deck(usize),
    /// The byline.
    Byline,
    /// The nth block of the body, from 0.
    Block(usize),
}

/// A place in an article's text. The order is the reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Position {
    /// The part.
    pub part: Part,
    /// How far into the part's text.
    pub offset: Clusters,
}

impl Position {
    /// Before anything an article can hold.
    pub const START: Self = Self { part: Part::Kicker(0), offset: Clusters(0) };

    /// The place `offset` clusters into `part`.
    #[must_use]
    pub const fn new(part: Part, offset: usize) -> Self {
        Self { part, offset: Clusters(offset) }
    }
}
