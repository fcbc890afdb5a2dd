//! A list to choose from: the bookmarks, the shelf.

use super::Step;

/// Rows that one entry of the shelf takes on the screen.
pub(crate) const ENTRY_ROWS: usize = 2;

/// Which entry is selected, and which is the first on the screen. An entry is on the screen whole, or cut at its end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Picker {
    selected: usize,
    first: usize,
}

/// How many rows the entries from one to another take, both included, when the first of them is at the top.
pub(super) type Rows<'a> = &'a dyn Fn(usize, usize) -> usize;

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

    /// Selects another entry. It may be one that is not there: see [`Picker::fit`].
    pub(super) const fn select(&mut self, selected: usize) {
        self.selected = selected;
    }

    pub(super) fn step(&mut self, step: Step, count: usize, rows: usize) {
        self.step_over(step, count, rows, &same_rows);
    }

    /// Keeps the selection among `count` entries and on a screen of `rows`.
    pub(super) fn fit(&mut self, count: usize, rows: usize) {
        self.fit_over(count, rows, &same_rows);
    }

    /// As [`Picker::step`], for entries that differ in their rows.
    pub(super) fn step_over(&mut self, step: Step, count: usize, rows: usize, taken: Rows<'_>) {
        let on_screen = self.selected - topmost(self.selected, rows, taken) + 1;
        self.selected = step.from(self.selected, count.saturating_sub(1), on_screen);
        self.fit_over(count, rows, taken);
    }

    /// As [`Picker::fit`], for entries that differ in their rows.
    pub(super) fn fit_over(&mut self, count: usize, rows: usize, taken: Rows<'_>) {
        let last = count.saturating_sub(1);
        self.selected = self.selected.min(last);
        let lowest = topmost(self.selected, rows, taken);
        self.first = self.first.clamp(lowest, self.selected).min(topmost(last, rows, taken).max(lowest));
    }
}

fn same_rows(from: usize, to: usize) -> usize {
    (to - from + 1) * ENTRY_ROWS
}

/// The topmost entry that can be at the top of a screen of `rows` with `entry` still whole on it; at least `entry`.
fn topmost(entry: usize, rows: usize, taken: Rows<'_>) -> usize {
    (0..entry).rev().take_while(|top| taken(*top, entry) <= rows).last().unwrap_or(entry)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: [Step; 6] =
        [Step::End, Step::Line(-1), Step::Page(-1), Step::Start, Step::Page(1), Step::HalfPage(1)];

    #[test]
    fn the_selection_is_always_on_the_screen() {
        for count in 0..12_usize {
            for rows in 0..9 {
                let mut picker = Picker::default();
                for step in STEPS {
                    picker.step(step, count, rows);
                    let fit = (rows / ENTRY_ROWS).max(1);
                    assert!(picker.selected < count.max(1));
                    assert!((picker.first..picker.first + fit).contains(&picker.selected));
                }
            }
        }
    }

    /// Every third entry has a heading, which any entry has at the top of the screen.
    #[test]
    fn entries_of_different_heights_fit_too() {
        let heights = |n: usize| 2 + n % 2 + usize::from(n.is_multiple_of(3));
        let taken = |from: usize, to: usize| {
            (from..=to).map(heights).sum::<usize>() + usize::from(!from.is_multiple_of(3))
        };
        for count in 1..14_usize {
            for rows in 0..16 {
                let mut picker = Picker::default();
                for step in STEPS {
                    picker.step_over(step, count, rows, &taken);
                    let (first, selected) = (picker.first, picker.selected);
                    assert!(selected < count && first <= selected);
                    assert!(first == selected || taken(first, selected) <= rows);
                    let room_below = taken(first, count - 1) < rows;
                    assert!(!room_below || first == 0 || taken(first - 1, count - 1) > rows);
                }
            }
        }
    }
}
