//! A sum for each state: what the path adds, compares and keeps.
//!
//! The states stand in quarters of one register each, and those that go on alike inside an article stand one below the
//! other: so a maximum of two registers finds the best of eight pairs of them, and what may follow is asked for once.

use crate::parse::page::label::State;

/// How many sums a quarter has.
const QUARTER: usize = 8;

/// How many sums there are: one for each state, and some to fill the registers.
pub(super) const LANES: usize = 4 * QUARTER;

/// How many sums the three quarters have whose states do not begin an article.
pub(super) const INNER: usize = LANES - QUARTER;

/// Lower than any sum of a path that may be.
pub(super) const NEVER: i16 = -30_000;

/// Where the states stand.
///
/// In the first quarter those that begin an article, in the second those that go on as they do. In the last two lanes of
/// all quarters the paragraphs of a text, and those of one that opened with a dateline.
const ORDER: [[Option<State>; QUARTER]; 4] = [
    [
        Some(State::MastheadFirst),
        Some(State::FurnitureFirst),
        Some(State::KickerFirst),
        Some(State::HeadFirst),
        Some(State::NoticeFirst),
        Some(State::TeaserFirst),
        Some(State::BareFirst),
        Some(State::BareDatedFirst),
    ],
    [
        Some(State::Masthead),
        Some(State::Furniture),
        Some(State::Kicker),
        Some(State::Head),
        Some(State::Notice),
        Some(State::Teaser),
        Some(State::Lead),
        Some(State::LeadDated),
    ],
    [
        Some(State::Deck),
        Some(State::Byline),
        Some(State::Sub),
        Some(State::Caption),
        Some(State::Credit),
        Some(State::Tail),
        Some(State::Para),
        Some(State::ParaDated),
    ],
    [
        Some(State::SubDated),
        Some(State::CaptionDated),
        Some(State::CreditDated),
        None,
        None,
        None,
        Some(State::Cont),
        Some(State::ContDated),
    ],
];

/// From which lane of a quarter on the paragraphs stand.
const PARAGRAPHS: usize = 6;

/// By lane the place of its state among [`State::ALL`]: of states with the same sum the first wins.
const RANKS: [i16; LANES] = {
    let mut ranks = [i16::MAX; LANES];
    let (mut to, mut states): (&mut [i16], &[Option<State>]) = (&mut ranks, ORDER.as_flattened());
    while let ([rank, after @ ..], [state, others @ ..]) = (to, states) {
        if let Some(state) = state {
            *rank = *state as i16;
        }
        (to, states) = (after, others);
    }
    ranks
};

/// The state that stands in `lane`.
pub(super) fn state(lane: usize) -> Option<State> {
    *ORDER.as_flattened().get(lane)?
}

/// The lane in which [`Sums::merged`] has the best of the states that go on as the one in `lane` does.
pub(super) const fn leader(lane: usize) -> usize {
    if lane < QUARTER || lane % QUARTER >= PARAGRAPHS { QUARTER + lane % QUARTER } else { lane }
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
        for (to, &state) in sums.iter_mut().zip(ORDER.as_flattened()) {
            if let Some(state) = state {
                *to = sum(state);
            }
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
    fn quarters_mut(&mut self) -> &mut [[i16; QUARTER]] {
        self.0.as_chunks_mut().0
    }

    /// In each [`leader`]'s lane the best sum of the states that go on as its own does.
    #[inline]
    pub(super) fn merged(&self) -> Self {
        let mut merged = *self;
        if let [starts, others, body, more] = merged.quarters_mut() {
            for (lane, other) in others.iter_mut().enumerate() {
                *other = (*other).max(starts.get(lane).copied().unwrap_or(NEVER));
                let paragraph = body.get(lane).max(more.get(lane)).copied().unwrap_or(NEVER);
                *other = (*other).max(if lane < PARAGRAPHS { NEVER } else { paragraph });
            }
        }
        merged
    }

    /// For each state what is in the lane of its [`leader`], where `inner` are the sums of all that stand inside an article.
    #[inline]
    pub(super) fn spread(inner: &[i16; INNER]) -> Self {
        let mut sums = Self::starting(NEVER, inner);
        if let [starts, others, body, more] = sums.quarters_mut() {
            *starts = *others;
            for (lane, &other) in others.iter().enumerate().skip(PARAGRAPHS) {
                for quarter in [&mut *body, &mut *more] {
                    if let Some(sum) = quarter.get_mut(lane) {
                        *sum = other;
                    }
                }
            }
        }
        sums
    }

    /// `start` for every state that begins an article, and for the others `inner`.
    #[inline]
    pub(super) fn starting(start: i16, inner: &[i16; INNER]) -> Self {
        let mut sums = [start; LANES];
        for (to, &sum) in sums.iter_mut().skip(QUARTER).zip(inner) {
            *to = sum;
        }
        Self(sums)
    }

    /// The sums of the states that do not begin an article.
    #[inline]
    pub(super) fn inner(&self) -> &[i16; INNER] {
        self.0.last_chunk().unwrap_or(&[NEVER; INNER])
    }

    /// The better of both sums, for each state.
    #[inline]
    pub(super) fn or(mut self, other: &Self) -> Self {
        for (sum, other) in self.0.iter_mut().zip(&other.0) {
            *sum = (*sum).max(*other);
        }
        self
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
        // Whole registers first.
        let mut best = [i16::MIN; QUARTER];
        for quarter in self.0.as_chunks::<QUARTER>().0 {
            for (best, &sum) in best.iter_mut().zip(quarter) {
                *best = (*best).max(sum);
            }
        }
        best.into_iter().fold(i16::MIN, i16::max)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::page::order::steps;

    #[test]
    fn every_state_has_a_lane() {
        for &this in &State::ALL {
            assert_eq!((0..LANES).filter(|&lane| state(lane) == Some(this)).count(), 1, "{this:?}");
        }
    }

    #[test]
    fn what_stands_together_goes_on_alike() {
        let steps = steps();
        for lane in 0..LANES {
            let Some(this) = state(lane) else { continue };
            let other = state(leader(lane)).expect("a leader is a state");
            assert_eq!(steps[this as usize], steps[other as usize], "{this:?} and {other:?}");
        }
    }

    #[test]
    fn the_best_is_merged_and_spread() {
        let sums = Sums::of(|state| state as i16);
        let at = |sums: &Sums, state| sums.of_state(state);
        let merged = sums.merged();
        assert_eq!(at(&merged, State::Lead), at(&sums, State::Cont));
        assert_eq!(at(&merged, State::Head), at(&sums, State::Head));
        assert_eq!(at(&merged, State::Deck), at(&sums, State::Deck));
        let spread = Sums::spread(sums.inner());
        for state in [State::BareFirst, State::Lead, State::Para, State::Cont] {
            assert_eq!(at(&spread, state), at(&sums, State::Lead), "{state:?}");
        }
        assert_eq!(at(&spread, State::Sub), at(&sums, State::Sub));
        assert_eq!(at(&spread, State::KickerFirst), at(&sums, State::Kicker));
    }
}
