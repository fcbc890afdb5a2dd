//! The real program in a real pseudo-terminal, seen through a terminal emulator.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot run its program must fail")]

use std::fs;
use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// How long to wait for what must come. A machine under load is slow; only a broken program takes this long.
const PATIENCE: Duration = Duration::from_secs(30);

fn cells(count: u16) -> NonZero<u16> {
    NonZero::new(count).unwrap()
}

/// A user's home: where the program finds and keeps its files.
pub(crate) struct Home(tempfile::TempDir);

impl Home {
    /// An empty one.
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// One with this `config.toml`.
    pub(crate) fn with_config(config: &str) -> Self {
        let home = Self::new();
        let folder = home.path().join("config/newsprint");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("config.toml"), config).unwrap();
        home
    }

    /// Its folder.
    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// The environment of a user who lives here and speaks Chinese.
    pub(crate) fn environment(&self) -> Vec<(&'static str, String)> {
        let at = |name: &str| self.path().join(name).display().to_string();
        vec![
            ("HOME", at("")),
            ("XDG_CONFIG_HOME", at("config")),
            ("XDG_DATA_HOME", at("data")),
            ("XDG_STATE_HOME", at("state")),
            ("LC_ALL", "zh_CN.UTF-8".to_owned()),
            ("TERM", "xterm-256color".to_owned()),
        ]
    }
}

/// The program in a terminal.
pub(crate) struct Reader {
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Option<Box<dyn Write + Send>>,
    deaf: Arc<AtomicBool>,
    child: Box<dyn Child + Send + Sync>,
    screen: Arc<Mutex<vt100::Parser>>,
    output: Arc<Mutex<Vec<u8>>>,
    listener: Option<thread::JoinHandle<()>>,
}

impl Reader {
    /// Starts `newsprint` with `args` in a terminal of `columns` × `rows`.
    pub(crate) fn start(home: &Home, args: &[&str], columns: u16, rows: u16) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_newsprint"));
        command.args(args);
        Self::command(home, command, columns, rows)
    }

    /// Starts any command in a terminal of `columns` × `rows`.
    pub(crate) fn command(home: &Home, command: CommandBuilder, columns: u16, rows: u16) -> Self {
        Self::command_in(home, command, columns, rows, &[])
    }

    /// The same, in another environment than the home's.
    pub(crate) fn command_in(
        home: &Home,
        mut command: CommandBuilder,
        columns: u16,
        rows: u16,
        environment: &[(&str, &str)],
    ) -> Self {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        for (name, value) in home.environment() {
            command.env(name, value);
        }
        for (name, value) in environment {
            command.env(name, value);
        }
        command.env_remove("NO_COLOR");
        command.cwd(home.path());
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let screen = Arc::new(Mutex::new(vt100::Parser::new(cells(rows), cells(columns), 0)));
        let output = Arc::new(Mutex::new(Vec::new()));
        let mut from = pair.master.try_clone_reader().unwrap();
        let (into_screen, into_output) = (Arc::clone(&screen), Arc::clone(&output));
        let deaf = Arc::new(AtomicBool::new(false));
        let hears_no_more = Arc::clone(&deaf);
        let listener = thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = from.read(&mut bytes) {
                let read = bytes.get(..count).unwrap();
                into_screen.lock().unwrap().process(read);
                into_output.lock().unwrap().extend_from_slice(read);
                if hears_no_more.load(Ordering::Relaxed) {
                    break;
                }
            }
        });
        let keyboard = Some(pair.master.take_writer().unwrap());
        Self { master: Some(pair.master), keyboard, deaf, child, screen, output, listener: Some(listener) }
    }

    /// Types `keys`, as bytes.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        let keyboard = self.keyboard.as_mut().unwrap();
        keyboard.write_all(keys.as_bytes()).unwrap();
        keyboard.flush().unwrap();
        self
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.screen.lock().unwrap().screen_mut().set_size(cells(rows), cells(columns));
        let master = self.master.as_ref().unwrap();
        master.resize(PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }).unwrap();
        self
    }

    /// The rows of the screen, without the blanks at their ends.
    pub(crate) fn rows(&self) -> Vec<String> {
        let screen = self.screen.lock().unwrap();
        let (_, columns) = screen.screen().size();
        screen.screen().rows(0, columns.get()).map(|row| row.trim_end().to_owned()).collect()
    }

    /// Waits until the screen fulfils `condition`, which `what` describes, and returns its rows.
    #[track_caller]
    pub(crate) fn wait_until(&self, what: &str, condition: impl Fn(&[String]) -> bool) -> Vec<String> {
        let start = Instant::now();
        loop {
            let rows = self.rows();
            if condition(&rows) {
                return rows;
            }
            assert!(start.elapsed() < PATIENCE, "{what} never came; the screen is\n{}", rows.join("\n"));
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits until `text` is on the screen.
    #[track_caller]
    pub(crate) fn wait_for(&self, text: &str) -> Vec<String> {
        self.wait_until(text, |rows| rows.iter().any(|row| row.contains(text)))
    }

    /// Takes the terminal away while `keys` are answered, as a window that is closed does.
    pub(crate) fn hang_up(&mut self, keys: &str) {
        self.deaf.store(true, Ordering::Relaxed);
        self.press(keys);
        // It reads until the answer comes, and has the terminal open until then.
        self.listener.take().unwrap().join().unwrap();
        drop((self.master.take(), self.keyboard.take()));
    }

    /// The number of the process that was started.
    pub(crate) fn id(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Sends a signal by its name.
    pub(crate) fn signal(&mut self, name: &str) {
        let id = self.id().to_string();
        let status = std::process::Command::new("kill").args(["-s", name, &id]).status().unwrap();
        assert!(status.success());
    }

    /// Waits until the program has ended and all its output is read.
    #[track_caller]
    pub(crate) fn wait_for_end(&mut self) -> ExitStatus {
        let start = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            if start.elapsed() > PATIENCE {
                let _ = self.child.kill();
                panic!("the program never ended; the screen is\n{}", self.rows().join("\n"));
            }
            thread::sleep(Duration::from_millis(10));
        };
        if let Some(listener) = self.listener.take() {
            listener.join().unwrap();
        }
        status
    }

    /// Everything that the program wrote.
    pub(crate) fn output(&self) -> Vec<u8> {
        self.output.lock().unwrap().clone()
    }

    /// Whether the alternate screen is in use.
    pub(crate) fn is_on_alternate_screen(&self) -> bool {
        self.screen.lock().unwrap().screen().alternate_screen()
    }

    /// Whether the cursor is hidden.
    pub(crate) fn cursor_is_hidden(&self) -> bool {
        self.screen.lock().unwrap().screen().hide_cursor()
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
