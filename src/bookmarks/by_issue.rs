//! Which bookmarks are of one issue.

use std::borrow::Borrow;
use std::collections::HashMap;

use jiff::civil::Date;

use super::bookmark::Bookmark;

/// For each of `bookmarks` the index of the first one that is of the same issue: its own for the first of an issue.
///
/// The same as asking [`same_issue`](super::IssueKey::same_issue) of every two, for thousands of them: issues that agree
/// in neither words nor a source nor date are never the same.
#[must_use]
pub fn by_issue<B: Borrow<Bookmark>>(bookmarks: &[B]) -> Vec<usize> {
    let mut firsts: HashMap<Trait<'_>, Vec<usize>> = HashMap::new();
    let mut groups = Vec::with_capacity(bookmarks.len());
    for (n, bookmark) in bookmarks.iter().enumerate() {
        let key = &bookmark.borrow().issue;
        let sources = key.sources.iter().filter(|source| !source.is_empty());
        let traits = (key.content.as_deref().map(Trait::Words).into_iter())
            .chain(key.neutral.as_deref().map(Trait::Neutral))
            .chain(key.date.map(Trait::Date))
            .chain(sources.map(|source| Trait::Source(source)));
        let of_same =
            |first: &&usize| bookmarks.get(**first).is_some_and(|first| first.borrow().issue.same_issue(key));
        let known = traits.clone().filter_map(|of| firsts.get(&of)?.iter().find(of_same)).min().copied();
        groups.push(known.unwrap_or(n));
        if known.is_none() {
            for of in traits {
                firsts.entry(of).or_default().push(n);
            }
        }
    }
    groups
}

/// What two bookmarks of one issue may have in common.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Trait<'a> {
    Words(&'a str),
    Neutral(&'a str),
    Date(Date),
    Source(&'a str),
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::bookmarks::IssueKey;
    use crate::issue::{Article, ArticleNo, Block, Issue, Page, Position};

    fn keys() -> impl Strategy<Value = IssueKey> {
        let name = prop::sample::select(vec!["", "晨报", "晚 报"]);
        let sources = prop::sample::subsequence(vec!["", "/a", "/b", "/c"], 0..3);
        (name, 0..3_i8, 0..4_u8, sources, 0..3_u8).prop_map(|(name, day, words, sources, page)| IssueKey {
            publication: (!name.is_empty()).then(|| name.to_owned()),
            date: (day > 0).then(|| date(2020, 1, day)),
            content: (words > 0).then(|| words.to_string()),
            neutral: (words > 1).then(|| (words / 2).to_string()),
            sources: sources.into_iter().map(str::to_owned).collect(),
            pages: (page > 0).then(|| page.to_string()).into_iter().collect(),
            ..IssueKey::default()
        })
    }

    proptest! {
        /// Whatever the keys, each bookmark goes to the first issue that is the same.
        #[test]
        fn it_is_the_first_of_the_same_issue(keys in prop::collection::vec(keys(), 0..20)) {
            let block = Block { text: "铅字".to_owned(), ..Block::default() };
            let article = Article { body: vec![block], ..Article::default() };
            let issue = Issue { pages: vec![Page { articles: vec![article], ..Page::default() }], ..Issue::new() };
            let now = Timestamp::UNIX_EPOCH;
            let bookmark = |key: &IssueKey| Bookmark::sketch(&issue, key.clone(), ArticleNo(0), Position::START, now).unwrap();
            let bookmarks: Vec<Bookmark> = keys.iter().map(bookmark).collect();
            let mut firsts: Vec<usize> = Vec::new();
            for (n, key) in keys.iter().enumerate() {
                // Only the first of each issue stands for it.
                let same = firsts.iter().copied().find(|first| keys[*first].same_issue(key));
                prop_assert_eq!(by_issue(&bookmarks)[n], same.unwrap_or(n));
                if same.is_none() {
                    firsts.push(n);
                }
            }
        }
    }
}
