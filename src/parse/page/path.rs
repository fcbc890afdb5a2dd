//! The best path: labels for all lines at once (Viterbi), and how sure each of them is (max-marginals).
//!
//! The margin of a choice is how much the best path's sum would fall if this line were something else, everything else
//! being free to change with it. It is the honest measure of doubt: a line that looks like a headline only because of the
//! byline after it has a small margin once that byline is gone.

mod steps;
mod sums;

use super::cue::{Cue, Cues};
use super::label::{Label, State};
use super::line::Line;
use super::order;
use super::table::{self, parts, weight};
use steps::Steps;
use sums::Sums;

/// Points. 10 are worth a remark, 40 are near to proof.
pub(super) type Points = i32;

/// What a state costs that a person's fix rules out: more than all that can be won by it.
const FORBIDDEN: i16 = -6_000;

/// What the path says of one line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choice {
    /// The state on the best path.
    pub(super) state: State,
    /// By how many points it beats the best path with another label here.
    pub(super) margin: u16,
    /// The label on that other path.
    pub(super) runner: Label,
    /// By how many points an article's start here beats none, or none a start.
    pub(super) start_margin: u16,
}

/// Which states a line may be in: one bit each. A person's fix narrows it.
pub(super) type Allowed = u32;

/// Every state.
pub(super) const ANY: Allowed = (1 << State::COUNT) - 1;

/// After how many lines the forward sums are kept: those between are found again when they are needed.
const STRIDE: usize = 256;

/// The best path through `lines`. `allowed` narrows the states of single lines.
///
/// Time is linear in the lines; memory is a choice for each.
pub(super) fn best(lines: &[Line<'_>], allowed: impl Fn(usize) -> Allowed) -> Vec<Choice> {
    // What a person rules out costs more than 16 bits hold of several lines.
    let held = (0..lines.len()).any(|n| allowed(n) != ANY);
    if held { search::<true>(lines, allowed) } else { search::<false>(lines, allowed) }
}

/// The best path. `HELD` says whether a line's states are narrowed.
fn search<const HELD: bool>(lines: &[Line<'_>], allowed: impl Fn(usize) -> Allowed) -> Vec<Choice> {
    let (weights, steps) = (Weights::new(), Steps::new());
    let emit = |n: usize, line: &Line<'_>| {
        let mut sums = weights.sums(line.cues);
        let allowed = if HELD { allowed(n) } else { ANY };
        if allowed != ANY {
            let forbidden = |state: State| if allowed >> state as u32 & 1 == 0 { FORBIDDEN } else { 0 };
            sums.add(&Sums::of(forbidden));
        }
        sums
    };
    // What each line of a block is worth by itself: no sum waits for another there.
    let mut emitted: Vec<Sums> = Vec::with_capacity(STRIDE);
    let emit_all = |emitted: &mut Vec<Sums>, block: usize, lines: &[Line<'_>]| {
        emitted.clear();
        emitted.extend(lines.iter().enumerate().map(|(n, line)| emit(block * STRIDE + n, line)));
    };
    // Forward: the best sum of a path that ends in each state.
    let mut kept: Vec<Option<Sums>> = Vec::with_capacity(lines.len() / STRIDE + 1);
    let mut last = None;
    for (block, lines) in lines.chunks(STRIDE).enumerate() {
        kept.push(last);
        emit_all(&mut emitted, block, lines);
        for emitted in &emitted {
            last = Some(steps.go_on::<HELD>(last.as_ref(), emitted));
        }
    }
    // Backward: the best sum of what follows; the choices fall out on the way.
    let mut choices = Vec::with_capacity(lines.len());
    let mut follows = Sums::of(order::last);
    let mut next: Option<State> = None;
    let mut sums: Vec<Sums> = Vec::with_capacity(STRIDE);
    for (block, (lines, mut last)) in lines.chunks(STRIDE).zip(kept).enumerate().rev() {
        emit_all(&mut emitted, block, lines);
        sums.clear();
        for emitted in &emitted {
            let here = steps.go_on::<HELD>(last.as_ref(), emitted);
            sums.push(here);
            last = Some(here);
        }
        for (emitted, here) in emitted.iter().zip(&sums).rev() {
            let through = here.plus(&follows);
            // The best path goes on from the state chosen for the next line.
            let chosen = match next {
                None => through.first(through.top()),
                Some(target) => steps.source(here, target),
            };
            let chosen = chosen.unwrap_or(State::MastheadFirst);
            choices.push(choose(&steps, &through, chosen));
            next = Some(chosen);
            follows = steps.go_back::<HELD>(&follows, emitted);
        }
    }
    choices.reverse();
    choices
}

/// What the sums of all paths through each state say of the one that was `chosen`.
fn choose(steps: &Steps, sums: &Sums, chosen: State) -> Choice {
    let best = sums.of_state(chosen);
    let others = steps.with_other_label(sums, chosen);
    let other = others.top();
    let starts = if chosen.starts() { &steps.others } else { &steps.starts };
    let margin = |other: i16| u16::try_from(Points::from(best) - Points::from(other)).unwrap_or(0);
    Choice {
        state: chosen,
        margin: margin(other),
        runner: others.first(other).unwrap_or(chosen).label(),
        start_margin: margin(sums.plus(starts).top()),
    }
}

/// The [table], with the states in the lanes of [`Sums`].
struct Weights {
    /// By cue.
    rows: Vec<Sums>,
}

impl Weights {
    fn new() -> Self {
        let table = table::Weights::new();
        let row = |&cue: &Cue| {
            let mut cues = Cues::default();
            cues.set(cue);
            let scores = table.scores(cues);
            Sums::of(|state| scores.get(state as usize).copied().unwrap_or(0))
        };
        Self { rows: Cue::ALL.iter().map(row).collect() }
    }

    /// What a line with `cues` scores in each state.
    fn sums(&self, cues: Cues) -> Sums {
        let mut sums = Sums::NOTHING;
        cues.bits().filter_map(|bit| self.rows.get(bit)).for_each(|row| sums.add(row));
        sums
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
///
/// There is one for each article: it is kept as bytes, which need no room beside them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::parse) struct Why {
    cues: [u8; 16],
    state: State,
}

impl Why {
    /// Why a line with `cues` is in `state`.
    pub(super) const fn new(cues: Cues, state: State) -> Self {
        Self { cues: cues.to_bytes(), state }
    }

    const fn cues(self) -> Cues {
        Cues::from_bytes(self.cues)
    }

    /// The cues that speak for it, the strongest first.
    pub(in crate::parse) fn reasons(self) -> Vec<Cue> {
        reasons(self.cues(), self.state).into_iter().filter(|&(_, sum)| sum > 0).map(|(cue, _)| cue).collect()
    }

    /// The cue that speaks against it most, if one does.
    pub(in crate::parse) fn objection(self) -> Option<Cue> {
        reasons(self.cues(), self.state).pop().filter(|&(_, sum)| sum < 0).map(|(cue, _)| cue)
    }
}
