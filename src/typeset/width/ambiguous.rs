//! What a terminal makes of characters of East Asian Width class A: one answer for all of them, or one for each class.

use super::{Columns, table};

/// How many cells the terminal gives to characters of East Asian Width class A, such as `“ — … ·`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Ambiguous {
    /// One.
    #[default]
    Narrow,
    /// Two.
    Wide,
    /// Two to some classes and one to the others. Made by [`Ambiguous::by_class`] alone.
    Mixed(WideClasses),
}

/// A set of [`Class`]es, neither empty nor all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WideClasses(u8);

/// Ambiguous characters that a terminal can be expected to treat alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// Quotes, dashes, dots: `“ ” ‘ ’ — … ·`. Most of what a page has.
    Marks,
    /// `① ■ ◆ ℃ × → ★` and whatever is in no other class.
    Symbols,
    /// Box drawing and blocks: `─ │ ▌`.
    Lines,
    /// Greek, Cyrillic, and Latin letters such as `é æ`.
    Letters,
}

impl Class {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Marks, Self::Symbols, Self::Lines, Self::Letters];

    /// The class of an ambiguous character.
    #[must_use]
    pub fn of(c: char) -> Self {
        match c {
            '\u{B7}' | '\u{2010}'..='\u{2027}' => Self::Marks,
            '\u{2500}'..='\u{259F}' => Self::Lines,
            c if c < '\u{530}' && c.is_alphabetic() => Self::Letters,
            _ => Self::Symbols,
        }
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

impl Ambiguous {
    /// A terminal that draws those classes wide of which `is_wide` says so.
    #[must_use]
    pub fn by_class(is_wide: impl Fn(Class) -> bool) -> Self {
        const ALL: u8 = (1 << Class::ALL.len()) - 1;
        let wide = Class::ALL.into_iter().filter(|class| is_wide(*class));
        match wide.map(Class::bit).sum() {
            0 => Self::Narrow,
            ALL => Self::Wide,
            bits => Self::Mixed(WideClasses(bits)),
        }
    }

    /// The cells of a character of `class`.
    #[must_use]
    pub const fn cells(self, class: Class) -> Columns {
        match self {
            Self::Narrow => Columns(1),
            Self::Wide => Columns(2),
            Self::Mixed(WideClasses(bits)) => Columns(if bits & class.bit() == 0 { 1 } else { 2 }),
        }
    }
}

/// Whether the terminal decides how wide `c` is: East Asian Width class A, marks and format characters left out.
#[must_use]
pub fn is_ambiguous(c: char) -> bool {
    let c = u32::from(c);
    let after = table::AMBIGUOUS.partition_point(|&(first, _)| first <= c);
    after.checked_sub(1).and_then(|n| table::AMBIGUOUS.get(n)).is_some_and(|&(_, last)| c <= last)
}
