//! The sample issues, set in type, as pictures: `tests/golden/SAMPLE-WIDTH-AMBIGUOUS.txt` is what
//! `newsprint print --width WIDTH --ambiguous AMBIGUOUS issues/SAMPLE` prints.
//!
//! A picture that changed was changed by somebody: look at the new ones, and if they are better, make them the expected
//! ones with `NEWSPRINT_GOLDEN=write cargo test --test golden` and commit them with the reason.

#![expect(clippy::unwrap_used, reason = "a test that cannot run its program must fail")]

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::cargo::cargo_bin_cmd;

const WIDTHS: [u16; 5] = [24, 40, 61, 80, 120];

/// What `print` prints, whatever the machine's own settings are.
fn printed(sample: &Path, width: u16, ambiguous: &str) -> String {
    let home = tempfile::tempdir().unwrap();
    let mut command = cargo_bin_cmd!("newsprint");
    command.env("HOME", home.path()).env("XDG_CONFIG_HOME", home.path());
    command.args(["print", "--width", &width.to_string(), "--ambiguous", ambiguous]).arg(sample);
    String::from_utf8(command.assert().success().get_output().stdout.clone()).unwrap()
}

/// The first line that differs, as both have it.
fn difference(expected: &str, found: &str) -> Option<String> {
    if expected == found {
        return None;
    }
    let (mut old, mut new) = (expected.lines(), found.lines());
    for n in 1.. {
        let (old, new) = (old.next(), new.next());
        if old != new || old.is_none() {
            return Some(format!("line {n}\n  expected: {old:?}\n  found:    {new:?}"));
        }
    }
    None
}

fn check(sample: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sample = root.join("issues").join(sample);
    let name = sample.file_stem().unwrap().to_string_lossy().into_owned();
    let write = std::env::var_os("NEWSPRINT_GOLDEN").is_some_and(|what| what == "write");
    let mut changed = Vec::new();
    for width in WIDTHS {
        for ambiguous in ["narrow", "wide"] {
            let golden: PathBuf = root.join(format!("tests/golden/{name}-{width}-{ambiguous}.txt"));
            let found = printed(&sample, width, ambiguous);
            if write {
                fs::write(&golden, found).unwrap();
                continue;
            }
            let expected = fs::read_to_string(&golden).unwrap();
            if let Some(difference) = difference(&expected, &found) {
                changed.push(format!("{}: {difference}", golden.display()));
            }
        }
    }
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}

#[test]
fn the_chinese_sample_looks_as_it_did() {
    check("huozi-2026-10-18-p1.txt");
}

#[test]
fn the_japanese_sample_looks_as_it_did() {
    check("kappan-2026-10-18.json");
}

#[test]
fn the_english_sample_looks_as_it_did() {
    check("galley-2026-10-18.json");
}
