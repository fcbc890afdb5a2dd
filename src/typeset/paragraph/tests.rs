use proptest::prelude::*;

use super::*;
use crate::typeset::breaks::{Customs, Strictness};
use crate::typeset::language::{Form, Language};
use crate::typeset::punctuation::Punctuation;
use crate::typeset::script::Guise;
use crate::typeset::source::Shown;
use crate::typeset::units::{Scratch, Units};
use crate::typeset::width::Widths;

const ZH: Language = Language::Chinese(Form::Simplified);

fn units(text: &str, language: Language, measure: Columns) -> Vec<Unit> {
    let shown = Shown::new(text, Guise { marks: Punctuation::AsPrinted, ..Guise::default() });
    let customs = Customs::new(language, Strictness::Basic);
    let mut units = Units::new(&shown, customs, Widths::default(), measure, Scratch::default());
    units.all();
    units.ready().to_vec()
}

fn room(measure: usize, gutter: usize) -> Room {
    let measure = Columns(measure);
    Room { line: measure, measure, gutter: Columns(gutter), company: true }
}

fn cuts(units: &[Unit], room: Room) -> Vec<Cut> {
    let mut cuts = Vec::new();
    let mut rest = units;
    while !rest.is_empty() {
        let cut = cut(rest, room, true).unwrap();
        rest = &rest[cut.end..];
        cuts.push(cut);
    }
    cuts
}

/// The lines of a text, without what fills them.
fn lines(text: &str, language: Language, measure: usize, gutter: usize) -> Vec<String> {
    let units = units(text, language, Columns(measure));
    let mut ends = vec![0];
    ends.extend(units.iter().scan(0, |at, unit| {
        *at += unit.len as usize;
        Some(*at)
    }));
    let mut from = 0;
    let mut lines = Vec::new();
    for cut in cuts(&units, room(measure, gutter)) {
        lines.push(text.get(ends[from]..ends[from + cut.shown]).unwrap().to_owned());
        from += cut.end;
    }
    lines
}

#[test]
fn lines_end_where_they_may() {
    // Text, measure, gutter, lines.
    let cases: [(&str, usize, usize, &[&str]); 16] = [
        ("月亮很圆，星星很亮", 8, 0, &["月亮很", "圆，星星", "很亮"]),
        ("月亮很圆，星星很亮", 8, 2, &["月亮很圆，", "星星很亮"]),
        // Never two marks.
        ("他说“月亮圆”，星星亮", 12, 2, &["他说“月亮", "圆”，星星亮"]),
        ("《月亮很圆》，星亮", 12, 2, &["《月亮很", "圆》，星亮"]),
        // The last mark of all may hang as well.
        ("月亮很圆。", 8, 2, &["月亮很圆。"]),
        ("月亮很圆。  ", 8, 2, &["月亮很圆。"]),
        // One character gets company.
        ("月亮很圆星", 8, 0, &["月亮很", "圆星"]),
        ("月亮很圆星。", 8, 0, &["月亮很", "圆星。"]),
        ("月亮很圆（星）", 8, 0, &["月亮很", "圆（星）"]),
        // But not at the price of half a line.
        ("月亮Apollo圆", 10, 0, &["月亮Apollo", "圆"]),
        ("看https://example.org/a/b页", 16, 0, &["看https://", "example.org/a/b", "页"]),
        ("看internationalization吧", 8, 0, &["看", "internat", "ionaliza", "tion吧"]),
        ("这——那——这", 6, 0, &["这——那", "——这"]),
        ("这————那", 2, 0, &["这", "——", "——", "那"]),
        ("月\u{3000}\u{3000} 球", 2, 0, &["月", "球"]),
        ("（月）", 4, 0, &["（月", "）"]),
    ];
    for (text, measure, gutter, expected) in cases {
        assert_eq!(lines(text, ZH, measure, gutter), expected, "{text} in {measure}");
    }
}

/// A number goes down to what it counts, if the line is not much shorter for it; a name is parted after its point.
#[test]
fn a_number_is_better_not_parted_from_what_it_counts() {
    let cases: [(&str, usize, [&str; 2]); 11] = [
        ("月亮每天晚些升起约50分钟左右", 20, ["月亮每天晚些升起约", "50分钟左右"]),
        ("月亮绕行地球一周约需天数是27天多", 28, ["月亮绕行地球一周约需天数是", "27天多"]),
        ("看见月亮绕行一周约２７天多", 22, ["看见月亮绕行一周约２７", "天多"]),
        ("有人看见月亮绕行一周约２７年多", 26, ["有人看见月亮绕行一周约", "２７年多"]),
        ("请看月亮专刊的第3～5版介绍", 16, ["请看月亮专刊的", "第3～5版介绍"]),
        (
            "月亮每年离开地球一点，花去约100万元的人看见",
            30,
            ["月亮每年离开地球一点，花去约", "100万元的人看见"],
        ),
        (
            "月亮每年离开地球一点点一点点一点点一点点，现在看起来这是２０２６年的事",
            64,
            ["月亮每年离开地球一点点一点点一点点一点点，现在看起来这是", "２０２６年的事"],
        ),
        ("昨晚有人在山上看见了约翰·史密斯先生", 24, ["昨晚有人在山上看见了", "约翰·史密斯先生"]),
        ("昨晚有人看见约翰·史密斯先生", 20, ["昨晚有人看见约翰·", "史密斯先生"]),
        // Too much would be empty.
        ("月亮形成的年代约在公元2019年左右", 24, ["月亮形成的年代约在公元", "2019年左右"]),
        ("月亮约50年看", 8, ["月亮约50", "年看"]),
    ];
    for (text, measure, expected) in cases {
        assert_eq!(lines(text, ZH, measure, 0), expected, "{text} in {measure}");
    }
}

#[test]
fn korean_words_are_divided_only_if_they_must() {
    let text = "달은 지구에서 멀어진다";
    assert_eq!(lines(text, Language::Korean, 12, 0), ["달은", "지구에서", "멀어진다"]);
    assert_eq!(lines(text, Language::Korean, 6, 0), ["달은", "지구에", "서 멀", "어진다"]);
}

#[test]
fn english_words_go_down_whole() {
    let text = "The well-known far side of the Moon";
    let expected = ["The well-", "known far", "side of", "the Moon"];
    assert_eq!(lines(text, Language::Latin, 10, 0), expected);
}

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[一-龥]{1,4}",
        4 => "[，。、；：！？]",
        2 => "[“”（）《》—…]",
        2 => Just("——".to_owned()),
        2 => Just("……".to_owned()),
        4 => "[a-zA-Z0-9]{1,14}",
        4 => " {1,2}",
        2 => "[,.;:/-]",
        1 => "[가-힣]{1,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: ProptestConfig::default().cases.max(1000),
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_line_ends_badly_only_inside_what_no_line_can_hold(
        text in text(), measure in 1_usize..40, gutter in prop_oneof![Just(0_usize), Just(2)], korean in any::<bool>(),
    ) {
        let units = units(&text, if korean { Language::Korean } else { ZH }, Columns(measure));
        let room = room(measure, gutter);
        let mut rest = &units[..];
        for cut in cuts(&units, room) {
            let line = &rest[..cut.end];
            let shown: Columns = line[..cut.shown].iter().map(|unit| unit.columns()).sum();
            prop_assert_eq!(shown, cut.width + cut.hung);
            prop_assert!(cut.width <= room.line);
            prop_assert!(cut.hung == Columns(0) || cut.hung == room.gutter);
            let next = rest.get(cut.end);
            prop_assert!(next.is_none_or(|next| next.kind != Kind::Space));
            prop_assert_eq!(cut.last, next.is_none());
            if let Some(next) = next {
                let level = line[cut.end - 1].level;
                // The word that is cut, if one is.
                let start = line.iter().rposition(|unit| unit.level >= Level::Poor).map_or(0, |n| n + 1);
                let end = rest.iter().skip(cut.end).position(|unit| unit.level >= Level::Poor);
                let end = end.map_or(rest.len(), |n| cut.end + n + 1);
                let word: Columns = rest[start..end].iter().map(|unit| unit.columns()).sum();
                let bad = level < Level::Poor && next.kind != Kind::Space;
                prop_assert!(!bad || word > room.measure, "{:?}", line);
                prop_assert!(level < Level::Poor || !next.kind.hangs(), "{:?}", line);
                prop_assert!(level != Level::Never || cut.end == 1, "{:?}", line);
            }
            rest = &rest[cut.end..];
        }
    }

    #[test]
    fn a_line_is_the_same_when_less_is_known(text in text(), measure in 1_usize..40, known in 0_usize..60) {
        let units = units(&text, ZH, Columns(measure));
        let room = room(measure, 2);
        if units.is_empty() {
            return Ok(());
        }
        let all = cut(&units, room, true);
        if let Some(early) = cut(&units[..known.min(units.len())], room, false) {
            prop_assert_eq!(Some(early), all);
        }
    }
}
