//! What a masthead says: the paper's name, the day, the number.

use super::chars::{is_cjk, is_digit, number as figure};
use jiff::civil::Date;

/// The date in `text`: `2019年5月29日`, `二〇一九年五月二十九日`, `2019-05-29`, `May 29, 2019`.
pub(super) fn date(text: &str) -> Option<Date> {
    chinese(text).or_else(|| figures(text)).or_else(|| english(text))
}

fn chinese(text: &str) -> Option<Date> {
    for (at, _) in text.match_indices('年') {
        let head = text.get(..at)?.trim_end();
        let year = back_digits(head);
        let Some(mut year) = figure(year) else { continue };
        // 民國 years count from 1912, 令和 from 2019, 平成 from 1989, 昭和 from 1926.
        let before = head.strip_suffix(back_digits(head)).unwrap_or_default();
        if let Some((_, first)) =
            [("民國", 1911), ("民国", 1911), ("令和", 2018), ("平成", 1988), ("昭和", 1925)]
                .iter()
                .find(|(era, _)| before.ends_with(era))
        {
            year += first;
        }
        let rest = text.get(at + '年'.len_utf8()..)?.trim_start();
        // 2023年（令和5年）7月20日
        let era = rest.strip_prefix(['(', '（']).and_then(|rest| rest.split_once([')', '）']));
        let rest = era.map_or(rest, |(_, rest)| rest.trim_start());
        let Some((month, rest)) = rest.split_once('月') else { continue };
        let Some((day, _)) = rest.split_once(['日', '号']) else { continue };
        if let Some(found) = day_of(Some(year), figure(month.trim()), figure(day.trim())) {
            return Some(found);
        }
    }
    None
}

/// The digits at the end of `text`.
fn back_digits(text: &str) -> &str {
    let kept = text.trim_end_matches(is_digit);
    text.strip_prefix(kept).unwrap_or_default()
}

/// `2019-05-29`, `2019_05_29`, `2019.5.29`, `2019/5/29`, `20190529`: the first one in `text`.
pub(in crate::parse) fn figures(text: &str) -> Option<Date> {
    let mut runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).peekable();
    while let Some(run) = runs.next() {
        if run.len() == 8 {
            let parts = (run.get(..4), run.get(4..6), run.get(6..));
            if let (Some(y), Some(m), Some(d)) = parts
                && let Some(found) = day_of(figure(y), figure(m), figure(d))
            {
                return Some(found);
            }
        }
        if run.len() == 4 {
            let mut next = runs.clone();
            if let (Some(m), Some(d)) = (next.next(), next.next())
                && m.len() <= 2
                && d.len() <= 2
                && joined(text, run, m, d)
                && let Some(found) = day_of(figure(run), figure(m), figure(d))
            {
                return Some(found);
            }
        }
    }
    None
}

/// Whether the three runs stand in `text` with one and the same mark between them.
fn joined(text: &str, year: &str, month: &str, day: &str) -> bool {
    ['-', '_', '.', '/', '－'].iter().any(|mark| text.contains(&format!("{year}{mark}{month}{mark}{day}")))
}

fn english(text: &str) -> Option<Date> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    if !text.is_ascii() || text.len() > 80 {
        return None;
    }
    let words: Vec<&str> =
        text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let month_at = words.iter().position(|word| {
        word.len() >= 3
            && MONTHS.iter().any(|month| word.to_ascii_lowercase().starts_with(month))
            && word.chars().all(|c| c.is_ascii_alphabetic())
    })?;
    let name = words.get(month_at)?.to_ascii_lowercase();
    let month = MONTHS.iter().position(|month| name.starts_with(month))? + 1;
    let day = |word: &&str| {
        word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<u32>().ok().filter(|&day| day <= 31)
    };
    let year =
        words.iter().find_map(|word| word.parse::<u32>().ok().filter(|year| (1600..2200).contains(year)));
    let after = words.get(month_at + 1).and_then(day);
    let before = month_at.checked_sub(1).and_then(|at| words.get(at)).and_then(day);
    day_of(year, u32::try_from(month).ok(), after.or(before))
}

fn day_of(year: Option<u32>, month: Option<u32>, day: Option<u32>) -> Option<Date> {
    let year = year.filter(|year| (1600..2200).contains(year))?;
    Date::new(i16::try_from(year).ok()?, i8::try_from(month?).ok()?, i8::try_from(day?).ok()?).ok()
}

/// So many figures and a word after them count something else than issues.
const COUNTED: usize = 2;

/// The number, as printed: `第12345期` → `12345`.
pub(super) fn number(text: &str) -> Option<String> {
    for (word, ends) in [
        ("总第", &["期", "号"][..]),
        ("總第", &["期", "號"]),
        ("第", &["期", "号", "號"]),
        ("No.", &[""]),
        ("Nº", &[""]),
    ] {
        let Some(at) = text.find(word) else { continue };
        let rest = text.get(at + word.len()..)?.trim_start();
        let digits = rest.chars().take_while(|&c| is_digit(c)).count();
        let end = rest.char_indices().nth(digits).map_or(rest.len(), |(at, _)| at);
        let (found, after) = rest.split_at_checked(end)?;
        let tail = ends.iter().find_map(|end| after.trim_start().strip_prefix(end));
        // `第3期工程开工` is a title.
        let whole = |tail: &str| digits > COUNTED || !tail.starts_with(is_cjk);
        if digits >= 1 && tail.is_some_and(whole) {
            return Some(found.to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests;
