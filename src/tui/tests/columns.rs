//! Columns of text: sheets that are turned, what keys do on them, and how they look.

use proptest::prelude::*;

use super::screens::assert_picture;
use super::*;
use crate::tui::action::MouseAction;
use crate::tui::app::Flow;

/// The issue with so many paragraphs in its first article.
fn long(paragraphs: usize) -> Issue {
    let mut issue = issue();
    let body = &mut issue.pages[0].articles[0].body;
    let of = body.clone();
    *body = (0..paragraphs).map(|n| of[n % of.len()].clone()).collect();
    issue
}

/// A reader on a screen of three columns whose first article has more than two sheets; the body has the keys.
fn bench() -> Bench {
    let mut bench = Bench::new(long(60), 200, 30);
    bench.press("l");
    bench
}

fn columns(bench: &Bench) -> usize {
    match bench.app.reading.flow() {
        Flow::Scroll => 1,
        Flow::Sheets(sheets) => sheets.grid.count(),
    }
}

/// The lines of the sheet on the screen.
fn sheet(bench: &Bench) -> crate::typeset::Sheet {
    let Flow::Sheets(sheets) = bench.app.reading.flow() else { panic!("there are no sheets") };
    sheets.at(bench.app.reading.first_text_line()).unwrap().clone()
}

fn list_ends(bench: &mut Bench) -> Vec<usize> {
    let mut starts = vec![sheet(bench).start()];
    while !bench.app.reading.at_end(bench.app.layout().middle.height.into()) {
        bench.press(" ");
        starts.push(sheet(bench).start());
    }
    starts
}

#[test]
fn a_wide_screen_has_as_many_columns_as_are_good_to_read() {
    for (width, expected) in [(100, 1), (136, 1), (137, 2), (140, 2), (160, 2), (200, 3), (240, 4)] {
        assert_eq!(columns(&Bench::new(long(60), width, 40)), expected, "{width}");
    }
    // The body alone has more room; a low screen has no use for columns.
    assert_eq!(columns(Bench::new(long(60), 120, 30).press("z")), 2);
    assert_eq!(columns(&Bench::new(long(60), 200, 9)), 1);
    assert_eq!(columns(&Bench::new(long(60), 200, 10)), 3);
}

#[test]
fn a_short_article_has_fewer_columns_or_none() {
    let mut bench = Bench::new(issue(), 200, 40);
    assert_eq!(columns(&bench), 3);
    assert_eq!(columns(bench.press("J")), 1);
    let mut bench = Bench::new(long(4), 200, 40);
    assert_eq!(columns(&bench), 2);
    assert_eq!(columns(bench.press("3c")), 3, "who wants three has three");
}

#[test]
fn c_goes_through_the_counts_and_a_number_says_one() {
    let mut bench = bench();
    let place = bench.press(" ").app.reading.place();
    let mut counts = Vec::new();
    for _ in 0..8 {
        counts.push(columns(bench.press("c")));
        assert_eq!(bench.app.reading.place(), place);
    }
    assert_eq!(counts, [1, 2, 3, 4, 5, 6, 3, 1]);
    assert!(bench.press("2c").picture().contains("分栏：2栏"));
    assert_eq!(columns(&bench), 2);
    assert!(bench.press("0c").picture().contains("分栏：自动（3栏）"));
    assert!(bench.press("9999c").picture().contains("分栏：6栏"));
    assert!(bench.resize(100, 30).press("6c").picture().contains("分栏：6栏（这里排得下2栏）"));
    assert_eq!(columns(bench.press("1c")), 1);
    assert_eq!(columns(bench.resize(240, 30)), 1, "the wish stays");
}

#[test]
fn sheets_are_turned_forth_and_back() {
    let mut bench = bench();
    // Marked as read from the first, so that reading changes nothing in the list.
    let first = bench.press("rg").picture();
    let starts = list_ends(&mut bench);
    assert!(starts.len() > 2);
    for (n, start) in starts.iter().enumerate().rev() {
        assert_eq!((sheet(&bench).start(), bench.app.reading.top()), (*start, *start), "{n}");
        if n > 0 {
            bench.press("b");
        }
    }
    assert_eq!(bench.picture(), first);
    // From the last one to the next article, and back to it.
    let last = bench.press("G").picture();
    assert!(last.contains("100%"));
    assert!(bench.press(" ").picture().contains("2/4"));
    assert_eq!(bench.press("b").picture(), last);
    assert_eq!(bench.press("g<PgDn><C-f><PgDn><PgDn><PgDn>").app.reading.top(), *starts.last().unwrap());
    assert_eq!(bench.press("g").picture(), first);
}

/// The wheel turns sheets, and stops at the article's ends.
#[test]
fn the_wheel_turns_sheets() {
    let mut bench = bench();
    let first = bench.press("rg").picture();
    let wheel = |steps| Input::Mouse(Mouse { x: 120, y: 10, what: MouseAction::Wheel(steps) });
    bench.run([wheel(1)]);
    let second = bench.picture();
    assert_ne!(second, first);
    bench.run([wheel(1), wheel(1), wheel(1), wheel(1), wheel(1)]);
    assert!(bench.picture().contains("100%") && bench.picture().contains("1/4"));
    bench.run((0..9).map(|_| wheel(-1)));
    assert_eq!(bench.picture(), first);
}

#[test]
fn j_goes_to_the_next_paragraph_and_d_to_the_next_column() {
    let mut bench = bench();
    let first = sheet(&bench);
    bench.press("dd");
    assert_eq!(bench.app.reading.top(), first.columns[1].start);
    bench.press("d");
    assert_eq!(bench.app.reading.top(), first.columns[2].start);
    assert_eq!(sheet(bench.press("d")).start(), first.columns[2].end);
    assert_eq!(bench.press("uuu").app.reading.top(), first.columns[0].start);
    bench.press("g");
    // Every stop of j is a paragraph's or a sheet's start, none is left out, and k goes the same way back.
    let mut stops = vec![0];
    for _ in 0..80 {
        let before = bench.app.reading.top();
        let there = bench.press("j").app.reading.top();
        if there == before {
            break;
        }
        stops.push(there);
    }
    let lines = bench.app.reading.set().lines();
    let paragraphs = lines.iter().filter(|line| line.start.offset.0 == 0 && line.left.0 > 0);
    assert!(stops.len() >= 61 && paragraphs.count() >= 60, "{stops:?}");
    for stop in stops.iter().rev().skip(1) {
        assert_eq!(bench.press("k").app.reading.top(), *stop);
    }
}

#[test]
fn a_bookmark_stands_in_its_columns_margin() {
    let mut bench = bench();
    bench.press("dddm");
    assert_eq!(bench.desk.kept.len(), 1);
    let picture = bench.picture();
    let row = picture.lines().find(|line| line.contains("│◆")).unwrap();
    assert_eq!(row.matches('│').count(), 3, "{row}");
    assert!(row.split('│').nth(3).unwrap().starts_with('◆'), "{row}");
    // Found again, from far away and at another size, it is on the screen and can be taken away.
    bench.press("G").resize(160, 40).press("B<Enter>");
    assert!(bench.picture().contains('◆'));
    bench.press("m");
    assert!(bench.desk.kept.is_empty());
}

#[test]
fn a_hit_in_any_column_is_shown() {
    let mut issue = long(60);
    issue.pages[0].articles[0].body[55].text.push_str("此处有一只鹦鹉。");
    let mut bench = Bench::new(issue, 200, 30);
    bench.press("/鹦鹉<Enter>");
    let frame = bench.frame();
    let is_hit = |x, y| frame[(x, y)].modifier.contains(ratatui::style::Modifier::REVERSED);
    let hits: Vec<&str> = (0..30)
        .flat_map(|y| (0..200).map(move |x| (x, y)))
        .filter(|(x, y)| is_hit(*x, *y))
        .map(|(x, y)| frame[(x, y)].symbol())
        .collect();
    assert_eq!(hits.concat().replace(' ', ""), "鹦鹉");
    // Selecting begins there.
    bench.press("vy");
    assert!(bench.desk.copied.contains("鹦鹉"), "{}", bench.desk.copied);
}

fn sizes() -> impl Strategy<Value = Vec<(u16, u16)>> {
    prop::collection::vec((1..230_u16, 1..70_u16), 1..10)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// However the terminal changes its size, the words where the reader is stay on the screen, and the old size brings the
    /// old screen.
    #[test]
    fn a_storm_of_resizes_keeps_the_place(keys in "[jdk ]{0,12}", sizes in sizes(), big: bool) {
        let mut bench = bench();
        bench.run([Input::Answered(Answers { big: Some(big), ..Answers::default() })]);
        bench.press(&keys);
        let (before, place) = (bench.picture(), bench.app.reading.place());
        for (width, height) in sizes {
            bench.resize(width, height);
            prop_assert_eq!(bench.app.reading.place(), place);
            if let Flow::Sheets(_) = bench.app.reading.flow() {
                let (sheet, line) = (sheet(&bench), bench.app.reading.set().line_at(place));
                let mut parts = std::iter::once(&sheet.heads).chain(&sheet.columns);
                prop_assert!(parts.any(|part| part.contains(&line)));
            }
        }
        bench.resize(200, 30);
        prop_assert_eq!(bench.picture(), before);
    }
}

/// At every size the sheets that Space turns show every line of the article once.
#[test]
fn space_shows_every_line_once() {
    for (width, height) in [(140, 10), (160, 40), (200, 60), (220, 70), (220, 11)] {
        let mut bench = Bench::new(long(60), width, height);
        bench.press("l");
        let mut shown = Vec::new();
        loop {
            let sheet = sheet(&bench);
            shown.extend(sheet.heads.chain(sheet.columns.into_iter().flatten()));
            if bench.app.reading.at_end(1) {
                break;
            }
            bench.press(" ");
        }
        assert!(shown.is_sorted_by(|a, b| a < b), "{width}×{height}");
        let lines = bench.app.reading.set().lines().iter().enumerate();
        let text = lines.filter(|(_, line)| line.role != crate::typeset::Role::Blank).map(|(n, _)| n);
        assert!(text.into_iter().all(|n| shown.binary_search(&n).is_ok()), "{width}×{height}");
    }
}

#[test]
fn a_sheet_where_signs_are_wide() {
    let mut bench = Bench::with(long(22), 160, 14, look(Tongue::English, Ambiguous::Wide));
    bench.press("l Gdjm");
    assert_picture(
        &bench,
        "
 活字日报   Sunday, 18 October 2026   Page 1, 要闻                                                                                                          1/4
 Page 1, 要闻                               |           第 7段。铅字排进版框，一行接着一行，排字工人  |      第 9段。铅字排进版框，一行接着一行，排字工人
>1 铅字醒来                                *|       用手指就能读出反字；印张落下来，油墨还没有干，城  |  用手指就能读出反字；印张落下来，油墨还没有干，城
>  “第一版”付印                           |       市已经醒了。                                      |  市已经醒了。
>  ■本报印史组 · 1148 chars               |           第 8段。铅字排进版框，一行接着一行，排字工人  |*     第10段。铅字排进版框，一行接着一行，排字工人
 2 木星在黄昏升起                           |       用手指就能读出反字；印张落下来，油墨还没有干，城  |  用手指就能读出反字；印张落下来，油墨还没有干，城
   ■本报天文组 · 24 chars                 |       市已经醒了。                                      |  市已经醒了。
 Page 2, 副刊                               |
 3 纸的一千九百年                           |
   17 chars                                 |
 4 启事：本版图片征集中。                   |
   11 chars                                 |
                                            |
 bookmark kept
",
    );
}
