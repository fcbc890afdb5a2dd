//! The corpus: pages in every shape that a dump comes in, each with what must be found in it.
//!
//! `tests/pages/NAME.txt` is a page, `NAME.json` beside it the issue. The texts are our own writing. After a change that
//! is meant, `UPDATE_PAGES=1 cargo test --test corpus` writes the JSON anew; read the difference before it is committed.

#![expect(clippy::unwrap_used, reason = "a test's own files")]

use std::fs;
use std::path::{Path, PathBuf};

use newsprint::issue::Issue;
use newsprint::parse::{self, Format, Hints, page};
use proptest::prelude::*;

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    found.sort();
    found
}

fn name(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

/// An issue as lines, so that a failure shows where two issues part.
fn outline(issue: &Issue) -> String {
    parse::json::write(issue).unwrap()
}

#[test]
fn every_page_is_read_as_it_was_marked_by_hand() {
    let mut wrong = Vec::new();
    for path in pages() {
        let found = parse::parse(&fs::read(&path).unwrap(), name(&path)).unwrap();
        assert_eq!(found.format, Format::PageText);
        let marked = path.with_extension("json");
        if std::env::var_os("UPDATE_PAGES").is_some() {
            fs::write(&marked, outline(&found.issue)).unwrap();
        }
        let text = fs::read_to_string(&marked).unwrap();
        let gold = parse::json::read(&text).unwrap_or_else(|error| panic!("{}: {error}", marked.display()));
        if gold != found.issue {
            let (gold, got) = (outline(&gold), outline(&found.issue));
            let line = gold.lines().zip(got.lines()).find(|(a, b)| a != b);
            wrong.push(format!("{}: {line:?}", name(&path)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn there_are_thirty_pages_and_more() {
    assert!(pages().len() >= 30);
}

#[test]
fn no_page_loses_a_character() {
    for path in pages() {
        let bytes = fs::read(&path).unwrap();
        let found = parse::parse(&bytes, name(&path)).unwrap();
        let text = parse::encoding::decode(&bytes).unwrap().text.into_owned();
        let parts = found.issue.articles().flat_map(|(_, article)| article.parts().map(|(_, text)| text));
        let got: String = parts.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect();
        let kept: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        assert_eq!(got, kept, "{}", name(&path));
        assert_eq!(found.starts.len(), found.issue.article_count(), "{}", name(&path));
        assert!(page::labels(&text, None).iter().all(|line| line.margin >= 0), "{}", name(&path));
    }
}

/// A page must not depend on how its lines end or on blank lines at its ends.
#[test]
fn line_ends_do_not_matter() {
    for path in pages() {
        let bytes = fs::read(&path).unwrap();
        let text = parse::encoding::decode(&bytes).unwrap().text.replace("\r\n", "\n");
        let read = |text: &str| parse::parse(text.as_bytes(), name(&path)).unwrap().issue;
        let plain = read(&text);
        assert_eq!(read(&text.replace('\n', "\r\n")), plain, "{}", name(&path));
        assert_eq!(read(&format!("\n\n{}\n\n", text.trim_end())), plain, "{}", name(&path));
    }
}

/// Lines of the whole corpus, to be shuffled.
fn all_lines() -> Vec<String> {
    let texts = pages().into_iter().filter_map(|path| fs::read_to_string(path).ok());
    texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever order lines come in and wherever they are cut, no character is lost and none moves.
    #[test]
    fn shuffled_lines_come_back_in_order(
        picks in prop::collection::vec((prop::sample::select(all_lines()), 0.0..1.5_f64, 0..3_usize), 0..40)
    ) {
        let mut text = String::new();
        for (line, cut, gap) in picks {
            let chars: Vec<char> = line.chars().collect();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a line")]
            let end = ((chars.len() as f64 * cut) as usize).min(chars.len());
            text.extend(chars.iter().take(end));
            text.push_str(&"\n".repeat(gap));
        }
        let found = page::parse_with(&text, &Hints::default(), None);
        let parts = found.issue.articles().flat_map(|(_, article)| article.parts().map(|(_, text)| text));
        let got: String = parts.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect();
        prop_assert_eq!(got, text.chars().filter(|c| !c.is_whitespace()).collect::<String>());
    }
}
