use super::*;
use crate::issue::Block;
use crate::tui::tests::look;
use crate::tui::words::Tongue;

/// A head and one paragraph that no window reaches the end of.
fn article() -> Article {
    let text = "铅字排进版框，一行接着一行，排字工人用手指就能读出反字。".repeat(8000);
    Article {
        headline: vec!["铅字醒来".to_owned()],
        body: vec![Block { text, ..Block::default() }],
        ..Article::default()
    }
}

fn galley(columns: usize) -> Galley {
    let mut galley = Galley::new(&look(Tongue::Chinese, Ambiguous::Narrow), Language::default());
    let (width, measure) = (Columns(120), Columns(80));
    galley.fit(Room { width, rows: 40, measure, columns: Some(columns) });
    galley
}

/// It would reach no farther, take as long again, and lose the heads.
#[test]
fn a_window_of_sheets_that_ends_inside_the_readers_block_is_not_begun_anew_with_that_block() {
    let (article, pointers) = (article(), Pointers::default());
    let matter = Matter { article: Some(&article), pointers: &pointers };
    let deep = Position::new(Part::Block(0), 200_000);
    let mut sheets = galley(2);
    sheets.set_type(matter, deep, false);
    assert_eq!(sheets.line_of(deep), None, "the place is beyond every window");
    assert_eq!(sheets.extent(), Extent { to_start: true, to_end: false });
    assert_eq!(sheets.set().lines().first().map(|line| line.start.part), Some(Part::Headline(0)));
}
