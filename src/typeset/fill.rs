//! A line that is a little short is filled with spaces, where they are seen least.

use super::unit::{Kind, Unit};
use super::width::Columns;

/// How many cells a Chinese, Japanese or Korean line may be short and still be filled.
const MOST: usize = 2;

/// Puts into `places` the units before which a space of one cell is to be shown so that a line of these units,
/// `short` cells short, is full. Ascending; nothing if it can't be filled well.
///
/// First where there is a space already, then where Han meets a Latin letter or number, then after a mark; never
/// between two Han (CLREQ 3.2.2 has this order; half and quarter em are one cell here).
pub(super) fn east_asian(units: &[Unit], short: Columns, places: &mut Vec<usize>) {
    places.clear();
    if short == Columns::ZERO || short.0 > MOST {
        return;
    }
    let found: Vec<(usize, Tier)> =
        pairs(units).filter_map(|(n, a, b)| Some((n, tier(units, n, a, b)?))).collect();
    let mut of_tier = Vec::new();
    for tier in Tier::ALL {
        of_tier.clear();
        of_tier.extend(found.iter().filter(|(_, other)| *other == tier).map(|(n, _)| *n));
        spread(&of_tier, short.0 - places.len(), places);
        if places.len() == short.0 {
            places.sort_unstable();
            return;
        }
    }
    places.clear();
}

/// Where a space is seen least, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tier {
    /// After a space.
    Space,
    /// Before a Latin word or number and after a word.
    Joint,
    /// Between a number and what it counts.
    Count,
    /// After `。；：！？`.
    Stop,
    /// After `，`.
    Comma,
    /// After `、`.
    Pause,
    /// Inside a date or the like: `9月7日`.
    Date,
}

impl Tier {
    const ALL: [Self; 7] =
        [Self::Space, Self::Joint, Self::Count, Self::Stop, Self::Comma, Self::Pause, Self::Date];
}

/// What a space between `a` and `b` is worth, unit `n` being `b`.
fn tier(units: &[Unit], n: usize, a: Kind, b: Kind) -> Option<Tier> {
    use Kind::{Comma, Digit, Letter, Pause, Space, Stop, Wide};
    let digit = |n: Option<usize>| n.and_then(|n| units.get(n)).is_some_and(|unit| unit.kind == Digit);
    Some(match (a, b) {
        (_, Space) => return None,
        (Space, _) => Tier::Space,
        (_, b) if b.closes() => return None,
        (Wide, Digit) if digit(n.checked_sub(2)) => Tier::Date,
        (Digit, Wide) if digit(Some(n + 1)) => Tier::Date,
        (Wide, Letter | Digit) | (Letter, Wide) => Tier::Joint,
        (Digit, Wide) => Tier::Count,
        (Stop, _) => Tier::Stop,
        (Comma, _) => Tier::Comma,
        (Pause, _) => Tier::Pause,
        _ => return None,
    })
}

/// As [`east_asian`], for text in words: any length that its spaces can take, two cells each at most. A place may
/// come twice.
pub(super) fn words(units: &[Unit], short: Columns, places: &mut Vec<usize>) {
    places.clear();
    let found: Vec<usize> =
        pairs(units).filter(|(_, a, b)| *a == Kind::Space && *b != Kind::Space).map(|(n, ..)| n).collect();
    if short == Columns::ZERO || short.0 > 2 * found.len() {
        return;
    }
    if let Some(more) = short.0.checked_sub(found.len()) {
        places.extend_from_slice(&found);
        spread(&found, more, places);
    } else {
        spread(&found, short.0, places);
    }
    places.sort_unstable();
}

/// Each unit but the first, with the one before it.
fn pairs(units: &[Unit]) -> impl Iterator<Item = (usize, Kind, Kind)> {
    units.iter().zip(units.iter().skip(1)).enumerate().map(|(n, (a, b))| (n + 1, a.kind, b.kind))
}

/// Adds `need` of `found`, or all of them, evenly spread.
fn spread(found: &[usize], need: usize, places: &mut Vec<usize>) {
    let need = need.min(found.len());
    for k in 0..need {
        // The middle of the kth of `need` equal parts.
        places.extend(found.get((2 * k + 1) * found.len() / (2 * need)));
    }
}
