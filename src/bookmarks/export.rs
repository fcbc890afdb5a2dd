//! Bookmarks for people and other programs, and back.
//!
//! The texts come from issues, which are data: no control character, no bidirectional override and no character
//! without a shape gets out, so that a list can go to a terminal as it is.

use std::cmp::Reverse;

use super::bookmark::Bookmark;
use super::document::{Document, Unreadable};

/// A line for a list: the issue, the page, the headline, the words; parts that a bookmark lacks are left out.
#[must_use]
pub fn line(bookmark: &Bookmark) -> String {
    let page = &bookmark.article.page;
    let parts = [
        bookmark.issue.title(),
        page.clone(),
        bookmark.article.headline.clone(),
        bookmark.quote.exact.clone(),
    ];
    let parts: Vec<String> =
        parts.iter().map(|part| one_line(part)).filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// The bookmarks as a bookmarks file: what [`read`] reads, with every field.
#[must_use]
pub fn json(bookmarks: &[Bookmark]) -> String {
    let mut document = Document::new();
    for bookmark in bookmarks {
        // Serde fails for no bookmark: all its keys are texts.
        let _ = document.put(bookmark);
    }
    let mut text = String::new();
    for c in document.write().unwrap_or_default().chars() {
        // Outside JSON's texts the only one of these is the new line; inside, an escape means the same.
        if hidden(c) && c != '\n' {
            text.extend(c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            text.push(c);
        }
    }
    text
}

/// A page of clippings: the issues by date, newest first, with the words kept from each.
#[must_use]
pub fn markdown(bookmarks: &[Bookmark]) -> String {
    let mut sorted: Vec<&Bookmark> = bookmarks.iter().collect();
    sorted.sort_by_cached_key(|bookmark| {
        let issue = (Reverse(bookmark.issue.date), bookmark.issue.title());
        (issue, bookmark.article.number, bookmark.position, bookmark.made)
    });
    let mut paragraphs = Vec::new();
    let mut last = None;
    for bookmark in sorted {
        let issue = bookmark.issue.title();
        if last.as_ref() != Some(&issue) {
            paragraphs.push(format!("# {}", escaped(&issue)));
            last = Some(issue);
        }
        paragraphs.extend(clipping(bookmark));
    }
    let text = paragraphs.join("\n\n");
    if text.is_empty() { text } else { text + "\n" }
}

/// The paragraphs of one bookmark on a page of clippings.
fn clipping(bookmark: &Bookmark) -> Vec<String> {
    let headline = format!("## {}", escaped(&bookmark.article.headline));
    let words = format!("> {}", escaped(&bookmark.quote.exact));
    let day = bookmark.made.strftime("%Y-%m-%d").to_string();
    let mut facts = vec![bookmark.issue.title(), bookmark.article.page.clone(), day];
    facts.retain(|fact| !fact.trim().is_empty());
    facts.extend(bookmark.tags.iter().map(|tag| format!("#{tag}")));
    let source = format!("— {}", escaped(&facts.join(" · ")));
    let note = bookmark.note.as_deref().map(escaped);
    [headline, words].into_iter().chain(note).chain([source]).collect()
}

/// Reads bookmarks from a bookmarks file, which is also what [`json`] writes.
///
/// # Errors
/// When `bytes` are no such file, in one sentence without the file's name.
pub fn read(bytes: &[u8]) -> Result<Vec<Bookmark>, ImportError> {
    match Document::read(bytes) {
        Ok(document) => Ok(document.bookmarks().0),
        Err(Unreadable::Empty) => Err(ImportError("the file is empty".to_owned())),
        Err(Unreadable::Damaged(why)) => Err(ImportError(format!("not a bookmarks file ({why})"))),
        Err(Unreadable::Newer(found)) => {
            Err(ImportError(format!("a {found} file, which needs a newer newsprint")))
        }
    }
}

/// Why bytes are no bookmarks file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ImportError(String);

/// Those of `from` that are neither in `known` nor before in `from`: no other has the id, or the same words at the
/// same place of the same issue.
pub(super) fn new_ones<'a>(known: &[Bookmark], from: &'a [Bookmark]) -> Vec<&'a Bookmark> {
    let mut new: Vec<&Bookmark> = Vec::new();
    for bookmark in from {
        let same = |other: &Bookmark| other.id == bookmark.id || other.same_place(bookmark);
        if !known.iter().any(same) && !new.iter().any(|other| same(other)) {
            new.push(bookmark);
        }
    }
    new
}

/// `text` without what must not reach a terminal, its white space one space where it has a new line in it.
fn one_line(text: &str) -> String {
    let words: Vec<&str> =
        text.split(['\n', '\r', '\t']).map(str::trim).filter(|word| !word.is_empty()).collect();
    words.join(" ").chars().filter(|&c| !hidden(c)).collect()
}

/// `text` on one line of Markdown, meaning itself.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in one_line(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Whether a character draws nothing and does something.
fn hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{00AD}' | '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests;
