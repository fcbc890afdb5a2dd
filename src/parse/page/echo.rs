//! Echoes: whether a title line's words come again in the text after it, and whether the texts before and after speak of
//! the same things.
//!
//! This tells a headline without byline and dateline from a head inside a body, which looks the same: a news text says
//! its headline again in its first paragraph and shares little with the article before; a body's head has its words from
//! the text before and stands between paragraphs about one matter.

use super::chars::{is_han, is_hangul, is_kana, is_wide_mark};
use super::cue::{Cue, Cues};
use super::line::Line;

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

    /// Adds the words of `text`, and tells `each` that is new.
    fn add(&mut self, text: &str, mut each: impl FnMut(usize)) {
        words(text, READ, |word| {
            if let Some(bits) = self.bits.get_mut(word / 64)
                && *bits >> (word % 64) & 1 == 0
            {
                *bits |= 1 << (word % 64);
                self.count += 1;
                each(word);
            }
        });
    }

    fn has(&self, word: usize) -> bool {
        self.bits.get(word / 64).is_some_and(|bits| bits >> (word % 64) & 1 == 1)
    }

    /// How many words of `text` are in it, in hundredths.
    fn share(&self, text: &str) -> u32 {
        let (mut all, mut found) = (0_u32, 0_u32);
        words(text, READ, |word| {
            all += 1;
            found += u32::from(self.has(word));
        });
        (found * 100).checked_div(all).unwrap_or(0)
    }
}

/// Calls `each` with a number below [`BITS`] for each word in the first `most` characters of `text`.
fn words(text: &str, most: usize, mut each: impl FnMut(usize)) {
    let mix = |a: u32, b: u32| {
        let sum = (u64::from(a) << 32 | u64::from(b)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        usize::try_from(sum >> 50).unwrap_or(0) % BITS
    };
    let (mut han, mut latin) = (None::<char>, 0_u32);
    for c in text.chars().take(most) {
        let pairs = is_han(c) || is_kana(c) || is_hangul(c);
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
                latin = latin.wrapping_mul(31).wrapping_add(c.to_ascii_lowercase() as u32).max(1);
            }
        }
    }
    if latin != 0 {
        each(mix(latin, 1));
    }
}

/// Sets the cues of the runs of title lines that neither a byline nor a dateline tells. `title` says what a title line
/// is.
pub(super) fn listen(lines: &mut [Line<'_>], title: impl Fn(Cues) -> bool) {
    let (mut before, mut after, mut lead) = (Words::new(), Words::new(), Words::new());
    let mut at = 1;
    while at < lines.len() {
        let run = lines.get(at..).unwrap_or_default().iter().take_while(|line| title(line.cues)).count();
        if run == 0 {
            at += 1;
            continue;
        }
        let (head, rest) = lines.split_at_mut(at);
        let (titles, rest) = rest.split_at_mut(run);
        at += run;
        let told = titles.iter().any(|line| line.cues.any(&[Cue::BylineAhead, Cue::DatelineAhead]));
        let Some(next) = rest.first().filter(|_| run <= 4 && !told) else { continue };
        before.clear();
        after.clear();
        head.iter().rev().take(REACH).for_each(|line| before.add(line.text, |_| ()));
        let mut both = 0;
        for line in rest.iter().take(REACH) {
            after.add(line.text, |word| both += u32::from(before.has(word)));
        }
        // In hundredths of the smaller.
        let shared = both * 100 / before.count.min(after.count).max(1);
        lead.clear();
        lead.add(next.text, |_| ());
        // The lines of one title stand or fall together.
        let echo = titles.iter().map(|line| lead.share(line.text)).max().unwrap_or(0);
        let old = titles.iter().map(|line| before.share(line.text)).min().unwrap_or(0);
        for line in titles {
            line.cues.set_if(echo >= 50, Cue::EchoNext);
            line.cues.set_if(old >= 10, Cue::EchoBefore);
            line.cues.set_if(shared <= 5, Cue::NotBefore);
            line.cues.set_if(shared <= 1, Cue::Stranger);
            line.cues.set_if(shared >= 16, Cue::OneMatter);
            line.cues.set_if(shared >= 12, Cue::SameMatter);
        }
    }
    lonely(lines, title);
}

/// So many headlines with a byline or a dateline tell a page's usage.
const TOLD: usize = 3;

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
}

impl Run {
    fn like(self, other: Self) -> bool {
        let even = self.lines == other.lines
            && (self.length.abs_diff(other.length) <= 3 || (self.asks && other.asks));
        self.text == other.text && (even || (self.label.is_some() && self.label == other.label))
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
            let label = line.text.find(['：', ':']).filter(|&at| at < 24);
            runs.push(Run {
                at,
                lines: count,
                length: line.chars.0,
                text,
                asks: line.cues.has(Cue::Asks),
                label,
            });
        }
        at += count.max(1);
    }
    let others = told >= TOLD && told >= runs.len();
    let mut before = None::<Run>;
    for (n, &run) in runs.iter().enumerate() {
        let near = [before, runs.get(n + 1).copied()];
        before = Some(run);
        let like = near.into_iter().flatten().any(|other| run.like(other));
        for line in lines.iter_mut().skip(run.at).take(run.lines) {
            line.cues.set(if like { Cue::Repeated } else { Cue::Alone });
            line.cues.set_if(others, Cue::Untold);
        }
    }
}
