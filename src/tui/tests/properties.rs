//! What holds for every key at every size.

use proptest::prelude::*;

use super::*;
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
            assert_whole(&bench.frame());
            let article = bench.app.reading.article();
            prop_assert!(bench.app.reading.issue().article(article).is_some());
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
