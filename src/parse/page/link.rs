//! Stories that turn to another page: 下转第3版 here, 上接第一版 there.
//!
//! The halves are linked and not moved: each character stays where it was printed, so that text, bookmarks and the page's
//! own order agree. A reader follows the link.

use super::words::squeezed;
use crate::issue::{Article, Issue};
use crate::parse::{Note, Start};

/// Links the halves that are both in `issue`, and says so.
pub(super) fn link(issue: &mut Issue, starts: &[Start]) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut nth = 0;
    let mut found = Vec::new();
    for (page, here) in issue.pages.iter().enumerate() {
        for (n, article) in here.articles.iter().enumerate() {
            if let Some(to) = &article.continued_to
                && let Some((other, second)) = second_half(issue, page, article, to)
            {
                found.push(((page, n), (other, second), nth));
            }
            nth += 1;
        }
    }
    for ((page, n), (other, second), nth) in found {
        let id = |at: usize| issue.pages.get(at).map(|page| page.id.clone());
        let (here, there) = (id(page), id(other));
        let before: usize = issue.pages.iter().take(other).map(|page| page.articles.len()).sum();
        if let Some(first) = article(issue, page, n) {
            first.continued_to = there;
        }
        if let Some(second) = article(issue, other, second) {
            second.continued_from = here;
        }
        if let (Some(line), Some(to)) = (starts.get(nth), starts.get(before + second)) {
            notes.push(Note::Linked { line: line.line, to: to.line });
        }
    }
    notes
}

fn article(issue: &mut Issue, page: usize, n: usize) -> Option<&mut Article> {
    issue.pages.get_mut(page)?.articles.get_mut(n)
}

/// The page and the article that `first` goes on in: on the page that it names, one that says it comes from here, or one
/// under the same headline.
fn second_half(issue: &Issue, from: usize, first: &Article, to: &str) -> Option<(usize, usize)> {
    let here = issue.pages.get(from)?;
    let (at, page) =
        issue.pages.iter().enumerate().find(|&(n, page)| n != from && same_page(&page.id, to))?;
    let title = squeezed(&first.headline.concat());
    let comes = page
        .articles
        .iter()
        .position(|other| other.continued_from.as_ref().is_some_and(|id| same_page(id, &here.id)));
    let named = || {
        let same = |other: &Article| !title.is_empty() && squeezed(&other.headline.concat()) == title;
        page.articles.iter().position(same)
    };
    // Several stories of one page may turn to the same page: then the headline decides.
    let several = page.articles.iter().filter(|other| other.continued_from.is_some()).count() > 1;
    let second = if several { named().or(comes) } else { comes.or_else(named) };
    second.map(|n| (at, n))
}

/// `01` and `1` are one page, `A1` and `1` are two.
fn same_page(a: &str, b: &str) -> bool {
    let split = |id: &str| {
        let figures = id.trim_start_matches(|c: char| c.is_ascii_uppercase());
        let letters = id.strip_suffix(figures).unwrap_or_default().to_owned();
        (letters, figures.trim_start_matches('0').to_owned())
    };
    split(a) == split(b)
}
