//! A list to choose from: the bookmarks, the shelf.

use super::Step;

/// Rows that one entry takes on the screen.
pub(crate) const ENTRY_ROWS: usize = 2;

/// Which entry is selected, and which is the first on the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Picker {
    selected: usize,
    first: usize,
}

impl Picker {
    pub(crate) const fn at(selected: usize) -> Self {
        Self { selected, first: 0 }
    }

    pub(crate) const fn selected(self) -> usize {
        self.selected
    }

    pub(crate) const fn first(self) -> usize {
        self.first
    }

    pub(super) fn step(&mut self, step: Step, count: usize, rows: usize) {
        self.selected = step.from(self.selected, count.saturating_sub(1), rows / ENTRY_ROWS);
        self.fit(count, rows);
    }

    /// Keeps the selection among `count` entries and on a screen of `rows`.
    pub(super) fn fit(&mut self, count: usize, rows: usize) {
        let fit = (rows / ENTRY_ROWS).max(1);
        self.selected = self.selected.min(count.saturating_sub(1));
        let lowest = (self.selected + 1).saturating_sub(fit);
        self.first = self.first.clamp(lowest, self.selected).min(count.saturating_sub(fit).max(lowest));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selection_is_always_on_the_screen() {
        for count in 0..12_usize {
            for rows in 0..9 {
                let mut picker = Picker::default();
                for step in
                    [Step::End, Step::Line(-1), Step::Page(-1), Step::Start, Step::Page(1), Step::HalfPage(1)]
                {
                    picker.step(step, count, rows);
                    let fit = (rows / ENTRY_ROWS).max(1);
                    assert!(picker.selected < count.max(1));
                    assert!((picker.first..picker.first + fit).contains(&picker.selected));
                }
            }
        }
    }
}
