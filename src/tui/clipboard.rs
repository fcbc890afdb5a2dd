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

/// The bytes that put `text` on the clipboard (xterm's OSC 52).
///
/// Within tmux it is said twice: to tmux itself, which has a clipboard too (`set-clipboard`), and wrapped for the
/// terminal around it (`allow-passthrough`). Limit: see [`SURE`].
#[must_use]
pub fn sequence(text: &str, between: Between) -> String {
    let plain = format!("\x1b]52;c;{}\x07", STANDARD.encode(text));
    match between {
        Between::Nothing => plain,
        Between::Tmux => format!("{plain}\x1bPtmux;{}\x1b\\", plain.replace('\x1b', "\x1b\x1b")),
    }
}

/// Puts `text` on the clipboard. Whether the terminal took it, it does not say.
///
/// # Errors
/// When the terminal cannot be written.
pub fn copy(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(sequence(text, Between::of_environment()).as_bytes())?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

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
