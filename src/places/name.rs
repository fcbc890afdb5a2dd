//! The names of the files.

use std::path::{Path, PathBuf};

use crate::bookmarks::{IssueKey, mix};
use crate::issue::fold::folded;

/// The name of a file: sixteen hexadecimal digits. The first two are a folder's, so that no folder grows too long for
/// any file system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FileName {
    digits: String,
    /// Whether it stays when the issue's text is corrected.
    lasting: bool,
}

/// What a name is a checksum of. The numbers are in users' files: they may never change.
#[derive(Clone, Copy)]
enum Kind {
    Issue = 1,
    Words = 2,
    Source = 3,
}

impl FileName {
    /// The file with the places of an issue.
    pub(super) fn of(key: &IssueKey) -> Self {
        Self::of_title(key)
            .or_else(|| Self::of_words(key))
            .or_else(|| Self::of_source(key))
            .unwrap_or_else(|| Self::sum(Kind::Source, &[]))
    }

    /// By the newspaper's name and its date, or its number where there is no date.
    fn of_title(key: &IssueKey) -> Option<Self> {
        let publication: String = folded(key.publication.as_deref()?).collect();
        let day = match (&key.date, &key.number) {
            (Some(date), _) => date.to_string(),
            (None, Some(number)) => folded(number).collect(),
            (None, None) => return None,
        };
        let known = !publication.is_empty() && !day.is_empty();
        known.then(|| Self { lasting: true, ..Self::sum(Kind::Issue, &[&publication, &day]) })
    }

    /// By the words.
    pub(super) fn of_words(key: &IssueKey) -> Option<Self> {
        key.content.as_deref().map(|content| Self::sum(Kind::Words, &[content]))
    }

    /// By where the issue came from; none for standard input.
    pub(super) fn of_source(key: &IssueKey) -> Option<Self> {
        (!["", "-"].contains(&key.source())).then(|| Self::sum(Kind::Source, &[key.source()]))
    }

    /// The name with these digits, if they are such.
    pub(super) fn from_digits(digits: &str) -> Option<Self> {
        let valid = digits.len() == 16 && digits.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'));
        valid.then(|| Self { digits: digits.to_owned(), lasting: false })
    }

    pub(super) fn digits(&self) -> &str {
        &self.digits
    }

    /// Whether the name stays when the issue's text is corrected.
    pub(super) const fn is_lasting(&self) -> bool {
        self.lasting
    }

    pub(super) fn path_in(&self, folder: &Path) -> PathBuf {
        let (first, rest) = self.digits.split_at_checked(2).unwrap_or_default();
        folder.join(first).join(format!("{rest}.json"))
    }

    fn sum(kind: Kind, texts: &[&str]) -> Self {
        let sum = texts.iter().fold(mix(kind as u64), |sum, text| {
            // The length ends one text before the next begins.
            text.bytes().fold(mix(sum ^ text.len() as u64), |sum, byte| mix(sum ^ u64::from(byte)))
        });
        Self { digits: format!("{sum:016x}"), lasting: false }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn key() -> IssueKey {
        IssueKey {
            publication: Some("衡阳日报".to_owned()),
            date: Some(date(2019, 5, 29)),
            pages: vec!["01".to_owned()],
            content: Some("5f".to_owned()),
            sources: vec!["/a".to_owned()],
            ..IssueKey::default()
        }
    }

    #[test]
    fn an_issue_with_a_title_is_named_by_it_alone() {
        let other = IssueKey {
            publication: Some("衡 阳 日 报".to_owned()),
            number: Some("7".to_owned()),
            pages: Vec::new(),
            content: None,
            sources: vec!["/b".to_owned()],
            ..key()
        };
        assert_eq!(FileName::of(&key()), FileName::of(&other));
        assert_ne!(FileName::of(&key()), FileName::of(&IssueKey { date: Some(date(2019, 5, 30)), ..key() }));
    }

    #[test]
    fn else_by_its_words_and_else_by_its_source() {
        let nameless = IssueKey { publication: Some(" ".to_owned()), ..key() };
        let moved = IssueKey { sources: vec!["/b".to_owned()], date: None, ..nameless.clone() };
        assert_eq!(FileName::of(&nameless), FileName::of(&moved));
        let wordless = IssueKey { content: None, ..nameless };
        assert_eq!(Some(FileName::of(&wordless)), FileName::of_source(&key()));
        assert_eq!(FileName::of_source(&IssueKey { sources: vec!["-".to_owned()], ..key() }), None);
    }

    /// They are in users' folders.
    #[test]
    fn names_never_change() {
        assert_eq!(FileName::of(&key()).path_in(Path::new("/p")), Path::new("/p/04/ee8c8b088377f8.json"));
        assert_eq!(FileName::of_words(&key()).unwrap().digits(), "39cbdbb167bfff24");
        assert_eq!(FileName::of_source(&key()).unwrap().digits(), "e8686c8f4cfe6c7e");
    }

    #[test]
    fn only_digits_lead_anywhere() {
        assert!(FileName::from_digits("0123456789abcdef").is_some());
        for wrong in ["", "../../../etc/pas", "0123456789ABCDEF", "0123456789abcdef0"] {
            assert_eq!(FileName::from_digits(wrong), None);
        }
    }
}
