//! Every state of the screen as pictures: `tests/golden/screens/STATE.txt`, in all sizes, both tongues and both widths of
//! ambiguous characters.
//!
//! When a picture changed, look at the new one; if it is better,
//! `NEWSPRINT_GOLDEN=write cargo test --lib pictures` takes it over.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::properties::assert_sound;
use super::states::{STATES, State};
use super::*;

const SIZES: [(u16, u16); 6] = [(1, 1), (20, 5), (44, 20), (80, 24), (120, 40), (200, 60)];
/// Where the other tongue and the other width are worth a look of their own.
const MIDDLE: [(u16, u16); 3] = [(20, 5), (44, 20), (80, 24)];

/// All pictures of a state in one text.
fn album(state: &State) -> String {
    let (zh, en) = ((Tongue::Chinese, "Chinese"), (Tongue::English, "English"));
    let (narrow, wide) = ((Ambiguous::Narrow, "narrow"), (Ambiguous::Wide, "wide"));
    let looks: [(_, _, &[_]); 3] = [(zh, narrow, &SIZES), (en, narrow, &MIDDLE), (zh, wide, &MIDDLE)];
    let mut album = String::new();
    for ((tongue, spoken), (ambiguous, drawn), sizes) in looks {
        for &(width, height) in sizes {
            let bench = state.bench(width, height, look(tongue, ambiguous));
            assert_sound(&bench);
            let heading = format!("{width}×{height} {spoken} {drawn}");
            write!(album, "=== {heading}\n{}", bench.picture()).unwrap();
        }
    }
    album
}

/// The heading of the first picture that differs, as it was and as it is.
fn difference(before: &str, now: &str) -> Option<String> {
    let (mut before, mut now) = (before.split("=== "), now.split("=== "));
    loop {
        match (before.next(), now.next()) {
            (None, None) => return None,
            (was, is) if was == is => {}
            (was, is) => {
                return Some(format!("{}and was\n{}", is.unwrap_or_default(), was.unwrap_or_default()));
            }
        }
    }
}

#[test]
fn every_state_looks_as_it_did() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/screens");
    let write = std::env::var_os("NEWSPRINT_GOLDEN").is_some_and(|what| what == "write");
    let mut changed = Vec::new();
    for state in STATES {
        let path = folder.join(format!("{}.txt", state.name));
        let now = album(state);
        if write {
            fs::write(&path, now).unwrap();
            continue;
        }
        let before = fs::read_to_string(&path).unwrap_or_default();
        changed.extend(difference(&before, &now).map(|difference| format!("{}: {difference}", state.name)));
    }
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}
