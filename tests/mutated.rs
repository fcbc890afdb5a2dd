//! Pages with anything done to them: whatever a text is, none of it is lost and the parser comes to an end.
//!
//! `PROPTEST_CASES=2000000 cargo test --release --test mutated` is the fuzz run; each case is a page of the corpus or the
//! held-out pages, cut down and mutated, and parsed.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::sync::LazyLock;

use newsprint::issue::Issue;
use newsprint::parse::{Hints, page};
use proptest::prelude::*;

/// Every page that is kept for tests.
static PAGES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let files =
        ["pages", "heldout"].into_iter().flat_map(|folder| std::fs::read_dir(root.join(folder)).unwrap());
    let mut files: Vec<_> = files.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    files.sort();
    files.iter().filter_map(|path| std::fs::read_to_string(path).ok()).collect()
});

/// What may be done to a page. Numbers choose a line or a character, whatever there are.
#[derive(Debug, Clone)]
enum Change {
    Drop(usize),
    Twice(usize),
    Swap(usize, usize),
    Join(usize),
    Cut(usize, usize),
    /// Every line from this one on is broken after so many characters.
    Wrap(usize, usize),
    Insert(usize, usize, String),
    Indent(usize, String),
}

fn change() -> impl Strategy<Value = Change> {
    let n = || any::<usize>();
    let odd = prop_oneof![
        "\\PC{1,4}",
        any::<char>().prop_map(String::from),
        prop::sample::select(vec![
            "\u{c}",
            "\r",
            "\u{3000}",
            "\u{200B}",
            "\u{FEFF}",
            "。",
            "，",
            "——",
            "“",
            "”",
            "（",
            "）",
            "本报讯 ",
            "（下转第2版）",
            "■本报记者 ",
            "第02版：要闻",
            "1",
            "A05",
            "\t",
            "面に続く",
            "【",
            "】",
        ])
        .prop_map(str::to_owned),
    ];
    let space = prop::sample::select(vec!["", " ", "  ", "\u{3000}\u{3000}", "\t"]).prop_map(str::to_owned);
    prop_oneof![
        n().prop_map(Change::Drop),
        n().prop_map(Change::Twice),
        (n(), n()).prop_map(|(a, b)| Change::Swap(a, b)),
        n().prop_map(Change::Join),
        (n(), n()).prop_map(|(line, at)| Change::Cut(line, at)),
        (n(), 1_usize..45).prop_map(|(line, width)| Change::Wrap(line, width)),
        (n(), n(), odd).prop_map(|(line, at, text)| Change::Insert(line, at, text)),
        (n(), space).prop_map(|(line, space)| Change::Indent(line, space)),
    ]
}

/// Where the `at`th character of `text` begins, counted around.
fn place(text: &str, at: usize) -> usize {
    let count = text.chars().count() + 1;
    text.char_indices().nth(at % count).map_or(text.len(), |(at, _)| at)
}

fn pieces(line: &str, width: usize) -> Vec<String> {
    line.chars().collect::<Vec<_>>().chunks(width).map(|piece| piece.iter().collect()).collect()
}

fn apply(lines: &mut Vec<String>, change: Change) {
    let Some(last) = lines.len().checked_sub(1) else { return };
    let nth = |n: usize| n % (last + 1);
    match change {
        Change::Drop(n) => {
            lines.remove(nth(n));
        }
        Change::Twice(n) => lines.insert(nth(n), lines[nth(n)].clone()),
        Change::Swap(a, b) => lines.swap(nth(a), nth(b)),
        Change::Join(n) if nth(n) < last => {
            let next = lines.remove(nth(n) + 1);
            lines[nth(n)].push_str(&next);
        }
        Change::Join(_) => {}
        Change::Cut(n, at) => {
            let at = place(&lines[nth(n)], at);
            let rest = lines[nth(n)].split_off(at);
            lines.insert(nth(n) + 1, rest);
        }
        Change::Wrap(n, width) => {
            let wrapped: Vec<String> = lines.drain(nth(n)..).flat_map(|line| pieces(&line, width)).collect();
            lines.extend(wrapped);
        }
        Change::Insert(n, at, text) => {
            let at = place(&lines[nth(n)], at);
            lines[nth(n)].insert_str(at, &text);
        }
        Change::Indent(n, space) => {
            for line in lines.iter_mut().skip(nth(n)).step_by(2) {
                line.insert_str(0, &space);
            }
        }
    }
}

fn mutated() -> impl Strategy<Value = String> {
    let part = (any::<prop::sample::Index>(), any::<usize>(), 1_usize..40);
    (part, prop::collection::vec(change(), 0..12)).prop_map(|((page, from, count), changes)| {
        let all: Vec<&str> = page.get(&PAGES).lines().collect();
        let from = from % all.len().max(1);
        let mut lines: Vec<String> = all.into_iter().skip(from).take(count).map(str::to_owned).collect();
        for change in changes {
            apply(&mut lines, change);
        }
        lines.join("\n")
    })
}

fn words(issue: &Issue) -> String {
    let parts = issue.articles().flat_map(|(_, article)| article.parts()).map(|(_, text)| text);
    parts.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn no_page_loses_a_character(text in mutated()) {
        let parsed = page::parse_with(&text, &Hints::default(), None);
        let expected: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        prop_assert_eq!(words(&parsed.issue), expected);
        prop_assert_eq!(parsed.starts.len(), parsed.issue.article_count());
        let labels = page::labels(&text, None);
        prop_assert!(labels.iter().filter(|line| line.starts).count() == parsed.starts.len());
    }
}
