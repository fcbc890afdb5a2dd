//! What the typesetter thinks a text's width is, and how far the screen library moves when it prints it, are one.

use newsprint::typeset::{Ambiguous, Columns, Widths, sanitize, width};
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// A screen of one long row with `text` on it, and how far the cursor moved.
fn print(text: &str) -> (Buffer, u16) {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 4000, 1));
    let (x, _) = buffer.set_stringn(0, 0, text, usize::MAX, Style::default());
    (buffer, x)
}

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[一-龥]{1,4}",
        "[，。、；：！？“”‘’—…·①■℃～￥]",
        "[ -~]{1,6}",
        "[α-ωА-я─-╿é]",
        "[ぁ-ヿｦ-ﾟ]{1,4}",
        "[\u{1100}-\u{11FF}가-힣]{1,4}",
        "[\u{300}-\u{36F}\u{3099}\u{309A}\u{FE00}-\u{FE0F}\u{200B}-\u{200F}]",
        "[👍👩👧🇨🇳☀\u{1F3FD}\u{1F469}❤]",
        "[\u{0}-\u{1F}\u{7F}-\u{9F}]",
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn a_text_is_as_wide_as_the_screen_draws_it(text in text()) {
        prop_assert_eq!(Widths::new(Ambiguous::Narrow).text(&text), Columns(usize::from(print(&text).1)));
    }

    #[test]
    fn a_printable_text_is_drawn_whole(text in text()) {
        let shown = sanitize::printable(&text);
        let (buffer, end) = print(&shown);
        let mut drawn = String::new();
        let mut x = 0;
        while x < end {
            let symbol = buffer[(x, 0)].symbol();
            drawn.push_str(symbol);
            x += u16::try_from(Widths::default().cluster(symbol).0).unwrap();
        }
        prop_assert_eq!(drawn, shown);
    }

    #[test]
    fn a_cut_text_fits(text in text(), columns in 0_usize..40, wide in any::<bool>()) {
        let widths = Widths::new(if wide { Ambiguous::Wide } else { Ambiguous::Narrow });
        let cut = width::fit(&text, Columns(columns), widths);
        prop_assert!(widths.text(&cut) <= Columns(columns));
    }
}
