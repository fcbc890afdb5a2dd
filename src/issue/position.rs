//! Where in an article: a part and an offset in it. Never a screen row, so that no width changes it.

use serde::{Deserialize, Serialize};

/// A count of extended grapheme clusters (UAX #29) of a part's text as printed: what a reader calls characters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Clusters(pub usize);

/// A part of an article that holds text. The order is the reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
///
/// In JSON it is flat, as a person would write it: `{"part": "block", "index": 2, "offset": 17}`. `index` counts the
/// lines of a head or the blocks of the body from 0; a byline has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "Flat", from = "Flat")]
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

/// A [`Position`] as JSON has it.
#[derive(Serialize, Deserialize)]
struct Flat {
    part: Name,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    index: Option<usize>,
    #[serde(default)]
    offset: Clusters,
}

/// The kind of a [`Part`].
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Name {
    Kicker,
    Headline,
    Deck,
    Byline,
    Block,
}

impl From<Position> for Flat {
    fn from(position: Position) -> Self {
        let (part, index) = match position.part {
            Part::Kicker(n) => (Name::Kicker, Some(n)),
            Part::Headline(n) => (Name::Headline, Some(n)),
            Part::Deck(n) => (Name::Deck, Some(n)),
            Part::Byline => (Name::Byline, None),
            Part::Block(n) => (Name::Block, Some(n)),
        };
        Self { part, index, offset: position.offset }
    }
}

impl From<Flat> for Position {
    fn from(flat: Flat) -> Self {
        let n = flat.index.unwrap_or(0);
        let part = match flat.part {
            Name::Kicker => Part::Kicker(n),
            Name::Headline => Part::Headline(n),
            Name::Deck => Part::Deck(n),
            Name::Byline => Part::Byline,
            Name::Block => Part::Block(n),
        };
        Self { part, offset: flat.offset }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_reads_well_in_json() {
        let cases = [
            (Position::new(Part::Block(2), 17), r#"{"part":"block","index":2,"offset":17}"#),
            (Position::new(Part::Headline(0), 0), r#"{"part":"headline","index":0,"offset":0}"#),
            (Position::new(Part::Byline, 3), r#"{"part":"byline","offset":3}"#),
        ];
        for (position, json) in cases {
            assert_eq!(serde_json::to_string(&position).unwrap(), json);
            assert_eq!(serde_json::from_str::<Position>(json).unwrap(), position);
        }
    }
}
