//! An issue whose characters can be followed through any edits.

use super::sample::ARTICLES;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::*;
use crate::bookmarks::issue_key::mix;
use crate::issue::fold::compared;
use crate::issue::han::neutral;
use crate::issue::{Article, Page};

/// A character and its name. Characters that an edit brings in have names of their own, from [`NEW`] on.
type Marked = (char, usize);

const NEW: usize = 1 << 32;

/// The name of all spaces that an edit brings in.
const SPACE: usize = usize::MAX;

/// Numbers that are the same in each run.
pub(super) struct Random(pub(super) u64);

impl Random {
    pub(super) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(1);
        usize::try_from(mix(mix(self.0)) % u64::try_from(end.max(1)).unwrap()).unwrap()
    }
}

/// All ways to write a character, if there are several.
fn variants_of(c: char) -> &'static [char] {
    static VARIANTS: LazyLock<HashMap<char, Vec<char>>> = LazyLock::new(|| {
        let mut variants: HashMap<char, Vec<char>> = HashMap::new();
        for c in '\u{4E00}'..='\u{9FFF}' {
            variants.entry(neutral(c)).or_default().push(c);
        }
        variants
    });
    VARIANTS.get(&neutral(c)).map_or(&[], Vec::as_slice)
}

/// What can happen to an issue between two readings.
#[derive(Debug, Clone, Copy)]
pub(super) enum Edit {
    Change,
    Insert,
    Delete,
    Split,
    Join,
    MoveParagraph,
    DeleteParagraph,
    CopyParagraph,
    MoveArticle,
    DeleteArticle,
    NewArticle,
    SplitArticle,
    JoinArticles,
    Headline,
    Width,
    Space,
    Script,
}

pub(super) const ALL: [Edit; 17] = [
    Edit::Change,
    Edit::Insert,
    Edit::Delete,
    Edit::Split,
    Edit::Join,
    Edit::MoveParagraph,
    Edit::DeleteParagraph,
    Edit::CopyParagraph,
    Edit::MoveArticle,
    Edit::DeleteArticle,
    Edit::NewArticle,
    Edit::SplitArticle,
    Edit::JoinArticles,
    Edit::Headline,
    Edit::Width,
    Edit::Space,
    Edit::Script,
];

#[derive(Clone)]
pub(super) struct Draft {
    articles: Vec<Story>,
    names: usize,
    /// What the characters from [`NEW`] on are copies of.
    origins: Vec<usize>,
}

#[derive(Clone)]
struct Story {
    page: &'static str,
    headline: Vec<Marked>,
    body: Vec<Vec<Marked>>,
}

impl Draft {
    pub(super) fn sample() -> Self {
        let mut names = 0..;
        let mut mark = |text: &str| text.chars().zip(names.by_ref()).collect::<Vec<Marked>>();
        let articles = ARTICLES.iter().map(|&(page, headline, body)| Story {
            page,
            headline: mark(headline),
            body: body.iter().map(|text| mark(text)).collect(),
        });
        Self { articles: articles.collect(), names: NEW, origins: Vec::new() }
    }

    pub(super) fn issue(&self) -> Issue {
        let text = |marked: &[Marked]| marked.iter().map(|(c, _)| c).collect::<String>();
        let pages = self.articles.iter().map(|story| Page {
            id: story.page.to_owned(),
            articles: vec![Article {
                headline: if story.headline.is_empty() { Vec::new() } else { vec![text(&story.headline)] },
                body: story.body.iter().map(|p| Block { text: text(p), ..Block::default() }).collect(),
                ..Article::default()
            }],
            ..Page::default()
        });
        Issue { pages: pages.collect(), ..Issue::new() }
    }

    /// All of the sample's clusters are one character, so that offsets count these.
    fn at(&self, article: usize, position: Position) -> Option<(&[Marked], usize)> {
        let story = self.articles.get(article)?;
        let text = match position.part {
            Part::Headline(0) => &story.headline,
            Part::Block(n) => story.body.get(n)?,
            _ => return None,
        };
        Some((text, position.offset.0))
    }

    /// The name of the character at a place.
    pub(super) fn mark_at(&self, article: usize, position: Position) -> Option<usize> {
        let (text, offset) = self.at(article, position)?;
        text.get(offset).map(|&(_, name)| name)
    }

    pub(super) fn random_place(&self, random: &mut Random) -> (usize, Position) {
        let article = random.below(self.articles.len());
        let story = &self.articles[article];
        if random.below(8) == 0 {
            return (article, Position::START);
        }
        let block = random.below(story.body.len());
        (article, Position::new(Part::Block(block), random.below(story.body[block].len())))
    }

    fn all(&self) -> impl Iterator<Item = &Marked> {
        self.articles.iter().flat_map(|story| story.headline.iter().chain(story.body.iter().flatten()))
    }

    pub(super) fn has(&self, name: usize) -> bool {
        self.all().any(|&(_, other)| other == name)
    }

    /// Whether the place is where the character with this name is; if that is gone, where it was: behind the last
    /// one before it that is still there, or in front of the first one after it.
    pub(super) fn is_at(&self, name: usize, article: usize, position: Position) -> bool {
        let Some((text, offset)) = self.at(article, position) else { return false };
        if self.has(name) {
            return text.get(offset).is_some_and(|&(_, there)| there == name);
        }
        let here = |marked: &&Marked| marked.1 < NEW && !marked.0.is_whitespace();
        let before = text[..offset].iter().rfind(here);
        let after = text[offset..].iter().find(here);
        let names = || self.all().filter(here).map(|&(_, other)| other);
        let last = names().filter(|&other| other < name).max();
        let first = names().filter(|&other| other > name).min();
        before.is_some_and(|&(_, before)| Some(before) == last)
            || after.is_some_and(|&(_, after)| Some(after) == first)
    }

    /// Whether `exact` goes on at the place and not where the character with this name is or was, close by: in
    /// `a new a place` nothing tells which `a` is new.
    pub(super) fn is_as_good(&self, name: usize, article: usize, position: Position, exact: &str) -> bool {
        let Some((text, offset)) = self.at(article, position) else { return false };
        let compared = |text: String| compared(&text).take(4).collect::<Vec<char>>();
        let goes_on =
            |at: usize| compared(text[at..].iter().map(|&(c, _)| c).collect()) == compared(exact.to_owned());
        let before = text.iter().filter(|&&(_, there)| there <= name).map(|&(_, there)| there).max();
        let old = text.iter().position(|&(_, there)| Some(there) == before);
        let old = old.map(|old| if before == Some(name) { old } else { old + 1 });
        old.is_some_and(|old| old.abs_diff(offset) <= 8 && goes_on(offset) && !goes_on(old))
    }

    /// Whether a copy of the character with this name is at the place.
    pub(super) fn is_copy_at(&self, name: usize, article: usize, position: Position) -> bool {
        let there = self.mark_at(article, position).unwrap();
        there >= NEW && self.origins.get(there - NEW) == Some(&name)
    }

    /// New characters that are copies.
    fn copy(&mut self, of: &[Marked]) -> Vec<Marked> {
        let origin = |name: usize| {
            name.checked_sub(NEW).and_then(|copy| self.origins.get(copy)).map_or(name, |&of| of)
        };
        let origins: Vec<usize> = of.iter().map(|&(_, name)| origin(name)).collect();
        self.origins.extend(origins);
        let copy = of.iter().map(|&(c, _)| c).zip(self.names..).collect();
        self.names += of.len();
        copy
    }

    fn new_text(&mut self, length: usize, random: &mut Random) -> Vec<Marked> {
        // Words of the issue itself are the hardest: they look like the kept ones.
        let all: Vec<Marked> = self.all().copied().collect();
        let start = random.below(all.len() - length);
        let mut new = self.copy(&all[start..start + length]);
        if random.below(2) == 0 {
            for (c, _) in new.iter_mut().filter(|(c, _)| ('\u{4E00}'..'\u{9FFF}').contains(c)) {
                *c = char::from_u32(u32::from(*c) + 1).unwrap();
            }
        }
        new
    }

    /// Does one of `kinds`; says what it did.
    pub(super) fn edit(&mut self, kinds: &[Edit], random: &mut Random) -> String {
        let kind = kinds[random.below(kinds.len())];
        let count = self.articles.len();
        let one = random.below(count);
        let other = random.below(count);
        let block = random.below(self.articles[one].body.len());
        let length = self.articles[one].body.get(block).map_or(0, Vec::len);
        let offset = random.below(length + 1);
        match kind {
            Edit::Change => {
                let new = self.new_text(1 + random.below(3), random);
                self.splice(one, block, offset, new.len(), new);
            }
            Edit::Insert => {
                let new = self.new_text(1 + random.below(30), random);
                self.splice(one, block, offset, 0, new);
            }
            Edit::Delete => self.splice(one, block, offset, 1 + random.below(30), Vec::new()),
            Edit::Split if length > 0 => {
                let tail = self.articles[one].body[block].split_off(offset);
                self.articles[one].body.insert(block + 1, tail);
            }
            Edit::Join if block + 1 < self.articles[one].body.len() => {
                let tail = self.articles[one].body.remove(block + 1);
                self.articles[one].body[block].extend(tail);
            }
            Edit::MoveParagraph if self.articles[one].body.len() > 1 => {
                let paragraph = self.articles[one].body.remove(block);
                let place = random.below(self.articles[other].body.len() + 1);
                self.articles[other].body.insert(place, paragraph);
            }
            Edit::DeleteParagraph if self.articles[one].body.len() > 1 => {
                self.articles[one].body.remove(block);
            }
            Edit::CopyParagraph => {
                let paragraph = self.articles[one].body[block].clone();
                let copy = self.copy(&paragraph);
                let place = random.below(self.articles[other].body.len() + 1);
                self.articles[other].body.insert(place, copy);
            }
            Edit::MoveArticle => {
                let story = self.articles.remove(one);
                self.articles.insert(random.below(count), story);
            }
            Edit::DeleteArticle if count > 3 => {
                self.articles.remove(one);
            }
            Edit::NewArticle => {
                let story = Story {
                    page: self.articles[one].page,
                    headline: self.new_text(12, random),
                    body: vec![self.new_text(100, random)],
                };
                self.articles.insert(one, story);
            }
            Edit::SplitArticle if self.articles[one].body.len() > 1 => {
                let at = 1 + random.below(self.articles[one].body.len() - 1);
                let body = self.articles[one].body.split_off(at);
                let story = Story { page: self.articles[one].page, headline: Vec::new(), body };
                self.articles.insert(one + 1, story);
            }
            Edit::JoinArticles if one + 1 < count && count > 3 => {
                let story = self.articles.remove(one + 1);
                let headline = Some(story.headline).filter(|headline| !headline.is_empty());
                self.articles[one].body.extend(headline.into_iter().chain(story.body));
            }
            Edit::Headline => {
                let new = self.new_text(2, random);
                let headline = &mut self.articles[one].headline;
                let at = random.below(headline.len() + 1);
                headline.splice(at..at, new);
            }
            Edit::Width => {
                for (c, _) in self.articles[one].body.iter_mut().flatten() {
                    *c = if *c == '，' { ',' } else { *c };
                }
            }
            Edit::Script => {
                let all = self
                    .articles
                    .iter_mut()
                    .flat_map(|story| story.body.iter_mut().chain([&mut story.headline]));
                for (c, _) in all.flatten() {
                    let variants = variants_of(*c);
                    *c = variants.get(random.below(variants.len())).copied().unwrap_or(*c);
                }
            }
            Edit::Space => {
                self.splice(one, block, offset, 0, vec![(' ', SPACE)]);
            }
            _ => {}
        }
        format!("{kind:?} {one}/{block}/{offset} {other}")
    }

    fn splice(&mut self, article: usize, block: usize, at: usize, gone: usize, new: Vec<Marked>) {
        let text = &mut self.articles[article].body[block];
        let end = (at + gone).min(text.len());
        text.splice(at..end, new);
    }
}
