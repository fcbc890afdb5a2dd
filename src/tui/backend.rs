//! Writes cells to the terminal, with as few bytes as will do, and so that no disagreement about a width can spread.
//!
//! After a character whose width every terminal agrees on (ASCII, Han, kana, Hangul, full-width marks) the cursor is
//! where we think it is, and no move is written. After every other one the next cell is addressed absolutely, so that
//! a terminal which draws it wider or narrower than we think puts nothing else in the wrong place. A frame goes out in
//! one write, inside a synchronized update (mode 2026): terminals that don't know it ignore it.

mod shadow;

use std::fmt::Write as _;
use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::{Cell, CellWidth};
use ratatui::layout::{Position, Size};
use ratatui::style::{Color, Modifier};

use super::theme::SIXTEEN;
use crate::typeset::width::is_ambiguous;
use shadow::Shadow;

/// From this many blank cells on erasing them is shorter than writing them.
const ERASE_FROM: u16 = 5;

/// A terminal behind a writer. `size` asks for its size.
pub struct Writer<W: Write> {
    out: W,
    size: fn() -> io::Result<(u16, u16)>,
    frame: String,
    columns: u16,
    shadow: Shadow,
    cursor: Cursor,
    style: Look,
    visibility: Visibility,
}

/// What is known of the terminal's cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cursor {
    /// Nothing.
    Lost,
    /// Its row; the last character's width is the terminal's own.
    OnRow(u16),
    /// Where it is.
    At(Position),
}

/// Whether the terminal shows its cursor, as far as we know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Visibility {
    Shown,
    Hidden,
}

/// What a cell looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Look {
    const PLAIN: Self = Self { fg: Color::Reset, bg: Color::Reset, modifier: Modifier::empty() };

    const fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }
}

impl<W: Write> Writer<W> {
    /// A terminal that is written through `out`.
    pub fn new(out: W, size: fn() -> io::Result<(u16, u16)>) -> Self {
        Self {
            out,
            size,
            frame: String::new(),
            columns: 0,
            shadow: Shadow::default(),
            cursor: Cursor::Lost,
            style: Look::PLAIN,
            visibility: Visibility::Shown,
        }
    }

    /// What is written through.
    pub const fn out(&self) -> &W {
        &self.out
    }

    /// Puts a question to the terminal in front of the next frame. It must leave a blank screen blank.
    pub fn ask(&mut self, question: &str) {
        if !question.is_empty() {
            self.begin();
            self.frame.push_str(question);
            self.cursor = Cursor::Lost;
        }
    }

    fn go_to(&mut self, x: u16, y: u16) {
        let (row, column) = (u32::from(y) + 1, u32::from(x) + 1);
        match self.cursor {
            Cursor::At(at) if at == Position::new(x, y) => return,
            Cursor::At(at) if at.y == y && at.x < x && x - at.x < 10 => {
                if !self.write_again(at, x) {
                    self.put(format_args!("\x1b[{}C", x - at.x));
                }
            }
            Cursor::At(Position { y: on, .. }) | Cursor::OnRow(on) if on == y => {
                self.put(format_args!("\x1b[{column}G"));
            }
            Cursor::At(Position { y: on, .. }) | Cursor::OnRow(on)
                if on.checked_add(1) == Some(y) && x < 10 =>
            {
                self.frame.push_str("\r\n");
                if x > 0 {
                    self.put(format_args!("\x1b[{x}C"));
                }
            }
            _ => self.put(format_args!("\x1b[{row};{column}H")),
        }
        self.cursor = Cursor::At(Position::new(x, y));
    }

    /// Writes what stands between `at` and the column `to` once more, if that is no longer than a move over it.
    fn write_again(&mut self, at: Position, to: u16) -> bool {
        const MOVE: usize = "\x1b[2C".len();
        let Some(cells) = self.shadow.known(at.x, at.y, to) else { return false };
        let before = self.frame.len();
        for cell in cells {
            let symbol = cell.symbol().filter(|_| cell.look() == self.style);
            match symbol {
                Some(symbol) if self.frame.len() + symbol.len_utf8() <= before + MOVE => {
                    self.frame.push(symbol);
                }
                _ => {
                    self.frame.truncate(before);
                    return false;
                }
            }
        }
        true
    }

    fn put(&mut self, what: std::fmt::Arguments<'_>) {
        // Writing to a `String` never fails.
        let _ = self.frame.write_fmt(what);
    }

    fn set_style(&mut self, style: Look) {
        if style == self.style {
            return;
        }
        // Always from nothing: one form for every change, and no terminal has to know how to take bold away alone.
        let mut separator = if self.style == Look::PLAIN { "" } else { "0;" };
        self.style = style;
        self.frame.push_str("\x1b[");
        for (modifier, code) in MODIFIERS {
            if style.modifier.contains(modifier) {
                self.put(format_args!("{separator}{code}"));
                separator = ";";
            }
        }
        for (colour, base) in [(style.fg, 30), (style.bg, 40)] {
            if colour != Color::Reset {
                self.frame.push_str(separator);
                self.colour(colour, base);
                separator = ";";
            }
        }
        self.frame.push('m');
    }

    fn colour(&mut self, colour: Color, base: u16) {
        match colour {
            Color::Reset => self.put(format_args!("{}", base + 9)),
            Color::Rgb(r, g, b) => self.put(format_args!("{};2;{r};{g};{b}", base + 8)),
            Color::Indexed(n) => self.put(format_args!("{};5;{n}", base + 8)),
            named => {
                let n =
                    SIXTEEN.iter().position(|colour| *colour == named).and_then(|n| u16::try_from(n).ok());
                let n = n.unwrap_or(7);
                self.put(format_args!("{}", if n < 8 { base + n } else { base + 60 + n - 8 }));
            }
        }
    }

    /// Takes a blank cell into `run`, or writes that and begins another.
    fn blank(&mut self, run: &mut Option<Run>, x: u16, y: u16, cell: &Cell) {
        let style = Look::of(cell);
        match run {
            Some(run) if run.y == y && run.x + run.count == x && run.style == style => run.count += 1,
            _ => self.blanks(run.replace(Run { x, y, count: 1, style })),
        }
        self.shadow.write(x, y, cell);
    }

    /// Writes a run of blank cells.
    fn blanks(&mut self, run: Option<Run>) {
        let Some(Run { x, y, count, style }) = run else { return };
        self.begin();
        self.go_to(x, y);
        self.set_style(style);
        let plain = style.bg == Color::Reset && !style.modifier.intersects(SHOWN_ON_BLANK);
        if plain && count >= ERASE_FROM {
            // Leaves the cursor where it is.
            self.put(format_args!("\x1b[{count}X"));
        } else {
            self.frame.extend(std::iter::repeat_n(' ', count.into()));
            self.cursor = self.after(x.saturating_add(count), y, true);
        }
    }

    /// The cursor after something that ends before column `x`; `agreed` if every terminal says so.
    const fn after(&self, x: u16, y: u16, agreed: bool) -> Cursor {
        if x >= self.columns {
            // At the right edge it waits to wrap: terminals differ in where that is.
            Cursor::Lost
        } else if agreed {
            Cursor::At(Position::new(x, y))
        } else {
            Cursor::OnRow(y)
        }
    }

    /// Opens the synchronized update, if this is the first thing in the frame.
    fn begin(&mut self) {
        if self.frame.is_empty() {
            self.frame.push_str("\x1b[?2026h");
        }
    }

    fn send(&mut self) -> io::Result<()> {
        self.out.write_all(self.frame.as_bytes())?;
        self.frame.clear();
        self.out.flush()
    }
}

/// A run of cells that are written together.
#[derive(Debug, Clone, Copy)]
struct Run {
    x: u16,
    y: u16,
    count: u16,
    style: Look,
}

impl<W: Write> Backend for Writer<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let (columns, rows) = (self.size)()?;
        self.columns = columns;
        self.shadow.fit(columns, rows);
        let mut run: Option<Run> = None;
        let mut half: Option<(u16, u16, Cell)> = None;
        for (x, y, cell) in content {
            // ratatui takes it that a terminal blanks what is left of a wide character. We see to it.
            if let Some((x, y, blank)) = half.take_if(|(at, on, _)| (*at, *on) != (x, y)) {
                self.blank(&mut run, x, y, &blank);
            }
            let is_doubtful = cell.symbol().chars().next().is_some_and(is_ambiguous);
            let stale = is_doubtful && !self.shadow.is_blank(x.saturating_add(1), y, Look::of(cell));
            let (width, cut) = self.shadow.write(x, y, cell);
            let after = x.saturating_add(width);
            half = cut.map(|cut| (after, y, blank_with(cut)));
            if cell.symbol() == " " {
                self.blank(&mut run, x, y, cell);
                continue;
            }
            self.blanks(run.take());
            self.begin();
            self.go_to(x, y);
            self.set_style(Look::of(cell));
            if stale && width == 2 {
                // A terminal that draws it narrow after all leaves what was in its second cell.
                self.put(format_args!("  \x1b[{}G", u32::from(x) + 1));
            }
            self.frame.push_str(cell.symbol());
            self.cursor = self.after(after, y, cell.symbol().chars().all(is_agreed));
        }
        if let Some((x, y, blank)) = half {
            self.blank(&mut run, x, y, &blank);
        }
        self.blanks(run);
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        if self.visibility == Visibility::Shown {
            self.begin();
            self.frame.push_str("\x1b[?25l");
            self.visibility = Visibility::Hidden;
        }
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.begin();
        self.frame.push_str("\x1b[?25h");
        self.visibility = Visibility::Shown;
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        // Asking the terminal would mix its answer with the reader's keys.
        Err(io::Error::new(io::ErrorKind::Unsupported, "the cursor's position is not asked for"))
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        let Position { x, y } = position.into();
        self.begin();
        self.cursor = Cursor::Lost;
        self.go_to(x, y);
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.begin();
        self.set_style(Look::PLAIN);
        match clear_type {
            ClearType::All => self.shadow.clear(),
            _ => self.shadow.forget(),
        }
        self.frame.push_str(match clear_type {
            ClearType::All => "\x1b[2J",
            ClearType::AfterCursor => "\x1b[J",
            ClearType::BeforeCursor => "\x1b[1J",
            ClearType::CurrentLine => "\x1b[2K",
            ClearType::UntilNewLine => "\x1b[K",
        });
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        (self.size)().map(|(width, height)| Size { width, height })
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize { columns_rows: self.size()?, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.frame.is_empty() {
            return Ok(());
        }
        self.set_style(Look::PLAIN);
        self.frame.push_str("\x1b[?2026l");
        // Something else may move it before the next frame.
        self.cursor = Cursor::Lost;
        self.send()
    }
}

/// A blank cell that looks so.
const fn blank_with(look: Look) -> Cell {
    let mut blank = Cell::EMPTY;
    (blank.fg, blank.bg, blank.modifier) = (look.fg, look.bg, look.modifier);
    blank
}

const MODIFIERS: [(Modifier, u8); 8] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

/// What is to be seen even where there is no character.
const SHOWN_ON_BLANK: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

/// Whether every terminal gives `c` the cells that we do. Measured on xterm, VTE, urxvt, mlterm, kitty and tmux: Han,
/// kana, Hangul syllables and full-width forms take two everywhere, ASCII one. Ambiguous characters, emoji, marks and
/// everything newer are not trusted.
const fn is_agreed(c: char) -> bool {
    matches!(c,
        ' '..='~'
        | '\u{3001}'..='\u{3029}' | '\u{3030}'..='\u{303D}'
        | '\u{3041}'..='\u{3096}' | '\u{309B}'..='\u{30FF}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FA5}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{FF01}'..='\u{FF60}')
}

/// The cells that ratatui gives `symbol`. Most are told without its tables.
pub(super) fn width_of(symbol: &str) -> u16 {
    let mut chars = symbol.chars();
    match (chars.next(), chars.next()) {
        (Some(' '..='~'), None) => 1,
        // What every terminal agrees on beyond ASCII is wide.
        (Some(c), None) if is_agreed(c) => 2,
        _ => symbol.cell_width(),
    }
}

#[cfg(test)]
pub(in crate::tui) mod emulator;
#[cfg(test)]
mod tests;
