//! Set lines flow over sheets: screens of columns side by side, as on a newspaper's page.
//!
//! Heads stand at the top of the first sheet, over all columns; the body goes down each column and on at the top of the
//! next. The last sheet's columns are balanced. Where a column ends is a matter of cost: a subhead must not end one, a
//! picture stays with its caption and what is credited with its credit, a paragraph's last line does not begin a column
//! alone, and if it costs nothing its first line does not end one alone.

use std::ops::Range;

use super::line::{Line, Role, SetArticle};
use crate::issue::Part;

/// Below heads a sheet has columns only if these get so many rows.
const FEWEST_ROWS_BELOW: usize = 4;

/// A column that ends with a subhead, or takes a picture from its caption.
const PARTED: usize = 100;
/// A column whose first line is a paragraph's last.
const WIDOW: usize = 10;
/// A column whose last line is a paragraph's first.
const ORPHAN: usize = 2;
/// A row that is left empty at a column's end.
const EMPTY_ROW: usize = 1;
/// How many rows a column gives up at most to end better.
const MOST_EMPTY: usize = 6;
/// Columns of the last sheet that differ by more than a row, for each row more.
const UNEVEN: usize = 40;
/// A later column of the last sheet that is longer than the one before.
const RISING: usize = 1;
/// The last sheet's columns have so many lines each, or there are fewer: single lines side by side are no columns.
const FEWEST_LINES: usize = 2;
/// How far from an even share a column's end is looked for, in rows.
const LEEWAY: usize = 2;

/// A screen of columns. Ranges are of line indices, in reading order; between them only blank lines are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Lines over all columns: heads. Empty but on the first sheets.
    pub heads: Range<usize>,
    /// Each column's lines; fewer columns than the sheet has room for if there is not more text.
    pub columns: Vec<Range<usize>>,
}

impl Sheet {
    /// The index of its first line.
    #[must_use]
    pub fn start(&self) -> usize {
        if self.heads.is_empty() {
            self.columns.first().map_or(0, |column| column.start)
        } else {
            self.heads.start
        }
    }
}

/// Lets an article that was set for columns flow over sheets of `columns` columns and `rows` rows, at least one of each.
///
/// Every line with text is on exactly one sheet, in order. There is at least one sheet if there is a line.
#[must_use]
pub fn flow(set: &SetArticle, columns: usize, rows: usize) -> Vec<Sheet> {
    let (columns, rows) = (columns.max(1), rows.max(1));
    let text = Text { lines: set.lines() };
    let is_body =
        |n: usize, line: &Line| matches!(line.start.part, Part::Block(_)) && set.upper_half(n).is_none();
    let body =
        set.lines().iter().enumerate().find(|(n, line)| is_body(*n, line)).map_or(text.end(), |(n, _)| n);
    let body = if body == text.end() { body } else { text.after_blanks(body) };
    let mut sheets = Vec::new();
    // Heads that leave no room for columns have sheets of their own.
    let mut heads = 0..body;
    let fewest = if body == text.end() { 0 } else { FEWEST_ROWS_BELOW };
    while !heads.is_empty() && heads.len() + fewest > rows {
        let end = heads.end.min(heads.start + rows);
        sheets.push(Sheet { heads: heads.start..end, columns: Vec::new() });
        heads.start = end;
    }
    let mut from = body;
    while from < text.end() || !heads.is_empty() {
        let height = rows - heads.len();
        let mut filled = text.fill(from, columns, height);
        if filled.last().is_some_and(|column| column.end == text.end()) {
            filled = text.balance(from, filled, columns, height);
        }
        from = text.after_blanks(filled.last().map_or(text.end(), |column| column.end));
        sheets.push(Sheet { heads: std::mem::replace(&mut heads, 0..0), columns: filled });
    }
    sheets
}

/// The lines that flow.
#[derive(Clone, Copy)]
struct Text<'a> {
    lines: &'a [Line],
}

impl Text<'_> {
    const fn end(self) -> usize {
        self.lines.len()
    }

    fn is_blank(self, n: usize) -> bool {
        self.lines.get(n).is_some_and(|line| line.role == Role::Blank)
    }

    /// The first line from `n` on that is not blank.
    fn after_blanks(self, n: usize) -> usize {
        (n..self.end()).find(|n| !self.is_blank(*n)).unwrap_or(self.end())
    }

    /// Columns of `height` from the line `from` on, each as full as is good, the article's last lines at the latest.
    fn fill(self, from: usize, columns: usize, height: usize) -> Vec<Range<usize>> {
        let mut out = Vec::new();
        let mut from = from;
        while out.len() < columns && from < self.end() {
            let end = self.column_end(from, height);
            out.push(self.trimmed(from..end));
            from = self.after_blanks(end);
        }
        out
    }

    /// Without the blank lines at its end.
    fn trimmed(self, column: Range<usize>) -> Range<usize> {
        let end = column.clone().rev().find(|n| !self.is_blank(*n)).map_or(column.start, |n| n + 1);
        column.start..end
    }

    /// Where a full column that begins with the line `from` ends best.
    fn column_end(self, from: usize, height: usize) -> usize {
        let most = from.saturating_add(height).min(self.end());
        if most == self.end() {
            return most;
        }
        let ends = (from + 1..=most).rev().take(MOST_EMPTY + 1);
        // The first of equals: the fullest column.
        ends.min_by_key(|end| self.cost_of_end(*end) + EMPTY_ROW * (most - end)).unwrap_or(most)
    }

    /// What it costs that a column ends before the line `end`.
    fn cost_of_end(self, end: usize) -> usize {
        let next = self.after_blanks(end);
        let last = (0..end).rev().find(|n| !self.is_blank(*n));
        let (Some(next_line), Some(last)) = (self.lines.get(next), last) else { return 0 };
        let Some(last_line) = self.lines.get(last) else { return 0 };
        let part_of = |n: Option<usize>| n.and_then(|n| self.lines.get(n)).map(|line| line.start.part);
        let part = next_line.start.part;
        let parted = last_line.role == Role::Subhead
            || (last_line.role == Role::Image && next_line.role == Role::Caption)
            || next_line.role == Role::Credit;
        let cut = last_line.start.part == part;
        let widow = cut && part_of(Some(self.after_blanks(next + 1))) != Some(part);
        let orphan = cut && part_of(last.checked_sub(1)) != Some(part);
        [(parted, PARTED), (widow, WIDOW), (orphan, ORPHAN)]
            .into_iter()
            .map(|(holds, cost)| if holds { cost } else { 0 })
            .sum()
    }

    /// The article's last lines, which fill `filled`, in columns as even as is good.
    fn balance(
        self,
        from: usize,
        filled: Vec<Range<usize>>,
        columns: usize,
        height: usize,
    ) -> Vec<Range<usize>> {
        let rest = self.end() - from;
        let columns = columns.min((rest / FEWEST_LINES).max(rest.div_ceil(height)).max(1));
        let mut best = Best { cost: self.cost_of_sheet(&filled, columns), columns: filled };
        self.share(&mut Vec::new(), from, columns, height, &mut best);
        best.columns
    }

    /// Tries every end near an even share for the columns after `done`, and keeps what costs least.
    fn share(
        self,
        done: &mut Vec<Range<usize>>,
        from: usize,
        columns: usize,
        height: usize,
        best: &mut Best,
    ) {
        // What comes after cannot make it cost less.
        if self.cost_of_sheet(done, done.len()) >= best.cost {
            return;
        }
        let left = columns - done.len();
        let rest = self.end().saturating_sub(from);
        if left <= 1 || rest == 0 {
            if rest > height {
                return;
            }
            let before = done.len();
            done.extend((rest > 0).then_some(from..self.end()));
            let cost = self.cost_of_sheet(done, columns);
            if cost < best.cost {
                *best = Best { cost, columns: done.clone() };
            }
            done.truncate(before);
            return;
        }
        let even = rest.div_ceil(left);
        for rows in even.saturating_sub(LEEWAY).max(1)..=(even + LEEWAY).min(height).min(rest) {
            done.push(self.trimmed(from..from + rows));
            self.share(done, self.after_blanks(from + rows), columns, height, best);
            done.pop();
        }
    }

    /// What the columns of a last sheet with room for `columns` cost.
    fn cost_of_sheet(self, filled: &[Range<usize>], columns: usize) -> usize {
        let heights = || filled.iter().map(ExactSizeIterator::len);
        let least = if filled.len() < columns { 0 } else { heights().min().unwrap_or(0) };
        let spread = heights().max().unwrap_or(0) - least;
        let rising = heights().zip(heights().skip(1)).filter(|(height, next)| next > height).count();
        let ends = filled.iter().map(|column| column.end).filter(|end| *end < self.end());
        UNEVEN * spread.saturating_sub(1)
            + RISING * rising
            + ends.map(|end| self.cost_of_end(end)).sum::<usize>()
    }
}

/// The best columns so far.
struct Best {
    cost: usize,
    columns: Vec<Range<usize>>,
}

#[cfg(test)]
mod tests;
