//! A desk in memory: issues by source, bookmarks in a list.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::bookmarks::Bookmark;
use crate::issue::Issue;
use crate::shelf::Entry;
use crate::tui::Services;

#[derive(Default)]
pub(crate) struct Memory {
    issues: BTreeMap<String, Arc<Issue>>,
    pub(crate) shelf: Vec<Entry>,
    pub(crate) kept: Vec<Bookmark>,
    /// What every write answers, if it fails.
    pub(crate) failing: Option<String>,
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
    fn open(&mut self, source: &str) -> Result<(Arc<Issue>, Option<String>), String> {
        self.issues
            .get(source)
            .map(|issue| (Arc::clone(issue), None))
            .ok_or_else(|| format!("there is no {source}"))
    }

    fn shelf(&mut self) -> Arc<[Entry]> {
        self.shelf.clone().into()
    }

    fn bookmarks(&mut self) -> (Vec<Bookmark>, Option<String>) {
        (self.kept.clone(), None)
    }

    fn add(&mut self, bookmark: Bookmark) -> (Vec<Bookmark>, Option<String>) {
        self.kept.insert(0, bookmark);
        (self.kept.clone(), self.failing.clone())
    }

    fn remove(&mut self, id: &str) -> (Vec<Bookmark>, Option<String>) {
        self.kept.retain(|bookmark| bookmark.id != id);
        (self.kept.clone(), self.failing.clone())
    }

    fn copy(&mut self, text: &str) -> Result<(), String> {
        self.copied = text.to_owned();
        Ok(())
    }

    fn suspend(&mut self) {
        self.suspended += 1;
    }
}
