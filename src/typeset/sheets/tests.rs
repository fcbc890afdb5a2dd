use super::*;
use crate::issue::{Article, Block, BlockKind};
use crate::typeset::article::set;
use crate::typeset::language::{Form, Language};
use crate::typeset::setting::{Scale, Setting};
use crate::typeset::width::Columns;

const ZH: Language = Language::Chinese(Form::Simplified);

fn block(kind: BlockKind, text: &str) -> Block {
    Block { kind, text: text.to_owned(), ..Block::default() }
}

/// An article set in a column of ten Han, with a headline and paragraphs of so many lines.
fn article(lines: &[usize]) -> Article {
    // The first line starts two em in.
    let paragraph = |lines: &usize| block(BlockKind::Paragraph, &"字".repeat(lines * 10 - 5));
    Article {
        headline: vec!["标题".to_owned()],
        body: lines.iter().map(paragraph).collect(),
        ..Article::default()
    }
}

fn set_in_columns(article: &Article, headlines: Scale) -> SetArticle {
    let setting =
        Setting { hang: false, column: Some(Columns(20)), headlines, ..Setting::new(Columns(70), ZH) };
    set(article, &Setting { indent: Some(crate::typeset::Em(2)), ..setting })
}

fn heights(sheet: &Sheet) -> Vec<usize> {
    sheet.columns.iter().map(ExactSizeIterator::len).collect()
}

/// What holds of every flow: every line with text once, in order; no column too long or begun with a blank.
#[track_caller]
fn check(set: &SetArticle, columns: usize, rows: usize) -> Vec<Sheet> {
    let sheets = flow(set, columns, rows);
    let mut next = 0;
    let blank = |n: usize| set.lines()[n].role == Role::Blank;
    for sheet in &sheets {
        assert!(sheet.columns.len() <= columns);
        for part in std::iter::once(&sheet.heads).chain(&sheet.columns).filter(|part| !part.is_empty()) {
            assert!((next..part.start).all(blank), "{columns}×{rows}: lines are missing before {part:?}");
            assert!(part.start >= next, "{columns}×{rows}: twice");
            next = part.end;
        }
        for column in &sheet.columns {
            assert!((1..=rows - sheet.heads.len()).contains(&column.len()), "{columns}×{rows}: {sheet:?}");
            assert!(!blank(column.start) && !blank(column.end - 1));
        }
        assert!(!sheet.heads.is_empty() || !sheet.columns.is_empty());
    }
    assert!((next..set.lines().len()).all(blank), "{columns}×{rows}: the end is missing");
    assert_eq!(sheets.is_empty(), set.lines().is_empty());
    assert!(sheets.iter().map(Sheet::start).is_sorted());
    sheets
}

/// The samples in every language, set for columns of so many cells.
fn samples(column: usize, headlines: Scale) -> Vec<SetArticle> {
    let files: [(&str, &[u8]); 3] = [
        ("a.txt", include_bytes!("../../../issues/huozi-2026-10-18-p1.txt")),
        ("b.json", include_bytes!("../../../issues/galley-2026-10-18.json")),
        ("c.json", include_bytes!("../../../issues/kappan-2026-10-18.json")),
    ];
    let mut out = Vec::new();
    for (name, bytes) in files {
        let issue = crate::parse::parse(bytes, name).unwrap().issue;
        for (_, article) in issue.articles() {
            let language = Language::of(issue.language.as_deref(), &article.body[0].text);
            let setting = Setting::new(Columns(150), language);
            out.push(set(article, &Setting { column: Some(Columns(column)), headlines, ..setting }));
        }
    }
    out
}

#[test]
fn every_line_is_on_one_sheet_at_every_size() {
    for (column, headlines) in [(20, Scale::Single), (46, Scale::Double)] {
        for set in samples(column, headlines) {
            for columns in 1..=6 {
                for rows in (1..=20).chain((22..=70).step_by(4)) {
                    check(&set, columns, rows);
                }
            }
        }
    }
}

#[test]
fn the_last_sheets_columns_are_balanced() {
    for set in samples(44, Scale::Single) {
        for columns in 2..=6 {
            for rows in (6..=70).step_by(3) {
                let sheets = check(&set, columns, rows);
                let last = sheets.last().unwrap();
                let heights = heights(last);
                let (tallest, lowest) = (heights.iter().max().unwrap(), heights.iter().min().unwrap());
                let subheads = set.lines()[last.start()..].iter().any(|line| line.role != Role::Paragraph);
                // Subheads that keep with their text, and blank lines that fall away, take their toll.
                let leeway = if subheads { 3 } else { 1 };
                assert!(tallest - lowest <= leeway, "{columns}×{rows}: {heights:?}");
            }
        }
    }
}

#[test]
fn the_first_sheet_has_the_heads_and_the_columns_go_on() {
    let set = set_in_columns(&article(&[16]), Scale::Single);
    // A headline, a blank line, sixteen lines of text.
    let sheets = check(&set, 3, 20);
    assert_eq!(sheets, [Sheet { heads: 0..2, columns: vec![2..8, 8..13, 13..18] }]);
    let sheets = check(&set, 2, 7);
    assert_eq!(sheets[0], Sheet { heads: 0..2, columns: vec![2..7, 7..12] });
    assert_eq!((sheets.len(), heights(&sheets[1])), (2, vec![3, 3]));
}

#[test]
fn a_few_last_lines_are_not_strewn_over_the_columns() {
    // A last line is not alone on a sheet either: the one before comes with it.
    for (rest, expected) in [(1, vec![2]), (3, vec![3]), (4, vec![2, 2]), (5, vec![3, 2]), (7, vec![3, 2, 2])]
    {
        // Three full columns of ten lines, then the rest.
        let mut article = article(&[30 + rest]);
        article.headline.clear();
        assert_eq!(heights(&check(&set_in_columns(&article, Scale::Single), 3, 10)[1]), expected);
    }
}

#[test]
fn no_column_begins_with_a_paragraphs_last_line() {
    // Five rows would leave the sixth line of the first paragraph alone.
    let set = set_in_columns(&article(&[6, 30]), Scale::Single);
    let sheets = check(&set, 2, 7);
    assert_eq!(heights(&sheets[0])[0], 4);
    // So would six rows here, of a sheet that is balanced; it pays with a row's difference, no more.
    let set = set_in_columns(&article(&[7, 4]), Scale::Single);
    assert_eq!(heights(&check(&set, 2, 20)[0]), [5, 6]);
    let set = set_in_columns(&article(&[6, 4]), Scale::Single);
    assert_eq!(heights(&check(&set, 2, 20)[0]), [5, 5]);
}

#[test]
fn no_column_ends_with_a_subhead() {
    for before in 1..12 {
        let mut article = article(&[before, 9]);
        article.body.insert(1, block(BlockKind::Subhead, "小标题"));
        let set = set_in_columns(&article, Scale::Single);
        for rows in 7..20 {
            for columns in 2..5 {
                for column in check(&set, columns, rows).iter().flat_map(|sheet| &sheet.columns) {
                    assert_ne!(set.lines()[column.end - 1].role, Role::Subhead, "{before} {columns}×{rows}");
                }
            }
        }
    }
}

#[test]
fn a_picture_stays_with_its_caption_and_its_credit() {
    for before in 1..12 {
        let mut article = article(&[before, 9]);
        article.body.insert(1, block(BlockKind::Image, "图"));
        article.body.insert(2, block(BlockKind::Caption, "说明"));
        article.body.insert(3, block(BlockKind::Credit, "记者摄"));
        let set = set_in_columns(&article, Scale::Single);
        for rows in 8..20 {
            for column in check(&set, 3, rows).iter().flat_map(|sheet| &sheet.columns) {
                assert_ne!(set.lines()[column.end - 1].role, Role::Image);
                assert_ne!(set.lines()[column.start].role, Role::Credit, "{before} {rows}");
            }
        }
    }
}

#[test]
fn heads_that_fill_the_screen_have_sheets_of_their_own() {
    let mut article = article(&[9]);
    article.deck = (0..9).map(|n| format!("副题{n}")).collect();
    let set = set_in_columns(&article, Scale::Double);
    for rows in 1..16 {
        let sheets = check(&set, 2, rows);
        assert!(sheets[0].columns.is_empty() || rows >= 15, "{rows}");
    }
}

#[test]
fn an_article_of_heads_alone_and_one_without_words() {
    let mut article = article(&[]);
    let sheets = check(&set_in_columns(&article, Scale::Single), 3, 9);
    assert_eq!(sheets, [Sheet { heads: 0..1, columns: vec![] }]);
    article.headline.clear();
    assert!(check(&set_in_columns(&article, Scale::Double), 3, 9).is_empty());
}
