use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::pictures::sample;
use super::*;
use crate::issue::{Block, Clusters};
use crate::typeset::Em;
use crate::typeset::breaks::Strictness;
use crate::typeset::language::{Form, Language};
use crate::typeset::line::Line;
use crate::typeset::width::Ambiguous;

pub(super) const ZH: Language = Language::Chinese(Form::Simplified);

pub(super) fn paragraphs(texts: &[&str]) -> Article {
    let body = texts.iter().map(|text| Block { text: (*text).to_owned(), ..Block::default() }).collect();
    Article { body, ..Article::default() }
}

/// What holds of every set article.
fn check(article: &Article, setting: &Setting) {
    let set = set(article, setting);
    let widths = Widths::new(setting.ambiguous);
    let lines = set.lines();
    for (n, line) in lines.iter().enumerate() {
        let text = set.text(line);
        assert!(line.left + line.width <= setting.width, "too wide: {line:?} {text:?} {setting:?}");
        assert_eq!(line.scale.columns(widths.text(text)), line.width, "width: {line:?} {text:?}");
        assert!(!text.contains(char::is_control), "{text:?}");
        // The glyphs are the line.
        let glyphs: Vec<_> = set.glyphs(line).collect();
        assert_eq!(glyphs.iter().map(|glyph| glyph.text).collect::<String>(), text);
        assert_eq!(glyphs.iter().map(|glyph| glyph.width).sum::<Columns>(), line.width);
        if line.role == Role::Blank {
            // Only the lower half of a headline can be the last line.
            assert!(lines.get(n + 1).map_or(set.upper_half(n).is_some(), |next| next.start == line.start));
            continue;
        }
        let is_large = line.scale == Scale::Double;
        assert!(!is_large || (line.role == Role::Headline && lines[n + 1].role == Role::Blank));
        assert_eq!(set.upper_half(n + 1), is_large.then_some(line));
        assert!(!text.is_empty());
        assert_eq!(set.line_at(set.position_at(n)), n, "{setting:?}");
        // The source from this line's start to the next one's.
        let source: Vec<&str> = article.text(line.start.part).unwrap().graphemes(true).collect();
        let next = lines.get(n + 1).map(|next| next.start).filter(|next| next.part == line.start.part);
        let end = next.map_or(source.len(), |next| next.offset.0);
        assert!(line.start.offset.0 < end, "{line:?}");
        let range = &source[line.start.offset.0..end];
        let shown: usize = glyphs.iter().map(|glyph| glyph.clusters.0).sum();
        assert!(shown <= range.len());
        // What is beyond the glyphs is space.
        let beyond = range[shown..].concat();
        assert!(super::super::sanitize::printable(&beyond).trim().is_empty(), "lost {beyond:?} of {range:?}");
        // The glyphs are what they say.
        for glyph in glyphs.iter().filter(|glyph| glyph.clusters == Clusters(1)) {
            let source = source[glyph.offset.0];
            let mut shown = String::new();
            super::super::sanitize::push_cluster(source, &mut shown);
            let replaced = glyph.text == "?" && widths.text(&shown) > Columns(1);
            let full_width = ascii(glyph.text) == Some(shown.as_str());
            assert!(replaced || full_width || shown == glyph.text, "{shown:?} {glyph:?}");
        }
    }
    // Parts without a line have nothing to show.
    for (part, text) in article.parts() {
        if !lines.iter().any(|line| line.start.part == part) {
            assert!(super::super::sanitize::printable(text).trim().is_empty(), "{part:?} {text:?}");
        }
        let first = lines.iter().find(|line| line.start.part == part);
        assert!(first.is_none_or(|line| line.start.offset == Clusters(0)));
    }
    assert!(lines.is_sorted_by_key(|line| line.start));
}

/// The mark that a full-width one may stand for.
fn ascii(mark: &str) -> Option<&'static str> {
    Some(match mark {
        "，" => ",",
        "；" => ";",
        "：" => ":",
        "！" => "!",
        "？" => "?",
        "。" => ".",
        "（" => "(",
        "）" => ")",
        "“" | "”" => "\"",
        "—" => "-",
        _ => return None,
    })
}

/// Text of all kinds, thrown together.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => "[一-龥]{1,6}",
        3 => "[，。、；：！？]",
        2 => "[“”‘’（）《》「」—…]{1,2}",
        2 => Just("——".to_owned()),
        2 => Just("……".to_owned()),
        3 => "[a-zA-Z]{1,12}",
        2 => "[0-9]{1,4}[.,:%年月日—～-]?",
        2 => "[ \u{3000}]{1,3}",
        1 => "[ぁ-ヿ]{1,4}",
        1 => "[가-힣]{1,4}",
        1 => "[,.;:!?()/\"'-]{1,2}",
        1 => "[\u{0}-\u{1F}\u{200B}-\u{200F}\u{202A}-\u{202E}\u{FEFF}\u{301}\u{FE0F}\u{200D}\u{1160}-\u{1180}]",
        1 => "[👍👩👧🇨🇳☀\u{1F3FD}é①■ﾞｶ]",
        1 => Just("https://example.org/a/b?c=d".to_owned()),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn language() -> impl Strategy<Value = Language> {
    prop_oneof![
        Just(ZH),
        Just(Language::Chinese(Form::Traditional)),
        Just(Language::Japanese),
        Just(Language::Korean),
        Just(Language::Latin),
    ]
}

fn setting() -> impl Strategy<Value = Setting> {
    let bools = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    let strictness = prop::sample::select(vec![
        Strictness::Loose,
        Strictness::Normal,
        Strictness::Basic,
        Strictness::Gb,
        Strictness::Strict,
    ]);
    let values = (1_usize..=200, language(), bools, strictness, any::<bool>());
    values.prop_map(|(width, language, bools, strictness, large)| {
        let (wide, hang, justify, justify_words) = bools;
        let ambiguous = if wide { Ambiguous::Wide } else { Ambiguous::Narrow };
        let headlines = if large { Scale::Double } else { Scale::Single };
        let setting = Setting::new(Columns(width), language);
        Setting { ambiguous, hang, justify, justify_words, strictness, headlines, ..setting }
    })
}

proptest! {
    #[test]
    fn nothing_is_lost_and_no_line_is_too_wide(
        head in text(), byline in text(), body in prop::collection::vec(text(), 1..4), setting in setting(),
    ) {
        let mut article = paragraphs(&body.iter().map(String::as_str).collect::<Vec<_>>());
        article.headline = vec![head];
        article.byline = Some(byline.into());
        check(&article, &setting);
    }

    /// A window shows what stands there in the whole, from its first part on.
    #[test]
    fn a_window_is_a_piece_of_the_whole(
        head in text(), body in prop::collection::vec(text(), 1..6), setting in setting(), lines in 0_usize..60,
        from in 0_usize..6, offset in 0_usize..40,
    ) {
        let mut article = paragraphs(&body.iter().map(String::as_str).collect::<Vec<_>>());
        article.headline = vec![head];
        let from = (from < body.len()).then_some(Part::Block(from));
        let at = from.map_or(Position::START, |part| Position::new(part, offset));
        let whole = set(&article, &setting);
        let window = Window { from, at, lines };
        let (piece, extent) = set_window(&article, &Pointers::default(), &setting, window);
        let shown = |set: &SetArticle| {
            let shown = |line: &Line| (set.text(line).to_owned(), line.start, line.left, line.width, line.role);
            set.lines().iter().map(shown).collect::<Vec<_>>()
        };
        let (piece, whole) = (shown(&piece), shown(&whole));
        prop_assert!((0..=whole.len()).any(|n| whole[n..].starts_with(&piece)), "{:?} of {:?}", piece, whole);
        prop_assert!(!extent.to_end || whole.ends_with(&piece));
        prop_assert!(extent.to_start || from.is_some());
        prop_assert!(extent.to_end || piece.iter().filter(|line| line.1 >= at).count() >= lines);
    }
}

/// Of a block of megabytes the beginning is looked at, whatever it begins with.
#[test]
fn a_window_of_a_very_long_block_is_its_beginning() {
    let most = 1 << 20;
    let text = "活字印刷，一页一页；明天再排。Movable type. ".repeat(3 * most / 40);
    let empty = " \u{200B}".repeat(most) + &text;
    for (text, width) in [(&text, 1), (&text, 80), (&empty, 80)] {
        let article = paragraphs(&[text]);
        let setting = Setting::new(Columns(width), ZH);
        let window = Window { from: None, at: Position::START, lines: 64 };
        let (piece, extent) = set_window(&article, &Pointers::default(), &setting, window);
        assert!(piece.lines().len() >= 64 && !extent.to_end, "{width}");
        let whole = set(&article, &setting);
        for (one, other) in piece.lines().iter().zip(whole.lines()) {
            assert_eq!((piece.text(one), one.start), (whole.text(other), other.start), "{width}");
        }
    }
}

/// What is set for a place that stays out of reach is for nothing.
#[test]
fn a_place_that_no_window_reaches_is_not_looked_for() {
    let article = paragraphs(&[&"铅字排进版框，一行接着一行。".repeat(8_000)]);
    let setting = Setting::new(Columns(80), ZH);
    let window = |offset| {
        let at = Position::new(Part::Block(0), offset);
        let window = Window { from: None, at, lines: 64 };
        set_window(&article, &Pointers::default(), &setting, window).0
    };
    let reached = window(30_000);
    assert!(reached.lines().last().is_some_and(|line| line.start.offset.0 > 30_000));
    let out_of_reach = window(100_000).lines().len();
    assert!((64..100).contains(&out_of_reach), "{out_of_reach}");
}

#[test]
fn every_width_from_one_to_two_hundred() {
    let article = sample();
    for width in 1..=200 {
        for ambiguous in [Ambiguous::Narrow, Ambiguous::Wide] {
            for headlines in [Scale::Single, Scale::Double] {
                check(&article, &Setting { ambiguous, headlines, ..Setting::new(Columns(width), ZH) });
            }
        }
    }
}

/// At every width: what belongs together is on one line if a line holds it, and no line starts or ends as none may.
#[test]
fn numbers_dates_and_addresses_are_whole_at_every_width_that_holds_them() {
    let tokens = [
        "10:00",
        "1,000",
        "6月5日—7日",
        "3.5%",
        "DN400",
        "https://example.org/a/b?c=d",
        "——",
        "……",
        "2019—2020",
        "１９．５％",
    ];
    for width in 1..=200 {
        for shift in 0..12 {
            let between = "圆“月”，（球）圆。".repeat(2);
            let text = between.clone() + &tokens.join(&between);
            let text = "月".repeat(shift) + &text + "月球";
            for language in [ZH, Language::Chinese(Form::Traditional), Language::Japanese] {
                let setting =
                    Setting { justify: false, indent: Some(Em(0)), ..Setting::new(Columns(width), language) };
                let set = set(&paragraphs(&[&text]), &setting);
                let measure = setting.frame().measure;
                let lines: Vec<&str> = set.lines().iter().map(|line| set.text(line)).collect();
                for token in tokens {
                    let fits = Widths::default().text(token) <= measure;
                    let whole = lines.iter().any(|line| line.contains(token));
                    assert!(whole || !fits, "{token} in {width}: {lines:?}");
                }
                // In less than this a mark and its characters on both sides find no room.
                for line in lines.iter().filter(|_| measure >= Columns(10)) {
                    assert!(!line.starts_with(['”', '，', '）', '。']), "{line} in {width}");
                    assert!(!line.ends_with(['“', '（']), "{line} in {width}");
                }
            }
        }
    }
}
