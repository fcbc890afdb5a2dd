//! What the reader has done with the issue: which articles were read, where each was left, and where to begin.
//!
//! An article is read when its end has been on the screen by reading: it was scrolled there, or it was whole on the
//! screen and the reader, who was in the text, then read on with Space, or went on after some time. A jump to the end reads
//! nothing, nor does a walk through the list, nor leafing from article to article.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use crate::issue::{ArticleNo, Issue, Kind};
use crate::places::IssuePlaces;
use crate::tui::action::{Action, Effect, Mouse, MouseAction, Trace};
use crate::tui::layout::Focus;
use crate::tui::words;

use super::whereabouts::Whereabouts;
use super::{App, Step};

/// What was read, and what is known of where the reader was.
#[derive(Debug, Default)]
pub(crate) struct Record {
    /// The articles that have a mark, and whether it says that they were read.
    marks: BTreeMap<ArticleNo, bool>,
    end: End,
    pub(super) arrival: Arrival,
    /// Whether it is known where the articles were left the last time.
    recalled: bool,
    /// The doubtful articles of which the status line has told why.
    told: BTreeSet<ArticleNo>,
    /// What the clock says.
    pub(super) now: Duration,
    /// What it said when the reader came to the article, in the text.
    since: Duration,
}

/// How the end of the article stands to the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum End {
    /// It is yet to come.
    #[default]
    Ahead,
    /// It came by reading, or the whole article is on the screen.
    Reached,
    /// It is on the screen because of a jump.
    Jumped,
}

/// Whether the reader may still be taken to where they were the last time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Arrival {
    /// The issue was just opened.
    #[default]
    Fresh,
    /// The reader has gone somewhere, or asked for a place.
    Settled,
}

/// How things stood before an action.
#[derive(Debug, Clone, Copy)]
pub(super) struct Before {
    pub(super) there: Whereabouts,
    focus: Focus,
    end: End,
}

/// What an action is to reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Means {
    /// To scroll towards the end.
    Down,
    /// To read on, into the next article.
    On,
    /// To go somewhere.
    Elsewhere,
    /// To be done with an article.
    Done,
    /// To leave the program, and be done.
    Leaving,
    /// Nothing: it is news.
    Nothing,
}

impl Means {
    pub(super) fn of(action: &Action) -> Self {
        match action {
            Action::LineDown
            | Action::PageDown
            | Action::HalfDown
            | Action::Mouse(Mouse { what: MouseAction::Wheel(1..), .. }) => Self::Down,
            Action::ReadOn => Self::On,
            Action::NextArticle
            | Action::NextUnread
            | Action::FollowLink
            | Action::Back
            | Action::FocusList
            | Action::SwitchPane => Self::Done,
            Action::Quit | Action::QuitNow => Self::Leaving,
            action if super::is_news(action) => Self::Nothing,
            _ => Self::Elsewhere,
        }
    }

    const fn is_reading(self) -> bool {
        matches!(self, Self::Down | Self::On)
    }
}

impl Record {
    /// Whether an article was read.
    pub(crate) fn is_read(&self, article: ArticleNo) -> bool {
        self.marks.get(&article).copied().unwrap_or(false)
    }

    /// Nothing is known of an issue that is opened now.
    pub(super) fn begun_at(now: Duration) -> Self {
        Self { now, since: now, ..Self::default() }
    }

    /// The same issue in another state: its marks are yet to come.
    pub(super) fn again(&mut self) {
        let told = std::mem::take(&mut self.told);
        *self = Self { arrival: Arrival::Settled, told, now: self.now, since: self.since, ..Self::default() };
    }
}

impl App {
    /// The issue on the screen.
    #[must_use]
    pub fn issue(&self) -> Arc<Issue> {
        self.reading.share_issue()
    }

    pub(super) fn before(&self) -> Before {
        Before { there: self.reading.whereabouts(), focus: self.focus, end: self.record.end }
    }

    /// Takes in what an action came to: what it is to be remembered of it, and whether an article was read.
    pub(super) fn note(&mut self, before: Before, means: Means) {
        let here = self.reading.whereabouts();
        let ((article, _), (left, _)) = (here.position(), before.there.position());
        if means != Means::Nothing && (here != before.there || self.focus != before.focus) {
            self.record.arrival = Arrival::Settled;
        }
        self.record.end = self.end_after(before, means);
        let came = left == article && before.end == End::Ahead && self.record.end == End::Reached;
        let went = left != article || before.focus != self.focus || means == Means::Leaving;
        let stayed = self.record.now.saturating_sub(self.record.since) >= self.look.read_after;
        let is_done = match means {
            Means::On => true,
            Means::Done | Means::Leaving => went && stayed && before.focus == Focus::Body,
            Means::Down | Means::Elsewhere | Means::Nothing => false,
        };
        if came && means.is_reading() {
            self.mark_read(article, true);
        } else if is_done && before.end == End::Reached {
            self.mark_read(left, true);
        }
        if left != article || before.focus != self.focus {
            self.record.since = self.record.now;
        }
        // Where nobody knows yet how far it was read before, a glance at an article's start says nothing.
        if here != before.there && (self.record.recalled || !here.is_start()) {
            let (article, position) = here.position();
            self.asked.push(Effect::Remember(Trace::Left(article, position)));
        }
        if left != article && means != Means::Nothing {
            self.tell_doubt(article);
        }
    }

    fn end_after(&self, before: Before, means: Means) -> End {
        let same = self.reading.article() == before.there.position().0;
        // The action may have said how the end stands.
        let (end, rows) = (self.record.end, self.body_rows());
        if self.layout().body.is_none() || !self.reading.at_end(rows) {
            End::Ahead
        } else if self.reading.at_start() {
            if same && end == End::Jumped { End::Jumped } else { End::Reached }
        } else {
            match end {
                End::Reached if same => End::Reached,
                End::Ahead if same && means.is_reading() => End::Reached,
                _ => End::Jumped,
            }
        }
    }

    /// Says once why it is doubtful that the article begins where it does, if it is.
    fn tell_doubt(&mut self, article: ArticleNo) {
        if let (Some(doubt), None) = (self.doubts.of(article), &self.message)
            && self.record.told.insert(article)
        {
            self.message = Some(self.look.tongue.doubtful(doubt));
        }
    }

    /// Marks an article as read or unread, here and in what is kept.
    fn mark_read(&mut self, article: ArticleNo, read: bool) {
        let has_words = self.reading.issue().article(article).is_some();
        if has_words && self.record.is_read(article) != read {
            self.record.marks.insert(article, read);
            self.asked.push(Effect::Remember(Trace::Marked(article, read)));
        }
    }

    /// Marks the article as read, or as unread if it was.
    pub(super) fn toggle_read(&mut self) {
        let article = self.reading.article();
        let read = !self.record.is_read(article);
        self.mark_read(article, read);
        // To leave the article does not mark it again.
        self.record.end = End::Jumped;
        self.say(if read { &words::MARKED_READ } else { &words::MARKED_UNREAD });
    }

    /// To the next article in the list that was not read, from the last on to the first.
    pub(super) fn next_unread(&mut self) {
        let here = self.reading.article();
        let is_unread = |article: &ArticleNo| {
            let kind = self.reading.issue().article(*article).map(|(_, article)| article.kind);
            !self.record.is_read(*article) && kind != Some(Kind::Credits)
        };
        let after = self.contents.articles().filter(|article| *article > here).find(is_unread);
        let before = || self.contents.articles().filter(|article| *article < here).find(is_unread);
        match after.or_else(before) {
            Some(there) => {
                if there < here {
                    self.say(&words::FROM_THE_START);
                }
                self.reading.show(there);
            }
            None => self.say(&words::NOTHING_UNREAD),
        }
    }

    /// Takes in where the reader left the articles of `issue`, and goes to the last one if nothing was done yet.
    pub(super) fn take_places(&mut self, issue: &Arc<Issue>, places: &IssuePlaces) {
        if !Arc::ptr_eq(issue, &self.reading.share_issue()) {
            return;
        }
        self.record.recalled = true;
        for (article, position, is_read) in places.all() {
            if is_read {
                self.record.marks.entry(article).or_insert(true);
            }
            if let Some(position) = position {
                self.reading.recall(article, position);
            }
        }
        let fresh = self.record.arrival == Arrival::Fresh && self.prompt.is_none();
        let Some(last) = places.last().filter(|_| fresh) else { return };
        self.record.arrival = Arrival::Settled;
        let position = places.position(last);
        self.reading.show(last);
        if let Some(position) = position {
            self.reading.go_to(position, self.body_rows());
        }
        if !self.reading.whereabouts().is_start() {
            self.focus = Focus::Body;
        }
    }

    /// Moves in the list or in the text, whichever has the keys.
    pub(super) fn step_in_focus(&mut self, step: Step) {
        match self.focus {
            Focus::List => self.move_selection(step),
            Focus::Body => self.reading.scroll(step, self.body_rows()),
        }
    }
}
