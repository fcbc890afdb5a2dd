//! A text on at most so many short lines, for a list.

use unicode_segmentation::UnicodeSegmentation;

use super::breaks;
use super::language::Language;
use super::sanitize::printable;
use super::width::{Columns, Widths, fit};
use super::words;

/// `printed` lines broken anew at `columns`, on at most `most` lines; what does not fit is cut with `…`.
///
/// A printed line that fits stays a line, as long as there are enough lines for all. If there are too many but they
/// fit, the first stay lines and the rest runs on the last one; otherwise all run on with a space between them, broken
/// between words where that takes nothing from the last line. Nothing is returned for texts without a character to show.
#[must_use]
pub fn clamp(
    printed: &[&str],
    columns: Columns,
    most: usize,
    language: Language,
    widths: Widths,
) -> Vec<String> {
    let lines: Vec<_> = printed.iter().map(|line| printable(line).trim().to_owned()).collect();
    let mut lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    let fits = |lines: &[String]| lines.iter().all(|line| widths.text(line) <= columns);
    if lines.len() <= most && fits(&lines) {
        return lines;
    }
    if let Some((first, rest)) = lines.split_at_checked(most.saturating_sub(1))
        && lines.len() > most
        && most > 0
        && fits(first)
    {
        let last = fit(&rest.join(" "), columns, widths).into_owned();
        lines.truncate(most - 1);
        lines.push(last);
        return lines;
    }
    run_on(&lines.join(" "), columns, most, language, widths)
}

fn run_on(text: &str, columns: Columns, most: usize, language: Language, widths: Widths) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = text;
    while !rest.is_empty() && out.len() < most {
        let cut = match most - out.len() {
            1 => rest.len(),
            left => {
                let ends = first_line(rest, columns, language, widths);
                let cut = |end: usize| rest.split_at_checked(end).map_or("", |(_, after)| after.trim_start());
                // The last line would hold all that is left, but not with the rest of a word before it.
                let takes = left == 2
                    && widths.text(cut(ends.any)) <= columns
                    && widths.text(cut(ends.between_words)) > columns;
                if takes { ends.any } else { ends.between_words }
            }
        };
        let (line, after) = rest.split_at_checked(cut).unwrap_or((rest, ""));
        out.push(fit(line.trim_end(), columns, widths).into_owned());
        rest = after.trim_start();
    }
    out
}

/// Where the first line of a text may end, in bytes.
struct Ends {
    /// At the last break that fits, else after as many clusters as fit, at least one.
    any: usize,
    /// At the last that is not inside a word, unless that is less than half a line.
    between_words: usize,
}

/// Clusters after a line that are looked at to tell its last word.
const LOOK_AHEAD: usize = 6;

fn first_line(text: &str, columns: Columns, language: Language, widths: Widths) -> Ends {
    let (mut used, mut fits, mut seen) = (Columns::ZERO, 0, 0);
    let mut clusters = text.grapheme_indices(true);
    for (at, cluster) in clusters.by_ref() {
        used += widths.cluster(cluster);
        seen = at + cluster.len();
        if used <= columns || at == 0 {
            fits = seen;
        } else if !cluster.trim().is_empty() {
            break;
        }
    }
    if fits == text.len() {
        return Ends { any: fits, between_words: fits };
    }
    // No more of the text than can matter is looked at: an article without a head has all its text as its title.
    let window = text.get(..seen).unwrap_or(text);
    let trimmed = |end: usize| text.get(..end).unwrap_or_default().trim_end();
    let fitting: Vec<usize> = breaks::opportunities(window, language)
        .into_iter()
        .filter(|end| *end < window.len() && trimmed(*end).len() <= fits)
        .collect();
    let Some(any) = fitting.last().copied() else { return Ends { any: fits, between_words: fits } };
    let end = clusters.nth(LOOK_AHEAD - 1).map_or(text.len(), |(at, _)| at);
    let borders = words::borders(text.get(..end).unwrap_or(text), language);
    let is_border = |end: &usize| {
        borders.as_ref().is_none_or(|borders| borders.iter().any(|(border, _)| border == end))
            || trimmed(*end).len() < *end
    };
    // One character alone on the next line looks lost.
    let is_lost = |end: &usize| {
        let after = text.get(*end..).unwrap_or_default().graphemes(true).take(4);
        after.filter(|cluster| cluster.contains(char::is_alphanumeric)).count() < 2
    };
    let borders: Vec<usize> = fitting.into_iter().rev().filter(is_border).collect();
    let between_words = borders.iter().find(|end| !is_lost(end)).or(borders.first()).copied().unwrap_or(any);
    let is_short = widths.text(trimmed(between_words)) < columns.half();
    Ends { any, between_words: if is_short { any } else { between_words } }
}

#[cfg(test)]
mod tests {
    use super::super::{Ambiguous, Form};
    use super::*;

    fn clamped(printed: &[&str], columns: usize, most: usize) -> Vec<String> {
        clamp(
            printed,
            Columns(columns),
            most,
            Language::Chinese(Form::Simplified),
            Widths::new(Ambiguous::Narrow),
        )
    }

    #[test]
    fn titles_on_two_lines() {
        let cases: [(&[&str], usize, &[&str]); 14] = [
            (&["铅字醒来", "“第一版”付印"], 14, &["铅字醒来", "“第一版”付印"]),
            (&["铅字醒来", "“第一版”付印"], 10, &["铅字醒来", "“第一版”…"]),
            (&["木星在黄昏升起"], 20, &["木星在黄昏升起"]),
            (&["木星在黄昏升起"], 8, &["木星在", "黄昏升起"]),
            // All of it goes before a whole word.
            (&["望远镜里的木星"], 8, &["望远镜里", "的木星"]),
            (&["木星在黄昏的天边"], 8, &["木星在黄", "昏的天边"]),
            // No character stands alone where another break is as good.
            (&["报纸怎样成为日报的"], 16, &["报纸怎样成为", "日报的"]),
            (&["長江三峽的老棧橋"], 12, &["長江三峽的老", "棧橋"]),
            (&["今夜，“土星”合月，天晴可见"], 12, &["今夜，“土星”", "合月，天晴…"]),
            (&["The summer the lead went cold"], 14, &["The summer the", "lead went cold"]),
            (&["一", "二", "三"], 6, &["一", "二 三"]),
            (&["流星后来", "月亮先落", "今夜凌晨登场"], 16, &["流星后来", "月亮先落 今夜凌…"]),
            (&["流星后来今夜登场", "月亮先落", "凌晨"], 10, &["流星后来", "今夜登场…"]),
            (&["", "　"], 6, &[]),
        ];
        for (printed, columns, expected) in cases {
            assert_eq!(clamped(printed, columns, 2), expected, "{printed:?} at {columns}");
        }
    }

    #[test]
    fn no_line_is_too_wide_and_a_closing_mark_begins_none() {
        let text = "（一）“铅字”与《活版》：从 ASCII 到 Unicode，再到 👩‍👩‍👧 与 e\u{301}；URL https://example.com/a?b=c。";
        let widths = Widths::new(Ambiguous::Narrow);
        for columns in 1..80 {
            for most in 1..5 {
                let lines = clamped(&[text], columns, most);
                assert!(lines.len() <= most);
                assert!(
                    lines.iter().all(|line| widths.text(line) <= Columns(columns)),
                    "{columns}: {lines:?}"
                );
                let cut =
                    lines.iter().skip(1).find(|line| line.starts_with(['，', '）', '”', '》', '；', '。']));
                assert!(cut.is_none() || columns < 6, "{columns}: {lines:?}");
            }
        }
    }
}
