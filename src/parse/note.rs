//! Notes: what a reader should know of how a file was read.

use std::fmt;

/// Something that the parser did or could not do, which changes no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The encoding was guessed from the bytes.
    Guessed {
        /// Its name.
        encoding: &'static str,
    },
    /// Paragraphs that a column or a line's end had cut were joined.
    Joined {
        /// How many joints.
        count: usize,
        /// The first one's line, from 1.
        line: usize,
    },
    /// A story goes on on another page of the same issue. The halves are linked; each stays where it was printed.
    Linked {
        /// The first half's line, from 1.
        line: usize,
        /// The second half's line, from 1.
        to: usize,
    },
    /// A correction that fits no line any more.
    Misfit {
        /// The words it was made for.
        words: String,
        /// Why it does not fit.
        why: Misfit,
    },
}

/// Why a correction does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misfit {
    /// No line has these words.
    Gone,
    /// Several lines have them, and what stands around them does not tell which was meant.
    Unclear,
    /// The line has them, but the page can't be read so.
    Impossible,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Guessed { encoding } => write!(f, "read as {encoding}: a guess, the file does not say"),
            Self::Joined { count: 1, line } => write!(f, "line {line} was joined to the paragraph before it"),
            Self::Joined { count, line } => {
                write!(f, "{count} lines were joined to the paragraphs before them, the first is line {line}")
            }
            Self::Linked { line, to } => {
                write!(
                    f,
                    "the story of line {line} goes on in line {to}: linked, each half stays where it was printed"
                )
            }
            Self::Misfit { words, why } => {
                let why = match why {
                    Misfit::Gone => "no line has these words any more",
                    Misfit::Unclear => "several lines have these words",
                    Misfit::Impossible => "the page can't be read so",
                };
                write!(f, "a correction does not fit, {why}: {words:?}")
            }
        }
    }
}
