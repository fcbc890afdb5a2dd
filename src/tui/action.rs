//! Everything that can happen to the reader, and everything that the reader can ask of the world.

use std::sync::Arc;

use crate::bookmarks::{Bookmark, Change};
use crate::issue::Issue;
use crate::shelf::Entry;

pub use super::app::Editing;
use super::layout::Size;
use super::probe::Answers;

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
    /// An issue was opened: show it, at this bookmark if there is one.
    Opened(Arc<Issue>, String, Option<Box<Bookmark>>),
    /// These bookmarks are kept now.
    Bookmarks(Vec<Bookmark>),
    /// The shelf has these issues.
    Shelf(Arc<[Entry]>),
    /// Something went wrong; the text says what.
    Failed(String),
    /// A change of the bookmarks could not be written; it stays in memory.
    NotSaved(String),
    /// The issue of this bookmark is nowhere to be found; the text says what happened.
    Gone(Box<Bookmark>, String),
    /// The program was to end, and some changes are not written: why, and a path where they could be.
    Unsaved(String, String),
}

/// What `App::update` wants done outside the app.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Leave the loop, unless the bookmarks have changes that can't be written: then ask.
    Quit,
    /// Leave the loop in any case.
    Leave,
    /// Write the bookmarks to a file with this path and leave.
    Rescue(String),
    /// Paint every cell again.
    Repaint,
    /// Give the terminal back and stop until continued.
    Suspend,
    /// Put this text on the clipboard.
    Copy(String),
    /// Change the bookmarks.
    Change(Change),
    /// Open the issue at this source, or wherever the bookmark's issue is now, and go to the bookmark.
    Open(String, Option<Box<Bookmark>>),
    /// List the shelf's issues.
    ListShelf,
    /// Read the bookmarks again: another reader may have changed them.
    ReadBookmarks,
}
