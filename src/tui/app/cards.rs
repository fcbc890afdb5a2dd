//! The bookmarks as the reader sees them: by issue, newest first, those that the filter lists.

mod index;

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;

use crate::bookmarks::{Bookmark, by_issue};
use crate::search::Query;
use crate::tui::words::Tongue;

use super::{Picker, Step};

pub(crate) use index::Index;

/// A bookmark in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Card {
    /// Which of the bookmarks.
    pub(crate) bookmark: usize,
    /// The newest listed bookmark of the same issue, whose heading is above them.
    pub(crate) group: usize,
    /// Whether all listed bookmarks of the issue are on one page: then the heading names it.
    pub(crate) one_page: bool,
    /// Rows of the cards before this one, with their headings.
    start: usize,
    /// Rows of its own.
    rows: usize,
}

impl Card {
    /// Whether its issue's heading is above it.
    pub(crate) const fn begins_group(self) -> bool {
        self.bookmark == self.group
    }
}

/// The list, and what is selected in it.
#[derive(Debug)]
pub(crate) struct Cards {
    listed: Vec<Card>,
    /// For each bookmark the first of the same issue.
    groups: Vec<usize>,
    picker: Picker,
    /// None until there is a filter, and while it is worked out.
    index: Option<Index>,
    /// The bookmark that is selected, so that it stays so when others come and go.
    selected: Option<String>,
    pub(crate) query: Option<Query>,
    /// When the list was made: a card says how long ago it was kept.
    pub(crate) now: Timestamp,
}

impl Default for Cards {
    fn default() -> Self {
        let (listed, groups, picker) = (Vec::new(), Vec::new(), Picker::default());
        Self { listed, groups, picker, index: None, selected: None, query: None, now: Timestamp::UNIX_EPOCH }
    }
}

impl Cards {
    /// The cards, in the order of the list.
    pub(crate) fn all(&self) -> &[Card] {
        &self.listed
    }

    pub(crate) const fn picker(&self) -> Picker {
        self.picker
    }

    /// The bookmark that is selected.
    pub(super) fn selected<'a>(&self, bookmarks: &'a [Arc<Bookmark>]) -> Option<&'a Bookmark> {
        self.listed
            .get(self.picker.selected())
            .and_then(|card| bookmarks.get(card.bookmark))
            .map(AsRef::as_ref)
    }

    /// The list is opened anew: all bookmarks, from the first.
    pub(super) fn begin(&mut self) {
        *self = Self { index: self.index.take(), ..Self::default() };
    }

    /// Whether a filter has nothing to look through.
    pub(super) const fn lacks_index(&self) -> bool {
        self.index.is_none()
    }

    /// Takes what a filter looks through, which may be of the bookmarks as they were a while ago. Returns whether it can
    /// be brought up to them.
    pub(super) fn take_index(&mut self, index: Index, bookmarks: &[Arc<Bookmark>], tongue: Tongue) -> bool {
        self.index = Some(index);
        self.take(bookmarks, tongue, self.now);
        self.index.is_some()
    }

    /// Whether a filter waits for something to look through: then more is listed than is wanted.
    pub(super) const fn is_waiting(&self) -> bool {
        self.query.is_some() && self.index.is_none()
    }

    /// These are the bookmarks now, newest first.
    pub(super) fn take(&mut self, bookmarks: &[Arc<Bookmark>], tongue: Tongue, now: Timestamp) {
        self.now = now;
        self.groups = by_issue(bookmarks);
        if self.index.as_mut().is_some_and(|index| !index.follow(bookmarks, tongue)) {
            self.index = None;
        }
        self.list(bookmarks, tongue);
    }

    /// Lists those of the bookmarks that the filter wants: the issues in the order of their newest listed one. The
    /// selection stays at its bookmark, or where that was.
    pub(super) fn list(&mut self, bookmarks: &[Arc<Bookmark>], tongue: Tongue) {
        // Of what no filter can look through yet, all is listed.
        let wanted = self.query.as_ref().zip(self.index.as_ref());
        let in_heading = |first: usize, query: &Query| {
            bookmarks.get(first).is_some_and(|newest| {
                query.is_in(&newest.issue.title()) || query.is_in(&tongue.issue(&newest.issue, None))
            })
        };
        // The first of each issue, whose name is in the heading, is before all others of it.
        let mut headings: HashMap<usize, bool> = HashMap::new();
        let mut wanted = wanted.map(|(query, index)| (query, index.with(query).peekable()));
        let mut is_wanted = |n: usize, group: usize| {
            wanted.as_mut().is_none_or(|(query, on_card)| {
                let on_card = on_card.next_if_eq(&n).is_some();
                let in_heading = headings.entry(group).or_insert_with(|| in_heading(group, query));
                on_card || *in_heading
            })
        };
        let mut groups: Vec<Vec<(usize, &Bookmark)>> = Vec::new();
        let mut places: HashMap<usize, usize> = HashMap::new();
        for (n, (bookmark, group)) in bookmarks.iter().zip(&self.groups).enumerate() {
            if is_wanted(n, *group) {
                let place = *places.entry(*group).or_insert(groups.len());
                match groups.get_mut(place) {
                    Some(group) => group.push((n, bookmark)),
                    None => groups.push(vec![(n, bookmark)]),
                }
            }
        }
        self.listed.clear();
        let mut start = 0;
        for group in &groups {
            let Some((first, newest)) = group.first().copied() else { continue };
            let one_page = group.iter().all(|(_, bookmark)| bookmark.article.page == newest.article.page);
            for (n, bookmark) in group {
                let has_more = bookmark.note.is_some() || !bookmark.tags.is_empty();
                let rows = if has_more { 3 } else { 2 };
                self.listed.push(Card { bookmark: *n, group: first, one_page, start, rows });
                start += rows + usize::from(*n == first);
            }
        }
        let kept = self.listed.iter().position(|card| {
            bookmarks.get(card.bookmark).is_some_and(|bookmark| Some(&bookmark.id) == self.selected.as_ref())
        });
        if let Some(kept) = kept {
            self.picker.select(kept);
        }
    }

    /// Selects another card on a screen of `rows`.
    pub(super) fn step(&mut self, step: Step, bookmarks: &[Arc<Bookmark>], rows: usize) {
        let cards = &self.listed;
        self.picker.step_over(step, cards.len(), rows, &|from, to| taken(cards, from, to));
        self.note_selected(bookmarks);
    }

    /// Selects the card with this number.
    pub(super) fn select(&mut self, n: usize, bookmarks: &[Arc<Bookmark>]) {
        self.picker.select(n);
        self.note_selected(bookmarks);
    }

    /// Keeps the selection on a screen of `rows`.
    pub(super) fn fit(&mut self, bookmarks: &[Arc<Bookmark>], rows: usize) {
        let cards = &self.listed;
        self.picker.fit_over(cards.len(), rows, &|from, to| taken(cards, from, to));
        self.note_selected(bookmarks);
    }

    fn note_selected(&mut self, bookmarks: &[Arc<Bookmark>]) {
        let selected = self.selected(bookmarks).map(|bookmark| bookmark.id.clone());
        if selected.is_some() {
            self.selected = selected;
        }
    }

    /// The number of the card on a row of the screen; none on a heading or below the last.
    pub(super) fn card_at(&self, row: usize) -> Option<usize> {
        let first = self.picker.first();
        (first..self.listed.len()).find_map(|n| {
            let end = taken(&self.listed, first, n);
            let rows = self.listed.get(n)?.rows;
            (end > row).then(|| (row + rows >= end).then_some(n))
        })?
    }
}

/// The rows from one card to another. The card at the top of the screen has its heading in any case.
fn taken(cards: &[Card], from: usize, to: usize) -> usize {
    match (cards.get(from), cards.get(to)) {
        (Some(first), Some(last)) => {
            let headings = usize::from(last.begins_group()) + usize::from(!first.begins_group());
            last.start + last.rows + headings - first.start
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;
    use crate::bookmarks::{ArticleKey, IssueKey, Quote};

    fn bookmark(source: &str, page: &str, hours: i64, note: Option<&str>) -> Arc<Bookmark> {
        let json = serde_json::json!({
            "id": format!("{source}{hours}"), "issue": { "sources": [source] }, "article": { "number": 0 },
            "position": { "part": "byline" }, "quote": { "exact": "铅字" }, "made": "2026-10-18T08:00:00Z",
        });
        let bookmark: Bookmark = serde_json::from_value(json).unwrap();
        Arc::new(Bookmark {
            issue: IssueKey { sources: vec![source.to_owned()], ..IssueKey::default() },
            article: ArticleKey { page: page.to_owned(), ..ArticleKey::default() },
            quote: Quote { exact: "铅字".to_owned(), ..Quote::default() },
            note: note.map(str::to_owned),
            made: Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours),
            ..bookmark
        })
    }

    fn listed(cards: &Cards, bookmarks: &[Arc<Bookmark>]) -> Vec<String> {
        cards.all().iter().map(|card| bookmarks[card.bookmark].id.clone()).collect()
    }

    #[test]
    fn bookmarks_stand_by_issue_and_both_by_the_newest() {
        let bookmarks = [
            bookmark("a", "1", 9, None),
            bookmark("b", "1", 8, None),
            bookmark("a", "2", 7, Some("批")),
            bookmark("b", "1", 6, None),
        ];
        let mut cards = Cards::default();
        cards.take(&bookmarks, Tongue::Chinese, Timestamp::UNIX_EPOCH);
        assert_eq!(listed(&cards, &bookmarks), ["a9", "a7", "b8", "b6"]);
        assert_eq!(
            cards.all().iter().map(|card| card.one_page).collect::<Vec<_>>(),
            [false, false, true, true]
        );
        // Heading, 2 rows, 3 rows; heading, 2 rows, 2 rows.
        assert_eq!(taken(cards.all(), 0, 0), 3);
        assert_eq!(taken(cards.all(), 0, 1), 6);
        assert_eq!(taken(cards.all(), 1, 1), 4);
        assert_eq!(taken(cards.all(), 0, 3), 11);
        assert_eq!(taken(cards.all(), 1, 2), 7);
        let at: Vec<Option<usize>> = (0..12).map(|row| cards.card_at(row)).collect();
        let some = Some;
        assert_eq!(
            at,
            [
                None,
                some(0),
                some(0),
                some(1),
                some(1),
                some(1),
                None,
                some(2),
                some(2),
                some(3),
                some(3),
                None
            ]
        );
    }

    #[test]
    fn the_selection_follows_its_bookmark() {
        let mut bookmarks: Vec<Arc<Bookmark>> =
            (1..=5).rev().map(|hours| bookmark("a", "1", hours, None)).collect();
        let mut cards = Cards::default();
        cards.take(&bookmarks, Tongue::Chinese, Timestamp::UNIX_EPOCH);
        cards.step(Step::Line(2), &bookmarks, 9);
        assert_eq!(cards.selected(&bookmarks).unwrap().id, "a3");
        bookmarks.remove(0);
        cards.take(&bookmarks, Tongue::Chinese, Timestamp::UNIX_EPOCH);
        cards.fit(&bookmarks, 9);
        assert_eq!(cards.selected(&bookmarks).unwrap().id, "a3");
        bookmarks.remove(1);
        cards.take(&bookmarks, Tongue::Chinese, Timestamp::UNIX_EPOCH);
        cards.fit(&bookmarks, 9);
        assert_eq!(cards.selected(&bookmarks).unwrap().id, "a2", "the next one takes its place");
    }
}
