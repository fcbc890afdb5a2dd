//! What can lie over the panes, and what keys do there.

use crate::shelf::Entry;
use crate::tui::action::{Action, Effect};
use crate::tui::{overlays, words};

use super::{App, Picker, Step};

/// What lies over the panes.
#[derive(Debug)]
pub(crate) enum Overlay {
    /// Nothing.
    None,
    /// The keys; the number is the first row shown.
    Help(usize),
    /// The bookmarks.
    Bookmarks(Picker),
    /// The shelf's issues.
    Shelf(Picker),
}

impl Overlay {
    /// Keeps what is shown among what there is: on a screen of `rows`, with so many bookmarks and issues.
    pub(super) fn fit(&mut self, rows: usize, help: usize, bookmarks: usize, issues: usize) {
        match self {
            Self::None => {}
            Self::Help(first) => *first = (*first).min(help.saturating_sub(rows)),
            Self::Bookmarks(picker) => picker.fit(bookmarks, rows),
            Self::Shelf(picker) => picker.fit(issues, rows),
        }
    }
}

impl App {
    /// Actions while an overlay has the keys.
    pub(super) fn update_overlay(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Back | Action::Quit => self.overlay = Overlay::None,
            Action::Open => return self.open_picked(),
            Action::RemoveBookmark => return self.remove_picked(),
            Action::PutBack => return self.put_back(),
            Action::ShowBookmarks if matches!(self.overlay, Overlay::Bookmarks(_)) => {
                self.overlay = Overlay::None;
            }
            Action::ShowHelp if matches!(self.overlay, Overlay::Help(_)) => self.overlay = Overlay::None,
            Action::ShowShelf if matches!(self.overlay, Overlay::Shelf(_)) => self.overlay = Overlay::None,
            other => {
                let Some(step) = Step::of(&other) else { return self.update_anywhere(other) };
                let rows = usize::from(self.layout().middle.height.saturating_sub(1));
                match &mut self.overlay {
                    Overlay::None => {}
                    Overlay::Help(first) => {
                        let last =
                            overlays::help::rows(&self.keymap, self.look.tongue).len().saturating_sub(rows);
                        *first = step.from(*first, last, rows);
                    }
                    Overlay::Bookmarks(picker) => picker.step(step, self.bookmarks.len(), rows),
                    Overlay::Shelf(picker) => picker.step(step, self.shelf.len(), rows),
                }
            }
        }
        Vec::new()
    }

    fn remove_picked(&mut self) -> Vec<Effect> {
        let Overlay::Bookmarks(picker) = &self.overlay else { return Vec::new() };
        let Some(id) = self.bookmarks.get(picker.selected()).map(|bookmark| bookmark.id.clone()) else {
            return Vec::new();
        };
        self.say(&words::BOOKMARK_TAKEN);
        self.remove(&id)
    }

    fn put_back(&mut self) -> Vec<Effect> {
        let Some(bookmark) = self.removed.take() else {
            self.say(&words::NOTHING_TO_UNDO);
            return Vec::new();
        };
        self.say(&words::BOOKMARK_BACK);
        vec![Effect::Add(Box::new(bookmark))]
    }

    pub(super) fn open_picked(&mut self) -> Vec<Effect> {
        match &self.overlay {
            Overlay::Bookmarks(picker) => {
                let Some(bookmark) = self.bookmarks.get(picker.selected()).cloned() else {
                    return Vec::new();
                };
                if self.marks.is_of_this_issue(&bookmark, &self.reading) {
                    self.go_to_bookmark(&bookmark);
                    Vec::new()
                } else {
                    vec![Effect::Open(bookmark.issue.source.clone(), Some(Box::new(bookmark)))]
                }
            }
            Overlay::Shelf(picker) => match self.shelf.get(picker.selected()) {
                Some(Entry { state: Err(error), .. }) => {
                    self.message = Some(error.clone());
                    Vec::new()
                }
                Some(entry) => vec![Effect::Open(entry.source.to_string(), None)],
                None => Vec::new(),
            },
            Overlay::None | Overlay::Help(_) => {
                self.overlay = Overlay::None;
                Vec::new()
            }
        }
    }
}
