//! A terminal of our own, as strict as terminals are, that draws ambiguous characters as it is told.

use unicode_segmentation::UnicodeSegmentation;

use crate::typeset::width::{Columns, Widths};

/// A screen of cells. A wide character's second cell holds `None`.
pub(crate) struct Emulator {
    pub(crate) cells: Vec<Vec<Option<String>>>,
    /// What it answers.
    pub(crate) said: Vec<u8>,
    widths: Widths,
    x: usize,
    y: usize,
}

impl Emulator {
    pub(crate) fn new(width: usize, height: usize, widths: Widths) -> Self {
        Self { cells: vec![vec![Some(" ".to_owned()); width]; height], said: Vec::new(), widths, x: 0, y: 0 }
    }

    pub(crate) fn resize(&mut self, width: usize, height: usize) {
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
                if cluster == "\r\n" {
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
            } else if let Some((_, after)) =
                after.strip_prefix("\x1b]66;").and_then(|osc| osc.split_once('\x07'))
            {
                rest = after;
            } else {
                assert!(after.is_empty(), "an escape that is no CSI: {after:?}");
            }
        }
    }

    fn print(&mut self, cluster: &str) {
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
        let row = &mut self.cells[self.y];
        let end = (self.x + count).min(row.len());
        if row.get(end).is_some_and(Option::is_none) {
            row[end] = Some(" ".to_owned());
        }
        let mut start = self.x;
        while row.get(start).is_some_and(Option::is_none) {
            start -= 1;
        }
        for cell in &mut row[start..end] {
            *cell = Some(" ".to_owned());
        }
        Self::mend(row);
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
