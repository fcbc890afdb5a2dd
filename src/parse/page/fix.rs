//! Corrections: what a person says a line is, kept beside the page and found again by the line's words.
//!
//! `NAME.fix.json` beside `NAME.txt`:
//!
//! ```json
//! { "format": "newsprint-fix/1",
//!   "edits": [ { "at": "第一行的字", "before": "上一行的末尾", "do": "split" },
//!              { "at": "another line", "do": "join" },
//!              { "at": "a third", "do": { "label": "deck" } } ] }
//! ```
//!
//! An edit holds one line and leaves the rest of the path free, so the lines around it fall into place. White space and
//! the width of punctuation do not count when a line is looked for; when no line has the words, the one that has most of
//! them does, if there is only one. An edit that fits no line is left out and named in a note.

use serde::{Deserialize, Serialize};

use super::label::{Label, State};
use super::line::Printed;
use super::path::{ANY, Allowed, Choice};
use crate::issue::Extra;
use crate::parse::{Complaint, Misfit, Note, ParseError, json};

/// The value of `format` in the files that this version writes.
pub const FORMAT: &str = "newsprint-fix/1";

/// How many characters of a line an edit keeps.
const KEPT: usize = 40;
/// How many characters of the line before.
const CONTEXT: usize = 16;
/// From how many shared pairs of characters in a hundred on two lines are taken for the same.
const ALIKE: usize = 70;

/// A person's corrections to one page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Fix {
    /// [`FORMAT`].
    #[serde(default)]
    format: String,
    /// The corrections. A later one for the same line stands in for an earlier one.
    #[serde(default)]
    pub edits: Vec<Edit>,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A correction of one line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// The line's first words.
    pub at: String,
    /// The last words of the line before; empty for the first line, or to say nothing of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// What to do.
    #[serde(rename = "do")]
    pub change: Change,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a correction says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// An article begins with this line.
    Split,
    /// This line belongs to the article before.
    Join,
    /// The line is this.
    Label(Label),
}

impl Fix {
    /// No correction.
    #[must_use]
    pub fn new() -> Self {
        Self { format: FORMAT.to_owned(), ..Self::default() }
    }

    /// Reads a fix file.
    ///
    /// # Errors
    /// When `text` is not JSON, is not a fix file or is a newer version's.
    pub fn read(text: &str) -> Result<Self, ParseError> {
        let fix: Self = json::from_str(text)?;
        if fix.format == FORMAT {
            return Ok(fix);
        }
        Err(ParseError::new(Complaint::OtherFixFormat(fix.format)))
    }

    /// Writes a fix file.
    ///
    /// # Errors
    /// None for what this crate made; the type is the writer's.
    pub fn write(&self) -> serde_json::Result<String> {
        serde_json::to_string_pretty(self).map(|text| text + "\n")
    }

    /// Says `change` of line `number` of `text`, in place of what was said of it before. `false` if there is no such line
    /// or it is blank.
    pub fn set(&mut self, text: &str, number: usize, change: Change) -> bool {
        let lines = super::line::printed(text);
        let Some(n) = lines.iter().position(|line| line.number as usize == number) else { return false };
        let Some(edit) = lines.get(n).map(|line| Edit {
            at: cut(line.text, KEPT),
            before: n
                .checked_sub(1)
                .and_then(|n| lines.get(n))
                .map_or_else(String::new, |line| tail(line.text)),
            change,
            extra: Extra::new(),
        }) else {
            return false;
        };
        self.edits.retain(|old| (&old.at, &old.before) != (&edit.at, &edit.before));
        self.edits.push(edit);
        true
    }
}

/// The states that each corrected line may be in, and the corrections that fit no line.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// By line index, in ascending order; which edit, which states.
    lines: Vec<(usize, usize, Allowed)>,
    notes: Vec<Note>,
}

impl Held {
    /// Finds the lines of `fix` among `lines`.
    pub(super) fn new(lines: &[Printed<'_>], fix: Option<&Fix>) -> Self {
        let mut held = Self::default();
        for (nth, edit) in fix.into_iter().flat_map(|fix| fix.edits.iter().enumerate()) {
            match find(lines, edit) {
                Ok(line) => {
                    held.lines.retain(|&(old, ..)| old != line);
                    held.lines.push((line, nth, states(edit.change)));
                }
                Err(why) => held.notes.push(Note::Misfit { words: edit.at.clone(), why }),
            }
        }
        held.lines.sort_unstable();
        held
    }

    /// What line `n` may be.
    pub(super) fn allowed(&self, n: usize) -> Allowed {
        if self.lines.is_empty() {
            return ANY;
        }
        let found = self.lines.binary_search_by_key(&n, |&(line, ..)| line).ok();
        found.and_then(|at| self.lines.get(at)).map_or(ANY, |&(.., allowed)| allowed)
    }

    /// Whether a person said something of line `n`.
    pub(super) fn holds(&self, n: usize) -> bool {
        self.allowed(n) != ANY
    }

    /// What to tell of the corrections, now that a choice was made for each line.
    pub(super) fn notes(mut self, choice: impl Fn(usize) -> Option<Choice>, fix: Option<&Fix>) -> Vec<Note> {
        for (line, nth, allowed) in self.lines {
            let done = choice(line).is_some_and(|choice| allowed >> choice.state as u32 & 1 == 1);
            if let Some(edit) = fix.and_then(|fix| fix.edits.get(nth)).filter(|_| !done) {
                self.notes.push(Note::Misfit { words: edit.at.clone(), why: Misfit::Impossible });
            }
        }
        self.notes
    }
}

/// The states that `change` leaves.
fn states(change: Change) -> Allowed {
    let fits = |state: &State| match change {
        Change::Split => state.starts(),
        Change::Join => !state.starts(),
        Change::Label(label) => state.label() == label,
    };
    State::ALL.iter().filter(|state| fits(state)).fold(0, |sum, &state| sum | 1 << state as u32)
}

/// The line that `edit` was made for.
fn find(lines: &[Printed<'_>], edit: &Edit) -> Result<usize, Misfit> {
    let (at, before) = (folded(&edit.at), folded(&edit.before));
    let fits_before = |n: usize| {
        let text = n
            .checked_sub(1)
            .and_then(|n| lines.get(n))
            .map_or_else(String::new, |line| folded(&tail(line.text)));
        text == before
    };
    let mut same: Vec<usize> = Vec::new();
    if at.is_empty() {
        return Err(Misfit::Gone);
    }
    for (n, line) in lines.iter().enumerate() {
        if folded(&cut(line.text, KEPT)) == at {
            same.push(n);
        }
    }
    match same.as_slice() {
        [only] => return Ok(*only),
        [] => {}
        _ => {
            let mut near = same.into_iter().filter(|&n| fits_before(n));
            return near.next().filter(|_| near.next().is_none()).ok_or(Misfit::Unclear);
        }
    }
    // The line was corrected since: the one that still has most of the words.
    let mut close = lines.iter().enumerate().filter(|(_, line)| alike(&folded(&cut(line.text, KEPT)), &at));
    match (close.next(), close.next()) {
        (Some((n, _)), None) => Ok(n),
        (Some(_), Some(_)) => Err(Misfit::Unclear),
        _ => Err(Misfit::Gone),
    }
}

/// Whether `a` and `b` share most of their pairs of characters.
fn alike(a: &str, b: &str) -> bool {
    let pairs = |text: &str| -> Vec<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (a, mut b) = (pairs(a), pairs(b));
    let all = a.len() + b.len();
    let mut shared = 0;
    for pair in a {
        if let Some(at) = b.iter().position(|&other| other == pair) {
            b.swap_remove(at);
            shared += 1;
        }
    }
    all > 4 && shared * 200 >= all * ALIKE
}

/// The first `most` characters of `text` that are not white space.
fn cut(text: &str, most: usize) -> String {
    text.chars().filter(|c| !c.is_whitespace()).take(most).collect()
}

/// The last characters of `text` that are not white space.
fn tail(text: &str) -> String {
    let mut back: Vec<char> = text.chars().rev().filter(|c| !c.is_whitespace()).take(CONTEXT).collect();
    back.reverse();
    back.into_iter().collect()
}

/// `text` with full-width marks, letters and figures as their ASCII ones, without white space.
fn folded(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            _ => c,
        })
        .collect()
}

#[cfg(test)]
mod tests;
