//! A kept place.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::anchor::{self, Found};
use super::issue_key::{IssueKey, mix};
use super::quote::Quote;
use crate::issue::{Article, ArticleNo, Extra, Issue, Page, Position};

/// A place in an issue, with the words that stand there, so that it can be found again and still says something when
/// it can't.
///
/// Its serde form is an entry of the bookmarks file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bookmark {
    /// Its name for [`Store::remove`](super::Store::remove) and the command line: sixteen hexadecimal digits. It never
    /// changes.
    pub id: String,
    /// The issue.
    pub issue: IssueKey,
    /// The article.
    pub article: ArticleKey,
    /// The place in the article, when the bookmark was made.
    pub position: Position,
    /// The words there.
    pub quote: Quote,
    /// What the reader wrote to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// What the reader files it under.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// When it was made.
    pub made: Timestamp,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Which article a bookmark belongs to.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ArticleKey {
    /// Its place in the issue when the bookmark was made, from 0: an [`ArticleNo`].
    pub number: usize,
    /// The id of its page.
    #[serde(default)]
    pub page: String,
    /// Its headline, the printed lines joined by new lines; what stands for one where there is none.
    #[serde(default)]
    pub headline: String,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ArticleKey {
    /// The key of the article at `number`, which stands on `page`.
    #[must_use]
    pub fn of(number: ArticleNo, page: &Page, article: &Article) -> Self {
        Self {
            number: number.0,
            page: page.id.clone(),
            headline: article.title().join("\n"),
            extra: Extra::new(),
        }
    }
}

impl Bookmark {
    /// A bookmark at `position` in the article `number` of `issue`, which came from `source` (the absolute path of a
    /// file, or `sample:NAME`), made `now`.
    ///
    /// It stands at the first cluster at or after `position` that is not white space, at the last one of the article
    /// if there is none. `None` if there is no such article, or no text in it.
    ///
    /// The same place at the same time has the same [`id`](Self::id).
    ///
    /// It reads the whole issue, to know what else in it is like the words here (see [`Quote::rival`]): about six
    /// milliseconds for each megabyte.
    #[must_use]
    pub fn at(
        issue: &Issue,
        source: &str,
        number: ArticleNo,
        position: Position,
        now: Timestamp,
    ) -> Option<Self> {
        Self::with_key(issue, IssueKey::of(issue, source), number, position, now)
    }

    /// As [`Bookmark::at`], for an issue whose key is known.
    #[must_use]
    pub fn with_key(
        issue: &Issue,
        key: IssueKey,
        number: ArticleNo,
        position: Position,
        now: Timestamp,
    ) -> Option<Self> {
        Self::sketch(issue, key, number, position, now).map(|bookmark| bookmark.finished(issue))
    }

    /// As [`Bookmark::with_key`], without a look at the rest of the issue. It has its id and its place, and is to be
    /// [`finished`](Self::finished) before it is kept.
    #[must_use]
    pub fn sketch(
        issue: &Issue,
        key: IssueKey,
        number: ArticleNo,
        position: Position,
        now: Timestamp,
    ) -> Option<Self> {
        let (page, article) = issue.article(number)?;
        let (position, quote) = Quote::at(article, position)?;
        let mut bookmark = Self {
            id: String::new(),
            issue: key,
            article: ArticleKey::of(number, page, article),
            position,
            quote,
            note: None,
            tags: Vec::new(),
            made: now,
            extra: Extra::new(),
        };
        bookmark.id = bookmark.make_id();
        Some(bookmark)
    }

    /// This [`sketch`](Self::sketch) of a bookmark in `issue`, told from what else in it is like the words here.
    #[must_use]
    pub fn finished(mut self, issue: &Issue) -> Self {
        self.quote.rival = anchor::rival(issue, &self);
        self
    }

    /// Where the bookmark's words stand in `issue` now. Pure.
    ///
    /// It looks at the kept place first: the same article, the same words with all their context. Else it looks for
    /// the words in the whole issue. They must stand there as kept (white space and the width of punctuation aside),
    /// with so much of their context that it can't be chance; of several such places one must fit clearly best. In
    /// the same article a few corrected characters are forgiven, figures and letters not. See [`find_all`] for what
    /// it costs, and for many bookmarks.
    ///
    /// [`find_all`]: super::find_all
    #[must_use]
    pub fn find(&self, issue: &Issue) -> Found {
        anchor::find_all(issue, [self]).pop().unwrap_or(Found::Lost)
    }

    /// Whether both keep the same words at the same place of the same issue, whenever they were made.
    #[must_use]
    pub fn same_place(&self, other: &Self) -> bool {
        self.position == other.position
            && self.article.number == other.article.number
            && self.quote.exact == other.quote.exact
            && self.quote.before == other.quote.before
            && self.issue.same_issue(&other.issue)
    }

    /// A checksum of what the bookmark is.
    fn make_id(&self) -> String {
        let position = serde_json::to_string(&self.position).unwrap_or_default();
        let texts =
            [self.issue.source(), &self.issue.title(), &self.article.page, &position, &self.quote.exact];
        let mut sum = mix(u64::try_from(self.article.number).unwrap_or(u64::MAX));
        for byte in self.made.as_nanosecond().to_le_bytes() {
            sum = mix(sum ^ u64::from(byte));
        }
        for text in texts {
            // The length ends one text before the next begins.
            sum = text.bytes().fold(mix(sum ^ text.len() as u64), |sum, byte| mix(sum ^ u64::from(byte)));
        }
        format!("{sum:016x}")
    }
}
