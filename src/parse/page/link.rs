//! Writes into the halves of a story that turns to another page where the other one is.

use crate::issue::{Article, ArticleNo, Issue, turns};
use crate::parse::{Note, Start};

/// Links the halves that are both in `issue`, and says so.
pub(super) fn link(issue: &mut Issue, starts: &[Start]) -> Vec<Note> {
    let line = |of: ArticleNo| starts.get(of.0).map(|start| start.line);
    let mut notes = Vec::new();
    let turns = turns(issue);
    // How many articles stand on the pages up to each: nobody counts them for every turn.
    let ends: Vec<usize> = issue
        .pages
        .iter()
        .scan(0, |count, page| {
            *count += page.articles.len();
            Some(*count)
        })
        .collect();
    for (first, second) in turns {
        let id = |of: ArticleNo| {
            issue.pages.get(ends.partition_point(|&end| end <= of.0)).map(|page| page.id.as_str().into())
        };
        let (here, there) = (id(first), id(second));
        if let Some(article) = article(issue, &ends, first) {
            article.continued_to = there;
        }
        if let Some(article) = article(issue, &ends, second) {
            article.continued_from = here;
        }
        if let (Some(line), Some(to)) = (line(first), line(second)) {
            notes.push(Note::Linked { line, to });
        }
    }
    notes
}

/// The article of that number, where the articles of each page end before the number in `ends`.
fn article<'a>(issue: &'a mut Issue, ends: &[usize], number: ArticleNo) -> Option<&'a mut Article> {
    let page = ends.partition_point(|&end| end <= number.0);
    let before = page.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
    issue.pages.get_mut(page)?.articles.get_mut(number.0 - before)
}
