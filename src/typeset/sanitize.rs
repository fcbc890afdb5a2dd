//! Text from an issue is data: nothing in it may steer the terminal or make it lose count of its cells.
//!
//! What happens to a character, once and for all texts:
//!
//! | character | becomes |
//! |---|---|
//! | tab, line feed, carriage return, vertical tab, form feed, U+0085, U+2028, U+2029 | a space (`\r\n` one space) |
//! | the other C0 and C1 controls, ESC and DEL among them | nothing |
//! | default ignorable characters (UAX #44): zero width, bidi controls, BOM, SHY, VS1–16, tags | nothing |
//! | interlinear annotation and the other invisible format characters | nothing |
//! | an emoji's skin tone | nothing: terminals disagree on its cells |
//! | a mark with nothing before it to stand on | nothing |
//!
//! The ideographic variation selectors (U+E0100–E01EF) stay: they choose a glyph and take no cell on any terminal.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::width::{Columns, Widths};

/// `text` as a terminal may be given it: one line, without anything that is not seen.
#[must_use]
pub fn printable(text: &str) -> Cow<'_, str> {
    if is_printable(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for cluster in text.graphemes(true) {
        push_cluster(cluster, &mut out);
    }
    Cow::Owned(out)
}

/// Whether `text` can be given to a terminal as it stands. May say no to a text that [`printable`] leaves alone.
pub(super) fn is_printable(text: &str) -> bool {
    let stands = |c: char| Widths::default().cluster(c.encode_utf8(&mut [0; 4])) > Columns::ZERO;
    let mut rest = text.as_bytes();
    // A paragraph starts with Han or a letter, or it is measured.
    let is_plain = matches!(rest, [0xE4..=0xE9 | b'0'..=b'z', ..]);
    if !is_plain && !text.chars().next().is_none_or(stands) {
        return false;
    }
    loop {
        // What newspapers are made of is known by its first bytes; the rest is decoded.
        rest = match rest {
            [] => return true,
            // Words come in more than single letters.
            [b' '..=b'~', ..] if rest.first_chunk::<8>().is_some_and(|block| is_ascii(*block)) => {
                rest.get(8..).unwrap_or_default()
            }
            // So does Han.
            [0xE4..=0xE9, _, _, 0xE4..=0xE9, _, _, 0xE4..=0xE9, _, _, 0xE4..=0xE9, _, _, rest @ ..]
            | [0xE4..=0xE9, _, _, rest @ ..]
            | [b' '..=b'~', rest @ ..]
            | [0xEF, 0xBC, _, rest @ ..]
            | [0xE3, 0x80..=0x84, _, rest @ ..]
            | [0xE2, 0x80, 0x90..=0xA7, rest @ ..] => rest,
            _ => {
                let Some(c) = text.get(text.len() - rest.len()..).and_then(|rest| rest.chars().next()) else {
                    return false;
                };
                if !matches!(fate(c), Fate::Stays) {
                    return false;
                }
                rest.get(c.len_utf8()..).unwrap_or_default()
            }
        };
    }
}

fn is_ascii(block: [u8; 8]) -> bool {
    block.iter().fold(true, |all, byte| all & matches!(byte, b' '..=b'~'))
}

/// Adds what is to be seen of one cluster; may be nothing.
pub(super) fn push_cluster(cluster: &str, out: &mut String) {
    let from = out.len();
    for (n, c) in cluster.chars().enumerate() {
        match fate(c) {
            Fate::Stays | Fate::Looked => out.push(c),
            Fate::Space if cluster.starts_with(c) => out.push(' '),
            Fate::Tone if n == 0 => out.push(c),
            Fate::Space | Fate::Tone | Fate::Gone => {}
        }
    }
    // What is left may be a mark with nothing to stand on.
    if out.get(from..).is_some_and(|kept| Widths::default().text(kept) == Columns::ZERO) {
        out.truncate(from);
    }
}

/// What becomes of a character.
enum Fate {
    Stays,
    /// Stays, but its cluster may have no width of its own: a Hangul vowel or final consonant.
    Looked,
    Space,
    /// A skin tone: goes if something stands before it in its cluster.
    Tone,
    Gone,
}

/// Default ignorable characters are listed as of Unicode 17, without the ideographic variation selectors.
fn fate(c: char) -> Fate {
    match c {
        '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Space,
        '\0'..='\u{8}'
        | '\u{E}'..='\u{1F}'
        | '\u{7F}'..='\u{84}'
        | '\u{86}'..='\u{9F}'
        | '\u{AD}'
        | '\u{34F}'
        | '\u{61C}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}'
        | '\u{13430}'..='\u{1343F}'
        | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E00FF}'
        | '\u{E01F0}'..='\u{E0FFF}' => Fate::Gone,
        '\u{1161}'..='\u{11FF}' | '\u{D7B0}'..='\u{D7FF}' => Fate::Looked,
        '\u{1F3FB}'..='\u{1F3FF}' => Fate::Tone,
        _ => Fate::Stays,
    }
}

#[cfg(test)]
mod tests;
