//! What stands at the head of a page above its first article: the paper's name, also in Latin letters, the page's number
//! and name, the day, who made the page, who publishes the paper and where it is to be reached.
//!
//! Few of these lines say alone what they are: `产经` could be anything. Together they do: they are short, they stand
//! above all else, and among them is one that is sure, mostly the day.

use super::chars::{is_han, is_kana};
use super::cue::{Cue, Cues};
use super::line::Line;
use super::{masthead, pages};

/// Most lines of a page's head.
const LINES: usize = 12;
/// Most characters of one.
const LONG: u32 = 80;
/// Most characters of a number or a name that stands alone.
const SPREAD: u32 = 4;
/// Most characters of a page's name.
const NAME: usize = 10;

/// What is sure to be a line of a page's head.
const SURE: &[Cue] =
    &[Cue::Calendar, Cue::PageHeading, Cue::PageCredits, Cue::PaperName, Cue::IssueNumber, Cue::UnderHeading];

/// How many of `lines`, which begin a page, are its head; 0 if none of them is sure.
pub(super) fn head(lines: &[Line<'_>]) -> usize {
    let sure_of = |line: &Line<'_>| {
        line.cues.any(&[Cue::Calendar, Cue::PageCredits, Cue::IssueNumber]) || dated(line.text)
    };
    let small = |line: &Line<'_>| {
        line.chars.0 <= LONG
            && !line.cues.any(&[Cue::Dateline, Cue::EndsStop])
            && (!line.cues.has(Cue::Stops) || line.text.contains('．'))
            && (line.cues.any(SURE)
                || dated(line.text)
                || address(line.text)
                || (!line.cues.has(Cue::Byline)
                    && (imprint(line.text)
                        || name(line.text, line.cues)
                        || section(line.text)
                        || numbered(line.text))))
    };
    // `第02版：要闻` begins a page, a form feed another one.
    let begins = |line: &Line<'_>| {
        line.page_break
            || line.cues.has(Cue::PageHeading) && line.text.contains(['版', '面']) && !edition(line.text)
    };
    let may = lines.iter().take(LINES).enumerate();
    let may = may.take_while(|&(n, line)| small(line) && !(n > 0 && begins(line)));
    let (mut count, mut sure) = (0, false);
    for (n, line) in may {
        sure |= sure_of(line);
        let whole = sure_of(line) || section(line.text) || numbered(line.text);
        // A name and its number on two lines.
        let number = |n: usize| lines.get(n).is_some_and(|line| pages::is_number(line.text));
        let before = n > 0 && number(n - 1) && line.chars.0 <= 2;
        let pair = n == count && (number(n) || name(line.text, line.cues) && (before || number(n + 1)));
        if whole || pair || line.cues.any(SURE) || address(line.text) {
            count = n + 1;
        }
    }
    if sure { count } else { 0 }
}

/// How many of `lines` are the head of a page that follows another without a form feed; 0 if they are none, or one line.
pub(super) fn next_head(lines: &[Line<'_>]) -> usize {
    let opens = |line: &Line<'_>| {
        let plain = || pages::is_number(line.text) || section(line.text) || numbered(line.text);
        line.cues.any(&[Cue::PaperName, Cue::Calendar]) || line.chars.0 <= 16 && plain()
    };
    let count = if lines.first().is_some_and(opens) { head(lines) } else { 0 };
    if count >= 2 { count } else { 0 }
}

/// Whether `lines` go on with a page's heading, or open with one that has nothing sure in it: a usual name, or a number and a
/// usual name. `headed` says that a part of it stands before them.
pub(super) fn spread(lines: &[Line<'_>], headed: bool) -> bool {
    let small = |line: &Line<'_>| {
        line.chars.0 <= SPREAD && line.text.chars().all(char::is_alphanumeric) && !line.cues.any(SURE)
    };
    let plain = |n: usize| lines.get(n).filter(|line| small(line)).map(|line| line.text);
    plain(0).is_some_and(pages::is_section)
        || plain(0).is_some_and(pages::is_number) && (headed || plain(1).is_some_and(pages::is_section))
        || headed && plain(0).is_some() && head(lines) > 0
}

/// Whether `text` says where the paper is to be reached or what its number is.
fn address(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "www.",
        "http",
        "@",
        "邮箱",
        "郵箱",
        "统一刊号",
        "统一连续",
        "统一出版",
        "邮发代号",
        "总第",
        "總第",
        "郵便物",
        "発行所",
        "©",
        "〒",
        "日刊",
    ];
    WORDS.iter().any(|word| text.contains(word))
        || pages_today(text)
        || weather(text)
        || edition(text)
        || makers(text)
        || japanese(text)
        || text.starts_with("【旧")
}

/// What the sky will do, as mastheads have it: `今日天气：多云`, `阴有阵雨 9℃~15℃`. A headline has no range.
fn weather(text: &str) -> bool {
    ["今日天气", "今天天气", "今日天氣"].iter().any(|word| text.starts_with(word))
        || text.contains('℃') && text.contains(['~', '～', '—', '级', '級'])
}

/// A Japanese paper's edition: `13版`.
fn edition(text: &str) -> bool {
    text.strip_suffix('版').is_some_and(|number| {
        let figures = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
        (1..=2).contains(&number.chars().count()) && number.chars().all(figures)
    })
}

/// A page's name and its number, in either order: `小樽・後志　17`, `3　要闻·国际`, `国際　（８）　１５版`.
fn numbered(text: &str) -> bool {
    parted(text).is_some()
}

/// The id and the name of the page that one of the lines of its head names, or two: its number alone on one of them.
pub(super) fn page(head: &[Line<'_>]) -> Option<(String, String)> {
    let narrow = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        _ => c,
    };
    let one = |text: &str| {
        let named = parted(text).map(|(id, name)| (id.chars().map(narrow).collect(), name));
        pages::page_heading(text).or(named)
    };
    let two = || {
        let at = head.iter().position(|line| pages::is_number(line.text))?;
        let beside = [at.checked_add(1), at.checked_sub(1)];
        let beside = beside.into_iter().flatten().filter_map(|n| head.get(n));
        let name = beside.filter(|line| !line.cues.any(SURE) || line.cues.has(Cue::UnderHeading));
        let mut name = name.filter(|line| name_of(line.text)).map(|line| line.text.to_owned());
        Some((head.get(at)?.text.chars().map(narrow).collect(), name.next().unwrap_or_default()))
    };
    let made = |line: &&Line<'_>| !line.cues.has(Cue::PageCredits);
    let found = head.iter().filter(made).find_map(|line| one(line.text));
    match found {
        Some((id, name)) if !name.is_empty() => Some((id, name)),
        nameless => two().or(nameless),
    }
}

/// Whether `text` could be nothing but a page's name.
fn name_of(text: &str) -> bool {
    name(text, Cues::default())
        && !pages::is_number(text)
        && !super::words::paper_name(text)
        && masthead::date(text).is_none()
}

/// The number and the rest of a short line that begins or ends with a number.
fn parted(text: &str) -> Option<(&str, String)> {
    let edge = |c: char| {
        c.is_numeric() && !is_han(c)
            || c.is_ascii_uppercase()
            || matches!(c, '（' | '）' | '(' | ')' | '版' | '面')
    };
    let ends = text.starts_with(edge) || text.ends_with(edge);
    if !ends || text.chars().count() > 16 || !text.contains(|c| is_han(c) || is_kana(c)) {
        return None;
    }
    let number = |word: &str| {
        let bare = word.trim_matches(['（', '）', '(', ')']).trim_end_matches(['版', '面']);
        let figures = bare.trim_start_matches(|c: char| c.is_ascii_uppercase());
        bare.len() - figures.len() <= 1
            && (1..=2).contains(&figures.chars().count())
            && figures.chars().all(|c| c.is_numeric() && !is_han(c))
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = match words.as_slice() {
        [_] | [] => None,
        [first, .., last] if number(last) && !number(first) => {
            // `国際　（８）　１５版`: the edition comes last.
            let before = words.len() - 2;
            let edition =
                last.ends_with('版') && before > 0 && words.get(before).is_some_and(|word| number(word));
            Some(if edition { before } else { words.len() - 1 })
        }
        [first, ..] => number(first).then_some(0),
    }?;
    let id = words.get(at)?.trim_matches(['（', '）', '(', ')']);
    let rest = words.iter().enumerate().filter(|&(n, word)| n != at && !(n > at && number(word)));
    Some((id, rest.map(|(_, word)| *word).collect::<Vec<_>>().join(" ")))
}

/// A year or a place on a line of its own: `２０２５年（令和７年）`, `東京都中央区築地5−3−2`.
fn japanese(text: &str) -> bool {
    let figures = |c: char| c.is_numeric() && !is_han(c);
    let year = text.starts_with(figures)
        && (text.ends_with('年') || text.ends_with("年）") || text.ends_with("年)"));
    let place =
        text.ends_with(figures) && text.contains(['都', '道', '府', '県']) && text.contains(['区', '市']);
    (year || place) && text.chars().count() <= 24
}

/// A page's usual names, or where all on it comes from: `社会·民生`, `尼崎・西宮・芦屋・伊丹`.
fn section(text: &str) -> bool {
    let apart = ['·', '・', '‧', '．', '、', '/', '／', '|', '｜'];
    let places = || {
        text.contains(apart)
            && text.split(apart).count() >= 4
            && text.split(apart).all(|word| word.chars().count() <= 6)
    };
    text.split(apart).all(pages::is_section) || places()
}

/// The day of the week and the makers in one line: `2021年10月22日/星期五/…/校对 …`.
fn dated(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && (text.contains("星期") || text.contains("曜日"))
        && masthead::date(text).is_some()
}

/// Who made the page, with a stroke, a colon or a space between the work and the name: `主編／甲乙丙 編輯／丁戊己`.
fn makers(text: &str) -> bool {
    const WORK: &[&str] = &[
        "编辑", "編輯", "主编", "主編", "责编", "責編", "美编", "美編", "美术", "美術", "版面", "版式",
        "视觉", "視覺", "设计", "設計", "校对", "校對", "组版", "排版", "照排", "制图", "製圖", "值班",
    ];
    let apart = |c: char| c.is_whitespace() || matches!(c, '：' | ':' | '／' | '/');
    let Some((first, rest)) = text.split_once(apart) else { return false };
    first.chars().nth(6).is_none() && !rest.is_empty() && WORK.iter().any(|work| first.ends_with(work))
}

/// Whether `text` says who publishes the paper.
fn imprint(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "主管",
        "主办",
        "主辦",
        "出版",
        "农历",
        "農曆",
        "零售",
        "发行",
        "發行",
        "客户端",
        "电话",
        "電話",
        "热线",
        "旧暦",
    ];
    WORDS.iter().any(|word| text.contains(word))
}

/// `今日12版`, `今日8版 总第3000期`.
fn pages_today(text: &str) -> bool {
    let rest = ["今日", "今天", "本期"].iter().find_map(|word| text.strip_prefix(word));
    let rest =
        rest.map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '共' || c == ' '));
    rest.is_some_and(|rest| rest.starts_with(['版', '张']))
}

/// Whether `text` could be the name of a paper or a page, or its number.
fn name(text: &str, cues: Cues) -> bool {
    if cues.any(&[Cue::Commas, Cue::Asks, Cue::EndsLead, Cue::OpensDash, Cue::NoticeHead, Cue::Says]) {
        return false;
    }
    let plain = |c: char| {
        c.is_alphanumeric()
            || c.is_whitespace()
            || matches!(c, '·' | '・' | '‧' | '•' | '．' | '／' | '-' | '|' | '｜' | '.' | '&' | '▏')
    };
    let latin = text.is_ascii() && !text.bytes().any(|c| c.is_ascii_lowercase());
    let paper = text.split(char::is_whitespace).any(super::words::paper_name);
    text.chars().all(plain)
        && (latin
            || paper
            || pages::is_number(text)
            || (text.chars().count() <= NAME && text.contains(|c| is_han(c) || is_kana(c))))
}

#[cfg(test)]
mod tests;
