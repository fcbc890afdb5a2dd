//! The mouse: the wheel scrolls what is under the pointer, a click selects, the divider can be dragged.

use crate::tui::action::{Effect, Mouse, MouseAction};
use crate::tui::layout::{Focus, Place};

use super::flow::WHEEL_LINES;
use super::{App, ENTRY_ROWS, Overlay, Step};

/// What the pointer holds while the button is down.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Held {
    /// Nothing that moves.
    #[default]
    Nothing,
    /// The line between list and body.
    Divider,
}

impl App {
    /// What the mouse does, in every mode.
    pub(super) fn update_mouse(&mut self, mouse: Mouse) -> Vec<Effect> {
        if !matches!(self.overlay, Overlay::None) {
            return self.mouse_in_overlay(mouse);
        }
        let layout = self.layout();
        let place = layout.at(mouse.x, mouse.y);
        match mouse.what {
            MouseAction::Press if place == Some(Place::Divider) => self.held = Held::Divider,
            MouseAction::Press | MouseAction::Release => self.held = Held::Nothing,
            MouseAction::Drag | MouseAction::Wheel(_) => {}
        }
        match (mouse.what, place) {
            (MouseAction::Drag, _) if self.held == Held::Divider => self.list_width = Some(mouse.x),
            (MouseAction::Wheel(steps), Some(Place::Body)) => self.reading.wheel(steps, self.body_rows()),
            (MouseAction::Wheel(steps), Some(Place::List)) => {
                self.move_selection(Step::Line(isize::from(steps)));
            }
            (MouseAction::Press, Some(Place::Body)) => self.click_in_body(mouse.x, mouse.y),
            (MouseAction::Press, Some(Place::List)) => {
                let row = layout.list.map_or(0, |list| mouse.y - list.y);
                let on_sign = layout.list.is_some_and(|list| mouse.x + 1 == list.right());
                self.click_in_list(row.into(), on_sign);
            }
            _ => {}
        }
        Vec::new()
    }

    /// Selects the article on a row of the list; where the list stands alone, a click on the selected one opens it.
    /// A page heading stands for its first article.
    fn click_in_list(&mut self, row: usize, on_sign: bool) {
        let Some(article) = self.contents.article_at(row) else { return };
        if on_sign
            && self.signs_of(article).nth(self.contents.row_in_article(row).unwrap_or(usize::MAX)).is_some()
        {
            self.focus = Focus::List;
            self.reading.show(article);
            self.click_on_sign(article, row);
            return;
        }
        if article == self.reading.article() && self.layout().body.is_none() {
            self.focus = Focus::Body;
            return;
        }
        self.focus = Focus::List;
        self.reading.show(article);
    }

    fn mouse_in_overlay(&mut self, mouse: Mouse) -> Vec<Effect> {
        let (top, rows) = (self.layout().middle.y + 1, self.overlay_rows());
        let row = mouse.y.checked_sub(top).map(usize::from).filter(|row| *row < rows);
        match (mouse.what, row) {
            (MouseAction::Wheel(steps), _) => {
                let entries = matches!(self.overlay, Overlay::Bookmarks | Overlay::Shelf(_));
                let lines = if entries { 1 } else { WHEEL_LINES };
                self.step_overlay(Step::Line(isize::from(steps) * lines));
            }
            (MouseAction::Press, Some(row)) => self.press_in_overlay(row),
            _ => {}
        }
        Vec::new()
    }

    /// Selects the entry on a row of the overlay, or opens it if it is selected.
    fn press_in_overlay(&mut self, row: usize) {
        let (selected, pressed) = match &self.overlay {
            Overlay::Bookmarks => (self.cards.picker().selected(), self.cards.card_at(row)),
            Overlay::Shelf(picker) => {
                let entry = picker.first() + row / ENTRY_ROWS;
                (picker.selected(), (entry < self.shelf.len()).then_some(entry))
            }
            _ => return,
        };
        match (pressed, &mut self.overlay) {
            (Some(entry), _) if entry == selected => self.open_picked(),
            (Some(entry), Overlay::Shelf(picker)) => picker.select(entry),
            (Some(entry), _) => self.cards.select(entry, &self.bookmarks),
            (None, _) => {}
        }
    }

    /// Gives the list more columns, or fewer.
    pub(super) fn move_divider(&mut self, by: i16) {
        if let Some(list) = self.layout().list {
            self.list_width = Some(list.width.saturating_add_signed(by));
            // What cannot be is not wished for either, so that the next step back is seen at once.
            self.list_width = self.layout().list.map(|list| list.width);
        }
    }
}
