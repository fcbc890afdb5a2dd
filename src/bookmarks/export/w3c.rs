//! Bookmarks as W3C Web Annotations (<https://www.w3.org/TR/annotation-model/>), and back.

use std::fmt::Write;

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::Imported;
use crate::bookmarks::bookmark::Bookmark;
use crate::bookmarks::issue_key::{mix, sources_of_one};
use crate::bookmarks::{ArticleKey, IssueKey, Quote};
use crate::issue::{Extra, Position};

/// The context that every annotation has.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// The field for what the model has no word for.
const OURS: &str = "newsprint:bookmark";

/// What the ids of our annotations begin with.
const NAME: &str = "urn:newsprint:bookmark:";

/// An annotation page.
pub(super) fn write(bookmarks: &[Bookmark]) -> String {
    let items: Vec<Value> = bookmarks.iter().map(annotation).collect();
    let ours = json!({ "@id": format!("urn:newsprint:{OURS}"), "@type": "@json" });
    let page = json!({
        "@context": [CONTEXT, { "@version": 1.1, OURS: ours }],
        "id": "urn:newsprint:bookmarks",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    });
    // A value whose keys are texts is always JSON.
    serde_json::to_string_pretty(&page).map(|text| text + "\n").unwrap_or_default()
}

fn annotation(bookmark: &Bookmark) -> Value {
    let text = |value: &str, purpose: &str| json!({ "type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose });
    let note = bookmark.note.iter().map(|note| text(note, "commenting"));
    let bodies: Vec<Value> = note.chain(bookmark.tags.iter().map(|tag| text(tag, "tagging"))).collect();
    let quote = &bookmark.quote;
    let mut annotation = json!({
        "id": format!("{NAME}{}", bookmark.id),
        "type": "Annotation",
        "motivation": "bookmarking",
        "created": bookmark.made,
        "body": bodies,
        "target": {
            "source": address(bookmark.issue.source()),
            "selector": {
                "type": "TextQuoteSelector", "exact": quote.exact, "prefix": quote.before, "suffix": quote.after
            },
        },
        OURS: rest(bookmark),
    });
    if bodies.is_empty()
        && let Some(fields) = annotation.as_object_mut()
    {
        fields.shift_remove("body");
    }
    annotation
}

/// The bookmark's JSON without what the annotation says in its own words.
fn rest(bookmark: &Bookmark) -> Value {
    let mut rest = serde_json::to_value(bookmark).unwrap_or_default();
    if let Some(fields) = rest.as_object_mut() {
        for said in ["id", "made", "note", "tags"] {
            fields.shift_remove(said);
        }
        if let Some(quote) = fields.get_mut("quote").and_then(Value::as_object_mut) {
            quote.retain(|field, _| !["exact", "before", "after"].contains(&field.as_str()));
        }
    }
    rest
}

/// An IRI for a source: a path becomes a file's address, percent-encoded; `sample:NAME` is one.
fn address(source: &str) -> String {
    let path = source.replace('\\', "/");
    let (mut address, path) = if path.starts_with('/') {
        ("file://".to_owned(), path)
    } else if path.as_bytes().get(1) == Some(&b':') {
        ("file:///".to_owned(), path)
    } else {
        (String::new(), source.to_owned())
    };
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte) {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

/// The source of an IRI: the way back.
fn source_of(address: &str) -> String {
    let path = address.strip_prefix("file://").unwrap_or(address);
    // A drive of Windows: file:///C:/…
    let path = path.strip_prefix('/').filter(|path| path.as_bytes().get(1) == Some(&b':')).unwrap_or(path);
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| first == b'%').and_then(|two| std::str::from_utf8(two).ok());
        if let Some(byte) = code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            bytes.push(byte);
            rest = after.get(2..).unwrap_or_default();
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The bookmarks in `bytes`; `None` if these are no annotations.
pub(super) fn read(bytes: &[u8]) -> Option<Imported> {
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    let value: Value = serde_json::from_slice(bytes).ok()?;
    let items = items(&value)?;
    let bookmarks: Vec<Bookmark> = items.iter().filter_map(bookmark).collect();
    let left_out = items.len() - bookmarks.len();
    Some(Imported { bookmarks, left_out })
}

/// The annotations of one annotation, an array, a page or a collection with its first page in it.
fn items(value: &Value) -> Option<&[Value]> {
    if let Some(array) = value.as_array() {
        return array.iter().all(|item| is(item, "Annotation")).then_some(array);
    }
    if is(value, "Annotation") {
        return Some(std::slice::from_ref(value));
    }
    if is(value, "AnnotationCollection") {
        return items(value.get("first")?);
    }
    is(value, "AnnotationPage").then(|| value.get("items")?.as_array().map(Vec::as_slice))?
}

/// Whether a value is of this type, or of several with this one among them.
fn is(value: &Value, name: &str) -> bool {
    value.get("type").is_some_and(|is| many(is).any(|is| is.as_str() == Some(name)))
}

/// JSON-LD has one value where there is only one.
fn many(value: &Value) -> impl Iterator<Item = &Value> {
    let (array, one) = match value.as_array() {
        Some(array) => (array.as_slice(), None),
        None => (&[][..], Some(value)),
    };
    array.iter().chain(one)
}

/// The bookmark of an annotation. What the annotation says in its own words counts, as a program may have changed it.
fn bookmark(annotation: &Value) -> Option<Bookmark> {
    let target = many(annotation.get("target")?).next()?;
    let selector = many(target.get("selector")?).find_map(quote_selector)?;
    let text = |field: &str| selector.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
    let exact = Some(text("exact")).filter(|exact| !exact.trim().is_empty())?;
    let (before, after) = (text("prefix"), text("suffix"));
    let address = target.get("source").map(|source| source.get("id").unwrap_or(source));
    let source = source_of(address.and_then(Value::as_str).unwrap_or_default());
    let made = annotation.get("created").and_then(|time| Timestamp::deserialize(time).ok());
    let mut bookmark = ours(annotation).unwrap_or_else(|| Bookmark {
        id: String::new(),
        issue: IssueKey {
            sources: Some(source).filter(|source| !source.is_empty()).into_iter().collect(),
            ..IssueKey::default()
        },
        article: ArticleKey::default(),
        position: Position::START,
        quote: Quote::default(),
        note: None,
        tags: Vec::new(),
        made: Timestamp::UNIX_EPOCH,
        extra: Extra::new(),
    });
    bookmark.quote = Quote { before, exact, after, ..bookmark.quote };
    bookmark.made = made.unwrap_or(bookmark.made);
    bookmark.id = id(annotation, &bookmark);
    bookmark.note = bodies(annotation, false).next();
    bookmark.tags = bodies(annotation, true).collect();
    Some(bookmark)
}

/// A text quote selector, alone or as what refines another.
fn quote_selector(selector: &Value) -> Option<&Value> {
    if is(selector, "TextQuoteSelector") {
        return Some(selector);
    }
    many(selector.get("refinedBy")?).find(|selector| is(selector, "TextQuoteSelector"))
}

/// What we wrote beside the annotation's own words.
fn ours(annotation: &Value) -> Option<Bookmark> {
    let mut fields: Map<String, Value> = annotation.get(OURS)?.as_object()?.clone();
    fields.insert("id".to_owned(), Value::from(""));
    fields.insert("made".to_owned(), json!(Timestamp::UNIX_EPOCH));
    // Annotations that an older newsprint wrote have the issue as it was then.
    fields.get_mut("issue").into_iter().for_each(sources_of_one);
    let quote = fields.entry("quote").or_insert_with(|| json!({})).as_object_mut()?;
    quote.insert("exact".to_owned(), Value::from(""));
    serde_json::from_value(Value::Object(fields)).ok()
}

/// The texts of the bodies that are tags, or of those that are none.
fn bodies(annotation: &Value, tags: bool) -> impl Iterator<Item = String> {
    let bodies = annotation.get("body").into_iter().chain(annotation.get("bodyValue"));
    bodies.flat_map(many).filter_map(move |body| {
        let tagging = body.get("purpose").is_some_and(|of| many(of).any(|of| of.as_str() == Some("tagging")));
        let text = body.as_str().filter(|_| annotation.get("body").is_none());
        let text = text.or_else(|| body.get("value").and_then(Value::as_str))?.trim();
        (tagging == tags && !text.is_empty()).then(|| text.to_owned())
    })
}

/// The id that we gave it, else a checksum of what it is: to import it again makes no double.
fn id(annotation: &Value, bookmark: &Bookmark) -> String {
    let name = annotation.get("id").and_then(Value::as_str).unwrap_or_default();
    if let Some(id) = name.strip_prefix(NAME)
        && (1..=64).contains(&id.len())
        && id.bytes().all(|c| c.is_ascii_alphanumeric())
    {
        return id.to_owned();
    }
    let quote = &bookmark.quote;
    let texts = [name, bookmark.issue.source(), &quote.before, &quote.exact, &quote.after];
    let sum = texts.into_iter().fold(0, |sum, text| {
        text.bytes().fold(mix(sum ^ text.len() as u64), |sum, byte| mix(sum ^ u64::from(byte)))
    });
    format!("{sum:016x}")
}

#[cfg(test)]
mod tests;
