//! Where the segmenters may be stopped and started again: what stands on one side of such a place says nothing of the other.
//!
//! By UAX #14 and #29 two Han are such neighbours, and a space between two plain letters ends all that is before it. A very
//! long text is cut there, so that no more of it is looked at than is asked for.

/// The bytes that the segmenters are given in one go, about: where there is no such place, more.
pub(super) const STRETCH: usize = 8 << 10;

/// Whether `at` is such a place. A line may end there as well as anywhere, as far as the segmenters see. Only with
/// `between_han` it may be between two Han: Korean breaks at spaces.
pub(super) fn is_stop(text: &str, at: usize, between_han: bool) -> bool {
    let Some((before, after)) = text.split_at_checked(at) else { return false };
    let (mut back, Some(next)) = (before.chars(), after.chars().next()) else { return false };
    match back.next_back() {
        Some(' ') => is_letter(next) && back.next_back().is_some_and(is_letter),
        Some(last) => between_han && is_han(last) && is_han(next),
        None => false,
    }
}

/// The first such place at `from` or after; the text's end if there is none.
pub(super) fn next_stop(text: &str, from: usize, between_han: bool) -> usize {
    let places = from.max(1)..text.len();
    places.into_iter().find(|at| is_stop(text, *at, between_han)).unwrap_or(text.len())
}

const fn is_han(char: char) -> bool {
    matches!(char, '\u{4E00}'..='\u{9FFF}')
}

/// A letter of a script with spaces between words that has no marks in it: nothing joins it to a space.
const fn is_letter(char: char) -> bool {
    matches!(
        char,
        'a'..='z'
            | 'A'..='Z'
            | '\u{C0}'..='\u{D6}'
            | '\u{D8}'..='\u{F6}'
            | '\u{F8}'..='\u{24F}'
            | 'Α'..='Ρ'
            | 'Σ'..='Ω'
            | 'α'..='ω'
            | '\u{400}'..='\u{481}'
            | '\u{48A}'..='\u{52F}'
            | 'א'..='ת'
            | '\u{620}'..='\u{64A}'
            | '가'..='힣'
    )
}
