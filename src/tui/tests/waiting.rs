//! Answers that come late, and issues that change on disk.

use super::*;
use crate::bookmarks::Bookmark;
use crate::issue::{ArticleNo, Part, Position};
use crate::shelf::{Entry, Source, Summary};

fn at(bench: &Bench) -> usize {
    bench.app.reading.article().0 + 1
}

/// A bench with a shelf of two more issues, `a` with one article and `b` with two.
fn with_shelf() -> Bench {
    let mut bench = Bench::new(issue(), 100, 20);
    for (name, count) in [("a", 1), ("b", 2)] {
        let mut other = issue();
        other.pages.truncate(1);
        other.pages[0].articles.truncate(count);
        bench.desk.hold(&format!("sample:{name}"), other);
        let state = Ok(Summary { lead: name.to_owned(), ..Summary::default() });
        bench.desk.shelf.push(Entry { source: Source::Sample(name.to_owned()), state });
    }
    bench.press("i");
    bench
}

fn answer(bench: &mut Bench) {
    bench.desk.answer();
    bench.run([]);
}

/// The issue as it is on disk from now on.
fn rewrite(bench: &mut Bench, next: Issue) {
    let changed = Action::Changed("first".to_owned(), Arc::new(next), crate::parse::Doubts::default());
    bench.run([Input::News(Box::new(changed))]);
}

/// The words at the top of the body.
fn top_words(bench: &Bench) -> String {
    let set = bench.app.reading.set();
    let line = &set.lines()[bench.app.reading.first_text_line()];
    set.text(line).trim().to_owned()
}

#[test]
fn an_issue_that_is_slow_to_open_is_waited_for_and_said() {
    let mut bench = with_shelf();
    bench.desk.slow = true;
    let picture = bench.press("<Enter>").picture();
    assert!(picture.contains("正在打开"), "{picture}");
    assert_eq!(bench.app.source(), "first");
    answer(&mut bench);
    assert_eq!(bench.app.source(), "sample:a");
    assert!(!bench.picture().contains("正在打开"), "{}", bench.picture());
    assert_eq!(bench.desk.watched, "sample:a");
}

#[test]
fn a_second_opening_wins_over_the_first_whatever_comes_first() {
    let mut bench = with_shelf();
    bench.desk.slow = true;
    bench.press("<Enter>j<Enter>");
    answer(&mut bench);
    assert_eq!(bench.app.source(), "sample:b");
}

#[test]
fn an_answer_for_which_nobody_waits_any_more_moves_nobody() {
    let mut bench = with_shelf();
    bench.desk.slow = true;
    bench.press("<Enter><Esc>J");
    answer(&mut bench);
    assert_eq!((bench.app.source(), at(&bench)), ("first", 2));
}

#[test]
fn a_bookmark_is_on_the_screen_before_it_is_on_the_disk() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.desk.slow = true;
    assert!(bench.press("lm").picture().contains('◆'));
    assert!(bench.press("jjjm").picture().matches('◆').count() >= 2, "{}", bench.picture());
    // What the disk has after the first change alone says nothing about the second.
    answer(&mut bench);
    assert_eq!(bench.app.bookmarks.len(), 2);
    assert_eq!(bench.desk.kept.len(), 2);
    let ids = |bookmarks: &[Arc<Bookmark>]| bookmarks.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&bench.app.bookmarks), ids(&bench.desk.kept));
    bench.press("m");
    assert_eq!(bench.app.bookmarks.len(), 1);
}

#[test]
fn a_bookmark_of_another_reader_appears() {
    let mut bench = Bench::new(issue(), 100, 20);
    assert!(!bench.picture().contains('◆'));
    let issue = issue();
    let place = Position::new(Part::Block(0), 0);
    let kept = Bookmark::at(&issue, "first", ArticleNo(1), place, jiff::Timestamp::UNIX_EPOCH);
    bench.desk.kept.extend(kept.map(Arc::new));
    bench.desk.read_bookmarks();
    bench.run([]);
    assert!(bench.picture().contains('◆'), "{}", bench.picture());
}

/// A search beside the screen ends where one at once does, whatever is typed before its answer comes.
#[test]
fn a_slow_search_ends_where_a_quick_one_does() {
    for keys in [
        "/铅字<Enter>",
        "/本报<Enter>nn",
        "/本报<Enter>N",
        "/没有这句<Enter>",
        "/第8",
        "/第9<Backspace>8<Enter>n",
    ] {
        let mut quick = Bench::new(issue(), 100, 20);
        quick.press("ljj").press(keys);
        let mut slow = Bench::new(issue(), 100, 20);
        slow.press("ljj");
        slow.app.never_at_once();
        slow.desk.slow = true;
        slow.press(keys);
        answer(&mut slow);
        assert_eq!(slow.picture(), quick.picture(), "{keys}");
    }
}

/// So does a filter of the bookmarks, whatever is typed before it is known which they are.
#[test]
fn a_slow_filter_of_the_bookmarks_ends_where_a_quick_one_does() {
    for keys in [
        "B/木星",
        "B/木星<Enter>",
        "B/木星<Enter><Enter>",
        "B/日报<Enter>j<Enter>",
        "B/木<Enter>do",
        "B/没有<Enter><Enter>",
    ] {
        let mut quick = Bench::new(issue(), 100, 20);
        quick.press("m2<Enter>m3<Enter>m1<Enter>").press(keys);
        let mut slow = Bench::new(issue(), 100, 20);
        slow.press("m2<Enter>m3<Enter>m1<Enter>");
        slow.app.never_at_once();
        slow.desk.slow = true;
        slow.press(keys);
        for _ in 0..4 {
            answer(&mut slow);
        }
        assert_eq!(slow.picture(), quick.picture(), "{keys}");
    }
}

/// What is kept, changed and taken away while the list is filtered is filtered too.
#[test]
fn a_filter_of_the_bookmarks_follows_what_is_done_to_them() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.press("m2<Enter>m3<Enter>mB/铅与火<Enter>");
    assert!(!bench.picture().contains("木星"), "{}", bench.picture());
    bench.press("<Esc>ke铅与火<Enter>/铅与火<Enter>");
    assert!(bench.picture().contains("木星") && bench.picture().contains("1/3"), "{}", bench.picture());
    assert!(!bench.press("d").picture().contains("木星"), "{}", bench.picture());
    assert!(bench.press("u").picture().contains("木星"), "{}", bench.picture());
    // Another reader's.
    let mut other = bench.desk.kept[0].as_ref().clone();
    (other.id, other.note) = ("other".to_owned(), Some("铅与火".to_owned()));
    bench.desk.kept.insert(0, Arc::new(other));
    bench.desk.read_bookmarks();
    bench.run([]);
    assert!(bench.picture().contains("2/4"), "{}", bench.picture());
}

/// What takes long to free is given away, and a file that was only touched says nothing.
#[test]
fn lines_and_issues_that_are_needed_no_more_are_freed_beside_the_screen() {
    let body = "铅字排进版框，一行接着一行。".repeat(20_000);
    let long = Issue {
        pages: vec![Page { articles: vec![article("", &["长"], "", &[&body])], ..Page::default() }],
        ..issue()
    };
    let mut bench = Bench::new(long.clone(), 20, 20);
    assert_eq!(bench.desk.freed, 0);
    bench.resize(24, 20);
    assert_eq!(bench.desk.freed, 1, "the lines of before");
    rewrite(&mut bench, long.clone());
    assert!(!bench.picture().contains("已重新读入"), "{}", bench.picture());
    assert_eq!(bench.desk.freed, 1);
    rewrite(&mut bench, Issue { number: Some("2".to_owned()), ..long });
    assert!(bench.desk.freed >= 2, "the issue of before");
}

#[test]
fn hits_that_come_after_the_words_were_given_up_are_not_shown() {
    let mut bench = Bench::new(issue(), 100, 20);
    let before = bench.press("ljj").picture();
    bench.app.never_at_once();
    bench.desk.slow = true;
    bench.press("/第8<Esc>");
    answer(&mut bench);
    assert_eq!(bench.picture(), before);
}

#[test]
fn the_shelf_keeps_its_selection_when_its_folder_changes() {
    let mut bench = with_shelf();
    bench.press("j");
    let state = Ok(Summary { lead: "new".to_owned(), ..Summary::default() });
    bench.desk.shelf.insert(0, Entry { source: Source::Sample("new".to_owned()), state });
    bench.desk.list_shelf();
    bench.press("<Enter>");
    assert_eq!(bench.app.source(), "sample:b");
}

/// Text put in before and after, articles moved: the words at the top stay there.
#[test]
fn a_changed_issue_is_shown_at_the_same_words() {
    for down in [0, 3, 9, 20] {
        let mut bench = Bench::new(issue(), 100, 20);
        bench.press("l").press(&"j".repeat(down));
        let words = top_words(&bench);
        let mut next = issue();
        next.pages[0].articles[0]
            .body
            .insert(0, Block { text: "新加的一段。".repeat(30), ..Block::default() });
        next.pages[0].articles.insert(0, article("", &["新的头条"], "", &["新的正文。"]));
        rewrite(&mut bench, next);
        assert_eq!((at(&bench), top_words(&bench)), (2, words), "{down}");
        assert!(bench.picture().contains("已重新读入"));
    }
}

#[test]
fn a_file_that_was_only_touched_changes_nothing() {
    let mut bench = Bench::new(issue(), 100, 20);
    let before = bench.press("ljjjm").picture();
    rewrite(&mut bench, issue());
    assert_eq!(bench.picture(), before);
    rewrite(&mut bench, Issue::new());
    assert_eq!(bench.picture(), before, "an empty file is one that is being written");
}

#[test]
fn an_article_that_is_gone_is_said_and_its_neighbour_shown() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.press("J");
    let mut next = issue();
    next.pages[0].articles.remove(1);
    rewrite(&mut bench, next);
    assert!(bench.picture().contains("原来这一篇已不在"), "{}", bench.picture());
    assert!(top_words(&bench).contains("纸的一千九百年"), "{}", bench.picture());
}

#[test]
fn words_that_are_gone_leave_the_reader_in_the_article() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.press("ljjjjjjjjjj");
    let words = top_words(&bench);
    let mut next = issue();
    let body = &mut next.pages[0].articles[0].body;
    let gone = body.iter().position(|block| block.text.contains(&words.chars().take(6).collect::<String>()));
    body.remove(gone.unwrap());
    rewrite(&mut bench, next);
    assert_eq!(at(&bench), 1);
    assert!(bench.app.reading.top() > 0, "{}", bench.picture());
}

#[test]
fn what_lies_over_the_panes_survives_a_changed_issue() {
    let mut next = issue();
    next.pages[0].articles.insert(0, article("", &["新的头条"], "", &["新的正文。"]));
    for (keys, sign) in [("?", "按键"), ("f木星", "筛选：木星"), ("/第8", "/第8_"), ("mB", "书签")]
    {
        let mut bench = Bench::new(issue(), 100, 20);
        bench.press("ljjj").press(keys);
        rewrite(&mut bench, next.clone());
        assert!(bench.picture().contains(sign), "{keys}: {}", bench.picture());
        bench.press("<Esc><Esc>");
        assert!(at(&bench) >= 2, "{keys}");
    }
}

/// The reader goes on while the changed issue is looked through: they stay where they went.
#[test]
fn moving_while_the_changed_issue_is_read_is_no_contest() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.app.never_at_once();
    bench.desk.slow = true;
    let mut next = issue();
    next.pages[0].articles.insert(0, article("", &["新的头条"], "", &["新的正文。"]));
    rewrite(&mut bench, next);
    bench.press("ljjjjjj");
    let words = top_words(&bench);
    answer(&mut bench);
    answer(&mut bench);
    assert_eq!((at(&bench), top_words(&bench)), (2, words));
}

#[test]
fn bookmarks_are_found_in_the_changed_issue() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.press("ljjjm");
    let mut next = issue();
    next.pages[0].articles.insert(0, article("", &["新的头条"], "", &["新的正文。"]));
    rewrite(&mut bench, next);
    assert!(bench.app.marks.has(ArticleNo(1)) && !bench.app.marks.has(ArticleNo(0)));
    assert!(bench.press("m").picture().contains("书签已取消"));
}

/// An issue with one article of some hundred thousand bytes.
fn long() -> Issue {
    let mut issue = issue();
    issue.pages.truncate(1);
    issue.pages[0].articles.truncate(1);
    let text = |n: usize| format!("第{n}段。{}", "长文要一段一段地读，读到哪里，哪里就在屏幕上。".repeat(12));
    issue.pages[0].articles[0].body = (0..400).map(|n| Block { text: text(n), ..Block::default() }).collect();
    issue
}

/// Of a long article the first lines are shown before the rest is set, and nothing that is typed meanwhile goes astray.
#[test]
fn a_long_article_that_is_not_set_to_its_end_is_read_as_one_that_is() {
    for (width, height) in [(100, 20), (200, 50)] {
        for keys in [
            "",
            "l",
            "ljjj",
            "l<PgDn><PgDn>",
            "lG",
            "lGg",
            "ljG<C-o>",
            "l      b",
            "l/第399<Enter>",
            "lm",
            "lv",
            "c",
        ] {
            let mut quick = Bench::new(long(), width, height);
            quick.press(keys);
            let mut slow = Bench::new(long(), 60, 10);
            slow.desk.slow = true;
            slow.resize(width, height);
            let set = slow.app.reading.set().lines().len();
            assert!(set < quick.app.reading.set().lines().len() / 4, "{set} lines are set at once");
            slow.press(keys);
            let rows = |picture: String| picture.lines().rev().skip(1).map(str::to_owned).collect::<Vec<_>>();
            // Where the last sheet of columns begins is known when all of them are.
            let waits = keys.contains('/') || (width == 200 && keys.contains('G'));
            if !waits {
                assert_eq!(rows(slow.picture()), rows(quick.picture()), "{keys} before the rest is there");
            }
            answer(&mut slow);
            assert_eq!(slow.picture(), quick.picture(), "{keys} at {width}×{height}");
        }
    }
}

/// Gives all answers, and those that are asked for because of them.
fn answer_all(bench: &mut Bench) {
    for _ in 0..4 {
        answer(bench);
    }
}

/// Deep in a long article a new width shows the same words before all of it is set, and movements go from there.
#[test]
fn a_new_width_deep_in_a_long_article_waits_for_nothing() {
    for keys in ["", "jjk", "  b", "ddu", "Gb", "G", "g", "+", "/第39<Esc>"] {
        let mut quick = Bench::new(long(), 100, 20);
        let mut slow = Bench::new(long(), 100, 20);
        for bench in [&mut quick, &mut slow] {
            bench.press("lGbbbbbj");
        }
        slow.desk.slow = true;
        quick.resize(60, 15).press(keys);
        slow.resize(60, 15).press(keys);
        let lines = slow.app.reading.set().lines().len();
        assert!(lines < quick.app.reading.set().lines().len() / 4, "{lines} lines are set at once");
        let rows =
            |bench: &Bench| bench.picture().lines().rev().skip(1).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(rows(&slow), rows(&quick), "{keys} before the rest is there");
        answer_all(&mut slow);
        assert_eq!(slow.picture(), quick.picture(), "{keys}");
    }
}

/// What no window reaches: a place deep in one endless paragraph. The lines for the old width stay until the new ones are
/// there, and where there are none, what is typed waits.
#[test]
fn a_place_deep_in_an_endless_paragraph_is_kept() {
    let mut issue = long();
    let text: String = issue.pages[0].articles[0].body.iter().map(|block| block.text.as_str()).collect();
    issue.pages[0].articles[0].body = vec![Block { text, ..Block::default() }];
    for keys in ["", "g", "+"] {
        let mut quick = Bench::new(issue.clone(), 100, 20);
        let mut slow = Bench::new(issue.clone(), 100, 20);
        for bench in [&mut quick, &mut slow] {
            bench.press("lGbbbbbj");
        }
        slow.desk.slow = true;
        quick.resize(60, 15).press(keys);
        slow.resize(60, 15).press(keys);
        answer_all(&mut slow);
        assert_eq!(slow.picture(), quick.picture(), "{keys}");
    }
    let mut quick = Bench::new(issue.clone(), 100, 20);
    let mut slow = Bench::new(long(), 60, 10);
    slow.app = App::new(
        opened(Arc::new(issue)),
        Size { width: 60, height: 10 },
        look(Tongue::Chinese, Ambiguous::Narrow),
    );
    slow.desk.slow = true;
    slow.resize(100, 20);
    quick.press("lGkk");
    slow.press("lGkk");
    answer_all(&mut slow);
    assert_eq!(slow.picture(), quick.picture());
}

#[test]
fn what_is_long_is_copied_when_it_is_ready_also_for_a_reader_who_leaves_meanwhile() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.app.never_at_once();
    bench.desk.slow = true;
    let picture = bench.press("Jy").picture();
    assert!(picture.contains("正在复制") && bench.desk.copied.is_empty(), "{picture}");
    answer(&mut bench);
    assert!(bench.desk.copied.starts_with("木星在黄昏升起"), "{}", bench.desk.copied);
    assert!(bench.picture().contains("已复制"), "{}", bench.picture());

    assert_eq!(bench.run(parse_keys("Kyq")), Ending::Signal(0), "it waits");
    bench.desk.answer();
    assert_eq!(bench.run([]), Ending::Quit);
    assert!(bench.desk.copied.starts_with("一张报纸的早晨"), "{}", bench.desk.copied);
    assert_eq!(bench.run(parse_keys("yqq")), Ending::Quit, "who asks twice does not wait");
}
