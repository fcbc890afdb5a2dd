//! What may follow what, and what it costs, in the form in which the path asks for it.

use super::sums::{INNER, LANES, NEVER, Sums, leader, state};
use crate::parse::page::label::State;
use crate::parse::page::order::{end, steps};

/// From one state to the others inside an article, or to one state from the others: what each step costs.
struct Fan {
    /// The lane of the one state.
    lane: u8,
    costs: [i16; INNER],
}

/// What may follow what inside an article, and what it costs to end an article in each state. Any article may follow any
/// other, so the many steps from an end to a start go through one best end.
///
/// A line's sums are found for all states at once: that is a sum and a maximum of whole registers for each fan. What goes
/// on alike has one fan, its leader's.
pub(super) struct Steps {
    /// By the state before.
    from: Vec<Fan>,
    /// By the state after.
    into: Vec<Fan>,
    /// By the place of the state after: what each state before it costs.
    sources: Vec<Sums>,
    /// Nothing for the states that begin an article, [`NEVER`] for the others; and the reverse.
    pub(super) starts: Sums,
    pub(super) others: Sums,
    ends: Sums,
    /// Nothing for the states that have another label than the state of this place.
    labels: Vec<Sums>,
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
        let leaders: [bool; State::COUNT] =
            std::array::from_fn(|n| State::ALL.get(n).is_some_and(|&of| leads(of)));
        let leads = |state: State| leaders.get(state as usize).is_some_and(|&leads| leads);
        Self {
            from: fans(|source| Sums::of(|target| if leads(source) { inner(source, target) } else { NEVER })),
            into: fans(|target| Sums::of(|source| if leads(source) { inner(source, target) } else { NEVER })),
            sources: State::ALL.iter().map(sources).collect(),
            starts: only(&State::starts),
            others: only(&|state| !state.starts()),
            ends,
            labels: State::ALL.iter().map(|&this| only(&|state| state.label() != this.label())).collect(),
        }
    }

    /// The best sum of a path that ends in each state, after `last` and with what the line is worth by itself.
    ///
    /// Sums are lowered, for only what they are relative to each other counts: by the best of those that they were made
    /// from, which is at hand before they are, or by the best of them, if lines are `HELD` by a person.
    #[inline]
    pub(super) fn go_on<const HELD: bool>(&self, last: Option<&Sums>, emitted: &Sums) -> Sums {
        let Some(last) = last else {
            let sums = self.starts.plus(emitted);
            return sums.lowered(sums.top());
        };
        let sums = self.forward(last).plus(emitted);
        sums.lowered(if HELD { sums.top() } else { last.top() })
    }

    /// The best sum of what follows each state of a line: the line after, worth `emitted` by itself, and what `follows` it.
    /// They are lowered as [`go_on`](Self::go_on)'s are.
    #[inline]
    pub(super) fn go_back<const HELD: bool>(&self, follows: &Sums, emitted: &Sums) -> Sums {
        let sums = self.backward(&follows.plus(emitted));
        sums.lowered(if HELD { sums.top() } else { follows.top() })
    }

    /// The best sum with which each state can be reached from `last`.
    #[inline]
    fn forward(&self, last: &Sums) -> Sums {
        let ended = last.plus(&self.ends).top();
        Sums::starting(ended, &raise(&self.from, &last.merged()))
    }

    /// The best sum that can follow each state, where `next` is what each state of the next line is worth.
    #[inline]
    fn backward(&self, next: &Sums) -> Sums {
        let started = next.plus(&self.starts).top();
        Sums::spread(&raise(&self.into, next)).or(&self.ends.raised(started))
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

/// The best that the fans' costs leave of `sums`.
#[inline]
fn raise(fans: &[Fan], sums: &Sums) -> [i16; INNER] {
    let mut best = [NEVER; INNER];
    for fan in fans {
        // Leaving the loop here keeps the compiler at whole registers: else it would take eight fans at once.
        let Some(sum) = sums.at(fan.lane) else { break };
        for (best, cost) in best.iter_mut().zip(&fan.costs) {
            *best = (*best).max(cost.saturating_add(sum));
        }
    }
    best
}

/// The fans of every state that has a step.
fn fans(costs: impl Fn(State) -> Sums) -> Vec<Fan> {
    let fan = |lane: usize| {
        let costs = *costs(state(lane)?).inner();
        let steps = costs.iter().any(|&cost| cost > NEVER);
        steps.then_some(Fan { lane: u8::try_from(lane).ok()?, costs })
    };
    (0..LANES).filter_map(fan).collect()
}

/// Whether `of` stands in a leader's lane: it is asked for those that go on as it does.
fn leads(of: State) -> bool {
    (0..LANES).any(|lane| leader(lane) == lane && state(lane) == Some(of))
}
