//! What counts when words are compared: white space does not, nor does the width of punctuation, nor the script.
//!
//! One table, and three readings of it. [`compared`] is for words that a program compares: a dump of a page has `.` where
//! print has `。`, a better dump of the same page has not; one edition has 發 where another has 发. [`fold`] is the same
//! but for the script, for names that were given before that did not count. [`sought`] is for words that a person typed:
//! case does not count either, but who types `3.5` does not look for a full stop.

use super::han;

/// `c` as it is compared, or `None` if it is not: white space, controls and characters without a shape.
///
/// Checksums in users' files rest on it: a new rule makes an issue without a name and a date another issue.
pub(crate) fn fold(c: char) -> Option<char> {
    match c {
        '、' | '､' => Some(','),
        '。' | '｡' => Some('.'),
        c => narrow(c),
    }
}

/// `c` as a search compares it; `None` as in [`fold`].
pub(crate) fn sought(c: char) -> Option<std::char::ToLowercase> {
    narrow(c).map(han::neutral).map(char::to_lowercase)
}

/// The table: full-width forms become ASCII, marks that differ by width or by a dump's habits become one.
fn narrow(c: char) -> Option<char> {
    match c {
        '\u{4E00}'..='\u{9FFF}' | '!'..='~' => Some(c),
        '\u{FF01}'..='\u{FF5E}' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32),
        '､' => Some('、'),
        '｡' => Some('。'),
        '・' | '･' | '‧' | '•' => Some('·'),
        '｢' => Some('「'),
        '｣' => Some('」'),
        '“' | '”' | '„' | '‟' | '〝' | '〞' | '〟' => Some('"'),
        '‘' | '’' | '‚' | '‛' => Some('\''),
        '\u{2010}'..='\u{2015}' | '─' | '━' | '−' => Some('-'),
        '〜' => Some('~'),
        '⋯' => Some('…'),
        '\u{00AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{E0100}'..='\u{E01EF}' => None,
        _ if c.is_whitespace() || c.is_control() => None,
        _ => Some(c),
    }
}

/// The characters of `text` that count.
pub(crate) fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter_map(fold)
}

/// The characters of `text` as they are compared, all variants of one as one.
pub(crate) fn compared(text: &str) -> impl Iterator<Item = char> {
    folded(text).map(han::neutral)
}

/// Whether two texts say the same.
pub(crate) fn same(one: &str, other: &str) -> bool {
    compared(one).eq(compared(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_and_white_space_do_not_count() {
        assert!(same("本报讯　5月28日上午，全市", "本报讯 5月28日上午,全市"));
        assert!(same("一批好典\n型，成绩。", "一批好典型,成绩."));
        assert!(same("“保二争一”——", "\"保二争一\"--"));
        assert!(same("ＡＰＰ（１）", "APP(1)"));
    }

    #[test]
    fn the_script_does_not_count() {
        assert!(same("瞭解後，發現計劃裡的頭髮", "了解后,发现计划里的头发"));
        assert!(folded("發").ne(folded("发")), "but in names that were given before");
    }

    #[test]
    fn letters_and_figures_do() {
        assert!(!same("5月28日", "5月29日"));
        assert!(!same("the Times", "the times"));
    }

    #[test]
    fn a_search_forgives_case_and_width_and_no_more() {
        let sought = |text: &str| text.chars().filter_map(sought).flatten().collect::<String>();
        assert_eq!(sought("Ｔhe ‘Times’，\u{FE0F}５〜6・"), "the'times',5~6·");
        assert_eq!(sought("2014―2019"), sought("2014–2019"));
        assert_eq!(sought("好｡ 好､"), "好。好、");
        assert_ne!(sought("。"), sought("."));
        assert_eq!(sought("發展計劃裡"), sought("发展计划裏"));
    }
}
