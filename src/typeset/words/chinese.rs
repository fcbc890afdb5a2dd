//! Chinese words: of all ways to divide a text, the one whose words are the most likely together.
//!
//! Words are what the lexicon has, single characters, [`numbers`], [`names`], and any two characters, at the price of
//! how often the one begins words and the other ends them: that is how new words hold together.

use super::lexicon::{Character, Cost};
use super::{Border, names, numbers};

/// What two characters that are no word of the lexicon cost besides what each of them does.
const PAIR: Cost = 30;

/// Words of one character that say how others belong together: a new word is hardly ever made of them.
const FUNCTION_WORDS: &str =
    "的了着过和与及或在到从自由向往对于为以被把将让使是有不没也都又还就才再而之其这那等";

/// The best way to a place.
#[derive(Debug, Clone, Copy)]
struct Way {
    cost: Cost,
    /// Characters of the last word.
    word: usize,
}

pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '〇' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// See [`super::borders`].
pub(super) fn borders(text: &str) -> Vec<(usize, Border)> {
    let (starts, characters): (Vec<usize>, Vec<Character>) =
        text.char_indices().map(|(at, c)| (at, Character::of(c))).unzip();
    let mut borders = Vec::new();
    let mut end = characters.len();
    // The characters of the word after `end`.
    let mut after = 0;
    let ways = ways(&characters);
    while let Some(way) = ways.get(end).filter(|way| way.word > 0) {
        if let (Some(start), Some(next)) = (starts.get(end), characters.get(end)) {
            let last = end.checked_sub(1).and_then(|n| characters.get(n)).map_or(' ', |last| last.c);
            let content = |c| is_han(c) && !FUNCTION_WORDS.contains(c);
            let singles = way.word == 1 && after == 1 && content(last) && content(next.c);
            let date = matches!(last, '年' | '月' | '日' | '时') && next.c.is_ascii_digit();
            borders.push((*start, if singles || date { Border::Loose } else { Border::Firm }));
        }
        after = way.word;
        end -= way.word.min(end);
    }
    borders.reverse();
    borders
}

/// The best way to each place, the text's start and end included.
fn ways(characters: &[Character]) -> Vec<Way> {
    let mut ways = vec![Way { cost: Cost::MAX, word: 0 }; characters.len() + 1];
    if let Some(start) = ways.first_mut() {
        start.cost = 0;
    }
    let mut before = None;
    let mut rest = characters;
    let mut at = 0;
    while let [one, others @ ..] = rest {
        let Some(reached) = ways.get(at).map(|way| way.cost) else { break };
        let mut offer = |word: usize, cost: Cost| {
            let cost = reached.saturating_add(cost);
            if let Some(way) = ways.get_mut(at + word)
                && cost < way.cost
            {
                *way = Way { cost, word };
            }
        };
        offer(1, one.alone);
        if is_han(one.c) {
            one.words(others, &mut offer);
            if let Some(two) = others.first().filter(|two| is_han(two.c)) {
                offer(2, PAIR + one.first + two.last);
            }
            names::find(rest, &mut offer);
        }
        numbers::find(before, rest, &mut offer);
        before = Some(one.c);
        rest = others;
        at += 1;
    }
    ways
}
