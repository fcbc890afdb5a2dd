//! The article on the screen: its set lines, and the place at the top.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::bookmarks::{Bookmark, Followed, IssueKey};
use crate::issue::{Article, ArticleNo, Issue, Page, Part, Position};
use crate::typeset::{Ambiguous, Guise, Language, Pointers, Role, Scale, Script, SetArticle, Setting};

use super::flow::Flow;
use super::galley::{Begin, Galley, Matter, Room};
use super::turning::{Turns, Wording};
use super::whereabouts::{Place, Whereabouts};
use super::{Look, Step};

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
/// new measure, other columns and back again end where they began.
#[derive(Debug)]
pub(crate) struct Reading {
    issue: Arc<Issue>,
    source: String,
    bytes: usize,
    article: ArticleNo,
    place: Place,
    top: usize,
    galley: Galley,
    /// Where the reader left the other articles.
    places: BTreeMap<ArticleNo, Place>,
    turns: Turns,
    /// How the lines are worded that point to other halves; none until it is known.
    wording: Option<Wording>,
}

impl Reading {
    pub(super) fn new(issue: Arc<Issue>, source: String, look: &Look) -> Self {
        let (language, bytes) = (language_of(&issue), bytes_of(&issue));
        let (article, place) = (ArticleNo(0), Place::START);
        let turns = Turns::of(&issue);
        Self {
            issue,
            source,
            bytes,
            article,
            place,
            top: 0,
            galley: Galley::new(look, language),
            places: BTreeMap::new(),
            turns,
            wording: None,
        }
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
        self.galley.speak(language_of(&issue));
        self.bytes = bytes_of(&issue);
        self.turns = Turns::of(&issue);
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

    /// How far the reader has come, in percent of the lines that can be at the bottom of the body. Of an article that is
    /// not set to its end, and so is a long one at its start, nothing.
    pub(crate) fn percent(&self, rows: usize) -> usize {
        if !self.galley.is_whole() {
            return 0;
        }
        let lines = self.set().lines().len();
        let seen = self.flow().seen(self.set(), self.here(), rows);
        (seen * 100).checked_div(lines).unwrap_or(100)
    }

    /// Sets the article for this room, if it isn't already.
    pub(super) fn fit(&mut self, room: Room) {
        if self.galley.fit(room) {
            self.set_type();
        }
    }

    /// Sets the article for a terminal that draws ambiguous characters like this, and headlines so large.
    pub(super) fn set_for(&mut self, ambiguous: Ambiguous, headlines: Scale) {
        self.galley.draw_for(ambiguous, headlines);
        self.set_type();
    }

    /// Sets the article in these characters.
    pub(super) fn set_script(&mut self, script: Script) {
        self.galley.write_in(script);
        self.set_type();
    }

    /// The lines that point to other halves are worded so.
    pub(super) fn word(&mut self, wording: Wording) {
        if self.wording.as_ref() != Some(&wording) {
            self.wording = Some(wording);
            // Most articles have no such line.
            if self.turns.onward(self.article).or_else(|| self.turns.back(self.article)).is_some() {
                self.set_type();
            }
        }
    }

    /// The halves of the issue's stories.
    pub(super) const fn turns(&self) -> &Turns {
        &self.turns
    }

    fn set_type(&mut self) {
        let pointers = self.pointers();
        let article = self.issue.article(self.article).map(|(_, article)| article);
        let begin = if self.place == Place::START { Begin::AtStart } else { Begin::Within };
        self.galley.set_type(Matter { article, pointers: &pointers }, begin);
        self.top = self.line_of(self.place);
    }

    /// Sets what is missing at once: the reader goes where it is.
    fn complete(&mut self) {
        if !self.galley.is_whole() {
            let pointers = self.pointers();
            let article = self.issue.article(self.article).map(|(_, article)| article);
            self.galley.complete(Matter { article, pointers: &pointers });
            self.top = self.line_of(self.place);
        }
    }

    /// The lines that point to other halves.
    fn pointers(&self) -> Pointers {
        let words = self.wording.as_ref();
        words.map(|words| words.pointers(&self.issue, &self.turns, self.article)).unwrap_or_default()
    }

    /// What is to be set besides what is: the article, and to what. Asked once.
    pub(super) fn ask_for_rest(&mut self) -> Option<(ArticleNo, Setting, Pointers)> {
        let setting = self.galley.ask_for_rest()?;
        Some((self.article, setting, self.pointers()))
    }

    /// Takes the whole of what was set in part. What was set for another room is too late.
    pub(super) fn take_rest(&mut self, article: ArticleNo, setting: &Setting, set: SetArticle) {
        if article == self.article && self.galley.take_rest(setting, set) {
            self.top = self.line_of(self.place);
        }
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
        self.set_type();
    }

    /// The reader left another article there the last time. What they did since is later.
    pub(super) fn recall(&mut self, article: ArticleNo, position: Position) {
        let since = self.places.get(&article).is_some_and(|place| *place != Place::START);
        if article != self.article && !since {
            self.places.insert(article, Place { at: position, blanks: 0 });
        }
    }

    pub(super) fn go_to_start(&mut self) {
        self.place = Place::START;
        self.top = 0;
    }

    /// Puts the line that holds `position` at the top of the body.
    pub(super) fn go_to(&mut self, position: Position) {
        self.complete();
        self.place = Place { at: position, blanks: 0 };
        self.top = self.line_of(self.place);
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

    /// Moves so that `position` is on a screen of `rows`.
    pub(super) fn reveal(&mut self, position: Position, rows: usize) {
        self.complete();
        let line = self.set().line_at(position);
        if let Some(top) = self.flow().reveal(self.set(), line, self.top, rows) {
            self.set_top(top);
        }
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
        self.complete();
        self.place = there.place;
        self.top = self.line_of(there.place);
    }

    fn set_top(&mut self, top: usize) {
        self.top = top;
        self.place = match self.set().lines().get(top) {
            Some(line) if top > 0 => Place { at: line.start, blanks: self.first_text_line() - top },
            _ => Place::START,
        };
    }

    /// Whether the article's start is on the screen.
    pub(super) fn at_start(&self) -> bool {
        self.flow().is_at_start(self.here())
    }

    /// Whether the article's end is on a screen of `rows`.
    pub(crate) fn at_end(&self, rows: usize) -> bool {
        self.galley.is_whole() && self.flow().is_at_end(self.set(), self.here(), rows)
    }

    /// Moves in a body of `rows`.
    pub(super) fn scroll(&mut self, step: Step, rows: usize) {
        let here = self.here();
        let mut there = self.flow().step(self.set(), step, here, rows);
        // Two screens short of what is set, one can tell where a step ends.
        if there + 2 * rows * self.columns() >= self.set().lines().len() {
            self.complete();
            there = self.flow().step(self.set(), step, here, rows);
        }
        if there != here {
            self.set_top(there);
        }
    }

    /// The wheel turns so many steps over a body of `rows`.
    pub(super) fn wheel(&mut self, steps: i8, rows: usize) {
        self.scroll(self.flow().wheel(steps), rows);
    }

    /// The place of the first words on the screen.
    pub(super) fn place_of_top(&self) -> Position {
        self.set().position_at(self.first_text_line()).max(self.place.at)
    }

    /// A bookmark of the first words on the screen, not yet finished; none in an article without words. `key` is the
    /// issue's, if it is known.
    pub(super) fn bookmark_here(&self, key: Option<&IssueKey>) -> Option<Bookmark> {
        let n = self.first_text_line();
        // A line that began above the kept place (after a resize) holds that place further in.
        let start = self.set().lines().get(n)?.start;
        let position = if n == self.top { start.max(self.place.at) } else { start };
        let key = key.cloned().unwrap_or_else(|| IssueKey::of(&self.issue, &self.source));
        Bookmark::sketch(&self.issue, key, self.article, position, jiff::Timestamp::now())
    }
}
