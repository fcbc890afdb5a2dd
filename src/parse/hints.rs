//! What a file's name says of the issue in it.

use jiff::civil::Date;

/// What is known of a page before it is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hints {
    /// The day of publication.
    pub date: Option<Date>,
    /// The page's id.
    pub page: Option<String>,
}

impl Hints {
    /// Reads a file's name, without its folder: `hengyang-2019-05-29-p1.txt` is page `1` of 29 May 2019.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        Self { date: super::page::date_in_figures(stem), page: page(stem) }
    }
}

/// The id after a `p` or `page`, or before 版: `p02`, `p-A5`, `page3`, `第04版`.
fn page(stem: &str) -> Option<String> {
    let words = stem.split(['-', '_', '.', ' ']);
    let found = words.rev().find_map(|word| {
        let rest = word.strip_prefix(['p', 'P']).map(|rest| rest.strip_prefix("age").unwrap_or(rest));
        let chinese = word.strip_suffix('版').map(|rest| rest.strip_prefix('第').unwrap_or(rest));
        rest.or(chinese).filter(|id| is_id(id))
    });
    found.map(str::to_owned)
}

/// At most two capitals, then one to three figures.
fn is_id(id: &str) -> bool {
    let figures = id.trim_start_matches(|c: char| c.is_ascii_uppercase());
    id.len() - figures.len() <= 2
        && (1..=3).contains(&figures.len())
        && figures.chars().all(|c| c.is_ascii_digit())
}
