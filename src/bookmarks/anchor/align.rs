//! How well words fit at each place of a text when some of them were changed.

/// What a character that is changed, missing or more costs, against the one point that a kept one is worth.
const PRICE: u16 = 1;

/// How well words fit at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fit {
    /// Those in front of it.
    pub(super) before: u16,
    /// Those behind it.
    pub(super) after: u16,
}

impl Fit {
    pub(super) const fn all(self) -> u16 {
        self.before.saturating_add(self.after)
    }
}

/// For each place of `text` from its beginning to its end: how well `before` fits in front of it and `after` behind.
///
/// A fit is the number of characters that stand there in order, less [`PRICE`] for each change between them; changes
/// at the far ends are free. So it is at the place where both stand as they are: the number of their characters.
pub(super) fn fits(text: &[char], before: &[char], after: &[char]) -> Vec<Fit> {
    let ends = fits_at_ends(text.iter().copied(), before);
    let backwards: Vec<char> = after.iter().rev().copied().collect();
    let begins = fits_at_ends(text.iter().rev().copied(), &backwards);
    ends.into_iter().zip(begins.into_iter().rev()).map(|(before, after)| Fit { before, after }).collect()
}

/// How well `words` fit at the end of each prefix of `text`, from the empty one to the whole: Smith and Waterman's
/// alignment, held at the end of the words.
fn fits_at_ends(text: impl Iterator<Item = char>, words: &[char]) -> Vec<u16> {
    // row[n] is how well the first n words fit at the end of the text read so far.
    let mut row = vec![0_u16; words.len() + 1];
    let mut fits = vec![0];
    for c in text {
        let mut diagonal = 0;
        let mut left = 0;
        for (cell, &word) in row.iter_mut().skip(1).zip(words) {
            let changed = diagonal.max(left).max(*cell).saturating_sub(PRICE);
            let kept = if word == c { diagonal + 1 } else { 0 };
            diagonal = *cell;
            left = changed.max(kept);
            *cell = left;
        }
        fits.push(left);
    }
    fits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits_of(text: &str, before: &str, after: &str) -> Vec<u16> {
        let chars = |text: &str| text.chars().collect::<Vec<char>>();
        fits(&chars(text), &chars(before), &chars(after)).into_iter().map(Fit::all).collect()
    }

    #[test]
    fn words_that_stand_fit_fully() {
        assert_eq!(fits_of("xxabcdefyy", "abc", "def"), [0, 0, 0, 1, 3, 6, 3, 1, 0, 0, 0]);
    }

    #[test]
    fn a_changed_character_costs_its_point_and_one_more() {
        let best = |text: &str| {
            let fits = fits_of(text, "abcdef", "ghijkl");
            let best = *fits.iter().max().unwrap();
            (fits.iter().position(|&fit| fit == best).unwrap(), best)
        };
        assert_eq!(best("abcdefghijkl"), (6, 12));
        assert_eq!(best("abcXefghijkl"), (6, 10), "changed");
        assert_eq!(best("abcXdefghijkl"), (7, 11), "one more");
        assert_eq!(best("abcefghijkl"), (5, 10), "one less");
        assert_eq!(best("cdefghijkl"), (4, 10), "cut at the end, which is free");
    }

    #[test]
    fn nothing_fits_nothing() {
        assert_eq!(fits_of("", "a", "b"), [0]);
        assert_eq!(fits_of("a", "", ""), [0, 0]);
    }
}
