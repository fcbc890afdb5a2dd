//! Every sentence about a wrong setting, in both languages of the screen.

use std::fmt;
use std::io;

/// What is wrong and what to do, without a full stop; in English unless the screen speaks Chinese.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.en)
    }
}

impl Said {
    /// A text in both languages.
    pub(crate) fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// What is the same in both.
    pub(super) fn same(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { zh: text.clone(), en: text }
    }

    /// This, and then that.
    pub(crate) fn then(self, other: &Self) -> Self {
        Self { zh: self.zh + &other.zh, en: self.en + &other.en }
    }
}

pub(super) fn not_utf8() -> Said {
    Said::new("不是UTF-8：请存为UTF-8", "this is not UTF-8: save the file as UTF-8")
}

/// What the TOML parser said, which speaks English only: what is most often wrong has Chinese words.
pub(super) fn no_toml(message: &str) -> Said {
    let known = [
        ("string values must be quoted", "文字要放在引号里：如 \"dark\""),
        ("duplicate key", "同一选项写了两次"),
        ("key with no value", "`=` 后面没有值"),
        ("missing value", "`=` 后面没有值"),
        ("missing assignment", "选项与值之间缺 `=`"),
        ("extra `=`", "多了一个 `=`"),
        ("missing opening quote", "缺开头的引号"),
        ("invalid basic string", "引号没有配对"),
        ("invalid literal string", "引号没有配对"),
        ("invalid multi-line", "三重引号没有配对"),
        ("missing comma", "两项之间缺逗号"),
        ("extra comma", "多了一个逗号"),
        ("unclosed array table", "缺 `]]`"),
        ("unclosed table", "[ ] 没有写全，缺 `]`"),
        ("unclosed inline table", "{ } 没有写全，缺 `}`"),
        ("unclosed array", "一列值没有写全，缺 `]`"),
        ("invalid table header", "[ ] 里的名称不对"),
        ("unquoted keys cannot be empty", "缺选项的名称"),
        ("invalid unquoted key", "选项的名称里有不该有的字符"),
        ("unexpected leading zero", "数字不能以0开头"),
        ("unexpected content", "这里多了东西"),
        ("unexpected key or value", "这里多了东西"),
    ];
    let zh = known.into_iter().find(|(en, _)| message.starts_with(en)).map(|(_, zh)| zh);
    Said::new(format!("格式有误：{}", zh.unwrap_or("这里不合TOML的写法")), message)
}

/// What a system's error says in Chinese.
pub(crate) fn cause(error: &io::Error) -> String {
    use io::ErrorKind as Kind;
    let said = match error.kind() {
        Kind::NotFound => "找不到",
        Kind::PermissionDenied => "没有权限",
        Kind::StorageFull => "磁盘已满",
        Kind::QuotaExceeded => "超出磁盘配额",
        Kind::ReadOnlyFilesystem => "文件系统只读",
        Kind::FileTooLarge => "文件太大",
        Kind::IsADirectory => "是目录",
        Kind::NotADirectory => "路径中有一段不是目录",
        Kind::AlreadyExists => "已有同名文件",
        Kind::Unsupported => "系统不支持",
        Kind::TimedOut => "等得太久",
        _ => {
            let code = error.raw_os_error().map(|code| format!(" {code}"));
            return format!("系统错误{}", code.unwrap_or_default());
        }
    };
    said.to_owned()
}

pub(super) fn is_table(name: &str) -> Said {
    Said::new(
        format!("`{name}` 是一组选项：写 [{name}]，选项写在它下面"),
        format!("`{name}` is a table: write [{name}], and its options below"),
    )
}

pub(super) fn belongs_at_top() -> Said {
    Said::new("；它应在文件开头、所有 [ ] 之前", "; it belongs at the top of the file, before any [table]")
}

pub(super) fn belongs_under(table: &str) -> Said {
    Said::new(format!("；它应在 [{table}] 下面"), format!("; it belongs under [{table}]"))
}

/// What a name in the file can be of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Option,
    Table,
    Style,
    Action,
}

pub(super) fn unknown(kind: Kind, name: &str, end: &Said) -> Said {
    let (zh, en) = match kind {
        Kind::Option => ("选项", "option"),
        Kind::Table => ("表", "table"),
        Kind::Style => ("样式", "style"),
        Kind::Action => ("操作", "action"),
    };
    Said::new(format!("没有{zh} `{name}`"), format!("unknown {en} `{name}`")).then(end)
}

/// An option has a value that it does not take. What was `meant`, if that can be told, goes before all that there is: a status
/// line has not room for both.
pub(super) fn wrong_value(takes: &Said, shown: &Said, meant: &Said) -> Said {
    if !meant.en.is_empty() {
        return Said::new(
            format!("没有值 {}{}应为{}", shown.zh, meant.zh, takes.zh),
            format!("has no value {}{} It takes {}", shown.en, meant.en, takes.en),
        );
    }
    Said::new(
        format!("应为{}，不是 {}{}", takes.zh, shown.zh, meant.zh),
        format!("takes {}, not {}{}", takes.en, shown.en, meant.en),
    )
}

/// `end` is said of `name`.
pub(super) fn of(name: &str, end: &Said) -> Said {
    Said::same(format!("`{name}` ")).then(end)
}

pub(super) fn in_style(name: &str, error: &Said) -> Said {
    Said::new(format!("`{name}` 中，"), format!("in `{name}`, ")).then(error)
}

pub(super) fn takes_style(name: &str, shown: &Said) -> Said {
    Said::new(
        format!("`{name}` 应为 \"bold red\" 这样的样式，不是 {}", shown.zh),
        format!("`{name}` takes a style such as \"bold red\", not {}", shown.en),
    )
}

fn takes_keys(name: &str) -> Said {
    Said::new(
        format!("`{name}` 应为 [\"J\", \"Ctrl-n\"] 这样的一列键，[] 为没有"),
        format!("`{name}` takes a list of keys such as [\"J\", \"Ctrl-n\"], or [] for none"),
    )
}

pub(super) fn no_keys(name: &str, shown: &Said) -> Said {
    takes_keys(name).then(&Said::new(format!("，不是 {}", shown.zh), format!(", not {}", shown.en)))
}

pub(super) fn no_key_name(name: &str, shown: &Said) -> Said {
    takes_keys(name).then(&Said::new(format!("；{} 不是键", shown.zh), format!("; {} is no key", shown.en)))
}

pub(super) fn a_date() -> Said {
    Said::new("一个日期或时间", "a date or time")
}

pub(super) fn a_list() -> Said {
    Said::new("一列", "a list")
}

pub(super) fn a_table() -> Said {
    Said::new("一组", "a table")
}

pub(super) fn yes_or_no() -> Said {
    Said::new("true 或 false", "true or false")
}

/// One of these names.
pub(super) fn one_of(names: &[String]) -> Said {
    match names.split_last() {
        Some((last, rest)) => {
            Said::new(format!("{} 或 {last}", rest.join("、")), format!("{} or {last}", rest.join(", ")))
        }
        None => Said::default(),
    }
}

pub(super) fn cells(least: u16, most: u16) -> Said {
    Said::new(
        format!("{least}到{most}的整数（格）"),
        format!("a whole number of cells from {least} to {most}"),
    )
}

pub(super) fn auto_or_count(most: u8) -> Said {
    Said::new(format!("\"auto\" 或1到{most}的整数"), format!("\"auto\" or a whole number from 1 to {most}"))
}

pub(super) fn auto_or_em(most: u8) -> Said {
    Said::new(
        format!("\"auto\" 或0到{most}的整数（字）"),
        format!("\"auto\" or a whole number of em from 0 to {most}"),
    )
}

pub(super) fn seconds(most: u8) -> Said {
    Said::new(format!("0到{most}的整数（秒）"), format!("a whole number of seconds from 0 to {most}"))
}

pub(super) fn folder() -> Said {
    Said::new(
        "文件夹的绝对路径，~ 为家目录，\"\" 为没有",
        "the absolute path of a folder, ~ for your home, or \"\" for none",
    )
}

pub(super) fn no_word_of_style(word: &str, end: &Said) -> Said {
    Said::new(
        format!("`{word}` 既不是颜色，也不是字形"),
        format!("`{word}` is neither a colour nor an attribute"),
    )
    .then(end)
}

pub(super) fn second_colour(word: &str) -> Said {
    Said::new(
        format!("`{word}` 是第二种颜色；底色写作 `red on {word}`"),
        format!("`{word}` is a second colour; a ground is written `red on {word}`"),
    )
}

pub(super) fn no_ground() -> Said {
    Said::new("`on` 后面缺底色", "after `on` the colour of the ground is missing")
}

pub(super) fn did_you_mean(name: &str) -> Said {
    Said::new(format!("；是不是 `{name}`？"), format!("; did you mean `{name}`?"))
}

pub(super) fn more(count: usize) -> Said {
    Said::new(
        format!("（另有{count}处：`newsprint config` 全部列出）"),
        format!(" ({count} more: `newsprint config` says all)"),
    )
}

pub(super) fn unusable(file: &str) -> Said {
    Said::new(format!("{file} 不能用"), format!("{file} cannot be used"))
}

pub(super) fn unreadable(path: &str, why: &io::Error) -> Said {
    Said::new(format!("读不了 {path}：{}", cause(why)), format!("cannot read {path}: {why}"))
}
