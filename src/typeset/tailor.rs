//! What Chinese and Japanese typesetting asks of a line's end beyond UAX #14.
//!
//! CLREQ 3.1.2 "basic" and GB/T 15834-2011 5.1.6–5.1.9: connectors and interpuncts do not start a line. CSS Text 3, 5.3:
//! nor do suffixes such as ％ and ℃, and prefixes such as ￥ do not end one. Beside these:
//! a range of numbers or dates (`2019—2020`, `1～2`, `6月5日—7日`) and a number in full-width digits stay whole, and
//! a run of ASCII without space, such as an address, `km/h` or `C++`, is divided only where it is wider than a line; a number
//! and what it counts (`29个`, `第3版`) are parted only where the line would be much shorter otherwise.

use std::ops::Range;

use super::breaks::{Level, Strictness};

/// The best that a break allowed by UAX #14 at byte `at` can be.
pub(super) fn most(text: &str, at: usize, strictness: Strictness) -> Level {
    let Some((before, after)) = text.split_at_checked(at) else { return Level::Emergency };
    let (Some(a), Some(b)) = (before.chars().next_back(), after.chars().next()) else {
        return Level::Emergency;
    };
    if a.is_ascii_graphic() && b.is_ascii_graphic() {
        return ascii(before, after);
    }
    let is_loose = strictness == Strictness::Loose;
    let starts_badly = if is_space(a) {
        is_stop(b) && !(is_loose && is_centred(b))
    } else {
        is_connector(b, strictness) || is_suffix(b) && !is_loose
    };
    if starts_badly
        || is_prefix(a) && !is_space(b) && !is_loose
        || in_full_width_number(before, after)
        || in_range(before, after)
    {
        return Level::Emergency;
    }
    let forbidden = match strictness {
        Strictness::Loose | Strictness::Normal | Strictness::Basic => false,
        Strictness::Gb => ends_in_solidus(before),
        Strictness::Strict => ends_in_solidus(before) || matches!(b, '—' | '…' | '⸺' | '―'),
    };
    if forbidden {
        Level::Emergency
    } else if is_ellipsis(b) && !is_loose {
        Level::Rare
    } else if parts_number(before, after) || parts_name(before, after) {
        Level::Poor
    } else {
        Level::Full
    }
}

/// Whether a number is on one side of a line's end and what it counts, or its 第, on the other: `29|个`, `100万|元`. Allowed,
/// but seen.
pub(super) fn parts_number(before: &str, after: &str) -> bool {
    let (Some(a), Some(b)) = (before.chars().next_back(), after.chars().next()) else { return false };
    match a {
        '第' => is_digit(b),
        '0'..='9' | '０'..='９' => is_counter(b),
        _ => is_multiplier(a) && is_counter(b) && is_multiplied(before),
    }
}

/// Whether `before` ends in a number with 万 and the like: `3万亿`.
pub(super) fn is_multiplied(before: &str) -> bool {
    let number = before.trim_end_matches(is_multiplier);
    number.len() < before.len() && number.ends_with(is_digit)
}

/// Whether the two characters around a line's end are the last before the point in a name, or the first after it, as in
/// `约翰·史密斯`. Allowed likewise; after the point it is better.
pub(super) fn parts_name(before: &str, after: &str) -> bool {
    let (mut back, mut ahead) = (before.chars(), after.chars());
    let (Some(a), Some(b)) = (back.next_back(), ahead.next()) else { return false };
    let before_point = ahead.as_str().starts_with('·') && !is_particle(a);
    is_wide(a) && is_wide(b) && (before_point || back.as_str().ends_with('·'))
}

/// What stands before a name rather than in one: `的肯·汤普森`.
const fn is_particle(c: char) -> bool {
    matches!(
        c,
        '的' | '和'
            | '与'
            | '與'
            | '是'
            | '由'
            | '在'
            | '对'
            | '對'
            | '向'
            | '被'
            | '让'
            | '讓'
            | '给'
            | '給'
    )
}

const fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９')
}

const fn is_multiplier(c: char) -> bool {
    matches!(c, '万' | '萬' | '亿' | '億' | '千' | '百')
}

/// What follows a number, or begins the word that does: `公` of 公里.
#[rustfmt::skip]
const fn is_counter(c: char) -> bool {
    matches!(c,
        '年' | '月' | '日' | '天' | '号' | '號' | '时' | '時' | '点' | '點' | '分' | '秒' | '周' | '週' | '岁' | '歲' | '歳'
        | '版' | '页' | '頁' | '期' | '届' | '屆' | '次' | '回' | '度' | '级' | '級' | '倍' | '折' | '成' | '章' | '条' | '條'
        | '元' | '円' | '圓' | '万' | '萬' | '亿' | '億' | '千' | '百' | '余' | '餘' | '多' | '人' | '名' | '位' | '个' | '個'
        | '米' | '里' | '吨' | '噸' | '克' | '斤' | '亩' | '畝' | '公' | '厘' | '毫' | '平' | '小' | '字' | '件' | '种' | '種'
        | '项' | '項' | '家' | '户' | '戶' | '台' | '辆' | '輛' | '座' | '层' | '層' | '楼' | '樓' | '本' | '册' | '冊' | '卷'
        | 'か' | 'カ' | 'つ')
}

/// GB/T 15834-2011, 5.1.9: a solidus does not end a line, whatever space is after it.
fn ends_in_solidus(before: &str) -> bool {
    before.trim_end_matches(is_space).ends_with(['/', '／'])
}

/// Inside a run of ASCII without space. The one good place is after a hyphen between letters, outside of an address.
fn ascii(before: &str, after: &str) -> Level {
    let mut back = before.chars().rev();
    let hyphen = back.next() == Some('-')
        && back.next().is_some_and(|c| c.is_ascii_alphabetic())
        && after.chars().next().is_some_and(|c| c.is_ascii_alphabetic());
    let address = |c: &char| matches!(c, '/' | '@' | '.' | '_' | '=' | '?');
    let in_address = before.chars().rev().take(RUN).take_while(char::is_ascii_graphic).any(|c| address(&c))
        || after
            .chars()
            .take(RUN)
            .take_while(char::is_ascii_graphic)
            .any(|c| matches!(c, '/' | '@' | '_' | '='));
    if hyphen && !in_address { Level::Full } else { Level::Spare }
}

/// How far an ASCII run is looked through.
const RUN: usize = 64;

/// The places before an ellipsis after a letter that fills two cells. UAX #14 has none there (LB22), CSS Text and CLREQ's
/// "basic" have.
pub(super) fn before_ellipses(text: &str, window: Range<usize>, breaks: &mut Vec<usize>) {
    let Some(part) = text.get(window.clone()) else { return };
    let quotes = breaks.len();
    // Their first byte is that of few others. (`memchr` would first ask the processor what it can do, which takes longer
    // than to set an article where that is virtual.)
    for (at, _) in part.bytes().enumerate().filter(|&(_, byte)| byte == 0xE2) {
        let around = part.split_at_checked(at);
        let around = around.and_then(|(a, b)| Some((a.chars().next_back()?, b.chars().next()?)));
        if around.is_some_and(|(a, b)| is_wide(a) && is_ellipsis(b)) {
            breaks.push(at + window.start);
        }
    }
    if quotes > 0 && quotes < breaks.len() {
        breaks.sort_unstable();
    }
}

/// Inseparable characters (class IN) that are written two at a time.
const fn is_ellipsis(c: char) -> bool {
    matches!(c, '…' | '‥')
}

/// Marks in the middle of their cell, which a loosely set line may start with (CSS Text 3, 5.3).
const fn is_centred(c: char) -> bool {
    matches!(c, '・' | '･' | '：' | '；' | '！' | '？')
}

/// GB/T 15834-2011, and hyphens: not at the start of a line.
const fn is_connector(c: char, strictness: Strictness) -> bool {
    match c {
        '～' | '~' | '·' | '•' | '‧' | '/' | '／' | '－'
        // Class HH without the two hyphens that CSS Text names.
        | '\u{AD}' | '\u{58A}' | '\u{5BE}' | '\u{1400}' | '\u{2E17}' | '\u{2E40}' | '\u{2E5D}'
        | '\u{10D6E}' | '\u{10EAD}' => true,
        '〜' => !matches!(strictness, Strictness::Loose | Strictness::Normal),
        '–' | '・' | '･' => !matches!(strictness, Strictness::Loose),
        _ => false,
    }
}

/// Not at the start of a line (CSS Text 3, 5.3). UAX #14 keeps them with a number and with most other characters, but
/// not with small kana and the like: class PO, of East Asian Width A, F and W.
const fn is_suffix(c: char) -> bool {
    matches!(c, '°' | '‰' | '′' | '″' | '‵' | '℃' | '℉' | '％' | '￠' | '﹪')
}

/// Not at the end of a line, likewise: class PR.
const fn is_prefix(c: char) -> bool {
    matches!(c, '¤' | '±' | '€' | '№' | '﹩' | '＄' | '￡' | '￥' | '￦')
}

/// Not at the start of a line, whatever space is before it (UAX #14 lets some of them after a space).
const fn is_stop(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | '！' | '？')
}

const fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{3000}')
}

/// Between two full-width digits or letters, and at a full-width point or comma between two of them.
fn in_full_width_number(before: &str, after: &str) -> bool {
    let mut back = before.chars().rev();
    let mut ahead = after.chars();
    let full = |c: Option<char>| matches!(c, Some('０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ'));
    let point = |c: Option<char>| matches!(c, Some('．' | '，'));
    let (a, b) = (back.next(), ahead.next());
    (full(a) && full(b)) || (point(a) && full(back.next()) && full(b))
}

/// Inside a range: digits, maybe with 年 月 日 and the like after them, a dash, digits.
fn in_range(before: &str, after: &str) -> bool {
    let (Some(a), Some(b)) = (before.chars().next_back(), after.chars().next()) else { return false };
    // Most places are left here.
    if !(a.is_ascii_digit() || b.is_ascii_digit() || is_dash(a) || is_dash(b)) {
        return false;
    }
    // Seen from here, the dash is ahead, behind, or next to us.
    if is_dash(a) || is_dash(b) {
        let dashes = before.chars().rev().take(2).take_while(|c| is_dash(*c)).count()
            + after.chars().take(2).take_while(|c| is_dash(*c)).count();
        return dashes == 1
            && ends_in_number(before.trim_end_matches(is_dash))
            && after.trim_start_matches(is_dash).starts_with(|c: char| c.is_ascii_digit());
    }
    ahead(before, after) || behind(before, after)
}

/// Whether this place is inside a number or after its unit, and the range's dash comes after it, with at most two
/// numbers before the dash in all.
fn ahead(before: &str, after: &str) -> bool {
    let in_number = before.ends_with(|c: char| c.is_ascii_digit());
    if !in_number && !ends_in_number(before) {
        return false;
    }
    let mut rest = after.chars().peekable();
    let mut numbers = 1;
    let mut digits = in_number;
    for _ in 0..LONGEST {
        match rest.next() {
            Some(c) if c.is_ascii_digit() => {
                numbers += usize::from(!digits);
                digits = true;
            }
            // A unit needs a number.
            Some(c) if is_unit(c) && digits => digits = false,
            Some(c) if is_dash(c) => return numbers <= 2 && rest.peek().is_some_and(char::is_ascii_digit),
            _ => return false,
        }
    }
    false
}

/// Whether a range's dash comes before this place, with digits between, and more of them or their unit after it.
fn behind(before: &str, after: &str) -> bool {
    let goes_on = after.starts_with(|c: char| c.is_ascii_digit() || is_unit(c));
    let mut rest = before;
    for _ in 0..2 {
        let digits = rest.trim_end_matches(|c: char| c.is_ascii_digit());
        if digits.len() == rest.len() {
            return false;
        }
        rest = digits;
        if rest.ends_with(is_dash) {
            let left = rest.trim_end_matches(is_dash);
            return goes_on && ends_in_number(left);
        }
        rest = rest.strip_suffix(is_unit).unwrap_or(rest);
    }
    false
}

/// Whether `left` ends in digits or in digits and a unit.
fn ends_in_number(left: &str) -> bool {
    left.strip_suffix(is_unit).unwrap_or(left).ends_with(|c: char| c.is_ascii_digit())
}

const LONGEST: usize = 16;

const fn is_dash(c: char) -> bool {
    matches!(c, '—' | '–' | '～' | '~' | '-' | '〜' | '－' | '―')
}

const fn is_unit(c: char) -> bool {
    matches!(c, '年' | '月' | '日' | '号' | '時' | '时' | '点' | '分' | '秒' | '版' | '页' | '%' | '％' | '℃')
}

/// Straight quotes, counted over a paragraph: the odd ones open, the even ones close.
#[derive(Debug, Clone, Default)]
pub(super) struct Quotes {
    double: usize,
    single: usize,
}

impl Quotes {
    /// The breaks that UAX #14 cannot know of: before an opening straight quote after a wide character, after a
    /// closing one before a wide character.
    pub(super) fn scan(&mut self, text: &str, window: Range<usize>) -> Vec<usize> {
        let mut breaks = Vec::new();
        let Some(part) = text.get(window.clone()) else { return breaks };
        for (at, byte) in part.bytes().enumerate().filter(|(_, byte)| matches!(byte, b'"' | b'\'')) {
            let at = at + window.start;
            let (before, after) =
                (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
            let (a, b) = (before.chars().next_back(), after.chars().next());
            let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_wide(c));
            let count = if byte == b'"' {
                &mut self.double
            } else if letter(a) && letter(b) {
                // don't
                continue;
            } else {
                &mut self.single
            };
            *count += 1;
            if *count % 2 == 1 {
                if a.is_some_and(is_wide) && at > window.start {
                    breaks.push(at);
                }
            } else if b.is_some_and(is_wide) && at + 1 < window.end {
                breaks.push(at + 1);
            }
        }
        breaks
    }
}

/// Han, kana, Hangul: letters that fill two cells and take a break on either side.
const fn is_wide(c: char) -> bool {
    matches!(c,
        '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{30FC}' | '\u{3400}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}
