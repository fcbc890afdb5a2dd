//! Which articles may not begin where they do: what a reader of the issue should know of its [`Start`]s.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Cue, Start};
use crate::issue::ArticleNo;

/// Below this an article's start is doubtful.
const DOUBTFUL: f32 = 0.9;

impl Start {
    /// Whether it is doubtful that an article begins here: less than 90% sure.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        self.confidence < DOUBTFUL
    }
}

/// Why a start is doubtful.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Doubt {
    /// How sure it is that the article begins there: from 0.5 to less than 1.
    pub sure: f32,
    /// What speaks for it most.
    pub reason: Option<Cue>,
    /// What speaks against it most.
    pub objection: Option<Cue>,
}

impl Doubt {
    fn of(start: &Start) -> Self {
        let reason = start.reasons().first().copied();
        Self { sure: start.confidence, reason, objection: start.objection() }
    }
}

/// The doubtful starts of an issue's articles. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Doubts(Arc<BTreeMap<ArticleNo, Doubt>>);

impl Doubts {
    /// Those among the starts of an issue's articles, which are in reading order.
    #[must_use]
    pub fn among(starts: &[Start]) -> Self {
        let numbered = (0..).map(ArticleNo).zip(starts);
        let doubtful = numbered.filter(|(_, start)| start.is_doubtful());
        doubtful.map(|(number, start)| (number, Doubt::of(start))).collect()
    }

    /// Why it is doubtful that the article begins where it does, if it is.
    #[must_use]
    pub fn of(&self, article: ArticleNo) -> Option<Doubt> {
        self.0.get(&article).copied()
    }
}

impl FromIterator<(ArticleNo, Doubt)> for Doubts {
    fn from_iter<T: IntoIterator<Item = (ArticleNo, Doubt)>>(doubtful: T) -> Self {
        Self(Arc::new(doubtful.into_iter().collect()))
    }
}
