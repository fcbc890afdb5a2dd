//! Cues: what is to be seen in a line and around it. Each is one bit, one sentence for `check`, one row of the
//! table.

use std::fmt;

macro_rules! cues {
    ($($name:ident: $says:literal,)*) => {
        /// Something to be seen in a line or around it, which speaks for some labels and against others.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Cue {
            $(#[doc = $says] $name,)*
        }

        impl Cue {
            /// Every cue, in the order of their bits.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// What it says, as a clause about the line.
            #[must_use]
            pub const fn says(self) -> &'static str {
                match self {
                    $(Self::$name => $says,)*
                }
            }
        }
    };
}

cues! {
    Always: "is a line",
    // Length and form.
    Tiny: "has at most 7 characters",
    Short: "is as short as a title",
    Longish: "is as short as a long title",
    Middle: "is longer than most titles",
    Long: "is as long as a paragraph",
    Stops: "has a sentence end inside",
    Commas: "has a comma inside",
    EndsStop: "ends a sentence",
    Period: "has a full stop",
    EndsLead: "ends with a colon or a dash",
    EndsDash: "ends with a dash",
    EndsComma: "ends with a comma",
    EndsLetter: "ends without a mark",
    Fragment: "is a long clause with commas and no end",
    OpensClosing: "opens with a closing mark",
    OpensDash: "opens with a dash",
    Halves: "has a space between two halves",
    Unpaired: "has a quotation or bracket that is not closed",
    Closes: "closes a quotation or bracket that was opened before it",
    Asks: "asks or calls out as titles do",
    Indented: "is indented",
    Latin: "is in Latin script",
    LowerCase: "opens with a small letter",
    // Words.
    Says: "ends with a word like 强调 or 指出",
    Chairs: "says who was in the chair or present",
    Dialogue: "opens with a speaker, as 问： and 答： do",
    Byline: "names a role and persons",
    MarkedNames: "has only names, after a byline's mark or set apart as names are",
    Marked: "opens with a mark",
    LikeName: "could be a person's name",
    NameAfter: "could be who wrote it, between the title and the text",
    Signature: "could be who wrote the text before it",
    Aside: "is nothing but a remark in brackets",
    Diary: "is a day of a diary, with its weather",
    KanaDeck: "stands under a Japanese headline",
    KanaHalves: "has two halves, as Japanese headlines do",
    BareNames: "has nothing but names",
    Dateline: "opens with a dateline",
    Reporter: "opens with its reporter in brackets",
    Opening: "opens as first paragraphs do",
    TailDateline: "is a dateline in brackets",
    TailNote: "is a closing note on the author or the source",
    Credit: "credits a photo or a text",
    Picture: "speaks of a picture",
    NoticeWord: "has a word of notices, such as 热线",
    NoticeHead: "ends with the name of a notice, such as 公告",
    Rubric: "is the name of a column",
    Column: "is the name of a column of small things",
    OpensColumn: "opens with the name of a column",
    KnownColumn: "opens with a name that many columns have",
    Labelled: "is numbered, or opens with a word and a colon",
    Clock: "has a time of day or a score",
    Addressee: "says whom the text after it is for",
    InNotice: "says in a notice whom to ask",
    AfterRef: "stands after a page number",
    Figures: "is one of a list, or a row of a table",
    Salute: "opens a letter",
    BoxLabel: "is the label of a box within the text, such as 链接, or its title",
    UnderHead: "says under a head what its picture shows",
    Verse: "is one of many short lines that stand close together",
    Forecast: "says in a notice what the weather will be, or what was wrong in the paper",
    Phone: "has a telephone number",
    Contact: "is a contact line",
    AdWord: "says that it is an advertisement",
    TeaserWord: "is the head of a table of contents",
    PageRef: "is nothing but a page number",
    EndsPageRef: "ends with a page number in brackets",
    EditorsNote: "is the head of an editor's note",
    EndsColumn: "ends with a column's name in brackets",
    InTeaser: "stands under the head of a table of contents",
    // Furniture.
    PageHeading: "is a page heading",
    PageCredits: "says who made the page",
    PaperName: "is a newspaper's name",
    Calendar: "is a date line of a masthead",
    DateAlone: "is nothing but a date",
    DateNext: "stands before a line that is nothing but a date",
    IssueNumber: "is an issue number",
    SeeAlso: "points to another text on the matter",
    TurnsTo: "says where the story goes on",
    TurnsFrom: "says where the story comes from",
    // What stands around it.
    First: "is the first line",
    NewPage: "stands at the head of a page",
    UnderHeading: "stands under a page's heading and is no text",
    Gap: "has more white space before it than others",
    NoGap: "has no white space before it",
    AfterOpen: "stands after a paragraph that was cut",
    AfterMaybeOpen: "stands after a line that may have been cut",
    AfterLead: "stands after a line that ends with a colon or a dash",
    BylineAhead: "stands before a byline",
    DatelineAhead: "stands before a dateline",
    RefAhead: "stands before a page number",
    NoticeAhead: "stands before a line of a notice",
    OpeningNext: "stands before a paragraph that opens as first ones do",
    BodyBefore: "stands after a body's text",
    SameShort: "is as long as the short line beside it",
    Alone: "is not like the short lines that come before and after",
    Repeated: "is like the short lines that come before or after",
    ShorterNext: "is longer than the title line after it",
    OneHeadNext: "makes one headline's length with the title line after it",
    OneHead: "makes one headline's length with the title line before it",
    ClosedNext: "opens a quotation or bracket that the text after it closes",
    ClosesBefore: "closes a quotation or bracket of the line before it",
    WholeNext: "stands in a head before its line of two halves",
    WholeBefore: "stands in a head after its line of two halves",
    OnePart: "is one part of a head with the line beside it",
    FirstOfThree: "is the first part of a head of three",
    LastOfThree: "is the last part of a head of three",
    SmallFirst: "is very short and stands before a longer title line",
    Occasion: "says when or on what occasion",
    OwnLine: "is a line of its own where headlines break at a space",
    LeadsUp: "is a couplet or figures before a title line of one sentence",
    DetailAfter: "gives details of the title line before it",
    WhoseAfter: "says after the title who did it or where",
    FiguresAfter: "begins with figures after a title line",
    KindAfter: "says after the title what is to be read",
    AnswerAfter: "stands after a title that asks",
    ClauseAfter: "has a clause of its own after a title without",
    LongerBefore: "is longer than the title line before it",
    NotBefore: "stands between texts about different matters",
    Stranger: "stands between texts that share no words",
    OneMatter: "stands between texts that share many words",
    SameMatter: "stands between texts about one matter",
    Untold: "has neither names nor a dateline after it, as the headlines of this page have",
    CreditNext: "opens or heads a text that a credit ends",
    TimesNext: "heads a list of times",
    EchoNext: "has its words again in the text after it",
    EchoBefore: "has its words in the text before it",
}

impl fmt::Display for Cue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.says())
    }
}

/// A set of cues.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Cues(u128);

impl Cues {
    /// Adds `cue`.
    pub(super) fn set(&mut self, cue: Cue) {
        self.0 |= 1 << cue as u8;
    }

    /// Adds `cue` if `on`.
    pub(super) fn set_if(&mut self, on: bool, cue: Cue) {
        self.0 |= u128::from(on) << cue as u8;
    }

    /// Takes `cue` away if `on`.
    pub(super) fn clear_if(&mut self, on: bool, cue: Cue) {
        self.0 &= !(u128::from(on) << cue as u8);
    }

    /// Whether `cue` is in it.
    pub(super) const fn has(self, cue: Cue) -> bool {
        self.0 >> cue as u8 & 1 == 1
    }

    /// Whether one of `cues` is in it.
    pub(super) fn any(self, cues: &[Cue]) -> bool {
        // One mask: it is known when the program is compiled.
        cues.iter().fold(0, |mask, &cue| mask | 1_u128 << cue as u8) & self.0 != 0
    }

    /// Its bits, in a form that [`Cues::from_bytes`] reads.
    pub(super) const fn to_bytes(self) -> [u8; 16] {
        self.0.to_le_bytes()
    }

    /// The set that [`Cues::to_bytes`] wrote.
    pub(super) const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(u128::from_le_bytes(bytes))
    }

    /// The numbers of the cues in it, in their order.
    pub(super) fn bits(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let bit = (left != 0).then_some(left.trailing_zeros() as usize);
            left &= left.wrapping_sub(1);
            bit
        })
    }
}

#[cfg(test)]
mod tests;
