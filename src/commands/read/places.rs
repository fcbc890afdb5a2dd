//! The places' files beside the screen: one thread finds where the open issue was left, and keeps where it is left now.
//!
//! The screen sends every movement, and what was sent is in memory only until there is cause to write: another article,
//! another issue, half a minute, the end. The loss of places is never an error; why they cannot be kept is said once.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use jiff::Timestamp;

use crate::bookmarks::IssueKey;
use crate::issue::{ArticleNo, Issue, Position};
use crate::places::{IssuePlaces, Places};
use crate::tui::Reporter;
use crate::tui::action::{Action, Trace};
use crate::tui::words::Tongue;

use super::desk::guarded;

/// An article that was left for another is written so long after that: who walks through the list writes once.
const MOMENT: Duration = Duration::from_secs(2);

/// While one article is read its place is written so often.
const OFTEN: Duration = Duration::from_secs(30);

/// What the thread is told.
enum Order {
    /// This issue, from this source, is on the screen.
    Recall(Arc<Issue>, String),
    Remember(Trace, Timestamp),
}

/// Who sees to the places' files.
pub(super) struct PlaceKeeper {
    orders: Sender<Order>,
    thread: JoinHandle<()>,
    /// Whether there has been anything to remember.
    used: bool,
}

impl PlaceKeeper {
    /// Begins to keep places in `places`; with none it keeps nothing.
    pub(super) fn start(places: Option<Places>, tongue: Tongue, reporter: Reporter) -> Self {
        let (orders, inbox) = channel();
        let thread = thread::spawn(move || {
            if let Some(places) = places {
                let told = reporter.clone();
                let keeping = Keeping { places, tongue, reporter: told, open: None, told: false };
                guarded(&reporter, || keeping.run(&inbox));
            }
        });
        Self { orders, thread, used: false }
    }

    /// Reports where the reader left `issue`. From now on places are this issue's.
    pub(super) fn recall(&self, issue: Arc<Issue>, source: &str) {
        // Without the thread there are no places.
        let _ = self.orders.send(Order::Recall(issue, source.to_owned()));
    }

    /// Remembers what the reader does now.
    pub(super) fn remember(&mut self, trace: Trace) {
        self.used = true;
        let _ = self.orders.send(Order::Remember(trace, Timestamp::now()));
    }

    /// Waits until everything is written that can be. Who only looked does not wait for what was not found yet.
    pub(super) fn close(self) {
        drop(self.orders);
        if self.used {
            let _ = self.thread.join();
        }
    }
}

/// The thread's own.
struct Keeping {
    places: Places,
    tongue: Tongue,
    reporter: Reporter,
    open: Option<Open>,
    /// It was said why places cannot be kept.
    told: bool,
}

/// The issue on the screen.
struct Open {
    issue: Arc<Issue>,
    key: IssueKey,
    places: IssuePlaces,
    news: News,
}

/// What is not written yet.
#[derive(Default)]
struct News {
    left: BTreeMap<ArticleNo, (Timestamp, Position)>,
    marked: BTreeMap<ArticleNo, (Timestamp, bool)>,
    /// The article that the reader was in last.
    last: Option<ArticleNo>,
    /// When it is to be written.
    due: Option<Instant>,
}

impl News {
    fn add(&mut self, trace: Trace, at: Timestamp) {
        let patience = match trace {
            Trace::Left(article, position) => {
                self.left.insert(article, (at, position));
                if self.last.replace(article) == Some(article) { OFTEN } else { MOMENT }
            }
            Trace::Marked(article, read) => {
                self.marked.insert(article, (at, read));
                MOMENT
            }
        };
        let due = Instant::now() + patience;
        self.due = Some(self.due.map_or(due, |before| before.min(due)));
    }
}

impl Open {
    /// Takes the news into the places, which are then to be written.
    fn take_in(&mut self) {
        let mut left: Vec<_> = std::mem::take(&mut self.news.left).into_iter().collect();
        left.sort_unstable_by_key(|(_, (at, _))| *at);
        for (article, (at, position)) in left {
            self.places.leave(&self.issue, article, position, at);
        }
        for (article, (at, read)) in std::mem::take(&mut self.news.marked) {
            self.places.mark(&self.issue, article, read, at);
        }
    }
}

impl Keeping {
    fn run(mut self, inbox: &Receiver<Order>) {
        loop {
            let due = self.open.as_ref().and_then(|open| open.news.due);
            let order = match due {
                None => inbox.recv().map_err(RecvTimeoutError::from),
                Some(due) => inbox.recv_timeout(due.saturating_duration_since(Instant::now())),
            };
            match order {
                Ok(Order::Recall(issue, source)) => self.recall(issue, &source),
                Ok(Order::Remember(trace, at)) => {
                    if let Some(open) = &mut self.open {
                        open.news.add(trace, at);
                    }
                }
                Err(RecvTimeoutError::Timeout) => self.save(),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.save();
    }

    fn recall(&mut self, issue: Arc<Issue>, source: &str) {
        let key = IssueKey::of(&issue, source);
        // Another state of the same file: the screen waits for its marks, and the disk can wait.
        if let Some(open) = self.open.as_mut().filter(|open| open.key.source() == source) {
            open.take_in();
            open.places = open.places.onto(&issue);
            (open.issue, open.key) = (issue, key);
        } else {
            // Written first, as it may be to the same file: another page of the same day's paper.
            self.save();
            let places = self.places.load(&key, &issue);
            self.open = Some(Open { issue, key, places, news: News::default() });
        }
        if let Some(Open { issue, places, .. }) = &self.open {
            self.reporter.report(Action::Recalled(Arc::clone(issue), Box::new(places.clone())));
        }
    }

    /// Writes what is not written.
    fn save(&mut self) {
        let Some(open) = &mut self.open else { return };
        if open.news.due.take().is_none() {
            return;
        }
        open.take_in();
        if let Err(error) = self.places.save(&open.key, &open.places) {
            // It goes with the next, or at the end.
            open.news.due = Some(Instant::now() + OFTEN);
            if !std::mem::replace(&mut self.told, true) {
                self.reporter.report(Action::Failed(self.tongue.places_error(&error)));
            }
        }
    }
}
