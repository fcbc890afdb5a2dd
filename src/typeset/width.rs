//! Terminal cells. The only place in the crate that asks how wide a text is.
//!
//! A text is measured per extended grapheme cluster (UAX #29), never per character: `👨‍👩‍👧` is not three emoji wide
//! and `か` with a combining mark is not three cells.
//!
//! **Contract.** For [`Ambiguous::Narrow`] the width of a text is exactly how far the screen library's cursor moves
//! when it prints that text; `tests/width.rs` holds us to it. For [`Ambiguous::Wide`] every character of East Asian
//! Width class A (UAX #11) takes two cells, Greek, Cyrillic and box drawing among them, as terminals with that
//! setting draw them. A terminal that draws only some [`Class`]es of them wide is [`Ambiguous::Mixed`].
//!
//! **Limits.** Brahmic clusters are as wide as their font makes them; no table knows.

mod ambiguous;
mod table;

use std::borrow::Cow;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub, SubAssign};

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::sanitize;

pub use ambiguous::{Ambiguous, Class, WideClasses, is_ambiguous};

/// A count of terminal cells. Sums and differences stop at the ends of the range instead of wrapping.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Columns(pub usize);

impl Columns {
    /// No cell.
    pub const ZERO: Self = Self(0);

    /// The greatest even number of cells that is not more than this.
    #[must_use]
    pub const fn even(self) -> Self {
        Self(self.0 & !1)
    }

    /// Half of them, rounded down.
    #[must_use]
    pub const fn half(self) -> Self {
        Self(self.0 / 2)
    }
}

impl Add for Columns {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Columns {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl AddAssign for Columns {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Columns {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Sum for Columns {
    fn sum<I: Iterator<Item = Self>>(columns: I) -> Self {
        columns.fold(Self::ZERO, Add::add)
    }
}

impl fmt::Display for Columns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Measures text for one terminal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Widths {
    ambiguous: Ambiguous,
}

impl Widths {
    /// Widths for a terminal that draws ambiguous characters like this.
    #[must_use]
    pub const fn new(ambiguous: Ambiguous) -> Self {
        Self { ambiguous }
    }

    /// How the terminal draws ambiguous characters.
    #[must_use]
    pub const fn ambiguous(self) -> Ambiguous {
        self.ambiguous
    }

    /// The cells of one extended grapheme cluster. A cluster that holds a control character takes none: it is not
    /// to be printed (see [`sanitize::printable`]).
    #[must_use]
    pub fn cluster(self, cluster: &str) -> Columns {
        if let &[byte] = cluster.as_bytes() {
            return Columns(usize::from(matches!(byte, b' '..=b'~')));
        }
        if cluster.contains(char::is_control) {
            return Columns::ZERO;
        }
        // The two half-width sound marks have a cell of their own on every terminal, which unicode-width 0.2.2 does
        // not count.
        let sound_marks = cluster.chars().filter(|c| matches!(c, '\u{FF9E}' | '\u{FF9F}')).count();
        let narrow = Columns(cluster.width() + sound_marks);
        if self.ambiguous != Ambiguous::Narrow
            && narrow == Columns(1)
            && let Some(first) = cluster.chars().next().filter(|c| is_ambiguous(*c))
        {
            return self.ambiguous.cells(Class::of(first));
        }
        narrow
    }

    /// The cells of a text: the sum over its clusters.
    #[must_use]
    pub fn text(self, text: &str) -> Columns {
        if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            return Columns(text.len());
        }
        text.graphemes(true).map(|cluster| self.cluster(cluster)).sum()
    }
}

/// `text` made printable and cut to at most `columns` cells, at a cluster's border.
///
/// A text that was cut ends in `…`, whose own width is counted and before which no space stands; where not even that
/// fits, there is no `…`.
#[must_use]
pub fn fit(text: &str, columns: Columns, widths: Widths) -> Cow<'_, str> {
    const CUT: &str = "…";
    let text = sanitize::printable(text);
    let cut = widths.cluster(CUT);
    let room = columns.0.checked_sub(cut.0).map(Columns);
    // Where the text ends if it is cut with the sign, and without it.
    let (mut with, mut without) = (0, 0);
    let mut used = Columns::ZERO;
    for (at, cluster) in text.grapheme_indices(true) {
        used += widths.cluster(cluster);
        let end = at + cluster.len();
        if used > columns {
            let mut kept = match room {
                Some(_) => text.get(..with),
                None => text.get(..without),
            }
            .unwrap_or_default()
            .to_owned();
            if room.is_some() {
                kept.truncate(kept.trim_end().len());
                kept.push_str(CUT);
            }
            return Cow::Owned(kept);
        }
        without = end;
        if room.is_some_and(|room| used <= room) {
            with = end;
        }
    }
    text
}

#[cfg(test)]
mod tests;
