//! The forms of a head's lines: what binds two of them, what leads up, what stands under a headline.

use super::super::chars::{is_comma, is_digit, is_han};
use super::super::cue::{Cue, Cues};
use super::super::lexicon::{self, Says};
use super::super::line::Line;
use super::super::rubric::letters;
use super::{HeadWords, LINES};

/// A first part of so few letters is a kicker when the second is longer by [`MORE`].
pub(super) const SMALL: usize = 5;
pub(super) const MORE: usize = 2;

/// Most letters of who does what the next line says.
const DOER: usize = 8;
/// What the names of documents end with.
const DOCUMENTS: &[&str] =
    &["通知", "意见", "意見", "决定", "決定", "决议", "決議", "公告", "通告", "报告", "報告", "办法", "建议"];
/// What is counted after a figure in Han characters.
const COUNTED: &str = "个個名家次大年月日万萬亿億千百成条條项項地部省市方天种種位所座场場县縣村口人岁歲届屆";
/// Most letters of a theme.
pub(super) const THEME: usize = 8;

/// What is known of one line of a head.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Part {
    pub(super) cues: Cues,
    /// Letters of the line.
    pub(super) letters: usize,
    /// Characters of the line and of those that are one part with it.
    pub(super) chars: u32,
    /// Its words that tell the lines of a head.
    pub(super) words: HeadWords,
    /// It is no second line of a headline: it ends with figures, or opens with whose news it is, `某县：…`.
    pub(super) apart: bool,
    /// It is one part with the next line.
    pub(super) bound: bool,
    /// It is one part with the line before.
    pub(super) joined: bool,
    /// The part's number, from 1.
    pub(super) at: usize,
}

/// What makes two lines of a head one part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bond {
    /// Their words, or that they are a couplet.
    Form,
    /// Their words.
    Words,
    /// That no blank line is between them.
    Adjacent,
    /// Nothing: one line says that it is the whole headline.
    None,
}

/// The lines of a head, as parts, and how many parts there are.
pub(super) fn parts(head: &[Line<'_>], bond: Bond) -> ([Part; LINES], usize) {
    let mut parts = [Part::default(); LINES];
    for (part, line) in parts.iter_mut().zip(head) {
        *part = Part {
            cues: line.cues,
            letters: letters(line.text),
            chars: line.chars.0,
            words: line.words,
            apart: ends_with_figures(line.text) || opens_with_place(line.text),
            at: 1,
            ..Part::default()
        };
    }
    let mut count = 1;
    for (n, pair) in head.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        let Some([left, right]) = parts.get_mut(n..).and_then(|rest| rest.first_chunk_mut()) else {
            continue;
        };
        // Inside a head a comma says that the line goes on.
        let inner = n > 0 && a.cues.has(Cue::EndsComma) && !b.cues.has(Cue::OpensDash);
        left.bound = match bond {
            Bond::Adjacent => b.gap == 0,
            Bond::None => false,
            Bond::Form | Bond::Words => {
                inner || binds(a, left.letters, b, right.letters, bond == Bond::Words)
            }
        };
        right.joined = left.bound;
        if left.bound {
            right.chars += left.chars;
        } else {
            count += 1;
        }
        right.at = count;
    }
    (parts, count)
}

/// Whether the first line of a Japanese head is the name of a column or a series. A name has no particle but の.
pub(super) fn names_japanese(head: &[Line<'_>], first: Part) -> bool {
    let particle = |a: char, b: char| {
        matches!(b, 'に' | 'へ' | 'を' | 'が' | 'は' | 'で' | 'と') && (is_han(a) || matches!(a, 'ァ'..='ー'))
    };
    let [name, title, rest @ ..] = head else { return false };
    let mut pairs = name.text.chars().zip(name.text.chars().skip(1));
    let label = first.letters <= THEME
        && !first.cues.any(&[Cue::Halves, Cue::Commas, Cue::Asks])
        && (title.cues.has(Cue::Halves) || !rest.is_empty())
        && !pairs.any(|(a, b)| particle(a, b))
        && !name.text.contains(['「', 'を']);
    let deceased = name.text.ends_with("死去");
    let notice = first.cues.has(Cue::NoticeHead) && !deceased;
    first.letters <= SMALL
        || first.cues.any(&[Cue::Rubric, Cue::Column])
        || notice
        || label
        || series(name.text)
}

/// Whether a Japanese line is the name of a series with the part's number, or one in kana or Latin letters alone:
/// `海辺の暮らし：２`, `きょうのことば`.
fn series(text: &str) -> bool {
    let figure = |c: char| is_digit(c) && !is_han(c);
    let (inner, framed) = match text.strip_suffix(['〉', '＞', '）', ')', '>']) {
        Some(inner) => (inner, true),
        None => (text, false),
    };
    let tail = inner.trim_end_matches(figure);
    let mark = if framed { ['〈', '＜', '（', '(', '<'] } else { ['：', ':', '・', '＝', '='] };
    let numbered = tail.len() < inner.len() && tail.ends_with(mark);
    let circled = text.ends_with(|c| matches!(c, '①'..='⑳'));
    let hiragana = |c: char| matches!(c, 'ぁ'..='ゖ' | 'ー');
    let latin =
        |c: char| c.is_ascii_alphabetic() || matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ') || c.is_whitespace();
    letters(text) <= 2 * THEME
        && (numbered || circled || text.chars().all(hiragana) || text.chars().all(latin))
}

/// Whether a line's few words say what the longer line after it is about.
pub(super) fn is_theme(here: Part, next: Part) -> bool {
    let more = if next.cues.has(Cue::Commas) { 1 } else { MORE };
    here.letters <= THEME && !here.cues.any(&[Cue::Commas, Cue::Halves]) && next.letters > here.letters + more
}

/// Whether a line says that it stands under its headline: by its words, by figures, by a dash or the name of a work.
pub(super) fn stands_under(line: &Line<'_>) -> bool {
    [Says::Detail, Says::Whose, Says::DeckLast].iter().any(|&list| line.words.has(list))
        || opens_with_figures(line.text)
        || ends_with_figures(line.text)
        || line.cues.any(&[Cue::OpensDash, Cue::Chairs])
        || line.text.starts_with('《')
        || line.text.starts_with('系') && !["系列", "系统"].iter().any(|word| line.text.starts_with(word))
        || says_who(line.text)
}

/// `市场监管部门：选购要看清标签`: what somebody of office says to the headline.
pub(super) fn says_who(text: &str) -> bool {
    const WHO: &[&str] = &[
        "部门", "部門", "专家", "專家", "法官", "法院", "警方", "民警", "律师", "律師", "医生", "醫生",
        "医师", "官方", "提醒", "回应", "回應", "建议", "建議", "委", "局", "院", "署", "协会", "協會",
        "业内", "人士", "政府", "市民", "网友", "学者", "學者",
    ];
    let Some((who, what)) = text.split_once(['：', ':']) else { return false };
    letters(who) <= 8 && !what.is_empty() && WHO.iter().any(|word| who.ends_with(word))
}

/// Whether `text` opens with the name of a place of two or three characters and a colon.
fn opens_with_place(text: &str) -> bool {
    let Some((place, rest)) = text.split_once(['：', ':']) else { return false };
    (2..=3).contains(&place.chars().count())
        && place.chars().all(is_han)
        && !rest.is_empty()
        && !says_who(text)
}

/// How a title ends that tells a piece of news whole.
const EVENTS: &[&str] = &[
    "开幕", "公布", "揭牌", "启动", "开工", "通车", "上线", "印发", "出台", "获批", "投用", "开放", "成立",
    "举行", "发布", "就绪", "开通", "运行", "投产", "开建", "揭晓", "结束", "签约", "亮相", "开行", "开业",
    "落幕", "闭幕", "通关", "完成", "开园", "开镰", "首演", "上演", "开播", "首映", "开赛", "竣工", "出炉",
    "下线", "升空", "首飞", "封顶", "合龙", "开馆",
];
/// How a title begins that tells of the whole country, province or town.
const WHOLE: &[&str] = &["全省", "全市", "我省", "我市", "全国", "本市", "我国", "国家", "我县", "全县"];

/// Whether `b` gives the details of the news that `a` tells whole: figures where the news has none, or no more than a plain
/// sentence. What follows with 以 or 让 is what the desk makes of it, a headline.
pub(super) fn gives_details(a: &Line<'_>, b: &Line<'_>) -> bool {
    let halves = b.cues.has(Cue::Halves) && !figures_under(a.text, b);
    let plain = !b.text.contains(['“', '‘'])
        && !halves
        && !b.cues.any(&[Cue::Asks, Cue::NoticeHead])
        && !b.text.starts_with(['以', '让', '为', '把', '用']);
    let leads = a.cues.any(&[Cue::EndsDash, Cue::Says, Cue::Rubric, Cue::Column, Cue::Commas, Cue::Asks])
        || a.words.has(Says::Occasion)
        || a.words.has(Says::Question)
        || a.text.ends_with(['求', '议', '时', '上', '中', '：', ':']);
    let more = has_figures(b.text) && !has_figures(a.text);
    plain && !leads && letters(a.text) > THEME && (tells_whole(a.text) || more && !b.cues.has(Cue::Halves))
}

/// Whether a title tells a piece of news whole, by its end, or is on the whole country, province or town.
pub(super) fn tells_whole(text: &str) -> bool {
    tells_event(text) || WHOLE.iter().any(|word| text.starts_with(word))
}

/// Whether a title ends as one that tells an event whole.
fn tells_event(text: &str) -> bool {
    EVENTS.iter().any(|word| text.ends_with(word))
}

/// Whether a line has figures, and stands under the headline by its words or because the `first` line tells an event.
pub(super) fn figures_under(first: &str, line: &Line<'_>) -> bool {
    has_figures(line.text) && (stands_under(line) || tells_event(first))
}

/// Whether there is a digit in `text`.
pub(super) fn has_figures(text: &str) -> bool {
    text.contains(|c: char| is_digit(c) && !is_han(c))
}

/// Whether `b`, a line in the middle of three, gives figures on the news that `a` tells whole: `1至9月进出口同比增长7.6%` /
/// `机电产品出口增长11.3%`.
pub(super) fn goes_into(a: &Line<'_>, b: &Line<'_>) -> bool {
    let news = tells_event(a.text) || ends_with_figures(a.text);
    let quotes = b.text.contains(['“', '‘']) && !ends_with_figures(b.text);
    news && letters(a.text) > THEME
        && !a.cues.any(&[Cue::EndsDash, Cue::Says, Cue::Rubric, Cue::Column, Cue::Halves])
        && has_figures(b.text)
        && !quotes
        && !b.cues.any(&[Cue::Halves, Cue::Asks, Cue::NoticeHead])
}

/// Whether `text` is nothing but the name of a place or of its union: `西青区精武镇`, `某省总工会`.
pub(super) fn is_place(text: &str) -> bool {
    const PLACES: &[&str] =
        &["省", "市", "县", "縣", "区", "區", "镇", "鎮", "乡", "鄉", "村", "街道", "省总", "市总", "总工会"];
    (2..=THEME).contains(&letters(text))
        && text.chars().all(is_han)
        && PLACES.iter().any(|word| text.ends_with(word))
}

/// Whether a line ends with a verb that ends no clause: what is made, met or become comes next.
pub(super) fn wants_more(text: &str) -> bool {
    const VERBS: &[&str] =
        &["打造", "迎来", "成为", "跑出", "交出", "开启", "奏响", "擦亮", "撬动", "签下", "斩获", "唱响"];
    VERBS.iter().any(|word| text.ends_with(word))
}

/// Whether two lines are one part of a head: a couplet, or a line that breaks off and the one that ends it.
fn binds(a: &Line<'_>, left: usize, b: &Line<'_>, right: usize, apart: bool) -> bool {
    let alone = a.cues.any(&[Cue::Halves, Cue::EndsDash, Cue::Rubric, Cue::Column, Cue::Says])
        || b.cues.any(&[Cue::Halves, Cue::OpensDash, Cue::Asks, Cue::Chairs]);
    // `某区：` is whose news it is.
    let place = left <= 3 && a.text.ends_with(['：', ':']);
    let broken = left <= SMALL + 1 && !place && (a.cues.has(Cue::EndsComma) || lexicon::breaks_off(a.text))
        || wants_more(a.text);
    // Whose the deed is and the deed: `“泉州”` / `列入《世界遗产名录》`.
    let doer = left <= DOER && !is_place(a.text);
    let deed = (b.words.has(Says::Deed) || (doer && b.words.has(Says::Does)))
        && !a.words.has(Says::Occasion)
        && !a.cues.has(Cue::Commas);
    let even = left == right && a.chars.0.abs_diff(b.chars.0) <= 1;
    let couplet = !apart && even && a.cues.has(Cue::Commas) == b.cues.has(Cue::Commas);
    // `某某委员会关于在全市` / `进一步做好某事的通知`.
    let document = ["关于", "關於"].iter().any(|word| a.text.contains(word))
        && DOCUMENTS.iter().any(|word| b.text.ends_with(word));
    !alone && (couplet || broken || deed || document)
}

/// Whether the two halves of `text` are a couplet of five letters each or more, or three and more parts are as long as each
/// other, or it begins with figures.
pub(super) fn leads_up(text: &str) -> bool {
    let apart = |c: char| c.is_whitespace() || is_comma(c);
    let mut parts = text.split_whitespace().map(letters);
    if let (Some(first @ 4..), true) = (parts.next(), text.split_whitespace().nth(2).is_some())
        && parts.all(|part| part == first)
    {
        return true;
    }
    let Some((left, right)) = text.split_once(apart) else { return false };
    let (left, right) = (letters(left), letters(right));
    (left == right && left >= 5) || (opens_with_figures(text) && text.contains(char::is_whitespace))
}

/// `…机收率达98.5%`, `…最高达17.6万台`.
pub(super) fn ends_with_figures(text: &str) -> bool {
    let tail = text.rsplit('达').next().filter(|tail| tail.len() < text.len());
    let reach = tail.is_some_and(|tail| tail.starts_with(is_digit) && tail.chars().nth(8).is_none());
    reach || text.ends_with(['%', '％'])
}

/// `6月14日…`, `第四次…`, `近万人…`; or the number of a document. `一条河…` counts nothing.
pub(super) fn opens_with_figures(text: &str) -> bool {
    // `衡公资土告〔2018〕47号`
    if text.ends_with('号') && text.contains(['〔', '［', '[']) {
        return true;
    }
    // `四川` counts nothing, and neither does `一条河`.
    let mut chars = text.chars();
    let (first, second) = (chars.next(), chars.next());
    let counted = |c: char| is_digit(c) || COUNTED.contains(c);
    let counts = !first.is_some_and(|c| is_han(c) && is_digit(c))
        || (first != Some('一') && second.is_some_and(counted))
        || second.is_some_and(is_digit);
    counts && text.starts_with(|c: char| is_digit(c) || matches!(c, '第' | '近' | '约' | '約' | '逾' | '超'))
}
