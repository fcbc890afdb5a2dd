//! Writes into the halves of a story that turns to another page where the other one is.

use crate::issue::{Article, ArticleNo, Issue, turns};
use crate::parse::{Note, Start};

/// Links the halves that are both in `issue`, and says so.
pub(super) fn link(issue: &mut Issue, starts: &[Start]) -> Vec<Note> {
    let line = |of: ArticleNo| starts.get(of.0).map(|start| start.line);
    let mut notes = Vec::new();
    for (first, second) in turns(issue) {
        let id = |of| issue.article(of).map(|(page, _)| page.id.clone());
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

fn article(issue: &mut Issue, number: ArticleNo) -> Option<&mut Article> {
    issue.pages.iter_mut().flat_map(|page| &mut page.articles).nth(number.0)
}
