//! The screen: what it shows and what comes next, and the cells that differ.
//!
//! ratatui's own `Terminal` keeps two buffers from the start, and clears one of them before a frame goes out. Most of what
//! the first frame takes is memory that is touched for the first time, so here the first frame is compared with a blank
//! screen that is nowhere, and the second buffer comes with the second frame.

use ratatui::backend::{Backend, ClearType};
use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth};
use ratatui::layout::{Position, Rect, Size};

use super::backend;

/// A screen behind a backend. It is taken to be blank at first.
#[derive(Debug)]
pub struct Screen<B: Backend> {
    backend: B,
    /// What is on the screen; `None` if that is blank.
    shown: Option<Buffer>,
    /// The size that the screen had last; `None` before the first frame.
    size: Option<Size>,
    /// Memory for the next frame.
    spare: Option<Buffer>,
}

impl<B: Backend> Screen<B> {
    /// The blank screen that `backend` draws on.
    pub const fn new(backend: B) -> Self {
        Self { backend, shown: None, size: None, spare: None }
    }

    /// What draws.
    pub const fn backend(&self) -> &B {
        &self.backend
    }

    /// What draws.
    pub const fn backend_mut(&mut self) -> &mut B {
        &mut self.backend
    }

    /// The screen's size.
    ///
    /// # Errors
    /// When the backend does not know it.
    pub fn size(&self) -> Result<Size, B::Error> {
        self.backend.size()
    }

    /// Clears the screen, so that the next frame writes every cell.
    ///
    /// # Errors
    /// When the backend cannot write.
    pub fn clear(&mut self) -> Result<(), B::Error> {
        self.backend.clear_region(ClearType::All)?;
        self.spare = self.shown.take().or_else(|| self.spare.take());
        Ok(())
    }

    /// Draws what `paint` puts into a blank buffer of the screen's size, with the cursor where it says, or none.
    ///
    /// # Errors
    /// When the backend cannot write.
    pub fn draw(&mut self, paint: impl FnOnce(&mut Buffer) -> Option<Position>) -> Result<(), B::Error> {
        let size = self.size()?;
        // A terminal moves what it shows when its size changes.
        if self.size.replace(size).is_some_and(|before| before != size) {
            self.clear()?;
        }
        let area = Rect::from((Position::ORIGIN, size));
        let mut next = match self.spare.take() {
            Some(mut spare) if spare.area == area => {
                spare.reset();
                spare
            }
            _ => Buffer::empty(area),
        };
        let cursor = paint(&mut next);
        match &self.shown {
            Some(shown) => self.backend.draw(shown.diff_iter(&next))?,
            None => self.backend.draw(not_blank(&next))?,
        }
        match cursor {
            None => self.backend.hide_cursor()?,
            Some(position) => {
                self.backend.show_cursor()?;
                self.backend.set_cursor_position(position)?;
            }
        }
        self.backend.flush()?;
        self.spare = self.shown.replace(next);
        Ok(())
    }
}

/// The cells in which `buffer` differs from a blank one, as [`Buffer::diff_iter`] would find them.
fn not_blank(buffer: &Buffer) -> impl Iterator<Item = (u16, u16, &Cell)> {
    let Rect { x, y, width, .. } = buffer.area;
    let mut covered = 0_usize;
    let cells = (y..).flat_map(move |y| (x..x.saturating_add(width)).map(move |x| (x, y)));
    buffer.content.iter().zip(cells).enumerate().filter_map(move |(n, (cell, (x, y)))| {
        if n < covered {
            return None;
        }
        let (width, always) = match cell.diff_option {
            CellDiffOption::Skip => return None,
            CellDiffOption::ForcedWidth(width) => (width.get(), false),
            CellDiffOption::AlwaysUpdate => (cell.cell_width(), true),
            // Most cells: they need no measuring.
            CellDiffOption::None if *cell == Cell::EMPTY => return None,
            CellDiffOption::None => (backend::width_of(cell.symbol()), false),
        };
        covered = n + usize::from(width.max(1));
        (always || *cell != Cell::EMPTY).then_some((x, y, cell))
    })
}

#[cfg(test)]
mod tests;
