//! A terminal of our own, as strict as terminals are, that draws ambiguous characters as it is told, and text of other
//! sizes (OSC 66) as kitty does, if it is told so.

use unicode_segmentation::UnicodeSegmentation;

use crate::typeset::width::{Columns, Widths};

/// A screen of cells. A wide character's second cell holds `None`, as do all cells of a sized block but the first,
/// which holds the sequence that drew it.
pub(crate) struct Emulator {
    pub(crate) cells: Vec<Vec<Option<String>>>,
    /// What it answers.
    pub(crate) said: Vec<u8>,
    /// The colour of its ground, if it tells it.
    pub(crate) ground: Option<&'static str>,
    /// Whether it knows text of other sizes.
    pub(crate) sizes: bool,
    /// Blocks of sized text: column, row, columns, rows.
    blocks: Vec<[usize; 4]>,
    widths: Widths,
    x: usize,
    y: usize,
}

impl Emulator {
    pub(crate) fn new(width: usize, height: usize, widths: Widths) -> Self {
        let cells = vec![vec![Some(" ".to_owned()); width]; height];
        Self { cells, said: Vec::new(), ground: None, sizes: false, blocks: Vec::new(), widths, x: 0, y: 0 }
    }

    pub(crate) fn resize(&mut self, width: usize, height: usize) {
        self.wipe_blocks(0, usize::MAX, 0, usize::MAX);
        self.cells.resize(height, Vec::new());
        for row in &mut self.cells {
            row.resize(width, Some(" ".to_owned()));
            Self::mend(row);
        }
        self.y = self.y.min(height.saturating_sub(1));
    }

    /// Takes in what a program wrote. Panics at anything that is no part of what ours writes.
    pub(crate) fn feed(&mut self, bytes: &[u8]) {
        let mut rest = std::str::from_utf8(bytes).expect("UTF-8");
        while !rest.is_empty() {
            let end = rest.find('\x1b').unwrap_or(rest.len());
            let (text, after) = rest.split_at(end);
            for cluster in text.graphemes(true) {
                if cluster == "\r" {
                    self.x = 0;
                } else if cluster == "\r\n" {
                    (self.x, self.y) = (0, self.y + 1);
                    assert!(self.y < self.cells.len(), "the screen scrolls");
                } else {
                    self.print(cluster);
                }
            }
            rest = after;
            if let Some(sequence) = after.strip_prefix("\x1b[") {
                let end = sequence.find(|c: char| ('@'..='~').contains(&c)).expect("a final byte");
                let (arguments, after) = sequence.split_at(end);
                self.control(arguments, after.chars().next().expect("a final byte"));
                rest = after.split_at(1).1;
            } else if let Some(sizing) = after.strip_prefix("\x1b]66;") {
                let ends = ["\x1b\\", "\x07"].map(|end| sizing.find(end).map(|at| (at, end.len())));
                let (at, length) = ends.into_iter().flatten().min().expect("the end of a sequence");
                let (sequence, after) = after.split_at("\x1b]66;".len() + at + length);
                self.sized(sizing.split_at(at).0, sequence);
                rest = after;
            } else if let Some(after) = after.strip_prefix("\x1b]11;?\x07") {
                let told = self.ground.map(|colour| format!("\x1b]11;{colour}\x1b\\"));
                self.said.extend(told.unwrap_or_default().bytes());
                rest = after;
            } else {
                assert!(after.is_empty(), "an escape that is no CSI: {after:?}");
            }
        }
    }

    /// Draws `key=value:… ; text` as a block. `sequence` is the whole of it.
    fn sized(&mut self, sizing: &str, sequence: &str) {
        if !self.sizes {
            return;
        }
        let (keys, text) = sizing.split_once(';').expect("keys and text");
        let value = |name: char| {
            let found =
                keys.split(':').find_map(|key| key.strip_prefix(name)?.strip_prefix('=')?.parse().ok());
            found.unwrap_or(usize::from(name == 's'))
        };
        let (scale, width) = (value('s'), value('w'));
        let Columns(natural) = self.widths.text(text);
        assert!(width == 0 || text == " " || width == natural, "{text:?} is {natural} wide, not {width}");
        assert_eq!(text.graphemes(true).count(), 1, "one cluster in a block: {text:?}");
        let columns = scale * if width == 0 { natural } else { width };
        let (x, y) = (self.x, self.y);
        // Real ones throw such a block away.
        assert!(x + columns <= self.cells[y].len() && y + scale <= self.cells.len(), "{sizing:?} at {x},{y}");
        for row in y..y + scale {
            (self.x, self.y) = (x, row);
            self.erase(columns);
            self.cells[row][x..x + columns].fill(None);
        }
        self.cells[y][x] = Some(sequence.to_owned());
        self.blocks.push([x, y, columns, scale]);
        (self.x, self.y) = (x + columns, y);
    }

    /// Whether a block has this cell, `from` its nth row on.
    fn is_block(&self, column: usize, row: usize, from: usize) -> bool {
        self.blocks.iter().any(|&[x, y, columns, rows]| {
            (x..x + columns).contains(&column) && (y + from..y + rows).contains(&row)
        })
    }

    /// Blanks every block that has a cell in these.
    fn wipe_blocks(&mut self, from: usize, to: usize, top: usize, bottom: usize) {
        let cells = &mut self.cells;
        self.blocks.retain(|&[x, y, columns, rows]| {
            let hit = x < to && x + columns > from && y < bottom && y + rows > top;
            if hit {
                for row in &mut cells[y..y + rows] {
                    row[x..x + columns].fill(Some(" ".to_owned()));
                }
            }
            !hit
        });
    }

    fn print(&mut self, cluster: &str) {
        // Text skips over the lower rows of a block: it must be gone before.
        assert!(!self.is_block(self.x, self.y, 1), "{cluster:?} is written into a block");
        let Columns(width) = self.widths.cluster(cluster);
        assert!(width > 0, "{cluster:?} takes no cell");
        let columns = self.cells[self.y].len();
        // Nothing of ours may ever wrap or be cut by the edge.
        assert!(self.x + width <= columns, "{cluster:?} does not fit at column {} of {columns}", self.x);
        self.erase(width);
        let row = &mut self.cells[self.y];
        row[self.x] = Some(cluster.to_owned());
        for covered in &mut row[self.x + 1..self.x + width] {
            *covered = None;
        }
        self.x += width;
    }

    /// Blanks `count` cells from the cursor on, and what is left of wide characters that are cut by that.
    fn erase(&mut self, count: usize) {
        self.wipe_blocks(self.x, self.x + count, self.y, self.y + 1);
        let after = self.x + count;
        let is_block = self.is_block(after, self.y, 0);
        let row = &mut self.cells[self.y];
        let end = after.min(row.len());
        if row.get(end).is_some_and(Option::is_none) && !is_block {
            row[end] = Some(" ".to_owned());
        }
        let mut start = self.x;
        while row.get(start).is_some_and(Option::is_none) {
            start -= 1;
        }
        for cell in &mut row[start..end] {
            *cell = Some(" ".to_owned());
        }
    }

    /// A second half whose first half is gone, and a first half without its second, are blank.
    fn mend(row: &mut [Option<String>]) {
        if let Some(first @ None) = row.first_mut() {
            *first = Some(" ".to_owned());
        }
    }

    fn control(&mut self, arguments: &str, last: char) {
        if arguments.starts_with('?') {
            assert!(matches!(last, 'h' | 'l'), "{arguments}{last}");
            return;
        }
        let numbers: Vec<usize> = arguments.split(';').map(|n| n.parse().unwrap_or(1)).collect();
        match last {
            'H' => (self.y, self.x) = (numbers[0] - 1, numbers.get(1).unwrap_or(&1) - 1),
            'G' => self.x = numbers[0] - 1,
            'C' => self.x += numbers[0],
            'X' => self.erase(numbers[0]),
            'J' => {
                self.blocks.clear();
                for row in &mut self.cells {
                    row.fill(Some(" ".to_owned()));
                }
            }
            'm' => {}
            'n' => self.said.extend(format!("\x1b[{};{}R", self.y + 1, self.x + 1).bytes()),
            'c' => self.said.extend(b"\x1b[?62;4c"),
            other => panic!("CSI {arguments}{other}"),
        }
    }
}
