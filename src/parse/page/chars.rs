//! What a character is to a newspaper: a letter of a script, a mark that ends a sentence, a mark that can't open a line.
//!
//! Both the full-width marks and the ASCII ones that a dump may have in their place count.

/// Han, kana or hangul: a letter that is set without spaces between words, hangul apart.
pub(super) const fn is_cjk(c: char) -> bool {
    is_han(c) || is_kana(c) || is_hangul(c)
}

/// A Han character, and the two marks that stand for one: 々 and 〇.
pub(super) const fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '々' | '〇'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFD}')
}

/// Hiragana or katakana.
pub(super) const fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | 'ー' | '\u{FF66}'..='\u{FF9D}')
}

/// A hangul syllable.
pub(super) const fn is_hangul(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}')
}

/// CJK punctuation or a full-width form.
pub(super) const fn is_wide_mark(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{301F}' | '\u{FF01}'..='\u{FF60}'
        | '\u{2014}' | '\u{2018}'..='\u{201D}' | '\u{2026}' | '·' | '・')
}

/// Ends a sentence.
pub(super) const fn is_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?' | '…' | '｡' | '．')
}

/// Parts the clauses of a sentence.
pub(super) const fn is_comma(c: char) -> bool {
    matches!(c, '，' | ',' | '；' | ';' | '﹐')
}

/// Closes a quotation or a bracket.
pub(super) const fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '」' | '』' | '）' | ')' | '】' | '》' | '〉' | '〕' | ']' | '］' | '"')
}

/// Opens a quotation or a bracket.
pub(super) const fn is_opening(c: char) -> bool {
    matches!(c, '“' | '‘' | '「' | '『' | '（' | '(' | '【' | '《' | '〈' | '〔' | '[' | '［')
}

/// Opens a byline: ■ □ ● ○ ◆ ◇ ▲ △ ★ ☆ ◎.
pub(super) const fn is_mark(c: char) -> bool {
    matches!(
        c,
        '■' | '□'
            | '●'
            | '○'
            | '◆'
            | '◇'
            | '▲'
            | '△'
            | '★'
            | '☆'
            | '◎'
            | '▪'
            | '◼'
            | '▶'
            | '►'
            | '▍'
            | '▎'
            | '\\'
            | '＼'
    )
}

/// A digit of a date or a number: ASCII, full-width or Chinese.
pub(super) const fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９' | '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九'
        | '十' | '廿' | '卅' | '百' | '千' | '○')
}

/// How a line ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// A sentence is over: 。 or 。”
    Stop,
    /// Something is to follow: ： or —— or ；
    Lead,
    /// A comma: the sentence goes on.
    Comma,
    /// A letter or a digit: a title, or a sentence that was cut.
    Letter,
    /// A closing mark after a letter: may be either.
    Closing,
}

/// `text` without the mark that some desks set after a text's last sentence: `。③6`, `。■`.
pub(super) fn without_end_mark(text: &str) -> &str {
    let mark = |c: char| is_mark(c) || c.is_ascii_digit() || matches!(c, '①'..='⑳' | '／' | '/' | ' ');
    match text.chars().next_back() {
        Some(c) if is_mark(c) || c.is_ascii_digit() || matches!(c, '①'..='⑳') => {}
        _ => return text,
    }
    let bare = text.trim_end_matches(mark);
    let coded = text.get(bare.len()..).is_some_and(|code| code.starts_with(|c: char| !c.is_ascii_digit()));
    if coded && bare.ends_with(|c| is_stop(c) || is_closing(c)) && ending(bare) == Ending::Stop {
        bare
    } else {
        text
    }
}

/// How `text` ends. `text` is trimmed; an empty one counts as over.
pub(super) fn ending(text: &str) -> Ending {
    let mut back = text.chars().rev();
    let Some(last) = back.next() else { return Ending::Stop };
    if is_stop(last) {
        return Ending::Stop;
    }
    match last {
        '：' | ':' | '—' | '–' | '；' | ';' | '―' => Ending::Lead,
        '，' | ',' | '、' | '､' | '﹐' => Ending::Comma,
        '.' => Ending::Stop,
        c if is_closing(c) => match back.find(|&c| !is_closing(c)) {
            Some(c) if is_stop(c) || c == '.' => Ending::Stop,
            _ => Ending::Closing,
        },
        _ => Ending::Letter,
    }
}

/// The number a run of digits says, if it is below 10 000. Chinese numerals may be positional or not: 二〇一九, 二十九.
pub(super) fn number(text: &str) -> Option<u32> {
    let (mut total, mut digit, mut any) = (0_u32, None::<u32>, false);
    for c in text.chars() {
        any = true;
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '廿' | '卅' => {
                total += if c == '廿' { 20 } else { 30 };
                digit = None;
                continue;
            }
            _ => {
                let value = one_digit(c)?;
                digit = Some(digit.map_or(value, |before| before.saturating_mul(10).saturating_add(value)));
                continue;
            }
        };
        total = total.saturating_add(digit.unwrap_or(1).saturating_mul(unit));
        digit = None;
    }
    let total = total.saturating_add(digit.unwrap_or(0));
    (any && total < 10_000).then_some(total)
}

fn one_digit(c: char) -> Option<u32> {
    Some(match c {
        '0'..='9' => u32::from(c) - u32::from('0'),
        '０'..='９' => u32::from(c) - u32::from('０'),
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}
