use proptest::prelude::*;

use super::super::{Ambiguous, Columns, Form, Setting, Widths, breaks, set};
use super::*;
use crate::issue::Article;

const ZH: Language = Language::Chinese(Form::Simplified);
const HANT: Language = Language::Chinese(Form::Traditional);

/// A headline with its borders, in bytes.
struct Marked {
    language: Language,
    text: String,
    /// Where a good division has a border.
    must: Vec<usize>,
    /// Where it may have one.
    may: Vec<usize>,
}

/// Each line: language, tab, headline; `|` is a border, `/` may be one. Spaces and marks are borders unmarked.
fn marked(file: &str) -> Vec<Marked> {
    file.lines()
        .map(|line| {
            let (tag, headline) = line.split_once('\t').unwrap();
            let mut marked = Marked {
                language: Language::of(Some(tag), ""),
                text: String::new(),
                must: Vec::new(),
                may: Vec::new(),
            };
            for c in headline.chars() {
                match c {
                    '|' => marked.must.push(marked.text.len()),
                    '/' => marked.may.push(marked.text.len()),
                    c => marked.text.push(c),
                }
            }
            marked
        })
        .collect()
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || c == '々'
}

impl Marked {
    /// Whether a border at byte `at` is between two characters that are neither marks nor spaces.
    fn counts(&self, at: usize) -> bool {
        let (before, after) = self.text.split_at(at);
        before.chars().next_back().is_some_and(is_letter) && after.chars().next().is_some_and(is_letter)
    }

    /// Borders rightly found, wrongly found, and missed.
    fn score(&self) -> [usize; 3] {
        let found: Vec<usize> = found(&self.text, self.language);
        let mut score = [0; 3];
        for at in breaks::opportunities(&self.text, self.language).into_iter().filter(|at| self.counts(*at)) {
            match (found.contains(&at), self.must.contains(&at), self.may.contains(&at)) {
                (true, true, _) => score[0] += 1,
                (true, false, false) => score[1] += 1,
                (false, true, _) => score[2] += 1,
                _ => {}
            }
        }
        score
    }

    /// Line ends between two letters at even widths from 10 to 40, and those of them inside a word.
    fn line_ends(&self) -> [usize; 2] {
        let mut ends = [0; 2];
        for width in (10..=40).step_by(2) {
            let found = line_ends(&self.text, width, self.language);
            // Whole words take at most one line more than the text would without them.
            let cells = Widths::new(Ambiguous::Narrow).text(&self.text).0;
            assert!(found.len() <= cells.div_ceil(width), "{} at {width}", self.text);
            for at in found.into_iter().filter(|at| self.counts(*at)) {
                ends[0] += 1;
                ends[1] += usize::from(!self.must.contains(&at) && !self.may.contains(&at));
            }
        }
        ends
    }
}

fn found(text: &str, language: Language) -> Vec<usize> {
    borders(text, language).unwrap().into_iter().map(|(at, _)| at).collect()
}

/// The bytes of `text` where its lines end if it is a headline set to `width` cells.
fn line_ends(text: &str, width: usize, language: Language) -> Vec<usize> {
    let article = Article { headline: vec![text.to_owned()], ..Article::default() };
    let set = set(&article, &Setting::new(Columns(width), language));
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    set.lines().iter().skip(1).map(|line| starts[line.start.offset.0]).collect()
}

fn divided(text: &str, language: Language) -> String {
    let mut out = String::new();
    let found = found(text, language);
    for (at, c) in text.char_indices() {
        if found.contains(&at) {
            out.push('|');
        }
        out.push(c);
    }
    out
}

/// Language, headlines, least F1 and most line ends inside a word, both in thousandths.
type Floor = (Language, usize, usize, usize);

#[track_caller]
fn check(file: &str, floors: &[Floor]) {
    for (language, headlines, least_f1, most_inside) in floors.iter().copied() {
        let marked: Vec<Marked> = marked(file).into_iter().filter(|one| one.language == language).collect();
        assert_eq!(marked.len(), headlines);
        let (mut score, mut ends) = ([0; 3], [0; 2]);
        for one in &marked {
            let (all, [right, wrong, missed]) = (&mut score, one.score());
            *all = [all[0] + right, all[1] + wrong, all[2] + missed];
            let [here, inside] = one.line_ends();
            ends = [ends[0] + here, ends[1] + inside];
            if wrong > 0 || missed > 0 || inside > 0 {
                println!("{} {wrong} wrong, {missed} missed, {inside} inside", divided(&one.text, language));
            }
        }
        let [right, wrong, missed] = score;
        let f1 = 2000 * right / (2 * right + wrong + missed);
        let inside = 1000 * ends[1] / ends[0];
        println!("{language:?}: F1 {f1} ({score:?}), inside {inside} ({ends:?})");
        assert!(f1 >= least_f1, "{language:?}: F1 {f1}");
        assert!(inside <= most_inside, "{language:?}: {inside} of a thousand line ends inside a word");
    }
}

#[test]
fn fifty_headlines() {
    check(
        include_str!("headlines.txt"),
        &[(ZH, 30, 970, 15), (HANT, 10, 940, 60), (Language::Japanese, 10, 980, 70)],
    );
}

/// Marked when the work was done, measured once: the figures that nothing was chosen by.
#[test]
fn headlines_that_nothing_was_chosen_by() {
    check(include_str!("unseen.txt"), &[(ZH, 20, 955, 65), (HANT, 6, 900, 165)]);
}

#[test]
fn words_names_and_numbers() {
    let cases = [
        ("研究生命起源", "研究|生命|起源"),
        ("这项研究生物学家做了十年", "这项|研究|生物学家|做|了|十年"),
        // Names that are in no dictionary.
        ("毕昇与王祯的活字", "毕昇|与|王祯|的|活字"),
        ("诸葛亮北伐", "诸葛亮|北伐"),
        ("布拉维卡登顶", "布拉维卡|登顶"),
        // Numbers with what they count.
        ("第一百零三次观测31日起开放", "第一百零三次|观测|31日起|开放"),
        ("月球每年远离3.8厘米", "月球|每年|远离|3.8厘米"),
        ("二十余册古籍", "二十余册|古籍"),
        ("小数点后七位", "小数点|后|七位"),
        ("数十年观测", "数十年|观测"),
        // A new word of two characters.
        ("彗尾背着太阳", "彗尾|背着|太阳"),
        // Traditional text goes by the same lexicon.
        ("乾隆年間的圖書館與電腦", "乾隆|年間|的|圖書館|與|電腦"),
        ("𠮷野家", "𠮷野|家"),
        ("", ""),
        ("月", "月"),
    ];
    for (text, expected) in cases {
        assert_eq!(divided(text, ZH), expected, "{text}");
    }
}

#[test]
fn japanese_phrases() {
    let cases = [
        ("今夜は月が地球の影に入ります", "今夜は|月が|地球の|影に|入ります"),
        ("国立天文台が公開", "国立天文台が|公開"),
        ("月", "月"),
        ("", ""),
    ];
    for (text, expected) in cases {
        assert_eq!(divided(text, Language::Japanese), expected, "{text}");
    }
}

#[test]
fn what_may_be_no_border_is_marked_so() {
    let loose = |text| {
        let borders = borders(text, ZH).unwrap().into_iter();
        borders.filter(|(_, border)| *border == Border::Loose).map(|(at, _)| at).collect::<Vec<_>>()
    };
    // `从` only says how others belong together.
    assert_eq!(loose("从首飞走"), [6, 9]);
    assert_eq!(loose("通车2006年7月1日"), ["通车2006年".len(), "通车2006年7月".len()]);
    assert!(loose("月球的背面").is_empty());
}

#[test]
fn other_languages_have_spaces() {
    assert_eq!(borders("달은 멀어진다", Language::Korean), None);
    assert_eq!(borders("The Moon recedes", Language::Latin), None);
}

proptest! {
    #[test]
    fn borders_ascend_inside_the_text(text in "[月球一二第王欧阳斯尔0-9a-z的、 𠮷かナ臺\\PC]{0,40}") {
        for language in [ZH, Language::Japanese] {
            let found = found(&text, language);
            prop_assert!(found.is_sorted_by(|a, b| a < b));
            prop_assert!(found.iter().all(|at| *at > 0 && *at < text.len() && text.is_char_boundary(*at)));
        }
    }
}
