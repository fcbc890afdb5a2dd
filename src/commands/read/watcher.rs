//! Sees when the open issue's file, or the corrections beside it, change on disk, and reads it again.
//!
//! A look is two questions to the file system twice a second; that works on every disk and needs no descriptor. A file
//! that is being written is left alone until it rests; one that is gone, empty or no issue any more changes nothing: the
//! reader keeps what they have, and the next change is looked at again.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crate::parse::Doubts;
use crate::shelf::{self, Source, Stamp};
use crate::tui::Reporter;
use crate::tui::action::Action;
use crate::tui::words::Tongue;

use super::desk::guarded;

/// How often the files are looked at.
const LOOK: Duration = Duration::from_millis(500);

/// A file that has not changed for so long is not being written.
const REST: Duration = Duration::from_millis(100);

/// Who watches the open issue.
pub(super) struct Watcher {
    orders: Sender<Watched>,
}

/// An issue, and what its files were like when it was read.
pub(super) struct Watched {
    pub(super) source: Source,
    pub(super) stamp: Stamp,
    pub(super) tongue: Tongue,
}

impl Watcher {
    /// Begins to watch nothing.
    pub(super) fn start(reporter: Reporter) -> Self {
        let (orders, inbox) = channel();
        thread::spawn(move || guarded(&reporter, || run(&inbox, &reporter)));
        Self { orders }
    }

    /// Watches this issue, and no other.
    pub(super) fn watch(&self, watched: Watched) {
        let _ = self.orders.send(watched);
    }
}

fn run(inbox: &Receiver<Watched>, reporter: &Reporter) {
    let mut watched: Option<Watched> = None;
    loop {
        let order = match &watched {
            // There is nothing to look at.
            None => inbox.recv().map_err(RecvTimeoutError::from),
            Some(_) => inbox.recv_timeout(LOOK),
        };
        match (order, &mut watched) {
            (Ok(order), _) => watched = Some(order).filter(|order| matches!(order.source, Source::File(_))),
            (Err(RecvTimeoutError::Timeout), Some(watched)) => watched.look(reporter),
            (Err(RecvTimeoutError::Timeout), None) => {}
            (Err(RecvTimeoutError::Disconnected), _) => return,
        }
    }
}

impl Watched {
    fn look(&mut self, reporter: &Reporter) {
        let now = Stamp::of(&self.source);
        if now == self.stamp || !now.is_there() {
            return;
        }
        thread::sleep(REST);
        let opened = shelf::open(&self.source);
        if Stamp::of(&self.source) != now {
            // Still being written: the next look reads it.
            return;
        }
        self.stamp = now;
        let Ok(opened) = opened else { return };
        let warning = opened.warnings().last().map(|warning| self.tongue.shelf_warning(warning));
        let doubts = Doubts::among(&opened.parsed.starts);
        let issue = Arc::new(opened.parsed.issue);
        reporter.report(Action::Changed(self.source.to_string(), issue, doubts));
        if let Some(warning) = warning {
            reporter.report(Action::Failed(warning));
        }
    }
}
