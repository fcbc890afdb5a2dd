//! The one table of keys: dispatch, the help overlay and the status line's hints all come from it.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::action::Action;
use super::words::{Text, text};

/// A key as the table writes it. Shift is part of the character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    code: KeyCode,
    ctrl: bool,
}

const fn ch(c: char) -> Key {
    Key { code: KeyCode::Char(c), ctrl: false }
}

const fn ctrl(c: char) -> Key {
    Key { code: KeyCode::Char(c), ctrl: true }
}

const fn key(code: KeyCode) -> Key {
    Key { code, ctrl: false }
}

impl Key {
    /// The key of a terminal event. Alt makes another key, which the table does not have.
    #[must_use]
    pub fn of(event: &KeyEvent) -> Option<Self> {
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        if event.modifiers.intersects(KeyModifiers::ALT | KeyModifiers::SUPER | KeyModifiers::META) {
            return None;
        }
        let code = match event.code {
            // Terminals that tell Ctrl-J from Enter are few; those that can't send this.
            KeyCode::Char(c) if ctrl => KeyCode::Char(c.to_ascii_lowercase()),
            KeyCode::BackTab => KeyCode::Tab,
            other => other,
        };
        Some(Self { code, ctrl })
    }

    /// How help writes it.
    #[must_use]
    pub fn name(self) -> String {
        let name = match self.code {
            KeyCode::Char(' ') => "Space".to_owned(),
            KeyCode::Char(c) => c.to_string(),
            KeyCode::F(n) => format!("F{n}"),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::PageDown => "PgDn".to_owned(),
            other => format!("{other:?}"),
        };
        if self.ctrl { format!("Ctrl-{name}") } else { name }
    }
}

/// Where a binding holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Everywhere.
    Anywhere,
    /// While no overlay is open.
    Reading,
    /// In an overlay.
    Overlay,
    /// In the overlay of the bookmarks.
    Bookmarks,
}

/// Whether the status line names a binding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// It does, by this word.
    Named(Text),
    /// Only help has it.
    Silent,
}

/// One row of the table.
#[derive(Debug)]
pub struct Binding {
    /// Any of these.
    pub keys: &'static [Key],
    /// Does this.
    pub action: Action,
    /// There.
    pub scope: Scope,
    /// Said so in help.
    pub text: Text,
    /// And so in the status line.
    pub hint: Hint,
}

const fn bind(scope: Scope, keys: &'static [Key], action: Action, text: Text) -> Binding {
    Binding { keys, action, scope, text, hint: Hint::Silent }
}

const fn hinted(binding: Binding, word: Text) -> Binding {
    // A `const fn` cannot move out of what has a destructor, hence no `..binding`.
    let mut binding = binding;
    binding.hint = Hint::Named(word);
    binding
}

use Scope::{Anywhere, Bookmarks, Overlay, Reading};

/// The table. A row further up wins over a later one with the same key in the same mode.
pub static BINDINGS: &[Binding] = &[
    bind(
        Bookmarks,
        &[ch('d'), key(KeyCode::Delete)],
        Action::RemoveBookmark,
        text("删除书签", "take the bookmark away"),
    ),
    bind(Bookmarks, &[ch('u')], Action::PutBack, text("恢复刚删的书签", "put it back")),
    bind(Anywhere, &[ch('j'), key(KeyCode::Down)], Action::LineDown, text("下一行", "line down")),
    bind(Anywhere, &[ch('k'), key(KeyCode::Up)], Action::LineUp, text("上一行", "line up")),
    bind(Reading, &[ch(' ')], Action::ReadOn, text("往下读，篇末转下篇", "read on, into the next article")),
    bind(Reading, &[ch('b')], Action::ReadBack, text("往回读", "read back")),
    bind(Overlay, &[ch(' ')], Action::PageDown, text("下一屏", "page down")),
    bind(Overlay, &[ch('b')], Action::PageUp, text("上一屏", "page up")),
    bind(Anywhere, &[key(KeyCode::PageDown), ctrl('f')], Action::PageDown, text("下一屏", "page down")),
    bind(Anywhere, &[key(KeyCode::PageUp), ctrl('b')], Action::PageUp, text("上一屏", "page up")),
    bind(Anywhere, &[ch('d'), ctrl('d')], Action::HalfDown, text("下半屏", "half a page down")),
    bind(Anywhere, &[ch('u'), ctrl('u')], Action::HalfUp, text("上半屏", "half a page up")),
    bind(Anywhere, &[ch('g'), key(KeyCode::Home)], Action::Top, text("开头", "top")),
    bind(Anywhere, &[ch('G'), key(KeyCode::End)], Action::Bottom, text("末尾", "bottom")),
    bind(Reading, &[ch('J'), ch(']')], Action::NextArticle, text("下一篇", "next article")),
    bind(Reading, &[ch('K'), ch('[')], Action::PreviousArticle, text("上一篇", "previous article")),
    bind(Reading, &[key(KeyCode::Tab)], Action::SwitchPane, text("列表／正文", "list or body")),
    bind(Reading, &[ch('h'), key(KeyCode::Left)], Action::FocusList, text("到列表", "to the list")),
    bind(Reading, &[ch('l'), key(KeyCode::Right)], Action::FocusBody, text("到正文", "to the body")),
    hinted(
        bind(Anywhere, &[ch('?'), key(KeyCode::F(1))], Action::ShowHelp, text("这张表", "this table")),
        text("帮助", "help"),
    ),
    bind(
        Anywhere,
        &[key(KeyCode::Enter)],
        Action::Open,
        text("打开；先打数字则到该篇", "open; after digits, that article"),
    ),
    bind(Anywhere, &[key(KeyCode::Esc), key(KeyCode::Backspace)], Action::Back, text("返回", "back")),
    hinted(
        bind(Reading, &[ch('/')], Action::Search, text("搜索全期", "search the issue")),
        text("搜索", "search"),
    ),
    hinted(
        bind(
            Reading,
            &[ch('m')],
            Action::ToggleBookmark,
            text("加／取消书签", "bookmark here, or take it away"),
        ),
        text("书签", "bookmark"),
    ),
    bind(Reading, &[ctrl('o')], Action::JumpBack, text("跳回", "back to before the jump")),
    bind(Reading, &[ctrl('p')], Action::JumpForth, text("再跳去", "forth again")),
    bind(Reading, &[ch('n')], Action::NextHit, text("下一处", "next hit")),
    bind(Reading, &[ch('N')], Action::PreviousHit, text("上一处", "previous hit")),
    bind(
        Reading,
        &[ch('y')],
        Action::Copy,
        text("复制本篇或所选段落", "copy the article, or what is selected"),
    ),
    bind(
        Reading,
        &[ch('v')],
        Action::Select,
        text("选段落，j k 增减", "select paragraphs; j k: more, fewer"),
    ),
    bind(Reading, &[ch('f')], Action::Filter, text("筛选列表", "filter the list")),
    bind(Anywhere, &[ch('B'), ch('\'')], Action::ShowBookmarks, text("书签列表", "the bookmarks")),
    bind(Anywhere, &[ch('i')], Action::ShowShelf, text("报架：选一期", "the shelf's issues")),
    bind(Reading, &[ch('z')], Action::BodyAlone, text("只看正文", "body alone")),
    bind(Reading, &[ch('+')], Action::Wider, text("加宽版心", "wider measure")),
    bind(Reading, &[ch('-')], Action::Narrower, text("收窄版心", "narrower measure")),
    bind(Reading, &[ch('>')], Action::WiderList, text("加宽列表", "wider list")),
    bind(Reading, &[ch('<')], Action::NarrowerList, text("收窄列表", "narrower list")),
    bind(Reading, &[ch('=')], Action::DefaultMeasure, text("默认版心", "default measure")),
    bind(Anywhere, &[ctrl('l')], Action::Redraw, text("重画屏幕", "redraw")),
    bind(Anywhere, &[ctrl('z')], Action::Suspend, text("挂起", "suspend")),
    hinted(
        bind(Anywhere, &[ch('q')], Action::Quit, text("退出（先关弹窗）", "quit (an overlay first)")),
        text("退出", "quit"),
    ),
    bind(Anywhere, &[ctrl('c')], Action::QuitNow, text("立即退出", "quit at once")),
];

/// Which rows hold now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// No overlay is open.
    Reading,
    /// An overlay is.
    Overlay,
    /// The bookmarks are.
    Bookmarks,
    /// A line is being typed: the table is out of force.
    Prompt,
}

impl Scope {
    /// Whether a row of this scope holds in `context`.
    #[must_use]
    pub const fn holds(self, context: Context) -> bool {
        match self {
            _ if matches!(context, Context::Prompt) => false,
            Self::Anywhere => true,
            Self::Reading => matches!(context, Context::Reading),
            Self::Overlay => matches!(context, Context::Overlay | Context::Bookmarks),
            Self::Bookmarks => matches!(context, Context::Bookmarks),
        }
    }
}

/// What `key` does in `context`.
#[must_use]
pub fn action(key: Key, context: Context) -> Option<Action> {
    if context == Context::Prompt {
        return typing(key);
    }
    if let (Key { code: KeyCode::Char(c), ctrl: false }, Context::Reading) = (key, context)
        && let Some(digit) = c.to_digit(10).and_then(|digit| u8::try_from(digit).ok())
    {
        return Some(Action::Digit(digit));
    }
    let mut rows = BINDINGS.iter().filter(|row| row.scope.holds(context));
    rows.find(|row| row.keys.contains(&key)).map(|row| row.action.clone())
}

/// What `key` does while a line is typed. These keys are every line editor's and no table's.
fn typing(key: Key) -> Option<Action> {
    match (key.code, key.ctrl) {
        (KeyCode::Char('c'), true) => Some(Action::QuitNow),
        (KeyCode::Char('u'), true) => Some(Action::EraseLine),
        (KeyCode::Char('h'), true) | (KeyCode::Backspace, _) => Some(Action::Erase),
        (KeyCode::Char('g'), true) | (KeyCode::Esc, _) => Some(Action::Back),
        (KeyCode::Enter, _) => Some(Action::Open),
        (KeyCode::Char(c), false) if !c.is_control() => Some(Action::Type(c)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two rows with one key in one context would make one of them a lie in the help, unless the earlier is more special.
    #[test]
    fn no_key_means_two_things() {
        for context in [Context::Reading, Context::Overlay, Context::Bookmarks] {
            let rows: Vec<_> = BINDINGS.iter().filter(|row| row.scope.holds(context)).collect();
            for (n, row) in rows.iter().enumerate() {
                for key in row.keys {
                    let hidden = rows.iter().skip(n + 1).find(|later| later.keys.contains(key));
                    assert!(
                        hidden.is_none() || row.scope == Scope::Bookmarks,
                        "{} in {context:?} is bound twice",
                        key.name()
                    );
                }
            }
        }
    }

    #[test]
    fn every_row_can_be_reached_and_says_something_in_both_tongues() {
        for row in BINDINGS {
            assert!(!row.text.zh.is_empty() && !row.text.en.is_empty());
            let reached =
                [Context::Reading, Context::Overlay, Context::Bookmarks].into_iter().any(|context| {
                    row.scope.holds(context)
                        && row.keys.iter().any(|key| {
                            action(*key, context)
                                .is_some_and(|action| format!("{action:?}") == format!("{:?}", row.action))
                        })
                });
            assert!(reached, "{:?}", row.action);
        }
    }

    #[test]
    fn keys_have_the_names_that_people_use() {
        let names: Vec<_> = [ch(' '), ctrl('f'), key(KeyCode::PageDown), key(KeyCode::F(1)), ch('J')]
            .iter()
            .map(|k| k.name())
            .collect();
        assert_eq!(names, ["Space", "Ctrl-f", "PgDn", "F1", "J"]);
    }
}
