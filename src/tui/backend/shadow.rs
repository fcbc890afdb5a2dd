//! What the terminal shows, as far as we wrote it: a gap that it can fill costs less than a move over it.

use ratatui::buffer::{Cell, CellWidth};

use crate::tui::paint::DOUBLE;

/// The cells of the screen. `None` is the second half of a wide character, or a cell of which nothing is known.
#[derive(Debug, Default)]
pub(super) struct Shadow {
    columns: u16,
    cells: Vec<Option<Cell>>,
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
        self.cells.fill(Some(Cell::EMPTY));
    }

    fn index(&self, x: u16, y: u16) -> usize {
        usize::from(y) * usize::from(self.columns) + usize::from(x)
    }

    /// `cell` was written at (`x`, `y`). Returns the wide character whose second half this leaves at the cell after.
    pub(super) fn write(&mut self, x: u16, y: u16, cell: &Cell) -> Option<Cell> {
        let width = cell.cell_width().max(1);
        let last = self.cells.get(self.index(x.saturating_add(width - 1), y)).cloned().flatten();
        let halved = last.filter(|last| last.cell_width() > 1 && x.saturating_add(width) < self.columns);
        self.cover(x, y, width);
        // A block of two rows covers what stands below it, too.
        if cell.symbol().starts_with(DOUBLE) {
            self.cover(x, y.saturating_add(1), width);
        }
        let at = self.index(x, y);
        if let Some(slot) = self.cells.get_mut(at) {
            *slot = Some(cell.clone());
        }
        halved
    }

    /// Nothing is known any more of `width` cells from (`x`, `y`) on. What is left of wide characters that this cuts is
    /// blank on some terminals and not on others.
    fn cover(&mut self, x: u16, y: u16, width: u16) {
        let end = x.saturating_add(width).min(self.columns);
        let before = x.checked_sub(1).filter(|before| {
            let cell = self.cells.get(self.index(*before, y)).and_then(Option::as_ref);
            cell.is_some_and(|cell| cell.cell_width() > 1)
        });
        for covered in before.into_iter().chain(x..end) {
            let at = self.index(covered, y);
            if let Some(slot) = self.cells.get_mut(at) {
                *slot = None;
            }
        }
    }

    /// The cells from (`x`, `y`) up to the column `end`, if all of them are known.
    pub(super) fn known(&self, x: u16, y: u16, end: u16) -> Option<impl Iterator<Item = &Cell>> {
        let cells = self.cells.get(self.index(x, y)..self.index(end, y))?;
        let mut next = 0;
        for (n, cell) in cells.iter().enumerate() {
            match cell {
                Some(cell) if n == next => next += usize::from(cell.cell_width().max(1)),
                None if n < next => {}
                _ => return None,
            }
        }
        (next == cells.len()).then(|| cells.iter().flatten())
    }
}
