//! The line that is being typed, whatever for: one editor for all.

use crate::bookmarks::{Bookmark, Change, Edit};
use crate::search::Query;
use crate::tui::action::{Action, Editing, Effect, Unsaved};
use crate::tui::layout::Focus;
use crate::tui::words;

use super::line::Line;
use super::whereabouts::Whereabouts;
use super::{App, Leaf, Overlay, Step};

/// A line that is being typed.
#[derive(Debug)]
pub(crate) struct Prompt {
    pub(crate) purpose: Purpose,
    pub(crate) line: Line,
    pub(super) origin: Whereabouts,
    focus: Focus,
}

/// What a line is typed for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Purpose {
    /// To find words in the text.
    Search,
    /// To list only some articles.
    Filter,
    /// To list only some bookmarks.
    FilterBookmarks,
    /// To write a note to a bookmark that is kept with it.
    NoteNew(Box<Bookmark>),
    /// To write another note to the bookmark with this id.
    Note(String),
    /// To tag the bookmark with this id.
    Tags(String),
    /// To name the file that takes the bookmarks which their own file could not.
    Rescue,
}

impl App {
    /// Begins a line, which may have a text to begin with.
    pub(super) fn open_prompt(&mut self, purpose: Purpose, text: &str) {
        let (origin, focus) = (self.reading.whereabouts(), self.focus);
        if purpose == Purpose::Filter {
            self.focus_list();
        }
        self.prompt = Some(Prompt { purpose, line: Line::of(text), origin, focus });
    }

    /// Actions while a line is typed.
    pub(super) fn update_prompt(&mut self, action: Action) -> Vec<Effect> {
        let Some(prompt) = &mut self.prompt else { return Vec::new() };
        match action {
            // Erasing beyond the start of an empty line leaves it, as in other pagers; but not what can't be typed again.
            Action::Edit(Editing::Erase) if prompt.line.text().is_empty() => match prompt.purpose {
                Purpose::Search | Purpose::Filter | Purpose::FilterBookmarks => return self.close_prompt(),
                _ => {}
            },
            Action::Edit(editing) => {
                let before = prompt.line.text().len();
                if prompt.line.edit(&editing) && (prompt.line.text().len() != before) {
                    self.follow_prompt();
                }
            }
            Action::Open => return self.accept_prompt(),
            Action::Back => return self.close_prompt(),
            Action::QuitNow if prompt.purpose == Purpose::Rescue => return self.close_prompt(),
            Action::LineUp | Action::LineDown => {
                if let (Purpose::FilterBookmarks | Purpose::Rescue, Some(step)) =
                    (&prompt.purpose, Step::of(&action))
                {
                    self.step_overlay(step);
                }
            }
            other => return self.update_anywhere(other),
        }
        Vec::new()
    }

    /// Shows what the line leads to so far.
    fn follow_prompt(&mut self) {
        let Some(Prompt { purpose, line, origin, .. }) = &self.prompt else { return };
        let typed = line.text().to_owned();
        match purpose {
            Purpose::Filter => self.set_filter(Query::new(&typed)),
            Purpose::FilterBookmarks => self.filter_cards(Query::new(&typed)),
            Purpose::Search => self.follow_search(&typed, *origin),
            Purpose::NoteNew(_) | Purpose::Note(_) | Purpose::Tags(_) | Purpose::Rescue => {}
        }
    }

    fn accept_prompt(&mut self) -> Vec<Effect> {
        let Some(Prompt { purpose, line, origin, .. }) = self.prompt.take() else { return Vec::new() };
        let typed = line.text();
        match purpose {
            Purpose::Filter | Purpose::FilterBookmarks => {}
            Purpose::Search => self.search(typed, origin),
            Purpose::NoteNew(mut bookmark) => {
                Edit::note(typed).apply(&mut bookmark);
                self.say(&words::BOOKMARK_KEPT);
                self.keep(*bookmark);
            }
            Purpose::Note(id) => self.edit(id, Edit::note(typed)),
            Purpose::Tags(id) => self.edit(id, Edit::tags(typed)),
            Purpose::Rescue => return vec![Effect::Rescue(typed.to_owned())],
        }
        Vec::new()
    }

    fn edit(&mut self, id: String, edit: Edit) {
        let bookmark = self.bookmarks.iter().find(|bookmark| bookmark.id == id);
        match bookmark.map(|bookmark| edit.undo(bookmark)) {
            None => self.say(&words::NO_SUCH_BOOKMARK),
            Some(former) if former == edit => {}
            Some(_) => {
                self.say(if matches!(edit, Edit::Note(_)) { &words::NOTE_KEPT } else { &words::TAGS_KEPT });
                self.change(Change::Edit(id, edit));
            }
        }
    }

    /// Leaves the line as if it had not been.
    fn close_prompt(&mut self) -> Vec<Effect> {
        let Some(prompt) = self.prompt.take() else { return Vec::new() };
        match prompt.purpose {
            Purpose::Search => self.forget_finding(),
            Purpose::Filter => self.set_filter(None),
            Purpose::FilterBookmarks => {
                self.filter_cards(None);
                return Vec::new();
            }
            Purpose::NoteNew(_) | Purpose::Note(_) | Purpose::Tags(_) => return Vec::new(),
            Purpose::Rescue => return vec![Effect::Quit],
        }
        self.focus = prompt.focus;
        self.fit();
        self.reading.return_to(prompt.origin, self.body_rows());
        Vec::new()
    }

    /// The program was to end, and some changes are not written: asks where to write the bookmarks instead.
    pub(super) fn ask_for_rescue(&mut self, unsaved: &Unsaved) {
        self.asked.leaving = false;
        let tongue = self.look.tongue;
        let text = [unsaved.error.clone(), self.keymap.fill(tongue.say(&words::RESCUE))];
        self.overlay = Overlay::Unsaved(Leaf::text(tongue.say(&words::UNSAVED), &text));
        self.open_prompt(Purpose::Rescue, &unsaved.path);
    }
}
