//! The columns of a wrapped text: how wide they are, and which lines are full.

use crate::parse::page::chars::{
    Ending, ending, is_cjk, is_closing, is_comma, is_hangul, is_opening, is_stop,
};
use crate::parse::page::line::Printed;

/// Narrowest column, in cells.
const NARROWEST: usize = 18;
/// How many lines before and after speak of a line's column.
const REACH: usize = 8;
/// Least full lines of a column.
const LEAST: usize = 4;
/// How far a column's width holds beyond the last pair of full lines.
const HOLDS: usize = 16;

/// How widths are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    Cells,
    Chars,
}

impl Measure {
    pub(super) fn line(self, line: &Printed<'_>) -> usize {
        let indent = usize::from(line.indent);
        match self {
            Self::Cells => line.cells() + indent,
            Self::Chars => line.chars.0 as usize + indent / 2,
        }
    }

    const fn of(self, c: char) -> usize {
        match self {
            Self::Cells if c.len_utf8() >= 3 => 2,
            _ => 1,
        }
    }

    /// By how much full lines differ: by a mark that went down with its character, by a word, or as it came.
    pub(super) const fn slack(self, edge: Edge) -> usize {
        match (edge, self) {
            (Edge::Words, _) => 10,
            (Edge::Ragged, Self::Cells) => 6,
            (Edge::Ragged, Self::Chars) | (Edge::Even, Self::Cells) => 3,
            (Edge::Even, Self::Chars) => 1,
        }
    }

    const fn narrowest(self) -> usize {
        match self {
            Self::Cells => NARROWEST,
            Self::Chars => NARROWEST / 2,
        }
    }
}

/// What the lines' ends look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    /// Any two characters may be parted.
    Even,
    /// The same, but nobody counted well.
    Ragged,
    /// Words are kept whole.
    Words,
}

/// A letter of a script that sets its words apart.
fn is_spaced(c: char) -> bool {
    (!is_cjk(c) || is_hangul(c)) && c.is_alphanumeric()
}

/// What a typesetter keeps together at a line's end.
#[derive(Debug, Clone, Copy)]
struct Keeps {
    /// Latin words and figures.
    words: bool,
    /// A mark that can't open a line and the character before it.
    marks: bool,
}

/// The room that the beginning of `text` takes up to where a line may end.
fn first_word(text: &str, measure: Measure, keeps: Keeps) -> usize {
    let (mut room, mut word, mut last) = (0, false, None);
    for c in text.chars() {
        let goes_on = match last {
            None => true,
            Some(before) if is_opening(before) && !word => keeps.marks,
            Some(before) if is_spaced(before) && (is_spaced(c) || matches!(c, '.' | '%' | '-')) => {
                keeps.words
            }
            Some('—' | '…') if last == Some(c) && room < 4 => keeps.marks,
            Some(_) => keeps.marks && closes(c),
        };
        if !goes_on {
            break;
        }
        word |= !is_opening(c);
        room += measure.of(c);
        last = Some(c);
    }
    room
}

/// Whether `c` is a mark that can't open a line.
const fn closes(c: char) -> bool {
    is_closing(c) || is_comma(c) || is_stop(c) || matches!(c, '、' | '：' | ':')
}

/// The columns' widths, for each line; 0 where the text is not wrapped.
pub(super) struct Columns {
    pub(super) widths: Vec<u16>,
    /// How many lines have exactly their column's width.
    pub(super) exact: usize,
    /// How many lines come near to it.
    pub(super) near: usize,
    pub(super) measure: Measure,
    pub(super) edge: Edge,
    keeps: Keeps,
}

impl Columns {
    pub(super) fn new(lines: &[Printed<'_>], gap: u8, measure: Measure, edge: Edge) -> Self {
        let keeps = Keeps { words: true, marks: true };
        let mut columns = Self { widths: Vec::new(), exact: 0, near: 0, measure, edge, keeps };
        let slack = measure.slack(edge);
        let mut known: Option<(usize, usize)> = None;
        let mut before = None::<(usize, &Printed<'_>)>;
        for (n, line) in lines.iter().enumerate() {
            let width = measure.line(line);
            let last = before.replace((width, line));
            let Some((wide, above)) = last else { continue };
            if line.gap > gap || wide < measure.narrowest() || wide.abs_diff(width) > slack {
                continue;
            }
            let most = wide.max(width);
            // Inside a known column there is nothing to find out.
            if known.is_some_and(|(at, column)| n - at < REACH && column.abs_diff(most) <= slack) {
                continue;
            }
            if ending(above.text) == Ending::Stop
                || !above.text.contains(|c| is_comma(c) || is_stop(c) || c == '、')
            {
                continue;
            }
            let around = lines.get(n.saturating_sub(REACH)..lines.len().min(n + REACH)).unwrap_or_default();
            let Some(column) = columns.column(around, most) else { continue };
            columns.mark(lines, n, column, known);
            known = Some((n, column));
        }
        columns.learn(lines);
        // In cells a line may end one short, for half a character has no room.
        let short = usize::from(measure == Measure::Cells);
        for (line, &width) in lines.iter().zip(&columns.widths).filter(|&(_, &width)| width > 0) {
            let off = measure.line(line).abs_diff(usize::from(width));
            columns.exact += usize::from(off <= short);
            columns.near += usize::from(off <= measure.slack(Edge::Ragged));
        }
        columns
    }

    /// Learns what is kept together, from the lines' ends.
    fn learn(&mut self, lines: &[Printed<'_>]) {
        let (mut all, mut parted, mut loose) = (0_usize, 0_usize, 0_usize);
        for (n, pair) in lines.windows(2).enumerate() {
            let [line, next] = pair else { continue };
            let (column, width) = (self.at(n), self.measure.line(line));
            if column == 0 || width + 1 < column || width > column + 2 {
                continue;
            }
            all += 1;
            let figures = |c: char| c.is_ascii_alphanumeric();
            parted += usize::from(line.text.ends_with(figures) && next.text.starts_with(figures));
            let hangs = width > column && line.text.ends_with(|c| is_comma(c) || is_stop(c) || c == '、');
            loose += usize::from(hangs || next.text.starts_with(closes));
        }
        self.keeps = Keeps {
            words: self.edge != Edge::Even || parted * 200 <= all,
            marks: self.edge != Edge::Even || loose * 50 <= all,
        };
    }

    /// The width of the column of some lines near to which the width `most` was seen, if they are one.
    fn column(&self, around: &[Printed<'_>], most: usize) -> Option<usize> {
        let slack = self.measure.slack(self.edge);
        let mut widths = [0; 2 * REACH];
        for (width, line) in widths.iter_mut().zip(around) {
            *width = self.measure.line(line);
        }
        let widths = widths.get(..around.len())?;
        let is_near = |width: usize| width.abs_diff(most) <= slack;
        let near = || widths.iter().copied().filter(|&width| is_near(width));
        let (count, wider) = (near().count(), widths.iter().filter(|&&width| width > most + slack).count());
        if count < LEAST || count < 3 * wider {
            return None;
        }
        if self.edge != Edge::Even {
            return near().max();
        }
        // A mark may hang over the edge; a letter may not.
        let mark = |c: char| is_comma(c) || is_stop(c) || is_closing(c) || c == '、';
        let times = |width: usize| widths.iter().filter(|&&other| other == width).count();
        let mut inside = None;
        for (line, &width) in around.iter().zip(widths) {
            // The widest that comes often enough.
            if is_near(width)
                && inside < Some(width)
                && times(width) >= 3.max(count / 4)
                && !line.text.ends_with(mark)
            {
                inside = Some(width);
            }
        }
        inside.or_else(|| near().max_by_key(|&width| (times(width), width)))
    }

    /// Says that the column at line `n` has the width `width`, down from there, and up to where the column seen at line
    /// `known` ends: where the lines fit both best.
    fn mark(&mut self, lines: &[Printed<'_>], n: usize, width: usize, known: Option<(usize, usize)>) {
        self.widths.resize(lines.len(), 0);
        let slack = self.measure.slack(self.edge);
        let from = match known {
            Some((at, old)) if old.abs_diff(width) <= slack => n.saturating_sub(HOLDS).max(at + (n - at) / 2),
            Some((at, old)) if n - at <= 2 * HOLDS => {
                let fits = |line: &Printed<'_>, column: usize| {
                    i32::from(self.measure.line(line).abs_diff(column) <= 1)
                };
                let between = lines.get(at..n).unwrap_or_default();
                let (mut gain, mut best) = (0, (0, at));
                for (m, line) in between.iter().enumerate() {
                    gain += fits(line, old) - fits(line, width);
                    if gain >= best.0 {
                        best = (gain, at + m + 1);
                    }
                }
                best.1
            }
            _ => n.saturating_sub(HOLDS),
        };
        let width = u16::try_from(width).unwrap_or(u16::MAX);
        for slot in self.widths.iter_mut().take(n + HOLDS).skip(from) {
            *slot = width;
        }
    }

    /// The width of the column that line `n` is in, or 0.
    pub(super) fn at(&self, n: usize) -> usize {
        self.widths.get(n).map_or(0, |&width| usize::from(width))
    }

    /// Whether `next` had to begin on a line of its own, for want of room after line `n`.
    pub(super) fn full(&self, n: usize, line: &Printed<'_>, next: &Printed<'_>) -> bool {
        let column = self.at(n);
        if column == 0 {
            return false;
        }
        let width = self.measure.line(line);
        let space = usize::from(
            self.edge == Edge::Words && line.text.ends_with(is_spaced) && next.text.starts_with(is_spaced),
        );
        let (hangs, loose) = match self.edge {
            Edge::Even => (self.measure.slack(Edge::Even), 0),
            Edge::Ragged => (self.measure.slack(Edge::Ragged), self.measure.slack(Edge::Ragged)),
            Edge::Words => (0, 0),
        };
        // A word takes one cell at least: most full lines need no look at it.
        width <= column + hangs
            && (width + loose + space >= column
                || width + loose + space + first_word(next.text, self.measure, self.keeps) > column)
    }
}
