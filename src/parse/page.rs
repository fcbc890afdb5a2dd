//! A text dump of a printed page → articles.
//!
//! **The way**: text → lines (`line`) → cues, what is to be seen in a line (`alone`) and around it (`around`, `echo`) →
//! the best `path` of labels under the `table` of weights and the `order` of things → articles (`build`). The decision is
//! one: every label is chosen with all others in sight, and each says how sure it is.
//!
//! **Invariants.** Every character that is not white space comes back exactly once and in order: in kicker, headline,
//! deck, byline and body of the articles. So a page heading, a masthead, a line that names the page's makers become small
//! articles of kind `credits`; what they say is filled into the issue's and the page's fields besides. For the same
//! reason the halves of a story that turns to another page are linked and not moved together, and a paragraph is
//! not joined over a caption that stands between its halves.
//!
//! **Limits.** Time is linear in the text; memory is the text once more, and about 200 bytes for each line while it is
//! read. Two title lines without any sign are told by their lengths alone, and some papers' usage differs. Verse is read
//! as heads inside a body.
//!
//! **What each rule is worth.** Measured by taking its rows out of the table: F1 of article boundaries on 16 real pages
//! of two papers (not in this repository), on the same articles without bylines and datelines (*bare*), and on 60 pages
//! shuffled from them, a third of the articles bare (*mixed*); then what else it costs.
//!
//! | without | real | bare | mixed | and |
//! |---|---|---|---|---|
//! | (nothing) | 1.000 | 0.966 | 0.993 | |
//! | datelines, in front, behind and ahead | 0.699 | 0.966 | 0.865 | |
//! | bylines | 0.978 | 0.957 | 0.945 | 28 false kickers, half of the decks |
//! | looking ahead | 1.000 | 0.929 | 0.989 | |
//! | echoes of the title | 1.000 | 0.907 | 0.959 | |
//! | closing notes and credits | 0.957 | 0.922 | 0.960 | |
//! | how first paragraphs open | 1.000 | 0.924 | 0.984 | |
//! | length | 0.968 | 0.901 | 0.935 | |
//! | sentence marks | 1.000 | 0.946 | 0.981 | 9 of 80 kickers |
//! | the lengths of two title lines | 1.000 | 0.961 | 0.989 | 28 of 545 headlines, 14 of 20 decks |
//! | words of kickers and decks | 1.000 | 0.957 | 0.987 | 38 of 80 kickers, 43 headlines |
//! | joining cut lines | 1.000 | 0.966 | 0.993 | 547 of 5869 blocks of body |
//! | white space | 1.000 | 0.966 | 0.989 | notices, wrapped text |
//! | words of notices | 1.000 | 0.956 | 0.989 | |
//! | words of teasers | 0.989 | 0.957 | 0.979 | |
//! | words of page furniture | 1.000 | 0.966 | 0.993 | 7 pages of our own corpus |

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
mod order;
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
    /// How many points its cues give that label.
    pub score: i32,
    /// By how many points the best reading of the page falls if this line is anything else. Ten are worth a remark, forty
    /// near to proof.
    pub margin: i32,
    /// What it would be then.
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
            score: path::score(line.cues, choice.state),
            margin: choice.margin,
            runner: choice.runner,
            start_margin: choice.start_margin,
            reasons: path::reasons(line.cues, choice.state),
        })
        .collect()
}

impl LabelledLine<'_> {
    /// How sure the label is, from 0.5, a toss-up between it and `runner`, to 1.
    #[must_use]
    pub fn confidence(&self) -> f32 {
        build::confidence(self.margin)
    }
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
