//! Which articles may not begin where they do: what a reader of the issue should know of its [`Start`]s.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Start;
use crate::issue::ArticleNo;

/// Below this an article's start is doubtful: of ten such articles at least one may be half of another, or two.
const DOUBTFUL: f32 = 0.9;

impl Start {
    /// Whether it is doubtful that an article begins here.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        self.confidence < DOUBTFUL
    }
}

/// The doubtful starts of an issue's articles. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Doubts(Arc<BTreeMap<ArticleNo, Start>>);

impl Doubts {
    /// Those among the starts of an issue's articles, which are in reading order.
    #[must_use]
    pub fn among(starts: &[Start]) -> Self {
        let numbered = (0..).map(ArticleNo).zip(starts);
        let doubtful = numbered.filter(|(_, start)| start.is_doubtful());
        Self(Arc::new(doubtful.map(|(number, start)| (number, start.clone())).collect()))
    }

    /// The article's start, if it is doubtful.
    #[must_use]
    pub fn of(&self, article: ArticleNo) -> Option<&Start> {
        self.0.get(&article)
    }
}
