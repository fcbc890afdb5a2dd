//! The list pane's rows: page headings, headlines on at most two lines, who wrote it and how long it is.

use crate::issue::{Article, ArticleNo, Page, Part};
use crate::search::Query;
use crate::typeset::width::{self, Columns, Widths};
use crate::typeset::{self, Language};

use super::super::words::Tongue;
use super::Reading;

/// How fast a grown-up reads a newspaper: studies give 300 to 500 characters of Chinese, 200 to 260 words of English.
const CHARACTERS_A_MINUTE: usize = 400;
const WORDS_A_MINUTE: usize = 230;
/// At most so many lines of a headline.
const TITLE_ROWS: usize = 2;
/// Columns before a row's text: the mark of the selection, then the article's number and a space.
pub(crate) const MARK_COLUMNS: usize = 1;

/// One row of the list pane.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Row {
    /// A page begins.
    Page(String),
    /// A line of an article's title. The number stands before its first line.
    Title {
        /// Whose.
        article: ArticleNo,
        /// The number, on the first line.
        number: Option<String>,
        /// The text.
        text: String,
    },
    /// Byline and length.
    Meta {
        /// Whose.
        article: ArticleNo,
        /// The text.
        text: String,
    },
}

/// All rows of an issue for one width, and which is the first on the screen.
#[derive(Debug, Default)]
pub(crate) struct Contents {
    rows: Vec<Row>,
    /// The articles that are listed, each with the index of its first row; a page heading above it counts as its own.
    starts: Vec<(ArticleNo, usize)>,
    filter: Option<Query>,
    /// Every article's length, listed or not: characters, or words where the language has them.
    lengths: Vec<usize>,
    width: u16,
    first: usize,
}

impl Contents {
    pub(crate) fn rows(&self) -> &[Row] {
        &self.rows
    }

    pub(crate) const fn first(&self) -> usize {
        self.first
    }

    /// Columns that the numbers take, with the space after them.
    pub(crate) fn number_columns(&self) -> usize {
        self.lengths.len().to_string().len() + 1
    }

    /// Makes the rows for a pane of `width` columns, if they aren't already.
    pub(super) fn fit(
        &mut self,
        reading: &Reading,
        filter: Option<&Query>,
        width: u16,
        tongue: Tongue,
        widths: Widths,
    ) {
        if self.width == width && self.filter.as_ref() == filter && !self.lengths.is_empty() {
            return;
        }
        let issue = reading.issue();
        (self.width, self.filter) = (width, filter.cloned());
        self.rows.clear();
        self.starts.clear();
        if self.lengths.is_empty() {
            self.lengths = issue.articles().map(|(_, article)| length(article, reading.language())).collect();
        }
        let indent = MARK_COLUMNS + self.number_columns();
        let room = Columns(usize::from(width).saturating_sub(indent + 1).max(1));
        let headings = issue.pages.len() > 1;
        let mut page_before: Option<&Page> = None;
        for (n, (page, article)) in issue.articles().enumerate() {
            if !filter.is_none_or(|query| is_listed(article, query)) {
                continue;
            }
            self.starts.push((ArticleNo(n), self.rows.len()));
            if headings && !page_before.is_some_and(|before| std::ptr::eq(before, page)) {
                self.rows.push(Row::Page(tongue.page(&page.id, page.name.as_deref())));
            }
            page_before = Some(page);
            let length = self.lengths.get(n).copied().unwrap_or(0);
            let entry = Entry { article, number: ArticleNo(n), length };
            push_article(&mut self.rows, &entry, room, reading.language(), tongue, widths);
        }
    }

    /// The index in `starts` of `article`, or of the first one after it.
    fn index(&self, article: ArticleNo) -> usize {
        self.starts.partition_point(|(number, _)| *number < article)
    }

    /// The listed article `by` further on than `article`.
    pub(super) fn step_from(&self, article: ArticleNo, by: isize) -> Option<ArticleNo> {
        let here = self.index(article);
        let is_listed = self.starts.get(here).is_some_and(|(number, _)| *number == article);
        // From an article that the filter hides the next listed one is one step on.
        let by = if by > 0 && !is_listed { by - 1 } else { by };
        here.checked_add_signed(by).and_then(|n| self.starts.get(n)).map(|(number, _)| *number)
    }

    /// The article on the `row`th row of the screen's list pane; none on a page heading or below the last.
    pub(super) fn article_at(&self, row: usize) -> Option<ArticleNo> {
        match self.rows.get(self.first + row)? {
            Row::Page(_) => None,
            Row::Title { article, .. } | Row::Meta { article, .. } => Some(*article),
        }
    }

    /// The first article that is listed.
    pub(super) fn first_article(&self) -> Option<ArticleNo> {
        self.starts.first().map(|(number, _)| *number)
    }

    /// The last article that is listed.
    pub(super) fn last_article(&self) -> Option<ArticleNo> {
        self.starts.last().map(|(number, _)| *number)
    }

    /// How far the reader is in the issue who has read `percent` of `article` and all before it, in percent; and how
    /// long what is left of the article takes, in minutes.
    pub(crate) fn progress(&self, article: ArticleNo, percent: usize, language: Language) -> (usize, usize) {
        let per_minute = if language == Language::Latin { WORDS_A_MINUTE } else { CHARACTERS_A_MINUTE };
        let here = self.lengths.get(article.0).copied().unwrap_or(0);
        let before: usize = self.lengths.iter().take(article.0).sum();
        let all: usize = self.lengths.iter().sum();
        let read = before + here * percent / 100;
        let left = here.saturating_sub(here * percent / 100);
        ((read * 100).checked_div(all).unwrap_or(100), left.div_ceil(per_minute))
    }

    /// How many articles are listed.
    pub(crate) const fn listed(&self) -> usize {
        self.starts.len()
    }

    /// The rows of `article`, with the heading above it.
    fn span(&self, article: ArticleNo) -> (usize, usize) {
        let n = self.index(article);
        let start = |n: usize| self.starts.get(n).map_or(self.rows.len(), |(_, row)| *row);
        (start(n), start(n + 1))
    }

    /// Scrolls so that `article` is on a screen of `height` rows.
    pub(super) fn show(&mut self, article: ArticleNo, height: usize) {
        let (mut start, end) = self.span(article);
        if start == end {
            // The filter hides it.
            self.first = 0;
            return;
        }
        // Where not even one article fits, its title goes before its page's heading.
        if end - start > height && matches!(self.rows.get(start), Some(Row::Page(_))) {
            start += 1;
        }
        let lowest = end.saturating_sub(height).min(start);
        let last = self.rows.len().saturating_sub(height).max(lowest);
        self.first = self.first.clamp(lowest, start).min(last);
    }

    /// The article `by` screens of `height` rows from `article`, at least one further if there is one.
    pub(super) fn page_from(&self, article: ArticleNo, by: isize, height: usize) -> Option<ArticleNo> {
        let here = self.span(article).0;
        let rows = isize::try_from(height.max(1)).unwrap_or(isize::MAX);
        let target = here.saturating_add_signed(rows.saturating_mul(by));
        let found = self.starts.partition_point(|(_, row)| *row <= target).saturating_sub(1);
        let (index, last) = (self.index(article), self.starts.len().saturating_sub(1));
        let there = if by < 0 { found.min(index.saturating_sub(1)) } else { found.max(index + 1).min(last) };
        self.starts.get(there).map(|(number, _)| *number)
    }
}

/// Whether the list shows `article` while it is filtered: the words are in its heads.
fn is_listed(article: &Article, query: &Query) -> bool {
    let heads = article.parts().filter(|(part, _)| !matches!(part, Part::Block(_)));
    heads.map(|(_, text)| text).chain(article.title()).any(|text| query.is_in(text))
}

/// An article to be listed.
struct Entry<'a> {
    article: &'a Article,
    number: ArticleNo,
    length: usize,
}

fn push_article(
    rows: &mut Vec<Row>,
    entry: &Entry<'_>,
    room: Columns,
    language: Language,
    tongue: Tongue,
    widths: Widths,
) {
    let article = entry.number;
    let mut lines = typeset::clamp(&entry.article.title(), room, TITLE_ROWS, language, widths);
    if lines.is_empty() {
        lines.push(tongue.say(&super::super::words::EMPTY_ARTICLE).to_owned());
    }
    for (n, text) in lines.into_iter().enumerate() {
        let number = (n == 0).then(|| (article.0 + 1).to_string());
        rows.push(Row::Title { article, number, text });
    }
    let length = match language {
        Language::Latin => tongue.words(entry.length),
        _ => tongue.characters(entry.length),
    };
    rows.push(Row::Meta { article, text: meta(entry.article, &length, room, widths) });
}

/// An article's length in what its language counts.
fn length(article: &Article, language: Language) -> usize {
    match language {
        Language::Latin => article.words(),
        _ => article.characters(),
    }
}

/// `陈润 徐志强 · 1119字`; where there is no room for all of it, the names are cut.
fn meta(article: &Article, length: &str, room: Columns, widths: Widths) -> String {
    let names: Vec<&str> = article.authors.iter().map(|author| author.name.as_str()).collect();
    let by = if names.is_empty() { article.byline.clone().unwrap_or_default() } else { names.join(" ") };
    let (dot, length) = (" · ", width::fit(length, room, widths));
    let left = room - widths.text(dot) - widths.text(&length);
    let by = width::fit(&by, left, widths);
    if by.trim().is_empty() { length.into_owned() } else { format!("{by}{dot}{length}") }
}
