//! Asks the terminal what it does with characters whose width depends on it, whether it can draw big ones, and whether
//! its ground is light or dark.
//!
//! **The question** goes out in front of the first frame, in the same write, on a screen that is still blank: each sign
//! is printed at the start of row 3 and the terminal is asked where its cursor is (CPR); then the two steps that find
//! kitty's text sizing; then its ground's colour is asked for (OSC 11); then the screen is blanked and the device's
//! attributes are asked for (DA1), which every terminal answers: after that no answer comes. So the first frame waits
//! for nothing, and nothing of the question is seen.
//!
//! **The answers** are read before crossterm reads keys, at most [`LIMIT`] long; a terminal that says nothing is taken
//! as narrow. What comes between them was typed, and becomes keys at once. Row 3, because `CSI 1;2R` is also
//! Shift-F3. A position that comes later still is read by crossterm, which knows that it is no key; a colour it would take
//! for typing, so where one was asked for its answer is waited for longer, while keys go their way.
//!
//! **What decides.** Each class of signs answers for itself ([`Class`]); in a class whose signs differ the wide one
//! decides, since a cell too many hides nothing and a cell too few hides half a character. Inside tmux and screen
//! those answer, and it is they who draw.
//!
//! **Limits.** A reader on a terminal of another kind than what the multiplexer draws for sees the multiplexer's
//! widths. Where there is no Unix terminal nothing is asked.

#[cfg(unix)]
mod colour;
#[cfg(unix)]
mod keyboard;
#[cfg(unix)]
mod listen;
#[cfg(unix)]
mod split;

use std::fmt::Write as _;
use std::time::Duration;

use crate::typeset::Ambiguous;
use crate::typeset::width::Class;

use super::layout::Size;

#[cfg(unix)]
pub(super) use listen::listen;
#[cfg(all(unix, not(target_vendor = "apple")))]
pub(super) use listen::{tell_again, wait_for_keys};

/// How long answers may take. Over a slow line a person waits no longer for the final lines than this.
pub const LIMIT: Duration = Duration::from_millis(300);

/// What is printed to be measured, and the class it stands for: signs that pages have, and those that the reader draws.
const SIGNS: [(&str, Class); 11] = [
    ("“", Class::Marks),
    ("—", Class::Marks),
    ("…", Class::Marks),
    ("·", Class::Marks),
    ("①", Class::Symbols),
    ("■", Class::Symbols),
    ("◆", Class::Symbols),
    ("│", Class::Lines),
    ("▌", Class::Lines),
    ("α", Class::Letters),
    ("Я", Class::Letters),
];

/// The row that signs are printed on, the first one being 1.
const ROW: u16 = 3;

/// What the terminal is to be asked. The default is nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Question {
    /// How wide ambiguous characters are.
    pub widths: bool,
    /// Whether it draws text of double size.
    pub big: bool,
    /// Whether its ground is light or dark.
    pub ground: bool,
}

/// What the terminal said. `None`: it was not asked, or did not say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Answers {
    /// How wide ambiguous characters are.
    pub ambiguous: Option<Ambiguous>,
    /// Whether it draws text of double size.
    pub big: Option<bool>,
    /// What text stands on.
    pub ground: Option<Ground>,
}

/// What text stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// Paper.
    Light,
    /// Night.
    Dark,
}

impl Question {
    /// As much of this as a terminal of that `size` and name (`TERM`) can be asked.
    #[must_use]
    pub fn for_terminal(self, size: Size, term: Option<&str>) -> Self {
        // The widest that is printed takes four cells; a block of two rows needs one below.
        let room = size.width >= 6 && size.height > ROW;
        let speaks = term.is_some_and(|term| !term.is_empty() && term != "dumb");
        if cfg!(unix) && room && speaks { self } else { Self::default() }
    }

    /// Whether there is nothing to ask.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// How many positions the terminal will answer with.
    #[cfg(unix)]
    const fn positions(self) -> usize {
        (if self.widths { SIGNS.len() } else { 0 }) + (if self.big { 2 } else { 0 })
    }

    /// What to write. Leaves a blank screen that is blank before.
    #[must_use]
    pub fn text(self) -> String {
        let mut text = String::new();
        if self.is_empty() {
            return text;
        }
        let _ = write!(text, "\x1b[{ROW}H");
        if self.widths {
            for (sign, _) in SIGNS {
                text.extend(["\r", sign, "\x1b[6n"]);
            }
        }
        if self.big {
            // A blank two cells wide, then one of double size: a terminal with half of the protocol moves by one.
            text.push_str("\r\x1b]66;w=2; \x07\x1b[6n\x1b]66;s=2; \x07\x1b[6n");
        }
        if self.ground {
            text.push_str("\x1b]11;?\x07");
        }
        text.push_str("\x1b[2J\x1b[H\x1b[c");
        text
    }

    /// What the cursor's `columns` mean. `complete` if the terminal has said that no more will come.
    #[cfg(unix)]
    fn read(self, columns: &[u16], ground: Option<Ground>, complete: bool) -> Answers {
        let expected = self.positions();
        // Which sign an answer is for is known by its place alone.
        if columns.len() > expected || (complete && columns.len() < expected) {
            return Answers { ground, ..Answers::default() };
        }
        let (signs, big) =
            columns.split_at_checked(if self.widths { SIGNS.len() } else { 0 }).unwrap_or((columns, &[]));
        let measured = || SIGNS.iter().zip(signs).filter(|(_, column)| matches!(column, 2 | 3));
        let is_wide = |class| measured().any(|((_, of), column)| *of == class && *column == 3);
        let ambiguous = measured().next().map(|_| Ambiguous::by_class(is_wide));
        Answers { ambiguous, big: (self.big && complete).then(|| big == [3, 5]), ground }
    }
}

#[cfg(all(test, unix))]
mod tests;
