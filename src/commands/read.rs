//! `newsprint [PATH]`: the reader; and where standard output is no terminal, what `print` prints.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;

use clap::{Args, ValueEnum};

use crate::bookmarks::{Bookmark, Loaded, Store};
use crate::config::Folders;
use crate::issue::Issue;
use crate::shelf::{self, Entry, Opened, Shelf, Source};
use crate::tui::action::Action;
use crate::tui::app::{App, Look};
use crate::tui::probe::Question;
use crate::tui::terminal::{self, Guard, TerminalEvents};
use crate::tui::theme::{Colours, Theme};
use crate::tui::words::Tongue;
use crate::tui::{self, Ending, Services};

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
    let (opened, shelf) = open(args.path.as_deref())?;
    let ambiguous = super::ambiguous(args.ambiguous);
    if !io::stdout().is_terminal() {
        return print::piped(&opened, ambiguous.unwrap_or_default());
    }
    let mut warnings: Vec<String> = opened.warnings().collect();
    let source = opened.source.lasting().to_string();
    let issue = Arc::new(opened.parsed.issue);
    let mut desk = Desk::new(shelf, (source.clone(), Arc::clone(&issue)));
    let look = Look { tongue: tongue(), ambiguous: ambiguous.unwrap_or_default() };
    let wish = Question { widths: ambiguous.is_none(), big: big_headlines(args.big_headlines) };
    let ending = show(issue, source, look, wish, warnings.pop(), &mut desk)?;
    desk.close()?;
    match ending {
        Ending::Quit => Ok(Done::Well),
        Ending::Signal(signal) => {
            terminal::die_of(signal);
            Ok(Done::FoundErrors)
        }
        Ending::Lost(why) => anyhow::bail!("the terminal went away: {why}"),
    }
}

/// Runs the reader between taking the terminal and giving it back.
fn show(
    issue: Arc<Issue>,
    source: String,
    look: Look,
    wish: Question,
    warning: Option<String>,
    desk: &mut Desk,
) -> anyhow::Result<Ending> {
    let no_terminal = "cannot use the terminal to read keys; `newsprint print PATH` needs none";
    let guard = Guard::take().context(no_terminal)?;
    let size = terminal::size().context(no_terminal)?;
    let question = terminal::question(wish, size);
    let mut events = TerminalEvents::listen(question).context("cannot listen to signals")?;
    let mut screen = terminal::screen(question).context("cannot write to the terminal")?;
    let mut app = App::new(issue, source, size, look);
    if let Some(warning) = warning {
        app.update(Action::Failed(warning));
    }
    let ending = tui::run(&mut screen, &mut events, desk, &mut app, &theme());
    drop(guard);
    ending.context("cannot write to the terminal")
}

/// What to read: PATH, else the user's own issues, else the samples.
fn open(path: Option<&Path>) -> anyhow::Result<(Opened, Option<Shelf>)> {
    let Some(path) = path else {
        let shelf = own_shelf().unwrap_or_else(Shelf::samples);
        return Ok((shelf.open_newest()?, Some(shelf)));
    };
    if path == Path::new("-") {
        return Ok((open_input()?, None));
    }
    if path.is_dir() {
        let shelf = Shelf::read(path)?;
        return Ok((shelf.open_newest()?, Some(shelf)));
    }
    Ok((shelf::open(&Source::File(path.to_owned()))?, None))
}

/// The user's own shelf, if there is one with an issue in it that can be read.
fn own_shelf() -> Option<Shelf> {
    let folder = Folders::of_user().ok()?.issues_folder();
    Shelf::read(&folder).ok().filter(|shelf| shelf.open_newest().is_ok())
}

fn theme() -> Theme {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    Theme::new(if no_color { Colours::None } else { Colours::Sixteen })
}

/// The first locale variable that is set decides, as in every program (POSIX).
fn tongue() -> Tongue {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    Tongue::of_locale(&locale.unwrap_or_default())
}

/// What the reader's wishes meet outside the screen: the shelf, the bookmarks' file, the terminal.
struct Desk {
    shelf: Option<Shelf>,
    /// The issue that was opened first: standard input cannot be opened twice.
    first: (String, Arc<Issue>),
    store: Result<Store, String>,
    /// All bookmarks as the reader should see them.
    kept: Vec<Bookmark>,
    /// What the file does not have yet, in the order of the changes.
    unsaved: Vec<Change>,
}

/// A change of the bookmarks that could not be written.
enum Change {
    Add(Box<Bookmark>),
    Remove(String),
}

impl Desk {
    fn new(shelf: Option<Shelf>, first: (String, Arc<Issue>)) -> Self {
        let store = Folders::of_user()
            .map(|folders| Store::open(folders.bookmarks_file()))
            .map_err(|e| e.to_string());
        Self { shelf, first, store, kept: Vec::new(), unsaved: Vec::new() }
    }

    /// Writes `change`, and whatever could not be written before it.
    fn write(&mut self, change: Change) -> (Vec<Bookmark>, Option<String>) {
        match &change {
            Change::Add(bookmark) => self.kept.insert(0, (**bookmark).clone()),
            Change::Remove(id) => self.kept.retain(|bookmark| bookmark.id != *id),
        }
        self.unsaved.push(change);
        let error = self.save().err();
        (self.kept.clone(), error)
    }

    /// Takes over what the file holds, newest first, and says what its reader must know.
    fn take(&mut self, loaded: Loaded) -> Option<String> {
        self.kept = loaded.bookmarks;
        self.kept.sort_by_key(|bookmark| std::cmp::Reverse(bookmark.made));
        loaded.warning.map(|warning| warning.to_string())
    }

    fn save(&mut self) -> Result<(), String> {
        let store = self.store.clone()?;
        while let Some(change) = self.unsaved.first() {
            let kept = match change {
                Change::Add(bookmark) => store.add(bookmark),
                Change::Remove(id) => store.remove(id),
            };
            self.take(kept.map_err(|error| error.to_string())?);
            self.unsaved.remove(0);
        }
        Ok(())
    }

    /// A last try to write what could not be written. What still cannot is printed, so that it is not lost.
    fn close(&mut self) -> anyhow::Result<()> {
        let Err(error) = self.save() else { return Ok(()) };
        let is_new = |id: &str| {
            self.unsaved.iter().any(|change| matches!(change, Change::Add(bookmark) if bookmark.id == id))
        };
        let added: Vec<Bookmark> =
            self.kept.iter().filter(|bookmark| is_new(&bookmark.id)).cloned().collect();
        let rescued = crate::bookmarks::export::json(&added);
        anyhow::bail!(
            "{} bookmark changes are not saved: {error}\nThe bookmarks that were added:\n{rescued}",
            self.unsaved.len()
        )
    }
}

impl Services for Desk {
    fn open(&mut self, source: &str) -> Result<(Arc<Issue>, Option<String>), String> {
        if source == self.first.0 {
            return Ok((Arc::clone(&self.first.1), None));
        }
        let opened = shelf::open(&Source::from_text(source)).map_err(|error| error.to_string())?;
        let warning = opened.warnings().last();
        Ok((Arc::new(opened.parsed.issue), warning))
    }

    fn shelf(&mut self) -> Arc<[Entry]> {
        self.shelf.as_ref().map_or_else(|| Arc::from([]), |shelf| Arc::from(shelf.entries()))
    }

    fn bookmarks(&mut self) -> (Vec<Bookmark>, Option<String>) {
        if !self.unsaved.is_empty() {
            return (self.kept.clone(), None);
        }
        let loaded = match &self.store {
            Ok(store) => store.load().map_err(|error| error.to_string()),
            Err(error) => Err(error.clone()),
        };
        match loaded {
            Ok(loaded) => {
                let warning = self.take(loaded);
                (self.kept.clone(), warning)
            }
            Err(error) => (self.kept.clone(), Some(error)),
        }
    }

    fn add(&mut self, bookmark: Bookmark) -> (Vec<Bookmark>, Option<String>) {
        self.write(Change::Add(Box::new(bookmark)))
    }

    fn remove(&mut self, id: &str) -> (Vec<Bookmark>, Option<String>) {
        self.write(Change::Remove(id.to_owned()))
    }

    fn suspend(&mut self) {
        // If the terminal cannot be taken again the next frame's write fails and ends the program with the reason.
        let _ = terminal::suspend();
    }
}
