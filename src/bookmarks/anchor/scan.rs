//! One pass over a text for any number of short words.

use std::collections::HashMap;

use super::super::issue_key::mix;

/// How many characters a seed has.
pub(super) const SEED: usize = 6;

const BASE: u64 = 0x0001_0000_0001_B3A5;

/// How many bits tell at a glance that a hash is no seed's: 32 KiB, so that they stay near.
const BITS: usize = 1 << 18;

/// Words of [`SEED`] characters, each with what it stands for.
pub(super) struct Seeds<T> {
    glance: Vec<u64>,
    seeds: HashMap<u64, Vec<T>>,
}

impl<T> Seeds<T> {
    pub(super) fn new() -> Self {
        Self { glance: vec![0; BITS / 64], seeds: HashMap::new() }
    }

    /// Adds the first [`SEED`] characters of `word`, if it has so many.
    pub(super) fn add(&mut self, word: &[char], stands_for: T) {
        let Some(word) = word.get(..SEED) else { return };
        let hash = word.iter().fold(0, |hash, &c| push(hash, c));
        let (word, bit) = place(hash);
        if let Some(word) = self.glance.get_mut(word) {
            *word |= bit;
        }
        self.seeds.entry(hash).or_default().push(stands_for);
    }

    /// Calls `hit` with every index of `text` where a seed's hash stands, and what the seed stands for. That the seed
    /// itself stands there is likely, not certain.
    pub(super) fn scan(&self, text: &[char], mut hit: impl FnMut(usize, &T)) {
        let leaves = (0..SEED).fold(1_u64, |power, _| power.wrapping_mul(BASE));
        let before = std::iter::repeat_n(None, SEED).chain(text.iter().map(Some));
        let mut hash = 0;
        for (end, (&c, out)) in (1..).zip(text.iter().zip(before)) {
            hash = push(hash, c);
            if let Some(&out) = out {
                hash = u64::wrapping_sub(hash, value(out).wrapping_mul(leaves));
            }
            let (word, bit) = place(hash);
            if end >= SEED && self.glance.get(word).is_some_and(|word| word & bit != 0) {
                for stands_for in self.seeds.get(&hash).into_iter().flatten() {
                    hit(end - SEED, stands_for);
                }
            }
        }
    }
}

/// The hash of a word that is longer by `c`.
fn push(hash: u64, c: char) -> u64 {
    hash.wrapping_mul(BASE).wrapping_add(value(c))
}

fn value(c: char) -> u64 {
    u64::from(c) + 1
}

/// The word and the bit in it that stand for `hash` at a glance.
fn place(hash: u64) -> (usize, u64) {
    let mixed = mix(hash);
    (usize::try_from(mixed >> 32).unwrap_or(0) % (BITS / 64), 1 << (mixed % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scan_finds_what_a_search_finds() {
        let text: Vec<char> = "abcabcabcabdabcabcaxyzxyzxyz".chars().collect();
        let mut seeds = Seeds::new();
        for start in 0..=text.len() {
            seeds.add(text.get(start..).unwrap(), start);
        }
        let mut hits = Vec::new();
        seeds.scan(&text, |index, &start| hits.push((index, start)));
        hits.sort_unstable();
        let word = |at: usize| text.get(at..at + SEED);
        let all = (0..text.len()).flat_map(|index| (0..text.len()).map(move |start| (index, start)));
        let expected: Vec<_> = all.filter(|&(a, b)| word(a).is_some() && word(a) == word(b)).collect();
        assert_eq!(hits, expected);
    }

    #[test]
    fn a_short_text_has_no_hit() {
        let mut seeds = Seeds::new();
        seeds.add(&['a'; 5], ());
        seeds.add(&['a'; 6], ());
        let mut hits = 0;
        seeds.scan(&['a'; 5], |_, ()| hits += 1);
        assert_eq!(hits, 0);
        seeds.scan(&['a'; 8], |_, ()| hits += 1);
        assert_eq!(hits, 3);
    }
}
