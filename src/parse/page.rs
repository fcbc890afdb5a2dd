//! A text dump of a printed page → articles.
//!
//! **The way**: text → lines (`line`) → whole lines, where the text was hard-wrapped (`wrap`) → cues, what is to be seen in
//! a line (`alone`) and around it (`around`, `lists`, `heads`, `echo`) → the best `path` of labels under the `table` of weights and
//! the `order` of things → articles (`build`). The decision is one: every label is chosen with all others in sight, and
//! each says how sure it is.
//!
//! **Invariants.** Every character that is not white space comes back exactly once and in order: in kicker, headline,
//! deck, byline and body of the articles. So a page heading, a masthead, a line that names the page's makers become small
//! articles of kind `credits`; what they say is filled into the issue's and the page's fields besides. For the same
//! reason the halves of a story that turns to another page are linked and not moved together, and a paragraph is
//! not joined over a caption that stands between its halves.
//!
//! **Limits.** Time is linear in the text. Of ten megabytes, pages of one paper take five to eight tenths of the processor
//! time in which `wc -m` counts their characters; the held-out pages of many papers 1.8 times that time; pages of one
//! paper wrapped at 15 or 22 characters 0.9 to 1.3 times, the held-out ones 2 to 2.3 times; English, which `wc` counts
//! fastest, 2.7 times; text of nothing but heads 3.6 times; lines of one character fourteen times. Work goes by lines, so
//! the shorter they are, the more. What a line says alone, what is heard around a title and how wide the columns are is
//! looked for with all processors where the lines are many. Memory is the issue, which is the text once more and some 40
//! bytes for each block and 150 for each article, or 80 bytes for each line while the lines are read, whichever is more,
//! and the text once again where it was hard-wrapped: within twice the text for pages, three times for wrapped text,
//! 4.3 times where every few lines of a few characters are an article, and the allocator's own tenth or fifth besides.
//! Two title lines without any sign are told by their form alone, and some papers' usage differs. A head of one short line between paragraphs, with neither names nor a
//! dateline near, may be an article's or the body's: what is said around it decides, and errs. Japanese pages, which
//! have few datelines, suffer most from that. Verse of fewer than four lines, or with white space between them, is read
//! as heads. Of a paragraph that was cut at a sentence's end nothing tells; nor, in wrapped text without indents, of
//! one whose last line is full.
//!
//! **What each rule is worth.** Measured by taking its rows out of the table: F1 of article boundaries on 17 real pages
//! of three papers (not in this repository), on the 46 pages of `tests/heldout`, and on 119 pages in the manner of some sixty
//! papers, made by people who had not seen the parser (not in this repository either; a third of them Japanese or in
//! Traditional characters); then what else it costs, on the held-out pages if not said otherwise. All pages were studied
//! when the last rules were made. On pages that were only counted, never looked at, boundaries were F1 0.960 (12 pages),
//! 0.975 (6) and 0.908 (10) before the last rules and are 0.985, 0.975 and 0.919 now.
//!
//! The weights were set by hand. Fitting them to all pages (a structured perceptron, pulled toward these) wins nothing on
//! pages left out of the fit, and loses some of the real ones. Nor do the words of titles tell: those that news have
//! and those that heads inside a body have (a model of their letters guesses right in seven of ten) change no page
//! that was not studied.
//!
//! | without | real | held-out | fresh | and |
//! |---|---|---|---|---|
//! | (nothing) | 1.000 | 0.961 | 0.947 | finds 111 of 123 kickers, 347 of 370 headlines, 83 of 92 decks, 131 of 135 bylines, 1347 of 1397 blocks |
//! | datelines, in front, behind and ahead | 0.814 | 0.925 | 0.866 | 28 headlines, 60 blocks of body; on the real pages 31 headlines, 116 blocks of body |
//! | bylines | 0.980 | 0.934 | 0.929 | 8 kickers, 58 headlines, 40 decks, 107 bylines, 95 blocks of body; on the real pages 22 headlines, 3 decks, 30 bylines, 16 blocks of body |
//! | looking ahead | 1.000 | 0.955 | 0.938 | 5 headlines, 5 bylines, 40 blocks of body |
//! | echoes of the title | 0.990 | 0.956 | 0.944 | 6 headlines, 8 blocks of body; on the real pages 32 blocks of body |
//! | closing notes and credits | 0.980 | 0.961 | 0.943 | on the real pages 2 headlines, 8 blocks of body |
//! | how first paragraphs open | 0.990 | 0.954 | 0.944 | 7 headlines, 8 blocks of body; on the real pages 4 headlines, 10 blocks of body |
//! | length | 1.000 | 0.956 | 0.938 | 20 blocks of body |
//! | sentence marks | 0.975 | 0.940 | 0.926 | 3 kickers, 15 headlines, 41 blocks of body; on the real pages 88 blocks of body |
//! | the lengths of two title lines | 1.000 | 0.959 | 0.947 | 10 blocks of body; on the real pages 3 headlines, 1 deck |
//! | words of kickers and decks | 1.000 | 0.961 | 0.947 | |
//! | joining cut lines | 1.000 | 0.959 | 0.948 | 103 blocks of body; on the real pages 50 blocks of body |
//! | white space | 1.000 | 0.956 | 0.943 | 8 blocks of body |
//! | words of notices | 1.000 | 0.955 | 0.944 | 10 headlines, 23 blocks of body; on the real pages 1 headline, 2 blocks of body |
//! | words of teasers | 0.990 | 0.954 | 0.941 | 9 headlines, 21 blocks of body; on the real pages 2 headlines, 4 blocks of body |
//! | words of page furniture | 1.000 | 0.929 | 0.934 | 4 kickers, 5 headlines, 3 decks, 81 blocks of body |
//! | what stands under a page's heading | 1.000 | 0.951 | 0.945 | 9 blocks of body |
//! | names of notices, clocks, letters, verse | 1.000 | 0.930 | 0.931 | 23 headlines, 82 blocks of body |
//! | names of columns | 1.000 | 0.945 | 0.942 | 5 kickers, 17 headlines, 30 blocks of body |
//! | questions and calls in titles | 1.000 | 0.958 | 0.945 | 3 headlines, 8 blocks of body |
//! | labelled heads, heads of one pattern | 0.980 | 0.953 | 0.936 | 36 blocks of body; on the real pages 50 blocks of body |
//! | the form of a head's lines | 1.000 | 0.957 | 0.943 | 21 kickers, 27 headlines, 15 decks, 12 blocks of body; on the real pages 4 headlines |
//! | lines of two halves | 1.000 | 0.955 | 0.948 | 13 headlines, 7 decks, 14 blocks of body |
//! | names between title and text | 1.000 | 0.961 | 0.947 | 20 headlines, 4 decks, 24 bylines |
//! | occasions, themes, details, couplets | 1.000 | 0.961 | 0.948 | 6 kickers, 8 headlines |
//! | lists and tables | 1.000 | 0.960 | 0.943 | 4 blocks of body |
//! | whom a letter is for, who signs | 1.000 | 0.960 | 0.946 | 8 blocks of body |
//! | what a notice goes on with | 1.000 | 0.959 | 0.942 | 6 blocks of body |
//! | Japanese heads | 1.000 | 0.961 | 0.947 | 3 headlines |
//! | remarks in brackets, days of a diary | 1.000 | 0.961 | 0.935 | |
//! | what stands in a table of contents | 1.000 | 0.959 | 0.944 | 3 blocks of body |
//! | news in brief | 1.000 | 0.961 | 0.940 | |
//! | a photo with its credit | 1.000 | 0.960 | 0.946 | |
//! | heads without names among told ones | 1.000 | 0.964 | 0.939 | 8 blocks of body; wins 4 headlines |
//! | putting wrapped lines together | 1.000 | 0.936 | 0.972 | 56 blocks of body; wins 10 blocks of body on the fresh pages (measured before the last rules) |

mod alone;
mod around;
mod build;
mod chars;
mod cue;
mod dateline;
mod echo;
mod fix;
mod heads;
mod kinds;
mod label;
mod language;
mod lexicon;
mod line;
mod link;
mod lists;
mod masthead;
mod order;
mod pages;
mod path;
mod people;
mod rubric;
mod shares;
mod signed;
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
    let printed = line::printed(text);
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
    let printed = line::printed(text);
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
            margin: choice.margin.into(),
            runner: choice.runner,
            start_margin: choice.start_margin.into(),
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
    let size = shares::size(lines.len());
    shares::each(lines.chunks_mut(size), |share| share.iter_mut().for_each(alone::look));
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
