//! What stands between a head and its text, and between a subhead and its paragraph: pictures, points, what the text says
//! in a clause; and the boxes within a text.

use super::around::{bodyish, titlish};
use super::chars::{is_comma, is_mark, is_stop};
use super::cue::{Cue, Cues};
use super::line::Line;
use super::{rubric, words};

/// Least and most characters of a summary.
const SUMMARY: u32 = 14;
const SUMMARIES: u32 = 100;
/// Most characters of a subhead's second line, and where there are more such.
const SHORT: u32 = 30;
const SECOND: u32 = 46;
/// Most characters of what leads up to a headline.
const LED: u32 = 46;
/// Most characters of a caption.
const CAPTION: u32 = 120;

/// Who wrote a text, as it stands in its head.
const NAMES: &[Cue] = &[Cue::Byline, Cue::MarkedNames, Cue::NameAfter];
/// What opens a text.
const OPENINGS: &[Cue] = &[Cue::Dateline, Cue::Reporter];
/// What is no summary, and no second line of a subhead.
const OTHER: &[Cue] = &[
    Cue::Dateline,
    Cue::Reporter,
    Cue::Byline,
    Cue::MarkedNames,
    Cue::NameAfter,
    Cue::Credit,
    Cue::Picture,
    Cue::Unpaired,
];

/// Sets the cues of all that.
pub(super) fn look(lines: &mut [Line<'_>]) {
    summaries(lines);
    leads_up(lines);
    pictures(lines);
    boxes(lines);
}

/// Whether `text` begins with the end of a sentence.
pub(super) fn goes_on(text: &str) -> bool {
    let mut first = text.chars().take(4);
    first.next().is_some_and(is_comma) || text.chars().nth(1).is_some_and(is_comma) || first.any(is_stop)
}

fn cues(lines: &[Line<'_>], n: usize) -> Cues {
    lines.get(n).map_or(Cues::default(), |line| line.cues)
}

/// What has no end mark between an essay's head and its first paragraph was not cut: it says what the text says. News, which
/// reporters or marks sign, have no such line. A subhead may have a second line.
fn summaries(lines: &mut [Line<'_>]) {
    // Where more than one subhead has a second line, it may be long.
    let long = |n: &usize| second(lines, *n) && lines.get(*n).is_some_and(|line| line.chars.0 > SHORT);
    let many = (1..lines.len()).filter(long).nth(1).is_some();
    let mut most = 0;
    for n in 1..lines.len() {
        let before = cues(lines, n - 1);
        let signed = n > 1 && titlish(cues(lines, n - 2));
        // Some have two or three.
        if signed && before.any(&[Cue::MarkedNames, Cue::NameAfter]) && !before.has(Cue::Marked) {
            most = SUMMARIES;
        }
        let second = match second(lines, n) {
            true if cues(lines, n).has(Cue::Short) => SHORT,
            true if many => SECOND,
            _ => 0,
        };
        let sums = sums_up(lines, n, most);
        let anew = sums || sums_up(lines, n, second);
        most = if sums { most } else { 0 };
        if let Some(next) = lines.get_mut(n + 1).filter(|_| anew) {
            next.cues.clear_if(true, Cue::AfterOpen);
            next.cues.clear_if(true, Cue::AfterMaybeOpen);
        }
    }
}

/// Whether line `n` could be the second line of a subhead.
fn second(lines: &[Line<'_>], n: usize) -> bool {
    let (before, line) = (cues(lines, n - 1), cues(lines, n));
    before.has(Cue::BodyBefore)
        && titlish(before)
        && before.has(Cue::Short)
        && !before.any(&[Cue::EndsStop, Cue::AfterOpen, Cue::AfterMaybeOpen])
        && line.any(&[Cue::Short, Cue::Middle])
        && line.has(Cue::EndsLetter)
        && !line.any(OTHER)
        && !line.has(Cue::Stops)
}

/// Whether line `n` is a summary of at most `most` characters, and the line after it begins anew.
fn sums_up(lines: &[Line<'_>], n: usize, most: u32) -> bool {
    let (Some(line), Some(next)) = (lines.get(n), lines.get(n + 1)) else { return false };
    let clause = !line.cues.has(Cue::Stops);
    line.cues.has(Cue::EndsLetter)
        && !line.cues.any(OTHER)
        && (SUMMARY..=most).contains(&line.chars.0)
        && (clause || most == SUMMARIES)
        && (clause || next.cues.any(&[Cue::Long, Cue::Opening]))
        && !goes_on(next.text)
}

/// Two sentences may lead up to a headline that ends with its column's name.
fn leads_up(lines: &mut [Line<'_>]) {
    for n in 1..lines.len() {
        let title = cues(lines, n);
        let leads = |line: &&mut Line<'_>| line.cues.has(Cue::EndsDash) && line.chars.0 <= LED;
        if title.has(Cue::EndsColumn)
            && titlish(title)
            && let Some(line) = lines.get_mut(n - 1).filter(leads)
        {
            line.cues.clear_if(true, Cue::Stops);
            line.cues.clear_if(true, Cue::Period);
        }
    }
}

/// How far a head has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Under {
    /// The text has begun.
    Text,
    Title,
    Names,
    /// Pictures stand under a head that names who wrote the text.
    Pictures,
}

/// Marks the captions under a head, who made a chart there, and what begins the text behind them.
///
/// Many papers' dumps have a text's pictures before its first paragraph, each with its credit.
fn pictures(lines: &mut [Line<'_>]) {
    let mut under = Under::Text;
    for n in 0..lines.len() {
        let next = cues(lines, n + 1);
        let photo = next.has(Cue::Credit) && lines.get(n + 1).is_some_and(|next| took(next.text));
        let untold = bodyish(next) && !next.any(OPENINGS);
        let point = n > 0 && lines.get(n - 1).is_some_and(is_point);
        let Some(line) = lines.get_mut(n) else { break };
        // A report in pictures and words has a byline.
        let report = line.cues.has(Cue::Byline) && line.text.ends_with("摄影报道");
        line.cues.clear_if(under == Under::Title && untold && report, Cue::Credit);
        let made = under != Under::Text && line.cues.has(Cue::PageCredits) && words::draws(line.text);
        line.cues.clear_if(made, Cue::PageCredits);
        line.cues.set_if(made, Cue::Credit);
        let shown = line.cues.has(Cue::EndsStop) && bodyish(line.cues) && line.chars.0 <= CAPTION;
        let caption = under != Under::Text && photo && shown && !line.cues.any(OPENINGS);
        line.cues.set_if(caption, Cue::Picture);
        let cues = line.cues;
        // What the text says in points stands before its dateline.
        let begins = under != Under::Text && point && cues.has(Cue::Dateline)
            || under == Under::Pictures && untold && titlish(cues);
        line.cues.set_if(caption || begins, Cue::UnderHead);
        under = match under {
            _ if begins => Under::Text,
            _ if titlish(cues) => Under::Title,
            Under::Title if cues.any(NAMES) && !cues.has(Cue::Credit) => Under::Names,
            Under::Names if cues.has(Cue::Credit) => Under::Pictures,
            Under::Title | Under::Names | Under::Pictures
                if is_point(line) || cues.any(&[Cue::Credit, Cue::Picture]) =>
            {
                under
            }
            _ => Under::Text,
        };
    }
}

/// Whether `line` is one of the points in which a long text is summed up: `■…`.
fn is_point(line: &Line<'_>) -> bool {
    line.text.starts_with(is_mark) && !line.cues.has(Cue::Short)
}

/// A box that nobody signs belongs to the text before it, with its title if it has one; so does where to write to, after
/// the text's end.
fn boxes(lines: &mut [Line<'_>]) {
    for n in 1..lines.len() {
        let before = cues(lines, n - 1);
        let ended = before.any(&[Cue::TailNote, Cue::TailDateline, Cue::Credit]);
        let text = |n: usize| bodyish(cues(lines, n)) && !cues(lines, n).any(OPENINGS);
        let title = titlish(cues(lines, n + 1)) && text(n + 2);
        let unsigned = (ended || bodyish(before)) && (title || text(n + 1));
        let Some(line) = lines.get_mut(n) else { break };
        let mail = line.cues.has(Cue::Contact) && line.text.contains('@');
        line.cues.set_if(ended && mail && !line.cues.has(Cue::PageCredits), Cue::Credit);
        if !(unsigned && line.cues.has(Cue::Tiny) && rubric::box_label(line.text)) {
            continue;
        }
        for line in lines.iter_mut().skip(n).take(1 + usize::from(title)) {
            line.cues.set(Cue::BoxLabel);
            line.cues.clear_if(true, Cue::Column);
            line.cues.clear_if(true, Cue::Rubric);
        }
    }
}

/// Whether a credit says who took or gave a picture, with or without its agency in brackets.
fn took(text: &str) -> bool {
    let text = match text.strip_suffix(['）', ')']).and_then(|text| text.rsplit_once(['（', '('])) {
        Some((name, _)) => name.trim_end(),
        None => text,
    };
    ["摄", "攝", "供图", "供圖", "提供", "摄影报道"].iter().any(|end| text.ends_with(end))
}

#[cfg(test)]
mod tests;
