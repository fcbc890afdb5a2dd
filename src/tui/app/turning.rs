//! Stories that turn to another page: what points to the other half, and how a reader gets there.

use crate::issue::{ArticleNo, Issue, Page, turns};
use crate::tui::words::{self, Tongue};
use crate::typeset::Pointers;

use super::{App, Step};

/// The halves of an issue's stories.
#[derive(Debug, Clone, Default)]
pub(super) struct Turns(Vec<(ArticleNo, ArticleNo)>);

impl Turns {
    pub(super) fn of(issue: &Issue) -> Self {
        Self(turns(issue))
    }

    /// Where `article` goes on.
    pub(super) fn onward(&self, article: ArticleNo) -> Option<ArticleNo> {
        self.0.iter().find(|(first, _)| *first == article).map(|(_, second)| *second)
    }

    /// Where `article` comes from.
    pub(super) fn back(&self, article: ArticleNo) -> Option<ArticleNo> {
        self.0.iter().find(|(_, second)| *second == article).map(|(first, _)| *first)
    }
}

/// How the lines are worded that point to another half.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wording {
    pub(super) tongue: Tongue,
    /// The key that goes there.
    pub(super) key: Option<String>,
    /// The signs for where a story comes from and where it goes on.
    pub(super) signs: (&'static str, &'static str),
}

impl Wording {
    /// Says where an article comes from and where it goes on.
    pub(super) fn pointers(&self, issue: &Issue, turns: &Turns, article: ArticleNo) -> Pointers {
        let at = |number: ArticleNo| -> Option<(&Page, String)> {
            let (page, of) = issue.article(number)?;
            Some((page, joined(&of.title())))
        };
        let key = self.key.as_deref();
        let before = turns.back(article).and_then(at).map(|(page, title)| {
            format!("{} {}", self.signs.0, self.tongue.continued_from(&page.id, &title, key))
        });
        let after = turns.onward(article).and_then(at).map(|(page, title)| {
            format!("{} {}", self.signs.1, self.tongue.continues(&page.id, &title, key))
        });
        Pointers { before, after }
    }
}

/// The printed lines of a headline on one line: between Han nothing stands where a line ended.
pub(crate) fn joined(lines: &[&str]) -> String {
    let mut out = String::new();
    for line in lines.iter().map(|line| line.trim()) {
        if out.ends_with(|c: char| c.is_ascii()) && line.starts_with(|c: char| c.is_ascii()) {
            out.push(' ');
        }
        out.push_str(line);
    }
    out
}

/// A story that is read as one: its first part, and the part that reading on has led to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Story {
    first: ArticleNo,
    part: ArticleNo,
}

impl App {
    /// How the issue's pointers are worded now.
    pub(super) fn wording(&self) -> Wording {
        let signs = self.signs();
        let key = self.keymap.first_key("follow-link");
        Wording { tongue: self.look.tongue, key, signs: (signs.back, signs.onward) }
    }

    /// Goes to the other half: onward, but from the start of a part back, unless its end is on the screen too.
    pub(super) fn follow_link(&mut self) {
        let back = self.reading.at_start() && !self.reading.at_end(self.body_rows());
        let went = (back && self.turn_back()) || self.turn_onward() || self.turn_back();
        if went {
            self.focus = super::Focus::Body;
        } else {
            self.say(&words::NO_OTHER_HALF);
        }
    }

    /// Whether a line on the screen points to another half.
    pub(super) fn sees_link(&self) -> bool {
        let (here, turns) = (self.reading.article(), self.reading.turns());
        (turns.onward(here).is_some() && self.reading.at_end(self.body_rows()))
            || (turns.back(here).is_some() && self.reading.at_start())
    }

    /// From the end of a part to the start of the next. Returns whether there is one.
    pub(super) fn turn_onward(&mut self) -> bool {
        let here = self.reading.article();
        let Some(next) = self.reading.turns().onward(here) else { return false };
        let first = self.story_at(here).map_or(here, |story| story.first);
        self.story = Some(Story { first, part: next });
        self.reading.show(next);
        self.reading.go_to_start();
        true
    }

    /// From the start of a part to the end of the one before. Returns whether there is one.
    pub(super) fn turn_back(&mut self) -> bool {
        let here = self.reading.article();
        let Some(before) = self.reading.turns().back(here) else { return false };
        self.story = self
            .story_at(here)
            .filter(|story| story.first != before)
            .map(|story| Story { part: before, ..story });
        self.reading.show(before);
        self.reading.scroll(Step::End, self.body_rows());
        true
    }

    /// The story that reading on has led through to `article`.
    fn story_at(&self, article: ArticleNo) -> Option<Story> {
        self.story.filter(|story| story.part == article)
    }

    /// Whether reading back from here leads into the part before.
    pub(super) fn is_in_story(&self) -> bool {
        self.story_at(self.reading.article()).is_some()
    }

    /// The article after this one, or after the first part of the story that was read as one. A second part that was
    /// read with its first is passed over.
    pub(super) fn after_story(&self) -> Option<ArticleNo> {
        let here = self.reading.article();
        let mut from = self.story_at(here).map_or(here, |story| story.first);
        loop {
            let next = self.contents.step_from(from, 1)?;
            if self.reading.turns().back(next).is_none() || !self.record.is_read(next) {
                return Some(next);
            }
            from = next;
        }
    }
}
