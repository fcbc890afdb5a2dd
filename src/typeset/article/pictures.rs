//! Set articles as a reader sees them.

use super::tests::{ZH, paragraphs};
use super::*;
use crate::issue::Block;
use crate::typeset::breaks::Strictness;
use crate::typeset::language::Form;
use crate::typeset::punctuation::Punctuation;
use crate::typeset::setting::Em;
use crate::typeset::width::Ambiguous;

/// Sets `article` and compares it line by line; trailing blanks do not count.
#[track_caller]
fn check(article: &Article, setting: &Setting, expected: &[&str]) {
    let set = set(article, setting);
    let lines = set.lines().iter();
    let lines: Vec<String> = lines
        .map(|line| format!("{}{}", " ".repeat(line.left.0), set.text(line)).trim_end().to_owned())
        .collect();
    assert_eq!(lines, expected, "\n{}\n", lines.join("\n"));
}

pub(super) fn sample() -> Article {
    let mut article = paragraphs(&[
        "　　月全食将于9月7日—8日出现，全国大部分地区可见。食既在1:30前后，全食阶段约82分钟，“红月亮”届时高悬——天气晴好的话，肉眼就能看到。",
        "月球平均距离地球384,400公里，光走完这段路只要1.28秒。激光测距表明，月球每年远离地球约3.8厘米……这个速度和指甲生长差不多。",
        "想看实时画面，可访问https://example.org/eclipse/live。",
    ]);
    article.kicker = vec!["今年我国可见的唯一一次月全食——".to_owned()].into();
    article.headline = vec!["今夜请抬头看“红月亮” 全程持续五个多小时".to_owned()];
    article.deck = vec!["不需要望远镜".to_owned()].into();
    article.byline = Some("■本报天文组".into());
    article.body.insert(2, Block { kind: BlockKind::Subhead, text: "怎么看".to_owned(), ..Block::default() });
    article
}

fn zh(width: usize) -> Setting {
    Setting::new(Columns(width), ZH)
}

/// The sample's first paragraph.
fn sample_body() -> Article {
    Article { body: sample().body.into_iter().take(1).collect(), ..Article::default() }
}

fn photo() -> Article {
    let block = |kind, text: &str| Block { kind, text: text.to_owned(), ..Block::default() };
    let body = vec![
        block(BlockKind::Image, "eclipse.jpg"),
        block(BlockKind::Caption, "月全食的食既时刻，月面呈暗红色，这是地球大气折射的阳光。"),
        block(BlockKind::Credit, "天文馆供图"),
        block(BlockKind::Paragraph, "下一次月全食要等到明年。"),
    ];
    Article { body, ..Article::default() }
}

const EN: [&str; 2] = [
    "The Moon always turns the same face to the Earth, since it spins once in the 27.3 days of its orbit. Its far \
     side was first seen in 1959, on photographs taken by a probe.",
    "The dark plains are called seas, but there is no water in them; they are basalt.",
];

#[test]
fn twenty_four_cells() {
    check(
        &sample(),
        &zh(24),
        &[
            "    今年我国可见的",
            "  唯一一次月全食——",
            "",
            "今夜请抬头看“红月亮”",
            "  全程持续五个多小时",
            "    不需要望远镜",
            "",
            "    ■本报天文组",
            "",
            "  月全食将于9月7日—8日",
            "出现，全国大部分地区可",
            "见。食既在1:30前后，全",
            "食阶段约 82分钟，“红月",
            "亮”届时高悬——天气晴好",
            "的话，肉眼就能看到。",
            "  月球平均距离地球",
            "384,400 公里，光走完这",
            "段路只要1.28秒。激光测",
            "距表明，月球每年远离地",
            "球约 3.8厘米……这个速度",
            "和指甲生长差不多。",
            "",
            "        怎么看",
            "  想看实时画面，可访问",
            "https://example.org/",
            "eclipse/live。",
        ],
    );
}

#[test]
fn forty_cells() {
    check(
        &sample(),
        &zh(40),
        &[
            "    今年我国可见的唯一一次月全食——",
            "",
            "        今夜请抬头看“红月亮”",
            "          全程持续五个多小时",
            "            不需要望远镜",
            "",
            "            ■本报天文组",
            "",
            "    月全食将于9月7日—8日出现，全国大部",
            "分地区可见。食既在1:30前后，全食阶段约",
            "82分钟，“红月亮”届时高悬——天气晴好的话，",
            "肉眼就能看到。",
            "    月球平均距离地球 384,400公里，光走",
            "完这段路只要1.28秒。激光测距表明，月球",
            "每年远离地球约 3.8厘米……这个速度和指甲",
            "生长差不多。",
            "",
            "                怎么看",
            "    想看实时画面，可访问",
            "https://example.org/eclipse/live。",
        ],
    );
}

#[test]
fn an_odd_pane_of_sixty_one_cells() {
    check(
        &sample(),
        &zh(61),
        &[
            "               今年我国可见的唯一一次月全食——",
            "",
            "         今夜请抬头看“红月亮” 全程持续五个多小时",
            "                       不需要望远镜",
            "",
            "                       ■本报天文组",
            "",
            "     月全食将于 9月7日—8 日出现，全国大部分地区可见。食既在",
            " 1:30前后，全食阶段约82分钟，“红月亮”届时高悬——天气晴好的话，",
            " 肉眼就能看到。",
            "     月球平均距离地球384,400公里，光走完这段路只要 1.28秒。",
            " 激光测距表明，月球每年远离地球约 3.8厘米……这个速度和指甲生",
            " 长差不多。",
            "",
            "                           怎么看",
            "     想看实时画面，可访问https://example.org/eclipse/live。",
        ],
    );
}

#[test]
fn eighty_cells() {
    check(
        &sample(),
        &zh(80),
        &[
            "                        今年我国可见的唯一一次月全食——",
            "",
            "                  今夜请抬头看“红月亮” 全程持续五个多小时",
            "                                不需要望远镜",
            "",
            "                                ■本报天文组",
            "",
            "    月全食将于 9月7日—8日出现，全国大部分地区可见。食既在 1:30前后，全食阶段约",
            "82分钟，“红月亮”届时高悬——天气晴好的话，肉眼就能看到。",
            "    月球平均距离地球384,400公里，光走完这段路只要 1.28秒。激光测距表明，月球每",
            "年远离地球约3.8厘米……这个速度和指甲生长差不多。",
            "",
            "                                    怎么看",
            "    想看实时画面，可访问https://example.org/eclipse/live。",
        ],
    );
}

#[test]
fn a_wide_pane_has_the_text_in_its_middle() {
    check(
        &paragraphs(&["月球的背面要到1959年才第一次被拍到，那是一张模糊的照片，却改变了人们对月球的看法。"]),
        &Setting { measure: Some(Columns(30)), ..zh(60) },
        &[
            "                   月球的背面要到1959年才第一",
            "               次被拍到，那是一张模糊的照片，",
            "               却改变了人们对月球的看法。",
        ],
    );
}

#[test]
fn ambiguous_marks_may_be_wide() {
    check(
        &sample(),
        &Setting { ambiguous: Ambiguous::Wide, ..zh(40) },
        &[
            "  今年我国可见的唯一一次月全食——",
            "",
            "        今夜请抬头看“红月亮”",
            "          全程持续五个多小时",
            "            不需要望远镜",
            "",
            "            ■本报天文组",
            "",
            "    月全食将于 9月7日—8日出现，全国大",
            "部分地区可见。食既在1:30前后，全食阶段",
            "约82分钟，“红月亮”届时高悬——天气晴",
            "好的话，肉眼就能看到。",
            "    月球平均距离地球 384,400公里，光走",
            "完这段路只要1.28秒。激光测距表明，月球",
            "每年远离地球约 3.8厘米……这个速度和指",
            "甲生长差不多。",
            "",
            "                怎么看",
            "    想看实时画面，可访问",
            "https://example.org/eclipse/live。",
        ],
    );
}

#[test]
fn as_printed() {
    check(
        &paragraphs(&["  月球绕地球一周约27.3天,自转一周的时间(周期)与此相同,", "它叫\"月海\"."]),
        &Setting { punctuation: Punctuation::AsPrinted, ..zh(30) },
        &["    月球绕地球一周约 27.3天,", "自转一周的时间(周期)与此", "相同,", "    它叫\"月海\"."],
    );
}

#[test]
fn with_full_width_marks() {
    check(
        &paragraphs(&["  月球绕地球一周约27.3天,自转一周的时间(周期)与此相同,", "它叫\"月海\"."]),
        &zh(30),
        &["    月球绕地球一周约27.3天，", "自转一周的时间（周期）与此", "相同，", "    它叫“月海”。"],
    );
}

#[test]
fn a_dash_starts_no_line_if_strictness_forbids_it() {
    let article = paragraphs(&["  月亮今晚格外明亮——天文学家这样说，他们看了整夜。"]);
    let setting = Setting { hang: false, justify: false, ..zh(24) };
    let loose = ["        月亮今晚格外明亮", "——天文学家这样说，他们看", "了整夜。"];
    check(&article, &Setting { indent: Some(Em(4)), ..setting }, &loose);
    let strict = ["        月亮今晚格外明", "亮——天文学家这样说，他们", "看了整夜。"];
    check(&article, &Setting { indent: Some(Em(4)), strictness: Strictness::Strict, ..setting }, &strict);
}

#[test]
fn traditional_chinese_does_not_hang() {
    check(
        &paragraphs(&["月球繞地球一周約二十七天，自轉一周的時間與此相同，所以我們總是看到它的同一面。"]),
        &Setting::new(Columns(24), Language::Chinese(Form::Traditional)),
        &["    月球繞地球一周約二十", "七天，自轉一周的時間與此", "相同，所以我們總是看到它", "的同一面。"],
    );
}

#[test]
fn nothing_hangs_and_nothing_is_filled_if_not_wished() {
    check(
        &sample_body(),
        &Setting { hang: false, justify: false, indent: Some(Em(0)), ..zh(30) },
        &[
            "月全食将于9月7日—8日出现，全国",
            "大部分地区可见。食既在1:30前",
            "后，全食阶段约82分钟，“红月亮”",
            "届时高悬——天气晴好的话，肉眼就",
            "能看到。",
        ],
    );
}

#[test]
fn japanese() {
    check(
        &paragraphs(&[
            "　月はいつも同じ面を地球に向けている。自転と公転の周期が、ともに約２７・３日で等しいからだ。裏側の写真は、１９５９年に探査機「ルナ３号」が初めて撮った。",
            "　月の「海」に水はない。黒く見えるのは、玄武岩の平原である。",
        ]),
        &Setting::new(Columns(40), Language::Japanese),
        &[
            "  月はいつも同じ面を地球に向けている。",
            "自転と公転の周期が、ともに約２７・３日",
            "で等しいからだ。裏側の写真は、１９５９",
            "年に探査機「ルナ３号」が初めて撮った。",
            "  月の「海」に水はない。黒く見えるのは、",
            "玄武岩の平原である。",
        ],
    );
}

#[test]
fn korean() {
    check(
        &paragraphs(&[
            "달은 언제나 같은 면을 지구로 향한다. 자전 주기와 공전 주기가 약 27.3일로 같기 때문이다. 달의 “바다”에는 물이 없다. 어둡게 보이는 곳은 현무암 평원이다.",
        ]),
        &Setting::new(Columns(40), Language::Korean),
        &[
            "  달은 언제나  같은 면을  지구로 향한다.",
            "자전 주기와 공전 주기가 약 27.3일로 같기",
            "때문이다. 달의 “바다”에는 물이 없다.",
            "어둡게 보이는 곳은 현무암 평원이다.",
        ],
    );
}

#[test]
fn english_is_ragged() {
    check(
        &paragraphs(&EN),
        &Setting::new(Columns(40), Language::Latin),
        &[
            "The Moon always turns the same face to",
            "the Earth, since it spins once in the",
            "27.3 days of its orbit. Its far side was",
            "first seen in 1959, on photographs taken",
            "by a probe.",
            "  The dark plains are called seas, but",
            "there is no water in them; they are",
            "basalt.",
        ],
    );
}

#[test]
fn english_may_be_justified() {
    check(
        &paragraphs(&EN),
        &Setting { justify_words: true, ..Setting::new(Columns(40), Language::Latin) },
        &[
            "The Moon  always turns the same  face to",
            "the Earth,  since it  spins once  in the",
            "27.3 days of its orbit. Its far side was",
            "first seen in 1959, on photographs taken",
            "by a probe.",
            "  The dark  plains are called  seas, but",
            "there  is no  water  in  them; they  are",
            "basalt.",
        ],
    );
}

#[test]
fn captions_and_credits() {
    check(
        &photo(),
        &zh(40),
        &[
            "    eclipse.jpg",
            "    月全食的食既时刻，月面呈暗红",
            "    色，这是地球大气折射的阳光。",
            "                            天文馆供图",
            "",
            "    下一次月全食要等到明年。",
        ],
    );
}

#[test]
fn one_cell_shows_that_there_is_something() {
    check(&paragraphs(&["月 a"]), &zh(1), &["?", "a"]);
}

/// A line of double scale stands for two rows: the one below it is empty. Each of its cells counts twice.
#[test]
fn a_headline_may_be_large() {
    let mut article = sample();
    article.body.truncate(1);
    article.body[0].text = "月食。".to_owned();
    let large = |width| Setting { headlines: Scale::Double, ..zh(width) };
    check(
        &article,
        &large(42),
        &[
            "    今年我国可见的唯一一次月全食——",
            "",
            "今夜请抬头看“红月亮”",
            "",
            "  全程持续五个多小时",
            "",
            "              不需要望远镜",
            "",
            "              ■本报天文组",
            "",
            "    月食。",
        ],
    );
    let set = set(&article, &large(42));
    let (n, line) = set.lines().iter().enumerate().find(|(_, line)| line.scale == Scale::Double).unwrap();
    assert_eq!((line.left, line.width), (Columns(0), Columns(40)));
    // The second character is four cells further.
    let second = set.position_under(n, line.left + Columns(4));
    assert_eq!(second, set.position_under(n, line.left + Columns(7)));
    assert_eq!(second.offset.0, 1);
    // Its own lower half is no place to be: the position there is the next line's.
    assert_eq!(set.line_at(set.position_at(n + 1)), n + 2);
    // No room, or a word that would be broken: as text.
    for (setting, headline) in
        [(large(32), "今夜请抬头看"), (large(60), "donaudampfschifffahrtsgesellschaft")]
    {
        article.headline = vec!["今夜".to_owned(), headline.to_owned()];
        assert!(super::set(&article, &setting).lines().iter().all(|line| line.scale == Scale::Single));
    }
}
