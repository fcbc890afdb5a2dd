//! `newsprint print`: the issue set in type, as text; the same lines as in the reader's body pane.

use std::fmt::Write;
use std::io::IsTerminal;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::issue::{Article, ArticleNo, Issue, turns};
use crate::shelf::Opened;
use crate::tui::app::joined;
use crate::tui::terminal;
use crate::tui::words::{turns_from, turns_to};
use crate::typeset::width::Columns;
use crate::typeset::{self, Language, Pointers, Role, Setting, sanitize};

use super::settings::{Settings, TypeArgs, no_color};
use super::{Done, open, say};

/// Arguments of `newsprint print`.
#[derive(Debug, Args)]
pub struct PrintArgs {
    /// A file, a folder (its newest issue), or - for standard input
    pub path: PathBuf,
    /// Columns to set the text in [default: the terminal's, else 80]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub width: Option<u16>,
    /// Print only the Nth article
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub article: Option<u32>,
    /// Otherwise than config.toml says.
    #[command(flatten)]
    pub set: TypeArgs,
    /// Mark headlines and bylines with bold and colour
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    pub color: ColorArg,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorArg {
    /// When standard output is a terminal and `NO_COLOR` is not set
    Auto,
    /// Also into files and pipes
    Always,
    /// Not at all
    Never,
}

/// The width where no terminal tells one.
const WIDTH: u16 = 80;

/// Runs the command.
///
/// # Errors
/// One sentence, with its causes.
pub fn run(args: &PrintArgs) -> anyhow::Result<Done> {
    let settings = Settings::of_user(&args.set)?;
    let issue = open(&args.path)?.parsed.issue;
    let terminal = std::io::stdout().is_terminal();
    let width =
        args.width.or_else(|| if terminal { terminal::size().ok().map(|size| size.width) } else { None });
    let setting = setting(&issue, width.unwrap_or(WIDTH).max(1), settings.setting());
    let styled = match args.color {
        ColorArg::Always => true,
        ColorArg::Never => false,
        ColorArg::Auto => terminal && !no_color(),
    };
    let Some(number) = args.article else {
        return say(&issue_text(&issue, &setting, styled)).map(|()| Done::Well);
    };
    let index = ArticleNo(usize::try_from(number - 1)?);
    match issue.article(index) {
        Some((_, article)) => {
            say(&article_text(article, &pointers(&issue, &turns(&issue), index, &setting), &setting, styled))
                .map(|()| Done::Well)
        }
        None => anyhow::bail!(
            "there is no article {number} in {}: it has {}",
            args.path.display(),
            issue.article_count()
        ),
    }
}

/// What the reader prints where standard output is no terminal.
pub(super) fn piped(opened: &Opened, wished: Setting) -> anyhow::Result<Done> {
    let issue = &opened.parsed.issue;
    say(&issue_text(issue, &setting(issue, WIDTH, wished), false)).map(|()| Done::Well)
}

/// What is wished, for this issue and this many columns.
fn setting(issue: &Issue, width: u16, wished: Setting) -> Setting {
    let sample = issue.articles().flat_map(|(_, article)| &article.body).next();
    let language = Language::of(issue.language.as_deref(), sample.map_or("", |block| &block.text));
    Setting { width: Columns(width.into()), language, ..wished }
}

/// Articles are separated by two empty lines, pages by a heading.
fn issue_text(issue: &Issue, setting: &Setting, styled: bool) -> String {
    let mut out = String::new();
    let turns = turns(issue);
    let mut numbers = (0..).map(ArticleNo);
    for page in &issue.pages {
        if issue.pages.len() > 1 {
            let name = page.name.as_deref().map(|name| format!(" {name}")).unwrap_or_default();
            let _ = write!(out, "[{}{}]\n\n", sanitize::printable(&page.id), sanitize::printable(&name));
        }
        for (article, number) in page.articles.iter().zip(numbers.by_ref()) {
            let pointers = pointers(issue, &turns, number, setting);
            out.push_str(&article_text(article, &pointers, setting, styled));
            out.push_str("\n\n");
        }
    }
    out.truncate(out.trim_end_matches('\n').len());
    out.push('\n');
    out
}

/// Lines that say where a story comes from and where it goes on, in the issue's language.
fn pointers(
    issue: &Issue,
    turns: &[(ArticleNo, ArticleNo)],
    article: ArticleNo,
    setting: &Setting,
) -> Pointers {
    let at = |number: ArticleNo| {
        let (page, of) = issue.article(number)?;
        Some((page.id.as_str(), joined(&of.title())))
    };
    let before = turns.iter().find(|(_, second)| *second == article).and_then(|(first, _)| at(*first));
    let after = turns.iter().find(|(first, _)| *first == article).and_then(|(_, second)| at(*second));
    Pointers {
        before: before.map(|(page, title)| format!("← {}", turns_from(setting.language, page, &title))),
        after: after.map(|(page, title)| format!("→ {}", turns_to(setting.language, page, &title))),
    }
}

fn article_text(article: &Article, pointers: &Pointers, setting: &Setting, styled: bool) -> String {
    let set = typeset::set_between(article, pointers, setting);
    let mut out = String::new();
    for line in set.lines() {
        let text = set.text(line).trim_end();
        if !text.is_empty() {
            let style = if styled { style(line.role) } else { anstyle::Style::new() };
            out.extend(std::iter::repeat_n(' ', line.left.0));
            let _ = write!(out, "{style}{text}{style:#}");
        }
        out.push('\n');
    }
    out
}

const fn style(role: Role) -> anstyle::Style {
    match role {
        Role::Headline | Role::Subhead => anstyle::Style::new().bold(),
        Role::Byline | Role::Credit | Role::Image | Role::Pointer => anstyle::Style::new().dimmed(),
        Role::Caption => anstyle::Style::new().italic(),
        Role::Kicker | Role::Deck | Role::Paragraph | Role::Blank => anstyle::Style::new(),
    }
}
