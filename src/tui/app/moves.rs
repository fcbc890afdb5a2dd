//! Moving: in the list, in the body, from article to article.

use crate::issue::ArticleNo;
use crate::tui::action::Action;
use crate::tui::layout::Focus;
use crate::tui::words;
use crate::typeset::MOST_COLUMNS;

use super::{App, Step};

impl App {
    pub(super) fn open_article(&mut self, digits: Option<usize>) {
        if let Some(number) = digits {
            let last = self.reading.issue().article_count();
            if number == 0 || number > last {
                self.message = Some(self.look.tongue.no_such_article(number, last));
                return;
            }
            self.reading.show(ArticleNo(number - 1));
        }
        self.focus = Focus::Body;
    }

    /// To the article `by` further on among those in the list.
    pub(super) fn step(&mut self, by: isize) {
        if !self.step_silently(by) {
            self.say(if by > 0 { &words::LAST_ARTICLE } else { &words::FIRST_ARTICLE });
        }
    }

    fn step_silently(&mut self, by: isize) -> bool {
        let there = self.contents.step_from(self.reading.article(), by);
        if let Some(there) = there {
            self.reading.show(there);
        }
        there.is_some()
    }

    pub(super) fn move_selection(&mut self, step: Step) {
        let list_rows = usize::from(self.layout().middle.height);
        let here = self.reading.article();
        let there = match step {
            Step::Line(by) => return self.step(by),
            Step::Page(by) => self.contents.page_from(here, by, list_rows),
            Step::HalfPage(by) => self.contents.page_from(here, by, list_rows / 2),
            Step::Start => self.contents.first_article(),
            Step::End => self.contents.last_article(),
        };
        self.reading.show(there.unwrap_or(here));
    }

    /// Space: the next screen; at the article's end the next article; on a narrow screen's list, the article.
    pub(super) fn read_on(&mut self) {
        if self.layout().body.is_none() {
            self.focus = Focus::Body;
        } else if self.reading.at_end(self.body_rows()) {
            self.begin_next();
        } else {
            self.reading.scroll(Step::Page(1), self.body_rows());
        }
    }

    /// From the end of what is read to the start of what comes next.
    fn begin_next(&mut self) {
        if self.turn_onward() {
            return;
        }
        match self.after_story() {
            Some(next) => {
                self.reading.show(next);
                self.reading.go_to_start();
            }
            None => self.say(&words::LAST_ARTICLE),
        }
    }

    pub(super) fn read_back(&mut self) {
        let rows = self.body_rows();
        if self.layout().body.is_none() {
            self.focus = Focus::Body;
        } else if !self.reading.at_start() {
            self.reading.scroll(Step::Page(-1), rows);
        } else if self.is_in_story() {
            self.turn_back();
        } else if self.step_silently(-1) {
            self.reading.scroll(Step::End, rows);
        } else {
            self.say(&words::FIRST_ARTICLE);
        }
    }

    /// So many columns of text, 0 for as many as are good to read; without a number one more than are wished now.
    pub(super) fn choose_columns(&mut self, digits: Option<usize>) {
        self.columns = match (digits, self.columns) {
            (Some(0), _) => None,
            (Some(count), _) => Some(count.min(MOST_COLUMNS)),
            (None, None) => Some(1),
            (None, Some(count)) => Some(count + 1),
        };
        self.fit();
        // Where there is no room for one more, the next is to have no wish again.
        if digits.is_none() && self.columns.is_some_and(|wished| wished > self.reading.columns()) {
            self.columns = None;
            self.fit();
        }
        self.message = Some(self.look.tongue.columns(self.columns, self.reading.columns()));
    }

    /// Back to before the last jump, or forth again.
    pub(super) fn jump(&mut self, action: &Action) {
        let here = self.reading.whereabouts();
        let there = match action {
            Action::JumpBack => self.jumps.back(here),
            _ => self.jumps.forth(here),
        };
        match there {
            Some(there) => self.reading.return_to(there, self.body_rows()),
            None => self.say(&words::NO_JUMP),
        }
    }
}
