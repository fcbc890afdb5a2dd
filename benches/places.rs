//! What places cost among those of many other issues: `cargo bench --bench places`.

#![expect(clippy::expect_used, reason = "a bench that cannot write its files has failed")]

use divan::Bencher;
use jiff::Timestamp;
use newsprint::bookmarks::IssueKey;
use newsprint::issue::{Article, ArticleNo, Block, Issue, Page, Part, Position};
use newsprint::places::{IssuePlaces, Places};

fn main() {
    divan::main();
}

/// An issue of thirty articles, as a front section has.
fn issue() -> Issue {
    let article = |nth: usize| {
        let block = |n: usize| Block {
            text: format!("第{nth}篇第{n}段：活字印刷把一页文字拆成可以反复使用的单字。"),
            ..Block::default()
        };
        Article {
            headline: vec![format!("第{nth}篇")],
            body: (0..12).map(block).collect(),
            ..Article::default()
        }
    };
    let page = Page { id: "1".to_owned(), articles: (0..30).map(article).collect(), ..Page::default() };
    Issue { publication: Some("活字报".to_owned()), pages: vec![page], ..Issue::new() }
}

fn key(nth: usize) -> IssueKey {
    IssueKey {
        publication: Some("活字报".to_owned()), number: Some(nth.to_string()), ..IssueKey::default()
    }
}

/// Places in all articles.
fn everywhere(issue: &Issue) -> IssuePlaces {
    let mut places = IssuePlaces::new(issue);
    for nth in 0..30 {
        places.leave(issue, ArticleNo(nth), Position::new(Part::Block(nth % 12), 5), Timestamp::UNIX_EPOCH);
    }
    places
}

/// A folder with the places of so many issues.
fn folder(issues: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (places, issue) = (Places::open(folder.path()), issue());
    let mut few = IssuePlaces::new(&issue);
    few.mark(&issue, ArticleNo(3), true, Timestamp::UNIX_EPOCH);
    for nth in 1..issues {
        places.save(&key(nth), &few).expect("a disk with room");
    }
    places.save(&key(0), &everywhere(&issue)).expect("a disk with room");
    folder
}

const ISSUES: [usize; 3] = [1, 1000, 100_000];

/// What a start pays: open the folder, load the places of one issue.
#[divan::bench(args = ISSUES)]
fn open_and_load(bencher: Bencher<'_, '_>, issues: usize) {
    let (folder, issue, key) = (folder(issues), issue(), key(0));
    bencher.bench(|| Places::open(divan::black_box(folder.path())).load(&key, &issue));
}

/// What leaving an article pays.
#[divan::bench(args = ISSUES)]
fn leave_and_save(bencher: Bencher<'_, '_>, issues: usize) {
    let (folder, issue, key) = (folder(issues), issue(), key(0));
    let places = Places::open(folder.path());
    let mut left = places.load(&key, &issue);
    let mut second = 0;
    bencher.bench_local(|| {
        second += 1;
        let now = Timestamp::from_second(second).expect("a time");
        left.leave(&issue, ArticleNo(3), Position::new(Part::Block(1), 2), now);
        places.save(&key, &left)
    });
}
