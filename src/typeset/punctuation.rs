//! ASCII punctuation between Han, shown full-width.
//!
//! A text dump of a printed page often has `,` where the page had `，`. What the reader sees is the page (GB/T
//! 15834-2011); the model, search, copy and bookmarks keep the text as printed, and the edits made here are written
//! into the map between the two.
//!
//! | as printed | shown | where |
//! |---|---|---|
//! | `,` `;` | `，` `；` | beside Han, not between two Latin letters or digits |
//! | `:` | `：` | after Han, or between a Latin letter or digit and Han |
//! | `!` `?` | `！` `？` | beside Han, or after one that is shown full-width |
//! | `.` | `。` | after Han, `%` or `℃`, at a sentence's end |
//! | `...` `......` | `……` | beside Han |
//! | `--` | `——` | beside Han |
//! | `(` `)` | `（` `）` | in pairs: Han inside, or Han outside on both ends |
//! | `"` `"` | `“` `”` | in pairs, if their number is even: Han beside one of them |
//!
//! A space after a mark that becomes full-width goes with it. Times, numbers, addresses and Latin text stay, and so
//! does a whole paragraph that is more Latin than Han.

use unicode_segmentation::UnicodeSegmentation;

use super::source::{Bond, Odd};

/// Whether ASCII marks between Han are shown full-width; in Chinese and Japanese only.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Punctuation {
    /// Every mark is shown as it is printed.
    AsPrinted,
    /// Marks are shown as a printed page would have them.
    #[default]
    FullWidth,
}

/// One change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Edit {
    /// The byte where it starts.
    at: usize,
    /// The ASCII bytes it replaces, each a cluster.
    len: usize,
    with: &'static str,
}

/// `text` with its marks full-width, and the map `odds` carried over; `None` if nothing changes.
pub(super) fn full_width(text: &str, odds: &[Odd]) -> Option<(String, Vec<Odd>)> {
    let mut edits = Finder::new(text).find();
    if edits.is_empty() || !is_han(text) {
        return None;
    }
    let mut stretches = odds.iter().filter(|odd| odd.len > 0).peekable();
    edits.retain(|edit| {
        while stretches.next_if(|odd| odd.at + odd.len <= edit.at).is_some() {}
        stretches.peek().is_none_or(|odd| edit.at + edit.len <= odd.at)
    });
    (!edits.is_empty()).then(|| apply(text, odds, &edits))
}

/// The first byte at `from` or after that may have to be changed.
fn next_candidate(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let rest = bytes.get(at..)?;
        // Most text has none: a block is looked at as one.
        let Some(block) = rest.first_chunk::<32>() else {
            return rest.iter().position(|byte| is_candidate(*byte)).map(|n| at + n);
        };
        let may_have =
            block.iter().fold(false, |found, byte| found | matches!(byte, b'!'..=b'/' | b':'..=b'?'));
        if may_have && let Some(n) = block.iter().position(|byte| is_candidate(*byte)) {
            return Some(at + n);
        }
        at += block.len();
    }
}

const fn is_candidate(byte: u8) -> bool {
    matches!(byte, b',' | b';' | b':' | b'!' | b'?' | b'.' | b'-' | b'(' | b')' | b'"')
}

/// Whether a paragraph is Chinese enough: three Han to ten Latin letters.
fn is_han(text: &str) -> bool {
    // The lead bytes of U+3000 to U+9FFF and of the planes beyond.
    let han = count(text.as_bytes(), |byte| matches!(byte, 0xE3..=0xE9 | 0xF0));
    let letters = count(text.as_bytes(), |byte| byte.is_ascii_alphabetic());
    han > 0 && han * 10 >= letters * 3
}

/// How many bytes are like that. Counts in blocks whose count fits a byte, which vectorizes.
fn count(bytes: &[u8], is: impl Fn(u8) -> bool) -> usize {
    bytes.chunks(128).map(|block| usize::from(block.iter().map(|byte| u8::from(is(*byte))).sum::<u8>())).sum()
}

fn apply(text: &str, odds: &[Odd], edits: &[Edit]) -> (String, Vec<Odd>) {
    let mut out = String::with_capacity(text.len() + edits.len() * 2);
    let mut map = Vec::with_capacity(odds.len());
    let mut odds = odds.iter().peekable();
    let mut done = 0;
    for edit in edits {
        // What stands before the edit moves with it.
        while let Some(odd) = odds.next_if(|odd| odd.at < edit.at || (odd.at == edit.at && odd.len == 0)) {
            map.push(Odd { at: out.len() + (odd.at - done), ..*odd });
        }
        out.push_str(text.get(done..edit.at).unwrap_or_default());
        let shown = edit.with.chars().count();
        // What was dropped inside the edit goes into its stretch.
        let mut clusters = edit.len;
        while let Some(odd) = odds.next_if(|odd| odd.at < edit.at + edit.len) {
            clusters += odd.clusters;
        }
        if clusters != shown || clusters > edit.len {
            map.push(Odd { at: out.len(), len: edit.with.len(), clusters, bond: Bond::None });
        }
        out.push_str(edit.with);
        done = edit.at + edit.len;
    }
    for odd in odds {
        map.push(Odd { at: out.len() + (odd.at - done), ..*odd });
    }
    out.push_str(text.get(done..).unwrap_or_default());
    (out, map)
}

struct Finder<'a> {
    text: &'a str,
    edits: Vec<Edit>,
    /// Opening brackets that wait for their closing ones.
    open: Vec<usize>,
    /// Straight quotes.
    quotes: Vec<usize>,
    /// Where the text after the last full stop starts.
    sentence: usize,
    /// Where the last edit ends.
    edited: usize,
}

impl<'a> Finder<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            edits: Vec::new(),
            open: Vec::new(),
            quotes: Vec::new(),
            sentence: 0,
            edited: usize::MAX,
        }
    }

    fn find(mut self) -> Vec<Edit> {
        let bytes = self.text.as_bytes();
        let mut from = 0;
        while let Some(at) = next_candidate(bytes, from) {
            let Some(&byte) = bytes.get(at) else { break };
            from = at + self.mark(at, byte).max(1);
        }
        self.pair_quotes();
        self.edits.sort_unstable_by_key(|edit| edit.at);
        self.edits
    }

    /// Decides on the mark at byte `at`; how many bytes that took.
    fn mark(&mut self, at: usize, byte: u8) -> usize {
        let before = self.before(at);
        let after = self.after(at + 1);
        let (left, right) = (side(before.chars().next_back()), side(after.chars().next()));
        let (near, far) = (side(skip_back(before)), side(skip(after)));
        match byte {
            b',' | b';' => {
                let between = near.is_latin() && far.is_latin() || left.is_latin() && right.is_latin();
                if (near.is_wide() || far.is_wide()) && !between {
                    return self.stop(at, if byte == b',' { "，" } else { "；" });
                }
            }
            b':' => {
                if near.is_wide() || (left.is_latin() && right.is_wide()) {
                    return self.stop(at, "：");
                }
            }
            b'!' | b'?' => {
                let in_latin = left.is_latin() && !right.is_wide();
                if (near.is_wide() && !in_latin) || right.is_wide() || self.edited == at {
                    return self.stop(at, if byte == b'!' { "！" } else { "？" });
                }
            }
            b'.' => return self.point(at, before, after),
            b'-' => {
                let run = run(self.after(at), b'-');
                if run == 2 && (left.is_wide() || side(self.after(at + 2).chars().next()).is_wide()) {
                    self.edit(at, 2, "——");
                }
                return run;
            }
            b'(' => self.open.push(at),
            b')' => self.close(at),
            _ => {
                // 55" is a length.
                let inch =
                    self.quotes.len().is_multiple_of(2) && before.ends_with(|c: char| c.is_ascii_digit());
                if !inch {
                    self.quotes.push(at);
                }
            }
        }
        1
    }

    fn point(&mut self, at: usize, before: &str, after: &str) -> usize {
        let run = run(self.after(at), b'.');
        let next = side(self.after(at + run).chars().next());
        let last = before.chars().next_back();
        let wide = side(skip_back(before)).is_wide() || matches!(last, Some('%' | '％' | '℃'));
        if run == 3 || run == 6 {
            if side(last).is_wide() || next.is_wide() {
                self.edit(at, run, "……");
            }
        } else if run == 1 && wide && !side(last).is_latin() {
            // `一.总则` is a number and its heading, not two sentences.
            let length = self.text.get(self.sentence..at).unwrap_or_default().chars().take(4).count();
            let closes = |c: char| matches!(c, '”' | '’' | '"' | '）' | ')' | '」' | '』' | '》');
            let ends = after.trim_end().is_empty()
                || after.starts_with(closes)
                || ((next.is_wide() || after.starts_with(' ')) && length >= 4);
            if ends {
                self.sentence = at + 1;
                return self.stop(at, "。");
            }
        }
        run
    }

    /// A mark that becomes full-width takes a space after it along.
    fn stop(&mut self, at: usize, with: &'static str) -> usize {
        let len = 1 + usize::from(run(self.after(at + 1), b' ') == 1 && !self.after(at + 2).is_empty());
        self.edit(at, len, with);
        len
    }

    fn close(&mut self, at: usize) {
        let Some(from) = self.open.pop() else { return };
        let inside = self.text.get(from + 1..at).unwrap_or_default();
        let left = side(self.before(from).chars().next_back());
        let right = side(self.after(at + 1).chars().next());
        // A bound, so that nested brackets do not cost their length each.
        if inside.chars().take(48).any(|c| side(Some(c)).is_wide()) || (left.is_wide() && right.is_wide()) {
            self.edit(from, 1, "（");
            self.edit(at, 1, "）");
        }
    }

    fn pair_quotes(&mut self) {
        let quotes = std::mem::take(&mut self.quotes);
        if !quotes.len().is_multiple_of(2) {
            return;
        }
        for pair in quotes.chunks_exact(2) {
            let &[from, to] = pair else { continue };
            let inside = self.text.get(from + 1..to).unwrap_or_default();
            let sides =
                [skip_back(self.before(from)), skip(inside), skip_back(inside), skip(self.after(to + 1))];
            if sides.into_iter().any(|c| side(c).is_wide()) {
                self.edit(from, 1, "“");
                self.edit(to, 1, "”");
            }
        }
    }

    fn edit(&mut self, at: usize, len: usize, with: &'static str) {
        // What combines with the mark keeps it as it is.
        let last = self.after(at + len - 1);
        let marked = !matches!(last.as_bytes().get(1), None | Some(0..=0x7F | 0xE4..=0xE9))
            && last.graphemes(true).next().is_some_and(|cluster| cluster.len() > 1);
        if !marked {
            self.edits.push(Edit { at, len, with });
            self.edited = at + len;
        }
    }

    fn before(&self, at: usize) -> &'a str {
        self.text.get(..at).unwrap_or_default()
    }

    fn after(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }
}

/// What stands beside a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// Han, kana, or a mark of their width.
    Wide,
    /// An ASCII letter or digit.
    Latin,
    Other,
}

impl Side {
    fn is_wide(self) -> bool {
        self == Self::Wide
    }

    fn is_latin(self) -> bool {
        self == Self::Latin
    }
}

fn side(c: Option<char>) -> Side {
    match c {
        Some('0'..='9' | 'a'..='z' | 'A'..='Z') => Side::Latin,
        Some(
            '\u{3001}'..='\u{30FF}'
            | '\u{3400}'..='\u{9FFF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{FF01}'..='\u{FF60}'
            | '\u{20000}'..='\u{3FFFF}',
        ) => Side::Wide,
        _ => Side::Other,
    }
}

/// How many bytes `text` starts with.
fn run(text: &str, byte: u8) -> usize {
    text.bytes().take_while(|other| *other == byte).count()
}

const fn is_quote_or_bracket(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '(' | ')' | '[' | ']')
}

/// The first character that is no quote or bracket, looked for as far as there may be some.
fn skip(text: &str) -> Option<char> {
    text.chars().take(4).find(|c| !is_quote_or_bracket(*c))
}

/// The last character that is none.
fn skip_back(text: &str) -> Option<char> {
    text.chars().rev().take(4).find(|c| !is_quote_or_bracket(*c))
}

#[cfg(test)]
mod tests;
