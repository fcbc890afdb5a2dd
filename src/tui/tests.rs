//! The real loop on a test terminal: keys in, screens out.

mod columns;
mod desk;
mod finding;
mod kept;
mod pictures;
mod places;
mod pointing;
mod properties;
mod random;
mod screens;
mod script;
mod states;
mod waiting;
mod walks;

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, CellWidth};

use super::*;
use crate::issue::{Article, Block, Issue, Page};
use crate::tui::action::Opened;
use crate::tui::app::Look;
use crate::tui::theme::{Colours, Theme};
use crate::tui::words::Tongue;
use crate::typeset::{Ambiguous, Setting};

use desk::Memory;

/// Inputs that were written down before, each when all news has come that those before it brought about; after the last
/// one the program is asked to end.
struct Script<'a> {
    inputs: VecDeque<Input>,
    news: &'a Receiver<Input>,
}

impl Events for Script<'_> {
    fn wait(&mut self) -> Input {
        let news = self.news.try_recv().ok();
        news.or_else(|| self.inputs.pop_front()).unwrap_or(Input::Ended(0))
    }

    /// One frame for each input, so that every one of them is drawn.
    fn pending(&mut self) -> Option<Input> {
        None
    }
}

pub(super) fn look(tongue: Tongue, ambiguous: Ambiguous) -> Look {
    Look { tongue, ambiguous, setting: Setting::default(), columns: None, read_after: Duration::ZERO }
}

/// A reader on a test terminal.
pub(super) struct Bench {
    pub(super) app: App,
    pub(super) desk: Memory,
    terminal: Screen<TestBackend>,
    news: Receiver<Input>,
}

/// An issue that was opened under the name that the tests know it by.
pub(super) fn opened(issue: Arc<Issue>) -> Opened {
    Opened::new("first".to_owned(), issue, None, None)
}

impl Bench {
    pub(super) fn new(issue: Issue, width: u16, height: u16) -> Self {
        Self::with(issue, width, height, look(Tongue::Chinese, Ambiguous::Narrow))
    }

    pub(super) fn with(issue: Issue, width: u16, height: u16, look: Look) -> Self {
        let issue = Arc::new(issue);
        let (reporter, news) = queue();
        let desk = Memory::new("first", Arc::clone(&issue), reporter);
        let app = App::new(opened(issue), Size { width, height }, look);
        let terminal = Screen::new(TestBackend::new(width, height));
        let mut bench = Self { app, desk, terminal, news };
        bench.run([]);
        bench
    }

    /// Runs the loop over `inputs` and says how it ended.
    pub(super) fn run(&mut self, inputs: impl IntoIterator<Item = Input>) -> Ending {
        let mut script = Script { inputs: inputs.into_iter().collect(), news: &self.news };
        run(&mut self.terminal, &mut script, &mut self.desk, &mut self.app, &Theme::new(Colours::None).into())
            .unwrap()
    }

    /// Types `keys`: characters are themselves, `<Enter>`, `<C-f>` and the like are keys.
    pub(super) fn press(&mut self, keys: &str) -> &mut Self {
        self.run(parse_keys(keys));
        self
    }

    pub(super) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.terminal.backend_mut().resize(width, height);
        self.run([Input::Resized(Size { width, height })]);
        self
    }

    /// The frame as drawn. (The test backend's own buffer keeps what stood under a wide character's second half.)
    pub(super) fn frame(&self) -> Buffer {
        let Size { width, height } = self.app.size;
        let mut buffer = Buffer::empty(ratatui::layout::Rect::new(0, 0, width, height));
        panes::draw(&self.app, &Theme::new(Colours::None), &mut buffer);
        buffer
    }

    /// The screen as text, a line for each row, without the blanks at their ends.
    pub(super) fn picture(&self) -> String {
        picture(&self.frame())
    }
}

pub(super) fn picture(buffer: &Buffer) -> String {
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let mut row = String::new();
        let mut x = 0;
        while x < buffer.area.width {
            let cell = &buffer[(x, y)];
            row.push_str(cell.symbol());
            x += cell.cell_width().max(1);
        }
        out.push_str(row.trim_end());
        out.push('\n');
    }
    out
}

pub(super) fn parse_keys(keys: &str) -> Vec<Input> {
    let mut inputs = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        let (name, after) = match rest.strip_prefix('<').and_then(|inner| inner.split_once('>')) {
            Some((name, after))
                if !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-') =>
            {
                (name, after)
            }
            _ => ("", rest.get(c.len_utf8()..).unwrap_or_default()),
        };
        let (code, modifiers) = match name {
            "" => (KeyCode::Char(c), KeyModifiers::NONE),
            "Enter" => (KeyCode::Enter, KeyModifiers::NONE),
            "Backspace" => (KeyCode::Backspace, KeyModifiers::NONE),
            "Esc" => (KeyCode::Esc, KeyModifiers::NONE),
            "Tab" => (KeyCode::Tab, KeyModifiers::NONE),
            "Down" => (KeyCode::Down, KeyModifiers::NONE),
            "Left" => (KeyCode::Left, KeyModifiers::NONE),
            "Right" => (KeyCode::Right, KeyModifiers::NONE),
            "Up" => (KeyCode::Up, KeyModifiers::NONE),
            "End" => (KeyCode::End, KeyModifiers::NONE),
            "PgDn" => (KeyCode::PageDown, KeyModifiers::NONE),
            "F1" => (KeyCode::F(1), KeyModifiers::NONE),
            other => {
                let c = other.strip_prefix("C-").and_then(|c| c.chars().next()).expect("a key");
                (KeyCode::Char(c), KeyModifiers::CONTROL)
            }
        };
        inputs.extend(Key::of(&KeyEvent::new(code, modifiers)).map(Input::Key));
        rest = after;
    }
    inputs
}

pub(super) fn article(kicker: &str, headline: &[&str], byline: &str, body: &[&str]) -> Article {
    Article {
        kicker: Some(kicker.to_owned()).filter(|text| !text.is_empty()).into_iter().collect(),
        headline: headline.iter().map(|line| (*line).to_owned()).collect(),
        byline: Some(byline).filter(|text| !text.is_empty()).map(Into::into),
        body: body.iter().map(|text| Block { text: (*text).to_owned(), ..Block::default() }).collect(),
        ..Article::default()
    }
}

/// Two pages, four articles, of which the first is long.
pub(super) fn issue() -> Issue {
    let long: Vec<String> = (1..=12)
        .map(|n| format!("第{n}段。铅字排进版框，一行接着一行，排字工人用手指就能读出反字；印张落下来，油墨还没有干，城市已经醒了。"))
        .collect();
    let long: Vec<&str> = long.iter().map(String::as_str).collect();
    let page = |id: &str, name: &str, articles| Page {
        id: id.to_owned(),
        name: Some(name.to_owned()),
        articles,
        ..Page::default()
    };
    Issue {
        publication: Some("活字日报".to_owned()),
        date: Some(jiff::civil::date(2026, 10, 18)),
        language: Some("zh-Hans".to_owned()),
        pages: vec![
            page(
                "1",
                "要闻",
                vec![
                    article("一张报纸的早晨——", &["铅字醒来", "“第一版”付印"], "■本报印史组", &long),
                    article(
                        "",
                        &["木星在黄昏升起"],
                        "■本报天文组",
                        &["本报讯 今晚八点，木星升上东方，亮度超过所有恒星。"],
                    ),
                ],
            ),
            page(
                "2",
                "副刊",
                vec![
                    article("", &["纸的一千九百年"], "", &["蔡伦改进造纸术，是在公元105年。"]),
                    article("", &[], "", &["启事：本版图片征集中。"]),
                ],
            ),
        ],
        ..Issue::new()
    }
}
