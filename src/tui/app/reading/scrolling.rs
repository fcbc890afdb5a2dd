//! How a reader moves in the article on the screen: at once, or once the lines are set that it takes.

use crate::issue::{Part, Position};
use crate::tui::app::Step;
use crate::tui::app::flow::Flow;
use crate::tui::app::galley::Matter;

use super::{Place, Reading};

impl Reading {
    pub(in crate::tui::app) fn go_to_start(&mut self) {
        self.ahead.clear();
        self.place = Place::START;
        if !self.galley.extent().to_start {
            self.set_type(true);
        }
        self.top = 0;
    }

    /// Puts the line that holds `position` at the top of a body of `rows`.
    pub(in crate::tui::app) fn go_to(&mut self, position: Position, rows: usize) {
        self.go_to_place(Place { at: position, blanks: 0 }, rows);
    }

    pub(super) fn go_to_place(&mut self, place: Place, rows: usize) {
        self.ahead.clear();
        self.place = place;
        self.reach(place.at, rows);
        self.top = self.line_of(place);
    }

    /// Moves so that `position` is on a screen of `rows`.
    pub(in crate::tui::app) fn reveal(&mut self, position: Position, rows: usize) {
        self.ahead.clear();
        let seen = self.galley.line_of(position).is_some();
        if !self.reach(position, rows) {
            self.place = Place { at: position, blanks: 0 };
            return;
        }
        let line = self.set().line_at(position);
        // What is in another window is not on the screen.
        let here = if seen { self.top } else { self.set().lines().len() };
        if let Some(top) = self.flow().reveal(self.set(), line, here, rows) {
            self.set_top(top);
        }
    }

    /// Scrolls so that the block's first line is on a screen of `rows`.
    pub(in crate::tui::app) fn reveal_block(&mut self, block: usize, rows: usize) {
        self.reveal(Position::new(Part::Block(block), 0), rows);
    }

    /// Moves in a body of `rows`: now, or once the lines are set that it takes.
    pub(in crate::tui::app) fn scroll(&mut self, step: Step, rows: usize) {
        match step {
            Step::Start => self.go_to_start(),
            step if self.ahead.is_empty() && self.try_step(step, rows) => {}
            step => self.ahead.push(step),
        }
    }

    /// Moves, if the lines are set that it takes, or are soon set.
    fn try_step(&mut self, step: Step, rows: usize) -> bool {
        let is_in_sheets = matches!(self.flow(), Flow::Sheets(_));
        if is_in_sheets && step == Step::End && !self.galley.extent().to_end {
            return false;
        }
        if step == Step::End && !self.galley.extent().to_end {
            let pointers = self.pointers();
            let article = self.issue.article(self.article).map(|(_, article)| article);
            if !self.galley.set_end(Matter { article, pointers: &pointers }) {
                self.set_type(true);
                return false;
            }
            let there = self.flow().step(self.set(), step, 0, rows);
            self.set_top(there);
            return true;
        }
        for again in [true, false] {
            // Where a sheet begins depends on all before it.
            if self.is_astray() || (is_in_sheets && !self.galley.extent().to_start) {
                return false;
            }
            let (here, extent) = (self.here(), self.galley.extent());
            let there = self.flow().step(self.set(), step, here, rows);
            if (extent.to_start || there > 0) && (extent.to_end || self.is_far_from_end(there, rows)) {
                if there != here {
                    self.set_top(there);
                }
                return true;
            }
            if again {
                self.set_type(true);
            }
        }
        false
    }

    /// The wheel turns so many steps over a body of `rows`.
    pub(in crate::tui::app) fn wheel(&mut self, steps: i8, rows: usize) {
        let step = self.flow().wheel(steps);
        self.scroll(step, rows);
    }

    /// Sees to it that `position` is among the lines that are set, with some screens before and after it; that may have
    /// to wait in a very long block.
    fn reach(&mut self, position: Position, rows: usize) -> bool {
        let is_inside = |reading: &Self| {
            let extent = reading.galley.extent();
            reading.galley.line_of(position).is_some_and(|line| {
                (extent.to_start || line > rows) && (extent.to_end || reading.is_far_from_end(line, rows))
            })
        };
        if !is_inside(self) {
            let pointers = self.pointers();
            let article = self.issue.article(self.article).map(|(_, article)| article);
            self.galley.set_type(Matter { article, pointers: &pointers }, position, true);
            self.top = self.line_of(self.place);
        }
        self.galley.line_of(position).is_some()
    }

    /// Whether a screen that begins with `line` ends two screens before the last line that is set.
    fn is_far_from_end(&self, line: usize, rows: usize) -> bool {
        line + 2 * rows * self.columns() < self.set().lines().len()
    }

    fn set_top(&mut self, top: usize) {
        self.top = top;
        self.place = match self.set().lines().get(top) {
            Some(line) if top > 0 || !self.galley.extent().to_start => {
                Place { at: line.start, blanks: self.first_text_line() - top }
            }
            _ => Place::START,
        };
    }
}
