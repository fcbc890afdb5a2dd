//! Random issues set as page text and read back: what was set must be found again, field by field.
//!
//! Every article made here has a byline or a dateline, as news has; without them a headline is told only by its form,
//! which the corpus covers.

#![expect(clippy::indexing_slicing, reason = "a test's own text")]

use newsprint::issue::{Article, Block, BlockKind};
use newsprint::parse::{Hints, page};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

const HEADS: &[&str] = &[
    "新测高程数据公布",
    "观测站迎来第一批读者",
    "古代星图修复完成",
    "海底电缆怎样铺到对岸",
    "一座灯塔的百年灯火",
    "冰芯里读出旧气候",
    "活字版本展出",
    "钟楼大修今日启动",
    "航海钟复制品首次展出",
    "大陆漂移说走进课堂",
    "纸张的旅程",
    "六分仪 再出海",
];
const KICKERS: &[&str] =
    &["一份旧档案的新发现——", "从观星台到望远镜——", "天文台负责人强调", "因供电线路改造——"];
const DECKS: &[&str] = &["——写在开放日之前", "——一份观测手记", "资料馆负责人主持"];
const BYLINES: &[&str] =
    &["■本报记者 科技组", "□ 本报评论员", "本报记者 天文组 通讯员 地理组", "● 新华社记者 文史组"];
const DATELINES: &[&str] = &[
    "本报讯 ",
    "新华社北京5月28日电 ",
    "据新华社柏林9月23日电 ",
    "本报海口7月7日讯",
    "湖北日报讯 ",
    "【本報訊】",
];
const SENTENCES: &[&str] = &[
    "雕版印刷一版可以刷印数百张，刻错一字就要挖补。",
    "木星有四颗大卫星，1610年由伽利略发现；土星的光环由无数冰块组成。",
    "铅、锡、锑按比例熔成合金，浇进铜模，转眼凝成一粒字！",
    "他在日记里写道：“冰的后面也许还有陆地。”",
    "潮汐由月球和太阳的引力共同造成，每天两次涨落，朔望之后最大。",
    "地图把球面摊成平面，方向、面积、距离总要舍弃一样，墨卡托选择了方向。",
    "1884年，各国代表在华盛顿商定本初子午线（格林尼治），海图从此统一。",
    "《梦溪笔谈》记下了胶泥活字的做法，也记下了磁针的偏角。",
    "纸的原料有麻、树皮、竹子，抄纸的帘子决定了它的厚薄。",
];

#[derive(Debug, Clone)]
struct Made {
    article: Article,
    /// Where in each paragraph a column cuts it, as a share of its length.
    cuts: Vec<Option<f64>>,
}

fn paragraph() -> impl Strategy<Value = (String, Option<f64>)> {
    let text = prop::collection::vec(prop::sample::select(SENTENCES), 2..6).prop_map(|parts| parts.concat());
    (text, prop::option::of(0.3..0.9))
}

fn article() -> impl Strategy<Value = Made> {
    (
        prop::option::weighted(0.3, prop::sample::select(KICKERS)),
        prop::sample::select(HEADS),
        prop::option::weighted(0.3, prop::sample::select(DECKS)),
        prop::option::of(prop::sample::select(BYLINES)),
        prop::sample::select(DATELINES),
        any::<bool>(),
        prop::collection::vec(paragraph(), 1..5),
    )
        .prop_map(|(kicker, head, deck, byline, dateline, dated, body)| {
            let dateline = (dated || byline.is_none()).then_some(dateline);
            let mut cuts = Vec::new();
            let mut blocks = Vec::new();
            for (n, (text, cut)) in body.into_iter().enumerate() {
                let opening = dateline.filter(|_| n == 0).unwrap_or_default();
                blocks.push(Block { text: format!("{opening}{text}"), ..Block::default() });
                cuts.push(cut);
            }
            let article = Article {
                kicker: kicker.into_iter().map(str::to_owned).collect(),
                headline: head.split(' ').map(str::to_owned).collect(),
                deck: deck.into_iter().map(str::to_owned).collect(),
                byline: byline.map(Into::into),
                dateline: dateline.map(|line| line.trim().into()),
                body: blocks,
                ..Article::default()
            };
            Made { article, cuts }
        })
}

/// Cuts `text` where a column may end: between two characters neither of which is a mark.
fn cut(text: &str, share: f64) -> Option<(String, String)> {
    let chars: Vec<char> = text.chars().collect();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a place in a short text"
    )]
    let from = (chars.len() as f64 * share) as usize;
    let letter = |at: usize| chars.get(at).is_some_and(|c| c.is_alphanumeric());
    // Desks cut no paragraph in its first line, and a number is not cut.
    let at = (from.max(26)..chars.len()).find(|&at| {
        letter(at - 1) && letter(at) && !chars[at - 1].is_ascii_digit() && !chars[at].is_ascii_digit()
    })?;
    Some((chars[..at].iter().collect(), chars[at..].iter().collect()))
}

#[derive(Debug, Clone, Copy)]
struct Layout {
    indented: bool,
    ascii: bool,
    crlf: bool,
}

/// The lines that stand above an article's body.
fn heads(article: &Article) -> impl Iterator<Item = String> {
    let byline = article.byline.as_deref().map(str::to_owned);
    let headline = [article.headline.join(" ")];
    article.kicker.iter().cloned().chain(headline).chain(article.deck.iter().cloned()).chain(byline)
}

fn set(made: &[Made], layout: Layout) -> String {
    let mut lines: Vec<(bool, String)> = Vec::new();
    for Made { article, cuts } in made {
        lines.extend(heads(article).map(|line| (false, line)));
        for (block, at) in article.body.iter().zip(cuts) {
            match at.and_then(|at| cut(&block.text, at)) {
                Some((first, rest)) => lines.extend([(true, first), (false, rest)]),
                None => lines.push((true, block.text.clone())),
            }
        }
    }
    let end = if layout.crlf { "\r\n" } else { "\n" };
    let text: String = lines
        .into_iter()
        .map(|(body, line)| match layout.indented {
            true if body => format!("\u{3000}\u{3000}{line}{end}"),
            true => format!("{line}{end}"),
            false => format!("{line}{end}{end}"),
        })
        .collect();
    if layout.ascii { ascii(&text) } else { text }
}

fn ascii(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '，' => ',',
            '；' => ';',
            '：' => ':',
            '！' => '!',
            '（' => '(',
            '）' => ')',
            _ => c,
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn a_page_is_read_back_as_it_was_set(
        made in prop::collection::vec(article(), 1..6),
        indented in any::<bool>(),
        ascii_marks in any::<bool>(),
        crlf in any::<bool>(),
    ) {
        let text = set(&made, Layout { indented, ascii: ascii_marks, crlf });
        let found = page::parse_with(&text, &Hints::default(), None).issue;
        let found: Vec<&Article> = found.articles().map(|(_, article)| article).collect();
        let fold = |text: &str| if ascii_marks { ascii(text) } else { text.to_owned() };
        let all = |lines: &[String]| lines.iter().map(|line| fold(line)).collect::<Vec<_>>();
        prop_assert_eq!(found.len(), made.len(), "{}", text);
        for (found, Made { article, .. }) in found.iter().zip(&made) {
            prop_assert_eq!(&found.kicker[..], &all(&article.kicker)[..], "{}", text);
            prop_assert_eq!(&found.headline, &all(&article.headline), "{}", text);
            prop_assert_eq!(&found.deck[..], &all(&article.deck)[..], "{}", text);
            prop_assert_eq!(&found.byline, &article.byline, "{}", text);
            prop_assert_eq!(&found.dateline, &article.dateline, "{}", text);
            let body: Vec<String> = found.body.iter().map(|block| block.text.clone()).collect();
            let set: Vec<String> = article.body.iter().map(|block| fold(block.text.trim())).collect();
            prop_assert_eq!(body, set, "{}", text);
            prop_assert!(found.body.iter().all(|block| block.kind == BlockKind::Paragraph), "{}", text);
        }
    }

}

// One page in ten thousand has a line that ends a sentence and its column at once, and then a title might follow or
// not: so these pages are the same in every run. `PROPTEST_RNG_SEED` chooses others.
proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: match ProptestConfig::default().rng_seed {
            RngSeed::Random => RngSeed::Fixed(0),
            chosen @ RngSeed::Fixed(_) => chosen,
        },
        ..ProptestConfig::default()
    })]
    /// Lines broken at a fixed width, with indents or blank lines: the pieces come together again.
    #[test]
    fn a_wrapped_page_is_read_back_as_it_was_set(
        made in prop::collection::vec(article(), 3..7),
        width in 12_usize..=40,
        indented in any::<bool>(),
        kinsoku in any::<bool>(),
    ) {
        let lines = |made: &Made| made.article.body.iter().map(|block| wrap(&block.text, width, indented, kinsoku).len()).sum::<usize>();
        // A page of few lines is not seen to be wrapped.
        prop_assume!(made.iter().all(|made| lines(made) >= 2 * made.article.body.len() + 2));
        // After a full line that ends a sentence, a call alone on the last line may be a title.
        let calls = |block: &Block| {
            let lines = wrap(&block.text, width, indented, kinsoku);
            matches!(lines.as_slice(), [.., before, last] if before.ends_with(['。', '”', '！']) && last.ends_with('！'))
        };
        prop_assume!(!made.iter().any(|made| made.article.body.iter().any(calls)));
        let mut text = String::new();
        for Made { article, .. } in &made {
            for line in heads(article) {
                text.push_str(&line);
                text.push('\n');
            }
            for block in &article.body {
                // Without indents a blank line tells where a paragraph ends.
                if !indented {
                    text.push('\n');
                }
                for line in wrap(&block.text, width, indented, kinsoku) {
                    text.push_str(&line);
                    text.push('\n');
                }
            }
            if !indented {
                text.push('\n');
            }
        }
        let found = page::parse_with(&text, &Hints::default(), None).issue;
        let found: Vec<&Article> = found.articles().map(|(_, article)| article).collect();
        let squeeze = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(found.len(), made.len(), "{}", text);
        // A sentence that ends where its line does may be a paragraph's end or not: one in a thousand pages has one.
        let mut lost = 0;
        for (found, Made { article, .. }) in found.iter().zip(&made) {
            prop_assert_eq!(&found.headline, &article.headline, "{}", text);
            prop_assert_eq!(&found.byline, &article.byline, "{}", text);
            let body: Vec<String> = found.body.iter().map(|block| squeeze(&block.text)).collect();
            lost += article.body.iter().filter(|block| !body.contains(&squeeze(&block.text))).count();
        }
        prop_assert!(lost <= 2, "{} paragraphs: {}", lost, text);
    }
}

/// How many cells `text` takes.
fn cells(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// Breaks `text` into lines of `width` em. With `kinsoku` no line begins with a mark: its character goes down with it.
fn wrap(text: &str, width: usize, indented: bool, kinsoku: bool) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in text.chars() {
        let stays = (before.is_ascii_digit() && c.is_ascii_digit())
            || (kinsoku && ("，。；：！、”》）".contains(c) || "“《（【".contains(before)));
        match words.last_mut() {
            Some(word) if stays => word.push(c),
            _ => words.push(c.to_string()),
        }
        before = c;
    }
    let mut lines = vec![if indented { "\u{3000}\u{3000}".to_owned() } else { String::new() }];
    for word in words {
        let full = lines.last().is_some_and(|line| cells(line) + cells(&word) > 2 * width);
        if full {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(&word);
        }
    }
    lines
}
