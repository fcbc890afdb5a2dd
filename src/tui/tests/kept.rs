//! Bookmarks: noted, tagged, filtered, undone, opened, rescued.

use super::*;
use crate::bookmarks::IssueKey;
use crate::tui::app::Overlay;

/// A reader with a bookmark in each of three articles, the last one newest.
fn kept(width: u16, height: u16) -> Bench {
    let mut bench = Bench::new(issue(), width, height);
    bench.press("m2<Enter>m3<Enter>m");
    assert_eq!(bench.desk.kept.len(), 3);
    bench
}

fn status(bench: &Bench) -> String {
    bench.picture().lines().last().unwrap_or_default().to_owned()
}

#[test]
fn a_note_is_written_when_the_bookmark_is_made_and_changed_by_the_same_key() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.press("M铅与火");
    assert!(status(&bench).contains("批注：铅与火_"), "{}", bench.picture());
    assert!(bench.desk.kept.is_empty());
    assert!(bench.press("<Enter>").picture().contains('◆'));
    assert_eq!(bench.desk.kept[0].note.as_deref(), Some("铅与火"));
    bench.press("M<Backspace>电<Enter>");
    assert_eq!(bench.desk.kept.len(), 1);
    assert_eq!(bench.desk.kept[0].note.as_deref(), Some("铅与电"));
    bench.press("M<C-u><Enter>");
    assert_eq!(bench.desk.kept[0].note, None);
}

#[test]
fn escape_leaves_a_note_unwritten() {
    let mut bench = Bench::new(issue(), 100, 20);
    let before = bench.picture();
    assert_eq!(bench.press("M铅与火<Esc>").picture(), before);
    assert!(bench.desk.kept.is_empty());
    bench.press("M一<Enter>M二<Esc>");
    assert_eq!(bench.desk.kept[0].note.as_deref(), Some("一"));
}

#[test]
fn the_line_is_edited_where_the_cursor_is_and_a_paste_is_one_line() {
    let mut bench = Bench::new(issue(), 40, 20);
    bench.press("M今天<Left><Left>昨天<Right>、");
    bench.run([Input::Pasted("一行\n二行".to_owned())]);
    assert!(status(&bench).contains("昨天今、一行 二行天"), "{}", bench.picture());
    assert_eq!(panes::cursor(&bench.app), Some((24, 19).into()));
    bench.run([Input::Pasted("很长的一段话。".repeat(20))]);
    assert!(status(&bench).ends_with("很长的一段话。天"), "the cursor is in sight:\n{}", bench.picture());
    bench.press("<C-w><C-w><C-u><C-k>x<Enter>");
    assert_eq!(bench.desk.kept[0].note.as_deref(), Some("x"));
    assert_eq!(panes::cursor(&bench.app), None);
    // A paste is no row of keys.
    bench.run([Input::Pasted("q\nmm".to_owned())]);
    assert_eq!(bench.desk.kept.len(), 1);
}

#[test]
fn tags_and_notes_of_the_list_are_changed_and_every_change_is_undone() {
    let mut bench = kept(100, 20);
    bench.press("Be印张<Enter>t印刷，史 #印刷<Enter>jd");
    let of = |bench: &Bench| {
        let newest = &bench.desk.kept[0];
        (bench.desk.kept.len(), newest.note.clone(), newest.tags.clone())
    };
    let (note, tags) = (Some("印张".to_owned()), vec!["印刷".to_owned(), "史".to_owned()]);
    assert_eq!(of(&bench), (2, note.clone(), tags.clone()));
    assert!(bench.picture().contains("#印刷 #史 印张"), "{}", bench.picture());
    assert!(bench.press("u").picture().contains("书签已恢复"));
    assert_eq!(of(&bench), (3, note.clone(), tags));
    assert!(bench.press("u").picture().contains("原标签已恢复"));
    assert_eq!(of(&bench), (3, note, Vec::new()));
    assert!(bench.press("u").picture().contains("原批注已恢复"));
    assert_eq!(of(&bench), (3, None, Vec::new()));
    assert!(bench.press("u").picture().contains("没有可恢复的"));
    // What is as it was before is no change.
    bench.press("t<Enter>e<Enter>");
    assert!(bench.press("u").picture().contains("没有可恢复的"));
}

#[test]
fn the_list_is_filtered_as_it_is_typed_by_all_that_a_card_shows() {
    let mut bench = kept(100, 20);
    bench.press("Bjt天文<Enter>e看Ｊupiter<Enter>");
    for (typed, listed) in [
        ("造纸术", 1),
        ("天文", 1),
        ("#天", 1),
        ("jupiter", 1),
        ("活字日报", 3),
        ("10月18", 3),
        ("2版", 1),
        ("无此", 0),
    ] {
        bench.press("/").press(typed);
        assert_eq!(bench.app.cards.all().len(), listed, "{typed}\n{}", bench.picture());
        bench.press("<Esc>");
        assert_eq!(bench.app.cards.all().len(), 3, "Esc lists all again");
    }
    assert!(bench.press("f无此").picture().contains("没有符合的书签"));
    // Enter keeps the filter; the arrows choose while it is typed; Esc goes back step by step.
    bench.press("<C-u>活字<Down><Down><Up><Enter>");
    assert_eq!(bench.app.cards.picker().selected(), 1);
    assert!(bench.picture().contains("3/3"));
    bench.press("<Esc>");
    assert!(matches!(bench.app.overlay, Overlay::Bookmarks) && bench.app.cards.query.is_none());
    bench.press("<Esc>");
    assert!(matches!(bench.app.overlay, Overlay::None));
}

#[test]
fn all_of_a_bookmark_is_shown_and_edited_there() {
    let mut bench = kept(100, 20);
    bench.press("BjoeM81<Enter>");
    let picture = bench.picture();
    for text in ["书签全文", "木星在黄昏升起", "今晚八点，木星升上东方", "批注：M81", "原刊 first"]
    {
        assert!(picture.contains(text), "{text} is not in\n{picture}");
    }
    bench.press("d");
    assert!(matches!(bench.app.overlay, Overlay::Bookmarks), "what is taken away is not shown");
    assert_eq!(bench.desk.kept.len(), 2);
    bench.press("uo<Tab>");
    assert!(matches!(bench.app.overlay, Overlay::Bookmarks));
    bench.press("o<Enter>");
    assert!(matches!(bench.app.overlay, Overlay::None));
}

/// Makes the newest bookmark one of `other`.
fn send_away(bench: &mut Bench, other: &Issue, source: &str) {
    let bookmark = bench.desk.kept_at(0);
    bookmark.id = "away".to_owned();
    bookmark.issue = IssueKey::of(other, source);
}

#[test]
fn an_issue_that_has_moved_is_opened_where_it_is() {
    let mut bench = kept(100, 20);
    let other = Issue { date: Some(jiff::civil::date(2026, 10, 19)), ..issue() };
    send_away(&mut bench, &other, "old");
    bench.desk.hold("new", other);
    bench.desk.moved.insert("old".to_owned(), "new".to_owned());
    bench.press("B<Enter>");
    assert_eq!(bench.app.reading.source(), "new");
    assert_eq!(bench.app.reading.article().0, 2);
    assert!(status(&bench).contains("这一期现在在 new"));
}

/// Two bookmarks of the issue: both are told where it is, and where it was is not forgotten.
#[test]
fn an_issue_that_has_moved_is_known_by_both_its_files_from_then_on() {
    let mut bench = Bench::new(issue(), 100, 20);
    let other = Issue { date: Some(jiff::civil::date(2026, 10, 19)), ..issue() };
    bench.press("m2<Enter>m3<Enter>m");
    for (n, id) in [(0, "away"), (1, "away too")] {
        bench.desk.kept_at(n).issue = IssueKey::of(&other, "old");
        bench.desk.kept_at(n).id = id.to_owned();
    }
    bench.desk.hold("new", other);
    bench.desk.moved.insert("old".to_owned(), "new".to_owned());
    bench.press("B<Enter>");
    assert!(status(&bench).contains("这一期现在在 new"));
    let sources =
        |bench: &Bench| bench.desk.kept.iter().map(|b| b.issue.sources.join(" ")).collect::<Vec<_>>();
    assert_eq!(sources(&bench), ["new old", "new old", "first"]);
    assert!(bench.press("Bu").picture().contains("没有可恢复的"), "the reader has changed nothing");
    // The next time it is asked for where it is, and nothing is said.
    bench.desk.moved.clear();
    bench.press("<Esc>Bjj<Enter>B<Enter>");
    assert_eq!(bench.app.reading.source(), "new");
    assert!(!status(&bench).contains("现在在"), "{}", status(&bench));
    assert_eq!(sources(&bench), ["new old", "new old", "first"]);
}

/// A reader whose bookmarks have not been read yet, with three of them.
fn unread(bench: &mut Bench) {
    (bench.desk.slow, bench.desk.changes) = (true, 0);
    let (issue, size) = (Arc::new(issue()), Size { width: 100, height: 20 });
    bench.app = App::new(opened(issue), size, look(Tongue::Chinese, Ambiguous::Narrow));
}

#[test]
fn what_is_typed_in_the_list_before_it_is_known_waits_and_acts() {
    for (keys, article) in [("B<Enter>", 2), ("Bj<Enter>", 1), ("BG<Enter>", 0), ("B/活字<Enter>j<Enter>", 1)]
    {
        let mut bench = kept(100, 20);
        unread(&mut bench);
        assert!(bench.press(keys).picture().contains("正在打开"), "{keys}: {}", bench.picture());
        bench.desk.answer();
        bench.run([]);
        assert!(matches!(bench.app.overlay, Overlay::None), "{keys}: {}", bench.picture());
        assert_eq!(bench.app.reading.article().0, article, "{keys}");
    }
    let mut bench = kept(100, 20);
    unread(&mut bench);
    bench.press("Bjd");
    bench.desk.answer();
    bench.run([]);
    bench.desk.answer();
    assert_eq!(bench.desk.kept.len(), 2);
}

/// Whoever keeps a place before it is known that it is kept already has it once.
#[test]
fn a_place_that_is_kept_before_the_bookmarks_are_known_is_kept_once() {
    for (keys, count, note) in [("m", 3, None), ("M铅与火<Enter>", 3, Some("铅与火")), ("jm", 4, None)]
    {
        let mut bench = kept(100, 20);
        unread(&mut bench);
        bench.press("l").press(keys);
        for _ in 0..3 {
            bench.desk.answer();
            bench.run([]);
        }
        bench.desk.slow = false;
        bench.press("B<Esc>");
        assert_eq!(bench.desk.kept.len(), count, "{keys}");
        assert_eq!(bench.app.bookmarks.len(), count, "{keys}");
        assert!(bench.desk.kept.iter().any(|kept| kept.note.as_deref() == note), "{keys}");
    }
    // Two notes are two bookmarks.
    let mut bench = kept(100, 20);
    bench.desk.kept_at(2).note = Some("旧批注".to_owned());
    unread(&mut bench);
    bench.press("lM新批注<Enter>");
    bench.desk.answer();
    bench.run([]);
    assert_eq!(bench.desk.kept.len(), 4);
}

/// The same while it is not known yet where in a long issue the bookmarks are.
#[test]
fn a_place_that_is_kept_before_the_marks_are_found_is_kept_once() {
    let mut bench = kept(100, 20);
    let (issue, size) = (Arc::new(issue()), Size { width: 100, height: 20 });
    bench.app = App::new(opened(issue), size, look(Tongue::Chinese, Ambiguous::Narrow));
    bench.app.never_at_once();
    bench.app.update(Action::Bookmarks(action::Kept { bookmarks: bench.desk.kept.clone(), changes: 9 }));
    bench.desk.slow = true;
    bench.press("lm");
    bench.desk.answer();
    bench.run([]);
    assert!(bench.picture().contains("已加书签"), "{}", bench.picture());
    assert_eq!(bench.desk.kept.len(), 3, "{}", bench.picture());
}

#[test]
fn who_leaves_the_list_before_it_is_known_is_taken_nowhere() {
    for keys in ["B<Enter><Esc>", "B<Enter>q", "B<Enter>B"] {
        let mut bench = kept(100, 20);
        unread(&mut bench);
        bench.press(keys);
        bench.desk.answer();
        bench.run([]);
        assert!(matches!(bench.app.overlay, Overlay::None), "{keys}: {}", bench.picture());
        bench.press("B");
        bench.desk.answer();
        bench.run([]);
        assert!(matches!(bench.app.overlay, Overlay::Bookmarks), "{keys}: {}", bench.picture());
    }
}

#[test]
fn a_bookmark_whose_issue_is_gone_shows_its_words_and_stays() {
    let mut bench = kept(80, 24);
    let other = Issue { date: Some(jiff::civil::date(2026, 10, 19)), ..issue() };
    send_away(&mut bench, &other, "old");
    bench.desk.kept_at(0).note = Some("旧批注".to_owned());
    bench.press("B<Enter>");
    let picture = bench.picture();
    for text in ["这一期找不到了", "there is no old", "纸的一千九百年", "蔡伦改进造纸术", "旧批注"]
    {
        assert!(picture.contains(text), "{text} is not in\n{picture}");
    }
    assert_eq!(bench.app.reading.source(), "first", "no other issue is shown");
    assert_eq!(bench.desk.kept.len(), 3);
    bench.press("<Esc><Esc>");
    assert!(matches!(bench.app.overlay, Overlay::None));
}

#[test]
fn words_that_are_gone_from_their_issue_are_shown_over_it() {
    let mut bench = kept(100, 20);
    let mut other = Issue { date: Some(jiff::civil::date(2026, 10, 19)), ..issue() };
    send_away(&mut bench, &other, "other");
    other.pages.pop();
    bench.desk.hold("other", other);
    bench.press("B<Enter>");
    assert_eq!(bench.app.reading.source(), "other");
    let picture = bench.picture();
    assert!(picture.contains("找不到原文") && picture.contains("蔡伦改进造纸术"), "{picture}");
}

#[test]
fn whoever_leaves_with_unsaved_changes_is_asked_where_to_write_them() {
    let mut bench = kept(80, 24);
    bench.desk.failing = Some("no room on the disk".to_owned());
    assert_eq!(bench.run(parse_keys("q")), Ending::Signal(0), "it asks");
    let picture = bench.picture();
    assert!(picture.contains("书签未能存盘") && picture.contains("no room on the disk"), "{picture}");
    assert!(status(&bench).contains("另存为：/home/reader/newsprint-bookmarks.json_"));
    assert_eq!(bench.run(parse_keys("<C-u>taken<Enter>")), Ending::Signal(0), "and asks again");
    assert!(bench.picture().contains("taken is there already"));
    assert_eq!(bench.run(parse_keys("<C-u>mine.json<Enter>")), Ending::Quit);
    assert_eq!(bench.desk.rescued, "mine.json");
}

#[test]
fn escape_and_ctrl_c_leave_without_writing() {
    for key in ["<Esc>", "<C-c>"] {
        let mut bench = kept(80, 24);
        bench.desk.failing = Some("no room on the disk".to_owned());
        bench.press("<C-c>");
        assert_eq!(bench.run(parse_keys(key)), Ending::Quit);
        assert_eq!(bench.desk.rescued, "");
    }
    assert_eq!(kept(80, 24).run(parse_keys("q")), Ending::Quit, "with nothing to write, nothing is asked");
}

#[test]
fn several_bookmarks_in_one_article_have_their_marks_and_one_is_taken_at_a_time() {
    let mut bench = Bench::new(issue(), 100, 22);
    bench.press("lmjjjjjjjmjjmg");
    let marks = |bench: &Bench| {
        let rows = bench.app.layout().margin.map_or(0, |margin| margin.x);
        let frame = bench.frame();
        (0..frame.area.height).filter(|y| frame[(rows, *y)].symbol() == "◆").count()
    };
    assert_eq!((bench.desk.kept.len(), marks(&bench)), (3, 3), "{}", bench.picture());
    bench.press("m");
    assert_eq!((bench.desk.kept.len(), marks(&bench)), (2, 2));
    assert!(bench.picture().lines().any(|line| line.contains("◆│")), "the list has its mark still");
}

/// The rival is worked out by whoever writes: the reader must not wait for it.
#[test]
fn a_new_bookmark_is_weighed_before_it_is_kept() {
    let mut bench = Bench::new(issue(), 100, 20);
    // One of twelve paragraphs that differ in their number alone.
    bench.press("ldm");
    assert!(bench.desk.kept[0].quote.rival > 40, "{:?}", bench.desk.kept[0].quote);
}
