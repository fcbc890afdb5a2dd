//! The weights: a description of a newspaper in figures.
//!
//! Each row is a [`Cue`] and what it says of the parts a line can play. A part's score is the sum over the line's cues;
//! ten points are worth a remark, forty are near to proof. [`order`](super::order) says what may follow what. The path
//! with the highest sum wins.

use super::cue::{Cue, Cues};
use super::label::State;

/// The part that a line plays: what the rows speak of. A state plays one or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Part {
    /// The first line of an article, whatever else it is.
    Start,
    Masthead,
    Furniture,
    Kicker,
    Head,
    Deck,
    Byline,
    /// A text without a headline.
    Bare,
    /// The first paragraph.
    Lead,
    /// A first paragraph that opens with a dateline.
    Dated,
    Para,
    Cont,
    Sub,
    Caption,
    Credit,
    Tail,
    Notice,
    Teaser,
}

impl Part {
    /// How many there are.
    const COUNT: usize = Self::Teaser as usize + 1;
}

use Part::{
    Bare, Byline, Caption, Cont, Credit, Dated, Deck, Furniture, Head, Kicker, Lead, Masthead, Notice, Para,
    Start, Sub, Tail, Teaser,
};

/// A row of the table.
pub(super) type Row = (Cue, &'static [(Part, i16)]);

/// The table.
pub(super) const ROWS: &[Row] = &[
    // What each part is worth before anything is seen. A new article needs a reason; so does all furniture.
    (
        Cue::Always,
        &[
            (Start, -16),
            (Masthead, -80),
            (Furniture, -80),
            (Kicker, -8),
            (Head, 0),
            (Deck, -6),
            (Byline, -30),
            (Bare, -24),
            (Dated, -60),
            (Cont, -45),
            (Sub, -6),
            (Caption, -22),
            (Credit, -34),
            (Tail, -40),
            (Notice, -24),
            (Teaser, -30),
        ],
    ),
    // Length: heads are short, paragraphs are long.
    (Cue::Tiny, &[(Kicker, -4), (Head, -4), (Deck, -8), (Para, -8), (Sub, 2)]),
    (Cue::Short, &[(Kicker, 6), (Head, 8), (Deck, 6), (Para, -10), (Bare, -14), (Sub, 8), (Caption, 2)]),
    (Cue::Longish, &[(Sub, -14), (Para, 4), (Kicker, 1)]),
    (Cue::Middle, &[(Kicker, -2), (Head, -4), (Deck, -2), (Para, 4), (Cont, 4), (Sub, -14), (Byline, -10)]),
    (
        Cue::Long,
        &[
            (Kicker, -50),
            (Head, -60),
            (Deck, -50),
            (Byline, -40),
            (Para, 20),
            (Cont, 20),
            (Sub, -60),
            (Credit, -20),
            (Notice, -10),
            (Teaser, -30),
            (Masthead, -40),
            (Furniture, -20),
        ],
    ),
    // Marks: a head has no full stop.
    (Cue::Stops, &[(Kicker, -20), (Head, -20), (Deck, -20), (Para, 8), (Cont, 8), (Sub, -20)]),
    (Cue::Commas, &[(Kicker, 8), (Head, -4), (Deck, 4), (Para, 4), (Cont, 4), (Sub, -3)]),
    (
        Cue::EndsStop,
        &[(Kicker, -22), (Head, -22), (Deck, -22), (Byline, -10), (Para, 12), (Cont, 14), (Sub, -24)],
    ),
    (
        Cue::Period,
        &[(Notice, -20), (Kicker, -20), (Head, -20), (Deck, -20), (Sub, -10), (Para, 6), (Cont, 6)],
    ),
    (Cue::Fragment, &[(Head, -14), (Kicker, -8), (Deck, -8), (Sub, -14), (Para, 8)]),
    (Cue::Asks, &[(Head, 18), (Kicker, 14), (Sub, 16), (Para, -6)]),
    (Cue::EndsLead, &[(Start, -8), (Head, -8), (Deck, -10), (Sub, -2), (Para, 2), (Kicker, 2)]),
    (Cue::EndsDash, &[(Kicker, 20), (Head, -16)]),
    (Cue::EndsLetter, &[(Para, -6)]),
    (Cue::EndsComma, &[(Kicker, 4), (Head, -2), (Sub, -12), (Deck, -8)]),
    (Cue::OpensClosing, &[(Cont, 40), (Start, -30), (Para, -20), (Sub, -20), (Head, -20)]),
    (Cue::OpensDash, &[(Deck, 24), (Head, -14), (Kicker, -10), (Sub, -6)]),
    (Cue::Halves, &[(Head, 8), (Start, 6), (Deck, 2), (Sub, -10)]),
    (Cue::Unpaired, &[(Head, -8), (Kicker, -4), (Para, 4), (Cont, 4), (Sub, -8)]),
    (Cue::Indented, &[(Para, 8), (Cont, -20), (Head, -2)]),
    (Cue::LowerCase, &[(Cont, 12), (Head, -12), (Kicker, -12), (Deck, -6), (Sub, -12), (Start, -10)]),
    (Cue::Marked, &[(Sub, 20), (Start, -14), (Byline, 4), (Para, 6)]),
    (Cue::Latin, &[(Start, -4), (Kicker, -10), (Deck, -6), (Sub, -2)]),
    // The newspaper's words.
    (Cue::Says, &[(Kicker, 32), (Head, -12), (Sub, -4)]),
    (Cue::Chairs, &[(Deck, 22), (Kicker, 8), (Head, -6), (Sub, -6), (Para, 2)]),
    (Cue::Dialogue, &[(Para, 26), (Sub, -24), (Head, -20), (Kicker, -20), (Cont, -20)]),
    (
        Cue::Byline,
        &[
            (Byline, 62),
            (Credit, 30),
            (Head, -30),
            (Kicker, -30),
            (Deck, -30),
            (Sub, -16),
            (Para, -8),
            (Start, -20),
        ],
    ),
    (Cue::MarkedNames, &[(Byline, 52), (Credit, 22), (Head, -16), (Kicker, -16), (Deck, -16), (Sub, -4)]),
    (Cue::NameAfter, &[(Byline, 62), (Head, -20), (Kicker, -20), (Deck, -20), (Sub, -10), (Start, -20)]),
    (Cue::Signature, &[(Credit, 66), (Head, -20), (Sub, -20), (Start, -20)]),
    (Cue::Aside, &[(Start, -20), (Head, -20), (Kicker, -30), (Sub, -20), (Credit, 24)]),
    (Cue::Diary, &[(Sub, 50), (Start, -20), (Masthead, -60), (Head, -10)]),
    (Cue::KanaDeck, &[(Deck, 24), (Head, -20), (Kicker, -20)]),
    (Cue::KanaHalves, &[(Start, 12), (Sub, -14)]),
    (Cue::BareNames, &[(Byline, 36), (Head, -2), (Kicker, -4), (Deck, -16)]),
    (
        Cue::Dateline,
        &[
            (Bare, 12),
            (Dated, 92),
            (Para, -8),
            (Head, -40),
            (Kicker, -40),
            (Sub, -40),
            (Deck, -40),
            (Cont, -30),
            (Lead, 8),
        ],
    ),
    (Cue::Reporter, &[(Lead, 16), (Cont, -10)]),
    (Cue::Opening, &[(Lead, 6), (Cont, -6)]),
    (Cue::TailDateline, &[(Tail, 80), (Para, -20), (Head, -40), (Kicker, -40), (Sub, -40), (Start, -20)]),
    (Cue::TailNote, &[(Tail, 66), (Para, -16), (Head, -30), (Kicker, -30), (Sub, -30), (Start, -20)]),
    (
        Cue::Credit,
        &[(Credit, 56), (Head, -20), (Kicker, -20), (Deck, -16), (Sub, -16), (Start, -14), (Byline, 6)],
    ),
    (Cue::Picture, &[(Caption, 50), (Start, -6), (Head, -10)]),
    (Cue::BoxLabel, &[(Sub, 30), (Start, -50)]),
    (Cue::UnderHead, &[(Start, -40)]),
    (Cue::NoticeWord, &[(Notice, 26), (Sub, -8)]),
    (
        Cue::NoticeHead,
        &[
            (Start, 26),
            (Head, 16),
            (Kicker, -20),
            (Deck, -20),
            (Sub, -20),
            (Para, -10),
            (Cont, -60),
            (Notice, 10),
            (Byline, -20),
        ],
    ),
    (Cue::Clock, &[(Head, -20), (Kicker, -30), (Deck, -30), (Sub, -24), (Start, -10), (Para, 8)]),
    (Cue::Addressee, &[(Para, 30), (Head, -20), (Deck, -20), (Kicker, -20), (Sub, -20), (Start, -20)]),
    (Cue::InNotice, &[(Start, -110), (Para, 10), (Cont, -40)]),
    (Cue::Forecast, &[(Para, 20), (Head, -20), (Kicker, -30), (Deck, -30), (Sub, -20), (Cont, -20)]),
    (Cue::AfterRef, &[(Start, 20)]),
    (
        Cue::Figures,
        &[
            (Para, 20),
            (Head, -30),
            (Kicker, -30),
            (Deck, -30),
            (Sub, -20),
            (Cont, -10),
            (Start, -20),
            (Notice, -20),
        ],
    ),
    (
        Cue::Salute,
        &[
            (Para, 40),
            (Head, -40),
            (Kicker, -40),
            (Deck, -40),
            (Sub, -40),
            (Byline, -60),
            (Cont, -30),
            (Start, -30),
        ],
    ),
    (
        Cue::Verse,
        &[(Para, 30), (Head, -20), (Kicker, -30), (Deck, -30), (Sub, -30), (Cont, -30), (Start, -16)],
    ),
    (Cue::Contact, &[(Notice, 30), (Credit, 26), (Head, -30), (Sub, -30), (Kicker, -36), (Start, -10)]),
    (Cue::Phone, &[(Notice, 40), (Head, -40), (Sub, -40), (Kicker, -40), (Deck, -30)]),
    (Cue::AdWord, &[(Notice, 50)]),
    (Cue::TeaserWord, &[(Teaser, 70), (Head, -20), (Sub, -20)]),
    (Cue::PageRef, &[(Teaser, 64), (Head, -40), (Kicker, -40), (Sub, -40), (Deck, -40), (Start, -40)]),
    (Cue::EndsPageRef, &[(Start, 14), (Teaser, 60), (Sub, -20)]),
    (Cue::EndsColumn, &[(Start, 10), (Head, 8), (Kicker, -16), (Deck, -16), (Sub, -8)]),
    (Cue::Rubric, &[(Start, 12), (Kicker, 26), (Deck, -12), (Sub, -10), (Notice, -20)]),
    (Cue::Column, &[(Start, 24), (Head, 12), (Kicker, 28), (Deck, -20), (Sub, -16), (Cont, -20)]),
    (Cue::OpensColumn, &[(Start, 16), (Head, 14), (Kicker, -8), (Deck, -8), (Sub, -10)]),
    (Cue::KnownColumn, &[(Start, 10), (Sub, -10)]),
    (Cue::Labelled, &[(Start, -14), (Sub, 16)]),
    (Cue::InTeaser, &[(Teaser, 24), (Start, -24)]),
    (Cue::EditorsNote, &[(Sub, 44), (Head, -10)]),
    // Furniture.
    (
        Cue::PageHeading,
        &[(Furniture, 120), (Masthead, -30), (Head, -20), (Sub, -20), (Kicker, -20), (Start, 8)],
    ),
    (Cue::PageCredits, &[(Furniture, 124), (Byline, -20), (Head, -30), (Start, 8)]),
    (Cue::PaperName, &[(Masthead, 84), (Sub, -10)]),
    (Cue::Calendar, &[(Masthead, 116), (Head, -20), (Sub, -20), (Kicker, -20)]),
    (Cue::DateAlone, &[(Masthead, -40), (Credit, 74)]),
    (Cue::DateNext, &[(Credit, 54), (Notice, -10), (Head, -20), (Start, -24)]),
    (Cue::IssueNumber, &[(Masthead, 102), (Head, -20), (Sub, -20), (Kicker, -20)]),
    (Cue::SeeAlso, &[(Credit, 74), (Head, -30), (Sub, -30), (Kicker, -30), (Start, -20)]),
    (Cue::TurnsTo, &[(Credit, 74), (Head, -40), (Sub, -40), (Kicker, -40), (Start, -30)]),
    (
        Cue::TurnsFrom,
        &[(Start, 14), (Bare, 40), (Kicker, 50), (Head, -50), (Deck, -30), (Credit, 54), (Sub, -20)],
    ),
    // What stands around it.
    (Cue::First, &[(Start, 40), (Masthead, 8)]),
    (Cue::NewPage, &[(Start, 44), (Masthead, 6)]),
    (Cue::UnderHeading, &[(Furniture, 124), (Start, -30)]),
    (Cue::Gap, &[(Start, 10), (Cont, -12), (Byline, 4)]),
    (Cue::NoGap, &[(Notice, 16), (Cont, 10), (Start, -16), (Head, -2)]),
    (Cue::AfterOpen, &[(Cont, 66), (Start, -24), (Sub, -16), (Para, -4)]),
    (Cue::AfterLead, &[(Start, -14)]),
    (Cue::AfterMaybeOpen, &[(Cont, 46)]),
    (Cue::BylineAhead, &[(Start, 22), (Head, 10), (Kicker, 8), (Deck, 10), (Sub, -26), (Para, -8)]),
    (Cue::DatelineAhead, &[(Start, 26), (Head, 10), (Kicker, 8), (Deck, 10), (Sub, -30), (Para, -8)]),
    (Cue::RefAhead, &[(Start, 6), (Teaser, 40), (Sub, -10), (Kicker, -12), (Deck, -6)]),
    (Cue::NoticeAhead, &[(Notice, 30)]),
    (Cue::OpeningNext, &[(Start, 11), (Head, 3), (Sub, -4)]),
    (Cue::EchoNext, &[(Start, 16), (Sub, -4)]),
    (Cue::EchoBefore, &[(Start, -16), (Sub, 2)]),
    (Cue::NotBefore, &[(Start, 8)]),
    (Cue::Stranger, &[(Start, 6)]),
    (Cue::SameMatter, &[(Start, -8)]),
    (Cue::OneMatter, &[(Start, -8)]),
    (Cue::Alone, &[(Start, 6)]),
    (Cue::Repeated, &[(Start, -10)]),
    (Cue::Untold, &[(Start, -8), (Sub, 4)]),
    (Cue::CreditNext, &[(Start, 24)]),
    (Cue::TimesNext, &[(Start, 40), (Sub, -20), (Head, 8)]),
    (Cue::BodyBefore, &[(Sub, 6)]),
    (Cue::SameShort, &[(Head, 8), (Kicker, -4), (Deck, -4)]),
    (Cue::ShorterNext, &[(Kicker, 6)]),
    (Cue::OneHeadNext, &[(Kicker, -8)]),
    (Cue::OneHead, &[(Head, 10)]),
    (Cue::OnePart, &[(Start, -8), (Kicker, -10), (Deck, -4)]),
    (Cue::FirstOfThree, &[(Kicker, 12)]),
    (Cue::LastOfThree, &[(Deck, 12)]),
    (Cue::SmallFirst, &[(Kicker, 18), (Start, 4), (Sub, -8)]),
    (Cue::Occasion, &[(Kicker, 18)]),
    (Cue::OwnLine, &[(Kicker, 10)]),
    (Cue::LeadsUp, &[(Kicker, 22)]),
    (Cue::DetailAfter, &[(Deck, 14)]),
    (Cue::WhoseAfter, &[(Deck, 14)]),
    (Cue::FiguresAfter, &[(Deck, 14)]),
    (Cue::KindAfter, &[(Deck, 14)]),
    (Cue::AnswerAfter, &[(Deck, 26)]),
    (Cue::ClauseAfter, &[(Deck, 8)]),
    (Cue::LongerBefore, &[(Deck, 8)]),
    (Cue::ClosedNext, &[(Para, 20), (Sub, -20), (Head, -20), (Kicker, -20), (Deck, -20)]),
    (Cue::ClosesBefore, &[(Cont, 48), (Para, -4)]),
    (Cue::WholeNext, &[(Kicker, 16)]),
    (Cue::WholeBefore, &[(Deck, 14), (Head, -10)]),
];

/// The parts that a line in `state` plays.
pub(super) const fn parts(state: State) -> &'static [Part] {
    match state {
        State::MastheadFirst => &[Start, Masthead],
        State::Masthead => &[Masthead],
        State::FurnitureFirst => &[Start, Furniture],
        State::Furniture => &[Furniture],
        State::KickerFirst => &[Start, Kicker],
        State::Kicker => &[Kicker],
        State::HeadFirst => &[Start, Head],
        State::Head => &[Head],
        State::Deck => &[Deck],
        State::Byline => &[Byline],
        State::BareFirst => &[Start, Bare, Lead, Para],
        State::BareDatedFirst => &[Start, Bare, Lead, Dated, Para],
        State::LeadDated => &[Lead, Dated, Para],
        State::Lead => &[Lead, Para],
        State::Para | State::ParaDated => &[Para],
        State::Cont | State::ContDated => &[Cont],
        State::Sub | State::SubDated => &[Sub],
        State::Caption | State::CaptionDated => &[Caption],
        State::Credit | State::CreditDated => &[Credit],
        State::Tail => &[Tail],
        State::NoticeFirst => &[Start, Notice],
        State::Notice => &[Notice],
        State::TeaserFirst => &[Start, Teaser],
        State::Teaser => &[Teaser],
    }
}

/// How many sums a line has: one for each state, and some to fill a vector register.
pub(super) const LANES: usize = 32;

/// The rows, turned so that a line's scores are a sum of arrays.
#[derive(Debug)]
pub(super) struct Weights {
    /// By cue, then by state. Thirty cues of a hundred points each fit 16 bits with room to spare.
    rows: Vec<[i16; LANES]>,
}

impl Weights {
    /// The table as it stands.
    pub(super) fn new() -> Self {
        let mut rows = vec![[0; LANES]; Cue::ALL.len()];
        for &(cue, says) in ROWS {
            let Some(row) = rows.get_mut(cue as usize) else { continue };
            let mut by_part = [0_i16; Part::COUNT];
            for &(part, weight) in says {
                if let Some(sum) = by_part.get_mut(part as usize) {
                    *sum += weight;
                }
            }
            for (sum, &state) in row.iter_mut().zip(&State::ALL) {
                *sum += parts(state).iter().filter_map(|&part| by_part.get(part as usize)).sum::<i16>();
            }
        }
        Self { rows }
    }

    /// What a line with `cues` scores in each state.
    pub(super) fn scores(&self, cues: Cues) -> [i16; LANES] {
        let mut sums = [0_i16; LANES];
        for bit in cues.bits() {
            if let Some(row) = self.rows.get(bit) {
                for (sum, &weight) in sums.iter_mut().zip(row) {
                    *sum = sum.saturating_add(weight);
                }
            }
        }
        sums
    }
}

/// What a row says of `part`.
pub(super) fn weight(row: &[(Part, i16)], part: Part) -> i16 {
    row.iter().filter(|&&(of, _)| of == part).map(|&(_, weight)| weight).sum()
}
