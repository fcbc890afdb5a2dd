//! The issue file (`newsprint-issue/1`), read and written.
//!
//! Reading is strict about shape and lenient about absence: only `format` and `pages` are required, unknown fields are
//! kept, `null` means absent. Every error has its line, its column and the path of the field.

use serde::Deserialize;

use super::{ParseError, Place};
use crate::issue::{FORMAT, Issue};

/// What a file says it is, read before anything else: a newer format may have other fields.
#[derive(Deserialize)]
struct Head {
    format: Option<serde_json::Value>,
}

/// Reads an issue file.
///
/// `text` is the whole file. White space around the document is allowed, anything else after it is an error.
///
/// # Errors
/// When `text` is not JSON, is another format or a newer version of ours, or a field has the wrong type.
pub fn read(text: &str) -> Result<Issue, ParseError> {
    let head: Head = serde_json::from_str(text).map_err(|error| syntax(&error))?;
    match head.format.as_ref().map(serde_json::Value::as_str) {
        Some(Some(FORMAT)) => {}
        Some(Some(format)) => return Err(foreign(format)),
        Some(None) => {
            return Err(ParseError::new(format!("`format` must be the text \"{FORMAT}\"")));
        }
        None => {
            return Err(ParseError::new(format!(
                "no `format` field: an issue file begins with {{ \"format\": \"{FORMAT}\", \"pages\": [ … ] }}"
            )));
        }
    }
    from_str(text)
}

/// Reads any of our JSON files. An error has the path of the field.
///
/// # Errors
/// When `text` is not JSON or a field has the wrong type.
pub(super) fn from_str<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, ParseError> {
    let mut from = serde_json::Deserializer::from_str(text);
    serde_path_to_error::deserialize(&mut from).map_err(|error| {
        let path = error.path().to_string();
        let mut found = syntax(error.inner());
        if path != "." {
            found.message = format!("{}, in {path}", found.message);
        }
        found
    })
}

/// Writes an issue file: UTF-8, two spaces of indent, a newline at the end.
///
/// # Errors
/// None for an [`Issue`] that this crate made; the type is the writer's.
pub fn write(issue: &Issue) -> serde_json::Result<String> {
    serde_json::to_string_pretty(issue).map(|text| text + "\n")
}

fn foreign(format: &str) -> ParseError {
    let version = format.strip_prefix("newsprint-issue/");
    ParseError::new(match version.map(str::parse::<u32>) {
        Some(Ok(_)) => format!(
            "this is a {format} file and this newsprint reads {FORMAT}: open it with a newer newsprint"
        ),
        _ => format!("`format` is {format:?}; newsprint reads {FORMAT:?}"),
    })
}

/// serde's error without its own ` at line N column M`, which goes into the place.
fn syntax(error: &serde_json::Error) -> ParseError {
    let whole = error.to_string();
    let message = whole.split(" at line ").next().unwrap_or(&whole).to_owned();
    let message = match error.classify() {
        serde_json::error::Category::Eof => format!("the file ends too soon ({message})"),
        serde_json::error::Category::Syntax => format!("not valid JSON: {message}"),
        _ => message,
    };
    ParseError { message, place: Place::at(error.line(), error.column()) }
}

#[cfg(test)]
mod tests;
