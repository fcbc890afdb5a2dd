//! What was typed while the terminal answered: bytes become the keys that crossterm would have made of them.
//!
//! Known are characters, Enter, Tab, Backspace, Esc, Ctrl with a letter, arrows, Home, End, `PgUp`, `PgDn`, Ins, Del and
//! F1 to F12 as xterm, rxvt and the Linux console send them, the mouse in the form of mode 1006, and a paste between its
//! brackets (mode 2004). Other sequences are swallowed whole. One difference: ESC with a character after it is two keys,
//! not one with Alt, which the reader does not have.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

const ESC: u8 = 0x1b;
/// A sequence longer than this, in bytes, is none.
const LONGEST: usize = 64;

/// What a paste stands between.
const PASTE: (&[u8], &[u8]) = (b"\x1b[200~", b"\x1b[201~");

/// Makes keys of bytes, as they come, in pieces of any length.
#[derive(Debug, Default)]
pub(super) struct Keyboard {
    /// What may become a key.
    begun: Vec<u8>,
}

/// What the start of some bytes is.
enum Fit {
    /// This many bytes are a key, or none that we know.
    Whole(usize, Option<Event>),
    /// The rest is missing.
    Start,
}

impl Keyboard {
    /// Takes `bytes` in and says which keys they complete.
    pub(super) fn push(&mut self, bytes: &[u8]) -> Vec<Event> {
        self.begun.extend_from_slice(bytes);
        let mut keys = Vec::new();
        let mut rest = self.begun.as_slice();
        while let Fit::Whole(length, key) = first(rest) {
            keys.extend(key);
            rest = rest.get(length..).unwrap_or_default();
        }
        self.begun = rest.to_vec();
        keys
    }

    /// Whether the rest of a key is missing.
    pub(super) fn is_amid(&self) -> bool {
        !self.begun.is_empty()
    }

    /// No more bytes will come: an ESC alone is a key, and whatever else was begun is none.
    pub(super) fn give_up(&mut self) -> Option<Event> {
        (std::mem::take(&mut self.begun) == [ESC]).then(|| plain(KeyCode::Esc))
    }
}

const fn plain(code: KeyCode) -> Event {
    Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

const fn ctrl(c: u8) -> Event {
    Event::Key(KeyEvent::new(KeyCode::Char(c as char), KeyModifiers::CONTROL))
}

fn first(bytes: &[u8]) -> Fit {
    if let Some(rest) = bytes.strip_prefix(PASTE.0) {
        let Some(length) = rest.windows(PASTE.1.len()).position(|end| end == PASTE.1) else {
            return Fit::Start;
        };
        let text = String::from_utf8_lossy(rest.get(..length).unwrap_or_default()).into_owned();
        return Fit::Whole(PASTE.0.len() + length + PASTE.1.len(), Some(Event::Paste(text)));
    }
    match bytes {
        [ESC, b'[', rest @ ..] => control(rest),
        [] | [ESC] | [ESC, b'O'] => Fit::Start,
        [ESC, b'O', last, ..] => Fit::Whole(3, letter(*last).map(plain)),
        [ESC, ..] => Fit::Whole(1, Some(plain(KeyCode::Esc))),
        [b'\r', ..] => Fit::Whole(1, Some(plain(KeyCode::Enter))),
        [b'\t', ..] => Fit::Whole(1, Some(plain(KeyCode::Tab))),
        [0x7f, ..] => Fit::Whole(1, Some(plain(KeyCode::Backspace))),
        [0, ..] => Fit::Whole(1, Some(ctrl(b' '))),
        [c @ 1..=0x1a, ..] => Fit::Whole(1, Some(ctrl(c - 1 + b'a'))),
        [c @ 0x1c..=0x1f, ..] => Fit::Whole(1, Some(ctrl(c - 0x1c + b'4'))),
        _ => character(bytes),
    }
}

fn character(bytes: &[u8]) -> Fit {
    let bytes = bytes.get(..4).unwrap_or(bytes);
    let valid = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        // What is missing may still come; what is wrong is no key.
        Err(error) if error.valid_up_to() == 0 => {
            return error.error_len().map_or(Fit::Start, |length| Fit::Whole(length, None));
        }
        Err(error) => bytes
            .get(..error.valid_up_to())
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or_default(),
    };
    valid.chars().next().map_or(Fit::Start, |c| {
        let modifiers = if c.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
        let is_key = !c.is_control();
        Fit::Whole(c.len_utf8(), is_key.then(|| Event::Key(KeyEvent::new(KeyCode::Char(c), modifiers))))
    })
}

/// What comes after `CSI`.
fn control(rest: &[u8]) -> Fit {
    const HEAD: usize = 2;
    // The Linux console's F1 to F5.
    if let [b'[', after @ ..] = rest {
        return match after {
            [] => Fit::Start,
            [c @ b'A'..=b'E', ..] => Fit::Whole(HEAD + 2, Some(plain(KeyCode::F(1 + c - b'A')))),
            _ => Fit::Whole(HEAD + 1, None),
        };
    }
    // The mouse of a terminal that knows no mode 1006: three bytes more, which look like characters.
    if let [b'M', after @ ..] = rest {
        return if after.len() < 3 { Fit::Start } else { Fit::Whole(HEAD + 4, None) };
    }
    let length = rest.iter().take_while(|byte| matches!(byte, b' '..=b'?')).count();
    let (arguments, last) = match rest.split_at_checked(length) {
        Some((_, [])) if length < LONGEST => return Fit::Start,
        Some((arguments, [last @ b'@'..=b'~', ..])) if length < LONGEST => (arguments, *last),
        // No sequence, or too long for one.
        _ => return Fit::Whole(HEAD + length, None),
    };
    if let Some((b'<', arguments)) = arguments.split_first() {
        return Fit::Whole(HEAD + length + 1, mouse(arguments, last).map(Event::Mouse));
    }
    let mut numbers = std::str::from_utf8(arguments).unwrap_or_default().split(';');
    let number = numbers.next().unwrap_or_default();
    // One more than the sum of Shift 1, Alt 2, Ctrl 4.
    let held = numbers.next().and_then(|held| held.parse::<u8>().ok()).unwrap_or(1).saturating_sub(1);
    let code = match last {
        b'~' => numbered(number),
        b'Z' => Some(KeyCode::BackTab),
        _ => letter(last),
    };
    let modifiers = [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL)]
        .into_iter()
        .filter(|(bit, _)| held & bit != 0)
        .fold(KeyModifiers::NONE, |all, (_, modifier)| all | modifier);
    Fit::Whole(HEAD + length + 1, code.map(|code| Event::Key(KeyEvent::new(code, modifiers))))
}

/// `CSI < button ; column ; row` and M, or m for a button that comes up: mode 1006. The main button and the wheel alone.
fn mouse(arguments: &[u8], last: u8) -> Option<MouseEvent> {
    let mut numbers =
        std::str::from_utf8(arguments).ok()?.split(';').map(|number| number.parse::<u16>().ok());
    let (button, column, row) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let kind = match (button, last) {
        (0, b'M') => MouseEventKind::Down(MouseButton::Left),
        (0, b'm') => MouseEventKind::Up(MouseButton::Left),
        (32, b'M') => MouseEventKind::Drag(MouseButton::Left),
        (64, b'M') => MouseEventKind::ScrollUp,
        (65, b'M') => MouseEventKind::ScrollDown,
        _ => return None,
    };
    let (column, row) = (column.checked_sub(1)?, row.checked_sub(1)?);
    Some(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
}

const fn letter(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'P'..=b'S' => KeyCode::F(1 + last - b'P'),
        _ => return None,
    })
}

fn numbered(number: &str) -> Option<KeyCode> {
    Some(match number {
        "1" | "7" => KeyCode::Home,
        "2" => KeyCode::Insert,
        "3" => KeyCode::Delete,
        "4" | "8" => KeyCode::End,
        "5" => KeyCode::PageUp,
        "6" => KeyCode::PageDown,
        _ => match number.parse::<u8>().ok()? {
            n @ 11..=15 => KeyCode::F(n - 10),
            n @ 17..=21 => KeyCode::F(n - 11),
            n @ 23..=24 => KeyCode::F(n - 12),
            _ => return None,
        },
    })
}
