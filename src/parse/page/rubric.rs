//! The names of columns and boxes: `记者手记`, `新闻链接：…`, `來論／…`, `【社説】…`; and the heads inside a body that are
//! numbered or labelled: `一、…`, `种：…`.

use super::chars::{is_cjk, is_digit, is_han, is_kana, is_mark, is_wide_mark};
use super::kinds::{Kind, Kinds};
use super::lexicon::{self, Heard, Says};
use super::people;
use super::words;

/// How many letters `text` has, marks and white space apart.
pub(super) fn letters(text: &str) -> usize {
    let letter = |c: char| {
        let kinds = Kinds::of(c);
        kinds.any(&[Kind::Han, Kind::Kana, Kind::Hangul])
            || kinds.any(&[Kind::Digit, Kind::Other]) && !is_wide_mark(c) && c.is_alphanumeric()
    };
    text.chars().filter(|&c| letter(c)).count()
}

/// A column's name alone on its line: `科技史话`, `庆祝改革开放40周年·我家的故事`.
pub(super) fn name(text: &str, heard: Heard) -> bool {
    let listed = heard.any(Says::Rubric) || heard.any(Says::RubricFirst);
    // `世界读书日特别报道` says by its end that it is no title.
    let most = if ["报道", "報導", "特刊"].iter().any(|end| text.ends_with(end)) { 12 } else { 8 };
    // One of a series: `大运河沿线行①`.
    let series = text.ends_with(|c| matches!(c, '①'..='⑳')) || (text.contains(is_kana) && numbered(text));
    let bracketed = [('＜', '＞'), ('〈', '〉'), ('［', '］')]
        .iter()
        .any(|&(open, close)| text.strip_prefix(open).is_some_and(|rest| rest.ends_with(close)))
        && (2..=6).contains(&letters(text));
    let named = (listed && (2..=most).contains(&letters(text))) || (heard.any(Says::Dot) && dotted(text));
    // `“某某周末”特稿`, `“权威访谈”`.
    let quoted = text.strip_prefix('“').and_then(|text| text.strip_suffix('”'));
    let quoted =
        quoted.filter(|_| letters(text) <= 12).is_some_and(|text| lexicon::hear(text).any(Says::Rubric));
    let kind =
        ["特稿", "专栏", "特刊", "专题"].iter().any(|kind| text.ends_with(kind)) && letters(text) <= 12;
    series
        || bracketed
        || quoted
        || kind
        || column_number(text)
        || (named && !text.contains(['“', '《', '「']))
}

/// Whether `text` ends with a number in brackets or apart, as the parts of a Japanese series do: `水を分ける（3）`,
/// `家々を歩く　5`.
pub(super) fn numbered(text: &str) -> bool {
    let figures = |c: char| is_digit(c) && !is_han(c);
    let bare = text.trim_end_matches(['）', ')', '〉', '＞', '】']);
    let rest = bare.trim_end_matches(figures);
    let digits = bare.len() - rest.len();
    digits > 0
        && (1..=2).contains(&bare.chars().rev().take_while(|&c| figures(c)).count())
        && rest.ends_with(['（', '(', '〈', '＜', '【', ' ', '\u{3000}'])
        && letters(rest) >= 4
}

/// Whether `text` is a title that opens with its column's name: `新闻链接：北斗的“三步走”`, `來論／把樹蔭還給行人`,
/// `【社説】…`; and whether many columns have that name.
pub(super) fn opens(text: &str, heard: Heard) -> Option<bool> {
    if heard.any(Says::Role) {
        return None;
    }
    let bracketed =
        text.strip_prefix(['【', '〔', '［']).and_then(|rest| rest.split_once(['】', '〕', '］']));
    if let Some((name, rest)) = bracketed {
        return ((2..=8).contains(&letters(name)) && letters(rest) >= 4).then_some(false);
    }
    if !heard.any(Says::Colon) {
        return None;
    }
    let at = text.find(['：', ':', '／', '｜', '|', '丨'])?;
    let (name, rest) = text.split_at_checked(at)?;
    let fits = (2..=8).contains(&letters(name)) && letters(rest) >= 4 && name.chars().all(is_cjk);
    let known = || [Says::Rubric, Says::Column].iter().any(|&list| lexicon::hear(name).any(list));
    // A colon may follow any word; a stroke follows a column's name, or a reporter's.
    let other =
        || rest.starts_with(['：', ':']) || text.ends_with(['版', '導', '道', '电', '電', '訊', '攝', '摄']);
    match fits {
        true if known() => Some(true),
        true if !other() => Some(false),
        _ => None,
    }
}

/// A head inside a body that is numbered or has a word of one or two letters before a colon: `一、…`, `（二）…`, `储：…`.
pub(super) fn labelled(text: &str, heard: Heard) -> bool {
    if !heard.any(Says::Figure) && !heard.any(Says::Colon) {
        return false;
    }
    // `第三章　社会法治宣传教育`, `第五条…`
    if let Some(rest) = text.strip_prefix('第') {
        let after = rest.trim_start_matches(|c: char| is_digit(c) || matches!(c, '百' | '零'));
        return after.len() < rest.len() && after.starts_with(['章', '条', '節', '节', '條', '款']);
    }
    let bare = text.trim_start_matches(['（', '(']);
    let rest = bare.trim_start_matches(is_digit);
    let digits = bare.strip_suffix(rest).unwrap_or_default();
    if !digits.is_empty() && digits.chars().nth(2).is_none() {
        return rest.starts_with(['、', '）', ')', '.', '．'])
            || rest.is_empty() && digits.chars().all(is_han);
    }
    if !heard.any(Says::Colon) {
        return false;
    }
    let Some((name, rest)) = text.split_once(['：', ':']) else { return false };
    name.chars().all(is_han) && (1..=2).contains(&name.chars().count()) && !rest.is_empty()
}

/// A column's name and its number: `某某特稿第1354期`, `故事汇·第15期`.
pub(super) fn column_number(text: &str) -> bool {
    let Some((name, number)) = text.strip_suffix('期').and_then(|text| text.rsplit_once('第')) else {
        return false;
    };
    let name = name.trim_end_matches(['·', ' ', '\u{3000}']);
    !number.is_empty()
        && number.chars().all(is_digit)
        && (2..=12).contains(&name.chars().count())
        && name.chars().all(|c| is_cjk(c) && !is_digit(c))
        && !name.ends_with(['总', '總', '共'])
        && !words::paper_name(name)
}

/// A title with its column's name in brackets at its end: `…（记者手记）`.
pub(super) fn ends_with_column(text: &str) -> bool {
    without_column(text).is_some()
}

/// `text` without the column's name in brackets at its end.
pub(super) fn without_column(text: &str) -> Option<&str> {
    const OTHER: [&str; 8] = ["记者", "記者", "摄", "攝", "作者", "图", "圖", "版"];
    let (title, name) = text.strip_suffix(['）', ')'])?.rsplit_once(['（', '('])?;
    let count = name.chars().count();
    let long = || {
        // A series and its part, its motto, its number.
        let part = |c: char| {
            is_cjk(c)
                || c.is_ascii_digit()
                || matches!(c, '·' | '“' | '”' | '《' | '》' | '，' | '、' | ' ' | '\u{3000}' | '①'..='⑳')
        };
        (9..=40).contains(&count) && name.chars().all(part) && !OTHER.iter().any(|word| name.contains(word))
    };
    let short = |c: char| is_cjk(c) || matches!(c, '·' | '①'..='⑳');
    let named = (2..=8).contains(&count) && name.chars().all(short) || long();
    (named && title.chars().nth(2).is_some()).then_some(title)
}

/// The label of a box that goes with a text.
pub(super) fn box_label(text: &str) -> bool {
    const LABELS: &str = "链接 鏈接 相关链接 新闻链接 背景链接 知识链接 延伸阅读 延伸閱讀 相关阅读 名词解释 新闻背景 背景资料 \
        记者手记 采访手记 记者感言 人物小传 人物名片";
    let label = text.trim_start_matches(is_mark).trim();
    LABELS.split(' ').any(|other| other == label)
}

/// Two names joined by a dot, as a series and its part are: `国际博物馆日·特别报道`.
fn dotted(text: &str) -> bool {
    let dot = |c: char| matches!(c, '·' | '・');
    let Some((left, right)) = text.split_once(dot) else { return false };
    let plain = |part: &str| part.chars().all(char::is_alphanumeric) && (2..=12).contains(&letters(part));
    let hiragana = text.contains(|c: char| matches!(c, 'ぁ'..='ん'));
    !text.starts_with(is_mark) && !hiragana && plain(left) && plain(right) && !people::foreign(text)
}

#[cfg(test)]
mod tests;
