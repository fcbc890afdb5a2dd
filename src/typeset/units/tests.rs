use proptest::prelude::*;

use super::*;
use crate::typeset::breaks::Strictness;
use crate::typeset::language::{Form, Language};
use crate::typeset::punctuation::Punctuation;
use crate::typeset::script::Guise;
use crate::typeset::width::Ambiguous;

const LEVELS: [Strictness; 5] =
    [Strictness::Loose, Strictness::Normal, Strictness::Basic, Strictness::Gb, Strictness::Strict];

/// Text in which the fast way finds much to do and something to stumble over.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => "[一-龥]{1,3}",
        4 => "[，。、；：！？]",
        4 => "[“”‘’（）《》「」【】]",
        2 => "[%℃]",
        2 => "[，。、][”’]",
        2 => "[”’][“‘]",
        3 => Just("——".to_owned()),
        3 => Just("……".to_owned()),
        1 => "[—…]{1,3}",
        6 => "[a-zA-Z]{1,4}",
        6 => "[0-9]{1,3}",
        6 => " {1,2}",
        4 => "[,.;:]",
        2 => "[ぁ-ヿ]{1,3}",
        2 => "[々〇〆ー・〜～㐀䷀]",
        1 => "[月日年—～-]",
        2 => "[0-9２]{1,2}[万亿]{1,2}[元人]",
        2 => "[约翰ン々]{1,2}·[史密あ]{0,2}",
        4 => "[!?()/'\\[\\]·-]",
        1 => "[\"%+]",
        2 => "[a-z][’'-][a-z]",
        2 => "[\u{3000}‘’]",
        1 => "[\u{3000}\u{A0}\u{301}\u{3099}\u{200B}\u{2060}\u{FEFF}\u{200D}\t]",
        1 => "[가-힣‥👍🇨🇳☀é①■ﾞｶ％．０-９ａ\u{E0100}]",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn all(units: &mut Units<'_>) -> Vec<Unit> {
    units.all();
    units.ready().to_vec()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: ProptestConfig::default().cases.max(2000),
        ..ProptestConfig::default()
    })]
    #[test]
    fn the_fast_way_and_the_slow_one_arrive_at_the_same(
        text in text(), wide in 0_u8..16, full_width in any::<bool>(), language in 0_usize..4, widest in 1_usize..6,
        strictness in prop::sample::select(LEVELS.to_vec()),
    ) {
        let language = [
            Language::Chinese(Form::Simplified),
            Language::Chinese(Form::Traditional),
            Language::Japanese,
            Language::Latin,
        ][language];
        let customs = Customs::new(language, strictness);
        let widths = Widths::new(Ambiguous::by_class(|class| wide & (1 << class as u8) != 0));
        let marks = if full_width { Punctuation::FullWidth } else { Punctuation::AsPrinted };
        let shown = Shown::new(&text, Guise { marks, ..Guise::default() });
        let mut fast = Units::new(&shown, customs, widths, Columns(widest), Scratch::default());
        let mut slow = Units { fast: None, ..Units::new(&shown, customs, widths, Columns(widest), Scratch::default()) };
        prop_assert_eq!(all(&mut fast), all(&mut slow), "{:?}", shown);
    }
}

/// One character of each kind that the fast way tells from others, and some that it does not know.
const KINDS: [&str; 46] = [
    "月", "あ", "ー", "？", "‥", "々…", "・", "々", "（", "《", "，", "。", "）", "a", "A", "1", " ",
    "\u{3000}", ".", ":", "%", "℃", "(", "]", "!", "/", "-", "'", "\"", "·", "“", "‘", "’", "—", "——", "…",
    "……", "日", "万元", "9亿", "～", "＋", "■", "\u{301}", "1月", "x ",
];

/// A name's point that only the slow way knows, before a character that is not seen or with a mark on it, is seen from
/// before the Han that the fast way has gone past.
#[test]
fn a_point_that_the_fast_way_leaves_to_the_slow_one_keeps_a_name_together() {
    for text in ["一一\u{FEFF}·一", "一一·\u{301}一", "月月一一\u{2060}·一一"] {
        let shown = Shown::new(text, Guise::default());
        let customs = Customs::new(Language::Chinese(Form::Simplified), Strictness::Basic);
        let mut units = Units::new(&shown, customs, Widths::default(), Columns(8), Scratch::default());
        let levels: Vec<Level> = all(&mut units).iter().map(|unit| unit.level).collect();
        let point = shown.text.chars().position(|char| char == '·').unwrap();
        assert_eq!(levels[point - 2], Level::Poor, "{text}");
    }
}

/// Everywhere, beside everything.
#[test]
fn no_three_characters_in_a_row_are_broken_otherwise_by_the_fast_way() {
    let widths = Widths::new(Ambiguous::Narrow);
    let mut texts = Vec::new();
    for a in KINDS {
        for b in KINDS {
            for c in KINDS {
                texts.push(format!("月月{a}{b}{c}月月"));
            }
            texts.push(format!("{a}{b}"));
        }
    }
    let languages = [Language::Chinese(Form::Simplified), Language::Japanese, Language::Latin];
    for language in languages {
        for strictness in LEVELS {
            let customs = Customs::new(language, strictness);
            for text in &texts {
                let shown = Shown::new(text, Guise::default());
                let units = || Units::new(&shown, customs, widths, Columns(8), Scratch::default());
                let (mut fast, mut slow) = (units(), Units { fast: None, ..units() });
                assert_eq!(all(&mut fast), all(&mut slow), "{text} {customs:?}");
            }
        }
    }
}
