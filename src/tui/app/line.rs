//! A line that is being typed: text and a cursor, moved by what a reader calls characters.

use unicode_segmentation::UnicodeSegmentation;

use crate::typeset::sanitize;
use crate::typeset::width::{Columns, Widths};

/// What a key does to the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Editing {
    /// Puts in a character.
    Type(char),
    /// Puts in a text that was pasted; line breaks in it become spaces.
    Paste(String),
    /// Takes the character before the cursor away.
    Erase,
    /// Takes the one at the cursor away.
    Delete,
    /// Takes the word before the cursor away.
    EraseWord,
    /// Takes all before the cursor away.
    EraseToStart,
    /// Takes all from the cursor on away.
    EraseToEnd,
    /// A character back.
    Left,
    /// A character on.
    Right,
    /// A word back.
    WordLeft,
    /// A word on.
    WordRight,
    /// To the start.
    Start,
    /// To the end.
    End,
}

/// The line. Offsets are bytes.
///
/// **Invariant.** The cursor is at the border of an extended grapheme cluster.
#[derive(Debug, Default)]
pub(crate) struct Line {
    text: String,
    cursor: usize,
}

/// The part of a line that there is room for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Window<'a> {
    /// Up to the cursor.
    pub(crate) before: &'a str,
    /// From the cursor on.
    pub(crate) after: &'a str,
    /// Whether something is left out in front.
    pub(crate) cut: bool,
}

/// What words are made of, as erasing them sees it: Han runs up to a mark count as a word, as letters do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Space,
    Word,
    Mark,
}

impl Kind {
    fn of(cluster: &str) -> Self {
        match cluster.chars().next() {
            Some(c) if c.is_whitespace() => Self::Space,
            Some(c) if c.is_alphanumeric() || c == '_' => Self::Word,
            _ => Self::Mark,
        }
    }
}

impl Line {
    /// A line that begins with `text`, the cursor at its end.
    pub(super) fn of(text: &str) -> Self {
        let mut line = Self::default();
        line.put(text);
        line
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    fn before(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or_default()
    }

    fn after(&self) -> &str {
        self.text.get(self.cursor..).unwrap_or_default()
    }

    /// Does what a key asks for. Returns false if there was nothing to do it to.
    pub(super) fn edit(&mut self, editing: &Editing) -> bool {
        let (length, cursor) = (self.text.len(), self.cursor);
        match editing {
            Editing::Type(c) => self.put(c.encode_utf8(&mut [0; 4])),
            Editing::Paste(text) => self.put(text),
            Editing::Erase => self.erase_from(self.left()),
            Editing::EraseWord => self.erase_from(self.word_left()),
            Editing::EraseToStart => self.erase_from(0),
            Editing::Delete => self.erase_to(self.right()),
            Editing::EraseToEnd => self.erase_to(length),
            Editing::Left => self.cursor = self.left(),
            Editing::Right => self.cursor = self.right(),
            Editing::WordLeft => self.cursor = self.word_left(),
            Editing::WordRight => self.cursor = self.word_right(),
            Editing::Start => self.cursor = 0,
            Editing::End => self.cursor = length,
        }
        (self.text.len(), self.cursor) != (length, cursor)
    }

    fn put(&mut self, text: &str) {
        let one_line = text.replace("\r\n", " ");
        let spaced = one_line.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c });
        let harmless: String = spaced.filter(|c| !c.is_control()).collect();
        self.text.insert_str(self.cursor, &harmless);
        self.settle(self.cursor + harmless.len());
    }

    fn erase_from(&mut self, from: usize) {
        self.text.replace_range(from..self.cursor, "");
        self.settle(from);
    }

    fn erase_to(&mut self, to: usize) {
        self.text.replace_range(self.cursor..to, "");
        self.settle(self.cursor);
    }

    /// Puts the cursor at `at`, or after the cluster that what was typed or erased has joined there.
    fn settle(&mut self, at: usize) {
        let ends = self.text.grapheme_indices(true).map(|(start, cluster)| start + cluster.len());
        self.cursor = std::iter::once(0).chain(ends).find(|end| *end >= at).unwrap_or(self.text.len());
    }

    fn left(&self) -> usize {
        self.before().grapheme_indices(true).next_back().map_or(0, |(start, _)| start)
    }

    fn right(&self) -> usize {
        self.cursor + self.after().graphemes(true).next().map_or(0, str::len)
    }

    fn word_left(&self) -> usize {
        self.cursor - word(self.before().graphemes(true).rev())
    }

    fn word_right(&self) -> usize {
        self.cursor + word(self.after().graphemes(true))
    }

    /// What is shown of the line in `room` cells: the cursor, which needs one cell, and as much before it as fits.
    pub(crate) fn window(&self, room: Columns, widths: Widths) -> Window<'_> {
        let before_room = room - Columns(1);
        let mut used = Columns::ZERO;
        let mut from = self.cursor;
        for (start, cluster) in self.before().grapheme_indices(true).rev() {
            // As it will be painted.
            used += widths.text(&sanitize::printable(cluster));
            if used > before_room {
                break;
            }
            from = start;
        }
        Window {
            before: self.text.get(from..self.cursor).unwrap_or_default(),
            after: self.after(),
            cut: from > 0,
        }
    }
}

/// How many bytes the next word takes, with the white space in front of it.
fn word<'a>(clusters: impl Iterator<Item = &'a str>) -> usize {
    let mut kind = Kind::Space;
    let mut bytes = 0;
    for cluster in clusters {
        let next = Kind::of(cluster);
        if kind != Kind::Space && next != kind {
            break;
        }
        kind = next;
        bytes += cluster.len();
    }
    bytes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The line with the cursor as `|`.
    fn shown(line: &Line) -> String {
        format!("{}|{}", line.before(), line.after())
    }

    #[test]
    fn what_keys_do() {
        use Editing::*;
        let cases: [(&str, &[Editing], &str); 14] = [
            ("", &[Type('铅'), Type('字')], "铅字|"),
            ("铅字", &[Left, Type('的')], "铅的|字"),
            ("铅字", &[Start, Delete], "|字"),
            ("铅字", &[Left, Erase, Erase], "|字"),
            ("活字 印刷，铅与火", &[EraseWord], "活字 印刷，|"),
            ("活字 印刷，铅与火", &[EraseWord, EraseWord, EraseWord], "活字 |"),
            ("two words  ", &[EraseWord], "two |"),
            ("two words", &[WordLeft, WordLeft, WordRight], "two| words"),
            ("铅字", &[Left, EraseToStart], "|字"),
            ("铅字", &[Left, EraseToEnd], "铅|"),
            ("铅字", &[Start, End, Right], "铅字|"),
            ("e", &[Type('\u{301}'), Left, Right, Erase], "|"),
            ("ab", &[Left, Paste("一\r\n二\t\u{1b}[0m".to_owned())], "a一 二 [0m|b"),
            ("👩‍👩‍👧", &[Left], "|👩‍👩‍👧"),
        ];
        for (text, editings, expected) in cases {
            let mut line = Line::of(text);
            for editing in editings {
                line.edit(editing);
            }
            assert_eq!(shown(&line), expected, "{text:?} {editings:?}");
        }
    }

    #[test]
    fn a_long_line_shows_the_cursor() {
        let line = Line::of("一二三四五");
        let window = |line: &Line, room| {
            let window = line.window(Columns(room), Widths::default());
            (window.before.to_owned(), window.after.to_owned(), window.cut)
        };
        assert_eq!(window(&line, 20), ("一二三四五".to_owned(), String::new(), false));
        assert_eq!(window(&line, 6), ("四五".to_owned(), String::new(), true));
        assert_eq!(window(&line, 0), (String::new(), String::new(), true));
        let mut line = line;
        line.edit(&Editing::Start);
        assert_eq!(window(&line, 6), (String::new(), "一二三四五".to_owned(), false));
    }

    fn editing() -> impl Strategy<Value = Editing> {
        use Editing::*;
        prop_oneof![
            4 => prop::sample::select(vec!['铅', 'a', ' ', '，', '\u{301}', '👩', '\u{200d}', '👧', '🇨', '🇳', 'ｶ', 'ﾞ']).prop_map(Type),
            1 => prop::sample::select(vec![Erase, Delete, EraseWord, EraseToStart, EraseToEnd, Left, Right, WordLeft, WordRight, Start, End]),
        ]
    }

    proptest! {
        #[test]
        fn the_cursor_is_always_between_two_clusters(editings in prop::collection::vec(editing(), 0..40), room in 0..12_usize) {
            let mut line = Line::default();
            for editing in &editings {
                line.edit(editing);
                let mut borders = line.text.grapheme_indices(true).map(|(at, _)| at).chain([line.text.len()]);
                prop_assert!(borders.any(|at| at == line.cursor));
                let window = line.window(Columns(room), Widths::default());
                prop_assert!(line.before().ends_with(window.before));
                prop_assert!(Widths::default().text(&sanitize::printable(window.before)) <= Columns(room.max(1)));
            }
        }
    }
}
