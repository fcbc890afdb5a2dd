//! A sum for each state: what the path adds, compares and keeps.
//!
//! The states stand in quarters of one register each: those that begin an article, the other heads, the body, and the
//! body of a text that opened with a dateline. A step inside an article leads into one quarter or two, so most of the
//! work for all pairs of states is left out.

use crate::parse::page::label::State;

/// How many sums a quarter has.
pub(super) const QUARTER: usize = 8;

/// How many sums there are: one for each state, and some to fill the registers.
pub(super) const LANES: usize = 4 * QUARTER;

/// Lower than any sum of a path that may be.
pub(super) const NEVER: i16 = -30_000;

/// Where the states stand.
const ORDER: [State; State::COUNT] = [
    // The starts.
    State::MastheadFirst,
    State::FurnitureFirst,
    State::KickerFirst,
    State::HeadFirst,
    State::NoticeFirst,
    State::TeaserFirst,
    State::BareFirst,
    State::BareDatedFirst,
    // The heads.
    State::Masthead,
    State::Furniture,
    State::Kicker,
    State::Head,
    State::Notice,
    State::Teaser,
    State::Deck,
    State::Byline,
    // The body.
    State::Lead,
    State::Para,
    State::Cont,
    State::Sub,
    State::Caption,
    State::Credit,
    State::LeadDated,
    State::Tail,
    // The dated body.
    State::ParaDated,
    State::ContDated,
    State::SubDated,
    State::CaptionDated,
    State::CreditDated,
];

/// By lane the place of its state among [`State::ALL`]: of states with the same sum the first wins.
const RANKS: [i16; LANES] = {
    let mut ranks = [i16::MAX; LANES];
    let (mut to, mut states): (&mut [i16], &[State]) = (&mut ranks, &ORDER);
    while let ([rank, after @ ..], [state, others @ ..]) = (to, states) {
        *rank = *state as i16;
        (to, states) = (after, others);
    }
    ranks
};

/// The state that stands in `lane`.
pub(super) fn state(lane: usize) -> Option<State> {
    ORDER.get(lane).copied()
}

/// A sum for each state. Sums are kept relative to the best of the line before, so they fit 16 bits: what no path reaches
/// stays near [`NEVER`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Sums([i16; LANES]);

impl Sums {
    /// Nothing for every state.
    pub(super) const NOTHING: Self = Self([0; LANES]);

    /// `sum` of every state; [`NEVER`] where there is none.
    pub(super) fn of(sum: impl Fn(State) -> i16) -> Self {
        let mut sums = [NEVER; LANES];
        for (to, &state) in sums.iter_mut().zip(&ORDER) {
            *to = sum(state);
        }
        Self(sums)
    }

    /// The sum in `lane`.
    #[inline]
    pub(super) fn at(&self, lane: u8) -> Option<i16> {
        self.0.get(usize::from(lane)).copied()
    }

    /// The sum of `state`.
    #[inline]
    pub(super) fn of_state(&self, state: State) -> i16 {
        let lanes = self.0.iter().zip(&RANKS);
        lanes.fold(NEVER, |found, (&sum, &rank)| if rank == state as i16 { sum } else { found })
    }

    /// The four quarters.
    #[inline]
    pub(super) fn quarters_mut(&mut self) -> &mut [[i16; QUARTER]] {
        self.0.as_chunks_mut().0
    }

    /// The four quarters.
    #[inline]
    pub(super) fn quarters(&self) -> &[[i16; QUARTER]] {
        self.0.as_chunks().0
    }

    /// Adds `other`.
    #[inline]
    pub(super) fn add(&mut self, other: &Self) {
        for (sum, other) in self.0.iter_mut().zip(&other.0) {
            *sum = sum.saturating_add(*other);
        }
    }

    /// The sums of both.
    #[inline]
    pub(super) fn plus(mut self, other: &Self) -> Self {
        self.add(other);
        self
    }

    /// All of them raised by `sum`.
    #[inline]
    pub(super) fn raised(&self, sum: i16) -> Self {
        Self(self.0.map(|other| other.saturating_add(sum)))
    }

    /// The best sum.
    #[inline]
    pub(super) fn top(&self) -> i16 {
        self.0.iter().fold(i16::MIN, |top, &sum| top.max(sum))
    }

    /// The first state among [`State::ALL`] whose sum is `top`.
    #[inline]
    pub(super) fn first(&self, top: i16) -> Option<State> {
        let ranks = self.0.iter().zip(&RANKS);
        let first =
            ranks.fold(i16::MAX, |first, (&sum, &rank)| first.min(if sum == top { rank } else { i16::MAX }));
        State::ALL.get(usize::try_from(first).ok()?).copied()
    }

    /// All of them lowered by `sum`.
    #[inline]
    pub(super) fn lowered(&self, sum: i16) -> Self {
        Self(self.0.map(|other| other.saturating_sub(sum).max(NEVER)))
    }
}
