//! An article set in type for the body pane: its lines, how many of them there are yet, and how they come to the screen.

use crate::issue::{Article, Part, Position};
use crate::typeset::width::Columns;
use crate::typeset::{
    self, Ambiguous, Extent, Grid, Language, Pointers, Scale, Script, SetArticle, Setting, Window,
};

use super::Look;
use super::flow::{Flow, Sheets};

/// What an article is set to, as the screen and the reader have it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Room {
    /// The body pane.
    pub(super) width: Columns,
    pub(super) rows: usize,
    /// The longest line.
    pub(super) measure: Columns,
    /// How many columns of text are wished; none for as many as are good to read.
    pub(super) columns: Option<usize>,
}

/// What is set: an article, and the lines that point to other halves of its story.
#[derive(Debug, Clone, Copy)]
pub(super) struct Matter<'a> {
    pub(super) article: Option<&'a Article>,
    pub(super) pointers: &'a Pointers,
}

/// An article with more bytes of text is set in two steps: a window around the reader's place at once, all of it beside
/// the screen.
const LONG: usize = 64 << 10;

/// How many screens of lines are in a window, before the reader's place and after.
const SCREENS: usize = 4;

/// A block with more bytes is not set only because it stands before the reader's place.
const LONG_BLOCK: usize = 32 << 10;

/// So many lines are neither freed while the screen waits nor, in columns, let flow anew.
const MANY_LINES: usize = 10_000;

/// Where nobody says how many columns there are, each gets at least so many lines of the body.
const FEWEST_LINES: usize = 6;

/// How much of the article is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Progress {
    /// All of it.
    Whole,
    /// All of it, for another room: what is set for this one is yet to come.
    Stale,
    /// A window.
    Window(Extent),
}

/// What an article is set to, and how it flows then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Order {
    setting: Setting,
    /// The columns, and the rows of a sheet.
    grid: Option<(Grid, usize)>,
}

impl Order {
    /// Sets all of `article`, between these lines, and lets it flow. Takes some milliseconds for each megabyte.
    pub(crate) fn set(&self, article: &Article, pointers: &Pointers) -> (SetArticle, Flow) {
        let set = typeset::set_between(article, pointers, &self.setting);
        let flow = self.grid.map_or(Flow::Scroll, |(grid, rows)| Flow::Sheets(Sheets::new(&set, grid, rows)));
        (set, flow)
    }
}

/// See the module's docs.
#[derive(Debug)]
pub(super) struct Galley {
    set: SetArticle,
    progress: Progress,
    /// All but what the room and the columns decide.
    setting: Setting,
    room: Room,
    flow: Flow,
    /// Very many lines that are needed no more.
    spent: Vec<SetArticle>,
}

impl Galley {
    /// Nothing is set yet.
    pub(super) fn new(look: &Look, language: Language) -> Self {
        Self {
            set: SetArticle::default(),
            progress: Progress::Whole,
            setting: Setting { width: Columns::ZERO, ambiguous: look.ambiguous, language, ..look.setting },
            room: Room::default(),
            flow: Flow::default(),
            spent: Vec::new(),
        }
    }

    pub(super) const fn set(&self) -> &SetArticle {
        &self.set
    }

    pub(super) const fn flow(&self) -> &Flow {
        &self.flow
    }

    pub(super) const fn language(&self) -> Language {
        self.setting.language
    }

    /// What an article is set to, but for its room.
    pub(super) const fn setting(&self) -> &Setting {
        &self.setting
    }

    /// Whether all lines of the article are there, if perhaps for another room.
    pub(super) const fn is_whole(&self) -> bool {
        matches!(self.progress, Progress::Whole | Progress::Stale)
    }

    /// How far the lines reach.
    pub(super) const fn extent(&self) -> Extent {
        match self.progress {
            Progress::Window(extent) => extent,
            Progress::Whole | Progress::Stale => Extent::WHOLE,
        }
    }

    /// The line that shows `position`, if that is among what is set.
    pub(super) fn line_of(&self, position: Position) -> Option<usize> {
        let (lines, extent) = (self.set.lines(), self.extent());
        let after_start = extent.to_start || lines.first().is_some_and(|line| line.start <= position);
        let before_end = extent.to_end || lines.last().is_some_and(|line| line.start > position);
        (after_start && before_end).then(|| self.set.line_at(position))
    }

    /// The columns in force.
    fn grid(&self) -> Option<Grid> {
        match &self.flow {
            Flow::Scroll => None,
            Flow::Sheets(sheets) => Some(sheets.grid),
        }
    }

    /// How many columns of text are on the screen.
    pub(super) fn columns(&self) -> usize {
        self.grid().map_or(1, Grid::count)
    }

    /// What comes next is in this language.
    pub(super) const fn speak(&mut self, language: Language) {
        self.setting.language = language;
    }

    /// The terminal draws ambiguous characters like this, and headlines so large.
    pub(super) const fn draw_for(&mut self, ambiguous: Ambiguous, headlines: Scale) {
        self.setting.ambiguous = ambiguous;
        self.setting.headlines = headlines;
    }

    /// A traditional text is shown in these characters.
    pub(super) const fn write_in(&mut self, script: Script) {
        self.setting.script = script;
    }

    /// Takes this room, and says whether the article has to be set anew for it.
    pub(super) fn fit(&mut self, room: Room) -> bool {
        let before = std::mem::replace(&mut self.room, room);
        // As many rows more or less change no line.
        let same_lines = before == Room { rows: before.rows, ..room };
        match (&mut self.flow, self.room.grid()) {
            _ if before == room => false,
            (Flow::Sheets(sheets), Some(_)) if same_lines && self.set.lines().len() < MANY_LINES => {
                *sheets = Sheets::new(&self.set, sheets.grid, room.rows);
                false
            }
            (Flow::Scroll, None) => !same_lines,
            _ => true,
        }
    }

    /// Sets `matter`, or of a long article what is wanted around `at`: lines that were set for another room stay if it is
    /// the `same` article and they show what no window reaches.
    pub(super) fn set_type(&mut self, matter: Matter<'_>, at: Position, same: bool) {
        let article = matter.article.filter(|_| self.room.width > Columns::ZERO);
        let Some(article) = article else {
            self.replace(SetArticle::default(), Flow::Scroll, Progress::Whole);
            return;
        };
        let bytes: usize = article.parts().map(|(_, text)| text.len()).sum();
        let before = std::mem::take(&mut self.set);
        let flow_before = std::mem::take(&mut self.flow);
        let had_all = same && self.is_whole() && !before.lines().is_empty();
        let mut grid = self.room.grid();
        self.set_in((article, matter.pointers), grid, (bytes > LONG).then_some(at));
        // A short article has fewer columns, or none.
        while let (Some(many), None) = (grid, self.room.columns)
            && self.progress == Progress::Whole
            && self.body_lines() < many.count() * FEWEST_LINES
        {
            grid = many.with_fewer(self.room.width, self.room.measure);
            self.set_in((article, matter.pointers), grid, None);
        }
        self.let_flow(grid);
        if had_all && self.line_of(at).is_none() {
            self.replace(before, flow_before, Progress::Stale);
        } else {
            self.let_go(before);
        }
    }

    /// Sets the last lines of a long article. Returns whether that is possible without all of it.
    pub(super) fn set_end(&mut self, matter: Matter<'_>) -> bool {
        let last = matter.article.and_then(|article| article.parts().next_back());
        let (Some(article), Some((part, text))) = (matter.article, last) else { return false };
        if text.len() > LONG_BLOCK {
            return false;
        }
        let grid = self.room.grid();
        self.set_in((article, matter.pointers), grid, Some(Position::new(part, usize::MAX)));
        self.let_flow(grid);
        self.extent().to_end
    }

    /// What the article is to be set to besides the screen, if not all of it is set.
    pub(super) fn order(&self) -> Option<Order> {
        (self.progress != Progress::Whole).then(|| self.order_in(self.room.grid()))
    }

    /// Takes the whole of what was set in part, and says whether it did: what was set to something else is too late.
    pub(super) fn take_rest(&mut self, order: &Order, (set, flow): (SetArticle, Flow)) -> bool {
        let is_due = self.order().as_ref() == Some(order);
        if is_due {
            self.replace(set, flow, Progress::Whole);
        } else {
            self.let_go(set);
        }
        is_due
    }

    fn replace(&mut self, set: SetArticle, flow: Flow, progress: Progress) {
        let before = std::mem::replace(&mut self.set, set);
        (self.flow, self.progress) = (flow, progress);
        self.let_go(before);
    }

    /// Is done with these lines: very many take longer to free than a frame may.
    pub(super) fn let_go(&mut self, lines: SetArticle) {
        if lines.lines().len() > MANY_LINES {
            self.spent.push(lines);
        }
    }

    /// The very many lines that are needed no more.
    pub(super) fn take_spent(&mut self) -> Vec<SetArticle> {
        std::mem::take(&mut self.spent)
    }

    fn let_flow(&mut self, grid: Option<Grid>) {
        self.flow =
            grid.map_or(Flow::Scroll, |grid| Flow::Sheets(Sheets::new(&self.set, grid, self.room.rows)));
    }

    /// Makes the lines in these columns: all, or a window around a place.
    fn set_in(
        &mut self,
        (article, pointers): (&Article, &Pointers),
        grid: Option<Grid>,
        at: Option<Position>,
    ) {
        let setting = self.order_in(grid).setting;
        let Some(at) = at else {
            self.set = typeset::set_between(article, pointers, &setting);
            self.progress = Progress::Whole;
            return;
        };
        let lines = (SCREENS * self.room.rows * grid.map_or(1, Grid::count)).max(64);
        let measure =
            setting.column.or(setting.measure).map_or(setting.width, |most| most.min(setting.width));
        let window = |from| typeset::set_window(article, pointers, &setting, Window { from, at, lines });
        // Where a sheet begins depends on all before it, so that a window of sheets begins at the start if it can. Where most
        // of that window is of the block that the place is in, one that begins with the block reaches hardly farther.
        let reaches = |set: &SetArticle| set.lines().last().is_some_and(|line| line.start > at);
        let (set, extent) = grid
            .map(|_| window(None))
            .filter(|(set, extent)| extent.to_end || reaches(set) || is_mostly_of(set, at.part))
            .unwrap_or_else(|| window(first_part(article, at, lines, measure)));
        self.set = set;
        self.progress = if extent == Extent::WHOLE { Progress::Whole } else { Progress::Window(extent) };
    }

    fn order_in(&self, grid: Option<Grid>) -> Order {
        let Room { width, measure, rows, .. } = self.room;
        let measure = Some(grid.map_or(measure, Grid::text_width));
        let setting = Setting { width, measure, column: grid.map(Grid::measure), ..self.setting };
        Order { setting, grid: grid.map(|grid| (grid, rows)) }
    }

    fn body_lines(&self) -> usize {
        self.set.lines().iter().rev().take_while(|line| matches!(line.start.part, Part::Block(_))).count()
    }
}

/// Whether more lines of `set` are of `part` and those after it than of those before.
fn is_mostly_of(set: &SetArticle, part: Part) -> bool {
    let lines = set.lines();
    lines.partition_point(|line| line.start.part < part) < lines.len() / 2
}

/// The part to begin with, so that about so many `lines` of this `measure` stand before `at`; none for the first one.
fn first_part(article: &Article, at: Position, lines: usize, measure: Columns) -> Option<Part> {
    let is_before = |part: Part| part < at.part;
    let mut from = at.part;
    // No line has more bytes than two for a cell, but for few scripts.
    let above = at.offset.0.min(article.text(at.part).map_or(0, str::len) / 4);
    let mut missing = lines.saturating_sub(above / measure.0.max(1));
    for (part, text) in article.parts().rev().skip_while(|(part, _)| !is_before(*part)) {
        if missing == 0 || text.len() > LONG_BLOCK {
            return Some(from);
        }
        missing = missing.saturating_sub((text.len() / (2 * measure.0.max(1))).max(1));
        from = part;
    }
    None
}

impl Room {
    /// The columns that there is room for.
    fn grid(self) -> Option<Grid> {
        Grid::new(self.width, self.rows, self.measure, self.columns)
    }
}

#[cfg(test)]
mod tests;
