//! What the words of a line say it is. `heard` is what the [lexicon](super::lexicon) found in it.

use super::chars::{is_cjk, is_digit};
use super::kinds::Kind;
use super::lexicon::{Heard, Says};
use super::{dateline, masthead, rubric};

/// `text` without white space, if it is short.
pub(super) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).take(64).collect()
}

/// The word of two to four characters that `text` has set apart, as heads of small boxes are: `公 告`.
pub(super) fn letter_spaced(text: &str) -> Option<String> {
    if !text.trim_start().chars().nth(1).is_some_and(char::is_whitespace) {
        return None;
    }
    let mut words = text.split_whitespace();
    let apart = words.clone().nth(1).is_some()
        && words.all(|word| word.chars().all(is_cjk) && word.chars().nth(1).is_none());
    apart.then(|| squeezed(text)).filter(|word| word.chars().nth(4).is_none())
}

/// A line of a headline that says that somebody said: `…调研时强调`, `侯某强调充分发挥…`.
pub(super) const fn says(heard: Heard) -> bool {
    heard.any(Says::SaidLast) || heard.any(Says::SaidNear)
}

/// A line of a headline that says who was there: `邓某主持`, `王某出席并讲话`.
pub(super) const fn chairs(heard: Heard) -> bool {
    heard.any(Says::DidLast) || heard.any(Says::DidNear)
}

/// The same, with more after it: `甲某主持 乙某丙某出席 丁某宣读奖励决定`.
pub(super) fn chairs_first(text: &str) -> bool {
    let did = |word: &str| {
        ["主持", "出席", "讲话", "講話", "致辞", "致辭"].iter().any(|end| {
            word.strip_suffix(end)
                .is_some_and(|who| (2..=16).contains(&who.chars().count()) && who.chars().all(is_cjk))
        })
    };
    text.rsplit_once(char::is_whitespace).is_some_and(|(before, _)| before.split_whitespace().all(did))
}

/// A day opens the text, as first paragraphs often have it: `7月7日`, `28日`, `2019年5月29日`.
pub(super) fn opens_with_day(text: &str) -> bool {
    let (mut digits, mut month) = (0, false);
    for c in text.chars().take(16) {
        match c {
            '年' if digits >= 2 => digits = 0,
            '月' if digits > 0 => (digits, month) = (0, true),
            '日' if digits > 0 => return true,
            '至' | '—' | '-' | '、' if month => digits = 0,
            c if is_digit(c) => digits += 1,
            _ => return false,
        }
    }
    false
}

/// A line in brackets that closes a text: on its author, its source, its end.
pub(super) fn tail_note(text: &str, heard: Heard) -> bool {
    let Some(inside) = dateline::inner(text) else { return false };
    // A clause in brackets is a note, whatever it says; a title is not set so.
    let clause =
        text.starts_with(['（', '(']) && inside.contains(['，', ',']) && inside.chars().nth(11).is_some();
    clause || heard.any(Says::Note) || heard.any(Says::NoteAny)
}

/// A credit for a photo or a text: `某某 摄`, `文/某某 图/某某`, `（主办方供图）`.
pub(super) const fn credit(heard: Heard) -> bool {
    heard.any(Says::CreditLast) || heard.any(Says::CreditFirst)
}

/// Who drew a chart or a picture: `制图：某某`.
pub(super) fn draws(text: &str) -> bool {
    const WORK: [&str; 11] =
        ["制图", "製圖", "绘图", "繪圖", "绘制", "繪製", "图表", "圖表", "插图", "漫画", "版式设计"];
    WORK.iter()
        .any(|work| text.strip_prefix(work).is_some_and(|rest| rest.starts_with(['：', ':', '/', '／'])))
}

/// The same with whose photo it is behind: `某某摄（人民视觉）`; or the agencies alone: `新华社/欧新`; or who gave it:
/// `某省文化馆提供`.
pub(super) fn credit_of_agency(text: &str) -> bool {
    let taken = |text: &str| {
        let (name, agency) = text.strip_suffix(['）', ')'])?.rsplit_once(['（', '('])?;
        let name = name.trim_end().strip_suffix(['摄', '攝'])?;
        Some(!agency.is_empty() && (2..=24).contains(&name.chars().count()))
    };
    let agencies = ["新华社/", "新华社／", "新華社／", "中新社/"].iter().any(|agency| {
        text.strip_prefix(agency).is_some_and(|other| (2..=6).contains(&other.chars().count()))
    });
    agencies || taken(text).unwrap_or(false) || given(text)
}

/// Who gave a picture: `某省文化馆提供`, `受访者提供`.
fn given(text: &str) -> bool {
    const GIVERS: &str = "馆 館 局 社 院 部 校 办 辦 委 组 組 会 會 团 團 中心 公司 集团 厂 站 队 园 台 府 景区 本人 受访者 受訪者 者";
    text.strip_suffix("提供").is_some_and(|who| {
        (2..=18).contains(&who.chars().count())
            && who.chars().all(|c| is_cjk(c) || matches!(c, '《' | '》' | '“' | '”'))
            && GIVERS.split(' ').any(|giver| who.ends_with(giver))
    })
}

/// A Japanese caption, with the day or the place behind: `船に手を振る子どもたち＝６日、某市`, `…＝某市で`, `…住民ら（某市某町）`.
pub(super) fn taken(text: &str) -> bool {
    // `【甲高―乙高】後半39分、先制＝某競技場` is one, and a dateline is none.
    let dateline = text.starts_with('【') && text.rfind('】') > text.rfind(['＝', '=']);
    if dateline
        || text.starts_with(['（', '(', '▼', '◇', '◆', '▽', '■'])
        || text.contains('」') && text.contains('。')
    {
        return false;
    }
    let kana = |text: &str| text.contains(super::chars::is_kana);
    if let Some(inner) = text.strip_suffix(['）', ')'])
        && let Some((what, place)) = inner.rsplit_once(['（', '('])
    {
        // What is to be seen has a verb, and the place its name.
        const PLACES: &[char] = &['市', '町', '村', '区', '県', '内', 'で', '供', '影', 'ら'];
        let verb = ["を", "に", "が", "る", "た"].iter().any(|word| what.contains(word));
        return kana(what)
            && verb
            && what.chars().nth(9).is_some()
            && !what.contains(['。', '＝'])
            && (place.ends_with(PLACES) || place.contains(['市', '町', '村', '区']))
            && place.chars().nth(2).is_some()
            || taken_at(text);
    }
    taken_at(text)
}

/// The same with a double stroke.
fn taken_at(text: &str) -> bool {
    let Some((what, when)) = text.rsplit_once(['＝', '=']) else { return false };
    let day = when.trim_start_matches(|c: char| is_digit(c) || matches!(c, '年' | '月'));
    let dated = day.len() < when.len() && day.starts_with('日');
    let placed = what.contains(super::chars::is_han)
        && what.chars().nth(7).is_some()
        && (2..=24).contains(&when.chars().count())
        && !text.contains(['。', '」']);
    what.contains(super::chars::is_kana) && (dated || placed)
}

/// Whether `text` is nothing but one pair of round brackets with more than a word in it.
pub(super) fn aside(text: &str) -> bool {
    let inner = text.strip_prefix(['（', '(']).and_then(|text| text.strip_suffix(['）', ')']));
    inner.is_some_and(|inner| inner.chars().nth(3).is_some() && !inner.contains(['（', '(', '）', ')']))
}

/// What the sky did on a day of a diary.
const WEATHER: &[&str] = &["晴", "阴", "雨", "雪", "云", "风", "雾", "热", "冷", "陰", "雲", "風", "霧"];

/// A day and its weather, as they head the entries of a diary: `2013年6月2日　阴`, `3月5日，星期四，小雨`.
pub(super) fn diary(text: &str) -> bool {
    let last = || text.rsplit([' ', '\u{3000}', '，', ',', '日', '一', '二', '三', '四', '五', '六']).next();
    let weather = |last: &str| last.chars().count() <= 4 && WEATHER.iter().any(|sky| last.ends_with(sky));
    // Few lines open with a day.
    opens_with_day(text) && text.contains('月') && last().is_some_and(weather)
}

/// A line of a notice that says whom to ask: `联系人：…`, `…有限公司协办`.
pub(super) const fn contact(heard: Heard) -> bool {
    heard.any(Says::ContactFirst) || heard.any(Says::ContactLast) || heard.any(Says::ContactAny)
}

/// A line that is mostly a telephone number.
pub(super) fn phone(text: &str) -> bool {
    if !text.ends_with(|c: char| c.is_ascii_digit()) && !text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits >= 7 && digits * 2 > text.chars().filter(|c| !c.is_whitespace()).count()
}

/// A score between the two who played: `甲队 3:1 乙队`.
fn score(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        word.split_once([':', '：', '∶', '-', '比']).is_some_and(|(left, right)| {
            let figures =
                |part: &str| !part.is_empty() && part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit());
            figures(left) && figures(right)
        })
    })
}

/// A score glued to the names of those who played: `甲校１０－０乙校`, `甲校4-3乙校`. `７－９月` is none.
fn joined_score(text: &str) -> bool {
    let figure = |c: char| c.is_ascii_digit() || matches!(c, '０'..='９');
    let Some((left, right)) = text.split_once(['－', '-']) else { return false };
    let (name, other) = (left.trim_end_matches(figure), right.trim_start_matches(figure));
    let short = |all: usize, rest: usize| (1..=2).contains(&(all - rest));
    let count = |part: &str| part.chars().count();
    short(count(left), count(name))
        && short(count(right), count(other))
        && name.ends_with(is_cjk)
        && other.starts_with(|c| is_cjk(c) && !"月日年回号版度点時时分秒人岁歲".contains(c))
}

/// A time of day, `9:00`, `18∶30`, or a score.
pub(super) fn clock(text: &str, heard: Heard) -> bool {
    if !heard.any(Says::Between) {
        return false;
    }
    if joined_score(text) {
        return true;
    }
    if !heard.has(&[Kind::Digit]) {
        return false;
    }
    if score(text) {
        return true;
    }
    let mut before = ['\0'; 2];
    let mut marked = 0;
    for c in text.chars() {
        let digit = c.is_ascii_digit();
        marked = match marked {
            0 if matches!(c, ':' | '：' | '∶') && before.iter().any(char::is_ascii_digit) => 1,
            1 if digit => 2,
            2 if digit => return true,
            _ => 0,
        };
        let [_, last] = before;
        before = [last, c];
    }
    false
}

/// Whether `text` heads what is on at which time: `今晚电视`, `明日赛程`.
pub(super) fn timetable(text: &str) -> bool {
    let day =
        ["今日", "今晚", "今天", "明日", "明天", "明晚", "本周"].iter().any(|day| text.starts_with(day));
    let list = ["议程", "日程", "赛程", "赛事", "预告", "节目", "电视", "電視", "节目单", "時間表", "时间表"];
    text.chars().count() <= 10 && (day || list.iter().any(|word| text.ends_with(word)))
}

/// The set words that end a letter or a notice, on lines of their own.
pub(super) fn polite_end(text: &str) -> bool {
    let bare = text.trim_end_matches(['！', '!', '。', '：']);
    if bare.len() > "特此公告".len() {
        return false;
    }
    matches!(
        bare,
        "此致"
            | "敬礼"
            | "敬禮"
            | "敬上"
            | "此致敬礼"
            | "此致敬禮"
            | "顺颂"
            | "編安"
            | "编安"
            | "敬启"
            | "敬具"
            | "特此公告"
            | "特此通告"
            | "特此通知"
            | "特此声明"
            | "特此更正"
            | "特此致歉"
    )
}

/// Whether `text` is the editor's name under a note: `——编者`, `——编　者`.
pub(super) fn is_editor(text: &str) -> bool {
    let letters = || text.trim_start_matches('—').chars().filter(|c| !c.is_whitespace());
    ["编者", "編者"].iter().any(|name| name.chars().eq(letters()))
}

/// The head of a table of contents.
pub(super) fn teaser_head(text: &str) -> bool {
    const HEADS: [&str; 23] = [
        "导读",
        "今日导读",
        "要闻导读",
        "本期导读",
        "版面导读",
        "新闻导读",
        "導讀",
        "今日導讀",
        "今日看点",
        "今日要目",
        "导航",
        "要目",
        "本期要目",
        "今日关注",
        "目录",
        "目錄",
        "目次",
        "内容提要",
        "きょうの紙面",
        "INSIDE",
        "Inside",
        "CONTENTS",
        "Contents",
    ];
    // Most lines end otherwise, and need no copy without their white space.
    let end = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '：' | ':'));
    if !end.ends_with(['读', '讀', '点', '目', '航', '注', '录', '錄', '次', '要', '面', 'E', 'e', 'S', 's'])
    {
        return false;
    }
    let bare = squeezed(text);
    HEADS.contains(&bare.trim_end_matches(['：', ':']))
}

/// The head of an editor's note.
pub(super) fn editors_note(text: &str, heard: Heard) -> bool {
    heard.any(Says::EditorsNote) && text.chars().count() <= 10
}

/// Who made the page: `本版责编：…`, `责任编辑 … 校对 …`. The first word of it stands near the line's start.
pub(super) fn page_credits(text: &str, heard: Heard) -> bool {
    if !heard.any(Says::PageWork) || !text.contains([':', '：', '/', '／', ' ', '\u{3000}', '｜']) {
        return false;
    }
    let end = text.char_indices().nth(14).map_or(text.len(), |(at, _)| at);
    text.get(..end).is_some_and(|head| super::lexicon::hear(head).any(Says::PageWork))
}

/// A newspaper's name alone on its line. Its characters may be set apart.
pub(super) fn paper_name(text: &str) -> bool {
    if !text.ends_with(['报', '報', '刊', '聞', '문', '보']) {
        return false;
    }
    let bare = squeezed(text);
    (3..=9).contains(&bare.chars().count())
        && bare.chars().all(is_cjk)
        && super::lexicon::hear(&bare).any(Says::Paper)
}

/// A date line of a masthead: `2019年5月29日 星期三 农历己亥年四月廿五`.
pub(super) fn calendar(text: &str, heard: Heard) -> bool {
    let week = heard.any(Says::Week);
    let lunar = heard.any(Says::Lunar) || heard.any(Says::LunarYear) && text.chars().count() <= 12;
    // A date has its year's sign or its six figures at least.
    let figures = heard.any(Says::Year)
        || heard.has(&[Kind::Digit]) && text.bytes().filter(u8::is_ascii_digit).count() >= 6;
    if !week && !lunar && !figures {
        return false;
    }
    let other = |&c: &char| !is_digit(c) && !c.is_ascii_punctuation() && !c.is_whitespace();
    // A text that has neither a week's day nor a lunar one says little else.
    let most = if week || lunar { 24 } else { 6 };
    let rest = text.chars().filter(other).take(most + 1).count();
    if rest > most {
        return false;
    }
    ((week || lunar || rest <= 6) && figures && masthead::date(text).is_some())
        || (week && rest <= 8)
        || (lunar && rest <= 16 && (rest <= 5 || heard.any(Says::Lunar)))
}

/// What an office, a court or a company ends with: who signs a notice.
pub(super) fn office(text: &str) -> bool {
    // Most lines end otherwise.
    if !text.ends_with(['司', '会', '局', '院', '室', '心', '府', '行', '处', '团', '厅', '委']) {
        return false;
    }
    [
        "公司",
        "委员会",
        "局",
        "院",
        "办公室",
        "中心",
        "政府",
        "银行",
        "支行",
        "处",
        "协会",
        "集团",
        "厅",
        "委",
        "会",
    ]
    .iter()
    .any(|end| text.ends_with(end))
        && text.chars().all(is_cjk)
}

/// A name and the day, as they stand under a notice: `某供电公司　2025年3月27日`.
pub(super) fn ends_with_day(text: &str) -> bool {
    let Some((name, day)) = text.split_once(char::is_whitespace).filter(|_| text.ends_with('日')) else {
        return false;
    };
    let name = name.chars().all(is_cjk) && name.chars().nth(3).is_some() && !name.contains(is_digit);
    name && day.ends_with('日') && day.contains('年') && date_alone(day)
}

/// A date and nothing else, as it stands under a notice or a letter.
pub(super) fn date_alone(text: &str) -> bool {
    text.chars()
        .all(|c| is_digit(c) || c.is_whitespace() || matches!(c, '年' | '月' | '日' | '-' | '.' | '/'))
}

/// `第12345期`, `总第…号`, `今日8版`, `国内统一刊号`.
pub(super) fn issue_number(text: &str, heard: Heard) -> bool {
    // `第2期造成に着手` is a title.
    if text.contains(super::chars::is_kana) && !text.contains(['号', '號']) {
        return false;
    }
    (heard.any(Says::Numbered) && masthead::number(text).is_some() && !rubric::column_number(text))
        || (heard.any(Says::Issue) && text.chars().any(is_digit))
        || (heard.any(Says::PagesToday)
            && text.ends_with(['版', '张'])
            && text.chars().any(is_digit)
            && text.chars().count() <= 12)
        || (text.ends_with('版') && text.contains(" 今日") && heard.any(Says::ContactAny))
}
