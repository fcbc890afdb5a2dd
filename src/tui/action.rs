//! Everything that can happen to the reader, and everything that the reader can ask of the world.

use std::sync::Arc;

use crate::bookmarks::Bookmark;
use crate::issue::Issue;
use crate::shelf::Entry;

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
    /// Take the selected bookmark away.
    RemoveBookmark,
    /// Put the bookmark back that was taken away last.
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
    /// A character of a line that is being typed.
    Type(char),
    /// Take the line's last character back.
    Erase,
    /// Empty the line.
    EraseLine,
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
    /// A bookmark could not be written; it stays in memory.
    NotSaved(String),
}

/// What `App::update` wants done outside the app.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Leave the loop.
    Quit,
    /// Paint every cell again.
    Repaint,
    /// Give the terminal back and stop until continued.
    Suspend,
    /// Put this text on the clipboard.
    Copy(String),
    /// Keep this bookmark.
    Add(Box<Bookmark>),
    /// Take the bookmark with this id away.
    Remove(String),
    /// Open the issue at this source, and go to the bookmark.
    Open(String, Option<Box<Bookmark>>),
    /// List the shelf's issues.
    ListShelf,
    /// Read the bookmarks again: another reader may have changed them.
    ReadBookmarks,
}
