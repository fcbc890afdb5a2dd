//! `newsprint [PATH]`: the reader; and where standard output is no terminal, what `print` prints.

mod moved;
mod rescue;

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;

use clap::{Args, ValueEnum};

use crate::bookmarks::{Bookmark, Change, IssueKey, Loaded, Store};
use crate::config::Folders;
use crate::issue::Issue;
use crate::shelf::{self, Entry, Opened, Shelf, ShelfError, Source};
use crate::tui::action::Action;
use crate::tui::app::{App, Look};
use crate::tui::layout::Size;
use crate::tui::probe::Question;
use crate::tui::terminal::{self, Guard, MouseOwner, TerminalEvents};
use crate::tui::theme::Themes;
use crate::tui::{self, Ending, Opening, Services, Unsaved, clipboard};

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
                warnings.push(super::sentence(&error));
                open_own()?
            }
            configured => configured?.map_or_else(open_own, Ok)?,
        },
    };
    if !on_screen {
        return print::piped(&opened, settings.setting());
    }
    warnings.extend(opened.warnings().last());
    let source = opened.source.lasting().to_string();
    let issue = Arc::new(opened.parsed.issue);
    let folder = settings.config.shelf.value.folder();
    let mut desk = Desk::new(shelf, folder, (source.clone(), Arc::clone(&issue)));
    let setting = settings.setting();
    let look = Look {
        tongue: settings.tongue(),
        ambiguous: setting.ambiguous,
        setting,
        columns: settings.columns(),
    };
    let app = |size| App::new(issue, source, size, look).with_keymap(settings.keymap.clone());
    let themes = settings.themes();
    let question = Question {
        widths: settings.ambiguous().is_none(),
        big: big_headlines(args.big_headlines),
        ground: themes.differ(),
    };
    let wish = Wish { question, mouse: settings.mouse() };
    let ending = show(app, wish, &themes, &warnings.join(" · "), &mut desk)?;
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
    warning: &str,
    desk: &mut Desk,
) -> anyhow::Result<Ending> {
    let no_terminal = "cannot use the terminal to read keys; `newsprint print PATH` needs none";
    let guard = Guard::take(wish.mouse).context(no_terminal)?;
    let size = terminal::size().context(no_terminal)?;
    let question = terminal::question(wish.question, size);
    let mut events = TerminalEvents::listen(question).context("cannot listen to signals")?;
    let mut screen = terminal::screen(question).context("cannot write to the terminal")?;
    let mut app = app(size);
    if !warning.is_empty() {
        app.update(Action::Failed(warning.to_owned()));
    }
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
fn open_configured(settings: &Settings) -> anyhow::Result<Option<(Opened, Option<Shelf>)>> {
    let Some(folder) = settings.config.shelf.value.folder() else { return Ok(None) };
    let opened = Shelf::read(&folder).and_then(newest);
    let named_by = settings.config.shelf.origin;
    opened.map(Some).with_context(|| format!("cannot open the shelf that {named_by} names"))
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

/// What the reader's wishes meet outside the screen: the shelf, the bookmarks' file, the terminal.
struct Desk {
    shelf: Option<Shelf>,
    /// The shelf that the settings name.
    configured: Option<PathBuf>,
    /// The issue that was opened first: standard input cannot be opened twice.
    first: (String, Arc<Issue>),
    store: Result<Store, String>,
    /// All bookmarks as the reader should see them.
    kept: Vec<Bookmark>,
    /// What the file does not have yet, in the order of the changes.
    unsaved: Vec<Change>,
}

impl Desk {
    fn new(shelf: Option<Shelf>, configured: Option<PathBuf>, first: (String, Arc<Issue>)) -> Self {
        let store = Folders::of_user()
            .map(|folders| Store::open(folders.bookmarks_file()))
            .map_err(|e| e.to_string());
        Self { shelf, configured, first, store, kept: Vec::new(), unsaved: Vec::new() }
    }

    /// Opens the issue of a bookmark, whichever file it is in now.
    fn open_issue(&self, bookmark: &Bookmark) -> Result<Opened, String> {
        let listed = self.shelf.iter().map(|shelf| shelf.entries().to_vec());
        let open = self.shelf.as_ref().and_then(Shelf::folder).map(Path::to_owned);
        let own = Folders::of_user().ok().map(|folders| folders.issues_folder());
        let known = open.into_iter().chain(self.configured.clone()).chain(own);
        // What was listed may have been renamed since: every folder is read anew.
        let folders = moved::folders(known, &bookmark.issue.source);
        let samples = std::iter::once_with(|| Shelf::samples().entries().to_vec());
        moved::open(bookmark, listed.chain(folders.iter().map(|folder| moved::list(folder))).chain(samples))
    }

    /// Takes over what the file holds, newest first, and says what its reader must know.
    fn take(&mut self, loaded: Loaded) -> Option<String> {
        self.kept = loaded.bookmarks;
        self.kept.sort_by_key(|bookmark| std::cmp::Reverse(bookmark.made));
        loaded.warning.map(|warning| warning.to_string())
    }

    fn save(&mut self) -> Result<(), String> {
        if self.unsaved.is_empty() {
            return Ok(());
        }
        let store = self.store.clone()?;
        while let Some(change) = self.unsaved.first() {
            let loaded = store.apply(change).map_err(|error| error.to_string())?;
            self.unsaved.remove(0);
            self.take(loaded);
            // What the file does not have yet the reader has.
            for change in &self.unsaved {
                change.apply(&mut self.kept);
            }
        }
        Ok(())
    }

    /// A last try to write what could not be written. What still cannot is printed, so that it is not lost.
    fn close(&mut self) -> anyhow::Result<()> {
        let Err(error) = self.save() else { return Ok(()) };
        let is_new = |id: &str| self.unsaved.iter().any(|change| change.id() == id);
        let changed: Vec<Bookmark> =
            self.kept.iter().filter(|bookmark| is_new(&bookmark.id)).cloned().collect();
        let rescued = crate::bookmarks::export::json(&changed);
        anyhow::bail!(
            "{} bookmark changes are not saved: {error}\nThe bookmarks that were added or changed:\n{rescued}",
            self.unsaved.len()
        )
    }
}

impl Services for Desk {
    fn open(&mut self, source: &str, bookmark: Option<&Bookmark>) -> Result<Opening, String> {
        let (first, issue) = &self.first;
        let is_wanted = |bookmark: &Bookmark| bookmark.issue.same_issue(&IssueKey::of(issue, first));
        if source == first && bookmark.is_none_or(is_wanted) {
            return Ok(Opening { issue: Arc::clone(issue), source: source.to_owned(), warning: None });
        }
        let opened = match bookmark {
            Some(bookmark) => self.open_issue(bookmark)?,
            None => shelf::open(&Source::from_text(source)).map_err(|error| error.to_string())?,
        };
        let (warning, source) = (opened.warnings().last(), opened.source.lasting().to_string());
        Ok(Opening { issue: Arc::new(opened.parsed.issue), source, warning })
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

    fn change(&mut self, mut change: Change) -> (Vec<Bookmark>, Option<String>) {
        change.prepare();
        change.apply(&mut self.kept);
        self.unsaved.push(change);
        let error = self.save().err();
        (self.kept.clone(), error)
    }

    fn settle(&mut self) -> Result<(), Unsaved> {
        self.save().map_err(|error| Unsaved { error, path: rescue::suggestion() })
    }

    fn rescue(&mut self, path: &str) -> Result<(), Unsaved> {
        rescue::write(path, &self.kept).map_err(|error| Unsaved { error, path: path.to_owned() })?;
        self.unsaved.clear();
        Ok(())
    }

    fn copy(&mut self, text: &str) -> Result<(), String> {
        clipboard::copy(text).map_err(|error| error.to_string())
    }

    fn suspend(&mut self) {
        // If the terminal cannot be taken again the next frame's write fails and ends the program with the reason.
        let _ = terminal::suspend();
    }
}
