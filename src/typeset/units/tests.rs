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
        let mut slow = Units::new(&shown, customs, widths, Columns(widest), Scratch::default());
        (slow.fast, slow.stretch) = (None, usize::MAX);
        prop_assert_eq!(all(&mut fast), all(&mut slow), "{:?}", shown);
    }
}

/// Text that no fast way knows, with places to stop at.
fn foreign() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => "[а-яёİŁ]{1,4}",
        12 => "[가-힣]{1,3}",
        6 => "[ا-ي]{1,3}",
        3 => "[א-ת]{1,3}-?",
        3 => "[α-ωάϊ]{1,3}",
        20 => Just(" ".to_owned()),
        8 => text(),
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: ProptestConfig::default().cases.max(1000),
        ..ProptestConfig::default()
    })]
    #[test]
    fn the_segmenters_arrive_at_the_same_in_one_go_and_in_many(
        text in foreign(), full_width in any::<bool>(), language in 0_usize..4, widest in 1_usize..6, stretch in 1_usize..40,
        way in any::<bool>(),
    ) {
        let language =
            [Language::Korean, Language::Chinese(Form::Simplified), Language::Japanese, Language::Latin][language];
        let customs = Customs::new(language, Strictness::Basic);
        let widths = Widths::new(Ambiguous::Narrow);
        let marks = if full_width { Punctuation::FullWidth } else { Punctuation::AsPrinted };
        let shown = Shown::new(&text, Guise { marks, ..Guise::default() });
        let units = || Units::new(&shown, customs, widths, Columns(widest), Scratch::default());
        let mut once = Units { fast: None, stretch: usize::MAX, ..units() };
        let mut often = Units { stretch, ..units() };
        often.fast = often.fast.filter(|_| way);
        prop_assert_eq!(all(&mut often), all(&mut once), "{:?}", shown);
    }
}

/// Where the fast way is of no use either: in Korean, in lines of one cell, in letters that it does not know.
#[test]
fn no_more_of_a_long_text_is_looked_at_than_is_asked_for() {
    let (korean, chinese) = (Language::Korean, Language::Chinese(Form::Simplified));
    for (language, text, widest) in [
        (korean, "활자 인쇄는 한 쪽의 글을 낱글자로 나눈다. ", 8),
        (chinese, "铅字排进版框，一行接着一行。", 1),
        (Language::Latin, "Книгопечатание делит страницу на буквы. ", 8),
    ] {
        let text = text.repeat(4_000);
        let shown = Shown::new(&text, Guise::default());
        let customs = Customs::new(language, Strictness::Basic);
        let mut units = Units::new(&shown, customs, Widths::default(), Columns(widest), Scratch::default());
        units.more();
        assert!((1..20_000).contains(&units.ready().len()), "{language:?} {}", units.ready().len());
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
                let (mut fast, mut slow) = (units(), Units { fast: None, stretch: usize::MAX, ..units() });
                assert_eq!(all(&mut fast), all(&mut slow), "{text} {customs:?}");
            }
        }
    }
}
