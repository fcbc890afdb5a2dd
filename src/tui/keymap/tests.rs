use std::collections::BTreeSet;

use super::*;
use crate::config::{self, Registry};
use crate::typeset::Ambiguous;
use crate::typeset::width::{Columns, Widths};

const CONTEXTS: [Context; 3] = [Context::Reading, Context::Overlay, Context::Bookmarks];

/// The keymap of a config file with these lines under `[keys]`; the first of them is line 2.
fn keymap(lines: &str) -> Result<Keymap, Vec<config::Problem>> {
    let registry = Registry { actions: registry(), ..Registry::default() };
    Keymap::of(&config::parse(&format!("[keys]\n{lines}"), &registry).unwrap())
}

fn name(key: &str, context: Context, keymap: &Keymap) -> String {
    format!("{:?}", keymap.action(Key::parse(key).unwrap(), context))
}

/// Two rows with one key in one context would make one of them a lie in the help, unless the earlier is more special.
#[test]
fn no_key_means_two_things() {
    for context in CONTEXTS {
        let rows: Vec<_> = BINDINGS.iter().filter(|row| row.scope.holds(context)).collect();
        for (n, row) in rows.iter().enumerate() {
            for key in row.keys {
                let hidden = rows.iter().skip(n + 1).find(|later| later.keys.contains(key));
                assert!(
                    hidden.is_none() || row.scope == Scope::Bookmarks,
                    "{} in {context:?} is bound twice",
                    key.name()
                );
            }
        }
    }
    assert!(keymap("").is_ok());
}

#[test]
fn every_row_can_be_reached_and_says_something_in_both_tongues() {
    let keymap = Keymap::default();
    for row in BINDINGS {
        assert!(!row.text.zh.is_empty() && !row.text.en.is_empty());
        let reached = CONTEXTS.into_iter().any(|context| {
            row.scope.holds(context)
                && row.keys.iter().any(|key| {
                    keymap
                        .action(*key, context)
                        .is_some_and(|action| format!("{action:?}") == format!("{:?}", row.action))
                })
        });
        assert!(reached, "{:?}", row.action);
    }
}

#[test]
fn every_row_has_a_name_of_its_own_in_kebab_case() {
    let names: BTreeSet<&str> = BINDINGS.iter().map(|row| row.name).collect();
    assert_eq!(names.len(), BINDINGS.len());
    for name in names {
        let words: Vec<&str> = name.split('-').collect();
        let is_word = |word: &&str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
        assert!(words.iter().all(is_word), "{name}");
    }
}

/// People have these in their files: a name may be added, none may go.
#[test]
fn the_names_are_stable() {
    let names: Vec<&str> = BINDINGS.iter().map(|row| row.name).collect();
    for name in [
        "back",
        "body-alone",
        "bottom",
        "default-measure",
        "focus-body",
        "focus-list",
        "half-down",
        "half-up",
        "line-down",
        "line-up",
        "narrower",
        "next-article",
        "open",
        "overlay-page-down",
        "overlay-page-up",
        "page-down",
        "page-up",
        "previous-article",
        "put-back",
        "quit",
        "quit-now",
        "read-back",
        "read-on",
        "redraw",
        "remove-bookmark",
        "show-bookmarks",
        "show-help",
        "show-shelf",
        "suspend",
        "switch-pane",
        "toggle-bookmark",
        "top",
        "wider",
        "search",
        "next-hit",
        "previous-hit",
        "filter",
        "copy",
        "select",
        "jump-back",
        "jump-forth",
        "wider-list",
        "narrower-list",
    ] {
        assert!(names.contains(&name), "{name} is gone");
    }
}

#[test]
fn every_key_of_the_table_is_read_from_its_own_names() {
    for key in BINDINGS.iter().flat_map(|row| row.keys) {
        assert_eq!(Key::parse(&key.config_name()), Ok(*key));
        assert_eq!(Key::parse(&key.name()), Ok(*key));
    }
}

#[test]
fn keys_have_the_names_that_people_use() {
    let names: Vec<_> =
        [ch(' '), ctrl('f'), key(KeyCode::PageDown), key(KeyCode::F(1)), ch('J'), key(KeyCode::Up)]
            .iter()
            .map(|k| k.name())
            .collect();
    assert_eq!(names, ["Space", "Ctrl-f", "PgDn", "F1", "J", "↑"]);
}

#[test]
fn a_key_is_read_as_people_write_it() {
    for (text, expected) in [
        ("J", ch('J')),
        ("文", ch('文')),
        ("-", ch('-')),
        ("space", ch(' ')),
        (" ", ch(' ')),
        ("PAGEDOWN", key(KeyCode::PageDown)),
        ("Del", key(KeyCode::Delete)),
        ("f12", key(KeyCode::F(12))),
        ("f", ch('f')),
        ("ctrl-F", ctrl('f')),
        ("Ctrl+f", ctrl('f')),
        ("Ctrl--", ctrl('-')),
        ("Ctrl-Space", ctrl(' ')),
        ("Ctrl-1", ctrl('1')),
        ("Ctrl-Up", Key { code: KeyCode::Up, ctrl: true }),
    ] {
        assert_eq!(Key::parse(text), Ok(expected), "{text}");
    }
}

#[test]
fn a_wrong_key_says_what_is_wrong() {
    for (text, expected) in [
        ("", "there is no key ``"),
        ("PgDwn", "there is no key `PgDwn`; did you mean `PgDn`?"),
        ("jj", "there is no key `jj`"),
        ("F13", "there is no key `F13`"),
        ("Alt-x", "there is no key `Alt-x`: keys with Alt are not known"),
        ("Shift-j", "there is no key `Shift-j`: Shift is part of the character, as in \"J\""),
        ("Ctrl-", "there is no key `Ctrl-`"),
        ("Ctrl-i", "terminals send `Ctrl-i` as Tab: write \"Tab\""),
        ("7", "`7` cannot be bound: digits choose an article"),
        ("\n", "there is no key `\n`"),
        ("中文中文中", "there is no key `中文中文中`"),
    ] {
        assert_eq!(Key::parse(text).map_err(|said| said.en), Err(expected.to_owned()));
    }
}

#[test]
fn the_settings_replace_an_actions_keys_and_take_them_away() {
    let keymap = keymap("next-article = [\"t\", \"F5\", \"t\"]\nshow-shelf = []").unwrap();
    assert_eq!(name("t", Context::Reading, &keymap), "Some(NextArticle)");
    assert_eq!(name("F5", Context::Reading, &keymap), "Some(NextArticle)");
    for (key, context) in [("J", Context::Reading), ("t", Context::Overlay), ("i", Context::Reading)] {
        assert_eq!(name(key, context, &keymap), "None", "{key}");
    }
    assert_eq!(name("K", Context::Reading, &keymap), "Some(PreviousArticle)", "others keep theirs");
    assert_eq!(keymap.first_key("next-article").as_deref(), Some("t"));
    assert_eq!(keymap.first_key("show-shelf"), None);
}

#[test]
fn two_actions_can_change_keys() {
    let keymap = keymap("line-down = [\"k\"]\nline-up = [\"j\"]").unwrap();
    assert_eq!(name("j", Context::Reading, &keymap), "Some(LineUp)");
    assert_eq!(name("k", Context::Bookmarks, &keymap), "Some(LineDown)");
}

#[test]
fn a_conflict_is_refused_by_name_at_the_place_that_makes_it() {
    for (lines, expected) in [
        ("next-article = [\"x\", \"q\"]", "2:22: \"q\" is bound to next-article and to quit"),
        ("quit = [\"x\"]\nnext-article = [\"x\"]", "3:17: \"x\" is bound to next-article and to quit"),
        ("overlay-page-up = [\"g\"]", "2:20: \"g\" is bound to overlay-page-up and to top"),
        ("remove-bookmark = [\"u\"]", "2:20: \"u\" is bound to remove-bookmark and to put-back"),
        ("top = [\"Pgdwn\"]", "2:8: there is no key `Pgdwn`; did you mean `PgDn`?"),
        (
            "quit = []\nquit-now = []",
            "3:12: no key would be left that quits: give one to quit or to quit-now",
        ),
    ] {
        let problems = keymap(lines).unwrap_err();
        let said: Vec<String> = problems.iter().map(|p| format!("{}: {}", p.place, p.says)).collect();
        assert_eq!(said, [expected]);
    }
}

#[test]
fn rows_that_never_hold_together_may_share_a_key_and_the_bookmarks_go_first() {
    let keymap = keymap("remove-bookmark = [\"j\"]\noverlay-page-down = [\"J\"]").unwrap();
    assert_eq!(name("j", Context::Bookmarks, &keymap), "Some(RemoveBookmark)");
    assert_eq!(name("j", Context::Overlay, &keymap), "Some(LineDown)");
    assert_eq!(name("J", Context::Reading, &keymap), "Some(NextArticle)");
    assert_eq!(name("J", Context::Overlay, &keymap), "Some(PageDown)");
}

#[test]
fn a_text_that_names_a_key_names_the_one_in_force() {
    let keymap = keymap("copy = [\"x\"]\nsearch = []").unwrap();
    for (text, expected) in [
        ("{copy} copies; {back} leaves", "x copies; Esc leaves"),
        ("按 {search} 搜索", "按 search 搜索"),
        ("no key", "no key"),
        ("half {copy", "half {copy"),
    ] {
        assert_eq!(keymap.fill(text), expected);
    }
    for text in [crate::tui::words::SELECTING, crate::tui::words::NOTHING_SOUGHT] {
        for said in [text.zh, text.en] {
            let names = said.split('{').skip(1).map(|rest| rest.split('}').next().unwrap());
            names.for_each(|name| assert!(BINDINGS.iter().any(|row| row.name == name), "{name}"));
        }
    }
}

/// What is said has a line of the narrowest usual screen: nothing of it is cut off there.
#[test]
fn what_the_status_line_says_has_room_on_a_screen_of_40_cells() {
    use crate::tui::words as w;
    let keymap = Keymap::default();
    for text in [
        w::SELECTING,
        w::COPYING,
        w::COPIED,
        w::COPIED_MUCH,
        w::NO_SHELF,
        w::NO_JUMP,
        w::NO_OTHER_HALF,
        w::NOTHING_SOUGHT,
        w::NOT_FOUND,
        w::NO_MATCH,
        w::READ_AGAIN,
        w::WORDS_GONE,
        w::ARTICLE_GONE,
        w::ISSUE_GONE,
        w::BOOKMARK_LOST,
        w::BOOKMARK_TAKEN_IN_LIST,
        w::NOT_TRADITIONAL,
        w::BEFORE_THE_SEARCH,
        w::FROM_THE_START,
        w::FROM_THE_END,
        w::OPENING,
        w::SETTING,
        w::SEEKING,
        w::NOTHING_TO_KEEP,
    ] {
        for said in [text.zh, text.en] {
            let said = keymap.fill(said);
            let cells = Widths::new(Ambiguous::Narrow).text(&said);
            assert!(cells <= Columns(38), "{said}: {cells:?}");
        }
    }
}
