//! The order of things: what may follow what in an article, and what it costs. The weights of what is seen in a line are
//! in the [table](super::table).

use super::label::State;

use State as S;

/// What may follow what inside an article, and what it costs. What is not here may not be.
///
/// The heads of an article come in one order: kicker, headline, deck, byline, body. So every path's text can be given
/// back in the order in which it was read.
const STEPS: &[(&[State], &[State], i16)] = &[
    (&[S::MastheadFirst, S::Masthead], &[S::Masthead, S::Furniture], 10),
    (&[S::FurnitureFirst, S::Furniture], &[S::Furniture, S::Masthead], 10),
    // Heads. More lines of one kind are rarer than one.
    (&[S::KickerFirst, S::Kicker], &[S::Kicker], -6),
    (&[S::KickerFirst, S::Kicker], &[S::Head], 0),
    (&[S::HeadFirst, S::Head], &[S::Head], -10),
    (&[S::HeadFirst, S::Head], &[S::Deck], -4),
    (&[S::Deck], &[S::Deck], -6),
    (&[S::HeadFirst, S::Head, S::Deck], &[S::Byline], 6),
    (&[S::Byline], &[S::Byline], -6),
    // From the heads into the body.
    (&[S::HeadFirst, S::Head], &[S::Teaser], -4),
    (&[S::HeadFirst, S::Head, S::Deck], &[S::Caption], -4),
    (&[S::HeadFirst, S::Head, S::Deck, S::Byline], &[S::Credit], -6),
    (&[S::HeadFirst, S::Head, S::Deck, S::Byline], &[S::LeadDated, S::Lead], 4),
    (&[S::Byline], &[S::Sub, S::Caption], -6),
    (&[S::HeadFirst, S::Head, S::Deck], &[S::Sub], -24),
    (&[S::Credit, S::Caption], &[S::LeadDated], -6),
    // The body. `Dated` is carried along.
    (BODY, &[S::Para, S::Cont, S::Sub, S::Caption, S::Credit, S::Tail], 0),
    (BODY_DATED, &[S::ParaDated, S::ContDated, S::SubDated, S::CaptionDated, S::CreditDated], 0),
    (&[S::Sub], &[S::Sub], -2),
    (&[S::SubDated], &[S::SubDated], -2),
    (&[S::Sub], &[S::Para], 2),
    (&[S::SubDated], &[S::ParaDated], 2),
    (&[S::Sub], &[S::Cont, S::Caption, S::Credit], -12),
    (&[S::SubDated], &[S::ContDated, S::CaptionDated, S::CreditDated], -12),
    (&[S::Caption], &[S::Caption, S::Credit, S::Tail, S::Para, S::Sub, S::Cont], 0),
    (&[S::CaptionDated], &[S::CaptionDated, S::CreditDated, S::ParaDated, S::SubDated, S::ContDated], 0),
    (&[S::Credit], &[S::Credit, S::Caption, S::Tail], 0),
    (&[S::CreditDated], &[S::CreditDated, S::CaptionDated], 0),
    (&[S::Credit], &[S::Para, S::Sub], -10),
    (&[S::CreditDated], &[S::ParaDated, S::SubDated], -10),
    // The end of a text. It has one dateline, so what opened with one has none at its end.
    (BODY_DATED, &[S::Tail], -40),
    (&[S::CaptionDated, S::CreditDated], &[S::Tail], -40),
    (&[S::Tail], &[S::Tail], -6),
    (&[S::Tail], &[S::Credit, S::Caption], -2),
    (&[S::Tail], &[S::Para], -30),
    (&[S::NoticeFirst, S::Notice], &[S::Notice], 14),
    (&[S::TeaserFirst, S::Teaser], &[S::Teaser], 10),
];

const BODY: &[State] = &[S::BareFirst, S::Lead, S::Para, S::Cont];
const BODY_DATED: &[State] = &[S::BareDatedFirst, S::LeadDated, S::ParaDated, S::ContDated];

/// What it costs to end an article after a line in one of these states; nothing for the others. Heads want a body.
const ENDS: &[(&[State], i16)] = &[
    (&[S::Tail], 18),
    (&[S::Credit, S::CreditDated], 18),
    (&[S::MastheadFirst, S::Masthead, S::FurnitureFirst, S::Furniture], 4),
    (&[S::KickerFirst, S::Kicker], -60),
    (&[S::HeadFirst, S::Head, S::Deck], -72),
    (&[S::Byline, S::Sub, S::SubDated], -90),
    // One line is rarely a notice.
    (&[S::NoticeFirst], -10),
];

/// What each step inside an article costs, by the state before and by the state after. Any article may follow any other.
pub(super) fn steps() -> [[Option<i16>; State::COUNT]; State::COUNT] {
    let mut steps = [[None; State::COUNT]; State::COUNT];
    // The first row that speaks of a step decides.
    for (sources, targets, cost) in STEPS.iter().rev() {
        for &source in *sources {
            for &target in *targets {
                if let Some(step) =
                    steps.get_mut(source as usize).and_then(|row| row.get_mut(target as usize))
                {
                    *step = Some(*cost);
                }
            }
        }
    }
    steps
}

/// What it costs to end an article after `last`.
pub(super) fn end(last: State) -> i16 {
    ENDS.iter().find(|(states, _)| states.contains(&last)).map_or(0, |&(_, cost)| cost)
}

/// What it costs when `state` is the page's last.
pub(super) fn last(state: State) -> i16 {
    end(state).min(0)
}
