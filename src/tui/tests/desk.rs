//! A desk in memory: issues by source, bookmarks in a list.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::bookmarks::{Bookmark, Change};
use crate::issue::Issue;
use crate::shelf::Entry;
use crate::tui::{Opening, Services, Unsaved};

#[derive(Default)]
pub(crate) struct Memory {
    issues: BTreeMap<String, Arc<Issue>>,
    pub(crate) shelf: Vec<Entry>,
    pub(crate) kept: Vec<Bookmark>,
    /// What every write answers, if it fails.
    pub(crate) failing: Option<String>,
    /// Where issues are now that bookmarks know by another source.
    pub(crate) moved: BTreeMap<String, String>,
    /// Where the bookmarks were written at the end.
    pub(crate) rescued: String,
    pub(crate) suspended: usize,
    pub(crate) copied: String,
}

impl Memory {
    pub(crate) fn new(source: &str, issue: Arc<Issue>) -> Self {
        Self { issues: BTreeMap::from([(source.to_owned(), issue)]), ..Self::default() }
    }

    pub(crate) fn hold(&mut self, source: &str, issue: Issue) {
        self.issues.insert(source.to_owned(), Arc::new(issue));
    }
}

impl Services for Memory {
    fn open(&mut self, source: &str, bookmark: Option<&Bookmark>) -> Result<Opening, String> {
        let moved = self.moved.get(source).filter(|_| bookmark.is_some());
        let source = moved.map_or(source, String::as_str);
        let issue = self.issues.get(source).map(Arc::clone).ok_or_else(|| format!("there is no {source}"))?;
        Ok(Opening { issue, source: source.to_owned(), warning: None })
    }

    fn shelf(&mut self) -> Arc<[Entry]> {
        self.shelf.clone().into()
    }

    fn bookmarks(&mut self) -> (Vec<Bookmark>, Option<String>) {
        (self.kept.clone(), None)
    }

    fn change(&mut self, mut change: Change) -> (Vec<Bookmark>, Option<String>) {
        change.prepare();
        change.apply(&mut self.kept);
        (self.kept.clone(), self.failing.clone())
    }

    fn settle(&mut self) -> Result<(), Unsaved> {
        let path = "/home/reader/newsprint-bookmarks.json".to_owned();
        self.failing.clone().map_or(Ok(()), |error| Err(Unsaved { error, path }))
    }

    fn rescue(&mut self, path: &str) -> Result<(), Unsaved> {
        if path == "taken" {
            return Err(Unsaved { error: "taken is there already".to_owned(), path: path.to_owned() });
        }
        self.rescued = path.to_owned();
        Ok(())
    }

    fn copy(&mut self, text: &str) -> Result<(), String> {
        self.copied = text.to_owned();
        Ok(())
    }

    fn suspend(&mut self) {
        self.suspended += 1;
    }
}
