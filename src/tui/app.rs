//! The reader's state and the one function that changes it.
//!
//! [`App::update`] takes an [`Action`] and answers with [`Effect`]s for the world outside. Drawing takes `&App`. What a
//! scroll may reach is worked out here from the size, never learnt from the last frame.

mod ahead;
mod background;
mod cards;
mod catalogue;
mod contents;
mod copying;
mod facts;
mod finding;
mod flow;
mod galley;
mod jumps;
mod keeping;
mod leaf;
mod line;
mod marks;
mod mouse;
mod moves;
mod overlay;
mod picker;
mod pointing;
mod prompt;
mod reading;
mod record;
mod script;
mod signs;
mod step;
mod turning;
mod whereabouts;

use std::sync::Arc;
use std::time::Duration;

use crate::bookmarks::{Bookmark, Change};
use crate::config::MEASURE_LIMITS;
use crate::parse::Doubts;
use crate::search::Query;
use crate::shelf::Entry;
use crate::typeset::width::{Columns, Widths};
use crate::typeset::{Ambiguous, Scale, Setting};

use super::action::{Action, Effect, Opened};
use super::keymap::{Context, Keymap};
use super::layout::{Focus, Layout, Panes, Size, Wishes};
use super::probe::{Answers, Ground};
use super::words::{Text, Tongue};

use ahead::Ahead;
use background::Asked;
pub(crate) use cards::{Card, Cards, Index};
pub(crate) use catalogue::{Catalogue, Manner};
pub(crate) use contents::{Contents, MARK_COLUMNS, Row};
pub(crate) use copying::Selection;
pub(crate) use facts::Facts;
pub(crate) use finding::{Finding, Standing};
pub(crate) use flow::{Flow, Sheets};
pub(crate) use galley::Order;
use galley::Room;
use jumps::Jumps;
pub(crate) use keeping::Wish;
pub(crate) use leaf::{Leaf, margin, words_of};
pub use line::Editing;
pub(crate) use marks::Marks;
use mouse::Held;
pub(crate) use overlay::Overlay;
pub(crate) use picker::{ENTRY_ROWS, Picker};
pub(crate) use pointing::Sign;
pub(crate) use prompt::{Prompt, Purpose};
pub(crate) use reading::Reading;
use record::{Means, Record};
pub(crate) use step::Step;
pub(crate) use turning::joined;

/// How far left of a column's text its marks stand.
pub(crate) const COLUMN_MARKS: u16 = 2;
/// How many cells `+` and `-` change the measure by: one em on each side.
const MEASURE_STEP: usize = 4;
/// What the reader looks like to the world.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// The language of the screen.
    pub tongue: Tongue,
    /// What the terminal makes of characters of ambiguous width: the best guess until it has said so itself.
    pub ambiguous: Ambiguous,
    /// How articles are set; the pane, the terminal and the issue have the last word on `width`, `ambiguous` and
    /// `language`. Its measure is the one to begin with; without one, there is no limit.
    pub setting: Setting,
    /// How many columns of text there are where there is room, to begin with; none for as many as are good to read.
    pub columns: Option<usize>,
    /// How long an article that is whole on the screen must be there to have been read when its reader goes on.
    pub read_after: Duration,
}

/// The reader's state. See the module's docs.
#[derive(Debug)]
pub struct App {
    pub(crate) look: Look,
    pub(crate) keymap: Keymap,
    pub(crate) widths: Widths,
    /// What text stands on; none until the terminal has told it.
    pub(crate) ground: Option<Ground>,
    pub(crate) size: Size,
    pub(crate) panes: Panes,
    pub(crate) focus: Focus,
    pub(crate) overlay: Overlay,
    pub(crate) digits: Option<usize>,
    pub(crate) message: Option<String>,
    pub(crate) prompt: Option<Prompt>,
    pub(crate) finding: Finding,
    pub(crate) filter: Option<Query>,
    pub(crate) selection: Option<Selection>,
    pub(crate) reading: Reading,
    pub(crate) contents: Contents,
    pub(crate) bookmarks: Vec<Arc<Bookmark>>,
    pub(crate) marks: Marks,
    pub(crate) record: Record,
    pub(crate) doubts: Doubts,
    /// The story that is read as one, over its pages.
    story: Option<turning::Story>,
    pub(crate) cards: Cards,
    pub(crate) shelf: Arc<[Entry]>,
    list_width: Option<u16>,
    held: Held,
    measure: usize,
    columns: Option<usize>,
    jumps: Jumps,
    headlines: Scale,
    /// What undoes the last changes of bookmarks, the last one last.
    undo: Vec<Change>,
    asked: Asked,
    ahead: Ahead,
}

impl App {
    /// A reader that shows an issue from its start.
    #[must_use]
    pub fn new(opened: Opened, size: Size, look: Look) -> Self {
        let Opened { source, issue, warning, doubts, facts, .. } = opened;
        let mut app = Self {
            look,
            keymap: Keymap::default(),
            widths: Widths::new(look.ambiguous),
            ground: None,
            size,
            panes: Panes::Both,
            focus: Focus::List,
            overlay: Overlay::None,
            digits: None,
            message: warning,
            prompt: None,
            finding: Finding::default(),
            filter: None,
            selection: None,
            reading: Reading::new(issue, source, facts, &look),
            contents: Contents::default(),
            bookmarks: Vec::new(),
            marks: Marks::default(),
            record: Record::default(),
            doubts,
            story: None,
            cards: Cards::default(),
            shelf: Arc::from([]),
            list_width: None,
            held: Held::Nothing,
            measure: default_measure(&look),
            columns: look.columns,
            jumps: Jumps::default(),
            headlines: Scale::Single,
            undo: Vec::new(),
            asked: Asked::default(),
            ahead: Ahead::default(),
        };
        app.fit();
        app
    }

    /// The same with these keys.
    #[must_use]
    pub fn with_keymap(mut self, keymap: Keymap) -> Self {
        self.keymap = keymap;
        self.fit();
        self
    }

    /// What the clock says when the next action comes.
    pub fn tell_time(&mut self, now: Duration) {
        self.record.now = now;
    }

    /// Where everything stands now.
    #[must_use]
    pub fn layout(&self) -> Layout {
        self.layout_with(self.focus)
    }

    fn layout_with(&self, focus: Focus) -> Layout {
        Layout::new(self.size, Wishes { panes: self.panes, focus, list: self.list_width })
    }

    /// Which rows of the key table hold now.
    #[must_use]
    pub fn context(&self) -> Context {
        match self.overlay {
            _ if self.prompt.is_some() => Context::Prompt,
            Overlay::None => Context::Reading,
            Overlay::Bookmarks | Overlay::Card(_) => Context::Bookmarks,
            Overlay::Help(_) | Overlay::Shelf(_) | Overlay::Broken(..) | Overlay::Unsaved(_) => {
                Context::Overlay
            }
        }
    }

    /// Takes in what happened and says what has to be done about it.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        let digits = self.digits;
        let action = self.meant(action);
        if !is_news(&action) && !matches!(action, Action::Mouse(_)) {
            self.message = None;
            self.digits = None;
        }
        let Some(action) = self.held_back(action) else { return Vec::new() };
        let (before, jumps) = (self.before(), is_jump(&action) && self.prompt.is_none());
        let means = match self.overlay {
            Overlay::None if self.prompt.is_none() => Means::of(&action),
            _ if is_news(&action) => Means::Nothing,
            _ => Means::Elsewhere,
        };
        let effects = match self.overlay {
            _ if self.prompt.is_some() => self.update_prompt(action),
            Overlay::None => self.update_reading(action, digits),
            _ => self.update_overlay(action),
        };
        self.fit();
        if jumps && (self.reading.whereabouts() != before.there || self.reading.is_ahead()) {
            self.jumps.leave(before.there);
        }
        self.finding.follow(self.reading.whereabouts());
        self.note(before, means);
        if matches!(self.overlay, Overlay::None) {
            self.asked.forget_opening();
            self.forget_ahead();
        }
        self.let_go_of_lines();
        // What they say goes before the program does.
        self.asked.take().chain(effects).collect()
    }

    /// Where nothing is left to open, to open is to go to the other half that is pointed to.
    fn meant(&self, action: Action) -> Action {
        let in_text = matches!(self.overlay, Overlay::None) && self.prompt.is_none();
        match action {
            Action::Open
                if in_text && self.focus == Focus::Body && self.digits.is_none() && self.sees_link() =>
            {
                Action::FollowLink
            }
            action => action,
        }
    }

    /// Actions while list and body have the keys.
    fn update_reading(&mut self, action: Action, digits: Option<usize>) -> Vec<Effect> {
        if self.update_selection(&action) {
            return Vec::new();
        }
        match action {
            Action::Digit(digit) => {
                let number = digits.unwrap_or(0).saturating_mul(10).saturating_add(digit.into());
                self.digits = Some(number.min(999_999));
            }
            Action::Open => self.open_article(digits),
            // Esc with a number typed only forgets the number; with hits on the screen, only these.
            Action::Back if digits.is_some() => {}
            Action::Back if self.forget_hits() => {}
            Action::Search => self.open_prompt(Purpose::Search, ""),
            Action::Filter => self.open_prompt(Purpose::Filter, ""),
            Action::JumpBack | Action::JumpForth => self.jump(&action),
            Action::Copy => self.copy(),
            Action::Select => self.toggle_selection(),
            Action::NextHit => self.next_hit(1),
            Action::PreviousHit => self.next_hit(-1),
            Action::SwitchPane if self.focus == Focus::List => self.focus = Focus::Body,
            Action::Back | Action::FocusList | Action::SwitchPane => self.focus_list(),
            Action::FocusBody => self.focus = Focus::Body,
            Action::NextArticle => self.step(1),
            Action::PreviousArticle => self.step(-1),
            Action::ReadOn => self.read_on(),
            Action::ReadBack => self.read_back(),
            Action::FollowLink => self.follow_link(),
            Action::ToggleRead => self.toggle_read(),
            Action::NextUnread => self.next_unread(),
            Action::ToggleBookmark => self.toggle_bookmark(),
            Action::NoteBookmark => self.note_here(),
            Action::BodyAlone => {
                self.panes = if self.panes == Panes::Both { Panes::BodyAlone } else { Panes::Both };
                self.focus = Focus::Body;
            }
            Action::Wider => self.set_measure(self.measure.saturating_add(MEASURE_STEP)),
            Action::Narrower => self.set_measure(self.measure.saturating_sub(MEASURE_STEP)),
            Action::WiderList => self.move_divider(2),
            Action::NarrowerList => self.move_divider(-2),
            Action::Columns => self.choose_columns(digits),
            Action::ToggleScript => self.toggle_script(),
            Action::DefaultMeasure => self.set_measure(default_measure(&self.look)),
            Action::Quit => return self.quit(),
            other => {
                if let Some(step) = Step::of(&other) {
                    self.step_in_focus(step);
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
            Action::ShowBookmarks => return self.show_bookmarks(),
            Action::ShowShelf => return self.show_shelf(),
            Action::Mouse(mouse) => return self.update_mouse(mouse),
            Action::Redraw => return vec![Effect::Repaint],
            Action::Suspend => return vec![Effect::Suspend],
            Action::QuitNow => return self.quit(),
            Action::Resized(size) => {
                self.size = size;
                // On the way to it the terminal may have been smaller, and have lost what stood outside.
                return vec![Effect::Repaint];
            }
            Action::Answered(answers) => self.take_in(answers),
            Action::Opened(ticket, opened) => self.take_opened(ticket, opened),
            Action::Changed(source, issue, doubts) => self.follow_to(&source, issue, doubts),
            Action::Worked(answer) => self.take_answer(answer),
            Action::Recalled(issue, places) => self.take_places(&issue, &places),
            Action::Bookmarks(kept) => self.take_bookmarks(kept),
            Action::Shelf(entries) => self.take_shelf(entries),
            Action::Settled(Ok(())) => return vec![Effect::Quit],
            Action::Settled(Err(unsaved)) => self.ask_for_rescue(&unsaved),
            Action::Failed(text) => self.message = Some(text),
            Action::NotSaved(error) => self.message = Some(self.look.tongue.not_saved(&error)),
            _ => {}
        }
        Vec::new()
    }

    /// Makes every derived thing follow the state: set lines, list rows, scroll positions.
    fn fit(&mut self) {
        let layout = self.layout();
        // A body that the list hides is set all the same: a bookmark or a search may want its lines.
        if let Some(body) = self.layout_with(Focus::Body).body {
            let (width, rows) = (Columns(body.width.into()), body.height.into());
            self.reading.word(self.wording());
            self.reading.fit(Room { width, rows, measure: Columns(self.measure), columns: self.columns });
            self.set_rest();
        }
        self.catalogue();
        // A list that is not on the screen says which article is the next all the same.
        let width = layout.list.map_or(self.size.width, |list| list.width);
        self.contents.fit(&self.reading, self.filter.as_ref(), width);
        if let Some(list) = layout.list {
            let rows = list.height.into();
            self.contents.show(self.reading.article(), rows);
            self.contents.set_rows(&self.reading, rows, self.look.tongue, self.widths);
        }
        // Another article has other paragraphs.
        self.selection = self.selection.filter(|selection| selection.is_in(self.reading.article()));
        self.fit_overlay();
    }

    /// Sets anew what the terminal draws otherwise than we guessed. The reader's place stays.
    fn take_in(&mut self, answers: Answers) {
        let ambiguous = answers.ambiguous.unwrap_or(self.look.ambiguous);
        self.ground = answers.ground.or(self.ground);
        let headlines = if answers.big == Some(true) { Scale::Double } else { Scale::Single };
        if (ambiguous, headlines) != (self.look.ambiguous, self.headlines) {
            self.look.ambiguous = ambiguous;
            self.headlines = headlines;
            self.widths = Widths::new(ambiguous);
            self.reading.set_for(ambiguous, headlines);
        }
    }

    fn body_rows(&self) -> usize {
        usize::from(self.layout().middle.height)
    }

    fn say(&mut self, text: &Text) {
        self.message = Some(self.keymap.fill(self.look.tongue.say(text)));
    }

    fn focus_list(&mut self) {
        self.focus = Focus::List;
        self.panes = Panes::Both;
    }

    fn set_measure(&mut self, cells: usize) {
        let (least, most) = MEASURE_LIMITS;
        self.measure = cells.clamp(least.into(), most.into());
    }
}

/// Whether `action` may take the reader far away.
fn is_jump(action: &Action) -> bool {
    use Action::{
        Bottom, FollowLink, NextArticle, NextHit, NextUnread, Open, PreviousArticle, PreviousHit, ReadBack,
        ReadOn, Top,
    };
    matches!(
        action,
        NextArticle
            | PreviousArticle
            | NextHit
            | PreviousHit
            | NextUnread
            | FollowLink
            | Open
            | Top
            | Bottom
            | ReadOn
            | ReadBack
    )
}

fn default_measure(look: &Look) -> usize {
    look.setting.measure.map_or(MEASURE_LIMITS.1.into(), |measure| measure.0)
}

/// Whether `action` came from the world, so that what the last key said stays on the screen.
fn is_news(action: &Action) -> bool {
    matches!(
        action,
        Action::Resized(_)
            | Action::Answered(_)
            | Action::Opened(..)
            | Action::Changed(..)
            | Action::Worked(_)
            | Action::Recalled(..)
            | Action::Bookmarks(_)
            | Action::Shelf(_)
            | Action::Failed(_)
            | Action::NotSaved(_)
            | Action::Settled(_)
    )
}
