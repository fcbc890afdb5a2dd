//! The bookmarks' file beside the screen: one thread makes every change in order, and looks whether others did.
//!
//! A change may wait for another reader's lock and for the disk; the screen has it at once and waits for neither. What
//! could not be written stays, is tried again with every further change and once more at the end, and what then cannot
//! be written still is given back to be printed: nothing is lost in silence.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use anyhow::Context;

use crate::bookmarks::{Bookmark, Change, Loaded, Stamp, Store};
use crate::tui::action::{Action, Kept};
use crate::tui::words::Tongue;
use crate::tui::{self, Reporter};

use super::desk::guarded;
use super::rescue;

/// How often the file is looked at, for changes that others make.
const LOOK: Duration = Duration::from_millis(500);

/// What the thread is told.
enum Order {
    Change(Change),
    Look,
    /// Write what is not written, and report how that went.
    Settle,
    /// Write everything to this path instead.
    Rescue(String),
}

/// Who sees to the bookmarks' file.
pub(super) struct Keeper {
    orders: Sender<Order>,
    thread: JoinHandle<Option<Result<(), Unsaved>>>,
}

/// Changes that could not be written.
#[derive(Debug)]
pub(super) struct Unsaved {
    /// In their order.
    pub(super) changes: Vec<Change>,
    /// The bookmarks that they add or change, as they are then.
    pub(super) bookmarks: Vec<Bookmark>,
    /// Why.
    pub(super) error: String,
}

impl Keeper {
    /// Begins to keep `store`, or to say why there is none, and reports what is kept.
    pub(super) fn start(store: Result<Store, String>, tongue: Tongue, reporter: Reporter) -> Self {
        let (orders, inbox) = channel();
        let thread = thread::spawn(move || {
            let keeping = Keeping {
                tongue,
                store,
                reporter: reporter.clone(),
                file: Vec::new(),
                unsaved: Vec::new(),
                changes: 0,
                stamp: Stamp::default(),
                told: None,
            };
            guarded(&reporter, || keeping.run(&inbox))
        });
        Self { orders, thread }
    }

    /// Makes `change` and reports it.
    pub(super) fn change(&self, change: Change) {
        // Without the thread the loop has been told to end, and `close` says what is lost.
        let _ = self.orders.send(Order::Change(change));
    }

    /// Reports the bookmarks.
    pub(super) fn look(&self) {
        let _ = self.orders.send(Order::Look);
    }

    /// Tries to write what is not written, and reports how that went.
    pub(super) fn settle(&self) {
        let _ = self.orders.send(Order::Settle);
    }

    /// Writes everything to `path`, and reports how that went.
    pub(super) fn rescue(&self, path: String) {
        let _ = self.orders.send(Order::Rescue(path));
    }

    /// Waits until every change is written. What cannot be is given back.
    ///
    /// # Errors
    /// When the thread has failed: nobody knows what is written.
    pub(super) fn close(self) -> anyhow::Result<Option<Unsaved>> {
        drop(self.orders);
        let ended = self.thread.join().ok().flatten();
        let written = ended.context(
            "the last changes of the bookmarks may not be saved: a part of the program has failed",
        )?;
        Ok(written.err())
    }
}

/// The thread's own.
struct Keeping {
    /// What the screen speaks.
    tongue: Tongue,
    store: Result<Store, String>,
    reporter: Reporter,
    /// What the file had when it was last read or written, newest first.
    file: Vec<Arc<Bookmark>>,
    /// What it does not have yet, in the order of the changes.
    unsaved: Vec<Change>,
    /// How many changes were ordered so far.
    changes: usize,
    stamp: Stamp,
    /// The warning that was given last: said once is enough.
    told: Option<String>,
}

impl Keeping {
    fn run(mut self, inbox: &Receiver<Order>) -> Result<(), Unsaved> {
        self.look();
        self.report();
        loop {
            match inbox.recv_timeout(LOOK) {
                Ok(order) => {
                    // Whatever else is there goes to the disk with it.
                    let changed = self.changes;
                    let mut last = Vec::new();
                    for order in std::iter::once(order).chain(inbox.try_iter()) {
                        match order {
                            Order::Change(change) => {
                                self.changes += 1;
                                self.unsaved.push(change.prepared());
                            }
                            Order::Look => {}
                            order => last.push(order),
                        }
                    }
                    let error = if self.changes > changed { self.save().err() } else { self.look() };
                    self.report();
                    if let Some(error) = error {
                        self.reporter.report(Action::NotSaved(error));
                    }
                    for order in last {
                        let settled = self.settle(order);
                        self.reporter.report(Action::Settled(settled));
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    let stamp = self.store.as_ref().map(Store::stamp).unwrap_or_default();
                    if stamp != self.stamp {
                        self.stamp = stamp;
                        let before = self.file.clone();
                        self.look();
                        if self.file != before {
                            self.report();
                        }
                    }
                }
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        let Err(error) = self.save() else { return Ok(()) };
        let is_changed = |bookmark: &Bookmark| self.unsaved.iter().any(|change| change.id() == bookmark.id);
        let bookmarks = owned(self.all()).into_iter().filter(is_changed).collect();
        Err(Unsaved { changes: self.unsaved, bookmarks, error })
    }

    /// The reader wants to leave: the last try, or another file.
    fn settle(&mut self, order: Order) -> Result<(), tui::action::Unsaved> {
        match order {
            Order::Rescue(path) => {
                let written = rescue::write(&path, &owned(self.all()), self.tongue);
                written.map_err(|error| tui::action::Unsaved { error, path })?;
                self.unsaved.clear();
                Ok(())
            }
            _ => self.save().map_err(|error| tui::action::Unsaved { error, path: rescue::suggestion() }),
        }
    }

    /// All bookmarks, with those changes that the file lacks.
    fn all(&self) -> Vec<Arc<Bookmark>> {
        let mut bookmarks = self.file.clone();
        for change in &self.unsaved {
            change.apply(&mut bookmarks);
        }
        bookmarks
    }

    /// Reads the file; with changes that it lacks, tries to make them. Returns why these cannot be made.
    fn look(&mut self) -> Option<String> {
        if !self.unsaved.is_empty() {
            return self.save().err();
        }
        let loaded = match &self.store {
            Ok(store) => {
                // Before the file is read: what changes after that is seen the next time.
                self.stamp = store.stamp();
                store.load().map_err(|error| self.tongue.store_error(&error))
            }
            Err(error) => Err(error.clone()),
        };
        match loaded {
            Ok(loaded) => self.take(loaded),
            Err(error) => self.warn(Some(error)),
        }
        None
    }

    /// Makes all changes that the file lacks.
    fn save(&mut self) -> Result<(), String> {
        if self.unsaved.is_empty() {
            return Ok(());
        }
        let (store, tongue) = (self.store.as_ref().map_err(Clone::clone), self.tongue);
        match store.and_then(|store| store.apply(&self.unsaved).map_err(|error| tongue.store_error(&error))) {
            Ok(loaded) => {
                self.unsaved.clear();
                self.take(loaded);
                Ok(())
            }
            Err(error) => {
                // Nobody is asked to rescue what nobody wrote.
                self.unsaved.retain(|change| !change.is_hint());
                if self.unsaved.is_empty() { Ok(()) } else { Err(error) }
            }
        }
    }

    fn take(&mut self, loaded: Loaded) {
        // What is as it was is not handed out anew: the screen need not look at it again.
        let before: HashMap<&str, &Arc<Bookmark>> =
            self.file.iter().map(|bookmark| (bookmark.id.as_str(), bookmark)).collect();
        let same = |now: &Bookmark| before.get(now.id.as_str()).filter(|before| ****before == *now).copied();
        let mut file: Vec<Arc<Bookmark>> = (loaded.bookmarks.into_iter())
            .map(|bookmark| same(&bookmark).cloned().unwrap_or_else(|| Arc::new(bookmark)))
            .collect();
        file.sort_by_key(|bookmark| std::cmp::Reverse(bookmark.made));
        self.file = file;
        self.warn(loaded.warning.map(|warning| self.tongue.store_warning(&warning)));
    }

    fn warn(&mut self, warning: Option<String>) {
        if self.told != warning
            && let Some(warning) = &warning
        {
            self.reporter.report(Action::Failed(warning.clone()));
        }
        self.told = warning;
    }

    /// Says which bookmarks there are, with those changes that the file lacks.
    fn report(&self) {
        self.reporter.report(Action::Bookmarks(Kept { bookmarks: self.all(), changes: self.changes }));
    }
}

fn owned(bookmarks: Vec<Arc<Bookmark>>) -> Vec<Bookmark> {
    bookmarks.into_iter().map(Arc::unwrap_or_clone).collect()
}
