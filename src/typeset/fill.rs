//! A line that is a little short is filled with spaces, where they are seen least.

use super::units::{Kind, Unit};
use super::width::Columns;

/// How many cells a Chinese, Japanese or Korean line may be short and still be filled.
const MOST: usize = 2;

/// Puts into `places` the units before which a space of one cell is to be shown so that a line of these units,
/// `short` cells short, is full. Ascending; nothing if it can't be filled well.
///
/// First where there is a space already, then where Han meets a Latin letter or digit, then after a mark; never
/// between two Han (CLREQ 3.2.2 has this order; half and quarter em are one cell here).
pub(super) fn east_asian(units: &[Unit], short: Columns, places: &mut Vec<usize>) {
    places.clear();
    if short == Columns::ZERO || short.0 > MOST {
        return;
    }
    for tier in [after_space, at_joint, after_mark] {
        let need = short.0 - places.len();
        let found: Vec<usize> = pairs(units).filter(|(_, a, b)| tier(*a, *b)).map(|(n, ..)| n).collect();
        spread(&found, need, places);
        if places.len() == short.0 {
            places.sort_unstable();
            return;
        }
    }
    places.clear();
}

/// As [`east_asian`], for text in words: any length that its spaces can take, two cells each at most. A place may
/// come twice.
pub(super) fn words(units: &[Unit], short: Columns, places: &mut Vec<usize>) {
    places.clear();
    let found: Vec<usize> = pairs(units).filter(|(_, a, b)| after_space(*a, *b)).map(|(n, ..)| n).collect();
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

fn after_space(a: Kind, b: Kind) -> bool {
    a == Kind::Space && b != Kind::Space
}

fn at_joint(a: Kind, b: Kind) -> bool {
    matches!((a, b), (Kind::Wide, Kind::Word) | (Kind::Word, Kind::Wide))
}

fn after_mark(a: Kind, b: Kind) -> bool {
    a == Kind::Stop && !matches!(b, Kind::Stop | Kind::Closing | Kind::Space)
}

/// Adds `need` of `found`, or all of them, evenly spread.
fn spread(found: &[usize], need: usize, places: &mut Vec<usize>) {
    let need = need.min(found.len());
    for k in 0..need {
        // The middle of the kth of `need` equal parts.
        places.extend(found.get((2 * k + 1) * found.len() / (2 * need)));
    }
}
