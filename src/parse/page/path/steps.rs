//! What may follow what, and what it costs, in the form in which the path asks for it.

use super::sums::{NEVER, QUARTER, Sums, state};
use crate::parse::page::label::State;
use crate::parse::page::order::{end, steps};

/// From one state to those of a quarter, or to one state from those of a quarter: what each step costs.
struct Fan {
    /// The lane of the one state.
    lane: u8,
    costs: [i16; QUARTER],
}

/// For each quarter the fans that have a step in it.
type Fans = [Vec<Fan>; 4];

/// What may follow what inside an article, and what it costs to end an article in each state. Any article may follow any
/// other, so the many steps from an end to a start go through one best end.
///
/// A line's sums are found for all states at once: that is a sum and a maximum of whole registers for each fan.
pub(super) struct Steps {
    /// By the quarter of the state after.
    from: Fans,
    /// By the quarter of the state before.
    into: Fans,
    /// By the place of the state after: what each state before it costs.
    sources: Vec<Sums>,
    /// Nothing for the states that begin an article, [`NEVER`] for the others; and the reverse.
    pub(super) starts: Sums,
    pub(super) others: Sums,
    ends: Sums,
    /// Nothing for the states that have another label than the state of this place.
    labels: Vec<Sums>,
}

/// By what a line's sums are lowered, for only what they are relative to each other counts.
#[derive(Debug, Clone, Copy)]
pub(super) enum Level {
    /// By the best of the sums that they were made from, which is at hand before they are.
    Before,
    /// By the best of them.
    Here,
}

impl Level {
    #[inline]
    fn of(self, sums: &Sums, before: &Sums) -> Sums {
        sums.lowered(match self {
            Self::Before => before.top(),
            Self::Here => sums.top(),
        })
    }
}

impl Steps {
    pub(super) fn new() -> Self {
        let inner = steps();
        let inner = |source: State, target: State| {
            inner.get(source as usize).and_then(|row| *row.get(target as usize)?).unwrap_or(NEVER)
        };
        let only = |fits: &dyn Fn(State) -> bool| Sums::of(|state| if fits(state) { 0 } else { NEVER });
        let ends = Sums::of(end);
        let sources =
            |&target: &State| if target.starts() { ends } else { Sums::of(|source| inner(source, target)) };
        Self {
            from: fans(|source| Sums::of(|target| inner(source, target))),
            into: fans(|target| Sums::of(|source| inner(source, target))),
            sources: State::ALL.iter().map(sources).collect(),
            starts: only(&State::starts),
            others: only(&|state| !state.starts()),
            ends,
            labels: State::ALL.iter().map(|&this| only(&|state| state.label() != this.label())).collect(),
        }
    }

    /// The best sum of a path that ends in each state, after `last` and with what the line is worth by itself.
    #[inline]
    pub(super) fn go_on(&self, last: Option<&Sums>, emitted: &Sums, level: Level) -> Sums {
        let Some(last) = last else {
            let sums = self.starts.plus(emitted);
            return sums.lowered(sums.top());
        };
        let sums = self.forward(last).plus(emitted);
        level.of(&sums, last)
    }

    /// The best sum of what follows each state of a line: the line after, worth `emitted` by itself, and what `follows` it.
    #[inline]
    pub(super) fn go_back(&self, follows: &Sums, emitted: &Sums, level: Level) -> Sums {
        let sums = self.backward(&follows.plus(emitted));
        level.of(&sums, follows)
    }

    /// The best sum with which each state can be reached from `last`.
    #[inline]
    fn forward(&self, last: &Sums) -> Sums {
        let ended = last.plus(&self.ends).top();
        let mut best = self.starts.raised(ended);
        raise(&mut best, &self.from, last);
        best
    }

    /// The best sum that can follow each state, where `next` is what each state of the next line is worth.
    #[inline]
    fn backward(&self, next: &Sums) -> Sums {
        let started = next.plus(&self.starts).top();
        let mut best = self.ends.raised(started);
        raise(&mut best, &self.into, next);
        best
    }

    /// The best state before `target`.
    #[inline]
    pub(super) fn source(&self, last: &Sums, target: State) -> Option<State> {
        let sums = last.plus(self.sources.get(target as usize)?);
        sums.first(sums.top())
    }

    /// `sums` of the states that have another label than `state`.
    #[inline]
    pub(super) fn with_other_label(&self, sums: &Sums, state: State) -> Sums {
        self.labels.get(state as usize).map_or(*sums, |labels| sums.plus(labels))
    }
}

/// Raises `best` to what the fans' costs leave of `sums`, where that is more.
#[inline]
fn raise(best: &mut Sums, fans: &Fans, sums: &Sums) {
    for (best, fans) in best.quarters_mut().iter_mut().zip(fans) {
        let mut raised = *best;
        for fan in fans {
            // Leaving the loop here keeps the compiler at whole registers: else it would take eight fans at once.
            let Some(sum) = sums.at(fan.lane) else { break };
            for (best, cost) in raised.iter_mut().zip(&fan.costs) {
                *best = (*best).max(cost.saturating_add(sum));
            }
        }
        *best = raised;
    }
}

/// The fans of every state, those without a step left out.
fn fans(costs: impl Fn(State) -> Sums) -> Fans {
    let mut fans: Fans = Default::default();
    for lane in 0_u8.. {
        let Some(state) = state(usize::from(lane)) else { break };
        for (fans, &costs) in fans.iter_mut().zip(costs(state).quarters()) {
            if costs.iter().any(|&cost| cost > NEVER) {
                fans.push(Fan { lane, costs });
            }
        }
    }
    fans
}
