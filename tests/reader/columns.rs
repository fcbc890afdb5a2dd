//! Whole screens of columns, as pictures: `tests/golden/screens/NAME.txt`.
//!
//! When a picture changed, look at the new one; `NEWSPRINT_GOLDEN=write cargo test --test reader columns` takes it over.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its picture must fail")]

use std::fs;
use std::path::Path;

use super::terminal::{Home, Reader};
use super::{CHINESE, ENGLISH, JAPANESE};

/// Opens `issue` in a terminal of `size`, waits for `text`, presses `keys`, waits for `then`, and compares.
#[track_caller]
fn check(name: &str, issue: &str, (columns, rows): (u16, u16), text: &str, keys: &str, then: &str) {
    let home = Home::new();
    let args = ["--ambiguous", "narrow", "--big-headlines", "never", issue];
    let mut reader = Reader::start(&home, &args, columns, rows);
    reader.wait_for(text);
    reader.press(keys);
    // The last row is the last that a frame writes.
    let screen = reader.wait_until(then, |rows| rows.last().is_some_and(|row| row.contains(then)));
    let found = screen.join("\n") + "\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/golden/screens/{name}.txt"));
    if std::env::var_os("NEWSPRINT_GOLDEN").is_some_and(|what| what == "write") {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &found).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap();
    assert!(found == expected, "{name} is\n{found}\nand was\n{expected}");
}

#[test]
fn a_chinese_page_in_two_columns() {
    check("huozi-160x40", CHINESE, (160, 40), "活字走了近千年", "", "退出");
}

#[test]
fn an_english_page_in_three_columns_with_a_bookmark() {
    check("galley-200x60", ENGLISH, (200, 60), "The summer the lead went cold", "lddjm", "已加书签");
}

#[test]
fn a_japanese_page_in_two_columns() {
    check("kappan-140x40", JAPANESE, (140, 40), "鉛の文字", "", "退出");
}
