//! An article set in type for the body pane: its lines, how many of them there are yet, and how they come to the screen.

use crate::issue::{Article, Part};
use crate::typeset::width::Columns;
use crate::typeset::{self, Ambiguous, Extent, Grid, Language, Pointers, Scale, Script, SetArticle, Setting};

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

/// An article with more bytes of text is set in two steps: its first lines at once, all of it beside the screen.
const LONG: usize = 256 << 10;

/// How many screens of lines are set at first.
const SCREENS: usize = 4;

/// Where nobody says how many columns there are, each gets at least so many lines of the body.
const FEWEST_LINES: usize = 6;

/// How much of the article is set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Progress {
    /// All of it.
    #[default]
    Whole,
    /// Its first lines.
    Opening,
    /// Its first lines, and the rest has been asked for.
    Asked,
}

/// Where what is set begins to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Begin {
    /// At the start: its first lines may do for the moment.
    AtStart,
    /// Further on: the lines before are wanted too.
    Within,
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
}

impl Galley {
    /// Nothing is set yet.
    pub(super) fn new(look: &Look, language: Language) -> Self {
        Self {
            set: SetArticle::default(),
            progress: Progress::default(),
            setting: Setting { width: Columns::ZERO, ambiguous: look.ambiguous, language, ..look.setting },
            room: Room::default(),
            flow: Flow::default(),
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

    /// Whether the article is set to its end.
    pub(super) fn is_whole(&self) -> bool {
        self.progress == Progress::Whole
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
            (Flow::Sheets(sheets), Some(_)) if same_lines => {
                *sheets = Sheets::new(&self.set, sheets.grid, room.rows);
                false
            }
            (Flow::Scroll, None) => !same_lines,
            _ => true,
        }
    }

    /// Sets `matter`, to be read from where `begin` says.
    pub(super) fn set_type(&mut self, matter: Matter<'_>, begin: Begin) {
        let bytes = |article: &Article| article.parts().map(|(_, text)| text.len()).sum::<usize>();
        let long = begin == Begin::AtStart && matter.article.is_some_and(|article| bytes(article) > LONG);
        self.progress = if long { Progress::Opening } else { Progress::Whole };
        let mut grid = self.room.grid();
        self.set_in(matter, grid);
        // A short article has fewer columns, or none.
        while let (Some(many), None) = (grid, self.room.columns)
            && self.body_lines() < many.count() * FEWEST_LINES
        {
            grid = many.with_fewer(self.room.width, self.room.measure);
            self.set_in(matter, grid);
        }
        self.let_flow(grid);
    }

    /// Sets what is missing of `matter` at once.
    pub(super) fn complete(&mut self, matter: Matter<'_>) {
        if !self.is_whole() {
            self.progress = Progress::Whole;
            let grid = self.grid();
            self.set_in(matter, grid);
            self.let_flow(grid);
        }
    }

    /// What the article is to be set to besides the screen, if not all of it is set. Asked once.
    pub(super) fn ask_for_rest(&mut self) -> Option<Setting> {
        if self.progress != Progress::Opening {
            return None;
        }
        self.progress = Progress::Asked;
        Some(self.setting_in(self.grid()))
    }

    /// Takes the whole of what was set in part, and says whether it did: what was set to something else is too late.
    pub(super) fn take_rest(&mut self, setting: &Setting, set: SetArticle) -> bool {
        let grid = self.grid();
        let is_due = self.progress == Progress::Asked && *setting == self.setting_in(grid);
        if is_due {
            self.progress = Progress::Whole;
            self.set = set;
            self.let_flow(grid);
        }
        is_due
    }

    fn let_flow(&mut self, grid: Option<Grid>) {
        self.flow =
            grid.map_or(Flow::Scroll, |grid| Flow::Sheets(Sheets::new(&self.set, grid, self.room.rows)));
    }

    /// Makes the lines in these columns: all, or so many as are wanted first.
    fn set_in(&mut self, matter: Matter<'_>, grid: Option<Grid>) {
        let setting = self.setting_in(grid);
        let lines = (SCREENS * self.room.rows * grid.map_or(1, Grid::count)).max(64);
        let Matter { article, pointers } = matter;
        let (set, extent) = match article {
            Some(article) if setting.width > Columns(0) && self.is_whole() => {
                (typeset::set_between(article, pointers, &setting), Extent::Whole)
            }
            Some(article) if setting.width > Columns(0) => {
                typeset::set_opening(article, pointers, &setting, lines)
            }
            _ => <(SetArticle, Extent)>::default(),
        };
        self.set = set;
        if extent == Extent::Whole {
            self.progress = Progress::Whole;
        }
    }

    fn setting_in(&self, grid: Option<Grid>) -> Setting {
        let Room { width, measure, .. } = self.room;
        let measure = Some(grid.map_or(measure, Grid::text_width));
        Setting { width, measure, column: grid.map(Grid::measure), ..self.setting }
    }

    fn body_lines(&self) -> usize {
        self.set.lines().iter().rev().take_while(|line| matches!(line.start.part, Part::Block(_))).count()
    }
}

impl Room {
    /// The columns that there is room for.
    fn grid(self) -> Option<Grid> {
        Grid::new(self.width, self.rows, self.measure, self.columns)
    }
}
