//! Stories that turn to another page: 下转第3版 here, 上接第一版 there.
//!
//! The halves are linked and not moved: each character stays where it was printed, so that text, bookmarks and the page's
//! own order agree. A reader follows the link.

use std::collections::HashMap;

use super::words::squeezed;
use crate::issue::{Article, Issue, Page};
use crate::parse::{Note, Start};

/// Where an article stands: its page, and where on it.
type At = (usize, usize);

/// Links the halves that are both in `issue`, and says so.
pub(super) fn link(issue: &mut Issue, starts: &[Start]) -> Vec<Note> {
    let found = halves(issue);
    // How many articles stand on the pages before each.
    let before: Vec<usize> = issue
        .pages
        .iter()
        .scan(0, |sum, page| Some(std::mem::replace(sum, *sum + page.articles.len())))
        .collect();
    let line = |(page, n): At| starts.get(before.get(page)? + n).map(|start| start.line);
    let mut notes = Vec::new();
    for (first, second) in found {
        let id = |(page, _): At| issue.pages.get(page).map(|page| page.id.clone());
        let (here, there) = (id(first), id(second));
        if let Some(article) = article(issue, first) {
            article.continued_to = there;
        }
        if let Some(article) = article(issue, second) {
            article.continued_from = here;
        }
        if let (Some(line), Some(to)) = (line(first), line(second)) {
            notes.push(Note::Linked { line, to });
        }
    }
    notes
}

fn article(issue: &mut Issue, (page, n): At) -> Option<&mut Article> {
    issue.pages.get_mut(page)?.articles.get_mut(n)
}

/// First halves with their second ones.
fn halves(issue: &Issue) -> Vec<(At, At)> {
    let mut ids: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for (n, page) in issue.pages.iter().enumerate() {
        ids.entry(key(&page.id)).or_default().push(n);
    }
    let mut found = Vec::new();
    for (n, page) in issue.pages.iter().enumerate() {
        for (nth, first) in page.articles.iter().enumerate() {
            let Some(to) = &first.continued_to else { continue };
            let Some(named) = ids.get(&key(to)) else { continue };
            // A file may hold several issues: the next page of that name is the one meant.
            let after = named.partition_point(|&other| other <= n);
            let Some(&other) = named.get(after).or_else(|| named.first()).filter(|&&other| other != n) else {
                continue;
            };
            if let Some(second) = issue.pages.get(other).and_then(|there| second_half(page, first, there)) {
                found.push(((n, nth), (other, second)));
            }
        }
    }
    found
}

/// The article of `there` that `first` goes on in: one that says it comes from `here`, or one under the same headline.
fn second_half(here: &Page, first: &Article, there: &Page) -> Option<usize> {
    let title = squeezed(&first.headline.concat());
    let comes = |other: &Article| other.continued_from.as_ref().is_some_and(|id| key(id) == key(&here.id));
    let named = |other: &Article| !title.is_empty() && squeezed(&other.headline.concat()) == title;
    let coming = there.articles.iter().position(comes);
    // Several stories of one page may turn to the same page: then the headline decides.
    let several = there.articles.iter().filter(|other| other.continued_from.is_some()).nth(1).is_some();
    let same = || there.articles.iter().position(named);
    if several { same().or(coming) } else { coming.or_else(same) }
}

/// What makes two ids one page: `01` and `1` are one, `A1` and `1` are two.
fn key(id: &str) -> (&str, &str) {
    let figures = id.trim_start_matches(|c: char| c.is_ascii_uppercase());
    (id.strip_suffix(figures).unwrap_or_default(), figures.trim_start_matches('0'))
}
