//! The list pane's rows: page headings, headlines on at most two lines, who wrote it and how long it is.

use crate::issue::{Article, ArticleNo};
use crate::typeset::width::{self, Columns, Widths};
use crate::typeset::{self, Language};

use super::super::words::Tongue;
use super::Reading;

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
    /// For each article the index of its first row; a page heading above it counts as its own.
    starts: Vec<usize>,
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
        self.starts.len().to_string().len() + 1
    }

    /// The rows have to be made again, though the pane is as wide as before.
    pub(super) fn forget(&mut self) {
        self.rows.clear();
    }

    /// Makes the rows for a pane of `width` columns, if they aren't already.
    pub(super) fn fit(&mut self, reading: &Reading, width: u16, tongue: Tongue, widths: Widths) {
        if self.width == width && !self.rows.is_empty() {
            return;
        }
        let issue = reading.issue();
        self.width = width;
        self.rows.clear();
        self.starts.clear();
        let count = issue.article_count();
        let indent = MARK_COLUMNS + count.to_string().len() + 1;
        let room = Columns(usize::from(width).saturating_sub(indent + 1).max(1));
        let headings = issue.pages.len() > 1;
        for page in &issue.pages {
            for (n, article) in page.articles.iter().enumerate() {
                self.starts.push(self.rows.len());
                if n == 0 && headings {
                    self.rows.push(Row::Page(tongue.page(&page.id, page.name.as_deref())));
                }
                let number = ArticleNo(self.starts.len() - 1);
                push_article(&mut self.rows, article, number, room, reading.language(), tongue, widths);
            }
        }
    }

    /// The rows of `article`, with the heading above it.
    fn span(&self, article: ArticleNo) -> (usize, usize) {
        let start = self.starts.get(article.0).copied().unwrap_or(0);
        let end = self.starts.get(article.0 + 1).copied().unwrap_or(self.rows.len());
        (start, end)
    }

    /// Scrolls so that `article` is on a screen of `height` rows.
    pub(super) fn show(&mut self, article: ArticleNo, height: usize) {
        let (mut start, end) = self.span(article);
        // Where not even one article fits, its title goes before its page's heading.
        if end - start > height && matches!(self.rows.get(start), Some(Row::Page(_))) {
            start += 1;
        }
        let lowest = end.saturating_sub(height).min(start);
        let last = self.rows.len().saturating_sub(height).max(lowest);
        self.first = self.first.clamp(lowest, start).min(last);
    }

    /// The article `by` screens of `height` rows from `article`, at least one further.
    pub(super) fn page_from(&self, article: ArticleNo, by: isize, height: usize) -> ArticleNo {
        let here = self.span(article).0;
        let rows = isize::try_from(height.max(1)).unwrap_or(isize::MAX);
        let target = here.saturating_add_signed(rows.saturating_mul(by));
        let found = self.starts.partition_point(|start| *start <= target).saturating_sub(1);
        let last = self.starts.len().saturating_sub(1);
        ArticleNo(if by < 0 {
            found.min(article.0.saturating_sub(1))
        } else {
            found.max(article.0 + 1).min(last)
        })
    }
}

fn push_article(
    rows: &mut Vec<Row>,
    article: &Article,
    number: ArticleNo,
    room: Columns,
    language: Language,
    tongue: Tongue,
    widths: Widths,
) {
    let mut lines = typeset::clamp(&article.title(), room, TITLE_ROWS, language, widths);
    if lines.is_empty() {
        lines.push(tongue.say(&super::super::words::EMPTY_ARTICLE).to_owned());
    }
    for (n, text) in lines.into_iter().enumerate() {
        let shown = (n == 0).then(|| (number.0 + 1).to_string());
        rows.push(Row::Title { article: number, number: shown, text });
    }
    rows.push(Row::Meta { article: number, text: meta(article, room, language, tongue, widths) });
}

/// `陈润 徐志强 · 1119字`; where there is no room for all of it, the names are cut.
fn meta(article: &Article, room: Columns, language: Language, tongue: Tongue, widths: Widths) -> String {
    let length = match language {
        Language::Latin => tongue.words(article.words()),
        _ => tongue.characters(article.characters()),
    };
    let names: Vec<&str> = article.authors.iter().map(|author| author.name.as_str()).collect();
    let by = if names.is_empty() { article.byline.clone().unwrap_or_default() } else { names.join(" ") };
    let (dot, length) = (" · ", width::fit(&length, room, widths));
    let left = room - widths.text(dot) - widths.text(&length);
    let by = width::fit(&by, left, widths);
    if by.trim().is_empty() { length.into_owned() } else { format!("{by}{dot}{length}") }
}
