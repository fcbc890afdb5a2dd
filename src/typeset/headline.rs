//! A headline too long for its line is spread evenly over as few lines as will hold it, its words whole.
//!
//! Lines end at spaces and marks, else between words; inside a word only where it is wider than a line. Rather one
//! line more than a word cut in two.

use std::ops::Range;

use super::breaks::Level;
use super::language::Language;
use super::paragraph::Cut;
use super::unit::{Kind, Unit};
use super::width::Columns;
use super::words::{self, Border};

/// Longer than this is no headline and not worth the search.
const LONGEST: usize = 2000;

/// Where a line of a headline may end.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// Units before it.
    end: usize,
    /// Those of them that are shown if the line ends here.
    shown: usize,
    /// Cells before it, with all spaces.
    all: usize,
    /// Cells before it if the line ends here.
    trimmed: usize,
    /// What it costs to end here.
    penalty: usize,
    /// How far it is inside a word: 2 inside, 1 perhaps.
    inside: usize,
}

/// The best way to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Way {
    /// The sum over the lines' ends of how far they are inside a word.
    inside: usize,
    lines: usize,
    cost: usize,
    from: usize,
}

/// Cuts `units` into as few lines as hold them without cutting a word, as even as can be, rather at a space or after a
/// mark than elsewhere. `text` is theirs. `None` if there is something longer than a line that may not be cut.
pub(super) fn balance(units: &[Unit], text: &str, language: Language, measure: Columns) -> Option<Vec<Cut>> {
    if units.len() > LONGEST {
        return None;
    }
    // Most fit, and need no words.
    let fits = units.iter().map(|unit| unit.columns()).sum::<Columns>() <= measure;
    let borders = if fits { None } else { words::borders(text, language) };
    let places = places(units, text, Words(borders.as_deref()), measure.0);
    let total = places.last()?.trimmed;
    // Once to learn how many lines there are, once more to make them even.
    let fewest = search(&places, measure.0, measure.0)?.last()?.lines;
    let ways = search(&places, measure.0, total.div_ceil(fewest.max(1)))?;
    let mut cuts = Vec::with_capacity(fewest);
    let mut to = places.len() - 1;
    while to > 0 {
        let (way, place) = (ways.get(to)?, places.get(to)?);
        let before = places.get(way.from)?;
        cuts.push(Cut {
            end: place.end - before.end,
            shown: place.shown - before.end,
            width: Columns(place.trimmed - before.all),
            hung: Columns::ZERO,
            last: to == places.len() - 1,
        });
        to = way.from;
    }
    cuts.reverse();
    Some(cuts)
}

fn search(places: &[Place], measure: usize, target: usize) -> Option<Vec<Way>> {
    let mut ways: Vec<Way> = Vec::with_capacity(places.len());
    ways.push(Way { inside: 0, lines: 0, cost: 0, from: 0 });
    for (n, place) in places.iter().enumerate().skip(1) {
        let mut best: Option<Way> = None;
        for (from, before) in places.iter().enumerate().take(n).rev() {
            let width = place.trimmed.saturating_sub(before.all);
            if width > measure {
                break;
            }
            let Some(way) = ways.get(from).filter(|way| way.lines != usize::MAX) else { continue };
            let off = target.abs_diff(width);
            let cost = way.cost + off * off + place.penalty;
            let inside = way.inside + place.inside;
            let way = Way { inside, lines: way.lines + 1, cost, from };
            if best.is_none_or(|best| way < best) {
                best = Some(way);
            }
        }
        ways.push(best.unwrap_or(Way { inside: 0, lines: usize::MAX, cost: 0, from: 0 }));
    }
    (ways.last()?.lines != usize::MAX).then_some(ways)
}

/// The start, every place where a line may end, and the end.
fn places(units: &[Unit], text: &str, words: Words<'_>, measure: usize) -> Vec<Place> {
    let mut places = vec![Place { end: 0, shown: 0, all: 0, trimmed: 0, penalty: 0, inside: 0 }];
    let (mut shown, mut all, mut trimmed) = (0, 0, 0);
    let mut start = 0;
    for (n, unit) in units.iter().enumerate() {
        let end = start + unit.len as usize;
        all += usize::from(unit.width);
        if unit.kind != Kind::Space {
            shown = n + 1;
            trimmed = all;
        }
        let next = units.get(n + 1);
        // No line starts with a space.
        if next.is_none_or(|next| unit.level >= Level::Poor && next.kind != Kind::Space) {
            let (penalty, inside) = next.map_or((0, 0), |next| {
                let after = end..end + next.len as usize;
                penalty(*unit, *next, text, start..end, after, words)
            });
            let penalty = penalty * measure * measure / 24;
            places.push(Place { end: n + 1, shown, all, trimmed, penalty, inside });
        }
        start = end;
    }
    places
}

/// The borders between a headline's words, if they are looked for.
#[derive(Debug, Clone, Copy)]
struct Words<'a>(Option<&'a [(usize, Border)]>);

impl Words<'_> {
    /// What is at byte `at`; `None` inside a word.
    fn border(self, at: usize) -> Option<Border> {
        let Some(borders) = self.0 else { return Some(Border::Firm) };
        let found = borders.binary_search_by_key(&at, |(border, _)| *border).ok()?;
        borders.get(found).map(|(_, border)| *border)
    }

    /// Whether `part` of `text` is a word.
    fn is_word(self, text: &str, part: &Range<usize>) -> bool {
        let ends = |at| at == 0 || at == text.len() || self.border(at).is_some();
        ends(part.start) && ends(part.end)
    }
}

/// How bad it is to end a headline's line between these two, 0 to 8, and whether that is inside a word.
fn penalty(
    unit: Unit,
    next: Unit,
    text: &str,
    before: Range<usize>,
    after: Range<usize>,
    words: Words<'_>,
) -> (usize, usize) {
    let border = words.border(before.end);
    let word = |part: Range<usize>| {
        let is_word = words.is_word(text, &part);
        text.get(part).filter(|_| is_word).unwrap_or_default()
    };
    let apart = unit.kind == Kind::Space
        || unit.kind.hangs()
        || next.kind == Kind::Opening
        || matches!(text.get(before.clone()), Some("—" | "…"));
    let cost = match (unit.kind, next.kind) {
        (_, Kind::Opening) if !unit.kind.closes() && unit.kind != Kind::Space => 1,
        _ if apart => 0,
        _ if border.is_none() && !changes_script(text, before.end) => 8,
        _ if LEANS_BACK.contains(&word(after)) || border == Some(Border::Loose) => 8,
        (Kind::Closing, _) => 0,
        _ => match word(before) {
            "的" | "了" => 3,
            one if LEANS_ON.contains(&one) => 6,
            _ => 4,
        },
    };
    let inside = match border {
        _ if apart => 0,
        None => 2,
        Some(Border::Loose) => 1,
        Some(Border::Firm) => 0,
    };
    (cost, inside)
}

/// Whether `text` goes on at byte `at` in another script, where a phrase that is wider than a line is cut best:
/// `小惑星|リュウグウの`. Hiragana belongs to what it follows.
fn changes_script(text: &str, at: usize) -> bool {
    let script = |c: char| match c {
        '\u{3041}'..='\u{309F}' => 0,
        '\u{30A1}'..='\u{30FF}' => 1,
        c if c.is_ascii_digit() => 2,
        c if c.is_alphabetic() => 3,
        _ => 4,
    };
    let (before, after) = text.split_at_checked(at).unwrap_or_default();
    let (before, after) = (before.chars().next_back().map(script), after.chars().next().map(script));
    after != Some(0) && before != after
}

/// Words that lean on the word before them.
const LEANS_BACK: [&str; 10] = ["的", "了", "着", "们", "等", "上", "下", "中", "里", "内"];
/// Words that lean on the word after them.
const LEANS_ON: [&str; 14] =
    ["和", "与", "在", "到", "及", "由", "为", "以", "对", "向", "将", "从", "不", "第"];

#[cfg(test)]
mod tests {
    use super::super::{Form, Setting, set};
    use super::*;
    use crate::issue::Article;

    /// The lines of a headline printed on `printed` lines, at `width` cells.
    fn lines(printed: &[&str], width: usize, language: Language) -> Vec<String> {
        let headline = printed.iter().map(|line| (*line).to_owned()).collect();
        let set = set(&Article { headline, ..Article::default() }, &Setting::new(Columns(width), language));
        set.lines().iter().map(|line| set.text(line).to_owned()).collect()
    }

    #[test]
    fn printed_breaks_then_marks_then_words() {
        let cases: [(&[&str], usize, &[&str]); 9] = [
            (&["月球背面的第一张照片", "六十年前"], 24, &["月球背面的第一张照片", "六十年前"]),
            (&["今夜，流星雨登场"], 14, &["今夜，", "流星雨登场"]),
            (&["天文台开放 观测站停电"], 16, &["天文台开放", "观测站停电"]),
            (&["北京时间由陕西授时中心发播"], 20, &["北京时间由陕西", "授时中心发播"]),
            (&["从一枚胶泥字到一块荧光屏"], 24, &["从一枚胶泥字", "到一块荧光屏"]),
            // Rather a line more than a word cut in two.
            (&["月球背面照片"], 6, &["月球", "背面", "照片"]),
            (&["望远镜显微镜"], 10, &["望远镜", "显微镜"]),
            // What leans on the word before it; but not the first character of a word.
            (&["藏在敦煌的经卷上"], 12, &["藏在敦煌的", "经卷上"]),
            (&["月亮从东边上海的天空升起"], 16, &["月亮从东边", "上海的天空升起"]),
        ];
        for (printed, width, expected) in cases {
            let found = lines(printed, width, Language::Chinese(Form::Simplified));
            assert_eq!(found, expected, "{printed:?} at {width}");
        }
    }

    #[test]
    fn japanese_phrases_stay_whole() {
        let cases: [(&str, usize, &[&str]); 3] = [
            ("夏目漱石「坊っちゃん」の舞台は松山", 20, &["夏目漱石", "「坊っちゃん」の", "舞台は松山"]),
            ("月の裏側を初めて写した探査機はルナ3号", 24, &["月の裏側を初めて", "写した探査機はルナ3号"]),
            // A phrase wider than the line is cut where the script changes.
            ("小惑星リュウグウの砂", 14, &["小惑星", "リュウグウの砂"]),
        ];
        for (printed, width, expected) in cases {
            assert_eq!(lines(&[printed], width, Language::Japanese), expected, "{printed} at {width}");
        }
    }
}
