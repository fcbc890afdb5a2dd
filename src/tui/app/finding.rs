//! Finding: words in the text, articles in the list.

use crate::issue::{ArticleNo, Clusters, Part};
use crate::search::{Hit, Query};
use crate::tui::layout::Focus;
use crate::tui::words;

use super::App;
use super::reading::Whereabouts;

/// The words looked for last, and where they stand.
#[derive(Debug, Default)]
pub(crate) struct Finding {
    query: Option<Query>,
    hits: Vec<Hit>,
    current: Option<usize>,
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
        match hits.iter().find(|hit| hit.covers(part, offset)) {
            None => Standing::Plain,
            Some(hit) if self.current.and_then(|n| self.hits.get(n)) == Some(hit) => Standing::Current,
            Some(_) => Standing::Hit,
        }
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
        self.reading.return_to(origin);
        let here = self.reading.article();
        let article = self.reading.current().map(|(_, article)| article);
        let hits =
            query.iter().zip(article).flat_map(|(query, article)| query.hits_in(here, article)).collect();
        self.finding = Finding { query, hits, current: None };
        self.go_to_hit_from_here();
    }

    /// Looks for the words in the whole issue. An empty line looks for the last ones again.
    pub(super) fn search(&mut self, typed: &str, origin: Whereabouts) {
        let Some(query) = Query::new(typed).or(self.finding.query.take()) else { return };
        self.finding = Finding { hits: query.hits(self.reading.issue()), query: Some(query), current: None };
        self.focus = Focus::Body;
        self.jumps.leave(origin);
        self.go_to_hit_from_here();
        if self.finding.hits.is_empty() {
            self.say(&words::NOT_FOUND);
        }
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

    /// Forgets the hits and the filter. Returns whether there was anything to forget.
    pub(super) fn forget_hits(&mut self) -> bool {
        if self.finding.query.is_some() {
            self.finding = Finding::default();
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
    }
}
