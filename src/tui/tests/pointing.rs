//! What a click does, where something stands that it can be meant for.

use super::*;
use crate::issue::ArticleNo;
use crate::tui::action::{Mouse, MouseAction};
use crate::tui::app::Overlay;

/// Clicks where `text` is on the screen, `by` columns from its first cell.
fn click(bench: &mut Bench, text: &str, by: u16) {
    let frame = bench.frame();
    let first = text.chars().next().unwrap().to_string();
    let (x, y) = (0..frame.area.height)
        .flat_map(|y| (0..frame.area.width).map(move |x| (x, y)))
        .find(|(x, y)| {
            let mut row = String::new();
            let mut x = *x;
            while x < frame.area.width && row.len() < text.len() {
                row.push_str(frame[(x, *y)].symbol());
                x += frame[(x, *y)].cell_width().max(1);
            }
            row.starts_with(&first) && row == text
        })
        .unwrap_or_else(|| panic!("no {text} in\n{}", bench.picture()));
    bench.run([Input::Mouse(Mouse { x: x + by, y, what: MouseAction::Press })]);
}

fn at(bench: &Bench) -> usize {
    bench.app.reading.article().0 + 1
}

/// The first article goes on in the third.
fn turning() -> Issue {
    let mut issue = issue();
    issue.pages[0].articles[0].body.truncate(2);
    issue.pages[0].articles[0].continued_to = Some("2".into());
    issue.pages[1].articles[0].continued_from = Some("1".into());
    issue
}

#[test]
fn a_click_on_a_pointer_goes_to_the_other_half() {
    for (width, height) in [(100, 24), (200, 30), (60, 30)] {
        let mut bench = Bench::new(turning(), width, height);
        bench.press("l");
        click(&mut bench, "▸", 3);
        assert_eq!(at(&bench), 3, "{width}");
        click(&mut bench, "◂", 2);
        assert_eq!(at(&bench), 1, "{width}");
        bench.press("<C-o>");
        assert_eq!(at(&bench), 3, "it was a jump");
    }
}

#[test]
fn a_click_on_a_bookmark_shows_it() {
    for (width, height) in [(100, 24), (200, 30)] {
        let mut bench = Bench::new(issue(), width, height);
        bench.press("ljjm");
        let frame = bench.frame();
        let list = bench.app.layout().list.unwrap();
        let mark = (0..height)
            .flat_map(|y| (list.right()..width).map(move |x| (x, y)))
            .find(|at| frame[*at].symbol() == "◆")
            .unwrap();
        bench.run([Input::Mouse(Mouse { x: mark.0, y: mark.1, what: MouseAction::Press })]);
        assert!(matches!(bench.app.overlay, Overlay::Card(_)), "{}", bench.picture());
        bench.press("<Esc><Esc>");
        click(&mut bench, "◆", 0);
        assert!(matches!(bench.app.overlay, Overlay::Card(_)), "{}", bench.picture());
    }
}

#[test]
fn a_click_in_the_list_means_what_stands_there() {
    let mut bench = Bench::new(issue(), 100, 24);
    click(&mut bench, "第2版 副刊", 0);
    assert_eq!(at(&bench), 3, "a page's heading is its first article");
    bench.press("r");
    click(&mut bench, "✓", 0);
    assert!(!bench.app.record.is_read(ArticleNo(2)));
}
