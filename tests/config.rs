//! The settings, from outside: the file, the command line over it, and what is said of mistakes.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot run its program must fail")]

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use assert_cmd::cargo::cargo_bin_cmd;

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/issues/huozi-2026-10-18-p1.txt");
const ENGLISH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/issues/galley-2026-10-18.json");

/// A user's home.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// One with this `config.toml`.
    fn with(config: &str) -> Self {
        let home = Self::new();
        fs::create_dir_all(home.file().parent().unwrap()).unwrap();
        fs::write(home.file(), config).unwrap();
        home
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("config/newsprint/config.toml")
    }

    /// Runs newsprint; `environment` comes on top of a home and a locale without language.
    fn run_in(&self, environment: &[(&str, &str)], args: &[&str]) -> Output {
        let mut command = cargo_bin_cmd!("newsprint");
        command.env_remove("NO_COLOR").env_remove("LC_MESSAGES").env_remove("LANG").env("LC_ALL", "C");
        command.env("HOME", self.0.path());
        for (name, folder) in
            [("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("XDG_STATE_HOME", "state")]
        {
            command.env(name, self.0.path().join(folder));
        }
        command.envs(environment.iter().copied());
        command.current_dir(self.0.path()).args(args).output().unwrap()
    }

    /// What newsprint prints, which must not fail.
    #[track_caller]
    fn says(&self, args: &[&str]) -> String {
        let output = self.run_in(&[], args);
        assert!(output.status.success(), "{args:?}: {}", text(&output.stderr));
        text(&output.stdout)
    }

    /// The sentences of newsprint, which must fail and print nothing else.
    #[track_caller]
    fn complains(&self, args: &[&str]) -> Vec<String> {
        let output = self.run_in(&[], args);
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        assert_eq!(text(&output.stdout), "", "{args:?}");
        text(&output.stderr).lines().map(ToOwned::to_owned).collect()
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The line of `newsprint config` for this option, its blanks squeezed.
#[track_caller]
fn row(said: &str, option: &str) -> String {
    let line = said.lines().find(|line| line.starts_with(&format!("{option} = ")));
    let line = line.unwrap_or_else(|| panic!("{option} is not in\n{said}"));
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn init_writes_a_file_that_changes_nothing_and_never_over_one() {
    let home = Home::new();
    let before = home.says(&["config"]);
    assert!(before.starts_with(&format!("# {} is not there", home.file().display())), "{before}");
    assert!(!home.file().exists(), "looking makes no file");

    assert_eq!(home.says(&["config", "--init"]), format!("{} is written\n", home.file().display()));
    let written = fs::read_to_string(home.file()).unwrap();
    let options = |said: &str| said.lines().skip(1).map(ToOwned::to_owned).collect::<Vec<_>>();
    assert_eq!(options(&home.says(&["config"])), options(&before));

    fs::write(home.file(), "mouse = false\n").unwrap();
    let said = home.complains(&["config", "--init"]);
    assert!(said[0].contains("config.toml is there already and was left alone"), "{said:?}");
    assert_eq!(fs::read_to_string(home.file()).unwrap(), "mouse = false\n");
    for option in ["shelf", "measure", "strictness", "headline", "next-article", "quit"] {
        assert!(written.contains(&format!("\n#{option} = ")), "{option} is not in\n{written}");
    }
}

#[test]
fn config_says_what_is_in_force_and_where_it_comes_from() {
    let home = Home::with(
        "ambiguous = \"wide\"\n\n[type]\nhang = false\nindent = 3\n\n[theme]\nname = \"dark\"\ntitle = \"italic\"\n\n\
         [keys]\nnext-article = [\"t\"]\n",
    );
    let said = home.says(&["config", "--indent", "auto", "--strictness", "strict"]);
    for (option, expected) in [
        ("ambiguous", "ambiguous = \"wide\" # config.toml:1"),
        ("hang", "hang = false # config.toml:4"),
        ("indent", "indent = \"auto\" # command line"),
        ("strictness", "strictness = \"strict\" # command line"),
        ("measure", "measure = 80 # default"),
        ("language", "language = \"en\" # environment: LC_ALL is \"C\""),
        ("name", "name = \"dark\" # config.toml:8"),
        ("title", "title = \"italic\" # config.toml:9"),
        ("key", "key = \"bold bright-red\" # theme dark"),
        ("next-article", "next-article = [\"t\"] # config.toml:12"),
        ("quit", "quit = [\"q\"] # default"),
    ] {
        assert_eq!(row(&said, option), expected);
    }
    let said = home.run_in(&[("LC_ALL", ""), ("LANG", "zh_CN.UTF-8"), ("NO_COLOR", "1")], &["config"]).stdout;
    assert_eq!(row(&text(&said), "language"), "language = \"zh\" # environment: LANG is \"zh_CN.UTF-8\"");
    assert_eq!(
        row(&text(&said), "name"),
        "name = \"dark\" # config.toml:8; without colours: NO_COLOR is set"
    );
}

/// What `config` prints can be kept as the file, and then says the same.
#[test]
fn what_config_prints_is_a_config_file() {
    let home = Home::with("shelf = \"/papers \\\"and\\\" more\"\n[keys]\nquit = [\"x\"]\nopen = []\n");
    let values = |said: &str| {
        said.lines()
            .skip(1)
            .map(|line| line.split("  #").next().unwrap().trim().to_owned())
            .collect::<Vec<_>>()
    };
    let said = home.says(&["config"]);
    fs::write(home.file(), &said).unwrap();
    assert_eq!(values(&home.says(&["config"])), values(&said));
}

#[test]
fn the_command_line_goes_before_the_file_and_the_file_before_the_default() {
    let plain = Home::new();
    let print = |home: &Home, more: &[&str]| {
        home.says(&[&["print", "--width", "40", "--article", "1", SAMPLE], more].concat())
    };
    let same = Home::with(
        "[type]\nindent = 0\nhang = false\njustify = false\nstrictness = \"strict\"\npunctuation = \"as-printed\"\n",
    );
    let options = [
        "--indent",
        "0",
        "--no-hang",
        "--no-justify",
        "--strictness",
        "strict",
        "--punctuation",
        "as-printed",
    ];
    assert_eq!(print(&same, &[]), print(&plain, &options));
    assert_ne!(print(&same, &[]), print(&plain, &[]));
    let back = [
        "--indent",
        "auto",
        "--hang",
        "--justify",
        "--strictness",
        "basic",
        "--punctuation",
        "full-width",
        "--ambiguous",
        "narrow",
    ];
    assert_eq!(print(&same, &back), print(&plain, &[]));
    let measure = Home::with("type.measure = 30");
    assert!(print(&measure, &[]).lines().all(|line| !line.trim().is_empty() || line.is_empty()));
    assert_ne!(print(&measure, &[]), print(&plain, &[]));
    let words = Home::with("[type]\njustify_words = true");
    let english = ["print", "--width", "40", ENGLISH];
    assert_ne!(words.says(&english), plain.says(&english));
}

#[test]
fn a_reader_in_a_pipe_sets_by_the_settings_too() {
    let home = Home::with("ambiguous = \"wide\"\n[type]\nmeasure = 30\n");
    assert_eq!(home.says(&[SAMPLE]), home.says(&["print", SAMPLE]));
    assert_eq!(
        home.says(&["--ambiguous", "narrow", SAMPLE]),
        home.says(&["print", "--ambiguous", "narrow", SAMPLE])
    );
    assert_ne!(home.says(&[SAMPLE]), Home::new().says(&[SAMPLE]));
}

#[test]
fn a_mistake_is_named_with_its_place_and_the_nearest_right_word() {
    let home = Home::with("[type]\n\nmesure = 60\n[keys]\nnext-artcle = []\n");
    let path = home.file().display().to_string();
    let first = format!("newsprint: {path}:3:1: unknown option `mesure`; did you mean `measure`?");
    assert_eq!(
        home.complains(&["config"]),
        [
            first.clone(),
            format!("newsprint: {path}:5:1: unknown action `next-artcle`; did you mean `next-article`?")
        ]
    );
    for args in [&["print", SAMPLE][..], &[SAMPLE]] {
        assert_eq!(home.complains(args), [format!("{first} (1 more: `newsprint config` says all)")]);
    }
    fs::write(home.file(), "[keys]\nnext-article = [\"x\"]\nquit = [\"x\"]\n").unwrap();
    let conflict = "3:9: \"x\" is bound to next-article and to quit";
    assert_eq!(home.complains(&["print", SAMPLE]), [format!("newsprint: {path}:{conflict}")]);
}

/// A slip in the settings of the reader must not stop a script that converts.
#[test]
fn commands_that_use_no_setting_do_not_mind_a_broken_file() {
    let home = Home::with("mesure = 60\n");
    for args in [
        &["convert", "--to", "json", SAMPLE][..],
        &["check", SAMPLE],
        &["bookmarks", "list"],
        &["completions", "bash"],
        &["man"],
    ] {
        home.says(args);
    }
}

#[test]
fn the_configured_shelf_opens_and_one_that_cannot_is_named() {
    let home = Home::with("shelf = \"~/papers\"\n");
    let said = home.complains(&[]);
    assert!(said[0].starts_with("newsprint: cannot open the shelf that config.toml:1 names: "), "{said:?}");
    assert!(said[0].contains("papers"), "{said:?}");
    assert!(home.says(&[ENGLISH]).contains("The summer the lead went cold"), "a path needs no shelf");
    let shelf = home.0.path().join("papers");
    fs::create_dir(&shelf).unwrap();
    fs::copy(ENGLISH, shelf.join("galley.json")).unwrap();
    assert!(home.says(&[]).contains("The summer the lead went cold"));
}

#[test]
fn wrong_options_are_wrong_usage() {
    let home = Home::new();
    for args in [["--strictness", "lax"], ["--punctuation", "none"], ["--indent", "9"], ["--indent", "deep"]]
    {
        let output = home.run_in(&[], &[&["print", SAMPLE], &args[..]].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn the_example_in_the_readme_is_a_config_file() {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let example = readme.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    assert_eq!(row(&Home::with(example).says(&["config"]), "suspend"), "suspend = [] # config.toml:25");
}
