//! A traditional text in simplified characters: what is seen is another thing than what is kept.

use super::*;
use crate::typeset::Script;

const TEXT: &str =
    "　　據天文臺推算,乾燥的夜裡最適合觀測。木星於黃昏後從東方升起,整夜可見,用雙筒望遠鏡能看到它的四顆衛星。";

fn traditional() -> Issue {
    let article = |headline: &str, text: &str| Article {
        headline: vec![headline.to_owned()],
        authors: vec![crate::issue::Author { name: "天文組".to_owned(), ..Default::default() }].into(),
        body: vec![Block { text: text.to_owned(), ..Block::default() }],
        ..Article::default()
    };
    let articles = vec![article("木星與四顆衛星", TEXT), article("乾隆年間的彗星記錄", &TEXT.repeat(9))];
    let page = Page { id: "1".to_owned(), articles, ..Page::default() };
    Issue { language: Some("zh-Hant".to_owned()), pages: vec![page], ..Issue::new() }
}

#[test]
fn a_key_shows_a_traditional_text_in_simplified_characters_and_back() {
    let mut bench = Bench::new(traditional(), 80, 20);
    let before = bench.picture();
    assert!(before.contains("乾燥的夜裡最適合觀測"), "{before}");
    let picture = bench.press("s").picture();
    for text in [
        "木星与四颗卫星",
        "据天文台推算，干燥的夜里最适合观测",
        "乾隆年间的彗星记录",
        "天文组",
        "繁体以简体显示",
    ] {
        assert!(picture.contains(text), "{text} is not in\n{picture}");
    }
    let undone = bench.press("s").picture();
    let page = |picture: &str| picture.lines().take(18).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(page(&undone), page(&before));
    assert!(undone.contains("照原文显示"));
}

#[test]
fn search_copy_and_bookmarks_have_the_text_as_printed() {
    let mut bench = Bench::new(traditional(), 80, 12);
    bench.press("sm");
    let kept = &bench.desk.kept[0];
    assert!(kept.quote.exact.starts_with("木星與四顆衛星"), "{:?}", kept.quote);
    assert!(bench.press("/卫星<Enter>").picture().contains("卫星"));
    assert_eq!(bench.app.finding.count(), Some((1, 11)), "in either script");
    assert_eq!(bench.press("/衛星<Enter>").app.finding.count().map(|(_, count)| count), Some(11));
    bench.press("<Esc>1<Enter>y");
    assert!(bench.desk.copied.contains("據天文臺推算,乾燥的夜裡"), "{}", bench.desk.copied);
    let picture = bench.press("B").picture();
    assert!(picture.contains("木星与四颗卫星") && !picture.contains('與'), "{picture}");
}

#[test]
fn the_reader_stays_where_they_are() {
    let mut bench = Bench::new(traditional(), 60, 12);
    bench.press("J  ");
    let top = |bench: &Bench| {
        let reading = &bench.app.reading;
        (reading.article(), reading.set().lines()[reading.first_text_line()].start)
    };
    let before = top(&bench);
    assert!(before.1.offset.0 > 0);
    for _ in 0..4 {
        bench.press("s");
        assert_eq!(top(&bench), before);
    }
}

#[test]
fn another_text_is_shown_as_it_is() {
    let mut bench = Bench::new(issue(), 80, 20);
    let before = bench.picture();
    let picture = bench.press("s").picture();
    assert!(picture.contains("本期不是繁体"), "{picture}");
    let rows = |picture: &str| picture.lines().take(18).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(rows(&picture), rows(&before));
    assert_eq!(bench.app.look.setting.script, Script::Simplified, "the next issue is shown so");
}
