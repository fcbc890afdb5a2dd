//! The reader in a real pseudo-terminal: what a person sees who runs it and types.
mod columns;
mod desk;
mod life;
mod mouse;
mod places;
mod probe;
mod settings;
mod terminal;

use std::fs;

use newsprint::tui::terminal::MouseOwner;
use portable_pty::CommandBuilder;
use terminal::{Home, Reader};

const CHINESE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/issues/huozi-2026-10-18-p1.txt");
const ENGLISH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/issues/galley-2026-10-18.json");
const JAPANESE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/issues/kappan-2026-10-18.json");

/// The whole path: open, move, bookmark, quit, start again, find it again.
#[test]
fn a_bookmark_is_there_tomorrow() {
    let home = Home::new();
    let mut reader = Reader::start(&home, &[CHINESE], 100, 30);
    let rows = reader.wait_for("活字走了近千年");
    assert!(rows[0].contains("2026年10月18日 星期日") && rows[0].ends_with("1/9"), "{rows:#?}");
    reader.press("J");
    reader.wait_until("the second article", |rows| rows[0].ends_with("2/9"));
    reader.press("lddm");
    let rows = reader.wait_for("已加书签");
    let words = rows[1].split('│').next_back().unwrap().replace(['◆', ' '], "");
    assert!(words.chars().count() > 5, "{rows:#?}");
    reader.press("q");
    assert!(reader.wait_for_end().success());

    let mut reader = Reader::start(&home, &[CHINESE], 61, 20);
    reader.wait_for("活字走了近千年");
    reader.press("B");
    reader.wait_for("书签");
    reader.press("\r");
    let start: String = words.chars().take(5).collect();
    reader.wait_until("the bookmark's words at the top", |rows| {
        rows[0].ends_with("2/9") && rows[1].replace([' ', '　'], "").contains(&start)
    });
    // Taken away, it is gone for good.
    reader.press("m");
    reader.wait_for("书签已取消");
    reader.press("q");
    reader.wait_for_end();
    let kept = fs::read_to_string(home.path().join("config/newsprint/bookmarks.json")).unwrap();
    assert!(kept.contains("\"bookmarks\": []"), "{kept}");
}

#[test]
fn a_reader_goes_through_an_issue_with_the_space_bar_alone() {
    let home = Home::new();
    let mut reader = Reader::start(&home, &[ENGLISH], 80, 24);
    reader.wait_for("The summer the lead went cold");
    for _ in 0..400 {
        if reader.rows()[0].ends_with("12/12") {
            break;
        }
        let before = reader.rows();
        reader.press(" ");
        reader.wait_until("the next screen", |rows| rows != before.as_slice());
    }
    assert!(reader.rows()[0].ends_with("12/12"));
}

#[test]
fn digits_and_enter_go_to_an_article_and_escape_comes_back() {
    let home = Home::new();
    let mut reader = Reader::start(&home, &[ENGLISH], 60, 20);
    reader.wait_for("The summer the lead went cold");
    reader.press("12\r");
    reader.wait_until("article 12", |rows| {
        rows[0].ends_with("12/12") && rows[1].trim().is_empty() | rows[1].contains("Colophon")
    });
    reader.press("\x1b");
    // A digit that comes right behind Esc would be Alt with the digit.
    reader.wait_until("the list", |rows| rows.iter().any(|row| row.starts_with('▌')));
    reader.press("99\r");
    reader.wait_for("没有第99篇");
}

#[test]
fn a_resize_keeps_the_place() {
    let home = Home::new();
    let mut reader = Reader::start(&home, &[CHINESE], 100, 30);
    reader.wait_for("活字走了近千年");
    let mut at_100 = reader.rows();
    for _ in 0..2 {
        reader.press("l ");
        let before = at_100;
        // The last row is the last that a frame writes.
        at_100 = reader.wait_until("the next screen", |rows| rows.last() != before.last());
    }
    reader.resize(44, 30);
    reader.wait_until("one pane", |rows| !rows.iter().any(|row| row.contains('│')));
    reader.resize(100, 30);
    reader.wait_until("the same screen as before", |rows| rows == at_100.as_slice());
}

#[test]
fn the_smallest_terminals_survive() {
    let home = Home::new();
    let mut reader = Reader::start(&home, &[CHINESE], 100, 30);
    reader.wait_for("活字走了近千年");
    for (columns, rows) in [(1, 1), (2, 1), (1, 5), (20, 2), (5, 3), (200, 60)] {
        reader.resize(columns, rows).press("jkJK?qBq zz");
    }
    reader.wait_for("活字走了近千年");
    reader.press("q");
    assert!(reader.wait_for_end().success());
}

/// Whatever ends it, the terminal is as it was.
#[test]
fn signals_give_the_terminal_back() {
    for (signal, number) in [("TERM", 15), ("HUP", 1), ("INT", 2)] {
        let home = Home::new();
        let mut reader = Reader::start(&home, &[CHINESE], 80, 24);
        reader.wait_for("活字走了近千年");
        assert!(reader.is_on_alternate_screen() && reader.cursor_is_hidden());
        reader.signal(signal);
        let status = reader.wait_for_end();
        assert!(!reader.is_on_alternate_screen() && !reader.cursor_is_hidden(), "SIG{signal}");
        assert!(!status.success(), "SIG{signal} ({number})");
    }
}

#[test]
fn quitting_leaves_the_screen_as_it_was() {
    let home = Home::new();
    let mut command = CommandBuilder::new("sh");
    command.args([
        "-c",
        &format!(
            "echo before; '{}' '{CHINESE}'; stty -a | grep -c -- '-icanon'",
            env!("CARGO_BIN_EXE_newsprint")
        ),
    ]);
    let mut reader = Reader::command(&home, command, 80, 24);
    reader.wait_for("活字走了近千年");
    reader.press("q");
    reader.wait_for_end();
    let rows = reader.rows();
    assert_eq!(rows[0], "before");
    assert_eq!(rows[1], "0", "canonical mode is back: {rows:#?}");
}

#[test]
fn a_page_can_be_piped_in_and_the_keys_come_from_the_terminal() {
    let home = Home::new();
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", &format!("cat '{CHINESE}' | '{}' -", env!("CARGO_BIN_EXE_newsprint"))]);
    let mut reader = Reader::command(&home, command, 100, 30);
    reader.wait_for("活字走了近千年");
    reader.press("JJ");
    reader.wait_until("the third article", |rows| rows[0].ends_with("3/9"));
    reader.press("q");
    assert!(reader.wait_for_end().success());
}

#[test]
fn an_error_is_a_sentence_on_the_ordinary_screen() {
    let home = Home::new();
    let mut reader = Reader::start(&home, &["nowhere.txt"], 80, 24);
    assert_eq!(reader.wait_for_end().exit_code(), 1);
    assert!(
        reader.rows()[0].starts_with("newsprint: there is no file or folder nowhere.txt"),
        "{:?}",
        reader.rows()
    );
    assert!(!reader.output().contains(&0x1b), "the terminal was never taken");
}

#[test]
fn a_folder_is_a_shelf_with_its_broken_files_on_it() {
    let home = Home::new();
    let shelf = home.path().join("papers");
    fs::create_dir(&shelf).unwrap();
    fs::copy(ENGLISH, shelf.join("galley.json")).unwrap();
    fs::write(shelf.join("old-2020-01-02.txt"), "旧闻一则\n\n本报讯 很久以前,报纸是一张一张印的。\n")
        .unwrap();
    fs::write(shelf.join("broken.json"), "{").unwrap();
    let mut reader = Reader::start(&home, &["papers"], 100, 30);
    reader.wait_for("The summer the lead went cold");
    reader.press("i");
    let rows = reader.wait_for("broken.json");
    let row = |text: &str| rows.iter().position(|row| row.contains(text)).unwrap();
    assert!(
        row("2026年10月18日") < row("2020年1月2日") && row("2020年1月2日") < row("broken.json  !"),
        "{rows:#?}"
    );
    reader.press("jj\r");
    reader.wait_for("文件没有写完");
    reader.press("\rk\r");
    reader.wait_until("the old issue", |rows| rows[0].contains("2020年1月2日") && rows[0].ends_with("1/1"));
}

#[test]
fn help_lists_the_keys_and_q_closes_it_first() {
    let home = Home::new();
    let mut reader = Reader::start(&home, &[CHINESE], 80, 50);
    reader.wait_for("活字走了近千年");
    reader.press("?");
    let rows = reader.wait_for("加／取消书签");
    assert!(rows.iter().any(|row| row.contains("Ctrl-f") && row.contains("下一屏")), "{rows:#?}");
    reader.press("q");
    reader.wait_for("活字走了近千年");
    reader.press("q");
    assert!(reader.wait_for_end().success());
}

/// Not a test of its own: what `a_panic_gives_the_terminal_back_before_its_message` runs in a terminal.
#[test]
fn the_child_that_panics() {
    if std::env::var_os("NEWSPRINT_TEST_PANIC").is_some() {
        let _guard = newsprint::tui::terminal::Guard::take(MouseOwner::Reader).unwrap();
        panic!("on purpose");
    }
}

#[test]
fn a_panic_gives_the_terminal_back_before_its_message() {
    let home = Home::new();
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["--exact", "the_child_that_panics", "--nocapture", "--test-threads=1"]);
    command.env("NEWSPRINT_TEST_PANIC", "1");
    let mut reader = Reader::command(&home, command, 80, 24);
    assert!(!reader.wait_for_end().success());
    assert!(!reader.is_on_alternate_screen() && !reader.cursor_is_hidden());
    let output = String::from_utf8(reader.output()).unwrap();
    let back = output.find("\u{1b}[?1049l").unwrap();
    assert!(output.find("\u{1b}[?1002l").unwrap() < back, "the mouse is the terminal's again: {output}");
    assert!(output.find("on purpose").unwrap() > back, "the message is on the ordinary screen: {output}");
}
