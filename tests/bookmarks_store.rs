//! The bookmarks file, through the door that the program uses.
#![expect(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use jiff::Timestamp;
use newsprint::bookmarks::{Bookmark, FORMAT, Found, Store, StoreError, Warning};
use newsprint::issue::{Article, ArticleNo, Block, Issue, Page, Part, Position};
use serde_json::{Value, json};

fn issue() -> Issue {
    let paragraphs = [
        "　　北宋庆历年间，布衣毕昇用胶泥刻字，一字一印，用火烧硬，是为活字。",
        "　　沈括把制字、排版、印刷的法子记在《梦溪笔谈》里，这是关于活字印刷最早的文字。",
        "　　若印三二本，未为简易；若印数十百千本，则极为神速。",
    ];
    let block = |text: &str| Block { text: text.to_owned(), ..Block::default() };
    let article = Article {
        headline: vec!["活字的由来".to_owned()],
        body: paragraphs.map(block).into(),
        ..Article::default()
    };
    let page = Page { id: "01".to_owned(), articles: vec![article], ..Page::default() };
    Issue { publication: Some("印刷史话".to_owned()), pages: vec![page], ..Issue::new() }
}

/// The `nth` bookmark: no two have the same id.
fn bookmark(nth: usize) -> Bookmark {
    let position = Position::new(Part::Block(nth % 3), 2 + nth / 3 % 20);
    let made = Timestamp::from_second(1_700_000_000 + i64::try_from(nth).unwrap()).unwrap();
    Bookmark::at(&issue(), "sample:printing", ArticleNo(0), position, made).unwrap()
}

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn with(text: impl AsRef<[u8]>) -> Self {
        let desk = Self::new();
        fs::write(desk.file(), text).unwrap();
        desk
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("bookmarks.json")
    }

    fn store(&self) -> Store {
        Store::open(self.file())
    }

    fn json(&self) -> Value {
        serde_json::from_slice(&fs::read(self.file()).unwrap()).unwrap()
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn one_sentence(error: &StoreError, path: &Path) {
    let said = error.to_string();
    assert!(said.contains(path.to_str().unwrap()) && !said.contains('\n'), "{said}");
    assert!(said.contains(": "), "says what to do: {said}");
}

#[test]
fn what_is_kept_comes_back() {
    let desk = Desk::new();
    assert_eq!(desk.store().load().unwrap().bookmarks, []);
    assert_eq!(desk.names(), Vec::<String>::new(), "reading makes no file");
    let mut noted = bookmark(1);
    noted.note = Some("沈括".to_owned());
    noted.tags = vec!["印刷".to_owned()];
    let all = [bookmark(0), noted, bookmark(2)];
    for (nth, bookmark) in all.iter().enumerate() {
        assert_eq!(desk.store().add(bookmark).unwrap().bookmarks, all.get(..=nth).unwrap());
    }
    let loaded = desk.store().load().unwrap();
    assert_eq!(loaded.bookmarks, all);
    assert_eq!(loaded.warning, None);
    let found = loaded.bookmarks.iter().map(|bookmark| bookmark.find(&issue()));
    assert!(found.into_iter().all(|found| matches!(found, Found::Here { .. })));
}

#[test]
fn keeping_twice_keeps_once_and_changes_the_note() {
    let desk = Desk::new();
    let _ = desk.store().add_all(&[bookmark(0), bookmark(1)]).unwrap();
    let noted = Bookmark { note: Some("神速".to_owned()), ..bookmark(0) };
    assert_eq!(desk.store().add(&noted).unwrap().bookmarks, [noted, bookmark(1)]);
}

#[test]
fn an_edit_changes_what_the_file_has() {
    let desk = Desk::new();
    let _ = desk.store().add_all(&[bookmark(0), bookmark(1)]).unwrap();
    // Another reader tags it meanwhile.
    let _ = desk.store().add(&Bookmark { tags: vec!["印刷".to_owned()], ..bookmark(0) }).unwrap();
    let (loaded, edited) = desk
        .store()
        .edit(&bookmark(0).id, |bookmark| {
            bookmark.note = Some("神速".to_owned());
            bookmark.id = "mine".to_owned();
        })
        .unwrap();
    let expected =
        Bookmark { note: Some("神速".to_owned()), tags: vec!["印刷".to_owned()], ..bookmark(0) };
    assert_eq!(edited.as_ref(), Some(&expected));
    assert_eq!(loaded.bookmarks, [expected, bookmark(1)]);
    let stamp = desk.store().stamp();
    assert_eq!(desk.store().edit("none", |_| ()).unwrap().1, None);
    assert!(desk.store().edit(&bookmark(1).id, |_| ()).unwrap().1.is_some());
    assert_eq!(desk.store().stamp(), stamp, "nothing changed, nothing written");
}

#[test]
fn a_rescue_writes_a_new_file_and_never_over_another() {
    let desk = Desk::new();
    let path = desk.folder.path().join("rescued.json");
    Store::write_elsewhere(&path, &[bookmark(0)]).unwrap();
    assert_eq!(Store::open(&path).load().unwrap().bookmarks, [bookmark(0)]);
    let error = Store::write_elsewhere(&path, &[bookmark(1)]).unwrap_err();
    assert!(matches!(error, StoreError::Taken { .. }));
    one_sentence(&error, &path);
    assert_eq!(Store::open(&path).load().unwrap().bookmarks, [bookmark(0)]);
    let nowhere = desk.folder.path().join("missing/rescued.json");
    one_sentence(&Store::write_elsewhere(&nowhere, &[bookmark(0)]).unwrap_err(), &nowhere);
    assert_eq!(desk.names(), ["rescued.json"], "no left-overs");
}

#[test]
fn removing_takes_one_away() {
    let desk = Desk::new();
    let _ = desk.store().add_all(&[bookmark(0), bookmark(1)]).unwrap();
    assert_eq!(desk.store().remove(&bookmark(0).id).unwrap().bookmarks, [bookmark(1)]);
    assert_eq!(desk.store().remove("none").unwrap().bookmarks, [bookmark(1)]);
    assert_eq!(desk.store().load().unwrap().bookmarks, [bookmark(1)]);
}

#[test]
fn a_stamp_tells_of_every_change_and_of_nothing_else() {
    let desk = Desk::new();
    let mut last = desk.store().stamp();
    for nth in 0..50 {
        // One comes, one goes: the size is the same every second time.
        let _ =
            if nth % 2 == 0 { desk.store().add(&bookmark(7)) } else { desk.store().remove(&bookmark(7).id) };
        let now = desk.store().stamp();
        assert_ne!(now, last, "change {nth}");
        let _ = desk.store().load().unwrap();
        let _ = desk.store().remove("none").unwrap();
        assert_eq!(desk.store().stamp(), now);
        last = now;
    }
    fs::remove_file(desk.file()).unwrap();
    assert_eq!(desk.store().stamp(), newsprint::bookmarks::Stamp::default());
}

#[test]
fn importing_makes_no_doubles() {
    let desk = Desk::new();
    let _ = desk.store().add(&bookmark(0)).unwrap();
    let same_words = Bookmark { id: "another".to_owned(), ..bookmark(0) };
    let from = [bookmark(0), same_words, bookmark(1), bookmark(1)];
    let (loaded, count) = desk.store().import(&from).unwrap();
    assert_eq!((loaded.bookmarks, count), (vec![bookmark(0), bookmark(1)], 1));
}

/// What is kept already is found where the other reader has its issue, too; its own place goes first.
#[test]
fn importing_what_is_kept_brings_where_its_issue_was_seen() {
    let desk = Desk::new();
    let _ = desk.store().add(&bookmark(0)).unwrap();
    let mut theirs = Bookmark { id: "another".to_owned(), ..bookmark(0) };
    theirs.issue.sources = vec!["/theirs/1.txt".to_owned(), bookmark(0).issue.source().to_owned()];
    let (loaded, count) = desk.store().import(std::slice::from_ref(&theirs)).unwrap();
    assert_eq!((loaded.bookmarks.len(), count), (1, 0));
    let sources = [bookmark(0).issue.source().to_owned(), "/theirs/1.txt".to_owned()];
    assert_eq!(loaded.bookmarks[0].issue.sources, sources);
    assert_eq!(desk.store().load().unwrap().bookmarks, loaded.bookmarks);
    let (again, _) = desk.store().import(&[theirs]).unwrap();
    assert_eq!(again.bookmarks, loaded.bookmarks);
}

#[test]
fn the_file_reads_well() {
    let desk = Desk::new();
    let _ = desk.store().add(&bookmark(4)).unwrap();
    let text = fs::read_to_string(desk.file()).unwrap();
    assert!(text.starts_with("{\n  \"format\": \"newsprint-bookmarks/2\",\n"), "{text}");
    let json = desk.json();
    let entry = json.pointer("/bookmarks/0").unwrap();
    assert_eq!(entry.get("position").unwrap(), &json!({"part": "block", "index": 1, "offset": 3}));
    assert_eq!(entry.pointer("/quote/exact").unwrap(), "括把制字、排版、印刷的法子记在《梦溪笔谈》里，这");
    assert_eq!(
        entry.pointer("/quote/before").unwrap(),
        "宋庆历年间，布衣毕昇用胶泥刻字，一字一印，用火烧硬，是为活字。\n　　沈"
    );
    assert_eq!(entry.pointer("/issue/publication").unwrap(), "印刷史话");
    assert_eq!(entry.pointer("/made").unwrap(), "2023-11-14T22:13:24Z");
}

#[test]
fn unknown_fields_are_kept_at_every_level() {
    let desk = Desk::new();
    let _ = desk.store().add_all(&[bookmark(0), bookmark(1)]).unwrap();
    let mut json = desk.json();
    let levels = [
        "",
        "/bookmarks/0",
        "/bookmarks/0/issue",
        "/bookmarks/0/article",
        "/bookmarks/0/position",
        "/bookmarks/0/quote",
    ];
    for level in levels {
        let level = json.pointer_mut(level).unwrap().as_object_mut().unwrap();
        level.insert("later".to_owned(), json!({"a": [1, null, "二"]}));
    }
    // An entry that this version can't read.
    json.pointer_mut("/bookmarks").unwrap().as_array_mut().unwrap().push(json!({"id": "x", "part": "table"}));
    fs::write(desk.file(), json.to_string()).unwrap();
    let loaded = desk.store().load().unwrap();
    assert_eq!(loaded.warning, Some(Warning::NotUnderstood { count: 1 }));
    assert_eq!(loaded.bookmarks.len(), 2);
    let _ = desk.store().add(&bookmark(2)).unwrap();
    let _ = desk.store().remove(&bookmark(1).id).unwrap();
    let mut after = desk.json();
    for level in levels {
        assert!(after.pointer(&format!("{level}/later")).is_some(), "{level:?}");
    }
    assert_eq!(after.pointer("/bookmarks/1").unwrap(), &json!({"id": "x", "part": "table"}));
    // An edited note is written by what was read: all but the position's field.
    let edited = Bookmark { note: Some("n".to_owned()), ..loaded.bookmarks.first().unwrap().clone() };
    let _ = desk.store().add(&edited).unwrap();
    after = desk.json();
    for level in levels.into_iter().filter(|level| !level.ends_with("position")) {
        assert!(after.pointer(&format!("{level}/later")).is_some(), "{level:?}");
    }
}

#[test]
fn a_newer_format_is_left_alone() {
    let text = r#"{"format": "newsprint-bookmarks/3", "bookmarks": {"a": 1}}"#;
    let desk = Desk::with(text);
    let errors = [
        desk.store().load().unwrap_err(),
        desk.store().add(&bookmark(0)).unwrap_err(),
        desk.store().remove("a").unwrap_err(),
    ];
    for error in errors {
        one_sentence(&error, &desk.file());
        let said = error.to_string();
        assert!(said.contains("newsprint-bookmarks/3") && said.contains(FORMAT), "{said}");
    }
    assert_eq!(fs::read_to_string(desk.file()).unwrap(), text);
}

/// A file that version 1 wrote, and where it is kept.
const OLDER: &str = include_str!("formats/bookmarks-1.json");

#[test]
fn an_older_file_is_brought_up_once_and_kept_as_it_was() {
    let desk = Desk::with(OLDER);
    let loaded = desk.store().load().unwrap();
    assert_eq!(loaded.bookmarks.len(), 3);
    let first = loaded.bookmarks.first().unwrap();
    assert_eq!(first.issue.sources, ["/home/reader/papers/huozi-2026-10-18-p1.txt"]);
    assert_eq!(first.note.as_deref(), Some("旧批注"));
    let Some(warning @ Warning::BroughtUp { kept_as, .. }) = &loaded.warning else {
        panic!("{:?}", loaded.warning);
    };
    assert!(!warning.is_harm());
    let said = warning.to_string();
    assert!(
        said.contains(FORMAT) && said.contains(kept_as.to_str().unwrap()) && !said.contains('\n'),
        "{said}"
    );
    assert!(kept_as.ends_with("bookmarks.json.v1"));
    assert_eq!(fs::read_to_string(kept_as).unwrap(), OLDER);
    // Nothing but the source and the format is another; what this version does not know is where it was.
    let (mut expected, json): (Value, Value) = (serde_json::from_str(OLDER).unwrap(), desk.json());
    expected["format"] = json!(FORMAT);
    for entry in expected["bookmarks"].as_array_mut().unwrap().iter_mut().take(3) {
        let source = entry["issue"].as_object_mut().unwrap().shift_remove("source").unwrap();
        entry["issue"]["sources"] = json!([source]);
    }
    assert_eq!(json, expected);
    let stamp = desk.store().stamp();
    assert_eq!(desk.store().load().unwrap().warning, Some(Warning::NotUnderstood { count: 1 }));
    assert_eq!(desk.store().stamp(), stamp, "it is done once");
    assert_eq!(
        desk.names(),
        ["bookmarks.json", "bookmarks.json.bak", "bookmarks.json.lock", "bookmarks.json.v1"]
    );
    // An older program has been here again: its file is kept beside the other.
    let again = OLDER.replace("旧批注", "新批注");
    fs::write(desk.file(), &again).unwrap();
    let _ = desk.store().add(&bookmark(0)).unwrap();
    let name = |name: &str| fs::read_to_string(desk.folder.path().join(name)).unwrap();
    assert_eq!((name("bookmarks.json.v1").as_str(), name("bookmarks.json.v1-2")), (OLDER, again));
    assert_eq!(desk.store().load().unwrap().bookmarks.len(), 4);
}

#[test]
fn an_older_export_is_imported() {
    let imported = newsprint::bookmarks::export::read(OLDER.as_bytes()).unwrap();
    assert_eq!((imported.bookmarks.len(), imported.left_out), (3, 1));
    let desk = Desk::with(OLDER);
    assert_eq!(desk.store().import(&imported.bookmarks).unwrap().1, 0);
}

#[test]
fn a_damaged_file_is_set_aside_and_the_copy_takes_its_place() {
    let desk = Desk::new();
    let _ = desk.store().add_all(&[bookmark(0), bookmark(1)]).unwrap();
    let mut damaged = fs::read(desk.file()).unwrap();
    damaged.truncate(damaged.len() / 2);
    fs::write(desk.file(), &damaged).unwrap();
    let loaded = desk.store().load().unwrap();
    assert_eq!(loaded.bookmarks, [bookmark(0), bookmark(1)]);
    let Some(warning @ Warning::SetAside { kept_as, restored: 2, .. }) = &loaded.warning else {
        panic!("{:?}", loaded.warning);
    };
    let said = warning.to_string();
    assert!(said.contains(kept_as.to_str().unwrap()) && !said.contains('\n'), "{said}");
    assert_eq!(fs::read(kept_as).unwrap(), damaged);
    assert_eq!(desk.store().load().unwrap().warning, None, "it is said once");
}

#[test]
fn every_kind_of_damage_is_kept() {
    let damages: [&[u8]; 11] = [
        b"not json",
        b"{\"format\":\"newsprint-bookmarks/1\",\"bookmarks\":[",
        b"{}",
        b"[]",
        b"{\"format\":7,\"bookmarks\":[]}",
        b"{\"format\":\"newsprint-bookmarks/1\"}",
        b"{\"format\":\"newsprint-bookmarks/2\",\"bookmarks\":[",
        b"{\"format\":\"newsprint-bookmarks/2\"}",
        b"{\"format\":\"newsprint-issue/1\",\"pages\":[]}",
        b"\xFF\xFE{",
        &[0; 4096],
    ];
    for damage in damages {
        let desk = Desk::with(damage);
        let loaded = desk.store().add(&bookmark(0)).unwrap();
        assert_eq!(loaded.bookmarks, [bookmark(0)]);
        let Some(Warning::SetAside { kept_as, .. }) = loaded.warning else { panic!("{damage:?}") };
        assert!(kept_as.to_str().unwrap().contains("bookmarks.json.damaged-20"));
        assert_eq!(fs::read(kept_as).unwrap(), damage);
    }
}

#[test]
fn names_of_damaged_files_are_never_used_twice() {
    let desk = Desk::new();
    for nth in 0..20 {
        fs::write(desk.file(), format!("damage {nth}")).unwrap();
        let _ = desk.store().load().unwrap();
    }
    let kept = desk.names().into_iter().filter(|name| name.contains("damaged"));
    let mut texts: Vec<String> =
        kept.map(|name| fs::read_to_string(desk.folder.path().join(name)).unwrap()).collect();
    texts.sort_by_key(|text| text.rsplit(' ').next().unwrap().parse::<u32>().unwrap());
    assert_eq!(texts, (0..20).map(|nth| format!("damage {nth}")).collect::<Vec<_>>());
}

#[test]
fn an_empty_file_holds_nothing_unless_there_is_a_copy() {
    let desk = Desk::with("");
    assert_eq!(desk.store().load().unwrap().warning, None);
    let loaded = desk.store().add(&bookmark(0)).unwrap();
    assert_eq!((loaded.bookmarks, loaded.warning), (vec![bookmark(0)], None));
    fs::write(desk.file(), "").unwrap();
    let loaded = desk.store().load().unwrap();
    assert_eq!(loaded.bookmarks, [bookmark(0)]);
    assert!(matches!(loaded.warning, Some(Warning::SetAside { restored: 1, .. })));
}

#[test]
fn a_byte_order_mark_is_no_damage() {
    let desk = Desk::new();
    let _ = desk.store().add(&bookmark(0)).unwrap();
    let text = fs::read_to_string(desk.file()).unwrap();
    fs::write(desk.file(), format!("\u{FEFF}{text}")).unwrap();
    let loaded = desk.store().load().unwrap();
    assert_eq!((loaded.bookmarks, loaded.warning), (vec![bookmark(0)], None));
}

#[test]
fn a_folder_that_cannot_be_made_is_said() {
    let desk = Desk::with("a file");
    let store = Store::open(desk.file().join("newsprint/bookmarks.json"));
    let error = store.add(&bookmark(0)).unwrap_err();
    assert_eq!(fs::read_to_string(desk.file()).unwrap(), "a file");
    one_sentence(&error, &desk.file());
}

#[test]
fn a_file_that_is_a_folder_is_said() {
    let desk = Desk::new();
    fs::create_dir(desk.file()).unwrap();
    one_sentence(&desk.store().load().unwrap_err(), &desk.file());
    one_sentence(&desk.store().add(&bookmark(0)).unwrap_err(), &desk.file());
}

#[test]
fn a_missing_folder_is_made() {
    let desk = Desk::new();
    let folder = desk.folder.path().join("a/newsprint");
    let store = Store::open(folder.join("bookmarks.json"));
    assert_eq!(store.load().unwrap().bookmarks, []);
    assert!(!folder.exists());
    let _ = store.add(&bookmark(0)).unwrap();
    assert_eq!(store.load().unwrap().bookmarks, [bookmark(0)]);
}

#[test]
fn threads_lose_nothing() {
    let desk = Desk::new();
    thread::scope(|scope| {
        for one in 0..4 {
            let store = desk.store();
            scope.spawn(move || {
                for nth in 0..50 {
                    let _ = store.add(&bookmark(one * 50 + nth)).unwrap();
                }
            });
        }
    });
    let mut ids: Vec<String> = desk.store().load().unwrap().bookmarks.into_iter().map(|b| b.id).collect();
    let mut expected: Vec<String> = (0..200).map(|nth| bookmark(nth).id).collect();
    ids.sort();
    expected.sort();
    assert_eq!(ids, expected);
    assert_eq!(desk.names(), ["bookmarks.json", "bookmarks.json.bak", "bookmarks.json.lock"]);
}

/// Set for a child of these tests: the first of the bookmarks that it adds, how many changes it makes, and the file.
const CHILD: &str = "NEWSPRINT_TEST_CHILD";

/// Adds bookmarks when a test below runs it in a process of its own, takes every third away again, and says each change
/// that is acknowledged.
#[test]
fn child() {
    let Ok(order) = std::env::var(CHILD) else { return };
    let [from, changes, file] = order.splitn(3, ' ').collect::<Vec<_>>().try_into().unwrap();
    let (from, changes): (usize, usize) = (from.parse().unwrap(), changes.parse().unwrap());
    let store = Store::open(file);
    let _ = store.load().unwrap();
    let mut last = String::new();
    for nth in from..from + changes {
        if nth % 4 == 3 {
            let _ = store.remove(&last).unwrap();
            println!("gone {last}");
        } else {
            let added = bookmark(nth);
            let _ = store.add(&added).unwrap();
            println!("kept {}", added.id);
            last = added.id;
        }
    }
}

/// A number that whoever runs the tests may choose.
fn chosen(name: &str, usual: usize) -> usize {
    std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(usual)
}

fn spawn_child(file: &Path, from: usize, changes: usize) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child", "--nocapture"])
        .env(CHILD, format!("{from} {changes} {}", file.display()))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// How many changes a child said were made, and which of its bookmarks are kept after them. A bookmark that a killed
/// child was just taking away is neither.
fn acknowledged(child: Child) -> (usize, Vec<String>) {
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let (mut count, mut kept) = (0, Vec::<String>::new());
    for line in said.lines() {
        // The first one stands on the test runner's own line.
        if let Some((_, id)) = line.split_once("kept ") {
            count += 1;
            kept.push(id.to_owned());
        } else if let Some(id) = line.strip_prefix("gone ") {
            count += 1;
            kept.retain(|of| of != id);
        }
    }
    (count, kept)
}

/// `NEWSPRINT_CHANGES=500` makes each of the four make so many.
#[test]
fn four_processes_at_once_lose_nothing() {
    let desk = Desk::new();
    let changes = chosen("NEWSPRINT_CHANGES", 60);
    let children = [0, 1000, 2000, 3000].map(|from| spawn_child(&desk.file(), from, changes));
    let (counts, kept): (Vec<usize>, Vec<Vec<String>>) = children.into_iter().map(acknowledged).unzip();
    assert_eq!(counts, [changes; 4]);
    let kept = kept.concat();
    let there: HashSet<String> = desk.store().load().unwrap().bookmarks.into_iter().map(|b| b.id).collect();
    assert_eq!(there, kept.into_iter().collect());
}

/// The file is of an older version, and all look at it at once.
#[test]
fn processes_that_meet_an_older_file_at_once_lose_nothing() {
    for _ in 0..chosen("NEWSPRINT_MEETINGS", 5) {
        let desk = Desk::with(OLDER);
        let children = [0, 1000].map(|from| spawn_child(&desk.file(), from, 3));
        let kept: Vec<String> = children.into_iter().flat_map(|child| acknowledged(child).1).collect();
        assert_eq!(kept.len(), 6);
        let loaded = desk.store().load().unwrap();
        let has = |id: &str| loaded.bookmarks.iter().any(|bookmark| bookmark.id == id);
        assert!(loaded.bookmarks.len() == 9 && kept.iter().all(|id| has(id)));
        let names = ["bookmarks.json", "bookmarks.json.bak", "bookmarks.json.lock", "bookmarks.json.v1"];
        assert_eq!(desk.names(), names, "it is kept once");
        assert_eq!(fs::read_to_string(desk.folder.path().join("bookmarks.json.v1")).unwrap(), OLDER);
    }
}

/// `NEWSPRINT_KILLS=2000` kills so many.
#[test]
fn killed_processes_lose_nothing_that_was_acknowledged() {
    let kills = chosen("NEWSPRINT_KILLS", 15);
    let mut acks = 0;
    for nth in 0..kills {
        // Every other one has an older file to bring up first.
        let older = nth % 2 == 1;
        let desk = if older { Desk::with(OLDER) } else { Desk::new() };
        let mut child = spawn_child(&desk.file(), 0, 800);
        while !desk.folder.path().join("bookmarks.json.lock").exists() {
            thread::sleep(Duration::from_micros(200));
        }
        // All moments of a change, and some of them late.
        thread::sleep(Duration::from_micros(u64::try_from(nth * 7919 % 60_000).unwrap()));
        child.kill().unwrap();
        let (count, mut kept) = acknowledged(child);
        acks += count;
        // The last one may have been going when the child was killed.
        let last = kept.pop();
        let loaded = desk.store().add(&bookmark(5000)).unwrap();
        let brought_up =
            matches!(loaded.warning, Some(Warning::BroughtUp { .. } | Warning::NotUnderstood { .. }));
        assert!(if older { brought_up } else { loaded.warning.is_none() }, "{:?}", loaded.warning);
        if older {
            assert_eq!(fs::read_to_string(desk.folder.path().join("bookmarks.json.v1")).unwrap(), OLDER);
            assert!(loaded.bookmarks.iter().any(|bookmark| bookmark.note.as_deref() == Some("旧批注")));
        }
        for id in kept {
            assert!(loaded.bookmarks.iter().any(|bookmark| bookmark.id == id), "{id} was acknowledged");
        }
        let removes_next = count % 4 == 3;
        let is_there = |id: &String| loaded.bookmarks.iter().any(|bookmark| bookmark.id == *id);
        assert!(last.is_none_or(|id| removes_next || is_there(&id)));
        let mut names = desk.names();
        names.retain(|name| !(older && name == "bookmarks.json.v1"));
        assert_eq!(names, ["bookmarks.json", "bookmarks.json.bak", "bookmarks.json.lock"]);
    }
    println!("{kills} kills, {acks} acknowledged changes");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn a_link_stays_and_its_target_is_written() {
        let desk = Desk::new();
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("dotfiles")).unwrap();
        let target = home.path().join("dotfiles/marks.json");
        // A link to a link, the second one relative.
        symlink(home.path().join("link.json"), desk.file()).unwrap();
        symlink("dotfiles/marks.json", home.path().join("link.json")).unwrap();
        let _ = desk.store().add(&bookmark(0)).unwrap();
        let _ = desk.store().add(&bookmark(1)).unwrap();
        assert!(desk.file().symlink_metadata().unwrap().is_symlink());
        assert_eq!(Store::open(&target).load().unwrap().bookmarks, [bookmark(0), bookmark(1)]);
        fs::write(&target, "damaged").unwrap();
        let Some(Warning::SetAside { kept_as, .. }) = desk.store().load().unwrap().warning else { panic!() };
        assert_eq!(kept_as.parent(), target.parent());
        assert!(target.symlink_metadata().unwrap().is_file());
    }

    #[test]
    fn a_link_into_a_missing_folder_makes_none() {
        let desk = Desk::new();
        let target = desk.folder.path().join("disk/bookmarks.json");
        symlink(&target, desk.file()).unwrap();
        assert_eq!(desk.store().load().unwrap().bookmarks, []);
        one_sentence(&desk.store().add(&bookmark(0)).unwrap_err(), &target);
        assert!(!desk.folder.path().join("disk").exists());
    }

    #[test]
    fn links_in_a_circle_are_said() {
        let desk = Desk::new();
        symlink(desk.file(), desk.file()).unwrap();
        one_sentence(&desk.store().load().unwrap_err(), &desk.file());
    }

    #[test]
    fn the_file_is_the_users_alone() {
        let desk = Desk::new();
        let folder = desk.folder.path().join("newsprint");
        let store = Store::open(folder.join("bookmarks.json"));
        let _ = store.add(&bookmark(0)).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        for name in ["bookmarks.json", "bookmarks.json.bak", "bookmarks.json.lock"] {
            assert_eq!(mode(&folder.join(name)), 0o600, "{name}");
        }
    }
}
