//! The real terminal: taken, given back in every case, and its events.
//!
//! Whatever ends the program — the reader, a panic, SIGTERM, SIGHUP, a write error — the terminal is given back before
//! anything is printed. [`Guard`] does it at the end of its scope, the panic hook before the panic's message, and signals
//! come in as events, so that they end the loop in the ordinary way.

use std::io::{self, Stdout, Write};
use std::sync::Once;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crossterm::cursor::{Hide, Show};
use crossterm::event::{Event, KeyEventKind};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{event, execute, terminal};
use ratatui::Terminal;

use super::backend::Writer;
use super::keymap::Key;
use super::layout::Size;
use super::{Events, Input};

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

/// A screen to draw on, for a terminal that a [`Guard`] holds.
///
/// # Errors
/// When the terminal does not tell its size.
pub fn screen() -> io::Result<Screen> {
    Terminal::new(Writer::new(io::stdout(), terminal::size))
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

/// Ends the program as `signal` would have without us, so that whoever sent it sees what it expects.
pub fn die_of(signal: i32) {
    let _ = signal_hook::low_level::emulate_default_handler(signal);
}

/// Keys, sizes and signals of the real terminal, read by threads of their own.
#[derive(Debug)]
pub struct TerminalEvents {
    inputs: Receiver<Input>,
}

impl TerminalEvents {
    /// Begins to listen.
    ///
    /// # Errors
    /// When the system has no signals to give.
    pub fn listen() -> io::Result<Self> {
        let (sender, inputs) = channel();
        #[cfg(unix)]
        listen_to_signals(sender.clone())?;
        thread::spawn(move || read_terminal(&sender));
        Ok(Self { inputs })
    }
}

#[cfg(unix)]
fn listen_to_signals(sender: Sender<Input>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGCONT])?;
    thread::spawn(move || {
        for signal in &mut signals {
            let input = if signal == SIGCONT { Input::Continued } else { Input::Ended(signal) };
            if sender.send(input).is_err() {
                break;
            }
        }
    });
    Ok(())
}

/// Passes the terminal's events on until it or the receiver is gone.
fn read_terminal(sender: &Sender<Input>) {
    loop {
        let input = match event::read() {
            Ok(Event::Key(key)) if key.kind != KeyEventKind::Release => Key::of(&key).map(Input::Key),
            Ok(Event::Resize(width, height)) => Some(Input::Resized(Size { width, height })),
            Ok(_) => None,
            Err(error) => {
                let _ = sender.send(Input::Lost(error.to_string()));
                return;
            }
        };
        if let Some(input) = input
            && sender.send(input).is_err()
        {
            return;
        }
    }
}

impl Events for TerminalEvents {
    fn wait(&mut self) -> Input {
        self.inputs.recv().unwrap_or_else(|error| Input::Lost(error.to_string()))
    }

    fn pending(&mut self) -> Option<Input> {
        self.inputs.try_recv().ok()
    }
}
