//! A places file as JSON: read, merged and written without losing what this version does not understand.

use std::collections::HashMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::issue_places::IssuePlaces;
use super::name::FileName;
use super::place::{ArticleName, Place};
use crate::bookmarks::{Age, IssueKey, Number, Versions, sources_of_one};
use crate::issue::Extra;

/// The value of `format` in the places files that this version writes.
///
/// | version | what is new in it |
/// |---|---|
/// | 1 | |
/// | 2 | the issue has all `sources` where it was seen, in the place of one `source`, as in the bookmarks |
pub const FORMAT: &str = "newsprint-places/2";

const VERSIONS: Versions = Versions { family: "newsprint-places/", now: FORMAT, steps: &[all_sources] };

/// From version 1 to 2.
fn all_sources(file: &mut Value) {
    file.get_mut("issue").into_iter().for_each(sources_of_one);
}

/// A places file. Its entries stay the JSON they are: one that this version can't read is written back as it was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Document {
    format: String,
    /// The name of the file that has the places of this source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    see: Option<String>,
    /// The issue, as it was known when its places were kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    issue: Option<Value>,
    /// The article that was left last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    last: Option<Value>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    articles: Vec<Value>,
    #[serde(flatten)]
    extra: Extra,
}

/// An article and when it was left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Last {
    #[serde(flatten)]
    pub(super) article: ArticleName,
    pub(super) left: Timestamp,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub(super) extra: Extra,
}

/// The place in an article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Entry {
    #[serde(flatten)]
    pub(super) article: ArticleName,
    #[serde(flatten)]
    pub(super) place: Place,
}

/// Why bytes are no [`Document`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// A version of the format that this program does not know.
    Newer(String),
    /// Anything else.
    Damaged,
}

/// What a file says it is, read before anything else: a newer format may have other fields.
#[derive(Deserialize)]
struct Head {
    format: String,
}

impl Default for Document {
    fn default() -> Self {
        Self {
            format: FORMAT.to_owned(),
            see: None,
            issue: None,
            last: None,
            articles: Vec::new(),
            extra: Extra::new(),
        }
    }
}

impl Document {
    /// Reads a file. One of an older version comes as this version has it, with its number.
    pub(super) fn read(bytes: &[u8]) -> Result<(Self, Option<Number>), Unreadable> {
        let damaged = |_| Unreadable::Damaged;
        let head: Head = serde_json::from_slice(bytes).map_err(damaged)?;
        match VERSIONS.age(&head.format) {
            Age::Now => Ok((serde_json::from_slice(bytes).map_err(damaged)?, None)),
            Age::Older(from) => {
                let file = VERSIONS.brought_up(serde_json::from_slice(bytes).map_err(damaged)?, from);
                Ok((Self::deserialize(file).map_err(damaged)?, Some(from)))
            }
            Age::Newer => Err(Unreadable::Newer(head.format)),
            Age::Foreign => Err(Unreadable::Damaged),
        }
    }

    pub(super) fn write(&self) -> serde_json::Result<String> {
        serde_json::to_string(self).map(|text| text + "\n")
    }

    /// Whether it has places, and doesn't only lead to some.
    pub(super) const fn holds_places(&self) -> bool {
        !self.articles.is_empty()
    }

    /// Whether the issue is the one with this key: another day's paper may have come to the same source.
    pub(super) fn is_of(&self, key: &IssueKey) -> bool {
        self.issue
            .as_ref()
            .and_then(|issue| IssueKey::deserialize(issue).ok())
            .is_some_and(|issue| issue.same_issue(key))
    }

    /// The file that it leads to.
    pub(super) fn leads_to(&self) -> Option<FileName> {
        self.see.as_deref().and_then(FileName::from_digits)
    }

    /// Makes it lead to the file `name`.
    pub(super) fn lead_to(&mut self, name: &FileName) {
        self.see = Some(name.digits().to_owned());
    }

    pub(super) fn last(&self) -> Option<Last> {
        self.last.as_ref().and_then(|last| Last::deserialize(last).ok())
    }

    /// The places that this version can read.
    pub(super) fn entries(&self) -> impl Iterator<Item = Entry> {
        self.articles.iter().filter_map(|entry| Entry::deserialize(entry).ok())
    }

    /// Takes over what is later in `places`, which are those of the issue with this key.
    pub(super) fn merge(&mut self, key: &IssueKey, places: &IssuePlaces) {
        // Serde fails for none of these: all their keys are texts.
        self.issue = serde_json::to_value(key).ok().or_else(|| self.issue.take());
        if let Some(last) = places.last_left()
            && self.last().is_none_or(|kept| kept.left < last.left)
        {
            self.last = serde_json::to_value(last).ok().or_else(|| self.last.take());
        }
        let kept: HashMap<ArticleName, (usize, Place)> = (self.articles.iter().enumerate())
            .filter_map(|(n, entry)| Some((n, Entry::deserialize(entry).ok()?)))
            .map(|(n, entry)| (entry.article, (n, entry.place)))
            .collect();
        for Entry { article, mut place } in places.entries() {
            let old = kept.get(&article);
            if let Some((_, old)) = old {
                place.merge(old);
            }
            let Ok(new) = serde_json::to_value(Entry { article, place }) else { continue };
            match old.and_then(|(n, _)| self.articles.get_mut(*n)) {
                Some(entry) => *entry = new,
                None => self.articles.push(new),
            }
        }
    }
}
