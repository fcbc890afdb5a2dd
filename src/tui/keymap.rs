//! The one table of keys. With what the reader's settings change of it, it is the [`Keymap`] in force: dispatch, the help
//! overlay and the status line's hints all come from that.

mod in_force;
mod key;

use crossterm::event::KeyCode;

use super::action::Action;
use super::words::{Text, text};

pub use in_force::{Keymap, Row, registry};
pub use key::Key;
use key::{ch, ctrl, key};

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
    /// What config.toml calls it. Never changed: people have it in their files.
    pub name: &'static str,
    /// Any of these, if config.toml has no others.
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

const fn bind(scope: Scope, name: &'static str, keys: &'static [Key], action: Action, text: Text) -> Binding {
    Binding { name, keys, action, scope, text, hint: Hint::Silent }
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
        "remove-bookmark",
        &[ch('d'), key(KeyCode::Delete)],
        Action::RemoveBookmark,
        text("删除书签", "take the bookmark away"),
    ),
    bind(
        Bookmarks,
        "put-back",
        &[ch('u')],
        Action::PutBack,
        text("撤销：恢复书签、批注、标签", "undo: bookmark, note, tags"),
    ),
    hinted(
        bind(Bookmarks, "edit-note", &[ch('e')], Action::EditNote, text("改批注", "change the note")),
        text("批注", "note"),
    ),
    hinted(
        bind(Bookmarks, "edit-tags", &[ch('t')], Action::EditTags, text("改标签", "change the tags")),
        text("标签", "tags"),
    ),
    hinted(
        bind(
            Bookmarks,
            "show-bookmark",
            &[ch('o'), key(KeyCode::Tab)],
            Action::ShowBookmark,
            text("书签全文／列表", "all of it, or the list"),
        ),
        text("全文", "all of it"),
    ),
    hinted(
        bind(
            Bookmarks,
            "filter-bookmarks",
            &[ch('/'), ch('f')],
            Action::FilterBookmarks,
            text("筛选书签", "filter the bookmarks"),
        ),
        text("筛选", "filter"),
    ),
    bind(
        Anywhere,
        "line-down",
        &[ch('j'), key(KeyCode::Down)],
        Action::LineDown,
        text("下一行", "line down"),
    ),
    bind(Anywhere, "line-up", &[ch('k'), key(KeyCode::Up)], Action::LineUp, text("上一行", "line up")),
    bind(
        Reading,
        "read-on",
        &[ch(' ')],
        Action::ReadOn,
        text("往下读，篇末转下篇", "read on, into the next article"),
    ),
    bind(Reading, "read-back", &[ch('b')], Action::ReadBack, text("往回读", "read back")),
    hinted(
        bind(Overlay, "overlay-page-down", &[ch(' ')], Action::PageDown, text("下一屏", "page down")),
        text("更多", "more"),
    ),
    bind(Overlay, "overlay-page-up", &[ch('b')], Action::PageUp, text("上一屏", "page up")),
    bind(
        Anywhere,
        "page-down",
        &[key(KeyCode::PageDown), ctrl('f')],
        Action::PageDown,
        text("下一屏", "page down"),
    ),
    bind(Anywhere, "page-up", &[key(KeyCode::PageUp), ctrl('b')], Action::PageUp, text("上一屏", "page up")),
    bind(Anywhere, "half-down", &[ch('d'), ctrl('d')], Action::HalfDown, text("下半屏", "half a page down")),
    bind(Anywhere, "half-up", &[ch('u'), ctrl('u')], Action::HalfUp, text("上半屏", "half a page up")),
    bind(Anywhere, "top", &[ch('g'), key(KeyCode::Home)], Action::Top, text("开头", "top")),
    bind(Anywhere, "bottom", &[ch('G'), key(KeyCode::End)], Action::Bottom, text("末尾", "bottom")),
    bind(Reading, "next-article", &[ch('J'), ch(']')], Action::NextArticle, text("下一篇", "next article")),
    bind(
        Reading,
        "previous-article",
        &[ch('K'), ch('[')],
        Action::PreviousArticle,
        text("上一篇", "previous article"),
    ),
    bind(
        Reading,
        "switch-pane",
        &[key(KeyCode::Tab)],
        Action::SwitchPane,
        text("列表／正文", "list or body"),
    ),
    bind(
        Reading,
        "focus-list",
        &[ch('h'), key(KeyCode::Left)],
        Action::FocusList,
        text("到列表", "to the list"),
    ),
    bind(
        Reading,
        "focus-body",
        &[ch('l'), key(KeyCode::Right)],
        Action::FocusBody,
        text("到正文", "to the body"),
    ),
    hinted(
        bind(
            Anywhere,
            "show-help",
            &[ch('?'), key(KeyCode::F(1))],
            Action::ShowHelp,
            text("这张表", "this table"),
        ),
        text("帮助", "help"),
    ),
    bind(
        Anywhere,
        "open",
        &[key(KeyCode::Enter)],
        Action::Open,
        text("打开；先打数字则到该篇", "open; after digits, that article"),
    ),
    bind(Anywhere, "back", &[key(KeyCode::Esc), key(KeyCode::Backspace)], Action::Back, text("返回", "back")),
    hinted(
        bind(Reading, "search", &[ch('/')], Action::Search, text("搜索全期", "search the issue")),
        text("搜索", "search"),
    ),
    hinted(
        bind(
            Reading,
            "toggle-bookmark",
            &[ch('m')],
            Action::ToggleBookmark,
            text("加／取消书签", "bookmark here, or take it away"),
        ),
        text("书签", "bookmark"),
    ),
    bind(
        Reading,
        "note-bookmark",
        &[ch('M')],
        Action::NoteBookmark,
        text("加书签并写批注", "bookmark here with a note"),
    ),
    bind(Reading, "jump-back", &[ctrl('o')], Action::JumpBack, text("跳回", "back to before the jump")),
    bind(Reading, "jump-forth", &[ctrl('p')], Action::JumpForth, text("再跳去", "forth again")),
    bind(Reading, "next-hit", &[ch('n')], Action::NextHit, text("下一处", "next hit")),
    bind(Reading, "previous-hit", &[ch('N')], Action::PreviousHit, text("上一处", "previous hit")),
    bind(
        Reading,
        "copy",
        &[ch('y')],
        Action::Copy,
        text("复制本篇或所选段落", "copy the article, or what is selected"),
    ),
    bind(
        Reading,
        "select",
        &[ch('v')],
        Action::Select,
        text("选段落，j k 增减", "select paragraphs; j k: more, fewer"),
    ),
    bind(
        Reading,
        "follow-link",
        &[ch('o')],
        Action::FollowLink,
        text("转版：到续文，或回前文", "a story that turns: to its other half"),
    ),
    bind(
        Reading,
        "toggle-read",
        &[ch('r')],
        Action::ToggleRead,
        text("标为已读／未读", "mark as read, or as unread"),
    ),
    bind(Reading, "next-unread", &[ch('R')], Action::NextUnread, text("下一篇未读", "next unread article")),
    bind(Reading, "filter", &[ch('f')], Action::Filter, text("筛选列表", "filter the list")),
    bind(
        Anywhere,
        "show-bookmarks",
        &[ch('B'), ch('\'')],
        Action::ShowBookmarks,
        text("书签列表", "the bookmarks"),
    ),
    bind(Anywhere, "show-shelf", &[ch('i')], Action::ShowShelf, text("报架：选一期", "the shelf's issues")),
    bind(Reading, "body-alone", &[ch('z')], Action::BodyAlone, text("只看正文", "body alone")),
    bind(
        Reading,
        "columns",
        &[ch('c')],
        Action::Columns,
        text("多一栏；先打数字则分几栏，0为自动", "one column more; after a digit, so many, 0: by itself"),
    ),
    bind(Reading, "wider", &[ch('+')], Action::Wider, text("加宽版心", "wider measure")),
    bind(Reading, "narrower", &[ch('-')], Action::Narrower, text("收窄版心", "narrower measure")),
    bind(Reading, "wider-list", &[ch('>')], Action::WiderList, text("加宽列表", "wider list")),
    bind(Reading, "narrower-list", &[ch('<')], Action::NarrowerList, text("收窄列表", "narrower list")),
    bind(Reading, "default-measure", &[ch('=')], Action::DefaultMeasure, text("默认版心", "default measure")),
    bind(
        Reading,
        "toggle-script",
        &[ch('s')],
        Action::ToggleScript,
        text("繁体以简体显示／照原文", "traditional text in simplified characters, or as printed"),
    ),
    bind(Anywhere, "redraw", &[ctrl('l')], Action::Redraw, text("重画屏幕", "redraw")),
    bind(Anywhere, "suspend", &[ctrl('z')], Action::Suspend, text("挂起", "suspend")),
    hinted(
        bind(Anywhere, "quit", &[ch('q')], Action::Quit, text("退出（先关弹窗）", "quit (an overlay first)")),
        text("退出", "quit"),
    ),
    bind(Anywhere, "quit-now", &[ctrl('c')], Action::QuitNow, text("立即退出", "quit at once")),
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

#[cfg(test)]
mod tests;
