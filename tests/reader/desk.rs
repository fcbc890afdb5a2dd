//! Bookmarks with notes and tags, of issues that move, and of a file that cannot be written.

#![expect(clippy::unwrap_used, reason = "a test that cannot prepare its files must fail")]

use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use super::CHINESE;
use super::terminal::{Home, Reader};

const OLD: &str = "旧闻一则\n\n本报讯 很久以前,报纸是一张一张印的,印好了再由人送到各家各户去。\n";
const NEW: &str = "新闻一则\n\n本报讯 如今报纸在屏幕上读,一行一行排得和从前一样整齐。\n";

fn bookmarks(home: &Home) -> String {
    fs::read_to_string(home.path().join("config/newsprint/bookmarks.json")).unwrap()
}

/// Waits until the bookmarks' file fulfils `condition`: it is written beside the screen.
#[track_caller]
fn wait_for_file(home: &Home, condition: impl Fn(&str) -> bool) {
    let start = Instant::now();
    while !condition(&bookmarks(home)) {
        assert!(start.elapsed() < Duration::from_secs(30), "it never came: {}", bookmarks(home));
        thread::sleep(Duration::from_millis(10));
    }
}

/// Opens the one bookmark, once it is listed.
fn open_bookmark(reader: &mut Reader) {
    reader.press("B");
    reader.wait_for("旧闻一则");
    reader.press("\r");
}

#[test]
fn a_note_is_there_tomorrow_found_by_its_words_changed_tagged_and_undone() {
    let home = Home::new();
    let mut reader = Reader::start(&home, &[CHINESE], 100, 30);
    reader.wait_for("活字走了近千年");
    reader.press("mJM");
    reader.wait_for("批注：_");
    assert!(!reader.cursor_is_hidden(), "an input method needs the cursor");
    reader.press("铅与火的告别");
    reader.wait_for("批注：铅与火的告别");
    reader.press("\r");
    reader.wait_for("已加书签");
    assert!(reader.cursor_is_hidden());
    reader.press("q");
    assert!(reader.wait_for_end().success());

    // The terminal is asked nothing, so that it is crossterm that reads the paste.
    let quiet = ["--ambiguous", "narrow", "--big-headlines", "never", CHINESE];
    let mut reader = Reader::start(&home, &quiet, 80, 24);
    reader.wait_for("活字走了近千年");
    reader.press("B");
    let rows = reader.wait_for("铅与火的告别");
    assert!(rows.iter().any(|row| row.contains("huozi-2026-10-18-p1  2026年10月18日")), "{rows:#?}");
    reader.press("/告别\r");
    reader.wait_until("one of two", |rows| rows[1].contains("1/2"));
    // A paste is text, whatever is in it.
    reader.press("e\x1b[200~，\rqd\x1b[201~");
    reader.wait_for("批注：铅与火的告别， qd");
    reader.press("\x7f\x7f\x7f再见\rt");
    reader.wait_for("标签：");
    reader.press("印刷 史\r");
    reader.wait_for("#印刷 #史 铅与火的告别，再见");
    reader.press("d");
    reader.wait_for("没有符合的书签");
    wait_for_file(&home, |file| !file.contains("再见"));
    reader.press("u");
    reader.wait_for("#印刷 #史");
    reader.press("uu");
    reader.wait_for("原批注已恢复");
    reader.press("\r");
    reader.wait_until("the bookmark's article", |rows| rows[0].ends_with("2/9"));
    reader.press("q");
    assert!(reader.wait_for_end().success());
    let kept = bookmarks(&home);
    assert!(kept.contains("\"note\": \"铅与火的告别\"") && !kept.contains("\"tags\""), "{kept}");
}

/// A shelf of two issues; a bookmark of the older one is kept and the reader has been left.
fn shelf(home: &Home) -> PathBuf {
    let shelf = home.path().join("papers");
    fs::create_dir(&shelf).unwrap();
    fs::write(shelf.join("old-2020-01-02.txt"), OLD).unwrap();
    fs::write(shelf.join("new-2020-01-03.txt"), NEW).unwrap();
    let mut reader = Reader::start(home, &["papers/old-2020-01-02.txt"], 100, 30);
    reader.wait_for("很久以前");
    reader.press("m");
    reader.wait_for("已加书签");
    reader.press("q");
    assert!(reader.wait_for_end().success());
    shelf
}

#[test]
fn an_issue_whose_file_has_another_name_now_is_opened() {
    let home = Home::new();
    let shelf = shelf(&home);
    fs::rename(shelf.join("old-2020-01-02.txt"), shelf.join("vom-2020-01-02.txt")).unwrap();
    // On its shelf, and from an issue of that folder; in a reader that listed the shelf before it was renamed again.
    for (path, is_news) in [("papers", true), ("papers/new-2020-01-03.txt", false)] {
        let mut reader = Reader::start(&home, &[path], 100, 30);
        reader.wait_for("一行一行排得");
        open_bookmark(&mut reader);
        reader.wait_until("the issue", |rows| rows[0].contains("2020年1月2日"));
        // The first reader noted the new name in the bookmark.
        if is_news {
            reader.wait_for("vom-2020-01-02.txt");
        }
        reader.press("q");
        assert!(reader.wait_for_end().success());
    }
    let mut reader = Reader::start(&home, &["papers"], 100, 30);
    reader.wait_for("一行一行排得");
    fs::rename(shelf.join("vom-2020-01-02.txt"), shelf.join("x-2020-01-02.txt")).unwrap();
    open_bookmark(&mut reader);
    reader.wait_for("x-2020-01-02.txt");
}

#[test]
fn an_issue_that_is_gone_is_said_to_be_and_its_words_are_shown() {
    let home = Home::new();
    let shelf = shelf(&home);
    fs::remove_file(shelf.join("old-2020-01-02.txt")).unwrap();
    let mut reader = Reader::start(&home, &["papers"], 80, 24);
    reader.wait_for("一行一行排得");
    open_bookmark(&mut reader);
    let rows = reader.wait_for("这一期找不到了");
    let all = rows.concat().replace([' ', '　'], "");
    assert!(all.contains("old-2020-01-02.txt") && all.contains("报纸是一张一张印的"), "{rows:#?}");
    assert!(rows[0].contains("2020年1月3日"), "no other issue is opened: {rows:#?}");
    reader.press("q");
    reader.wait_for("书签");
    assert!(bookmarks(&home).contains("很久以前"));
}

/// A reader with a bookmark that its file can't take.
fn unsaved(home: &Home) -> Reader {
    // A file where the folder should be: this stops even a user who may write everywhere.
    fs::write(home.path().join("config"), "not a folder").unwrap();
    let mut reader = Reader::start(home, &[CHINESE], 100, 30);
    reader.wait_for("活字走了近千年");
    reader.press("m");
    reader.wait_for("书签未能存盘");
    reader
}

/// What was printed after the reader gave the screen back.
fn said(reader: &Reader) -> String {
    let said = String::from_utf8(reader.output()).unwrap();
    said.rsplit("\u{1b}[?1049l").next().unwrap().to_owned()
}

#[test]
fn bookmarks_that_cannot_be_written_are_said_and_not_lost() {
    let home = Home::new();
    let mut reader = unsaved(&home);
    // The reader goes on, and has the bookmark.
    reader.press("J");
    reader.wait_until("the second article", |rows| rows[0].ends_with("2/9"));
    reader.press("B");
    reader.wait_for("从一枚胶泥字");
    reader.press("qq");
    reader.wait_for("另存为：");
    reader.press("\x1b");
    assert_eq!(reader.wait_for_end().exit_code(), 1);
    let said = said(&reader);
    assert!(said.contains("not saved") && said.contains("从一枚胶泥字"), "{said}");
}

#[test]
fn bookmarks_that_cannot_be_written_can_be_written_elsewhere() {
    let home = Home::new();
    let mut reader = unsaved(&home);
    reader.press("q");
    let rows = reader.wait_for("newsprint-bookmarks.json");
    assert!(rows.iter().any(|row| row.contains("书签未能存盘")), "{rows:#?}");
    fs::write(home.path().join("taken.json"), "mine").unwrap();
    reader.press("\x15taken.json\r");
    reader.wait_for("已有 taken.json，未改动");
    reader.press("\x15~/rescued.json\r");
    assert!(reader.wait_for_end().success());
    assert!(!said(&reader).contains("从一枚胶泥字"));
    assert_eq!(fs::read_to_string(home.path().join("taken.json")).unwrap(), "mine");
    let rescued = fs::read_to_string(home.path().join("rescued.json")).unwrap();
    assert!(rescued.contains("从一枚胶泥字"), "{rescued}");
}

#[test]
fn what_is_not_saved_is_written_at_the_end_if_it_can_be_then() {
    let home = Home::new();
    let mut reader = unsaved(&home);
    fs::remove_file(home.path().join("config")).unwrap();
    reader.press("q");
    assert!(reader.wait_for_end().success());
    assert!(bookmarks(&home).contains("从一枚胶泥字"));
}

/// Nobody is there to be asked.
#[test]
fn a_signal_prints_what_is_not_saved() {
    let home = Home::new();
    let mut reader = unsaved(&home);
    reader.signal("TERM");
    assert!(!reader.wait_for_end().success());
    assert!(said(&reader).contains("从一枚胶泥字"), "{}", said(&reader));
}
