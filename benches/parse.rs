//! Page text parsed, beside `wc -m` counting the characters of the same ten megabytes.
//!
//! The text is the corpus over and over: short articles, so more heads for each byte than a printed page has. `cargo bench
//! --bench parse`; the two `fastest` columns are what to compare.

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

/// Ten megabytes of page text. With `long`, each paragraph stands four times in its line, as long as a newspaper's are.
fn dump(long: bool) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    let pages: Vec<String> = files
        .iter()
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .collect();
    let mut text = pages.join("\n\n");
    if long {
        let lines =
            text.lines().map(|line| if line.ends_with('。') { line.repeat(4) } else { line.to_owned() });
        text = lines.collect::<Vec<_>>().join("\n");
    }
    text.push_str("\n\n");
    text.repeat(SIZE / text.len() + 1)
}

#[divan::bench(args = [false, true])]
fn parse_page_text(bencher: Bencher<'_, '_>, long: bool) {
    let text = dump(long);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| parse::parse(divan::black_box(text.as_bytes()), "dump.txt"));
}

#[divan::bench(args = [false, true])]
fn wc_m(bencher: Bencher<'_, '_>, long: bool) {
    let text = dump(long);
    let Ok(mut file) = tempfile::NamedTempFile::new() else { return };
    if file.write_all(text.as_bytes()).is_err() {
        return;
    }
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        Command::new("wc").arg("-m").arg(file.path()).env("LC_ALL", "C.UTF-8").stdout(Stdio::null()).status()
    });
}
