//! The program's life: stopped, continued, ended, left alone by its terminal; files that change under it.

#![expect(clippy::unwrap_used, reason = "a test that cannot run its program must fail")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use portable_pty::CommandBuilder;

use super::CHINESE;
use super::terminal::{Home, Reader};

const PROGRAM: &str = env!("CARGO_BIN_EXE_newsprint");

/// A copy of the Chinese page that a test may change.
fn page(home: &Home) -> PathBuf {
    let path = home.path().join("page.txt");
    fs::copy(CHINESE, &path).unwrap();
    path
}

/// A shell in a terminal with job control, that reads the user's commands.
fn shell(home: &Home) -> Reader {
    let mut command = CommandBuilder::new("bash");
    command.args(["--norc", "--noprofile", "-i"]);
    Reader::command_in(home, command, 100, 30, &[("PS1", "shell> ")])
}

/// The program run by somebody else who lives in the same home.
fn run(home: &Home, args: &[&str]) -> Output {
    let mut command = Command::new(PROGRAM);
    let output = command.args(args).envs(home.environment()).current_dir(home.path()).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    output
}

/// Whether the process is stopped.
fn is_stopped(id: u32) -> bool {
    let output = Command::new("ps").args(["-o", "state=", "-p", &id.to_string()]).output().unwrap();
    String::from_utf8_lossy(&output.stdout).trim_start().starts_with('T')
}

/// The first row of the body with words, without blanks.
fn top_of_body(rows: &[String]) -> String {
    let body = rows.iter().skip(1).filter_map(|row| row.split_once('│')).map(|(_, body)| body);
    let mut texts = body.map(|row| row.replace([' ', '　', '◆'], ""));
    texts.find(|row| !row.is_empty()).unwrap_or_default()
}

/// Turns to the next screen of the article.
fn next_screen(reader: &mut Reader) -> Vec<String> {
    let before = reader.rows();
    reader.press(" ");
    // The last row is the last that a frame writes.
    reader.wait_until("the next screen", |rows| rows.last() != before.last())
}

#[test]
fn ctrl_z_gives_the_terminal_back_and_fg_takes_it_again() {
    let home = Home::new();
    let mut reader = shell(&home);
    reader.wait_for("shell>");
    reader.press(&format!("'{PROGRAM}' '{CHINESE}'\r"));
    reader.wait_for("活字走了近千年");
    reader.press("Jl");
    reader.wait_until("the second article", |rows| rows[0].ends_with("2/9"));
    let before = next_screen(&mut reader);
    for round in 0..2 {
        reader.press("\x1a");
        reader.wait_until("the shell", |_| !reader.is_on_alternate_screen());
        assert!(!reader.cursor_is_hidden());
        // The line discipline is the shell's again: what is typed is echoed, and runs.
        reader.press(&format!("echo round-$(({round}+40))\r"));
        reader.wait_until("the shell's answer", |rows| {
            rows.iter().any(|row| row == &format!("round-{}", round + 40))
        });
        reader.press("fg\r");
        reader.wait_until("the same screen", |rows| {
            reader.is_on_alternate_screen() && rows[1..] == before[1..]
        });
    }
    reader.press("K");
    reader.wait_until("keys are keys", |rows| rows[0].ends_with("2/9"));
    reader.press("q");
    reader.wait_until("the shell", |_| !reader.is_on_alternate_screen());
}

/// Stopped by somebody else: with a signal that can be seen, and with one that cannot.
#[test]
fn a_reader_that_was_stopped_from_outside_comes_back() {
    let home = Home::new();
    let mut reader = Reader::start(&home, &[CHINESE], 100, 30);
    // The last row is the last that a frame writes.
    let before = reader.wait_for("q 退出");
    reader.signal("TSTP");
    reader
        .wait_until("the terminal back", |_| !reader.is_on_alternate_screen() && !reader.cursor_is_hidden());
    // It is stopped a moment later, and must not be told to go on before that.
    reader.wait_until("the stop", |_| is_stopped(reader.id()));
    reader.signal("CONT");
    reader.wait_until("the screen", |rows| reader.is_on_alternate_screen() && rows == before.as_slice());
    reader.signal("STOP");
    reader.signal("CONT");
    reader.press("J");
    reader.wait_until("the second article", |rows| rows[0].ends_with("2/9"));
    reader.press("q");
    assert!(reader.wait_for_end().success());
}

#[test]
fn a_storm_of_resizes_ends_at_the_same_place() {
    let home = Home::new();
    let mut reader = Reader::start(&home, &[CHINESE], 100, 30);
    reader.wait_for("活字走了近千年");
    reader.press("l");
    let before = (0..2).map(|_| next_screen(&mut reader)).last().unwrap();
    for n in 0..200_u16 {
        reader.resize(20 + (n * 37) % 150, 3 + (n * 13) % 50);
    }
    reader.resize(100, 30);
    reader.wait_until("the same screen", |rows| rows == before.as_slice());
}

/// crossterm forgets that there are keys when it is told of them and of another size together.
#[test]
fn the_first_key_after_a_resize_is_heard_at_once() {
    // Nothing is asked of the terminal, so that crossterm reads from the start.
    let home = Home::with_config("ambiguous = \"narrow\"\n[theme]\nname = \"dark\"\n");
    let mut reader = Reader::start(&home, &["--big-headlines", "never", CHINESE], 100, 30);
    reader.wait_for("活字走了近千年");
    reader.press("J");
    reader.wait_until("the second article", |rows| rows[0].contains("2/"));
    for (n, width) in (3..9).zip([90, 120, 80, 110, 85, 100]) {
        reader.resize(width, 30);
        // The signal comes before the key.
        std::thread::sleep(std::time::Duration::from_millis(100));
        reader.press("J");
        reader.wait_until("the next article", |rows| rows[0].contains(&format!("{n}/")));
    }
}

/// A closed window: the program ends by itself, soon and without burning the processor, and what was kept is kept.
#[test]
fn a_terminal_that_goes_away_ends_the_program_and_loses_nothing() {
    let home = Home::new();
    let mut reader = Reader::start(&home, &[CHINESE], 100, 30);
    reader.wait_for("活字走了近千年");
    reader.press("Jm");
    reader.wait_for("已加书签");
    reader.hang_up("j");
    let status = reader.wait_for_end();
    assert!(!status.success());
    let kept = fs::read_to_string(home.path().join("config/newsprint/bookmarks.json")).unwrap();
    assert!(kept.contains("\"id\""), "{kept}");
}

/// The same for a program that the hang-up's signal does not reach: it finds out by itself.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_that_goes_away_without_a_signal_ends_the_program_too() {
    let home = Home::new();
    // The shell leads the session and ignores the signal; the reader is no leader and gets none.
    let mut command = CommandBuilder::new("bash");
    let script = format!("trap '' HUP; setsid '{PROGRAM}' '{CHINESE}' & echo $! > reader.id; wait");
    command.args(["--norc", "-c", &script]);
    let mut reader = Reader::command(&home, command, 100, 30);
    // No controlling terminal in its own session: keys come from standard input.
    let id = home.path().join("reader.id");
    reader.wait_until("the reader or its refusal", |rows| rows.iter().any(|row| !row.is_empty()));
    let id = fs::read_to_string(id).unwrap().trim().to_owned();
    reader.hang_up("j");
    reader.wait_for_end();
    let start = std::time::Instant::now();
    while fs::read_to_string(format!("/proc/{id}/stat")).is_ok_and(|stat| !stat.contains(") Z ")) {
        assert!(start.elapsed() < std::time::Duration::from_secs(30), "it never ended");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}

#[test]
fn a_file_that_is_rewritten_is_read_again_at_the_same_place() {
    let home = Home::new();
    let path = page(&home);
    let mut reader = Reader::start(&home, &["page.txt"], 100, 20);
    reader.wait_for("活字走了近千年");
    reader.press("J");
    reader.wait_until("the second article", |rows| rows[0].ends_with("2/9"));
    reader.press("l");
    next_screen(&mut reader);
    let words = top_of_body(&reader.rows());
    let text = fs::read_to_string(&path).unwrap();
    // A change before the place; half a file on the way; then the file is gone for a moment.
    fs::write(&path, text.lines().take(9).collect::<String>()).unwrap();
    fs::remove_file(&path).unwrap();
    fs::write(&path, text.replacen("活字走了近千年", "铅字走了近千年整", 1)).unwrap();
    let rows =
        reader.wait_until("the new headline", |rows| rows.iter().any(|row| row.contains("铅字走了近千年整")));
    assert!(rows.last().unwrap().contains("已重新读入"), "{rows:#?}");
    assert_eq!(top_of_body(&rows), words, "{rows:#?}");
    // Corrections beside it are a part of it: here the first article becomes two.
    let line = text.lines().position(|line| line.contains("金属活字在朝鲜半岛率先成熟")).unwrap() + 1;
    run(&home, &["fix", "page.txt", &line.to_string(), "split"]);
    let rows = reader.wait_until("one article more", |rows| rows[0].ends_with("3/10"));
    assert_eq!(top_of_body(&rows), words, "{rows:#?}");
    reader.press("q");
    assert!(reader.wait_for_end().success());
}

#[test]
fn a_bookmark_of_another_program_appears_by_itself() {
    let home = Home::new();
    page(&home);
    let mut reader = Reader::start(&home, &["page.txt"], 100, 30);
    let rows = reader.wait_for("活字走了近千年");
    assert!(!rows.iter().any(|row| row.contains('◆')), "{rows:#?}");
    run(&home, &["bookmarks", "add", "page.txt", "--article", "2"]);
    reader.wait_for("◆");
    reader.press("q");
    assert!(reader.wait_for_end().success());
}
