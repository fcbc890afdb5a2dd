//! Where a line may end.
//!
//! The ground is UAX #14 with the rules of Unicode 18 (`icu_segmenter`), strict, for Chinese and Japanese with their
//! locale, which allows a break before `“` and after `”` between Han. `tailor` adds what Chinese typesetting asks
//! for beyond that (CLREQ's basic level, GB/T 15834-2011): connectors and interpuncts do not start a line, ranges of
//! numbers and dates stay whole; more can be asked for, and less, see [`Strictness`]. Korean breaks at spaces.
//!
//! **Beside the standards.** Between Han, every character is broken as UAX #14 and CSS Text 3 have it, but for these, of
//! design: `～ － ~ ／ •` start no line, a straight quote opens or closes, the halves of `——` and `……` stay together (by CSS
//! Text's `loose` they need not), and what [`Strictness::Gb`] and [`Strictness::Strict`] add.
//!
//! **Limits.** Thai, Lao, Khmer and Burmese have no breaks inside a phrase: no dictionary is aboard.

use std::ops::Range;

use icu_locale_core::{LanguageIdentifier, langid};
use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness, LineBreakWordOption};
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

use super::language::Language;
use super::tailor::{self, Quotes};

/// How much of what may end or start a Chinese or Japanese line is forbidden. Each level forbids what the one before it
/// does. The first two are those of CSS Text 3, 5.3, whose `strict` and `auto` are [`Strictness::Basic`] here; it and those
/// after it are the levels of CLREQ. Other languages have one level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strictness {
    /// For short lines: `々`, `・`, `：`, `；`, `！`, `？`, `％`, hyphens and the like may start a line too, and `￥`
    /// end one.
    Loose,
    /// Small kana, `ー`, `〜` and `゠` may start a line.
    Normal,
    /// No closing mark, connector or interpunct starts a line, no opening mark ends one. CLREQ recommends it.
    #[default]
    Basic,
    /// As GB/T 15834 has it: nor does a solidus end a line.
    Gb,
    /// Nor does a dash start one, nor an ellipsis, even where there is no other place.
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
    opportunities_by(text, language, Strictness::Basic)
}

/// As [`opportunities`], Chinese and Japanese by this level.
#[must_use]
pub fn opportunities_by(text: &str, language: Language, strictness: Strictness) -> Vec<usize> {
    by(text, Customs::new(language, strictness))
}

fn by(text: &str, customs: Customs) -> Vec<usize> {
    let mut found = Vec::new();
    let mut quotes = Quotes::default();
    scan(text, 0..text.len(), customs, &mut quotes, |at, level| {
        if level >= Level::Rare {
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
    /// Anywhere by the standards, but only where the line has no other place: before an ellipsis.
    Rare,
    /// Anywhere, but better a little earlier: between a number and what it counts, inside a name with a point in it.
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
    let full = segmenter(customs).segment_str(part).map(move |at| at + start).filter(inner);
    let mut extra = quotes.scan(text, window.clone());
    if customs.language.is_even() && customs.strictness < Strictness::Strict {
        tailor::before_ellipses(text, window, &mut extra);
    }
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

fn segmenter(customs: Customs) -> LineSegmenterBorrowed<'static> {
    match (customs.language, customs.strictness) {
        (Language::Chinese(_), Strictness::Loose) => CHINESE_LOOSE,
        (Language::Chinese(_), Strictness::Normal) => CHINESE_NORMAL,
        (Language::Chinese(_), _) => CHINESE,
        (Language::Japanese, Strictness::Loose) => JAPANESE_LOOSE,
        (Language::Japanese, Strictness::Normal) => JAPANESE_NORMAL,
        (Language::Japanese, _) => JAPANESE,
        (Language::Korean, _) => KOREAN_WORDS,
        (Language::Latin, _) => LATIN,
    }
}

static ZH: LanguageIdentifier = langid!("zh");
static JA: LanguageIdentifier = langid!("ja");
static CHINESE: LineSegmenterBorrowed<'static> = characters(&ZH, LineBreakStrictness::Strict);
static CHINESE_NORMAL: LineSegmenterBorrowed<'static> = characters(&ZH, LineBreakStrictness::Normal);
static CHINESE_LOOSE: LineSegmenterBorrowed<'static> = characters(&ZH, LineBreakStrictness::Loose);
static JAPANESE: LineSegmenterBorrowed<'static> = characters(&JA, LineBreakStrictness::Strict);
static JAPANESE_NORMAL: LineSegmenterBorrowed<'static> = characters(&JA, LineBreakStrictness::Normal);
static JAPANESE_LOOSE: LineSegmenterBorrowed<'static> = characters(&JA, LineBreakStrictness::Loose);
static KOREAN_WORDS: LineSegmenterBorrowed<'static> = words(LineBreakWordOption::KeepAll);
static KOREAN_SYLLABLES: LineSegmenterBorrowed<'static> = words(LineBreakWordOption::Normal);
static LATIN: LineSegmenterBorrowed<'static> = words(LineBreakWordOption::Normal);

const fn characters(
    locale: &'static LanguageIdentifier,
    strictness: LineBreakStrictness,
) -> LineSegmenterBorrowed<'static> {
    build(Some(locale), strictness, LineBreakWordOption::Normal)
}

const fn words(words: LineBreakWordOption) -> LineSegmenterBorrowed<'static> {
    build(None, LineBreakStrictness::Strict, words)
}

const fn build(
    locale: Option<&'static LanguageIdentifier>,
    strictness: LineBreakStrictness,
    words: LineBreakWordOption,
) -> LineSegmenterBorrowed<'static> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(strictness);
    options.word_option = Some(words);
    options.content_locale = locale;
    LineSegmenter::new_neo_for_non_complex_scripts(options)
}

#[cfg(test)]
mod classes;
#[cfg(test)]
mod css;
#[cfg(test)]
mod tests;
