//! Lines that speak of pages: headings, numbers that point to another page, turns.

use super::chars::{self, is_digit, is_han, is_stop};
use super::masthead;
use super::words::squeezed;

/// A page's id as the model has it: Chinese numerals become figures, the rest stays.
fn page_id(id: &str) -> String {
    match chars::number(id) {
        Some(number) if id.chars().any(is_han) => number.to_string(),
        _ => id.to_owned(),
    }
}

/// Whether `c` may stand in a line that is nothing but a page number. Most titles have none of these at their ends.
fn of_page_ref(c: char) -> bool {
    is_digit(c)
        || c.is_ascii_uppercase()
        || c.is_whitespace()
        || matches!(c, '（' | '）' | '(' | ')' | '【' | '】' | '>' | '→' | '»' | '·' | '。' | '.' | 'p')
        || matches!(c, '详' | '詳' | '见' | '見' | '下' | '转' | '轉' | '刊' | '第' | '版' | '面')
}

/// The page that a line that is nothing but a page number names: `A03`, `（A04）`, `详见3版`, `→第5版`.
pub(super) fn page_ref(text: &str) -> Option<String> {
    const LEADS: [&str; 10] = ["详见", "詳見", "见", "見", "下转", "转", "轉", "刊", "P.", "p."];
    if !(text.len() <= 48 && text.chars().all(of_page_ref) && text.chars().any(is_digit)) {
        return None;
    }
    let bare = squeezed(text);
    let bare = bare
        .trim_matches(|c| matches!(c, '（' | '）' | '(' | ')' | '【' | '】' | '>' | '→' | '»' | '·' | '。'));
    let lead = LEADS.iter().find_map(|word| bare.strip_prefix(word));
    let rest = lead.unwrap_or(bare);
    let rest = rest.strip_prefix('第').unwrap_or(rest);
    let version = rest.strip_suffix('版').or_else(|| rest.strip_suffix('面'));
    let id = version.unwrap_or(rest);
    let figures = id.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = id.len() - figures.len();
    let good = letters <= 2 && (1..=3).contains(&figures.chars().count()) && figures.chars().all(is_digit);
    let clear = letters > 0 || version.is_some() || lead.is_some();
    (good && clear).then(|| page_id(id))
}

/// The page that the brackets at the end of a title name: `…有哪些硬招？（A04）`.
pub(super) fn ends_page_ref(text: &str) -> Option<String> {
    // The page stands at one of the ends, and has a figure.
    let figure = text.chars().rev().take_while(|&c| of_page_ref(c)).any(is_digit);
    let first = || text.split(char::is_whitespace).next().is_some_and(|word| word.ends_with(['版', '面']));
    if !(figure || text.starts_with(of_page_ref) && first()) {
        return None;
    }
    if let Some((before, page)) = text.rsplit_once(['▶', '►', '→', '▷', '—']) {
        return page_ref(page).filter(|_| before.chars().nth(3).is_some());
    }
    if let Some((before, page)) = text.rsplit_once(char::is_whitespace) {
        let clear = page.ends_with(['版', '面']) || page.starts_with(|c: char| c.is_ascii_uppercase());
        if clear && before.chars().nth(3).is_some() {
            return page_ref(page);
        }
    }
    if let Some((page, after)) = text.split_once(char::is_whitespace)
        && page.ends_with(['版', '面'])
        && after.chars().nth(3).is_some()
    {
        return page_ref(page);
    }
    let body = text.strip_suffix(['）', ')', '】', '>'])?;
    let at = body.rfind(['（', '(', '【', '<'])?;
    let (before, inside) = body.split_at_checked(at)?;
    if turns_to(inside).is_some() {
        return None;
    }
    let long = before.chars().nth(3).is_some();
    page_ref(inside.trim_start_matches(['（', '(', '【', '<'])).filter(|_| long)
}

/// The names that pages have in most papers.
const SECTIONS: &[&str] = &[
    "要闻",
    "要聞",
    "综合",
    "綜合",
    "综合新闻",
    "本地",
    "本地新闻",
    "本市新闻",
    "时政",
    "時政",
    "国内",
    "國內",
    "国际",
    "國際",
    "世界",
    "中国",
    "经济",
    "經濟",
    "财经",
    "財經",
    "社会",
    "社會",
    "民生",
    "体育",
    "體育",
    "文化",
    "教育",
    "科教",
    "文体",
    "法治",
    "健康",
    "卫生",
    "农业",
    "三农",
    "区县",
    "县市",
    "县区",
    "城事",
    "都市",
    "地方",
    "副刊",
    "文艺",
    "广告",
    "公益广告",
    "港聞",
    "兩岸",
    "総合",
    "政治",
    "経済",
    "スポーツ",
    "地域",
    "生活",
    "くらし",
];

/// Whether `text` is nothing but a page's usual name.
pub(super) fn is_section(text: &str) -> bool {
    SECTIONS.contains(&text)
}

/// Whether `text` is nothing but a page's number.
pub(super) fn is_number(text: &str) -> bool {
    let figures = text.trim_start_matches(|c: char| c.is_ascii_uppercase());
    text.len() - figures.len() <= 2
        && (1..=2).contains(&figures.chars().count())
        && figures.chars().all(|c| is_digit(c) && !is_han(c))
}

/// `第01版：要闻`, `A05 国际`, `第二版 经济`, `要闻 02`, `2 综合 2018年11月8日 责编 …`, `（3） 2023年7月20日 …`: the page's id
/// and its name, which may be empty.
pub(super) fn page_heading(text: &str) -> Option<(String, String)> {
    plain_heading(text).or_else(|| named_heading(text)).or_else(|| dated_heading(text))
}

/// A page's usual name and its number, in either order: `要闻 02`, `2 综合`.
pub(super) fn named_heading(text: &str) -> Option<(String, String)> {
    let (first, second) = text.split_once(char::is_whitespace)?;
    let second = second.trim_start();
    let pair =
        |name: &str, id: &str| (is_section(name) && is_number(id)).then(|| (page_id(id), name.to_owned()));
    pair(first, second).or_else(|| pair(second, first))
}

/// A page heading in which the day or the page's makers stand besides, with white space between. Then a number is enough.
pub(super) fn dated_heading(text: &str) -> Option<(String, String)> {
    const MAKERS: [&str; 6] = ["责编", "責編", "责任编辑", "責任編輯", "编辑", "版式"];
    let framed = |c: char| matches!(c, '(' | '（' | ')' | '）' | '【' | '】' | '第' | '版' | '面');
    let opens = |c: char| framed(c) || c.is_ascii_uppercase() || is_digit(c) || c.is_whitespace();
    let closes = |c: char| framed(c) || c.is_whitespace();
    if !text.starts_with(opens) && !text.ends_with(closes) {
        return None;
    }
    let mut words = text.split_whitespace();
    let (first, last) = (words.next()?, words.next_back()?);
    let number = |word: &str| {
        let bare = word.trim_matches(framed);
        let figures = bare.trim_start_matches(|c: char| c.is_ascii_uppercase());
        let good = (1..=3).contains(&figures.chars().count()) && figures.chars().all(is_digit);
        (good && bare.len() - figures.len() <= 2).then(|| page_id(bare))
    };
    let dated = || masthead::date(text).is_some() || MAKERS.iter().any(|word| text.contains(word));
    let (id, name) = match number(first) {
        Some(id) => (id, words.next().unwrap_or(last)),
        None => (number(last).filter(|_| last.ends_with([')', '）', '版', '面']))?, ""),
    };
    let named = name.chars().all(is_han) && name.chars().nth(6).is_none();
    dated().then(|| (id, if named { name.to_owned() } else { String::new() }))
}

/// A page heading that is nothing else: the page's number and its name.
pub(super) fn plain_heading(text: &str) -> Option<(String, String)> {
    let opens = |c: char| c == '第' || c.is_ascii_uppercase() || is_digit(c) || c.is_whitespace();
    if !text.starts_with(opens) {
        return None;
    }
    let rest = text.strip_prefix('第').unwrap_or(text);
    let figures = rest.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = rest.strip_suffix(figures)?;
    let figures = figures.trim_start();
    let rest = figures.trim_start_matches(is_digit);
    let digits = figures.strip_suffix(rest)?;
    if letters.len() > 2 || !(1..=3).contains(&digits.chars().count()) {
        return None;
    }
    let spaced = rest.starts_with(char::is_whitespace);
    let rest = rest.trim_start();
    let version = rest.strip_prefix('版').or_else(|| rest.strip_prefix('面'));
    let tail = version.unwrap_or(rest);
    let colon = tail.trim_start().strip_prefix(['：', ':', '·', '|', '｜']);
    let name = colon.unwrap_or(tail).trim();
    let short = name.chars().count() <= 8
        && !name.chars().any(|c| is_stop(c) || matches!(c, '，' | ',' | '、' | '“'));
    let named = name.is_empty() || colon.is_some() || tail.starts_with(char::is_whitespace) || spaced;
    let section = || name.chars().all(|c| is_han(c) || c == '·');
    let clear =
        version.is_some() || (!letters.is_empty() && (name.is_empty() || colon.is_some() || section()));
    (short && named && clear).then(|| (page_id(&format!("{letters}{digits}")), name.to_owned()))
}

/// The page after `下转`: `（下转第3版）`.
pub(super) fn turns_to(text: &str) -> Option<String> {
    if !text.contains(['转', '轉', '面']) {
        return None;
    }
    turn(text, &["下转", "下轉", "转第", "轉第"])
        .or_else(|| turn_before(text, &["面に続く", "面へ続く", "面につづく"]))
}

/// The page after `上接`.
pub(super) fn turns_from(text: &str) -> Option<String> {
    if !text.contains(['接', '面']) {
        return None;
    }
    turn(text, &["上接", "紧接第", "接第", "承接"])
        .or_else(|| turn_before(text, &["面から続く", "面からつづく", "面の続き", "面より続く"]))
}

/// The page before the words: `＝3面に続く`.
fn turn_before(text: &str, words: &[&str]) -> Option<String> {
    let at = words.iter().find_map(|word| text.find(word))?;
    let before = text.get(..at)?;
    let number = before.trim_start_matches(|c: char| !is_digit(c));
    let good = (1..=3).contains(&number.chars().count()) && number.chars().all(is_digit);
    good.then(|| page_id(number))
}

fn turn(text: &str, words: &[&str]) -> Option<String> {
    let (word, at) = words.iter().find_map(|word| text.find(word).map(|at| (word, at)))?;
    let rest = text.get(at + word.len()..)?;
    let rest = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '▶' | '►' | '→'));
    let rest = rest.strip_prefix('第').unwrap_or(rest).trim_start();
    let figures = rest.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = rest.strip_suffix(figures)?;
    let figures = figures.trim_start();
    let end = figures.char_indices().take(3).find(|&(_, c)| !is_digit(c)).map_or(figures.len(), |(at, _)| at);
    let digits = figures.get(..end)?;
    let good = letters.len() <= 2 && !digits.is_empty() && digits.chars().all(is_digit);
    good.then(|| page_id(&format!("{letters}{digits}")))
}

/// `（下转第3版）` at the end of a paragraph.
pub(super) fn turn_at_end(text: &str) -> Option<String> {
    let opens = |c: char| matches!(c, '（' | '(' | '▶' | '►');
    let (at, _) = text.char_indices().rev().take(16).find(|&(_, c)| opens(c))?;
    turns_to(text.get(at..)?)
}

/// `（上接第1版）` before the first words of a paragraph.
pub(super) fn turn_at_start(text: &str) -> Option<String> {
    let inside = text.trim_start().strip_prefix(['（', '(', '【'])?;
    let (at, _) = inside.char_indices().take(16).find(|&(_, c)| matches!(c, '）' | ')' | '】'))?;
    turns_from(inside.get(..at)?)
}

#[cfg(test)]
mod tests;
