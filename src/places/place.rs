//! A place in one article, and what tells the article from others.

use std::collections::HashMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::bookmarks::{Quote, page_form};
use crate::issue::fold::folded;
use crate::issue::{Article, Extra, Issue, Position};

/// How many characters of a headline tell it from others. An article without one has its first block in its place.
const HEADLINE: usize = 48;

/// Which article of an issue.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(super) struct ArticleName {
    /// The id of its page, in the one form for all ways to print it.
    #[serde(default)]
    pub(super) page: String,
    /// How its headline begins, folded.
    #[serde(default)]
    pub(super) headline: String,
    /// How many articles with the same page and headline stand before it: 简讯 may stand three times on a page.
    #[serde(default, skip_serializing_if = "is_zero")]
    nth: usize,
}

impl ArticleName {
    /// The names of all articles of an issue, in their order. No two are the same.
    pub(super) fn all(issue: &Issue) -> Vec<Self> {
        let mut counts: HashMap<(String, String), usize> = HashMap::new();
        let names = issue.articles().map(|(page, article)| {
            let page = page_form(&page.id);
            let headline: String = article.title().into_iter().flat_map(folded).take(HEADLINE).collect();
            let count = counts.entry((page.clone(), headline.clone())).or_default();
            let nth = *count;
            *count += 1;
            Self { page, headline, nth }
        });
        names.collect()
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
const fn is_zero(number: &usize) -> bool {
    *number == 0
}

/// Where the reader left an article, and whether it was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Place {
    /// The place.
    pub(super) position: Position,
    /// How many bytes of text the article had: if it still has them, the place is where it was.
    #[serde(default)]
    pub(super) size: usize,
    /// The words there, to find it in an article that was changed; none in one without words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) quote: Option<Quote>,
    /// When the reader was there. Absent if only the mark was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) moved: Option<Timestamp>,
    /// Whether the article was read.
    #[serde(default)]
    pub(super) read: bool,
    /// When that was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) marked: Option<Timestamp>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub(super) extra: Extra,
}

impl Place {
    /// A place that the reader has neither left nor marked.
    pub(super) fn at(article: &Article, position: Position) -> Self {
        Self {
            position,
            size: size(article),
            quote: Quote::at(article, position).map(|(_, quote)| quote),
            moved: None,
            read: false,
            marked: None,
            extra: Extra::new(),
        }
    }

    /// The same place and mark where it is now.
    pub(super) fn moved_to(&self, article: &Article, position: Position) -> Self {
        let Self { position, size, quote, .. } = Self::at(article, position);
        Self { position, size, quote, ..self.clone() }
    }

    /// Takes over what is later in `other`: the place, the mark, or both. Fields of `other` that are not here come too.
    pub(super) fn merge(&mut self, other: &Self) {
        if other.moved > self.moved {
            self.position = other.position;
            self.size = other.size;
            self.quote.clone_from(&other.quote);
            self.moved = other.moved;
        }
        if other.marked > self.marked {
            self.read = other.read;
            self.marked = other.marked;
        }
        for (field, value) in other.extra.iter() {
            if !self.extra.contains(field) {
                self.extra.insert(field.clone(), value.clone());
            }
        }
    }
}

/// How many bytes of text an article has.
pub(super) fn size(article: &Article) -> usize {
    article.parts().map(|(_, text)| text.len()).sum()
}
