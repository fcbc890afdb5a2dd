//! The corpus: pages in every shape that a dump comes in, each with what must be found in it.
//!
//! `tests/pages/NAME.txt` is a page, `NAME.json` beside it the issue. The texts are our own writing. After a change that
//! is meant, `UPDATE_PAGES=1 cargo test --test corpus` writes the JSON anew; read the difference before it is committed.

#![expect(clippy::unwrap_used, reason = "a test's own files")]

use std::fs;
use std::path::{Path, PathBuf};

use newsprint::issue::Issue;
use newsprint::parse::{self, Format, page};

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
