//! Bookmarks over an issue that is edited at random: how many are found, and that none is found in a wrong place.

mod edits;
mod sample;

use jiff::Timestamp;

use super::*;
use crate::bookmarks::IssueKey;
use crate::issue::{Block, Part};
use edits::{Draft, Random};

/// What became of bookmarks.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
struct Figures {
    /// Found where their characters went.
    found: usize,
    /// Said to be lost.
    lost: usize,
    /// Of these, with their first character still there.
    lost_in_vain: usize,
    /// Found where the same words are printed once more: all of them with their context, or an edit's copy, the
    /// first print being gone or changed.
    copies: usize,
    /// Found anywhere else.
    wrong: usize,
}

fn bookmark(issue: &Issue, article: usize, position: Position) -> Bookmark {
    Bookmark::at(issue, "sample:test", ArticleNo(article), position, Timestamp::UNIX_EPOCH).unwrap()
}

/// Whether all words of `mark` stand at the place as they did.
fn has_all(issue: &Issue, article: ArticleNo, position: Position, mark: &Bookmark) -> bool {
    let (index, words) = (Index::of(issue), Words::of(mark));
    let text = index.text(article).unwrap();
    let start = text.index_of(position).unwrap().checked_sub(words.before().len());
    start.is_some_and(|start| text.since(start).starts_with(words.all()))
}

/// Edits the sample `edits` times and finds bookmarks at random places of it again.
fn round(seed: u64, edits: usize, kinds: &[edits::Edit], figures: &mut Figures) {
    let mut random = Random(seed << 32);
    let original = Draft::sample();
    let issue = original.issue();
    let mut draft = original.clone();
    let said: Vec<String> = (0..edits).map(|_| draft.edit(kinds, &mut random)).collect();
    let edited = draft.issue();
    let marks: Vec<Bookmark> = (0..40)
        .map(|_| {
            let (article, position) = original.random_place(&mut random);
            bookmark(&issue, article, position)
        })
        .collect();
    for (mark, found) in marks.iter().zip(find_all(&edited, &marks)) {
        let origin = original.mark_at(mark.article.number, mark.position).unwrap();
        let Some((article, position)) = found.place() else {
            figures.lost += 1;
            figures.lost_in_vain += usize::from(draft.has(origin));
            continue;
        };
        if draft.is_at(origin, article.0, position)
            || draft.is_as_good(origin, article.0, position, &mark.quote.exact)
        {
            figures.found += 1;
        } else if draft.is_copy_at(origin, article.0, position) || has_all(&edited, article, position, mark) {
            figures.copies += 1;
        } else {
            figures.wrong += 1;
            let there = bookmark(&edited, article.0, position);
            println!("seed {seed}: {said:?}\n  kept  {:?}\n  found {:?} {found:?}", mark.quote, there.quote);
        }
    }
}

/// Rounds of edits of these kinds, from one edit to many.
fn figures(kinds: &[edits::Edit], rounds: u64) -> Figures {
    let mut figures = Figures::default();
    for seed in 0..rounds {
        let edits = 1 + usize::try_from(seed).unwrap() % 12;
        round(seed, edits, kinds, &mut figures);
    }
    figures
}

#[test]
fn no_edit_leads_to_a_wrong_place() {
    let rounds = std::env::var("NEWSPRINT_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(24);
    let mut all = Figures::default();
    for kind in edits::ALL {
        let one = figures(&[kind], rounds / 4);
        println!("{kind:?}: {one:?}");
        all.wrong += one.wrong;
    }
    let mixed = figures(&edits::ALL, rounds);
    println!("mixed: {mixed:?}");
    assert_eq!(all.wrong + mixed.wrong, 0);
    let kept = mixed.found * 100 / (mixed.found + mixed.lost_in_vain);
    assert!(kept >= 85, "only {kept} % of the words that are still there were found: {mixed:?}");
}

/// Every place of the sample, kept in one script and found in the other, whichever of its variants each character is.
#[test]
fn in_the_other_script_every_place_is_where_it_was() {
    let original = Draft::sample();
    let issue = original.issue();
    for seed in 0..8 {
        let mut other = original.clone();
        other.edit(&[edits::Edit::Script], &mut Random(seed << 32));
        let edition = other.issue();
        let written_otherwise = |(one, other): (char, char)| one != other;
        let texts =
            |issue: &Issue| issue.articles().flat_map(|(_, a)| a.parts()).map(|(_, t)| t).collect::<String>();
        let differing =
            texts(&issue).chars().zip(texts(&edition).chars()).filter(|two| written_otherwise(*two)).count();
        assert!(differing > 100, "{differing} characters are written otherwise");
        for (here, there) in [(&issue, &edition), (&edition, &issue)] {
            let parts = here.articles().enumerate().flat_map(|(n, (_, article))| {
                let offsets = |text: &str| (0..text.chars().count()).step_by(7);
                article
                    .parts()
                    .flat_map(move |(part, text)| offsets(text).map(move |offset| (n, part, offset)))
            });
            let marks: Vec<Bookmark> =
                parts.map(|(n, part, offset)| bookmark(here, n, Position::new(part, offset))).collect();
            assert!(marks.len() > 100);
            for (mark, found) in marks.iter().zip(find_all(there, &marks)) {
                // A line of which the issue has two, each in its place, is where it was too.
                let (article, position) = (ArticleNo(mark.article.number), mark.position);
                assert_eq!(found, Found::Here { article, position }, "seed {seed}: {:?}", mark.quote);
            }
        }
    }
}

/// Figures for the docs: run it with `--release -- --ignored --nocapture`.
#[test]
#[ignore = "it prints times and proves nothing"]
fn how_long_it_takes() {
    let timed = |what: &str, work: &mut dyn FnMut()| {
        let begun = std::time::Instant::now();
        work();
        println!("{what}: {:?}", begun.elapsed());
    };
    let report = |found: Vec<Found>| {
        let here = found.iter().filter(|found| matches!(found, Found::Here { .. })).count();
        let moved = found.iter().filter(|found| matches!(found, Found::Moved { .. })).count();
        println!("  here {here}, moved {moved}");
    };
    let issue = large_issue();
    let bytes: usize = issue.articles().flat_map(|(_, a)| a.parts()).map(|(_, text)| text.len()).sum();
    println!("{bytes} bytes, {} articles", issue.article_count());
    let mut random = Random(1);
    let key = IssueKey::of(&issue, "");
    timed("the key", &mut || drop(IssueKey::of(&issue, "")));
    let mut marks = Vec::new();
    timed("making 1000", &mut || {
        let make = |_| {
            let article = ArticleNo(random.below(issue.article_count()));
            let position = Position::new(Part::Block(random.below(4)), random.below(60));
            Bookmark::with_key(&issue, key.clone(), article, position, Timestamp::UNIX_EPOCH)
        };
        marks = (0..1000).filter_map(make).collect();
    });
    timed("finding 1000 where they were", &mut || report(find_all(&issue, &marks)));
    timed("finding one", &mut || report(find_all(&issue, &marks[..1])));
    let mut moved = issue.clone();
    moved.pages.rotate_left(3);
    timed("finding 1000 in moved articles", &mut || report(find_all(&moved, &marks)));
    let mut corrected = issue.clone();
    for article in corrected.pages.iter_mut().flat_map(|page| &mut page.articles) {
        for block in &mut article.body {
            let every_20th = |(n, c)| if n % 20 == 7 { '某' } else { c };
            block.text = block.text.chars().enumerate().map(every_20th).collect();
        }
    }
    timed("finding 1000 in corrected articles", &mut || report(find_all(&corrected, &marks)));
    let mut dots = Draft::sample().issue();
    dots.pages[0].articles[0].body[0].text = "…".repeat(350_000);
    timed("finding 1000 in 1 MB of dots", &mut || report(find_all(&dots, &marks)));
    let dotted = vec![bookmark(&dots, 0, Position::new(Part::Block(0), 99)); 1000];
    dots.pages[0].articles[0].headline = vec!["x".to_owned()];
    timed("finding 1000 times dots in 1 MB of dots", &mut || report(find_all(&dots, &dotted)));
}

/// The sample many times, each time in other characters: about 1 MB.
fn large_issue() -> Issue {
    let mut issue = Issue::new();
    for shift in 0..180 {
        let mut copy = Draft::sample().issue();
        let shifted = |c: char| match c {
            '\u{4E00}'..'\u{9000}' => char::from_u32(u32::from(c) + shift * 7).unwrap_or(c),
            _ => c,
        };
        for article in copy.pages.iter_mut().flat_map(|page| &mut page.articles) {
            let blocks = article.body.iter_mut().map(|block| &mut block.text);
            for text in article.headline.iter_mut().chain(blocks) {
                *text = text.chars().map(shifted).collect();
            }
        }
        issue.pages.extend(copy.pages);
    }
    issue
}
