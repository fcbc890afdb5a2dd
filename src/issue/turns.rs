//! Stories that turn to another page: 下转第3版 here, 上接第一版 there.
//!
//! The halves are linked and not moved: each character stays where it was printed, so that text, bookmarks and the page's
//! own order agree. A reader follows the link.

use std::collections::HashMap;

use super::{Article, ArticleNo, Issue, Page};

/// So many characters of two headlines are compared.
const COMPARED: usize = 64;

/// First halves with their second ones, both by where they stand in the issue, in the order of the first halves. Either
/// may be in more than one pair: a story has more than two parts, or two stories claim the same part.
#[must_use]
pub fn turns(issue: &Issue) -> Vec<(ArticleNo, ArticleNo)> {
    if issue.articles().all(|(_, article)| article.continued_to.is_none()) {
        return Vec::new();
    }
    let mut ids: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    // How many articles stand on the pages before each.
    let mut before = Vec::with_capacity(issue.pages.len());
    let mut count = 0;
    for (n, page) in issue.pages.iter().enumerate() {
        ids.entry(key(&page.id)).or_default().push(n);
        before.push(count);
        count += page.articles.len();
    }
    let number = |page: usize, nth: usize| before.get(page).map(|before| ArticleNo(before + nth));
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
            let second = issue.pages.get(other).and_then(|there| second_half(page, first, there));
            if let (Some(first), Some(second)) =
                (number(n, nth), second.and_then(|second| number(other, second)))
            {
                found.push((first, second));
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

/// The beginning of `text` without white space.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).take(COMPARED).collect()
}

/// What makes two ids one page: `01` and `1` are one, `A1` and `1` are two.
fn key(id: &str) -> (&str, &str) {
    let figures = id.trim_start_matches(|c: char| c.is_ascii_uppercase());
    (id.strip_suffix(figures).unwrap_or_default(), figures.trim_start_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn issue() -> Issue {
        let article = |headline: &str, from: Option<&str>, to: Option<&str>| Article {
            headline: vec![headline.to_owned()],
            continued_from: from.map(Into::into),
            continued_to: to.map(Into::into),
            ..Article::default()
        };
        let page = |id: &str, articles| Page { id: id.to_owned(), articles, ..Page::default() };
        Issue {
            pages: vec![
                page("01", vec![article("铅字", None, Some("3")), article("月食", None, Some("9"))]),
                page("03", vec![article("别的", None, None), article("铅 字", Some("1"), Some("4"))]),
                page("4", vec![article("铅字", Some("03"), None)]),
            ],
            ..Issue::new()
        }
    }

    #[test]
    fn halves_are_found_by_the_page_they_name() {
        let pairs = [(ArticleNo(0), ArticleNo(3)), (ArticleNo(3), ArticleNo(4))];
        assert_eq!(turns(&issue()), pairs, "the page 9 of 月食 is not in the issue");
        assert_eq!(turns(&Issue::new()), []);
    }
}
