//! Places, through the door that the program uses.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that can't go on has failed")]

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use jiff::Timestamp;
use newsprint::bookmarks::IssueKey;
use newsprint::issue::{Article, ArticleNo, Block, Issue, Page, Part, Position};
use newsprint::places::{IssuePlaces, Places};
use proptest::prelude::*;

const TEXTS: [(&str, &str); 6] = [
    ("活字的由来", "北宋庆历年间，布衣毕昇用胶泥刻字，一字一印，用火烧硬，是为活字。沈括把它记在书里。"),
    ("月亮先落", "猎户座流星雨在周四凌晨登场，月亮已经落下，郊外一小时能数到二十来颗，向东南看最好。"),
    ("一块屏幕", "八十列的屏幕来自穿孔卡片，一张卡片八十列，打孔机一次打一列，终端机照着这个宽度做。"),
    (
        "餐垫上的编码",
        "两位工程师在餐馆里把编码画在餐垫上，英文字母仍占一个字节，汉字占三个字节，今天人人在用。",
    ),
    (
        "新闻纸为何发黄",
        "木质素见了阳光就变黄，新闻纸里的木质素没有除尽，所以旧报纸黄得比书快得多，也脆得多。",
    ),
    ("简讯", "本馆周一闭馆，周二照常开放。"),
];

fn article(nth: usize) -> Article {
    let (headline, text) = TEXTS[nth];
    let block = |text: &str| Block { text: text.to_owned(), ..Block::default() };
    let body = text.split_inclusive('，').map(block).collect();
    Article { headline: vec![headline.to_owned()], body, ..Article::default() }
}

/// An issue of one page with these articles.
fn issue_of(articles: Vec<Article>) -> Issue {
    Issue { pages: vec![Page { id: "1".to_owned(), articles, ..Page::default() }], ..Issue::new() }
}

fn issue() -> Issue {
    issue_of((0..TEXTS.len()).map(article).collect())
}

fn at(second: usize) -> Timestamp {
    Timestamp::from_second(i64::try_from(second).unwrap()).unwrap()
}

fn block(nth: usize, offset: usize) -> Position {
    Position::new(Part::Block(nth), offset)
}

/// The words at a position.
fn words(issue: &Issue, article: ArticleNo, position: Position) -> String {
    let text = issue.article(article).unwrap().1.text(position.part).unwrap();
    text.chars().skip(position.offset.0).take(3).collect()
}

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn places(&self) -> Places {
        Places::open(self.folder.path().join("places"))
    }
}

#[test]
fn what_is_kept_comes_back() {
    let (desk, issue) = (Desk::new(), issue());
    let key = IssueKey::of(&issue, "/a/p1.txt");
    let mut places = desk.places().load(&key, &issue);
    assert_eq!((places.last(), places.position(ArticleNo(1)), places.read_count()), (None, None, 0));
    desk.places().save(&key, &places).unwrap();
    assert!(!desk.folder.path().join("places").exists(), "nothing to keep makes no folder");
    places.leave(&issue, ArticleNo(1), block(1, 4), at(1));
    places.mark(&issue, ArticleNo(1), true, at(2));
    places.mark(&issue, ArticleNo(4), true, at(3));
    places.leave(&issue, ArticleNo(99), block(0, 0), at(4));
    desk.places().save(&key, &places).unwrap();
    let mut there = desk.places().load(&key, &issue);
    assert_eq!(there, places);
    assert_eq!((there.last(), there.position(ArticleNo(1))), (Some(ArticleNo(1)), Some(block(1, 4))));
    assert_eq!(there.position(ArticleNo(4)), None, "marked from the list");
    assert!(there.is_read(ArticleNo(4)) && !there.is_read(ArticleNo(0)) && there.read_count() == 2);
    there.mark(&issue, ArticleNo(4), false, at(5));
    desk.places().save(&key, &there).unwrap();
    assert_eq!(desk.places().load(&key, &issue).read_count(), 1);
}

/// What may happen to an issue between two readings.
type Change = fn(&mut Issue, &mut String);

#[test]
fn an_issue_finds_its_places_again() {
    let named = |issue: &mut Issue| {
        issue.publication = Some("活字报".to_owned());
        issue.date = Some("2026-10-18".parse().unwrap());
    };
    // What changes, and whether an issue without a name is still known.
    let changes: [(&str, Change, bool); 7] = [
        ("nothing", |_, _| {}, true),
        ("the file is renamed", |_, source| "/b".clone_into(source), true),
        (
            "the page has its number printed in two figures",
            |issue, _| issue.pages[0].id = "01".to_owned(),
            true,
        ),
        ("the number is known", |issue, _| issue.number = Some("第7期".to_owned()), true),
        ("the articles stand in another order", |issue, _| issue.pages[0].articles.reverse(), true),
        (
            "a word is corrected",
            |issue, _| {
                let text = &mut issue.pages[0].articles[1].body[0].text;
                *text = text.replace("登场", "如期登场");
            },
            true,
        ),
        (
            "corrected and renamed",
            |issue, source| {
                issue.pages[0].articles[2].body[0].text.push('！');
                "/b".clone_into(source);
            },
            false,
        ),
    ];
    for has_name in [true, false] {
        for (case, change, known) in changes {
            let (desk, mut issue) = (Desk::new(), issue());
            if has_name {
                named(&mut issue);
            }
            let mut source = "/a".to_owned();
            let mut places = IssuePlaces::new(&issue);
            places.leave(&issue, ArticleNo(1), block(1, 4), at(1));
            places.mark(&issue, ArticleNo(3), true, at(2));
            desk.places().save(&IssueKey::of(&issue, &source), &places).unwrap();
            let was = words(&issue, ArticleNo(1), block(1, 4));
            change(&mut issue, &mut source);
            let found = desk.places().load(&IssueKey::of(&issue, &source), &issue);
            if has_name || known {
                let last = found.last().unwrap();
                assert_eq!(issue.article(last).unwrap().1.headline, article(1).headline, "{case}");
                assert_eq!(words(&issue, last, found.position(last).unwrap()), was, "{case}");
                assert_eq!(found.read_count(), 1, "{case}");
            } else {
                assert!(found.is_empty(), "{case}");
            }
        }
    }
}

#[test]
fn another_day_in_the_same_file_has_no_places() {
    let (desk, mut today) = (Desk::new(), issue());
    today.date = Some("2026-10-18".parse().unwrap());
    let mut places = IssuePlaces::new(&today);
    places.mark(&today, ArticleNo(5), true, at(1));
    desk.places().save(&IssueKey::of(&today, "/today.txt"), &places).unwrap();
    let mut tomorrow = issue_of(vec![article(0), article(5)]);
    tomorrow.date = Some("2026-10-19".parse().unwrap());
    assert!(desk.places().load(&IssueKey::of(&tomorrow, "/today.txt"), &tomorrow).is_empty());
}

#[test]
fn a_parse_that_finds_the_newspapers_name_finds_the_places() {
    let (desk, mut issue) = (Desk::new(), issue());
    let mut places = IssuePlaces::new(&issue);
    places.leave(&issue, ArticleNo(2), block(2, 1), at(1));
    desk.places().save(&IssueKey::of(&issue, "/a"), &places).unwrap();
    issue.publication = Some("活字报".to_owned());
    issue.date = Some("2026-10-18".parse().unwrap());
    let key = IssueKey::of(&issue, "/a");
    let found = desk.places().load(&key, &issue);
    assert_eq!(found.position(ArticleNo(2)), Some(block(2, 1)));
    desk.places().save(&key, &found).unwrap();
    assert_eq!(desk.places().load(&key, &issue), found);
}

#[test]
fn a_page_and_the_whole_issue_share_their_places() {
    let desk = Desk::new();
    let page = |id: &str, articles| Page { id: id.to_owned(), articles, ..Page::default() };
    let of = |pages| Issue {
        publication: Some("活字报".to_owned()),
        date: Some("2026-10-18".parse().unwrap()),
        pages,
        ..Issue::new()
    };
    let (one, two) = (page("1", vec![article(0), article(5)]), page("2", vec![article(1), article(5)]));
    let mut alone = two.clone();
    alone.id = "02".to_owned();
    let alone = of(vec![alone]);
    let mut places = IssuePlaces::new(&alone);
    places.mark(&alone, ArticleNo(1), true, at(1));
    places.leave(&alone, ArticleNo(0), block(1, 0), at(2));
    desk.places().save(&IssueKey::of(&alone, "/p2.txt"), &places).unwrap();
    let first = of(vec![one.clone()]);
    let mut places = desk.places().load(&IssueKey::of(&first, "/p1.txt"), &first);
    assert_eq!((places.last(), places.is_empty()), (None, true), "page 1 has its own 简讯");
    places.mark(&first, ArticleNo(0), true, at(3));
    desk.places().save(&IssueKey::of(&first, "/p1.txt"), &places).unwrap();
    let whole = of(vec![one, two]);
    let places = desk.places().load(&IssueKey::of(&whole, "/issue.json"), &whole);
    assert_eq!(places.last(), Some(ArticleNo(2)));
    let read: Vec<bool> = (0..4).map(|n| places.is_read(ArticleNo(n))).collect();
    assert_eq!(read, [true, false, false, true]);
}

#[test]
fn articles_that_are_split_and_joined_keep_what_they_can() {
    let mut joined = article(0);
    joined.body.push(Block { text: TEXTS[1].0.to_owned(), ..Block::default() });
    joined.body.extend(article(1).body);
    let one = issue_of(vec![joined, article(2)]);
    let two = issue_of(vec![article(0), article(1), article(2)]);
    let mut places = IssuePlaces::new(&one);
    let body = article(0).body.len();
    places.leave(&one, ArticleNo(0), block(body + 2, 3), at(1));
    places.mark(&one, ArticleNo(0), true, at(1));
    let split = places.onto(&two);
    assert_eq!(split.position(ArticleNo(1)), Some(block(1, 3)));
    assert_eq!(split.last(), Some(ArticleNo(1)));
    assert!(split.is_read(ArticleNo(0)) && split.is_read(ArticleNo(1)) && !split.is_read(ArticleNo(2)));
    let back = split.onto(&one);
    assert_eq!(back.position(ArticleNo(0)), Some(block(body + 2, 3)));
    assert_eq!(back.read_count(), 1);
}

#[test]
fn a_text_that_is_gone_leaves_the_nearest_place() {
    let one = issue();
    let mut places = IssuePlaces::new(&one);
    places.leave(&one, ArticleNo(0), block(3, 5), at(1));
    let short = Article {
        body: vec![Block { text: "改日再登。".to_owned(), ..Block::default() }],
        ..article(0)
    };
    let found = places.onto(&issue_of(vec![short.clone()]));
    assert_eq!(found.position(ArticleNo(0)), Some(Position::START), "the block is gone");
    places.leave(&one, ArticleNo(0), block(0, 6), at(1));
    let found = places.onto(&issue_of(vec![short]));
    assert_eq!(found.position(ArticleNo(0)), Some(block(0, 4)));
    assert!(places.onto(&issue_of(vec![article(5)])).is_empty());
    assert!(places.onto(&Issue::new()).is_empty());
}

#[test]
fn the_later_change_wins_per_article_and_kind() {
    let (desk, issue) = (Desk::new(), issue());
    let key = IssueKey::of(&issue, "/a");
    let (mut one, mut other) = (IssuePlaces::new(&issue), IssuePlaces::new(&issue));
    one.leave(&issue, ArticleNo(0), block(0, 1), at(10));
    one.mark(&issue, ArticleNo(1), true, at(10));
    one.leave(&issue, ArticleNo(2), block(0, 2), at(11));
    other.leave(&issue, ArticleNo(0), block(0, 3), at(9));
    other.mark(&issue, ArticleNo(0), true, at(12));
    other.mark(&issue, ArticleNo(1), false, at(9));
    other.leave(&issue, ArticleNo(3), block(0, 4), at(10));
    for places in [[&one, &other], [&other, &one]] {
        for places in places {
            desk.places().save(&key, places).unwrap();
        }
        let merged = desk.places().load(&key, &issue);
        assert_eq!(merged.position(ArticleNo(0)), Some(block(0, 1)));
        assert!(merged.is_read(ArticleNo(0)) && merged.is_read(ArticleNo(1)));
        assert_eq!(merged.position(ArticleNo(2)), Some(block(0, 2)));
        assert_eq!(merged.position(ArticleNo(3)), Some(block(0, 4)));
        assert_eq!(merged.last(), Some(ArticleNo(2)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Articles are struck out, shuffled and come under new headlines; each place follows its words.
    #[test]
    fn places_follow_their_articles(
        order in Just((0..5).collect::<Vec<usize>>()).prop_shuffle(),
        count in 1..5_usize,
        renamed in prop::collection::vec(any::<bool>(), 5),
        place in (0..3_usize, 0..4_usize),
    ) {
        let one = issue();
        let mut places = IssuePlaces::new(&one);
        for nth in 0..5 {
            places.leave(&one, ArticleNo(nth), block(place.0, place.1), at(nth));
            places.mark(&one, ArticleNo(nth), nth % 2 == 0, at(nth));
        }
        let kept: Vec<usize> = order.into_iter().take(count).collect();
        let articles = kept.iter().map(|&nth| {
            let headline = if renamed[nth] { vec![format!("本报特稿第{nth}篇")] } else { article(nth).headline };
            Article { headline, ..article(nth) }
        });
        let other = issue_of(articles.collect());
        let found = places.onto(&other);
        for (n, &nth) in kept.iter().enumerate() {
            let position = found.position(ArticleNo(n));
            prop_assert_eq!(position, places.position(ArticleNo(nth)), "article {} is now {}", nth, n);
            prop_assert_eq!(found.is_read(ArticleNo(n)), nth % 2 == 0);
        }
        prop_assert_eq!(found.onto(&other), found);
    }

    /// Two readers save in any order, as often as they like: what each did last is there.
    #[test]
    fn merging_does_not_depend_on_the_order(changes in prop::collection::vec((any::<bool>(), 0..5_usize, 0..6_usize, any::<bool>()), 1..12)) {
        let (desk, issue) = (Desk::new(), issue());
        let key = IssueKey::of(&issue, "/a");
        let mut readers = [IssuePlaces::new(&issue), IssuePlaces::new(&issue)];
        let mut all = IssuePlaces::new(&issue);
        for (second, (reader, article, offset, read)) in changes.into_iter().enumerate() {
            let reader = &mut readers[usize::from(reader)];
            for places in [&mut *reader, &mut all] {
                if read {
                    places.mark(&issue, ArticleNo(article), offset % 2 == 0, at(second));
                } else {
                    places.leave(&issue, ArticleNo(article), block(0, offset), at(second));
                }
            }
            desk.places().save(&key, reader).unwrap();
        }
        let there = desk.places().load(&key, &issue);
        prop_assert_eq!(there.last(), all.last());
        for n in 0..5 {
            prop_assert_eq!(there.position(ArticleNo(n)), all.position(ArticleNo(n)));
            prop_assert_eq!(there.is_read(ArticleNo(n)), all.is_read(ArticleNo(n)));
        }
    }
}

/// Set for a child of the test below: the reader's number and the folder.
const CHILD: &str = "NEWSPRINT_TEST_PLACES_CHILD";

/// Reader `nth` leaves all articles many times, and marks one as read.
fn read_on(folder: &Path, nth: usize) {
    let issue = issue();
    let key = IssueKey::of(&issue, "/a");
    let places = Places::open(folder);
    let mut mine = places.load(&key, &issue);
    for round in 0..40 {
        for n in 0..5 {
            mine.leave(&issue, ArticleNo(n), block(0, (round + nth) % 6), at(10 * round + nth));
        }
        if round == 20 {
            mine.mark(&issue, ArticleNo(nth), true, at(nth));
        }
        places.save(&key, &mine).unwrap();
    }
}

#[test]
fn child() {
    let Ok(order) = std::env::var(CHILD) else { return };
    let (nth, folder) = order.split_once(' ').unwrap();
    read_on(Path::new(folder), nth.parse().unwrap());
}

#[test]
fn readers_at_once_lose_nothing() {
    let desk = Desk::new();
    let folder = desk.folder.path().join("places");
    let child = |nth: usize| {
        Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "child"])
            .env(CHILD, format!("{nth} {}", folder.display()))
            .stdout(Stdio::null())
            .spawn()
            .unwrap()
    };
    let children = [0, 1].map(child);
    thread::scope(|scope| {
        for nth in 2..4 {
            let folder = &folder;
            scope.spawn(move || read_on(folder, nth));
        }
    });
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    let issue = issue();
    let there = desk.places().load(&IssueKey::of(&issue, "/a"), &issue);
    for n in 0..5 {
        assert_eq!(there.is_read(ArticleNo(n)), n < 4, "article {n}");
        assert_eq!(there.position(ArticleNo(n)), Some(block(0, (39 + 3) % 6)));
    }
}

/// Set for a child of the test below: the folder.
const DOOMED: &str = "NEWSPRINT_TEST_PLACES_DOOMED";

/// Leaves the first article at 0, 1, 2 … and says each place that was saved.
#[test]
fn doomed() {
    let Ok(folder) = std::env::var(DOOMED) else { return };
    let issue = issue();
    let (key, places) = (IssueKey::of(&issue, "/a"), Places::open(folder));
    let mut mine = IssuePlaces::new(&issue);
    for nth in 0..2000 {
        mine.leave(&issue, ArticleNo(0), block(0, nth), at(nth));
        places.save(&key, &mine).unwrap();
        println!("saved {nth}");
    }
}

#[test]
fn killed_readers_leave_the_last_place_or_the_next() {
    let kills = std::env::var("NEWSPRINT_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(15);
    let (issue, mut count) = (issue(), 0);
    let key = IssueKey::of(&issue, "/a");
    for nth in 0..kills {
        let desk = Desk::new();
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "doomed", "--nocapture"])
            .env(DOOMED, desk.folder.path().join("places"))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_micros(4000 + nth * 7919 % 60_000));
        child.kill().unwrap();
        let said = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
        let saved = said.lines().filter_map(|line| line.split_once("saved ")?.1.parse().ok()).next_back();
        let there = desk.places().load(&key, &issue).position(ArticleNo(0));
        match (saved, there) {
            (None, None) => {}
            (None, Some(there)) => assert_eq!(there, block(0, 0)),
            (Some(saved), there) => {
                count += saved + 1;
                assert!(
                    [Some(block(0, saved)), Some(block(0, saved + 1))].contains(&there),
                    "{saved}: {there:?}"
                );
            }
        }
        let mut next = desk.places().load(&key, &issue);
        next.mark(&issue, ArticleNo(4), true, at(0));
        desk.places().save(&key, &next).unwrap();
        assert_eq!(desk.places().load(&key, &issue), next, "the next reader goes on");
    }
    println!("{kills} kills, {count} saves");
}
