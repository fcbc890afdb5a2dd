//! Page text parsed, beside `wc -m` counting the characters of the same ten megabytes.
//!
//! `cargo bench --bench parse`; the two `fastest` columns are what to compare.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use divan::Bencher;
use divan::counter::BytesCount;
use newsprint::parse;

fn main() {
    divan::main();
}

const SIZE: usize = 10_000_000;

/// Ten megabytes of page text: the corpus over and over, its paragraphs made as long and as many as a printed page has
/// them, some ninety characters each and nine to an article.
fn dump() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<_> = entries.map(|entry| entry.path()).collect();
    files.sort();
    let pages = files.iter().filter(|path| path.extension().is_some_and(|end| end == "txt"));
    let mut text = String::new();
    for page in pages.filter_map(|path| std::fs::read_to_string(path).ok()) {
        for line in page.lines() {
            let (times, length) = if line.ends_with('。') { (3, 2) } else { (1, 1) };
            for _ in 0..times {
                text.push_str(&line.repeat(length));
                text.push_str("\n\n");
            }
        }
    }
    text.repeat(SIZE / text.len() + 1)
}

#[divan::bench]
fn parse_page_text(bencher: Bencher<'_, '_>) {
    let text = dump();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| parse::parse(divan::black_box(text.as_bytes()), "dump.txt"));
}

#[divan::bench]
fn wc_m(bencher: Bencher<'_, '_>) {
    let text = dump();
    let Ok(mut file) = tempfile::NamedTempFile::new() else { return };
    if file.write_all(text.as_bytes()).is_err() {
        return;
    }
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        Command::new("wc").arg("-m").arg(file.path()).env("LC_ALL", "C.UTF-8").stdout(Stdio::null()).status()
    });
}
