//! CSS Text 3, 5.3 (`line-break`), as a table: what starts no line and what ends none, in Chinese and Japanese, by each
//! level. `strict` there is our [`Strictness::Basic`].
//!
//! Each character stands between Han, between kana and between Hangul, and is looked at in the places that
//! [`opportunities_by`] tells and in the lines that are set.

use crate::issue::{Article, Block};
use crate::typeset::language::Form;
use crate::typeset::{Ambiguous, Em, Punctuation, Setting, set};

use super::Strictness::{Basic, Gb, Loose, Normal, Strict};
use super::*;

/// What of a line a character may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum May {
    /// Its end, and by this level and those below its start.
    StartBy(Strictness),
    /// Its start, and by this level and those below its end.
    EndBy(Strictness),
    /// Its start and its end.
    Both,
    /// Its end.
    End,
    /// Its start.
    Start,
}

/// The characters of the specification's classes.
const TABLE: &[(May, &str)] = &[
    // Class CJ: small kana and the long mark.
    (
        May::StartBy(Normal),
        "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶーㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯｰ",
    ),
    // Hyphens.
    (May::StartBy(Normal), "〜゠"),
    (May::StartBy(Loose), "\u{2010}\u{2013}"),
    // Iteration marks.
    (May::StartBy(Loose), "々〻ゝゞヽヾ"),
    // Centred punctuation.
    (May::StartBy(Loose), "・：；･‼⁇⁈⁉！？"),
    // Postfixes of East Asian Width A, F and W.
    (May::StartBy(Loose), "°‰′″‵℃℉％￠﹪"),
    // Prefixes likewise.
    (May::EndBy(Loose), "¤±€№﹩＄￡￥￦"),
    // Narrow ones.
    (May::End, "%¢"),
    (May::Start, "$£¥"),
    // Opening brackets and quotes.
    (May::Start, "（〔［｛〈《「『【〖〘〚｟｢〝‘“([{"),
    // Closing brackets, quotes and marks.
    (May::End, "）〕］｝〉》」』】〗〙〛｠｣〞〟’”、。，．｡､)]}"),
    // What else starts no line.
    (May::End, "゛゜ﾞﾟ!?"),
    // An ellipsis does, by UAX #14 not (LB22).
    (May::StartBy(Gb), "‥…"),
    // Han, kana, Hangul, and what is treated as they are.
    (May::Both, "一龠〇㐀𠀀あんアンヰヱ한글⺀⼀㈠㊗㋐㍻㎡ㄅㆠꀀ豈️字ｱﾝ"),
    // Letters and digits.
    (May::Both, "aZ0é"),
    // A dash.
    (May::Both, "—"),
];

pub(super) const LANGUAGES: [Language; 3] =
    [Language::Chinese(Form::Simplified), Language::Chinese(Form::Traditional), Language::Japanese];
pub(super) const LEVELS: [Strictness; 5] = [Loose, Normal, Basic, Gb, Strict];
/// What stands around.
const AROUND: [&str; 4] = ["山", "の", "ノ", "글"];

/// Every case: the character, what it may be, and how the text is broken.
fn cases() -> impl Iterator<Item = (char, May, &'static str, Customs)> {
    let characters = TABLE.iter().flat_map(|(may, characters)| characters.chars().map(|c| (c, *may)));
    characters.filter(|(c, _)| *c != '\u{FE0F}').flat_map(|(c, may)| {
        AROUND.into_iter().flat_map(move |around| {
            LANGUAGES.into_iter().flat_map(move |language| {
                LEVELS.into_iter().map(move |level| {
                    let may = match may {
                        // Before a hyphen after Han and kana only.
                        _ if matches!(c, '\u{2010}' | '\u{2013}') && around == "글" => May::End,
                        May::StartBy(most) if level <= most => May::Both,
                        May::StartBy(_) => May::End,
                        May::EndBy(most) if level <= most => May::Both,
                        May::EndBy(_) => May::Start,
                        _ if c == '—' && level == Strict => May::End,
                        may => may,
                    };
                    (c, may, around, Customs::new(language, level))
                })
            })
        })
    })
}

#[test]
fn each_character_starts_and_ends_the_lines_that_the_specification_lets_it() {
    let mut wrong = Vec::new();
    for (c, may, around, customs) in cases() {
        let text = format!("{around}{around}{c}{around}{around}");
        let at = 2 * around.len();
        let found = opportunities_by(&text, customs.language, customs.strictness);
        let (starts, ends) = (found.contains(&at), found.contains(&(at + c.len_utf8())));
        if (starts, ends) != (may != May::End, may != May::Start) {
            wrong.push(format!(
                "{around}{c} U+{:04X} {customs:?}: starts {starts}, ends {ends}",
                u32::from(c)
            ));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// The lines of `text` in a column of `width` cells, nothing hung, filled, indented or replaced.
pub(super) fn lines(text: &str, customs: Customs, ambiguous: Ambiguous, width: usize) -> Vec<String> {
    let body = vec![Block { text: text.to_owned(), ..Block::default() }];
    let setting = Setting {
        width: crate::typeset::Columns(width),
        ambiguous,
        indent: Some(Em(0)),
        hang: false,
        justify: false,
        punctuation: Punctuation::AsPrinted,
        strictness: customs.strictness,
        language: customs.language,
        ..Setting::default()
    };
    let set = set(&Article { body, ..Article::default() }, &setting);
    set.lines().iter().map(|line| set.text(line).trim_end().to_owned()).collect()
}

/// At some width a line could begin or end with the character: it does where it may, and at none where it may not. With an
/// ellipsis it could, but another place is found.
#[test]
fn the_lines_that_are_set_begin_and_end_so() {
    let mut wrong = Vec::new();
    for (c, may, around, customs) in cases() {
        let may = if matches!(c, '…' | '‥') && customs.strictness > Loose { May::End } else { may };
        for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
            let text = format!("{}{c}{}", around.repeat(5), around.repeat(9));
            let all: Vec<_> = (8..16).flat_map(|width| lines(&text, customs, ambiguous, width)).collect();
            let (starts, ends) =
                (all.iter().any(|line| line.starts_with(c)), all.iter().any(|line| line.ends_with(c)));
            if (starts, ends) != (may != May::End, may != May::Start) {
                wrong.push(format!(
                    "{around}{c} U+{:04X} {customs:?} {ambiguous:?}: starts {starts}, ends {ends}",
                    u32::from(c)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Inseparable characters stay together in any number that fits a line.
#[test]
fn inseparable_characters_stay_together() {
    for language in LANGUAGES {
        for text in ["月月……月月", "月月‥‥月月", "月月…‥月月", "月月——月月"] {
            let found = by(text, Customs::new(language, Basic));
            assert!(!found.contains(&9), "{text} {found:?}");
            assert!(found.contains(&12), "{text} {found:?}");
        }
    }
}

/// Beside other marks, letters and digits too.
#[test]
fn no_kind_of_neighbour_lets_a_mark_start_a_line() {
    let neighbours =
        ["月", "の", "ー", "々", "）", "”", "a", "1", "。", "—", "が", "か\u{3099}", "辻\u{E0100}"];
    let mut wrong = std::collections::BTreeSet::new();
    // Suffixes and prefixes are meant where they are East Asian, wide or not.
    for (c, may, _, customs) in cases().filter(|(c, _, around, _)| *around == "山" && !"%¢$£¥".contains(*c))
    {
        for neighbour in neighbours {
            if may == May::End {
                let text = format!("月月{neighbour}{c}月月");
                let found = by(&text, customs);
                if found.contains(&(6 + neighbour.len())) {
                    wrong.insert(text);
                }
            }
        }
        for neighbour in ["月", "の", "“", "「", "a", "1", "か\u{3099}", "ー", "—"] {
            if may == May::Start {
                let text = format!("月月{c}{neighbour}月月");
                let found = by(&text, customs);
                if found.contains(&(6 + c.len_utf8())) {
                    wrong.insert(text);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong: {wrong:?}", wrong.len());
}

/// An unseen character is not shown, but it is heard (UAX #14, LB8 and LB11).
#[test]
fn a_word_joiner_keeps_a_line_together_and_a_zero_width_space_parts_it() {
    for language in LANGUAGES.into_iter().chain([Language::Korean, Language::Latin]) {
        let customs = Customs::new(language, Basic);
        for (text, expected) in [
            ("月月月月\u{2060}日日日日日日", "月月月/月日日日/日日日"),
            ("月月月月\u{FEFF}日日日日日日", "月月月/月日日日/日日日"),
            ("月月月月\u{FEFF}\u{200B}日日日日日日", "月月月月/日日日日/日日"),
            ("abcd\u{200B}efghi jk", "abcd/efghi jk"),
            ("月月月月\u{200B}。日日日日日", "月月月/月。日日/日日日"),
        ] {
            if language != Language::Korean || !text.starts_with('月') {
                assert_eq!(lines(text, customs, Ambiguous::Narrow, 8).join("/"), expected, "{language:?}");
            }
        }
    }
}
