//! What needs to see inside: failing operations, and files as they stand on the disk.

use std::fs;

use jiff::Timestamp;
use tempfile::TempDir;

use super::*;
use crate::files::faulty::{Fault, Faulty};
use crate::issue::{Article, ArticleNo, Block, Page, Part, Position};

fn issue() -> Issue {
    let article = |headline: &str, text: &str| Article {
        headline: vec![headline.to_owned()],
        body: vec![Block { text: text.to_owned(), ..Block::default() }],
        ..Article::default()
    };
    let articles = vec![
        article("活字", "每一字有二十余印，以备一板内有重复者。"),
        article("月食", "地球的影子落在月面上，是圆的。"),
        article("铅字", "五号字约合三点七毫米，一架常备七千字。"),
    ];
    Issue { pages: vec![Page { id: "1".to_owned(), articles, ..Page::default() }], ..Issue::new() }
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

fn there(offset: usize) -> Position {
    Position::new(Part::Block(0), offset)
}

/// The whole folder: what is in each file but the locks.
fn files_in(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let (mut folders, mut found) = (vec![folder.to_owned()], Vec::new());
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with(".lock") {
                found.push((path.clone(), fs::read(path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// Makes every file one of version 1.
fn make_older(folder: &Path) {
    for (path, contents) in files_in(folder) {
        let text = String::from_utf8(contents).unwrap().replace("newsprint-places/2", "newsprint-places/1");
        fs::write(path, text.replace(r#""sources":["/a"]"#, r#""source":"/a""#)).unwrap();
    }
}

/// What version 1 wrote is read, and stays as it was until there is something to keep.
#[test]
fn places_of_an_older_version_are_read_and_kept() {
    let text = include_str!("../../tests/formats/places-1.json");
    let sample = include_bytes!("../../issues/huozi-2026-10-18-p1.txt");
    let issue = crate::parse::parse(sample, "huozi-2026-10-18-p1.txt").unwrap().issue;
    let key = IssueKey::of(&issue, "/home/reader/papers/huozi-2026-10-18-p1.txt");
    let folder = TempDir::new().unwrap();
    let path = file_of(folder.path(), &key);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    let places = Places::open(folder.path());
    let mut kept = places.load(&key, &issue);
    assert!(kept.is_read(ArticleNo(1)) && kept.last() == Some(ArticleNo(1)));
    assert_eq!(fs::read_to_string(&path).unwrap(), text, "to look changes nothing");
    kept.mark(&issue, ArticleNo(0), true, Timestamp::now());
    places.save(&key, &kept).unwrap();
    assert_eq!(places.load(&key, &issue), kept);
    assert_eq!(fs::read_to_string(files::beside(&path, ".v1")).unwrap(), text);
    assert!(fs::read_to_string(&path).unwrap().contains(FORMAT));
}

/// Each operation of a first save and of a second one fails once, in three ways: what is there after is the old places
/// or the new ones, and the next save works.
#[test]
fn no_failing_operation_leaves_a_broken_file() {
    let issue = issue();
    let key = IssueKey::of(&issue, "/a");
    let mut old = IssuePlaces::new(&issue);
    old.leave(&issue, ArticleNo(0), there(3), at(1));
    let mut new = old.clone();
    new.leave(&issue, ArticleNo(1), there(4), at(2));
    new.mark(&issue, ArticleNo(0), true, at(2));
    let mut runs = 0;
    let scenes = [(None, false), (Some(&old), false), (Some(&old), true)];
    for (fault, (before, older)) in
        Fault::ALL.into_iter().flat_map(|fault| scenes.map(|scene| (fault, scene)))
    {
        for nth in 0.. {
            runs += 1;
            let folder = TempDir::new().unwrap();
            let disk = Places::open(folder.path().join("places"));
            if let Some(old) = before {
                disk.save(&key, old).unwrap();
            }
            if older {
                make_older(folder.path());
            }
            let contents = fs::read(file_of(&folder.path().join("places"), &key)).unwrap_or_default();
            let faulty = Faulty::new(fault, nth);
            let result = Places { files: faulty.clone(), ..disk.clone() }.save(&key, &new);
            let there = disk.load(&key, &issue);
            let was = before.cloned().unwrap_or_else(|| IssuePlaces::new(&issue));
            let case = format!("operation {nth} fails: {fault:?}");
            assert!(there == new || (result.is_err() && there == was), "{case}: {there:?}");
            if let Err(error) = result {
                let said = error.to_string();
                assert!(said.contains("make room") && !said.contains('\n'), "{said}");
            }
            disk.save(&key, &new).unwrap();
            assert_eq!(disk.load(&key, &issue), new, "{case}");
            let files = files_in(folder.path());
            let count = if older { 3 } else { 2 };
            assert_eq!(
                files.len(),
                count,
                "{case}: the places and what leads there, no left-overs: {files:?}"
            );
            let kept = files.iter().find(|(path, _)| path.extension().is_some_and(|ending| ending == "v1"));
            assert_eq!(kept.map(|(_, kept)| kept), older.then_some(&contents), "{case}: as they were");
            if !faulty.was_reached() {
                break;
            }
        }
    }
    println!("{runs} runs");
}

#[test]
fn a_disk_that_cannot_be_read_has_no_places() {
    let issue = issue();
    let key = IssueKey::of(&issue, "/a");
    let folder = TempDir::new().unwrap();
    let disk = Places::open(folder.path());
    let mut places = IssuePlaces::new(&issue);
    places.leave(&issue, ArticleNo(0), there(3), at(1));
    disk.save(&key, &places).unwrap();
    let broken = Places { files: Faulty::new(Fault::Kill, 0), ..disk.clone() };
    assert!(broken.load(&key, &issue).is_empty());
    assert!(broken.save(&key, &places).is_err());
    assert_eq!(disk.load(&key, &issue), places);
}

#[test]
fn a_lock_that_is_held_is_said() {
    let issue = issue();
    let key = IssueKey::of(&issue, "/a");
    let folder = TempDir::new().unwrap();
    let places = Places { patience: Duration::from_millis(20), ..Places::open(folder.path()) };
    let mut left = IssuePlaces::new(&issue);
    left.leave(&issue, ArticleNo(0), there(3), at(1));
    places.save(&key, &left).unwrap();
    let path = FileName::of(&key).path_in(folder.path());
    let _lock = Disk.lock(&files::folder_of(&path).join(".lock")).unwrap().unwrap();
    left.leave(&issue, ArticleNo(1), there(1), at(2));
    let error = places.save(&key, &left).unwrap_err();
    assert!(matches!(error, PlacesError::Busy { .. }), "{error}");
}

/// The file of the only issue in a folder.
fn file_of(folder: &Path, key: &IssueKey) -> PathBuf {
    FileName::of(key).path_in(folder)
}

#[test]
fn what_a_newer_newsprint_wrote_stays() {
    let issue = issue();
    let key = IssueKey::of(&issue, "/a");
    let folder = TempDir::new().unwrap();
    let places = Places::open(folder.path());
    let mut left = IssuePlaces::new(&issue);
    left.leave(&issue, ArticleNo(0), there(3), at(1));
    places.save(&key, &left).unwrap();
    let text = r#"{"format":"newsprint-places/3","articles":{"a":1}}"#;
    fs::write(file_of(folder.path(), &key), text).unwrap();
    assert!(places.load(&key, &issue).is_empty());
    let said = places.save(&key, &left).unwrap_err().to_string();
    assert!(said.contains("newsprint-places/3") && said.contains(FORMAT), "{said}");
    assert_eq!(fs::read_to_string(file_of(folder.path(), &key)).unwrap(), text);
}

#[test]
fn a_damaged_file_is_none_and_is_replaced() {
    let issue = issue();
    let key = IssueKey {
        publication: Some("活字报".to_owned()),
        number: Some("3".to_owned()),
        ..IssueKey::of(&issue, "/a")
    };
    let damages: [&[u8]; 7] = [
        b"",
        b"{",
        b"[]",
        b"{\"format\":\"newsprint-places/1\",\"articles\":7}",
        b"{\"format\":1}",
        b"\xFF",
        &[0; 99],
    ];
    for damage in damages {
        let folder = TempDir::new().unwrap();
        let places = Places::open(folder.path());
        let path = file_of(folder.path(), &key);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, damage).unwrap();
        assert!(places.load(&key, &issue).is_empty());
        let mut left = IssuePlaces::new(&issue);
        left.leave(&issue, ArticleNo(2), there(3), at(1));
        places.save(&key, &left).unwrap();
        assert_eq!(places.load(&key, &issue), left);
    }
}

#[test]
fn unknown_fields_and_entries_are_kept() {
    let issue = issue();
    let key = IssueKey::of(&issue, "/a");
    let folder = TempDir::new().unwrap();
    let places = Places::open(folder.path());
    let mut left = IssuePlaces::new(&issue);
    left.leave(&issue, ArticleNo(0), there(3), at(1));
    left.mark(&issue, ArticleNo(1), true, at(1));
    places.save(&key, &left).unwrap();
    let path = file_of(folder.path(), &key);
    let mut json: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    let levels = ["", "/articles/0", "/articles/0/quote", "/articles/1"];
    for level in levels {
        let level = json.pointer_mut(level).unwrap().as_object_mut().unwrap();
        level.insert("later".to_owned(), serde_json::json!({"a": [1, null, "二"]}));
    }
    let strange = serde_json::json!({"page": "1", "headline": "活字", "position": {"part": "table"}});
    json["articles"].as_array_mut().unwrap().push(strange.clone());
    fs::write(&path, json.to_string()).unwrap();
    // One reader knows of the fields, one doesn't.
    let _ = places.load(&key, &issue);
    left.mark(&issue, ArticleNo(0), true, at(2));
    left.leave(&issue, ArticleNo(2), there(1), at(2));
    places.save(&key, &left).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    for level in levels.into_iter().filter(|level| !level.ends_with("quote")) {
        assert!(json.pointer(&format!("{level}/later")).is_some(), "{level:?}: {json:#}");
    }
    assert_eq!(json["articles"][2], strange);
    assert_eq!(json["articles"].as_array().unwrap().len(), 4);
}

#[test]
fn a_file_reads_well() {
    let issue = issue();
    let key = IssueKey::of(&issue, "/a");
    let folder = TempDir::new().unwrap();
    let mut left = IssuePlaces::new(&issue);
    left.leave(&issue, ArticleNo(0), there(5), at(1_700_000_000));
    Places::open(folder.path()).save(&key, &left).unwrap();
    let text = fs::read_to_string(file_of(folder.path(), &key)).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["format"], FORMAT);
    assert_eq!(
        json["last"],
        serde_json::json!({"page": "1", "headline": "活字", "left": "2023-11-14T22:13:20Z"})
    );
    assert_eq!(
        json["articles"][0],
        serde_json::json!({
            "page": "1", "headline": "活字", "position": {"part": "block", "index": 0, "offset": 5}, "size": 63,
            "quote": {"before": "活字\n每一字有二", "exact": "十余印，以备一板内有重复者。", "after": ""},
            "moved": "2023-11-14T22:13:20Z", "read": false,
        })
    );
}

#[test]
fn all_that_is_known_comes_in_reading_order() {
    let issue = issue();
    let mut places = IssuePlaces::new(&issue);
    places.leave(&issue, ArticleNo(2), there(3), at(1));
    places.mark(&issue, ArticleNo(0), true, at(2));
    let all: Vec<_> = places.all().collect();
    assert_eq!(all, [(ArticleNo(0), None, true), (ArticleNo(2), Some(there(3)), false)]);
    for (article, position, is_read) in all {
        assert_eq!((places.position(article), places.is_read(article)), (position, is_read));
    }
}
