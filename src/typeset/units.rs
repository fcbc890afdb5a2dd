//! A text as the line setter sees it: grapheme clusters with their cells, their kind, and how well a line ends
//! after them.

use unicode_segmentation::UnicodeSegmentation;

use super::breaks::{self, Level};
use super::language::Language;
use super::source::{Odd, Shown};
use super::tailor::Quotes;
use super::width::{Columns, Widths};

/// What is never divided: as a rule one cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit {
    /// Bytes of shown text.
    pub(super) len: u32,
    /// Clusters of the source it stands for, with those dropped after it.
    pub(super) clusters: u32,
    /// Cells.
    pub(super) width: u16,
    pub(super) kind: Kind,
    /// What a line end after it is worth.
    pub(super) level: Level,
}

/// What a unit is to the line setter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Han, kana, Hangul.
    Wide,
    /// An ASCII letter.
    Letter,
    /// An ASCII digit.
    Digit,
    /// White space that is not glue: takes no room at a line's end.
    Space,
    /// Opens a bracket or a quotation.
    Opening,
    /// One of `。；：！？`.
    Stop,
    /// `，`.
    Comma,
    /// `、`.
    Pause,
    /// Closes a bracket or a quotation.
    Closing,
    /// Anything else.
    Other,
    /// One piece of the source that is shown as several clusters.
    Group,
    /// Too wide for the pane: shown as [`REPLACEMENT`].
    Replaced,
}

/// Shown, one cell wide, for what is wider than the whole measure.
pub(super) const REPLACEMENT: char = '?';

impl Unit {
    pub(super) const fn columns(self) -> Columns {
        Columns(self.width as usize)
    }
}

impl Kind {
    /// Whether it is punctuation.
    pub(super) const fn is_mark(self) -> bool {
        self.closes() || matches!(self, Self::Opening)
    }

    /// Whether it belongs to what stands before it.
    pub(super) const fn closes(self) -> bool {
        self.hangs() || matches!(self, Self::Closing)
    }

    /// Whether it may hang right of the measure.
    pub(super) const fn hangs(self) -> bool {
        matches!(self, Self::Stop | Self::Comma | Self::Pause)
    }
}

/// The units of a text, made as they are asked for.
#[derive(Debug)]
pub(super) struct Units<'a> {
    text: &'a str,
    odds: std::iter::Peekable<std::slice::Iter<'a, Odd>>,
    language: Language,
    widths: Widths,
    /// What is wider is replaced.
    widest: Columns,
    quotes: Quotes,
    /// Bytes of `text` that are in `ready` or were.
    done: usize,
    ready: Vec<Unit>,
    /// Source clusters dropped before the first unit, white space there among them.
    dropped: u32,
    /// Whether there has been a unit.
    started: bool,
    /// Where the first unit starts.
    start: usize,
}

impl<'a> Units<'a> {
    pub(super) fn new(shown: &'a Shown<'_>, language: Language, widths: Widths, widest: Columns) -> Self {
        Self {
            text: &shown.text,
            odds: shown.odds.iter().peekable(),
            language,
            widths,
            widest,
            quotes: Quotes::default(),
            done: 0,
            ready: Vec::new(),
            dropped: 0,
            started: false,
            start: 0,
        }
    }

    /// The units made so far.
    pub(super) fn ready(&self) -> &[Unit] {
        &self.ready
    }

    /// The shown text from byte `at` on, `len` bytes.
    pub(super) fn text(&self, at: usize, len: usize) -> &'a str {
        self.text.get(at..at + len).unwrap_or_default()
    }

    /// Where the first unit starts, in bytes.
    pub(super) const fn start(&self) -> usize {
        self.start
    }

    /// Makes more units.
    pub(super) fn more(&mut self) {
        let window = self.done..self.text.len();
        let mut levels = Vec::new();
        let (text, language) = (self.text, self.language);
        breaks::scan(text, window.clone(), language, &mut self.quotes, |at, level| levels.push((at, level)));
        let mut levels = levels.into_iter().peekable();
        let mut clusters = text.get(window).unwrap_or_default().graphemes(true);
        while self.done < text.len() {
            let Some(first) = clusters.next() else { break };
            let at = self.done;
            let (mut len, mut source, mut kind) = (first.len(), 1, kind(first));
            while let Some(odd) = self.odds.next_if(|odd| odd.at <= at) {
                if odd.len == 0 {
                    self.drop_clusters(odd.clusters);
                } else {
                    source = odd.clusters;
                    while len < odd.len {
                        let Some(next) = clusters.next() else { break };
                        len += next.len();
                        kind = Kind::Group;
                    }
                }
            }
            let end = at + len;
            while levels.next_if(|(at, _)| *at < end).is_some() {}
            let level = levels.next_if(|(at, _)| *at == end).map_or(Level::Emergency, |(_, level)| level);
            self.push(at, len, source, kind, level);
            self.done = end;
        }
        while let Some(odd) = self.odds.next() {
            self.drop_clusters(odd.clusters);
        }
    }

    fn push(&mut self, at: usize, len: usize, source: usize, kind: Kind, level: Level) {
        let Some(shown) = self.text.get(at..at + len) else { return };
        if !self.started && (kind == Kind::Space || shown == "\u{A0}") {
            // The indent as printed: it is made anew.
            self.drop_clusters(source);
            return;
        }
        if !self.started {
            self.started = true;
            self.start = at;
        }
        let width = self.widths.text(shown);
        let mut unit = Unit {
            len: saturate(len),
            clusters: saturate(source).saturating_add(std::mem::take(&mut self.dropped)),
            width: u16::try_from(width.0).unwrap_or(u16::MAX),
            kind,
            level,
        };
        if width > self.widest {
            unit.kind = Kind::Replaced;
            unit.width = 1;
        }
        self.pair(at, shown);
        self.ready.push(unit);
    }

    /// The second half of a dash or an ellipsis stays with the first; a third is a new first.
    fn pair(&mut self, at: usize, shown: &str) {
        if !matches!(shown, "—" | "…" | "⸺" | "―")
            || !self.text.get(..at).is_some_and(|text| text.ends_with(shown))
        {
            return;
        }
        if let [.., before, last] = self.ready.as_mut_slice() {
            if before.level != Level::Never {
                last.level = Level::Never;
            }
        } else if let [last] = self.ready.as_mut_slice() {
            last.level = Level::Never;
        }
    }

    fn drop_clusters(&mut self, clusters: usize) {
        let clusters = saturate(clusters);
        match self.ready.last_mut() {
            Some(last) => last.clusters = last.clusters.saturating_add(clusters),
            None => self.dropped = self.dropped.saturating_add(clusters),
        }
    }
}

fn saturate(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn kind(shown: &str) -> Kind {
    let mut chars = shown.chars();
    let (Some(c), rest) = (chars.next(), chars.next()) else { return Kind::Other };
    match c {
        ' ' | '\u{3000}' | '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200A}' | '\u{205F}'
            if rest.is_none() =>
        {
            Kind::Space
        }
        'A'..='Z' | 'a'..='z' => Kind::Letter,
        '0'..='9' => Kind::Digit,
        '。' | '；' | '：' | '！' | '？' => Kind::Stop,
        '，' => Kind::Comma,
        '、' => Kind::Pause,
        '“' | '‘' | '（' | '《' | '〈' | '「' | '『' | '【' | '〔' | '〖' | '［' | '｛' | '(' | '[' | '{' => {
            Kind::Opening
        }
        '”' | '’' | '）' | '》' | '〉' | '」' | '』' | '】' | '〕' | '〗' | '］' | '｝' | ')' | ']' | '}'
        | ',' | '.' | ';' | ':' | '!' | '?' | '．' | '·' | '・' | '%' | '％' => Kind::Closing,
        '\u{3041}'..='\u{3096}'
        | '\u{30A1}'..='\u{30FA}'
        | '\u{30FC}'
        | '\u{3400}'..='\u{9FFF}'
        | '\u{3005}'
        | '\u{3007}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}' => Kind::Wide,
        _ => Kind::Other,
    }
}
