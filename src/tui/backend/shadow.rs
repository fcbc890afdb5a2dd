//! What the terminal shows, as far as we wrote it: a gap that it can fill costs less than a move over it.

use std::num::NonZeroU16;

use ratatui::buffer::{Cell, CellWidth};

use super::{Look, is_agreed, width_of};
use crate::tui::paint::DOUBLE;

/// The cells of the screen. `None` is the second half of a wide character, or a cell of which nothing is known.
#[derive(Debug, Default)]
pub(super) struct Shadow {
    columns: u16,
    cells: Vec<Option<Seen>>,
}

/// A cell on the screen. Smaller than ratatui's own by two thirds: memory that is touched for the first time is a good
/// part of what the first frame takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Seen {
    /// What stands there, if that is a character whose width every terminal agrees on.
    symbol: Option<char>,
    width: NonZeroU16,
    look: Look,
}

impl Seen {
    const BLANK: Self = Self { symbol: Some(' '), width: NonZeroU16::MIN, look: Look::PLAIN };

    fn of(cell: &Cell) -> Self {
        let mut chars = cell.symbol().chars();
        let first = chars.next().filter(|c| is_agreed(*c));
        let symbol = first.filter(|_| chars.next().is_none());
        let width = if symbol.is_some() { width_of(cell.symbol()) } else { cell.cell_width() };
        Self { symbol, width: NonZeroU16::new(width).unwrap_or(NonZeroU16::MIN), look: Look::of(cell) }
    }

    /// What stands there, if that can be written again without a doubt about its width.
    pub(super) const fn symbol(self) -> Option<char> {
        self.symbol
    }

    /// What it looks like.
    pub(super) const fn look(self) -> Look {
        self.look
    }

    /// Its cells, at least 1.
    pub(super) const fn width(self) -> u16 {
        self.width.get()
    }
}

impl Shadow {
    /// Takes the terminal's size in. With a new size nothing is known any more.
    pub(super) fn fit(&mut self, columns: u16, rows: u16) {
        let count = usize::from(columns) * usize::from(rows);
        if self.columns != columns || self.cells.len() != count {
            self.columns = columns;
            self.cells.clear();
            self.cells.resize(count, None);
        }
    }

    /// Nothing is known any more.
    pub(super) fn forget(&mut self) {
        self.cells.fill(None);
    }

    /// Everything is blank.
    pub(super) fn clear(&mut self) {
        self.cells.fill(Some(Seen::BLANK));
    }

    /// Whether a blank of this look is known to be at (`x`, `y`).
    pub(super) fn is_blank(&self, x: u16, y: u16, look: Look) -> bool {
        x < self.columns && self.seen(x, y).is_some_and(|seen| seen.symbol == Some(' ') && seen.look == look)
    }

    fn index(&self, x: u16, y: u16) -> usize {
        usize::from(y) * usize::from(self.columns) + usize::from(x)
    }

    fn seen(&self, x: u16, y: u16) -> Option<Seen> {
        self.cells.get(self.index(x, y)).copied().flatten()
    }

    /// `cell` was written at (`x`, `y`). Returns the cells that it takes, and the look of the wide character whose second
    /// half this leaves at the cell after.
    pub(super) fn write(&mut self, x: u16, y: u16, cell: &Cell) -> (u16, Option<Look>) {
        let new = Seen::of(cell);
        let width = new.width();
        let last = self.seen(x.saturating_add(width - 1), y);
        let halved = last.filter(|last| last.width() > 1 && x.saturating_add(width) < self.columns);
        self.cover(x, y, width);
        // A block of two rows covers what stands below it, too.
        if cell.symbol().starts_with(DOUBLE) {
            self.cover(x, y.saturating_add(1), width);
        }
        let at = self.index(x, y);
        if let Some(slot) = self.cells.get_mut(at) {
            *slot = Some(new);
        }
        (width, halved.map(Seen::look))
    }

    /// Nothing is known any more of `width` cells from (`x`, `y`) on. What is left of wide characters that this cuts is
    /// blank on some terminals and not on others.
    fn cover(&mut self, x: u16, y: u16, width: u16) {
        let end = x.saturating_add(width).min(self.columns);
        let before =
            x.checked_sub(1).filter(|before| self.seen(*before, y).is_some_and(|cell| cell.width() > 1));
        for covered in before.into_iter().chain(x..end) {
            let at = self.index(covered, y);
            if let Some(slot) = self.cells.get_mut(at) {
                *slot = None;
            }
        }
    }

    /// The cells from (`x`, `y`) up to the column `end`, if all of them are known.
    pub(super) fn known(&self, x: u16, y: u16, end: u16) -> Option<impl Iterator<Item = Seen>> {
        let cells = self.cells.get(self.index(x, y)..self.index(end, y))?;
        let mut next = 0;
        for (n, cell) in cells.iter().enumerate() {
            match cell {
                Some(cell) if n == next => next += usize::from(cell.width()),
                None if n < next => {}
                _ => return None,
            }
        }
        (next == cells.len()).then(|| cells.iter().flatten().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Measured by ratatui they have the width that is taken for granted here.
    #[test]
    fn what_is_agreed_has_its_known_width() {
        for c in (' '..='\u{FFFF}').filter(|c| is_agreed(*c)) {
            let mut cell = Cell::EMPTY;
            cell.set_char(c);
            assert_eq!(Seen::of(&cell).width(), cell.cell_width(), "U+{:04X}", u32::from(c));
        }
    }
}
