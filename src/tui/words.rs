//! Every word that the screen says, in Chinese and English.

mod cues;
mod json;
mod kept;
mod opened;
mod turned;

use jiff::civil::{Date, Weekday};

use crate::bookmarks::{IssueKey, StoreError, Warning as StoreWarning};
use crate::config::{NoHome, Said, cause};
use crate::parse::Doubt;
use crate::places::PlacesError;
use crate::shelf::{ShelfError, Warning};

pub(crate) use turned::{turns_from, turns_to};

/// The language that the screen speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tongue {
    /// Simplified Chinese.
    Chinese,
    /// English.
    English,
}

/// One text in both tongues. An action's name in braces, as in `{copy}`, is said as its key in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// In Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
}

/// A text in both tongues.
pub(crate) const fn text(zh: &'static str, en: &'static str) -> Text {
    Text { zh, en }
}

pub(crate) const BOOKMARK: Text = text("书签全文", "Bookmark");
pub(crate) const BOOKMARKS: Text = text("书签", "Bookmarks");
pub(crate) const NAMELESS: Text = text("文件要有名字", "a file needs a name");
pub(crate) const BOOKMARK_KEPT: Text = text("已加书签", "bookmark kept");
pub(crate) const BOOKMARK_TAKEN: Text = text("书签已取消", "bookmark taken away");
pub(crate) const BOOKMARK_BACK: Text = text("书签已恢复", "bookmark put back");
pub(crate) const BOOKMARK_TAKEN_IN_LIST: Text =
    text("书签已取消，{put-back} 恢复", "bookmark taken away; {put-back} puts it back");
pub(crate) const NOTE: Text = text("批注：", "note: ");
pub(crate) const TAGS: Text = text("标签：", "tags: ");
pub(crate) const NO_SUCH_BOOKMARK: Text = text("书签已被别处删除", "the bookmark was taken away elsewhere");
pub(crate) const KEEP_OR_LEAVE: Text = text("Enter 存  Esc 不存", "Enter keeps  Esc leaves");
pub(crate) const NOTE_KEPT: Text = text("批注已存", "note kept");
pub(crate) const TAGS_KEPT: Text = text("标签已存", "tags kept");
pub(crate) const NOTE_BACK: Text = text("原批注已恢复", "the former note is back");
pub(crate) const TAGS_BACK: Text = text("原标签已恢复", "the former tags are back");
pub(crate) const ISSUE_GONE: Text =
    text("这一期找不到了，书签仍保留", "issue not found; the bookmark is kept");
pub(crate) const NO_BOOKMARK_MATCHES: Text = text("没有符合的书签", "no bookmark matches");
pub(crate) const UNSAVED: Text = text("书签未能存盘", "The bookmarks are not saved");
pub(crate) const RESCUE: Text = text(
    "按 {open} 把全部书签另存到下面的文件，以后可用 newsprint bookmarks import 读回；按 {back} 退出，未存的书签会打印出来。",
    "{open} writes all bookmarks to the file below, which newsprint bookmarks import reads; {back} leaves and prints those that are not saved.",
);
pub(crate) const RESCUE_TO: Text = text("另存为：", "write to: ");
pub(crate) const BOOKMARK_LOST: Text =
    text("这一期里找不到原文，书签仍保留", "words not found; the bookmark is kept");
pub(crate) const BOOKMARK_MOVED: Text = text("原文已移动，已找到", "its words have moved, and were found");
pub(crate) const NOTHING_TO_KEEP: Text = text("此处没有文字可加书签", "there are no words here to keep");
pub(crate) const IN_SIMPLIFIED: Text = text("繁体以简体显示", "in simplified characters");
pub(crate) const AS_PRINTED: Text = text("照原文显示", "as printed");
pub(crate) const NOT_TRADITIONAL: Text =
    text("繁体以简体显示（本期不是繁体）", "as simplified; nothing here to change");
pub(crate) const NOTHING_TO_UNDO: Text = text("没有可恢复的", "there is nothing to put back");
pub(crate) const EMPTY_ISSUE: Text = text("这一期没有稿件", "This issue has no articles");
pub(crate) const EMPTY_ARTICLE: Text = text("（无正文）", "(no text)");
pub(crate) const FIRST_ARTICLE: Text = text("已是第一篇", "this is the first article");
pub(crate) const LAST_ARTICLE: Text = text("已是最后一篇", "this is the last article");
pub(crate) const MARKED_READ: Text = text("标为已读", "marked as read");
pub(crate) const MARKED_UNREAD: Text = text("标为未读", "marked as unread");
pub(crate) const NOTHING_UNREAD: Text = text("都读过了", "nothing is unread");
pub(crate) const NO_OTHER_HALF: Text = text("这一篇没有转版", "this article has no other half");
pub(crate) const UNKNOWN_FILE: Text = text("不知道它原在哪个文件", "it is not known which file it was in");
pub(crate) const NO_SHELF: Text = text("只打开了一个文件，没有报架", "only one file is open: no shelf");
pub(crate) const OPENING: Text = text("正在打开……", "opening …");
pub(crate) const SETTING: Text = text("正在排版……", "setting type …");
pub(crate) const SEEKING: Text = text("正在搜索……", "searching …");
pub(crate) const READ_AGAIN: Text = text("文件有改动，已重新读入", "the file changed and was read again");
pub(crate) const WORDS_GONE: Text =
    text("文件有改动，此处原文已不在", "file changed: the words here are gone");
pub(crate) const ARTICLE_GONE: Text =
    text("文件有改动，原来这一篇已不在", "file changed: the article is gone");
pub(crate) const NO_JUMP: Text = text("没有可跳的位置", "there is no jump to go back to");
pub(crate) const COPYING: Text = text("正在复制……", "copying …");
pub(crate) const COPIED: Text = text("已复制", "copied");
pub(crate) const COPIED_MUCH: Text =
    text("已复制；文字很长，有的终端不收", "copied; some terminals take less");
pub(crate) const SELECTING: Text = text(
    "选段落：{line-down} {line-up} 增减，{copy} 复制，{back} 取消",
    "selecting: {line-down} {line-up}, {copy} copies, {back} leaves",
);
pub(crate) const NOT_FOUND: Text = text("没有找到", "not found");
pub(crate) const NOTHING_SOUGHT: Text = text("按 {search} 搜索", "press {search} to look for words");
pub(crate) const FROM_THE_START: Text = text("已到末尾，从头继续", "past the end: from the start again");
pub(crate) const FROM_THE_END: Text = text("已到开头，从尾继续", "past the start: from the end again");
pub(crate) const BEFORE_THE_SEARCH: Text =
    text("回到搜索前，{jump-back} 再去那一处", "back again; {jump-back} goes to the hit");
pub(crate) const NO_MATCH: Text = text("没有符合的稿件", "no article matches");
pub(crate) const FILTER: Text = text("筛选：", "filter: ");
pub(crate) const SHELF: Text = text("报架", "Shelf");
pub(crate) const HELP: Text = text("按键", "Keys");
pub(crate) const UNDATED: Text = text("无日期", "undated");

/// A key of the settings that terminals send as another one.
pub(super) fn sent_as(name: &str, other: &str) -> Said {
    Said::new(
        format!("终端把 `{name}` 发作 {other}：请写 \"{other}\""),
        format!("terminals send `{name}` as {other}: write \"{other}\""),
    )
}

/// A key of the settings that cannot be bound.
pub(super) fn is_digit(name: &str) -> Said {
    Said::new(
        format!("`{name}` 不能设：数字用来选稿件"),
        format!("`{name}` cannot be bound: digits choose an article"),
    )
}

pub(super) fn no_such_key(name: &str) -> Said {
    Said::new(format!("没有键 `{name}`"), format!("there is no key `{name}`"))
}

pub(super) fn no_alt() -> Said {
    Said::new("：不认 Alt 组合键", ": keys with Alt are not known")
}

pub(super) fn no_shift() -> Said {
    Said::new("：Shift 已在字符里，如 \"J\"", ": Shift is part of the character, as in \"J\"")
}

/// A key that would do two things.
pub(super) fn bound_twice(key: &str, first: &str, second: &str) -> Said {
    Said::new(
        format!("\"{key}\" 同时设给了 {first} 和 {second}"),
        format!("\"{key}\" is bound to {first} and to {second}"),
    )
}

/// The settings take the last key away that quits.
pub(super) fn must_quit() -> Said {
    Said::new(
        "没有键能退出了：给 quit 或 quit-now 设一个",
        "no key would be left that quits: give one to quit or to quit-now",
    )
}

impl Tongue {
    /// The tongue of a locale such as `zh_CN.UTF-8`. Anything but Chinese is English.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("zh") { Self::Chinese } else { Self::English }
    }

    /// `text` in this tongue.
    #[must_use]
    pub const fn say(self, text: &Text) -> &'static str {
        match self {
            Self::Chinese => text.zh,
            Self::English => text.en,
        }
    }

    /// `活字日报 2026年10月18日 星期日 第1版`; what a key has no word for is left out, and the file's name stands for
    /// a newspaper without a name.
    pub(crate) fn issue(self, key: &IssueKey, page: Option<&str>) -> String {
        let name = Some(key.name()).filter(|name| !name.is_empty()).map(str::to_owned);
        let page = page.filter(|page| !page.is_empty()).map(|page| self.page(page, None));
        let parts = [name, key.date.map(|date| self.date(date)), page];
        parts.into_iter().flatten().collect::<Vec<_>>().join("  ")
    }

    /// How long ago something was.
    pub(crate) fn ago(self, minutes: u64) -> String {
        const HOUR: u64 = 60;
        const DAY: u64 = 24 * HOUR;
        let (count, (zh, en)) = match minutes {
            0 => return self.say(&text("刚才", "just now")).to_owned(),
            1..HOUR => (minutes, ("分钟", "min")),
            HOUR..DAY => (minutes / HOUR, ("小时", "h")),
            _ => (minutes / DAY, ("天", "d")),
        };
        match self {
            Self::Chinese => format!("{count}{zh}前"),
            Self::English => format!("{count} {en} ago"),
        }
    }

    /// When a bookmark was made, and the file of its issue.
    pub(crate) fn made_and_from(self, made: &str, source: &str) -> String {
        match self {
            Self::Chinese => format!("加于 {made}，原刊 {source}"),
            Self::English => format!("Kept {made}, from {source}"),
        }
    }

    /// Said when a bookmark's issue is in another file now.
    pub(crate) fn found_in(self, source: &str) -> String {
        match self {
            Self::Chinese => format!("这一期现在在 {source}"),
            Self::English => format!("its issue is in {source} now"),
        }
    }

    /// Said of a bookmark whose issue is not there any more.
    pub(crate) fn issue_gone(self, why: &str) -> String {
        match self {
            Self::Chinese => format!("这一期找不到了：{why}"),
            Self::English => format!("this issue is nowhere to be found: {why}"),
        }
    }

    pub(crate) fn date(self, date: Date) -> String {
        let (year, month, day) = (date.year(), date.month(), date.day());
        match self {
            Self::Chinese => format!("{year}年{month}月{day}日 {}", self.weekday(date.weekday())),
            Self::English => format!("{}, {day} {} {year}", self.weekday(date.weekday()), month_name(month)),
        }
    }

    pub(crate) const fn weekday(self, day: Weekday) -> &'static str {
        self.say(&match day {
            Weekday::Monday => text("星期一", "Monday"),
            Weekday::Tuesday => text("星期二", "Tuesday"),
            Weekday::Wednesday => text("星期三", "Wednesday"),
            Weekday::Thursday => text("星期四", "Thursday"),
            Weekday::Friday => text("星期五", "Friday"),
            Weekday::Saturday => text("星期六", "Saturday"),
            Weekday::Sunday => text("星期日", "Sunday"),
        })
    }

    /// `第1版 要闻`, `Page A1, World`.
    pub(crate) fn page(self, id: &str, name: Option<&str>) -> String {
        // A page that calls itself 一面 or 第3版 needs no second counter.
        let number = match self {
            Self::Chinese if id.chars().all(|c| c.is_ascii_alphanumeric()) => format!("第{id}版"),
            Self::Chinese => id.to_owned(),
            Self::English => format!("Page {id}"),
        };
        match (self, name) {
            (_, None) => number,
            (Self::Chinese, Some(name)) => format!("{number} {name}"),
            (Self::English, Some(name)) => format!("{number}, {name}"),
        }
    }

    /// How long a Chinese, Japanese or Korean article is.
    pub(crate) fn characters(self, count: usize) -> String {
        match self {
            Self::Chinese => format!("{count}字"),
            Self::English => format!("{count} chars"),
        }
    }

    /// How long any other article is.
    pub(crate) fn words(self, count: usize) -> String {
        match self {
            Self::Chinese => format!("{count}词"),
            Self::English => format!("{count} words"),
        }
    }

    /// How far the reader has come: in the article and, if that is known, in the issue, in percent; and the minutes left in
    /// the article.
    pub(crate) fn progress(self, article: usize, issue: Option<usize>, minutes: usize) -> String {
        let left = match (self, minutes) {
            (_, 0) => String::new(),
            (Self::Chinese, n) => format!(" 余{n}分"),
            (Self::English, n) => format!(" {n} min left"),
        };
        let issue = match (self, issue) {
            (_, None) => String::new(),
            (Self::Chinese, Some(issue)) => format!("  全期{issue}%"),
            (Self::English, Some(issue)) => format!("  issue {issue}%"),
        };
        format!("{article}%{left}{issue}")
    }

    /// What a shelf says of an issue's size.
    pub(crate) fn size(self, pages: usize, articles: usize) -> String {
        match self {
            Self::Chinese => format!("{pages}版 {articles}篇"),
            Self::English if articles == 1 => format!("{pages} p. 1 article"),
            Self::English => format!("{pages} p. {articles} articles"),
        }
    }

    /// Said where bookmarks would be; `key` keeps one.
    pub(crate) fn no_bookmarks(self, key: Option<&str>) -> String {
        match (self, key) {
            (Self::Chinese, Some(key)) => format!("还没有书签。按 {key} 加一个。"),
            (Self::Chinese, None) => "还没有书签。".to_owned(),
            (Self::English, Some(key)) => format!("No bookmarks yet. Press {key} to keep one."),
            (Self::English, None) => "No bookmarks yet.".to_owned(),
        }
    }

    /// Said beside an overlay's heading: `key` closes it.
    pub(crate) fn closes(self, key: &str) -> String {
        match self {
            Self::Chinese => format!("{key} 关闭"),
            Self::English => format!("{key} closes"),
        }
    }

    /// Said at the start when the settings could not be used.
    pub(crate) fn defaults_in_force(self, error: &Said) -> String {
        match self {
            Self::Chinese => format!("设置未生效：{}", error.zh),
            Self::English => format!("settings not used: {}", error.en),
        }
    }

    pub(crate) fn no_such_article(self, number: usize, last: usize) -> String {
        match self {
            Self::Chinese => format!("没有第{number}篇（共{last}篇）"),
            Self::English => format!("there is no article {number}: the last is {last}"),
        }
    }

    /// How many columns of text are wished, none for as many as are good to read, and how many there are.
    pub(crate) fn columns(self, wished: Option<usize>, there: usize) -> String {
        match (self, wished) {
            (Self::Chinese, None) => format!("分栏：自动（{there}栏）"),
            (Self::Chinese, Some(n)) if n == there => format!("分栏：{n}栏"),
            (Self::Chinese, Some(n)) => format!("分栏：{n}栏（这里排得下{there}栏）"),
            (Self::English, None) => format!("columns: automatic ({there})"),
            (Self::English, Some(n)) if n == there => format!("columns: {n}"),
            (Self::English, Some(n)) => format!("columns: {n} (there is room for {there})"),
        }
    }

    /// Points to where a story goes on; `key` goes there.
    pub(crate) fn continues(self, page: &str, title: &str, key: Option<&str>) -> String {
        let page = self.page(page, None);
        match (self, key) {
            (Self::Chinese, Some(key)) => format!("下转{page}（{key} 续读）：{title}"),
            (Self::Chinese, None) => format!("下转{page}：{title}"),
            (Self::English, Some(key)) => format!("Continued on {page} ({key} goes on): {title}"),
            (Self::English, None) => format!("Continued on {page}: {title}"),
        }
    }

    /// Points to where a story comes from; `key` goes there.
    pub(crate) fn continued_from(self, page: &str, title: &str, key: Option<&str>) -> String {
        let page = self.page(page, None);
        match (self, key) {
            (Self::Chinese, Some(key)) => format!("上接{page}（{key} 前往）：{title}"),
            (Self::Chinese, None) => format!("上接{page}：{title}"),
            (Self::English, Some(key)) => format!("Continued from {page} ({key} goes back): {title}"),
            (Self::English, None) => format!("Continued from {page}: {title}"),
        }
    }

    /// Said of an article of which it is not sure that it begins where it does: how sure, and what speaks most for it and
    /// against it.
    pub(crate) fn doubtful(self, doubt: Doubt) -> String {
        let percent = (doubt.sure * 100.0).round();
        let [reason, objection] =
            [doubt.reason, doubt.objection].map(|cue| cue.map(|cue| cues::says(self, cue)));
        let said = match self {
            Self::Chinese => format!("? 是否另起一篇：把握{percent}%"),
            Self::English => format!("? an article begins here: {percent}% sure"),
        };
        let (for_it, but) = match self {
            Self::Chinese => ("；此行", "，但"),
            Self::English => ("; the line ", ", but "),
        };
        let reason = reason.map(|reason| format!("{for_it}{reason}"));
        let objection = objection.map(|objection| format!("{but}{objection}"));
        std::iter::once(said).chain(reason).chain(objection).collect()
    }

    /// Why the bookmarks could not be read or written.
    pub(crate) fn store_error(self, error: &StoreError) -> String {
        kept::says(self, error)
    }

    /// Why the places could not be kept.
    pub(crate) fn places_error(self, error: &PlacesError) -> String {
        kept::says_of_places(self, error)
    }

    /// What must be told of the bookmarks' file.
    pub(crate) fn store_warning(self, warning: &StoreWarning) -> String {
        kept::warns(self, warning)
    }

    /// There is no home folder to keep anything in.
    pub(crate) fn no_home(self, error: NoHome) -> String {
        match self {
            Self::Chinese => "找不到主目录，书签和设置无处可存：请把 HOME 设为一个目录的绝对路径".to_owned(),
            Self::English => error.to_string(),
        }
    }

    /// Why an issue could not be opened.
    pub(crate) fn shelf_error(self, error: &ShelfError) -> String {
        opened::says(self, error)
    }

    /// What must be told of an issue that was opened.
    pub(crate) fn shelf_warning(self, warning: Warning<'_>) -> String {
        opened::warns(self, warning)
    }

    /// The shelf that the settings name could not be opened.
    pub(crate) fn no_configured_shelf(self, named_by: &str, why: &str) -> String {
        match self {
            Self::Chinese => format!("打不开 {named_by} 所设的报架：{why}"),
            Self::English => format!("cannot open the shelf that {named_by} names: {why}"),
        }
    }

    /// A bookmark's file holds another issue.
    pub(crate) fn holds_another(self, source: &str) -> String {
        match self {
            Self::Chinese => format!("{source} 里现在是另一期"),
            Self::English => format!("{source} holds another issue now"),
        }
    }

    /// The terminal did not take what was copied.
    pub(crate) fn not_copied(self, error: &std::io::Error) -> String {
        match self {
            Self::Chinese => format!("未能复制（{}）", cause(error)),
            Self::English => format!("not copied: {error}"),
        }
    }

    pub(crate) fn not_saved(self, error: &str) -> String {
        match self {
            Self::Chinese => format!("书签未能存盘：{error}"),
            Self::English => format!("the bookmark is not saved: {error}"),
        }
    }
}

const fn month_name(month: i8) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_said_with_its_weekday() {
        let day = jiff::civil::date(2019, 5, 29);
        assert_eq!(Tongue::Chinese.date(day), "2019年5月29日 星期三");
        assert_eq!(Tongue::English.date(day), "Wednesday, 29 May 2019");
    }

    #[test]
    fn the_locale_chooses_the_tongue() {
        assert_eq!(Tongue::of_locale("zh_TW.UTF-8"), Tongue::Chinese);
        for locale in ["en_GB.UTF-8", "C", "", "ja_JP.UTF-8"] {
            assert_eq!(Tongue::of_locale(locale), Tongue::English, "{locale}");
        }
    }
}
