use super::*;
use crate::parse::page::{Change, Fix, Label, labels, line, parse_with};
use crate::parse::{Hints, Note};

fn bodies(text: &str) -> Vec<String> {
    let parsed = parse_with(text, &Hints::default(), None);
    let blocks = parsed.issue.articles().flat_map(|(_, article)| article.body.clone());
    blocks.map(|block| block.text).collect()
}

/// Lines of `width` characters; a paragraph's first one indented.
fn wrapped(paragraphs: &[&str], width: usize) -> String {
    let mut text = String::new();
    for paragraph in paragraphs {
        let chars: Vec<char> = format!("\u{3000}\u{3000}{paragraph}").chars().collect();
        for line in chars.chunks(width) {
            text.extend(line);
            text.push('\n');
        }
    }
    text
}

const TIDES: &str = "潮汐由月球和太阳的引力共同造成，每天两次涨落，朔望之后最大，上弦下弦之后最小，渔民看着月亮就知道什么时候出海。";
const TYPES: &str =
    "铅、锡、锑按比例熔成合金，浇进铜模，转眼凝成一粒字，排字工人从字架上一粒一粒取下来，排成版，打成纸型。";

#[test]
fn paragraphs_come_together_in_columns_of_several_widths() {
    let text = format!(
        "潮汐的表\n本报记者 地理组\n{}一粒字的一生\n本报记者 科技组\n{}",
        wrapped(&[TIDES, TYPES, TIDES], 13),
        wrapped(&[TYPES, TIDES, TYPES], 21)
    );
    assert_eq!(bodies(&text), [TIDES, TYPES, TIDES, TYPES, TIDES, TYPES]);
}

#[test]
fn a_blank_line_inside_a_paragraph_is_a_columns_end() {
    let text = format!("潮汐的表\n本报记者 地理组\n{}", wrapped(&[TIDES, TYPES, TIDES], 13));
    let lines: Vec<&str> = text.lines().collect();
    let (above, below) = lines.split_at(8);
    let torn = format!("{}\n\n{}\n", above.join("\n"), below.join("\n"));
    assert_eq!(bodies(&torn), [TIDES, TYPES, TIDES]);
}

#[test]
fn long_lines_verse_and_lists_are_not_wrapped() {
    let paragraphs = [TIDES, TYPES, TIDES, TYPES].join("\n");
    let verse = "床前明月光\n疑是地上霜\n举头望明月\n低头思故乡\n".repeat(3);
    let list =
        "第一名 甲队 三十二分\n第二名 乙队 二十八分\n第三名 丙队 二十一分\n第四名 丁队 一十九分\n".repeat(3);
    for text in [paragraphs.as_str(), &verse, &list] {
        let lines = line::printed(text);
        assert!(Joined::new(&lines, |_| false).firsts.is_empty(), "{text}");
    }
}

#[test]
fn a_piece_that_a_person_named_is_a_line_of_its_own() {
    let text = format!("潮汐的表\n本报记者 地理组\n{}", wrapped(&[TIDES, TYPES], 13));
    let plain = labels(&text, None);
    let piece = plain.iter().find(|line| line.number == 4).map(|line| (line.label, line.starts));
    assert_eq!(piece, Some((Label::Continuation, false)));
    let mut fix = Fix::new();
    assert!(fix.set(&text, 4, Change::Label(Label::Subhead)));
    let fixed = labels(&text, Some(&fix));
    assert_eq!(fixed.iter().find(|line| line.number == 4).map(|line| line.label), Some(Label::Subhead));
}

#[test]
fn what_was_put_together_is_said() {
    let text = format!("潮汐的表\n本报记者 地理组\n{}", wrapped(&[TIDES, TYPES, TIDES], 13));
    let pieces = text.lines().count() - 2 - 3;
    let notes = parse_with(&text, &Hints::default(), None).notes;
    assert!(notes.contains(&Note::Joined { count: pieces, line: 4 }), "{notes:?}");
}
