//! What holds for every key at every size.

use proptest::prelude::*;

use super::states::STATES;
use super::*;
use crate::tui::app::{Overlay, Picker, Row};
use crate::typeset::Role;

/// Every key that means something, and some that don't.
fn keys() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "j", "k", "J", "K", "]", "[", " ", "b", "d", "u", "g", "G", "<Tab>", "<Enter>", "<Esc>", "m", "B",
        "'", "i", "?", "z", "+", "-", "=", "h", "l", "1", "3", "9", "<PgDn>", "/", "n", "N", "f", "y", "v",
        "<C-o>", "<C-p>", "铅", "M", "e", "t", "o", "<Left>", "<C-w>", "c", "<C-f>", "<C-b>", "<C-l>",
        "<C-z>", "x", "文", "r", "R",
    ])
}

fn steps() -> impl Strategy<Value = Vec<Result<&'static str, (u16, u16)>>> {
    let size = (prop_oneof![0..6_u16, 20..230_u16], prop_oneof![0..5_u16, 5..50_u16]);
    prop::collection::vec(prop_oneof![8 => keys().prop_map(Ok), 1 => size.prop_map(Err)], 1..60)
}

/// Every wide character has its second half blank, nothing else stands there, and none crosses the right edge.
fn assert_whole(buffer: &Buffer) {
    for y in 0..buffer.area.height {
        let mut x = 0;
        while x < buffer.area.width {
            let width = buffer[(x, y)].cell_width().max(1);
            assert!(x + width <= buffer.area.width, "a character crosses the edge at {x},{y}");
            for covered in x + 1..x + width {
                assert_eq!(buffer[(covered, y)].symbol(), " ", "{covered},{y} is covered and not blank");
            }
            x += width;
        }
    }
}

/// What holds in every state at every size.
pub(super) fn assert_sound(bench: &Bench) {
    assert_whole(&bench.frame());
    let app = &bench.app;
    let (reading, size, layout) = (&app.reading, app.size, app.layout());
    let article = reading.article();
    let count = reading.issue().article_count();
    assert!(article.0 < count.max(1), "article {} of {count} at {size:?}", article.0);
    let (top, lines) = (reading.top(), reading.set().lines().len());
    assert!(top < lines.max(1), "the top is line {top} of {lines} at {size:?}");
    assert!(reading.percent(layout.middle.height.into()) <= 100);
    if let Some(selection) = app.selection {
        let blocks = reading.current().map_or(0, |(_, article)| article.body.len());
        assert!(selection.blocks().end <= blocks, "{selection:?} of {blocks}");
    }
    let is_listed = app.contents.step_from(article, 0) == Some(article);
    if layout.list.is_some() && is_listed {
        let is_title = |row: &Row| matches!(row, Row::Title { article: of, .. } if *of == article);
        assert!(
            app.contents.rows().iter().any(is_title),
            "{article:?} is not in the list's window at {size:?}"
        );
    }
    if app.panes == layout::Panes::BodyAlone {
        assert_eq!(app.focus, layout::Focus::Body);
    }
    match &app.overlay {
        Overlay::Bookmarks => assert_picked(app.cards.picker(), app.cards.all().len()),
        Overlay::Shelf(picker) => assert_picked(*picker, app.shelf.len()),
        _ => {}
    }
    if let Some(cursor) = panes::cursor(app) {
        assert!(cursor.x < size.width && cursor.y < size.height, "the cursor is at {cursor:?} of {size:?}");
    }
}

fn assert_picked(picker: Picker, count: usize) {
    assert!(picker.first() <= picker.selected() && picker.selected() < count.max(1), "{picker:?} of {count}");
}

/// The terminal says whether it draws text of double size.
fn big_headlines(big: bool) -> Input {
    Input::Answered(Answers { big: Some(big), ..Answers::default() })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// No key at any size panics or breaks the screen, with ambiguous characters narrow and wide.
    #[test]
    fn no_key_at_any_size_breaks_the_screen(
        steps in steps(),
        wide: bool,
        big: bool,
        beside: bool,
        turns: bool,
    ) {
        let ambiguous = if wide { Ambiguous::Wide } else { Ambiguous::Narrow };
        let issue = if turns { super::places::story() } else { issue() };
        let mut bench = Bench::with(issue, 100, 30, look(Tongue::Chinese, ambiguous));
        bench.run([big_headlines(big)]);
        if beside {
            bench.app.never_at_once();
        }
        for step in steps {
            match step {
                Ok(keys) => {
                    bench.press(keys);
                }
                Err((width, height)) => {
                    bench.resize(width, height);
                }
            }
            assert_sound(&bench);
        }
    }

    /// However the terminal changes its size, the words at the top stay, and the old size brings the old screen.
    #[test]
    fn a_storm_of_resizes_keeps_the_place(down in 0..40_usize, sizes in prop::collection::vec((1..200_u16, 1..60_u16), 1..12), big: bool) {
        let mut bench = Bench::new(issue(), 100, 30);
        bench.run([big_headlines(big)]);
        bench.press("l").press(&"j".repeat(down));
        let (before, place) = (bench.picture(), bench.app.reading.place());
        for (width, height) in sizes {
            bench.resize(width, height);
            prop_assert_eq!(bench.app.reading.place(), place);
            let set = bench.app.reading.set();
            if down > 0 && !set.lines().is_empty() {
                let (top, line) = (bench.app.reading.top(), set.line_at(place));
                prop_assert!(top <= line && set.lines()[top..line].iter().all(|line| line.role == Role::Blank));
            }
        }
        bench.resize(100, 30);
        prop_assert_eq!(bench.picture(), before);
    }
}

/// Every width to 100 in every height to 30, and larger screens from each of which something may be missing.
fn every_size() -> impl Iterator<Item = (u16, u16)> {
    let small = (1..=30).flat_map(|height| (1..=100).map(move |width| (width, height)));
    let large =
        (1..=70).step_by(3).flat_map(|height| (101..=220).step_by(7).map(move |width| (width, height)));
    small.chain(large)
}

/// Every state of the screen is sound at every size, in the one or the other tongue and width of ambiguous characters.
#[test]
fn every_state_at_every_size() {
    let walk = |tongue, ambiguous, turn| {
        for state in STATES {
            let mut bench = state.bench(80, 24, look(tongue, ambiguous));
            for (width, height) in every_size().filter(|(width, height)| (width + height) % 2 == turn) {
                bench.app.update(Action::Resized(Size { width, height }));
                assert_sound(&bench);
            }
        }
    };
    std::thread::scope(|threads| {
        threads.spawn(|| walk(Tongue::Chinese, Ambiguous::Narrow, 0));
        threads.spawn(|| walk(Tongue::English, Ambiguous::Wide, 1));
    });
}

#[test]
fn an_issue_without_articles_and_one_without_words_can_be_walked() {
    let empty = Article::default();
    let page = Page { id: String::new(), articles: vec![empty], ..Page::default() };
    for issue in [Issue::new(), Issue { pages: vec![page], ..Issue::new() }] {
        for (width, height) in [(100, 30), (40, 10), (1, 1)] {
            let mut bench = Bench::new(issue.clone(), width, height);
            bench.press("jkJK  bbdugGmB<Enter><Esc>i1<Enter><Tab>jm?q+-=z ");
            assert_whole(&bench.frame());
            assert!(bench.desk.kept.is_empty(), "there are no words to keep");
        }
    }
}
