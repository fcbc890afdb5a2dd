//! A part of an article that is set before the rest: how much of it, and when that is enough.

use crate::issue::{Article, Clusters, Part, Position};
use crate::typeset::line::{Role, SetArticle};
use crate::typeset::width::Columns;

/// Which lines of an article are wanted before the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The part to begin with; `None` for the first one.
    pub from: Option<Part>,
    /// A place at or after it that is to be shown.
    pub at: Position,
    /// At least so many lines from that place on, if there are so many.
    pub lines: usize,
}

/// How far what is set reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// The article's first line is there.
    pub to_start: bool,
    /// Its last line is, as far as it is known.
    pub to_end: bool,
}

impl Extent {
    /// All of the article.
    pub const WHOLE: Self = Self { to_start: true, to_end: true };
}

/// A window has no more lines and no more bytes of text than so many, whatever is asked: that takes a few milliseconds.
const MOST_LINES: usize = 4096;
const MOST_BYTES: usize = 128 << 10;

/// So many lines from a place on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Enough {
    at: Position,
    lines: usize,
}

impl Enough {
    /// What is enough for `window` of `article`. For a place that none reaches, the lines from where it begins are.
    pub(super) fn of(window: Window, article: &Article) -> Self {
        let text = article.text(window.at.part).unwrap_or_default();
        let at = if is_beyond(text, window.at.offset) { Position::START } else { window.at };
        Self { at, lines: window.lines.clamp(1, MOST_LINES) }
    }

    /// About so many bytes of text are set in lines of `width`.
    pub(super) fn bytes(self, width: Columns) -> usize {
        bytes_of(self.lines, width)
    }

    /// So many bytes of a block have nearly always enough in them: white space and what is not shown is no text.
    pub(super) fn source_bytes(width: Columns) -> usize {
        8 * bytes_of(MOST_LINES, width)
    }

    /// Not after a blank line, which belongs to the line after it.
    pub(super) fn has(&self, set: &SetArticle) -> bool {
        let lines = set.lines();
        let Some(last) = lines.last().filter(|line| line.role != Role::Blank) else { return false };
        let there = || lines.len().checked_sub(self.lines).and_then(|n| lines.get(n));
        (last.start >= self.at && there().is_some_and(|line| line.start >= self.at))
            || lines.len() >= MOST_LINES
            || set.text_len() >= MOST_BYTES
    }
}

/// Whether the first `offset` clusters of `text` have surely more bytes than a window: there are no fewer characters. White
/// space that a line does not show is no reason to look further.
fn is_beyond(text: &str, offset: Clusters) -> bool {
    let reach = first_bytes(text, MOST_BYTES + MOST_BYTES / 4);
    reach.len() < text.len() && reach.chars().count() < offset.0
}

fn bytes_of(lines: usize, width: Columns) -> usize {
    lines.saturating_mul(4 * width.0).min(MOST_BYTES)
}

/// At most the first `most` bytes of `text`; all of it if that is not much more.
pub(super) fn beginning(text: &str, most: usize) -> &str {
    if text.len() <= 2 * most {
        return text;
    }
    first_bytes(text, most)
}

/// At most the first `most` bytes of `text`.
fn first_bytes(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}
