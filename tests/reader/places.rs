//! Where an issue was left: kept over the program's end, however it ends.

#![expect(clippy::unwrap_used, reason = "a test that cannot run its program must fail")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use portable_pty::CommandBuilder;

use super::CHINESE;
use super::terminal::{Home, Reader};

const PROGRAM: &str = env!("CARGO_BIN_EXE_newsprint");

/// Opens `path`, goes to the first article's third screen, and gives the body as it is there.
fn read_on(home: &Home, path: &str) -> (Reader, Vec<String>) {
    let mut reader = Reader::start(home, &[path], 100, 20);
    reader.wait_for("活字走了近千年");
    reader.press("3\r");
    reader.wait_until("the third article", |rows| is_at(rows, "3/9"));
    reader.press("1\r");
    let mut rows = reader.wait_until("the first article", |rows| is_at(rows, "1/9"));
    for _ in 0..2 {
        reader.press(" ");
        let before = std::mem::take(&mut rows);
        rows = reader.wait_until("the next screen", |rows| rows.last() != before.last());
    }
    (reader, body(&rows))
}

/// Whether the title line has this number.
fn is_at(rows: &[String], number: &str) -> bool {
    rows.first().is_some_and(|row| row.ends_with(number))
}

fn body(rows: &[String]) -> Vec<String> {
    let rows = rows.iter().filter_map(|row| row.split_once('│'));
    rows.map(|(_, body)| body.to_owned()).collect()
}

/// Whether the first entry of the list says that it was read.
fn is_read(rows: &[String]) -> bool {
    rows.iter().skip(1).take(3).any(|row| row.contains("✓│"))
}

/// Starts a reader and waits until it is where `there` is.
fn comes_back(home: &Home, args: &[&str], there: &[String]) -> Reader {
    let reader = Reader::start(home, args, 100, 20);
    reader.wait_until("the place where it was left", |rows| body(rows) == there);
    reader
}

#[test]
fn an_issue_is_opened_where_it_was_left_and_says_what_was_read() {
    let home = Home::new();
    let (mut reader, there) = read_on(&home, CHINESE);
    assert!(!is_read(&reader.rows()));
    reader.press("q");
    assert!(reader.wait_for_end().success());

    let mut reader = comes_back(&home, &[CHINESE], &there);
    let mut rows = reader.rows();
    while !rows[0].ends_with("2/9") {
        reader.press(" ");
        let before = std::mem::take(&mut rows);
        rows = reader.wait_until("the next screen", |rows| rows[1..] != before[1..]);
    }
    assert!(is_read(&rows), "{rows:#?}");
    reader.press("q");
    assert!(reader.wait_for_end().success());

    let reader = Reader::start(&home, &[CHINESE], 100, 20);
    reader.wait_until("the mark", |rows| is_read(rows) && rows[0].ends_with("2/9"));
}

#[test]
fn a_signal_keeps_the_place() {
    for signal in ["TERM", "HUP"] {
        let home = Home::new();
        let (mut reader, there) = read_on(&home, CHINESE);
        reader.signal(signal);
        reader.wait_for_end();
        comes_back(&home, &[CHINESE], &there);
    }
}

fn copy(home: &Home, name: &str) -> PathBuf {
    let path = home.path().join(name);
    fs::copy(CHINESE, &path).unwrap();
    path
}

#[test]
fn a_file_that_was_renamed_or_comes_from_standard_input_is_where_it_was_left() {
    let home = Home::new();
    let old = copy(&home, "huozi-2026-10-18-p1.txt");
    let (mut reader, there) = read_on(&home, old.to_str().unwrap());
    reader.press("q");
    reader.wait_for_end();
    fs::create_dir(home.path().join("papers")).unwrap();
    let new = home.path().join("papers/other-2026-10-18-p1.txt");
    fs::rename(old, &new).unwrap();
    let mut reader = comes_back(&home, &[new.to_str().unwrap()], &there);
    reader.press("q");
    reader.wait_for_end();

    let mut command = CommandBuilder::new("sh");
    command.args(["-c", &format!("'{PROGRAM}' - < '{}'", new.display())]);
    let reader = Reader::command(&home, command, 100, 20);
    reader.wait_until("the place where it was left", |rows| body(rows) == there);
}

#[test]
fn an_issue_of_a_folder_is_opened_where_it_was_left_when_it_is_chosen() {
    let home = Home::new();
    let path = copy(&home, "huozi-2026-10-18-p1.txt");
    let (mut reader, there) = read_on(&home, path.to_str().unwrap());
    reader.press("q");
    reader.wait_for_end();
    let papers = home.path().join("papers");
    fs::create_dir(&papers).unwrap();
    fs::rename(path, papers.join("huozi-2026-10-18-p1.txt")).unwrap();
    fs::write(papers.join("b-2026-10-20-p1.txt"), "新的一期\n\n本报讯 今天有雨，明天放晴。\n").unwrap();
    let mut reader = Reader::start(&home, &[papers.to_str().unwrap()], 100, 20);
    reader.wait_for("新的一期");
    reader.press("i");
    reader.wait_for("9篇");
    reader.press("j\r");
    reader.wait_until("the place where it was left", |rows| body(rows) == there);
}

/// Each has its own place while it is read, and what the one has read the other has not lost.
#[test]
fn two_readers_at_once_keep_what_either_has_read() {
    let home = Home::new();
    let mut one = Reader::start(&home, &[CHINESE], 100, 20);
    one.wait_for("活字走了近千年");
    let mut other = Reader::start(&home, &[CHINESE], 100, 20);
    other.wait_for("活字走了近千年");
    one.press("r");
    one.wait_for("标为已读");
    other.press("Jr");
    other.wait_for("标为已读");
    one.press("q");
    one.wait_for_end();
    other.press("q");
    other.wait_for_end();
    let reader = Reader::start(&home, &[CHINESE], 100, 20);
    reader.wait_until("both marks", |rows| {
        is_read(rows) && rows.iter().filter(|row| row.contains("✓│")).count() == 2
    });
}

/// Where nothing can be kept the issue is read all the same.
#[test]
fn a_state_folder_that_is_a_file_stops_nobody() {
    let home = Home::new();
    let state = home.path().join("state");
    let _ = fs::remove_dir_all(&state);
    fs::write(&state, "no folder").unwrap();
    let (mut reader, _) = read_on(&home, CHINESE);
    reader.press("q");
    assert!(reader.wait_for_end().success());
    assert_eq!(fs::read_to_string(&state).unwrap(), "no folder");
}

/// Nor is anything kept for who does not want it.
#[test]
fn who_wants_nothing_remembered_leaves_no_trace() {
    let home = Home::new();
    let config = home.path().join("config/newsprint");
    fs::create_dir_all(&config).unwrap();
    fs::write(config.join("config.toml"), "remember = false\n").unwrap();
    let (mut reader, _) = read_on(&home, CHINESE);
    reader.press("q");
    assert!(reader.wait_for_end().success());
    assert!(!home.path().join("state/newsprint").exists());
}

/// What only prints keeps nothing.
#[test]
fn print_and_check_leave_the_state_folder_alone() {
    let home = Home::new();
    for args in [["print", CHINESE], ["check", CHINESE]] {
        let mut command = Command::new(PROGRAM);
        let status = command.args(args).envs(home.environment()).stdout(Stdio::null()).status().unwrap();
        assert!(status.success());
    }
    assert!(!Path::new(&home.path().join("state/newsprint")).exists());
}
