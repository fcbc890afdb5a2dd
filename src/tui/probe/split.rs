//! Tells the terminal's answers from everything else that comes from it. Every byte is part of one or the other.

use super::colour::ground;
use super::{Ground, ROW};

/// No answer is longer, in bytes. The longest attributes known have 40, a colour at most 33.
const LONGEST: usize = 64;

/// An answer, or a stretch of what is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    /// The cursor is in this column of the row that we asked for.
    Column(u16),
    /// What the colour of the terminal's ground means.
    Ground(Option<Ground>),
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
                    // Each answer begins with an ESC: the next one may begin at the last.
                    let again = self.begun.iter().rposition(|byte| *byte == ESC).filter(|at| *at > 0);
                    let rest = self.begun.split_off(again.unwrap_or(self.begun.len()));
                    other(&mut pieces, &self.begun);
                    self.begun = rest;
                    if let Fit::None = fit(&self.begun) {
                        other(&mut pieces, &std::mem::take(&mut self.begun));
                    }
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

/// `CSI 3 ; column R`, `CSI ? attributes c` and `OSC 11 ; colour ST`, where BEL may stand for ST.
fn fit(bytes: &[u8]) -> Fit {
    if bytes.len() > 1 && (COLOUR.starts_with(bytes) || bytes.starts_with(COLOUR)) {
        return fit_colour(bytes.get(COLOUR.len()..).unwrap_or_default(), bytes.len());
    }
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

const COLOUR: &[u8] = b"\x1b]11;";

/// What the colour and the end of its sequence are, in a sequence of `length` bytes.
fn fit_colour(rest: &[u8], length: usize) -> Fit {
    let (colour, end) = rest
        .iter()
        .position(|byte| !matches!(byte, b' '..=b'~'))
        .map_or((rest, &[][..]), |at| rest.split_at(at));
    match end {
        [] | [ESC] if length < LONGEST => Fit::Start,
        [0x07] | [ESC, b'\\'] => Fit::Whole(Piece::Ground(std::str::from_utf8(colour).ok().and_then(ground))),
        _ => Fit::None,
    }
}

fn column(digits: &[u8]) -> Option<u16> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}
