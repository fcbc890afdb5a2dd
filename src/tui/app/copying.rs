//! Copying: the article, or selected paragraphs.

use std::ops::Range;

use crate::issue::{ArticleNo, Part};
use crate::tui::action::{Action, Effect};
use crate::tui::clipboard::Clip;
use crate::tui::layout::Focus;
use crate::tui::words;

use super::{App, Step};

/// Paragraphs that are selected: from the one where it began to the one where it is now, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Selection {
    article: ArticleNo,
    anchor: usize,
    end: usize,
}

impl Selection {
    /// Whether its paragraphs are `article`'s.
    pub(super) fn is_in(&self, article: ArticleNo) -> bool {
        self.article == article
    }

    /// The blocks, in their order.
    pub(crate) fn blocks(self) -> Range<usize> {
        self.anchor.min(self.end)..self.anchor.max(self.end) + 1
    }
}

impl App {
    /// Begins to select with the first paragraph on the screen, or leaves off.
    pub(super) fn toggle_selection(&mut self) {
        let count = self.reading.current().map_or(0, |(_, article)| article.body.len());
        self.selection = match (self.selection, count) {
            (None, 1..) => {
                let anchor = match self.reading.place_of_top().part {
                    Part::Block(n) => n.min(count - 1),
                    _ => 0,
                };
                self.focus = Focus::Body;
                self.say(&words::SELECTING);
                Some(Selection { article: self.reading.article(), anchor, end: anchor })
            }
            _ => None,
        };
    }

    /// Actions while paragraphs are selected. Returns false for an action that means what it always means.
    pub(super) fn update_selection(&mut self, action: &Action) -> bool {
        let Some(selection) = &mut self.selection else { return false };
        let last = self.reading.current().map_or(0, |(_, article)| article.body.len().saturating_sub(1));
        match (action, Step::of(action)) {
            (Action::Back | Action::Select, _) => self.selection = None,
            (_, Some(step)) => {
                selection.end = step.from(selection.end, last, 4);
                let end = selection.end;
                self.reading.reveal_block(end, self.body_rows());
                self.say(&words::SELECTING);
            }
            _ => return false,
        }
        true
    }

    /// Copies what is selected, else the article.
    pub(super) fn copy(&mut self) {
        let blocks = self.selection.take().map(Selection::blocks);
        self.say(&words::COPYING);
        self.ask_for_clip(blocks);
    }

    /// What was to be copied is ready.
    pub(super) fn take_clip(&mut self, clip: Option<Clip>) {
        let Some(clip) = clip else {
            self.say(&words::NOTHING_TO_KEEP);
            return;
        };
        self.say(if clip.is_long() { &words::COPIED_MUCH } else { &words::COPIED });
        self.asked.push(Effect::Copy(clip));
    }
}
