//! A text on at most so many short lines, for a list.

use std::collections::BTreeSet;

use unicode_segmentation::UnicodeSegmentation;

use super::breaks;
use super::language::Language;
use super::sanitize::printable;
use super::width::{Columns, Widths, fit};

/// `printed` lines broken anew at `columns`, on at most `most` lines; what does not fit is cut with `…`.
///
/// A printed line that fits stays a line, as long as there are enough lines for all; otherwise they run on with a
/// space between them. Nothing is returned for texts without a character to show.
#[must_use]
pub fn clamp(
    printed: &[&str],
    columns: Columns,
    most: usize,
    language: Language,
    widths: Widths,
) -> Vec<String> {
    let lines: Vec<_> = printed.iter().map(|line| printable(line).trim().to_owned()).collect();
    let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
    if lines.len() <= most && lines.iter().all(|line| widths.text(line) <= columns) {
        return lines;
    }
    let text = lines.join(" ");
    let mut out = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() && out.len() < most {
        let cut =
            if out.len() + 1 == most { rest.len() } else { first_line(rest, columns, language, widths) };
        let (line, after) = rest.split_at_checked(cut).unwrap_or((rest, ""));
        out.push(fit(line.trim_end(), columns, widths).into_owned());
        rest = after.trim_start();
    }
    out
}

/// The bytes of `text` that the first line takes: up to the last break that fits, else as many clusters as fit, at
/// least one.
fn first_line(text: &str, columns: Columns, language: Language, widths: Widths) -> usize {
    let (mut used, mut fits, mut seen) = (Columns::ZERO, 0, 0);
    for (at, cluster) in text.grapheme_indices(true) {
        used += widths.cluster(cluster);
        seen = at + cluster.len();
        if used <= columns || at == 0 {
            fits = seen;
        } else if !cluster.trim().is_empty() {
            break;
        }
    }
    if fits == text.len() {
        return fits;
    }
    // No more of the text than can matter is looked at: an article without a head has all its text as its title.
    let window = text.get(..seen).unwrap_or(text);
    let breaks: BTreeSet<usize> = breaks::opportunities(window, language).into_iter().collect();
    let trimmed = |end: usize| text.get(..end).unwrap_or_default().trim_end().len();
    breaks
        .into_iter()
        .rev()
        .find(|end| *end < window.len() && trimmed(*end) <= fits)
        .filter(|end| *end > 0)
        .unwrap_or(fits)
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
        let cases: [(&[&str], usize, &[&str]); 8] = [
            (&["铅字醒来", "“第一版”付印"], 14, &["铅字醒来", "“第一版”付印"]),
            (&["铅字醒来", "“第一版”付印"], 10, &["铅字醒来", "“第一版”…"]),
            (&["木星在黄昏升起"], 20, &["木星在黄昏升起"]),
            (&["木星在黄昏升起"], 8, &["木星在黄", "昏升起"]),
            (&["今夜，“土星”合月，天晴可见"], 12, &["今夜，“土星”", "合月，天晴…"]),
            (&["The summer the lead went cold"], 14, &["The summer the", "lead went cold"]),
            (&["一", "二", "三"], 6, &["一 二", "三"]),
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
