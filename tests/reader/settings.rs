//! The reader with settings of one's own.

use super::CHINESE;
use super::terminal::{Home, Reader};

#[test]
fn a_broken_file_is_said_and_the_paper_is_read_all_the_same() {
    let home = Home::with_config("[type]\nmesure = 60\n");
    let mut reader = Reader::start(&home, &[CHINESE], 110, 30);
    let rows = reader.wait_for("设置未生效：config.toml:2:1: 没有选项 `mesure`；是不是 `measure`？");
    assert!(rows[0].ends_with("1/9"), "{rows:#?}");
    reader.press("J");
    reader.wait_until("the second article, by the default keys", |rows| rows[0].ends_with("2/9"));
    reader.press("q");
    assert!(reader.wait_for_end().success());
}

#[test]
fn keys_language_and_measure_are_the_readers_own() {
    let home = Home::with_config(
        "language = \"en\"\n[type]\nmeasure = 24\n[keys]\nnext-article = [\"F5\", \"x\"]\nquit = [\"Ctrl-q\"]\n\
         toggle-bookmark = []\n",
    );
    let mut reader = Reader::start(&home, &[CHINESE], 100, 50);
    let rows = reader.wait_for("Ctrl-q quit");
    assert!(!rows.last().unwrap().contains("bookmark"), "{rows:#?}");
    let body = |row: &String| row.split('│').next_back().unwrap().trim().chars().count();
    assert!(rows[1..49].iter().all(|row| body(row) <= 24), "{rows:#?}");
    reader.press("J\x1b[15~x");
    reader.wait_until("the third article", |rows| rows[0].ends_with("3/9"));
    reader.press("?");
    let rows = reader.wait_for("F5 x");
    assert!(!rows.iter().any(|row| row.contains("bookmark here, or")), "{rows:#?}");
    reader.press("\x1b");
    reader.wait_until("no help", |rows| !rows.iter().any(|row| row.contains("F5 x")));
    reader.press("B");
    let rows = reader.wait_for("No bookmarks yet.");
    assert!(!rows.iter().any(|row| row.contains("Press")), "{rows:#?}");
    reader.press("\x11\x11");
    assert!(reader.wait_for_end().success());
}

#[test]
fn a_configured_shelf_that_is_gone_is_said_and_the_samples_are_there() {
    let home = Home::with_config("shelf = \"~/papers\"\n");
    let mut reader = Reader::start(&home, &[], 110, 30);
    reader.wait_for("打不开 config.toml:1 所设的报架：没有文件或目录");
    reader.press("J");
    reader.wait_until("a sample", |rows| rows[0].contains("2/"));
}
