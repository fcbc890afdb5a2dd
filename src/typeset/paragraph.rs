//! Lines out of units: each takes as many as its measure holds.

use super::breaks::Level;
use super::unit::{Kind, Unit};
use super::width::Columns;

/// One line found in a run of units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cut {
    /// How many units the line takes, with the spaces at its end.
    pub(super) end: usize,
    /// How many of them are shown.
    pub(super) shown: usize,
    /// The cells of those that are shown, a hung mark left out.
    pub(super) width: Columns,
    /// The cells of the mark that hangs right of the measure.
    pub(super) hung: Columns,
    /// Nothing comes after it.
    pub(super) last: bool,
}

/// What a line has room for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// This line's cells.
    pub(super) line: Columns,
    /// A full line's cells: what is wider than this is over-long.
    pub(super) measure: Columns,
    /// Cells right of the measure for a mark to hang in.
    pub(super) gutter: Columns,
    /// Whether a last line of one character gets another from the line before.
    pub(super) company: bool,
}

/// The line that starts with the first of `units`; `None` if that takes more units to tell. `complete` says that
/// these are all units to the paragraph's end. A line takes at least one unit.
pub(super) fn cut(units: &[Unit], room: Room, complete: bool) -> Option<Cut> {
    let mut cut = fill_up(units, room, complete)?;
    // No line starts with a space.
    let rest = units.get(cut.end..).unwrap_or_default();
    cut.end += rest.iter().take_while(|unit| unit.kind == Kind::Space).count();
    cut.last = complete && cut.end == units.len();
    if !complete && units.len() < cut.end + LOOK_AHEAD {
        // Too near the edge to know what comes after.
        return None;
    }
    if room.company && !cut.last {
        return Some(with_company(units, cut, room));
    }
    Some(cut)
}

/// More than a last line of one character and its marks ever has.
const LOOK_AHEAD: usize = 8;

/// How many cells a line may be short so that a number stays with what it counts: two em, less where that is much, and up
/// to four where it is little.
fn waste(line: Columns) -> Columns {
    Columns(line.0 / 6).min(Columns(4)).max(Columns(line.0 / 8).min(Columns(8)))
}

/// The line up to a break.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    end: usize,
    shown: usize,
    width: Columns,
}

fn fill_up(units: &[Unit], room: Room, complete: bool) -> Option<Cut> {
    let mut full: Option<Candidate> = None;
    // The last one that parts no number.
    let mut good: Option<Candidate> = None;
    let mut spare: Option<Candidate> = None;
    let mut shown = 0;
    let mut width = Columns::ZERO;
    let mut spaces = Columns::ZERO;
    for (n, unit) in units.iter().enumerate() {
        if unit.kind == Kind::Space {
            spaces += unit.columns();
        } else {
            let reach = width + spaces + unit.columns();
            if reach > room.line {
                if let Some(cut) = hang(units, n, width, spaces, room) {
                    return Some(cut);
                }
                // A number goes down to what it counts, if the line is not much shorter for it.
                let full = good.filter(|good| room.line - good.width <= waste(room.line)).or(full);
                return overflow(units, n, Candidate { end: n, shown, width }, full, spare, room, complete);
            }
            width = reach;
            spaces = Columns::ZERO;
            shown = n + 1;
        }
        if unit.level >= Level::Spare {
            let here = Some(Candidate { end: n + 1, shown, width });
            match unit.level {
                Level::Full => (full, good) = (here, here),
                Level::Poor => full = here,
                _ => spare = here,
            }
        }
    }
    complete.then_some(Cut { end: units.len(), shown, width, hung: Columns::ZERO, last: true })
}

/// The line, if unit `n`, the first that finds no room, may hang.
fn hang(units: &[Unit], n: usize, width: Columns, spaces: Columns, room: Room) -> Option<Cut> {
    let unit = units.get(n)?;
    let before = units.get(n.checked_sub(1)?)?;
    // What comes after the mark and its spaces may start a line, or there is nothing.
    let ends = || {
        let spaces = units.iter().skip(n + 1).take_while(|unit| unit.kind == Kind::Space).count();
        units.get(n + 1 + spaces).is_none()
            || units.get(n + spaces).is_some_and(|last| last.level >= Level::Poor)
    };
    let hangs = unit.kind.hangs()
        && unit.columns() <= room.gutter
        && spaces == Columns::ZERO
        && !before.kind.is_mark()
        && before.kind != Kind::Replaced
        && ends();
    hangs.then_some(Cut { end: n + 1, shown: n + 1, width, hung: unit.columns(), last: false })
}

/// The line, if unit `n` is the first that finds no room on it. `all` is the line with all units before it.
fn overflow(
    units: &[Unit],
    n: usize,
    all: Candidate,
    full: Option<Candidate>,
    spare: Option<Candidate>,
    room: Room,
    complete: bool,
) -> Option<Cut> {
    let take = |cut: Candidate| {
        Some(Cut { end: cut.end, shown: cut.shown, width: cut.width, hung: Columns::ZERO, last: false })
    };
    match (full, spare) {
        (Some(full), None) => take(full),
        (None, Some(spare)) => take(spare),
        (Some(full), Some(spare)) if spare.end < full.end => take(full),
        (Some(full), Some(spare)) => {
            // A word goes down whole if a line can hold it.
            let mut width = Columns::ZERO;
            for (m, unit) in units.iter().enumerate().skip(full.end) {
                width += unit.columns();
                if m >= n && width > room.measure {
                    return take(spare);
                }
                if unit.level >= Level::Poor {
                    return take(full);
                }
            }
            if complete { take(full) } else { None }
        }
        (None, None) => take(emergency(units, n, all)),
    }
}

/// The line, if its first word is wider than the line: as much of it as there is room for, and at least one unit.
/// Better not between the halves of a dash, and not where a mark would start the next line or an opening one end this.
fn emergency(units: &[Unit], n: usize, all: Candidate) -> Candidate {
    let n = n.max(1);
    let rank = |end: usize| -> Option<u8> {
        let (last, next) = (units.get(end.checked_sub(1)?)?, units.get(end)?);
        if last.level == Level::Never {
            return Some(0);
        }
        let bad = next.kind.closes() || next.kind == Kind::Space || last.kind == Kind::Opening;
        Some(if bad { 1 } else { 2 })
    };
    let mut best = (n, rank(n).unwrap_or(2));
    for end in (1..n).rev() {
        if best.1 == 2 {
            break;
        }
        match rank(end) {
            Some(rank) if rank > best.1 => best = (end, rank),
            _ => {}
        }
    }
    let end = best.0;
    if end == all.end {
        return all;
    }
    measure(units, end)
}

/// The line of the first `end` units.
fn measure(units: &[Unit], end: usize) -> Candidate {
    let taken = units.get(..end).unwrap_or_default();
    let spaces = taken.iter().rev().take_while(|unit| unit.kind == Kind::Space).count();
    let shown = end - spaces;
    Candidate { end, shown, width: taken.iter().take(shown).map(|unit| unit.columns()).sum() }
}

/// If only one character would be left for the last line, it gets company from this one.
fn with_company(units: &[Unit], cut: Cut, room: Room) -> Cut {
    let rest = units.get(cut.end..).unwrap_or_default();
    if rest.len() >= LOOK_AHEAD || !is_alone(rest) {
        return cut;
    }
    // Not at the price of half a line.
    let least = room.line.half();
    for end in (1..cut.end).rev() {
        let Some(unit) = units.get(end - 1) else { break };
        if unit.level != Level::Full || is_alone(units.get(end..).unwrap_or_default()) {
            continue;
        }
        let shorter = measure(units, end);
        if shorter.width < least {
            break;
        }
        return Cut { end, shown: shorter.shown, width: shorter.width, hung: Columns::ZERO, last: false };
    }
    cut
}

/// Whether a line of these would have a single character, marks not counted.
fn is_alone(units: &[Unit]) -> bool {
    let mut characters = units.iter().filter(|unit| !unit.kind.is_mark() && unit.kind != Kind::Space);
    characters.next().is_some_and(|one| one.kind == Kind::Wide) && characters.next().is_none()
}

#[cfg(test)]
mod tests;
