//! A hundred thousand random inputs through the real loop: keys, the mouse, pastes, resizes, answers of the terminal,
//! answers that come late, files that change, disks that fail, other readers at the same bookmarks.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use super::properties::assert_sound;
use super::states::{kept, paper, shelf};
use super::*;
use crate::issue::{ArticleNo, Position};
use crate::parse::Doubts;
use crate::tui::action::MouseAction;
use crate::tui::keymap::{BINDINGS, Context};
use crate::tui::probe::Ground;

/// So many inputs in each of so many walks, at the same time.
const INPUTS: usize = 25_000;
const WALKS: u64 = 4;
/// So many of the last inputs are named when something breaks.
const NAMED: usize = 24;

/// `SplitMix64`.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mix = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mix = (mix ^ (mix >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mix ^ (mix >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() >> 1).unwrap_or(0) % limit.max(1)
    }

    fn cells(&mut self, limit: usize) -> u16 {
        u16::try_from(self.below(limit)).unwrap()
    }

    fn one_of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    /// True once in so many times.
    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }
}

/// What is pasted and typed: what is there to be found, what is not, and what no terminal may be sent.
const TEXTS: [&str; 12] = [
    "铅字",
    "本报讯",
    "纸",
    "the",
    "鹦鹉",
    "",
    "一行\n两行\t三",
    "\u{1b}[2J\u{7}\u{0}",
    "👩‍👩‍👧é\u{301}ｶﾞ",
    "\u{202e}סוף\u{200b}",
    "……——“”",
    "/home/reader/kept.json",
];

/// An issue whose text does what it should not.
fn nasty() -> Issue {
    let mut issue = paper();
    for (n, article) in issue.pages.iter_mut().flat_map(|page| &mut page.articles).enumerate() {
        article.headline.push(TEXTS[n % TEXTS.len()].to_owned());
        article.byline = Some(TEXTS[(n + 5) % TEXTS.len()].repeat(n).into());
        article
            .body
            .extend(TEXTS.iter().map(|text| Block { text: text.repeat(n % 7 * 9), ..Block::default() }));
    }
    issue
}

/// `issue` as somebody has corrected it.
fn corrected(issue: &Issue, random: &mut Random) -> Issue {
    let mut next = issue.clone();
    let page = random.below(next.pages.len());
    let Some(page) = next.pages.get_mut(page) else { return paper() };
    let n = random.below(page.articles.len());
    match random.below(6) {
        0 if !page.articles.is_empty() => {
            page.articles.remove(n);
        }
        1 => page.articles.insert(n, article("", &["新到的消息"], "", &["刚刚收到的消息。"])),
        2 => page.articles.truncate(n),
        3 => page.articles.reverse(),
        _ => {
            let Some(article) = page.articles.get_mut(n) else { return next };
            let block = random.below(article.body.len());
            match article.body.get_mut(block) {
                Some(block) if random.once_in(2) => block.text.insert_str(0, "更正："),
                Some(_) => {
                    article.body.remove(block);
                }
                None => article.body.push(Block { text: "补记。".to_owned(), ..Block::default() }),
            }
        }
    }
    next
}

/// A reader, and what was done to it last.
struct Walk {
    random: Random,
    bench: Bench,
    keys: Vec<Key>,
    last: VecDeque<String>,
}

impl Walk {
    fn new(seed: u64) -> Self {
        let mut random = Random(seed);
        let bench = reader(&mut random);
        let named = "<Enter><Esc><Tab><Backspace><Up><Down><Left><Right><End><PgDn><F1><C-w><C-k><C-u><C-n>";
        let plain = "0123456789铅字 xX?";
        let typed = parse_keys(named).into_iter().chain(parse_keys(plain)).filter_map(|input| match input {
            Input::Key(key) => Some(key),
            _ => None,
        });
        let keys = BINDINGS.iter().flat_map(|binding| binding.keys.iter().copied()).chain(typed).collect();
        Self { random, bench, keys, last: VecDeque::new() }
    }

    fn note(&mut self, what: String) {
        if self.last.len() == NAMED {
            self.last.pop_front();
        }
        self.last.push_back(what);
    }

    fn step(&mut self) {
        match self.random.below(100) {
            0..70 => {
                let key = self.random.one_of(&self.keys);
                // Nobody comes far who leaves at every thirtieth key.
                let leaves = matches!(key.name().as_str(), "q" | "Ctrl-c");
                if leaves && !self.random.once_in(16) {
                    return;
                }
                self.give(&key.name(), Input::Key(key));
            }
            70..78 => {
                let size = self.bench.app.size;
                let (x, y) = (
                    self.random.cells(usize::from(size.width) + 2),
                    self.random.cells(usize::from(size.height) + 2),
                );
                let what = [
                    MouseAction::Press,
                    MouseAction::Drag,
                    MouseAction::Release,
                    MouseAction::Wheel(1),
                    MouseAction::Wheel(-3),
                ];
                let mouse = Mouse { x, y, what: self.random.one_of(&what) };
                self.give(&format!("{mouse:?}"), Input::Mouse(mouse));
            }
            78..81 => {
                let text = self.random.one_of(&TEXTS);
                self.give(&format!("paste {text:?}"), Input::Pasted(text.to_owned()));
            }
            81..88 => {
                let (width, height) = match self.random.below(8) {
                    0 => (self.random.cells(4), self.random.cells(4)),
                    1 => (self.random.cells(240), self.random.cells(70)),
                    2..5 => (self.random.cells(50), self.random.cells(16)),
                    _ => (self.random.cells(120), self.random.cells(30)),
                };
                self.note(format!("{width}×{height}"));
                let before = self.place();
                self.bench.resize(width, height);
                self.check(Some(before));
            }
            88..91 => {
                let answers = Answers {
                    ambiguous: self.random.one_of(&[None, Some(Ambiguous::Narrow), Some(Ambiguous::Wide)]),
                    big: self.random.one_of(&[None, Some(true), Some(false)]),
                    ground: self.random.one_of(&[None, Some(Ground::Light), Some(Ground::Dark)]),
                };
                self.give(&format!("{answers:?}"), Input::Answered(answers));
            }
            91..93 => {
                let next = Arc::new(corrected(self.bench.app.reading.issue(), &mut self.random));
                let source = self.random.one_of(&[self.bench.app.source().to_owned(), "other".to_owned()]);
                self.give(
                    "the file changes",
                    Input::News(Box::new(Action::Changed(source, next, Doubts::default()))),
                );
            }
            93..96 => {
                self.note("late answers come".to_owned());
                self.bench.desk.slow = false;
                self.bench.desk.answer();
                self.run([]);
                self.check(None);
            }
            96 => {
                self.note("answers will be late".to_owned());
                self.bench.desk.slow = true;
            }
            97 => {
                self.note("another reader takes a bookmark away, and the disk changes its mind".to_owned());
                let n = self.random.below(self.bench.desk.kept.len());
                if n < self.bench.desk.kept.len() {
                    self.bench.desk.kept.remove(n);
                }
                let full = self.random.once_in(3).then(|| "the disk is full".to_owned());
                self.bench.desk.failing = full;
                self.bench.desk.read_bookmarks();
                self.run([]);
                self.check(None);
            }
            98 => self.give("continued", Input::Continued),
            _ => {
                self.note("a new reader".to_owned());
                self.bench = reader(&mut self.random);
                self.check(None);
            }
        }
    }

    /// Gives an input to the loop. What is no movement leaves the reader where he is.
    fn give(&mut self, name: &str, input: Input) {
        self.note(name.to_owned());
        let stays = match &input {
            Input::Key(key) => {
                let context = self.bench.app.context();
                self.bench.app.keymap.action(*key, context).is_none_or(|action| stays(&action, context))
            }
            Input::Answered(_) | Input::Continued => true,
            _ => false,
        };
        let before = (stays && !self.bench.desk.slow && !self.bench.desk.is_late()).then(|| self.place());
        self.run([input]);
        self.check(before);
    }

    fn run<const N: usize>(&mut self, inputs: [Input; N]) {
        if self.bench.run(inputs) == Ending::Quit {
            self.note("left".to_owned());
            self.bench = reader(&mut self.random);
        }
    }

    fn place(&self) -> (ArticleNo, Position) {
        (self.bench.app.reading.article(), self.bench.app.reading.place())
    }

    fn check(&self, before: Option<(ArticleNo, Position)>) {
        assert_sound(&self.bench);
        // A new reader has no place of the old one.
        let left = self.last.back().is_some_and(|last| last == "left");
        if let Some(before) = before.filter(|_| !left) {
            assert_eq!(self.place(), before, "the reader was moved");
        }
        let (app, desk) = (&self.bench.app, &self.bench.desk);
        if !desk.slow && !desk.is_late() {
            assert_eq!(app.bookmarks, desk.kept, "the bookmarks on the screen are not those that are kept");
        }
    }
}

/// A reader of some issue at some size, some with bookmarks and a shelf.
fn reader(random: &mut Random) -> Bench {
    let issue = match random.below(8) {
        0..3 => issue(),
        3..5 => paper(),
        5 | 6 => nasty(),
        _ => Issue::new(),
    };
    let tongue = random.one_of(&[Tongue::Chinese, Tongue::English]);
    let columns = random.one_of(&[None, Some(2)]);
    let look = Look { columns, ..look(tongue, Ambiguous::Narrow) };
    let mut bench = Bench::with(issue, random.cells(130), random.cells(40), look);
    if random.once_in(2) {
        bench.app.never_at_once();
    }
    if random.once_in(2) {
        bench.desk.kept = kept();
    }
    if random.once_in(2) {
        bench.desk.shelf = shelf();
        bench.desk.hold("sample:huozi-2026-10-17", paper());
    }
    bench.desk.begun = false;
    bench.run([]);
    bench.desk.begun = true;
    bench
}

/// Whether what is done leaves the reader's place in the text as it is.
fn stays(action: &Action, context: Context) -> bool {
    use Action::*;
    match action {
        Digit(_) | SwitchPane | FocusList | FocusBody | ToggleBookmark | NoteBookmark | EditNote
        | EditTags | ShowBookmark | FilterBookmarks | RemoveBookmark | PutBack | ShowBookmarks
        | ShowShelf | ShowHelp | BodyAlone | Wider | Narrower | Columns | WiderList | NarrowerList
        | DefaultMeasure | ToggleScript | Search | Filter | Copy | Select | Redraw | Suspend | Quit
        | QuitNow => context != Context::Prompt,
        LineDown | LineUp | PageDown | PageUp | HalfDown | HalfUp | Top | Bottom => {
            context == Context::Overlay
        }
        _ => false,
    }
}

#[test]
fn a_hundred_thousand_inputs_break_nothing() {
    let walk = |seed: u64| {
        let mut walk = Walk::new(seed);
        for n in 0..INPUTS {
            if let Err(panic) = catch_unwind(AssertUnwindSafe(|| walk.step())) {
                let last: Vec<&str> = walk.last.iter().map(String::as_str).collect();
                let size = walk.bench.app.size;
                return Err((format!("seed {seed}, input {n}, {size:?}; the last were {last:#?}"), panic));
            }
        }
        Ok(())
    };
    let results: Vec<_> = std::thread::scope(|threads| {
        let walks: Vec<_> = (0..WALKS).map(|seed| threads.spawn(move || walk(seed))).collect();
        walks.into_iter().map(|walk| walk.join().unwrap()).collect()
    });
    if let Some((where_from, panic)) = results.into_iter().find_map(Result::err) {
        let said = panic.downcast_ref::<String>().cloned();
        match said {
            Some(said) => panic!("{said}\n{where_from}"),
            None => resume_unwind(panic),
        }
    }
}
