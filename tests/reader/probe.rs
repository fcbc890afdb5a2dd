//! Terminals that answer, and terminals that don't.

#![expect(clippy::unwrap_used, reason = "a test that cannot run its program must fail")]

use std::thread;
use std::time::{Duration, Instant};

use super::CHINESE;
use super::terminal::{Home, Reader};

/// What the reader writes up to its first frame's end.
fn first_frame(reader: &Reader) -> String {
    reader.wait_for("活字走了近千年");
    let start = Instant::now();
    loop {
        let written = String::from_utf8_lossy(&reader.output()).into_owned();
        if let Some((frame, _)) = written.split_once("\x1b[?2026l") {
            return frame.to_owned();
        }
        assert!(start.elapsed() < Duration::from_secs(10), "the frame has no end: {written:?}");
        thread::sleep(Duration::from_millis(1));
    }
}

/// A reader that has asked, and what it is to be answered if each sign is `cells` wide.
fn asked(home: &Home, cells: u16) -> (Reader, String) {
    let reader = Reader::start(home, &[CHINESE], 100, 30);
    let written = first_frame(&reader);
    let (question, _) = written.split_once("\x1b[c").unwrap();
    // The text sizing's two steps, if it asks for them, don't move the cursor here.
    let all = question.matches("\x1b[6n").count();
    let sizing = if question.contains("\x1b]66;") { 2 } else { 0 };
    assert!(all > sizing, "{question:?}");
    let signs = format!("\x1b[3;{}R", cells + 1).repeat(all - sizing);
    (reader, format!("{signs}{}\x1b[?62;4c", "\x1b[3;1R".repeat(sizing)))
}

fn is_wide(rows: &[String]) -> bool {
    rows.iter().any(|row| row.contains('|')) && !rows.iter().any(|row| row.contains('│'))
}

#[test]
fn the_first_frame_comes_with_the_question_and_before_any_answer() {
    let home = Home::new();
    let (reader, _) = asked(&home, 1);
    let written = first_frame(&reader);
    let update = written.find("\x1b[?2026h").unwrap();
    let asked = written.find("\x1b[c").unwrap();
    let drawn = written.find("活字走了近千年").unwrap();
    // One update holds both, so that no half of it is seen.
    assert!(update < asked && asked < drawn, "{written:?}");
}

#[test]
fn a_wide_terminal_is_set_anew_and_the_place_stays() {
    let home = Home::new();
    let (mut reader, answers) = asked(&home, 2);
    let before = reader.rows();
    assert!(!is_wide(&before));
    // As over a slow line: in pieces.
    for piece in answers.as_bytes().chunks(5) {
        reader.press(std::str::from_utf8(piece).unwrap());
        thread::sleep(Duration::from_millis(1));
    }
    let rows = reader.wait_until("the wide screen", is_wide);
    assert!(rows[0].ends_with("1/9") && rows.iter().any(|row| row.contains("活字走了近千年")), "{rows:#?}");
}

#[test]
fn a_narrow_terminal_changes_nothing() {
    let home = Home::new();
    let (mut reader, answers) = asked(&home, 1);
    let (before, written) = (reader.rows(), reader.output().len());
    reader.press(&answers).press("?");
    reader.wait_for("加／取消书签");
    reader.press("q");
    reader.wait_until("the screen as before", |rows| rows == before.as_slice());
    assert!(reader.output().len() > written);
}

#[test]
fn what_is_typed_between_the_answers_becomes_keys() {
    let home = Home::new();
    let (mut reader, answers) = asked(&home, 2);
    // A key comes between two answers, never inside of one.
    let mut answers = answers.split_inclusive('R');
    let first: String = answers.by_ref().take(3).collect();
    reader.press("J").press(&first).press("J").press(&answers.collect::<String>()).press("3\r\x1b[B");
    reader.wait_until("the third article, wide", |rows| rows[0].ends_with("3/9") && is_wide(rows));
    reader.press("q");
    assert!(reader.wait_for_end().success());
}

#[test]
fn an_answer_that_comes_too_late_is_no_key() {
    let home = Home::new();
    let (mut reader, answers) = asked(&home, 2);
    let before = reader.rows();
    thread::sleep(Duration::from_millis(1500));
    reader.press(&answers);
    thread::sleep(Duration::from_millis(200));
    assert_eq!(reader.rows(), before);
    reader.press("J");
    reader.wait_until("the second article", |rows| rows[0].ends_with("2/9") && !is_wide(rows));
}

#[test]
fn a_terminal_that_says_nothing_is_narrow_and_has_its_keys() {
    let home = Home::new();
    let (mut reader, _) = asked(&home, 1);
    reader.press("J");
    reader.wait_until("the second article", |rows| rows[0].ends_with("2/9") && !is_wide(rows));
    // And again once crossterm reads them.
    thread::sleep(Duration::from_millis(500));
    reader.press("J");
    reader.wait_until("the third article", |rows| rows[0].ends_with("3/9"));
}

/// kitty's answers to the two steps make the headline big; another's don't, and neither does who wants none.
#[test]
fn a_terminal_with_text_sizing_gets_big_headlines() {
    for (option, columns, big) in [("auto", [3, 5], true), ("auto", [3, 4], false), ("never", [3, 5], false)]
    {
        let home = Home::new();
        let mut reader =
            Reader::start(&home, &["--ambiguous", "narrow", "--big-headlines", option, CHINESE], 100, 30);
        let question = first_frame(&reader);
        assert_eq!(question.contains("\x1b]66;"), option == "auto");
        if option == "auto" {
            let [first, second] = columns;
            reader.press(&format!("\x1b[3;{first}R\x1b[3;{second}R\x1b[?62;c"));
        }
        reader.press("J");
        reader.wait_until("the second article", |rows| rows[0].ends_with("2/9"));
        reader.press("K");
        reader.wait_until("the first again", |rows| rows[0].ends_with("1/9"));
        reader.press("q");
        assert!(reader.wait_for_end().success());
        let written = String::from_utf8(reader.output()).unwrap();
        assert_eq!(written.contains("\x1b]66;s=2:w=2;活\x1b\\"), big, "{option} {columns:?}");
    }
}

/// A red mark is for a light ground, a light red one for a dark ground.
#[test]
fn the_ground_chooses_the_theme() {
    for (colour, light) in [("rgb:ffff/ffff/dddd", true), ("rgb:0000/2b2b/3636", false)] {
        let home = Home::new();
        let mut reader =
            Reader::start(&home, &["--ambiguous", "narrow", "--big-headlines", "never", CHINESE], 100, 30);
        assert!(first_frame(&reader).contains("\x1b]11;?"));
        reader.press(&format!("\x1b]11;{colour}\x1b\\\x1b[?62;c"));
        reader.press("J");
        reader.wait_until("the second article", |rows| rows[0].ends_with("2/9"));
        let written = String::from_utf8(reader.output()).unwrap();
        assert_eq!(written.contains(";91m") || written.contains("[91m"), !light, "{colour} {written:?}");
    }
}

/// Over a slow line the colour comes after the time for answers: it is neither taken in nor typed.
#[test]
fn a_colour_that_comes_too_late_is_no_keys() {
    let home = Home::new();
    let (mut reader, _) = asked(&home, 1);
    let before = reader.rows();
    thread::sleep(Duration::from_millis(1500));
    reader.press("\x1b]11;rgb:0000/2b2b/3636\x1b\\");
    thread::sleep(Duration::from_millis(200));
    assert_eq!(reader.rows(), before);
    reader.press("J");
    reader.wait_until("the second article", |rows| rows[0].ends_with("2/9"));
}

#[test]
fn who_says_the_width_is_not_overruled() {
    for (width, wide) in [("wide", true), ("narrow", false)] {
        let home = Home::new();
        let reader = Reader::start(&home, &["--ambiguous", width, CHINESE], 100, 30);
        let rows = reader.wait_for("活字走了近千年");
        assert_eq!(is_wide(&rows), wide);
        assert!(!first_frame(&reader).contains("“\x1b[6n"), "{width}");
    }
}

#[test]
fn a_dumb_terminal_is_not_asked() {
    let home = Home::new();
    let mut command = portable_pty::CommandBuilder::new(env!("CARGO_BIN_EXE_newsprint"));
    command.args([CHINESE]);
    let reader = Reader::command_in(&home, command, 100, 30, &[("TERM", "dumb")]);
    assert!(!first_frame(&reader).contains("\x1b[6n"));
}

/// The terminal shrinks while it answers: crossterm, which tells sizes, does not listen yet.
#[test]
fn a_resize_while_it_answers_is_not_missed() {
    let home = Home::new();
    let (mut reader, _) = asked(&home, 1);
    reader.resize(60, 20);
    reader.wait_until("one pane", |rows| rows.len() == 20 && !rows.iter().any(|row| row.contains('│')));
}
