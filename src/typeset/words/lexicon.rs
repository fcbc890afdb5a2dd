//! The Chinese lexicon: 90,000 words of two to six characters, and what is known of each character.
//!
//! It is two sorted tables in the program's read-only data, 400 kB, of which only the pages that are looked at come
//! into memory. `tools/words.py` makes them and tells their layout.

use crate::issue::han;

static NODES: &[u8] = include_bytes!("lexicon.bin");
static CHARACTERS: &[u8] = include_bytes!("characters.bin");

/// Minus the logarithm of a probability, in tenths: what is less likely costs more.
pub(super) type Cost = u32;

/// What a character costs in a place where it was never seen.
const UNSEEN: u8 = 117;
/// What a character costs as a word if it was never seen as one.
const UNSEEN_WORD: Cost = 160;

/// A character, simplified, and what it costs in each place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Character {
    pub(super) c: char,
    /// As a word of its own.
    pub(super) alone: Cost,
    /// As the first and the last of two that make a word.
    pub(super) first: Cost,
    pub(super) last: Cost,
    /// In a given name.
    pub(super) given: Cost,
    /// As a family name, if it is one.
    pub(super) family: Option<Cost>,
    /// Its nodes: the first, and the first of the next character.
    nodes: (usize, usize),
}

impl Character {
    /// What is known of `c`, which may be traditional.
    pub(super) fn of(c: char) -> Self {
        let unknown = Self::new(c, [255, UNSEEN, UNSEEN, UNSEEN, 0], (0, 0));
        Self::known(c).or_else(|| Self::known(han::simplified(c))).unwrap_or(unknown)
    }

    fn known(c: char) -> Option<Self> {
        let (records, _) = CHARACTERS.as_chunks::<10>();
        let key = |record: &[u8; 10]| {
            let [low, high, ..] = *record;
            u32::from(u16::from_le_bytes([low, high]))
        };
        let found = records.binary_search_by_key(&u32::from(c), key).ok()?;
        let [_, _, a, b, d, costs @ ..] = *records.get(found)?;
        let end = match records.get(found + 1) {
            Some([_, _, a, b, d, ..]) => node(*a, *b, *d),
            None => usize::MAX,
        };
        Some(Self::new(c, costs, (node(a, b, d), end)))
    }

    fn new(c: char, costs: [u8; 5], nodes: (usize, usize)) -> Self {
        let [alone, first, last, given, family] = costs;
        Self {
            c,
            alone: if alone == 255 { UNSEEN_WORD } else { alone.into() },
            first: first.into(),
            last: last.into(),
            given: given.into(),
            family: (family > 0).then_some(family.into()),
            nodes,
        }
    }

    /// Tells `found` the characters and the cost of each word that begins with this character and goes on with `rest`.
    pub(super) fn words(self, rest: &[Self], mut found: impl FnMut(usize, Cost)) {
        let (all, _) = NODES.as_chunks::<3>();
        let (from, to) = self.nodes;
        let nodes = all.get(from..to.min(all.len())).unwrap_or_default();
        // How deep in the tree the text goes along.
        let mut depth = 0;
        for [head, low, high] in nodes {
            let at = usize::from(head >> 5);
            if at <= depth {
                break;
            }
            let c = u32::from(u16::from_le_bytes([*low, *high]));
            if at == depth + 1 && rest.get(depth).is_some_and(|next| u32::from(next.c) == c) {
                depth = at;
                match head & 31 {
                    31 => {}
                    cost => found(depth + 1, 40 + 4 * Cost::from(cost)),
                }
            }
        }
    }
}

fn node(a: u8, b: u8, c: u8) -> usize {
    usize::from(a) | usize::from(b) << 8 | usize::from(c) << 16
}
