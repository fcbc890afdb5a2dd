//! `newsprint convert`: an issue in another format.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::issue::{Article, BlockKind, Issue};
use crate::parse::json;

use super::{Done, give, open, write_new};

/// Arguments of `newsprint convert`.
#[derive(Debug, Args)]
pub struct ConvertArgs {
    /// A file, or - for standard input
    pub path: PathBuf,
    /// The format to write
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub to: FormatArg,
    /// Write to FILE instead of standard output; a file that is there is left alone
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// What `convert` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatArg {
    /// newsprint-issue/1
    Json,
    /// Headings and paragraphs
    Markdown,
    /// The articles' text
    Text,
}

/// Runs the command.
///
/// # Errors
/// One sentence, with its causes.
pub fn run(args: &ConvertArgs) -> anyhow::Result<Done> {
    let issue = open(&args.path)?.parsed.issue;
    let text = match args.to {
        FormatArg::Json => json::write(&issue)?,
        FormatArg::Markdown => markdown(&issue),
        FormatArg::Text => text(&issue),
    };
    match &args.output {
        Some(path) => write_new(path, &text, "choose another name, or move it away")?,
        None => give(&text)?,
    }
    Ok(Done::Well)
}

fn markdown(issue: &Issue) -> String {
    let mut out = String::new();
    let mut paragraph = |text: &str| {
        out.push_str(text);
        out.push_str("\n\n");
    };
    let title = [issue.publication.clone(), issue.date.map(|date| date.to_string())];
    let title: Vec<String> = title.into_iter().flatten().collect();
    if !title.is_empty() {
        paragraph(&format!("# {}", title.join(" · ")));
    }
    for page in &issue.pages {
        paragraph(&format!(
            "## {}",
            [Some(page.id.as_str()), page.name.as_deref()].map(Option::unwrap_or_default).join(" ").trim()
        ));
        for article in &page.articles {
            for line in &article.kicker {
                paragraph(&format!("*{line}*"));
            }
            paragraph(&format!("### {}", article.title().join(" ")));
            for line in &article.deck {
                paragraph(&format!("*{line}*"));
            }
            if let Some(line) = &article.byline {
                paragraph(line);
            }
            for block in &article.body {
                match block.kind {
                    BlockKind::Subhead => paragraph(&format!("#### {}", block.text)),
                    BlockKind::Caption | BlockKind::Credit | BlockKind::Image => {
                        paragraph(&format!("*{}*", block.text));
                    }
                    BlockKind::Paragraph => paragraph(&block.text),
                }
            }
        }
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn text(issue: &Issue) -> String {
    let article = |article: &Article| article.parts().map(|(_, text)| text).collect::<Vec<_>>().join("\n\n");
    let articles: Vec<String> = issue.articles().map(|(_, of)| article(of)).collect();
    articles.join("\n\n\n") + "\n"
}
