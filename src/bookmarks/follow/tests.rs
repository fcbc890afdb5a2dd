use proptest::prelude::*;

use super::*;
use crate::issue::{Block, Page};

fn article(headline: &str, body: &[String]) -> Article {
    let body = body.iter().map(|text| Block { text: text.clone(), ..Block::default() });
    Article { headline: vec![headline.to_owned()], body: body.collect(), ..Article::default() }
}

fn issue(articles: Vec<Article>) -> Issue {
    Issue { pages: vec![Page { id: "1".to_owned(), articles, ..Page::default() }], ..Issue::new() }
}

fn paragraph(article: usize, n: usize) -> String {
    format!(
        "第{article}篇第{n}段，铅字排进版框，一行接着一行；{}排字工人用手指读出反字。",
        "墨".repeat(n + 1)
    )
}

/// Four articles of five paragraphs, each with words of its own.
fn paper() -> Issue {
    let body = |n: usize| (0..5).map(|m| paragraph(n, m)).collect::<Vec<_>>();
    issue((0..4).map(|n| article(&format!("第{n}条新闻的标题"), &body(n))).collect())
}

fn at(article: usize, part: Part, offset: usize) -> (ArticleNo, Position) {
    (ArticleNo(article), Position::new(part, offset))
}

fn one(old: &Issue, new: &Issue, place: (ArticleNo, Position)) -> Followed {
    let [followed] = follow(old, new, &[place])[..] else { panic!("one answer for one place") };
    followed
}

fn found(article: usize, position: Position, by: By) -> Followed {
    Followed { article: ArticleNo(article), position, by }
}

#[test]
fn in_the_same_issue_every_place_is_where_it_was() {
    let paper = paper();
    let places = [at(0, Part::Kicker(0), 0), at(2, Part::Block(3), 7), at(3, Part::Headline(0), 2)];
    for (place, followed) in places.iter().zip(follow(&paper, &paper, &places)) {
        assert_eq!(followed, found(place.0.0, place.1, By::Here));
    }
}

#[test]
fn words_are_followed_into_a_half_of_their_article() {
    let mut next = paper();
    let half = next.pages[0].articles[1].body.split_off(3);
    next.pages[0].articles.insert(2, Article { body: half, ..article("另一半的标题", &[]) });
    let followed = one(&paper(), &next, at(1, Part::Block(4), 3));
    assert_eq!(followed, found(2, Position::new(Part::Block(1), 3), By::Words));
    let start = one(&paper(), &next, at(2, Part::Kicker(0), 0));
    assert_eq!(start, found(3, Position::START, By::Words));
}

#[test]
fn a_paragraph_that_is_gone_leaves_the_reader_at_its_neighbour() {
    let mut next = paper();
    next.pages[0].articles[1].body.remove(2);
    let followed = one(&paper(), &next, at(1, Part::Block(2), 5));
    assert_eq!(followed, found(1, Position::new(Part::Block(2), 0), By::Article));
}

#[test]
fn an_article_with_other_words_is_known_by_its_title() {
    let mut next = paper();
    next.pages[0].articles[1] = article("第1条新闻的标题", &["完全是另外的文字。".to_owned()]);
    next.pages[0].articles.swap(0, 1);
    let followed = one(&paper(), &next, at(1, Part::Block(2), 5));
    assert_eq!((followed.article, followed.by), (ArticleNo(0), By::Article));
}

#[test]
fn an_article_that_is_gone_leaves_the_reader_at_the_next() {
    let mut next = paper();
    next.pages[0].articles.remove(1);
    assert_eq!(one(&paper(), &next, at(1, Part::Block(2), 5)), found(1, Position::START, By::Neighbour));
    next.pages[0].articles.truncate(1);
    assert_eq!(one(&paper(), &next, at(3, Part::Block(2), 5)), found(0, Position::START, By::Neighbour));
    assert_eq!(one(&paper(), &Issue::new(), at(3, Part::Block(2), 5)).article, ArticleNo(0));
    assert_eq!(one(&Issue::new(), &next, at(3, Part::Block(2), 5)).article, ArticleNo(0));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is put in, taken away and moved elsewhere, words that are still there once are followed.
    #[test]
    fn words_that_stay_are_followed(
        place in (0..4_usize, 0..5_usize, 0..20_usize),
        added in prop::collection::vec((0..4_usize, 0..5_usize), 0..4),
        front: bool,
        swapped in (0..4_usize, 0..4_usize),
    ) {
        let (old, mut next) = (paper(), paper());
        for (n, (to, block)) in added.iter().enumerate() {
            let text = format!("后来补写的第{n}段，原来没有。");
            next.pages[0].articles[*to].body.insert(*block, Block { text, ..Block::default() });
        }
        next.pages[0].articles.swap(swapped.0, swapped.1);
        if front {
            next.pages[0].articles.insert(0, article("新的头条", &["新的正文。".to_owned()]));
        }
        let (number, block, offset) = place;
        let followed = one(&old, &next, at(number, Part::Block(block), offset));
        let text = |issue: &Issue, number, position: Position| {
            issue.article(number).and_then(|(_, article)| article.text(position.part)).map(str::to_owned)
        };
        prop_assert_eq!(text(&next, followed.article, followed.position), Some(paragraph(number, block)));
        prop_assert_eq!(followed.position.offset.0, offset);
        prop_assert!(followed.by <= By::Words);
    }
}
