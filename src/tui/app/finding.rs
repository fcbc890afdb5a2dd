//! Finding: words in the text, articles in the list; and the line on which they are typed.

use crate::issue::{ArticleNo, Clusters, Part};
use crate::search::{Hit, Query};
use crate::tui::action::{Action, Effect};
use crate::tui::layout::Focus;
use crate::tui::words;

use super::App;
use super::reading::Whereabouts;

/// A line that is being typed.
#[derive(Debug)]
pub(crate) struct Prompt {
    pub(crate) purpose: Purpose,
    pub(crate) typed: String,
    origin: Whereabouts,
    focus: Focus,
}

/// What a line is typed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To find words in the text.
    Search,
    /// To list only some articles.
    Filter,
}

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
    /// Begins a line.
    pub(super) fn open_prompt(&mut self, action: &Action) {
        let purpose = if matches!(action, Action::Filter) { Purpose::Filter } else { Purpose::Search };
        let (origin, focus) = (self.reading.whereabouts(), self.focus);
        if purpose == Purpose::Filter {
            self.focus_list();
        }
        self.prompt = Some(Prompt { purpose, typed: String::new(), origin, focus });
    }

    /// Actions while a line is typed.
    pub(super) fn update_prompt(&mut self, action: Action) -> Vec<Effect> {
        let Some(prompt) = &mut self.prompt else { return Vec::new() };
        match action {
            Action::Type(c) => prompt.typed.push(c),
            // Erasing beyond the start of the line leaves it, as in other pagers.
            Action::Erase if prompt.typed.pop().is_none() => return self.close_prompt(),
            Action::Erase => {}
            Action::EraseLine => prompt.typed.clear(),
            Action::Open => return self.accept_prompt(),
            Action::Back => return self.close_prompt(),
            other => return self.update_anywhere(other),
        }
        self.follow_prompt();
        Vec::new()
    }

    /// Shows what the line leads to so far.
    fn follow_prompt(&mut self) {
        let Some(Prompt { purpose, typed, origin, .. }) = &self.prompt else { return };
        let (query, origin) = (Query::new(typed), *origin);
        match purpose {
            Purpose::Filter => self.set_filter(query),
            Purpose::Search => {
                self.reading.return_to(origin);
                let here = self.reading.article();
                let article = self.reading.current().map(|(_, article)| article);
                let hits = query
                    .iter()
                    .zip(article)
                    .flat_map(|(query, article)| query.hits_in(here, article))
                    .collect();
                self.finding = Finding { query, hits, current: None };
                self.go_to_hit_from_here();
            }
        }
    }

    fn set_filter(&mut self, filter: Option<Query>) {
        self.filter = filter;
        self.fit();
        let here = self.reading.article();
        if self.contents.step_from(here, 0) != Some(here)
            && let Some(first) = self.contents.step_from(here, 1).or(self.contents.last_article())
        {
            self.reading.show(first);
        }
    }

    fn accept_prompt(&mut self) -> Vec<Effect> {
        let Some(prompt) = self.prompt.take() else { return Vec::new() };
        if prompt.purpose == Purpose::Filter {
            return Vec::new();
        }
        // An empty line looks for the last words again.
        let query = Query::new(&prompt.typed).or(self.finding.query.take());
        if let Some(query) = query {
            self.finding =
                Finding { hits: query.hits(self.reading.issue()), query: Some(query), current: None };
            self.focus = Focus::Body;
            self.jumps.leave(prompt.origin);
            self.go_to_hit_from_here();
            if self.finding.hits.is_empty() {
                self.say(&words::NOT_FOUND);
            }
        }
        Vec::new()
    }

    /// Leaves the line as if it had not been.
    fn close_prompt(&mut self) -> Vec<Effect> {
        if let Some(prompt) = self.prompt.take() {
            match prompt.purpose {
                Purpose::Search => self.finding = Finding::default(),
                Purpose::Filter => self.set_filter(None),
            }
            self.focus = prompt.focus;
            self.fit();
            self.reading.return_to(prompt.origin);
        }
        Vec::new()
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
