//! `newsprint [PATH]`: the reader; and where standard output is no terminal, what `print` prints.

mod desk;
mod keeper;
mod moved;
mod places;
mod rescue;
mod watcher;

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::time::Duration;

use anyhow::Context;

use clap::{Args, ValueEnum};

use crate::config::Folders;
use crate::parse::Doubts;
use crate::shelf::{self, Opened, Shelf, ShelfError, Source};
use crate::tui::action;
use crate::tui::app::{App, Look};
use crate::tui::layout::Size;
use crate::tui::probe::Question;
use crate::tui::terminal::{self, Guard, MouseOwner, TerminalEvents};
use crate::tui::theme::Themes;
use crate::tui::{self, Ending, Input, Reporter};

use desk::Desk;

use super::settings::{Settings, TypeArgs};
use super::{AmbiguousArg, Done, open_input, print};

/// What the reader opens.
#[derive(Debug, Args)]
pub struct ReadArgs {
    /// A file, a folder of issues, or - for standard input
    pub path: Option<PathBuf>,

    /// How wide the terminal draws characters such as “ ” — … · [default: auto]
    #[arg(long, value_enum, value_name = "WIDTH")]
    pub ambiguous: Option<AmbiguousArg>,

    /// Headlines at double size [default: auto]
    #[arg(long, value_enum, value_name = "WHEN")]
    pub big_headlines: Option<BigHeadlinesArg>,
}

/// When headlines are drawn at double size.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum BigHeadlinesArg {
    /// Where the terminal says that it can (kitty's text sizing)
    #[default]
    Auto,
    /// Not at all
    Never,
}

/// Whether the terminal is to be asked for big headlines: as the command line says, else the configuration, else yes.
fn big_headlines(arg: Option<BigHeadlinesArg>) -> bool {
    // A configured value goes here, between the two.
    arg.unwrap_or_default() == BigHeadlinesArg::Auto
}

/// Runs the command.
///
/// # Errors
/// One sentence, with its causes.
pub fn run(args: &ReadArgs) -> anyhow::Result<Done> {
    let on_screen = io::stdout().is_terminal();
    let mut warnings = Vec::new();
    let settings = match Settings::of_user(&TypeArgs { ambiguous: args.ambiguous, ..TypeArgs::default() }) {
        Err(error) if on_screen => {
            let settings = Settings::default();
            warnings.push(settings.tongue().defaults_in_force(&error.short()));
            settings
        }
        settings => settings?,
    };
    let (opened, shelf) = match &args.path {
        Some(path) => open(path)?,
        None => match open_configured(&settings) {
            Err(error) if on_screen => {
                let named_by = settings.config.shelf.origin.to_string();
                let why = settings.tongue().shelf_error(&error);
                warnings.push(settings.tongue().no_configured_shelf(&named_by, &why));
                open_own()?
            }
            configured => {
                let named_by = settings.config.shelf.origin;
                let told = || format!("cannot open the shelf that {named_by} names");
                configured.with_context(told)?.map_or_else(open_own, Ok)?
            }
        },
    };
    if !on_screen {
        return print::piped(&opened, settings.setting());
    }
    warnings.extend(opened.warnings().last().map(|warning| settings.tongue().shelf_warning(warning)));
    let source = opened.source.lasting();
    let doubts = Doubts::among(&opened.parsed.starts);
    let issue = Arc::new(opened.parsed.issue);
    let (reporter, inputs) = tui::queue();
    let mut desk = Desk::new(reporter.clone(), shelf, (&source, opened.stamp), &issue)
        .with_configured(settings.config.shelf.value.folder())
        .with_memory(settings.config.remember.value)
        .with_tongue(settings.tongue());
    let warning = Some(warnings.join(" · ")).filter(|warning| !warning.is_empty());
    let opened = action::Opened::new(source.to_string(), issue, warning, None).with_doubts(doubts);
    let setting = settings.setting();
    let look = Look {
        tongue: settings.tongue(),
        ambiguous: setting.ambiguous,
        setting,
        columns: settings.columns(),
        read_after: Duration::from_secs(settings.config.read_after.value.0.into()),
    };
    let app = |size| App::new(opened, size, look).with_keymap(settings.keymap.clone());
    let themes = settings.themes();
    let question = Question {
        widths: settings.ambiguous().is_none(),
        big: big_headlines(args.big_headlines),
        ground: themes.differ(),
    };
    let wish = Wish { question, mouse: settings.mouse() };
    let ending = show(app, wish, &themes, &mut desk, (reporter, inputs));
    desk.close()?;
    match ending? {
        Ending::Quit => Ok(Done::Well),
        Ending::Signal(signal) => {
            terminal::die_of(signal);
            Ok(Done::FoundErrors)
        }
        Ending::Lost(why) => anyhow::bail!("the terminal went away: {why}"),
    }
}

/// What the reader wants of the terminal.
#[derive(Debug, Clone, Copy)]
struct Wish {
    question: Question,
    mouse: MouseOwner,
}

/// Runs the reader between taking the terminal and giving it back.
fn show(
    app: impl FnOnce(Size) -> App,
    wish: Wish,
    themes: &Themes,
    desk: &mut Desk,
    queue: (Reporter, Receiver<Input>),
) -> anyhow::Result<Ending> {
    let no_terminal = "cannot use the terminal to read keys; `newsprint print PATH` needs none";
    let guard = Guard::take(wish.mouse).context(no_terminal)?;
    let size = terminal::size().context(no_terminal)?;
    let question = terminal::question(wish.question, size);
    let mut events = TerminalEvents::listen(question, queue).context("cannot listen to signals")?;
    let mut screen = terminal::screen(question);
    let mut app = app(size);
    let ending = tui::run(&mut screen, &mut events, desk, &mut app, themes);
    drop(guard);
    ending.context("cannot write to the terminal")
}

/// What is at PATH, and the shelf if that is one.
fn open(path: &Path) -> anyhow::Result<(Opened, Option<Shelf>)> {
    if path == Path::new("-") {
        return Ok((open_input()?, None));
    }
    if path.is_dir() {
        return Ok(newest(Shelf::read(path)?)?);
    }
    Ok((shelf::open(&Source::File(path.to_owned()))?, None))
}

/// The newest issue of the configured shelf, if there is one.
fn open_configured(settings: &Settings) -> Result<Option<(Opened, Option<Shelf>)>, ShelfError> {
    let Some(folder) = settings.config.shelf.value.folder() else { return Ok(None) };
    Shelf::read(&folder).and_then(newest).map(Some)
}

/// The newest of the user's own issues, if there is one that can be read, else of the samples.
fn open_own() -> anyhow::Result<(Opened, Option<Shelf>)> {
    let folder = Folders::of_user().ok().map(|folders| folders.issues_folder());
    let own = folder.and_then(|folder| Shelf::read(&folder).and_then(newest).ok());
    Ok(own.map_or_else(|| newest(Shelf::samples()), Ok)?)
}

fn newest(shelf: Shelf) -> Result<(Opened, Option<Shelf>), ShelfError> {
    Ok((shelf.open_newest()?, Some(shelf)))
}
