//! Every file operation fails once, at every step of every change, and nothing is lost.

use std::fs;

use tempfile::TempDir;

use super::*;
use crate::files::faulty::{Fault, Faulty};
use crate::issue::{Article, ArticleNo, Block, Issue, Page, Part, Position};

fn bookmark(nth: usize) -> Bookmark {
    let block = Block {
        text: "每一字有二十余印，以备一板内有重复者。".to_owned(), ..Block::default()
    };
    let article = Article { body: vec![block], ..Article::default() };
    let page = Page { id: "1".to_owned(), articles: vec![article], ..Page::default() };
    let issue = Issue { pages: vec![page], ..Issue::new() };
    let position = Position::new(Part::Block(0), nth);
    Bookmark::at(&issue, "/a", ArticleNo(0), position, Timestamp::UNIX_EPOCH).unwrap()
}

/// What is in the folder before the change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scene {
    NoFolder,
    Two,
    DamagedWithCopy,
    DamagedAlone,
    BothDamaged,
    Truncated,
    /// The file is of version 1.
    Older,
    /// The same, after a program was killed when it had just kept it under a second name.
    OlderHalfDone,
    /// The file is damaged, and its copy is of version 1.
    DamagedWithOlderCopy,
}

const DAMAGE: &str = "{\"format\": \"newsprint-bookmarks/1\", \"bookmarks\": [{\"id\": \"17\"";

const COPY_DAMAGE: &str = "{\"format\"";

impl Scene {
    const ALL: [Self; 9] = [
        Self::NoFolder,
        Self::Two,
        Self::DamagedWithCopy,
        Self::DamagedAlone,
        Self::BothDamaged,
        Self::Truncated,
        Self::Older,
        Self::OlderHalfDone,
        Self::DamagedWithOlderCopy,
    ];

    fn has_older(self) -> bool {
        matches!(self, Self::Older | Self::OlderHalfDone | Self::DamagedWithOlderCopy)
    }

    /// Makes the folder; says what is kept in it.
    fn make(self, path: &Path) -> Vec<Bookmark> {
        if self == Self::NoFolder {
            return Vec::new();
        }
        let kept = Store::open(path).add_all(&[bookmark(0), bookmark(1)]).unwrap().bookmarks;
        match self {
            Self::NoFolder | Self::Two => kept,
            Self::Older | Self::OlderHalfDone => {
                let older = older(path);
                fs::write(path, &older).unwrap();
                fs::write(beside(path, ".bak"), &older).unwrap();
                if self == Self::OlderHalfDone {
                    fs::write(beside(path, ".v1"), &older).unwrap();
                }
                kept
            }
            Self::DamagedWithOlderCopy => {
                fs::write(beside(path, ".bak"), older(path)).unwrap();
                fs::write(path, DAMAGE).map(|()| kept).unwrap()
            }
            Self::DamagedWithCopy => fs::write(path, DAMAGE).map(|()| kept).unwrap(),
            Self::Truncated => fs::write(path, "").map(|()| kept).unwrap(),
            Self::BothDamaged => {
                fs::write(path, DAMAGE).unwrap();
                fs::write(beside(path, ".bak"), COPY_DAMAGE).unwrap();
                Vec::new()
            }
            Self::DamagedAlone => {
                fs::write(path, DAMAGE).unwrap();
                fs::remove_file(beside(path, ".bak")).unwrap();
                Vec::new()
            }
        }
    }
}

/// The file at `path`, as version 1 would have it.
fn older(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let text = text.replace("newsprint-bookmarks/2", "newsprint-bookmarks/1");
    text.replace("\"sources\": [\n          \"/a\"\n        ]", "\"source\": \"/a\"")
}

type Effect = fn(&mut Vec<Bookmark>);

type Change = fn(&Store) -> Result<Loaded, StoreError>;

/// What is done, and what is kept after it of what was kept before.
const CHANGES: [(&str, Change, Effect); 5] = [
    ("load", Store::load, |_| {}),
    ("add", |store| store.add(&bookmark(2)), |kept| kept.push(bookmark(2))),
    ("remove", |store| store.remove(&bookmark(1).id), |kept| kept.retain(|b| b.id != bookmark(1).id)),
    (
        "edit",
        |store| Ok(store.edit(&bookmark(0).id, |bookmark| bookmark.note = Some("神速".to_owned()))?.0),
        |kept| {
            let edited = kept.iter_mut().filter(|b| b.id == bookmark(0).id);
            edited.for_each(|b| b.note = Some("神速".to_owned()));
        },
    ),
    (
        "import",
        |store| Ok(store.import(&[bookmark(0), bookmark(3)])?.0),
        |kept| {
            kept.extend(
                [bookmark(0), bookmark(3)].into_iter().filter(|b| !kept.contains(b)).collect::<Vec<_>>(),
            );
        },
    ),
];

#[test]
fn no_failing_operation_loses_anything() {
    let mut runs = 0;
    for fault in Fault::ALL {
        for before in Scene::ALL {
            for (name, change, after) in CHANGES {
                for nth in 0.. {
                    runs += 1;
                    let case = format!("{name} on {before:?}, operation {nth} fails: {fault:?}");
                    if !one_failure(fault, nth, before, change, after, &case) {
                        break;
                    }
                }
            }
        }
    }
    println!("{runs} runs");
}

/// Says whether the operation was reached.
fn one_failure(fault: Fault, nth: usize, before: Scene, change: Change, after: Effect, case: &str) -> bool {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("newsprint/bookmarks.json");
    let old = before.make(&path);
    let mut new = old.clone();
    after(&mut new);
    let older = ["", ".bak"].map(|ending| fs::read_to_string(beside(&path, ending)).unwrap_or_default());
    let older = older.into_iter().find(|text| text.contains("newsprint-bookmarks/1\"") && text != DAMAGE);
    assert_eq!(older.is_some(), before.has_older(), "{case}");
    let faulty = Faulty::new(fault, nth);
    let store = Store { files: faulty.clone(), ..Store::open(&path) };
    let result = change(&store);
    // Whatever happened, the older contents are there under the old name, or the version's, or both.
    let names = || fs::read_dir(path.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path());
    if let Some(older) = &older {
        assert!(
            names().any(|name| fs::read_to_string(name).unwrap() == *older),
            "{case}: the older file is gone"
        );
    }
    // Whoever comes next reads the file on a disk that works.
    let there = Store::open(&path).load().expect(case);
    match result {
        Ok(loaded) => {
            assert_eq!(loaded.bookmarks, new, "{case}");
            assert_eq!(there.bookmarks, new, "{case}");
        }
        Err(error) => {
            assert!(there.bookmarks == old || there.bookmarks == new, "{case}: {:?}", there.bookmarks);
            assert!(!error.to_string().contains('\n'), "{error}");
        }
    }
    let damages: &[&str] = match before {
        Scene::DamagedWithCopy | Scene::DamagedAlone | Scene::DamagedWithOlderCopy => &[DAMAGE],
        Scene::BothDamaged => &[DAMAGE, COPY_DAMAGE],
        Scene::NoFolder | Scene::Two | Scene::Truncated | Scene::Older | Scene::OlderHalfDone => &[],
    };
    if let Some(older) = &older {
        // The look above has brought it up, if nothing did before.
        assert_eq!(fs::read_to_string(beside(&path, ".v1")).expect(case), *older, "{case}");
        assert!(!beside(&path, ".v1-2").exists(), "{case}: it is kept once");
        assert!(fs::read_to_string(&path).unwrap().contains("newsprint-bookmarks/2\""), "{case}");
    }
    for damage in damages {
        let mut entries = fs::read_dir(path.parent().unwrap()).unwrap();
        let kept = entries.any(|entry| fs::read(entry.unwrap().path()).unwrap() == damage.as_bytes());
        assert!(kept, "{case}: the damaged contents are gone");
    }
    faulty.was_reached()
}

#[test]
fn a_full_disk_is_said() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("bookmarks.json");
    let files = Faulty::new(Fault::Kill, 5);
    let error = Store { files, ..Store::open(&path) }.add(&bookmark(0)).unwrap_err();
    let said = error.to_string();
    assert!(matches!(error, StoreError::Write { .. }), "{said}");
    assert!(said.contains("make room on the disk") && said.contains(path.to_str().unwrap()), "{said}");
}

/// Nobody knows the names of temporary files.
#[test]
fn what_the_system_says_names_no_temporary_file() {
    let folder = TempDir::new().unwrap();
    let error = Disk.make_temporary(&folder.path().join("missing"), ".x.").unwrap_err();
    let said = error.to_string();
    assert!(
        error.kind() == io::ErrorKind::NotFound && !said.contains("missing") && !said.contains(".x."),
        "{said}"
    );
}

#[test]
fn a_lock_that_is_held_is_waited_for_and_then_said() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("bookmarks.json");
    let lock = Disk.lock(&beside(&path, ".lock")).unwrap().unwrap();
    let store = Store { patience: Duration::from_millis(20), ..Store::open(&path) };
    let error = store.add(&bookmark(0)).unwrap_err();
    assert!(matches!(error, StoreError::Busy { .. }), "{error}");
    assert!(error.to_string().contains("another newsprint"), "{error}");
    let store = Store::open(&path);
    std::thread::scope(|scope| {
        let adding = scope.spawn(|| store.add(&bookmark(0)));
        std::thread::sleep(Duration::from_millis(20));
        drop(lock);
        assert_eq!(adding.join().unwrap().unwrap().bookmarks, [bookmark(0)]);
    });
}

#[test]
fn what_a_killed_program_left_is_swept() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("bookmarks.json");
    fs::write(folder.path().join(".bookmarks.json.a1b2c3.tmp"), "half").unwrap();
    fs::write(folder.path().join(".other.tmp"), "").unwrap();
    let _ = Store::open(&path).add(&bookmark(0)).unwrap();
    assert!(!folder.path().join(".bookmarks.json.a1b2c3.tmp").exists());
    assert!(folder.path().join(".other.tmp").exists());
}

#[test]
fn a_rescue_that_fails_leaves_no_file_or_a_whole_one() {
    for fault in Fault::ALL {
        for nth in 0.. {
            let folder = TempDir::new().unwrap();
            let path = folder.path().join("rescued.json");
            let faulty = Faulty::new(fault, nth);
            let result =
                Store { files: faulty.clone(), ..Store::open(&path) }.write_new(&[bookmark(0), bookmark(1)]);
            let there = Store::open(&path).load().unwrap().bookmarks;
            let whole = there == [bookmark(0), bookmark(1)];
            assert!(whole || (there.is_empty() && result.is_err()), "operation {nth}: {fault:?}");
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), usize::from(whole));
            if !faulty.was_reached() {
                break;
            }
        }
    }
}

#[test]
fn an_older_file_is_read_where_nothing_can_be_written() {
    for nth in 0.. {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("bookmarks.json");
        let kept = Scene::Older.make(&path);
        let older = fs::read(&path).unwrap();
        // The first two operations look for a link and read the file.
        let files = Faulty::new(Fault::Kill, nth + 2);
        let loaded = Store { files: files.clone(), ..Store::open(&path) }.load().unwrap();
        assert_eq!(loaded.bookmarks, kept, "operation {nth}");
        if !files.was_reached() {
            assert!(matches!(loaded.warning, Some(Warning::BroughtUp { .. })));
            break;
        }
        assert!(fs::read(&path).unwrap() == older || fs::read(beside(&path, ".v1")).unwrap() == older);
    }
}
