//! The issue file (`newsprint-issue/1`), read and written.
//!
//! Reading is strict about shape and lenient about absence: only `format` and `pages` are required, unknown fields are
//! kept, `null` means absent. Every error has its line, its column and the path of the field.

use serde::Deserialize;

use super::{Complaint, ParseError, Place};
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
            return Err(ParseError::new(Complaint::FormatNoText));
        }
        None => {
            return Err(ParseError::new(Complaint::NoFormat));
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
            found.what = Complaint::In(path, Box::new(found.what));
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
        Some(Ok(_)) => Complaint::Newer(format.to_owned()),
        _ => Complaint::OtherFormat(format.to_owned()),
    })
}

/// serde's error without its own ` at line N column M`, which goes into the place.
fn syntax(error: &serde_json::Error) -> ParseError {
    let whole = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let said = whole.strip_suffix(&place).unwrap_or(&whole).to_owned();
    let what = match error.classify() {
        serde_json::error::Category::Eof => Complaint::CutOff(said),
        serde_json::error::Category::Syntax => Complaint::NotJson(said),
        _ => Complaint::WrongValue(said),
    };
    ParseError { what, place: Place::at(error.line(), error.column()) }
}

#[cfg(test)]
mod tests;
