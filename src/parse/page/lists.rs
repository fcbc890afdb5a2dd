//! Lists and tables: short lines in a row that are no heads.

use super::around::{bodyish, titlish};
use super::cue::{Cue, Cues};
use super::line::Line;

/// Marks the lists of names and figures: two lines and more in a row that end with a figure set apart.
pub(super) fn figures(lines: &mut [Line<'_>]) {
    let mut at = 0;
    while at < lines.len() {
        let rest = lines.get_mut(at..).unwrap_or_default();
        // One line is no list.
        if !rest.iter().take(2).all(|line| line.words.spaced()) {
            at += 1;
            continue;
        }
        let row = |line: &&Line<'_>| {
            let names = line.cues.any(&[Cue::Byline, Cue::MarkedNames]);
            line.words.spaced() && !line.cues.has(Cue::Long) && !bodyish(line.cues) && !names
        };
        let table = rest.first().filter(row).map_or(0, |line| columns(line.text));
        let rows = rest.iter().take_while(row).map(|line| columns(line.text));
        let fits = |&columns: &usize| columns >= COLUMNS && columns.abs_diff(table) <= 1;
        let rows = if table >= COLUMNS { rows.take_while(fits).count() } else { 0 };
        let figure = |line: &&Line<'_>| titlish(line.cues) && line.words.spaced() && figure_apart(line.text);
        let count = rows.max(rest.iter().take_while(figure).count());
        if count >= 2 {
            rest.iter_mut().take(count).for_each(|line| line.cues.set(Cue::Figures));
        }
        at += count.max(1);
    }
}

/// No head has so many lines.
const LIST: usize = 7;
/// Most lines of the head after a list.
const HEAD: usize = 3;

/// Marks the long runs of short lines that no byline and no dateline ends: names, winners, results. The first line may be
/// what the list is of, the last ones may head the text after it.
pub(super) fn lists(lines: &mut [Line<'_>]) {
    let item = |line: &Line<'_>| {
        let heads =
            [Cue::Rubric, Cue::Column, Cue::NoticeHead, Cue::InTeaser, Cue::EndsPageRef, Cue::TeaserWord];
        (titlish(line.cues) || line.cues.has(Cue::Clock)) && !line.cues.any(&heads)
    };
    let mut at = 0;
    while at < lines.len() {
        let rest = lines.get_mut(at..).unwrap_or_default();
        let count = rest.iter().take_while(|line| item(line)).count();
        let next = rest.get(count).map_or(Cues::default(), |line| line.cues);
        let told = next.any(&[Cue::Byline, Cue::MarkedNames, Cue::Dateline, Cue::Reporter]);
        // No head has so many lines that a list before it could be one.
        if count >= LIST && (!told || count >= LIST + HEAD) {
            rest.iter_mut().take(count - HEAD).skip(1).for_each(|line| line.cues.set(Cue::Figures));
        }
        at += count.max(1);
    }
}

/// So many words set apart are a row of a table, if the line before or after has as many.
const COLUMNS: usize = 4;

/// How many words `text` has that are set apart; one more if two of them are figures, `一等奖 5注 单注8120元`.
fn columns(text: &str) -> usize {
    let (mut words, mut figures) = (0, 0);
    for word in text.split_whitespace() {
        words += 1;
        figures += usize::from(word.bytes().any(|b| b.is_ascii_digit()));
    }
    words + usize::from(figures >= 2)
}

/// `设备故障停机时间下降　18%`, `海口：多云　20℃—27℃`, `世帯 6,412(-3)`.
fn figure_apart(text: &str) -> bool {
    let Some((name, figure)) = text.rsplit_once(char::is_whitespace) else { return false };
    let digits = figure.chars().filter(char::is_ascii_digit).count();
    let bare = figure.trim_end_matches(|c: char| !c.is_ascii_digit());
    let unit = bare.chars().count();
    // `6乘客擦伤` says more than a figure and its unit.
    let told = figure.get(bare.len()..).unwrap_or_default().chars().filter(|c| c.is_alphabetic()).count() > 3;
    figure.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '约' | '約'))
        && (!told && figure.chars().count() - unit <= 5 || digits >= 4)
        && name.chars().any(char::is_alphabetic)
}
