//! The dateline (电头, 消息头): how a news text opens, or what stands in brackets at its end.
//!
//! `本报讯`, `湖北日报讯`, `本报海口7月7日讯`, `据新华社北京5月28日电`, `【新华社延安十日电】`, `【台北訊】`, `【東京共同】`,
//! `(서울=연합뉴스)`, `NEW YORK (AP) —`.

use super::chars::{is_digit, is_han, is_hangul, is_kana, is_wide_mark};

/// No dateline is longer than this many characters.
const LONGEST: usize = 40;

/// What an agency's or a paper's name ends with, before the place or before 讯.
const AGENCIES: &[&str] = &[
    "本报",
    "本報",
    "本刊",
    "本台",
    "本社",
    "本网",
    "本網",
    "本站",
    "新华社",
    "新華社",
    "中新社",
    "中央社",
    "共同社",
    "法新社",
    "路透社",
    "美联社",
    "美聯社",
    "合众社",
    "塔斯社",
    "时事社",
    "中通社",
    "日报",
    "日報",
    "晚报",
    "晚報",
    "早报",
    "早報",
    "时报",
    "時報",
    "商报",
    "商報",
    "都市报",
    "青年报",
    "青年報",
    "快报",
    "快報",
    "晨报",
    "晨報",
    "周报",
    "週報",
    "新报",
    "新闻网",
    "人民网",
    "新华网",
    "中新网",
    "卫视",
    "电视台",
    "通讯社",
    "通訊社",
    "新闻",
    "消息报",
    "大公报",
    "大公報",
    "文汇报",
    "文匯報",
    "参考消息",
    "导报",
    "導報",
    "农民报",
    "法治报",
    "经济报",
    "生活报",
    "信息报",
    "科技报",
    "融媒体",
    "中青报",
    "北青报",
    "新京报",
    "综合",
    "綜合",
];

/// The dateline that opens `text`, as printed, without white space at its end.
pub(super) fn opening(text: &str) -> Option<&str> {
    let first = text.chars().next()?;
    match first {
        '【' | '〔' | '［' | '「' => bracketed(text, first),
        '(' | '（' => korean(text),
        'A'..='Z' => latin(text),
        c if is_han(c) => plain(text),
        _ => None,
    }
}

/// Whether `text`, a whole line in brackets, says where the text before it comes from: `（新华社北京7月7日电）`.
pub(super) fn closing(text: &str) -> bool {
    inner(text).is_some_and(|inside| {
        let inside = inside.trim();
        plain(inside).is_some() || inside.strip_suffix(['电', '電', '讯', '訊']).is_some_and(agency_at)
    })
}

/// What stands between the brackets of a line that is one pair of brackets.
pub(super) fn inner(text: &str) -> Option<&str> {
    let open = text.chars().next()?;
    let close: &[char] = match open {
        '(' | '（' => &[')', '）'],
        '【' => &['】'],
        '［' | '[' => &['］', ']'],
        '〔' => &['〕'],
        _ => return None,
    };
    let inside = text.strip_prefix(open)?;
    // The full stop after the bracket is a habit of some desks.
    let inside = inside.strip_suffix('。').unwrap_or(inside).strip_suffix(close)?;
    Some(inside)
}

/// `本报讯`, `新华社北京7月7日电`, `据新华社电`.
fn plain(text: &str) -> Option<&str> {
    let mut before = '\0';
    for (n, (at, c)) in text.char_indices().enumerate() {
        if n >= LONGEST {
            return None;
        }
        match c {
            // 通讯, 资讯, 水电 and the like are words of their own.
            '电' | '電' | '讯' | '訊'
                if n >= 2 && !matches!(before, '通' | '资' | '資' | '音' | '简' | '水' | '发') =>
            {
                let end = at + c.len_utf8();
                let (line, rest) = text.split_at_checked(end)?;
                let head = line.strip_suffix(c)?.trim_end();
                let day = matches!(before, '日' | '号');
                let fits = if day { has_agency(head) } else { agency_at(head) || place_only(head) };
                if fits && ends_well(rest, c, day) {
                    return Some(line);
                }
                if !is_word_after(rest) {
                    return None;
                }
            }
            _ if is_han(c) || is_digit(c) || is_kana(c) => {}
            ' '
            | '\u{3000}'
            | '·'
            | '・'
            | '—'
            | '-'
            | '－'
            | '、'
            | '/'
            | '／'
            | '.'
            | ':'
            | 'a'..='z'
            | 'A'..='Z' => {}
            _ => return None,
        }
        if !c.is_whitespace() {
            before = c;
        }
    }
    None
}

/// `…日报`, `…社`: the agency's name is all there is before 讯 or 电.
fn agency_at(head: &str) -> bool {
    let head = head.strip_prefix(['据', '據']).unwrap_or(head);
    let len = head.chars().count();
    len <= 14 && (AGENCIES.iter().any(|name| head.ends_with(name)) || (len <= 8 && head.ends_with('社')))
}

/// `新华社北京`, `本报华盛顿专`: an agency and then a place of at most eight characters.
fn place_only(head: &str) -> bool {
    let head = head.strip_prefix(['据', '據']).unwrap_or(head);
    ["新华社", "新華社", "本报", "本報", "中新社", "中央社", "本刊", "本社"].iter().any(|name| {
        head.strip_prefix(name).is_some_and(|place| place.chars().count() <= 8 && place.chars().all(is_han))
    })
}

fn has_agency(head: &str) -> bool {
    AGENCIES.iter().any(|name| head.contains(name)) || head.contains('社') || head.contains('报')
}

/// Whether what follows 讯 or 电 lets it be the dateline's end: `本报电子版` is none.
fn ends_well(rest: &str, last: char, day: bool) -> bool {
    match rest.chars().next() {
        None => true,
        Some(_) if day => true,
        Some(c) if c.is_whitespace() || is_wide_mark(c) || matches!(c, '(' | ',' | ':' | '/' | ')') => true,
        Some(c) => matches!(last, '讯' | '訊') && !matches!(c, '息' | '问' | '問' | '号' | '號'),
    }
}

/// `电` in the middle of a word, such as 水电 or 通讯: the dateline may still follow.
fn is_word_after(rest: &str) -> bool {
    rest.chars().next().is_some_and(is_han)
}

/// `【新华社延安十日电】`, `【台北訊】`, `【東京共同】`, `［ニューヨーク＝共同］`.
fn bracketed(text: &str, open: char) -> Option<&str> {
    let close = match open {
        '【' => '】',
        '〔' => '〕',
        '［' => '］',
        _ => '」',
    };
    let (at, _) = text.char_indices().take(LONGEST).find(|&(_, c)| c == close)?;
    let line = text.get(..at + close.len_utf8())?;
    let inside = line.strip_prefix(open)?.strip_suffix(close)?.trim();
    let says = plain(inside).is_some_and(|line| line.len() == inside.len())
        || ["電", "电", "訊", "讯", "報導", "报道", "專電", "報消息", "报消息"]
            .iter()
            .any(|end| inside.ends_with(end))
        || ["共同", "時事", "ロイター", "ＡＰ", "AP", "AFP"].iter().any(|end| inside.ends_with(end));
    // Who reports from where: 【ワシントン＝某】.
    let named = || {
        open == '【'
            && inside.split_once('＝').is_some_and(|(place, name)| {
                let letter = |c: char| is_han(c) || is_kana(c) || matches!(c, '、' | '・' | '（' | '）');
                place.chars().all(letter) && name.chars().all(letter)
            })
    };
    let says = says || named();
    // Japanese papers say the place alone: 【和歌山】.
    let kana = || text.chars().skip(inside.chars().count()).take(24).any(is_kana);
    let says = says
        || (open == '【'
            && inside.chars().nth(5).is_none()
            && inside.chars().all(|c| is_han(c) || is_kana(c))
            && kana());
    // A bracket alone on its line closes a text instead.
    (says && text.len() > line.len() && inside.chars().count() >= 2).then_some(line)
}

/// `(서울=연합뉴스)`, `（서울=연합뉴스）`.
fn korean(text: &str) -> Option<&str> {
    let (at, close) = text.char_indices().take(LONGEST).find(|&(_, c)| matches!(c, ')' | '）'))?;
    let line = text.get(..at + close.len_utf8())?;
    (line.contains(['=', '＝']) && line.chars().any(is_hangul) && text.len() > line.len()).then_some(line)
}

/// `NEW YORK (AP) —`, `LONDON, May 3 (Reuters) -`, `PARIS —`. The place is in capitals.
fn latin(text: &str) -> Option<&str> {
    let mut end = None;
    for (at, c) in text.char_indices().take(60) {
        match c {
            '—' | '–' => {
                end = Some(at + c.len_utf8());
                break;
            }
            '-' if text.get(..at).is_some_and(|head| head.ends_with(") ") || head.ends_with(')')) => {
                end = Some(at + 1);
                break;
            }
            _ => {}
        }
    }
    let line = text.get(..end?)?;
    let place = line.split([',', '(', '—', '–', '-']).next()?.trim();
    let big = place.chars().filter(char::is_ascii_uppercase).count();
    (big >= 3 && !place.contains(|c: char| c.is_ascii_lowercase()) && text.len() > line.len()).then_some(line)
}

/// What stands in brackets right after the dateline, when it names reporters: `（记者李婷、通讯员陈卓）` without the
/// brackets. `rest` is the text after the dateline, or the whole text when there is none.
pub(super) fn reporters(rest: &str) -> Option<&str> {
    let rest = rest.trim_start();
    let open = rest.chars().next()?;
    let close = match open {
        '（' => '）',
        '(' => ')',
        '【' => '】',
        _ => return None,
    };
    let (at, _) = rest.char_indices().take(90).find(|&(_, c)| c == close || (close == '）' && c == ')'))?;
    let inside = rest.get(open.len_utf8()..at)?.trim();
    ["记者", "記者", "通讯员", "通訊員", "实习生", "實習生", "评论员", "評論員", "特约"]
        .iter()
        .any(|role| inside.contains(role))
        .then_some(inside)
}

#[cfg(test)]
mod tests;
