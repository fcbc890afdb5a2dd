//! What the screen must know of an issue as a whole before it can show any of it.

use crate::issue::Issue;
use crate::typeset::Language;

use super::turning::Turns;

/// Worked out once for each issue, on whichever thread has it first: it takes some milliseconds for very many articles.
#[derive(Debug, Clone)]
pub(crate) struct Facts {
    /// What it is set in: what it says itself, else what its first words are.
    pub(super) language: Language,
    /// How many bytes of text there are.
    pub(super) bytes: usize,
    /// The halves of its stories.
    pub(super) turns: Turns,
}

impl Facts {
    pub(crate) fn of(issue: &Issue) -> Self {
        let sample = issue.articles().next().and_then(|(_, article)| article.body.first());
        let language = Language::of(issue.language.as_deref(), sample.map_or("", |block| &block.text));
        let texts = issue.articles().flat_map(|(_, article)| article.parts());
        Self { language, bytes: texts.map(|(_, text)| text.len()).sum(), turns: Turns::of(issue) }
    }
}
