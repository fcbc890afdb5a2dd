//! The units of a text, by a fast way and a slow one.

mod fast;
mod stops;

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use self::fast::{Class, Fast};
use super::breaks::{self, Customs, Level};
use super::language::Language;
use super::source::{Bond, Odd, Shown};
use super::tailor::{self, Quotes};
use super::unit::{Kind, Unit, kind};
use super::width::{Columns, Widths};

/// The units of a text, made as they are asked for.
///
/// Most characters of a newspaper are Han, kana, their marks, ASCII letters and digits: the cluster, the cells, and
/// the breaks of these are known from their neighbours ([`fast`]). Whatever else comes up goes with its surroundings
/// through the segmenters. Both ways give the same units; a property test holds them to it.
#[derive(Debug)]
pub(super) struct Units<'a> {
    text: &'a str,
    odds: &'a [Odd],
    customs: Customs,
    widths: Widths,
    /// What is wider is replaced.
    widest: Columns,
    /// The fast way, if there is one in this language.
    fast: Option<Fast>,
    /// How many bytes the segmenters look at in one go, about.
    stretch: usize,
    quotes: Quotes,
    scratch: Scratch,
    /// Where the first unit starts.
    start: usize,
    at: Mark,
    /// Where the segmenters may be started: `at` or before.
    sync: Mark,
}

/// Memory that goes from one text to the next.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    ready: Vec<Unit>,
    levels: Vec<(usize, Level)>,
}

/// How far the units are made.
#[derive(Debug, Clone, Copy)]
struct Mark {
    /// Bytes of text.
    byte: usize,
    /// Odd stretches.
    odd: usize,
    /// Units in `ready`.
    unit: usize,
    /// Source clusters dropped before the next unit, with no unit before them to belong to.
    dropped: u32,
}

/// How many units are made in one go.
const PORTION: usize = 4096;

impl<'a> Units<'a> {
    /// The units of a text, its leading white space left out. What is wider than `widest` is replaced.
    pub(super) fn new(
        shown: &'a Shown<'_>,
        customs: Customs,
        widths: Widths,
        widest: Columns,
        scratch: Scratch,
    ) -> Self {
        let start = Mark { byte: 0, odd: 0, unit: 0, dropped: 0 };
        let mut units = Self {
            text: &shown.text,
            odds: &shown.odds,
            customs,
            widths,
            widest,
            fast: Fast::new(customs, widths, widest),
            stretch: stops::STRETCH,
            quotes: Quotes::default(),
            scratch,
            start: 0,
            at: start,
            sync: start,
        };
        units.scratch.ready.clear();
        units.skip_indent();
        units
    }

    /// The indent as printed goes: it is made anew.
    fn skip_indent(&mut self) {
        // Most texts begin with a letter.
        let is_letter =
            matches!(self.text.as_bytes(), [0xE4..=0xE9 | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z', ..]);
        if is_letter && self.odds.first().is_none_or(|odd| odd.at > 0) {
            return;
        }
        for (at, cluster) in self.text.grapheme_indices(true) {
            while let Some(odd) = self.odds.get(self.at.odd).filter(|odd| odd.at == at && odd.len == 0) {
                self.at.dropped = self.at.dropped.saturating_add(saturate(odd.clusters));
                self.at.odd += 1;
            }
            let is_odd = self.odds.get(self.at.odd).is_some_and(|odd| odd.at == at);
            if is_odd || !(kind(cluster) == Kind::Space || cluster == "\u{A0}") {
                break;
            }
            self.at.dropped = self.at.dropped.saturating_add(1);
            self.at.byte = at + cluster.len();
        }
        self.start = self.at.byte;
        self.sync = self.at;
    }

    /// The units made and not yet taken.
    pub(super) fn ready(&self) -> &[Unit] {
        &self.scratch.ready
    }

    /// The memory, for the next text.
    pub(super) fn into_scratch(self) -> Scratch {
        self.scratch
    }

    /// Whether [`Units::ready`] goes to the text's end.
    pub(super) const fn is_complete(&self) -> bool {
        self.at.byte == self.text.len()
    }

    /// The shown text in a range of bytes.
    pub(super) fn text(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// Where the first unit starts, in bytes.
    pub(super) const fn start(&self) -> usize {
        self.start
    }

    /// Forgets the first `count` units. To be called before [`Units::more`], not after the text's end.
    pub(super) fn take(&mut self, count: usize) {
        self.scratch.ready.drain(..count.min(self.scratch.ready.len()));
        self.at.unit = self.scratch.ready.len();
        self.sync = self.at;
    }

    /// Makes all units.
    pub(super) fn all(&mut self) {
        while !self.is_complete() {
            self.more();
        }
    }

    /// Makes more units, at least as many as there are; up to a place where the segmenters may be started.
    pub(super) fn more(&mut self) {
        let goal = self.scratch.ready.len() + self.scratch.ready.len().max(PORTION);
        // What is unseen at the next byte may still speak of the last unit's end.
        let is_bound = |units: &Self| units.odds.get(units.at.odd).is_some_and(|odd| odd.at == units.at.byte);
        while !self.is_complete() && (self.scratch.ready.len() < goal || is_bound(self)) {
            match self.fast {
                Some(fast) => self.fast(fast, goal),
                None => self.all_slow(),
            }
        }
        if self.is_complete() {
            while let Some(odd) = self.odds.get(self.at.odd) {
                self.drop_clusters(odd.clusters);
                self.at.odd += 1;
            }
        }
    }

    /// Goes the fast way until something else comes up, and through that, or to a place to stop at after `goal`.
    fn fast(&mut self, fast: Fast, goal: usize) {
        let bytes = self.text.as_bytes();
        let next_odd = self.odds.get(self.at.odd).map_or(usize::MAX, |odd| odd.at);
        // What the last unit was; nothing where a break before the next is settled.
        let mut before = None;
        // Whether a break between the last Han and the next depends on more than the two.
        let mut is_bound = self.is_bound();
        while let Some(rest) = bytes.get(self.at.byte..).filter(|rest| !rest.is_empty()) {
            let step = if self.at.byte < next_odd { fast.step(before, rest) } else { None };
            let Some(mut step) = step else { return self.detour(fast) };
            if before == Some(Class::Hyphen) && step.class == Class::Letter {
                step.level = tailor::most(self.text, self.at.byte, self.customs.strictness);
            }
            let is_joint = matches!(
                (before, step.class),
                (Some(Class::Digit), Class::Wide) | (Some(Class::Wide), Class::Digit)
            );
            if is_joint || is_bound {
                step.level = self.between_han(step.level);
            }
            if step.class == Class::Interpunct && before.is_some() {
                self.name();
            }
            if let (Some(last), Some(_)) = (self.scratch.ready.last_mut(), before) {
                last.level = step.level;
            }
            if step.syncs {
                self.at.unit = self.scratch.ready.len();
                self.sync = self.at;
                if self.scratch.ready.len() >= goal {
                    return;
                }
            }
            let mut unit = step.unit;
            unit.clusters += std::mem::take(&mut self.at.dropped);
            if step.twice {
                self.scratch.ready.push(Unit { level: Level::Never, ..unit });
                self.at.byte += step.len;
                unit.clusters = 1;
            }
            self.scratch.ready.push(unit);
            self.at.byte += step.len;
            let follows = matches!(before, Some(Class::Digit | Class::Interpunct)) || is_bound;
            is_bound = follows && step.class.is_wide() && self.is_bound();
            before = Some(step.class);
            let rest = rest.get(step.len..).unwrap_or_default();
            match step.class {
                Class::Wide if !is_bound => self.run(rest, next_odd, goal),
                Class::Letter => self.words(rest, next_odd, goal),
                _ => {}
            }
        }
    }

    /// What a line end here is worth, between Han, or a digit and Han, where it is worth `level` by the two alone.
    fn between_han(&self, level: Level) -> Level {
        let around = self.text.split_at_checked(self.at.byte);
        let poor = around.is_some_and(|(a, b)| tailor::parts_number(a, b) || tailor::parts_name(a, b));
        if poor { level.min(Level::Poor) } else { level }
    }

    /// Whether the text ends here in a number with 万 and the like, or in the first character after a name's point.
    fn is_bound(&self) -> bool {
        let before = self.text.get(..self.at.byte).unwrap_or_default();
        let mut back = before.chars();
        back.next_back().is_some_and(|_| back.as_str().ends_with('·')) || tailor::is_multiplied(before)
    }

    /// The next unit is a name's point: better not between the two Han before it.
    fn name(&mut self) {
        let before = self.text.get(..self.at.byte).unwrap_or_default();
        let Some(last) = before.chars().next_back() else { return };
        let around = self.text.split_at_checked(self.at.byte - last.len_utf8());
        if let [.., unit, _] = self.scratch.ready.as_mut_slice()
            && around.is_some_and(|(a, b)| tailor::parts_name(a, b))
        {
            unit.level = unit.level.min(Level::Poor);
        }
    }

    /// Han after Han, as many as there are at the start of `rest`: nothing of them depends on anything.
    fn run(&mut self, rest: &[u8], next_odd: usize, goal: usize) {
        let most =
            (next_odd.saturating_sub(self.at.byte) / 3).min(goal.saturating_sub(self.scratch.ready.len()));
        let count = fast::run(rest, most);
        if count == 0 {
            return;
        }
        let unit = Unit { level: Level::Full, ..fast::HAN };
        if let Some(last) = self.scratch.ready.last_mut() {
            last.level = Level::Full;
        }
        self.scratch.ready.extend(std::iter::repeat_n(unit, count));
        self.at.byte += 3 * count;
        // Before the last of them.
        self.sync = Mark { byte: self.at.byte - 3, unit: self.scratch.ready.len() - 1, ..self.at };
        if let Some(last) = self.scratch.ready.last_mut() {
            last.level = Level::Emergency;
        }
    }

    /// The other letters of a word, and the words after it that have one space before them.
    fn words(&mut self, mut rest: &[u8], next_odd: usize, goal: usize) {
        loop {
            let most = next_odd.saturating_sub(self.at.byte);
            let count = fast::letters(rest).min(most);
            // Eight at once, and away with those that are too many: the length of a word is not to be foreseen.
            let len = self.scratch.ready.len() + count;
            self.scratch.ready.extend_from_slice(&[fast::LETTER; fast::LETTERS]);
            self.scratch.ready.truncate(len);
            self.at.byte += count;
            rest = rest.get(count..).unwrap_or_default();
            if count == fast::LETTERS {
                continue;
            }
            let &[b' ', letter, ref more @ ..] = rest else { break };
            if !letter.is_ascii_alphabetic() || most < count + 2 || len >= goal {
                break;
            }
            self.scratch.ready.push(Unit { level: Level::Full, ..fast::SPACE });
            self.at.byte += 1;
            self.at.unit = self.scratch.ready.len();
            self.sync = self.at;
            self.scratch.ready.push(fast::LETTER);
            self.at.byte += 1;
            rest = more;
        }
    }

    /// Goes back to where the segmenters may be started and with them past what has come up.
    fn detour(&mut self, fast: Fast) {
        // An odd stretch is not to be cut.
        let odd = self.odds.get(self.at.odd).filter(|odd| odd.at == self.at.byte);
        let most = self.at.byte.saturating_add(self.stretch);
        let resume = |from, least| fast.resume(self.text, from..most, least);
        let end = resume(self.at.byte, odd.map_or(0, |odd| odd.at + odd.len));
        let end = self.after_odd(end, |least| resume(end, least));
        self.scratch.ready.truncate(self.sync.unit);
        self.at = self.sync;
        // What the fast way has not got to may speak of this place too: a name's point after the next Han.
        if let Some(last) = self.scratch.ready.last_mut() {
            last.level = last.level.min(tailor::most(self.text, self.at.byte, self.customs.strictness));
        }
        self.slow_to(end);
    }

    /// Goes on with the segmenters alone.
    fn all_slow(&mut self) {
        let from = self.at.byte.saturating_add(self.stretch);
        let between_han = self.customs.language != Language::Korean;
        let stop = |from| stops::next_stop(self.text, from, between_han);
        let end = self.after_odd(stop(from), stop);
        self.slow_to(end);
    }

    /// `end`, or where `stop` says instead if that is inside of an odd stretch.
    fn after_odd(&self, mut end: usize, stop: impl Fn(usize) -> usize) -> usize {
        while let Some(odd) = self.odds.iter().skip(self.at.odd).take_while(|odd| odd.at < end).last() {
            if odd.at + odd.len <= end {
                break;
            }
            end = stop(odd.at + odd.len);
        }
        end
    }

    /// Makes the units with the segmenters up to `end`, where they may be stopped.
    fn slow_to(&mut self, end: usize) {
        self.slow(self.at.byte..end);
        if let Some(last) = self.scratch.ready.last_mut().filter(|_| end < self.text.len()) {
            last.level = Level::Full.min(tailor::most(self.text, end, self.customs.strictness));
        }
        self.at.unit = self.scratch.ready.len();
        self.sync = self.at;
    }

    /// Makes the units of `window` with the segmenters.
    fn slow(&mut self, window: Range<usize>) {
        let mut levels = std::mem::take(&mut self.scratch.levels);
        levels.clear();
        let text = self.text;
        breaks::scan(text, window.clone(), self.customs, &mut self.quotes, |at, level| {
            levels.push((at, level));
        });
        let mut ends = levels.iter().copied().peekable();
        let mut clusters = text.get(window.clone()).unwrap_or_default().graphemes(true);
        while self.at.byte < window.end {
            let Some(first) = clusters.next() else { break };
            let at = self.at.byte;
            let (mut len, mut source, mut kind) = (first.len(), 1, kind(first));
            while let Some(odd) = self.odds.get(self.at.odd).filter(|odd| odd.at <= at) {
                self.at.odd += 1;
                if odd.len == 0 {
                    self.drop_clusters(odd.clusters);
                    self.bind(odd.bond, kind);
                    continue;
                }
                source = odd.clusters;
                while len < odd.len {
                    let Some(next) = clusters.next() else { break };
                    len += next.len();
                    kind = Kind::Group;
                }
            }
            let end = at + len;
            while ends.next_if(|(at, _)| *at < end).is_some() {}
            let level = ends.next_if(|(at, _)| *at == end).map_or(Level::Emergency, |(_, level)| level);
            self.push(at, len, source, kind, level);
            self.at.byte = end;
        }
        self.scratch.levels = levels;
    }

    fn push(&mut self, at: usize, len: usize, source: usize, kind: Kind, level: Level) {
        let Some(shown) = self.text.get(at..at + len) else { return };
        let width = if kind == Kind::Group { self.widths.text(shown) } else { self.widths.cluster(shown) };
        let mut unit = Unit {
            len: saturate(len),
            clusters: saturate(source).saturating_add(std::mem::take(&mut self.at.dropped)),
            width: u16::try_from(width.0).unwrap_or(u16::MAX),
            kind,
            level,
        };
        if width > self.widest {
            unit.kind = Kind::Replaced;
            unit.width = 1;
        }
        self.pair(at, shown);
        self.scratch.ready.push(unit);
    }

    /// The second half of a dash or an ellipsis stays with the first; a third is a new first.
    fn pair(&mut self, at: usize, shown: &str) {
        if !matches!(shown, "—" | "…" | "⸺" | "―")
            || !self.text.get(..at).is_some_and(|text| text.ends_with(shown))
        {
            return;
        }
        if let [.., before, last] = self.scratch.ready.as_mut_slice() {
            if before.level != Level::Never {
                last.level = Level::Never;
            }
        } else if let [last] = self.scratch.ready.as_mut_slice() {
            last.level = Level::Never;
        }
    }

    /// What an unseen character says of the end of the last unit, where one of this `kind` follows. A mark starts no line
    /// whatever is before it.
    fn bind(&mut self, bond: Bond, next: Kind) {
        let Some(last) = self.scratch.ready.last_mut() else { return };
        match bond {
            Bond::Joins => last.level = last.level.min(Level::Emergency),
            Bond::Parts if !(last.kind == Kind::Opening || next == Kind::Space || next.closes()) => {
                last.level = Level::Full;
            }
            Bond::Parts | Bond::None => {}
        }
    }

    fn drop_clusters(&mut self, clusters: usize) {
        let clusters = saturate(clusters);
        match self.scratch.ready.last_mut() {
            Some(last) => last.clusters = last.clusters.saturating_add(clusters),
            None => self.at.dropped = self.at.dropped.saturating_add(clusters),
        }
    }
}

fn saturate(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
