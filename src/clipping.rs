//! 剪报: a text taken out of an issue, with where it stood.

use std::fmt::Write;
use std::ops::Range;

use crate::issue::{Article, ArticleNo, Issue, Page};

/// The text of an article as printed, and a line that says where it stood; `None` if there is no such article.
///
/// With `blocks` only these blocks of the body are taken, and no heads. Lines end with a newline; an empty line is
/// between two blocks.
#[must_use]
pub fn clipping(issue: &Issue, number: ArticleNo, blocks: Option<Range<usize>>) -> Option<String> {
    let (page, article) = issue.article(number)?;
    let mut parts: Vec<&str> = Vec::new();
    if blocks.is_none() {
        let heads: [&[String]; 3] = [&article.kicker, &article.headline, &article.deck];
        parts.extend(heads.into_iter().flatten().map(String::as_str));
        parts.extend(article.byline.as_deref());
    }
    let taken = blocks.unwrap_or(0..article.body.len());
    parts.extend(
        article
            .body
            .get(taken.start..taken.end.min(article.body.len()))?
            .iter()
            .map(|block| block.text.as_str()),
    );
    let mut text = parts.join("\n\n");
    if text.trim().is_empty() {
        return None;
    }
    let _ = write!(text, "\n\n—— {}\n", citation(issue, page, article));
    Some(text)
}

/// Paper, day, page, headline, author: what is known of them. Chinese and Japanese papers in their own marks
/// (GB/T 7714's order: author, title, paper, day, page).
fn citation(issue: &Issue, page: &Page, article: &Article) -> String {
    let cjk = issue.language.as_deref().is_some_and(|tag| tag.starts_with("zh") || tag.starts_with("ja"));
    let names: Vec<&str> = article.authors.iter().map(|author| author.name.as_str()).collect();
    let (between, open, close, stop) =
        if cjk { ("、", "《", "》", "，") } else { (", ", "“", "”", ", ") };
    let by = if names.is_empty() {
        article.byline.as_deref().map(str::to_owned)
    } else {
        Some(names.join(between))
    };
    let title = article.title().join(" ");
    let title = title.chars().take(60).collect::<String>();
    let title = (!title.is_empty()).then(|| format!("{open}{title}{close}"));
    let date = issue.date.map(|date| {
        if cjk { format!("{}年{}月{}日", date.year(), date.month(), date.day()) } else { date.to_string() }
    });
    let page = match (cjk, page.id.as_str()) {
        (_, "") => None,
        (true, id) => Some(format!("第{id}版")),
        (false, id) => Some(format!("page {id}")),
    };
    let parts = [by, title, issue.publication.clone(), date, page];
    parts.into_iter().flatten().collect::<Vec<_>>().join(stop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issue::{Author, Block};

    fn issue(language: &str) -> Issue {
        let block = |text: &str| Block { text: text.to_owned(), ..Block::default() };
        let article = Article {
            headline: vec!["铅字醒来".to_owned()],
            byline: Some("■本报印史组".into()),
            authors: vec![Author { name: "本报印史组".to_owned(), ..Author::default() }].into(),
            body: vec![block("第一段。"), block("第二段。"), block("第三段。")],
            ..Article::default()
        };
        let page =
            Page { id: "1".to_owned(), articles: vec![article, Article::default()], ..Page::default() };
        Issue {
            publication: Some("活字日报".to_owned()),
            date: Some(jiff::civil::date(2026, 10, 18)),
            language: Some(language.to_owned()),
            pages: vec![page],
            ..Issue::new()
        }
    }

    #[test]
    fn an_article_is_taken_with_its_heads_and_where_it_stood() {
        let text = clipping(&issue("zh-Hans"), ArticleNo(0), None).unwrap();
        assert_eq!(
            text,
            "铅字醒来\n\n■本报印史组\n\n第一段。\n\n第二段。\n\n第三段。\n\n\
             —— 本报印史组，《铅字醒来》，活字日报，2026年10月18日，第1版\n"
        );
    }

    #[test]
    fn some_blocks_are_taken_without_heads() {
        let text = clipping(&issue("en"), ArticleNo(0), Some(1..2)).unwrap();
        assert_eq!(text, "第二段。\n\n—— 本报印史组, “铅字醒来”, 活字日报, 2026-10-18, page 1\n");
        assert!(
            clipping(&issue("en"), ArticleNo(0), Some(1..99)).unwrap().starts_with("第二段。\n\n第三段。")
        );
    }

    #[test]
    fn nothing_is_taken_where_nothing_is() {
        assert_eq!(clipping(&issue("en"), ArticleNo(0), Some(7..9)), None);
        assert_eq!(clipping(&issue("en"), ArticleNo(1), None), None);
        assert_eq!(clipping(&issue("en"), ArticleNo(2), None), None);
    }
}
