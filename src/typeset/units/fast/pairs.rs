//! What a line end between two characters is worth, where that depends on the two alone: a table for each custom.

use crate::typeset::breaks::{Level, Strictness};

/// What a character is to its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::typeset::units) enum Class {
    /// Han, large kana.
    Wide,
    /// Small kana, `ー`: starts no line, unless by [`Strictness::Normal`].
    Small,
    /// `々`, `・`: starts no line, unless by [`Strictness::Loose`].
    Follow,
    /// A full-width opening bracket.
    Open,
    /// A full-width closing bracket, or a mark.
    Close,
    /// `：` `；` `！` `？`: starts no line, unless by [`Strictness::Loose`].
    Centred,
    Letter,
    Digit,
    /// A space after a letter.
    WordSpace,
    /// Any other space.
    Space,
    /// U+3000.
    WideSpace,
    /// `,` `.` `;` `:`.
    Infix,
    /// `%` `℃`.
    Unit,
    /// `(` `[`.
    BracketOpen,
    /// `)` `]`.
    BracketClose,
    /// `!` `?`.
    Exclamation,
    /// `/`.
    Solidus,
    /// `-` before a letter or Han.
    Hyphen,
    /// `'` between letters.
    Apostrophe,
    /// `·`.
    Interpunct,
    /// `“` in Chinese and Japanese.
    QuoteOpen,
    /// `”` in Chinese and Japanese.
    QuoteClose,
    /// `‘` before something else than [`Class::WideStart`] is for; elsewhere `“` too.
    Start,
    /// The same before a wide character.
    WideStart,
    /// `’` after something else than [`Class::WideEnd`] is for; elsewhere `”` too.
    End,
    /// The same after a wide character.
    WideEnd,
    /// `—` before no digit, or the second half of `——`.
    Dash,
    /// `…`, or the second half of `……`.
    Dots,
}

impl Class {
    /// Whether it is East Asian to a quote beside it (UAX #14, `LB19a`).
    pub(in crate::typeset::units) const fn is_wide(self) -> bool {
        matches!(
            self,
            Self::Wide
                | Self::Small
                | Self::Follow
                | Self::Open
                | Self::Close
                | Self::Centred
                | Self::WideSpace
        )
    }
}

const CLASSES: [Class; 28] = [
    Class::Wide,
    Class::Small,
    Class::Follow,
    Class::Open,
    Class::Close,
    Class::Centred,
    Class::Letter,
    Class::Digit,
    Class::WordSpace,
    Class::Space,
    Class::WideSpace,
    Class::Infix,
    Class::Unit,
    Class::BracketOpen,
    Class::BracketClose,
    Class::Exclamation,
    Class::Solidus,
    Class::Hyphen,
    Class::Apostrophe,
    Class::Interpunct,
    Class::QuoteOpen,
    Class::QuoteClose,
    Class::Start,
    Class::WideStart,
    Class::End,
    Class::WideEnd,
    Class::Dash,
    Class::Dots,
];

/// The answers by the two classes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Pairs([[Option<Level>; CLASSES.len()]; CLASSES.len()]);

impl Pairs {
    /// Those of Chinese and Japanese.
    pub(super) const fn of(strictness: Strictness) -> &'static Self {
        match strictness {
            Strictness::Loose => &LOOSE,
            Strictness::Normal => &NORMAL,
            Strictness::Basic => &BASIC,
            Strictness::Gb => &GB,
            Strictness::Strict => &STRICT,
        }
    }

    /// What a line end between `a` and `b` is worth, if that is known.
    #[inline]
    pub(super) fn between(&self, a: Class, b: Class) -> Option<Level> {
        *self.0.get(a as usize)?.get(b as usize)?
    }

    /// Those of a language without levels.
    pub(super) const fn latin() -> &'static Self {
        &LATIN
    }

    const fn build(strictness: Option<Strictness>) -> Self {
        let mut table = [[None; CLASSES.len()]; CLASSES.len()];
        let mut rows: &mut [[Option<Level>; CLASSES.len()]] = &mut table;
        let mut of_rows: &[Class] = &CLASSES;
        while let ([a, more @ ..], Some((row, rest))) = (of_rows, rows.split_first_mut()) {
            let mut row: &mut [Option<Level>] = row;
            let mut of_row: &[Class] = &CLASSES;
            while let ([b, more @ ..], Some((place, rest))) = (of_row, row.split_first_mut()) {
                *place = tailored(*a, *b, strictness);
                (of_row, row) = (more, rest);
            }
            (of_rows, rows) = (more, rest);
        }
        Self(table)
    }
}

static LATIN: Pairs = Pairs::build(None);
static LOOSE: Pairs = Pairs::build(Some(Strictness::Loose));
static NORMAL: Pairs = Pairs::build(Some(Strictness::Normal));
static BASIC: Pairs = Pairs::build(Some(Strictness::Basic));
static GB: Pairs = Pairs::build(Some(Strictness::Gb));
static STRICT: Pairs = Pairs::build(Some(Strictness::Strict));

const fn tailored(a: Class, b: Class, strictness: Option<Strictness>) -> Option<Level> {
    use Class::{Centred, Dash, Dots, Follow, Small, Solidus, Unit, Wide};
    let Some(strictness) = strictness else { return between(a, b) };
    let forbidden = Some(Level::Emergency);
    match (strictness, a, b) {
        (Strictness::Loose, _, Small | Follow | Centred) | (Strictness::Normal, _, Small) => between(a, Wide),
        (Strictness::Strict, _, Dots) => forbidden,
        // Not all that follow are letters.
        (Strictness::Loose, _, Unit) | (_, Follow | Small, Dots) => None,
        (Strictness::Loose, Wide, Dots) => Some(Level::Full),
        (_, Wide, Dots) => Some(Level::Rare),
        (Strictness::Gb | Strictness::Strict, Solidus, _) | (Strictness::Strict, _, Dash) => {
            if let Some(Level::Full) = between(a, b) { forbidden } else { between(a, b) }
        }
        _ => between(a, b),
    }
}

#[expect(
    clippy::match_same_arms,
    clippy::unnested_or_patterns,
    reason = "the arms are tried in this order, by subject"
)]
const fn between(a: Class, b: Class) -> Option<Level> {
    use Class::{
        Apostrophe, BracketClose, BracketOpen, Centred, Close, Dash, Digit, Dots, End, Exclamation, Follow,
        Hyphen, Infix, Interpunct, Letter, Open, QuoteClose, QuoteOpen, Small, Solidus, Space, Start, Unit,
        Wide, WideEnd, WideSpace, WideStart, WordSpace,
    };
    Some(match (a, b) {
        // Here there is more to see.
        (Dash | Solidus, Digit | Space | WordSpace | WideSpace)
        | (Open | BracketOpen | QuoteOpen | Start | WideStart, Space | WordSpace | WideSpace)
        | (
            Small | Follow | Open | Close | Centred | WideSpace | Infix | BracketOpen | BracketClose
            | Exclamation,
            Unit,
        )
        | (
            Solidus | Interpunct | QuoteOpen | QuoteClose | Start | WideStart | End | WideEnd | Dash | Dots,
            Unit,
        )
        | (Unit, Unit | Open | BracketOpen | QuoteOpen | Hyphen)
        | (Interpunct | Dots | Dash | Exclamation | Solidus | Infix | Open | Hyphen | Apostrophe, Hyphen)
        | (Hyphen, Apostrophe)
        | (Dash, Dash) => return None,
        // Looked at before.
        (Hyphen, Wide | Letter) => Level::Full,
        (Hyphen, _) => return None,
        (Apostrophe, Letter) | (Letter, Apostrophe) => Level::Emergency,
        (Apostrophe, _) | (_, Apostrophe) => return None,
        (
            Space | WordSpace,
            Wide | Letter | Digit | Open | BracketOpen | QuoteOpen | Start | WideStart | Dash,
        )
        | (WideSpace, Wide | Letter | Digit | Open | BracketOpen | QuoteOpen | WideStart | Dash) => {
            Level::Full
        }
        (Space | WordSpace | WideSpace, Space | WordSpace) | (WideSpace, Start) => Level::Emergency,
        (Space | WordSpace | WideSpace, _) => return None,
        // Nothing parts from an opening one, nor from what closes.
        (Open | BracketOpen | QuoteOpen | Start | WideStart, _)
        | (
            _,
            Small | Follow | Close | Centred | Infix | Exclamation | BracketClose | QuoteClose | End
            | WideEnd | Solidus | Interpunct | Dots | Hyphen | Space | WordSpace | WideSpace | Unit,
        ) => Level::Emergency,
        // Quotes with something on their other side that is not wide.
        (_, Start) => Level::Emergency,
        (a, WideStart) => {
            if a.is_wide() {
                Level::Full
            } else {
                Level::Emergency
            }
        }
        (End, _) => Level::Emergency,
        (WideEnd, Wide | Open) => Level::Full,
        (WideEnd, _) => Level::Emergency,
        // Words.
        (Letter | Digit | Infix | Unit | BracketClose | Interpunct, Letter | Digit)
        | (Letter | Digit, BracketOpen | QuoteOpen) => Level::Emergency,
        (Exclamation | Solidus, Letter | Digit)
        | (Infix | BracketClose | Exclamation | Solidus, BracketOpen) => Level::Spare,
        _ => Level::Full,
    })
}
