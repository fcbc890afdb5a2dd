//! Who wrote a text, where the head's last line says it without a role or a mark.

use super::super::cue::{Cue, Cues};
use super::super::line::Line;
use super::super::rubric::letters;
use super::super::{lexicon, signed};
use super::THEME;

/// Which of `lines`, the title lines before a line with the cues `next`, is a name. `body` says that the text begins there.
pub(super) fn at_end(lines: &[Line<'_>], next: Cues, body: bool) -> Option<usize> {
    let text = body || next.any(&[Cue::Verse, Cue::Fragment, Cue::Middle]);
    match lines {
        [.., title, name] if signs(title, name, next.has(Cue::Salute), text) => Some(lines.len() - 1),
        // A name and then what the text says in one clause.
        [.., title, name, clause]
            if body
                && title.cues.has(Cue::EndsColumn)
                && name.cues.has(Cue::LikeName)
                && clause.cues.has(Cue::EndsLetter)
                && letters(clause.text) > 2 * THEME =>
        {
            Some(lines.len() - 2)
        }
        _ => None,
    }
}

/// Whether the last line before a text says who wrote it: a name, or anybody above a letter.
fn signs(title: &Line<'_>, name: &Line<'_>, letter: bool, text: bool) -> bool {
    let known = || name.cues.has(Cue::LikeName) || signed::essayist(name.text);
    !title.cues.any(&[Cue::Rubric, Cue::Column, Cue::NoticeHead, Cue::EndsDash, Cue::Says])
        && ((text
            && known()
            && !name.cues.any(&[Cue::Rubric, Cue::Column, Cue::NoticeHead, Cue::EditorsNote])
            && (signed::with_office(name.text) || !lexicon::breaks_off(title.text)))
            || (letter
                && letters(name.text) <= 10
                // What is asked or told is no name.
                && !name.text.contains(['吗', '么', '吧', '了', '啥', '谁', '哪'])))
}
