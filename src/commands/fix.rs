//! `newsprint fix`: a correction to one line of a page, kept beside it.

use std::path::PathBuf;

use anyhow::Context;
use clap::Args;

use crate::parse::page::Change;
use crate::shelf;

use super::{Done, say};

/// Arguments of `newsprint fix`.
#[derive(Debug, Args)]
pub struct FixArgs {
    /// The page's text
    pub page: PathBuf,
    /// The line's number, as `check --lines` shows it
    pub line: usize,
    /// What to do: split (an article begins here), join (it does not), or what the line is: kicker, headline, deck,
    /// byline, paragraph, continuation, subhead, caption, credit, notice, teaser, furniture, masthead
    #[arg(value_name = "CHANGE", value_parser = change)]
    pub change: Change,
}

fn change(text: &str) -> Result<Change, String> {
    let value = serde_json::Value::from(text);
    serde_json::from_value(value.clone())
        .or_else(|_| serde_json::from_value(value).map(Change::Label))
        .map_err(|_| "neither split, join nor the name of a label".to_owned())
}

/// Runs the command.
///
/// # Errors
/// One sentence, with its causes.
pub fn run(args: &FixArgs) -> anyhow::Result<Done> {
    let sidecar = shelf::correct(&args.page, args.line, args.change)?;
    let opened = super::open(&args.page).context("the correction is written")?;
    let warnings =
        opened.warnings().fold(String::new(), |said, warning| said + "note: " + &warning.to_string() + "\n");
    let count = opened.parsed.issue.article_count();
    say(&format!("{warnings}{}: the page has {count} articles now\n", sidecar.display())).map(|()| Done::Well)
}
