//! The clipboard of the terminal that the reader sits at, wherever the program runs: OSC 52.

use std::io::{self, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// What stands between us and the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Between {
    /// Nothing.
    Nothing,
    /// tmux, which passes on only what is wrapped for it.
    Tmux,
}

impl Between {
    /// As the environment says: tmux sets `TMUX`.
    #[must_use]
    pub fn of_environment() -> Self {
        if std::env::var_os("TMUX").is_some_and(|value| !value.is_empty()) {
            Self::Tmux
        } else {
            Self::Nothing
        }
    }
}

/// So many bytes of text every terminal takes: 100,000 as they are sent. Of more, some keep nothing and say nothing.
pub const SURE: usize = 75_000;

/// A text as it goes to a terminal's clipboard: encoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clip {
    base64: String,
    /// Of the text.
    bytes: usize,
}

impl Clip {
    /// `text`, encoded. Takes a millisecond or more for each megabyte.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self { base64: STANDARD.encode(text), bytes: text.len() }
    }

    /// Whether it is longer than [`SURE`].
    #[must_use]
    pub const fn is_long(&self) -> bool {
        self.bytes > SURE
    }

    /// The text.
    #[cfg(test)]
    pub(crate) fn text(&self) -> String {
        String::from_utf8(STANDARD.decode(&self.base64).unwrap()).unwrap()
    }

    /// Writes what puts it on the clipboard (xterm's OSC 52).
    ///
    /// Within tmux it is said twice: to tmux itself, which has a clipboard too (`set-clipboard`), and wrapped for the
    /// terminal around it (`allow-passthrough`). Limit: see [`SURE`].
    fn write(&self, out: &mut impl Write, between: Between) -> io::Result<()> {
        write!(out, "\x1b]52;c;{}\x07", self.base64)?;
        match between {
            Between::Nothing => Ok(()),
            // An ESC within is said twice.
            Between::Tmux => write!(out, "\x1bPtmux;\x1b\x1b]52;c;{}\x07\x1b\\", self.base64),
        }
    }
}

/// Puts `clip` on the clipboard. Whether the terminal took it, it does not say.
///
/// # Errors
/// When the terminal cannot be written.
pub fn copy(clip: &Clip) -> io::Result<()> {
    let mut out = io::stdout().lock();
    clip.write(&mut out, Between::of_environment())?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sequence(text: &str, between: Between) -> String {
        let mut out = Vec::new();
        Clip::of(text).write(&mut out, between).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn what_every_terminal_takes_is_not_long() {
        assert!(!Clip::of(&"字".repeat(SURE / 3)).is_long());
        assert!(Clip::of(&"字".repeat(SURE / 3 + 1)).is_long());
    }

    #[test]
    fn the_text_goes_out_as_osc_52() {
        assert_eq!(sequence("铅字", Between::Nothing), "\x1b]52;c;6ZOF5a2X\x07");
    }

    #[test]
    fn tmux_passes_on_what_is_wrapped() {
        let wrapped = sequence("a", Between::Tmux);
        assert_eq!(wrapped, "\x1b]52;c;YQ==\x07\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\");
    }
}
