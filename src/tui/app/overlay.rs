//! What can lie over the panes, and what keys do there.

use std::sync::Arc;

use crate::bookmarks::Change;
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
            Action::Open => self.open_picked(),
            Action::RemoveBookmark => self.remove_picked(),
            Action::PutBack => self.put_back(),
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

    fn remove_picked(&mut self) {
        let Overlay::Bookmarks(picker) = &self.overlay else { return };
        let Some(id) = self.bookmarks.get(picker.selected()).map(|bookmark| bookmark.id.clone()) else {
            return;
        };
        self.say(&words::BOOKMARK_TAKEN);
        self.remove(&id);
    }

    fn put_back(&mut self) {
        let Some(bookmark) = self.removed.take() else {
            self.say(&words::NOTHING_TO_UNDO);
            return;
        };
        self.say(&words::BOOKMARK_BACK);
        self.change_bookmarks(Change::Add(Box::new(bookmark)));
    }

    pub(super) fn open_picked(&mut self) {
        match &self.overlay {
            Overlay::Bookmarks(picker) => {
                let Some(bookmark) = self.bookmarks.get(picker.selected()).cloned() else { return };
                match self.marks.of_bookmark(&bookmark.id) {
                    Some(found) => self.go_to_bookmark(&bookmark, found),
                    None => self.open_issue(bookmark.issue.source.clone(), Some(Box::new(bookmark))),
                }
            }
            Overlay::Shelf(picker) => match self.shelf.get(picker.selected()) {
                Some(Entry { state: Err(error), .. }) => self.message = Some(error.clone()),
                Some(entry) => self.open_issue(entry.source.to_string(), None),
                None => {}
            },
            Overlay::None | Overlay::Help(_) => self.overlay = Overlay::None,
        }
    }

    /// Shows the shelf, with what is known of it; what it has now is asked for.
    pub(super) fn show_shelf(&mut self) -> Vec<Effect> {
        self.overlay = Overlay::Shelf(Picker::at(self.place_on_shelf(self.reading.source())));
        vec![Effect::ListShelf]
    }

    /// The place of the issue at `source`; the first if it is not there.
    fn place_on_shelf(&self, source: &str) -> usize {
        self.shelf.iter().position(|entry| entry.source.to_string() == source).unwrap_or(0)
    }

    /// Takes in what the shelf has. What is selected stays selected.
    pub(super) fn take_shelf(&mut self, entries: Arc<[Entry]>) {
        let before = std::mem::replace(&mut self.shelf, entries);
        let Overlay::Shelf(picker) = self.overlay else { return };
        if self.shelf.is_empty() {
            self.overlay = Overlay::None;
            self.say(&words::NO_SHELF);
            return;
        }
        let selected = before.get(picker.selected()).map(|entry| entry.source.to_string());
        let selected = selected.unwrap_or_else(|| self.reading.source().to_owned());
        let there = self.place_on_shelf(&selected);
        if there != picker.selected() {
            self.overlay = Overlay::Shelf(Picker::at(there));
        }
    }
}
