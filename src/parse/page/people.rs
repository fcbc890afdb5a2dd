//! Persons in a byline: roles and names.
//!
//! `■本报记者 陈润 见习记者 徐志强` is two persons with a role each. A role holds for the names after it until the next
//! role. A two-character name set with a space between (`程　龙`) is one name.

use super::chars::{is_han, is_hangul, is_kana, is_mark};
use super::lexicon::{self, Says};
use super::signed;
use crate::issue::Author;
use std::borrow::Cow;

/// Short roles, which count only before a stroke or a colon: `文/`, `图：`.
pub(super) const SHORT_ROLES: &[&str] =
    &["文", "片", "图", "圖", "摄", "攝", "写真", "文图", "图文", "文・写真", "写真・文", "文＝", "写真＝"];
/// Short roles that may stand after a name: `李明 文`, `丙丁 译`.
const AFTER: &[&str] = &["文", "图", "圖", "摄", "攝", "译", "譯", "绘", "繪", "著", "编"];

/// What the name of an office or a trade ends with.
pub(super) const OFFICES: &[char] =
    &['记', '員', '员', '长', '長', '授', '师', '師', '任', '家', '生', '工', '民', '人', '官', '者', '手'];

/// What a line says of persons.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct People<'a> {
    /// The persons, in their order.
    pub(super) authors: Vec<(Option<&'a str>, Cow<'a, str>)>,
    /// It has a role, with or without a name: `□ 湖北日报评论员`.
    pub(super) role: bool,
    /// A two-character name is set with a space between.
    pub(super) apart: bool,
    /// There is something in it that is no role and no name.
    pub(super) other: bool,
}

impl People<'_> {
    /// The persons as the model has them.
    pub(super) fn into_authors(self) -> Vec<Author> {
        let author = |(role, name): (Option<&str>, Cow<'_, str>)| Author {
            role: role.map(str::to_owned),
            name: name.into_owned(),
            ..Author::default()
        };
        self.authors.into_iter().map(author).collect()
    }
}

/// Reads `text` as a byline. `roles` says whether there is a role in it to look for.
pub(super) fn read(text: &str, roles: bool) -> People<'_> {
    let mut found = People::default();
    let mut role: Option<&str> = None;
    let mut half: Option<&str> = None;
    let (mut stroke, mut pair) = (false, false);
    let inner = text.strip_prefix(['【', '〔', '［']).and_then(|rest| rest.strip_suffix(['】', '〕', '］']));
    let text = inner.unwrap_or(text);
    let text = if roles { without_office(text) } else { text };
    let text = text.trim_end_matches(['。', ')', '）', '：', ':']);
    let parts = |c: char| {
        c.is_whitespace()
            || is_mark(c)
            || matches!(
                c,
                '、' | '，' | ',' | '/' | '／' | '╱' | ';' | '；' | '：' | ':' | '(' | '（' | '＝' | '='
            )
    };
    for piece in text.split_inclusive(parts) {
        let word = piece.trim_end_matches(parts);
        if word.is_empty() {
            continue;
        }
        if found.other && !roles {
            break;
        }
        let after_stroke =
            std::mem::replace(&mut stroke, piece.ends_with(['/', '／', '╱', '：', ':', '＝', '=']));
        let (found_role, name) = match () {
            () if (stroke || after_stroke) && SHORT_ROLES.contains(&word) => (Some(word), ""),
            () if matches!(word, "文・写真" | "写真・文" | "文図" | "图文" | "文图") => {
                (Some(word), "")
            }
            () if AFTER.contains(&word) && half.is_none() && !found.authors.is_empty() => {
                found.role = true;
                continue;
            }
            () => match dotted_role(word) {
                Some((role, name)) => (Some(role), name),
                None if roles => split_role(word),
                None => (None, word),
            },
        };
        if let Some(new) = found_role {
            if let Some(lonely) = half.take() {
                found.other |= !third(&mut found.authors, pair, lonely);
            }
            pair = false;
            found.role = true;
            role = Some(new);
        }
        if name.is_empty() {
            continue;
        }
        if is_desk(name) {
            found.role = true;
            found.authors.push((None, name.into()));
            continue;
        }
        let single = name.chars().count() == 1 && name.chars().all(is_han);
        match (half.take(), single) {
            (Some(first), true) => {
                found.apart = true;
                pair = true;
                found.other |= !push(&mut found.authors, role, [first, name].concat().into());
            }
            (None, true) => half = Some(name),
            (before, false) => {
                found.other |= before.is_some_and(|first| !third(&mut found.authors, pair, first));
                pair = false;
                if is_place(name) {
                    continue;
                }
                found.other |= !push(&mut found.authors, role, name.into());
            }
        }
    }
    found.other |= half.is_some_and(|first| !third(&mut found.authors, pair, first));
    found
}

/// Takes a character that is left over after a `pair` for the third of that name: `周　飞　亚`.
fn third(authors: &mut [(Option<&str>, Cow<'_, str>)], pair: bool, left: &str) -> bool {
    let last = authors.last_mut().filter(|_| pair);
    last.is_some_and(|(_, name)| {
        name.to_mut().push_str(left);
        true
    })
}

/// `text` without what the last person in it is, in brackets: `作者：穆清（某大学教授）`. Names may stand in brackets too.
fn without_office(text: &str) -> &str {
    let office = |inside: &str| {
        let what = inside.trim_end_matches(['）', ')']);
        what.ends_with(OFFICES)
            && what.chars().nth(3).is_some()
            && what.chars().all(|c| is_han(c) || matches!(c, '、' | '，'))
    };
    match text.strip_suffix(['）', ')']).and_then(|_| text.rsplit_once(['（', '('])) {
        Some((before, inside)) if !before.is_empty() && office(inside) => before,
        _ => text,
    }
}

/// A Japanese desk's role and name: `文・甲乙`, `写真・丙丁`, `社会部・甲乙`.
fn dotted_role(word: &str) -> Option<(&str, &str)> {
    let (role, name) = word.split_once('・')?;
    let good = SHORT_ROLES.contains(&role) || role.ends_with(['部', '局']) && role.chars().nth(1).is_some();
    (good && name.chars().all(is_han)).then_some((role, name))
}

/// Whether a line alone could be who wrote the text: a name, a name and what he is, two or three short words.
pub(super) fn like_name(text: &str) -> bool {
    let text = text.trim_start_matches(is_mark);
    let marks = |c: char| {
        c.is_whitespace()
            || matches!(c, '(' | '（' | ')' | '）' | '[' | ']' | '［' | '］' | '〔' | '〕' | '【' | '】')
    };
    let (mut count, mut spaced, mut bracketed) = (0, false, false);
    for c in text.chars() {
        if is_han(c) {
            count += 1;
        } else if c.is_whitespace() {
            spaced = true;
        } else if marks(c) {
            bracketed = true;
        } else {
            return false;
        }
    }
    match (spaced, bracketed) {
        // One word is a name by its length alone.
        (false, false) => return matches!(count, 2 | 3) || (count == 4 && has_surname(text)),
        // More words are too long for a name, if nothing in them is set apart by brackets.
        (true, false) if count > 8 => return signed::with_office(text),
        _ => {}
    }
    let text = match text.strip_suffix(['）', ')']).and_then(|text| text.split_once(['（', '('])) {
        Some((name, what)) if !name.is_empty() => {
            if !what.chars().all(is_han) || what.chars().nth(1).is_none() {
                return false;
            }
            name
        }
        _ => text.trim_start_matches(['（', '(']).trim_end_matches(['）', ')']),
    };
    let text = match text
        .strip_prefix(['[', '［', '〔', '【'])
        .and_then(|text| text.split_once([']', '］', '〕', '】']))
    {
        Some((_, name)) if !name.is_empty() => name,
        _ => text,
    };
    if signed::with_office(text) {
        return true;
    }
    let inner = text.strip_prefix('【').and_then(|text| text.strip_suffix('】'));
    let text = inner.unwrap_or(text);
    let mut words = text.split_whitespace().filter(|word| !AFTER.contains(word));
    let last = words.clone().next_back().unwrap_or_default();
    let letters: usize = text.chars().filter(|c| !c.is_whitespace()).count();
    let fits = |word: &str| word.chars().all(is_han) && word.chars().nth(4).is_none();
    let all = words.by_ref().take(3).all(fits) && words.next().is_none();
    // What is longer than a name is one only if names end it; else it is more often a title of two halves.
    all && (2..=8).contains(&letters) && (letters <= 3 || last.chars().count() == 2 || has_surname(last))
}

/// A desk of the paper that signs for its people: `本报评论部`, `本刊编辑部`, `本報採訪組`.
fn is_desk(word: &str) -> bool {
    ["本报", "本刊", "本社", "本台", "本版", "本報", "本紙"].iter().any(|house| word.starts_with(house))
        && ["部", "组", "室", "中心", "团队", "組", "團隊", "班"].iter().any(|desk| word.ends_with(desk))
        && (4..=12).contains(&word.chars().count())
}

fn push<'a>(
    authors: &mut Vec<(Option<&'a str>, Cow<'a, str>)>,
    role: Option<&'a str>,
    name: Cow<'a, str>,
) -> bool {
    let good = is_name(&name);
    if good {
        authors.push((role, name));
    }
    good
}

/// The role that `word` is or begins with, and the name glued to it: `本报记者`, `记者李婷`, `홍길동기자`.
fn split_role(word: &str) -> (Option<&str>, &str) {
    if word.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return match word {
            "By" | "BY" | "by" => (Some(word), ""),
            _ => (None, word),
        };
    }
    match lexicon::last_end(word, Says::Role).and_then(|end| word.split_at_checked(end)) {
        // `记者` may stand in the middle of a sentence: what is before it must be short and have no verb's marks.
        // And a department is no role: 编辑部.
        Some((role, name))
            if role.chars().count() <= 16
                && !name.starts_with(['部', '室', '组', '处', '團', '团', '站']) =>
        {
            (Some(role), name)
        }
        _ => (None, word),
    }
}

/// What a Taiwan byline has after the stroke: `記者王大同／台北報導`.
pub(super) fn is_place(word: &str) -> bool {
    let ends = ["報導", "报道", "電", "訊", "摄", "攝", "报导"].iter().any(|end| word.ends_with(end));
    word.starts_with("发自") || (ends && word.chars().nth(8).is_none())
}

/// Whether `word` can be a person's name: 2 to 4 Han, up to 12 with a middle dot, or hangul, kana or Latin words.
pub(super) fn is_name(word: &str) -> bool {
    let len = word.chars().count();
    let dots = word.contains(['·', '・', '•', '‧']);
    if word.chars().all(|c| is_han(c) || matches!(c, '·' | '・' | '•' | '‧')) {
        return if dots { (4..=14).contains(&len) } else { (2..=4).contains(&len) };
    }
    if word.chars().all(is_hangul) {
        return (2..=5).contains(&len);
    }
    if word.chars().all(|c| is_kana(c) || is_han(c) || c == '・') {
        return (2..=12).contains(&len);
    }
    len <= 20
        && word.chars().next().is_some_and(char::is_uppercase)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'))
}

/// The characters that names of other languages are written with.
const FOREIGN: &str = "阿埃艾爱安昂奥巴白班邦保鲍贝本比彼边别宾波伯博勃布采查达大代戴丹当道德登邓迪蒂丁东杜顿多厄恩尔法凡范菲费芬丰冯佛弗\
    福富盖甘高戈格葛根古瓜哈海汉豪赫黑亨洪胡华怀惠霍基吉加贾简杰金津京久卡凯坎康考柯科可克肯孔库夸昆拉莱赖兰朗劳勒雷蕾里理\
    利莉丽连林琳龙卢鲁路吕伦罗洛马玛迈麦曼芒毛梅门蒙米密明莫默姆木穆拿纳娜奈南内尼妮宁纽诺努欧帕潘庞佩彭皮平蒲普齐奇恰钱强\
    乔切琴琼丘让瑞若萨塞赛三桑森沙莎山珊绍舍申圣施什史士斯丝松苏索塔泰坦汤唐特滕提廷图托瓦万旺威韦维魏温文翁沃乌伍西希席锡霞\
    夏香逊肖谢辛欣休许雪雅亚延扬耶叶伊依因英永尤于约扎泽詹张珍治朱兹子佐";

/// Whether `text` is a name of another language, its parts joined by a dot: `某某·某某`.
pub(super) fn foreign(text: &str) -> bool {
    let dot = |c: char| matches!(c, '·' | '•' | '‧');
    text.contains(dot)
        && text.split(dot).all(|part| (1..=7).contains(&part.chars().count()))
        && text.chars().all(|c| dot(c) || is_han(c))
        && text.chars().filter(|&c| !dot(c) && !FOREIGN.contains(c)).count() * 5 <= text.chars().count()
}

/// Family names that most people have, and the compound ones. They tell a name alone on its line from a short title.
const SURNAMES: &str = "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方\
    金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚汤陶黎温莫易樊乔文安殷颜庄章鲁倪庞邢俞翟蓝聂齐向申葛柴伍覃骆关焦柳\
    欧祝纪尚毕耿芦左季管符辛苗詹曲欧靳祁路涂兰甘裴梅童翁霍游阮尤岳柯牟滕谷舒卜成饶宁凌盛查单冉鲍华包屈房喻解蒲卫简时连车项闵邬吉党阳司费蒙席\
    付佘褚娄桂闫岑敖冷寇栾阚逄麻戚荆隋楼励虞仇储缪邸桑晏郎巩匡漆亓迟丛宫仲\
    張劉陳楊黃趙吳孫馬鄭羅謝韓許鄧蕭馮蘇葉呂蔣鐘鍾盧汪陸譚韋賈鄒閻顧賴賀嚴錢龔湯陶莊魯龐藍聶齊關歐紀畢蘆祝";

/// Whether `name` begins as names do.
pub(super) fn has_surname(name: &str) -> bool {
    let mut chars = name.chars();
    let Some(first) = chars.next() else { return false };
    let long = chars.nth(2).is_some();
    if long {
        return [
            "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "令狐", "慕容", "司徒", "歐陽", "諸葛",
        ]
        .iter()
        .any(|family| name.starts_with(family));
    }
    SURNAMES.contains(first)
}

#[cfg(test)]
mod tests;
