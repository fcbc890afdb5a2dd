//! The lexicon's tables, arranged by the compiler.

#![expect(clippy::indexing_slicing, reason = "the compiler runs it: what is out of bounds does not build")]

use super::{At, FIRSTS, LISTS, SLOTS, Slot, Word};

/// Words that count at a line's start, by their first character.
pub(super) static START: Table<{ count(Where::Start) }> = Table::new(Where::Start);
/// Words that count at its end, by their last character.
pub(super) static END: Table<{ count(Where::End) }> = Table::new(Where::End);
/// Words that count elsewhere, by their first character.
pub(super) static INSIDE: Table<{ count(Where::Inside) }> = Table::new(Where::Inside);

/// One bit for each character by which a word of [`INSIDE`] is found.
pub(super) static FIRST_BITS: [u64; FIRSTS] = {
    let mut bits = [0; FIRSTS];
    let mut n = 0;
    while n < SLOTS {
        let c = INSIDE.slots[n].c as usize;
        if c > 0 {
            bits[c / 64 % FIRSTS] |= 1 << (c % 64);
        }
        n += 1;
    }
    bits
};

/// Which words a table has.
#[derive(Clone, Copy)]
enum Where {
    Start,
    End,
    Inside,
}

impl Where {
    const fn has(self, at: At) -> bool {
        match self {
            Self::Start => matches!(at, At::Start),
            Self::End => matches!(at, At::End),
            Self::Inside => matches!(at, At::Any | At::Near),
        }
    }
}

/// Words, and where those are that a character finds.
pub(super) struct Table<const WORDS: usize> {
    pub(super) words: [Word; WORDS],
    pub(super) slots: [Slot; SLOTS],
}

impl<const WORDS: usize> Table<WORDS> {
    /// The words that are in `place`.
    const fn new(place: Where) -> Self {
        let mut table = Self { words: [Word::NONE; WORDS], slots: [Slot::EMPTY; SLOTS] };
        // How many words each character finds; then where they begin; then the words.
        let mut walk = Walk::new(place);
        while let Some((word, c)) = walk.next() {
            let slot = &mut table.slots[find(&table.slots, c)];
            slot.c = c;
            if is_alone(&word, c) {
                slot.alone |= word.bit();
            } else {
                slot.words.1 += 1;
            }
        }
        let (mut n, mut from) = (0, 0);
        while n < SLOTS {
            let slot = &mut table.slots[n];
            let count = slot.words.1;
            slot.words = (from, from);
            from += count;
            n += 1;
        }
        let mut walk = Walk::new(place);
        while let Some((word, c)) = walk.next() {
            if !is_alone(&word, c) {
                let slot = &mut table.slots[find(&table.slots, c)];
                table.words[slot.words.1 as usize] = word;
                slot.words.1 += 1;
            }
        }
        table
    }
}

/// How many words stand in a table of their own, and not in a slot.
const fn count(place: Where) -> usize {
    let (mut walk, mut count) = (Walk::new(place), 0);
    while let Some((word, c)) = walk.next() {
        if !is_alone(&word, c) {
            count += 1;
        }
    }
    count
}

/// Whether the word is the character `c`, wherever it stands.
const fn is_alone(word: &Word, c: char) -> bool {
    matches!(word.at, At::Any) && word.length as usize == c.len_utf8()
}

/// Where the search for the slot of `c` begins.
#[inline]
pub(super) const fn place(c: char) -> usize {
    (c as u32).wrapping_mul(0x9E37_79B1) as usize >> 22
}

/// The place of the slot of `c`, or of the empty one that it would have.
const fn find(slots: &[Slot; SLOTS], c: char) -> usize {
    let mut at = place(c);
    while slots[at].c != c && slots[at].c != '\0' {
        at = (at + 1) % SLOTS;
    }
    at
}

/// A walk through the words of the lists that are in a place, in their order.
struct Walk {
    place: Where,
    list: usize,
    at: usize,
}

impl Walk {
    const fn new(place: Where) -> Self {
        Self { place, list: 0, at: 0 }
    }

    /// The next word, and the character that finds it.
    #[expect(clippy::cast_possible_truncation, reason = "a longer list or word does not build")]
    const fn next(&mut self) -> Option<(Word, char)> {
        while self.list < LISTS.len() {
            let (list, at, words) = LISTS[self.list];
            let bytes = words.as_bytes();
            if self.place.has(at) && self.at < bytes.len() {
                let from = self.at;
                let mut to = from;
                while to < bytes.len() && bytes[to] != b' ' {
                    to += 1;
                }
                self.at = to + 1;
                assert!(
                    from <= 0xFFFF && from < to && to - from < 256,
                    "a list is too long, or has a blank too many"
                );
                let (mut head, mut n) = (0, 0);
                while n < 8 && from + n < to {
                    head |= (bytes[from + n] as u64) << (8 * n);
                    n += 1;
                }
                let mut key = from;
                if let Where::End = self.place {
                    key = to - 1;
                    while bytes[key] & 0xC0 == 0x80 {
                        key -= 1;
                    }
                }
                let word = Word { head, from: from as u16, length: (to - from) as u8, list, at };
                return Some((word, char_at(bytes, key)));
            }
            self.list += 1;
            self.at = 0;
        }
        None
    }
}

/// The character that begins at `at`, in UTF-8.
const fn char_at(bytes: &[u8], at: usize) -> char {
    let first = bytes[at];
    let (mut code, more) = match first {
        0..0x80 => (first as u32, 0),
        0x80..0xE0 => ((first & 0x1F) as u32, 1),
        0xE0..0xF0 => ((first & 0xF) as u32, 2),
        _ => ((first & 7) as u32, 3),
    };
    let mut n = 0;
    while n < more {
        n += 1;
        code = code << 6 | (bytes[at + n] & 0x3F) as u32;
    }
    match char::from_u32(code) {
        Some(c) => c,
        None => '\0',
    }
}
