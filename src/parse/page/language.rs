//! The language of a text, told from its letters.

use super::chars::{is_han, is_hangul, is_kana};

/// Characters that only simplified Chinese has, and the traditional ones they stand for. Common ones suffice: a page has
/// thousands.
const SIMPLIFIED: &str = "这国们来个时说会对经发进过业产动关开问题体现实报记讯电话见长门东车马华东书学习总办党众万与为义产亲亿从仅传众优价";
const TRADITIONAL: &str = "這國們來個時說會對經發進過業產動關開問題體現實報記訊電話見長門東車馬華東書學習總辦黨眾萬與為義產親億從僅傳眾優價";

/// A character that only traditional Chinese has.
pub(super) fn is_traditional(c: char) -> bool {
    is_han(c) && TRADITIONAL.contains(c)
}

/// How much of a text is looked at.
const SAMPLE: usize = 4_000;

/// By so many characters one script is ahead of the other when there is no doubt left.
const CLEAR: u32 = 64;

/// The BCP 47 tag of `text`'s language, if its letters tell.
pub(super) fn of(text: &str) -> Option<&'static str> {
    let (mut han, mut kana, mut hangul, mut latin, mut simplified, mut traditional) =
        (0_u32, 0, 0, 0_u32, 0_u32, 0_u32);
    for c in text.chars().take(SAMPLE) {
        if is_han(c) {
            han += 1;
            if simplified.abs_diff(traditional) < CLEAR {
                simplified += u32::from(SIMPLIFIED.contains(c));
                traditional += u32::from(TRADITIONAL.contains(c));
            }
        } else if is_kana(c) {
            kana += 1;
        } else if is_hangul(c) {
            hangul += 1;
        } else if c.is_ascii_alphabetic() {
            latin += 1;
        }
    }
    let cjk = han + kana + hangul;
    if cjk * 4 < latin || cjk == 0 {
        let words = text
            .split_ascii_whitespace()
            .take(2000)
            .filter(|word| matches!(*word, "the" | "of" | "and" | "to" | "in" | "a" | "is"))
            .count();
        return (latin > 0 && words * 20 >= text.split_ascii_whitespace().take(2000).count()).then_some("en");
    }
    if hangul * 2 > han + kana {
        return Some("ko");
    }
    if kana * 12 > cjk {
        return Some("ja");
    }
    Some(if traditional > simplified { "zh-Hant" } else { "zh-Hans" })
}
