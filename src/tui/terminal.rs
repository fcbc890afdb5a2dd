//! The real terminal: taken, given back in every case, and its events.
//!
//! Whatever ends the program — the reader, a panic, SIGTERM, SIGHUP, a write error — the terminal is given back before
//! anything is printed. [`Guard`] does it at the end of its scope, the panic hook before the panic's message, and signals
//! come in as events, so that they end the loop in the ordinary way.

use std::io::{self, Stdout, Write};
use std::sync::Once;
use std::sync::mpsc::Receiver;
use std::thread;

use crossterm::cursor::{Hide, Show};
use crossterm::event::{Event, KeyEventKind};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{event, execute, terminal};
use ratatui::Terminal;

use super::backend::Writer;
use super::keymap::Key;
use super::layout::Size;
use super::probe::Question;
use super::{Events, Input, Reporter};

/// The terminal while the reader has it.
pub type Screen = Terminal<Writer<Stdout>>;

/// Holds the terminal in raw mode on the alternate screen, and gives it back when dropped.
#[derive(Debug)]
pub struct Guard(());

impl Guard {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When there is no terminal to read keys from, or it cannot be written.
    pub fn take() -> io::Result<Self> {
        install_panic_hook();
        enable_raw_mode()?;
        let guard = Self(());
        enter()?;
        Ok(guard)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        // A panic's hook has done it already, before it printed its message.
        if !thread::panicking() {
            give_back();
        }
    }
}

fn enter() -> io::Result<()> {
    execute!(io::stdout(), EnterAlternateScreen, Hide)
}

/// Gives the terminal back. Errors have nowhere to go: the terminal may be gone.
fn give_back() {
    let _ = execute!(io::stdout(), Show, LeaveAlternateScreen);
    let _ = disable_raw_mode();
}

fn install_panic_hook() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            give_back();
            before(info);
        }));
    });
}

/// A screen to draw on, for a terminal that a [`Guard`] holds. `question` goes out with the first frame.
///
/// # Errors
/// When the terminal does not tell its size.
pub fn screen(question: Question) -> io::Result<Screen> {
    let mut writer = Writer::new(io::stdout(), terminal::size);
    writer.ask(&question.text());
    Terminal::new(writer)
}

/// As much of `wish` as this terminal can be asked.
#[must_use]
pub fn question(wish: Question, size: Size) -> Question {
    wish.for_terminal(size, std::env::var("TERM").ok().as_deref())
}

/// The terminal's size.
///
/// # Errors
/// When there is no terminal.
pub fn size() -> io::Result<Size> {
    terminal::size().map(|(width, height)| Size { width, height })
}

/// Gives the terminal back, stops the program as Ctrl-Z does, and takes the terminal again once it is continued.
///
/// # Errors
/// When the terminal cannot be taken again.
pub fn suspend() -> io::Result<()> {
    give_back();
    io::stdout().flush()?;
    #[cfg(unix)]
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
    enable_raw_mode()?;
    enter()
}

/// Takes the terminal again after it may have been in other hands: whoever stopped us had no chance to let us give it
/// back.
///
/// # Errors
/// When the terminal cannot be taken.
pub fn retake() -> io::Result<()> {
    // crossterm believes that it has it, and would do nothing.
    disable_raw_mode()?;
    enable_raw_mode()?;
    enter()
}

/// Ends the program as `signal` would have without us, so that whoever sent it sees what it expects.
pub fn die_of(signal: i32) {
    let _ = signal_hook::low_level::emulate_default_handler(signal);
}

/// Answers, keys, sizes and signals of the real terminal, read by threads of their own.
#[derive(Debug)]
pub struct TerminalEvents {
    inputs: Receiver<Input>,
    reporter: Reporter,
    reader: Reader,
}

/// What becomes of the terminal's bytes.
#[derive(Debug, Clone, Copy)]
enum Reader {
    /// They wait until somebody waits for an event: then the question is out, and the time for its answers begins.
    Idle(Question),
    /// A thread reads them.
    Runs,
}

impl TerminalEvents {
    /// Begins to report signals to the queue and takes inputs from it. Keys are read from the first [`Events::wait`] on, after the answers to `question`.
    ///
    /// # Errors
    /// When the system has no signals to give.
    pub fn listen(question: Question, (reporter, inputs): (Reporter, Receiver<Input>)) -> io::Result<Self> {
        #[cfg(unix)]
        listen_to_signals(reporter.clone())?;
        Ok(Self { inputs, reporter, reader: Reader::Idle(question) })
    }

    fn read(&mut self) {
        if let Reader::Idle(question) = self.reader {
            self.reader = Reader::Runs;
            let reporter = self.reporter.clone();
            thread::spawn(move || {
                listen_to_answers(question, &reporter);
                read_terminal(&reporter);
            });
        }
    }
}

/// Passes on what the terminal answers, and keys that come before it has.
#[cfg(unix)]
fn listen_to_answers(question: Question, reporter: &Reporter) {
    if question.is_empty() {
        return;
    }
    // If nobody receives any more the thread that called us finds out.
    let answers = super::probe::listen(question, |key| {
        if let Some(key) = Key::of(&key) {
            let _ = reporter.send(Input::Key(key));
        }
    });
    let _ = reporter.send(Input::Answered(answers));
}

#[cfg(not(unix))]
fn listen_to_answers(_: Question, _: &Reporter) {}

#[cfg(unix)]
fn listen_to_signals(reporter: Reporter) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGWINCH};
    // crossterm sees sizes only once it reads.
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGCONT, SIGWINCH])?;
    thread::spawn(move || {
        for signal in &mut signals {
            let input = match signal {
                SIGCONT => Input::Continued,
                SIGWINCH => match size() {
                    Ok(size) => Input::Resized(size),
                    Err(_) => continue,
                },
                _ => Input::Ended(signal),
            };
            if !reporter.send(input) {
                break;
            }
        }
    });
    Ok(())
}

/// Passes the terminal's events on until it or the receiver is gone.
fn read_terminal(reporter: &Reporter) {
    loop {
        let input = match event::read() {
            Ok(Event::Key(key)) if key.kind != KeyEventKind::Release => Key::of(&key).map(Input::Key),
            Ok(Event::Resize(width, height)) => Some(Input::Resized(Size { width, height })),
            Ok(_) => None,
            Err(error) => {
                let _ = reporter.send(Input::Lost(error.to_string()));
                return;
            }
        };
        if let Some(input) = input
            && !reporter.send(input)
        {
            return;
        }
    }
}

impl Events for TerminalEvents {
    fn wait(&mut self) -> Input {
        self.read();
        self.inputs.recv().unwrap_or_else(|error| Input::Lost(error.to_string()))
    }

    fn pending(&mut self) -> Option<Input> {
        self.inputs.try_recv().ok()
    }
}
