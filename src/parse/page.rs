//! A text dump of a printed page → articles.
//!
//! **The way**: text → lines (`line`) → whole lines, where the text was hard-wrapped (`wrap`) → cues, what is to be seen in
//! a line (`alone`) and around it (`top`, `around`, `under`, `lists`, `heads`, `echo`) → the best `path` of labels under the `table` of weights and
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
//! fastest, 2.7 times; text of nothing but heads 3.6 times; lines of one character seventeen times. Work goes by lines, so
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
//! of three papers, on the 46 pages of `tests/heldout`, and on the articles of twelve days of a central paper, 340 on 127
//! pages, as its website has them (the real pages are not in this repository; of the central paper's the heads, short lines,
//! captions and credits are its own, and most long paragraphs are filled up); then what else it costs, on the held-out pages
//! if not said otherwise. All these pages were studied when the last rules were made. The three papers' articles, put
//! together anew at random with and without blank lines, were found without a fault, and of their 1,718 headlines 1,715.
//!
//! At first sight: of the central paper's first four days the rules as they stood found 84 of 97 headlines, 32 of 37 kickers
//! and 68 of 78 bylines; of its other eight, each counted before it was opened, the rules of that hour found 226 of 234
//! headlines, 81 of 85 kickers, 12 of 16 decks and 185 of 193 bylines, and 234 of 239 articles. Its boundaries are at 0.857 there,
//! for its website counts as one article what has several heads, each with who wrote it, and the parser takes those for
//! articles: two in three of the starts that are too many are of that kind. On 51 pages that people wrote in the manner of some
//! fifty papers F1 was 0.909 to 0.975 on mainland pages, 0.941 in Traditional characters, 0.885 on Japanese ones; of the
//! mainland headlines 289 of 352 were right, of the kickers 117 of 138, of the decks 64 of 96. Careful readers
//! who marked two of those sets without the answers agreed with their writers in 134 of 144 headlines, 49 of 54 kickers
//! and 37 of 40 decks. Of heads with nothing but plain lines, made to have no signs,
//! fewer than half are told right: kicker and headline, or headline and deck, is then a matter of meaning.
//!
//! The weights were set by hand. Fitting them to all pages (a structured perceptron, pulled toward these) wins nothing on
//! pages left out of the fit, and loses some of the real ones. Nor do the words of titles tell: those that news have
//! and those that heads inside a body have (a model of their letters guesses right in seven of ten) change no page
//! that was not studied. Nor does a model of the letters with which the two lines of a head without signs begin and end,
//! of their lengths, figures and marks: fitted to seven hundred heads, it tells kicker from deck right in 0.63 of those
//! of new writers, the rules in 0.67.
//!
//! | without | real | held-out | central | and |
//! |---|---|---|---|---|
//! | (nothing) | 1.000 | 0.961 | 0.900 | finds 114 of 125 kickers, 354 of 382 headlines, 84 of 92 decks, 131 of 136 bylines, 1418 of 1448 blocks; central: 123 of 124, 329 of 340, 21 of 23, 270 of 275, 4397 of 4595 |
//! | datelines, in front, behind and ahead | 0.821 | 0.925 | 0.885 | 29 headlines, 1 deck; central: 1 kicker, 10 headlines; real: 30 headlines |
//! | bylines | 0.980 | 0.936 | 0.890 | 6 kickers, 57 headlines, 40 decks, 107 bylines, wins 4 blocks of body; central: 3 kickers, 168 headlines, 13 decks, 183 bylines, wins 5 blocks of body; real: 22 headlines, 3 decks, 30 bylines, 2 blocks of body |
//! | looking ahead | 0.990 | 0.951 | 0.901 | 8 headlines, 5 bylines, wins 3 blocks of body; central: wins 2 blocks of body; real: 4 headlines |
//! | echoes of the title | 0.990 | 0.956 | 0.859 | 1 kicker, 7 headlines, wins 4 blocks of body; central: 50 blocks of body, wins 1 headline; real: 4 blocks of body |
//! | closing notes and credits | 0.980 | 0.961 | 0.861 | central: 2 headlines, 41 blocks of body; real: 2 headlines, 2 blocks of body |
//! | how first paragraphs open | 0.990 | 0.953 | 0.901 | 1 kicker, 7 headlines, wins 1 block of body; central: wins 2 blocks of body; real: 4 headlines |
//! | length | 1.000 | 0.954 | 0.909 | 1 headline, 7 blocks of body; central: wins 2 bylines, 10 blocks of body |
//! | sentence marks | 0.971 | 0.943 | 0.803 | 2 kickers, 15 headlines, 1 byline, 19 blocks of body; central: 1 byline, 105 blocks of body, wins 1 headline; real: 6 blocks of body |
//! | the lengths of two title lines | 1.000 | 0.961 | 0.903 | 2 kickers, 3 headlines, 1 block of body; central: wins 1 headline, 6 blocks of body; real: 3 headlines, 1 deck |
//! | words of kickers and decks | 1.000 | 0.961 | 0.900 | |
//! | dashes of kickers and decks | 1.000 | 0.961 | 0.900 | 3 headlines, 3 decks; central: 3 headlines, 3 decks |
//! | joining cut lines | 1.000 | 0.959 | 0.900 | 2 headlines, 107 blocks of body; central: wins 46 blocks of body; real: 50 blocks of body |
//! | white space | 1.000 | 0.959 | 0.900 | 1 headline, 1 block of body |
//! | words of notices | 0.995 | 0.956 | 0.900 | 8 headlines, 6 blocks of body; real: 1 headline, 1 block of body |
//! | words of teasers | 0.990 | 0.956 | 0.901 | 8 headlines, 11 blocks of body; central: 2 blocks of body; real: 2 headlines, 2 blocks of body |
//! | words of page furniture | 1.000 | 0.937 | 0.902 | 2 headlines, 1 deck, 29 blocks of body; central: 1 byline, 1 block of body |
//! | what stands at a page's head | 1.000 | 0.960 | 0.900 | |
//! | names of notices, clocks, letters, verse | 1.000 | 0.931 | 0.900 | 1 kicker, 25 headlines, 1 deck, 2 bylines, 22 blocks of body |
//! | names of columns | 1.000 | 0.947 | 0.903 | 4 kickers, 15 headlines, 2 decks, wins 1 block of body; central: wins 2 bylines, 4 blocks of body |
//! | a column's name in brackets | 1.000 | 0.961 | 0.897 | central: 5 kickers, 7 headlines |
//! | questions and calls in titles | 1.000 | 0.957 | 0.901 | 2 kickers, 3 headlines, 1 byline; central: wins 4 blocks of body |
//! | labelled heads, heads of one pattern | 1.000 | 0.951 | 0.893 | 15 blocks of body, wins 1 kicker, 2 headlines; central: 14 blocks of body |
//! | the form of a head's lines | 1.000 | 0.961 | 0.903 | 19 kickers, 22 headlines, 6 decks, wins 4 blocks of body; central: 1 kicker, wins 1 byline, 8 blocks of body |
//! | lines of two halves | 1.000 | 0.955 | 0.905 | 2 kickers, 14 headlines, 8 decks; central: 30 kickers, 31 headlines, wins 5 blocks of body |
//! | names between title and text | 1.000 | 0.961 | 0.900 | 1 kicker, 20 headlines, 4 decks, 24 bylines; central: 9 headlines, 8 bylines, wins 1 block of body |
//! | occasions, themes, details, couplets | 1.000 | 0.961 | 0.900 | 7 kickers, 16 headlines, 11 decks; central: 7 kickers, 7 headlines |
//! | lists and tables | 1.000 | 0.960 | 0.899 | 1 headline, 3 blocks of body; central: 2 blocks of body |
//! | whom a letter is for, who signs | 1.000 | 0.960 | 0.900 | 1 kicker, 1 headline, 3 blocks of body |
//! | what a notice goes on with | 1.000 | 0.959 | 0.900 | 2 blocks of body |
//! | Japanese heads | 1.000 | 0.961 | 0.900 | 7 headlines, 3 decks |
//! | remarks in brackets, days of a diary | 1.000 | 0.961 | 0.898 | central: 1 headline, 1 byline |
//! | pointers to other texts | 1.000 | 0.961 | 0.900 | 2 blocks of body |
//! | pictures under a head, boxes in a text | 1.000 | 0.959 | 0.886 | 4 blocks of body; central: 10 blocks of body |
//! | captions | 1.000 | 0.961 | 0.900 | central: 1 headline, 3 blocks of body |
//! | a photo with its credit, an office with its day | 1.000 | 0.960 | 0.899 | 1 headline; central: 1 block of body |
//! | heads of a list of times | 1.000 | 0.961 | 0.900 | |
//! | heads without names among told ones | 1.000 | 0.959 | 0.897 | 8 blocks of body, wins 1 kicker, 4 headlines; central: 3 blocks of body |

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
mod top;
mod under;
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
