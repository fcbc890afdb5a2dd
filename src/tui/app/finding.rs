//! Finding: words in the text, articles in the list.

use crate::issue::{ArticleNo, Clusters, Part};
use crate::search::{Hit, Query};
use crate::tui::layout::Focus;
use crate::tui::words;

use super::App;
use super::whereabouts::Whereabouts;

/// So many hits can be gone on while they are still looked for.
const MOST_AHEAD: usize = 1000;

/// The words looked for last, and where they stand.
#[derive(Debug, Default)]
pub(crate) struct Finding {
    query: Option<Query>,
    hits: Vec<Hit>,
    current: Option<usize>,
    goal: Goal,
    /// Where the search began, and the hit's place that it has led to, while the reader has not read on from there.
    way: Option<(Whereabouts, Whereabouts)>,
}

/// What the reader wants of hits that are still looked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Goal {
    /// To see them, and stay.
    #[default]
    Stay,
    /// To go to the first one from the place where the line was begun.
    Preview,
    /// To go to the first one from here, and so many further on.
    Go(isize),
}

/// How a cluster stands to the hits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// In none.
    Plain,
    /// In one.
    Hit,
    /// In the one that the reader is at.
    Current,
}

impl Finding {
    /// The hits in one part of one article.
    pub(crate) fn in_part(&self, article: ArticleNo, part: Part) -> &[Hit] {
        let from = self.hits.partition_point(|hit| (hit.article, hit.part) < (article, part));
        let to = self.hits.partition_point(|hit| (hit.article, hit.part) <= (article, part));
        self.hits.get(from..to).unwrap_or_default()
    }

    /// How the cluster at `offset` stands to `hits`, which are some of these.
    pub(crate) fn standing(&self, hits: &[Hit], part: Part, offset: Clusters) -> Standing {
        // They do not overlap, and come in order.
        let next = hits.partition_point(|hit| hit.to <= offset);
        match hits.get(next).filter(|hit| hit.covers(part, offset)) {
            None => Standing::Plain,
            Some(hit) if self.current.and_then(|n| self.hits.get(n)) == Some(hit) => Standing::Current,
            Some(_) => Standing::Hit,
        }
    }

    /// Looks for these words: nothing is known yet.
    const fn of(query: Option<Query>, goal: Goal) -> Self {
        Self { query, hits: Vec::new(), current: None, goal, way: None }
    }

    /// The reader is there now. Who has moved on from a hit is not taken back.
    pub(super) fn follow(&mut self, here: Whereabouts) {
        self.way = self.way.filter(|(_, hit)| *hit == here);
    }

    /// The words, to be looked for in another issue. The reader stays.
    pub(super) fn begin_again(&mut self) -> Option<Query> {
        self.goal = Goal::Stay;
        self.way = None;
        self.hits.clear();
        self.current = None;
        self.query.clone()
    }

    /// The number of the hit that the reader is at, and how many there are; none while nothing is looked for.
    pub(crate) fn count(&self) -> Option<(usize, usize)> {
        self.query.as_ref().map(|_| (self.current.map_or(0, |n| n + 1), self.hits.len()))
    }
}

impl App {
    /// Shows the first hit of what is typed so far, from where the line was begun.
    pub(super) fn follow_search(&mut self, typed: &str, origin: Whereabouts) {
        let query = Query::new(typed);
        self.finding = Finding::of(query.clone(), Goal::Preview);
        match query {
            Some(query) => self.seek(query, Some(origin.position().0)),
            None => self.take_hits(Vec::new()),
        }
    }

    /// Looks for the words in the whole issue. An empty line looks for the last ones again.
    pub(super) fn search(&mut self, typed: &str, origin: Whereabouts) {
        let Some(query) = Query::new(typed).or(self.finding.query.take()) else { return };
        self.finding = Finding::of(Some(query.clone()), Goal::Go(0));
        self.finding.way = Some((origin, origin));
        self.focus = Focus::Body;
        self.jumps.leave(origin);
        self.say(&words::SEEKING);
        self.seek(query, None);
    }

    pub(super) fn set_filter(&mut self, filter: Option<Query>) {
        self.filter = filter;
        self.fit();
        let here = self.reading.article();
        if self.contents.step_from(here, 0) != Some(here)
            && let Some(first) = self.contents.step_from(here, 1).or(self.contents.last_article())
        {
            self.reading.show(first);
        }
    }

    /// Takes in where the words stand.
    pub(super) fn take_hits(&mut self, hits: Vec<Hit>) {
        let none = hits.is_empty();
        self.finding.hits = hits;
        self.finding.current = None;
        match std::mem::take(&mut self.finding.goal) {
            Goal::Stay => {}
            Goal::Preview => {
                if let Some(prompt) = &self.prompt {
                    self.reading.return_to(prompt.origin, self.body_rows());
                    self.go_to_hit_from_here();
                }
            }
            Goal::Go(by) => {
                self.message = None;
                if none {
                    self.say(&words::NOT_FOUND);
                }
                self.go_to_hit_from_here();
                for _ in 0..by.unsigned_abs().min(MOST_AHEAD) {
                    self.next_hit(by.signum());
                }
            }
        }
    }

    pub(super) fn forget_finding(&mut self) {
        self.finding = Finding::default();
        self.asked.forget_finding();
    }

    /// Forgets the hits and the filter. Returns whether there was anything to forget. Who is still at a hit returns to where
    /// the search began; who has read on from it stays.
    pub(super) fn forget_hits(&mut self) -> bool {
        if self.finding.query.is_some() {
            let (way, here) = (self.finding.way, self.reading.whereabouts());
            self.forget_finding();
            if let Some((origin, _)) = way.filter(|(origin, hit)| *hit == here && origin != hit) {
                self.jumps.leave(here);
                self.reading.return_to(origin, self.body_rows());
                self.say(&words::BEFORE_THE_SEARCH);
            }
            return true;
        }
        let filtered = self.filter.is_some();
        if filtered {
            self.set_filter(None);
        }
        filtered
    }

    /// To the first hit at or after the top of the body, else to the first of all.
    fn go_to_hit_from_here(&mut self) {
        let here = (self.reading.article(), self.reading.place_of_top());
        let next = self.finding.hits.partition_point(|hit| (hit.article, hit.position()) < here);
        let found = if next < self.finding.hits.len() { Some(next) } else { (next > 0).then_some(0) };
        self.go_to_hit(found);
    }

    /// To the hit `by` further on; from the last to the first and back.
    pub(super) fn next_hit(&mut self, by: isize) {
        if let Goal::Go(ahead) = &mut self.finding.goal {
            // The hits are still looked for.
            *ahead = ahead.saturating_add(by);
            self.say(&words::SEEKING);
            return;
        }
        let count = self.finding.hits.len();
        let Some(last) = count.checked_sub(1) else {
            self.say(if self.finding.query.is_some() { &words::NOT_FOUND } else { &words::NOTHING_SOUGHT });
            return;
        };
        let next = match self.finding.current {
            None => return self.go_to_hit_from_here(),
            Some(n) => n.checked_add_signed(by).filter(|n| *n <= last),
        };
        if next.is_none() {
            self.say(if by > 0 { &words::FROM_THE_START } else { &words::FROM_THE_END });
        }
        self.go_to_hit(next.or(Some(if by > 0 { 0 } else { last })));
    }

    fn go_to_hit(&mut self, n: Option<usize>) {
        self.finding.current = n;
        let Some(hit) = n.and_then(|n| self.finding.hits.get(n)).copied() else { return };
        self.reading.show(hit.article);
        self.reading.reveal(hit.position(), self.body_rows());
        if self.layout().body.is_none() {
            self.focus = Focus::Body;
        }
        if let Some((_, there)) = &mut self.finding.way {
            *there = self.reading.whereabouts();
        }
    }
}
