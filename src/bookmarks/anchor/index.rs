//! The folded text of an issue, with the way back to positions. Built article by article, when asked for.

use std::cell::OnceCell;

use unicode_segmentation::UnicodeSegmentation;

use super::align;
use super::words::Words;
use crate::bookmarks::issue_key::same_page;
use crate::issue::fold::compared;
use crate::issue::{Article, ArticleNo, Clusters, Issue, Page, Part, Position};

/// A headline of so many characters is none: a block stands for it.
const LONG: usize = 120;

/// All articles of an issue.
pub(super) struct Index<'a> {
    entries: Vec<Entry<'a>>,
}

/// An article of an issue.
struct Entry<'a> {
    page: &'a Page,
    article: &'a Article,
    headline: OnceCell<Vec<char>>,
    text: OnceCell<Text<'a>>,
}

impl<'a> Index<'a> {
    pub(super) fn of(issue: &'a Issue) -> Self {
        let entries = issue.articles().map(|(page, article)| Entry {
            page,
            article,
            headline: OnceCell::new(),
            text: OnceCell::new(),
        });
        Self { entries: entries.collect() }
    }

    /// The text of an article, if there is such an article.
    pub(super) fn text(&self, number: ArticleNo) -> Option<&Text<'a>> {
        let entry = self.entries.get(number.0)?;
        Some(entry.text.get_or_init(|| Text::of(entry.article)))
    }

    /// Every text.
    pub(super) fn texts(&self) -> impl Iterator<Item = (ArticleNo, &Text<'a>)> {
        (0..self.entries.len()).map(ArticleNo).filter_map(|number| Some((number, self.text(number)?)))
    }

    /// Whether the article has the headline of these words.
    pub(super) fn has_headline(&self, number: ArticleNo, words: &Words<'_>) -> bool {
        self.headline(number).is_some_and(|headline| headline == words.headline())
    }

    /// Whether the article has the headline of these words, or one that a correction may have made of it.
    pub(super) fn is_home(&self, number: ArticleNo, words: &Words<'_>) -> bool {
        self.headline(number).is_some_and(|headline| {
            headline == words.headline() || {
                let fit = align::fits(headline, words.headline(), &[])
                    .iter()
                    .map(|fit| fit.before)
                    .max()
                    .unwrap_or(0);
                let length = headline.len().max(words.headline().len());
                length < LONG && usize::from(fit) * 5 >= length * 3
            }
        })
    }

    fn headline(&self, number: ArticleNo) -> Option<&[char]> {
        let entry = self.entries.get(number.0)?;
        let headline = || entry.article.title().into_iter().flat_map(compared).collect();
        Some(entry.headline.get_or_init(headline))
    }

    /// Whether the article stands on the page of these words.
    pub(super) fn has_page(&self, number: ArticleNo, words: &Words<'_>) -> bool {
        self.entries.get(number.0).is_some_and(|entry| same_page(&entry.page.id, &words.key().page))
    }
}

/// The folded text of an article: its parts in reading order, without a break between them.
pub(super) struct Text<'a> {
    chars: Vec<char>,
    parts: Vec<Span<'a>>,
}

/// A part of the text.
struct Span<'a> {
    part: Part,
    printed: &'a str,
    /// Where it begins in the text.
    start: usize,
    /// Where each of its clusters begins in the text. Clusters of white space begin where the next one does.
    clusters: OnceCell<Vec<usize>>,
}

impl<'a> Text<'a> {
    fn of(article: &'a Article) -> Self {
        let mut chars = Vec::new();
        let parts = article.parts().map(|(part, printed)| {
            let start = chars.len();
            chars.extend(compared(printed));
            Span { part, printed, start, clusters: OnceCell::new() }
        });
        Self { parts: parts.collect(), chars }
    }

    pub(super) fn chars(&self) -> &[char] {
        &self.chars
    }

    /// The text from `index` on.
    pub(super) fn since(&self, index: usize) -> &[char] {
        self.chars.get(index..).unwrap_or_default()
    }

    /// The text up to `index`.
    pub(super) fn until(&self, index: usize) -> &[char] {
        self.chars.get(..index).unwrap_or_default()
    }

    /// Where the cluster at `position` begins, if there is one.
    pub(super) fn index_of(&self, position: Position) -> Option<usize> {
        let span = self.parts.iter().find(|span| span.part == position.part)?;
        span.clusters().get(position.offset.0).copied()
    }

    /// The cluster that holds the character at `index`, if there is one.
    pub(super) fn position_of(&self, index: usize) -> Option<Position> {
        self.chars.get(index)?;
        let next = self.parts.partition_point(|span| span.start <= index);
        let span = self.parts.get(next.checked_sub(1)?)?;
        let cluster = span.clusters().partition_point(|&start| start <= index).checked_sub(1)?;
        Some(Position { part: span.part, offset: Clusters(cluster) })
    }
}

impl Span<'_> {
    fn clusters(&self) -> &[usize] {
        self.clusters.get_or_init(|| {
            let mut start = self.start;
            let clusters = self.printed.graphemes(true).map(|cluster| {
                let begins = start;
                start += compared(cluster).count();
                begins
            });
            clusters.collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_and_indices_agree() {
        let article = Article {
            headline: vec!["日 食".to_owned(), String::new()],
            byline: Some("  が e\u{301}。".into()),
            ..Article::default()
        };
        let text = Text::of(&article);
        assert_eq!(text.chars().iter().collect::<String>(), "日食がe\u{301}.");
        let places = [
            (Position::new(Part::Headline(0), 0), 0),
            (Position::new(Part::Headline(0), 2), 1),
            (Position::new(Part::Byline, 2), 2),
            (Position::new(Part::Byline, 4), 3),
            (Position::new(Part::Byline, 5), 5),
        ];
        for (position, index) in places {
            assert_eq!(text.index_of(position), Some(index));
            assert_eq!(text.position_of(index), Some(position));
        }
        assert_eq!(text.index_of(Position::new(Part::Headline(0), 1)), Some(1), "white space");
        assert_eq!(text.position_of(4), Some(Position::new(Part::Byline, 4)), "inside a cluster");
        assert_eq!(text.position_of(6), None);
        assert_eq!(text.index_of(Position::new(Part::Headline(1), 0)), None);
        assert_eq!(text.index_of(Position::new(Part::Byline, 6)), None);
    }
}
