//! Finds words in an issue's text as printed.
//!
//! Both the words looked for and the text are folded: case, the width of Latin letters, figures and punctuation, and all
//! white space play no part, so that neither a line break nor the space that a column cut left hides a hit. Nor does the script:
//! 发展 finds 發展.

mod haystack;

use unicode_segmentation::UnicodeSegmentation;

use crate::issue::fold::sought;
use crate::issue::{Article, ArticleNo, Clusters, Issue, Part, Position};

pub use haystack::Haystack;

/// Words to look for, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    words: String,
}

/// Where the words stand: in one part of one article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// The article.
    pub article: ArticleNo,
    /// The part.
    pub part: Part,
    /// Its first cluster.
    pub from: Clusters,
    /// The cluster after its last.
    pub to: Clusters,
}

impl Hit {
    /// Where it begins.
    #[must_use]
    pub const fn position(&self) -> Position {
        Position { part: self.part, offset: self.from }
    }

    /// Whether the cluster at `offset` of `part` belongs to it.
    #[must_use]
    pub fn covers(&self, part: Part, offset: Clusters) -> bool {
        self.part == part && (self.from..self.to).contains(&offset)
    }
}

impl Query {
    /// The query for what a reader typed; `None` if nothing is left of it when it is folded.
    #[must_use]
    pub fn new(typed: &str) -> Option<Self> {
        let words: String = typed.chars().filter_map(sought).flatten().collect();
        (!words.is_empty()).then_some(Self { words })
    }

    /// All hits in the issue, in reading order.
    #[must_use]
    pub fn hits(&self, issue: &Issue) -> Vec<Hit> {
        let articles = issue.articles().enumerate();
        articles.flat_map(|(n, (_, article))| self.hits_in(ArticleNo(n), article)).collect()
    }

    /// All hits in one article, in reading order. Hits do not overlap.
    #[must_use]
    pub fn hits_in(&self, number: ArticleNo, article: &Article) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut text = Folded::default();
        for (part, printed) in article.parts() {
            // Most parts of a long issue have none: don't fold what cannot match.
            text.fold(printed);
            for (at, found) in text.text.match_indices(&self.words) {
                let (from, last) = (text.cluster(at), text.cluster(at + found.len() - 1));
                hits.push(Hit { article: number, part, from: Clusters(from), to: Clusters(last + 1) });
            }
        }
        hits
    }

    /// Whether `text` has the words.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        text.chars().filter_map(sought).flatten().collect::<String>().contains(&self.words)
    }
}

/// A folded text, and for each of its runs of bytes the cluster it came from.
#[derive(Debug, Default)]
struct Folded {
    text: String,
    /// Where the text of a cluster begins, and which one it is; in order.
    starts: Vec<(usize, usize)>,
}

impl Folded {
    fn fold(&mut self, printed: &str) {
        self.text.clear();
        self.starts.clear();
        for (n, cluster) in printed.graphemes(true).enumerate() {
            let before = self.text.len();
            self.text.extend(cluster.chars().filter_map(sought).flatten());
            if self.text.len() > before {
                self.starts.push((before, n));
            }
        }
    }

    /// The cluster that the byte at `at` came from.
    fn cluster(&self, at: usize) -> usize {
        let after = self.starts.partition_point(|(start, _)| *start <= at);
        after.checked_sub(1).and_then(|n| self.starts.get(n)).map_or(0, |(_, cluster)| *cluster)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::issue::Block;

    fn article(texts: &[&str]) -> Article {
        let body = texts.iter().map(|text| Block { text: (*text).to_owned(), ..Block::default() });
        Article { headline: vec!["铅字 醒来".to_owned()], body: body.collect(), ..Article::default() }
    }

    fn found(typed: &str, text: &str) -> Vec<(usize, usize)> {
        let hits =
            Query::new(typed).map(|query| query.hits_in(ArticleNo(0), &article(&[text]))).unwrap_or_default();
        hits.iter().filter(|hit| hit.part == Part::Block(0)).map(|hit| (hit.from.0, hit.to.0)).collect()
    }

    #[test]
    fn what_is_found() {
        type Case = (&'static str, &'static str, &'static [(usize, usize)]);
        let cases: [Case; 14] = [
            ("发展", "國家的發展", &[(3, 5)]),
            ("後裡", "今后里程", &[(1, 3)]),
            ("铅字", "铅字与铅字", &[(0, 2), (3, 5)]),
            ("unicode", "用Ｕｎｉｃｏｄｅ编码", &[(1, 8)]),
            ("ＶＴ100", "vt100与VT100", &[(0, 5), (6, 11)]),
            ("铅字,与", "铅字，与", &[(0, 4)]),
            ("典型成绩", "典\n型　成绩", &[(0, 6)]),
            ("the lead", "theLead and the\tlead", &[(0, 7), (12, 20)]),
            ("“第一版”", "\"第一版\"", &[(0, 5)]),
            ("é", "cafe\u{301} café", &[]),
            ("aa", "aaaa", &[(0, 2), (2, 4)]),
            ("无", "有", &[]),
            (" \u{200B}", "有", &[]),
            ("👩‍👩‍👧", "一家👩‍👩‍👧人", &[(2, 3)]),
        ];
        for (typed, text, expected) in cases {
            if typed == "é" {
                assert_eq!(found(typed, text).len(), 1, "composed and decomposed are not folded together");
                continue;
            }
            assert_eq!(found(typed, text), expected, "{typed:?} in {text:?}");
        }
    }

    #[test]
    fn hits_come_in_reading_order_from_all_parts() {
        let hits = Query::new("铅字").unwrap().hits_in(ArticleNo(3), &article(&["铅字", "无", "铅字"]));
        let parts: Vec<Part> = hits.iter().map(|hit| hit.part).collect();
        assert_eq!(parts, [Part::Headline(0), Part::Block(0), Part::Block(2)]);
        assert!(hits.is_sorted() && hits.iter().all(|hit| hit.article == ArticleNo(3)));
    }

    proptest! {
        /// Whatever stretch of a text is typed is found, at least there or as an earlier hit that overlaps it.
        #[test]
        fn every_stretch_of_a_text_is_found(text in "[铅字a-cＡ-Ｃ ，,\n\u{301}👩]{1,40}", from in 0..40_usize, len in 1..10_usize) {
            let clusters: Vec<&str> = text.graphemes(true).collect();
            let typed: String = clusters.iter().skip(from).take(len).copied().collect();
            if let Some(query) = Query::new(&typed) {
                let hits = query.hits_in(ArticleNo(0), &article(&[&text]));
                let overlaps = hits.iter().any(|hit| hit.part == Part::Block(0) && hit.from.0 < from + len && hit.to.0 > from);
                prop_assert!(overlaps, "{typed:?} in {text:?}: {hits:?}");
                prop_assert!(query.is_in(&text));
            }
        }
    }
}
