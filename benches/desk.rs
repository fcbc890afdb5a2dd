//! The longest that the reading screen is busy with one input, over issues of 10 MB: `cargo bench --bench desk`.
//!
//! Drives the real loop. Work beside the screen is done between two inputs and not counted; in the runs that say
//! "late" it stays undone until the end, as if the machine had no time for it. Each step's time is the least of some
//! runs, so that what another program took does not count. Prints what took the longest for every kind of input, and how
//! large the screen was then.

#![expect(clippy::expect_used, reason = "a bench that cannot begin has failed")]
#![expect(clippy::print_stdout, reason = "it is what a bench is for")]

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::fmt::{self, Write};
use std::io;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use jiff::Timestamp;
use newsprint::bookmarks::{Bookmark, Change, IssueKey};
use newsprint::issue::{Article, ArticleNo, Block, Issue, Page, Part, Position};
use newsprint::places::IssuePlaces;
use newsprint::tui::action::{Action, Kept, Mouse, MouseAction, Opened, Ticket, Trace};
use newsprint::tui::app::{App, Look};
use newsprint::tui::backend::Writer;
use newsprint::tui::clipboard::Clip;
use newsprint::tui::keymap::Key;
use newsprint::tui::layout::Size;
use newsprint::tui::screen::Screen;
use newsprint::tui::theme::{Colours, Theme};
use newsprint::tui::words::Tongue;
use newsprint::tui::work::{Spent, Work};
use newsprint::tui::{self, Events, Input, Services};
use newsprint::typeset::{Ambiguous, Setting};

/// What the screen may take for one input.
const ENOUGH: Duration = Duration::from_millis(8);
const RUNS: usize = 3;
const SIZE: Size = Size { width: 120, height: 40 };
const SOURCE: &str = "bench.txt";

/// What is waiting to be done beside the screen.
#[derive(Default)]
struct Beside {
    works: VecDeque<Work>,
    kept: Option<Kept>,
    recalled: Option<Arc<Issue>>,
    opening: Option<Ticket>,
    spent: Vec<Spent>,
}

struct Desk {
    beside: Rc<RefCell<Beside>>,
    bookmarks: Vec<Arc<Bookmark>>,
    changes: usize,
}

impl Services for Desk {
    fn now(&self) -> Duration {
        Duration::ZERO
    }
    fn begin(&mut self) {
        let kept = Kept { bookmarks: self.bookmarks.clone(), changes: self.changes };
        self.beside.borrow_mut().kept = Some(kept);
    }
    fn open(&mut self, ticket: Ticket, _: String, _: Option<Box<Bookmark>>) {
        self.beside.borrow_mut().opening = Some(ticket);
    }
    fn watch(&mut self, _: &str) {}
    fn recall(&mut self, issue: Arc<Issue>, _: &str) {
        self.beside.borrow_mut().recalled = Some(issue);
    }
    fn remember(&mut self, _: Trace) {}
    fn list_shelf(&mut self) {}
    fn read_bookmarks(&mut self) {}
    fn change(&mut self, change: Change) {
        change.apply(&mut self.bookmarks);
        self.changes += 1;
    }
    fn settle(&mut self) {}
    fn rescue(&mut self, _: String) {}
    fn work(&mut self, work: Work) {
        self.beside.borrow_mut().works.push_back(work);
    }
    fn let_go(&mut self, spent: Spent) {
        self.beside.borrow_mut().spent.push(spent);
    }
    fn copy(&mut self, _: &Clip) -> Result<(), String> {
        Ok(())
    }
    fn suspend(&mut self) {}
    fn resume(&mut self) {}
}

/// One input, under the name that its time is reported by.
#[derive(Clone)]
struct Step {
    name: &'static str,
    input: Input,
}

/// How long the loop was busy with a step, and with drawing what came of it.
#[derive(Clone, Copy)]
struct Busy {
    name: &'static str,
    /// The size of the screen then, which tells the steps of one name apart.
    size: Size,
    update: Duration,
    draw: Duration,
}

impl Busy {
    fn all(&self) -> Duration {
        self.update + self.draw
    }
}

struct Driver {
    script: VecDeque<Step>,
    beside: Rc<RefCell<Beside>>,
    places: IssuePlaces,
    late: bool,
    since: Instant,
    now: Busy,
    all: Vec<Busy>,
    _news: Receiver<Input>,
}

impl Driver {
    /// News that has come: nothing that is late until all is typed.
    fn news(&self) -> Option<(&'static str, Action)> {
        let mut beside = self.beside.borrow_mut();
        beside.spent.clear();
        if let Some(kept) = beside.kept.take() {
            return Some(("(bookmarks come)", Action::Bookmarks(kept)));
        }
        if let Some(issue) = beside.recalled.take() {
            return Some(("(places come)", Action::Recalled(issue, Box::new(self.places.clone()))));
        }
        if self.late && !self.script.is_empty() {
            return None;
        }
        let work = beside.works.pop_front()?;
        drop(beside);
        let answer = work.run();
        Some((name_of(&answer), answer))
    }
}

/// The beginning of a text that would be very long.
struct Beginning(String);

impl Write for Beginning {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.push_str(text);
        if self.0.len() > 200 { Err(fmt::Error) } else { Ok(()) }
    }
}

fn name_of(answer: &Action) -> &'static str {
    let mut beginning = Beginning(String::new());
    let _ = write!(beginning, "{answer:?}");
    let names = [
        ("Found", "(hits come)"),
        ("Marked", "(marks come)"),
        ("Followed", "(next issue comes)"),
        ("Catalogued", "(catalogue comes)"),
        ("Clipped", "(what is copied comes)"),
        ("Indexed", "(index comes)"),
        ("Set(", "(lines come)"),
    ];
    let found = names.into_iter().find(|(word, _)| beginning.0.contains(&format!("result: {word}")));
    found.map_or("(an answer comes)", |(_, name)| name)
}

impl Events for Driver {
    fn wait(&mut self) -> Input {
        self.now.draw = self.since.elapsed();
        self.all.push(self.now);
        let (name, input) = match (self.news(), self.script.pop_front()) {
            (Some((name, news)), step) => {
                if let Some(step) = step {
                    self.script.push_front(step);
                }
                (name, Input::News(Box::new(news)))
            }
            (None, Some(step)) => (step.name, step.input),
            (None, None) => ("", Input::Ended(0)),
        };
        if let Input::Resized(size) = input {
            self.now.size = size;
        }
        self.now.name = name;
        self.since = Instant::now();
        input
    }

    fn pending(&mut self) -> Option<Input> {
        self.now.update = self.since.elapsed();
        self.since = Instant::now();
        None
    }
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Input {
    Input::Key(Key::of(&KeyEvent::new(code, modifiers)).expect("a key"))
}

fn step(name: &'static str, c: char) -> Step {
    Step { name, input: key(KeyCode::Char(c), KeyModifiers::NONE) }
}

fn code(name: &'static str, code: KeyCode) -> Step {
    Step { name, input: key(code, KeyModifiers::NONE) }
}

fn control(name: &'static str, c: char) -> Step {
    Step { name, input: key(KeyCode::Char(c), KeyModifiers::CONTROL) }
}

fn times(n: usize, step: Step) -> impl Iterator<Item = Step> {
    std::iter::repeat_n(step, n)
}

fn typed(name: &'static str, text: &'static str) -> impl Iterator<Item = Step> {
    text.chars().map(move |c| step(name, c))
}

fn resized(name: &'static str, width: u16, height: u16) -> Step {
    Step { name, input: Input::Resized(Size { width, height }) }
}

fn mouse(name: &'static str, x: u16, y: u16, what: MouseAction) -> Step {
    Step { name, input: Input::Mouse(Mouse { x, y, what }) }
}

/// Every way to change what the article is set to.
fn settings() -> Vec<Step> {
    let mut all = Vec::new();
    all.extend(typed("measure + - =", "--++="));
    all.extend(typed("body alone z", "zz"));
    all.extend(typed("columns", "2c3c0c"));
    all.extend(typed("list divider", "><><"));
    let held = [
        (36, MouseAction::Press),
        (42, MouseAction::Drag),
        (30, MouseAction::Drag),
        (36, MouseAction::Release),
    ];
    all.extend(held.map(|(x, what)| mouse("drag the divider", x, 9, what)));
    for width in [119, 100, 80, 79, 44, 20, 1, 60, 160, 200, 120] {
        all.push(resized("resize", width, 40));
        all.push(resized("resize", width, 30));
    }
    all.push(resized("resize", 120, 40));
    all
}

/// What a reader does, all of it: with the list, then deep in the text.
fn all_keys() -> Vec<Step> {
    let mut all = Vec::new();
    all.extend(typed("article J K", "JJJKKK"));
    all.extend(typed("read mark r R", "rR"));
    all.extend(typed("list j k", "hjjkk"));
    all.extend([code("list page", KeyCode::PageDown), code("list page", KeyCode::PageUp)]);
    all.extend(typed("list end G", "G"));
    all.extend(settings());
    all.extend(typed("list start g", "g"));
    all.push(code("article by number", KeyCode::Char('1')));
    all.push(code("article by number", KeyCode::Enter));
    all.extend(times(5, step("line", 'j')));
    all.extend(times(5, step("read on", ' ')));
    all.extend(times(5, control("page", 'f')));
    all.extend(typed("end G", "G"));
    all.extend(typed("half page", "uudd"));
    all.extend(typed("top g", "gG"));
    all.extend(times(3, control("page", 'b')));
    all.extend(typed("bookmark m", "mm"));
    all.extend(settings());
    all.extend([control("jump", 'o'), control("jump", 'p')]);
    all.extend(typed("select and copy", "vjjy"));
    all.extend(typed("copy y", "yy"));
    all.extend(typed("link o", "o"));
    all.extend(typed("help ?", "?jjG"));
    all.push(code("help ?", KeyCode::Esc));
    all.extend(typed("search /", "/活字"));
    all.push(code("search: all", KeyCode::Enter));
    all.extend(typed("hits n N", "nnnnNN"));
    all.push(mouse("wheel", 80, 9, MouseAction::Wheel(3)));
    all.push(mouse("wheel", 9, 9, MouseAction::Wheel(3)));
    all.push(mouse("click", 9, 9, MouseAction::Press));
    all.push(code("Esc", KeyCode::Esc));
    all.extend(typed("filter f", "f报纸第1"));
    all.extend(times(2, code("filter f", KeyCode::Backspace)));
    all.push(code("filter: keep", KeyCode::Enter));
    all.extend(typed("filtered J", "JJK"));
    all.extend(settings());
    all.push(code("filter: leave", KeyCode::Esc));
    all.extend(typed("bookmarks B", "Bjjkk"));
    all.extend(typed("bookmarks filter", "/活字1"));
    all.extend(times(2, code("bookmarks filter", KeyCode::Backspace)));
    all.push(code("bookmarks filter", KeyCode::Enter));
    all.extend(typed("bookmarks end", "Gg"));
    all.extend(typed("bookmarks whole o", "oo"));
    all.extend(typed("bookmarks d u", "du"));
    all.push(code("bookmarks open", KeyCode::Enter));
    all.push(code("Esc", KeyCode::Esc));
    all
}

/// `SIZE` at the start of a sentence that no two paragraphs share.
fn paragraph(n: usize, bytes: usize) -> String {
    let mut text = format!("第{n}段：");
    while text.len() < bytes {
        text.push_str("活字印刷把一页文字拆成可以反复使用的单字，用完拆开，明天再排成别的话；");
        text.push_str("这个念头（Movable Type）在1040年前后就有了，近千年没有变过。");
    }
    text
}

fn article(nth: usize, paragraphs: usize, bytes: usize) -> Article {
    let block = |n: usize| Block { text: paragraph(n, bytes), ..Block::default() };
    Article {
        headline: vec![format!("报纸第{nth}篇：一枚胶泥字怎样走到一块荧光屏"), "今天还在走".to_owned()],
        byline: Some("■本报印史组".into()),
        body: (0..paragraphs).map(block).collect(),
        ..Article::default()
    }
}

fn issue(articles: usize, paragraphs: usize, bytes: usize) -> Issue {
    let each = articles.div_ceil(100);
    let pages = articles.div_ceil(each);
    let page = |n: usize| Page {
        id: (n + 1).to_string(),
        articles: (n * each..articles.min(n * each + each))
            .map(|nth| article(nth, paragraphs, bytes))
            .collect(),
        ..Page::default()
    };
    Issue {
        publication: Some("活字报".to_owned()),
        date: Some(jiff::civil::date(2026, 10, 18)),
        language: Some("zh-Hans".to_owned()),
        pages: (0..pages).map(page).collect(),
        ..Issue::new()
    }
}

/// Bookmarks in this issue, and thirty times as many in others.
fn bookmarks(issue: &Arc<Issue>, count: usize) -> Vec<Arc<Bookmark>> {
    let articles = issue.article_count();
    // Reads all of the issue: once.
    let key = IssueKey::of(issue, SOURCE);
    let at = |n: usize| {
        let (article, position) = (ArticleNo(n % articles), Position::new(Part::Block(0), n % 30));
        Bookmark::sketch(issue, key.clone(), article, position, Timestamp::UNIX_EPOCH)
    };
    let first = at(0).expect("a bookmark");
    (0..count)
        .filter_map(|n| {
            let mut bookmark = if n % 30 == 0 { at(n)? } else { first.clone() };
            if n % 30 != 0 {
                bookmark.id = format!("{}-{n}", bookmark.id);
                bookmark.issue.date = Some(
                    jiff::civil::date(2020, 1, 1)
                        + jiff::Span::new().days(i64::try_from(n / 40).unwrap_or_default()),
                );
                bookmark.issue.content = None;
                bookmark.note = Some(format!("活字{n}"));
            }
            Some(Arc::new(bookmark))
        })
        .collect()
}

/// One paragraph that is looked at with the segmenters alone.
fn korean(bytes: usize) -> Issue {
    let sentence =
        "활자 인쇄는 한 쪽의 글을 여러 번 쓸 수 있는 낱글자로 나누고, 쓰고 나면 풀어 내일 다른 말로 짠다. ";
    let mut issue = issue(1, 1, 0);
    issue.language = Some("ko".to_owned());
    for article in issue.pages.iter_mut().flat_map(|page| &mut page.articles) {
        article.body = vec![Block { text: sentence.repeat(bytes / sentence.len()), ..Block::default() }];
    }
    issue
}

struct Scene {
    name: &'static str,
    issue: Arc<Issue>,
    places: IssuePlaces,
    bookmarks: Vec<Arc<Bookmark>>,
    script: Vec<Step>,
    late: bool,
}

impl Scene {
    fn of(name: &'static str, issue: Issue) -> Self {
        let issue = Arc::new(issue);
        let bookmarks = bookmarks(&issue, 5_000);
        Self { name, places: IssuePlaces::new(&issue), issue, bookmarks, script: all_keys(), late: false }
    }

    /// The issue was read before, deep in each of its first articles.
    fn left(mut self) -> Self {
        for nth in 0..self.issue.article_count().min(2_000) {
            let deep =
                self.issue.article(ArticleNo(nth)).map_or(0, |(_, article)| article.body.len() * 3 / 4);
            let at = Position::new(Part::Block(deep), 7);
            self.places.leave(&self.issue, ArticleNo(nth), at, Timestamp::UNIX_EPOCH);
        }
        self.places.mark(&self.issue, ArticleNo(0), true, Timestamp::UNIX_EPOCH);
        self
    }

    fn run(&self) -> Vec<Busy> {
        let beside = Rc::new(RefCell::new(Beside::default()));
        let mut desk = Desk { beside: Rc::clone(&beside), bookmarks: self.bookmarks.clone(), changes: 0 };
        let look = Look {
            tongue: Tongue::Chinese,
            ambiguous: Ambiguous::Narrow,
            setting: Setting::default(),
            columns: None,
            read_after: Duration::ZERO,
        };
        // What takes long is worked out where the issue is opened.
        let opened = Opened::new(SOURCE.to_owned(), Arc::clone(&self.issue), None, None);
        let begun = Instant::now();
        let mut app = App::new(opened, SIZE, look);
        let update = begun.elapsed();
        let (_, news) = tui::queue();
        let now = Busy { name: "open at the start", size: SIZE, update, draw: Duration::ZERO };
        let mut script: VecDeque<Step> = self.script.clone().into();
        // The file has changed in its last words; then another issue of the same size is opened.
        let mut next = (*self.issue).clone();
        if let Some(block) = next.pages.last_mut().and_then(|page| page.articles.last_mut()?.body.last_mut())
        {
            block.text.push('。');
        }
        let next = Arc::new(next);
        let changed =
            Action::Changed(SOURCE.to_owned(), Arc::clone(&next), newsprint::parse::Doubts::default());
        script.push_back(Step { name: "reload", input: Input::News(Box::new(changed)) });
        let mut driver = Driver {
            script,
            beside: Rc::clone(&beside),
            places: self.places.clone(),
            late: self.late,
            since: Instant::now(),
            now,
            all: Vec::new(),
            _news: news,
        };
        let writer = Writer::new(io::sink(), || Ok((SIZE.width, SIZE.height)));
        let mut screen = Screen::new(writer);
        let themes = Theme::new(Colours::None).into();
        driver.since = Instant::now();
        tui::run(&mut screen, &mut driver, &mut desk, &mut app, &themes).expect("a sink takes everything");
        // Another issue.
        app.update(Action::ShowBookmarks);
        let mut all = driver.all;
        all.extend(Self::open_another(&mut app, next));
        all
    }

    fn open_another(app: &mut App, next: Arc<Issue>) -> Option<Busy> {
        let mut effects = app.update(Action::Open);
        let ticket = effects.drain(..).find_map(|effect| match effect {
            newsprint::tui::action::Effect::Open(ticket, ..) => Some(ticket),
            _ => None,
        })?;
        let opened = Opened::new(SOURCE.to_owned(), next, None, None);
        let begun = Instant::now();
        app.update(Action::Opened(ticket, Ok(Box::new(opened))));
        let update = begun.elapsed();
        Some(Busy { name: "another issue opens", size: SIZE, update, draw: Duration::ZERO })
    }
}

fn main() {
    let wish = std::env::args().nth(1).filter(|arg| !arg.starts_with('-'));
    let scenes = [
        Scene::of("one article of 10 MB", issue(1, 10_000, 1_000)),
        Scene::of("one article of 10 MB, left deep in it", issue(1, 10_000, 1_000)).left(),
        Scene { late: true, ..Scene::of("one article of 10 MB, late", issue(1, 10_000, 1_000)).left() },
        Scene::of("one article of 10 MB in one paragraph", issue(1, 1, 10_000_000)),
        Scene { late: true, ..Scene::of("one paragraph, late", issue(1, 1, 10_000_000)) },
        Scene::of("one article of 10 MB in one paragraph, Korean", korean(10_000_000)).left(),
        Scene { late: true, ..Scene::of("one paragraph, Korean, late", korean(10_000_000)).left() },
        Scene::of("one article of 255 kB in one paragraph, Korean", korean(255_000)).left(),
        Scene::of("4,400 articles, 10 MB", issue(4_400, 8, 290)).left(),
        Scene { late: true, ..Scene::of("4,400 articles, 10 MB, late", issue(4_400, 8, 290)) },
        // As long as an issue may be that is worked on at once.
        Scene::of("250 articles, 255 kB", issue(250, 3, 290)).left(),
        Scene::of("one article of 255 kB", issue(1, 255, 1_000)).left(),
        Scene::of("one article of 255 kB in one paragraph", issue(1, 1, 255_000)).left(),
        Scene::of("100,000 articles", issue(100_000, 1, 60)).left(),
        Scene { late: true, ..Scene::of("100,000 articles, late", issue(100_000, 1, 60)) },
    ];
    for scene in scenes.iter().filter(|scene| wish.as_ref().is_none_or(|wish| scene.name.contains(wish))) {
        let mut runs: Vec<Vec<Busy>> = (0..RUNS).map(|_| scene.run()).collect();
        let mut least = runs.pop().unwrap_or_default();
        for (n, busy) in least.iter_mut().enumerate() {
            for other in runs.iter().filter_map(|run| run.get(n)) {
                busy.update = busy.update.min(other.update);
                busy.draw = busy.draw.min(other.draw);
            }
        }
        let mut slowest: BTreeMap<&str, Busy> = BTreeMap::new();
        for busy in least {
            let most = slowest.entry(busy.name).or_insert(busy);
            if busy.all() > most.all() {
                *most = busy;
            }
        }
        println!("\n{}", scene.name);
        let mut rows: Vec<_> = slowest.into_values().collect();
        rows.sort_by_key(|busy| std::cmp::Reverse(busy.all()));
        for busy in rows {
            let over = if busy.all() > ENOUGH { "  <-- over 8 ms" } else { "" };
            let Busy { name, size: Size { width, height }, update, draw } = busy;
            let ms = |time: Duration| time.as_secs_f64() * 1000.0;
            let (update, draw) = (ms(update), ms(draw));
            println!(
                "  {name:<24} {width:>3}×{height:<3} update {update:>8.2} ms   draw {draw:>6.2} ms{over}"
            );
        }
    }
}
