//! The reader's state and the one function that changes it.
//!
//! [`App::update`] takes an [`Action`] and answers with [`Effect`]s for the world outside. Drawing takes `&App`. What a
//! scroll may reach is worked out here from the size, never learnt from the last frame.

mod contents;
mod marks;
mod overlay;
mod picker;
mod reading;
mod step;

use std::sync::Arc;

use crate::bookmarks::{Bookmark, Found};
use crate::issue::{ArticleNo, Issue};
use crate::shelf::Entry;
use crate::typeset::width::{Class, Columns, Widths};
use crate::typeset::{Ambiguous, Scale};

use super::action::{Action, Effect};
use super::keymap::Context;
use super::layout::{Focus, Layout, Panes, Size};
use super::overlays;
use super::probe::Answers;
use super::words::{self, Text, Tongue};

pub(crate) use contents::{Contents, MARK_COLUMNS, Row};
pub(crate) use marks::Marks;
pub(crate) use overlay::Overlay;
pub(crate) use picker::{ENTRY_ROWS, Picker};
pub(crate) use reading::Reading;
pub(crate) use step::Step;

/// How many cells `+` and `-` change the measure by: one em on each side.
const MEASURE_STEP: usize = 4;
/// The narrowest and widest measure, in cells.
const MEASURE_LIMITS: (usize, usize) = (16, 240);
/// The measure to begin with: 40 em, as much as an eye takes in.
const MEASURE: usize = 80;

/// What the reader looks like to the world.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The language of the screen.
    pub tongue: Tongue,
    /// What the terminal makes of characters of ambiguous width: the best guess until it has said so itself.
    pub ambiguous: Ambiguous,
}

/// The signs that are no text. A terminal that draws ambiguous characters wide gets ASCII, one cell each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Signs {
    /// Before the chosen entry.
    pub(crate) chosen: &'static str,
    /// Between list and body.
    pub(crate) divider: &'static str,
    /// At a bookmark.
    pub(crate) bookmark: &'static str,
}

/// The reader's state. See the module's docs.
#[derive(Debug)]
pub struct App {
    pub(crate) look: Look,
    pub(crate) widths: Widths,
    pub(crate) size: Size,
    pub(crate) panes: Panes,
    pub(crate) focus: Focus,
    pub(crate) overlay: Overlay,
    pub(crate) digits: Option<usize>,
    pub(crate) message: Option<String>,
    pub(crate) reading: Reading,
    pub(crate) contents: Contents,
    pub(crate) bookmarks: Vec<Bookmark>,
    pub(crate) marks: Marks,
    pub(crate) shelf: Arc<[Entry]>,
    measure: usize,
    headlines: Scale,
    removed: Option<Bookmark>,
}

impl App {
    /// A reader that shows `issue` from its start. `source` is the text form of the issue's source.
    #[must_use]
    pub fn new(issue: Arc<Issue>, source: String, size: Size, look: Look) -> Self {
        let mut app = Self {
            look,
            widths: Widths::new(look.ambiguous),
            size,
            panes: Panes::Both,
            focus: Focus::List,
            overlay: Overlay::None,
            digits: None,
            message: None,
            reading: Reading::new(issue, source, look.ambiguous),
            contents: Contents::default(),
            bookmarks: Vec::new(),
            marks: Marks::default(),
            shelf: Arc::from([]),
            measure: MEASURE,
            headlines: Scale::Single,
            removed: None,
        };
        app.fit();
        app
    }

    /// Where everything stands now.
    #[must_use]
    pub fn layout(&self) -> Layout {
        Layout::new(self.size, self.panes, self.focus)
    }

    /// Which rows of the key table hold now.
    #[must_use]
    pub fn context(&self) -> Context {
        match self.overlay {
            Overlay::None => Context::Reading,
            Overlay::Bookmarks(_) => Context::Bookmarks,
            Overlay::Help(_) | Overlay::Shelf(_) => Context::Overlay,
        }
    }

    pub(crate) fn signs(&self) -> Signs {
        let one_cell = |class| self.look.ambiguous.cells(class) == Columns(1);
        if one_cell(Class::Lines) && one_cell(Class::Symbols) {
            Signs { chosen: "▌", divider: "│", bookmark: "◆" }
        } else {
            Signs { chosen: ">", divider: "|", bookmark: "*" }
        }
    }

    /// Takes in what happened and says what has to be done about it.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        let digits = self.digits;
        if !is_news(&action) {
            self.message = None;
            self.digits = None;
        }
        let effects = match self.overlay {
            Overlay::None => self.update_reading(action, digits),
            _ => self.update_overlay(action),
        };
        self.fit();
        effects
    }

    /// Actions while list and body have the keys.
    fn update_reading(&mut self, action: Action, digits: Option<usize>) -> Vec<Effect> {
        match action {
            Action::Digit(digit) => {
                let number = digits.unwrap_or(0).saturating_mul(10).saturating_add(digit.into());
                self.digits = Some(number.min(999_999));
            }
            Action::Open => self.open_article(digits),
            // Esc with a number typed only forgets the number.
            Action::Back if digits.is_some() => {}
            Action::SwitchPane if self.focus == Focus::List => self.focus = Focus::Body,
            Action::Back | Action::FocusList | Action::SwitchPane => self.focus_list(),
            Action::FocusBody => self.focus = Focus::Body,
            Action::NextArticle => self.step(1),
            Action::PreviousArticle => self.step(-1),
            Action::ReadOn => self.read_on(),
            Action::ReadBack => self.read_back(),
            Action::ToggleBookmark => return self.toggle_bookmark(),
            Action::BodyAlone => {
                self.panes = if self.panes == Panes::Both { Panes::BodyAlone } else { Panes::Both };
                self.focus = Focus::Body;
            }
            Action::Wider => self.set_measure(self.measure.saturating_add(MEASURE_STEP)),
            Action::Narrower => self.set_measure(self.measure.saturating_sub(MEASURE_STEP)),
            Action::DefaultMeasure => self.set_measure(MEASURE),
            Action::Quit => return vec![Effect::Quit],
            other => {
                if let Some(step) = Step::of(&other) {
                    match self.focus {
                        Focus::List => self.move_selection(step),
                        Focus::Body => self.reading.scroll(step, self.body_rows()),
                    }
                } else {
                    return self.update_anywhere(other);
                }
            }
        }
        Vec::new()
    }

    /// What means the same in every mode: overlays, the program's life, and news from the world.
    fn update_anywhere(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::ShowHelp => self.overlay = Overlay::Help(0),
            Action::ShowBookmarks => {
                self.overlay = Overlay::Bookmarks(Picker::default());
                return vec![Effect::ReadBookmarks];
            }
            Action::ShowShelf => return vec![Effect::ListShelf],
            Action::Redraw => return vec![Effect::Repaint],
            Action::Suspend => return vec![Effect::Suspend],
            Action::QuitNow => return vec![Effect::Quit],
            Action::Resized(size) => self.size = size,
            Action::Answered(answers) => self.take_in(answers),
            Action::Opened(issue, source, bookmark) => self.show_issue(issue, source, bookmark.as_deref()),
            Action::Bookmarks(bookmarks) => {
                self.bookmarks = bookmarks;
                self.marks = Marks::of(&self.bookmarks, &self.reading);
            }
            Action::Shelf(entries) if entries.is_empty() => self.say(&words::NO_SHELF),
            Action::Shelf(entries) => {
                let open = entries.iter().position(|entry| entry.source.to_string() == self.reading.source());
                self.shelf = entries;
                self.overlay = Overlay::Shelf(Picker::at(open.unwrap_or(0)));
            }
            Action::Failed(text) => self.message = Some(text),
            Action::NotSaved(error) => self.message = Some(self.look.tongue.not_saved(&error)),
            _ => {}
        }
        Vec::new()
    }

    /// Makes every derived thing follow the state: set lines, list rows, scroll positions.
    fn fit(&mut self) {
        let layout = self.layout();
        // A hidden body keeps its last width, so that a look at the list on a narrow screen sets nothing anew.
        if let Some(body) = layout.body {
            self.reading.fit(Columns(body.width.into()), Columns(self.measure));
        }
        if let Some(list) = layout.list {
            self.contents.fit(&self.reading, list.width, self.look.tongue, self.widths);
            self.contents.show(self.reading.article(), list.height.into());
        }
        let rows = usize::from(layout.middle.height.saturating_sub(1));
        let help = overlays::help::rows(self.look.tongue).len();
        self.overlay.fit(rows, help, self.bookmarks.len(), self.shelf.len());
    }

    /// Sets anew what the terminal draws otherwise than we guessed. The reader's place stays.
    fn take_in(&mut self, answers: Answers) {
        let ambiguous = answers.ambiguous.unwrap_or(self.look.ambiguous);
        let headlines = if answers.big == Some(true) { Scale::Double } else { Scale::Single };
        if (ambiguous, headlines) != (self.look.ambiguous, self.headlines) {
            self.look.ambiguous = ambiguous;
            self.headlines = headlines;
            self.widths = Widths::new(ambiguous);
            self.reading.set_for(ambiguous, headlines);
            self.contents.forget();
        }
    }

    fn body_rows(&self) -> usize {
        usize::from(self.layout().middle.height)
    }

    fn say(&mut self, text: &Text) {
        self.message = Some(self.look.tongue.say(text).to_owned());
    }

    fn focus_list(&mut self) {
        self.focus = Focus::List;
        self.panes = Panes::Both;
    }

    fn set_measure(&mut self, cells: usize) {
        self.measure = cells.clamp(MEASURE_LIMITS.0, MEASURE_LIMITS.1);
    }

    fn open_article(&mut self, digits: Option<usize>) {
        if let Some(number) = digits {
            let last = self.reading.issue().article_count();
            if number == 0 || number > last {
                self.message = Some(self.look.tongue.no_such_article(number, last));
                return;
            }
            self.reading.show(ArticleNo(number - 1));
        }
        self.focus = Focus::Body;
    }

    fn step(&mut self, by: isize) {
        if !self.reading.step(by) {
            self.say(if by > 0 { &words::LAST_ARTICLE } else { &words::FIRST_ARTICLE });
        }
    }

    fn move_selection(&mut self, step: Step) {
        let list_rows = usize::from(self.layout().middle.height);
        let count = self.reading.issue().article_count();
        let here = self.reading.article().0;
        let there = match step {
            Step::Page(by) => self.contents.page_from(self.reading.article(), by, list_rows).0,
            Step::HalfPage(by) => self.contents.page_from(self.reading.article(), by, list_rows / 2).0,
            other => other.from(here, count.saturating_sub(1), list_rows),
        };
        if there == here {
            match step {
                Step::Line(1) => self.say(&words::LAST_ARTICLE),
                Step::Line(_) => self.say(&words::FIRST_ARTICLE),
                _ => {}
            }
        } else {
            self.reading.show(ArticleNo(there));
        }
    }

    /// Space: the next screen; at the article's end the next article; on a narrow screen's list, the article.
    fn read_on(&mut self) {
        if self.layout().body.is_none() {
            self.focus = Focus::Body;
        } else if self.reading.at_end(self.body_rows()) {
            if self.reading.step(1) {
                self.reading.go_to_start();
            } else {
                self.say(&words::LAST_ARTICLE);
            }
        } else {
            self.reading.scroll(Step::Page(1), self.body_rows());
        }
    }

    fn read_back(&mut self) {
        let rows = self.body_rows();
        if self.layout().body.is_none() {
            self.focus = Focus::Body;
        } else if !self.reading.at_start() {
            self.reading.scroll(Step::Page(-1), rows);
        } else if self.reading.step(-1) {
            self.reading.scroll(Step::End, rows);
        } else {
            self.say(&words::FIRST_ARTICLE);
        }
    }

    fn toggle_bookmark(&mut self) -> Vec<Effect> {
        if let Some(id) = self.marks.at_top_of(&self.reading) {
            self.say(&words::BOOKMARK_TAKEN);
            return self.remove(&id);
        }
        let Some(bookmark) = self.reading.bookmark_here() else {
            self.say(&words::NOTHING_TO_KEEP);
            return Vec::new();
        };
        self.say(&words::BOOKMARK_KEPT);
        vec![Effect::Add(Box::new(bookmark))]
    }

    fn remove(&mut self, id: &str) -> Vec<Effect> {
        self.removed = self.bookmarks.iter().find(|bookmark| bookmark.id == id).cloned();
        vec![Effect::Remove(id.to_owned())]
    }

    fn show_issue(&mut self, issue: Arc<Issue>, source: String, bookmark: Option<&Bookmark>) {
        self.overlay = Overlay::None;
        self.reading = Reading::new(issue, source, self.look.ambiguous);
        self.reading.set_for(self.look.ambiguous, self.headlines);
        self.contents = Contents::default();
        self.marks = Marks::of(&self.bookmarks, &self.reading);
        match bookmark {
            Some(bookmark) => self.go_to_bookmark(bookmark),
            None => self.focus_list(),
        }
    }

    /// Goes to the bookmark's words, or says that they are gone. Never to another place in silence.
    fn go_to_bookmark(&mut self, bookmark: &Bookmark) {
        let (article, position) = match bookmark.find(self.reading.issue()) {
            Found::Here { article, position } => (article, position),
            Found::Moved { article, position } => {
                self.say(&words::BOOKMARK_MOVED);
                (article, position)
            }
            Found::Lost => {
                let lost = self.look.tongue.say(&words::BOOKMARK_LOST);
                self.message = Some(format!("{lost}: {}", bookmark.quote.exact));
                return;
            }
        };
        self.overlay = Overlay::None;
        self.focus = Focus::Body;
        self.reading.show(article);
        self.fit();
        self.reading.go_to(position);
    }
}

/// Whether `action` came from the world, so that what the last key said stays on the screen.
fn is_news(action: &Action) -> bool {
    matches!(
        action,
        Action::Resized(_)
            | Action::Answered(_)
            | Action::Opened(..)
            | Action::Bookmarks(_)
            | Action::Shelf(_)
            | Action::Failed(_)
    )
}
