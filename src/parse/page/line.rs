//! Text → lines: trimmed, counted, with the white space around them remembered as figures.

use super::cue::Cues;
use super::heads::HeadWords;
use crate::parse::bytes;

/// A count of characters (Unicode scalar values), which is what a desk counts. Bytes and clusters are others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Chars(pub(super) u32);

/// A line that is not blank, as it stands in the file.
///
/// Wrapped text has many: so what is seen in lines has no room in it.
#[derive(Debug, Clone)]
pub(super) struct Printed<'a> {
    /// Its text, without the white space at its ends.
    pub(super) text: &'a str,
    /// Its number in the file, from 1.
    pub(super) number: u32,
    /// How long it is.
    pub(super) chars: Chars,
    /// How many blank lines stand before it, at most 255.
    pub(super) gap: u8,
    /// How many cells of white space stand before its text, at most 255. A tab counts as four.
    pub(super) indent: u8,
    /// A form feed stands before it.
    pub(super) page_break: bool,
}

/// A whole line: a printed one, or several that were put together, with what is seen in it.
///
/// It has the fields of [`Printed`] and not one of them within: what fills that up to its alignment would make 64 bytes of 48,
/// and a text may have nothing but short lines.
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    /// Its text, without the white space at its ends.
    pub(super) text: &'a str,
    /// Its number in the file, from 1.
    pub(super) number: u32,
    /// How long it is.
    pub(super) chars: Chars,
    /// How many blank lines stand before it, at most 255.
    pub(super) gap: u8,
    /// How many cells of white space stand before its text, at most 255. A tab counts as four.
    pub(super) indent: u8,
    /// A form feed stands before it.
    pub(super) page_break: bool,
    /// The words in it that tell the lines of a head.
    pub(super) words: HeadWords,
    /// What is to be seen in it and around it.
    pub(super) cues: Cues,
}

impl Printed<'_> {
    /// How many cells it takes, as [`Line::cells`].
    pub(super) fn cells(&self) -> usize {
        cells(self.text, self.chars)
    }
}

impl<'a> From<Printed<'a>> for Line<'a> {
    fn from(printed: Printed<'a>) -> Self {
        let Printed { text, number, chars, gap, indent, page_break } = printed;
        let (words, cues) = (HeadWords::default(), Cues::default());
        Self { text, number, chars, gap, indent, page_break, words, cues }
    }
}

impl Line<'_> {
    /// How many cells it takes, near enough: characters of three bytes and more count twice.
    ///
    /// Limit: taken from the count of bytes, so that a long line costs no second look; Cyrillic counts one and a half.
    pub(super) fn cells(&self) -> usize {
        cells(self.text, self.chars)
    }
}

fn cells(text: &str, chars: Chars) -> usize {
    let chars = chars.0 as usize;
    chars + (text.len() - chars) / 2
}

/// The lines of `text` that are not blank.
///
/// A line ends at LF, CR, CR LF or a form feed. White space is Unicode's `White_Space`.
pub(super) fn printed(text: &str) -> Vec<Printed<'_>> {
    let mut found = Vec::with_capacity(text.len() / 192 + 1);
    let plain = !bytes::has_either(b'\r', 0xC, text.as_bytes());
    let (mut number, mut gap, mut page_break) = (0_u32, 0_u8, false);
    let mut from = 0;
    for end in bytes::places(b'\n', text.as_bytes()).chain([text.len()]) {
        let whole = text.get(from..end).unwrap_or_default();
        from = end + 1;
        number = number.saturating_add(1);
        if plain {
            push(&mut found, whole, number, &mut gap, &mut page_break);
            continue;
        }
        // CR LF is one end of line: the CR before the LF is white space at the line's end.
        let whole = whole.strip_suffix('\r').unwrap_or(whole);
        if !bytes::has_either(b'\r', 0xC, whole.as_bytes()) {
            push(&mut found, whole, number, &mut gap, &mut page_break);
            continue;
        }
        for (n, column) in whole.split('\u{c}').enumerate() {
            page_break |= n > 0;
            for (n, part) in column.split('\r').enumerate() {
                number = number.saturating_add(u32::from(n > 0));
                push(&mut found, part, number, &mut gap, &mut page_break);
            }
        }
    }
    found
}

fn push<'a>(found: &mut Vec<Printed<'a>>, whole: &'a str, number: u32, gap: &mut u8, page_break: &mut bool) {
    let body = whole.trim_start();
    let text = body.trim_end();
    if text.is_empty() {
        *gap = gap.saturating_add(1);
        return;
    }
    let before = whole.get(..whole.len() - body.len()).unwrap_or_default();
    let cells = |c: char| match c {
        '\t' => 4,
        '\u{3000}' => 2,
        _ => 1,
    };
    let indent = before.chars().fold(0_u8, |sum, c| sum.saturating_add(cells(c)));
    if found.len() == found.capacity() {
        // By a quarter: the lines of a list of words take more than its text.
        found.reserve_exact(found.len() / 4 + 64);
    }
    found.push(Printed {
        text,
        number,
        chars: Chars(u32::try_from(text.chars().count()).unwrap_or(u32::MAX)),
        gap: std::mem::take(gap),
        indent,
        page_break: std::mem::take(page_break),
    });
}

/// The lines of `text`, each for itself.
#[cfg(test)]
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    printed(text).into_iter().map(Line::from).collect()
}
