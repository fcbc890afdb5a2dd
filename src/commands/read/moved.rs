//! Where an issue is now that a bookmark knows by the file it was in.

use std::path::{Path, PathBuf};

use crate::bookmarks::{Bookmark, Found, IssueKey};
use crate::shelf::{self, Entry, Opened, Shelf, Source};
use crate::tui::words::{self, Tongue};

/// Opens the issue of `bookmark`: at one of the sources that the bookmark names, else in the first of `listings` that has
/// it. These are asked for one after the other, as to list a folder is to read it. Where a source has the issue without
/// the bookmark's words, a file that has them goes before it.
///
/// # Errors
/// What happened at the newest source, as a sentence, when the issue is nowhere.
pub(super) fn open<L: AsRef<[Entry]>>(
    bookmark: &Bookmark,
    mut listings: impl Iterator<Item = L>,
    tongue: Tongue,
) -> Result<Opened, String> {
    let key = &bookmark.issue;
    let has_words = |opened: &Opened| bookmark.find(&opened.parsed.issue) != Found::Lost;
    let (mut without, mut trouble) = (None, None);
    for source in key.sources.iter().map(|source| Source::from_text(source)) {
        let why = match shelf::open(&source) {
            Ok(opened) if key_of(&opened).same_issue(key) && has_words(&opened) => return Ok(opened),
            Ok(opened) if key_of(&opened).same_issue(key) => {
                without.get_or_insert(opened);
                continue;
            }
            Ok(_) => tongue.holds_another(&source.to_string()),
            Err(error) => tongue.shelf_error(&error),
        };
        trouble.get_or_insert(why);
    }
    let elsewhere = listings.find_map(|entries| {
        find(key, entries.as_ref()).filter(|opened| without.is_none() || has_words(opened))
    });
    let unknown = || tongue.say(&words::UNKNOWN_FILE).to_owned();
    elsewhere.or(without).ok_or_else(|| trouble.unwrap_or_else(unknown))
}

/// The issue with this key among `entries`: a file with all its words if there is one, else the first with a page of it.
fn find(key: &IssueKey, entries: &[Entry]) -> Option<Opened> {
    // Another date is another issue: then the file need not be read.
    let may_be = |entry: &&Entry| match &entry.state {
        Ok(summary) => summary.date.is_none() || key.date.is_none() || summary.date == key.date,
        Err(_) => false,
    };
    let mut a_page = None;
    for opened in entries.iter().filter(may_be).filter_map(|entry| shelf::open(&entry.source).ok()) {
        let found = key_of(&opened);
        if found.content.is_some() && found.content == key.content && found.same_issue(key) {
            return Some(opened);
        }
        if a_page.is_none() && found.same_issue(key) {
            a_page = Some(opened);
        }
    }
    a_page
}

/// The folders where an issue may be that was at `sources`, without doubles: `known`, then those it was in.
pub(super) fn folders(known: impl IntoIterator<Item = PathBuf>, sources: &[String]) -> Vec<PathBuf> {
    let was_in = sources.iter().filter_map(|source| match Source::from_text(source) {
        Source::File(path) => path.parent().map(Path::to_owned),
        Source::Sample(_) | Source::StandardInput => None,
    });
    let mut folders: Vec<PathBuf> = Vec::new();
    for folder in known.into_iter().chain(was_in) {
        let folder = std::fs::canonicalize(&folder).unwrap_or(folder);
        if !folders.contains(&folder) {
            folders.push(folder);
        }
    }
    folders
}

/// The issues in `folder`, read now; none if it can't be read.
pub(super) fn list(folder: &Path) -> Vec<Entry> {
    Shelf::read(folder).map(|shelf| shelf.entries().to_vec()).unwrap_or_default()
}

fn key_of(opened: &Opened) -> IssueKey {
    IssueKey::of(&opened.parsed.issue, &opened.source.lasting().to_string())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use jiff::Timestamp;

    use super::*;
    use crate::issue::{ArticleNo, Position};

    const MORNING: &str = "晨报 2020年1月2日\n\n旧闻一则\n\n本报讯 很久以前,报纸是一张一张印的。\n";
    const OTHER: &str = "另闻一则\n\n本报讯 另一天,报纸印得更快了。\n";

    /// A bookmark of what is in the file now.
    fn bookmark(path: &Path) -> Bookmark {
        let opened = shelf::open(&Source::file(path)).unwrap();
        let source = opened.source.to_string();
        Bookmark::at(&opened.parsed.issue, &source, ArticleNo(0), Position::START, Timestamp::UNIX_EPOCH)
            .unwrap()
    }

    fn found(bookmark: &Bookmark, folder: &Path) -> Result<String, String> {
        open(bookmark, std::iter::once(list(folder)), Tongue::English).map(|opened| opened.source.name())
    }

    #[test]
    fn an_issue_is_found_under_its_new_name_and_nothing_else_is() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("old.txt"), MORNING).unwrap();
        fs::write(at("a.txt"), OTHER).unwrap();
        let kept = bookmark(&at("old.txt"));
        assert_eq!(found(&kept, folder.path()), Ok("old.txt".to_owned()));
        fs::rename(at("old.txt"), at("new.txt")).unwrap();
        assert_eq!(found(&kept, folder.path()), Ok("new.txt".to_owned()));
        // A page without name and date took its place: it could be the issue, if no other had the words.
        fs::write(at("old.txt"), OTHER.replace("另", "后")).unwrap();
        assert_eq!(found(&kept, folder.path()), Ok("new.txt".to_owned()), "the words are there");
        fs::remove_file(at("new.txt")).unwrap();
        assert_eq!(found(&kept, folder.path()), Ok("old.txt".to_owned()));
        fs::write(at("old.txt"), MORNING.replace("1月2日", "1月3日")).unwrap();
        assert!(found(&kept, folder.path()).unwrap_err().ends_with("old.txt holds another issue now"));
        fs::remove_file(at("old.txt")).unwrap();
        let why = found(&kept, folder.path()).unwrap_err();
        assert!(why.contains("there is no") && why.contains("old.txt"), "{why}");
    }

    #[test]
    fn every_known_file_is_tried_before_a_folder_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("old.txt"), MORNING).unwrap();
        let mut kept = bookmark(&at("old.txt"));
        fs::rename(at("old.txt"), at("new.txt")).unwrap();
        kept.issue.seen_at(&at("new.txt").display().to_string());
        let open = |kept: &Bookmark| {
            let listings = std::iter::from_fn(|| -> Option<Vec<Entry>> { panic!("a folder is read") });
            super::open(kept, listings, Tongue::English).map(|opened| opened.source.name())
        };
        assert_eq!(open(&kept), Ok("new.txt".to_owned()));
        // Another reader's copy is where this one's was.
        fs::rename(at("new.txt"), at("old.txt")).unwrap();
        assert_eq!(open(&kept), Ok("old.txt".to_owned()));
        fs::remove_file(at("old.txt")).unwrap();
        let why = found(&kept, folder.path()).unwrap_err();
        assert!(why.contains("new.txt"), "the newest is named: {why}");
    }

    #[test]
    fn a_file_with_all_the_words_goes_before_one_with_a_page() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let issue = |text: &str| {
            format!(
                r#"{{ "format": "newsprint-issue/1", "publication": "晨报", "date": "2020-01-02", "pages": [
                    {{ "id": "1", "articles": [ {{ "headline": ["旧闻"], "body": [ {{ "type": "paragraph", "text": "{text}" }} ] }} ] }} ] }}"#
            )
        };
        fs::write(at("x.json"), issue("报纸是一张一张印的。")).unwrap();
        let kept = bookmark(&at("x.json"));
        fs::rename(at("x.json"), at("z.json")).unwrap();
        fs::write(at("y.json"), issue("改过的一版。")).unwrap();
        assert_eq!(found(&kept, folder.path()), Ok("z.json".to_owned()));
        fs::remove_file(at("z.json")).unwrap();
        assert_eq!(found(&kept, folder.path()), Ok("y.json".to_owned()));
    }

    #[test]
    fn the_folders_to_look_in_have_no_doubles() {
        let folder = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(folder.path()).unwrap();
        let source = root.join("a.txt").display().to_string();
        assert_eq!(folders([root.join(".")], &[source.clone(), source]), std::slice::from_ref(&root));
        assert_eq!(folders([], &["sample:a".to_owned()]), Vec::<PathBuf>::new());
    }
}
