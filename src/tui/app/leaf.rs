//! A text of the program's own, set as an article is and laid over the panes: all of one bookmark, or what could not be
//! written.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::bookmarks::{Bookmark, CONTEXT};
use crate::issue::{Article, Block, Clusters, Part};
use crate::tui::words::{self, Tongue};
use crate::typeset::width::Columns;
use crate::typeset::{self, Language, SetArticle, Setting};

use super::Step;

/// Columns left free on each side of the text, where there is room.
const MARGIN: u16 = 2;
const MARGIN_FROM: u16 = 24;

/// The text, and how far it is scrolled.
#[derive(Debug, Default)]
pub(crate) struct Leaf {
    article: Article,
    /// The clusters of the body's first block that are marked.
    marked: Range<usize>,
    set: SetArticle,
    /// What it was set to.
    setting: Option<Setting>,
    first: usize,
}

/// Why a bookmark can't be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// Its issue is nowhere to be found; the text says what happened at its last place.
    Gone(String),
    /// Its words are not in the issue any more.
    Lost,
}

/// The words at a bookmark and those after them, on one line.
pub(crate) fn words_of(bookmark: &Bookmark) -> String {
    let quote = &bookmark.quote;
    format!("{}{}{}", quote.exact, quote.after, cut(&quote.after)).replace('\n', " ")
}

/// What stands where the article goes on, though the context that was kept does not.
fn cut(context: &str) -> &'static str {
    if context.graphemes(true).count() < CONTEXT { "" } else { "…" }
}

/// The columns left of the text in a pane of `width`.
pub(crate) const fn margin(width: u16) -> u16 {
    if width < MARGIN_FROM { 0 } else { MARGIN }
}

impl Leaf {
    /// All that is kept of `bookmark`.
    pub(super) fn of(bookmark: &Bookmark, trouble: Option<&Trouble>, tongue: Tongue) -> Self {
        let quote = &bookmark.quote;
        let before = format!("{}{}", cut(&quote.before), quote.before);
        let start = before.graphemes(true).count();
        let marked = start..start + quote.exact.graphemes(true).count();
        let paragraph = |text: String| Block { text, ..Block::default() };
        let mut body = vec![paragraph(format!("{before}{}", words_of(bookmark)))];
        if let Some(note) = &bookmark.note {
            body.push(paragraph(format!("{}{note}", tongue.say(&words::NOTE))));
        }
        if !bookmark.tags.is_empty() {
            let tags: Vec<String> = bookmark.tags.iter().map(|tag| format!("#{tag}")).collect();
            body.push(paragraph(format!("{}{}", tongue.say(&words::TAGS), tags.join(" "))));
        }
        let made = bookmark.made.strftime("%Y-%m-%d %H:%M UTC");
        body.push(paragraph(tongue.made_and_from(&made.to_string(), bookmark.issue.source())));
        let trouble = trouble.map(|trouble| match trouble {
            Trouble::Gone(why) => tongue.issue_gone(why),
            Trouble::Lost => tongue.say(&words::BOOKMARK_LOST).to_owned(),
        });
        let article = Article {
            kicker: vec![tongue.issue(&bookmark.issue, Some(&bookmark.article.page))].into(),
            headline: bookmark.article.headline.lines().map(str::to_owned).collect(),
            deck: trouble.into_iter().collect(),
            body,
            ..Article::default()
        };
        Self { article, marked, ..Self::default() }
    }

    /// A text under a headline.
    pub(super) fn text(headline: &str, text: &[String]) -> Self {
        let body = text.iter().map(|text| Block { text: text.clone(), ..Block::default() });
        let article =
            Article { headline: vec![headline.to_owned()], body: body.collect(), ..Article::default() };
        Self { article, ..Self::default() }
    }

    pub(crate) const fn set(&self) -> &SetArticle {
        &self.set
    }

    /// Whether there are lines below a screen of `rows`.
    pub(super) fn has_more(&self, rows: usize) -> bool {
        self.first + rows < self.set.lines().len()
    }

    /// The first line on the screen.
    pub(crate) const fn first(&self) -> usize {
        self.first
    }

    /// Whether a cluster is one of those that the text is about.
    pub(crate) fn is_marked(&self, part: Part, offset: Clusters) -> bool {
        part == Part::Block(0) && self.marked.contains(&offset.0)
    }

    /// Sets the text for a pane of `width` columns and `rows`.
    pub(super) fn fit(&mut self, width: u16, rows: usize, setting: &Setting) {
        let sample = self.article.body.first().map_or("", |block| &block.text);
        let language = Language::of(None, sample);
        let width = Columns((width - 2 * margin(width)).into());
        let setting = Setting { width, language, ..*setting };
        if self.setting != Some(setting) {
            self.setting = Some(setting);
            self.set = typeset::set(&self.article, &setting);
        }
        self.first = self.first.min(self.set.lines().len().saturating_sub(rows));
    }

    pub(super) fn step(&mut self, step: Step, rows: usize) {
        let last = self.set.lines().len().saturating_sub(rows);
        self.first = step.from(self.first, last, rows);
    }
}
