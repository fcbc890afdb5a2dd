//! What the list must know of every article of an issue: worked out once, beside the screen where the issue is long.

use unicode_segmentation::UnicodeSegmentation;

use crate::issue::{Article, ArticleNo, Issue, Part};
use crate::search::{Haystack, Query};
use crate::typeset::width::{Columns, Widths};
use crate::typeset::{self, Guise, Language};

/// How the articles of an issue are counted and shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Manner {
    pub(crate) language: Language,
    pub(crate) guise: Guise,
    pub(crate) widths: Widths,
}

/// See the module's docs.
#[derive(Debug, Clone, Default)]
pub(crate) struct Catalogue {
    entries: Vec<Entry>,
    heads: Haystack,
    /// The length of all articles together.
    all: usize,
}

/// What is known of an article.
#[derive(Debug, Clone, Copy)]
struct Entry {
    /// Characters, or words where the language has them.
    length: usize,
    /// The length of all articles before it.
    before: usize,
    /// The fewest columns in which its title is one line; none where it is not in any.
    whole_in: Option<Columns>,
}

impl Catalogue {
    /// Reads the whole issue: up to some milliseconds for each megabyte.
    pub(crate) fn of(issue: &Issue, manner: Manner) -> Self {
        let mut catalogue = Self { entries: Vec::with_capacity(issue.article_count()), ..Self::default() };
        for (_, article) in issue.articles() {
            let (length, before) = (length(article, manner.language), catalogue.all);
            catalogue.all += length;
            catalogue.entries.push(Entry { length, before, whole_in: whole_in(article, manner) });
            let heads = article.parts().filter(|(part, _)| !matches!(part, Part::Block(_)));
            catalogue.heads.push(heads.map(|(_, text)| text).chain(article.title()));
        }
        catalogue
    }

    /// An article's length: characters, or words where the language has them.
    pub(super) fn length(&self, article: ArticleNo) -> Option<usize> {
        self.entries.get(article.0).map(|entry| entry.length)
    }

    /// The length of all articles before this one, and of all there are.
    pub(super) fn around(&self, article: ArticleNo) -> Option<(usize, usize)> {
        self.entries.get(article.0).map(|entry| (entry.before, self.all))
    }

    /// Whether an article's title is one line where there is so much room; none while that is not known.
    pub(super) fn is_one_line(&self, article: ArticleNo, room: Columns) -> Option<bool> {
        let entry = self.entries.get(article.0)?;
        Some(entry.whole_in.is_some_and(|needed| needed <= room))
    }

    /// The articles that have the words in their heads.
    pub(super) fn with<'a>(&'a self, query: &'a Query) -> impl Iterator<Item = ArticleNo> + 'a {
        self.heads.with(query).map(ArticleNo)
    }
}

/// An article's length in what its language counts.
fn length(article: &Article, language: Language) -> usize {
    match language {
        Language::Latin => article.words(),
        _ => article.characters(),
    }
}

/// The fewest columns in which a title is one line: what has one cluster cannot be parted.
fn whole_in(article: &Article, manner: Manner) -> Option<Columns> {
    let printed = article.title();
    let lines = printed.iter().map(|line| typeset::shown(line, manner.guise));
    let mut lines = lines.filter(|line| !line.trim().is_empty());
    match (lines.next(), lines.next()) {
        (None, _) => Some(Columns::ZERO),
        (Some(only), None) if only.trim().graphemes(true).nth(1).is_none() => Some(Columns::ZERO),
        (Some(only), None) => Some(manner.widths.text(only.trim())),
        _ => None,
    }
}
