//! The article on the screen: its set lines, and the place at the top.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::bookmarks::{Bookmark, IssueKey};
use crate::issue::{Article, ArticleNo, Issue, Page, Part, Position};
use crate::typeset::width::Columns;
use crate::typeset::{self, Ambiguous, Language, Role, Scale, SetArticle, Setting};

use super::{Look, Step};

/// A place to come back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    /// The first words on the screen.
    at: Position,
    /// How many empty lines stood above them at the top of the screen.
    blanks: usize,
}

/// An article and a place in it, to come back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Whereabouts {
    article: ArticleNo,
    place: Place,
}

impl Place {
    const START: Self = Self { at: Position::START, blanks: 0 };
}

/// An issue, one of its articles set in type, and how far the reader has come.
///
/// **Invariant.** `place` is the truth and changes only when the reader moves; `top` follows from it. So a resize, a
/// new measure and back again end where they began.
#[derive(Debug)]
pub(crate) struct Reading {
    issue: Arc<Issue>,
    source: String,
    article: ArticleNo,
    place: Place,
    top: usize,
    set: SetArticle,
    setting: Setting,
    /// Where the reader left the other articles.
    places: BTreeMap<ArticleNo, Place>,
}

impl Reading {
    pub(super) fn new(issue: Arc<Issue>, source: String, look: &Look) -> Self {
        let sample = issue.articles().next().and_then(|(_, article)| article.body.first());
        let language = Language::of(issue.language.as_deref(), sample.map_or("", |block| &block.text));
        let setting = Setting { width: Columns::ZERO, ambiguous: look.ambiguous, language, ..look.setting };
        let set = SetArticle::default();
        let places = BTreeMap::new();
        Self { issue, source, article: ArticleNo(0), place: Place::START, top: 0, set, setting, places }
    }

    pub(crate) fn issue(&self) -> &Issue {
        &self.issue
    }

    pub(super) fn shared_issue(&self) -> Arc<Issue> {
        Arc::clone(&self.issue)
    }

    pub(crate) fn source(&self) -> &str {
        &self.source
    }

    pub(crate) const fn article(&self) -> ArticleNo {
        self.article
    }

    pub(crate) const fn language(&self) -> Language {
        self.setting.language
    }

    /// The page and article on the screen; none in an issue without articles.
    pub(crate) fn current(&self) -> Option<(&Page, &Article)> {
        self.issue.article(self.article)
    }

    pub(crate) const fn set(&self) -> &SetArticle {
        &self.set
    }

    /// The index of the line at the top of the body.
    pub(crate) const fn top(&self) -> usize {
        self.top
    }

    /// The place at the top, which only the reader's own movements change.
    #[cfg(test)]
    pub(crate) const fn place(&self) -> Position {
        self.place.at
    }

    /// How far the reader has come, in percent of the lines that can be at the bottom of the body.
    pub(crate) fn percent(&self, rows: usize) -> usize {
        let lines = self.set.lines().len();
        let seen = self.top.saturating_add(rows).min(lines);
        (seen * 100).checked_div(lines).unwrap_or(100)
    }

    /// Sets the article for a pane of `width` columns, if it isn't already.
    pub(super) fn fit(&mut self, width: Columns, measure: Columns) {
        if self.setting.width == width && self.setting.measure == Some(measure) {
            return;
        }
        self.setting.width = width;
        self.setting.measure = Some(measure);
        self.set_type();
    }

    /// Sets the article for a terminal that draws ambiguous characters like this, and headlines so large.
    pub(super) fn set_for(&mut self, ambiguous: Ambiguous, headlines: Scale) {
        self.setting.ambiguous = ambiguous;
        self.setting.headlines = headlines;
        self.set_type();
    }

    fn set_type(&mut self) {
        self.set = match self.issue.article(self.article) {
            Some((_, article)) if self.setting.width > Columns(0) => typeset::set(article, &self.setting),
            _ => SetArticle::default(),
        };
        self.top = self.line_of(self.place);
    }

    /// The index of the line that is at the top when the reader is at `place`.
    fn line_of(&self, place: Place) -> usize {
        if place == Place::START {
            return 0;
        }
        let line = self.set.line_at(place.at);
        let above = self.set.lines().get(..line).unwrap_or_default().iter().rev();
        line - above.take(place.blanks).take_while(|line| line.role == Role::Blank).count()
    }

    /// Shows `article`, where the reader left it.
    pub(super) fn show(&mut self, article: ArticleNo) {
        if article == self.article || self.issue.article(article).is_none() {
            return;
        }
        self.places.insert(self.article, self.place);
        self.article = article;
        self.place = self.places.get(&article).copied().unwrap_or(Place::START);
        self.set_type();
    }

    pub(super) fn go_to_start(&mut self) {
        self.place = Place::START;
        self.top = 0;
    }

    /// Puts the line that holds `position` at the top of the body.
    pub(super) fn go_to(&mut self, position: Position) {
        self.place = Place { at: position, blanks: 0 };
        self.top = self.line_of(self.place);
    }

    /// The index of the first line with words at or below the top of the body; a bookmark stands there.
    pub(super) fn first_text_line(&self) -> usize {
        let lines = self.set.lines().iter().enumerate().skip(self.top);
        lines.filter(|(_, line)| line.role != Role::Blank).map(|(n, _)| n).next().unwrap_or(self.top)
    }

    /// Scrolls so that `position` is on a screen of `rows`: not at all if it is, else a third down from the top.
    pub(super) fn reveal(&mut self, position: Position, rows: usize) {
        let line = self.set.line_at(position);
        if (self.top..self.top.saturating_add(rows.max(1))).contains(&line) {
            return;
        }
        let top = line
            .saturating_sub(rows / 3)
            .min(self.last_top(rows).max(line.saturating_sub(rows.saturating_sub(1))));
        self.set_top(top);
    }

    /// Scrolls so that the block's first line is on a screen of `rows`.
    pub(super) fn reveal_block(&mut self, block: usize, rows: usize) {
        self.reveal(Position::new(Part::Block(block), 0), rows);
    }

    /// Where the reader is, to come back to.
    pub(super) const fn whereabouts(&self) -> Whereabouts {
        Whereabouts { article: self.article, place: self.place }
    }

    /// Returns to where the reader was.
    pub(super) fn return_to(&mut self, there: Whereabouts) {
        self.show(there.article);
        self.place = there.place;
        self.top = self.line_of(there.place);
    }

    fn set_top(&mut self, top: usize) {
        self.top = top;
        self.place = match self.set.lines().get(top) {
            Some(line) if top > 0 => Place { at: line.start, blanks: self.first_text_line() - top },
            _ => Place::START,
        };
    }

    /// The highest line that may be at the top in a body of `rows`, so that the last screen is full.
    fn last_top(&self, rows: usize) -> usize {
        self.set.lines().len().saturating_sub(rows)
    }

    pub(super) const fn at_start(&self) -> bool {
        self.top == 0
    }

    pub(super) fn at_end(&self, rows: usize) -> bool {
        self.top >= self.last_top(rows)
    }

    /// Moves in a body of `rows`. A place beyond the last full screen (after a resize) is left only towards the start.
    pub(super) fn scroll(&mut self, step: Step, rows: usize) {
        let there = step.from(self.top, self.last_top(rows).max(self.top), rows);
        let there = if there > self.top { there.min(self.last_top(rows)).max(self.top) } else { there };
        if there == self.top {
            return;
        }
        self.set_top(there);
    }

    /// The place of the first words on the screen.
    pub(super) fn place_of_top(&self) -> Position {
        self.set.position_at(self.first_text_line()).max(self.place.at)
    }

    /// A bookmark of the first words on the screen; none in an article without words.
    /// It is still to be weighed.
    pub(super) fn bookmark_here(&self, key: IssueKey) -> Option<Bookmark> {
        let n = self.first_text_line();
        // A line that began above the kept place (after a resize) holds that place further in.
        let start = self.set.lines().get(n)?.start;
        let position = if n == self.top { start.max(self.place.at) } else { start };
        Bookmark::light(&self.issue, key, self.article, position, jiff::Timestamp::now())
    }
}
