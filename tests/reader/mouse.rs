//! The mouse, as a terminal sends it.

#![expect(clippy::unwrap_used, reason = "a test that cannot write its settings must fail")]

use super::CHINESE;
use super::terminal::{Home, Reader};

/// A mouse event in the form of mode 1006; `x` and `y` count from 0.
fn event(button: u8, (x, y): (usize, usize), last: char) -> String {
    format!("\x1b[<{button};{};{}{last}", x + 1, y + 1)
}

fn press(at: (usize, usize)) -> String {
    event(0, at, 'M')
}

fn release(at: (usize, usize)) -> String {
    event(0, at, 'm')
}

fn drag(at: (usize, usize)) -> String {
    event(32, at, 'M')
}

/// Cells before the divider in a row of the screen.
fn divider(rows: &[String]) -> usize {
    rows.get(5).unwrap().split_once('│').unwrap().0.chars().map(|c| if c < '\u{2E80}' { 1 } else { 2 }).sum()
}

#[test]
fn the_wheel_scrolls_a_click_selects_and_the_divider_is_dragged() {
    let home = Home::new();
    let args = ["--ambiguous", "narrow", "--big-headlines", "never", CHINESE];
    let mut reader = Reader::start(&home, &args, 100, 30);
    let rows = reader.wait_for("活字走了近千年");
    let second = rows.iter().position(|row| row.contains("猎户座流星雨")).unwrap();
    let body = |rows: &[String], row: usize| rows[row].split_once('│').unwrap().1.to_owned();
    // The wheel over the body, three lines a step.
    let fourth = body(&rows, 4);
    reader.press(&event(65, (60, 10), 'M'));
    reader.wait_until("three lines further on", |rows| body(rows, 1) == fourth);
    reader.press(&event(64, (60, 10), 'M'));
    reader.wait_until("the start", |rows| body(rows, 4) == fourth);
    reader.press(&press((8, second))).press(&release((8, second)));
    reader.wait_until("the second article", |rows| rows[0].ends_with("2/9"));
    let before = divider(&reader.rows());
    reader.press(&press((before, 9))).press(&drag((before + 3, 9))).press(&drag((before + 7, 9)));
    reader.wait_until("a wider list", |rows| divider(rows) == before + 7);
    // Released, it stays; what is neither button nor wheel of ours is no key and does nothing.
    let there = (before + 20, 9);
    let others = [event(35, there, 'M'), event(2, there, 'M'), event(2, there, 'm'), event(66, there, 'M')];
    reader.press(&release((before + 7, 9))).press(&others.concat()).press("J");
    let rows = reader.wait_until("the third article", |rows| rows[0].ends_with("3/9"));
    assert_eq!(divider(&rows), before + 7);
    reader.press("q");
    assert!(reader.wait_for_end().success());
    let output = String::from_utf8(reader.output()).unwrap();
    assert!(output.contains("\x1b[?1002h\x1b[?1006h") && output.contains("\x1b[?1006l\x1b[?1002l"));
    assert!(!output.contains("\x1b[?1003h"), "plain motion must not wake the program");
}

#[test]
fn a_mouse_that_is_the_terminals_is_never_asked_for() {
    let home = Home::with_config("mouse = false\n");
    let mut reader = Reader::start(&home, &[CHINESE], 100, 30);
    reader.wait_for("活字走了近千年");
    reader.press("q");
    assert!(reader.wait_for_end().success());
    let output = String::from_utf8(reader.output()).unwrap();
    for mode in ["?1000", "?1002", "?1003", "?1006"] {
        assert!(!output.contains(mode), "{mode}");
    }
}
