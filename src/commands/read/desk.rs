//! What the reader's wishes meet outside the screen: the shelf, the bookmarks' file, the clipboard, the terminal.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crate::bookmarks::{Bookmark, Change, Store};
use crate::config::Folders;
use crate::issue::Issue;
use crate::shelf::{self, Shelf, Source, Stamp};
use crate::tui::action::{Action, Opened, Ticket};
use crate::tui::work::Work;
use crate::tui::{Input, Reporter, Services, clipboard, terminal};

use super::keeper::Keeper;
use super::watcher::{Watched, Watcher};

/// The services of the real reader. What may take long runs on threads of its own, which report to the loop.
pub(super) struct Desk {
    reporter: Reporter,
    shelf: Arc<Mutex<Option<Shelf>>>,
    /// Standard input cannot be opened twice.
    input: Option<Arc<Issue>>,
    /// What the files of issues were like when they were opened.
    stamps: Stamps,
    at_work: Option<AtWork>,
}

/// The threads that run from the first frame to the end.
struct AtWork {
    keeper: Keeper,
    watcher: Watcher,
}

type Stamps = Arc<Mutex<HashMap<String, Stamp>>>;

impl Desk {
    /// A desk for the reader of `issue`, which came from the source and had this stamp.
    pub(super) fn new(
        reporter: Reporter,
        shelf: Option<Shelf>,
        (source, stamp): (&Source, Stamp),
        issue: &Arc<Issue>,
    ) -> Self {
        let input = matches!(source, Source::StandardInput).then(|| Arc::clone(issue));
        let stamps = Arc::new(Mutex::new(HashMap::from([(source.to_string(), stamp)])));
        Self { reporter, shelf: Arc::new(Mutex::new(shelf)), input, stamps, at_work: None }
    }

    /// Waits until every change is written. What cannot be is printed, so that it is not lost.
    pub(super) fn close(self) -> anyhow::Result<()> {
        let unsaved = self.at_work.map_or(Ok(None), |threads| threads.keeper.close())?;
        let Some(unsaved) = unsaved else { return Ok(()) };
        let rescued = crate::bookmarks::export::json(&unsaved.added());
        anyhow::bail!(
            "{} bookmark changes are not saved: {}\nThe bookmarks that were added:\n{rescued}",
            unsaved.changes.len(),
            unsaved.error,
        )
    }

    /// Has `job` done on a thread of its own.
    fn aside(&self, job: impl FnOnce(&Reporter) + Send + 'static) {
        let reporter = self.reporter.clone();
        thread::spawn(move || guarded(&reporter, || job(&reporter)));
    }
}

/// Runs a thread's `job`. If it panics the loop is told to end: nobody waits for an answer that cannot come, and what
/// is to be saved is saved.
pub(super) fn guarded<T>(reporter: &Reporter, job: impl FnOnce() -> T) -> Option<T> {
    let result = catch_unwind(AssertUnwindSafe(job));
    if result.is_err() {
        reporter.send(Input::Lost("a part of the program has failed".to_owned()));
    }
    result.ok()
}

/// Opens what `source` names and notes what its files were like before they were read.
fn open(source: &str, stamps: &Stamps) -> Result<(Arc<Issue>, Option<String>), String> {
    let opened = shelf::open(&Source::from_text(source)).map_err(|error| error.to_string())?;
    lock(stamps).insert(source.to_owned(), opened.stamp);
    let warning = opened.warnings().last();
    Ok((Arc::new(opened.parsed.issue), warning))
}

/// What a mutex holds; a thread that panicked while it had it left it whole.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Services for Desk {
    fn begin(&mut self) {
        let store = Folders::of_user()
            .map(|folders| Store::open(folders.bookmarks_file()))
            .map_err(|error| error.to_string());
        let keeper = Keeper::start(store, self.reporter.clone());
        let watcher = Watcher::start(self.reporter.clone());
        self.at_work = Some(AtWork { keeper, watcher });
        let entries = lock(&self.shelf).as_ref().map(|shelf| Arc::from(shelf.entries()));
        self.reporter.report(Action::Shelf(entries.unwrap_or_default()));
    }

    fn open(&mut self, ticket: Ticket, source: String, bookmark: Option<Box<Bookmark>>) {
        let input = self.input.clone().filter(|_| Source::from_text(&source) == Source::StandardInput);
        let stamps = Arc::clone(&self.stamps);
        self.aside(move |reporter| {
            let opened = input.map_or_else(|| open(&source, &stamps), |issue| Ok((issue, None)));
            let opened = opened.map(|(issue, warning)| Opened::new(source, issue, warning, bookmark));
            reporter.report(Action::Opened(ticket, opened.map(Box::new)));
        });
    }

    fn watch(&mut self, source: &str) {
        let Some(threads) = &self.at_work else { return };
        let named = Source::from_text(source);
        let stamp = lock(&self.stamps).get(source).copied().unwrap_or_else(|| Stamp::of(&named));
        threads.watcher.watch(Watched { source: named, stamp });
    }

    fn list_shelf(&mut self) {
        let shared = Arc::clone(&self.shelf);
        self.aside(move |reporter| {
            let mut held = lock(&shared);
            // A folder that cannot be read now had these issues, and the reader may still open them.
            if let Some(Ok(now)) = held.as_ref().map(Shelf::again) {
                *held = Some(now);
            }
            let entries = held.as_ref().map(|shelf| Arc::from(shelf.entries()));
            reporter.report(Action::Shelf(entries.unwrap_or_default()));
        });
    }

    fn read_bookmarks(&mut self) {
        if let Some(threads) = &self.at_work {
            threads.keeper.look();
        }
    }

    fn change(&mut self, change: Change) {
        if let Some(threads) = &self.at_work {
            threads.keeper.change(change);
        }
    }

    fn work(&mut self, work: Work) {
        self.aside(move |reporter| {
            reporter.report(work.run());
        });
    }

    fn copy(&mut self, text: &str) -> Result<(), String> {
        clipboard::copy(text).map_err(|error| error.to_string())
    }

    fn suspend(&mut self) {
        // If the terminal cannot be taken again the next frame's write fails and ends the program with the reason.
        let _ = terminal::suspend();
    }

    fn resume(&mut self) {
        let _ = terminal::retake();
    }
}
