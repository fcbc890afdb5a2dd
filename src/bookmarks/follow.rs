//! Where a reader's places are after the issue was parsed anew: by the words that stand there, not by numbers.
//!
//! A place is followed by the words at it, and by its line or paragraph where only the words around that were changed.
//! Where these are gone it is followed by words near it in the same article, else by the article's title; where the
//! article is gone, to its neighbour. So there is always an answer, and it says how good it is. A bookmark, which must
//! never name another place, is stricter: see [`find_all`].

use super::anchor::{Found, find_all};
use super::bookmark::Bookmark;
use super::issue_key::IssueKey;
use crate::issue::{Article, ArticleNo, Issue, Part, Position};

/// So many blocks before and after a place are tried when its own words are gone.
const NEAR: usize = 4;

/// A text of so many bytes says where it is, in whatever article it stands.
const TELLING: usize = 24;

/// Where a place is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Followed {
    /// The article.
    pub article: ArticleNo,
    /// The place in it.
    pub position: Position,
    /// How it was found.
    pub by: By,
}

/// What a place was found by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    /// Its words, where they were.
    Here,
    /// Its words, elsewhere.
    Words,
    /// Its article: the words are gone.
    Article,
    /// Nothing: the article is gone, and this is what stands next to where it stood.
    Neighbour,
}

/// Where `places` of `old` are in `new`, in their order. Reads `new` once for those whose words are not where they
/// were: a few milliseconds for each megabyte.
#[must_use]
pub fn follow(old: &Issue, new: &Issue, places: &[(ArticleNo, Position)]) -> Vec<Followed> {
    let sketches: Vec<Option<Bookmark>> =
        places.iter().map(|(article, position)| sketch(old, *article, *position)).collect();
    let mut found = find_all(new, sketches.iter().flatten()).into_iter();
    let mut followed: Vec<Option<Followed>> = Vec::with_capacity(places.len());
    for (sketch, &(article, position)) in sketches.iter().zip(places) {
        followed.push(match sketch {
            Some(sketch) => found.next().and_then(|found| by_words(found, sketch, position, new)),
            None => title_in(new, article, old.article(article).map(|(_, article)| article))
                .map(|article| Followed { article, position, by: By::Here }),
        });
    }
    let missing: Vec<(ArticleNo, Position)> = places
        .iter()
        .zip(&followed)
        .filter(|(_, followed)| followed.is_none())
        .map(|(place, _)| *place)
        .collect();
    let mut near = nearby(old, new, &missing).into_iter();
    followed.into_iter().filter_map(|followed| followed.or_else(|| near.next())).collect()
}

/// The words at a place, as a bookmark would keep them.
fn sketch(issue: &Issue, article: ArticleNo, position: Position) -> Option<Bookmark> {
    Bookmark::sketch(issue, IssueKey::default(), article, position, jiff::Timestamp::UNIX_EPOCH)
}

/// What [`find_all`] says of `sketch`, which was made at `asked` or at the first words after it.
fn by_words(found: Found, sketch: &Bookmark, asked: Position, new: &Issue) -> Option<Followed> {
    match found {
        Found::Here { article, .. } => Some(Followed { article, position: asked, by: By::Here }),
        Found::Moved { article, position } => {
            // Who was at the very start of an article stays there.
            let starts = asked == Position::START && first_words(new, article) == Some(position);
            let position = if starts { Position::START } else { position };
            let stayed = article.0 == sketch.article.number && position == asked;
            Some(Followed { article, position, by: if stayed { By::Here } else { By::Words } })
        }
        Found::Lost => None,
    }
}

fn first_words(issue: &Issue, article: ArticleNo) -> Option<Position> {
    sketch(issue, article, Position::START).map(|sketch| sketch.position)
}

/// Where places are whose own words are gone.
fn nearby(old: &Issue, new: &Issue, places: &[(ArticleNo, Position)]) -> Vec<Followed> {
    // The words of the blocks around each place, the nearest first; all of them are looked for at once.
    let around: Vec<Vec<Bookmark>> = places
        .iter()
        .map(|(number, position)| match old.article(*number) {
            Some((_, article)) if *position != Position::START => blocks_around(article, position.part)
                .filter_map(|part| sketch(old, *number, Position::new(part, 0)))
                .collect(),
            _ => Vec::new(),
        })
        .collect();
    let mut found = find_all(new, around.iter().flatten()).into_iter();
    let mut followed = Vec::with_capacity(places.len());
    for (around, &(number, position)) in around.iter().zip(places) {
        let here: Vec<Found> = found.by_ref().take(around.len()).collect();
        let near = here.iter().find_map(|found| found.place());
        let before = old.article(number).map(|(_, article)| article);
        let titled = title_in(new, number, before);
        let same = before.and_then(|before| same_part(new, titled, before, position));
        followed.push(match (same, near, titled) {
            (Some(same), ..) => same,
            (None, Some((article, position)), _) => Followed { article, position, by: By::Article },
            // An article's start is where its title is.
            (None, None, Some(article)) if position == Position::START => {
                Followed { article, position, by: By::Words }
            }
            // The same place in it is as good as any.
            (None, None, Some(article)) => Followed { article, position, by: By::Article },
            (None, None, None) => neighbour(old, new, number),
        });
    }
    followed
}

/// The place in the one part that has the text of the part of `before`: a line or a paragraph whose neighbours were
/// changed. It is looked for in the article with the same title, then in all.
fn same_part(
    issue: &Issue,
    titled: Option<ArticleNo>,
    before: &Article,
    position: Position,
) -> Option<Followed> {
    let text = before.text(position.part).filter(|text| !text.trim().is_empty())?;
    let all = issue.articles().enumerate().map(|(n, (_, article))| (ArticleNo(n), article));
    let parts = all.flat_map(|(number, article)| article.parts().map(move |part| (number, part)));
    let same: Vec<_> = parts.filter(|(_, (_, other))| *other == text).collect();
    let home: Vec<_> = same.iter().filter(|(number, _)| Some(*number) == titled).collect();
    let (article, (part, _)) = match (&home[..], &same[..]) {
        ([one], _) => **one,
        ([], [one]) if text.len() >= TELLING => *one,
        _ => return None,
    };
    Some(Followed { article, position: Position { part, ..position }, by: By::Words })
}

/// The blocks next to `part`, the nearest first.
fn blocks_around(article: &Article, part: Part) -> impl Iterator<Item = Part> {
    let (here, count) = match part {
        Part::Block(n) => (n, article.body.len()),
        _ => (0, article.body.len()),
    };
    (1..=NEAR)
        .flat_map(move |by| [here.checked_add(by), here.checked_sub(by)])
        .flatten()
        .filter(move |n| *n < count)
        .map(Part::Block)
}

/// The article of `issue` that has the title of `article`: the one at the same place, else the only one.
fn title_in(issue: &Issue, number: ArticleNo, article: Option<&Article>) -> Option<ArticleNo> {
    let title = article?.title();
    let same = |(_, other): (_, &Article)| other.title() == title;
    if issue.article(number).is_some_and(same) {
        return Some(number);
    }
    let mut all = issue.articles().enumerate().filter(|(_, other)| same(*other)).map(|(n, _)| ArticleNo(n));
    let only = all.next()?;
    all.next().is_none().then_some(only)
}

/// The article after the one that is gone, else the one before it.
fn neighbour(old: &Issue, new: &Issue, gone: ArticleNo) -> Followed {
    let count = old.article_count();
    let after = (gone.0 + 1..count).zip(1..=NEAR).map(|(n, _)| n);
    let before = (0..gone.0).rev().zip(1..=NEAR).map(|(n, _)| n);
    let stays = |n: usize| {
        let article = old.article(ArticleNo(n)).map(|(_, article)| article);
        title_in(new, ArticleNo(n), article)
    };
    let last = ArticleNo(new.article_count().saturating_sub(1));
    let article = after.chain(before).find_map(stays).unwrap_or_else(|| gone.min(last));
    Followed { article, position: Position::START, by: By::Neighbour }
}

#[cfg(test)]
mod tests;
