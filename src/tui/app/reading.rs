//! The article on the screen: its set lines, and the place at the top.

mod scrolling;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::bookmarks::Followed;
use crate::issue::{Article, ArticleNo, Issue, Page, Position};
use crate::typeset::{Ambiguous, Guise, Language, Pointers, Role, Scale, Script, SetArticle};

use super::flow::Flow;
use super::galley::{Galley, Matter, Order, Room};
use super::turning::{Turns, Wording};
use super::whereabouts::{Place, Whereabouts};
use super::{Facts, Look, Step};

/// An issue, one of its articles set in type, and how far the reader has come.
///
/// **Invariant.** `place` is the truth and changes only when the reader moves; `top` follows from it. So a resize, a
/// new measure, other columns and back again end where they began.
#[derive(Debug)]
pub(crate) struct Reading {
    issue: Arc<Issue>,
    source: String,
    facts: Facts,
    article: ArticleNo,
    place: Place,
    top: usize,
    galley: Galley,
    /// Where the reader left the other articles.
    places: BTreeMap<ArticleNo, Place>,
    /// What the reader did where no line was set yet, in order.
    ahead: Vec<Step>,
    /// How the lines are worded that point to other halves; none until it is known.
    wording: Option<Wording>,
}

impl Reading {
    pub(super) fn new(issue: Arc<Issue>, source: String, facts: Facts, look: &Look) -> Self {
        let (article, place) = (ArticleNo(0), Place::START);
        Self {
            issue,
            source,
            article,
            place,
            top: 0,
            galley: Galley::new(look, facts.language),
            facts,
            places: BTreeMap::new(),
            ahead: Vec::new(),
            wording: None,
        }
    }

    /// Shows `issue` in the place of the one before, which it gives back, and every place where `find` says that its words
    /// are now; one that it doesn't know is forgotten.
    pub(super) fn take_over(
        &mut self,
        (issue, facts): (Arc<Issue>, Facts),
        find: impl Fn((ArticleNo, Position)) -> Option<Followed>,
    ) -> Arc<Issue> {
        let follow = |there: Whereabouts| Some(there.followed(find(there.position())?));
        let here = follow(self.whereabouts()).unwrap_or_else(|| self.whereabouts());
        let left =
            self.places.iter().map(|(article, place)| Whereabouts { article: *article, place: *place });
        self.places = left.filter_map(follow).map(|there| (there.article, there.place)).collect();
        self.galley.speak(facts.language);
        let before = std::mem::replace(&mut self.issue, issue);
        (self.facts, self.article, self.place) = (facts, here.article, here.place);
        self.ahead.clear();
        self.set_type(false);
        before
    }

    /// Every place that the reader may come back to, and where the reader is.
    pub(super) fn places(&self) -> Vec<(ArticleNo, Position)> {
        let left = self.places.iter().map(|(article, place)| (*article, place.at));
        left.chain([self.whereabouts().position()]).collect()
    }

    /// How many bytes of text the issue has.
    pub(super) const fn bytes(&self) -> usize {
        self.facts.bytes
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
        self.galley.language()
    }

    /// In what texts are shown otherwise than they are printed.
    pub(crate) const fn guise(&self) -> Guise {
        let setting = self.galley.setting();
        Guise { marks: setting.punctuation, script: setting.script.of(setting.language) }
    }

    /// The page and article on the screen; none in an issue without articles.
    pub(crate) fn current(&self) -> Option<(&Page, &Article)> {
        self.issue.article(self.article)
    }

    pub(crate) const fn set(&self) -> &SetArticle {
        self.galley.set()
    }

    /// How the lines come to the screen.
    pub(crate) const fn flow(&self) -> &Flow {
        self.galley.flow()
    }

    /// How many columns of text are on the screen.
    pub(super) fn columns(&self) -> usize {
        self.galley.columns()
    }

    /// The index of the line where the reader is: the one at the top of the body, or one of the sheet's.
    pub(crate) const fn top(&self) -> usize {
        self.top
    }

    /// The place at the top, which only the reader's own movements change.
    #[cfg(test)]
    pub(crate) const fn place(&self) -> Position {
        self.place.at
    }

    /// How far the reader has come, in percent of the lines that can be at the bottom of the body; in percent of the text
    /// while not all lines are set.
    pub(crate) fn percent(&self, rows: usize) -> usize {
        let lines = self.set().lines().len();
        if self.galley.is_whole() {
            let seen = self.flow().seen(self.set(), self.here(), rows);
            return (seen * 100).checked_div(lines).unwrap_or(100);
        }
        let last = self.set().position_at(self.here() + rows * self.columns());
        let Some((_, article)) = self.current() else { return 100 };
        let (mut seen, mut all) = (0, 0);
        for (part, text) in article.parts() {
            all += text.len();
            seen += if part < last.part { text.len() } else { 0 };
        }
        (seen * 100).checked_div(all).unwrap_or(100)
    }

    /// Sets the article for this room, if it isn't already.
    pub(super) fn fit(&mut self, room: Room) {
        if self.galley.fit(room) {
            self.set_type(true);
        }
    }

    /// Sets the article for a terminal that draws ambiguous characters like this, and headlines so large.
    pub(super) fn set_for(&mut self, ambiguous: Ambiguous, headlines: Scale) {
        self.galley.draw_for(ambiguous, headlines);
        self.set_type(true);
    }

    /// Sets the article in these characters.
    pub(super) fn set_script(&mut self, script: Script) {
        self.galley.write_in(script);
        self.set_type(true);
    }

    /// The lines that point to other halves are worded so.
    pub(super) fn word(&mut self, wording: Wording) {
        if self.wording.as_ref() != Some(&wording) {
            self.wording = Some(wording);
            // Most articles have no such line.
            if self.facts.turns.onward(self.article).or_else(|| self.facts.turns.back(self.article)).is_some()
            {
                self.set_type(true);
            }
        }
    }

    /// The halves of the issue's stories.
    pub(super) const fn turns(&self) -> &Turns {
        &self.facts.turns
    }

    /// Sets the article, around the reader's place if it is long. `same` says that it is the one that was set before.
    fn set_type(&mut self, same: bool) {
        let pointers = self.pointers();
        let article = self.issue.article(self.article).map(|(_, article)| article);
        self.galley.set_type(Matter { article, pointers: &pointers }, self.place.at, same);
        self.top = self.line_of(self.place);
    }

    /// The lines that point to other halves.
    fn pointers(&self) -> Pointers {
        let words = self.wording.as_ref();
        words.map(|words| words.pointers(&self.issue, &self.facts.turns, self.article)).unwrap_or_default()
    }

    /// What is to be set besides what is: the article, and to what.
    pub(super) fn order(&self) -> Option<(ArticleNo, Order, Pointers)> {
        Some((self.article, self.galley.order()?, self.pointers()))
    }

    /// Takes the whole of what was set in part, and does what the reader did ahead, in a body of `rows`. What was set for
    /// another room is too late.
    pub(super) fn take_rest(
        &mut self,
        article: ArticleNo,
        order: &Order,
        set: (SetArticle, Flow),
        rows: usize,
    ) {
        if article != self.article {
            self.galley.let_go(set.0);
        } else if self.galley.take_rest(order, set) {
            self.top = self.line_of(self.place);
            for step in std::mem::take(&mut self.ahead) {
                self.scroll(step, rows);
            }
        }
    }

    /// Lines that are needed no more and take long to free.
    pub(super) fn take_spent(&mut self) -> Vec<SetArticle> {
        self.galley.take_spent()
    }

    /// Whether the reader is where no line is set yet.
    pub(crate) fn is_astray(&self) -> bool {
        self.place != Place::START && self.galley.line_of(self.place.at).is_none()
    }

    /// Whether the reader has gone on to where no line is set yet.
    pub(super) const fn is_ahead(&self) -> bool {
        !self.ahead.is_empty()
    }

    /// The line that shows `position`, if that is among what is set.
    pub(crate) fn line_at(&self, position: Position) -> Option<usize> {
        self.galley.line_of(position)
    }

    /// The index of the line that is at the top when the reader is at `place`.
    fn line_of(&self, place: Place) -> usize {
        if place == Place::START {
            return 0;
        }
        let line = self.set().line_at(place.at);
        let above = self.set().lines().get(..line).unwrap_or_default().iter().rev();
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
        self.ahead.clear();
        self.set_type(false);
    }

    /// The reader left another article there the last time. What they did since is later.
    pub(super) fn recall(&mut self, article: ArticleNo, position: Position) {
        let since = self.places.get(&article).is_some_and(|place| *place != Place::START);
        if article != self.article && !since {
            self.places.insert(article, Place { at: position, blanks: 0 });
        }
    }

    /// The index of the line that says which sheet is on the screen, or the top of the screen.
    fn here(&self) -> usize {
        match self.flow() {
            Flow::Scroll => self.top,
            // Blank lines between two sheets are on neither.
            Flow::Sheets(_) => self.first_text_line(),
        }
    }

    /// The index of the first line with words at or below the top of the body; a bookmark stands there.
    pub(crate) fn first_text_line(&self) -> usize {
        let lines = self.set().lines().iter().enumerate().skip(self.top);
        lines.filter(|(_, line)| line.role.is_text()).map(|(n, _)| n).next().unwrap_or(self.top)
    }

    /// Where the reader is, to come back to.
    pub(super) const fn whereabouts(&self) -> Whereabouts {
        Whereabouts { article: self.article, place: self.place }
    }

    /// Returns to where the reader was.
    pub(super) fn return_to(&mut self, there: Whereabouts, rows: usize) {
        self.show(there.article);
        if there.is_start() { self.go_to_start() } else { self.go_to_place(there.place, rows) }
    }

    /// Whether the article's start is on the screen.
    pub(super) fn at_start(&self) -> bool {
        self.galley.extent().to_start && self.flow().is_at_start(self.here()) && !self.is_astray()
    }

    /// Whether the article's end is on a screen of `rows`.
    pub(crate) fn at_end(&self, rows: usize) -> bool {
        self.galley.extent().to_end
            && self.flow().is_at_end(self.set(), self.here(), rows)
            && !self.is_astray()
    }

    /// The place of the first words on the screen.
    pub(super) fn place_of_top(&self) -> Position {
        self.set().position_at(self.first_text_line()).max(self.place.at)
    }

    /// Where a bookmark of the first words on the screen is; none in an article without words.
    pub(super) fn keeping_place(&self) -> Option<Position> {
        let n = self.first_text_line();
        // A line that began above the kept place (after a resize) holds that place further in.
        let start = self.set().lines().get(n)?.start;
        Some(if n == self.top { start.max(self.place.at) } else { start })
    }

    /// How many bytes the part at `position` has.
    pub(super) fn bytes_at(&self, position: Position) -> usize {
        self.current().and_then(|(_, article)| article.text(position.part)).map_or(0, str::len)
    }
}
