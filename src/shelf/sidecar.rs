//! Corrections beside a page: `NAME.fix.json` for `NAME.txt`.

use std::fs;
use std::io::ErrorKind;

use super::Source;
use crate::parse::Fix;

/// How a sidecar's name ends.
pub(super) const ENDING: &str = ".fix.json";

/// The corrections of the issue at `source`; none for what is no file, or has no sidecar. When there is one that cannot
/// be read, why: the page can be read without it, but not in silence.
pub(super) fn of(source: &Source) -> Result<Option<Fix>, String> {
    let Source::File(page) = source else { return Ok(None) };
    let Some(stem) = page.file_stem() else { return Ok(None) };
    let mut name = stem.to_owned();
    name.push(ENDING);
    let path = page.with_file_name(name);
    let left_out = |why: String| format!("the corrections in {why}: they are left out");
    match fs::read_to_string(&path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(left_out(format!("{} cannot be read, {error}", path.display()))),
        Ok(text) => Fix::read(&text).map(Some).map_err(|error| {
            let place = error.place.map(|place| format!(":{place}")).unwrap_or_default();
            left_out(format!("{}{place} cannot be read, {error}", path.display()))
        }),
    }
}
