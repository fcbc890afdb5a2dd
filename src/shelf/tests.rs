use super::*;

fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

fn names(shelf: &Shelf) -> Vec<String> {
    shelf.entries().iter().map(|entry| entry.source.name()).collect()
}

const OLD: &[u8] = br#"{"format":"newsprint-issue/1","date":"2026-10-01","pages":[]}"#;
const NEW: &[u8] = br#"{"format":"newsprint-issue/1","date":"2026-10-02","pages":[]}"#;

#[test]
fn the_newest_comes_first_and_the_broken_last_with_its_error() {
    let folder = folder(&[("a.json", OLD), ("b.json", b"{\"format\":"), ("c.json", NEW)]);
    let shelf = Shelf::read(folder.path()).unwrap();
    assert_eq!(names(&shelf), ["c.json", "a.json", "b.json"]);
    let error = shelf.entries()[2].state.clone().unwrap_err();
    assert!(error.to_string().contains("b.json:1:"), "{error}");
    assert_eq!(shelf.open_newest().unwrap().source.name(), "c.json");
}

#[test]
fn hidden_files_sidecars_folders_and_pictures_are_no_issues() {
    let folder = folder(&[(".x.json", NEW), ("p.fix.json", NEW), ("p.png", b"\x89PNG"), ("P.JSON", NEW)]);
    fs::create_dir(folder.path().join("d.json")).unwrap();
    assert_eq!(names(&Shelf::read(folder.path()).unwrap()), ["P.JSON"]);
}

#[test]
fn an_empty_folder_and_one_of_broken_files_say_so() {
    let empty = folder(&[]);
    let error = Shelf::read(empty.path()).unwrap_err().to_string();
    assert!(error.contains("no issue in the folder"), "{error}");
    let broken = folder(&[("a.json", b"{"), ("b.txt", b"")]);
    let error = Shelf::read(broken.path()).unwrap().open_newest().unwrap_err().to_string();
    assert!(error.contains("none of the 2 issues") && error.contains("a.json"), "{error}");
}

#[test]
fn a_source_is_found_again_by_its_text() {
    for source in [Source::Sample("x.txt".into()), Source::StandardInput, Source::file(Path::new("/a/b.txt"))]
    {
        assert_eq!(Source::from_text(&source.to_string()), source);
    }
}

#[test]
fn every_sample_opens() {
    let shelf = Shelf::samples();
    assert_eq!(shelf.entries().len(), 3);
    for entry in shelf.entries() {
        let summary = entry.state.as_ref().unwrap();
        assert!(summary.articles > 1 && summary.date.is_some(), "{entry:?}");
    }
}

const PAGE: &str = "旧闻一则\n\n本报讯 很久以前,报纸是一张一张印的。\n\n第二天照常出版\n\n读者排起了队。\n";

#[test]
fn corrections_beside_a_page_are_made_to_it() {
    let fix = r#"{"format":"newsprint-fix/1","edits":[{"at":"第二天照常出版","do":"split"}]}"#;
    let folder = folder(&[("p.txt", PAGE.as_bytes()), ("p.fix.json", fix.as_bytes())]);
    let opened = open(&Source::file(&folder.path().join("p.txt"))).unwrap();
    assert_eq!(opened.parsed.issue.article_count(), 2);
    assert_eq!(opened.warnings().count(), 0);
}

#[test]
fn corrections_that_do_not_fit_or_cannot_be_read_are_said() {
    let gone = r#"{"format":"newsprint-fix/1","edits":[{"at":"不在这里的一行字","do":"split"}]}"#;
    for (fix, expected) in [(gone, "不在这里的一行字"), ("{ \"edits\": 3", "p.fix.json:1:")] {
        let folder = folder(&[("p.txt", PAGE.as_bytes()), ("p.fix.json", fix.as_bytes())]);
        let opened = open(&Source::file(&folder.path().join("p.txt"))).unwrap();
        let said: Vec<String> = opened.warnings().map(|warning| warning.to_string()).collect();
        assert!(said.len() == 1 && said[0].contains(expected), "{said:?}");
    }
}

#[test]
fn a_correction_is_written_beside_the_page_and_made_when_it_is_opened() {
    let folder = folder(&[("p.txt", PAGE.as_bytes())]);
    let page = folder.path().join("p.txt");
    let sidecar = correct(&page, 5, Change::Split).unwrap();
    assert_eq!(sidecar, folder.path().join("p.fix.json"));
    assert_eq!(open(&Source::file(&page)).unwrap().parsed.issue.article_count(), 2);
    correct(&page, 5, Change::Join).unwrap();
    assert_eq!(open(&Source::file(&page)).unwrap().parsed.issue.article_count(), 1);
    assert!(correct(&page, 4, Change::Split).unwrap_err().to_string().contains("line 4 is blank"));
}

#[test]
fn corrections_that_cannot_be_read_are_never_overwritten() {
    let folder = folder(&[("p.txt", PAGE.as_bytes()), ("p.fix.json", b"mine")]);
    assert!(correct(&folder.path().join("p.txt"), 5, Change::Split).is_err());
    assert_eq!(fs::read(folder.path().join("p.fix.json")).unwrap(), b"mine");
}
