//! The reading screen: the only part that knows ratatui and crossterm.
//!
//! Control goes one way: key → [`action::Action`] (by [`keymap`]) → [`app::App::update`] → [`action::Effect`] (carried
//! out by [`Services`]) → [`panes::draw`]. The loop is generic over backend, events and services, so that tests drive
//! the real one. It draws once the queue of events is drained.

pub mod action;
pub mod app;
pub mod backend;
pub mod clipboard;
pub mod keymap;
pub mod layout;
mod overlays;
mod paint;
pub mod panes;
pub mod probe;
pub mod terminal;
pub mod theme;
pub mod words;

use std::sync::Arc;

use ratatui::Terminal;
use ratatui::backend::Backend;

use crate::bookmarks::{Bookmark, Change};
use crate::issue::Issue;
use crate::shelf::Entry;

use action::{Action, Editing, Effect, Mouse};
use app::App;
use keymap::Key;
use layout::Size;
use probe::Answers;
use theme::Themes;

/// What comes in from outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(Key),
    /// A text that was pasted.
    Pasted(String),
    /// The mouse.
    Mouse(Mouse),
    /// The terminal has another size.
    Resized(Size),
    /// The terminal said what it does with some characters.
    Answered(Answers),
    /// The program was brought back after it was suspended: the screen holds somebody else's text.
    Continued,
    /// Something asked the program to end; the number is the signal's.
    Ended(i32),
    /// The terminal went away.
    Lost(String),
}

/// Where inputs come from.
pub trait Events {
    /// The next input; waits for it.
    fn wait(&mut self) -> Input;
    /// The next input that is already there.
    fn pending(&mut self) -> Option<Input>;
}

/// What the app wants done outside the screen. Every answer is an [`Action`] that tells the app how it went.
pub trait Services {
    /// Opens the issue at the source with this text form. If it is for a bookmark, and that source has its issue no
    /// more, another that has it: never another issue.
    ///
    /// # Errors
    /// A sentence for the reader.
    fn open(&mut self, source: &str, bookmark: Option<&Bookmark>) -> Result<Opening, String>;
    /// The shelf's issues; none if no shelf is open.
    fn shelf(&mut self) -> Arc<[Entry]>;
    /// The bookmarks that are kept, newest first; also what their reader must be told, if anything.
    fn bookmarks(&mut self) -> (Vec<Bookmark>, Option<String>);
    /// Changes the bookmarks and returns all that are kept, newest first; when the change could not be written, also
    /// why: then it is tried again with the next one.
    fn change(&mut self, change: Change) -> (Vec<Bookmark>, Option<String>);
    /// The reader wants to leave: a last try to write what is not written yet.
    ///
    /// # Errors
    /// What can't be written, and where it could be.
    fn settle(&mut self) -> Result<(), Unsaved>;
    /// Writes all bookmarks to a new file at the path that the reader typed. After that nothing is left to write.
    ///
    /// # Errors
    /// The same, if that can't be done either.
    fn rescue(&mut self, path: &str) -> Result<(), Unsaved>;
    /// Puts `text` on the clipboard.
    ///
    /// # Errors
    /// A sentence for the status line.
    fn copy(&mut self, text: &str) -> Result<(), String>;
    /// Gives the terminal back, stops the program, and takes the terminal again once it is continued.
    fn suspend(&mut self);
}

/// An issue that was opened.
#[derive(Debug, Clone)]
pub struct Opening {
    /// The issue.
    pub issue: Arc<Issue>,
    /// The text form of its source.
    pub source: String,
    /// What its reader must be told, if anything.
    pub warning: Option<String>,
}

/// Changes of the bookmarks that could not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsaved {
    /// Why, as a sentence.
    pub error: String,
    /// A path where they could be written.
    pub path: String,
}

/// Why the loop ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// The reader quit.
    Quit,
    /// A signal with this number.
    Signal(i32),
    /// The terminal went away.
    Lost(String),
}

/// Runs `app` until it ends.
///
/// # Errors
/// When the terminal cannot be written.
pub fn run<B: Backend>(
    terminal: &mut Terminal<B>,
    events: &mut impl Events,
    services: &mut impl Services,
    app: &mut App,
    themes: &Themes,
) -> Result<Ending, B::Error> {
    draw(terminal, app, themes)?;
    // After the first frame, so that no disk makes it wait.
    let (bookmarks, warning) = services.bookmarks();
    app.update(Action::Bookmarks(bookmarks));
    warn(app, warning);
    draw(terminal, app, themes)?;
    loop {
        let mut next = Some(events.wait());
        while let Some(input) = next {
            let action = match input {
                Input::Key(key) => app.keymap.action(key, app.context()),
                Input::Pasted(text) => Some(Action::Edit(Editing::Paste(text))),
                Input::Mouse(mouse) => Some(Action::Mouse(mouse)),
                Input::Resized(size) => Some(Action::Resized(size)),
                Input::Answered(answers) => Some(Action::Answered(answers)),
                Input::Continued => Some(Action::Redraw),
                Input::Ended(signal) => return Ok(Ending::Signal(signal)),
                Input::Lost(why) => return Ok(Ending::Lost(why)),
            };
            let effects = action.map(|action| app.update(action)).unwrap_or_default();
            for effect in effects {
                if let Some(ending) = carry_out(effect, terminal, services, app)? {
                    return Ok(ending);
                }
            }
            next = events.pending();
        }
        draw(terminal, app, themes)?;
    }
}

fn carry_out<B: Backend>(
    effect: Effect,
    terminal: &mut Terminal<B>,
    services: &mut impl Services,
    app: &mut App,
) -> Result<Option<Ending>, B::Error> {
    match effect {
        Effect::Quit => return Ok(leave(app, services.settle())),
        Effect::Rescue(path) => return Ok(leave(app, services.rescue(&path))),
        Effect::Leave => return Ok(Some(Ending::Quit)),
        Effect::Repaint => repaint(terminal, app)?,
        Effect::Suspend => {
            services.suspend();
            repaint(terminal, app)?;
        }
        Effect::Copy(text) => {
            if let Err(error) = services.copy(&text) {
                app.update(Action::Failed(error));
            }
        }
        Effect::Change(change) => {
            let (bookmarks, error) = services.change(change);
            app.update(Action::Bookmarks(bookmarks));
            if let Some(error) = error {
                app.update(Action::NotSaved(error));
            }
        }
        Effect::ReadBookmarks => {
            let (bookmarks, warning) = services.bookmarks();
            app.update(Action::Bookmarks(bookmarks));
            warn(app, warning);
        }
        Effect::ListShelf => {
            app.update(Action::Shelf(services.shelf()));
        }
        Effect::Open(source, bookmark) => {
            let (action, warning) = match (services.open(&source, bookmark.as_deref()), bookmark) {
                (Ok(Opening { issue, source, warning }), bookmark) => {
                    (Action::Opened(issue, source, bookmark), warning)
                }
                (Err(error), Some(bookmark)) => (Action::Gone(bookmark, error), None),
                (Err(error), None) => (Action::Failed(error), None),
            };
            app.update(action);
            warn(app, warning);
        }
    }
    Ok(None)
}

/// Ends the loop, unless the reader has to be asked what becomes of the bookmarks.
fn leave(app: &mut App, settled: Result<(), Unsaved>) -> Option<Ending> {
    match settled {
        Ok(()) => Some(Ending::Quit),
        Err(Unsaved { error, path }) => {
            app.update(Action::Unsaved(error, path));
            None
        }
    }
}

/// Draws a frame, with the cursor where a line is typed.
fn draw<B: Backend>(terminal: &mut Terminal<B>, app: &App, themes: &Themes) -> Result<(), B::Error> {
    terminal.draw(|frame| {
        panes::draw(app, themes.on(app.ground), frame.buffer_mut());
        if let Some(cursor) = panes::cursor(app) {
            frame.set_cursor_position(cursor);
        }
    })?;
    Ok(())
}

fn warn(app: &mut App, warning: Option<String>) {
    if let Some(warning) = warning {
        app.update(Action::Failed(warning));
    }
}

/// Forgets what is on the screen, so that the next frame writes every cell, and takes in the size of now.
fn repaint<B: Backend>(terminal: &mut Terminal<B>, app: &mut App) -> Result<(), B::Error> {
    // Not `Terminal::clear`, which asks the terminal for the cursor and would read our keys to get the answer.
    let size = terminal.size()?;
    terminal.resize(size.into())?;
    app.update(Action::Resized(Size { width: size.width, height: size.height }));
    Ok(())
}

#[cfg(test)]
mod tests;
