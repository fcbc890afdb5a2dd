//! The words a newspaper's own language has: what a line of notices, credits, mastheads and page numbers looks like.

use super::chars::{is_cjk, is_digit, is_han, is_stop};
use super::dateline;

fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

fn opens(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.starts_with(word))
}

fn ends(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.ends_with(word))
}

/// `text` without white space, if it is short.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).take(64).collect()
}

/// A line of a headline that says that somebody said: `…调研时强调`, `侯某强调充分发挥…`.
pub(super) fn says(text: &str) -> bool {
    const SAYS: &[&str] = &[
        "强调",
        "強調",
        "指出",
        "要求",
        "表示",
        "提出",
        "寄语",
        "勉励",
        "批示",
        "指示",
        "嘱托",
        "宣布",
        "呼吁",
        "讲话时",
        "会见",
        "会谈时",
    ];
    let text = text.trim_end_matches(['—', '：', ':', '–']);
    if ends(text, SAYS) {
        return true;
    }
    // A name of two to four characters, then the word.
    ["强调", "強調", "指出", "要求"].iter().any(|word| {
        text.find(word)
            .is_some_and(|at| text.get(..at).is_some_and(|name| (2..=12).contains(&name.chars().count())))
    })
}

/// A line of a headline that says who was there: `邓某主持`, `王某出席并讲话`.
pub(super) fn chairs(text: &str) -> bool {
    const DID: &[&str] = &[
        "主持",
        "出席",
        "讲话",
        "講話",
        "参加",
        "致辞",
        "致辭",
        "宣读",
        "列席",
        "作报告",
        "陪同",
        "作总结",
        "见证",
        "作批示",
        "讲授",
    ];
    ends(text, DID) || (has(text, &["主持", "出席"]) && !has(text, &["主持人", "主持召开"]))
}

/// A line that speaks of the paper's own place, as decks and kickers do: `我市开展…`.
pub(super) fn ours(text: &str) -> bool {
    has(
        text,
        &[
            "我市", "我省", "我县", "我区", "我国", "我州", "我校", "本市", "本港", "本縣", "全市", "全省",
            "全县", "全州",
        ],
    )
}

/// The words that first paragraphs open with: 近日, 7月7日, 今年.
pub(super) fn opening(text: &str) -> bool {
    const OPENS: &[&str] = &[
        "近日",
        "日前",
        "昨日",
        "昨天",
        "昨晚",
        "今天",
        "今日",
        "连日来",
        "連日來",
        "近期",
        "最近",
        "近年来",
        "近年來",
        "眼下",
        "时下",
        "本周",
        "上周",
        "今晨",
        "前不久",
        "不久前",
        "清晨",
        "当前",
        "初夏",
        "盛夏",
        "深秋",
        "隆冬",
        "走进",
        "位于",
    ];
    if opens(text, OPENS) {
        return true;
    }
    let mut digits = 0;
    let mut month = false;
    for (n, c) in text.chars().take(14).enumerate() {
        match c {
            '年' if digits >= 2 => digits = 0,
            '月' if digits > 0 => {
                month = true;
                digits = 0;
            }
            '日' if digits > 0 => return true,
            c if is_digit(c) => digits += 1,
            '至' | '—' | '-' | '、' if month => digits = 0,
            _ if n > 0 || !c.is_ascii_digit() => return false,
            _ => return false,
        }
    }
    false
}

/// A line in brackets that closes a text: on its author, its source, its end.
pub(super) fn tail_note(text: &str) -> bool {
    dateline::inner(text).is_some_and(|inside| {
        let inside = inside.trim_start();
        opens(
            inside,
            &[
                "作者", "撰文", "执笔", "执行", "文字", "来源", "據", "据", "转自", "摘自", "摘编", "原载",
                "原載", "完", "记者", "記者", "编译", "本文", "参与", "整理", "译者", "图片", "策划", "统筹",
            ],
        ) || has(inside, &["参与采写", "采访整理", "对本文亦有贡献", "阶段性研究成果", "亦有贡献"])
    })
}

/// A credit for a photo or a text: `某某 摄`, `文/某某 图/某某`, `（主办方供图）`.
pub(super) fn credit(text: &str) -> bool {
    let bare = text.trim_end_matches(['）', ')', '。', '】']);
    let bare = bare.strip_suffix("（新华社发").unwrap_or(bare);
    ends(
        bare,
        &[
            "摄",
            "攝",
            "供图",
            "供圖",
            "摄影",
            "攝影",
            "摄影报道",
            "攝影報導",
            "制图",
            "绘图",
            "资料图",
            "资料图片",
            "資料圖片",
            "撮影",
        ],
    ) || opens(
        text.trim_start_matches(['（', '(']),
        &[
            "文/",
            "图/",
            "文／",
            "图／",
            "圖／",
            "圖/",
            "摄影/",
            "制图/",
            "图片来源",
            "图片由",
            "撰文/",
            "文字整理/",
            "策划/",
            "统筹/",
            "文字：",
            "文字/",
            "摄影：",
            "制图：",
            "绘图：",
            "写真＝",
            "写真/",
            "Photo by",
            "PHOTO BY",
            "Photo:",
            "Photograph",
        ],
    )
}

/// A caption: 图为…, 图①….
pub(super) fn picture(text: &str) -> bool {
    const OPENS: &[&str] = &[
        "图为",
        "圖為",
        "图①",
        "图②",
        "图③",
        "上图",
        "下图",
        "左图",
        "右图",
        "题图",
        "图片：",
        "图片说明",
        "图1",
        "图2",
        "图一",
        "圖：",
        "图：",
        "▲",
        "△",
        "◀",
        "▼",
        "►",
        "写真は",
        "写真：",
    ];
    opens(text, OPENS)
}

/// Words of a boxed service text.
pub(super) fn notice(text: &str) -> bool {
    has(
        text,
        &[
            "热线",
            "熱線",
            "公告",
            "启事",
            "啟事",
            "通告",
            "招聘",
            "遗失",
            "遺失",
            "讣告",
            "訃告",
            "声明作废",
            "咨询电话",
            "联系电话",
            "服务信息",
            "お知らせ",
            "订阅",
            "投稿邮箱",
            "供稿",
            "招标",
            "挂失",
        ],
    )
}

/// A line of a notice that says whom to ask: `联系人：…`, `…有限公司协办`.
pub(super) fn contact(text: &str) -> bool {
    opens(
        text,
        &[
            "电话",
            "電話",
            "联系",
            "聯絡",
            "地址",
            "邮箱",
            "邮编",
            "传真",
            "网址",
            "热线",
            "咨询",
            "特此公告",
            "Tel",
            "TEL",
        ],
    ) || ends(text, &["协办", "协办。", "特约刊登", "冠名", "主办", "承办"])
        || has(text, &["电话：", "电话:", "電話：", "热线：", "热线:", "@", "www.", "http"])
}

/// A line that is mostly a telephone number.
pub(super) fn phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits >= 7 && digits * 2 > text.chars().filter(|c| !c.is_whitespace()).count()
}

/// The head of a table of contents.
pub(super) fn teaser_head(text: &str) -> bool {
    matches!(
        squeezed(text).trim_end_matches(['：', ':']),
        "导读"
            | "今日导读"
            | "要闻导读"
            | "本期导读"
            | "版面导读"
            | "新闻导读"
            | "導讀"
            | "今日導讀"
            | "今日看点"
            | "今日要目"
            | "导航"
            | "要目"
            | "本期要目"
            | "今日关注"
            | "目录"
            | "目錄"
            | "目次"
            | "内容提要"
            | "INSIDE"
            | "Inside"
            | "CONTENTS"
            | "Contents"
    )
}

/// The head of an editor's note.
pub(super) fn editors_note(text: &str) -> bool {
    let text = squeezed(text);
    opens(&text, &["编者按", "編者按", "编者的话", "开栏的话", "编者话", "編者的話", "开栏语"])
        && text.chars().count() <= 8
}

/// The page that a line that is nothing but a page number names: `A03`, `（A04）`, `详见3版`, `→第5版`.
pub(super) fn page_ref(text: &str) -> Option<String> {
    let bare = squeezed(text);
    let bare = bare.trim_matches(|c: char| {
        matches!(c, '（' | '）' | '(' | ')' | '【' | '】' | '>' | '→' | '»' | '·' | '。')
    });
    let marked = ["详见", "詳見", "见", "見", "转", "轉", "刊", "下转", "P.", "p."]
        .iter()
        .find_map(|word| bare.strip_prefix(word));
    let rest = marked.unwrap_or(bare);
    let ordinal = rest.strip_prefix('第');
    let rest = ordinal.unwrap_or(rest);
    let version = rest.strip_suffix("版").or_else(|| rest.strip_suffix("面"));
    let id = version.unwrap_or(rest);
    let letters = id.chars().take_while(char::is_ascii_uppercase).count();
    let digits = id.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let good =
        letters <= 2 && !digits.is_empty() && digits.chars().count() <= 3 && digits.chars().all(is_digit);
    let clear = letters > 0 || version.is_some() || marked.is_some();
    (good && clear).then(|| page_id(id))
}

/// A page's id as the model has it: Chinese numerals become figures, the rest stays.
fn page_id(id: &str) -> String {
    if id.chars().any(is_han)
        && let Some(number) = super::chars::number(id)
    {
        return number.to_string();
    }
    id.to_owned()
}

/// The page that the brackets at the end of a title name: `…有哪些硬招？（A04）`.
pub(super) fn ends_page_ref(text: &str) -> Option<String> {
    let body = text.strip_suffix(['）', ')', '】', '>'])?;
    let at = body.rfind(['（', '(', '【', '<'])?;
    let (before, inside) = body.split_at_checked(at)?;
    if before.chars().count() < 4 {
        return None;
    }
    page_ref(inside.trim_start_matches(['（', '(', '【', '<']))
}

/// `第01版：要闻`, `A05：国际`, `第二版 经济`: the page's id and its name, which may be empty.
pub(super) fn page_heading(text: &str) -> Option<(String, String)> {
    let rest = text.strip_prefix('第').unwrap_or(text);
    let letters: String = rest.chars().take_while(char::is_ascii_uppercase).collect();
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_uppercase()).trim_start();
    let digits: String = rest.chars().take_while(|&c| is_digit(c)).collect();
    let rest = rest.strip_prefix(digits.as_str())?.trim_start();
    if letters.chars().count() > 2 || digits.is_empty() || digits.chars().count() > 3 {
        return None;
    }
    let version = rest.strip_prefix('版').or_else(|| rest.strip_prefix('面'));
    let tail = version.unwrap_or(rest);
    let colon = tail.trim_start().strip_prefix(['：', ':', '·', '|', '｜']);
    let name = colon.unwrap_or(tail).trim();
    let short = name.chars().count() <= 8
        && !name.chars().any(|c| is_stop(c) || matches!(c, '，' | ',' | '、' | '“'));
    let named = name.is_empty() || colon.is_some() || tail.starts_with(char::is_whitespace);
    let clear = version.is_some() || (!letters.is_empty() && (name.is_empty() || colon.is_some()));
    (short && named && clear).then(|| (page_id(&format!("{letters}{digits}")), name.to_owned()))
}

/// Who made the page: `本版责编：…`, `责任编辑 … 校对 …`.
pub(super) fn page_credits(text: &str) -> bool {
    const WORK: &[&str] = &[
        "责编",
        "責編",
        "责任编辑",
        "責任編輯",
        "校对",
        "校對",
        "版式",
        "版面设计",
        "美编",
        "美編",
        "检校",
        "组版",
        "审读",
        "值班编辑",
        "值班主任",
        "本版编辑",
        "执行主编",
        "编审",
        "视觉",
        "图编",
        "见习编辑",
        "值班总编",
        "本版数据来源",
    ];
    let head: String = text.chars().take(14).collect();
    let count = WORK.iter().filter(|word| text.contains(**word)).count();
    count >= 2
        || (count == 1 && has(&head, WORK) && text.contains([':', '：', '/', '／', ' ', '\u{3000}', '｜']))
}

/// A newspaper's name alone on its line.
pub(super) fn paper_name(text: &str) -> bool {
    let bare = squeezed(text);
    let len = bare.chars().count();
    (3..=9).contains(&len)
        && bare.chars().all(is_cjk)
        && ends(
            &bare,
            &[
                "日报",
                "晚报",
                "早报",
                "时报",
                "日報",
                "晚報",
                "早報",
                "時報",
                "新报",
                "商报",
                "晨报",
                "快报",
                "周报",
                "周刊",
                "新聞",
                "青年报",
                "都市报",
                "导报",
                "法治报",
            ],
        )
}

/// A date line of a masthead: `2019年5月29日 星期三 农历己亥年四月廿五`.
pub(super) fn calendar(text: &str) -> bool {
    let week = has(
        text,
        &[
            "星期一",
            "星期二",
            "星期三",
            "星期四",
            "星期五",
            "星期六",
            "星期日",
            "星期天",
            "曜日",
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ],
    );
    let lunar = has(text, &["农历", "農曆", "夏历", "旧历"]);
    let dated = super::masthead::date(text).is_some();
    let rest =
        text.chars().filter(|&c| !is_digit(c) && !c.is_ascii_punctuation() && !c.is_whitespace()).count();
    (dated && (week || lunar || rest <= 6)) || (week && rest <= 8) || (lunar && rest <= 16)
}

/// `第12345期`, `总第…号`, `今日8版`, `国内统一刊号`.
pub(super) fn issue_number(text: &str) -> bool {
    super::masthead::number(text).is_some()
        || has(
            text,
            &[
                "统一刊号",
                "統一刊號",
                "邮发代号",
                "国内统一连续出版物号",
                "今日零售价",
                "总编辑热线",
                "主管主办",
                "ISSN",
            ],
        )
        || (opens(text, &["今日", "本期", "今天"])
            && ends(text, &["版", "张", "张）"])
            && text.chars().any(is_digit)
            && text.chars().count() <= 12)
}

/// The page after `下转`, in the last characters of `text`: `（下转第3版）`.
pub(super) fn turns_to(text: &str) -> Option<String> {
    turn(text, &["下转", "下轉", "转第", "轉第"])
}

/// The page after `上接`, in the first characters of `text`.
pub(super) fn turns_from(text: &str) -> Option<String> {
    turn(text, &["上接", "紧接第", "接第"])
}

fn turn(text: &str, words: &[&str]) -> Option<String> {
    let (word, at) = words.iter().find_map(|word| text.find(word).map(|at| (word, at)))?;
    let rest = text.get(at + word.len()..)?.trim_start();
    let rest = rest.strip_prefix('第').unwrap_or(rest).trim_start();
    let letters: String = rest.chars().take_while(char::is_ascii_uppercase).take(2).collect();
    let digits: String = rest
        .chars()
        .skip(letters.len())
        .skip_while(|c| c.is_whitespace())
        .take_while(|&c| is_digit(c))
        .take(3)
        .collect();
    (!digits.is_empty()).then(|| page_id(&format!("{letters}{digits}")))
}

/// Opens as list items do: `一、`, `（二）`, `3.`, `①`, `•`.
pub(super) fn numbered(text: &str) -> bool {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return false };
    match first {
        '•' | '①'..='⑳' | '·' | '*' => true,
        '（' | '(' => {
            chars.next().is_some_and(is_digit)
                && chars.take(3).find(|&c| !is_digit(c)).is_some_and(|c| matches!(c, '）' | ')'))
        }
        '第' => matches!(chars.nth(1), Some('，' | '、' | ',')),
        c if is_digit(c) => {
            text.chars().take(4).find(|&c| !is_digit(c)).is_some_and(|c| matches!(c, '、' | '．'))
                || (c.is_ascii_digit()
                    && matches!(text.chars().nth(1), Some('.'))
                    && !matches!(text.chars().nth(2), Some('0'..='9')))
        }
        _ => false,
    }
}
