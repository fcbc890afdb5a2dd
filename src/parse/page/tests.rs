use proptest::prelude::*;

use super::*;
use crate::issue::Issue;

/// All text of an issue in the order in which a reader meets it, without white space.
fn squeezed(issue: &Issue) -> String {
    let parts = issue.articles().flat_map(|(_, article)| article.parts().map(|(_, text)| text));
    parts.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect()
}

fn parsed(text: &str) -> Parsed {
    parse_with(text, &Hints::default(), None)
}

/// Pieces that pages are made of, so that random texts come near to real ones.
const PIECES: &[&str] = &[
    "\n",
    "\n\n",
    "\r\n",
    "\u{c}",
    " ",
    "\u{3000}",
    "\u{3000}\u{3000}",
    "。",
    "，",
    ",",
    "”",
    "“",
    "（",
    "）",
    "——",
    "■",
    "本报讯 ",
    "本报记者 ",
    "新华社北京5月28日电 ",
    "（新华社北京7月7日电）",
    "（下转第3版）",
    "（上接第一版）",
    "第02版：要闻",
    "（A04）",
    "导读",
    "责编：",
    "2019年5月29日 星期三",
    "活字印刷",
    "天文台",
    "山脉",
    "铅",
    "a",
    "The press ",
    "is-",
    "8429110",
    "记者李",
    "摄",
    "强调",
    "?",
    "…",
    "\u{200c}",
    "ﾞ",
    "한글 ",
    "かな",
    "一、",
    "图为",
    "公告",
    "\u{feff}",
    "🗞",
];

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_character_comes_back_once_and_in_order(text in prop_oneof![any::<String>(), pieces(), "(\\\\PC{0,40}\\n{0,3}){0,20}"]) {
        let kept: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        prop_assert_eq!(squeezed(&parsed(&text).issue), kept);
    }

    #[test]
    fn there_is_a_start_for_each_article(text in pieces()) {
        let parsed = parsed(&text);
        prop_assert_eq!(parsed.starts.len(), parsed.issue.article_count());
        let labels = labels(&text, None);
        prop_assert_eq!(labels.iter().filter(|line| line.starts).count(), parsed.starts.len());
    }
}

#[test]
fn a_long_text_is_read_as_a_short_one_is() {
    // Many more lines than one thread takes, and titles where the shares meet.
    let page = "钟楼大修今日启动\n\n本报讯 钟楼大修今日启动，工期三个月。\n\n航海钟复制品\n首次展出\n\n本报讯 航海钟展出了。\n\n";
    let one = labels(page, None);
    let long = page.repeat(5_000);
    let many = labels(&long, None);
    assert_eq!(many.len(), one.len() * 5_000);
    let seen = |lines: &[LabelledLine<'_>]| {
        lines
            .iter()
            .map(|line| (line.text.to_owned(), line.label, line.starts, line.reasons.clone()))
            .collect::<Vec<_>>()
    };
    // The text's two ends are not like its middle.
    let middle: Vec<_> = many.chunks(one.len()).skip(1).take(4_998).map(seen).collect();
    let first = middle.first().cloned().unwrap_or_default();
    assert!(middle.iter().all(|page| *page == first), "every page in the middle is read alike");
}

#[test]
fn what_a_person_rules_out_stays_out_in_many_lines_at_once() {
    let lines: Vec<String> = (10..50).map(|n| format!("钟楼大修第{n}日")).collect();
    let text = lines.join("\n");
    let mut fix = Fix::new();
    for number in 2..=40 {
        assert!(fix.set(&text, number, Change::Label(Label::Paragraph)));
    }
    let labelled = labels(&text, Some(&fix));
    assert!(labelled.iter().skip(1).all(|line| line.label == Label::Paragraph), "{labelled:#?}");
}
