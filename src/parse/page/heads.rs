//! What tells the lines of one head: kicker, headline and deck.
//!
//! The desk sets a head's lines by form. A couplet is one headline; so is a line that breaks off and the one that ends
//! it. A line of two halves is the headline of its head. Of three parts the first is the kicker and the last the deck. Of
//! two parts a very short one, one with a clause of its own or one on who did it is no part of the headline; nor is a second
//! one that begins with figures or says what kind of text it is. Where form says nothing, two lines are one headline.

use super::chars::is_digit;
use super::cue::{Cue, Cues};
use super::lexicon;
use super::line::Line;
use super::people;
use super::rubric::letters;

/// Most lines of a head.
const LINES: usize = 6;
/// Most characters of a headline that takes two lines.
const HEADLINE: u32 = 24;
/// A first part of so few letters is a kicker when the second is longer by [`MORE`].
const SMALL: usize = 5;
const MORE: usize = 3;

/// Sets the cues of every run of title lines. `title` says what a title line is, `body`
/// what a body's text is.
pub(super) fn shape(lines: &mut [Line<'_>], title: impl Fn(Cues) -> bool, body: impl Fn(Cues) -> bool) {
    let mut at = 0;
    while at < lines.len() {
        let rest = lines.get_mut(at..).unwrap_or_default();
        let mut run = rest.iter().take_while(|line| title(line.cues)).count();
        let next = rest.get(run).map_or(Cues::default(), |line| line.cues);
        let mut named = next.has(Cue::BareNames);
        if run >= 2 && signs(rest.get(run - 2..run).unwrap_or_default(), next.has(Cue::Salute), body(next)) {
            run -= 1;
            named = true;
            if let Some(line) = rest.get_mut(run) {
                line.cues.set(Cue::NameAfter);
            }
        }
        if (2..=LINES).contains(&run)
            && let Some(head) = rest.get_mut(..run)
        {
            one(head, named);
        }
        at += run.max(1);
    }
}

/// Whether the last line before a text says who wrote it: a name, or anybody above a letter.
fn signs(lines: &[Line<'_>], letter: bool, body: bool) -> bool {
    let [title, name] = lines else { return false };
    !title.cues.any(&[Cue::Rubric, Cue::Column, Cue::NoticeHead, Cue::EndsDash, Cue::Says])
        && ((body
            && name.cues.has(Cue::LikeName)
            && (people::with_office(name.text) || !lexicon::breaks_off(title.text)))
            || (letter && letters(name.text) <= 10))
}

/// What is known of one line of a head.
#[derive(Debug, Clone, Copy, Default)]
struct Part {
    cues: Cues,
    /// Letters of the line.
    letters: usize,
    /// Characters of the line and of those that are one part with it.
    chars: u32,
    /// It is one part with the next line.
    bound: bool,
}

/// `signed` says that a name and no role stands after the head, as under an essay.
fn one(head: &mut [Line<'_>], signed: bool) {
    let mut parts = [Part::default(); LINES];
    for (part, line) in parts.iter_mut().zip(head.iter()) {
        *part = Part { cues: line.cues, letters: letters(line.text), chars: line.chars.0, bound: false };
    }
    let mut count = 1;
    for (n, pair) in head.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        let Some([left, right]) = parts.get_mut(n..).and_then(|rest| rest.first_chunk_mut()) else {
            continue;
        };
        left.bound = binds(a, left.letters, b, right.letters);
        if left.bound {
            right.chars += left.chars;
        } else {
            count += 1;
        }
    }
    let halves = head.iter().position(|line| line.cues.has(Cue::Halves));
    let last = head.len() - 1;
    let get = |n: usize| parts.get(n).copied().unwrap_or_default();
    // A third line of two halves, longer than the one before, is a deck.
    let whole = match (parts.first_chunk(), count) {
        // Of three parts the one in the middle.
        (Some([a, b, _]), 3) if a.cues.has(Cue::Halves) && b.cues.has(Cue::Halves) => Some(1),
        _ => halves,
    };
    let whole = whole.filter(|&n| !(n >= 2 && n == last && get(n).letters > get(n - 1).letters + MORE));
    let (mut at, mut question) = (1, false);
    for (n, line) in head.iter_mut().enumerate() {
        let here = get(n);
        let before = (n > 0).then(|| get(n - 1));
        let joined_before = n > 1 && get(n - 2).bound;
        let joined = before.is_some_and(|before| before.bound);
        at += usize::from(n > 0 && !joined);
        let cues = &mut line.cues;
        cues.set_if(here.bound || joined, Cue::OnePart);
        cues.set_if(count >= 3 && at == 1, Cue::FirstOfThree);
        cues.set_if(count >= 3 && at == count, Cue::LastOfThree);
        cues.set_if(whole.is_some_and(|whole| n < whole), Cue::WholeNext);
        cues.set_if(whole.is_some_and(|whole| n > whole), Cue::WholeBefore);
        let next = (n < last).then(|| get(n + 1));
        let fits = |a: Part, b: Part| {
            a.chars + b.chars <= HEADLINE
                && !a.cues.has(Cue::Halves)
                && !b.cues.any(&[Cue::Halves, Cue::Asks])
        };
        cues.set_if(next.is_some_and(|next| here.bound || fits(here, next)), Cue::OneHeadNext);
        cues.set_if(
            before.is_some_and(|before| joined || fits(before, Part { chars: line.chars.0, ..here })),
            Cue::OneHead,
        );
        if count < 2 || here.bound || joined {
            continue;
        }
        if at == 1 {
            let small = here.letters <= SMALL
                && !cues.has(Cue::Asks)
                && !line.text.contains('的')
                && next.is_some_and(|next| {
                    next.letters >= here.letters + if signed { 0 } else { MORE }
                        || (signed && next.letters != here.letters)
                });
            cues.set_if(small, Cue::SmallFirst);
            cues.set_if(line.whose, Cue::WhoseFirst);
        } else if let Some(before) = before.filter(|before| {
            // What follows a very short line, or stands in the middle of three, is the headline.
            (joined_before || before.letters > SMALL) && (count != 3 || at == count)
        }) {
            cues.set_if(opens_with_figures(line.text), Cue::FiguresAfter);
            cues.set_if(line.whose, Cue::WhoseAfter);
            cues.set_if(line.kind, Cue::KindAfter);
            cues.set_if(question && !cues.has(Cue::Asks), Cue::AnswerAfter);
            cues.set_if(cues.has(Cue::Commas) && !before.cues.has(Cue::Commas), Cue::ClauseAfter);
        }
        question = line.text.ends_with(['？', '?']);
    }
}

/// Whether two lines are one part of a head: a couplet, or a line that breaks off and the one that ends it.
fn binds(a: &Line<'_>, left: usize, b: &Line<'_>, right: usize) -> bool {
    let alone = a.cues.any(&[Cue::Halves, Cue::EndsDash, Cue::Rubric, Cue::Column, Cue::Says])
        || b.cues.any(&[Cue::Halves, Cue::OpensDash, Cue::Asks, Cue::Chairs]);
    let broken = left <= SMALL + 1 && (a.cues.has(Cue::EndsComma) || lexicon::breaks_off(a.text));
    !alone && ((left == right && a.chars.0.abs_diff(b.chars.0) <= 1) || broken)
}

/// `6月14日…`, `第四次…`, `近万人…`.
fn opens_with_figures(text: &str) -> bool {
    text.starts_with(|c: char| is_digit(c) || matches!(c, '第' | '近' | '约' | '約' | '逾' | '超'))
}
