//! What an article is set to: the pane's width and the reader's wishes.

use super::breaks::Strictness;
use super::language::Language;
use super::punctuation::Punctuation;
use super::script::{Guise, Script};
use super::width::{Ambiguous, Columns};

/// A length in em: the width of one Han character, two cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Em(pub usize);

impl Em {
    /// In cells.
    #[must_use]
    pub const fn columns(self) -> Columns {
        Columns(self.0.saturating_mul(2))
    }
}

/// How large type is, in cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Scale {
    /// As text: a row high.
    #[default]
    Single,
    /// Twice as wide and two rows high.
    Double,
}

impl Scale {
    /// The cells that type of this scale takes where text takes `columns`.
    #[must_use]
    pub const fn columns(self, columns: Columns) -> Columns {
        match self {
            Self::Single => columns,
            Self::Double => Columns(columns.0.saturating_mul(2)),
        }
    }

    /// The room for text in so many `columns`.
    pub(super) const fn room(self, columns: Columns) -> Columns {
        match self {
            Self::Single => columns,
            Self::Double => columns.half(),
        }
    }
}

/// What an article is set to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// The pane's full width. The text's own measure is found inside it, see [`Setting::measure`].
    pub width: Columns,
    /// The longest line of text, hung marks not counted; `None` for as long as the pane is wide. An even number is
    /// used: one less if it is odd.
    pub measure: Option<Columns>,
    /// How the terminal draws ambiguous characters.
    pub ambiguous: Ambiguous,
    /// A paragraph's first line starts this far in; `None` as the language has it: Chinese two em, in a measure of
    /// less than 24 cells one, Japanese and Korean one, Latin one but not in the first paragraph under a head.
    pub indent: Option<Em>,
    /// Whether `，。、；：！？` may hang into a gutter of two cells at the right, where the language allows it and
    /// the pane has at least 20 cells.
    pub hang: bool,
    /// Whether Chinese, Japanese and Korean lines that are one or two cells short are filled.
    pub justify: bool,
    /// Whether Latin text is set to an even measure too, by widening its spaces.
    pub justify_words: bool,
    /// Whether ASCII marks between Han are shown full-width: in Chinese and Japanese only, and in a measure of at
    /// least 8 cells.
    pub punctuation: Punctuation,
    /// Which characters a traditional Chinese text is shown in.
    pub script: Script,
    /// What may not end or start a line of Chinese or Japanese.
    pub strictness: Strictness,
    /// Whose customs to follow.
    pub language: Language,
    /// How large headlines are set, where the measure has at least 32 cells and no word is longer than half of it;
    /// elsewhere as text.
    pub headlines: Scale,
    /// The measure of the body where it flows in columns (an even number of cells): its lines then stand as if the
    /// column were the pane, from the left edge on, with two cells for hung marks beyond the measure. `None`: the body
    /// stands under the heads, in the same measure.
    pub column: Option<Columns>,
}

impl Default for Setting {
    fn default() -> Self {
        Self {
            width: Columns(80),
            measure: Some(Columns(80)),
            ambiguous: Ambiguous::Narrow,
            indent: None,
            hang: true,
            justify: true,
            justify_words: false,
            punctuation: Punctuation::FullWidth,
            script: Script::AsPrinted,
            strictness: Strictness::Basic,
            language: Language::default(),
            headlines: Scale::Single,
            column: None,
        }
    }
}

impl Setting {
    /// The usual setting for a pane of this width.
    #[must_use]
    pub fn new(width: Columns, language: Language) -> Self {
        Self { width, language, ..Self::default() }
    }

    /// In what the text is shown otherwise than it is printed. In a narrow measure full-width marks would cost too much.
    pub(super) fn guise(&self) -> Guise {
        let full_width = self.language.is_even() && self.body_frame().measure >= Columns(8);
        Guise {
            marks: if full_width { self.punctuation } else { Punctuation::AsPrinted },
            script: self.script.of(self.language),
        }
    }

    /// How large headlines may be in this measure.
    pub(super) fn headline_scale(&self) -> Scale {
        if self.frame().measure >= Columns(32) { self.headlines } else { Scale::Single }
    }

    /// Where the block of text stands in the pane.
    pub(super) fn frame(&self) -> Frame {
        let width = self.width.max(Columns(1));
        let gutter = if self.hang && self.language.hangs() && width >= Columns(20) {
            Columns(2)
        } else {
            Columns::ZERO
        };
        let room = width - gutter;
        let measure = self.measure.unwrap_or(room).clamp(Columns(1), room);
        let measure = if measure > Columns(1) { measure.even() } else { measure };
        // The text is in the middle; the gutter does not count, unless the pane has no other room for it.
        let left = (width - measure).half().min(width - measure - gutter);
        Frame { left, measure, gutter }
    }

    /// Where the body stands in its column, or else in the pane.
    pub(super) fn body_frame(&self) -> Frame {
        let Some(measure) = self.column else { return self.frame() };
        let gutter = if self.hang && self.language.hangs() { Columns(2) } else { Columns::ZERO };
        Frame { left: Columns::ZERO, measure: measure.max(Columns(1)), gutter }
    }

    /// How far in a paragraph's first line starts.
    pub(super) fn first_indent(&self, measure: Columns, under_head: bool) -> Columns {
        let wished = match (self.indent, self.language) {
            (Some(em), _) => em.columns(),
            (None, Language::Chinese(_)) if measure >= Columns(24) => Em(2).columns(),
            (None, Language::Latin) if under_head => Columns::ZERO,
            (None, _) => Em(1).columns(),
        };
        // A narrow measure has no room to lose.
        let most = if measure < Columns(8) { Columns::ZERO } else { measure.half().even() };
        wished.min(most)
    }
}

/// Where the block of text stands in the pane: `left` blank cells, then `measure` cells of text, then `gutter` cells
/// that only a hung mark may enter. Their sum is not more than the pane's width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) left: Columns,
    pub(super) measure: Columns,
    pub(super) gutter: Columns,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frame_fits_the_pane_at_every_width() {
        for width in 1..=300 {
            for (hang, measure) in [(true, Some(80)), (false, Some(80)), (true, None), (true, Some(31))] {
                let setting = Setting {
                    hang,
                    measure: measure.map(Columns),
                    ..Setting::new(Columns(width), Language::default())
                };
                let Frame { left, measure, gutter } = setting.frame();
                assert!(left + measure + gutter <= Columns(width), "{setting:?}");
                assert!(measure == measure.even() || width == 1, "{setting:?}");
                assert!(measure > Columns::ZERO);
            }
        }
    }

    #[test]
    fn the_measure_is_in_the_middle_of_a_wide_pane() {
        let frame = |width| Setting::new(Columns(width), Language::default()).frame();
        let of = |left, measure| Frame { left: Columns(left), measure: Columns(measure), gutter: Columns(2) };
        assert_eq!(frame(40), of(0, 38));
        assert_eq!(frame(41), of(1, 38));
        assert_eq!(frame(82), of(0, 80));
        assert_eq!(frame(84), of(2, 80));
        assert_eq!(frame(120), of(20, 80));
    }
}
