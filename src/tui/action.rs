//! Everything that can happen to the reader, and everything that the reader can ask of the world.

use std::sync::Arc;

use crate::bookmarks::Bookmark;
use crate::issue::Issue;
use crate::shelf::Entry;

use super::layout::Size;
use super::probe::Answers;

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
    /// The default measure.
    DefaultMeasure,
    /// Paint the whole screen anew.
    Redraw,
    /// Stop the program until the shell brings it back.
    Suspend,
    /// Close the overlay; without one, leave.
    Quit,
    /// Leave.
    QuitNow,

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
