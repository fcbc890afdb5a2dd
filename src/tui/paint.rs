//! Puts text into the buffer so that what we think and what the terminal draws agree cell for cell.
//!
//! ratatui measures every cluster as narrow as unicode-width does. Where our measure differs (characters of ambiguous
//! width on a terminal that draws them wide) the cell is told its width.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use super::backend::width_of;
use crate::typeset::width::{self, Columns, Widths};
use crate::typeset::{self, Language, sanitize};

/// How the symbol of a cell begins that is the first of a block of two rows.
pub(crate) const DOUBLE: &str = "\x1b]66;s=2:w=";

/// A block holds at most so many bytes of text. (The protocol allows 4096; no character that is one has more than this.)
const LONGEST_BLOCK: usize = 256;

/// A place to paint on: a buffer, and how wide the terminal draws.
pub(crate) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    widths: Widths,
}

impl<'a> Canvas<'a> {
    pub(crate) const fn new(buffer: &'a mut Buffer, widths: Widths) -> Self {
        Self { buffer, widths }
    }

    pub(crate) const fn widths(&self) -> Widths {
        self.widths
    }

    /// The cells that exist.
    pub(crate) const fn area(&self) -> Rect {
        self.buffer.area
    }

    /// Paints `text` from (`x`, `y`) on and returns the column after it. Nothing is painted at or beyond the column
    /// `end`: a wide character that would be cut is left out. Control characters are never painted.
    pub(crate) fn text(&mut self, x: u16, y: u16, end: u16, text: &str, style: Style) -> u16 {
        let end = end.min(self.buffer.area.right());
        let mut x = x;
        if y >= self.buffer.area.bottom() {
            return x;
        }
        for cluster in sanitize::printable(text).graphemes(true) {
            let Columns(width) = self.widths.cluster(cluster);
            let Ok(width) = u16::try_from(width) else { continue };
            let Some(forced) = NonZeroU16::new(width) else { continue };
            if x.saturating_add(width) > end {
                break;
            }
            if let Some(cell) = self.buffer.cell_mut((x, y)) {
                cell.reset();
                cell.set_symbol(cluster).set_style(style);
                if width_of(cluster) != width {
                    cell.set_diff_option(CellDiffOption::ForcedWidth(forced));
                }
            }
            for covered in x + 1..x + width {
                if let Some(cell) = self.buffer.cell_mut((covered, y)) {
                    cell.reset();
                    cell.set_style(style);
                }
            }
            x += width;
        }
        x
    }

    /// As [`Canvas::text`], and says so with `…` where the text has no room.
    pub(crate) fn cut(&mut self, x: u16, y: u16, end: u16, text: &str, style: Style) -> u16 {
        let room = end.min(self.buffer.area.right()).saturating_sub(x);
        self.text(x, y, end, &width::fit(text, Columns(room.into()), self.widths), style)
    }

    /// Paints a sentence into `area`, on as many rows as it needs and there are, one column from the left.
    pub(crate) fn note(&mut self, area: Rect, text: &str, style: Style) {
        let left = area.x + u16::from(area.width > 2);
        let room = Columns(area.right().saturating_sub(left).into());
        let language = Language::of(None, text);
        let lines = typeset::clamp(&[text], room, area.height.into(), language, self.widths);
        for (y, line) in (area.y..area.bottom()).zip(lines) {
            self.text(left, y, area.right(), &line, style);
        }
    }

    /// Paints `text` at double size: from (`x`, `y`) on, and over the row below, which must exist.
    ///
    /// kitty's text sizing protocol (OSC 66). One block for each cluster: what overwrites a block's first cell erases
    /// that block alone. The cells below are the block's, and are not drawn.
    pub(crate) fn double(&mut self, x: u16, y: u16, end: u16, text: &str, style: Style) {
        let end = end.min(self.buffer.area.right());
        let mut x = x;
        for cluster in sanitize::printable(text).graphemes(true) {
            let Columns(width) = self.widths.cluster(cluster);
            let Some(forced) = u16::try_from(width * 2).ok().and_then(NonZeroU16::new) else { continue };
            let after = x.saturating_add(forced.get());
            if after > end || y + 1 >= self.buffer.area.bottom() {
                break;
            }
            if cluster.trim().is_empty() || cluster.len() > LONGEST_BLOCK {
                x = after;
                continue;
            }
            for covered in x..after {
                if let Some(cell) = self.buffer.cell_mut((covered, y)) {
                    cell.reset();
                    cell.set_style(style);
                }
                if let Some(cell) = self.buffer.cell_mut((covered, y + 1)) {
                    cell.reset();
                    cell.set_diff_option(CellDiffOption::Skip);
                }
            }
            if let Some(cell) = self.buffer.cell_mut((x, y)) {
                cell.set_symbol(&format!("{DOUBLE}{width};{cluster}\x1b\\"));
                cell.set_diff_option(CellDiffOption::ForcedWidth(forced));
            }
            x = after;
        }
    }

    /// Paints `text` so that it ends before the column `end`, and returns the column where it begins; nothing and
    /// `end` if it would begin before `start`.
    pub(crate) fn text_to_end(&mut self, start: u16, y: u16, end: u16, text: &str, style: Style) -> u16 {
        let Columns(width) = self.widths.text(text);
        let from = u16::try_from(width).ok().and_then(|width| end.checked_sub(width));
        match from {
            Some(from) if from >= start => {
                self.text(from, y, end, text, style);
                from
            }
            _ => end,
        }
    }

    /// Gives every cell of `area` the style and no text.
    pub(crate) fn blank(&mut self, area: Rect, style: Style) {
        let area = area.intersection(self.buffer.area);
        for y in area.rows() {
            for position in y.positions() {
                if let Some(cell) = self.buffer.cell_mut(position) {
                    cell.reset();
                    cell.set_style(style);
                }
            }
        }
    }
}
