//! The fast way to units: a table of the characters newspapers are made of, and of what may stand between two of them.
//!
//! It answers only where the answer depends on the neighbours alone, and gives up everywhere else; what it answers is
//! what UAX #14, UAX #29 and the tailoring would. It looks at bytes, since the first byte of most Han says all.

mod pairs;

use std::ops::Range;

pub(super) use self::pairs::Class;
use self::pairs::Pairs;
use super::stops;
use crate::typeset::breaks::{Customs, Level};
use crate::typeset::language::Language;
use crate::typeset::unit::{Kind, Unit};
use crate::typeset::width::{self, Columns, Widths};

/// The fast way in one language on one terminal.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fast {
    /// The cells of `“ ” — …`.
    marks: u16,
    /// The cells of `℃`.
    symbols: u16,
    /// Whether `“ ”` are those of Chinese and Japanese.
    east_asian: bool,
    pairs: &'static Pairs,
}

/// One character, or two that belong together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    /// Bytes of one character.
    pub(super) len: usize,
    pub(super) class: Class,
    pub(super) unit: Unit,
    /// What a line end before it is worth.
    pub(super) level: Level,
    /// Whether the segmenters may be stopped before it, and started.
    pub(super) syncs: bool,
    /// The character stands there twice: a dash, an ellipsis.
    pub(super) twice: bool,
}

impl Fast {
    pub(super) fn new(customs: Customs, widths: Widths, widest: Columns) -> Option<Self> {
        let cells = |class| if widths.ambiguous().cells(class) > Columns(1) { 2 } else { 1 };
        let (marks, symbols) = (cells(width::Class::Marks), cells(width::Class::Symbols));
        let knows = customs.language != Language::Korean && widest >= Columns(2);
        knows.then_some(Self {
            marks,
            symbols,
            east_asian: customs.language.is_even(),
            pairs: if customs.language.is_even() { Pairs::of(customs.strictness) } else { Pairs::latin() },
        })
    }

    /// The character at the start of `rest`, if all about it is known. `before` is the one before it; `None` where
    /// a line may end before this one whatever it is.
    #[inline]
    pub(super) fn step(self, before: Option<Class>, rest: &[u8]) -> Option<Step> {
        let (class, kind, len) = character(rest)?;
        let (class, twice) = match class {
            Class::Space if before == Some(Class::Letter) => (Class::WordSpace, false),
            Class::Start
            | Class::End
            | Class::QuoteOpen
            | Class::QuoteClose
            | Class::Hyphen
            | Class::Apostrophe
            | Class::Dash
            | Class::Dots => self.in_context(before?, class, rest)?,
            class => (class, false),
        };
        let level = match before {
            Some(before) => self.pairs.between(before, class)?,
            None => Level::Full,
        };
        let syncs = matches!(
            (before, class),
            (Some(Class::Wide), Class::Wide) | (Some(Class::WordSpace), Class::Letter)
        );
        let width = match class {
            _ if len == 1 => 1,
            Class::Start | Class::WideStart | Class::End | Class::WideEnd => self.marks,
            Class::QuoteOpen | Class::QuoteClose | Class::Dash | Class::Dots | Class::Interpunct => {
                self.marks
            }
            Class::Unit => self.symbols,
            _ => 2,
        };
        Some(Step { len, class, unit: unit(len, width, kind), level, syncs, twice })
    }

    /// Where the segmenters may be stopped, at `least` or after: before a character with a fast one before it. That is looked
    /// for from `range` on; if there is none in it, any other place will do.
    pub(super) fn resume(self, text: &str, range: Range<usize>, least: usize) -> usize {
        let bytes = text.as_bytes();
        let mut at = range.start;
        let mut before = None;
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            if at >= range.end.max(least) && stops::is_stop(text, at, true) {
                return at;
            }
            match self.step(before, rest) {
                Some(step) if step.syncs && at >= least => return at,
                Some(step) if !step.twice => {
                    before = Some(step.class);
                    at += step.len;
                }
                _ => {
                    // Maybe it is known without what is before it.
                    let alone =
                        character(rest).filter(|(class, ..)| matches!(class, Class::Wide | Class::Letter));
                    before = alone.map(|(class, ..)| class);
                    at += alone.map_or_else(|| length(rest), |(.., len)| len);
                }
            }
        }
        bytes.len()
    }

    /// What a character is beside those around it, and whether it stands there twice. `None` where more has to be looked at.
    fn in_context(self, before: Class, class: Class, rest: &[u8]) -> Option<(Class, bool)> {
        let once = match class {
            Class::Apostrophe => {
                (before == Class::Letter && rest.get(1)?.is_ascii_alphabetic()).then_some(Class::Apostrophe)
            }
            // With a digit after it, it makes a range or a number of it.
            Class::Hyphen => match rest.get(1)? {
                0xE4..=0xE9 => Some(Class::Hyphen),
                byte if byte.is_ascii_alphabetic() => (before == Class::Letter).then_some(Class::Hyphen),
                _ => None,
            },
            Class::QuoteOpen | Class::QuoteClose if self.east_asian => Some(class),
            Class::QuoteOpen | Class::Start => {
                let is_wide = character(rest.get(3..)?)?.0.is_wide();
                Some(if is_wide { Class::WideStart } else { Class::Start })
            }
            Class::QuoteClose | Class::End => {
                Some(if before.is_wide() { Class::WideEnd } else { Class::End })
            }
            _ => {
                let (half, after) = rest.split_at_checked(3)?;
                let twice = after.starts_with(half);
                let after = if twice { after.get(3..)? } else { after };
                let goes_on = after.starts_with(half)
                    || class == Class::Dash && after.first().is_some_and(u8::is_ascii_digit);
                return (!goes_on).then_some((class, twice));
            }
        };
        once.map(|class| (class, false))
    }
}

/// How many letters [`letters`] looks at.
pub(super) const LETTERS: usize = 8;

/// One in each byte.
const ONES: u64 = 0x0101_0101_0101_0101;

/// How many ASCII letters `rest` starts with, [`LETTERS`] at most.
#[inline]
pub(super) fn letters(rest: &[u8]) -> usize {
    let Some(block) = rest.first_chunk::<LETTERS>() else {
        return rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    };
    // All bytes at once, each with a bit of its own to carry into.
    let word = u64::from_le_bytes(*block);
    let lower = (word | (0x20 * ONES)) & (0x7F * ONES);
    let from_a = lower + (0x80 - 0x61) * ONES;
    let past_z = lower + (0x80 - 0x7B) * ONES;
    let others = (!from_a | past_z | word) & (0x80 * ONES);
    others.trailing_zeros() as usize / 8
}

/// An ASCII letter.
pub(super) const LETTER: Unit = unit(1, 1, Kind::Letter);

/// A space.
pub(super) const SPACE: Unit = unit(1, 1, Kind::Space);

/// A Han character.
pub(super) const HAN: Unit = unit(3, 2, Kind::Wide);

/// How many of the most usual Han `rest` starts with, `most` at most.
pub(super) fn run(rest: &[u8], most: usize) -> usize {
    let characters = rest.chunks_exact(3).take(most);
    characters.take_while(|character| matches!(character, [0xE5..=0xE9, ..])).count()
}

#[inline]
const fn unit(len: usize, width: u16, kind: Kind) -> Unit {
    // At most 3.
    #[expect(clippy::cast_possible_truncation, reason = "the length of a character")]
    Unit { len: len as u32, clusters: 1, width, kind, level: Level::Emergency }
}

/// The character at the start of `rest`, if it is in the table, and its bytes.
#[inline]
fn character(rest: &[u8]) -> Option<(Class, Kind, usize)> {
    let wide = Some((Class::Wide, Kind::Wide, 3));
    match *rest {
        // U+4E00–9FFF, U+3400–4DBF.
        [0xE5..=0xE9, ..] | [0xE4, 0x80..=0xB6 | 0xB8..=0xBF, ..] | [0xE3, 0x90..=0xBF, ..] => wide,
        [b'a'..=b'z' | b'A'..=b'Z', ..] => Some((Class::Letter, Kind::Letter, 1)),
        [b'0'..=b'9', ..] => Some((Class::Digit, Kind::Digit, 1)),
        [b' ', ..] => Some((Class::Space, Kind::Space, 1)),
        [b'(' | b'[', ..] => Some((Class::BracketOpen, Kind::Opening, 1)),
        [b')' | b']', ..] => Some((Class::BracketClose, Kind::Closing, 1)),
        [b'!' | b'?', ..] => Some((Class::Exclamation, Kind::Closing, 1)),
        [b'/', ..] => Some((Class::Solidus, Kind::Other, 1)),
        [b'-', ..] => Some((Class::Hyphen, Kind::Other, 1)),
        [b'\'', ..] => Some((Class::Apostrophe, Kind::Other, 1)),
        [0xC2, 0xB7, ..] => Some((Class::Interpunct, Kind::Closing, 2)),
        [b',' | b'.' | b';' | b':', ..] => Some((Class::Infix, Kind::Closing, 1)),
        [b'%', ..] => Some((Class::Unit, Kind::Closing, 1)),
        [0xE2, 0x84, 0x83, ..] => Some((Class::Unit, Kind::Other, 3)),
        [0xE3, 0x80, last, ..] => symbol(last),
        [0xE3, high @ 0x81..=0x83, last, ..] => Some(kana(high, last)?),
        [0xEF, 0xBC, last, ..] => full_width(last),
        [0xE2, 0x80, last, ..] => match last {
            0x98 => Some((Class::Start, Kind::Opening, 3)),
            0x99 => Some((Class::End, Kind::Closing, 3)),
            0x9C => Some((Class::QuoteOpen, Kind::Opening, 3)),
            0x9D => Some((Class::QuoteClose, Kind::Closing, 3)),
            0x94 => Some((Class::Dash, Kind::Other, 3)),
            0xA6 => Some((Class::Dots, Kind::Other, 3)),
            _ => None,
        },
        _ => None,
    }
}

/// U+3000–303F by the last byte.
fn symbol(last: u8) -> Option<(Class, Kind, usize)> {
    Some(match last {
        0x80 => (Class::WideSpace, Kind::Space, 3),
        // 、 。
        0x81 => (Class::Close, Kind::Pause, 3),
        0x82 => (Class::Close, Kind::Stop, 3),
        // 々 〇
        0x85 => (Class::Follow, Kind::Wide, 3),
        0x87 => (Class::Wide, Kind::Wide, 3),
        // 〈 《 「 『 【 〔 〖
        0x88 | 0x8A | 0x8C | 0x8E | 0x90 | 0x94 | 0x96 => (Class::Open, Kind::Opening, 3),
        0x89 | 0x8B | 0x8D | 0x8F | 0x91 | 0x95 | 0x97 => (Class::Close, Kind::Closing, 3),
        _ => return None,
    })
}

/// U+3041–30FA and `ー` by the last two bytes.
fn kana(high: u8, last: u8) -> Option<(Class, Kind, usize)> {
    let code = u32::from(high & 0x3F) << 6 | u32::from(last & 0x3F) | 0x3000;
    let small = matches!(
        code,
        0x3041
            | 0x3043
            | 0x3045
            | 0x3047
            | 0x3049
            | 0x3063
            | 0x3083
            | 0x3085
            | 0x3087
            | 0x308E
            | 0x3095
            | 0x3096
            | 0x30A1
            | 0x30A3
            | 0x30A5
            | 0x30A7
            | 0x30A9
            | 0x30C3
            | 0x30E3
            | 0x30E5
            | 0x30E7
            | 0x30EE
            | 0x30F5
            | 0x30F6
            | 0x30FC
    );
    if code == 0x30FB {
        return Some((Class::Follow, Kind::Closing, 3));
    }
    let class = match code {
        _ if small => Class::Small,
        0x3042..=0x3094 | 0x30A2..=0x30FA => Class::Wide,
        _ => return None,
    };
    Some((class, Kind::Wide, 3))
}

/// U+FF00–FF3F by the last byte.
fn full_width(last: u8) -> Option<(Class, Kind, usize)> {
    Some(match last {
        0x8C => (Class::Close, Kind::Comma, 3),
        // ！ ： ； ？
        0x81 | 0x9A | 0x9B | 0x9F => (Class::Centred, Kind::Stop, 3),
        0x88 => (Class::Open, Kind::Opening, 3),
        0x89 => (Class::Close, Kind::Closing, 3),
        _ => return None,
    })
}

/// The bytes of the character at the start of `rest`.
fn length(rest: &[u8]) -> usize {
    match rest.first() {
        Some(0xF0..) => 4,
        Some(0xE0..) => 3,
        Some(0xC0..) => 2,
        _ => 1,
    }
}
