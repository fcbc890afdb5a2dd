use std::cell::Cell as Shared;
use std::sync::Arc;

use proptest::prelude::*;
use ratatui::buffer::{Buffer, CellDiffOption, CellWidth};
use unicode_segmentation::UnicodeSegmentation;

use super::super::action::{Effect, Opened};
use super::super::app::{App, Look as Appearance};
use super::super::keymap::Key;
use super::super::layout::Size;
use super::super::paint::DOUBLE;
use super::super::probe::Answers;
use super::super::screen::Screen;
use super::super::tests::{issue, parse_keys};
use super::super::theme::{Colours, Theme};
use super::super::words::Tongue;
use super::super::{Input, action::Action, panes};
use super::emulator::Emulator;
use super::*;
use crate::issue::Issue;
use crate::typeset::width::{Columns, Widths};
use crate::typeset::{Ambiguous, Scale, Setting};

thread_local! {
    static SIZE: Shared<(u16, u16)> = const { Shared::new((80, 24)) };
}

#[expect(clippy::unnecessary_wraps, reason = "the size of a real terminal can fail")]
fn size() -> io::Result<(u16, u16)> {
    Ok(SIZE.get())
}

/// An app on our own backend, and an emulator that sees what it writes.
struct Bench {
    app: App,
    terminal: Screen<Writer<Vec<u8>>>,
    emulator: Emulator,
    read: usize,
}

impl Bench {
    fn new(width: u16, height: u16, ambiguous: Ambiguous) -> Self {
        Self::of(issue(), width, height, ambiguous)
    }

    fn of(issue: Issue, width: u16, height: u16, ambiguous: Ambiguous) -> Self {
        Self::told(issue, width, height, ambiguous, ambiguous)
    }

    /// The terminal draws ambiguous characters as `drawn`, and we were told `ambiguous`.
    fn told(issue: Issue, width: u16, height: u16, ambiguous: Ambiguous, drawn: Ambiguous) -> Self {
        SIZE.set((width, height));
        let look = Appearance {
            tongue: Tongue::Chinese,
            ambiguous,
            setting: Setting::default(),
            columns: None,
            read_after: std::time::Duration::ZERO,
        };
        let app = App::new(
            Opened::new("first".to_owned(), Arc::new(issue), None, None),
            Size { width, height },
            look,
        );
        let terminal = Screen::new(Writer::new(Vec::new(), size));
        let emulator = Emulator::new(width.into(), height.into(), Widths::new(drawn));
        let mut bench = Self { app, terminal, emulator, read: 0 };
        bench.frame();
        bench
    }

    /// The terminal draws text of double size, and has said so.
    fn with_big_headlines(mut self) -> Self {
        self.emulator.sizes = true;
        self.app.update(Action::Answered(Answers { big: Some(true), ..Answers::default() }));
        self.frame();
        self
    }

    /// Draws, and returns the bytes of the frame.
    fn frame(&mut self) -> Vec<u8> {
        let app = &self.app;
        self.terminal
            .draw(|buffer| {
                panes::draw(app, &Theme::new(Colours::Sixteen), buffer);
                None
            })
            .unwrap();
        let written = self.terminal.backend().out()[self.read..].to_vec();
        self.read += written.len();
        self.emulator.feed(&written);
        written
    }

    fn press(&mut self, keys: &str) -> Vec<u8> {
        for input in parse_keys(keys) {
            if let Input::Key(key) = input {
                self.act(key);
            }
        }
        self.frame()
    }

    fn act(&mut self, key: Key) {
        if let Some(action) = self.app.keymap.action(key, self.app.context()) {
            self.app.update(action);
        }
    }

    fn resize(&mut self, width: u16, height: u16) {
        SIZE.set((width, height));
        self.emulator.resize(width.into(), height.into());
        for effect in self.app.update(Action::Resized(Size { width, height })) {
            if matches!(effect, Effect::Repaint) {
                self.terminal.clear().unwrap();
            }
        }
        self.frame();
    }

    /// The emulator holds what the buffer says, cell for cell.
    #[track_caller]
    fn assert_agrees(&self) {
        let Size { width, height } = self.app.size;
        let mut expected = Buffer::empty(ratatui::layout::Rect::new(0, 0, width, height));
        panes::draw(&self.app, &Theme::new(Colours::Sixteen), &mut expected);
        for y in 0..height {
            let mut x = 0;
            while x < width {
                let cell = &expected[(x, y)];
                let shown = &self.emulator.cells[usize::from(y)][usize::from(x)];
                if cell.diff_option == CellDiffOption::Skip {
                    assert_eq!(*shown, None, "at {x},{y}, a lower half");
                    x += 1;
                    continue;
                }
                assert_eq!(shown.as_deref(), Some(cell.symbol()), "at {x},{y} of {width}×{height}");
                let cells = cell.cell_width().max(1);
                let below =
                    cell.symbol().starts_with(DOUBLE).then(|| &self.emulator.cells[usize::from(y) + 1]);
                for covered in
                    below.into_iter().flat_map(|below| &below[usize::from(x)..usize::from(x + cells)])
                {
                    assert_eq!(*covered, None, "the lower half of {:?}", cell.symbol());
                }
                for covered in x + 1..x + cells {
                    let shown = &self.emulator.cells[usize::from(y)][usize::from(covered)];
                    assert_eq!(*shown, None, "at {covered},{y}, the second half of {:?}", cell.symbol());
                }
                x += cells;
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// A terminal that draws ambiguous characters as the reader was told ends with exactly the buffer's screen.
    #[test]
    fn the_terminal_shows_the_buffer(
        steps in prop::collection::vec(prop_oneof![
            6 => prop::sample::select(vec!["j", "k", "J", "K", " ", "b", "d", "g", "G", "<Tab>", "?", "<Esc>", "B", "z", "+", "-", "3<Enter>"]).prop_map(Ok),
            1 => (1..130_u16, 1..50_u16).prop_map(Err),
        ], 1..40),
        wide: bool,
        big: bool,
    ) {
        let mut bench = Bench::new(100, 30, if wide { Ambiguous::Wide } else { Ambiguous::Narrow });
        if big {
            bench = bench.with_big_headlines();
        }
        bench.assert_agrees();
        for step in steps {
            match step {
                Ok(keys) => {
                    bench.press(keys);
                }
                Err((width, height)) => bench.resize(width, height),
            }
            bench.assert_agrees();
        }
    }
}

/// The bytes of all clusters that differ between two screens, blanks not counted.
fn changed(before: &[Vec<Option<String>>], after: &[Vec<Option<String>>]) -> usize {
    let cells = before.iter().flatten().zip(after.iter().flatten());
    cells
        .filter(|(old, new)| old != new)
        .filter_map(|(_, new)| new.as_deref())
        .filter(|text| *text != " ")
        .map(str::len)
        .sum()
}

/// A page as full as a real one: a long article, and a list of stories beside it.
fn full_page() -> Issue {
    let mut issue = issue();
    let long = issue.pages[0].articles[0].clone();
    issue.pages[0].articles.extend(std::iter::repeat_n(long, 8));
    for block in &mut issue.pages[0].articles[0].body {
        block.text = block.text.repeat(4);
    }
    issue
}

#[test]
fn a_first_frame_and_a_scrolled_line_cost_little_more_than_their_text() {
    let mut bench = Bench::of(full_page(), 120, 40, Ambiguous::Narrow);
    let blank = vec![vec![Some(" ".to_owned()); 120]; 40];
    bench.terminal.clear().unwrap();
    let first = bench.frame().len();
    let text = changed(&blank, &bench.emulator.cells);
    assert!(first * 10 <= text * 13, "a first frame of {first} bytes for {text} bytes of text");
    bench.press("l");
    for _ in 0..4 {
        let before = bench.emulator.cells.clone();
        let scrolled = bench.press("j").len();
        let text = changed(&before, &bench.emulator.cells);
        assert!(scrolled * 10 <= text * 13, "a scroll of {scrolled} bytes for {text} bytes of text");
    }
}

#[test]
fn nothing_changed_is_nothing_written() {
    let mut bench = Bench::new(100, 30, Ambiguous::Narrow);
    assert_eq!(bench.frame(), b"");
    assert_ne!(bench.press("J"), b"");
    assert_eq!(bench.frame(), b"");
}

/// A narrow terminal whose font draws the marks wide: told that they are, each has a blank cell for the rest of its ink.
#[test]
fn a_mark_that_is_said_to_be_wide_has_room_on_a_narrow_terminal() {
    let mut bench = Bench::told(full_page(), 100, 30, Ambiguous::Wide, Ambiguous::Narrow);
    let mut rooms = 0;
    for keys in ["", "j", "j", "j", "k", " ", "J", "?", "<Esc>", "d", "K", "z", "j", "b", "G", "g"] {
        bench.press(keys);
        let mut expected = Buffer::empty(ratatui::layout::Rect::new(0, 0, 100, 30));
        panes::draw(&bench.app, &Theme::new(Colours::Sixteen), &mut expected);
        for (y, row) in (0..).zip(&bench.emulator.cells) {
            let mut x = 0;
            while x < 100 {
                let cell = &expected[(x, y)];
                assert_eq!(row[usize::from(x)].as_deref(), Some(cell.symbol()), "at {x},{y} after {keys:?}");
                if Widths::new(Ambiguous::Narrow).text(cell.symbol()) == Columns(1) && cell.cell_width() == 2
                {
                    assert_eq!(row[usize::from(x) + 1].as_deref(), Some(" "), "after {x},{y} after {keys:?}");
                    rooms += 1;
                }
                x += cell.cell_width().max(1);
            }
        }
    }
    assert!(rooms > 100, "{rooms}");
}

/// A terminal that draws ambiguous characters wide although we were told otherwise breaks those and nothing else.
#[test]
fn a_wrong_width_stays_where_it_is() {
    let bench = Bench::new(100, 30, Ambiguous::Narrow);
    let written = bench.terminal.backend().out().clone();
    let mut wide = Emulator::new(200, 30, Widths::new(Ambiguous::Wide));
    wide.feed(&written);
    for (right, wrong) in bench.emulator.cells.iter().zip(&wide.cells) {
        // Whatever follows an ambiguous character was put where it belongs: from the second cell after it on.
        let mut since = 0;
        for (x, cell) in right.iter().enumerate() {
            let ambiguous = cell.as_deref().is_some_and(|text| {
                text.graphemes(true).any(|cluster| {
                    Widths::new(Ambiguous::Wide).cluster(cluster)
                        > Widths::new(Ambiguous::Narrow).cluster(cluster)
                })
            });
            since = if ambiguous { 0 } else { since + 1 };
            if since > 2 && x > 2 {
                assert_eq!(cell, &wrong[x], "column {x}");
            }
        }
    }
    assert_eq!(Widths::new(Ambiguous::Wide).text("“"), Columns(2));
    bench.assert_agrees();
}

/// Byte for byte what kitty's protocol wants: one block for each cluster, at twice its cells.
#[test]
fn a_big_headline_is_a_block_for_each_cluster() {
    let mut bench = Bench::new(100, 30, Ambiguous::Narrow).with_big_headlines();
    bench.terminal.clear().unwrap();
    let written = String::from_utf8(bench.frame()).unwrap();
    for block in ["\x1b]66;s=2:w=2;铅\x1b\\", "\x1b]66;s=2:w=1;“\x1b\\"] {
        assert!(written.contains(block), "{block:?} is not in {written:?}");
    }
    bench.assert_agrees();
    assert_eq!(bench.frame(), b"");
    // A line further the first block is cut by the pane's edge: as text, and no trace of it is left.
    let top = bench.app.reading.set().lines().iter().position(|line| line.scale == Scale::Double).unwrap();
    bench.press("l");
    for _ in 0..=top {
        bench.press("j");
        bench.assert_agrees();
    }
    let row: String = bench.emulator.cells[1].iter().flatten().map(String::as_str).collect();
    assert!(row.contains("铅字醒来") && !row.contains("\x1b]66;s=2:w=2;铅"), "{row}");
    bench.press("j");
    bench.assert_agrees();
}

/// Where nothing was detected no byte of it is written.
#[test]
fn without_an_answer_no_headline_is_big() {
    let mut bench = Bench::new(100, 30, Ambiguous::Narrow);
    bench.app.update(Action::Answered(Answers { big: Some(false), ..Answers::default() }));
    bench.press("jkljgG?q");
    let written = String::from_utf8(bench.terminal.backend().out().clone()).unwrap();
    assert!(!written.contains("\x1b]66"), "{written:?}");
}
