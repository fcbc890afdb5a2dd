//! The list pane's rows: page headings, headlines on at most two lines, who wrote it and how long it is.

use crate::issue::{Article, ArticleNo, Page};
use crate::search::Query;
use crate::typeset::width::{self, Columns, Widths};
use crate::typeset::{self, Guise, Language, Punctuation};

use super::super::words::Tongue;
use super::Reading;
use super::catalogue::{Catalogue, Manner};

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
/// An issue may have very many articles: of those that are not on the screen only their rows are counted.
#[derive(Debug, Default)]
pub(crate) struct Contents {
    /// None while it is worked out; then no article is known to be short, and all are listed.
    catalogue: Option<Catalogue>,
    /// What the catalogue is, or is to be, of.
    manner: Option<Manner>,
    shown: Vec<Row>,
    /// What `shown` was made of: its first row and how many.
    made: Option<(usize, usize)>,
    /// The articles that are listed.
    starts: Vec<Start>,
    /// How many rows they have.
    rows: usize,
    /// How many articles the issue has.
    count: usize,
    /// What `starts` was made of; none if that has changed.
    fitted: Option<(u16, Option<Query>)>,
    /// The articles that a filter wants, and which filter.
    wanted: Option<(Query, Vec<ArticleNo>)>,
    width: u16,
    first: usize,
}

/// Where a listed article's rows begin; a page heading above it counts as its own. There may be very many: it is small, as
/// memory that is used for the first time costs more than what is worked out.
#[derive(Debug, Clone, Copy)]
struct Start {
    article: u32,
    row: u32,
    heading: bool,
}

impl Start {
    fn new(article: ArticleNo, row: usize, heading: bool) -> Self {
        // A file of the largest size that is read has fewer articles and rows.
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { article: small(article.0), row: small(row), heading }
    }

    const fn article(self) -> ArticleNo {
        ArticleNo(self.article as usize)
    }

    const fn row(self) -> usize {
        self.row as usize
    }
}

impl Contents {
    /// The rows on the screen, from its first on.
    pub(crate) fn rows(&self) -> &[Row] {
        &self.shown
    }

    /// Columns that the numbers take, with the space after them.
    pub(crate) fn number_columns(&self) -> usize {
        self.count.to_string().len() + 1
    }

    /// The issue is another one.
    pub(super) fn forget(&mut self) {
        (self.manner, self.fitted, self.wanted) = (None, None, None);
    }

    /// Says whether a catalogue is to be made in this manner, and remembers that it is.
    pub(super) fn asks_for(&mut self, manner: Manner) -> bool {
        self.manner.replace(manner) != Some(manner)
    }

    /// Takes the catalogue that was asked for, and gives back the one before.
    pub(super) fn take(&mut self, catalogue: Catalogue) -> Option<Catalogue> {
        let before = self.catalogue.replace(catalogue);
        (self.fitted, self.wanted) = (None, None);
        before
    }

    /// Makes the rows for a pane of `width` columns, if they aren't already.
    pub(super) fn fit(&mut self, reading: &Reading, filter: Option<&Query>, width: u16) {
        let is_fitted =
            self.fitted.as_ref().is_some_and(|(of, query)| *of == width && query.as_ref() == filter);
        if is_fitted {
            return;
        }
        let issue = reading.issue();
        (self.width, self.fitted) = (width, Some((width, filter.cloned())));
        (self.count, self.rows, self.made) = (issue.article_count(), 0, None);
        self.starts.clear();
        self.starts.reserve_exact(if filter.is_none() { self.count } else { 0 });
        let room = self.room();
        let headings = issue.pages.len() > 1;
        let mut page_before: Option<&Page> = None;
        if let Some(query) = filter
            && self.wanted.as_ref().is_none_or(|(of, _)| of != query)
        {
            let of = |all: &Catalogue| (query.clone(), all.with(query).collect());
            self.wanted = self.catalogue.as_ref().map(of);
        }
        let wanted = self.wanted.as_ref().filter(|_| filter.is_some());
        let mut wanted = wanted.map(|(_, articles)| articles.iter().copied().peekable());
        for (n, (page, _)) in issue.articles().enumerate() {
            let article = ArticleNo(n);
            if wanted.as_mut().is_some_and(|wanted| wanted.next_if_eq(&article).is_none()) {
                continue;
            }
            let heading = headings && !page_before.is_some_and(|before| std::ptr::eq(before, page));
            page_before = Some(page);
            self.starts.push(Start::new(article, self.rows, heading));
            let one_line = self.catalogue.as_ref().and_then(|all| all.is_one_line(article, room));
            let title = if one_line == Some(true) { 1 } else { TITLE_ROWS };
            self.rows += usize::from(heading) + title + 1;
        }
    }

    /// What stands on a row.
    fn slot(&self, row: usize) -> Option<Slot> {
        let n = self.starts.partition_point(|start| start.row() <= row).checked_sub(1)?;
        let start = *self.starts.get(n)?;
        let (article, line) = (start.article(), (row - start.row()).checked_sub(usize::from(start.heading)));
        match line {
            _ if row >= self.rows => None,
            None => Some(Slot::Page(article)),
            Some(_) if row + 1 == self.row_of(n + 1) => Some(Slot::Meta(article)),
            Some(line) => Some(Slot::Title(article, line)),
        }
    }

    /// The first row of the nth listed article; the row after the last if there are fewer.
    fn row_of(&self, n: usize) -> usize {
        self.starts.get(n).map_or(self.rows, |start| start.row())
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
        for slot in (self.first..self.first.saturating_add(height)).map_while(|row| self.slot(row)) {
            let (Slot::Page(number) | Slot::Title(number, _) | Slot::Meta(number)) = slot;
            let Some((page, article)) = reading.issue().article(number) else { continue };
            rows.push(match slot {
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
                    let count = self.catalogue.as_ref().and_then(|all| all.length(number));
                    let length = count.map(|count| match reading.language() {
                        Language::Latin => tongue.words(count),
                        _ => tongue.characters(count),
                    });
                    let length = length.unwrap_or_default();
                    Row::Meta { article: number, text: meta(article, &length, room, reading.guise(), widths) }
                }
            });
        }
        self.shown = rows;
    }

    /// The index in `starts` of `article`, or of the first one after it.
    fn index(&self, article: ArticleNo) -> usize {
        self.starts.partition_point(|start| start.article() < article)
    }

    /// The listed article `by` further on than `article`.
    pub(in crate::tui) fn step_from(&self, article: ArticleNo, by: isize) -> Option<ArticleNo> {
        let here = self.index(article);
        let is_listed = self.starts.get(here).is_some_and(|start| start.article() == article);
        // From an article that the filter hides the next listed one is one step on.
        let by = if by > 0 && !is_listed { by - 1 } else { by };
        here.checked_add_signed(by).and_then(|n| self.starts.get(n)).map(|start| start.article())
    }

    /// The article on the `row`th row of the screen's list pane, for a page heading the first one below it; none below the
    /// last.
    pub(super) fn article_at(&self, row: usize) -> Option<ArticleNo> {
        let (Slot::Page(article) | Slot::Title(article, _) | Slot::Meta(article)) =
            self.slot(self.first + row)?;
        Some(article)
    }

    /// Which of its article's rows the `row`th row of the screen's list pane is; none for a page heading.
    pub(super) fn row_in_article(&self, row: usize) -> Option<usize> {
        let row = self.first + row;
        let start =
            self.starts.get(self.starts.partition_point(|start| start.row() <= row).checked_sub(1)?)?;
        (row - start.row()).checked_sub(usize::from(start.heading))
    }

    /// The first article that is listed.
    pub(super) fn first_article(&self) -> Option<ArticleNo> {
        self.starts.first().map(|start| start.article())
    }

    /// The last article that is listed.
    pub(super) fn last_article(&self) -> Option<ArticleNo> {
        self.starts.last().map(|start| start.article())
    }

    /// How far the reader is in the issue who has read `percent` of `article` and all before it, in percent, once that is
    /// known; and how long what is left of the article takes, in minutes.
    pub(crate) fn progress(
        &self,
        article: ArticleNo,
        percent: usize,
        language: Language,
    ) -> (Option<usize>, usize) {
        let per_minute = if language == Language::Latin { WORDS_A_MINUTE } else { CHARACTERS_A_MINUTE };
        let Some(catalogue) = &self.catalogue else { return (None, 0) };
        let here = catalogue.length(article).unwrap_or(0);
        let (before, all) = catalogue.around(article).unwrap_or_default();
        let read = before + here * percent / 100;
        let left = here.saturating_sub(here * percent / 100);
        (Some((read * 100).checked_div(all).unwrap_or(100)), left.div_ceil(per_minute))
    }

    /// The articles that are listed.
    pub(super) fn articles(&self) -> impl Iterator<Item = ArticleNo> {
        self.starts.iter().map(|start| start.article())
    }

    /// How many articles are listed.
    pub(crate) const fn listed(&self) -> usize {
        self.starts.len()
    }

    /// The rows of `article`, with the heading above it.
    fn span(&self, article: ArticleNo) -> (usize, usize) {
        let n = self.index(article);
        (self.row_of(n), self.row_of(n + 1))
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
        if end - start > height && matches!(self.slot(start), Some(Slot::Page(_))) {
            start += 1;
        }
        let lowest = end.saturating_sub(height).min(start);
        let last = self.rows.saturating_sub(height).max(lowest);
        self.first = self.first.clamp(lowest, start).min(last);
    }

    /// The article `by` screens of `height` rows from `article`, at least one further if there is one.
    pub(super) fn page_from(&self, article: ArticleNo, by: isize, height: usize) -> Option<ArticleNo> {
        let here = self.span(article).0;
        let rows = isize::try_from(height.max(1)).unwrap_or(isize::MAX);
        let target = here.saturating_add_signed(rows.saturating_mul(by));
        let found = self.starts.partition_point(|start| start.row() <= target).saturating_sub(1);
        let (index, last) = (self.index(article), self.starts.len().saturating_sub(1));
        let there = if by < 0 { found.min(index.saturating_sub(1)) } else { found.max(index + 1).min(last) };
        self.starts.get(there).map(|start| start.article())
    }
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

/// `陈润 徐志强 · 1119字`; where there is no room for all of it, the names are cut.
fn meta(article: &Article, length: &str, room: Columns, guise: Guise, widths: Widths) -> String {
    let names: Vec<&str> = article.authors.iter().map(|author| author.name.as_str()).collect();
    let printed = || article.byline.as_deref().unwrap_or_default().to_owned();
    let by = if names.is_empty() { printed() } else { names.join(" ") };
    let by = typeset::shown(&by, Guise { marks: Punctuation::AsPrinted, ..guise });
    let (dot, length) = (" · ", width::fit(length, room, widths));
    let left = room - widths.text(dot) - widths.text(&length);
    let by = width::fit(&by, left, widths);
    if length.is_empty() {
        return by.into_owned();
    }
    if by.trim().is_empty() { length.into_owned() } else { format!("{by}{dot}{length}") }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::issue::Issue;
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
            let page = Page { articles: vec![article], ..Page::default() };
            let issue = Issue { pages: vec![page], ..Issue::new() };
            let catalogue = Catalogue::of(&issue, Manner { language, guise, widths });
            let one_line = catalogue.is_one_line(ArticleNo(0), Columns(room));
            prop_assert_eq!(one_line, Some(made.len() == 1), "{:?}", made);
        }
    }
}
