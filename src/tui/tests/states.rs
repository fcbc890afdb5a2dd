//! Every state of the screen that differs to the eye, and the keys that lead there.

use jiff::{SignedDuration, Timestamp};

use super::*;
use crate::bookmarks::{Bookmark, IssueKey};
use crate::issue::{ArticleNo, Position};
use crate::parse::parse;
use crate::shelf::{Broken, Entry, ShelfError, Source, Summary};

/// A state of the screen.
pub(super) struct State {
    /// The name of its picture.
    pub(super) name: &'static str,
    /// What the reader types to come there.
    keys: &'static str,
    /// What else is so.
    world: World,
}

/// What a state needs of the world beside keys.
#[derive(Clone, Copy, PartialEq, Eq)]
enum World {
    /// An issue, and nothing else.
    Plain,
    /// An issue without articles.
    EmptyIssue,
    /// A shelf, one of whose files cannot be read.
    Shelf,
    /// Bookmarks in three issues, some of them with notes and tags.
    Desk,
    /// The same, of which the last is kept since long ago.
    OldDesk,
    /// A disk that is full.
    FullDisk,
}

const fn state(name: &'static str, keys: &'static str, world: World) -> State {
    State { name, keys, world }
}

use World::{Desk, EmptyIssue, FullDisk, OldDesk, Plain, Shelf};

pub(super) const STATES: &[State] = &[
    state("start", "", Plain),
    state("opened", "<Enter>", Plain),
    state("body-scrolled", "ljjjjjjjjj", Plain),
    state("list-far-down", "27<Enter>h", Plain),
    state("body-alone", "lz", Plain),
    state("columns", "2cl", Plain),
    state("empty-article", "5<Enter>", Plain),
    state("empty-issue", "", EmptyIssue),
    state("help", "?", Plain),
    state("help-end", "?G", Plain),
    state("bookmarks-none", "B", Plain),
    state("bookmarks", "B", Desk),
    state("bookmarks-filter", "B/纸", Desk),
    state("bookmarks-no-match", "B/鹦鹉", Desk),
    state("bookmark-whole", "BGo", OldDesk),
    state("bookmarks-note", "BGe", Desk),
    state("bookmark-taken", "BGd", Desk),
    state("shelf", "i", Shelf),
    state("shelf-broken", "ijj<Enter>", Shelf),
    state("search-begun", "/", Plain),
    state("search-typing", "/铅字", Plain),
    state("search-hits", "/铅字<Enter>nn", Plain),
    state("search-none", "/没有这句话<Enter>", Plain),
    state("filter-typing", "f纸", Plain),
    state("filter-kept", "f纸<Enter>/纸<Enter>", Plain),
    state("filter-no-match", "f鹦鹉<Enter>", Plain),
    state("selection", "lvjj", Plain),
    state("message", "lm", Plain),
    state("number", "27", Plain),
    state("note-new", "lM这一段要再读一遍，抄给排字房的老师傅看，问他当年是不是真的这样", Plain),
    state("unsaved", "lmq", FullDisk),
];

impl State {
    /// A reader of `width` × `height` in this state.
    pub(super) fn bench(&self, width: u16, height: u16, look: Look) -> Bench {
        let issue = if self.world == EmptyIssue { Issue::new() } else { paper() };
        let mut bench = Bench::with(issue, width, height, look);
        match self.world {
            Plain | EmptyIssue => {}
            Shelf => bench.desk.shelf = shelf(),
            Desk => bench.desk.kept = kept(),
            OldDesk => {
                bench.desk.kept = kept();
                let last = bench.desk.kept.last_mut().unwrap();
                Arc::make_mut(last).made = Timestamp::UNIX_EPOCH;
            }
            FullDisk => {
                bench.desk.failing = Some(
                    "cannot write the bookmarks to /home/reader/.config/newsprint/bookmarks.json \
                     (No space left on device): free some space"
                        .to_owned(),
                );
            }
        }
        bench.press("").press(self.keys);
        bench
    }
}

/// The issue of the other tests, and pages of short news after it; one article has no text.
pub(super) fn paper() -> Issue {
    let mut issue = issue();
    let headlines = [
        "新闻纸为何会发黄",
        "一块屏幕为什么是80列：从打孔卡片到终端的七十年往事",
        "餐垫上画出的编码",
        "Halley’s dust, and a Moon that leaves just in time",
        "逗号为何不能排在行首",
        "报纸是怎样变成“日报”的",
    ];
    issue.pages[1].articles.push(Article::default());
    issue.pages.extend((3..7).map(|page| {
        Page {
            id: page.to_string(),
            articles: (headlines.iter().enumerate())
                .map(|(n, headline)| {
                    let byline = ["本报记者 陈润 见习记者 徐志强", "■本报天文组", ""][n % 3];
                    article("", &[headline], byline, &["本报讯 木浆里的木质素见光便黄，旧报因此认得出年份。"])
                })
                .collect(),
            ..Page::default()
        }
    }));
    issue
}

/// Bookmarks in three issues: of today, of yesterday's, and of one without a name or a date.
pub(super) fn kept() -> Vec<Arc<Bookmark>> {
    let yesterday = Issue { date: Some(jiff::civil::date(2026, 10, 17)), ..paper() };
    let pages = paper().pages.into_iter().skip(4).collect();
    let nameless = Issue { publication: None, date: None, pages, ..paper() };
    let hours_ago = |hours| Timestamp::now() - SignedDuration::from_hours(hours);
    let keep = |issue: &Issue, source: &str, article, hours| {
        let key = IssueKey::of(issue, source);
        Bookmark::with_key(issue, key, ArticleNo(article), Position::START, hours_ago(hours)).unwrap()
    };
    let note = Some("纸的历史，下周讲课要用；记得核对公元105年这个年份的出处".to_owned());
    let all = [
        Bookmark { note, ..keep(&paper(), "first", 2, 1) },
        keep(&paper(), "first", 0, 3),
        Bookmark { tags: vec!["天文".to_owned(), "木星".to_owned()], ..keep(&yesterday, "old", 1, 30) },
        Bookmark {
            note: Some("出处？".to_owned()),
            tags: vec!["纸".to_owned()],
            ..keep(&nameless, "/home/reader/报纸/2026/十月/scan-0042.txt", 4, 24 * 40)
        },
    ];
    all.map(Arc::new).to_vec()
}

/// Why the issue in the file at `path` with this `text` cannot be read.
pub(super) fn broken(path: &str, text: &str) -> Broken {
    let error = parse(text.as_bytes(), path).unwrap_err();
    ShelfError::NotAnIssue { path: path.to_owned(), error }.into()
}

pub(super) fn shelf() -> Vec<Entry> {
    let good = |day, lead: &str| {
        let (publication, date) = (Some("活字日报".to_owned()), Some(jiff::civil::date(2026, 10, day)));
        Ok(Summary { publication, date, lead: lead.to_owned(), pages: 6, articles: 29 })
    };
    let entry = |name: &str, state| Entry { source: Source::Sample(name.to_owned()), state };
    vec![
        entry("huozi-2026-10-18", good(18, "铅字醒来 “第一版”付印")),
        entry(
            "huozi-2026-10-17",
            good(17, "一块屏幕为什么是80列：从打孔卡片到终端的七十年往事，以及餐垫上的编码"),
        ),
        entry(
            "broken.json",
            Err(broken(
                "sample:broken.json",
                "{\n  \"format\": \"newsprint-issue/1\",\n  \"pages\": \"none\" }",
            )),
        ),
        entry(
            "nameless-scan-0042",
            Ok(Summary { lead: "（无标题）".to_owned(), pages: 1, articles: 1, ..Summary::default() }),
        ),
    ]
}
