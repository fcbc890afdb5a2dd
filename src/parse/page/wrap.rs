//! Hard-wrapped text: which lines are pieces of one, because there was no more room on the line before.
//!
//! A dump may have its lines broken at a fixed width, as they stand in the paper's columns or in a mail. Such a line says
//! little of itself: it begins and ends anywhere. So the pieces are put together first, and all that is seen in lines and
//! around them is seen in the whole.
//!
//! **What tells it.** Lines of one width that follow each other, in the middle of sentences, with none much wider near
//! them. The width is taken anew in each neighbourhood, for columns differ. A line is *full* when the first word of the
//! next one had no room on it: so neither marks that can't open a line nor Latin words are in the way. Widths
//! are counted in cells, or in characters where that fits the page better.
//!
//! **What goes on.** The line after a full one, unless it is indented or opens as no middle of a text does. After a full
//! line that ends a sentence, a short one goes on only if it ends a sentence too; else it is a title.
//!
//! **Limits.** Without indents, a paragraph whose last line happens to be full runs into the next one. A page of fewer than
//! four full lines is not seen to be wrapped.

mod columns;

use super::chars::{Ending, ending, is_hangul, is_mark};
use super::cue::{Cue, Cues};
use super::line::{Chars, Line, Printed};
use super::{alone, build, dateline, shares};
use columns::{Columns, Edge, Measure};
use std::cell::Cell;

/// What no line in the middle of a text is.
const OPENERS: &[Cue] = &[
    Cue::Dateline,
    Cue::Reporter,
    Cue::PageHeading,
    Cue::PageCredits,
    Cue::Calendar,
    Cue::IssueNumber,
    Cue::TeaserWord,
];

/// Most cells of a line of wrapped text.
const WIDEST: usize = 110;

/// So many lines of one width say that the text was wrapped where blank lines stand between its lines.
const APART: usize = 8;

/// More than the lines that are looked at together.
const KEPT: usize = 4;

/// What is to be seen in single lines, remembered for the last few: each is asked for by the lines around it too.
struct Seen<'a> {
    lines: &'a [Printed<'a>],
    kept: [Cell<(usize, Cues)>; KEPT],
}

impl<'a> Seen<'a> {
    fn new(lines: &'a [Printed<'a>]) -> Self {
        Self { lines, kept: std::array::from_fn(|_| Cell::new((usize::MAX, Cues::default()))) }
    }

    /// What is to be seen in line `n`; nothing if there is none.
    fn cues(&self, n: usize) -> Cues {
        let (Some(kept), Some(line)) = (self.kept.get(n % KEPT), self.lines.get(n)) else {
            return Cues::default();
        };
        let (of, cues) = kept.get();
        if of == n {
            return cues;
        }
        let cues = alone::alone(line);
        kept.set((n, cues));
        cues
    }
}

/// What holds of the whole text.
struct Habits {
    columns: Columns,
    /// The indent of lines in the middle of a paragraph.
    edge: u8,
    /// Paragraphs begin with an indented line.
    indents: bool,
    /// Titles stand on one line, however wide.
    whole: bool,
    /// How many blank lines may stand between two lines of a paragraph.
    gap: u8,
    /// For each line but the last: it is full.
    full: Vec<bool>,
}

impl Habits {
    fn new(lines: &[Printed<'_>]) -> Option<Self> {
        let tight = lines.iter().filter(|line| line.gap == 0).count();
        let gap = u8::from(tight * 4 < lines.len());
        let latin = lines.iter().map(|line| line.text.len()).sum::<usize>();
        let chars = lines.iter().map(|line| line.chars.0 as usize).sum::<usize>();
        // Where most of the text stands in lines that no column is wide enough for, nothing was wrapped.
        let long = lines.iter().filter(|line| line.cells() > WIDEST);
        if long.map(|line| line.chars.0 as usize).sum::<usize>() * 2 > chars {
            return None;
        }
        let spaced = latin < chars + chars / 2 || hangul(lines);
        let edge = if spaced { Edge::Words } else { Edge::Even };
        let measures = [Measure::Cells, Measure::Chars];
        let columns = |measure| Columns::new(lines, gap, measure, edge);
        let shared = shares::size(lines.len()) < lines.len();
        let both = if shared { shares::each(measures, columns) } else { measures.map(columns).into() };
        // In cells, if characters are no better.
        let better = |best: Columns, other: Columns| if other.exact > best.exact { other } else { best };
        let mut columns = both.into_iter().reduce(better)?;
        if edge == Edge::Even && columns.exact * 2 < columns.near {
            columns = Columns::new(lines, gap, columns.measure, Edge::Ragged);
        }
        // Where a blank line stands before every line, a few paragraphs may be cut at one width by chance.
        if columns.widths.is_empty() || gap > 0 && columns.exact < APART {
            return None;
        }
        let mut habits = Self { columns, edge: 0, indents: false, whole: false, gap, full: Vec::new() };
        habits.learn(lines);
        Some(habits)
    }

    fn learn(&mut self, lines: &[Printed<'_>]) {
        let mut indents = [0_u32; 256];
        let (mut wide, mut all) = (0_usize, 0_usize);
        let pairs = lines.iter().zip(lines.iter().skip(1)).enumerate();
        let full: Vec<bool> = pairs.map(|(n, (line, next))| self.columns.full(n, line, next)).collect();
        for (n, line) in lines.iter().enumerate() {
            let column = self.columns.at(n);
            all += usize::from(column > 0);
            let slack = self.columns.measure.slack(self.columns.edge);
            wide += usize::from(column > 0 && self.columns.measure.line(line) > column + slack);
            if n > 0
                && full.get(n - 1) == Some(&true)
                && let Some(count) = indents.get_mut(usize::from(line.indent))
            {
                *count += 1;
            }
        }
        let most =
            indents.iter().enumerate().max_by_key(|&(n, &count)| (count, 255 - n)).map_or(0, |(n, _)| n);
        self.edge = u8::try_from(most).unwrap_or(0);
        let (mut inner, mut flush) = (0_usize, 0_usize);
        for (n, line) in lines.iter().enumerate() {
            let fresh = n == 0 || full.get(n - 1) == Some(&false);
            if fresh && full.get(n) == Some(&true) {
                inner += usize::from(line.indent > self.edge);
                flush += usize::from(line.indent <= self.edge);
            }
        }
        self.indents = inner >= 2 && inner >= flush;
        self.whole = wide * 300 > all;
        self.full = full;
    }

    /// Whether line `n` is full and another follows it.
    fn full(&self, n: usize) -> bool {
        self.full.get(n) == Some(&true)
    }

    /// Whether line `n + 1` could be a piece of a paragraph that is not its first.
    fn middle(&self, n: usize, seen: &Seen<'_>) -> bool {
        let Some(line) = seen.lines.get(n + 1) else { return false };
        let measure = self.columns.measure;
        line.indent <= self.edge
            && measure.line(line) <= self.columns.at(n) + measure.slack(self.columns.edge)
            && !seen.cues(n + 1).any(&[Cue::Dateline, Cue::Byline, Cue::MarkedNames])
    }

    /// Whether line `n + 1` goes on with what line `n` says. `fresh` says that line `n` itself does not go on.
    fn goes_on(&self, n: usize, seen: &Seen<'_>, fresh: bool) -> bool {
        let (Some(line), Some(next)) = (seen.lines.get(n), seen.lines.get(n + 1)) else { return false };
        let column = self.columns.at(n);
        if column == 0 || next.page_break {
            return false;
        }
        if next.indent > self.edge && (self.indents || next.indent > line.indent) {
            return false;
        }
        let last = ending(line.text);
        let flush = fresh && line.indent <= self.edge;
        let here = || seen.cues(n);
        let opens = || alone::has_clauses(line) || dateline::opening(line.text).is_some();
        let title = flush && (self.indents || !opens());
        let full = self.full(n);
        let next_stops = || ending(next.text) == Ending::Stop;
        let next_full = || self.full(n + 1);
        if next.gap > self.gap {
            // The column's end, if a piece comes after it and no title.
            let piece = || next_stops() || (next_full() && self.middle(n + 1, seen));
            return self.indents && full && !title && last != Ending::Stop && piece();
        }
        // In the middle of a sentence there need not be much of a sign.
        if !title && matches!(last, Ending::Letter | Ending::Comma) {
            let width = self.columns.measure.line(line);
            let near = || self.indents && width * 4 >= column * 3 && width <= column && (!fresh || opens());
            // ○○市 is a place without its name.
            return !next.text.starts_with(|c| is_mark(c) && c != '○')
                && (full
                    || (near()
                        && !here().any(&[Cue::Credit, Cue::Byline])
                        && !seen.cues(n + 1).any(OPENERS)));
        }
        if !full || next.text.starts_with(is_mark) {
            return false;
        }
        let here = here();
        if here.any(&[Cue::TailDateline, Cue::TailNote]) {
            return false;
        }
        let there = seen.cues(n + 1);
        if here.has(Cue::Unpaired) && !here.has(Cue::Closes) && there.has(Cue::Closes) {
            return true;
        }
        if there.any(OPENERS) {
            return false;
        }
        if last == Ending::Stop {
            // What is full and breaks off is a title if the line after it is no piece.
            let inner = || next_full() && self.middle(n + 1, seen);
            return !there.any(&[Cue::TailDateline, Cue::TailNote, Cue::Credit]) && (next_stops() || inner());
        }
        if !title {
            return true;
        }
        // Names and a dash are signs of lines that stand alone.
        if there.any(&[Cue::Byline, Cue::MarkedNames, Cue::OpensDash])
            || here.any(&[Cue::Byline, Cue::MarkedNames, Cue::EndsDash])
        {
            return false;
        }
        if !self.whole {
            return true;
        }
        !self.indents && (next_stops() || (next_full() && !there.has(Cue::Opening)))
    }
}

/// Whether the text is Korean.
fn hangul(lines: &[Printed<'_>]) -> bool {
    let some = lines.iter().step_by(lines.len() / 16 + 1);
    let (mut all, mut found) = (0_usize, 0_usize);
    for c in some.flat_map(|line| line.text.chars().take(20)) {
        all += 1;
        found += usize::from(is_hangul(c));
    }
    found * 2 > all
}

/// How many characters `text` has, which is `pieces` with a space or nothing between each two: they are counted.
fn chars(pieces: &[Printed<'_>], text: &str) -> u32 {
    let (bytes, chars) = pieces.iter().fold((0, 0_u32), |(bytes, chars), piece| {
        (bytes + piece.text.len(), chars.saturating_add(piece.chars.0))
    });
    chars.saturating_add(u32::try_from(text.len().saturating_sub(bytes)).unwrap_or(u32::MAX))
}

/// Lines whose pieces were put together.
#[derive(Debug, Default)]
pub(super) struct Joined {
    /// For each whole line the index of its first piece. Empty if no line was wrapped.
    firsts: Vec<usize>,
    /// The texts of those with several pieces, one after the other.
    texts: String,
    /// Of those that index, and where in `texts` it ends.
    ends: Vec<(usize, usize)>,
    /// How many pieces were put to others, and the first one's line.
    pieces: (usize, usize),
}

impl Joined {
    /// Puts together what belongs together. `held` says of which lines a person said what they are: those are not pieces.
    pub(super) fn new(lines: &[Printed<'_>], held: impl Fn(usize) -> bool) -> Self {
        let mut joined = Self::default();
        let Some(habits) = Habits::new(lines) else { return joined };
        let seen = Seen::new(lines);
        let mut fresh = true;
        // How much room the texts will take.
        let mut room = 0;
        for (n, line) in lines.iter().enumerate() {
            let goes_on = n > 0 && !held(n) && !held(n - 1) && habits.goes_on(n - 1, &seen, fresh);
            if !goes_on {
                joined.firsts.push(n);
                fresh = true;
                continue;
            }
            if joined.pieces.0 == 0 {
                joined.pieces.1 = line.number as usize;
            }
            joined.pieces.0 += 1;
            room += line.text.len() + 1;
            if fresh {
                room += lines.get(n - 1).map_or(0, |first| first.text.len());
            }
            fresh = false;
        }
        if joined.pieces.0 == 0 {
            joined.firsts = Vec::new();
        }
        drop(habits);
        joined.texts.reserve_exact(room);
        joined.join(lines);
        joined
    }

    /// Writes the texts of the lines that have several pieces.
    fn join(&mut self, lines: &[Printed<'_>]) {
        let ends = self.firsts.iter().skip(1).copied().chain([lines.len()]);
        for (&first, end) in self.firsts.iter().zip(ends).filter(|&(&first, end)| end > first + 1) {
            let from = self.texts.len();
            for line in lines.get(first..end).unwrap_or_default() {
                let joint = build::joint(self.texts.get(from..).unwrap_or_default(), line.text);
                self.texts.push_str(joint);
                self.texts.push_str(line.text);
            }
            self.ends.push((first, self.texts.len()));
        }
    }

    /// The whole lines: `printed` itself if no line was wrapped.
    pub(super) fn lines<'a>(&'a self, printed: Vec<Printed<'a>>) -> Vec<Line<'a>> {
        if self.firsts.is_empty() {
            return printed.into_iter().map(Line::from).collect();
        }
        let mut ends = self.ends.iter().peekable();
        let mut from = 0;
        let mut whole = Vec::with_capacity(self.firsts.len());
        let nexts = self.firsts.iter().skip(1).copied().chain([printed.len()]);
        for (&first, next) in self.firsts.iter().zip(nexts) {
            let Some(line) = printed.get(first) else { continue };
            let mut line = Line::from(line.clone());
            if let Some(&(_, end)) = ends.next_if(|&&(of, _)| of == first) {
                line.text = self.texts.get(from..end).unwrap_or_default();
                let pieces = printed.get(first..next).unwrap_or_default();
                line.chars = Chars(chars(pieces, line.text));
                from = end;
            }
            whole.push(line);
        }
        whole
    }

    /// How many pieces were put to others, and the number of the first one's line.
    pub(super) const fn pieces(&self) -> (usize, usize) {
        self.pieces
    }

    /// The index of the first piece of whole line `n`.
    pub(super) fn printed(&self, n: usize) -> usize {
        self.firsts.get(n).copied().unwrap_or(n)
    }

    /// The whole line that piece `n` is in.
    pub(super) fn whole(&self, n: usize) -> usize {
        if self.firsts.is_empty() {
            n
        } else {
            self.firsts.partition_point(|&first| first <= n).saturating_sub(1)
        }
    }
}

#[cfg(test)]
mod tests;
