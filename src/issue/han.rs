//! Han characters that are written in two ways: 簡 and 简.
//!
//! Two readings of one table. [`simplify`] shows a traditional text in simplified characters, one for one, so that no
//! place in it moves. [`neutral`] makes all variants of a character one, for texts that are compared: 裏, 裡 and 里 are
//! the same there.
//!
//! The way back, from simplified to traditional, is not here: 发 is 發 or 髮, 后 is 後 or 后, and only who reads the text
//! knows which.
//!
//! The tables are made by `tools/han.py` from the dictionaries of `OpenCC` (see `THIRD-PARTY.md`). They are worked out
//! while the program is compiled, and are 84 kB of read-only data: nothing is loaded, and to look at a character is to look at
//! one place of a table. A rare character, outside of the block U+4E00 to U+9FFF, stays as it is.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The first character that the tables have a place for.
const FIRST: u16 = 0x4E00;

/// How many they have: to U+9FFF.
const COUNT: usize = 0x5200;

type Table = [u16; COUNT];

static SIMPLIFIED: Table = of_pairs(include_str!("han/simplified.txt"));

static NEUTRAL: Table = joined(&SIMPLIFIED, &of_pairs(include_str!("han/variants.txt")));

/// Words that are simplified otherwise than character by character, by their first one; the longest first.
static PHRASES: LazyLock<HashMap<char, Vec<(&str, &str)>>> = LazyLock::new(|| {
    let mut phrases: HashMap<char, Vec<(&str, &str)>> = HashMap::new();
    for (words, simplified) in include_str!("han/phrases.txt").lines().filter_map(|line| line.split_once(' '))
    {
        let first = words.chars().next();
        if let Some(first) = first {
            phrases.entry(first).or_default().push((words, simplified));
        }
    }
    for of in phrases.values_mut() {
        of.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    phrases
});

/// The simplified form of `c` where it stands alone; `c` if it has none.
pub(crate) fn simplified(c: char) -> char {
    look_up(&SIMPLIFIED, c)
}

/// The one character that stands for `c` and all its variants.
///
/// Checksums in users' files rest on it: other tables make an issue without a name and a date another issue.
pub(crate) fn neutral(c: char) -> char {
    look_up(&NEUTRAL, c)
}

/// `text` in simplified characters: as many, and in as many bytes. 乾隆 stays and 乾燥 becomes 干燥: a few hundred words
/// are known; else each character is simplified alone.
pub(crate) fn simplify(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| simplified(c) == c && !PHRASES.contains_key(&c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let phrase = PHRASES.get(&c).and_then(|of| of.iter().find(|(words, _)| rest.starts_with(words)));
        let taken = if let Some((words, simplified)) = phrase {
            out.push_str(simplified);
            words.len()
        } else {
            out.push(simplified(c));
            c.len_utf8()
        };
        rest = rest.get(taken..).unwrap_or_default();
    }
    Cow::Owned(out)
}

fn look_up(table: &Table, c: char) -> char {
    let place = u32::from(c).wrapping_sub(FIRST.into());
    let found = usize::try_from(place).ok().and_then(|place| table.get(place)).copied();
    found.and_then(|found| char::from_u32(found.into())).unwrap_or(c)
}

/// The table of `pairs`: two characters of three bytes each, one after the other, in lines.
#[expect(
    clippy::indexing_slicing,
    clippy::large_stack_arrays,
    reason = "it runs in the compiler: an index out of bounds is an error there"
)]
const fn of_pairs(pairs: &str) -> Table {
    let mut table = [0; COUNT];
    let mut n = 0;
    while n < COUNT {
        table[n] = FIRST + place_to_number(n);
        n += 1;
    }
    let bytes = pairs.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'\n' {
            at += 1;
            continue;
        }
        table[(character(bytes, at) - FIRST) as usize] = character(bytes, at + 3);
        at += 6;
    }
    table
}

/// First the one, then the other.
#[expect(
    clippy::indexing_slicing,
    clippy::large_stack_arrays,
    reason = "it runs in the compiler: an index out of bounds is an error there"
)]
const fn joined(one: &Table, other: &Table) -> Table {
    let mut table = [0; COUNT];
    let mut n = 0;
    while n < COUNT {
        table[n] = other[(one[n] - FIRST) as usize];
        n += 1;
    }
    table
}

/// The character of three bytes at `at`.
#[expect(
    clippy::indexing_slicing,
    reason = "it runs in the compiler: an index out of bounds is an error there"
)]
const fn character(bytes: &[u8], at: usize) -> u16 {
    let (high, middle, low) = (bytes[at] & 0x0F, bytes[at + 1] & 0x3F, bytes[at + 2] & 0x3F);
    (high as u16) << 12 | (middle as u16) << 6 | low as u16
}

#[expect(clippy::cast_possible_truncation, reason = "a place is less than 0x5200")]
const fn place_to_number(place: usize) -> u16 {
    place as u16
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_is_simplified_word_by_word_where_that_matters() {
        for (traditional, simplified) in [
            ("月球每年遠離地球約三點八釐米", "月球每年远离地球约三点八厘米"),
            ("乾隆年間，氣候乾燥", "乾隆年间，气候干燥"),
            ("計畫書裡的圖畫", "计划书里的图画"),
            ("據瞭解，沈先生沈默了", "据了解，沈先生沉默了"),
            ("皇后以後，頭髮發白", "皇后以后，头发发白"),
            ("反覆覆蓋", "反复覆盖"),
            ("錢鍾書與鐘錶", "钱锺书与钟表"),
            ("畢昇", "毕昇"),
            ("已经是简体的字，abc！", "已经是简体的字，abc！"),
        ] {
            assert_eq!(simplify(traditional), simplified);
        }
        assert!(matches!(simplify("已经是简体，ok"), Cow::Borrowed(_)));
    }

    #[test]
    fn variants_are_one_where_words_are_compared() {
        let neutral = |text: &str| text.chars().map(neutral).collect::<String>();
        for variants in [
            "裏裡里",
            "後后",
            "發髮发",
            "臺台檯",
            "為爲为",
            "群羣",
            "着著",
            "衆眾众",
            "峰峯",
            "瞭了",
            "覆复複復",
        ] {
            let forms: std::collections::HashSet<char> = neutral(variants).chars().collect();
            assert_eq!(forms.len(), 1, "{variants} {forms:?}");
        }
        assert_eq!(neutral("乾隆與干戈"), neutral("乾隆与干戈"));
        assert_ne!(neutral("木"), neutral("术"));
        assert_eq!(neutral("ab。,カな한"), "ab。,カな한");
    }

    /// The values are in users' files, in the checksums of issues.
    #[test]
    fn the_variants_never_change() {
        let sum = NEUTRAL
            .iter()
            .fold(0_u64, |sum, c| sum.wrapping_mul(0x0001_0000_0001_B3A5).wrapping_add((*c).into()));
        assert_eq!(format!("{sum:016x}"), "0ee3244021d5899e");
    }

    #[test]
    fn who_stands_for_its_variants_stands_for_itself() {
        for c in (0x4E00..=0x9FFF).filter_map(char::from_u32) {
            assert_eq!(neutral(neutral(c)), neutral(c), "{c}");
            assert_eq!(neutral(simplified(c)), neutral(c), "{c}");
        }
    }

    proptest! {
        /// Nothing moves: each character becomes one, of as many bytes, and none becomes another one's variant.
        #[test]
        fn a_simplified_text_has_every_place_where_it_was(text in "([乾隆計畫瞭解沈默後裡發鍾a，。\u{4E00}-\u{9FFF}]|\\PC){0,40}") {
            let simple = simplify(&text);
            let lengths = |text: &str| text.chars().map(char::len_utf8).collect::<Vec<_>>();
            prop_assert_eq!(lengths(&simple), lengths(&text));
        }
    }
}
