use super::*;

const NARROW: Widths = Widths::new(Ambiguous::Narrow);
const WIDE: Widths = Widths::new(Ambiguous::Wide);

#[test]
fn a_text_is_as_wide_as_its_clusters() {
    // Text, cells on a narrow and on a wide terminal.
    let cases = [
        ("", 0, 0),
        ("moon", 4, 4),
        ("月球", 4, 4),
        ("“月”", 4, 6),
        ("——", 2, 4),
        ("……", 2, 4),
        ("①■·", 3, 6),
        ("αЯ", 2, 4),
        ("─│", 2, 4),
        ("é", 1, 2),
        ("e\u{301}", 1, 1),
        ("か\u{3099}", 2, 2),
        ("ｶﾞ", 2, 2),
        ("ﾟ", 1, 1),
        ("한국", 4, 4),
        ("ᄒ\u{1161}\u{11AB}", 2, 2),
        ("👍", 2, 2),
        ("𠮷", 2, 2),
        ("，。", 4, 4),
        ("\u{3000}", 2, 2),
        ("\u{E000}", 1, 2),
        ("a\tb\u{1B}", 2, 2),
    ];
    for (text, narrow, wide) in cases {
        assert_eq!(NARROW.text(text), Columns(narrow), "{text:?} narrow");
        assert_eq!(WIDE.text(text), Columns(wide), "{text:?} wide");
    }
}

/// Some terminals can be told the width of single characters: a class at a time is as fine as we ask.
#[test]
fn a_terminal_may_draw_only_some_classes_wide() {
    let only = |wide| Widths::new(Ambiguous::by_class(|class| class == wide));
    // The cells of “ — ■ ℃ │ ▌ α é if only this class is wide.
    let cases = [
        (Class::Marks, [2, 2, 1, 1, 1, 1, 1, 1]),
        (Class::Symbols, [1, 1, 2, 2, 1, 1, 1, 1]),
        (Class::Lines, [1, 1, 1, 1, 2, 2, 1, 1]),
        (Class::Letters, [1, 1, 1, 1, 1, 1, 2, 2]),
    ];
    for (class, cells) in cases {
        // ℃ is one where symbols are narrow, Han is always two.
        for (text, cells) in ["“", "—", "■", "℃", "│", "▌", "α", "é"].into_iter().zip(cells) {
            assert_eq!(only(class).text(text), Columns(cells), "{text} where {class:?} are wide");
        }
        assert_eq!(only(class).text("月,"), Columns(3));
    }
    assert_eq!(Ambiguous::by_class(|_| true), Ambiguous::Wide);
    assert_eq!(Ambiguous::by_class(|_| false), Ambiguous::Narrow);
}

#[test]
fn a_text_is_cut_at_a_cluster_and_says_so() {
    // Text, cells, what is shown on a narrow and on a wide terminal.
    let cases = [
        ("月球背面", 8, "月球背面", "月球背面"),
        ("月球背面", 7, "月球背…", "月球…"),
        ("月球背面", 6, "月球…", "月球…"),
        ("月球背面", 3, "月…", "…"),
        ("月球背面", 2, "…", "…"),
        ("月球背面", 1, "…", ""),
        ("月球背面", 0, "", ""),
        ("moon", 4, "moon", "moon"),
        ("moon", 3, "mo…", "m…"),
        ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…", "…"),
        ("a\tb\nc", 5, "a b c", "a b c"),
        ("月\u{200B}球", 4, "月球", "月球"),
    ];
    for (text, columns, narrow, wide) in cases {
        assert_eq!(fit(text, Columns(columns), NARROW), narrow, "{text:?} in {columns}, narrow");
        assert_eq!(fit(text, Columns(columns), WIDE), wide, "{text:?} in {columns}, wide");
    }
}

#[test]
fn a_text_that_fits_is_not_copied() {
    assert!(matches!(fit("月球", Columns(4), NARROW), Cow::Borrowed("月球")));
}

#[test]
fn the_table_is_in_order() {
    let ranges = table::AMBIGUOUS;
    assert!(ranges.iter().all(|(first, last)| first <= last));
    assert!(ranges.windows(2).all(|pair| pair[0].1 < pair[1].0));
}

#[test]
fn counts_stop_at_their_ends() {
    assert_eq!(Columns(1) - Columns(2), Columns::ZERO);
    assert_eq!(Columns(usize::MAX) + Columns(1), Columns(usize::MAX));
    assert_eq!(Columns(7).even(), Columns(6));
}
