//! Every character there is, between Han: what UAX #14 says by its class (LB4–LB31), and on that what CSS Text 3, 5.3
//! says of each level, beside what the breaker answers. Classes and widths are those of Unicode's data.
//!
//! Rules of our own (design.md, 6) are listed as such in [`own`]: no character of the classes that CSS Text names is among
//! them at [`Strictness::Basic`], which is its `strict` and `auto`.

use icu_properties::CodePointMapData;
use icu_properties::props::{EastAsianWidth, GeneralCategory, LineBreak};

use super::css::{LANGUAGES, LEVELS, lines};
use super::*;
use crate::typeset::Ambiguous;
use crate::typeset::sanitize::printable;

/// Whether a line may end before a character between two Han, and after it.
type Around = (bool, bool);

/// UAX #14. `None`: the answer needs a dictionary.
#[expect(clippy::match_same_arms, reason = "in the order of the rules")]
fn uax(c: char) -> Option<Around> {
    let class = CodePointMapData::<LineBreak>::new().get(c);
    let category = CodePointMapData::<GeneralCategory>::new().get(c);
    Some(match class {
        // LB4–LB9. A line's end in the text is before the next character.
        LineBreak::MandatoryBreak
        | LineBreak::CarriageReturn
        | LineBreak::LineFeed
        | LineBreak::NextLine
        | LineBreak::Space
        | LineBreak::ZWSpace
        | LineBreak::CombiningMark => (false, true),
        // LB8a, LB11, LB12.
        LineBreak::ZWJ | LineBreak::WordJoiner | LineBreak::Glue => (false, false),
        // LB13, LB21, LB22, LB23a.
        LineBreak::ClosePunctuation
        | LineBreak::CloseParenthesis
        | LineBreak::Exclamation
        | LineBreak::InfixNumeric
        | LineBreak::BreakSymbols
        | LineBreak::BreakAfter
        | LineBreak::Hyphen
        | LineBreak::UnambiguousHyphen
        | LineBreak::Nonstarter
        | LineBreak::ConditionalJapaneseStarter
        | LineBreak::Inseparable
        | LineBreak::PostfixNumeric => (false, true),
        // LB14, LB21, LB23a.
        LineBreak::OpenPunctuation | LineBreak::BreakBefore | LineBreak::PrefixNumeric => (true, false),
        // LB19, LB19a: beside Han the halves of a pair of quotes are brackets, if they are two.
        LineBreak::Quotation => match category {
            GeneralCategory::InitialPunctuation => (true, false),
            GeneralCategory::FinalPunctuation => (false, true),
            _ => (false, false),
        },
        LineBreak::ComplexContext => return None,
        // LB31.
        _ => (true, true),
    })
}

/// CSS Text 3, 5.3: what a level changes of that, in Chinese and Japanese.
fn css(c: char, (before, after): Around, level: Strictness) -> Around {
    let class = CodePointMapData::<LineBreak>::new().get(c);
    let width = CodePointMapData::<EastAsianWidth>::new().get(c);
    let is_east_asian = [EastAsianWidth::Ambiguous, EastAsianWidth::Fullwidth, EastAsianWidth::Wide];
    let is_east_asian = is_east_asian.contains(&width);
    let normal = class == LineBreak::ConditionalJapaneseStarter || matches!(c, '\u{301C}' | '\u{30A0}');
    let loose = matches!(c, '\u{2010}' | '\u{2013}')
        || matches!(c, '々' | '〻' | 'ゝ' | 'ゞ' | 'ヽ' | 'ヾ')
        || matches!(c, '・' | '：' | '；' | '･' | '‼' | '⁇' | '⁈' | '⁉' | '！' | '？')
        || class == LineBreak::PostfixNumeric && is_east_asian;
    let before = before || normal && level <= Strictness::Normal || loose && level == Strictness::Loose;
    let prefix = class == LineBreak::PrefixNumeric && is_east_asian;
    (before, after || prefix && level == Strictness::Loose)
}

/// What typesetting says otherwise.
fn own(c: char, (before, after): Around, level: Strictness) -> Around {
    match c {
        // GB/T 15834, 5.1.6–5.1.9, CLREQ "basic": connectors and interpuncts start no line.
        '～' | '－' | '~' | '•' => (false, after),
        '／' => (false, level < Strictness::Gb),
        // GB/T 15834, 5.1.9.
        '/' => (before, level < Strictness::Gb),
        // CLREQ "strict".
        '—' | '―' | '⸺' if level == Strictness::Strict => (false, after),
        // CLREQ below "strict", and CSS Text's own cases: UAX #14 has no break here.
        '…' | '‥' => (level < Strictness::Strict, after),
        // A straight quote opens, if it is the first of its paragraph.
        '"' | '\'' => (true, false),
        _ => (before, after),
    }
}

#[test]
fn every_character_of_unicode_is_broken_by_its_class() {
    let mut wrong = Vec::new();
    let mut looked_at = 0;
    for c in '\0'..=char::MAX {
        if CodePointMapData::<GeneralCategory>::new().get(c) == GeneralCategory::Unassigned {
            continue;
        }
        let Some(uax) = uax(c) else { continue };
        let text = format!("文字{c}文字");
        for language in LANGUAGES {
            for level in LEVELS {
                let expected = own(c, css(c, uax, level), level);
                let found = opportunities_by(&text, language, level);
                let answer = (found.contains(&6), found.contains(&(6 + c.len_utf8())));
                looked_at += 1;
                if answer != expected {
                    wrong.push(format!(
                        "U+{:04X} {c} {language:?} {level:?}: {answer:?}, not {expected:?}",
                        u32::from(c)
                    ));
                }
            }
        }
    }
    assert!(looked_at > 2_000_000, "{looked_at}");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong[..wrong.len().min(400)].join("\n"));
}

/// What is no letter, digit or symbol of its own, and is shown: at some width a line could begin or end with it.
#[test]
fn the_lines_that_are_set_begin_and_end_so() {
    let mut wrong = Vec::new();
    let mut looked_at = 0;
    for c in '\0'..=char::MAX {
        let Some(uax) = uax(c).filter(|uax| *uax != (true, true)) else { continue };
        let class = CodePointMapData::<LineBreak>::new().get(c);
        let printed = c.to_string();
        let shown = printable(&printed);
        // No line begins with an ellipsis where there is another place; straight quotes come in pairs.
        if class == LineBreak::CombiningMark || shown.trim().is_empty() || "…‥\"'".contains(c) {
            continue;
        }
        looked_at += 1;
        let text = format!("文字文字文{c}字文字文字文字文字");
        for language in LANGUAGES {
            for level in LEVELS {
                let (before, after) = own(c, css(c, uax, level), level);
                let customs = Customs::new(language, level);
                let all: Vec<_> =
                    (8..15).flat_map(|width| lines(&text, customs, Ambiguous::Narrow, width)).collect();
                let starts = all.iter().any(|line| line.starts_with(&*shown));
                let ends = all.iter().any(|line| line.ends_with(&*shown));
                if (starts, ends) != (before, after) {
                    wrong.push(format!("U+{:04X} {c} {language:?} {level:?}: {starts} {ends}", u32::from(c)));
                }
            }
        }
    }
    assert!(looked_at > 400, "{looked_at}");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong[..wrong.len().min(400)].join("\n"));
}
