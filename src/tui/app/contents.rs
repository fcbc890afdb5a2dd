//! The list pane's rows: page headings, headlines on at most two lines, who wrote it and how long it is.

use unicode_segmentation::UnicodeSegmentation;

use crate::issue::{Article, ArticleNo, Page, Part};
use crate::search::Query;
use crate::typeset::width::{self, Columns, Widths};
use crate::typeset::{self, Guise, Language, Punctuation};

use super::super::words::Tongue;
use super::Reading;

/// How fast a grown-up reads a newspaper: studies give 300 to 500 characters of Chinese, 200 to 260 words of English.
const CHARACTERS_A_MINUTE: usize = 400;
const WORDS_A_MINUTE: usize = 230;
/// At most so many lines of a headline.
const TITLE_ROWS: usize = 2;
/// Columns before a row's text: the mark of the selection, then the article's number and a space.
pub(crate) const MARK_COLUMNS: usize = 1;

/// What stands on a row of the list; its words are made when it is on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    /// The heading of the page that the article is the first of.
    Page(ArticleNo),
    /// The nth line of the article's title.
    Title(ArticleNo, usize),
    /// Byline and length.
    Meta(ArticleNo),
}

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

/// All rows of an issue for one width, and which of them are on the screen.
///
/// An issue may have thousands of articles: what their rows say is made only for those on the screen.
#[derive(Debug, Default)]
pub(crate) struct Contents {
    slots: Vec<Slot>,
    shown: Vec<Row>,
    /// What `shown` was made of: its first row and how many.
    made: Option<(usize, usize)>,
    /// The articles that are listed, each with the index of its first row; a page heading above it counts as its own.
    starts: Vec<(ArticleNo, usize)>,
    filter: Option<Query>,
    /// Every article's length, listed or not: characters, or words where the language has them.
    lengths: Vec<usize>,
    width: u16,
    first: usize,
}

impl Contents {
    /// The rows on the screen, from its first on.
    pub(crate) fn rows(&self) -> &[Row] {
        &self.shown
    }

    /// Columns that the numbers take, with the space after them.
    pub(crate) fn number_columns(&self) -> usize {
        self.lengths.len().to_string().len() + 1
    }

    /// The rows have to be made again, though the pane is as wide as before.
    pub(super) fn forget(&mut self) {
        self.lengths.clear();
        self.slots.clear();
        self.made = None;
    }

    /// Makes the rows for a pane of `width` columns, if they aren't already.
    pub(super) fn fit(&mut self, reading: &Reading, filter: Option<&Query>, width: u16, widths: Widths) {
        if self.width == width && self.filter.as_ref() == filter && !self.lengths.is_empty() {
            return;
        }
        let issue = reading.issue();
        (self.width, self.filter) = (width, filter.cloned());
        self.slots.clear();
        self.starts.clear();
        self.made = None;
        if self.lengths.is_empty() {
            self.lengths = issue.articles().map(|(_, article)| length(article, reading.language())).collect();
        }
        let room = self.room();
        let headings = issue.pages.len() > 1;
        let mut page_before: Option<&Page> = None;
        for (n, (page, article)) in issue.articles().enumerate() {
            if !filter.is_none_or(|query| is_listed(article, query)) {
                continue;
            }
            let number = ArticleNo(n);
            self.starts.push((number, self.slots.len()));
            if headings && !page_before.is_some_and(|before| std::ptr::eq(before, page)) {
                self.slots.push(Slot::Page(number));
            }
            page_before = Some(page);
            let rows = title_rows(article, room, reading.guise(), widths);
            self.slots.extend((0..rows).map(|line| Slot::Title(number, line)));
            self.slots.push(Slot::Meta(number));
        }
    }

    /// Columns that a row's text has.
    fn room(&self) -> Columns {
        let indent = MARK_COLUMNS + self.number_columns();
        Columns(usize::from(self.width).saturating_sub(indent + 1).max(1))
    }

    /// Makes what the rows on a screen of `height` say, if it isn't already.
    pub(super) fn set_rows(&mut self, reading: &Reading, height: usize, tongue: Tongue, widths: Widths) {
        if self.made == Some((self.first, height)) {
            return;
        }
        self.made = Some((self.first, height));
        let room = self.room();
        let mut rows = Vec::with_capacity(height);
        let mut title: (Option<ArticleNo>, Vec<String>) = (None, Vec::new());
        for slot in self.slots.iter().skip(self.first).take(height) {
            let (Slot::Page(number) | Slot::Title(number, _) | Slot::Meta(number)) = *slot;
            let Some((page, article)) = reading.issue().article(number) else { continue };
            rows.push(match *slot {
                Slot::Page(_) => Row::Page(tongue.page(&page.id, page.name.as_deref())),
                Slot::Title(_, line) => {
                    if title.0 != Some(number) {
                        let manner = (reading.language(), reading.guise());
                        title = (Some(number), title_of(article, room, manner, tongue, widths));
                    }
                    let text = title.1.get(line).cloned().unwrap_or_default();
                    Row::Title {
                        article: number,
                        number: (line == 0).then(|| (number.0 + 1).to_string()),
                        text,
                    }
                }
                Slot::Meta(_) => {
                    let count = self.lengths.get(number.0).copied().unwrap_or(0);
                    let length = match reading.language() {
                        Language::Latin => tongue.words(count),
                        _ => tongue.characters(count),
                    };
                    Row::Meta { article: number, text: meta(article, &length, room, reading.guise(), widths) }
                }
            });
        }
        self.shown = rows;
    }

    /// The index in `starts` of `article`, or of the first one after it.
    fn index(&self, article: ArticleNo) -> usize {
        self.starts.partition_point(|(number, _)| *number < article)
    }

    /// The listed article `by` further on than `article`.
    pub(in crate::tui) fn step_from(&self, article: ArticleNo, by: isize) -> Option<ArticleNo> {
        let here = self.index(article);
        let is_listed = self.starts.get(here).is_some_and(|(number, _)| *number == article);
        // From an article that the filter hides the next listed one is one step on.
        let by = if by > 0 && !is_listed { by - 1 } else { by };
        here.checked_add_signed(by).and_then(|n| self.starts.get(n)).map(|(number, _)| *number)
    }

    /// The article on the `row`th row of the screen's list pane; none on a page heading or below the last.
    pub(super) fn article_at(&self, row: usize) -> Option<ArticleNo> {
        match self.slots.get(self.first + row)? {
            Slot::Page(_) => None,
            Slot::Title(article, _) | Slot::Meta(article) => Some(*article),
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

    /// The articles that are listed.
    pub(super) fn articles(&self) -> impl Iterator<Item = ArticleNo> {
        self.starts.iter().map(|(number, _)| *number)
    }

    /// How many articles are listed.
    pub(crate) const fn listed(&self) -> usize {
        self.starts.len()
    }

    /// The rows of `article`, with the heading above it.
    fn span(&self, article: ArticleNo) -> (usize, usize) {
        let n = self.index(article);
        let start = |n: usize| self.starts.get(n).map_or(self.slots.len(), |(_, row)| *row);
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
        if end - start > height && matches!(self.slots.get(start), Some(Slot::Page(_))) {
            start += 1;
        }
        let lowest = end.saturating_sub(height).min(start);
        let last = self.slots.len().saturating_sub(height).max(lowest);
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

/// The lines of an article's title; one that says so where there is no text.
fn title_of(
    article: &Article,
    room: Columns,
    (language, guise): (Language, Guise),
    tongue: Tongue,
    widths: Widths,
) -> Vec<String> {
    let printed = article.title();
    let shown: Vec<_> = printed.iter().map(|line| typeset::shown(line, guise)).collect();
    let shown: Vec<&str> = shown.iter().map(AsRef::as_ref).collect();
    let mut lines = typeset::clamp(&shown, room, TITLE_ROWS, language, widths);
    if lines.is_empty() {
        lines.push(tongue.say(&super::super::words::EMPTY_ARTICLE).to_owned());
    }
    lines
}

/// How many lines [`title_of`] gives, without making them: one only if it fits there whole, or cannot be parted.
fn title_rows(article: &Article, room: Columns, guise: Guise, widths: Widths) -> usize {
    let printed = article.title();
    let mut lines = printed.iter().map(|line| typeset::shown(line, guise));
    let mut lines = lines.by_ref().filter(|line| !line.trim().is_empty());
    match (lines.next(), lines.next()) {
        (None, _) => 1,
        (Some(only), None) if widths.text(only.trim()) <= room => 1,
        (Some(only), None) if only.trim().graphemes(true).nth(1).is_none() => 1,
        _ => TITLE_ROWS,
    }
}

/// An article's length in what its language counts.
fn length(article: &Article, language: Language) -> usize {
    match language {
        Language::Latin => article.words(),
        _ => article.characters(),
    }
}

/// `陈润 徐志强 · 1119字`; where there is no room for all of it, the names are cut.
fn meta(article: &Article, length: &str, room: Columns, guise: Guise, widths: Widths) -> String {
    let names: Vec<&str> = article.authors.iter().map(|author| author.name.as_str()).collect();
    let by = if names.is_empty() { article.byline.clone().unwrap_or_default() } else { names.join(" ") };
    let by = typeset::shown(&by, Guise { marks: Punctuation::AsPrinted, ..guise });
    let (dot, length) = (" · ", width::fit(length, room, widths));
    let left = room - widths.text(dot) - widths.text(&length);
    let by = width::fit(&by, left, widths);
    if by.trim().is_empty() { length.into_owned() } else { format!("{by}{dot}{length}") }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::typeset::Ambiguous;

    proptest! {
        /// The rows that are counted are those that are made.
        #[test]
        fn the_rows_of_a_title_are_counted_as_they_are_made(
            lines in prop::collection::vec("[铅字 a—“,!\u{200B}\u{7}\t]{0,12}", 0..4),
            room in 1..20_usize,
            wide: bool,
            full_width: bool,
        ) {
            let marks = if full_width { Punctuation::FullWidth } else { Punctuation::AsPrinted };
            let guise = Guise { marks, ..Guise::default() };
            let widths = Widths::new(if wide { Ambiguous::Wide } else { Ambiguous::Narrow });
            let article = Article { headline: lines, ..Article::default() };
            let language = Language::of(Some("zh-Hans"), "");
            let made = title_of(&article, Columns(room), (language, guise), Tongue::Chinese, widths);
            prop_assert_eq!(title_rows(&article, Columns(room), guise, widths), made.len(), "{:?}", made);
        }
    }
}
