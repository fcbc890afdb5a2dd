//! `newsprint check`: what the parser understood of each file, and how sure it is.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::issue::{Article, ArticleNo, Part};
use crate::parse::{Cue, Format, Start, page};
use crate::shelf::{self, Opened, Shelf, ShelfError, Source};
use crate::typeset::sanitize::printable;

use super::{Done, complain, harmless, say};

/// From how many points of margin on a line's label needs no remark.
const CLEAR: i32 = 10;
/// How many reasons are shown.
const REASONS: usize = 3;

/// Arguments of `newsprint check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Files, or folders of issues
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// Show every line of page text with its label, its score and the runner-up
    #[arg(long)]
    pub lines: bool,
}

/// Runs the command.
///
/// # Errors
/// One sentence, with its causes.
pub fn run(args: &CheckArgs) -> anyhow::Result<Done> {
    let mut done = Done::Well;
    for path in &args.paths {
        let (opened, errors) = open_all(path);
        for error in errors {
            done = Done::FoundErrors;
            complain(&error);
        }
        for opened in opened {
            say(&harmless(&report(&opened)))?;
            if args.lines && opened.parsed.format == Format::PageText {
                let (text, fix) = shelf::text(&opened.source)?;
                say(&lines(&text, fix.as_ref()))?;
            }
        }
    }
    Ok(done)
}

/// Everything at `path` that can be opened, and what is wrong with the rest.
fn open_all(path: &Path) -> (Vec<Opened>, Vec<ShelfError>) {
    let sources = if path.is_dir() {
        match Shelf::read(path) {
            Ok(shelf) => shelf.entries().iter().map(|entry| entry.source.clone()).collect(),
            Err(error) => return (Vec::new(), vec![error]),
        }
    } else {
        vec![Source::File(path.to_owned())]
    };
    let (mut opened, mut errors) = (Vec::new(), Vec::new());
    for source in sources {
        match shelf::open(&source) {
            Ok(one) => opened.push(one),
            Err(error) => errors.push(error),
        }
    }
    (opened, errors)
}

/// A line for the file, one for each article, one for each doubt and note.
fn report(opened: &Opened) -> String {
    let (parsed, issue) = (&opened.parsed, &opened.parsed.issue);
    let format = match parsed.format {
        Format::IssueJson => "issue file",
        Format::PageText => "page text",
    };
    let known = [issue.publication.clone(), issue.date.map(|date| date.to_string()), issue.language.clone()];
    let known = known.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let mut out = format!(
        "{}: {format}, {}; {} pages, {} articles; {}\n",
        opened.source,
        parsed.encoding,
        issue.pages.len(),
        issue.article_count(),
        if known.is_empty() { "no name, date or language" } else { &known }
    );
    for (n, (page, article)) in issue.articles().enumerate() {
        article_line(&mut out, ArticleNo(n), &page.id, article, parsed.starts.get(n));
    }
    for note in
        parsed.notes.iter().map(ToString::to_string).chain(opened.unfixed.iter().map(ToString::to_string))
    {
        let _ = writeln!(out, "  note: {}", printable(&note));
    }
    out
}

fn article_line(out: &mut String, number: ArticleNo, page: &str, article: &Article, start: Option<&Start>) {
    let kind = format!("{:?}", article.kind).to_lowercase();
    let sure = start.map(|start| format!(" {:3.0}%  line {:<5}", start.confidence * 100.0, start.line));
    let parts = article.parts().filter(|(part, _)| !matches!(part, Part::Block(_) | Part::Headline(_)));
    let mut heads: Vec<&str> = parts.map(|(part, _)| name(part)).collect();
    heads.dedup();
    let heads = if heads.is_empty() { String::new() } else { format!(" [{}]", heads.join(", ")) };
    let title = article.title().join(" ");
    let title: String = title.chars().take(40).collect();
    let _ = writeln!(
        out,
        "  {:>3}{}  page {:<4} {kind:<13} {}{heads}, {} blocks",
        number.0 + 1,
        sure.unwrap_or_default(),
        printable(page),
        printable(&title),
        article.body.len()
    );
    if let Some(start) = start.filter(|start| start.is_doubtful()) {
        let reasons: Vec<&str> = start.reasons().iter().take(REASONS).map(|cue| cue.says()).collect();
        let reasons = if reasons.is_empty() { "little".to_owned() } else { reasons.join("; ") };
        let _ = writeln!(out, "      doubtful: an article begins here because the line {reasons}");
    }
}

const fn name(part: Part) -> &'static str {
    match part {
        Part::Kicker(_) => "kicker",
        Part::Headline(_) => "headline",
        Part::Deck(_) => "deck",
        Part::Byline => "byline",
        Part::Block(_) => "body",
    }
}

/// Every line with its label; `+` where an article begins, `?` where the label is doubtful.
fn lines(text: &str, fix: Option<&crate::parse::Fix>) -> String {
    let mut out = String::new();
    for line in page::labels(text, fix) {
        let text: String = printable(line.text).chars().take(30).collect();
        let sign = if line.starts { '+' } else { ' ' };
        let doubt = if line.margin < CLEAR { '?' } else { ' ' };
        let reasons = line.reasons.iter().take(REASONS);
        let reasons: Vec<String> =
            reasons.map(|(cue, points): &(Cue, i32)| format!("{points:+} {cue}")).collect();
        let _ = writeln!(
            out,
            "{:>7} {sign} {:<12}{doubt} {:>4} over {:<12} {text}\n{:>26}{}",
            line.number,
            line.label.name(),
            line.margin,
            line.runner.name(),
            "",
            reasons.join("; ")
        );
    }
    out
}
