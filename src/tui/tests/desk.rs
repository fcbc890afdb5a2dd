//! A desk in memory: issues by source, bookmarks in a list. It answers at once, or when it is told to.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use crate::bookmarks::{Bookmark, Change};
use crate::issue::Issue;
use crate::places::IssuePlaces;
use crate::shelf::Entry;
use crate::tui::action::{Action, Kept, Opened, Ticket, Trace, Unsaved};
use crate::tui::clipboard::Clip;
use crate::tui::work::{Spent, Work};
use crate::tui::{Reporter, Services};

pub(crate) struct Memory {
    issues: BTreeMap<String, Arc<Issue>>,
    pub(crate) shelf: Vec<Entry>,
    pub(crate) kept: Vec<Arc<Bookmark>>,
    /// How many changes were made since the program began.
    pub(crate) changes: usize,
    /// What every write answers, if it fails.
    pub(crate) failing: Option<String>,
    /// Where issues are now that bookmarks know by another source.
    pub(crate) moved: BTreeMap<String, String>,
    /// Where the bookmarks were written at the end.
    pub(crate) rescued: String,
    pub(crate) suspended: usize,
    /// How often something was given away to be freed.
    pub(crate) freed: usize,
    pub(crate) copied: String,
    pub(crate) watched: String,
    /// Where issues were left, by source.
    pub(crate) places: BTreeMap<String, IssuePlaces>,
    recalled: String,
    /// Bookmarks and shelf were reported when the program began, and are not again each time the loop is run.
    pub(crate) begun: bool,
    /// What the clock says.
    pub(crate) now: Duration,
    /// Answers wait until [`Memory::answer`].
    pub(crate) slow: bool,
    late: Vec<Action>,
    reporter: Reporter,
}

impl Memory {
    pub(crate) fn new(source: &str, issue: Arc<Issue>, reporter: Reporter) -> Self {
        Self {
            issues: BTreeMap::from([(source.to_owned(), issue)]),
            shelf: Vec::new(),
            kept: Vec::new(),
            changes: 0,
            failing: None,
            moved: BTreeMap::new(),
            rescued: String::new(),
            suspended: 0,
            freed: 0,
            copied: String::new(),
            watched: String::new(),
            places: BTreeMap::new(),
            recalled: String::new(),
            begun: false,
            now: Duration::ZERO,
            slow: false,
            late: Vec::new(),
            reporter,
        }
    }

    pub(crate) fn hold(&mut self, source: &str, issue: Issue) {
        self.issues.insert(source.to_owned(), Arc::new(issue));
    }

    /// The nth kept bookmark, as somebody else may change it.
    pub(crate) fn kept_at(&mut self, n: usize) -> &mut Bookmark {
        Arc::make_mut(&mut self.kept[n])
    }

    /// Gives all answers that wait, in the order in which they were asked for.
    pub(crate) fn answer(&mut self) {
        for news in self.late.drain(..) {
            self.reporter.report(news);
        }
    }

    /// Whether answers wait.
    pub(crate) fn is_late(&self) -> bool {
        !self.late.is_empty()
    }

    fn report(&mut self, news: Action) {
        if self.slow {
            self.late.push(news);
        } else {
            self.reporter.report(news);
        }
    }
}

impl Services for Memory {
    fn now(&self) -> Duration {
        self.now
    }

    fn begin(&mut self) {
        if self.begun {
            return;
        }
        self.read_bookmarks();
        self.report(Action::Shelf(self.shelf.clone().into()));
    }

    fn open(&mut self, ticket: Ticket, source: String, bookmark: Option<Box<Bookmark>>) {
        let moved = self.moved.get(&source).filter(|_| bookmark.is_some());
        let source = moved.cloned().unwrap_or(source);
        let issue = self.issues.get(&source).cloned().ok_or_else(|| format!("there is no {source}"));
        let opened = issue.map(|issue| Box::new(Opened::new(source, issue, None, bookmark)));
        self.report(Action::Opened(ticket, opened));
    }

    fn watch(&mut self, source: &str) {
        source.clone_into(&mut self.watched);
    }

    fn recall(&mut self, issue: Arc<Issue>, source: &str) {
        let places = match self.places.get(source) {
            Some(places) => places.onto(&issue),
            None => IssuePlaces::new(&issue),
        };
        self.places.insert(source.to_owned(), places.clone());
        source.clone_into(&mut self.recalled);
        self.issues.insert(source.to_owned(), Arc::clone(&issue));
        self.report(Action::Recalled(issue, Box::new(places)));
    }

    fn remember(&mut self, trace: Trace) {
        let (issue, now) = (&self.issues[&self.recalled], jiff::Timestamp::now());
        let Some(places) = self.places.get_mut(&self.recalled) else { return };
        match trace {
            Trace::Left(article, position) => places.leave(issue, article, position, now),
            Trace::Marked(article, read) => places.mark(issue, article, read, now),
        }
    }

    fn list_shelf(&mut self) {
        self.report(Action::Shelf(self.shelf.clone().into()));
    }

    fn read_bookmarks(&mut self) {
        self.report(Action::Bookmarks(Kept { bookmarks: self.kept.clone(), changes: self.changes }));
    }

    fn change(&mut self, change: Change) {
        change.prepared().apply(&mut self.kept);
        self.changes += 1;
        self.read_bookmarks();
        if let Some(error) = self.failing.clone() {
            self.report(Action::NotSaved(error));
        }
    }

    fn settle(&mut self) {
        let path = "/home/reader/newsprint-bookmarks.json".to_owned();
        let settled = self.failing.clone().map_or(Ok(()), |error| Err(Unsaved { error, path }));
        self.report(Action::Settled(settled));
    }

    fn rescue(&mut self, path: String) {
        if path == "taken" {
            let error = "taken is there already".to_owned();
            self.report(Action::Settled(Err(Unsaved { error, path })));
            return;
        }
        self.rescued = path;
        self.report(Action::Settled(Ok(())));
    }

    fn work(&mut self, work: Work) {
        self.report(work.run());
    }

    fn let_go(&mut self, _: Spent) {
        self.freed += 1;
    }

    fn copy(&mut self, clip: &Clip) -> Result<(), String> {
        self.copied = clip.text();
        Ok(())
    }

    fn suspend(&mut self) {
        self.suspended += 1;
    }

    fn resume(&mut self) {}
}
