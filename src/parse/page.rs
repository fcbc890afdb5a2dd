//! A text dump of a printed page → articles.
//!
//! **The way**: text → lines (`line`) → whole lines, where the text was hard-wrapped (`wrap`) → cues, what is to be seen in
//! a line (`alone`) and around it (`around`, `heads`, `echo`) → the best `path` of labels under the `table` of weights and
//! the `order` of things → articles (`build`). The decision is one: every label is chosen with all others in sight, and
//! each says how sure it is.
//!
//! **Invariants.** Every character that is not white space comes back exactly once and in order: in kicker, headline,
//! deck, byline and body of the articles. So a page heading, a masthead, a line that names the page's makers become small
//! articles of kind `credits`; what they say is filled into the issue's and the page's fields besides. For the same
//! reason the halves of a story that turns to another page are linked and not moved together, and a paragraph is
//! not joined over a caption that stands between its halves.
//!
//! **Limits.** Time is linear in the text. Of ten megabytes, pages of one paper take half the processor time in which
//! `wc -m` counts their characters; the held-out pages of many papers 1.4 times that; text wrapped at 22 characters
//! twice, at 15 three times; English and text of nothing but heads five times; lines of one character some eighteen
//! times. Work goes by lines, so the shorter they are, the more. Memory is the issue, which is the text once more and
//! some 40 bytes for each block and 230 for each article, or 60 bytes for each line while the lines are read, whichever
//! is more, and the text once again where it was hard-wrapped: within three times the text for pages, near four times
//! for wrapped text, more where every few characters are an article. Two title lines without any sign are told by their
//! form alone, and some papers' usage differs. A head of one short line between paragraphs, with neither names nor a
//! dateline near, may be an article's or the body's: what is said around it decides, and errs. Japanese pages, which
//! have few datelines, suffer most from that. Verse of fewer than four lines, or with white space between them, is read
//! as heads. Of a paragraph that was cut at a sentence's end nothing tells; nor, in wrapped text without indents, of
//! one whose last line is full.
//!
//! **What each rule is worth.** Measured by taking its rows out of the table: F1 of article boundaries on 16 real pages
//! of two papers (not in this repository) and on the 46 pages of `tests/heldout`, half of which were studied; then what
//! else it costs, on the held-out pages if not said otherwise.
//!
//! The table was made before the last rules, which are not taken out one by one in it: a text whose headlines break at a
//! space, themes and doers, lists of figures, whom a letter is for. Together they brought the held-out pages from 0.943 to
//! 0.958, with 113 of 124 kickers, 347 of 372 headlines and 80 of 90 decks.
//!
//! | without | real | held-out | and |
//! |---|---|---|---|
//! | (nothing) | 1.000 | 0.943 | finds 105 of 123 kickers, 328 of 367 headlines, 77 of 90 decks, 126 of 133 bylines, 1391 of 1444 blocks |
//! | datelines, in front, behind and ahead | 0.690 | 0.901 | 30 headlines; on the real pages 42 of 92 |
//! | bylines | 0.978 | 0.913 | 54 headlines, half of the decks; on the real pages 18 of 92 headlines |
//! | looking ahead | 1.000 | 0.935 | 5 headlines, 5 bylines |
//! | echoes of the title | 0.989 | 0.938 | 8 headlines; wins 11 blocks of body |
//! | closing notes and credits | 0.978 | 0.939 | 4 blocks of body |
//! | how first paragraphs open | 0.989 | 0.942 | 2 headlines |
//! | length | 1.000 | 0.927 | wins 2 headlines |
//! | sentence marks | 0.974 | 0.929 | 13 headlines, 19 blocks of body |
//! | the lengths of two title lines | 1.000 | 0.941 | 2 kickers; on the real pages 2 of 10 |
//! | words of kickers and decks | 1.000 | 0.943 | on the real pages 4 of 10 kickers |
//! | joining cut lines | 1.000 | 0.939 | 105 blocks of body; on the real pages 43 of 1048 |
//! | white space | 1.000 | 0.940 | 5 blocks of body |
//! | words of notices | 1.000 | 0.939 | 10 headlines, 13 blocks of body |
//! | words of teasers | 0.989 | 0.937 | 8 headlines, 18 blocks of body |
//! | words of page furniture | 1.000 | 0.908 | 11 headlines, 6 each of kickers, decks and bylines, 38 blocks of body |
//! | what stands under a page's heading | 1.000 | 0.934 | |
//! | names of notices, clocks, letters, verse | 1.000 | 0.918 | 19 headlines, 26 blocks of body |
//! | names of columns | 1.000 | 0.930 | 15 headlines, 4 kickers |
//! | questions and calls in titles | 1.000 | 0.939 | 4 headlines, 3 kickers |
//! | labelled heads, heads of one pattern | 0.968 | 0.928 | 13 blocks of body, on the real pages 12; wins 2 headlines |
//! | the form of a head's lines | 1.000 | 0.936 | 26 kickers, 29 headlines, 17 decks |
//! | lines of two halves | 1.000 | 0.942 | 22 headlines, 14 decks |
//! | names between title and text | 1.000 | 0.943 | 19 headlines, 23 bylines |
//! | putting wrapped lines together | 1.000 | 0.916 | 53 blocks of body; on the real pages, wrapped at 14 characters, F1 falls from 1.000 to 0.121 |

mod alone;
mod around;
mod build;
mod chars;
mod cue;
mod dateline;
mod echo;
mod fix;
mod heads;
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
mod rubric;
mod table;
mod words;
mod wrap;

pub use cue::Cue;
pub use fix::{Change, Edit, FORMAT as FIX_FORMAT, Fix};
pub use label::Label;
pub(super) use masthead::figures as date_in_figures;
pub(super) use path::Why;

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
    let printed = line::lines(text);
    let held = Held::new(&printed, fix);
    let whole = wrap::Joined::new(&printed, |n| held.holds(n));
    let lines = looked(whole.lines(printed));
    let choices = path::best(&lines, |n| held.allowed(whole.printed(n)));
    let mut notes = held.notes(|n| choices.get(whole.whole(n)).copied(), fix);
    notes.extend(joined(&lines, &choices, whole.pieces()));
    let (mut issue, starts) = build::build(lines, choices, hints);
    notes.extend(link::link(&mut issue, &starts));
    issue.language = language::of(text).map(str::to_owned);
    Parsed { issue, format: Format::PageText, encoding: "UTF-8", starts, notes }
}

/// Every line of `text` that is not blank, labelled.
#[must_use]
pub fn labels<'a>(text: &'a str, fix: Option<&Fix>) -> Vec<LabelledLine<'a>> {
    let printed = line::lines(text);
    let held = Held::new(&printed, fix);
    let whole = wrap::Joined::new(&printed, |n| held.holds(n));
    let lines = looked(whole.lines(printed.clone()));
    let choices = path::best(&lines, |n| held.allowed(whole.printed(n)));
    let of = |n: usize| Some((lines.get(whole.whole(n))?, choices.get(whole.whole(n))?));
    let labelled = printed.iter().enumerate().filter_map(|(n, piece)| {
        let (line, choice) = of(n)?;
        let first = whole.printed(whole.whole(n)) == n;
        Some(LabelledLine {
            number: piece.number as usize,
            text: piece.text,
            label: if first { choice.state.label() } else { choice.state.label().going_on() },
            starts: first && choice.state.starts(),
            score: path::score(line.cues, choice.state),
            margin: choice.margin,
            runner: choice.runner,
            start_margin: choice.start_margin,
            reasons: path::reasons(line.cues, choice.state),
        })
    });
    labelled.collect()
}

impl LabelledLine<'_> {
    /// How sure the label is, from 0.5, a toss-up between it and `runner`, to 1.
    #[must_use]
    pub fn confidence(&self) -> f32 {
        build::confidence(self.margin)
    }
}

fn looked(mut lines: Vec<line::Line<'_>>) -> Vec<line::Line<'_>> {
    look_at_each(&mut lines);
    around::around(&mut lines);
    lines
}

/// Looks at each line alone, with all processors if there are many lines.
fn look_at_each(lines: &mut [line::Line<'_>]) {
    /// So many lines take some milliseconds; a thread takes a few hundredths of one.
    const MANY: usize = 8192;
    let share = |workers: usize| lines.len().div_ceil(workers).max(MANY / 2);
    let share = if lines.len() < MANY {
        lines.len().max(1)
    } else {
        std::thread::available_parallelism().map_or(lines.len(), |workers| share(workers.get()))
    };
    let mut shares = lines.chunks_mut(share);
    let first = shares.next();
    std::thread::scope(|threads| {
        for share in shares {
            threads.spawn(|| share.iter_mut().for_each(alone::look));
        }
        first.into_iter().flatten().for_each(alone::look);
    });
}

/// How many lines were put to the ones before them: where a column's end cut a paragraph, and the `pieces` of wrapped ones.
fn joined(lines: &[line::Line<'_>], choices: &[path::Choice], pieces: (usize, usize)) -> Option<Note> {
    let joints = lines.iter().zip(choices).filter(|(_, choice)| choice.state.label() == Label::Continuation);
    let (count, first) = pieces;
    let cuts = joints.clone().count();
    let cut = joints.map(|(line, _)| line.number as usize).next();
    let line = cut.into_iter().chain((count > 0).then_some(first)).min()?;
    Some(Note::Joined { count: cuts + count, line })
}

#[cfg(test)]
mod tests;
