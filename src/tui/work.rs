//! Work on the text of a whole issue: pure, and too long for the screen to wait for where the issue is long.
//!
//! The app makes a [`Work`] and does it at once if the issue is short, so that the next frame has the answer and keys
//! typed ahead meet it. Else it asks for it with an effect, and the answer comes as news. Either way there is one way
//! in which the answer is taken.

use std::any::Any;
use std::ops::Range;
use std::sync::Arc;

use crate::bookmarks::{Bookmark, Followed, IssueKey, follow};
use crate::clipping::clipping;
use crate::issue::{ArticleNo, Issue, Position};
use crate::search::{Hit, Query};
use crate::typeset::{Pointers, SetArticle};

use super::action::{Action, Ticket};
use super::app::{Catalogue, Facts, Flow, Index, Manner, Marks, Order, Wish};
use super::clipboard::Clip;
use super::words::Tongue;

/// Something to be worked out. Opaque outside the screen: [`run`](Self::run) it anywhere.
#[derive(Debug, Clone)]
pub struct Work {
    pub(crate) ticket: Ticket,
    pub(crate) issue: Arc<Issue>,
    pub(crate) task: Task,
}

/// What is to be worked out about an issue.
#[derive(Debug, Clone)]
pub(crate) enum Task {
    /// Where the words stand, in one article or in all.
    Find(Query, Option<ArticleNo>),
    /// Where the bookmarks are. The key is the issue's, if it is known.
    Mark(Vec<Arc<Bookmark>>, Option<Box<IssueKey>>, String),
    /// Where these places of the issue are in the next one.
    Follow(Arc<Issue>, Vec<(ArticleNo, Position)>),
    /// A bookmark at a place, made now. The key is the issue's, if it is known.
    Sketch((ArticleNo, Position), Option<Box<IssueKey>>, String, Wish),
    /// What the list must know.
    Catalogue(Manner),
    /// What a filter of these bookmarks looks through.
    Index(Vec<Arc<Bookmark>>, Tongue),
    /// An article as it is copied, or these blocks of it.
    Clip(ArticleNo, Option<Range<usize>>),
    /// An article's lines, between these.
    Set(ArticleNo, Order, Pointers),
}

/// What a [`Work`] came to.
#[derive(Debug, Clone)]
pub struct Answer {
    pub(crate) ticket: Ticket,
    pub(crate) result: Outcome,
}

/// What was worked out.
#[derive(Debug, Clone)]
pub(crate) enum Outcome {
    /// All hits, in reading order.
    Found(Vec<Hit>),
    /// The bookmarks' places.
    Marked(Marks),
    /// The next issue, what it is like, and where the places are in it, in their order.
    Followed(Arc<Issue>, Box<Facts>, Vec<((ArticleNo, Position), Followed)>),
    /// The next issue is the same.
    Unchanged,
    /// A bookmark, if there are words at its place, and what it is for.
    Sketched(Option<Box<Bookmark>>, Wish),
    /// What the list must know.
    Catalogued(Box<Catalogue>),
    /// What a filter of the bookmarks looks through.
    Indexed(Index),
    /// What is to be copied, if there is anything.
    Clipped(Option<Clip>),
    /// An article's lines, how they flow, and what they were set to.
    Set(ArticleNo, Order, Box<(SetArticle, Flow)>),
}

/// What the screen needs no more and takes long to free: drop it anywhere else.
#[derive(Debug, Clone)]
pub struct Spent(#[expect(dead_code, reason = "it is only dropped")] Arc<dyn Any + Send + Sync>);

impl Spent {
    pub(crate) fn new(thing: impl Any + Send + Sync) -> Self {
        Self(Arc::new(thing))
    }
}

impl Work {
    /// Does it. Takes up to some milliseconds for each megabyte of text.
    #[must_use]
    pub fn run(self) -> Action {
        let Self { ticket, issue, task } = self;
        let result = match task {
            Task::Find(query, None) => Outcome::Found(query.hits(&issue)),
            Task::Find(query, Some(number)) => {
                let article = issue.article(number);
                Outcome::Found(article.map_or_else(Vec::new, |(_, article)| query.hits_in(number, article)))
            }
            Task::Mark(bookmarks, key, source) => {
                let key = key.map_or_else(|| IssueKey::of(&issue, &source), |key| *key);
                Outcome::Marked(Marks::of(&bookmarks, &issue, key))
            }
            Task::Follow(next, _) if *next == *issue => Outcome::Unchanged,
            Task::Follow(next, places) => {
                let followed = follow(&issue, &next, &places);
                let facts = Box::new(Facts::of(&next));
                Outcome::Followed(next, facts, places.into_iter().zip(followed).collect())
            }
            Task::Sketch((article, at), key, source, wish) => {
                let key = key.map_or_else(|| IssueKey::of(&issue, &source), |key| *key);
                let sketch = Bookmark::sketch(&issue, key, article, at, jiff::Timestamp::now());
                Outcome::Sketched(sketch.map(Box::new), wish)
            }
            Task::Catalogue(manner) => Outcome::Catalogued(Box::new(Catalogue::of(&issue, manner))),
            Task::Index(bookmarks, tongue) => Outcome::Indexed(Index::of(bookmarks, tongue)),
            Task::Clip(number, blocks) => {
                Outcome::Clipped(clipping(&issue, number, blocks).as_deref().map(Clip::of))
            }
            Task::Set(number, order, pointers) => {
                let set = issue.article(number).map(|(_, article)| order.set(article, &pointers));
                Outcome::Set(number, order, Box::new(set.unwrap_or_default()))
            }
        };
        Action::Worked(Answer { ticket, result })
    }
}
