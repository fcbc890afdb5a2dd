//! The text that is shown, and the way back from it to the text as printed.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::punctuation::{self, Punctuation};
use super::sanitize;
use super::script::{Guise, Script};
use crate::issue::han;

/// What an unseen character says of the place where it stood.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Bond {
    /// Nothing.
    #[default]
    None,
    /// No line ends here: U+2060, U+FEFF.
    Joins,
    /// A line may end here: U+200B.
    Parts,
}

impl Bond {
    fn of(dropped: &str) -> Self {
        match dropped {
            "\u{2060}" | "\u{FEFF}" => Self::Joins,
            "\u{200B}" => Self::Parts,
            _ => Self::None,
        }
    }

    /// Of two at one place a break wins (UAX #14, LB8 before LB11).
    const fn with(self, other: Self) -> Self {
        match (self, other) {
            (Self::Parts, _) | (_, Self::Parts) => Self::Parts,
            (Self::Joins, _) | (_, Self::Joins) => Self::Joins,
            _ => Self::None,
        }
    }
}

/// A stretch of shown text that does not stand, cluster for cluster, for the text as printed.
///
/// All shown text outside of odd stretches does: one cluster there is one cluster of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Odd {
    /// The byte in the shown text where it starts.
    pub(super) at: usize,
    /// Its bytes; 0 where something was dropped and nothing is shown in its place.
    pub(super) len: usize,
    /// The clusters of the source it stands for; 0 where something was put in.
    pub(super) clusters: usize,
    /// What was dropped says of a line's end here.
    pub(super) bond: Bond,
}

/// A part's text as it is shown, with the way back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown<'a> {
    pub(super) text: Cow<'a, str>,
    /// Ascending, without overlap.
    pub(super) odds: Vec<Odd>,
}

impl<'a> Shown<'a> {
    /// `source` as it is shown: printable, and in this guise.
    pub(super) fn new(source: &'a str, guise: Guise) -> Self {
        let mut shown = Self::printable(source);
        if guise.marks == Punctuation::FullWidth
            && let Some((text, odds)) = punctuation::full_width(&shown.text, &shown.odds)
        {
            shown = Self { text: Cow::Owned(text), odds };
        }
        // Every byte stays in its place, and so does the map.
        if guise.script == Script::Simplified
            && let Cow::Owned(simplified) = han::simplify(&shown.text)
        {
            shown.text = Cow::Owned(simplified);
        }
        shown
    }

    /// `source` as [`sanitize::printable`] shows it.
    fn printable(source: &'a str) -> Self {
        if sanitize::is_printable(source) {
            return Self { text: Cow::Borrowed(source), odds: Vec::new() };
        }
        let mut text = String::with_capacity(source.len());
        // Where each source cluster's shown text ends.
        let mut ends = Vec::new();
        for cluster in source.graphemes(true) {
            sanitize::push_cluster(cluster, &mut text);
            ends.push((text.len(), Bond::of(cluster)));
        }
        let odds = odds(&text, &ends);
        Self { text: Cow::Owned(text), odds }
    }
}

/// `text` as an article shows it: printable, and in this guise. For text outside of an article, a title in a list for
/// one.
#[must_use]
pub fn shown(text: &str, guise: Guise) -> Cow<'_, str> {
    Shown::new(text, guise).text
}

/// The odd stretches of `text`, if source cluster n is shown up to byte `ends[n]`; beside it what it says if it is dropped.
fn odds(text: &str, ends: &[(usize, Bond)]) -> Vec<Odd> {
    let mut odds = Vec::new();
    let mut shown = text.grapheme_indices(true).map(|(at, cluster)| at + cluster.len()).peekable();
    let mut ends = ends.iter().copied().peekable();
    let mut at = 0;
    while let Some((mut source_end, bond)) = ends.next() {
        if source_end == at {
            // Dropped. (Nothing is open here: each stretch below takes its dropped clusters with it or ends before.)
            odds.push(Odd { at, len: 0, clusters: 1, bond });
            continue;
        }
        let mut clusters = 1;
        let mut pieces = 0;
        let mut shown_end = at;
        // Go on to where a border of shown clusters is a border of source clusters as well.
        loop {
            while shown_end < source_end {
                let Some(end) = shown.next() else { break };
                shown_end = end;
                pieces += 1;
            }
            if shown_end <= source_end {
                break;
            }
            let Some((end, _)) = ends.next() else { break };
            source_end = end;
            clusters += 1;
        }
        if (clusters, pieces) != (1, 1) {
            odds.push(Odd { at, len: source_end - at, clusters, bond: Bond::None });
        }
        at = source_end;
    }
    join(odds)
}

/// Joins drops at one place.
fn join(odds: Vec<Odd>) -> Vec<Odd> {
    let mut joined: Vec<Odd> = Vec::with_capacity(odds.len());
    for odd in odds {
        match joined.last_mut() {
            Some(last) if last.at == odd.at && last.len == 0 && odd.len == 0 => {
                last.clusters += odd.clusters;
                last.bond = last.bond.with(odd.bond);
            }
            _ => joined.push(odd),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn odd(at: usize, len: usize, clusters: usize) -> Odd {
        Odd { at, len, clusters, bond: Bond::None }
    }

    fn bond(at: usize, clusters: usize, bond: Bond) -> Odd {
        Odd { bond, ..odd(at, 0, clusters) }
    }

    #[test]
    fn a_clean_text_is_borrowed() {
        let shown = Shown::printable("今晚是满月 e\u{301}");
        assert!(matches!(shown.text, Cow::Borrowed(_)));
        assert_eq!(shown.odds, []);
    }

    #[test]
    fn what_is_dropped_or_merged_is_written_down() {
        let cases: [(&str, &str, &[Odd]); 10] = [
            ("月\t球", "月 球", &[]),
            ("月\u{AD}球", "月球", &[odd(3, 0, 1)]),
            ("月\u{200B}球", "月球", &[bond(3, 1, Bond::Parts)]),
            ("月\u{200B}\u{1B}\u{2060}球", "月球", &[bond(3, 3, Bond::Parts)]),
            ("月\u{1B}\u{2060}球", "月球", &[bond(3, 2, Bond::Joins)]),
            ("\u{1B}[31m月", "[31m月", &[odd(0, 0, 1)]),
            ("月\u{FEFF}", "月", &[bond(3, 1, Bond::Joins)]),
            // A family comes apart, but stays one piece.
            ("👨\u{200D}👩\u{200D}👧月", "👨👩👧月", &[odd(0, 12, 1)]),
            ("☀\u{FE0F}月", "☀月", &[]),
            // Two half flags with something unseen between them become one flag.
            ("🇨\u{200B}🇳月", "🇨🇳月", &[odd(0, 8, 3)]),
        ];
        for (source, text, odds) in cases {
            let shown = Shown::printable(source);
            assert_eq!(shown.text, text, "{source:?}");
            assert_eq!(shown.odds, odds, "{source:?}");
        }
    }
}
