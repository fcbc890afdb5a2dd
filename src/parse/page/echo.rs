//! Echoes: whether a title line's words come again in the text after it, and whether the texts before and after speak of
//! the same things.
//!
//! This tells a headline without byline and dateline from a head inside a body, which looks the same: a news text says
//! its headline again in its first paragraph and shares little with the article before; a body's head has its words from
//! the text before and stands between paragraphs about one matter.

use super::chars::{is_kana, is_wide_mark};
use super::cue::{Cue, Cues};
use super::kinds::{Kind, Kinds};
use super::language::is_traditional;
use super::line::Line;
use super::shares;

/// How many characters of a paragraph count.
const READ: usize = 110;
/// How many lines before and after.
const REACH: usize = 3;
/// How many bits a set has. A set holds some 450 pairs, so few fall on one another.
const BITS: usize = 1 << 14;

/// A set of words: pairs of Han characters, whole words of other scripts.
struct Words {
    bits: Box<[u64; BITS / 64]>,
    count: u32,
}

impl Words {
    fn new() -> Self {
        Self { bits: Box::new([0; BITS / 64]), count: 0 }
    }

    fn clear(&mut self) {
        self.bits.fill(0);
        self.count = 0;
    }

    /// Adds `words`, and tells `each` that is new.
    fn add(&mut self, words: &[u16], mut each: impl FnMut(usize)) {
        for word in words.iter().map(|&word| usize::from(word)) {
            if let Some(bits) = self.bits.get_mut(word / 64)
                && *bits >> (word % 64) & 1 == 0
            {
                *bits |= 1 << (word % 64);
                self.count += 1;
                each(word);
            }
        }
    }

    fn has(&self, word: usize) -> bool {
        self.bits.get(word / 64).is_some_and(|bits| bits >> (word % 64) & 1 == 1)
    }

    /// How many of `words` are in it, in hundredths.
    fn share(&self, words: &[u16]) -> u32 {
        let (mut all, mut found) = (0_u32, 0_u32);
        for &word in words {
            all += 1;
            found += u32::from(self.has(usize::from(word)));
        }
        (found * 100).checked_div(all).unwrap_or(0)
    }
}

/// More than the lines of a title with those around it.
const KEPT: usize = 16;

/// The words of the last lines that were asked for: a paragraph stands after one title and before another.
struct Said {
    lines: [(usize, Vec<u16>); KEPT],
}

impl Said {
    fn new() -> Self {
        Self { lines: std::array::from_fn(|_| (usize::MAX, Vec::new())) }
    }

    /// The words of line `n`, which is `text`.
    fn by(&mut self, n: usize, text: &str) -> &[u16] {
        let Some((of, said)) = self.lines.get_mut(n % KEPT) else { return &[] };
        if *of != n {
            *of = n;
            said.clear();
            said.reserve(READ);
            words(text, READ, |word| said.push(word));
        }
        said
    }
}

/// Calls `each` with a number below [`BITS`] for each word in the first `most` characters of `text`.
fn words(text: &str, most: usize, mut each: impl FnMut(u16)) {
    let mix = |a: u32, b: u32| {
        let sum = (u64::from(a) << 32 | u64::from(b)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        u16::try_from(sum >> (u64::BITS - BITS.ilog2())).unwrap_or(0)
    };
    let (mut han, mut latin) = (None::<char>, 0_u32);
    let spell = |latin: u32, letter: u32| latin.wrapping_mul(31).wrapping_add(letter).max(1);
    // Where all is ASCII a byte is a character.
    let plain = if text.starts_with(|c: char| c.is_ascii()) { text.get(..most).unwrap_or(text) } else { "" };
    let plain = if plain.is_ascii() { plain } else { "" };
    for byte in plain.bytes() {
        if byte.is_ascii_alphanumeric() {
            latin = spell(latin, byte.to_ascii_lowercase().into());
        } else if latin != 0 {
            each(mix(latin, 1));
            latin = 0;
        }
    }
    for c in text.chars().take(if plain.is_empty() { most } else { 0 }) {
        let pairs = Kinds::of(c).any(&[Kind::Han, Kind::Kana, Kind::Hangul]);
        let letter =
            pairs || c.is_ascii_alphanumeric() || (!c.is_ascii() && !is_wide_mark(c) && c.is_alphanumeric());
        if latin != 0 && (!letter || pairs) {
            each(mix(latin, 1));
            latin = 0;
        }
        if pairs {
            if let Some(before) = han {
                each(mix(before as u32, c as u32));
            }
            han = Some(c);
        } else {
            han = None;
            if letter {
                latin = spell(latin, c.to_ascii_lowercase() as u32);
            }
        }
    }
    if latin != 0 {
        each(mix(latin, 1));
    }
}

/// What is heard around a run of title lines, in hundredths.
struct Heard {
    /// Its first line, and how many it has.
    at: usize,
    lines: usize,
    /// How many of a title line's words the text after it has, at most.
    echo: u32,
    /// How many of them the texts before have, at least.
    old: u32,
    /// How many words the texts before and after share.
    shared: u32,
}

/// Sets the cues of the runs of title lines that neither a byline nor a dateline tells. `title` says what a title line
/// is.
pub(super) fn listen(lines: &mut [Line<'_>], title: impl Fn(Cues) -> bool + Sync) {
    let all = &*lines;
    // A share begins where no run goes on.
    let size = shares::size(all.len());
    let starts = (1..all.len()).step_by(size).filter_map(|from| {
        let run = all.get(from..)?.iter().take_while(|line| title(line.cues)).count();
        Some(if from == 1 { 1 } else { from + run })
    });
    let starts: Vec<usize> = starts.collect();
    let ends = starts.iter().skip(1).copied().chain([all.len()]);
    let found = shares::each(starts.iter().copied().zip(ends), |(from, to)| heard(all, from, to, &title));
    for Heard { at, lines: count, echo, old, shared } in found.into_iter().flatten() {
        for (n, line) in lines.iter_mut().skip(at).take(count).enumerate() {
            // What speaks for a start speaks for one: the title's first line, or one that is a title of its own.
            let first = n == 0 || line.cues.any(&[Cue::NoticeHead, Cue::Rubric, Cue::Column]);
            line.cues.set_if(first && echo >= 50, Cue::EchoNext);
            line.cues.set_if(old >= 10, Cue::EchoBefore);
            line.cues.set_if(first && shared <= 5, Cue::NotBefore);
            line.cues.set_if(first && shared <= 1, Cue::Stranger);
            line.cues.set_if(shared >= 16, Cue::OneMatter);
            line.cues.set_if(shared >= 12, Cue::SameMatter);
        }
    }
    strangers(lines, &title);
    lonely(lines, title);
}

/// A text without a title that a photo's credit ends, and that shares few words with the text before it, is of its own.
fn strangers(lines: &mut [Line<'_>], title: impl Fn(Cues) -> bool) {
    let mut before = Words::new();
    for n in 1..lines.len() {
        let (head, rest) = lines.split_at_mut(n);
        let photo = |line: &&mut Line<'_>| {
            line.cues.has(Cue::CreditNext) && !title(line.cues) && !super::around::shows(line.text)
        };
        let Some(line) = rest.first_mut().filter(photo) else {
            continue;
        };
        before.clear();
        let mut said = Vec::new();
        for line in head.iter().rev().take(REACH) {
            words(line.text, READ, |word| said.push(word));
        }
        before.add(&said, |_| ());
        said.clear();
        words(line.text, READ, |word| said.push(word));
        let alone = before.share(&said) <= SHARED;
        line.cues.set_if(alone, Cue::NotBefore);
        line.cues.set_if(alone, Cue::Stranger);
    }
}

/// What is heard around the runs that begin `from` one line on and before another.
fn heard(lines: &[Line<'_>], from: usize, to: usize, title: impl Fn(Cues) -> bool) -> Vec<Heard> {
    let (mut before, mut after, mut lead) = (Words::new(), Words::new(), Words::new());
    let mut said = Said::new();
    let mut found = Vec::new();
    let mut at = from;
    while at < to {
        let run = lines.get(at..).unwrap_or_default().iter().take_while(|line| title(line.cues)).count();
        if run == 0 {
            at += 1;
            continue;
        }
        let (head, rest) = lines.split_at(at);
        let (titles, rest) = rest.split_at(run);
        let (first, text) = (at, at + run);
        at = text;
        let told = titles.iter().any(|line| line.cues.any(&[Cue::BylineAhead, Cue::DatelineAhead]));
        let Some(next) = rest.first().filter(|_| run <= 4 && !told) else { continue };
        before.clear();
        after.clear();
        for (n, line) in head.iter().enumerate().rev().take(REACH) {
            before.add(said.by(n, line.text), |_| ());
        }
        let mut both = 0;
        for (n, line) in (text..).zip(rest.iter()).take(REACH) {
            after.add(said.by(n, line.text), |word| both += u32::from(before.has(word)));
        }
        // Of the smaller.
        let shared = both * 100 / before.count.min(after.count).max(1);
        lead.clear();
        lead.add(said.by(text, next.text), |_| ());
        // The lines of one title stand or fall together.
        let (mut echo, mut old) = (0, u32::MAX);
        for (n, line) in (first..).zip(titles.iter()) {
            let words = said.by(n, line.text);
            echo = lead.share(words).max(echo);
            old = before.share(words).min(old);
        }
        found.push(Heard { at: first, lines: run, echo, old, shared });
    }
    found
}

/// Most words that such a text shares with the text before, in hundredths: the day and what all news say.
const SHARED: u32 = 12;

/// So many headlines with a byline or a dateline tell a page's usage.
const TOLD: usize = 3;

/// Most characters of a head inside a body that has two halves, the space with them.
const HALVES: u32 = 11;

/// A run of title lines.
#[derive(Clone, Copy)]
struct Run {
    at: usize,
    lines: usize,
    /// The first line's length in characters.
    length: u32,
    /// Between which two headlines that are told it stands.
    text: usize,
    /// It asks.
    asks: bool,
    /// How many letters stand before its colon.
    label: Option<usize>,
    /// The second of two lines, in characters.
    second: Option<u32>,
}

impl Run {
    fn like(self, other: Self) -> bool {
        let even = self.lines == other.lines
            && (self.length.abs_diff(other.length) <= 3 || (self.asks && other.asks));
        self.text == other.text && (even || (self.label.is_some() && self.label == other.label))
    }

    /// Whether both are two lines, letter for letter of one form.
    fn twin(self, other: Self) -> bool {
        self.like(other)
            && self.length == other.length
            && self.second.is_some()
            && self.second == other.second
    }
}

/// The heads inside a body are cut to one pattern: as many lines each, and near the same length. Marks those that are
/// like the one before or the one after, and those that are like neither.
fn lonely(lines: &mut [Line<'_>], title: impl Fn(Cues) -> bool) {
    let mut runs: Vec<Run> = Vec::new();
    let (mut at, mut text, mut told) = (1, 0, 0);
    while let Some(line) = lines.get(at) {
        let count = lines.get(at..).unwrap_or_default().iter().take_while(|line| title(line.cues)).count();
        if line.cues.any(&[Cue::BylineAhead, Cue::DatelineAhead, Cue::TailDateline, Cue::TailNote]) {
            told += usize::from(count > 0);
            text += 1;
        } else if count > 0 {
            let near = line.text.char_indices().take_while(|&(at, _)| at < 24);
            let label = near.filter(|&(_, c)| matches!(c, '：' | ':')).map(|(at, _)| at).next();
            runs.push(Run {
                at,
                lines: count,
                length: line.chars.0,
                text,
                asks: line.cues.has(Cue::Asks),
                label,
                second: if count == 2 { lines.get(at + 1).map(|line| line.chars.0) } else { None },
            });
        }
        at += count.max(1);
    }
    let others = told >= TOLD && told * 2 >= runs.len();
    let mut before = None::<Run>;
    for (n, &run) in runs.iter().enumerate() {
        let near = [before, runs.get(n + 1).copied()];
        before = Some(run);
        let like = near.into_iter().flatten().any(|other| run.like(other));
        let twin = near.into_iter().flatten().any(|other| run.twin(other));
        for line in lines.iter_mut().skip(run.at).take(run.lines) {
            // A short line of two halves heads a part of a body as often as a text; in Japan it is a headline.
            let small = run.lines == 1 && line.chars.0 <= HALVES;
            let small = small && line.cues.has(Cue::Halves);
            let small = small && !line.text.contains(|c| is_kana(c) || is_traditional(c));
            line.cues.clear_if(small, Cue::Halves);
            line.cues.set(if like { Cue::Repeated } else { Cue::Alone });
            line.cues.clear_if(twin, Cue::SmallFirst);
            line.cues.clear_if(twin, Cue::EchoNext);
            line.cues.set_if(
                others && !line.cues.any(&[Cue::Gap, Cue::CreditNext, Cue::Rubric, Cue::OpensColumn]),
                Cue::Untold,
            );
        }
    }
}
