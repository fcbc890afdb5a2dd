//! Texts that are folded once and looked through for every key that is typed.

use std::ops::Range;

use memchr::memmem;

use super::{Query, sought};

/// Between two texts; no query has it.
const BETWEEN: char = '\0';

/// Folded texts, by entry: what belongs together is one entry.
#[derive(Debug, Clone, Default)]
pub struct Haystack {
    text: String,
    /// Where each entry ends.
    ends: Vec<usize>,
}

impl Haystack {
    /// Adds an entry with these texts.
    pub fn push<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) {
        for text in texts {
            self.text.extend(text.chars().filter_map(sought).flatten());
            self.text.push(BETWEEN);
        }
        self.ends.push(self.text.len());
    }

    /// Puts the entries of `other` in the place of those in `range`. A range beyond the last entry is cut to what there is.
    pub fn splice(&mut self, range: Range<usize>, other: &Self) {
        let end_of = |entries: usize| entries.checked_sub(1).and_then(|last| self.ends.get(last)).copied();
        let range = range.start.min(self.len())..range.end.min(self.len()).max(range.start.min(self.len()));
        let (from, to) = (end_of(range.start).unwrap_or(0), end_of(range.end).unwrap_or(0));
        self.text.replace_range(from..to, &other.text);
        let after = range.start + other.len();
        self.ends.splice(range, other.ends.iter().map(|end| from + end));
        for end in self.ends.iter_mut().skip(after) {
            *end = *end + other.text.len() + from - to;
        }
    }

    /// How many entries there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The numbers of the entries that have the words in one of their texts, in their order.
    pub fn with<'a>(&'a self, query: &'a Query) -> impl Iterator<Item = usize> + 'a {
        let finder = memmem::Finder::new(query.words.as_bytes());
        let (mut from, mut next) = (0, 0);
        std::iter::from_fn(move || {
            let at = from + finder.find(self.text.as_bytes().get(from..)?)?;
            let entry = next + self.entries_up_to(at, next);
            // One hit is enough.
            from = *self.ends.get(entry)?;
            next = entry + 1;
            Some(entry)
        })
    }

    /// How many entries from the `first`th on end at or before the byte at `at`. Words that every entry has are in the
    /// first of them: it is looked for from there, in steps that grow.
    fn entries_up_to(&self, at: usize, first: usize) -> usize {
        let ends = self.ends.get(first..).unwrap_or_default();
        let mut reach = 1;
        while ends.get(reach - 1).is_some_and(|end| *end <= at) {
            reach *= 2;
        }
        ends.get(..reach).unwrap_or(ends).partition_point(|end| *end <= at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_found_by_any_of_its_texts_and_once() {
        let mut haystack = Haystack::default();
        haystack.push(["铅字 醒来", "铅字"]);
        haystack.push([]);
        haystack.push(["Ｕｎｉｃｏｄｅ，编码"]);
        haystack.push(["字", "铅"]);
        haystack.push(["铅\n字"]);
        let with = |typed: &str| haystack.with(&Query::new(typed).unwrap()).collect::<Vec<_>>();
        assert_eq!(with("铅字"), [0, 4]);
        assert_eq!(with("unicode,"), [2]);
        assert_eq!(with("字醒"), [0]);
        assert_eq!(with("来铅"), [] as [usize; 0], "two texts are not one");
        assert_eq!(haystack.len(), 5);
    }

    #[test]
    fn entries_are_put_in_the_place_of_others_as_if_they_had_always_stood_there() {
        let of = |texts: &[&str]| {
            let mut haystack = Haystack::default();
            for text in texts {
                haystack.push([*text]);
            }
            haystack
        };
        for (range, new, all) in [
            (0..0, &["墨", "纸"][..], &["墨", "纸", "铅", "字", "版"][..]),
            (0..1, &["墨"], &["墨", "字", "版"]),
            (1..2, &[], &["铅", "版"]),
            (1..3, &["墨", "印张", "纸"], &["铅", "墨", "印张", "纸"]),
            (3..3, &["墨"], &["铅", "字", "版", "墨"]),
            (0..3, &[], &[]),
            (7..9, &["墨"], &["铅", "字", "版", "墨"]),
        ] {
            let mut haystack = of(&["铅", "字", "版"]);
            haystack.splice(range.clone(), &of(new));
            let expected = of(all);
            assert_eq!(
                (&haystack.text, &haystack.ends),
                (&expected.text, &expected.ends),
                "{range:?} {new:?}"
            );
        }
    }
}
