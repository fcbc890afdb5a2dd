//! An article that has been set: its lines, their text, and the way from a cell back to the source.

use unicode_segmentation::UnicodeSegmentation;

use super::setting::Scale;
use super::width::{Columns, Widths};
use crate::issue::{Clusters, Position};

/// What a line is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// 引题.
    Kicker,
    /// 主题.
    Headline,
    /// 副题.
    Deck,
    /// 署名.
    Byline,
    /// Running text.
    Paragraph,
    /// A head inside the body.
    Subhead,
    /// The words under a picture.
    Caption,
    /// Who wrote, took or edited it.
    Credit,
    /// A picture's description or address.
    Image,
    /// A line of the program's own that points to where a story goes on or comes from.
    Pointer,
    /// An empty line between two parts, or the lower half of a line of double scale.
    Blank,
}

impl Role {
    /// Whether a line of this role shows text of the article.
    #[must_use]
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Blank | Self::Pointer)
    }
}

/// One line of cells: one row. A line of double scale has the row below it too, which is a [`Role::Blank`] line of its
/// own, so that lines and rows are one. Its text is in the [`SetArticle`] it came from: [`SetArticle::text`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// What it is part of.
    pub role: Role,
    /// Blank cells before the text: the block's place in the pane, indent, centring.
    pub left: Columns,
    /// The text's cells, with spaces put in and a mark that hangs. `left + width` is at most the pane's width.
    pub width: Columns,
    /// How large its type is. Its place and cells are counted as they are in the pane.
    pub scale: Scale,
    /// The source position of its first character. A part's first line starts at offset 0, whatever was stripped
    /// there; a blank line has the position of the line after it.
    pub start: Position,
    /// Its bytes in the text of the article.
    from: u32,
    to: u32,
}

/// A stretch of set text that does not stand, cluster for cluster, for the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Seam {
    from: u32,
    to: u32,
    clusters: u32,
}

/// An article set in type.
///
/// **Invariants.** There is at least one line unless the article has no text. Lines are in reading order; their
/// starts never go back. The source from one line's start to the next one's is what the line shows, together with
/// white space and unseen characters that are not shown, so that all lines together hold all the source.
///
/// **Limit.** Four gigabytes of text; what comes after is not set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SetArticle {
    lines: Vec<Line>,
    text: String,
    seams: Vec<Seam>,
    widths: Widths,
}

/// A cluster of a set line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph<'a> {
    /// What is shown.
    pub text: &'a str,
    /// Its first cell in the pane.
    pub column: Columns,
    /// Its cells.
    pub width: Columns,
    /// The source cluster it shows, as an offset in the line's part; for a space that filling put in, the one after
    /// it.
    pub offset: Clusters,
    /// How many source clusters it stands for: 1 as a rule, 0 for a space that was put in.
    pub clusters: Clusters,
}

impl SetArticle {
    /// Nothing set yet, with room for about `bytes` of text.
    pub(super) fn new(widths: Widths, bytes: usize) -> Self {
        Self { lines: Vec::new(), text: String::with_capacity(bytes), seams: Vec::new(), widths }
    }

    /// All lines, from the top.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// What `line` shows, without the blank cells before it.
    #[must_use]
    pub fn text(&self, line: &Line) -> &str {
        self.text.get(line.from as usize..line.to as usize).unwrap_or_default()
    }

    /// The index of the line that shows `position`: the nearest one before if the position is in text that is not
    /// shown, 0 if there is none.
    #[must_use]
    pub fn line_at(&self, position: Position) -> usize {
        self.lines.partition_point(|line| line.start <= position).saturating_sub(1)
    }

    /// Where in the source the line at `index` starts; for an index past the end the last line's start.
    #[must_use]
    pub fn position_at(&self, index: usize) -> Position {
        self.lines.get(index).or(self.lines.last()).map_or(Position::START, |line| line.start)
    }

    /// The clusters of `line` from left to right.
    pub fn glyphs(&self, line: &Line) -> impl Iterator<Item = Glyph<'_>> {
        let text = self.text(line);
        let first = self.seams.partition_point(|seam| seam.from < line.from);
        let mut seams = self.seams.get(first..).unwrap_or_default().iter().peekable();
        let mut clusters = text.grapheme_indices(true);
        let mut column = line.left;
        let mut offset = line.start.offset;
        let base = line.from as usize;
        std::iter::from_fn(move || {
            let (at, first) = clusters.next()?;
            let mut end = at + first.len();
            let mut source = 1;
            if let Some(seam) = seams.next_if(|seam| seam.from as usize == base + at) {
                source = seam.clusters as usize;
                while base + end < seam.to as usize {
                    end += clusters.next()?.1.len();
                }
            }
            let text = text.get(at..end)?;
            let width = line.scale.columns(self.widths.text(text));
            let glyph = Glyph { text, column, width, offset, clusters: Clusters(source) };
            column += width;
            offset.0 += source;
            Some(glyph)
        })
    }

    /// The source position under a cell of the line at `index`: left of the text its start, right of it its last
    /// character.
    #[must_use]
    pub fn position_under(&self, index: usize, column: Columns) -> Position {
        let Some(line) = self.lines.get(index) else { return self.position_at(index) };
        let glyph = self.glyphs(line).take_while(|glyph| glyph.column <= column).last();
        Position { part: line.start.part, offset: glyph.map_or(line.start.offset, |glyph| glyph.offset) }
    }

    /// Adds a line whose text begins at the byte `from` and stands `left` cells in.
    pub(super) fn push_line(
        &mut self,
        role: Role,
        scale: Scale,
        (left, width): (Columns, Columns),
        start: Position,
        from: usize,
    ) {
        let (Ok(from), Ok(to)) = (u32::try_from(from), u32::try_from(self.text.len())) else { return };
        if let [.., above, lower] = self.lines.as_mut_slice()
            && above.scale == Scale::Double
        {
            // A blank line has the position of the line after it.
            lower.start = start;
        }
        self.lines.push(Line { role, left, width, scale, start, from, to });
    }

    /// Adds a line without text: between two parts, or a lower half. `start` is where the next line starts.
    pub(super) fn push_blank(&mut self, start: Position) {
        self.push_line(Role::Blank, Scale::Single, (Columns::ZERO, Columns::ZERO), start, self.text.len());
    }

    /// The line whose lower half the line at `index` is.
    #[must_use]
    pub fn upper_half(&self, index: usize) -> Option<&Line> {
        self.lines.get(index.checked_sub(1)?).filter(|line| line.scale == Scale::Double)
    }

    pub(super) fn text_len(&self) -> usize {
        self.text.len()
    }

    pub(super) fn push_text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds a text that stands for `clusters` clusters of the source.
    pub(super) fn push_odd(&mut self, text: &str, clusters: u32) {
        let from = self.text.len();
        self.text.push_str(text);
        if let (Ok(from), Ok(to)) = (u32::try_from(from), u32::try_from(self.text.len())) {
            self.seams.push(Seam { from, to, clusters });
        }
    }

    pub(super) fn finish(&mut self) {
        self.lines.shrink_to_fit();
        self.text.shrink_to_fit();
        self.seams.shrink_to_fit();
    }
}
