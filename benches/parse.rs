//! Page text parsed, beside `wc -m` counting the characters of the same ten megabytes.
//!
//! `cargo bench --bench parse`; the two `fastest` columns are what to compare. They say how long a reader waits. On one
//! processor no thread is started, so `taskset -c 0 cargo bench --bench parse` says what processor time it takes.
//! `max alloc` is the parser's memory with the issue that it made, the ten megabytes themselves not counted.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher};
use newsprint::parse;

#[global_allocator]
static MEMORY: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

const SIZE: usize = 10_000_000;

/// The pages of a folder that are UTF-8, in the order of their names.
fn pages(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<_> = entries.map(|entry| entry.path()).collect();
    files.sort();
    let pages = files.iter().filter(|path| path.extension().is_some_and(|end| end == "txt"));
    pages.filter_map(|path| std::fs::read_to_string(path).ok()).collect()
}

/// Ten megabytes of page text: the corpus over and over, its paragraphs made as long and as many as a printed page has
/// them, some ninety characters each and nine to an article.
fn dump() -> String {
    let mut text = String::new();
    for page in pages("tests/pages") {
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

/// Ten megabytes of nothing but short lines: a page of heads is the most work that a text can be.
fn heads() -> String {
    let text = dump();
    let short = text.lines().filter(|line| (4..=25).contains(&line.chars().count()));
    let heads: String = short.flat_map(|line| [line, "\n"]).collect();
    heads.repeat(SIZE / heads.len() + 1)
}

/// Ten megabytes of text that was hard-wrapped at fifteen characters.
fn wrapped() -> String {
    let mut text = String::new();
    for line in dump().lines() {
        for (n, c) in line.chars().enumerate() {
            if n > 0 && n % 15 == 0 {
                text.push('\n');
            }
            text.push(c);
        }
        text.push('\n');
    }
    text
}

/// Ten megabytes of the held-out pages one after the other: papers of every kind, more heads and small texts than one
/// paper has.
fn mixed() -> String {
    let all = pages("tests/heldout").join("\n\n");
    all.repeat(SIZE / all.len() + 1)
}

/// Ten megabytes of English. Its lines are as many as those of a Chinese text of three times the characters.
fn english() -> String {
    let folder = pages("tests/pages");
    let english = |page: &&String| page.bytes().filter(u8::is_ascii).count() * 10 > page.len() * 9;
    let all: String = folder.iter().filter(english).flat_map(|page| [page.as_str(), "\n\n"]).collect();
    all.repeat(SIZE / all.len().max(1) + 1)
}

/// Ten megabytes of lines of one character.
fn ones() -> String {
    let text = dump();
    let ones: String = text.chars().filter(|c| !c.is_whitespace()).flat_map(|c| [c, '\n']).collect();
    ones.repeat(SIZE / ones.len() + 1)
}

const NAMES: [&str; 6] = ["pages", "mixed", "wrapped", "english", "heads", "ones"];

fn text(name: &str) -> String {
    match name {
        "mixed" => mixed(),
        "english" => english(),
        "heads" => heads(),
        "ones" => ones(),
        "wrapped" => wrapped(),
        _ => dump(),
    }
}

#[divan::bench(args = NAMES)]
fn parse_page_text(bencher: Bencher<'_, '_>, name: &str) {
    let text = text(name);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| parse::parse(divan::black_box(text.as_bytes()), "dump.txt"));
}

#[divan::bench(args = NAMES)]
fn wc_m(bencher: Bencher<'_, '_>, name: &str) {
    let text = text(name);
    let Ok(mut file) = tempfile::NamedTempFile::new() else { return };
    if file.write_all(text.as_bytes()).is_err() {
        return;
    }
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        Command::new("wc").arg("-m").arg(file.path()).env("LC_ALL", "C.UTF-8").stdout(Stdio::null()).status()
    });
}
