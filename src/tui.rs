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

use crate::bookmarks::Bookmark;
use crate::issue::Issue;
use crate::shelf::Entry;

use action::{Action, Effect, Mouse};
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
    /// Opens the issue at the source with this text form; also what its reader must be told, if anything.
    ///
    /// # Errors
    /// A sentence for the status line.
    fn open(&mut self, source: &str) -> Result<(Arc<Issue>, Option<String>), String>;
    /// The shelf's issues; none if no shelf is open.
    fn shelf(&mut self) -> Arc<[Entry]>;
    /// The bookmarks that are kept, newest first; also what their reader must be told, if anything.
    fn bookmarks(&mut self) -> (Vec<Bookmark>, Option<String>);
    /// Keeps a bookmark and returns all that are kept; when it could not be written, also why.
    fn add(&mut self, bookmark: Bookmark) -> (Vec<Bookmark>, Option<String>);
    /// Takes a bookmark away and returns all that are kept; when that could not be written, also why.
    fn remove(&mut self, id: &str) -> (Vec<Bookmark>, Option<String>);
    /// Puts `text` on the clipboard.
    ///
    /// # Errors
    /// A sentence for the status line.
    fn copy(&mut self, text: &str) -> Result<(), String>;
    /// Gives the terminal back, stops the program, and takes the terminal again once it is continued.
    fn suspend(&mut self);
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
                Input::Mouse(mouse) => Some(Action::Mouse(mouse)),
                Input::Resized(size) => Some(Action::Resized(size)),
                Input::Answered(answers) => Some(Action::Answered(answers)),
                Input::Continued => Some(Action::Redraw),
                Input::Ended(signal) => return Ok(Ending::Signal(signal)),
                Input::Lost(why) => return Ok(Ending::Lost(why)),
            };
            let effects = action.map(|action| app.update(action)).unwrap_or_default();
            for effect in effects {
                if effect == Effect::Quit {
                    return Ok(Ending::Quit);
                }
                carry_out(effect, terminal, services, app)?;
            }
            next = events.pending();
        }
        draw(terminal, app, themes)?;
    }
}

fn draw<B: Backend>(terminal: &mut Terminal<B>, app: &App, themes: &Themes) -> Result<(), B::Error> {
    terminal.draw(|frame| panes::draw(app, themes.on(app.ground), frame.buffer_mut()))?;
    Ok(())
}

fn carry_out<B: Backend>(
    effect: Effect,
    terminal: &mut Terminal<B>,
    services: &mut impl Services,
    app: &mut App,
) -> Result<(), B::Error> {
    let changed = |app: &mut App, (bookmarks, error): (Vec<Bookmark>, Option<String>)| {
        app.update(Action::Bookmarks(bookmarks));
        if let Some(error) = error {
            app.update(Action::NotSaved(error));
        }
    };
    match effect {
        Effect::Quit => {}
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
        Effect::Add(bookmark) => changed(app, services.add(*bookmark)),
        Effect::Remove(id) => changed(app, services.remove(&id)),
        Effect::ReadBookmarks => {
            let (bookmarks, warning) = services.bookmarks();
            app.update(Action::Bookmarks(bookmarks));
            warn(app, warning);
        }
        Effect::ListShelf => {
            app.update(Action::Shelf(services.shelf()));
        }
        Effect::Open(source, bookmark) => {
            let (action, warning) = match services.open(&source) {
                Ok((issue, warning)) => (Action::Opened(issue, source, bookmark), warning),
                Err(error) => (Action::Failed(error), None),
            };
            app.update(action);
            warn(app, warning);
        }
    }
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
