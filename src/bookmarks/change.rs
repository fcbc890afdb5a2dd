//! A change of the bookmarks, apart from the file: made in memory at once, in the file as soon as that can be, and
//! undone.

use std::sync::Arc;

use super::bookmark::Bookmark;
use crate::issue::Issue;

/// One change of the bookmarks.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Keep a bookmark that was just made by [`Bookmark::sketch`] in this issue.
    New(Box<Bookmark>, Arc<Issue>),
    /// Keep a bookmark, in the place of one with the same id.
    Add(Box<Bookmark>),
    /// Take the bookmark with this id away.
    Remove(String),
    /// Change what the reader wrote to the bookmark with this id.
    Edit(String, Edit),
    /// The issue of the bookmark with this id was seen at this source.
    Seen(String, String),
}

/// What can be changed of a bookmark. One thing at a time, so that what another reader changed of it stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// This note, or none.
    Note(Option<String>),
    /// These tags.
    Tags(Vec<String>),
}

impl Change {
    /// Does what is slow and can be done before the file is locked. Reads the whole issue of a new bookmark.
    #[must_use]
    pub fn prepared(self) -> Self {
        match self {
            Self::New(bookmark, issue) => Self::Add(Box::new(bookmark.finished(&issue))),
            done => done,
        }
    }

    /// The id of the bookmark that is changed.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::New(bookmark, _) | Self::Add(bookmark) => &bookmark.id,
            Self::Remove(id) | Self::Edit(id, _) | Self::Seen(id, _) => id,
        }
    }

    /// Whether it is no wish of the reader's: where it cannot be written nothing is lost.
    #[must_use]
    pub const fn is_hint(&self) -> bool {
        matches!(self, Self::Seen(..))
    }

    /// Makes the change among `bookmarks`, newest first, and gives back the change that undoes it; `None` if there is
    /// nothing to change. Where an issue was seen stays known: that is undone by nothing. All but the one that is
    /// changed stay the same allocations.
    pub fn apply(&self, bookmarks: &mut Vec<Arc<Bookmark>>) -> Option<Self> {
        let at = bookmarks.iter().position(|bookmark| bookmark.id == self.id());
        match self {
            Self::New(new, _) | Self::Add(new) => {
                let old = at.map(|at| bookmarks.remove(at));
                let after = bookmarks.partition_point(|bookmark| bookmark.made > new.made);
                bookmarks.insert(after, Arc::new((**new).clone()));
                Some(old.map_or_else(|| Self::Remove(new.id.clone()), Self::put_back))
            }
            Self::Remove(_) => at.map(|at| Self::put_back(bookmarks.remove(at))),
            Self::Edit(id, edit) => {
                let bookmark = Arc::make_mut(at.and_then(|at| bookmarks.get_mut(at))?);
                let undo = edit.undo(bookmark);
                edit.apply(bookmark);
                Some(Self::Edit(id.clone(), undo))
            }
            Self::Seen(_, source) => {
                let bookmark = Arc::make_mut(at.and_then(|at| bookmarks.get_mut(at))?);
                bookmark.issue.seen_at(source).then(|| self.clone())
            }
        }
    }

    fn put_back(old: Arc<Bookmark>) -> Self {
        Self::Add(Box::new(Arc::unwrap_or_clone(old)))
    }
}

impl Edit {
    /// A note as a reader typed it: none if there is nothing to see in it.
    #[must_use]
    pub fn note(typed: &str) -> Self {
        Self::Note(Some(typed.trim().to_owned()).filter(|note| !note.is_empty()))
    }

    /// Tags as a reader typed them: between them white space or commas, before each perhaps a `#`. None is there twice.
    #[must_use]
    pub fn tags(typed: &str) -> Self {
        let mut tags: Vec<String> = Vec::new();
        let between = |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '、' | ';' | '；');
        for tag in typed.split(between).map(|tag| tag.trim_start_matches(['#', '＃'])) {
            if !tag.is_empty() && !tags.iter().any(|other| other == tag) {
                tags.push(tag.to_owned());
            }
        }
        Self::Tags(tags)
    }

    /// The edit that undoes this one of `bookmark`, which has not been made yet.
    #[must_use]
    pub fn undo(&self, bookmark: &Bookmark) -> Self {
        match self {
            Self::Note(_) => Self::Note(bookmark.note.clone()),
            Self::Tags(_) => Self::Tags(bookmark.tags.clone()),
        }
    }

    /// Makes the edit.
    pub fn apply(&self, bookmark: &mut Bookmark) {
        match self {
            Self::Note(note) => bookmark.note.clone_from(note),
            Self::Tags(tags) => bookmark.tags.clone_from(tags),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, Timestamp};

    use super::*;
    use crate::issue::{Article, ArticleNo, Block, Page, Position};

    fn bookmark(hours: i64) -> Bookmark {
        let block = Block { text: "每一字有二十余印。".to_owned(), ..Block::default() };
        let article = Article { body: vec![block], ..Article::default() };
        let page = Page { articles: vec![article], ..Page::default() };
        let issue = Issue { pages: vec![page], ..Issue::new() };
        let made = Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours);
        Bookmark::at(&issue, "/a", ArticleNo(0), Position::START, made).unwrap()
    }

    #[test]
    fn every_change_is_undone_by_the_one_it_gives_back() {
        let before = [bookmark(3), bookmark(2), bookmark(1)].map(Arc::new).to_vec();
        let id = before[1].id.clone();
        let changes = [
            Change::Add(Box::new(bookmark(9))),
            Change::Add(Box::new(bookmark(0))),
            Change::Remove(id.clone()),
            Change::Edit(id.clone(), Edit::note(" 油墨 ")),
            Change::Edit(id, Edit::tags("史, 墨")),
        ];
        for change in changes {
            let mut bookmarks = before.clone();
            let undo = change.apply(&mut bookmarks).unwrap();
            assert_ne!(bookmarks, before);
            assert!(bookmarks.is_sorted_by_key(|bookmark| std::cmp::Reverse(bookmark.made)), "newest first");
            assert_eq!(undo.apply(&mut bookmarks), Some(change.clone()));
            assert_eq!(bookmarks, before, "{change:?}");
        }
    }

    #[test]
    fn a_change_of_what_is_not_there_changes_nothing() {
        let mut bookmarks = vec![Arc::new(bookmark(1))];
        let gone = || "gone".to_owned();
        for change in [
            Change::Remove(gone()),
            Change::Edit(gone(), Edit::Note(None)),
            Change::Seen(gone(), "/b".to_owned()),
            Change::Seen(bookmark(1).id, "/a".to_owned()),
        ] {
            assert_eq!(change.apply(&mut bookmarks), None);
            assert_eq!(bookmarks, [Arc::new(bookmark(1))]);
        }
    }

    #[test]
    fn notes_and_tags_are_taken_as_people_type_them() {
        for (typed, tags) in [
            ("印刷 史", vec!["印刷", "史"]),
            ("#印刷，＃史、印刷 , ", vec!["印刷", "史"]),
            ("  ", vec![]),
            ("c# #", vec!["c#"]),
        ] {
            assert_eq!(
                Edit::tags(typed),
                Edit::Tags(tags.into_iter().map(str::to_owned).collect()),
                "{typed:?}"
            );
        }
        assert_eq!(Edit::note("  "), Edit::Note(None));
        assert_eq!(Edit::note(" 看 看 "), Edit::Note(Some("看 看".to_owned())));
    }
}
