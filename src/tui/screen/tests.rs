use std::sync::Arc;

use proptest::prelude::*;
use ratatui::backend::TestBackend;

use super::*;
use crate::issue::{Article, Block, Issue, Page};
use crate::tui::action::{Action, Opened};
use crate::tui::app::{App, Look};
use crate::tui::layout;
use crate::tui::panes;
use crate::tui::probe::Answers;
use crate::tui::theme::{Colours, Theme};
use crate::tui::words::Tongue;
use crate::typeset::{Ambiguous, Setting};

fn painted(text: &str, ambiguous: Ambiguous, big: bool, width: u16, height: u16) -> Buffer {
    let body = vec![Block { text: text.to_owned(), ..Block::default() }];
    let article = Article { headline: vec![text.chars().take(20).collect()], body, ..Article::default() };
    let pages = vec![Page { articles: vec![article], ..Page::default() }];
    let issue = Issue { pages, ..Issue::default() };
    let look = Look {
        tongue: Tongue::Chinese,
        ambiguous,
        setting: Setting::default(),
        columns: None,
        read_after: std::time::Duration::ZERO,
    };
    let size = layout::Size { width, height };
    let mut app = App::new(Opened::new(String::new(), Arc::new(issue), None, None), size, look);
    let answers = Answers { big: Some(big), ..Answers::default() };
    app.update(Action::Answered(answers));
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    panes::draw(&app, &Theme::new(Colours::Sixteen), &mut buffer);
    buffer
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// A first frame is what a comparison with a blank buffer finds.
    #[test]
    fn what_is_not_blank_is_what_differs_from_a_blank_buffer(
        text in "[ a月“—①が☀️👍🏽ｶﾞ。]{0,200}",
        wide in any::<bool>(),
        big in any::<bool>(),
        (width, height) in (1..130_u16, 1..45_u16),
    ) {
        let ambiguous = if wide { Ambiguous::Wide } else { Ambiguous::Narrow };
        let buffer = painted(&text, ambiguous, big, width, height);
        let blank = Buffer::empty(buffer.area);
        prop_assert_eq!(not_blank(&buffer).collect::<Vec<_>>(), blank.diff_iter(&buffer).collect::<Vec<_>>());
    }
}

#[test]
fn a_screen_of_another_size_is_drawn_anew() {
    let mut screen = Screen::new(TestBackend::new(6, 2));
    let paint = |text: &'static str| {
        move |buffer: &mut Buffer| {
            buffer.set_string(0, 0, text, ratatui::style::Style::new());
            None
        }
    };
    screen.draw(paint("abcdef")).unwrap();
    screen.draw(paint("ab")).unwrap();
    screen.backend().assert_buffer_lines(["ab    ", "      "]);
    screen.backend_mut().resize(4, 1);
    screen.draw(paint("xy")).unwrap();
    screen.backend().assert_buffer_lines(["xy  "]);
    screen.clear().unwrap();
    screen.draw(paint("z")).unwrap();
    screen.backend().assert_buffer_lines(["z   "]);
}
