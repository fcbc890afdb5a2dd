//! The forms in which papers sign a text: names in brackets, with a stroke, a desk, an office or a place.

use super::chars::{is_digit, is_han, is_kana};
use super::people::{OFFICES, SHORT_ROLES, has_surname, is_name, is_place};

/// What one who writes to a paper is.
const OFFICES_AFTER: &[char] =
    &['戶', '户', '師', '师', '授', '員', '员', '者', '生', '長', '长', '人', '民', '工', '家'];

/// What those who write to a paper call themselves.
const READERS: &[&str] =
    &["读者", "讀者", "市民", "居民", "村民", "网友", "網友", "业主", "業主", "家长", "家長", "乘客"];

/// Whether `text` is nothing but square brackets with who wrote it: `【甲乙、丙丁】`, `【編譯組／綜合外電報導】`, `【本報訊】`.
pub(super) fn bracketed(text: &str) -> bool {
    if !text.starts_with(['【', '〔', '［', '[']) {
        return false;
    }
    let pairs = [('【', '】'), ('〔', '〕'), ('［', '］'), ('[', ']')];
    let inner = pairs.iter().find_map(|&(open, close)| text.strip_prefix(open)?.strip_suffix(close));
    let Some(inner) = inner.filter(|inner| inner.chars().nth(24).is_none()) else { return false };
    if inner.starts_with("文と写真") || inner.starts_with("写真と文") {
        return true;
    }
    if ["報導", "报道", "訊", "讯", "電", "电", "共同", "時事"].iter().any(|end| inner.ends_with(end))
    {
        return true;
    }
    let mut names = inner.split(['、', '，', '・', '·', ' ', '\u{3000}']);
    names.all(|name| (2..=4).contains(&name.chars().count()) && name.chars().all(is_han))
        && inner.contains(['、', '・', '·', ' ', '\u{3000}'])
}

/// Whether `text` is nothing but round brackets with a name of two letters or more that is no number: `（农业试验场）`.
pub(super) fn in_brackets(text: &str) -> bool {
    let Some(inner) = text.strip_prefix(['（', '(']).and_then(|text| text.strip_suffix(['）', ')'])) else {
        return false;
    };
    let letters = |c: char| is_han(c) || c.is_whitespace();
    inner.chars().all(letters) && (2..=12).contains(&inner.chars().count()) && !inner.chars().all(is_digit)
}

/// Whether `text` is nothing but round brackets with persons, and where more than one is not with whom:
/// `（社会部　甲乙丙丁、経済部　戊己庚辛）`, `（甲乙丙丁、戊己庚辛）`.
pub(super) fn signs_in_brackets(text: &str) -> bool {
    let Some(inner) = text.strip_prefix(['（', '(']).and_then(|text| text.strip_suffix(['）', ')'])) else {
        return false;
    };
    if inner.chars().nth(48).is_some() {
        return false;
    }
    let (mut people, mut desks) = (0, 0);
    for person in inner.split(['、', '，']) {
        let (desk, name) = person.split_once(char::is_whitespace).unwrap_or(("", person));
        let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
        let desk = desk.ends_with(['部', '局', '班', '員', '家', '授', '长', '長']);
        if !(2..=6).contains(&name.chars().count()) || !name.chars().all(|c| is_han(c) || is_kana(c)) {
            return false;
        }
        people += 1;
        desks += usize::from(desk);
    }
    desks > 0 || people >= 2 && inner.split(['、', '，']).all(|name| name.chars().count() >= 3)
}

/// A Taiwan byline, a name and the place or the kind of report with a stroke between: `王大同／台北報導`, `特稿／王大同`,
/// `綜合外電報導`.
pub(super) fn with_stroke(text: &str) -> bool {
    const KINDS: &[&str] =
        &["特稿", "專訪", "專題報導", "新聞分析", "綜合報導", "外電報導", "編譯", "特派員", "採訪報導"];
    if text.ends_with("外電報導") || matches!(text, "綜合報導" | "本報綜合報導") {
        return text.chars().nth(9).is_none();
    }
    let Some((left, right)) = text.split_once(['／', '/', '╱']) else { return false };
    let names = |part: &str| {
        !part.is_empty()
            && part.split(['、', ' ', '\u{3000}', '，']).all(|name| is_name(name) && name.chars().all(is_han))
    };
    let kind = |part: &str| KINDS.iter().any(|kind| part.ends_with(kind));
    let place = |part: &str| is_place(part) && part.chars().nth(2).is_some() || kind(part);
    // Whose letter it is: `王大同／某區住戶`, `王大同／社工師（某縣）`.
    let printed = right;
    let right = right
        .strip_suffix(['）', ')'])
        .and_then(|text| text.split_once(['（', '(']))
        .map_or(right, |(what, _)| what);
    let from = right.len() < printed.len();
    let writer = || {
        has_surname(left)
            && left.chars().count() == 3
            && right.chars().all(is_han)
            && (3..=12).contains(&right.chars().count())
            && (from || right.ends_with(OFFICES_AFTER))
    };
    names(left) && (place(right) || writer()) || (kind(left) || SHORT_ROLES.contains(&left)) && names(right)
}

/// How a Japanese paper signs: a desk and a name, `運動部　甲乙丙`; a name and in brackets what he is, `甲乙丙（大学教授）`;
/// a place and a name, `パリ＝甲乙`.
pub(super) fn with_desk(text: &str) -> bool {
    let japanese = |c: char| is_han(c) || is_kana(c);
    let name = |part: &str| (2..=6).contains(&part.chars().count()) && part.chars().all(japanese);
    if let Some(who) = text.strip_prefix("聞き手").or_else(|| text.strip_prefix("取材")) {
        return who.chars().all(|c| japanese(c) || c.is_whitespace() || matches!(c, '・' | '＝' | '、'));
    }
    if let Some((what, who)) = text.split_once(char::is_whitespace) {
        let desk = ["研究家", "作家", "部", "支局", "総局", "編集委員", "論説委員", "記者", "特派員"]
            .iter()
            .any(|desk| what.ends_with(desk) && what != *desk || what == "編集委員" || what == "論説委員");
        let trade = [
            "学者",
            "教授",
            "講師",
            "評論家",
            "作家",
            "弁護士",
            "医師",
            "学芸員",
            "俳人",
            "歌人",
            "詩人",
            "写真家",
        ]
        .iter()
        .any(|trade| what.ends_with(trade))
            && who.trim().chars().all(is_han)
            && who.trim().chars().nth(2).is_some();
        let desk = desk || trade;
        return desk && what.chars().all(japanese) && what.chars().count() <= 10 && name(who.trim());
    }
    if let Some((who, what)) = text.strip_suffix(['）', ')']).and_then(|text| text.split_once(['（', '(']))
    {
        return name(who)
            && what.contains(|c: char| is_kana(c) || "学術会社".contains(c))
            && what.ends_with(['者', '員', '授', '家', '長', '士', '師', '人'])
            && what.chars().count() <= 24;
    }
    let Some((left, right)) = text.split_once('＝') else { return false };
    let kana = |part: &str| {
        part.chars().all(is_kana) && part.chars().nth(1).is_some() && part.chars().nth(9).is_none()
    };
    let han = |part: &str| part.chars().all(is_han) && (2..=5).contains(&part.chars().count());
    kana(left) && han(right) || han(left) && kana(right)
}

/// Who wrote it and took the pictures, in short: `文：甲乙丙`, `文、圖：甲乙丙`.
pub(super) fn with_work(text: &str) -> bool {
    const WORK: &[&str] = &[
        "文",
        "圖",
        "图",
        "文、圖",
        "文、图",
        "圖、文",
        "文圖",
        "文图",
        "文／圖",
        "撰文",
        "攝影",
        "摄影",
        "文及圖",
    ];
    let Some((work, names)) = text.split_once(['：', ':']) else { return false };
    let apart = |c: char| c.is_whitespace() || matches!(c, '、' | '，');
    WORK.contains(&work.trim())
        && names.trim().split(apart).all(|name| is_name(name) && name.chars().all(is_han))
}

/// How Japanese papers print who wrote a letter, with the age and the place: `主婦　甲乙丙　68（某県某市）`, `甲乙丙（88）某市`.
pub(super) fn reader(text: &str) -> bool {
    let figures = |c: char| is_digit(c) && !is_han(c);
    if text.chars().nth(32).is_some() || !text.contains(figures) {
        return false;
    }
    let Some(at) = text.find(figures) else { return false };
    let Some((who, rest)) = text.split_at_checked(at) else { return false };
    let place = rest.trim_start_matches(figures);
    let age = rest.strip_suffix(place).map_or(0, |age| age.chars().count());
    let place =
        place.trim_start_matches('歳').trim_matches(['（', '）', '(', ')', '＝', '=', '・', ' ', '\u{3000}']);
    let who = who.trim_end_matches(['（', '(', '・', ' ', '\u{3000}']);
    let named = |c: char| is_han(c) || is_kana(c) || c.is_whitespace() || matches!(c, '・' | 'ー');
    (1..=2).contains(&age)
        && (3..=18).contains(&who.chars().count())
        && who.chars().all(named)
        && !who.contains(['に', 'を', 'が', 'は'])
        && (2..=10).contains(&place.chars().count())
        && place.chars().all(named)
        && place.ends_with(['都', '道', '府', '県', '市', '区', '町', '村', '郡'])
}

/// Whether `text` is what somebody is and then the name: `青石镇龙潭村驻村第一书记 未申`.
pub(super) fn with_office(text: &str) -> bool {
    // The name has at most three letters.
    if !text.chars().rev().take(4).any(char::is_whitespace) {
        return false;
    }
    let Some((what, name)) = text.rsplit_once(char::is_whitespace) else { return false };
    // A name of two characters may be set apart: `心理咨询师 罗　曼`.
    let joined;
    let (what, name) = match what.trim_end().rsplit_once(char::is_whitespace) {
        Some((what, first)) if name.chars().nth(1).is_none() && first.chars().nth(1).is_none() => {
            joined = [first, name].concat();
            (what.trim_end(), joined.as_str())
        }
        _ => (what, name),
    };
    let office = READERS.contains(&what)
        || what.ends_with(OFFICES) && what.chars().all(is_han) && (3..=16).contains(&what.chars().count());
    office && name.chars().all(is_han) && (2..=3).contains(&name.chars().count())
}

/// Whether `text` is an office and a name glued to it, `某某协会副会长甲乙丙`, or a body that writes under its own name,
/// `中共某某局党组`. So essays are signed between title and text; elsewhere either may be a title.
pub(super) fn essayist(text: &str) -> bool {
    const BODIES: [&str; 10] =
        ["党组", "党委", "中心组", "课题组", "调研组", "研究中心", "研究基地", "研究院", "评论部", "编辑部"];
    const POSTS: &str = "委员 代表 院士 教授 研究员 馆长 院长 校长 会长 所长 社长 部长 厅长 局长 处长 市长 县长 区长 \
        镇长 董事长 理事长 秘书长 主任 书记 主席 总经理 工程师 河长 组长 队长 站长 厂长 行长 司长 总监 专家";
    let told = ["讲述人：", "讲述：", "口述：", "作者："].iter().find_map(|teller| text.strip_prefix(teller));
    let text: String = told.unwrap_or(text).chars().filter(|c| !c.is_whitespace()).collect();
    let plain = text.chars().all(|c| is_han(c) || matches!(c, '、' | '（' | '）'));
    if !plain || !(6..=32).contains(&text.chars().count()) {
        return false;
    }
    // The name has two or three characters.
    let post = || {
        let mut ends = text.char_indices().rev().map(|(at, _)| at).skip(1).take(2);
        ends.any(|at| {
            let Some((office, name)) = text.split_at_checked(at) else { return false };
            has_surname(name) && POSTS.split(' ').any(|post| office.ends_with(post))
        })
    };
    text.starts_with("中共") && text.ends_with("委员会")
        || BODIES.iter().any(|end| text.ends_with(end))
        || post()
}

/// Whether `text` is where somebody is from and then a name: `某镇某村 丙丁戊`, or one of two characters set apart:
/// `河南平舆　丙　丁`.
pub(super) fn with_place(text: &str) -> bool {
    const PLACES: [char; 12] = ['省', '市', '县', '縣', '区', '區', '镇', '鎮', '乡', '鄉', '村', '里'];
    if let Some((place, name)) = text.split_once(char::is_whitespace)
        && place.ends_with(PLACES)
        && (2..=12).contains(&place.chars().count())
        && place.chars().all(is_han)
        && (2..=3).contains(&name.chars().count())
        && name.chars().all(is_han)
        && has_surname(name)
    {
        return true;
    }
    if !text.trim_end().chars().rev().nth(1).is_some_and(char::is_whitespace) {
        return false;
    }
    let mut words = text.split_whitespace();
    let (Some(place), Some(first), Some(last), None) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return false;
    };
    let single = |word: &str| word.chars().all(is_han) && word.chars().nth(1).is_none();
    (2..=12).contains(&place.chars().count())
        && place.chars().all(is_han)
        && single(first)
        && single(last)
        && has_surname(&[first, last].concat())
}

#[cfg(test)]
mod tests;
