//! The commands, from outside: what they print, where, and with which exit code.

#![expect(clippy::unwrap_used, reason = "a test that cannot run its program must fail")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use assert_cmd::cargo::cargo_bin_cmd;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/issues/huozi-2026-10-18-p1.txt");
const ENGLISH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/issues/galley-2026-10-18.json");

fn newsprint(home: &Path, args: &[&str], input: &[u8]) -> Output {
    let mut command = cargo_bin_cmd!("newsprint");
    for name in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "HOME"] {
        command.env(name, home.join(name));
    }
    command.current_dir(home).args(args).write_stdin(input).output().unwrap()
}

fn run(args: &[&str]) -> Output {
    newsprint(tempfile::tempdir().unwrap().path(), args, b"")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// Runs what must fail and returns its sentence: one line on standard error, nothing on standard output, exit code 1.
#[track_caller]
fn complaint(home: &Path, args: &[&str], input: &[u8]) -> String {
    let output = newsprint(home, args, input);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{args:?}: {said}");
    assert_eq!(text(&output.stdout), "", "{args:?}");
    assert!(said.starts_with("newsprint: ") && said.trim_end().lines().count() == 1, "{args:?}: {said:?}");
    said
}

#[test]
fn what_cannot_be_read_is_one_sentence_with_its_file() {
    let home = tempfile::tempdir().unwrap();
    let at = |name: &str| home.path().join(name);
    fs::write(at("empty.txt"), "").unwrap();
    fs::write(at("blank.txt"), "\n \n　\n").unwrap();
    fs::write(at("picture.txt"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    fs::write(at("half.json"), "{ \"format\": \"newsprint-issue/1\",\n  \"pages\": [ {").unwrap();
    fs::write(at("newer.json"), "{ \"format\": \"newsprint-issue/7\", \"pages\": {} }").unwrap();
    fs::write(at("wrong.json"), "{ \"format\": \"newsprint-issue/1\",\n \"pages\": [\n  { \"id\": 3 } ] }")
        .unwrap();
    fs::create_dir(at("bare")).unwrap();
    fs::write(at("bare").join("photo.png"), "x").unwrap();
    let cases = [
        ("missing.txt", "there is no file or folder"),
        ("bare", "no issue in the folder"),
        ("empty.txt", "empty"),
        ("blank.txt", "empty.txt: "),
        ("picture.txt", "PNG image"),
        ("half.json", "half.json:2:14: the file ends too soon"),
        ("newer.json", "newsprint-issue/7"),
        ("wrong.json", "wrong.json:3:11: invalid type: integer `3`, expected a string, in pages[0].id"),
    ];
    for (name, expected) in cases {
        for args in [vec![name], vec!["print", name], vec!["convert", "--to", "json", name]] {
            let said = complaint(home.path(), &args, b"");
            let expected = expected.replace("empty.txt: ", "blank.txt: ");
            assert!(said.contains(name) && said.contains(&expected), "{args:?}: {said}");
        }
    }
    let said = complaint(home.path(), &["newer.json"], b"");
    assert!(said.contains("newsprint-issue/1"), "both versions are named: {said}");
}

#[test]
fn convert_gives_the_issue_file_and_reading_that_gives_it_again() {
    let home = tempfile::tempdir().unwrap();
    let first = newsprint(home.path(), &["convert", SAMPLE, "--to", "json"], b"");
    assert!(first.status.success());
    let again = newsprint(home.path(), &["convert", "-", "--to", "json"], &first.stdout);
    assert_eq!(text(&first.stdout), text(&again.stdout));
    let value: serde_json::Value = serde_json::from_slice(&first.stdout).unwrap();
    assert_eq!(value["format"], "newsprint-issue/1");
    assert_eq!(value["date"], "2026-10-18");
}

#[test]
fn unknown_fields_come_back_at_every_level() {
    let issue = r#"{"format":"newsprint-issue/1","x":1,"pages":[{"id":"1","y":[2.5,null],"articles":[{"z":{"deep":true},
        "authors":[{"name":"A","w":"é"}],"body":[{"type":"paragraph","text":"t","v":-7}]}]}]}"#;
    let output =
        newsprint(tempfile::tempdir().unwrap().path(), &["convert", "-", "--to", "json"], issue.as_bytes());
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value["x"], 1);
    assert_eq!(value["pages"][0]["y"][0], 2.5);
    let article = &value["pages"][0]["articles"][0];
    assert_eq!(article["z"]["deep"], true);
    assert_eq!(article["authors"][0]["w"], "é");
    assert_eq!(article["body"][0]["v"], -7);
}

#[test]
fn a_file_that_is_there_is_never_overwritten() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("mine.json"), "mine").unwrap();
    let said = complaint(home.path(), &["convert", SAMPLE, "--to", "json", "-o", "mine.json"], b"");
    assert!(said.contains("mine.json is there already"), "{said}");
    assert_eq!(fs::read_to_string(home.path().join("mine.json")).unwrap(), "mine");
    let output = newsprint(home.path(), &["convert", SAMPLE, "--to", "json", "-o", "new.json"], b"");
    assert!(output.status.success() && output.stdout.is_empty());
    assert!(fs::read_to_string(home.path().join("new.json")).unwrap().contains("newsprint-issue/1"));
}

#[test]
fn print_sets_the_issue_within_its_width() {
    for width in ["24", "40", "80"] {
        let output = run(&["print", "--width", width, SAMPLE]);
        assert!(output.status.success());
        let printed = text(&output.stdout);
        let limit: usize = width.parse().unwrap();
        // Every character outside ASCII counted two cells is more than enough for a bound on how narrow it can be.
        assert!(printed.lines().all(|line| line.chars().count() <= limit), "width {width}");
        let squeezed: String = printed.split_whitespace().collect();
        assert!(squeezed.contains("活字走了近千年"), "{printed}");
    }
}

#[test]
fn print_can_give_one_article_and_says_when_there_is_none() {
    let whole = text(&run(&["print", ENGLISH]).stdout);
    let second = text(&run(&["print", "--article", "2", ENGLISH]).stdout);
    assert!(whole.contains("Halley") && second.contains("Halley"));
    assert!(second.len() < whole.len() / 4 && !second.contains("The summer the lead went cold"));
    let home = tempfile::tempdir().unwrap();
    let said = complaint(home.path(), &["print", "--article", "99", ENGLISH], b"");
    assert!(said.contains("no article 99") && said.contains("it has 12"), "{said}");
}

#[test]
fn colour_is_for_those_who_ask() {
    let escape = "\u{1b}";
    assert!(!text(&run(&["print", ENGLISH]).stdout).contains(escape));
    assert!(text(&run(&["print", "--color", "always", ENGLISH]).stdout).contains(escape));
}

#[test]
fn without_a_terminal_the_reader_prints() {
    let printed = run(&["print", ENGLISH]).stdout;
    assert_eq!(run(&[ENGLISH]).stdout, printed);
    let samples = text(&run(&[]).stdout);
    assert!(samples.contains("活字走了近千年"), "{samples}");
}

#[test]
fn check_reports_every_file_and_fails_if_one_is_broken() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("bad.json"), "{").unwrap();
    let output = newsprint(home.path(), &["check", "bad.json", SAMPLE], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("bad.json:1:"));
    let report = text(&output.stdout);
    assert!(report.contains("活字走了近千年") && report.contains("huozi-2026-10-18-p1.txt"), "{report}");
    assert!(run(&["check", SAMPLE, ENGLISH]).status.success());
}

#[test]
fn bookmarks_without_a_file_are_none_and_their_path_is_in_the_config_folder() {
    let home = tempfile::tempdir().unwrap();
    let path = text(&newsprint(home.path(), &["bookmarks", "path"], b"").stdout);
    assert!(path.trim_end().ends_with("XDG_CONFIG_HOME/newsprint/bookmarks.json"), "{path}");
    let list = newsprint(home.path(), &["bookmarks", "list"], b"");
    assert!(list.status.success());
    assert!(!Path::new(path.trim_end()).exists(), "looking makes no file");
}

#[test]
fn a_damaged_bookmarks_file_is_set_aside_and_named() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("XDG_CONFIG_HOME/newsprint");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("bookmarks.json"), "{ \"format\": \"newsprint-book").unwrap();
    let output = newsprint(home.path(), &["bookmarks", "list"], b"");
    assert_eq!(output.status.code(), Some(1));
    let aside = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| fs::read_to_string(path).is_ok_and(|text| text == "{ \"format\": \"newsprint-book"));
    let aside = aside.unwrap();
    assert!(text(&output.stderr).contains(&*aside.to_string_lossy()), "{}", text(&output.stderr));
}

#[test]
fn wrong_usage_is_exit_code_2_and_help_is_for_newcomers() {
    assert_eq!(run(&["print"]).status.code(), Some(2));
    assert_eq!(run(&["print", "--width", "0", SAMPLE]).status.code(), Some(2));
    assert_eq!(run(&["--no-such-option"]).status.code(), Some(2));
    let help = text(&run(&["--help"]).stdout);
    for word in ["Usage:", "folder", "standard input", "Examples:", "bookmarks", "? shows the keys"] {
        assert!(help.contains(word), "{word} is not in\n{help}");
    }
}

#[test]
fn a_pipe_that_closes_is_no_error() {
    let home = tempfile::tempdir().unwrap();
    let script = format!(
        "'{}' print '{SAMPLE}' | head -n 1; echo ${{PIPESTATUS[0]}}",
        env!("CARGO_BIN_EXE_newsprint")
    );
    let output = Command::new("bash").current_dir(home.path()).args(["-c", &script]).output().unwrap();
    assert!(text(&output.stdout).ends_with("0\n"), "{output:?}");
    assert_eq!(text(&output.stderr), "");
}

#[test]
fn completions_and_the_manual_are_made() {
    assert!(text(&run(&["completions", "bash"]).stdout).contains("newsprint"));
    assert!(text(&run(&["man"]).stdout).contains(".TH newsprint"));
}

#[test]
fn a_page_is_corrected_by_line_and_label() {
    let home = tempfile::tempdir().unwrap();
    let page = "旧闻一则\n\n本报讯 很久以前,报纸是一张一张印的。\n\n第二天照常出版\n\n读者排起了队。\n";
    fs::write(home.path().join("p.txt"), page).unwrap();
    let said = text(&newsprint(home.path(), &["fix", "p.txt", "5", "split"], b"").stdout);
    assert!(said.contains("p.fix.json: the page has 2 articles now"), "{said}");
    newsprint(home.path(), &["fix", "p.txt", "1", "kicker"], b"");
    let issue = newsprint(home.path(), &["convert", "p.txt", "--to", "json"], b"").stdout;
    let issue: serde_json::Value = serde_json::from_slice(&issue).unwrap();
    assert_eq!(issue["pages"][0]["articles"][0]["kicker"][0], "旧闻一则");
    assert_eq!(newsprint(home.path(), &["fix", "p.txt", "5", "wrong"], b"").status.code(), Some(2));
    assert!(complaint(home.path(), &["fix", "p.txt", "2", "split"], b"").contains("line 2 is blank"));
}

/// Names and texts are data: whatever they hold, a terminal that shows our messages is not steered by it.
#[test]
fn nothing_that_steers_a_terminal_comes_out_of_a_message_or_a_report() {
    let home = tempfile::tempdir().unwrap();
    let issue = "{\"format\":\"newsprint-issue/1\",\"publication\":\"\\u001b]0;x\\u0007\",\"pages\":[{\"id\":\"\\u001b[31m\",\"name\":\"\\u202e\",\"articles\":[{\"headline\":[\"\\u009b2J\"],\"byline\":\"\\u0008\",\"body\":[{\"type\":\"paragraph\",\"text\":\"\\u200b\\u0085\"}]}]}]}";
    fs::write(home.path().join("a\u{1b}[31m.json"), issue).unwrap();
    for args in [
        vec!["print", "a\u{1b}[31m.json"],
        vec!["check", "a\u{1b}[31m.json"],
        vec!["print", "missing\u{1b}[31m.json"],
    ] {
        let output = newsprint(home.path(), &args, b"");
        for stream in [output.stdout, output.stderr] {
            let said = text(&stream);
            let bad =
                said.chars().find(|c| (c.is_control() && *c != '\n') || matches!(c, '\u{200b}' | '\u{202e}'));
            assert_eq!(bad, None, "{args:?}: {said:?}");
        }
    }
}
