//! The best path: labels for all lines at once (Viterbi), and how sure each of them is (max-marginals).
//!
//! The margin of a choice is how much the best path's sum would fall if this line were something else, everything else
//! being free to change with it. It is the honest measure of doubt: a line that looks like a headline only because of the
//! byline after it has a small margin once that byline is gone.

use super::cue::{Cue, Cues};
use super::label::{Label, State};
use super::line::Line;
use super::table::{self, Weights, parts, step, weight};

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

/// The step weights, by target: (source, weight).
struct Steps {
    into: Vec<Vec<(usize, Points)>>,
    from: Vec<Vec<(usize, Points)>>,
}

impl Steps {
    fn new() -> Self {
        let mut into = vec![Vec::new(); State::COUNT];
        let mut from = vec![Vec::new(); State::COUNT];
        for (a, &source) in State::ALL.iter().enumerate() {
            for (b, &target) in State::ALL.iter().enumerate() {
                if let Some(weight) = step(source, target)
                    && let (Some(into), Some(from)) = (into.get_mut(b), from.get_mut(a))
                {
                    into.push((a, Points::from(weight)));
                    from.push((b, Points::from(weight)));
                }
            }
        }
        Self { into, from }
    }
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
    let emit = |n: usize, cues: Cues| {
        let mut scores = weights.scores(cues);
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
        let mut scores = emit(n, line.cues);
        for (target, score) in scores.iter_mut().enumerate() {
            let before = match forward.last() {
                None => {
                    if State::ALL.get(target).is_some_and(|state| state.starts()) {
                        0
                    } else {
                        NEVER
                    }
                }
                Some(last) => steps
                    .into
                    .get(target)
                    .into_iter()
                    .flatten()
                    .map(|&(source, weight)| at(last, source) + weight)
                    .max()
                    .unwrap_or(NEVER),
            };
            *score = (*score + before).max(NEVER);
        }
        let top = scores.iter().copied().max().unwrap_or(0);
        for score in &mut scores {
            *score = (*score - top).max(NEVER);
        }
        forward.push(scores);
    }
    // Backward: the best sum of what follows; the choices fall out on the way.
    let mut choices = Vec::with_capacity(lines.len());
    let mut follows: Scores = [0; State::COUNT];
    for (state, score) in State::ALL.iter().zip(&mut follows) {
        *score = table::last(*state);
    }
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
            Some(target) => steps
                .into
                .get(target)
                .into_iter()
                .flatten()
                .max_by_key(|&&(source, weight)| (at(here, source) + weight, usize::MAX - source))
                .map(|&(source, _)| source),
        };
        let chosen = chosen.unwrap_or(0);
        choices.push(choose(&sums, chosen));
        next = Some(chosen);
        // One step back.
        let emitted = emit(n, line.cues);
        let mut earlier: Scores = [NEVER; State::COUNT];
        for (source, score) in earlier.iter_mut().enumerate() {
            *score = steps
                .from
                .get(source)
                .into_iter()
                .flatten()
                .map(|&(target, weight)| at(&follows, target) + at(&emitted, target) + weight)
                .max()
                .unwrap_or(NEVER);
        }
        let top = earlier.iter().copied().max().unwrap_or(0);
        for score in &mut earlier {
            *score = (*score - top).max(NEVER);
        }
        follows = earlier;
    }
    choices.reverse();
    choices
}

fn choose(sums: &Scores, chosen: usize) -> Choice {
    let state = State::ALL.get(chosen).copied().unwrap_or(State::BareFirst);
    let best = at(sums, chosen);
    let rivals = |other: &dyn Fn(State) -> bool| {
        State::ALL
            .iter()
            .zip(sums)
            .filter(|&(&state, _)| other(state))
            .max_by_key(|&(_, &sum)| sum)
            .map(|(&state, &sum)| (state, best - sum))
    };
    let (runner, margin) = rivals(&|other| other.label() != state.label()).unwrap_or((state, 0));
    let (_, start_margin) = rivals(&|other| other.starts() != state.starts()).unwrap_or((state, 0));
    Choice { state, margin: margin.max(0), runner: runner.label(), start_margin: start_margin.max(0) }
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
