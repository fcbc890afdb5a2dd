//! Kinds of characters, and which of them a line has: most questions about a line need no other look at it.

use super::chars::{is_closing, is_comma, is_han, is_hangul, is_kana, is_opening, is_stop};

/// A kind of character. A character may be of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Kind {
    Han,
    Kana,
    Hangul,
    /// White space.
    Space,
    /// It ends a sentence.
    Stop,
    Comma,
    Opening,
    Closing,
    /// The stroke of a byline: `／`.
    Stroke,
    /// A dash or a dot.
    Joint,
    /// An ASCII digit.
    Digit,
    /// None of these.
    Other,
}

/// A set of kinds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Kinds(u16);

impl Kinds {
    const fn set(kinds: &[Kind]) -> Self {
        let (mut set, mut rest) = (0, kinds);
        while let [kind, others @ ..] = rest {
            set |= 1 << *kind as u16;
            rest = others;
        }
        Self(set)
    }

    const HAN: Self = Self::set(&[Kind::Han]);

    /// The kinds of `c`.
    #[inline]
    pub(super) fn of(c: char) -> Self {
        if matches!(c, '\u{4E00}'..='\u{9FFF}') { Self::HAN } else { Self::other(c) }
    }

    /// The kinds of a character that is no common Han one.
    fn other(c: char) -> Self {
        let page = match c {
            '\0'..='\u{FF}' => &LATIN,
            '\u{2000}'..='\u{20FF}' => &GENERAL,
            '\u{3000}'..='\u{30FF}' => &CJK,
            '\u{FF00}'..='\u{FFFF}' => &WIDE,
            _ => return Self::look(c),
        };
        page.get(c as usize & 0xFF).copied().unwrap_or_default()
    }

    const fn look(c: char) -> Self {
        let kinds = [
            (is_han(c), Kind::Han),
            (is_kana(c), Kind::Kana),
            (is_hangul(c), Kind::Hangul),
            (c.is_whitespace(), Kind::Space),
            (is_stop(c), Kind::Stop),
            (is_comma(c), Kind::Comma),
            (is_opening(c), Kind::Opening),
            (is_closing(c), Kind::Closing),
            (matches!(c, '／' | '/' | '╱'), Kind::Stroke),
            (matches!(c, '·' | '・' | '＝'), Kind::Joint),
            (c.is_ascii_digit(), Kind::Digit),
        ];
        let (mut set, mut rest): (u16, &[(bool, Kind)]) = (0, &kinds);
        while let [(is, kind), others @ ..] = rest {
            set |= (*is as u16) << *kind as u16;
            rest = others;
        }
        if set == 0 { Self::set(&[Kind::Other]) } else { Self(set) }
    }

    /// The kinds of the 256 characters from `first` on.
    const fn page(first: u32) -> [Self; 256] {
        let mut page = [Self(0); 256];
        let (mut c, mut rest): (u32, &mut [Self]) = (first, &mut page);
        while let [kinds, others @ ..] = rest {
            if let Some(c) = char::from_u32(c) {
                *kinds = Self::look(c);
            }
            (c, rest) = (c + 1, others);
        }
        page
    }

    /// These and `others`.
    #[inline]
    pub(super) const fn with(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Whether one of `kinds` is in it.
    #[inline]
    pub(super) const fn any(self, kinds: &[Kind]) -> bool {
        self.0 & Self::set(kinds).0 != 0
    }

    /// Whether nothing but `kinds` is in it.
    #[inline]
    pub(super) const fn only(self, kinds: &[Kind]) -> bool {
        self.0 & !Self::set(kinds).0 == 0
    }
}

static LATIN: [Kinds; 256] = Kinds::page(0);
static GENERAL: [Kinds; 256] = Kinds::page(0x2000);
static CJK: [Kinds; 256] = Kinds::page(0x3000);
static WIDE: [Kinds; 256] = Kinds::page(0xFF00);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_say_what_a_look_at_the_character_says() {
        for c in '\0'..='\u{2FFFF}' {
            assert_eq!(Kinds::of(c), Kinds::look(c), "{c:?}");
        }
    }

    #[test]
    fn a_line_has_the_kinds_of_its_characters() {
        let of = |text: &str| text.chars().fold(Kinds::default(), |kinds, c| kinds.with(Kinds::of(c)));
        assert!(of("日报").only(&[Kind::Han]));
        assert!(of("日 报。").only(&[Kind::Han, Kind::Space, Kind::Stop]));
        assert!(of("日报，").any(&[Kind::Comma, Kind::Stop]));
        assert!(!of("日报").any(&[Kind::Comma, Kind::Stop]));
        assert!(of("日x").any(&[Kind::Other]));
    }
}
