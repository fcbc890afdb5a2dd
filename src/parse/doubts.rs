//! Which articles may not begin where they do: what a reader of the issue should know of its [`Start`]s.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Start;
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

/// The doubtful starts of an issue's articles. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Doubts(Arc<BTreeMap<ArticleNo, f32>>);

impl Doubts {
    /// Those among the starts of an issue's articles, which are in reading order.
    #[must_use]
    pub fn among(starts: &[Start]) -> Self {
        let numbered = (0..).map(ArticleNo).zip(starts);
        let doubtful = numbered.filter(|(_, start)| start.is_doubtful());
        doubtful.map(|(number, start)| (number, start.confidence)).collect()
    }

    /// How sure it is that the article begins where it does, if that is doubtful.
    #[must_use]
    pub fn of(&self, article: ArticleNo) -> Option<f32> {
        self.0.get(&article).copied()
    }
}

impl FromIterator<(ArticleNo, f32)> for Doubts {
    fn from_iter<T: IntoIterator<Item = (ArticleNo, f32)>>(doubtful: T) -> Self {
        Self(Arc::new(doubtful.into_iter().collect()))
    }
}
