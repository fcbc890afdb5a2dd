//! The house: arrows point down only, and each outside thing has its one place.

#![expect(clippy::unwrap_used, reason = "a test that cannot read the sources must fail")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module and the modules it may use.
const ARROWS: [(&str, &[&str]); 13] = [
    ("issue", &[]),
    ("config", &[]),
    ("files", &[]),
    ("parse", &["issue"]),
    ("shelf", &["issue", "parse", "files"]),
    ("typeset", &["issue"]),
    ("search", &["issue"]),
    ("clipping", &["issue"]),
    ("bookmarks", &["issue", "files"]),
    ("places", &["issue", "bookmarks", "files"]),
    ("tui", &["issue", "parse", "shelf", "typeset", "search", "clipping", "bookmarks", "places", "config"]),
    (
        "commands",
        &["issue", "parse", "shelf", "typeset", "search", "clipping", "bookmarks", "places", "config", "tui"],
    ),
    ("cli", &["commands"]),
];

/// Words from outside and the only paths (below `src/`) that may say them.
const PLACES: [(&str, &[&str]); 6] = [
    ("ratatui::", &["tui"]),
    ("crossterm::", &["tui"]),
    ("unicode_width::", &["typeset/width"]),
    ("icu_segmenter::", &["typeset"]),
    ("std::fs", &["shelf", "files", "config", "commands", "tui/tests/pictures"]),
    ("directories::", &["config"]),
];

/// Every source file as its path below `src/` without ending, and its code without comments and tests.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut folders, mut found) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(&root).unwrap().with_extension("");
                found.push((slashes(&name), code(&fs::read_to_string(&path).unwrap())));
            }
        }
    }
    found.retain(|(name, _)| !name.ends_with("/tests"));
    assert!(found.len() > 20, "the sources were not found");
    found
}

fn slashes(path: &Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn module(name: &str) -> &str {
    name.split('/').next().unwrap()
}

/// The modules that `code` names by `crate::…`.
fn used(code: &str) -> BTreeSet<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    code.split("crate::")
        .skip(1)
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap().split(',').map(|part| word(part.trim())).collect(),
            None => vec![word(rest)],
        })
        .collect()
}

#[test]
fn arrows_point_down() {
    let known: BTreeSet<&str> = ARROWS.iter().map(|(name, _)| *name).collect();
    for (name, code) in sources() {
        let Some((_, allowed)) = ARROWS.iter().find(|(of, _)| *of == module(&name)) else {
            assert!(["lib", "main"].contains(&name.as_str()), "src/{name}.rs has no place in the house");
            continue;
        };
        for other in used(&code) {
            assert!(
                other == module(&name)
                    || allowed.contains(&other.as_str())
                    || !known.contains(other.as_str()),
                "src/{name}.rs uses crate::{other}: that arrow points up"
            );
        }
    }
}

/// `super` must not climb out of a module: that would be an arrow that the other test cannot see.
#[test]
fn super_stays_inside_its_module() {
    for (name, code) in sources() {
        let depth = name.split('/').count() - 1;
        let highest = (1..6).rev().find(|n| code.contains(&"super::".repeat(*n))).unwrap_or(0);
        assert!(highest <= depth, "src/{name}.rs climbs {highest} levels from a depth of {depth}");
    }
}

#[test]
fn outside_things_have_one_place() {
    for (name, code) in sources() {
        for (word, places) in PLACES {
            let home = places.iter().any(|place| name == *place || name.starts_with(&format!("{place}/")));
            assert!(home || !code.contains(word), "src/{name}.rs says {word}, which belongs to {places:?}");
        }
    }
}

#[test]
fn main_is_thin_and_no_folder_has_a_mod_rs() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    assert!(fs::read_to_string(root.join("main.rs")).unwrap().lines().count() <= 40);
    let names: Vec<PathBuf> = sources().into_iter().map(|(name, _)| PathBuf::from(name)).collect();
    assert!(names.iter().all(|name| name.file_name().unwrap() != "mod"));
}
