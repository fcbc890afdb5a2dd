//! Numbers with what they count: `6月`, `31日起`, `第十二次`, `3.5公里`.

use super::lexicon::{Character, Cost};

const NUMBER: Cost = 90;
/// With what it counts.
const COUNTED: Cost = 110;
/// With a word after that: `起`.
const AND_ON: Cost = 130;

/// What numbers count, one character each.
const MEASURES: &str = "年月日号时点分秒个条座次篇张册级层米步名人位种场届期岁元吨克度倍天周旬里亩只头匹架艘辆枚颗粒件台部本卷幅首字句行页版章节项户家所间列栋楼片块根支把股笔批组队班代番";

/// What numbers count, two characters each.
const LONG_MEASURES: [[char; 2]; 22] = [
    ['公', '里'],
    ['公', '尺'],
    ['公', '斤'],
    ['公', '顷'],
    ['小', '时'],
    ['分', '钟'],
    ['周', '年'],
    ['世', '纪'],
    ['年', '代'],
    ['厘', '米'],
    ['毫', '米'],
    ['千', '米'],
    ['平', '方'],
    ['立', '方'],
    ['英', '里'],
    ['海', '里'],
    ['光', '年'],
    ['个', '月'],
    ['万', '元'],
    ['亿', '元'],
    ['美', '元'],
    ['摄', '氏'],
];

fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９' | '.' | '．' | ',')
}

fn is_numeral(c: char) -> bool {
    "零〇一二两三四五六七八九十百千万亿几数半廿".contains(c)
}

/// Tells `found` the characters and the cost of each number that begins `rest`; `before` is the character before it.
pub(super) fn find(before: Option<char>, rest: &[Character], mut found: impl FnMut(usize, Cost)) {
    let at = |n: usize| rest.get(n).map(|character| character.c);
    let run = |from: usize, is: fn(char) -> bool| rest.iter().skip(from).take_while(|one| is(one.c)).count();
    let prefix = usize::from(at(0) == Some('第'));
    let starts = at(prefix).is_some_and(|c| {
        let is: fn(char) -> bool = if is_digit(c) { is_digit } else { is_numeral };
        is(c) && (prefix == 1 || !before.is_some_and(is))
    });
    if !starts {
        return;
    }
    let digits = prefix + run(prefix, is_digit);
    let end = digits + run(digits, is_numeral);
    // `小数点`: these count only beside a number.
    if rest.iter().take(end).skip(prefix).all(|one| matches!(one.c, '几' | '数' | '半')) {
        return;
    }
    found(end, NUMBER);
    let more = usize::from(matches!(at(end), Some('余' | '多')));
    for end in [end, end + more] {
        let mut counted = |end: usize| {
            found(end, COUNTED);
            if matches!(at(end), Some('起' | '来' | '前' | '后' | '内')) {
                found(end + 1, AND_ON);
            }
        };
        let Some(c) = at(end) else { continue };
        if MEASURES.contains(c) {
            counted(end + 1);
        }
        if at(end + 1).is_some_and(|d| LONG_MEASURES.contains(&[c, d])) {
            counted(end + 2);
        }
    }
}
