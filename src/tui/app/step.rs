//! Movements, whatever they move in.

use crate::tui::action::Action;

/// How far a movement goes, whatever it moves in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// That many lines or entries, negative towards the start.
    Line(isize),
    /// That many screens.
    Page(isize),
    /// That many half screens.
    HalfPage(isize),
    /// To the first.
    Start,
    /// To the last.
    End,
}

impl Step {
    pub(super) fn of(action: &Action) -> Option<Self> {
        Some(match action {
            Action::LineDown => Self::Line(1),
            Action::LineUp => Self::Line(-1),
            Action::PageDown => Self::Page(1),
            Action::PageUp => Self::Page(-1),
            Action::HalfDown => Self::HalfPage(1),
            Action::HalfUp => Self::HalfPage(-1),
            Action::Top => Self::Start,
            Action::Bottom => Self::End,
            _ => return None,
        })
    }

    /// The index that this step leads to from `here`, within `0..=last`, where `rows` are on the screen. A page keeps
    /// one row of what was seen, so that the eye finds its place again.
    pub(crate) fn from(self, here: usize, last: usize, rows: usize) -> usize {
        let page = isize::try_from(rows.saturating_sub(1).max(1)).unwrap_or(isize::MAX);
        let half = isize::try_from((rows / 2).max(1)).unwrap_or(isize::MAX);
        match self {
            Self::Start => 0,
            Self::End => last,
            Self::Line(by) => here.saturating_add_signed(by).min(last),
            Self::Page(by) => here.saturating_add_signed(page.saturating_mul(by)).min(last),
            Self::HalfPage(by) => here.saturating_add_signed(half.saturating_mul(by)).min(last),
        }
    }
}
