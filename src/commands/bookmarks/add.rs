//! `newsprint bookmarks add`: a bookmark at a place that is named by numbers.

use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;
use jiff::Timestamp;
use unicode_segmentation::UnicodeSegmentation;

use crate::bookmarks::{Bookmark, Store, export};
use crate::commands::{Done, open, say};
use crate::issue::{ArticleNo, Part, Position};

/// Arguments of `newsprint bookmarks add`.
#[derive(Debug, Args)]
pub struct AddArgs {
    /// A file, or a folder (its newest issue)
    pub path: PathBuf,
    /// The Nth article
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub article: u32,
    /// The Nth block of its body: paragraph, subhead, caption, credit [default: the article's beginning]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub block: Option<u32>,
    /// How many characters of the block stand before the place
    #[arg(long, value_name = "N", default_value_t = 0, requires = "block")]
    pub offset: u32,
    /// A note
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// A tag; may be given several times
    #[arg(long, value_name = "TAG")]
    pub tag: Vec<String>,
}

/// Keeps the bookmark and prints its line with the id. One that is kept already is said, and stays as it is.
pub(super) fn run(store: &Store, args: &AddArgs) -> anyhow::Result<Done> {
    let name = args.path.display();
    if args.path == Path::new("-") {
        anyhow::bail!("standard input cannot be opened again: save the issue as a file to bookmark it");
    }
    let opened = open(&args.path)?;
    let issue = &opened.parsed.issue;
    let number = ArticleNo(usize::try_from(args.article - 1)?);
    let (_, article) = issue.article(number).with_context(|| {
        format!("there is no article {} in {name}: it has {}", args.article, issue.article_count())
    })?;
    let position = match args.block {
        None => Position::START,
        Some(block) => {
            let part = Part::Block(usize::try_from(block - 1)?);
            let Some(text) = article.text(part) else {
                let count = article.body.len();
                anyhow::bail!(
                    "there is no block {block} in article {} of {name}: it has {count}",
                    args.article
                );
            };
            let (offset, length) = (usize::try_from(args.offset)?, text.graphemes(true).count());
            // A place that is not there would be the next one that is, without a word.
            if offset > 0 && offset >= length {
                anyhow::bail!(
                    "there is no place after {offset} characters of block {block} in article {} of {name}: it has \
                     {length}",
                    args.article
                );
            }
            Position::new(part, offset)
        }
    };
    let source = opened.source.lasting().to_string();
    let bookmark = Bookmark::at(issue, &source, number, position, Timestamp::now());
    let mut bookmark = bookmark.with_context(|| format!("article {} of {name} has no text", args.article))?;
    bookmark.note = args.note.as_deref().map(str::trim).filter(|note| !note.is_empty()).map(str::to_owned);
    super::tag(&mut bookmark, &args.tag);
    let (loaded, count) = store.import(std::slice::from_ref(&bookmark))?;
    let (bookmarks, done) = super::kept(loaded);
    if count == 0 {
        let there = bookmarks.iter().find(|other| other.same_place(&bookmark)).unwrap_or(&bookmark);
        anyhow::bail!("this place is bookmarked already: {}", export::entry(there));
    }
    say(&(export::entry(&bookmark) + "\n")).map(|()| done)
}
