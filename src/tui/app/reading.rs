//! The article on the screen: its set lines, and the place at the top.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::bookmarks::{Bookmark, By, Followed, IssueKey};
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

    /// This place, whose words are there now.
    const fn followed(self, there: Followed) -> Self {
        match there.by {
            By::Here | By::Words => Self { at: there.position, ..self },
            By::Article | By::Neighbour => Self { at: there.position, blanks: 0 },
        }
    }
}

impl Whereabouts {
    /// The words there.
    pub(super) const fn position(self) -> (ArticleNo, Position) {
        (self.article, self.place.at)
    }

    /// The same, after its words were found there.
    pub(super) const fn followed(self, there: Followed) -> Self {
        Self { article: there.article, place: self.place.followed(there) }
    }
}

/// The language that an issue is set in: what it says itself, else what its first words are.
fn language_of(issue: &Issue) -> Language {
    let sample = issue.articles().next().and_then(|(_, article)| article.body.first());
    Language::of(issue.language.as_deref(), sample.map_or("", |block| &block.text))
}

/// How many bytes of text there are.
fn bytes_of(issue: &Issue) -> usize {
    issue.articles().flat_map(|(_, article)| article.parts()).map(|(_, text)| text.len()).sum()
}

/// An issue, one of its articles set in type, and how far the reader has come.
///
/// **Invariant.** `place` is the truth and changes only when the reader moves; `top` follows from it. So a resize, a
/// new measure and back again end where they began.
#[derive(Debug)]
pub(crate) struct Reading {
    issue: Arc<Issue>,
    source: String,
    bytes: usize,
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
        let (language, bytes) = (language_of(&issue), bytes_of(&issue));
        let setting = Setting { width: Columns::ZERO, ambiguous: look.ambiguous, language, ..look.setting };
        let set = SetArticle::default();
        let places = BTreeMap::new();
        let (article, place) = (ArticleNo(0), Place::START);
        Self { issue, source, bytes, article, place, top: 0, set, setting, places }
    }

    /// Shows `issue` in the place of the one before, and every place where `find` says that its words are now; one that
    /// it doesn't know is forgotten.
    pub(super) fn take_over(
        &mut self,
        issue: Arc<Issue>,
        find: impl Fn((ArticleNo, Position)) -> Option<Followed>,
    ) {
        let follow = |there: Whereabouts| Some(there.followed(find(there.position())?));
        let here = follow(self.whereabouts()).unwrap_or_else(|| self.whereabouts());
        let left =
            self.places.iter().map(|(article, place)| Whereabouts { article: *article, place: *place });
        self.places = left.filter_map(follow).map(|there| (there.article, there.place)).collect();
        (self.setting.language, self.bytes) = (language_of(&issue), bytes_of(&issue));
        (self.issue, self.article, self.place) = (issue, here.article, here.place);
        self.set_type();
    }

    /// Every place that the reader may come back to, and where the reader is.
    pub(super) fn places(&self) -> Vec<(ArticleNo, Position)> {
        let left = self.places.iter().map(|(article, place)| (*article, place.at));
        left.chain([self.whereabouts().position()]).collect()
    }

    /// How many bytes of text the issue has.
    pub(super) const fn bytes(&self) -> usize {
        self.bytes
    }

    pub(super) fn share_issue(&self) -> Arc<Issue> {
        Arc::clone(&self.issue)
    }

    pub(crate) fn issue(&self) -> &Issue {
        &self.issue
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

    /// The index of the first line with words on the screen.
    #[cfg(test)]
    pub(crate) fn first_line_for_tests(&self) -> usize {
        self.first_text_line()
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

    /// A bookmark of the first words on the screen, not yet finished; none in an article without words. `key` is the
    /// issue's, if it is known.
    pub(super) fn bookmark_here(&self, key: Option<&IssueKey>) -> Option<Bookmark> {
        let n = self.first_text_line();
        // A line that began above the kept place (after a resize) holds that place further in.
        let start = self.set.lines().get(n)?.start;
        let position = if n == self.top { start.max(self.place.at) } else { start };
        let key = key.cloned().unwrap_or_else(|| IssueKey::of(&self.issue, &self.source));
        Bookmark::sketch(&self.issue, key, self.article, position, jiff::Timestamp::now())
    }
}
