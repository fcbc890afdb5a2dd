//! The best path: labels for all lines at once (Viterbi), and how sure each of them is (max-marginals).
//!
//! The margin of a choice is how much the best path's sum would fall if this line were something else, everything else
//! being free to change with it. It is the honest measure of doubt: a line that looks like a headline only because of the
//! byline after it has a small margin once that byline is gone.

use super::cue::{Cue, Cues};
use super::label::{Label, State};
use super::line::Line;
use super::order::{self, end, step};
use super::table::{self, Weights, parts, weight};

/// Points. 10 are worth a remark, 40 are near to proof.
pub(super) type Points = i32;

/// Lower than any sum of a path that may be.
const NEVER: Points = i32::MIN / 4;

/// What a state costs that a person's fix rules out: more than any page's sum.
const FORBIDDEN: Points = -1_000_000;

/// What the path says of one line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choice {
    /// The state on the best path.
    pub(super) state: State,
    /// By how much it beats the best path with another label here.
    pub(super) margin: Points,
    /// The label on that other path.
    pub(super) runner: Label,
    /// By how much an article's start here beats none, or none a start.
    pub(super) start_margin: Points,
}

/// Which states a line may be in: one bit each. A person's fix narrows it.
pub(super) type Allowed = u32;

/// Every state.
pub(super) const ANY: Allowed = (1 << State::COUNT) - 1;

/// What may follow what inside an article, as a flat list; and what it costs to end an article in each state. Any article
/// may follow any other, so the many steps from an end to a start go through one best end.
struct Steps {
    /// For each state, what may come before it inside an article, and the cost.
    into: Vec<Vec<(usize, Points)>>,
    /// For each state, what may come after it.
    from: Vec<Vec<(usize, Points)>>,
    ends: Scores,
}

impl Steps {
    fn new() -> Self {
        let inner = |source: State, target: State| {
            step(source, target).filter(|_| !target.starts()).map(Points::from)
        };
        let list = |costs: &dyn Fn(State) -> Option<Points>| -> Vec<(usize, Points)> {
            State::ALL.iter().enumerate().filter_map(|(n, &state)| Some((n, costs(state)?))).collect()
        };
        Self {
            into: State::ALL.iter().map(|&target| list(&|source| inner(source, target))).collect(),
            from: State::ALL.iter().map(|&source| list(&|target| inner(source, target))).collect(),
            ends: State::ALL.map(|state| Points::from(end(state))),
        }
    }

    /// The best sum with which each state can be reached from `last`.
    fn forward(&self, last: &Scores) -> Scores {
        let ended = last.iter().zip(&self.ends).map(|(before, cost)| before + cost).max().unwrap_or(NEVER);
        let mut best = [NEVER; State::COUNT];
        for ((best, steps), state) in best.iter_mut().zip(&self.into).zip(&State::ALL) {
            *best = if state.starts() { ended } else { gather(last, steps) };
        }
        best
    }

    /// The best sum that can follow each state, where `next` is what each state of the next line is worth.
    fn backward(&self, next: &Scores) -> Scores {
        let starts = State::ALL.iter().zip(next).filter(|(state, _)| state.starts());
        let started = starts.map(|(_, &worth)| worth).max().unwrap_or(NEVER);
        let mut best = self.ends.map(|cost| started + cost);
        for (best, steps) in best.iter_mut().zip(&self.from) {
            *best = (*best).max(gather(next, steps));
        }
        best
    }

    /// The best state before `target`.
    fn source(&self, last: &Scores, target: usize) -> Option<usize> {
        let better = |best: Option<(Points, usize)>, sum: Points, source: usize| match best {
            Some((top, _)) if top >= sum => best,
            _ => Some((sum, source)),
        };
        let best = if State::ALL.get(target).is_some_and(|state| state.starts()) {
            last.iter()
                .zip(&self.ends)
                .enumerate()
                .fold(None, |best, (n, (sum, cost))| better(best, sum + cost, n))
        } else {
            let into = self.into.get(target).into_iter().flatten();
            into.fold(None, |best, &(from, cost)| better(best, at(last, from) + cost, from))
        };
        best.map(|(_, source)| source)
    }
}

/// The best of `scores` after one of `steps`.
fn gather(scores: &Scores, steps: &[(usize, Points)]) -> Points {
    steps.iter().fold(NEVER, |best, &(n, cost)| best.max(at(scores, n) + cost))
}

type Scores = [Points; State::COUNT];

fn at(scores: &Scores, n: usize) -> Points {
    scores.get(n).copied().unwrap_or(NEVER)
}

/// The best path through `lines`. `allowed` narrows the states of single lines.
///
/// Time is linear in the lines; memory is one array of sums for each.
pub(super) fn best(lines: &[Line<'_>], allowed: impl Fn(usize) -> Allowed) -> Vec<Choice> {
    let (weights, steps) = (Weights::new(), Steps::new());
    // Most lines of a body look like the line before.
    let mut same = (Cues::default(), weights.scores(Cues::default()));
    let mut emit = |n: usize, cues: Cues| {
        if same.0 != cues {
            same = (cues, weights.scores(cues));
        }
        let mut scores = same.1;
        let allowed = allowed(n);
        if allowed != ANY {
            for (state, score) in scores.iter_mut().enumerate() {
                if allowed >> state & 1 == 0 {
                    *score += FORBIDDEN;
                }
            }
        }
        scores
    };
    // Forward: the best sum of a path that ends in each state. Sums are kept relative to the best, so none overflows.
    let mut forward: Vec<Scores> = Vec::with_capacity(lines.len());
    for (n, line) in lines.iter().enumerate() {
        let mut scores = match forward.last() {
            Some(last) => steps.forward(last),
            None => State::ALL.map(|state| if state.starts() { 0 } else { NEVER }),
        };
        for (sum, score) in scores.iter_mut().zip(emit(n, line.cues)) {
            *sum += score;
        }
        level(&mut scores);
        forward.push(scores);
    }
    // Backward: the best sum of what follows; the choices fall out on the way.
    let mut choices = Vec::with_capacity(lines.len());
    let mut follows = State::ALL.map(order::last);
    let mut next: Option<usize> = None;
    for (n, line) in lines.iter().enumerate().rev() {
        let Some(here) = forward.get(n) else { continue };
        let mut sums = *here;
        for (sum, after) in sums.iter_mut().zip(&follows) {
            *sum += after;
        }
        // The best path goes on from the state chosen for the next line.
        let chosen = match next {
            None => sums.iter().enumerate().max_by_key(|&(n, &sum)| (sum, usize::MAX - n)).map(|(n, _)| n),
            Some(target) => steps.source(here, target),
        };
        let chosen = chosen.unwrap_or(0);
        choices.push(choose(&sums, chosen));
        next = Some(chosen);
        for (after, score) in follows.iter_mut().zip(emit(n, line.cues)) {
            *after += score;
        }
        follows = steps.backward(&follows);
        level(&mut follows);
    }
    choices.reverse();
    choices
}

/// Makes the best of `scores` zero.
fn level(scores: &mut Scores) {
    let top = scores.iter().copied().max().unwrap_or(0);
    for score in scores {
        *score = (*score - top).max(NEVER);
    }
}

/// What the sums of all paths through each state say of the one that was chosen.
fn choose(sums: &Scores, chosen: usize) -> Choice {
    let state = State::ALL.get(chosen).copied().unwrap_or(State::BareFirst);
    let best = at(sums, chosen);
    let (mut runner, mut other_label, mut other_start) = (state, NEVER, NEVER);
    for (&other, &sum) in State::ALL.iter().zip(sums) {
        if other.label() as u8 != state.label() as u8 && sum > other_label {
            (runner, other_label) = (other, sum);
        }
        if other.starts() != state.starts() {
            other_start = other_start.max(sum);
        }
    }
    Choice {
        state,
        margin: (best - other_label).max(0),
        runner: runner.label(),
        start_margin: (best - other_start).max(0),
    }
}

/// How many points `cues` give `state`.
pub(super) fn score(cues: Cues, state: State) -> Points {
    let rows = table::ROWS.iter().filter(|&&(cue, _)| cues.has(cue));
    rows.map(|&(_, row)| parts(state).iter().map(|&part| Points::from(weight(row, part))).sum::<Points>())
        .sum()
}

/// The cues of a line that speak for `state`, the strongest first.
pub(super) fn reasons(cues: Cues, state: State) -> Vec<(Cue, Points)> {
    let mut found: Vec<(Cue, Points)> = table::ROWS
        .iter()
        .filter(|&&(cue, _)| cue != Cue::Always && cues.has(cue))
        .map(|&(cue, row)| (cue, parts(state).iter().map(|&part| Points::from(weight(row, part))).sum()))
        .filter(|&(_, sum)| sum != 0)
        .collect();
    found.sort_by_key(|&(_, sum)| std::cmp::Reverse(sum));
    found
}
