//! Tells the terminal's answers from everything else that comes from it. Every byte is part of one or the other.

use super::ROW;

/// No answer is longer, in bytes. The longest attributes known have 40.
const LONGEST: usize = 64;

/// An answer, or a stretch of what is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// The cursor is in this column of the row that we asked for.
    Column(u16),
    /// The terminal's attributes: all is answered.
    Attributes,
    /// Something else, as it came.
    Other(Vec<u8>),
}

/// Splits bytes as they come, in pieces of any length.
#[derive(Debug, Default)]
pub(super) struct Splitter {
    /// What may become an answer.
    begun: Vec<u8>,
}

/// What some bytes may be.
enum Fit {
    Whole(Piece),
    Start,
    None,
}

impl Splitter {
    /// Takes `bytes` in and says what they complete.
    pub(super) fn push(&mut self, bytes: &[u8]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for &byte in bytes {
            self.begun.push(byte);
            match fit(&self.begun) {
                Fit::Start => {}
                Fit::Whole(answer) => {
                    self.begun.clear();
                    pieces.push(answer);
                }
                Fit::None => {
                    // Only the last byte can begin another answer: each has one ESC, its first byte.
                    let again = (byte == ESC && self.begun.len() > 1).then(|| self.begun.pop()).flatten();
                    other(&mut pieces, &self.begun);
                    self.begun.clear();
                    self.begun.extend(again);
                }
            }
        }
        pieces
    }

    /// What waits for the rest of an answer.
    pub(super) fn begun(&self) -> &[u8] {
        &self.begun
    }

    /// Takes it out: no rest will come.
    pub(super) fn give_up(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.begun)
    }
}

const ESC: u8 = 0x1b;

fn other(pieces: &mut Vec<Piece>, bytes: &[u8]) {
    match pieces.last_mut() {
        Some(Piece::Other(before)) => before.extend_from_slice(bytes),
        _ => pieces.push(Piece::Other(bytes.to_vec())),
    }
}

/// `CSI 3 ; column R` and `CSI ? attributes c`.
fn fit(bytes: &[u8]) -> Fit {
    let row = format!("\x1b[{ROW};");
    for head in [row.as_bytes(), b"\x1b[?"] {
        if head.starts_with(bytes) {
            return Fit::Start;
        }
        let Some(rest) = bytes.strip_prefix(head) else { continue };
        let is_column = head == row.as_bytes();
        return match rest.split_last() {
            Some((b'R', digits)) if is_column => match column(digits) {
                Some(column) => Fit::Whole(Piece::Column(column)),
                None => Fit::None,
            },
            Some((b'c', _)) if !is_column => Fit::Whole(Piece::Attributes),
            Some((b'0'..=b'9', _)) if bytes.len() < LONGEST => Fit::Start,
            Some((b';', _)) if !is_column && bytes.len() < LONGEST => Fit::Start,
            _ => Fit::None,
        };
    }
    Fit::None
}

fn column(digits: &[u8]) -> Option<u16> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}
