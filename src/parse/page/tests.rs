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
