//! What the reader waits for when a place is bookmarked, and in a long list: `cargo bench --bench bookmarks`.

#![expect(clippy::expect_used, reason = "a bench that has no bookmark has failed")]

use std::sync::Arc;

use divan::Bencher;
use jiff::{SignedDuration, Timestamp};
use newsprint::bookmarks::{Bookmark, IssueKey};
use newsprint::issue::{Article, ArticleNo, Block, Issue, Page, Part, Position};
use newsprint::tui::action::{Action, Editing, Kept, Opened};
use newsprint::tui::app::{App, Look};
use newsprint::tui::layout::Size;
use newsprint::tui::words::Tongue;
use newsprint::typeset::{Ambiguous, Setting};

fn main() {
    divan::main();
}

/// An issue of so many articles of so many paragraphs of about 100 bytes each.
fn issue(articles: usize, paragraphs: usize) -> Issue {
    let block = |n: usize| Block {
        text: format!("第{n}段：活字印刷把一页文字拆成可以反复使用的单字，印完再拆。"),
        ..Block::default()
    };
    let article = |nth: usize| Article {
        headline: vec![format!("第{nth}篇")],
        body: (0..paragraphs).map(|n| block(nth * paragraphs + n)).collect(),
        ..Article::default()
    };
    let page = Page { id: "1".to_owned(), articles: (0..articles).map(article).collect(), ..Page::default() };
    Issue { publication: Some("活字报".to_owned()), pages: vec![page], ..Issue::new() }
}

/// A reader of it with so many bookmarks of other issues.
fn reader(issue: Issue, bookmarks: usize) -> App {
    let other = self::issue(1, 3);
    let kept = (0..bookmarks).map(|n| {
        let key = IssueKey {
            publication: Some("晨报".to_owned()),
            number: Some((n / 5).to_string()),
            sources: vec![format!("/papers/{}.txt", n / 5)],
            ..IssueKey::default()
        };
        let made = Timestamp::UNIX_EPOCH - SignedDuration::from_mins(i64::try_from(n).unwrap_or(0));
        let position = Position::new(Part::Block(n % 3), n % 7);
        Bookmark::sketch(&other, key, ArticleNo(0), position, made).expect("a place")
    });
    let look = Look {
        tongue: Tongue::Chinese,
        ambiguous: Ambiguous::Narrow,
        setting: Setting::default(),
        columns: None,
        read_after: std::time::Duration::ZERO,
    };
    let size = Size { width: 120, height: 40 };
    let opened = Opened::new("/papers/now.txt".to_owned(), Arc::new(issue), None, None);
    let mut app = App::new(opened, size, look);
    app.update(Action::Bookmarks(Kept { bookmarks: kept.map(Arc::new).collect(), changes: 0 }));
    app
}

/// `m`, and `m` again, at the end of an article: ten megabytes as many articles, and as one.
#[divan::bench(args = [(1000, 100), (1, 100_000)])]
fn m_and_m(bencher: Bencher<'_, '_>, (articles, paragraphs): (usize, usize)) {
    let mut app = reader(issue(articles, paragraphs), 100);
    app.update(Action::FocusBody);
    app.update(Action::Bottom);
    bencher.bench_local(|| {
        app.update(Action::ToggleBookmark);
        app.update(Action::ToggleBookmark)
    });
}

/// The same key among ten thousand bookmarks of two thousand issues.
#[divan::bench]
fn m_and_m_among_10_000(bencher: Bencher<'_, '_>) {
    let mut app = reader(issue(30, 12), 10_000);
    bencher.bench_local(|| {
        app.update(Action::ToggleBookmark);
        app.update(Action::ToggleBookmark)
    });
}

/// A character of the filter of ten thousand bookmarks, and it taken back.
#[divan::bench]
fn a_character_of_the_filter_of_10_000(bencher: Bencher<'_, '_>) {
    let mut app = reader(issue(30, 12), 10_000);
    app.update(Action::ShowBookmarks);
    app.update(Action::FilterBookmarks);
    bencher.bench_local(|| {
        app.update(Action::Edit(Editing::Type('拆')));
        app.update(Action::Edit(Editing::Type('完')));
        app.update(Action::Edit(Editing::Erase));
        app.update(Action::Edit(Editing::Erase))
    });
}
