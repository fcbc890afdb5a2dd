//! What a pointer is over: a line of the text, a bookmark's mark, a sign in the list.

use std::sync::Arc;

use crate::bookmarks::Bookmark;
use crate::issue::{ArticleNo, Position};
use crate::tui::layout::Focus;
use crate::typeset::Role;

use super::flow::Flow;
use super::{App, COLUMN_MARKS};

/// What the list shows at an entry's right end, from its first row down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// A bookmark is in it.
    Kept,
    /// It was read.
    Read,
    /// It may not begin there.
    Doubtful,
}

/// A line of the text, or the mark before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pointed {
    line: usize,
    mark: bool,
}

impl App {
    /// The signs of an article in the list, in their order.
    pub(crate) fn signs_of(&self, article: ArticleNo) -> impl Iterator<Item = Sign> {
        let all = [
            (self.marks.has(article), Sign::Kept),
            (self.record.is_read(article), Sign::Read),
            (self.doubts.of(article).is_some(), Sign::Doubtful),
        ];
        all.into_iter().filter(|(holds, _)| *holds).map(|(_, sign)| sign)
    }

    /// A click in the text: follows a pointer to another half, opens a bookmark at its mark, else only gives it the keys.
    pub(super) fn click_in_body(&mut self, x: u16, y: u16) {
        self.focus = Focus::Body;
        let Some(Pointed { line, mark }) = self.pointed(x, y) else { return };
        let kept = mark.then(|| self.marks.at_line(&self.reading, line)).flatten();
        if let Some(bookmark) = kept.and_then(|id| self.bookmark(&id)) {
            self.show_whole(&bookmark, None);
            return;
        }
        let Some(set) = self.reading.set().lines().get(line).filter(|line| line.role == Role::Pointer) else {
            return;
        };
        let (before, here) = (set.start == Position::START && line == 0, self.reading.whereabouts());
        let went = if before { self.turn_back() } else { self.turn_onward() };
        if went {
            self.jumps.leave(here);
        }
    }

    /// A click on a sign of the list: the bookmark is shown, a mark of reading taken away, a doubt told.
    pub(super) fn click_on_sign(&mut self, article: ArticleNo, row: usize) {
        let nth = self.contents.row_in_article(row);
        let sign = nth.and_then(|nth| self.signs_of(article).nth(nth));
        match sign {
            Some(Sign::Kept) => {
                let bookmark = self.marks.first_in(article).and_then(|id| self.bookmark(&id));
                if let Some(bookmark) = bookmark {
                    self.show_whole(&bookmark, None);
                }
            }
            Some(Sign::Read) => self.toggle_read(),
            Some(Sign::Doubtful) => {
                self.message = self.doubts.of(article).map(|doubt| self.look.tongue.doubtful(doubt));
            }
            None => {}
        }
    }

    fn bookmark(&self, id: &str) -> Option<Arc<Bookmark>> {
        self.bookmarks.iter().find(|bookmark| bookmark.id == id).cloned()
    }

    /// What is at a cell of the body pane or its margin.
    fn pointed(&self, x: u16, y: u16) -> Option<Pointed> {
        let (layout, reading) = (self.layout(), &self.reading);
        let body = layout.body.filter(|_| !reading.is_astray())?;
        let row = usize::from(y.checked_sub(body.y)?);
        let (line, text) = match reading.flow() {
            Flow::Scroll => (reading.top() + row, body.x),
            Flow::Sheets(sheets) => {
                let sheet = sheets.at(reading.first_text_line())?;
                let column =
                    |n| body.x.saturating_add(u16::try_from(sheets.grid.column(n).0).unwrap_or(u16::MAX));
                match row.checked_sub(sheet.heads.len()) {
                    None => (sheet.heads.start + row, column(0)),
                    Some(row) => {
                        let begins = |n: &usize| column(*n).saturating_sub(COLUMN_MARKS) <= x;
                        let n = (0..sheet.columns.len()).rev().find(begins)?;
                        let lines = sheet.columns.get(n).filter(|lines| row < lines.len())?;
                        (lines.start + row, column(n))
                    }
                }
            }
        };
        let mark = match (reading.flow(), layout.margin) {
            (Flow::Scroll, margin) => margin.is_some_and(|margin| margin.x == x),
            (Flow::Sheets(_), _) => x + COLUMN_MARKS == text,
        };
        (line < reading.set().lines().len()).then_some(Pointed { line, mark })
    }
}
