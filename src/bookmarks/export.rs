//! Bookmarks for people and other programs, and back.
//!
//! The texts come from issues, which are data: no control character, no bidirectional override and no character
//! without a shape gets out, so that a list can go to a terminal as it is.

mod w3c;

use std::cmp::Reverse;

use super::bookmark::Bookmark;
use super::document::{Document, Unreadable};

/// A line for a list: the id, then what [`line()`] says.
#[must_use]
pub fn entry(bookmark: &Bookmark) -> String {
    format!("{}  {}", one_line(&bookmark.id), line(bookmark))
}

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
    joined(parts.map(|part| one_line(&part)))
}

/// All that a person wants to know of one bookmark, in a few lines: where, the words with what stands around them in
/// brackets, the note, the tags, when and from which file. Parts that it lacks are left out.
#[must_use]
pub fn card(bookmark: &Bookmark) -> String {
    let quote = &bookmark.quote;
    let around = |text: &str| {
        let text = one_line(text);
        if text.is_empty() { text } else { format!("[{text}]") }
    };
    let note = bookmark.note.as_deref().unwrap_or_default();
    let tags: Vec<String> = bookmark.tags.iter().map(|tag| format!("#{}", one_line(tag))).collect();
    let day = bookmark.made.strftime("%Y-%m-%d %H:%M UTC").to_string();
    let paragraphs = [
        joined([one_line(&bookmark.issue.title()), one_line(&bookmark.article.page)]),
        one_line(&bookmark.article.headline),
        format!("{}{}{}", around(&quote.before), one_line(&quote.exact), around(&quote.after)),
        note.lines().map(one_line).collect::<Vec<_>>().join("\n"),
        tags.join(" "),
        joined([one_line(&bookmark.id), day, one_line(bookmark.issue.source())]),
    ];
    paragraphs.iter().filter(|text| !text.trim().is_empty()).map(|text| text.clone() + "\n").collect()
}

fn joined<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The bookmarks as a bookmarks file: what [`read`] reads, with every field.
#[must_use]
pub fn json(bookmarks: &[Bookmark]) -> String {
    let mut document = Document::new();
    for bookmark in bookmarks {
        // Serde fails for no bookmark: all its keys are texts.
        let _ = document.put(bookmark);
    }
    harmless(&document.write().unwrap_or_default())
}

/// JSON that means the same, without a character that acts on a terminal.
fn harmless(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
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

/// What was read from a file.
#[derive(Debug, Clone, Default, PartialEq)]
#[must_use]
pub struct Imported {
    /// The bookmarks.
    pub bookmarks: Vec<Bookmark>,
    /// How many entries were none that this version can keep: annotations of something else than words, most likely.
    pub left_out: usize,
}

/// Reads bookmarks from a bookmarks file of this version or an older one, which is also what [`json`] writes, or from W3C annotations: what [`w3c()`]
/// writes, or an annotation, an array, a page or a collection of them from another program.
///
/// # Errors
/// When `bytes` are neither, in one sentence without the file's name.
pub fn read(bytes: &[u8]) -> Result<Imported, ImportError> {
    if let Some(imported) = w3c::read(bytes) {
        return Ok(imported);
    }
    match Document::read(bytes) {
        Ok((document, _)) => {
            let (bookmarks, left_out) = document.bookmarks();
            Ok(Imported { bookmarks, left_out })
        }
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

/// The bookmarks as a page of W3C Web Annotations (JSON-LD), for other programs. [`read`] gives them back as they were.
///
/// An annotation has the words as a text quote selector, the note and the tags as bodies, the time as `created`, and
/// the issue's file as the target's source. What the model has no word for (the issue's identity, the article, the
/// position) is a JSON literal, `newsprint:bookmark`, which other programs may drop: the words are found without it.
#[must_use]
pub fn w3c(bookmarks: &[Bookmark]) -> String {
    harmless(&w3c::write(bookmarks))
}

/// Those of `known` whose issues were seen at more places, as bookmarks in `from` at the same places say.
pub(super) fn seen_elsewhere(known: &[Bookmark], from: &[Bookmark]) -> Vec<Bookmark> {
    let mut seen: Vec<Bookmark> = Vec::new();
    for old in known {
        let mut now = old.clone();
        let same = |other: &&Bookmark| other.id == old.id || old.same_place(other);
        let of_same = from.iter().filter(same).filter(|other| other.issue.same_issue(&old.issue));
        let before = now.issue.sources.len();
        for other in of_same {
            now.issue.also_seen_with(&other.issue);
        }
        if now.issue.sources.len() > before {
            seen.push(now);
        }
    }
    seen
}

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
