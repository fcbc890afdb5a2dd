//! How well the page parser reads pages that it was not made with.
//!
//! `tests/heldout/NAME.txt` is a page, `NAME.json` beside it what a person found in it; see the README there. The figures
//! below are floors, a little under what was reached: a change that falls through one has lost something.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use newsprint::issue::{Article, Issue};
use newsprint::parse;

/// An article's fields without white space.
struct Fields {
    heads: [String; 4],
    body: Vec<String>,
}

/// How many of what there is were found.
#[derive(Debug, Default)]
struct Share {
    found: usize,
    all: usize,
}

impl Share {
    fn add(&mut self, good: bool) {
        self.all += 1;
        self.found += usize::from(good);
    }

    #[track_caller]
    fn at_least(&self, what: &str, percent: usize) {
        assert!(self.found * 100 >= self.all * percent, "{what}: {} of {}", self.found, self.all);
    }
}

fn squeeze(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn fields(article: &Article) -> Fields {
    let byline = article.byline.as_deref().unwrap_or_default();
    let heads =
        [article.kicker.concat(), article.headline.concat(), article.deck.concat(), byline.to_owned()];
    Fields {
        heads: heads.map(|text| squeeze(&text)),
        body: article.body.iter().map(|block| squeeze(&block.text)).collect(),
    }
}

/// The articles by their place in the page's text, and the text's length.
fn articles(issue: &Issue) -> (BTreeMap<usize, Fields>, usize) {
    let (mut found, mut at) = (BTreeMap::new(), 0);
    for (_, article) in issue.articles() {
        let fields = fields(article);
        let length: usize = fields.heads.iter().chain(&fields.body).map(|text| text.chars().count()).sum();
        found.insert(at, fields);
        at += length;
    }
    (found, at)
}

#[test]
fn pages_nobody_tuned_for_are_read_as_well_as_before() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/heldout");
    let (mut precision, mut recall, mut body) = (Share::default(), Share::default(), Share::default());
    let mut heads: [Share; 4] = Default::default();
    let mut pages = 0;
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.extension().is_none_or(|end| end != "txt") {
            continue;
        }
        pages += 1;
        let name = path.file_name().unwrap().to_str().unwrap();
        let marked = fs::read_to_string(path.with_extension("json")).unwrap();
        let (gold, length) = articles(&parse::json::read(&marked).unwrap());
        let (got, kept) = articles(&parse::parse(&fs::read(&path).unwrap(), name).unwrap().issue);
        assert_eq!(length, kept, "{name}: characters lost");
        for at in got.keys() {
            precision.add(gold.contains_key(at));
        }
        let blocks: Vec<&String> = got.values().flat_map(|article| &article.body).collect();
        for (at, article) in &gold {
            recall.add(got.contains_key(at));
            for text in &article.body {
                body.add(blocks.contains(&text));
            }
            let Some(same) = got.get(at) else { continue };
            for ((share, want), have) in heads.iter_mut().zip(&article.heads).zip(&same.heads) {
                if !want.is_empty() {
                    share.add(want == have);
                }
            }
        }
    }
    assert_eq!(pages, 46);
    println!("starts {precision:?} {recall:?}, heads {heads:?}, body {body:?}");
    precision.at_least("starts that are right", 97);
    recall.at_least("starts that are found", 94);
    for ((share, what), percent) in
        heads.iter().zip(["kickers", "headlines", "decks", "bylines"]).zip([91, 94, 90, 96])
    {
        share.at_least(what, percent);
    }
    body.at_least("blocks of body", 97);
}
