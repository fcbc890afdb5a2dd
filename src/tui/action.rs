//! Everything that can happen to the reader, and everything that the reader can ask of the world.

use std::sync::Arc;

use crate::bookmarks::{Bookmark, Change, Found};
use crate::issue::{ArticleNo, Issue, Position};
use crate::parse::Doubts;
use crate::places::IssuePlaces;
use crate::shelf::Entry;

pub use super::app::Editing;
use super::app::Facts;
use super::clipboard::Clip;
use super::layout::Size;
use super::probe::Answers;
use super::work::{Answer, Spent, Work};

/// What a mouse does, at a cell of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// The column.
    pub x: u16,
    /// The row.
    pub y: u16,
    /// What.
    pub what: MouseAction,
}

/// What a mouse does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseAction {
    /// The main button goes down.
    Press,
    /// The pointer moves with the main button down.
    Drag,
    /// The main button comes up.
    Release,
    /// The wheel turns: so many steps, towards the end if positive.
    Wheel(i8),
}

/// Which asking an answer belongs to: a later one makes it worthless.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ticket(u64);

impl Ticket {
    /// The next one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// An issue that was opened.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The text form of its source.
    pub source: String,
    /// The issue.
    pub issue: Arc<Issue>,
    /// What its reader must be told.
    pub warning: Option<String>,
    /// Which of its articles may not begin where they do.
    pub doubts: Doubts,
    /// The bookmark to go to, and where its words are in it.
    pub bookmark: Option<(Box<Bookmark>, Found)>,
    pub(crate) facts: Facts,
}

impl Opened {
    /// `issue`, opened for the words of `bookmark` if there is one: looks for them. Reads the whole issue.
    #[must_use]
    pub fn new(
        source: String,
        issue: Arc<Issue>,
        warning: Option<String>,
        bookmark: Option<Box<Bookmark>>,
    ) -> Self {
        let bookmark = bookmark.map(|bookmark| {
            let found = bookmark.find(&issue);
            (bookmark, found)
        });
        let facts = Facts::of(&issue);
        Self { source, issue, warning, doubts: Doubts::default(), bookmark, facts }
    }

    /// The same, with what is doubtful in it.
    #[must_use]
    pub fn with_doubts(self, doubts: Doubts) -> Self {
        Self { doubts, ..self }
    }
}

/// Changes of the bookmarks that could not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsaved {
    /// Why, as a sentence.
    pub error: String,
    /// A path where they could be written.
    pub path: String,
}

/// The bookmarks that are kept.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    /// All of them, newest first. One that was reported before and is as it was is the same allocation.
    pub bookmarks: Vec<Arc<Bookmark>>,
    /// How many of the reader's changes are in them, since the program began. While more were made, more is to come.
    pub changes: usize,
}

/// What is to be remembered of the issue on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trace {
    /// The reader was in this article, with this place at the top.
    Left(ArticleNo, Position),
    /// An article was marked: true if it was read, false if it is to be read again.
    Marked(ArticleNo, bool),
}

/// What `App::update` is told: a reader's wish, or news from the world.
#[derive(Debug, Clone)]
pub enum Action {
    /// A line towards the end.
    LineDown,
    /// A line towards the start.
    LineUp,
    /// A screen towards the end.
    PageDown,
    /// A screen towards the start.
    PageUp,
    /// Half a screen towards the end.
    HalfDown,
    /// Half a screen towards the start.
    HalfUp,
    /// To the first line or entry.
    Top,
    /// To the last line or entry.
    Bottom,
    /// A screen down, and from an article's end to the next article.
    ReadOn,
    /// A screen up, and from an article's start to the end of the one before.
    ReadBack,
    /// The next article.
    NextArticle,
    /// The article before.
    PreviousArticle,
    /// A digit of an article's number.
    Digit(u8),
    /// The other pane.
    SwitchPane,
    /// The list pane.
    FocusList,
    /// The body pane.
    FocusBody,
    /// Read the selected article, go to the selected bookmark, open the selected issue.
    Open,
    /// Close the overlay, forget the number, return to the list.
    Back,
    /// Keep the place at the top of the body, or take its bookmark away.
    ToggleBookmark,
    /// Keep the place at the top of the body with a note, or change the note of its bookmark.
    NoteBookmark,
    /// Change the selected bookmark's note.
    EditNote,
    /// Change the selected bookmark's tags.
    EditTags,
    /// Show all of the selected bookmark, or the list again.
    ShowBookmark,
    /// List only some bookmarks.
    FilterBookmarks,
    /// Take the selected bookmark away.
    RemoveBookmark,
    /// Undo the last change of a bookmark: put it back, or its former note or tags.
    PutBack,
    /// Show the bookmarks.
    ShowBookmarks,
    /// Show the shelf's issues.
    ShowShelf,
    /// Show the keys.
    ShowHelp,
    /// Only the body, or list and body again.
    BodyAlone,
    /// A wider measure.
    Wider,
    /// A narrower measure.
    Narrower,
    /// As many columns of text as the number says, or one more.
    Columns,
    /// More columns for the list.
    WiderList,
    /// Fewer columns for the list.
    NarrowerList,
    /// The default measure.
    DefaultMeasure,
    /// Traditional texts in simplified characters, or as printed.
    ToggleScript,
    /// To the place before the last jump.
    JumpBack,
    /// To the place that going back left.
    JumpForth,
    /// Look for words.
    Search,
    /// To the next hit.
    NextHit,
    /// To the hit before.
    PreviousHit,
    /// List only some articles.
    Filter,
    /// To the other half of a story that turns to another page.
    FollowLink,
    /// Mark the article as read, or as unread.
    ToggleRead,
    /// The next article that was not read.
    NextUnread,
    /// Copy the article, or what is selected.
    Copy,
    /// Select paragraphs, from the first one on the screen.
    Select,
    /// Change the line that is being typed.
    Edit(Editing),
    /// Paint the whole screen anew.
    Redraw,
    /// Stop the program until the shell brings it back.
    Suspend,
    /// Close the overlay; without one, leave.
    Quit,
    /// Leave.
    QuitNow,

    /// The mouse did something.
    Mouse(Mouse),
    /// The terminal has another size.
    Resized(Size),
    /// The terminal said what it does with some characters.
    Answered(Answers),
    /// What [`Effect::Open`] with this ticket asked for, or why there is none.
    Opened(Ticket, Result<Box<Opened>, String>),
    /// The issue at this source was changed on disk, and is this one now, with these doubts.
    Changed(String, Arc<Issue>, Doubts),
    /// What [`Effect::Work`] came to.
    Worked(Answer),
    /// Where its reader left the articles of this issue, and which were read.
    Recalled(Arc<Issue>, Box<IssuePlaces>),
    /// These bookmarks are kept now.
    Bookmarks(Kept),
    /// The shelf has these issues.
    Shelf(Arc<[Entry]>),
    /// Something went wrong; the text says what.
    Failed(String),
    /// A change of the bookmarks could not be written; it stays in memory.
    NotSaved(String),
    /// What [`Effect::Settle`] or [`Effect::Rescue`] came to.
    Settled(Result<(), Unsaved>),
}

/// What `App::update` wants done outside the app.
#[derive(Debug, Clone)]
pub enum Effect {
    /// Leave the loop.
    Quit,
    /// The reader wants to leave: write what is not written yet.
    Settle,
    /// Write all bookmarks to a new file with this path: their own could not be written.
    Rescue(String),
    /// Paint every cell again.
    Repaint,
    /// Give the terminal back and stop until continued.
    Suspend,
    /// Put this on the clipboard.
    Copy(Clip),
    /// Write this change of the bookmarks down.
    Change(Change),
    /// Open the issue at this source; for a bookmark's words, wherever its issue is now.
    Open(Ticket, String, Option<Box<Bookmark>>),
    /// The issue at this source is on the screen: say when it changes.
    Watch(String),
    /// This issue, from this source, is on the screen: say where its reader left it.
    Recall(Arc<Issue>, String),
    /// Remember this of the issue that was recalled last.
    Remember(Trace),
    /// Do this beside the screen, which must not wait for it.
    Work(Box<Work>),
    /// Free this beside the screen.
    LetGo(Spent),
    /// List the shelf's issues.
    ListShelf,
    /// Read the bookmarks again: another reader may have changed them.
    ReadBookmarks,
}
