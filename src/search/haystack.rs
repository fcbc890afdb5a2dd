//! Texts that are folded once and looked through for every key that is typed.

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
        let mut from = 0;
        std::iter::from_fn(move || {
            let at = from + finder.find(self.text.as_bytes().get(from..)?)?;
            let entry = self.ends.partition_point(|end| *end <= at);
            // One hit is enough.
            from = *self.ends.get(entry)?;
            Some(entry)
        })
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
}
