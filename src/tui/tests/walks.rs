//! What keys do, without pictures.

use super::states::broken;
use super::*;
use crate::bookmarks::IssueKey;
use crate::shelf::{Entry, Source, Summary};
use crate::tui::action::MouseAction;

fn at(bench: &Bench) -> usize {
    bench.app.reading.article().0 + 1
}

#[test]
fn j_moves_in_the_list_and_then_in_the_body() {
    let mut bench = Bench::new(issue(), 100, 20);
    assert_eq!(at(bench.press("jj")), 3);
    assert_eq!(at(bench.press("kk<Tab>j")), 1);
    assert_eq!(bench.app.reading.top(), 1);
    assert_eq!(at(bench.press("hG")), 4);
    assert_eq!(at(bench.press("g")), 1);
    assert_eq!(bench.app.reading.top(), 1, "the place in an article is remembered");
}

#[test]
fn articles_go_on_from_both_panes() {
    let mut bench = Bench::new(issue(), 100, 20);
    assert_eq!(at(bench.press("J]J")), 4);
    assert!(bench.press("J").picture().contains("已是最后一篇"));
    assert_eq!(at(bench.press("l[KK")), 1);
    assert!(bench.press("K").picture().contains("已是第一篇"));
    assert!(!bench.press("j").picture().contains("已是第一篇"), "a message stays until the next key");
}

#[test]
fn space_reads_the_whole_issue_and_b_goes_back() {
    for (width, height) in [(100, 20), (60, 12), (30, 5), (8, 3), (2, 1)] {
        let mut bench = Bench::new(issue(), width, height);
        bench.press("<Tab>");
        let mut seen = vec![1];
        for _ in 0..2_000 {
            bench.press(" ");
            if seen.last() != Some(&at(&bench)) {
                seen.push(at(&bench));
                assert_eq!(bench.app.reading.top(), 0, "an article begins at its top");
            }
        }
        assert_eq!(seen, [1, 2, 3, 4], "{width}×{height}");
        for _ in 0..2_000 {
            bench.press("b");
        }
        assert_eq!((at(&bench), bench.app.reading.top()), (1, 0), "{width}×{height}");
    }
}

/// Reading on shows every line: a page never skips one.
#[test]
fn no_line_is_skipped_between_two_pages() {
    for height in 1..12 {
        let mut bench = Bench::new(issue(), 100, height);
        bench.press("l");
        let (lines, rows) =
            (bench.app.reading.set().lines().len(), usize::from(bench.app.layout().middle.height));
        let mut seen = rows;
        while at(&bench) == 1 && seen < lines {
            bench.press(" ");
            assert!(bench.app.reading.top() <= seen, "height {height}: a line was skipped");
            seen = bench.app.reading.top() + rows;
        }
        assert!(seen >= lines);
    }
}

#[test]
fn a_number_goes_to_its_article_and_escape_forgets_it() {
    let mut bench = Bench::new(issue(), 100, 20);
    assert!(bench.press("3").picture().contains("3_"));
    assert_eq!(at(bench.press("<Enter>")), 3);
    assert_eq!(at(bench.press("2<Esc><Enter>")), 3);
    assert!(bench.press("77<Enter>").picture().contains("没有第77篇（共4篇）"));
    assert!(bench.press("0<Enter>").picture().contains("没有第0篇"));
    assert_eq!(at(bench.press("99999999999999999999999<Enter>")), 3);
}

#[test]
fn below_80_columns_enter_opens_and_escape_returns() {
    let mut bench = Bench::new(issue(), 60, 20);
    assert!(bench.picture().contains("木星在黄昏升起"));
    bench.press("j<Enter>");
    assert!(bench.picture().contains("今晚八点") && !bench.picture().contains("纸的一千九百年"));
    assert!(bench.press("<Esc>").picture().contains("纸的一千九百年"));
}

#[test]
fn a_bookmark_is_toggled_listed_and_reached() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.press("lddm");
    assert_eq!(bench.desk.kept.len(), 1);
    let place = bench.app.reading.top();
    assert!(bench.picture().contains('◆'));
    bench.press("gJBk<Enter>");
    assert_eq!((at(&bench), bench.app.reading.top()), (1, place));
    bench.press("m");
    assert!(bench.desk.kept.is_empty() && !bench.picture().contains('◆'));
}

#[test]
fn a_bookmark_at_an_articles_start_is_toggled_too() {
    let mut bench = Bench::new(issue(), 100, 20);
    for _ in 0..3 {
        assert_eq!(bench.press("m").desk.kept.len(), 1);
        assert_eq!(bench.press("m").desk.kept.len(), 0);
    }
}

#[test]
fn a_bookmark_taken_away_in_the_list_can_be_put_back() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.press("mJmB");
    assert_eq!(bench.desk.kept.len(), 2);
    bench.press("d");
    assert_eq!(bench.desk.kept.len(), 1);
    bench.press("u");
    assert_eq!(bench.desk.kept.len(), 2);
    assert!(bench.press("u").picture().contains("没有可恢复的"));
}

#[test]
fn a_bookmark_of_another_issue_opens_it() {
    let mut bench = Bench::new(issue(), 100, 20);
    let mut other = issue();
    other.date = Some(jiff::civil::date(2026, 10, 19));
    other.pages.remove(0);
    bench.desk.hold("other", other.clone());
    bench.press("2<Enter>m");
    bench.desk.kept_at(0).id = "another".to_owned();
    bench.desk.kept_at(0).issue = IssueKey::of(&other, "other");
    bench.desk.kept_at(0).article.number = 0;
    bench.press("B<Enter>");
    assert_eq!(bench.app.reading.source(), "other");
    assert!(bench.picture().contains("找不到原文"), "its words are not in that issue:\n{}", bench.picture());
    assert_eq!(bench.desk.kept.len(), 1, "a bookmark that is lost is kept");
}

#[test]
fn a_bookmark_of_an_issue_that_is_gone_says_so() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.press("m");
    bench.desk.kept_at(0).id = "another".to_owned();
    bench.desk.kept_at(0).issue.sources = vec!["gone".to_owned()];
    bench.desk.kept_at(0).issue.date = Some(jiff::civil::date(1999, 1, 1));
    assert!(bench.press("B<Enter>").picture().contains("there is no gone"));
}

#[test]
fn a_bookmark_that_cannot_be_written_says_so_and_is_there() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.desk.failing = Some("no room".to_owned());
    assert!(bench.press("m").picture().contains("书签未能存盘：no room"));
    assert!(bench.press("B").picture().contains("一张报纸的早晨"));
}

#[test]
fn the_shelf_opens_another_issue_and_shows_what_is_broken() {
    let mut bench = Bench::new(issue(), 100, 20);
    assert!(bench.press("i").picture().contains("没有报架"));
    let entry = |name: &str, state| Entry { source: Source::Sample(name.to_owned()), state };
    bench.desk.shelf = vec![
        entry(
            "new",
            Ok(Summary { lead: "新的一天".to_owned(), pages: 1, articles: 2, ..Summary::default() }),
        ),
        entry("bad", Err(broken("bad", "%PDF-1.7"))),
    ];
    let mut other = issue();
    other.pages.remove(0);
    bench.desk.hold("sample:new", other);
    let picture = bench.press("i").picture();
    assert!(picture.contains("新的一天") && picture.contains("bad：这是PDF文档"), "{picture}");
    // The whole sentence, and then the list again where it was.
    let whole = bench.press("j<Enter>").picture();
    assert!(whole.contains("bad：这是PDF文档") && !whole.contains("新的一天"), "{whole}");
    assert!(bench.press("<Esc>").picture().contains("▌ bad"), "{}", bench.picture());
    bench.press("k<Enter>");
    assert_eq!((bench.app.reading.source(), at(&bench)), ("sample:new", 1));
    assert!(bench.picture().contains("1/2"));
}

#[test]
fn an_overlay_closes_before_the_program_does() {
    for open in ["?", "B", "<F1>"] {
        let mut bench = Bench::new(issue(), 100, 20);
        bench.press(open);
        let before = bench.picture();
        assert_eq!(bench.run(parse_keys("q")), Ending::Signal(0), "q closes {open}");
        assert_ne!(bench.picture(), before);
        assert_eq!(bench.run(parse_keys("q")), Ending::Quit);
    }
    let mut bench = Bench::new(issue(), 100, 20);
    assert_eq!(bench.run(parse_keys("?<C-c>")), Ending::Quit, "Ctrl-c leaves at once");
}

#[test]
fn the_same_key_that_opens_an_overlay_closes_it() {
    let mut bench = Bench::new(issue(), 100, 20);
    let before = bench.picture();
    for key in ["??", "BB", "''", "?<Esc>"] {
        assert_eq!(bench.press(key).picture(), before, "{key}");
    }
}

#[test]
fn help_scrolls_to_its_last_row_and_no_further() {
    let mut bench = Bench::new(issue(), 60, 10);
    bench.press("?G");
    let end = bench.picture();
    assert!(end.contains("筛选书签"), "{end}");
    assert_eq!(bench.press("jjj<PgDn>").picture(), end);
    assert_ne!(bench.press("k").picture(), end);
}

#[test]
fn body_alone_and_the_measure_keep_the_place() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.press("ljjjjjjjjjj");
    let place = bench.app.reading.place();
    for keys in ["z", "+", "-", "-", "---", "=", "z"] {
        bench.press(keys);
        assert_eq!(bench.app.reading.place(), place, "{keys}");
        assert_eq!(bench.app.reading.top(), bench.app.reading.set().line_at(place), "{keys}");
    }
}

#[test]
fn suspending_comes_back_to_a_full_screen() {
    let mut bench = Bench::new(issue(), 100, 20);
    let before = bench.picture();
    bench.press("<C-z>");
    assert_eq!(bench.desk.suspended, 1);
    assert_eq!(bench.picture(), before);
}

#[test]
fn a_terminal_that_goes_away_ends_the_reader() {
    let mut bench = Bench::new(issue(), 100, 20);
    assert_eq!(bench.run([Input::Lost("gone".to_owned())]), Ending::Lost("gone".to_owned()));
    assert_eq!(bench.run([Input::Ended(15)]), Ending::Signal(15));
}

#[test]
fn y_copies_the_article_with_its_source_and_v_selects_paragraphs() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.press("Jy");
    assert!(bench.desk.copied.starts_with("木星在黄昏升起\n\n■本报天文组\n\n本报讯 今晚八点"));
    assert!(bench.desk.copied.ends_with("活字日报，2026年10月18日，第1版\n"), "{}", bench.desk.copied);
    bench.press("KvjjkyG");
    assert!(bench.desk.copied.starts_with("第1段。") && bench.desk.copied.contains("第2段。"));
    assert!(!bench.desk.copied.contains("第3段。"), "{}", bench.desk.copied);
    let copied = bench.desk.copied.clone();
    bench.press("vj<Esc>J");
    assert_eq!(bench.desk.copied, copied, "Esc leaves without a copy");
    assert_eq!(at(&bench), 2, "and the keys mean what they always mean again");
}

#[test]
fn ctrl_o_goes_back_before_jumps_and_ctrl_p_forth_again() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.press("ljjj");
    let first = bench.picture();
    bench.press("/木星<Enter>");
    let hit = bench.picture();
    bench.press("G4<Enter>");
    assert_eq!(at(&bench), 4);
    assert_eq!(bench.press("<C-o>").picture().lines().nth(1), hit.lines().nth(1), "{}", bench.picture());
    bench.press("<Esc><C-o>");
    assert_eq!(bench.picture(), first);
    assert!(bench.press("<C-o>").picture().contains("没有可跳的位置"));
    bench.press("<C-p><C-p>");
    assert_eq!(at(&bench), 4);
}

#[test]
fn a_copy_that_a_terminal_may_not_take_says_so() {
    let mut long = issue();
    long.pages[0].articles[1].body[0].text = "铅".repeat(40_000);
    let mut bench = Bench::new(long, 100, 20);
    assert!(bench.press("Jy").picture().contains("有的终端不收"), "{}", bench.picture());
    let picture = bench.press("Ky").picture();
    assert!(picture.contains("已复制") && !picture.contains("有的终端不收"), "{picture}");
}

fn mouse(x: u16, y: u16, what: MouseAction) -> [Input; 1] {
    [Input::Mouse(Mouse { x, y, what })]
}

#[test]
fn the_wheel_scrolls_what_is_under_the_pointer_and_a_click_selects() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.run(mouse(60, 10, MouseAction::Wheel(1)));
    assert_eq!((at(&bench), bench.app.reading.top()), (1, 3));
    bench.run(mouse(5, 5, MouseAction::Wheel(1)));
    assert_eq!(at(&bench), 2);
    let row = bench.picture().lines().position(|line| line.contains("纸的一千九百年")).unwrap();
    bench.run(mouse(5, u16::try_from(row).unwrap(), MouseAction::Press));
    assert_eq!(at(&bench), 3);
    bench.run(mouse(60, 10, MouseAction::Press));
    assert_eq!(bench.app.focus, layout::Focus::Body);
}

#[test]
fn the_divider_is_moved_by_keys_and_by_dragging() {
    let mut bench = Bench::new(issue(), 100, 20);
    let list = |bench: &Bench| bench.app.layout().list.unwrap().width;
    let before = list(&bench);
    bench.press(">");
    assert_eq!(list(&bench), before + 2);
    bench.press("<");
    assert_eq!(list(&bench), before);
    bench.run(mouse(before, 10, MouseAction::Press));
    bench.run(mouse(50, 10, MouseAction::Drag));
    bench.run(mouse(50, 10, MouseAction::Release));
    assert_eq!(list(&bench), 50);
    bench.run(mouse(99, 10, MouseAction::Drag));
    assert_eq!(list(&bench), 50, "nothing is dragged any more");
    bench.run(mouse(50, 10, MouseAction::Press));
    bench.run(mouse(99, 10, MouseAction::Drag));
    assert_eq!(list(&bench), 68, "the body keeps its room");
}

#[test]
fn a_click_on_the_selected_bookmark_opens_it() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.press("mJmB");
    bench.run(mouse(5, 4, MouseAction::Press));
    bench.run(mouse(5, 4, MouseAction::Press));
    assert_eq!(at(&bench), 1);
}

/// The terminal's answer sets the article anew, and the reader stays where they are, with what the last key said.
#[test]
fn an_answer_sets_the_article_anew_at_the_same_place() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.press("l3jm");
    let (place, before) = (bench.app.reading.place(), bench.picture());
    let answer = |ambiguous| Input::Answered(Answers { ambiguous, ..Answers::default() });
    bench.run([answer(None), answer(Some(Ambiguous::Narrow))]);
    assert_eq!(bench.picture(), before);
    bench.run([answer(Some(Ambiguous::Wide))]);
    assert_eq!(bench.app.reading.place(), place);
    let wide = bench.picture();
    assert!(!wide.contains('│') && wide.contains('|'), "{wide}");
    bench.run([answer(Some(Ambiguous::Narrow))]);
    assert_eq!(bench.picture(), before);
    // Only lines and signs are wide: the text stays, the signs are others.
    let lines = Ambiguous::by_class(|class| class == crate::typeset::width::Class::Lines);
    bench.run([answer(Some(lines))]);
    assert_eq!(bench.picture(), before.replace('│', "|").replace('▌', ">").replace('◆', "*"));
}

/// Big headlines take two rows a line; every row can be at the top, and nothing is skipped or shown twice.
#[test]
fn big_headlines_scroll_row_by_row() {
    let mut bench = Bench::new(issue(), 100, 12);
    bench.run([Input::Answered(Answers { big: Some(true), ..Answers::default() })]);
    bench.press("l");
    let lines = bench.app.reading.set().lines().len();
    for top in 1..lines - 10 {
        bench.press("j");
        assert_eq!(bench.app.reading.top(), top);
        // Set anew, it is the same row.
        let picture = bench.picture();
        bench.resize(60, 12).resize(100, 12);
        assert_eq!(bench.app.reading.top(), top);
        assert_eq!(bench.picture(), picture);
    }
    assert_eq!(bench.press("gK J").app.reading.top(), 0);
    // The next article and the next issue have them too.
    assert!(bench.picture().contains("\u{1b}]66;s=2:w=2;木\u{1b}\\"), "{}", bench.picture());
}
