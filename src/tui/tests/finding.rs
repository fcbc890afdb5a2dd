//! Searching the text and filtering the list.

use super::*;
use crate::tui::app::Standing;

fn at(bench: &Bench) -> usize {
    bench.app.reading.article().0 + 1
}

/// The text of the body's cells that stand out as the current hit.
fn current_hit(bench: &Bench) -> String {
    let frame = bench.frame();
    let mut out = String::new();
    for y in 0..frame.area.height {
        for x in 0..frame.area.width {
            let cell = &frame[(x, y)];
            if cell.modifier.contains(ratatui::style::Modifier::REVERSED) {
                out.push_str(cell.symbol().trim());
            }
        }
    }
    out
}

#[test]
fn hits_are_shown_as_the_words_are_typed() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.press("/第8");
    assert!(bench.picture().contains("/第8_"), "{}", bench.picture());
    assert_eq!(current_hit(&bench), "第8");
    bench.press("<Backspace>9段");
    assert_eq!(current_hit(&bench), "第9段");
}

#[test]
fn escape_returns_to_where_the_search_began() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.press("ljj");
    let before = bench.picture();
    assert_ne!(bench.press("/第12").picture(), before);
    assert_eq!(bench.press("<Esc>").picture(), before);
}

#[test]
fn n_goes_over_the_whole_issue_and_around() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.press("/本报<Enter>");
    let mut seen = vec![(at(&bench), current_hit(&bench))];
    for _ in 0..3 {
        bench.press("n");
        seen.push((at(&bench), current_hit(&bench)));
    }
    let articles: Vec<usize> = seen.iter().map(|(article, _)| *article).collect();
    assert_eq!(articles, [1, 2, 2, 1], "{seen:?}");
    assert!(seen.iter().all(|(_, text)| text == "本报"));
    assert!(bench.picture().contains("从头继续"));
    assert_eq!(at(bench.press("N")), 2);
    assert!(bench.picture().contains("从尾继续"));
    assert!(bench.press("j").picture().contains("3/3"), "the count stays on the screen");
}

#[test]
fn a_hit_may_go_over_a_line_break_and_its_punctuation_may_have_another_width() {
    let mut bench = Bench::new(issue(), 40, 20);
    bench.press("<Enter>/铅字排进版框,一行接着一行,排字工人用手指<Enter>");
    assert_eq!(current_hit(&bench), "铅字排进版框，一行接着一行，排字工人用手指");
}

#[test]
fn what_is_not_there_is_said_and_moves_nobody() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.press("ljjj");
    let place = bench.app.reading.place();
    assert!(bench.press("/没有这句话<Enter>").picture().contains("没有找到"));
    assert_eq!(bench.app.reading.place(), place);
    assert!(bench.press("<Esc>n").picture().contains("按 / 搜索"));
}

#[test]
fn escape_takes_the_hits_away_before_it_leaves_the_body() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.press("/铅字<Enter><Esc>");
    assert_eq!(current_hit(&bench), "");
    assert_eq!(bench.app.focus, layout::Focus::Body);
    bench.press("<Esc>");
    assert_eq!(bench.app.focus, layout::Focus::List);
}

#[test]
fn escape_at_a_hit_returns_to_where_the_search_began_and_after_reading_on_stays() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.press("ljj");
    let there = |bench: &Bench| (at(bench), bench.app.reading.place());
    let place = there(&bench);
    bench.press("/木星<Enter>nn");
    let hit = there(&bench);
    assert_ne!(hit, place);
    assert!(bench.press("<Esc>").picture().contains("回到搜索前，Ctrl-o 再去那一处"));
    assert_eq!(there(&bench), place);
    assert_eq!(there(bench.press("<C-o>")), hit);
    bench.press("<C-p>/第8段<Enter>kk");
    let read_on = there(&bench);
    assert_eq!(there(bench.press("<Esc>")), read_on);
    assert_eq!(current_hit(&bench), "");
}

#[test]
fn the_list_is_filtered_as_the_words_are_typed() {
    let mut bench = Bench::new(issue(), 100, 20);
    bench.press("f木星");
    let picture = bench.picture();
    assert!(picture.contains("木星在黄昏升起") && !picture.contains("纸的一千九百年"), "{picture}");
    assert_eq!(at(&bench), 2, "what is listed is what is shown");
    let kept = bench.press("<Enter>").picture();
    assert!(kept.contains("筛选：1"), "a list that is not whole says so: {kept}");
    bench.press("J");
    assert_eq!(at(&bench), 2, "the next article is the next one of the list");
    assert!(bench.press("<Esc>").picture().contains("纸的一千九百年"));
    assert!(bench.press("f没有").picture().contains("没有符合的稿件"));
    assert_eq!(at(bench.press("<Esc>J")), 3);
}

#[test]
fn every_cluster_of_a_hit_stands_out_and_no_other() {
    let mut bench = Bench::new(issue(), 100, 60);
    bench.press("/铅字<Enter>");
    let set = bench.app.reading.set();
    for line in set.lines() {
        let part = line.start.part;
        let hits = bench.app.finding.in_part(bench.app.reading.article(), part);
        let shown = |plain: bool| -> String {
            let glyphs = set.glyphs(line).filter(|glyph| {
                (bench.app.finding.standing(hits, part, glyph.offset) == Standing::Plain) == plain
            });
            glyphs.map(|glyph| glyph.text).collect()
        };
        assert!(!shown(true).contains("铅字"));
        assert!(shown(false).replace("铅字", "").is_empty());
    }
}
