//! What can be wrong with a config file, said so that it can be mended.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::said::{self, Said};

/// A place in the config file: line and character in it, both counted from 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character in it.
    pub column: usize,
}

impl Place {
    /// The place of the byte `at` of `text`.
    pub(super) fn of(text: &str, at: usize) -> Self {
        let before = text.get(..at).unwrap_or(text);
        let line = before.rsplit('\n').next().unwrap_or_default();
        Self { line: before.matches('\n').count() + 1, column: line.chars().count() + 1 }
    }

    pub(super) fn start_of(text: &str, span: &Range<usize>) -> Self {
        Self::of(text, span.start)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What, and what to do.
    pub says: Said,
}

/// The settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file is there and cannot be read.
    #[error("cannot read {}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The file says what it must not; there is at least one problem.
    #[error("{}", sentence(&path.display().to_string(), problems))]
    Wrong {
        /// The file.
        path: PathBuf,
        /// All that is wrong with it, from its top to its end.
        problems: Vec<Problem>,
    },
}

impl ConfigError {
    /// What is wrong with the file at `path`.
    #[must_use]
    pub fn wrong(path: &Path, mut problems: Vec<Problem>) -> Self {
        problems.sort_by_key(|problem| problem.place);
        Self::Wrong { path: path.to_owned(), problems }
    }

    /// A sentence for each thing that is wrong.
    #[must_use]
    pub fn all(&self) -> Vec<String> {
        match self {
            Self::Unreadable { .. } => vec![self.short().en],
            Self::Wrong { path, problems } => {
                let file = path.display().to_string();
                problems.iter().map(|problem| sentence(&file, std::slice::from_ref(problem)).en).collect()
            }
        }
    }

    /// The first sentence, with the file's name only, for where there is little room.
    #[must_use]
    pub fn short(&self) -> Said {
        match self {
            Self::Unreadable { path, source } => said::unreadable(&path.display().to_string(), source),
            Self::Wrong { path, problems } => {
                sentence(&path.file_name().unwrap_or_default().to_string_lossy(), problems)
            }
        }
    }
}

/// The first problem, and how many more there are.
fn sentence(file: &str, problems: &[Problem]) -> Said {
    let Some(first) = problems.first() else { return said::unusable(file) };
    let sentence = Said::same(format!("{file}:{}: ", first.place)).then(&first.says);
    match problems.len() - 1 {
        0 => sentence,
        more => sentence.then(&said::more(more)),
    }
}

/// The candidate that was most likely meant by `word`, if one is near enough: at most a third of its letters wrong.
/// Case does not count, nor whether parts are joined by `-` or `_`.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain =
        |text: &str| text.to_lowercase().replace('_', "-").chars().take(LONGEST).collect::<Vec<char>>();
    let word = plain(word);
    let measured = candidates.into_iter().map(|candidate| {
        let letters = plain(candidate);
        let allowed = (letters.len().max(word.len()) / 3).max(1);
        (distance(&word, &letters), allowed, candidate)
    });
    let near = measured.filter(|(distance, allowed, _)| distance <= allowed);
    near.min_by_key(|(distance, ..)| *distance).map(|(.., candidate)| candidate)
}

/// No name is longer.
const LONGEST: usize = 40;

/// How many letters must be put in, taken out, replaced or swapped with their neighbour to make `a` of `b`.
fn distance(a: &[char], b: &[char]) -> usize {
    // The rows of the table for one letter less of `a`, and for two less.
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut two_above = above.clone();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let at = |row: &[usize], j: usize| row.get(j).copied().unwrap_or(usize::MAX - 1);
            let mut best =
                (at(&above, j) + usize::from(x != y)).min(at(&above, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                best = best.min(at(&two_above, j - 1) + 1);
            }
            row.push(best);
        }
        two_above = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or_default()
}

/// `; did you mean …?` if there is something to mean.
pub(crate) fn meant<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Said {
    nearest(word, candidates).map(said::did_you_mean).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_the_one_that_was_meant() {
        let names = ["measure", "mouse", "justify", "justify_words", "hang", "next-article"];
        for (word, expected) in [
            ("mesure", Some("measure")),
            ("maesure", Some("measure")),
            ("MEASURE", Some("measure")),
            ("justify-words", Some("justify_words")),
            ("justfiy", Some("justify")),
            ("hnag", Some("hang")),
            ("next_artcle", Some("next-article")),
            ("colour", None),
            ("", None),
            ("x", None),
        ] {
            assert_eq!(nearest(word, names), expected, "{word}");
        }
    }

    #[test]
    fn a_place_is_counted_in_characters() {
        let text = "a\n中文x";
        assert_eq!(Place::of(text, 0), Place { line: 1, column: 1 });
        assert_eq!(Place::of(text, 8), Place { line: 2, column: 3 });
        assert_eq!(Place::of(text, 99), Place { line: 2, column: 4 });
    }
}
