//! `newsprint bookmarks`, from outside.
#![expect(clippy::unwrap_used, reason = "a test that cannot run its program must fail")]

use std::fs;
use std::path::PathBuf;
use std::process::Output;
use std::thread;

use assert_cmd::cargo::cargo_bin_cmd;
use serde_json::Value;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/issues/huozi-2026-10-18-p1.txt");
const ENGLISH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/issues/galley-2026-10-18.json");

struct Desk {
    home: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap() }
    }

    fn output(&self, args: &[&str], input: &[u8]) -> Output {
        let mut command = cargo_bin_cmd!("newsprint");
        for name in ["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "HOME"] {
            command.env(name, self.home.path().join(name));
        }
        command.current_dir(self.home.path()).arg("bookmarks").args(args).write_stdin(input).output().unwrap()
    }

    /// What a command that does well says.
    #[track_caller]
    fn run(&self, args: &[&str]) -> String {
        let output = self.output(args, b"");
        assert!(output.status.success(), "{args:?}: {}", text(&output.stderr));
        assert_eq!(text(&output.stderr), "", "{args:?}");
        text(&output.stdout)
    }

    /// The one sentence of a command that fails.
    #[track_caller]
    fn complaint(&self, args: &[&str]) -> String {
        let output = self.output(args, b"");
        let said = text(&output.stderr);
        assert_eq!((output.status.code(), text(&output.stdout).as_str()), (Some(1), ""), "{args:?}: {said}");
        assert!(said.starts_with("newsprint: ") && said.trim_end().lines().count() == 1, "{said:?}");
        said
    }

    /// Adds a bookmark; gives its id.
    #[track_caller]
    fn add(&self, args: &[&str]) -> String {
        let said = self.run(&[&["add", SAMPLE], args].concat());
        said.split_whitespace().next().unwrap().to_owned()
    }

    fn file(&self) -> PathBuf {
        PathBuf::from(self.run(&["path"]).trim_end())
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.run(&["export"])).unwrap()
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_place_is_added_listed_shown_and_removed() {
    let desk = Desk::new();
    let whole = desk.add(&["--article", "1"]);
    let inside =
        desk.add(&["--article", "2", "--block", "1", "--offset", "4", "--note", " 夜里看 ", "--tag", "天文"]);
    let list = desk.run(&["list"]);
    assert_eq!(list.lines().count(), 2);
    assert!(list.lines().all(|line| line.contains("2026-10-18")), "{list}");
    assert!(list.lines().next().unwrap().starts_with(&inside), "the newest first: {list}");
    let card = desk.run(&["show", &inside]);
    assert!(
        card.contains("\n夜里看\n#天文\n") && card.contains("月亮先落") && card.contains(SAMPLE),
        "{card}"
    );
    let json = desk.json();
    assert_eq!(
        json["bookmarks"][0]["position"],
        serde_json::json!({"part": "block", "index": 0, "offset": 4})
    );
    assert!(json["bookmarks"][1]["quote"]["exact"].as_str().unwrap().starts_with("从一枚胶泥字"), "{json:#}");
    assert_eq!(desk.run(&["remove", &whole]), "");
    assert_eq!(desk.run(&["list"]).lines().count(), 1);
    let said = desk.complaint(&["add", SAMPLE, "--article", "2", "--block", "1", "--offset", "4"]);
    assert!(said.contains("already") && said.contains(&inside), "{said}");
}

#[test]
fn a_note_is_written_and_tags_come_and_go() {
    let desk = Desk::new();
    let id = desk.add(&["--article", "3"]);
    let card = desk.run(&["note", &id, "八十列\n从卡片来", "--tag", "终端", "--tag", "史"]);
    assert!(card.contains("\n八十列\n从卡片来\n#终端 #史\n"), "{card}");
    let card = desk.run(&["note", &id, "--untag", "#史", "--tag", "#终端，"]);
    assert!(card.contains("\n八十列\n从卡片来\n#终端\n"), "{card}");
    assert_eq!(desk.run(&["show", &id]), card);
    let card = desk.run(&["note", &id, ""]);
    assert!(!card.contains("八十列\n") && card.contains("#终端"), "{card}");
    assert!(desk.json()["bookmarks"][0]["note"].is_null());
    assert!(desk.complaint(&["note", "none", "x"]).contains("\"none\""));
    assert!(desk.complaint(&["show", "none"]).contains("bookmarks list"));
    assert_eq!(desk.output(&["note", &id], b"").status.code(), Some(2));
}

#[test]
fn places_that_are_not_there_are_said_with_how_many_are() {
    let desk = Desk::new();
    let cases: [(&[&str], &str); 6] = [
        (&["add", SAMPLE, "--article", "1", "--block", "1", "--offset", "9999"], "after 9999 characters"),
        (&["add", SAMPLE, "--article", "99"], "no article 99"),
        (&["add", SAMPLE, "--article", "1", "--block", "999"], "no block 999 in article 1"),
        (&["add", "missing.txt", "--article", "1"], "missing.txt"),
        (&["add", "-", "--article", "1"], "standard input cannot be opened again"),
        (&["import", "missing.json"], "missing.json"),
    ];
    for (args, expected) in cases {
        let said = desk.complaint(args);
        assert!(said.contains(expected), "{said}");
    }
    assert_eq!(desk.output(&["add", SAMPLE], b"").status.code(), Some(2));
    assert_eq!(desk.output(&["add", SAMPLE, "--article", "0"], b"").status.code(), Some(2));
    assert_eq!(desk.output(&["add", SAMPLE, "--article", "1", "--offset", "2"], b"").status.code(), Some(2));
    assert!(!desk.file().exists());
}

#[test]
fn every_export_but_the_page_of_clippings_comes_back() {
    let desk = Desk::new();
    desk.add(&["--article", "1", "--note", "一"]);
    desk.add(&["--article", "2", "--block", "2", "--tag", "天文"]);
    desk.run(&["add", ENGLISH, "--article", "1", "--block", "1", "--offset", "10"]);
    let clippings = desk.run(&["export", "--to", "markdown"]);
    assert!(clippings.contains("\n一\n") && clippings.contains("\\#天文"), "{clippings}");
    for format in ["json", "w3c"] {
        let other = Desk::new();
        let exported = desk.run(&["export", "--to", format]);
        let said = text(&other.output(&["import", "-"], exported.as_bytes()).stdout);
        assert_eq!(said, "3 of 3 bookmarks are new and were added\n");
        assert_eq!(other.json(), desk.json(), "{format}");
        fs::write(other.home.path().join("again.json"), exported).unwrap();
        assert_eq!(other.run(&["import", "again.json"]), "0 of 3 bookmarks are new and were added\n");
    }
    let said = desk.output(&["import", "-"], clippings.as_bytes());
    assert!(text(&said.stderr).contains("not a bookmarks file"));
}

#[test]
fn annotations_that_are_no_bookmarks_are_counted() {
    let desk = Desk::new();
    let page = r#"{"type": "AnnotationPage", "items": [{"type": "Annotation", "target": "http://example.org"},
        {"type": "Annotation", "id": "urn:x:1", "target": {"source": "file:///a", "selector":
        {"type": "TextQuoteSelector", "exact": "铅字"}}}]}"#;
    let said = text(&desk.output(&["import", "-"], page.as_bytes()).stdout);
    assert_eq!(
        said,
        "1 of 1 bookmarks are new and were added; 1 entries are no bookmarks and were left out\n"
    );
    assert!(text(&desk.output(&["import", "-"], page.as_bytes()).stdout).starts_with("0 of 1"));
    assert!(desk.run(&["list"]).contains("铅字"));
}

#[test]
fn commands_at_once_lose_nothing() {
    let desk = Desk::new();
    let id = desk.add(&["--article", "9"]);
    thread::scope(|scope| {
        for nth in 1..=6 {
            let (desk, id) = (&desk, &id);
            scope.spawn(move || {
                desk.add(&["--article", &nth.to_string()]);
                desk.run(&["note", id, "--tag", &format!("t{nth}")]);
            });
        }
    });
    assert_eq!(desk.run(&["list"]).lines().count(), 7);
    let json = desk.json();
    let edited = json["bookmarks"].as_array().unwrap().iter().find(|entry| entry["id"] == *id).unwrap();
    let mut tags: Vec<&str> =
        edited["tags"].as_array().unwrap().iter().map(|tag| tag.as_str().unwrap()).collect();
    tags.sort_unstable();
    assert_eq!(tags, ["t1", "t2", "t3", "t4", "t5", "t6"]);
}

/// As a person meets them: bookmarks of the version before, a folder that may only be read, names in any script.
#[test]
fn bookmarks_of_an_older_newsprint_are_there_at_once() {
    let desk = Desk::new();
    let file = desk.file();
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    let older = include_str!("formats/bookmarks-1.json");
    fs::write(&file, older).unwrap();
    let output = desk.output(&["list"], b"");
    assert!(output.status.success(), "to be brought up is no failure");
    assert_eq!(text(&output.stdout).lines().count(), 3);
    let said = text(&output.stderr);
    assert!(said.contains("bookmarks.json.v1") && said.lines().count() == 1, "{said}");
    assert_eq!(fs::read_to_string(file.with_extension("json.v1")).unwrap(), older);
    let output = desk.output(&["show", "aad396cd8b04382e"], b"");
    assert!(output.status.success() && text(&output.stdout).contains("旧批注"));
    let said = text(&output.stderr);
    assert!(said.contains("1 of the bookmarks can't be read") && !said.contains(".v1"), "{said}");
}

#[test]
fn a_newer_file_is_refused_and_left_alone() {
    let desk = Desk::new();
    let file = desk.file();
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    let newer = r#"{"format": "newsprint-bookmarks/3", "bookmarks": []}"#;
    fs::write(&file, newer).unwrap();
    let commands: [&[&str]; 6] = [
        &["list"],
        &["export"],
        &["show", "x"],
        &["remove", "x"],
        &["note", "x", "y"],
        &["add", SAMPLE, "--article", "1"],
    ];
    for args in commands {
        assert!(desk.complaint(args).contains("use a newer newsprint"));
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), newer);
}
