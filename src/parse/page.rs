//! A text dump of a printed page → articles.
//!
//! **The way**: text → [lines](line) → [cues](cue) (what is to be seen in a line [alone] and [around] it) → the best
//! [path](path) of labels under the [table](table) of weights → [articles](build). The decision is one: every label is
//! chosen with all others in sight, and each says how sure it is.
//!
//! **Invariants.** Every character that is not white space comes back exactly once and in order: in kicker, headline,
//! deck, byline and body of the articles. So a page heading, a masthead, a line that names the page's makers become small
//! articles of kind `credits`; what they say is filled into the issue's and the page's fields besides. For the same
//! reason the halves of a story that turns to another page are linked and not moved together.

mod alone;
mod around;
mod build;
mod chars;
mod cue;
mod dateline;
mod echo;
mod fix;
mod label;
mod language;
mod lexicon;
mod line;
mod link;
mod masthead;
mod pages;
mod path;
mod people;
mod table;
mod words;

pub use cue::Cue;
pub use fix::{Change, Edit, FORMAT as FIX_FORMAT, Fix};
pub use label::Label;
pub(super) use masthead::figures as date_in_figures;

use super::{Format, Hints, Note, Parsed};
use fix::Held;

/// A line of a page with what it is, and how sure that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelledLine<'a> {
    /// The line's number in the file, from 1.
    pub number: usize,
    /// Its text, without the white space at its ends.
    pub text: &'a str,
    /// What it is.
    pub label: Label,
    /// It begins an article.
    pub starts: bool,
    /// By how many points `label` beats `runner`. Ten are worth a remark, forty near to proof.
    pub margin: i32,
    /// What it would be otherwise.
    pub runner: Label,
    /// By how many points an article's start here beats none, or none a start.
    pub start_margin: i32,
    /// What spoke for or against `label`, in points, the strongest reason first.
    pub reasons: Vec<(Cue, i32)>,
}

/// Parses page text, with the corrections that a person made to it. See the [module](self).
#[must_use]
pub fn parse_with(text: &str, hints: &Hints, fix: Option<&Fix>) -> Parsed {
    let lines = looked(text);
    let held = Held::new(&lines, fix);
    let choices = path::best(&lines, |n| held.allowed(n));
    let mut notes = held.notes(&choices, fix);
    let (mut issue, starts) = build::build(&lines, &choices, hints);
    notes.extend(joined(&lines, &choices));
    drop((lines, choices));
    notes.extend(link::link(&mut issue, &starts));
    issue.language = language::of(text).map(str::to_owned);
    Parsed { issue, format: Format::PageText, encoding: "UTF-8", starts, notes }
}

/// Every line of `text` that is not blank, labelled.
#[must_use]
pub fn labels<'a>(text: &'a str, fix: Option<&Fix>) -> Vec<LabelledLine<'a>> {
    let lines = looked(text);
    let held = Held::new(&lines, fix);
    let choices = path::best(&lines, |n| held.allowed(n));
    lines
        .iter()
        .zip(&choices)
        .map(|(line, choice)| LabelledLine {
            number: line.number as usize,
            text: line.text,
            label: choice.state.label(),
            starts: choice.state.starts(),
            margin: choice.margin,
            runner: choice.runner,
            start_margin: choice.start_margin,
            reasons: path::reasons(line.cues, choice.state),
        })
        .collect()
}

fn looked(text: &str) -> Vec<line::Line<'_>> {
    let mut lines = line::lines(text);
    for line in &mut lines {
        line.cues = alone::alone(line);
    }
    around::around(&mut lines);
    lines
}

/// How many cut paragraphs were healed.
fn joined(lines: &[line::Line<'_>], choices: &[path::Choice]) -> Option<Note> {
    let mut joints =
        lines.iter().zip(choices).filter(|(_, choice)| choice.state.label() == Label::Continuation);
    let (first, _) = joints.next()?;
    Some(Note::Joined { count: 1 + joints.count(), line: first.number as usize })
}

#[cfg(test)]
mod tests;
