//! What the line setter moves: as a rule one grapheme cluster, with its cells, its kind, and how well a line ends
//! after it.

use super::breaks::Level;
use super::width::Columns;

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

/// What a cluster is to the line setter.
pub(super) fn kind(shown: &str) -> Kind {
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
