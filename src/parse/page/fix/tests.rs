use proptest::prelude::*;

use super::*;
use crate::parse::page::{labels, parse_with};
use crate::parse::{Hints, Parsed};

const PAGE: &str = "铅里为什么要加锑\n\n纯铅太软，印几百张笔画就糊了。锑让合金变硬。\n\n字架前的脚步\n\n\
    一副中文字架有几千个字盘，常用字放在手边，罕用字放在高处。\n\n最后一粒铅字\n\n激光照排以后，铅字房一间间关了门。\n";

fn with(edits: &[(usize, Change)]) -> Fix {
    let mut fix = Fix::new();
    for &(line, change) in edits {
        assert!(fix.set(PAGE, line, change));
    }
    fix
}

fn read(text: &str, fix: &Fix) -> Parsed {
    parse_with(text, &Hints::default(), Some(fix))
}

fn heads(parsed: &Parsed) -> Vec<String> {
    parsed.issue.articles().map(|(_, article)| article.headline.concat()).collect()
}

fn misfits(parsed: &Parsed) -> Vec<Misfit> {
    let why = |note: &Note| match note {
        Note::Misfit { why, .. } => Some(*why),
        _ => None,
    };
    parsed.notes.iter().filter_map(why).collect()
}

#[test]
fn a_person_splits_joins_and_relabels() {
    let plain = read(PAGE, &Fix::new());
    assert_eq!(plain.issue.article_count(), 1, "the heads inside the body are alike, so they are subheads");
    let split = read(PAGE, &with(&[(5, Change::Split), (9, Change::Split)]));
    assert_eq!(heads(&split), ["铅里为什么要加锑", "字架前的脚步", "最后一粒铅字"]);
    let joined = read(PAGE, &with(&[(5, Change::Split), (9, Change::Split), (5, Change::Join)]));
    assert_eq!(heads(&joined), ["铅里为什么要加锑", "最后一粒铅字"]);
    let labelled = labels(PAGE, Some(&with(&[(5, Change::Label(Label::Caption))])));
    assert_eq!(labelled.iter().find(|line| line.number == 5).map(|line| line.label), Some(Label::Caption));
    for parsed in [&plain, &split, &joined] {
        assert!(misfits(parsed).is_empty());
    }
}

#[test]
fn a_correction_finds_its_line_again() {
    let fix = with(&[(5, Change::Split)]);
    for text in [
        PAGE.replace("\n\n", "\n\n\n"),
        PAGE.replace('，', ","),
        format!("新的第一条\n\n本报讯 前面多了一篇，行号都变了。\n\n{PAGE}"),
        PAGE.replace("字架前的脚步", "　字架前的 脚步"),
        PAGE.replace("字架前的脚步", "字架之前的脚步"),
    ] {
        let parsed = read(&text, &fix);
        assert!(misfits(&parsed).is_empty(), "{text}");
        assert!(heads(&parsed).iter().any(|head| head.ends_with("脚步")), "{text}");
    }
}

#[test]
fn a_correction_that_fits_no_line_says_so() {
    let fix = with(&[(5, Change::Split)]);
    assert_eq!(misfits(&read("别的一页\n\n说的是别的事情。\n", &fix)), [Misfit::Gone]);
    let twice = PAGE
        .replace("最后一粒铅字", "字架前的脚步")
        .replace("锑让合金变硬。", "")
        .replace("常用字放在手边，", "");
    let found = read(&twice, &fix);
    assert!(misfits(&found).iter().all(|&why| why == Misfit::Unclear));
    assert_eq!(misfits(&read(PAGE, &with(&[(1, Change::Join)]))), [Misfit::Impossible]);
}

#[test]
fn the_file_says_what_it_is() {
    let fix = with(&[(5, Change::Split), (7, Change::Label(Label::Deck))]);
    let text = fix.write().unwrap();
    assert!(text.contains(r#""do": "split""#) && text.contains(r#""label": "deck""#), "{text}");
    assert_eq!(Fix::read(&text).unwrap(), fix);
    let newer = r#"{ "format": "newsprint-fix/2", "edits": [] }"#;
    assert!(Fix::read(newer).unwrap_err().to_string().contains("newsprint-fix/1"));
    let kept = r#"{ "format": "newsprint-fix/1", "edits": [ { "at": "a", "do": "join", "why": "x" } ], "by": "desk" }"#;
    let kept: serde_json::Value = serde_json::from_str(&Fix::read(kept).unwrap().write().unwrap()).unwrap();
    assert_eq!(kept.get("by").and_then(serde_json::Value::as_str), Some("desk"));
    let error = Fix::read("{ \"format\": \"newsprint-fix/1\",\n \"edits\": [ { \"at\": 1 } ] }").unwrap_err();
    assert_eq!(error.place.map(|place| place.line), Some(2));
}

#[test]
fn blank_lines_take_no_correction() {
    assert!(!Fix::new().set(PAGE, 2, Change::Split));
    assert!(!Fix::new().set(PAGE, 999, Change::Split));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is said of whatever line, no character is lost, and each correction is done or named.
    #[test]
    fn corrections_lose_nothing(edits in prop::collection::vec((0_usize..6, 0_usize..15), 0..8)) {
        let changes = [Change::Split, Change::Join].into_iter().chain([
            Label::Kicker, Label::Headline, Label::Deck, Label::Byline, Label::Paragraph, Label::Continuation, Label::Subhead,
            Label::Caption, Label::Credit, Label::Notice, Label::Teaser, Label::Furniture, Label::Masthead,
        ].map(Change::Label)).collect::<Vec<_>>();
        let edits: Vec<(usize, Change)> = edits.iter().map(|&(line, n)| (line * 2 + 1, changes[n])).collect();
        let fix = with(&edits);
        let parsed = read(PAGE, &fix);
        let parts = parsed.issue.articles().flat_map(|(_, article)| article.parts().map(|(_, text)| text));
        let got: String = parts.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect();
        let kept: String = PAGE.chars().filter(|c| !c.is_whitespace()).collect();
        prop_assert_eq!(got, kept);
        let lines = labels(PAGE, Some(&fix));
        let broken = misfits(&parsed).len();
        let undone = fix.edits.iter().filter(|edit| !lines.iter().any(|line| {
            line.text.chars().filter(|c| !c.is_whitespace()).take(KEPT).collect::<String>() == edit.at && match edit.change {
                Change::Split => line.starts,
                Change::Join => !line.starts,
                Change::Label(label) => line.label == label,
            }
        })).count();
        prop_assert_eq!(undone, broken);
    }
}
