//! What the reader's wishes meet outside the screen: the shelf, the bookmarks' file, the clipboard, the terminal.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::bookmarks::{Bookmark, Change, Store};
use crate::config::Folders;
use crate::issue::Issue;
use crate::parse::Doubts;
use crate::places;
use crate::shelf::{self, Opened, Shelf, Source, Stamp};
use crate::tui::action::{Action, Ticket, Trace};
use crate::tui::clipboard::{self, Clip};
use crate::tui::words::Tongue;
use crate::tui::work::{Spent, Work};
use crate::tui::{self, Input, Reporter, Services, terminal};

use super::keeper::Keeper;
use super::moved;
use super::places::PlaceKeeper;
use super::watcher::{Watched, Watcher};

/// The services of the real reader. What may take long runs on threads of its own, which report to the loop.
pub(super) struct Desk {
    reporter: Reporter,
    shelf: Arc<Mutex<Option<Shelf>>>,
    /// The shelf that the settings name.
    configured: Option<PathBuf>,
    /// Whether places are kept.
    remembers: bool,
    tongue: Tongue,
    /// Standard input cannot be opened twice.
    input: Option<Arc<Issue>>,
    /// What the files of issues were like when they were opened.
    stamps: Stamps,
    at_work: Option<AtWork>,
    begun: Instant,
}

/// The threads that run from the first frame to the end.
struct AtWork {
    keeper: Keeper,
    places: PlaceKeeper,
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
        let shelf = Arc::new(Mutex::new(shelf));
        Self {
            reporter,
            shelf,
            configured: None,
            remembers: true,
            tongue: Tongue::English,
            input,
            stamps,
            at_work: None,
            begun: Instant::now(),
        }
    }

    /// The same, with the shelf that the settings name.
    pub(super) fn with_configured(self, configured: Option<PathBuf>) -> Self {
        Self { configured, ..self }
    }

    /// The same, for a screen that speaks this.
    pub(super) fn with_tongue(self, tongue: Tongue) -> Self {
        Self { tongue, ..self }
    }

    /// The same; `remembers` says whether places are kept.
    pub(super) fn with_memory(self, remembers: bool) -> Self {
        Self { remembers, ..self }
    }

    /// Waits until every change is written. What cannot be is printed, so that it is not lost.
    pub(super) fn close(self) -> anyhow::Result<()> {
        let Some(threads) = self.at_work else { return Ok(()) };
        threads.places.close();
        let unsaved = threads.keeper.close()?;
        let Some(unsaved) = unsaved else { return Ok(()) };
        let rescued = crate::bookmarks::export::json(&unsaved.bookmarks);
        anyhow::bail!(
            "{} bookmark changes are not saved: {}\nThe bookmarks that were added or changed:\n{rescued}",
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

/// Where issues may be.
struct Places {
    shelf: Arc<Mutex<Option<Shelf>>>,
    configured: Option<PathBuf>,
    tongue: Tongue,
}

impl Places {
    /// Opens the issue of a bookmark, whichever file it is in now.
    fn open(&self, bookmark: &Bookmark) -> Result<Opened, String> {
        let (listed, open) = match lock(&self.shelf).as_ref() {
            Some(of) => (of.entries().to_vec(), of.folder().map(Path::to_owned)),
            None => (Vec::new(), None),
        };
        let own = Folders::of_user().ok().map(|folders| folders.issues_folder());
        let known = open.into_iter().chain(self.configured.clone()).chain(own);
        // What was listed may have been renamed since: every folder is read anew.
        let folders = moved::folders(known, &bookmark.issue.sources);
        let samples = std::iter::once_with(|| Shelf::samples().entries().to_vec());
        let listings = std::iter::once(listed).chain(folders.iter().map(|folder| moved::list(folder)));
        moved::open(bookmark, listings.chain(samples), self.tongue)
    }
}

/// Opens what `source` names, or wherever the bookmark's issue is now, and notes what its files were like before they
/// were read.
fn open(
    source: &str,
    bookmark: Option<Box<Bookmark>>,
    places: &Places,
    stamps: &Stamps,
) -> Result<Box<tui::action::Opened>, String> {
    let opened = match &bookmark {
        Some(bookmark) => places.open(bookmark)?,
        None => shelf::open(&Source::from_text(source)).map_err(|error| places.tongue.shelf_error(&error))?,
    };
    let source = opened.source.to_string();
    lock(stamps).insert(source.clone(), opened.stamp);
    let warning = opened.warnings().last().map(|warning| places.tongue.shelf_warning(warning));
    let doubts = Doubts::among(&opened.parsed.starts);
    let issue = Arc::new(opened.parsed.issue);
    Ok(Box::new(tui::action::Opened::new(source, issue, warning, bookmark).with_doubts(doubts)))
}

/// What a mutex holds; a thread that panicked while it had it left it whole.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Services for Desk {
    fn now(&self) -> Duration {
        self.begun.elapsed()
    }

    fn begin(&mut self) {
        let store = Folders::of_user()
            .map(|folders| Store::open(folders.bookmarks_file()))
            .map_err(|error| self.tongue.no_home(error));
        let keeper = Keeper::start(store, self.tongue, self.reporter.clone());
        let folders = self.remembers.then(Folders::of_user).and_then(Result::ok);
        let places = folders.map(|folders| places::Places::open(folders.places_folder()));
        let places = PlaceKeeper::start(places, self.tongue, self.reporter.clone());
        let watcher = Watcher::start(self.reporter.clone());
        self.at_work = Some(AtWork { keeper, places, watcher });
        let entries = lock(&self.shelf).as_ref().map(|shelf| Arc::from(shelf.entries()));
        self.reporter.report(Action::Shelf(entries.unwrap_or_default()));
    }

    fn open(&mut self, ticket: Ticket, source: String, bookmark: Option<Box<Bookmark>>) {
        let input = self.input.clone().filter(|issue| {
            let is_wanted = |bookmark: &Bookmark| {
                bookmark.issue.same_issue(&crate::bookmarks::IssueKey::of(issue, &source))
            };
            Source::from_text(&source) == Source::StandardInput && bookmark.as_deref().is_none_or(is_wanted)
        });
        let stamps = Arc::clone(&self.stamps);
        let places = Places {
            shelf: Arc::clone(&self.shelf),
            configured: self.configured.clone(),
            tongue: self.tongue,
        };
        self.aside(move |reporter| {
            let opened = match input {
                Some(issue) => Ok(Box::new(tui::action::Opened::new(source, issue, None, bookmark))),
                None => open(&source, bookmark, &places, &stamps),
            };
            reporter.report(Action::Opened(ticket, opened));
        });
    }

    fn watch(&mut self, source: &str) {
        let Some(threads) = &self.at_work else { return };
        let named = Source::from_text(source);
        let stamp = lock(&self.stamps).get(source).copied().unwrap_or_else(|| Stamp::of(&named));
        threads.watcher.watch(Watched { source: named, stamp, tongue: self.tongue });
    }

    fn recall(&mut self, issue: Arc<Issue>, source: &str) {
        if let Some(threads) = &self.at_work {
            threads.places.recall(issue, source);
        }
    }

    fn remember(&mut self, trace: Trace) {
        if let Some(threads) = &mut self.at_work {
            threads.places.remember(trace);
        }
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

    fn settle(&mut self) {
        match &self.at_work {
            Some(threads) => threads.keeper.settle(),
            None => drop(self.reporter.report(Action::Settled(Ok(())))),
        }
    }

    fn rescue(&mut self, path: String) {
        if let Some(threads) = &self.at_work {
            threads.keeper.rescue(path);
        }
    }

    fn work(&mut self, work: Work) {
        self.aside(move |reporter| {
            reporter.report(work.run());
        });
    }

    fn let_go(&mut self, spent: Spent) {
        self.aside(move |_| drop(spent));
    }

    fn copy(&mut self, clip: &Clip) -> Result<(), String> {
        clipboard::copy(clip).map_err(|error| self.tongue.not_copied(&error))
    }

    fn suspend(&mut self) {
        // If the terminal cannot be taken again the next frame's write fails and ends the program with the reason.
        let _ = terminal::suspend();
    }

    fn resume(&mut self) {
        let _ = terminal::retake();
    }
}
