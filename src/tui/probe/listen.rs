//! Reads the terminal until it has answered or the time is over.
//!
//! crossterm reads answers only inside its own `position()`, one at a time and up to two seconds, and throws none of
//! its events away to anybody else. So the same terminal is read here, before crossterm begins.

use std::io::{self, IsTerminal};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::time::{Duration, Instant};

use crossterm::event::Event;
use rustix::event::{PollFd, PollFlags, Timespec};
use rustix::fs::{Mode, OFlags};

use super::keyboard::Keyboard;
use super::split::{Piece, Splitter};
use super::{Answers, Ground, LIMIT, Question};

/// After so long without a byte ESC is the key of that name.
const PAUSE: Duration = Duration::from_millis(100);

/// Waits until the terminal that keys come from has some.
///
/// # Errors
/// When it is gone. crossterm does not notice that, and reads on forever.
#[cfg(not(target_vendor = "apple"))]
pub(in crate::tui) fn wait_for_keys() -> io::Result<()> {
    // `/dev/tty` leads to the same terminal as long as there is one, so that it need not be kept open.
    let terminal = Terminal::open()?;
    while !waits(terminal.as_fd(), None)? {}
    Ok(())
}

/// Says again that there are keys, to who was told and has forgotten it.
///
/// crossterm asks with an edge-triggered `epoll` for keys and for changes of size, and returns with the first of what it is
/// told of: after a change of size it may not know of keys that are there, until there are more. Setting the terminal to what
/// it is set to wakes whoever waits for it (in Linux `n_tty_set_termios`).
#[cfg(not(target_vendor = "apple"))]
pub(in crate::tui) fn tell_again() {
    use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
    // A terminal that is gone is found to be when it is waited for.
    let Ok(terminal) = Terminal::open() else { return };
    if let Ok(settings) = tcgetattr(terminal.as_fd()) {
        let _ = tcsetattr(terminal.as_fd(), OptionalActions::Now, &settings);
    }
}

/// How long a colour that comes late is listened to, so that its characters don't become keys: crossterm does not know
/// such answers.
const LATE: Duration = Duration::from_secs(3);

/// Waits for the answers to `question`, at most [`LIMIT`] and, if something has begun by then, a [`PAUSE`] more, and tells
/// them to `answered`. What was typed meanwhile goes to `press`, as soon as it comes.
pub(in crate::tui) fn listen(
    question: Question,
    mut press: impl FnMut(Event),
    answered: impl FnOnce(Answers),
) {
    let mut ear = Ear::new(question);
    // An error here will meet crossterm too, which reports it.
    let terminal = Terminal::open();
    let mut hear = |ear: &mut Ear, limit| {
        terminal.as_ref().is_ok_and(|terminal| ear.listen(terminal.as_fd(), limit, &mut press).is_ok())
    };
    let heard = hear(&mut ear, LIMIT);
    answered(ear.answers());
    if heard && question.ground {
        hear(&mut ear, LATE);
    }
    ear.give_up().into_iter().for_each(press);
}

/// The terminal that keys come from: the same one that crossterm takes.
enum Terminal {
    Input(io::Stdin),
    Opened(OwnedFd),
}

impl Terminal {
    fn open() -> io::Result<Self> {
        let input = io::stdin();
        if input.is_terminal() {
            return Ok(Self::Input(input));
        }
        let flags = OFlags::RDONLY | OFlags::NOCTTY | OFlags::CLOEXEC;
        Ok(Self::Opened(rustix::fs::open("/dev/tty", flags, Mode::empty())?))
    }
}

impl AsFd for Terminal {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Input(input) => input.as_fd(),
            Self::Opened(file) => file.as_fd(),
        }
    }
}

/// What has been heard so far.
pub(super) struct Ear {
    question: Question,
    splitter: Splitter,
    keyboard: Keyboard,
    columns: Vec<u16>,
    ground: Option<Ground>,
    complete: bool,
}

impl Ear {
    pub(super) fn new(question: Question) -> Self {
        let (splitter, keyboard) = (Splitter::default(), Keyboard::default());
        Self { question, splitter, keyboard, columns: Vec::new(), ground: None, complete: false }
    }

    fn listen(
        &mut self,
        terminal: BorrowedFd<'_>,
        limit: Duration,
        press: &mut impl FnMut(Event),
    ) -> io::Result<()> {
        let mut end = Instant::now() + limit;
        let mut longer = true;
        while !self.complete || self.is_amid() {
            let until = if self.is_amid() { end.min(Instant::now() + PAUSE) } else { end };
            if waits(terminal, Some(until))? {
                let mut bytes = [0; 1024];
                let count = rustix::io::read(terminal, &mut bytes)?;
                if count == 0 {
                    break;
                }
                self.hear(bytes.get(..count).unwrap_or_default()).into_iter().for_each(&mut *press);
            } else if Instant::now() < end {
                self.pause().into_iter().for_each(&mut *press);
            } else if longer && self.is_amid() {
                // Half an answer must not become the keys that its other half looks like.
                longer = false;
                end += PAUSE;
            } else {
                break;
            }
        }
        Ok(())
    }

    /// Takes bytes in and says which keys were among them.
    pub(super) fn hear(&mut self, bytes: &[u8]) -> Vec<Event> {
        let mut keys = Vec::new();
        for piece in self.splitter.push(bytes) {
            match piece {
                // A terminal that answers more than it was asked does not fill our memory.
                Piece::Column(column) if self.columns.len() <= self.question.positions() => {
                    self.columns.push(column);
                }
                Piece::Column(_) => {}
                Piece::Ground(ground) => self.ground = ground,
                Piece::Attributes => self.complete = true,
                Piece::Other(bytes) => keys.extend(self.keyboard.push(&bytes)),
            }
        }
        keys
    }

    /// Whether an answer or a key has begun and not ended.
    fn is_amid(&self) -> bool {
        !self.splitter.begun().is_empty() || self.keyboard.is_amid()
    }

    /// Nothing came for a while: what may be the key Esc is.
    pub(super) fn pause(&mut self) -> Option<Event> {
        let begun = self.splitter.begun();
        let alone = begun == b"\x1b" && !self.keyboard.is_amid();
        if alone { self.give_up().pop() } else { None }
    }

    /// Nothing more will be heard.
    pub(super) fn give_up(&mut self) -> Vec<Event> {
        let begun = self.splitter.give_up();
        let mut keys = self.keyboard.push(&begun);
        keys.extend(self.keyboard.give_up());
        keys
    }

    pub(super) fn answers(&self) -> Answers {
        self.question.read(&self.columns, self.ground, self.complete)
    }
}

/// Whether there is something to read before `until`, or ever. Waits for it.
fn waits(terminal: BorrowedFd<'_>, until: Option<Instant>) -> io::Result<bool> {
    let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    loop {
        let left = until.map(|until| until.saturating_duration_since(Instant::now()));
        let left = left.map(Timespec::try_from).transpose().map_err(io::Error::other)?;
        let mut polled = [PollFd::new(&terminal, PollFlags::IN)];
        match rustix::event::poll(&mut polled, left.as_ref()) {
            Ok(0) => return Ok(false),
            // A terminal that hung up may be readable too: of its end.
            Ok(_) if polled.iter().any(|one| one.revents().intersects(gone)) => {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
            Ok(_) => return Ok(true),
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}
