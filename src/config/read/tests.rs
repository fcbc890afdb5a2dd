use super::*;
use crate::config::{Choice, Language, Measure, ShelfPath, ThemeName};

fn registry() -> Registry {
    let keys = |name| Entry::action(name, ["x"], String::new());
    Registry {
        styles: vec![
            Entry::style("title", &Style::default(), ""),
            Entry::style("chosen-entry", &Style::default(), ""),
        ],
        actions: vec![keys("next-article"), keys("quit")],
    }
}

/// All problems of `text`, in order.
fn problems(text: &str) -> Vec<String> {
    let mut problems = parse(text, &registry()).expect_err(text);
    problems.sort_by_key(|problem| problem.place);
    problems.iter().map(|problem| format!("{}: {}", problem.place, problem.says)).collect()
}

#[test]
fn nothing_changes_nothing() {
    for text in
        ["", "\n# a comment\n", "[type]\n[theme]\n[keys]\n", "\u{FEFF}# from an editor that marks UTF-8\r\n"]
    {
        assert_eq!(parse(text, &registry()), Ok(Config::default()), "{text:?}");
    }
}

#[test]
fn every_value_says_where_it_comes_from() {
    let text = "shelf = \"~/papers\"\nlanguage = \"zh\"\ntype.measure = 60\n[theme]\nname = \"dark\"\n\
                title = \"bold red\"\n[keys]\nquit = [\"Q\",\n  \"x\"]\n";
    let config = parse(text, &registry()).unwrap();
    let line = |origin: Origin| origin.place().line;
    assert_eq!((config.shelf.value, line(config.shelf.origin)), (ShelfPath("~/papers".to_owned()), 1));
    assert_eq!((config.language.value, line(config.language.origin)), (Language::Chinese, 2));
    assert_eq!((config.measure.value, line(config.measure.origin)), (Measure(60), 3));
    assert_eq!((config.theme.value, line(config.theme.origin)), (ThemeName::Dark, 5));
    assert_eq!(config.styles["title"].value.to_string(), "bold red");
    let keys = &config.keys["quit"];
    assert_eq!(line(keys.origin), 8);
    assert_eq!(keys.value[1], KeyName { text: "x".to_owned(), place: Place { line: 9, column: 3 } });
    assert_eq!((config.hang.value, config.hang.origin), (true, Origin::Default));
}

#[test]
fn every_name_of_every_choice_is_taken() {
    fn check<T: Choice>(option: &str) {
        for (_, name, _) in T::ALL {
            parse(&format!("{option} = \"{name}\""), &registry()).unwrap();
        }
    }
    check::<Language>("language");
    check::<crate::config::Ambiguous>("ambiguous");
    check::<crate::config::Punctuation>("type.punctuation");
    check::<crate::config::Script>("type.script");
    check::<crate::config::Strictness>("type.strictness");
    check::<ThemeName>("theme.name");
}

#[test]
fn an_unknown_name_is_said_with_the_nearest_right_one() {
    for (text, expected) in [
        ("[type]\n\n  mesure = 60", "3:3: unknown option `mesure`; did you mean `measure`?"),
        ("langauge = \"zh\"", "1:1: unknown option `langauge`; did you mean `language`?"),
        ("[tpye]\nmeasure = 60", "1:2: unknown table `tpye`; did you mean `type`?"),
        ("measure = 60", "1:1: unknown option `measure`; it belongs under [type]"),
        (
            "[type]\nshelf = \"\"",
            "2:1: unknown option `shelf`; it belongs at the top of the file, before any [table]",
        ),
        ("[theme]\ntitel = \"bold\"", "2:1: unknown style `titel`; did you mean `title`?"),
        ("[theme]\nnmae = \"dark\"", "2:1: unknown style `nmae`; did you mean `name`?"),
        (
            "[theme]\nchosen_entry = \"bold\"",
            "2:1: unknown style `chosen_entry`; did you mean `chosen-entry`?",
        ),
        ("[keys]\nnext_artcle = []", "2:1: unknown action `next_artcle`; did you mean `next-article`?"),
        ("colour = true", "1:1: unknown option `colour`"),
        ("\"\" = 1", "1:1: unknown option ``"),
        ("type = 3", "1:1: `type` is a table: write [type], and its options below"),
    ] {
        assert_eq!(problems(text), [expected], "{text}");
    }
}

#[test]
fn a_wrong_value_is_said_with_what_is_right() {
    let measure = "`measure` takes a whole number of cells from 16 to 240, not";
    let indent = "`indent` takes \"auto\" or a whole number of em from 0 to 8, not";
    let shelf = "`shelf` takes the absolute path of a folder, ~ for your home, or \"\" for none, not";
    let language = "`language` takes \"auto\", \"zh\" or \"en\", not";
    for (text, expected) in [
        ("type.measure = 15", format!("1:16: {measure} 15")),
        ("type.measure = 99999999999999999999", format!("1:16: {measure} 99999999999999999999")),
        ("type.measure = -40", format!("1:16: {measure} -40")),
        ("type.measure = 0x40", format!("1:16: {measure} 0x40")),
        ("type.measure = 60.5", format!("1:16: {measure} 60.5")),
        ("type.measure = \"60\"", format!("1:16: {measure} \"60\"")),
        ("type.indent = 9", format!("1:15: {indent} 9")),
        ("type.indent = \"none\"", format!("1:15: {indent} \"none\"")),
        ("type.hang = \"yes\"", "1:13: `hang` takes true or false, not \"yes\"".to_owned()),
        ("type.hang = [true]", "1:13: `hang` takes true or false, not a list".to_owned()),
        ("mouse = 2026-10-18", "1:9: `mouse` takes true or false, not a date or time".to_owned()),
        ("shelf = \"papers\"", format!("1:9: {shelf} \"papers\"")),
        (
            "language = \"eng\"",
            "1:12: `language` has no value \"eng\"; did you mean `en`? It takes \"auto\", \"zh\" or \"en\"".to_owned(),
        ),
        ("language = \"deutsch\"", format!("1:12: {language} \"deutsch\"")),
        ("language = {}", format!("1:12: {language} a table")),
        (
            "theme.name = \"drak\"",
            "1:14: `name` has no value \"drak\"; did you mean `dark`? It takes \"auto\", \"light\", \"dark\", \
             \"high-contrast\" or \"plain\""
                .to_owned(),
        ),
        (
            "theme.title = \"blod\"",
            "1:15: in `title`, `blod` is neither a colour nor an attribute; did you mean `bold`?".to_owned(),
        ),
        ("theme.title = 7", "1:15: `title` takes a style such as \"bold red\", not 7".to_owned()),
        (
            "keys.quit = \"x\"",
            "1:13: `quit` takes a list of keys such as [\"J\", \"Ctrl-n\"], or [] for none, not \"x\"".to_owned(),
        ),
        (
            "keys.quit = [\"x\", 7]",
            "1:19: `quit` takes a list of keys such as [\"J\", \"Ctrl-n\"], or [] for none; 7 is no key".to_owned(),
        ),
    ] {
        assert_eq!(problems(text), [expected], "{text}");
    }
}

#[test]
fn what_is_no_toml_is_said_with_its_place() {
    for (text, place) in [
        ("language = zh", "1:12: "),
        ("[type\nmeasure = 60", "1:6: "),
        ("中 = 1", "1:1: "),
        ("mouse = true\nmouse = true", "2:1: "),
        ("shelf = \"~/papers", "1:18: "),
        ("mouse =", "1:8: "),
    ] {
        let problems = problems(text);
        assert!(problems.len() == 1 && problems[0].starts_with(place), "{text:?}: {problems:?}");
        assert!(!problems[0].contains('\n') && problems[0].len() > place.len() + 5, "{problems:?}");
    }
}

#[test]
fn everything_wrong_is_found_in_one_go() {
    let text = "langauge = 1\n[type]\nhang = 3\nmesure = 4\n[keys]\nquti = []\n";
    let lines: Vec<String> = problems(text).iter().map(|says| says.chars().take(1).collect()).collect();
    assert_eq!(lines, ["1", "3", "4", "6"]);
}

#[test]
fn the_sentence_names_the_file_and_how_much_more_there_is() {
    let error = ConfigError::wrong(
        Path::new("/home/x/config.toml"),
        parse("b = 1\na = 1\n", &registry()).unwrap_err(),
    );
    assert_eq!(error.short().en, "config.toml:1:1: unknown option `b` (1 more: `newsprint config` says all)");
    assert_eq!(error.short().zh, "config.toml:1:1: 没有选项 `b`（另有1处：`newsprint config` 全部列出）");
    assert!(error.to_string().starts_with("/home/x/config.toml:1:1: unknown option `b`"));
}

#[test]
fn a_file_that_is_not_there_is_no_error_and_one_that_cannot_be_read_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("config.toml");
    assert_eq!(read(&path, registry).unwrap(), Config::default());
    assert!(matches!(read(folder.path(), registry), Err(ConfigError::Unreadable { .. })));
    std::fs::write(&path, b"mouse = true\nshelf = \"/\xC4\xE3\"\n").unwrap();
    let said = read(&path, registry).unwrap_err().short().en;
    assert_eq!(said, "config.toml:2:11: this is not UTF-8: save the file as UTF-8");
}

/// Whatever the parser says, a Chinese screen says it in Chinese.
#[test]
fn what_is_no_toml_is_said_in_chinese_too() {
    let says = |text| parse(text, &registry()).unwrap_err().remove(0).says;
    assert_eq!(says("language = zh").zh, "格式有误：文字要放在引号里：如 \"dark\"");
    assert_eq!(says("mouse = true\nmouse = false").zh, "格式有误：同一选项写了两次");
    for text in ["mouse =", "[type", "language = \"zh", "mouse true", "mouse = \u{1}", "[a]]", "a = [1 2]"] {
        let said = says(text);
        assert!(said.zh.starts_with("格式有误：") && !said.zh.contains(&said.en), "{said:?}");
    }
}
