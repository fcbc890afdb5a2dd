//! How the set lines come to the screen: in one column that scrolls, or in sheets of columns that are turned.

use crate::issue::Part;
use crate::typeset::{Grid, SetArticle, Sheet};

use super::Step;

/// Lines that a step of the wheel scrolls.
pub(super) const WHEEL_LINES: isize = 3;

/// How the set lines come to the screen.
#[derive(Debug, Clone, Default)]
pub(crate) enum Flow {
    /// Line by line.
    #[default]
    Scroll,
    /// Sheet by sheet.
    Sheets(Sheets),
}

/// Sheets of columns.
#[derive(Debug, Clone)]
pub(crate) struct Sheets {
    pub(crate) grid: Grid,
    sheets: Vec<Sheet>,
}

impl Sheets {
    /// `set` in the columns of `grid`, on a screen of `rows`.
    pub(super) fn new(set: &SetArticle, grid: Grid, rows: usize) -> Self {
        Self { grid, sheets: crate::typeset::flow(set, grid.count(), rows) }
    }

    /// The index of the sheet that has `line`.
    fn index(&self, line: usize) -> usize {
        self.sheets.partition_point(|sheet| sheet.start() <= line).saturating_sub(1)
    }

    /// The sheet that has `line`; none in an article without words.
    pub(crate) fn at(&self, line: usize) -> Option<&Sheet> {
        self.sheets.get(self.index(line))
    }

    fn last(&self) -> usize {
        self.sheets.len().saturating_sub(1)
    }

    fn start(&self, index: usize) -> usize {
        self.sheets.get(index).map_or(0, Sheet::start)
    }

    /// A step is a paragraph, half a page a column, a page a sheet. A paragraph's step stops at every sheet, so that
    /// nothing of a long one is passed over.
    fn step(&self, set: &SetArticle, step: Step, here: usize) -> usize {
        let index = self.index(here);
        match step {
            Step::Start => 0,
            Step::End => self.start(self.last()),
            Step::Page(by) => match index.saturating_add_signed(by).min(self.last()) {
                there if there == index && by > 0 => here,
                there => self.start(there),
            },
            Step::HalfPage(by) => {
                let begins_column = |n| {
                    self.at(n).is_some_and(|sheet| {
                        sheet.start() == n || sheet.columns.iter().any(|column| column.start == n)
                    })
                };
                walk(set, here, by, begins_column)
            }
            Step::Line(by) => {
                walk(set, here, by, |n| self.start(self.index(n)) == n || begins_paragraph(set, n))
            }
        }
    }
}

fn begins_paragraph(set: &SetArticle, n: usize) -> bool {
    set.lines().get(n).is_some_and(|line| {
        matches!(line.start.part, Part::Block(_)) && line.start.offset.0 == 0 && line.role.is_text()
    })
}

/// The `by`th line after `here` at which one can stop, or before it if negative; the last one if there are fewer.
fn walk(set: &SetArticle, here: usize, by: isize, is_stop: impl Fn(usize) -> bool) -> usize {
    let count = by.unsigned_abs();
    let there = if by > 0 {
        (here + 1..set.lines().len()).filter(|n| is_stop(*n)).take(count).last()
    } else {
        (0..here).rev().filter(|n| is_stop(*n)).take(count).last()
    };
    there.unwrap_or(here)
}

impl Flow {
    /// The line that a step leads to from the line `here`, which is at the top of a body of `rows` if it scrolls. A place
    /// beyond the last full screen (after a resize) is left only towards the start.
    pub(super) fn step(&self, set: &SetArticle, step: Step, here: usize, rows: usize) -> usize {
        let last = last_top(set, rows);
        match self {
            Self::Sheets(sheets) => sheets.step(set, step, here),
            Self::Scroll => match step.from(here, last.max(here), rows) {
                there if there > here => there.min(last).max(here),
                there => there,
            },
        }
    }

    /// What a turn of the wheel is.
    pub(super) fn wheel(&self, steps: i8) -> Step {
        match self {
            Self::Scroll => Step::Line(isize::from(steps) * WHEEL_LINES),
            Self::Sheets(_) => Step::Page(steps.into()),
        }
    }

    /// Whether the start of the article is on the screen.
    pub(super) fn is_at_start(&self, here: usize) -> bool {
        match self {
            Self::Scroll => here == 0,
            Self::Sheets(sheets) => sheets.index(here) == 0,
        }
    }

    /// Whether the end of the article is on the screen.
    pub(super) fn is_at_end(&self, set: &SetArticle, here: usize, rows: usize) -> bool {
        match self {
            Self::Scroll => here >= last_top(set, rows),
            Self::Sheets(sheets) => sheets.index(here) >= sheets.last(),
        }
    }

    /// How many lines have been on the screen by now.
    pub(super) fn seen(&self, set: &SetArticle, here: usize, rows: usize) -> usize {
        let all = set.lines().len();
        match self {
            Self::Scroll => here.saturating_add(rows).min(all),
            Self::Sheets(sheets) => sheets.sheets.get(sheets.index(here) + 1).map_or(all, Sheet::start),
        }
    }

    /// Where to go so that `line` is on the screen: nowhere if it is, else a third down from the top. A sheet has
    /// room for all; there the reader goes to the line itself.
    pub(super) fn reveal(&self, set: &SetArticle, line: usize, here: usize, rows: usize) -> Option<usize> {
        match self {
            Self::Sheets(_) => Some(line),
            Self::Scroll if (here..here.saturating_add(rows.max(1))).contains(&line) => None,
            Self::Scroll => {
                let lowest = last_top(set, rows).max(line.saturating_sub(rows.saturating_sub(1)));
                Some(line.saturating_sub(rows / 3).min(lowest))
            }
        }
    }
}

/// The highest line that may be at the top in a body of `rows`, so that the last screen is full. It is a line also where
/// the body has no row.
fn last_top(set: &SetArticle, rows: usize) -> usize {
    set.lines().len().saturating_sub(rows.max(1))
}
