//! Where a line may end.
//!
//! The ground is UAX #14 with the rules of Unicode 18 (`icu_segmenter`), strict, for Chinese and Japanese with their
//! locale, which allows a break before `“` and after `”` between Han. `tailor` adds what Chinese typesetting asks
//! for beyond that (CLREQ's basic level, GB/T 15834-2011): connectors and interpuncts do not start a line, ranges of
//! numbers and dates stay whole; more can be asked for, see [`Strictness`]. Korean breaks at spaces.
//!
//! **Limits.** Thai, Lao, Khmer and Burmese have no breaks inside a phrase: no dictionary is aboard.

use std::ops::Range;

use icu_locale_core::{LanguageIdentifier, langid};
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness, LineBreakWordOption};
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

use super::language::Language;
use super::tailor::{self, Quotes};

/// How much of what may end or start a Chinese or Japanese line is forbidden, by the levels of CLREQ. Each level forbids
/// what the one before it does. Other languages have one level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Strictness {
    /// No closing mark, connector or interpunct starts a line, no opening mark ends one. CLREQ recommends it.
    #[default]
    Basic,
    /// As GB/T 15834 has it: nor does a solidus end a line.
    Gb,
    /// Nor does a dash or an ellipsis start one.
    Strict,
}

/// Whose customs lines are broken by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Customs {
    pub(super) language: Language,
    pub(super) strictness: Strictness,
}

impl Customs {
    /// Only Chinese and Japanese have levels.
    pub(super) const fn new(language: Language, strictness: Strictness) -> Self {
        let strictness = if language.is_even() { strictness } else { Strictness::Basic };
        Self { language, strictness }
    }
}

/// The byte offsets in `text` at which a line may end and the next begin, ascending, without 0 and the text's length.
///
/// Breaks that serve only where a word or an address is wider than a whole line are not among them. Spaces belong to
/// the line they end. The text is taken as one paragraph: a line feed is white space like any other. Chinese and
/// Japanese are broken by [`Strictness::Basic`].
#[must_use]
pub fn opportunities(text: &str, language: Language) -> Vec<usize> {
    by(text, Customs::new(language, Strictness::Basic))
}

fn by(text: &str, customs: Customs) -> Vec<usize> {
    let mut found = Vec::new();
    let mut quotes = Quotes::default();
    scan(text, 0..text.len(), customs, &mut quotes, |at, level| {
        if level >= Level::Poor {
            found.push(at);
        }
    });
    found
}

/// How well a line ends at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// Not even inside an over-long word, as long as there is another place in it: between the halves of `——`, `……`.
    Never,
    /// Only inside an over-long word.
    Emergency,
    /// Inside an over-long word, better than elsewhere in it: after the `/` of an address, between Korean syllables.
    Spare,
    /// Anywhere, but better a little earlier: between a number and what it counts.
    Poor,
    /// Anywhere.
    Full,
}

/// Tells `found` every place in `window`, its ends left out, where the level is [`Level::Spare`] or
/// better, ascending.
///
/// What stands around the window is seen by the tailoring, but not by UAX #14: the window must begin at a break and
/// end at one between two Han. `quotes` counts the straight quotes over the windows of a paragraph.
pub(super) fn scan(
    text: &str,
    window: Range<usize>,
    customs: Customs,
    quotes: &mut Quotes,
    mut found: impl FnMut(usize, Level),
) {
    let Some(part) = text.get(window.clone()) else { return };
    let end = window.end;
    // A segmenter's first offset is always 0 and its last the length: neither is a break.
    let inner = move |at: &usize| *at > window.start && *at < end;
    let start = window.start;
    let full = segmenter(customs.language).segment_str(part).map(move |at| at + start).filter(inner);
    let extra = quotes.scan(text, window);
    if customs.language == Language::Korean {
        let mut full = merge(full, extra).peekable();
        for at in KOREAN_SYLLABLES.segment_str(part).map(|at| at + start).filter(inner) {
            while let Some(word) = full.next_if(|word| *word < at) {
                found(word, Level::Full);
            }
            let level = if full.next_if_eq(&at).is_some() { Level::Full } else { Level::Spare };
            report(text, at, level, customs.strictness, &mut found);
        }
        for word in full {
            found(word, Level::Full);
        }
    } else {
        for at in merge(full, extra) {
            report(text, at, Level::Full, customs.strictness, &mut found);
        }
    }
}

fn report(text: &str, at: usize, level: Level, strictness: Strictness, found: &mut impl FnMut(usize, Level)) {
    let level = level.min(tailor::most(text, at, strictness));
    if level >= Level::Spare {
        found(at, level);
    }
}

/// Both ascending sequences as one, without doubles.
fn merge(one: impl Iterator<Item = usize>, other: Vec<usize>) -> impl Iterator<Item = usize> {
    let (mut one, mut other) = (one.peekable(), other.into_iter().peekable());
    std::iter::from_fn(move || match (one.peek(), other.peek()) {
        (Some(a), Some(b)) if a == b => {
            other.next();
            one.next()
        }
        (Some(a), Some(b)) if b < a => other.next(),
        (None, Some(_)) => other.next(),
        _ => one.next(),
    })
}

fn segmenter(language: Language) -> LineSegmenterBorrowed<'static> {
    match language {
        Language::Chinese(_) => CHINESE,
        Language::Japanese => JAPANESE,
        Language::Korean => KOREAN_WORDS,
        Language::Latin => LATIN,
    }
}

static ZH: LanguageIdentifier = langid!("zh");
static JA: LanguageIdentifier = langid!("ja");
static CHINESE: LineSegmenterBorrowed<'static> = build(Some(&ZH), LineBreakWordOption::Normal);
static JAPANESE: LineSegmenterBorrowed<'static> = build(Some(&JA), LineBreakWordOption::Normal);
static KOREAN_WORDS: LineSegmenterBorrowed<'static> = build(None, LineBreakWordOption::KeepAll);
static KOREAN_SYLLABLES: LineSegmenterBorrowed<'static> = build(None, LineBreakWordOption::Normal);
static LATIN: LineSegmenterBorrowed<'static> = build(None, LineBreakWordOption::Normal);

const fn build(
    locale: Option<&'static LanguageIdentifier>,
    words: LineBreakWordOption,
) -> LineSegmenterBorrowed<'static> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    options.word_option = Some(words);
    options.content_locale = locale;
    LineSegmenter::new_neo_for_non_complex_scripts(options)
}

#[cfg(test)]
mod css;
#[cfg(test)]
mod tests;
