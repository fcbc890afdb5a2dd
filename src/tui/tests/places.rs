//! What is remembered of an issue: marks in the list, the last place, the halves of a story.

use super::screens::assert_picture;
use super::*;
use crate::bookmarks::IssueKey;
use crate::issue::{ArticleNo, Kind, Part, Position};
use crate::parse::{Cue, Doubt, Doubts};
use crate::places::IssuePlaces;

const DOUBT: Doubt = Doubt { sure: 0.62, reason: Some(Cue::BylineAhead), objection: Some(Cue::EndsComma) };

fn read(bench: &Bench) -> Vec<usize> {
    let count = bench.app.issue().article_count();
    (0..count).filter(|n| bench.app.record.is_read(ArticleNo(*n))).map(|n| n + 1).collect()
}

fn at(bench: &Bench) -> usize {
    bench.app.reading.article().0 + 1
}

/// The second article's start is doubtful, the fourth says who made the page.
fn marked(look: Look) -> Bench {
    let mut issue = issue();
    issue.pages[1].articles[1].kind = Kind::Credits;
    let mut bench = Bench::with(issue, 80, 13, look);
    bench.app.doubts = Doubts::from_iter([(ArticleNo(1), DOUBT)]);
    bench
}

#[test]
fn the_list_shows_what_is_kept_read_and_doubtful() {
    let mut bench = marked(look(Tongue::Chinese, Ambiguous::Narrow));
    bench.press("J");
    assert!(
        bench.picture().contains("? 是否另起一篇：把握62%；此行后面是署名，但以逗号收尾"),
        "{}",
        bench.picture()
    );
    bench.press("mrKJ");
    assert!(!bench.picture().contains("62%"), "it is said once");
    bench.press("Krm");
    assert_picture(
        &bench,
        "
 活字日报   2026年10月18日 星期日   第1版 要闻                              1/4
 第1版 要闻               │◆                一张报纸的早晨——
▌1 铅字醒来              ◆│
▌  “第一版”付印          ✓│                     铅字醒来
▌  ■本报印史组 · 627字    │                   “第一版”付印
 2 木星在黄昏升起        ◆│
   ■本报天文组 · 24字    ✓│                   ■本报印史组
 第2版 副刊               │
 3 纸的一千九百年         │     第 1段。铅字排进版框，一行接着一行，排字工人用
   17字                   │ 手指就能读出反字；印张落下来，油墨还没有干，城市已
 4 启事：本版图片征集中。 │ 经醒了。
   11字                   │     第 2段。铅字排进版框，一行接着一行，排字工人用
 已加书签
",
    );
    let mut bench = marked(look(Tongue::English, Ambiguous::Wide));
    bench.press("rJ");
    let picture = bench.picture();
    assert!(picture.contains(" 1 铅字醒来              -|"), "{picture}");
    assert!(picture.contains(">2 木星在黄昏升起        ?|"), "{picture}");
    assert!(
        picture.contains("? an article begins here: 62% sure; the line stands before a byline, but"),
        "{picture}"
    );
}

/// What was read or is no news is dim, but for the chosen entry.
#[test]
fn what_can_be_passed_over_is_dim() {
    let mut bench = marked(look(Tongue::Chinese, Ambiguous::Narrow));
    bench.press("rJ");
    let frame = bench.frame();
    let dim = |y: u16| frame[(3, y)].modifier.contains(ratatui::style::Modifier::DIM);
    let rows: Vec<u16> = [2, 5, 8, 10].into();
    assert_eq!(rows.iter().map(|y| dim(*y)).collect::<Vec<_>>(), [true, false, false, true]);
}

/// What counts as reading.
#[test]
fn an_article_is_read_when_its_end_came_by_reading() {
    let cases: &[(&str, &[usize])] = &[
        ("", &[]),
        ("jjj", &[]),       // a walk through the list
        ("JJJ", &[]),       // with the keys in the list
        (" ", &[]),         // its end is not there yet
        ("     ", &[1, 2]), // scrolled there, and on
        ("ljjjjjjjjjjjjjjjjjjjjjjjjjjjj", &[1]),
        ("lG", &[]),         // a jump to the end
        ("lGJ", &[]),        // and away
        ("lGk ", &[1]),      // the end came again, by reading
        ("2<Enter>J", &[2]), // short, whole on the screen, and gone on from
        ("2<Enter>h", &[2]), // or left for the list
        ("2<Enter>K", &[]),  // but not backwards
        ("2<Enter>4<Enter>", &[]),
        ("2<Enter><C-o>", &[]),
        ("j ", &[2]),        // Space reads, wherever the keys are
        ("4<Enter> ", &[4]), // the last one
        ("2<Enter>?q?<Esc>", &[]),
    ];
    for (keys, expected) in cases {
        let mut bench = Bench::new(issue(), 100, 12);
        bench.press(keys);
        assert_eq!(read(&bench), *expected, "{keys:?}");
    }
}

/// Who leafs from one short article to the next has read none; who stays has.
#[test]
fn a_short_article_is_read_after_some_time() {
    let patient = Look { read_after: Duration::from_secs(3), ..look(Tongue::Chinese, Ambiguous::Narrow) };
    let mut bench = Bench::with(issue(), 100, 20, patient);
    bench.press("2<Enter>JK");
    assert_eq!(read(&bench), [0; 0], "leafed past");
    bench.desk.now = Duration::from_millis(2_900);
    bench.press("J");
    assert_eq!(read(&bench), [0; 0], "not yet");
    bench.desk.now = Duration::from_millis(5_900);
    bench.press("J");
    assert_eq!(read(&bench), [3], "stayed");
    bench.press("K2<Enter> ");
    assert_eq!(read(&bench), [2, 3], "Space has read it at once");
}

#[test]
fn quitting_from_a_short_article_has_read_it() {
    let mut bench = Bench::new(issue(), 100, 20);
    assert_eq!(bench.press("2<Enter>").run(parse_keys("q")), Ending::Quit);
    assert!(bench.desk.places["first"].is_read(ArticleNo(1)));
}

#[test]
fn an_article_is_marked_by_hand_and_the_next_unread_one_is_found() {
    let mut bench = marked(look(Tongue::Chinese, Ambiguous::Narrow));
    bench.press("r");
    assert!(bench.picture().contains("标为已读"));
    assert_eq!(read(&bench), [1]);
    bench.press("r");
    assert!(bench.picture().contains("标为未读") && read(&bench).is_empty());
    // One that was marked as unread stays so when it is left.
    bench.press("2<Enter>rrJ");
    assert_eq!(read(&bench), [0; 0]);
    bench.press("r");
    assert_eq!((at(&bench), at(bench.press("R"))), (3, 1), "from the last on to the first");
    assert!(bench.picture().contains("从头继续"));
    bench.press("rR");
    assert_eq!(at(&bench), 2);
    bench.press("rR");
    assert_eq!(at(&bench), 2);
    assert!(bench.picture().contains("都读过了"), "who made the page is nothing to read");
    bench.press("<C-o>");
    assert_eq!(at(&bench), 1, "it was a jump");
}

/// A reader who has been in `issue` before: in the second article last, in the first at its 7th paragraph, which is read.
fn known(issue: &Issue) -> IssuePlaces {
    let mut places = IssuePlaces::new(issue);
    let second = |n| jiff::Timestamp::from_second(n).unwrap();
    places.leave(issue, ArticleNo(1), Position::START, second(1));
    places.leave(issue, ArticleNo(0), Position::new(Part::Block(6), 0), second(2));
    places.mark(issue, ArticleNo(1), true, second(3));
    places
}

fn slow() -> Bench {
    let mut bench = Bench::new(issue(), 100, 14);
    bench.desk.places.insert("first".to_owned(), known(&issue()));
    bench.desk.slow = true;
    bench
}

#[test]
fn an_issue_is_opened_where_it_was_left() {
    let mut bench = slow();
    bench.run([]);
    assert_eq!((at(&bench), bench.app.reading.place()), (1, Position::START), "no frame waits for it");
    bench.desk.answer();
    bench.run([]);
    assert_eq!((at(&bench), bench.app.reading.place()), (1, Position::new(Part::Block(6), 0)));
    assert_eq!((bench.app.focus, read(&bench)), (layout::Focus::Body, vec![2]));
    // And it is remembered where it is left now.
    bench.desk.slow = false;
    bench.press("k");
    let place = bench.app.reading.place();
    assert_ne!(place, Position::new(Part::Block(6), 0));
    bench.press("4<Enter>");
    let places = &bench.desk.places["first"];
    assert_eq!((places.last(), places.position(ArticleNo(0))), (Some(ArticleNo(3)), Some(place)));
}

/// Who has moved, or asked for a place, is not taken elsewhere; the other articles have their places all the same.
#[test]
fn who_has_gone_somewhere_stays() {
    for keys in ["J", "2<Enter>", "1<Enter>", "j", "l", " "] {
        let mut bench = slow();
        bench.press(keys);
        let here = (at(&bench), bench.app.reading.place(), bench.app.focus);
        bench.desk.answer();
        bench.run([]);
        assert_eq!((at(&bench), bench.app.reading.place(), bench.app.focus), here, "{keys}");
        assert_eq!(read(&bench), [2], "{keys}");
        if here.0 == 2 {
            bench.press("K");
            assert_eq!(bench.app.reading.place(), Position::new(Part::Block(6), 0), "{keys}");
        }
    }
}

/// What is done before it is known what was read stands.
#[test]
fn the_readers_own_mark_is_later() {
    let mut bench = slow();
    bench.press("2<Enter>rr");
    bench.desk.answer();
    bench.run([]);
    assert_eq!(read(&bench), [0; 0]);
}

#[test]
fn a_bookmark_that_is_opened_goes_before_the_last_place() {
    let mut bench = Bench::new(issue(), 100, 14);
    bench.press("3<Enter>m");
    let other = Issue { date: Some(jiff::civil::date(2026, 10, 19)), ..issue() };
    let bookmark = bench.desk.kept_at(0);
    bookmark.id = "away".to_owned();
    bookmark.issue = IssueKey::of(&other, "second");
    bench.desk.places.insert("second".to_owned(), known(&other));
    bench.desk.hold("second", other);
    bench.press("B<Enter>");
    assert_eq!(bench.app.source(), "second");
    assert_eq!((at(&bench), read(&bench)), (3, vec![2]));
}

/// An issue that changes on disk keeps the marks of its articles, wherever they are now.
#[test]
fn a_changed_issue_keeps_its_marks() {
    let mut bench = Bench::new(issue(), 100, 14);
    bench.press("2<Enter>J");
    assert_eq!(read(&bench), [2]);
    let mut next = issue();
    next.pages[0].articles.insert(0, article("", &["快讯"], "", &["今晨有雨。"]));
    let changed = Action::Changed("first".to_owned(), Arc::new(next), Doubts::default());
    bench.run([Input::News(Box::new(changed))]);
    assert_eq!((at(&bench), read(&bench)), (4, vec![3]));
}

/// Three parts of one story on three pages, each followed by another article.
pub(super) fn story() -> Issue {
    let part = |from: Option<&str>, to: Option<&str>, text: &str| Article {
        continued_from: from.map(Into::into),
        continued_to: to.map(Into::into),
        ..article("", &["运河里的铅字"], "", &[text])
    };
    let page = |id: &str, first: Article, other: &str| Page {
        id: id.to_owned(),
        articles: vec![first, article("", &[other], "", &["另一篇的正文。"])],
        ..Page::default()
    };
    Issue {
        language: Some("zh-Hans".to_owned()),
        pages: vec![
            page("1", part(None, Some("3"), "船从南方来。（下转第3版）"), "月亮先落"),
            page("3", part(Some("1"), Some("4"), "铅字装在箱里。"), "纸会发黄"),
            page("4", part(Some("3"), None, "到岸已是黄昏。"), "简讯"),
        ],
        ..Issue::new()
    }
}

#[test]
fn lines_point_to_the_other_halves() {
    let mut bench = Bench::new(story(), 80, 12);
    assert_picture(
        bench.press("3<Enter>"),
        "
 无日期   第3版                                                             3/6
 第1版                    │ ◂ 上接第1版（o 前往）：运河里的铅字
 1 运河里的铅字           │
   13字                   │                   运河里的铅字
 2 月亮先落               │
   7字                    │     铅字装在箱里。
 第3版                    │
▌3 运河里的铅字           │ ▸ 下转第4版（o 续读）：运河里的铅字
▌  7字                    │
 4 纸会发黄               │
   7字                    │
                                100%  全期56%    ? 帮助  / 搜索  m 书签  q 退出
",
    );
    // They are no text of the article.
    bench.press("y");
    assert!(!bench.desk.copied.contains("上接"), "{}", bench.desk.copied);
    bench.press("m");
    assert_eq!(bench.desk.kept[0].quote.exact, "运河里的铅字\n铅字装在箱里。");
    bench.press("/上接<Enter>");
    assert!(bench.picture().contains("没有找到"));
    let mut bench = Bench::with(story(), 30, 12, look(Tongue::English, Ambiguous::Wide));
    bench.press("3<Enter>");
    assert!(bench.picture().contains("< Continued from Page 1…"), "{}", bench.picture());
}

/// Every one of the keys that go through a story, and where it leads.
#[test]
fn a_story_is_read_as_one() {
    let cases: &[(&str, usize)] = &[
        (" ", 3),
        ("  ", 5),
        ("   ", 2),  // after the first part
        ("    ", 4), // a part that was read is passed over
        ("     ", 6),
        ("3<Enter> ", 5),  // from the middle
        ("3<Enter>  ", 4), // and on after it
        ("5<Enter> ", 6),  // who came for the last part goes on after that
        (" b", 1),
        ("  b", 3),
        ("  bb", 1),
        ("3<Enter>b", 2), // who came by its number goes back in the list
        ("o", 3),
        ("oo", 5),
        ("ooo", 3),
        ("l<Enter>", 3), // Enter in the text
        ("<Enter>", 1),  // in the list it opens
        ("l<Enter><C-o>", 1),
        ("2<Enter>o", 2),
    ];
    for (keys, expected) in cases {
        let mut bench = Bench::new(story(), 80, 16);
        bench.press(keys);
        assert_eq!(at(&bench), *expected, "{keys:?}");
    }
    let mut bench = Bench::new(story(), 80, 16);
    assert!(bench.press("2<Enter>o").picture().contains("没有转版"));
}

/// In columns the lines stand over the heads and at the end of the text.
#[test]
fn lines_point_to_the_other_halves_in_columns_too() {
    let mut issue = story();
    let text = "铅字排进版框，一行接着一行，排字工人用手指就能读出反字。".repeat(4);
    let block = Block { text, ..Block::default() };
    issue.pages[1].articles[0].body = vec![block; 12];
    let mut bench = Bench::new(issue, 160, 40);
    bench.press("3<Enter>");
    let picture = bench.picture();
    assert!(matches!(bench.app.reading.flow(), crate::tui::app::Flow::Sheets(_)), "{picture}");
    assert!(picture.lines().nth(1).unwrap().contains("◂ 上接第1版"), "{picture}");
    assert!(picture.contains("▸ 下转第4版") && picture.contains("100%"), "{picture}");
    assert_eq!(at(bench.press(" ")), 5);
}
