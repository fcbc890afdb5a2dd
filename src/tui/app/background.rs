//! What is worked out beside the screen, and issues that are opened or change on disk.

use std::any::Any;
use std::collections::VecDeque;
use std::ops::Range;
use std::sync::Arc;

use crate::bookmarks::{Bookmark, By, Change, Followed, Found};
use crate::issue::{ArticleNo, Issue, Part, Position};
use crate::parse::Doubts;
use crate::tui::action::{Effect, Kept, Opened, Ticket};
use crate::tui::words;
use crate::tui::work::{Answer, Outcome, Spent, Task, Work};

use super::catalogue::Manner;
use super::keeping::Wish;
use super::leaf::Trouble;
use super::record::{Arrival, Record};
use super::{App, Contents, Facts, Finding, Index, Jumps, Marks, Overlay, Reading};

/// Issues with at most so many bytes of text are worked on at once: that takes less than a few milliseconds.
const AT_ONCE: usize = 64 << 10;

/// What has been asked for and not yet answered. An answer with another ticket is too late.
#[derive(Debug, Default)]
pub(super) struct Asked {
    last: Ticket,
    /// With the bookmark that it is for.
    opening: Option<(Ticket, Option<Box<Bookmark>>)>,
    finding: Option<Ticket>,
    marking: Option<Ticket>,
    following: Option<Ticket>,
    /// Of the issue that is to follow.
    doubts: Doubts,
    setting: Option<Ticket>,
    cataloguing: Option<Ticket>,
    keeping: Option<Ticket>,
    indexing: Option<Ticket>,
    copying: Option<Ticket>,
    /// What the loop is to do.
    effects: VecDeque<Effect>,
    /// How many changes of the bookmarks the reader has made.
    changes: usize,
    /// The reader wants to leave, and waits for what must be done before.
    pub(super) leaving: bool,
    /// Issues of any length are worked on beside the screen.
    #[cfg(test)]
    pub(super) never_at_once: bool,
}

impl Asked {
    fn ticket(&mut self) -> Ticket {
        self.last = self.last.next();
        self.last
    }

    /// What the loop is to do, in order.
    pub(super) fn take(&mut self) -> impl Iterator<Item = Effect> {
        std::mem::take(&mut self.effects).into_iter()
    }

    /// The reader has turned away from what was to be opened.
    pub(super) fn forget_opening(&mut self) {
        self.opening = None;
    }

    /// Returns whether a bookmark was being made.
    pub(super) fn forget_keeping(&mut self) -> bool {
        self.keeping.take().is_some()
    }

    pub(super) fn forget_finding(&mut self) {
        self.finding = None;
    }

    /// Has the loop do this, before anything else that the action asks for.
    pub(super) fn push(&mut self, effect: Effect) {
        self.effects.push_back(effect);
    }

    /// Has something freed beside the screen.
    fn let_go(&mut self, thing: impl Any + Send + Sync) {
        self.push(Effect::LetGo(Spent::new(thing)));
    }
}

impl App {
    /// The text form of the source of the issue on the screen.
    #[must_use]
    pub fn source(&self) -> &str {
        self.reading.source()
    }

    /// Issues of any length are worked on beside the screen.
    #[cfg(test)]
    pub(crate) fn never_at_once(&mut self) {
        self.asked.never_at_once = true;
    }

    /// Has lines freed beside the screen that are needed no more.
    pub(super) fn let_go_of_lines(&mut self) {
        for lines in self.reading.take_spent() {
            self.asked.let_go(lines);
        }
    }

    /// Has `task` done, at once if the issue on the screen is short.
    fn work(&mut self, slot: fn(&mut Asked) -> &mut Option<Ticket>, task: Task) {
        self.work_at_once(slot, task, self.reading.bytes() <= AT_ONCE);
    }

    /// Has `task` done, at once or beside the screen.
    fn work_at_once(&mut self, slot: fn(&mut Asked) -> &mut Option<Ticket>, task: Task, is_short: bool) {
        let ticket = self.asked.ticket();
        *slot(&mut self.asked) = Some(ticket);
        let work = Work { ticket, issue: self.reading.share_issue(), task };
        #[cfg(test)]
        let at_once = !self.asked.never_at_once;
        #[cfg(not(test))]
        let at_once = true;
        if at_once && is_short {
            if let crate::tui::action::Action::Worked(answer) = work.run() {
                self.take_answer(answer);
            }
        } else {
            self.asked.effects.push_back(Effect::Work(Box::new(work)));
        }
    }

    /// Takes what a work came to, unless it is too late.
    pub(super) fn take_answer(&mut self, answer: Answer) {
        let is_due = |slot: &mut Option<Ticket>| slot.take_if(|ticket| *ticket == answer.ticket).is_some();
        match answer.result {
            Outcome::Found(hits) => {
                if is_due(&mut self.asked.finding) {
                    self.take_hits(hits);
                }
            }
            Outcome::Marked(marks) => {
                if is_due(&mut self.asked.marking) {
                    self.marks = marks;
                }
            }
            Outcome::Followed(next, facts, places) => {
                if is_due(&mut self.asked.following) {
                    self.take_over((next, *facts), &places);
                } else {
                    self.asked.let_go(next);
                }
            }
            Outcome::Unchanged => drop(is_due(&mut self.asked.following)),
            Outcome::Sketched(bookmark, wish) => {
                if is_due(&mut self.asked.keeping) {
                    self.take_sketch(bookmark.map(|bookmark| *bookmark), wish);
                }
            }
            Outcome::Catalogued(catalogue) => {
                if is_due(&mut self.asked.cataloguing) {
                    if let Some(before) = self.contents.take(*catalogue) {
                        self.asked.let_go(before);
                    }
                    // What was typed before it came finds its first article now.
                    if self.filter.is_some() {
                        self.set_filter(self.filter.clone());
                    }
                }
            }
            Outcome::Indexed(index) => {
                if is_due(&mut self.asked.indexing) {
                    if !self.cards.take_index(index, &self.bookmarks, self.look.tongue) {
                        self.index_cards();
                    }
                    self.catch_up();
                }
            }
            Outcome::Clipped(clip) => {
                if is_due(&mut self.asked.copying) {
                    self.take_clip(clip);
                    if self.asked.leaving {
                        self.asked.push(self.farewell());
                    }
                }
            }
            Outcome::Set(article, order, set) => {
                if is_due(&mut self.asked.setting) {
                    self.reading.take_rest(article, &order, *set, self.body_rows());
                }
            }
        }
    }

    /// Has a bookmark made at a place of the issue.
    pub(super) fn ask_for_sketch(&mut self, at: (ArticleNo, Position), wish: Wish, is_long: bool) {
        let (key, source) = (self.marks.key().cloned().map(Box::new), self.reading.source().to_owned());
        let is_short = !is_long || self.reading.bytes() <= AT_ONCE;
        let task = Task::Sketch(at, key, source, wish);
        self.work_at_once(|asked| &mut asked.keeping, task, is_short);
    }

    /// Has made what is to be copied: of the article on the screen, or of these blocks of it.
    pub(super) fn ask_for_clip(&mut self, blocks: Option<Range<usize>>) {
        let is_taken = |part| match (part, &blocks) {
            (Part::Block(n), Some(blocks)) => blocks.contains(&n),
            (_, blocks) => blocks.is_none(),
        };
        let parts = self.reading.current().into_iter().flat_map(|(_, article)| article.parts());
        let bytes: usize = parts.filter(|(part, _)| is_taken(*part)).map(|(_, text)| text.len()).sum();
        let task = Task::Clip(self.reading.article(), blocks);
        self.work_at_once(|asked| &mut asked.copying, task, bytes <= AT_ONCE);
    }

    /// Looks for the words, in one article or in all.
    pub(super) fn seek(&mut self, query: crate::search::Query, article: Option<ArticleNo>) {
        self.work(|asked| &mut asked.finding, Task::Find(query, article));
    }

    /// Has all of a long article set, if it is not. One is set at a time, however often the room changes meanwhile: when it
    /// comes and is too late, the next is asked for.
    pub(super) fn set_rest(&mut self) {
        if self.asked.setting.is_none()
            && let Some((article, order, pointers)) = self.reading.order()
        {
            self.work(|asked| &mut asked.setting, Task::Set(article, order, pointers));
        }
    }

    /// Has the catalogue made that the list needs, if it is not.
    pub(super) fn catalogue(&mut self) {
        let (language, guise, widths) = (self.reading.language(), self.reading.guise(), self.widths);
        let manner = Manner { language, guise, widths };
        if self.contents.asks_for(manner) {
            self.work(|asked| &mut asked.cataloguing, Task::Catalogue(manner));
        }
    }

    /// Has made what a filter of the bookmarks looks through, if it is not: at once if they are few.
    pub(super) fn index_cards(&mut self) {
        if self.asked.indexing.is_none() && self.cards.lacks_index() {
            let task = Task::Index(self.bookmarks.clone(), self.look.tongue);
            self.work_at_once(|asked| &mut asked.indexing, task, Index::is_quick(&self.bookmarks));
        }
    }

    /// Finds the places of this issue's bookmarks.
    pub(super) fn mark(&mut self) {
        let (key, source) = (self.marks.key().cloned().map(Box::new), self.reading.source().to_owned());
        self.work(|asked| &mut asked.marking, Task::Mark(self.bookmarks.clone(), key, source));
    }

    /// Takes in which bookmarks are kept, unless changes of the reader's are missing there: then more is to come.
    pub(super) fn take_bookmarks(&mut self, kept: Kept) {
        if kept.changes < self.asked.changes {
            return;
        }
        let mut bookmarks = kept.bookmarks;
        let mut same_places = self.marks.key().is_some() && self.bookmarks.len() == bookmarks.len();
        for (here, there) in self.bookmarks.iter().zip(&mut bookmarks) {
            if Arc::ptr_eq(here, there) {
                continue;
            }
            if here == there {
                // What was made here was read back.
                *there = Arc::clone(here);
            }
            same_places = same_places && here.id == there.id && here.same_place(there);
        }
        self.bookmarks = bookmarks;
        if !same_places {
            self.mark();
        }
        self.list_cards();
        self.know_bookmarks();
    }

    /// Changes the bookmarks: here at once, and in their file. Gives back what undoes it; `None` if nothing was changed.
    pub(super) fn change_bookmarks(&mut self, change: Change) -> Option<Change> {
        let undo = change.apply(&mut self.bookmarks)?;
        self.marks.follow(&change);
        if matches!(change, Change::Add(_)) || self.asked.marking.is_some() {
            self.mark();
        }
        self.list_cards();
        self.asked.changes += 1;
        self.asked.effects.push_back(Effect::Change(change));
        Some(undo)
    }

    /// Leaves, once what was to be copied is, and every change of the bookmarks is written.
    pub(super) fn quit(&mut self) -> Vec<Effect> {
        // Who asks a second time does not want to wait.
        if std::mem::replace(&mut self.asked.leaving, true) {
            return vec![Effect::Quit];
        }
        if self.asked.copying.is_some() { Vec::new() } else { vec![self.farewell()] }
    }

    /// What is to be done so that the reader may leave.
    const fn farewell(&self) -> Effect {
        if self.asked.changes == 0 { Effect::Quit } else { Effect::Settle }
    }

    /// Opens another issue, for the bookmark's words if there is one. Until it is there the reader stays.
    pub(super) fn open_issue(&mut self, source: String, bookmark: Option<Box<Bookmark>>) {
        let ticket = self.asked.ticket();
        self.asked.opening = Some((ticket, bookmark.clone()));
        self.say(&words::OPENING);
        self.asked.effects.push_back(Effect::Open(ticket, source, bookmark));
    }

    /// Shows what was opened, unless the reader has turned away from it.
    pub(super) fn take_opened(&mut self, ticket: Ticket, opened: Result<Box<Opened>, String>) {
        let Some((_, wanted)) = self.asked.opening.take_if(|(due, _)| *due == ticket) else { return };
        self.message = None;
        let opened = match (opened, wanted) {
            (Ok(opened), _) => *opened,
            (Err(why), Some(bookmark)) => {
                self.say(&words::ISSUE_GONE);
                self.show_whole(&bookmark, Some(Trouble::Gone(why)));
                return;
            }
            (Err(error), None) => {
                self.message = Some(error);
                return;
            }
        };
        self.show_issue(opened.issue, opened.source, opened.facts);
        self.doubts = opened.doubts;
        self.asked.effects.push_back(Effect::Watch(self.reading.source().to_owned()));
        match opened.bookmark {
            Some((bookmark, found)) => {
                if !bookmark.issue.sources.iter().any(|source| source == self.reading.source()) {
                    self.message = Some(self.look.tongue.found_in(self.reading.source()));
                    if found != Found::Lost {
                        self.note_source(&bookmark);
                    }
                }
                self.go_to_bookmark(&bookmark, found);
                self.record.arrival = Arrival::Settled;
            }
            None => self.focus_list(),
        }
        if opened.warning.is_some() {
            self.message = opened.warning;
        }
    }

    /// Notes in all bookmarks of the issue that it is at the source on the screen: the next time it is opened at once.
    /// Where it was before is not forgotten, as another reader's copy may be there.
    fn note_source(&mut self, found: &Bookmark) {
        let source = self.reading.source();
        let of_issue = self.bookmarks.iter().filter(|bookmark| bookmark.issue.same_issue(&found.issue));
        let seen: Vec<Change> =
            of_issue.map(|bookmark| Change::Seen(bookmark.id.clone(), source.to_owned())).collect();
        for change in seen {
            self.change_bookmarks(change);
        }
    }

    fn show_issue(&mut self, issue: Arc<Issue>, source: String, facts: Facts) {
        self.overlay = Overlay::None;
        let next = Reading::new(issue, source, facts, &self.look);
        let before = std::mem::replace(&mut self.reading, next);
        self.asked.let_go(before);
        self.reading.set_for(self.look.ambiguous, self.headlines);
        self.contents = Contents::default();
        self.finding = Finding::default();
        self.filter = None;
        self.selection = None;
        self.jumps = Jumps::default();
        self.marks = Marks::default();
        self.asked.finding = None;
        self.asked.following = None;
        self.asked.setting = None;
        self.asked.keeping = None;
        self.record = Record::begun_at(self.record.now);
        self.story = None;
        self.recall();
        self.mark();
    }

    /// Asks where the reader left the issue on the screen.
    fn recall(&mut self) {
        let source = self.reading.source().to_owned();
        self.asked.push(Effect::Recall(self.reading.share_issue(), source));
    }

    /// The issue on the screen is another one on disk: finds the reader's places in it, then shows it.
    pub(super) fn follow_to(&mut self, source: &str, next: Arc<Issue>, doubts: Doubts) {
        // A page without text is one that is being written.
        if source != self.reading.source() || next.article_count() == 0 {
            return;
        }
        let mut places = self.reading.places();
        places.extend(self.jumps.places());
        places.extend(self.prompt.iter().map(|prompt| prompt.origin.position()));
        places.sort_unstable();
        places.dedup();
        self.asked.doubts = doubts;
        self.work(|asked| &mut asked.following, Task::Follow(next, places));
    }

    /// Shows the next state of the issue, with every place where its words are now.
    fn take_over(
        &mut self,
        (next, facts): (Arc<Issue>, Facts),
        places: &[((ArticleNo, Position), Followed)],
    ) {
        let find = |place: (ArticleNo, Position)| {
            places
                .binary_search_by_key(&place, |(old, _)| *old)
                .ok()
                .and_then(|n| places.get(n))
                .map(|(_, f)| *f)
        };
        let Some(here) = find(self.reading.whereabouts().position()) else {
            // The reader has moved on since it was asked.
            let source = self.reading.source().to_owned();
            let doubts = self.asked.doubts.clone();
            self.follow_to(&source, next, doubts);
            return;
        };
        self.doubts = std::mem::take(&mut self.asked.doubts);
        let same_text = |app: &Self| {
            let (_, old) = app.reading.current()?;
            let (_, new) = next.article(here.article)?;
            (old.body == new.body).then_some(())
        };
        if self.selection.is_some() && (same_text(self).is_none() || here.article != self.reading.article()) {
            self.selection = None;
        }
        self.asked.setting = None;
        self.asked.keeping = None;
        let before = self.reading.take_over((next, facts), find);
        self.asked.let_go(before);
        self.jumps.follow(find);
        if let Some(prompt) = &mut self.prompt
            && let Some(origin) = find(prompt.origin.position())
        {
            prompt.origin = prompt.origin.followed(origin);
        }
        self.contents.forget();
        self.marks = Marks::default();
        self.mark();
        self.record.again();
        self.story = None;
        self.recall();
        if let Some(query) = self.finding.begin_again() {
            let article = self.prompt.is_some().then(|| self.reading.article());
            self.seek(query, article);
        }
        self.say(match here.by {
            By::Here | By::Words => &words::READ_AGAIN,
            By::Article => &words::WORDS_GONE,
            By::Neighbour => &words::ARTICLE_GONE,
        });
    }
}
