//! The real terminal: taken, given back in every case, and its events.
//!
//! Whatever ends the program — the reader, a panic, SIGTERM, SIGHUP, a write error — the terminal is given back before
//! anything is printed. [`Guard`] does it at the end of its scope, the panic hook before the panic's message, and signals
//! come in as events, so that they end the loop in the ordinary way.

mod mouse;

use std::io::{self, Write};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Receiver;
use std::thread;
use std::time::Duration;

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste, Event, KeyEventKind};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{event, execute, queue, terminal};

use super::action::Action;
use super::backend::Writer;
use super::keymap::Key;
use super::layout::Size;
use super::probe::Question;
use super::screen;
use super::{Events, Input, Reporter};

#[cfg(unix)]
use signal_hook::iterator::Signals;
/// There are none to listen to.
#[cfg(not(unix))]
type Signals = std::convert::Infallible;

/// How long a terminal that is gone may take to say so with a signal.
const AFTER_HANGUP: Duration = Duration::from_millis(200);

pub use mouse::MouseOwner;

/// The terminal while the reader has it.
pub type Screen = screen::Screen<Writer<Frames>>;

/// Standard output without a buffer of its own. `Stdout` would write a frame in two pieces, the first one up to the last
/// end of line in it, and a terminal might show it so.
#[derive(Debug)]
pub struct Frames(());

impl Write for Frames {
    #[cfg(unix)]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(rustix::io::write(io::stdout(), bytes)?)
    }

    #[cfg(not(unix))]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        io::stdout().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stdout().flush()
    }
}

/// Holds the terminal in raw mode on the alternate screen, and gives it back when dropped.
#[derive(Debug)]
pub struct Guard(());

impl Guard {
    /// Takes the terminal, and its mouse if that is to be the reader's.
    ///
    /// # Errors
    /// When there is no terminal to read keys from, or it cannot be written.
    pub fn take(mouse: MouseOwner) -> io::Result<Self> {
        MOUSE_IS_OURS.store(mouse == MouseOwner::Reader, Ordering::Relaxed);
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

/// Whether the mouse is taken with the terminal. A static, because the panic hook and a suspension know no [`Guard`].
static MOUSE_IS_OURS: AtomicBool = AtomicBool::new(false);

fn enter() -> io::Result<()> {
    let mut out = io::stdout();
    queue!(out, EnterAlternateScreen, Hide)?;
    // A console without it (old Windows) is no reason not to read.
    let _ = queue!(out, EnableBracketedPaste);
    if MOUSE_IS_OURS.load(Ordering::Relaxed) {
        queue!(out, mouse::Capture)?;
    }
    out.flush()
}

/// Gives the terminal back. Errors have nowhere to go: the terminal may be gone.
fn give_back() {
    if MOUSE_IS_OURS.load(Ordering::Relaxed) {
        let _ = execute!(io::stdout(), mouse::Release);
    }
    let _ = execute!(io::stdout(), DisableBracketedPaste);
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
#[must_use]
pub fn screen(question: Question) -> Screen {
    let mut writer = Writer::new(Frames(()), cells);
    writer.ask(&question.text());
    Screen::new(writer)
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
    cells().map(|(width, height)| Size { width, height })
}

/// Columns and rows. Standard output says them without another file to open; crossterm knows where else to ask.
fn cells() -> io::Result<(u16, u16)> {
    #[cfg(unix)]
    if let Ok(size) = rustix::termios::tcgetwinsize(io::stdout())
        && size.ws_col > 0
        && size.ws_row > 0
    {
        return Ok((size.ws_col, size.ws_row));
    }
    terminal::size()
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
    /// What no thread listens to yet.
    signals: Option<Signals>,
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
    /// Takes signals, and takes inputs from the queue. Signals and keys are read from the first [`Events::wait`] on,
    /// keys after the answers to `question`.
    ///
    /// # Errors
    /// When the system has no signals to give.
    pub fn listen(question: Question, (reporter, inputs): (Reporter, Receiver<Input>)) -> io::Result<Self> {
        #[cfg(unix)]
        let signals = Some(take_signals()?);
        #[cfg(not(unix))]
        let signals = None;
        Ok(Self { inputs, reporter, signals, reader: Reader::Idle(question) })
    }

    fn read(&mut self) {
        if let Reader::Idle(question) = self.reader {
            self.reader = Reader::Runs;
            #[cfg(unix)]
            if let Some(signals) = self.signals.take() {
                listen_to_signals(signals, self.reporter.clone());
            }
            let reporter = self.reporter.clone();
            thread::spawn(move || {
                listen_to_answers(question, &reporter);
                read_terminal(&reporter);
            });
        }
    }
}

/// Passes on what the terminal answers, and what is typed and clicked before it has.
#[cfg(unix)]
fn listen_to_answers(question: Question, reporter: &Reporter) {
    if question.is_empty() {
        return;
    }
    // If nobody receives any more the thread that called us finds out.
    let press = |event: Event| {
        if let Some(input) = input_of(&event) {
            let _ = reporter.send(input);
        }
    };
    super::probe::listen(question, press, |answers| {
        let _ = reporter.send(Input::Answered(answers));
    });
}

#[cfg(not(unix))]
fn listen_to_answers(_: Question, _: &Reporter) {}

/// The signals that the reader takes, from now on; they wait until [`listen_to_signals`].
#[cfg(unix)]
fn take_signals() -> io::Result<Signals> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
    // crossterm sees sizes only once it reads.
    Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH])
}

#[cfg(unix)]
fn listen_to_signals(mut signals: Signals, reporter: Reporter) {
    use signal_hook::consts::{SIGCONT, SIGTSTP, SIGWINCH};
    thread::spawn(move || {
        for signal in &mut signals {
            let input = match signal {
                SIGCONT => Input::Continued,
                // As if it had been typed, so that whoever stops us finds the terminal as it was.
                SIGTSTP => Input::News(Box::new(Action::Suspend)),
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
}

/// What an event is to the reader.
fn input_of(event: &Event) -> Option<Input> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => Key::of(key).map(Input::Key),
        Event::Mouse(event) => mouse::of(*event).map(Input::Mouse),
        Event::Resize(width, height) => Some(Input::Resized(Size { width: *width, height: *height })),
        // In one piece, so that no line break in it is an Enter.
        Event::Paste(text) => Some(Input::Pasted(text.clone())),
        _ => None,
    }
}

/// Passes the terminal's events on until it or the receiver is gone.
fn read_terminal(reporter: &Reporter) {
    let lost = read_events(reporter).err();
    if let Some(error) = lost {
        // A terminal that goes away sends SIGHUP too, and that says better why we end.
        thread::sleep(AFTER_HANGUP);
        reporter.send(Input::Lost(error.to_string()));
    }
}

fn read_events(reporter: &Reporter) -> io::Result<()> {
    let mut waited = false;
    loop {
        let mut is_told = false;
        // Events that came together are read together, so that they make one frame.
        while event::poll(Duration::ZERO)? {
            is_told = true;
            let input = input_of(&event::read()?);
            if let Some(input) = input
                && !reporter.send(input)
            {
                return Ok(());
            }
        }
        if waited && !is_told {
            // There are keys, and crossterm does not know it; or a sequence is not whole yet, which this does no harm.
            tell_again();
        }
        wait_for_keys()?;
        waited = true;
    }
}

#[cfg(all(unix, not(target_vendor = "apple")))]
use super::probe::{tell_again, wait_for_keys};

/// Apple's `poll` knows no terminals, and Windows has none that go away.
#[cfg(any(not(unix), target_vendor = "apple"))]
fn wait_for_keys() -> io::Result<()> {
    event::poll(Duration::from_secs(3600)).map(drop)
}

/// There nobody waits for keys but crossterm.
#[cfg(any(not(unix), target_vendor = "apple"))]
const fn tell_again() {}

impl Events for TerminalEvents {
    fn wait(&mut self) -> Input {
        self.read();
        self.inputs.recv().unwrap_or_else(|error| Input::Lost(error.to_string()))
    }

    fn pending(&mut self) -> Option<Input> {
        self.inputs.try_recv().ok()
    }
}
