//! A headline too long for its line is spread evenly over as few lines as will hold it.

use super::breaks::Level;
use super::paragraph::Cut;
use super::unit::{Kind, Unit};
use super::width::Columns;

/// Longer than this is no headline and not worth the search.
const LONGEST: usize = 2000;

/// Where a line of a headline may end.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// Units before it.
    end: usize,
    /// Those of them that are shown if the line ends here.
    shown: usize,
    /// Cells before it, with all spaces.
    all: usize,
    /// Cells before it if the line ends here.
    trimmed: usize,
    /// What it costs to end here.
    penalty: usize,
}

/// The best way to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Way {
    lines: usize,
    cost: usize,
    from: usize,
}

/// Cuts `units` into as few lines as hold them, as even as can be, rather at a space or after a mark than elsewhere.
/// `texts` gives each unit's text. `None` if there is a word longer than a line.
pub(super) fn balance<'a>(
    units: &[Unit],
    texts: impl Iterator<Item = &'a str>,
    measure: Columns,
) -> Option<Vec<Cut>> {
    if units.len() > LONGEST {
        return None;
    }
    let places = places(units, texts, measure.0);
    let total = places.last()?.trimmed;
    // Once to learn how many lines there are, once more to make them even.
    let fewest = search(&places, measure.0, measure.0)?.last()?.lines;
    let ways = search(&places, measure.0, total.div_ceil(fewest.max(1)))?;
    let mut cuts = Vec::with_capacity(fewest);
    let mut to = places.len() - 1;
    while to > 0 {
        let (way, place) = (ways.get(to)?, places.get(to)?);
        let before = places.get(way.from)?;
        cuts.push(Cut {
            end: place.end - before.end,
            shown: place.shown - before.end,
            width: Columns(place.trimmed - before.all),
            hung: Columns::ZERO,
            last: to == places.len() - 1,
        });
        to = way.from;
    }
    cuts.reverse();
    Some(cuts)
}

fn search(places: &[Place], measure: usize, target: usize) -> Option<Vec<Way>> {
    let mut ways: Vec<Way> = Vec::with_capacity(places.len());
    ways.push(Way { lines: 0, cost: 0, from: 0 });
    for (n, place) in places.iter().enumerate().skip(1) {
        let mut best: Option<Way> = None;
        for (from, before) in places.iter().enumerate().take(n).rev() {
            let width = place.trimmed.saturating_sub(before.all);
            if width > measure {
                break;
            }
            let Some(way) = ways.get(from).filter(|way| way.lines != usize::MAX) else { continue };
            let off = target.abs_diff(width);
            let cost = way.cost + off * off + place.penalty;
            let way = Way { lines: way.lines + 1, cost, from };
            if best.is_none_or(|best| way < best) {
                best = Some(way);
            }
        }
        ways.push(best.unwrap_or(Way { lines: usize::MAX, cost: 0, from: 0 }));
    }
    (ways.last()?.lines != usize::MAX).then_some(ways)
}

/// The start, every place where a line may end, and the end.
fn places<'a>(units: &[Unit], texts: impl Iterator<Item = &'a str>, measure: usize) -> Vec<Place> {
    let mut places = vec![Place { end: 0, shown: 0, all: 0, trimmed: 0, penalty: 0 }];
    let (mut shown, mut all, mut trimmed) = (0, 0, 0);
    let mut texts = texts.peekable();
    for (n, unit) in units.iter().enumerate() {
        let text = texts.next().unwrap_or_default();
        all += usize::from(unit.width);
        if unit.kind != Kind::Space {
            shown = n + 1;
            trimmed = all;
        }
        let next = units.get(n + 1);
        // No line starts with a space.
        if next.is_none_or(|next| unit.level == Level::Full && next.kind != Kind::Space) {
            let after = texts.peek().copied().unwrap_or_default();
            let penalty = next.map_or(0, |next| penalty(*unit, text, *next, after) * measure * measure / 24);
            places.push(Place { end: n + 1, shown, all, trimmed, penalty });
        }
    }
    places
}

/// How bad it is to end a headline's line between these two, 0 to 8.
fn penalty(unit: Unit, text: &str, next: Unit, after: &str) -> usize {
    match (unit.kind, next.kind) {
        (Kind::Space, _) => 0,
        (mark, _) if mark.closes() => 0,
        (_, Kind::Opening) => 1,
        _ if matches!(text, "—" | "…") => 0,
        // What leans on the word before it.
        _ if matches!(after, "的" | "了" | "着" | "们" | "等" | "上" | "下" | "中" | "里" | "内") => {
            8
        }
        // What leans on the word after it.
        _ if matches!(text, "和" | "与" | "在" | "及" | "为" | "对" | "将" | "从" | "不" | "第") => {
            6
        }
        _ if matches!(text, "的" | "了") => 3,
        _ => 4,
    }
}
