//! The best path: labels for all lines at once (Viterbi), and how sure each of them is (max-marginals).
//!
//! The margin of a choice is how much the best path's sum would fall if this line were something else, everything else
//! being free to change with it. It is the honest measure of doubt: a line that looks like a headline only because of the
//! byline after it has a small margin once that byline is gone.

use super::cue::{Cue, Cues};
use super::label::{Label, State};
use super::line::Line;
use super::order::{self, end, steps};
use super::table::{self, LANES, Weights, parts, weight};

/// Points. 10 are worth a remark, 40 are near to proof.
pub(super) type Points = i32;

/// Lower than any sum of a path that may be.
const NEVER: i16 = -30_000;

/// What a state costs that a person's fix rules out: more than all that can be won by it.
const FORBIDDEN: i16 = -6_000;

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

/// A sum for each state. Sums are kept relative to the best of a line, so they fit 16 bits: what no path reaches stays
/// near [`NEVER`].
type Scores = [i16; LANES];

/// States that have the same steps, and what those cost.
struct Group {
    members: Vec<usize>,
    costs: Scores,
}

/// What may follow what inside an article, and what it costs to end an article in each state. Any article may follow any
/// other, so the many steps from an end to a start go through one best end.
///
/// A line's sums are found for all states at once: that is a sum and a maximum of whole arrays for each group.
struct Steps {
    /// By what is before: what each state after it costs.
    from: Vec<Group>,
    /// By what is after: what each state before it costs.
    into: Vec<Group>,
    /// Nothing for the states that begin an article, [`NEVER`] for the others; and the reverse.
    starts: Scores,
    others: Scores,
    ends: Scores,
    /// Nothing for the states that have another label than the state with this number.
    labels: Vec<Scores>,
}

impl Steps {
    fn new() -> Self {
        let inner = steps();
        let inner = |source: State, target: State| {
            inner.get(source as usize).and_then(|row| *row.get(target as usize)?).unwrap_or(NEVER)
        };
        let only = |fits: &dyn Fn(State) -> bool| scores(|state| if fits(state) { 0 } else { NEVER });
        Self {
            from: groups(|source| scores(|target| inner(source, target))),
            into: groups(|target| scores(|source| inner(source, target))),
            starts: only(&State::starts),
            others: only(&|state| !state.starts()),
            ends: scores(end),
            labels: State::ALL.iter().map(|&this| only(&|state| state.label() != this.label())).collect(),
        }
    }

    /// The best sum with which each state can be reached from `last`.
    fn forward(&self, last: &Scores) -> Scores {
        let ended = top(&plus(last, &self.ends));
        let mut best = raised(&self.starts, ended);
        for group in &self.from {
            raise(&mut best, &group.costs, group.best(last));
        }
        best
    }

    /// The best sum that can follow each state, where `next` is what each state of the next line is worth.
    fn backward(&self, next: &Scores) -> Scores {
        let started = top(&plus(next, &self.starts));
        let mut best = raised(&self.ends, started);
        for group in &self.into {
            raise(&mut best, &group.costs, group.best(next));
        }
        best
    }

    /// The best state before `target`.
    fn source(&self, last: &Scores, target: usize) -> Option<usize> {
        let starts = State::ALL.get(target).is_some_and(|state| state.starts());
        let into = self.into.iter().find(|group| group.members.contains(&target));
        let costs = if starts { &self.ends } else { &into?.costs };
        first_best(&plus(last, costs))
    }
}

impl Group {
    /// The best sum of its states.
    fn best(&self, scores: &Scores) -> i16 {
        self.members.iter().fold(i16::MIN, |best, &n| best.max(at(scores, n)))
    }
}

/// `costs` of every state, those with the same put together and those without any left out.
fn groups(costs: impl Fn(State) -> Scores) -> Vec<Group> {
    let mut found: Vec<Group> = Vec::new();
    for (n, &state) in State::ALL.iter().enumerate() {
        let costs = costs(state);
        match found.iter_mut().find(|group| group.costs == costs) {
            Some(group) => group.members.push(n),
            None if costs.iter().any(|&cost| cost > NEVER) => found.push(Group { members: vec![n], costs }),
            None => {}
        }
    }
    found
}

/// An array with `score` of every state.
fn scores(score: impl Fn(State) -> i16) -> Scores {
    let mut scores = [NEVER; LANES];
    for (to, &state) in scores.iter_mut().zip(&State::ALL) {
        *to = score(state);
    }
    scores
}

fn at(scores: &Scores, n: usize) -> i16 {
    scores.get(n).copied().unwrap_or(NEVER)
}

fn plus(a: &Scores, b: &Scores) -> Scores {
    let mut sums = *a;
    for (sum, b) in sums.iter_mut().zip(b) {
        *sum = sum.saturating_add(*b);
    }
    sums
}

fn raised(scores: &Scores, by: i16) -> Scores {
    scores.map(|score| score.saturating_add(by))
}

/// Raises `best` to what `costs` leave of `sum`, where that is more.
fn raise(best: &mut Scores, costs: &Scores, sum: i16) {
    for (best, cost) in best.iter_mut().zip(costs) {
        *best = (*best).max(cost.saturating_add(sum));
    }
}

fn top(scores: &Scores) -> i16 {
    scores.iter().fold(i16::MIN, |top, &score| top.max(score))
}

/// The first state that has the best sum.
fn first_best(scores: &Scores) -> Option<usize> {
    let top = top(scores);
    scores.iter().take(State::COUNT).position(|&score| score == top)
}

/// Makes the best of `scores` zero.
fn level(scores: &mut Scores) {
    let top = top(scores);
    for score in scores {
        *score = score.saturating_sub(top).max(NEVER);
    }
}

/// After how many lines the forward sums are kept: those between are found again when they are needed.
const STRIDE: usize = 1024;

/// The best path through `lines`. `allowed` narrows the states of single lines.
///
/// Time is linear in the lines; memory is a choice for each.
pub(super) fn best(lines: &[Line<'_>], allowed: impl Fn(usize) -> Allowed) -> Vec<Choice> {
    let (weights, steps) = (Weights::new(), Steps::new());
    let emit = |n: usize, line: &Line<'_>| {
        let mut scores = weights.scores(line.cues);
        let allowed = allowed(n);
        if allowed != ANY {
            for (state, score) in scores.iter_mut().enumerate() {
                *score = score.saturating_add(if allowed >> state & 1 == 0 { FORBIDDEN } else { 0 });
            }
        }
        scores
    };
    // Forward: the best sum of a path that ends in each state.
    let go_on = |last: Option<&Scores>, emitted: &Scores| {
        let reached = last.map_or(steps.starts, |last| steps.forward(last));
        let mut scores = plus(&reached, emitted);
        level(&mut scores);
        scores
    };
    let mut kept: Vec<Option<Scores>> = Vec::with_capacity(lines.len() / STRIDE + 1);
    let mut last = None;
    for (block, lines) in lines.chunks(STRIDE).enumerate() {
        kept.push(last);
        for (n, line) in lines.iter().enumerate() {
            last = Some(go_on(last.as_ref(), &emit(block * STRIDE + n, line)));
        }
    }
    // Backward: the best sum of what follows; the choices fall out on the way.
    let mut choices = Vec::with_capacity(lines.len());
    let mut follows = scores(order::last);
    let mut next: Option<usize> = None;
    let mut sums: Vec<(Scores, Scores)> = Vec::with_capacity(STRIDE);
    for (block, (lines, mut last)) in lines.chunks(STRIDE).zip(kept).enumerate().rev() {
        sums.clear();
        for (n, line) in lines.iter().enumerate() {
            let emitted = emit(block * STRIDE + n, line);
            let scores = go_on(last.as_ref(), &emitted);
            sums.push((emitted, scores));
            last = Some(scores);
        }
        for (emitted, here) in sums.iter().rev() {
            let through = plus(here, &follows);
            // The best path goes on from the state chosen for the next line.
            let chosen = match next {
                None => first_best(&through),
                Some(target) => steps.source(here, target),
            };
            let chosen = chosen.unwrap_or(0);
            choices.push(steps.choose(&through, chosen));
            next = Some(chosen);
            follows = steps.backward(&plus(&follows, emitted));
            level(&mut follows);
        }
    }
    choices.reverse();
    choices
}

impl Steps {
    /// What the sums of all paths through each state say of the one that was chosen.
    fn choose(&self, sums: &Scores, chosen: usize) -> Choice {
        let state = State::ALL.get(chosen).copied().unwrap_or(State::BareFirst);
        let best = at(sums, chosen);
        let others = self.labels.get(chosen).map_or(*sums, |labels| plus(sums, labels));
        let runner = first_best(&others).and_then(|n| State::ALL.get(n)).copied().unwrap_or(state);
        let starts = if state.starts() { &self.others } else { &self.starts };
        let margin = |other: i16| (Points::from(best) - Points::from(other)).max(0);
        Choice {
            state,
            margin: margin(top(&others)),
            runner: runner.label(),
            start_margin: margin(top(&plus(sums, starts))),
        }
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

/// Why a line was taken for what it is: told when somebody asks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::parse) struct Why {
    cues: Cues,
    state: State,
}

impl Why {
    /// Why a line with `cues` is in `state`.
    pub(super) const fn new(cues: Cues, state: State) -> Self {
        Self { cues, state }
    }

    /// The cues that speak for it, the strongest first.
    pub(in crate::parse) fn reasons(self) -> Vec<Cue> {
        reasons(self.cues, self.state).into_iter().filter(|&(_, sum)| sum > 0).map(|(cue, _)| cue).collect()
    }

    /// The cue that speaks against it most, if one does.
    pub(in crate::parse) fn objection(self) -> Option<Cue> {
        reasons(self.cues, self.state).pop().filter(|&(_, sum)| sum < 0).map(|(cue, _)| cue)
    }
}
