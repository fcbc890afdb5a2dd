//! The reading screen: the only part that knows ratatui and crossterm.
//!
//! Control goes one way: key → [`action::Action`] (by [`keymap`]) → [`app::App::update`] → [`action::Effect`] (carried
//! out by [`Services`]) → [`panes::draw`]. The loop is generic over backend, events and services, so that tests drive
//! the real one. It draws once the queue of events is drained.
//!
//! **Nothing slow happens here.** What touches a disk or a whole long issue is begun by an effect and done on another
//! thread, whose answer comes as [`Input::News`] through the queue that keys use ([`Reporter`]).

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
pub mod screen;
pub mod terminal;
pub mod theme;
pub mod words;
pub mod work;

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use ratatui::backend::Backend;

use crate::bookmarks::{Bookmark, Change};
use crate::issue::Issue;

use action::{Action, Editing, Effect, Mouse, Ticket, Trace};
use app::App;
use clipboard::Clip;
use keymap::Key;
use layout::Size;
use probe::Answers;
use screen::Screen;
use theme::Themes;
use work::{Spent, Work};

/// What comes in from outside.
#[derive(Debug, Clone)]
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
    /// What another thread found out or did.
    News(Box<Action>),
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

/// The one queue that everything comes through: who reports to it from any thread, and what the loop takes from it.
#[must_use]
pub fn queue() -> (Reporter, Receiver<Input>) {
    let (sender, inputs) = channel();
    (Reporter(sender), inputs)
}

/// Reports to the loop, from any thread.
#[derive(Debug, Clone)]
pub struct Reporter(Sender<Input>);

impl Reporter {
    /// Says what happened. Returns false if nobody listens any more.
    #[expect(clippy::must_use_candidate, reason = "most threads end by themselves")]
    pub fn send(&self, input: Input) -> bool {
        self.0.send(input).is_ok()
    }

    /// Says what another thread found out or did. Returns false if nobody listens any more.
    #[expect(clippy::must_use_candidate, reason = "most threads end by themselves")]
    pub fn report(&self, news: Action) -> bool {
        self.send(Input::News(Box::new(news)))
    }
}

/// What the app wants done outside the screen. None of this may take longer than a frame: what does is begun, and what
/// it came to is reported.
pub trait Services {
    /// How long the program has run, or any other clock that never goes back: how long an article was on the screen is
    /// read off it.
    fn now(&self) -> Duration;
    /// The first frame is out: begins whatever was put off until then, and reports the bookmarks and the shelf.
    fn begin(&mut self);
    /// Begins to open the issue at the source, for the bookmark's words if there is one: [`Action::Opened`].
    fn open(&mut self, ticket: Ticket, source: String, bookmark: Option<Box<Bookmark>>);
    /// Says when the issue at the source changes: [`Action::Changed`]. One is watched at a time.
    fn watch(&mut self, source: &str);
    /// Begins to look where its reader left `issue`, which came from `source`, and reports it: [`Action::Recalled`].
    fn recall(&mut self, issue: Arc<Issue>, source: &str);
    /// Remembers this of the issue that was recalled last. May be called for every key.
    fn remember(&mut self, trace: Trace);
    /// Reports the shelf's issues ([`Action::Shelf`]), and again if its folder has changed.
    fn list_shelf(&mut self);
    /// Reports the bookmarks: [`Action::Bookmarks`].
    fn read_bookmarks(&mut self);
    /// Begins to write a change of the bookmarks down; it is reported as part of [`Action::Bookmarks`].
    fn change(&mut self, change: Change);
    /// The reader wants to leave: begins a last try to write what is not written yet, and reports [`Action::Settled`].
    fn settle(&mut self);
    /// Begins to write all bookmarks to a new file at the path that the reader typed, and reports [`Action::Settled`].
    /// After that nothing is left to write.
    fn rescue(&mut self, path: String);
    /// Begins this work and reports what it comes to.
    fn work(&mut self, work: Work);
    /// Has this dropped by another thread.
    fn let_go(&mut self, spent: Spent);
    /// Puts `clip` on the clipboard. That takes as long as the terminal takes to read it: nothing may come in between.
    ///
    /// # Errors
    /// A sentence for the status line.
    fn copy(&mut self, clip: &Clip) -> Result<(), String>;
    /// Gives the terminal back, stops the program, and takes the terminal again once it is continued.
    fn suspend(&mut self);
    /// Takes the terminal again after somebody else stopped the program.
    fn resume(&mut self);
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
    screen: &mut Screen<B>,
    events: &mut impl Events,
    services: &mut impl Services,
    app: &mut App,
    themes: &Themes,
) -> Result<Ending, B::Error> {
    draw(screen, app, themes)?;
    services.begin();
    services.watch(app.source());
    services.recall(app.issue(), app.source());
    loop {
        let mut next = Some(events.wait());
        while let Some(input) = next {
            let action = match input {
                Input::Key(key) => app.keymap.action(key, app.context()),
                Input::Pasted(text) => Some(Action::Edit(Editing::Paste(text))),
                Input::Mouse(mouse) => Some(Action::Mouse(mouse)),
                Input::Resized(size) => Some(Action::Resized(size)),
                Input::Answered(answers) => Some(Action::Answered(answers)),
                Input::News(news) => Some(*news),
                Input::Continued => {
                    services.resume();
                    Some(Action::Redraw)
                }
                Input::Ended(signal) => return Ok(Ending::Signal(signal)),
                Input::Lost(why) => return Ok(Ending::Lost(why)),
            };
            app.tell_time(services.now());
            let effects = action.map(|action| app.update(action)).unwrap_or_default();
            let mut effects: VecDeque<Effect> = effects.into();
            while let Some(effect) = effects.pop_front() {
                if matches!(effect, Effect::Quit) {
                    return Ok(Ending::Quit);
                }
                effects.extend(carry_out(effect, screen, services, app)?);
            }
            next = events.pending();
        }
        draw(screen, app, themes)?;
    }
}

/// Does what an effect asks for, and returns what that asks for in turn.
fn carry_out<B: Backend>(
    effect: Effect,
    screen: &mut Screen<B>,
    services: &mut impl Services,
    app: &mut App,
) -> Result<Vec<Effect>, B::Error> {
    match effect {
        Effect::Quit => {}
        Effect::Settle => services.settle(),
        Effect::Rescue(path) => services.rescue(path),
        Effect::Repaint => return repaint(screen, app),
        Effect::Suspend => {
            services.suspend();
            return repaint(screen, app);
        }
        Effect::Copy(clip) => {
            if let Err(error) = services.copy(&clip) {
                return Ok(app.update(Action::Failed(error)));
            }
        }
        Effect::Change(change) => services.change(change),
        Effect::ReadBookmarks => services.read_bookmarks(),
        Effect::ListShelf => services.list_shelf(),
        Effect::Open(ticket, source, bookmark) => services.open(ticket, source, bookmark),
        Effect::Watch(source) => services.watch(&source),
        Effect::Recall(issue, source) => services.recall(issue, &source),
        Effect::Remember(trace) => services.remember(trace),
        Effect::Work(work) => services.work(*work),
        Effect::LetGo(spent) => services.let_go(spent),
    }
    Ok(Vec::new())
}

/// Draws a frame, with the cursor where a line is typed.
fn draw<B: Backend>(screen: &mut Screen<B>, app: &App, themes: &Themes) -> Result<(), B::Error> {
    screen.draw(|buffer| {
        panes::draw(app, themes.on(app.ground), buffer);
        panes::cursor(app)
    })
}

/// Forgets what is on the screen, so that the next frame writes every cell, and takes in the size of now.
fn repaint<B: Backend>(screen: &mut Screen<B>, app: &mut App) -> Result<Vec<Effect>, B::Error> {
    screen.clear()?;
    let size = screen.size()?;
    let effects = app.update(Action::Resized(Size { width: size.width, height: size.height }));
    Ok(effects.into_iter().filter(|effect| !matches!(effect, Effect::Repaint)).collect())
}

#[cfg(test)]
mod tests;
