//! What can lie over the panes, and what keys do there.

use std::sync::Arc;

use crate::bookmarks::{Bookmark, Change, Found};
use crate::search::Query;
use crate::shelf::Entry;
use crate::tui::action::{Action, Effect};
use crate::tui::{overlays, words};
use crate::typeset::Setting;

use super::leaf::{Leaf, Trouble};
use super::{App, ENTRY_ROWS, Picker, Purpose, Step};

/// What lies over the panes.
#[derive(Debug)]
pub(crate) enum Overlay {
    /// Nothing.
    None,
    /// The keys; the number is the first row shown.
    Help(usize),
    /// The bookmarks.
    Bookmarks,
    /// All of one bookmark.
    Card(Whole),
    /// The shelf's issues.
    Shelf(Picker),
    /// Why one of them cannot be opened.
    Broken(Picker, Leaf),
    /// Bookmarks that could not be written, while the program is about to end.
    Unsaved(Leaf),
}

/// All of one bookmark.
#[derive(Debug)]
pub(crate) struct Whole {
    id: String,
    trouble: Option<Trouble>,
    pub(crate) leaf: Leaf,
}

impl App {
    /// Actions while an overlay has the keys.
    pub(super) fn update_overlay(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Back | Action::Quit => self.close_overlay(&action),
            Action::Open => self.open_picked(),
            Action::RemoveBookmark => self.remove_picked(),
            Action::PutBack => self.put_back(),
            Action::EditNote | Action::EditTags => self.edit_picked(&action),
            Action::FilterBookmarks => {
                self.show_list();
                self.index_cards();
                self.open_prompt(Purpose::FilterBookmarks, "");
            }
            Action::ShowBookmark if matches!(self.overlay, Overlay::Card(_)) => self.show_list(),
            Action::ShowBookmark => {
                if let Some(bookmark) = self.picked().cloned() {
                    let lost = self.marks.of_bookmark(&bookmark.id) == Some(Found::Lost);
                    self.show_whole(&bookmark, lost.then_some(Trouble::Lost));
                }
            }
            Action::ShowBookmarks if matches!(self.overlay, Overlay::Bookmarks | Overlay::Card(_)) => {
                self.overlay = Overlay::None;
            }
            Action::ShowHelp if matches!(self.overlay, Overlay::Help(_)) => self.overlay = Overlay::None,
            Action::ShowShelf if matches!(self.overlay, Overlay::Shelf(_)) => self.overlay = Overlay::None,
            other => {
                let Some(step) = Step::of(&other) else { return self.update_anywhere(other) };
                self.step_overlay(step);
            }
        }
        Vec::new()
    }

    /// Moves in the overlay.
    pub(super) fn step_overlay(&mut self, step: Step) {
        let (rows, width) = (self.overlay_rows(), self.layout().middle.width);
        match &mut self.overlay {
            Overlay::None => {}
            Overlay::Help(first) => {
                let all = overlays::help::rows(&self.keymap, self.look.tongue, width, self.widths).len();
                let last = all.saturating_sub(rows);
                *first = step.from(*first, last, rows);
            }
            Overlay::Bookmarks => self.cards.step(step, &self.bookmarks, rows),
            Overlay::Card(whole) => whole.leaf.step(step, rows),
            Overlay::Unsaved(leaf) | Overlay::Broken(_, leaf) => leaf.step(step, rows),
            Overlay::Shelf(picker) => picker.step(step, self.shelf.len(), rows),
        }
    }

    /// The rows below the overlay's heading.
    pub(super) fn overlay_rows(&self) -> usize {
        usize::from(self.layout().middle.height.saturating_sub(1))
    }

    /// Esc goes back one step at a time; q closes at once.
    fn close_overlay(&mut self, action: &Action) {
        match self.overlay {
            Overlay::Card(_) => self.show_list(),
            Overlay::Broken(picker, _) => self.overlay = Overlay::Shelf(picker),
            Overlay::Bookmarks if matches!(action, Action::Back) && self.cards.query.is_some() => {
                self.filter_cards(None);
            }
            _ => self.overlay = Overlay::None,
        }
    }

    /// Opens the list of all bookmarks.
    pub(super) fn show_bookmarks(&mut self) -> Vec<Effect> {
        self.cards.begin();
        self.show_list();
        vec![Effect::ReadBookmarks]
    }

    /// Returns to the list of bookmarks, as it was left.
    fn show_list(&mut self) {
        self.overlay = Overlay::Bookmarks;
        self.list_cards();
    }

    pub(super) fn filter_cards(&mut self, query: Option<Query>) {
        self.cards.query = query;
        if self.cards.query.is_some() {
            self.index_cards();
        }
        self.cards.list(&self.bookmarks, self.look.tongue);
    }

    /// Makes what is on the screen of the bookmarks follow them.
    pub(super) fn list_cards(&mut self) {
        match &mut self.overlay {
            Overlay::Bookmarks => {
                self.cards.take(&self.bookmarks, self.look.tongue, jiff::Timestamp::now());
                if self.cards.is_waiting() {
                    self.index_cards();
                }
            }
            Overlay::Card(whole) => match self.bookmarks.iter().find(|bookmark| bookmark.id == whole.id) {
                Some(bookmark) => {
                    whole.leaf = Leaf::of(bookmark, whole.trouble.as_ref(), self.look.tongue);
                }
                None => self.show_list(),
            },
            _ => {}
        }
    }

    /// Shows all of one bookmark, and why it can't be opened.
    pub(super) fn show_whole(&mut self, bookmark: &Bookmark, trouble: Option<Trouble>) {
        let leaf = Leaf::of(bookmark, trouble.as_ref(), self.look.tongue);
        self.overlay = Overlay::Card(Whole { id: bookmark.id.clone(), trouble, leaf });
    }

    /// The bookmark that is selected in the list, or on the screen whole.
    fn picked(&self) -> Option<&Bookmark> {
        match &self.overlay {
            Overlay::Bookmarks => self.cards.selected(&self.bookmarks),
            Overlay::Card(whole) => {
                self.bookmarks.iter().map(AsRef::as_ref).find(|bookmark: &&Bookmark| bookmark.id == whole.id)
            }
            _ => None,
        }
    }

    /// Whether there is anything that an action of the bookmarks' overlay could be done to.
    pub(crate) fn has_use(&self, action: &Action) -> bool {
        match action {
            Action::EditNote | Action::EditTags | Action::ShowBookmark | Action::RemoveBookmark => {
                self.picked().is_some()
            }
            Action::FilterBookmarks => !self.bookmarks.is_empty(),
            Action::PageDown => self.has_more(),
            _ => true,
        }
    }

    /// Whether the overlay goes on below the screen.
    fn has_more(&self) -> bool {
        let (rows, width) = (self.overlay_rows(), self.layout().middle.width);
        match &self.overlay {
            Overlay::Help(first) => {
                let help = overlays::help::rows(&self.keymap, self.look.tongue, width, self.widths);
                first + rows < help.len()
            }
            Overlay::Shelf(picker) => picker.first() + rows.div_ceil(ENTRY_ROWS) < self.shelf.len(),
            Overlay::Broken(_, leaf) => leaf.has_more(rows),
            Overlay::Card(whole) => whole.leaf.has_more(rows),
            Overlay::None | Overlay::Bookmarks | Overlay::Unsaved(_) => false,
        }
    }

    fn remove_picked(&mut self) {
        let Some(id) = self.picked().map(|bookmark| bookmark.id.clone()) else { return };
        self.say(&words::BOOKMARK_TAKEN_IN_LIST);
        self.change(Change::Remove(id));
    }

    fn edit_picked(&mut self, action: &Action) {
        let Some(bookmark) = self.picked() else { return };
        let id = bookmark.id.clone();
        if matches!(action, Action::EditTags) {
            let tags = bookmark.tags.join(" ");
            self.open_prompt(Purpose::Tags(id), &tags);
        } else {
            let note = bookmark.note.clone().unwrap_or_default();
            self.open_prompt(Purpose::Note(id), &note);
        }
    }

    pub(super) fn open_picked(&mut self) {
        match &self.overlay {
            Overlay::Bookmarks | Overlay::Card(_) => {
                let Some(bookmark) = self.picked().cloned() else { return };
                match self.marks.of_bookmark(&bookmark.id) {
                    Some(found) => self.go_to_bookmark(&bookmark, found),
                    None => self.open_issue(bookmark.issue.source().to_owned(), Some(Box::new(bookmark))),
                }
            }
            Overlay::Shelf(picker) => match self.shelf.get(picker.selected()) {
                Some(Entry { state: Err(error), source }) => {
                    let leaf = Leaf::text(&source.name(), &[self.look.tongue.shelf_error(error)]);
                    self.overlay = Overlay::Broken(*picker, leaf);
                }
                Some(entry) => self.open_issue(entry.source.to_string(), None),
                None => {}
            },
            Overlay::Broken(picker, _) => self.overlay = Overlay::Shelf(*picker),
            Overlay::None | Overlay::Help(_) | Overlay::Unsaved(_) => self.overlay = Overlay::None,
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

    /// Keeps what is shown in the overlay among what there is.
    pub(super) fn fit_overlay(&mut self) {
        let (rows, width) = (self.overlay_rows(), self.layout().middle.width);
        let setting = Setting { ambiguous: self.look.ambiguous, ..self.look.setting };
        match &mut self.overlay {
            Overlay::None => {}
            Overlay::Help(first) => {
                let help = overlays::help::rows(&self.keymap, self.look.tongue, width, self.widths).len();
                *first = (*first).min(help.saturating_sub(rows));
            }
            Overlay::Bookmarks => self.cards.fit(&self.bookmarks, rows),
            Overlay::Card(whole) => whole.leaf.fit(width, rows, &setting),
            Overlay::Unsaved(leaf) | Overlay::Broken(_, leaf) => leaf.fit(width, rows, &setting),
            Overlay::Shelf(picker) => picker.fit(self.shelf.len(), rows),
        }
    }
}
