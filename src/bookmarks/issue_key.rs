//! Which issue a bookmark belongs to.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::issue::fold::{folded, same};
use crate::issue::{Extra, Issue, han};

/// How many sources of an issue are kept.
const KEPT: usize = 8;

/// What tells one issue from another, whatever file it is in.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IssueKey {
    /// The newspaper's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publication: Option<String>,
    /// The day of publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The issue number, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The ids of its pages: a file may hold only some pages of an issue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<String>,
    /// A checksum of all its words in any order, so that neither white space nor another parse changes it. Absent for
    /// an issue without text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    /// The same checksum with all variants of a character as one: of the words in either script.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub neutral: Option<String>,
    /// Where it was seen, the newest first: absolute paths of files, or `sample:NAME`. A file that was moved has two,
    /// and so has an issue that two readers keep under different names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl IssueKey {
    /// The key of `issue`, which came from `source`.
    ///
    /// It reads the whole text, once: about half a millisecond for each megabyte. Whoever makes many bookmarks in an
    /// issue keeps its key.
    #[must_use]
    pub fn of(issue: &Issue, source: &str) -> Self {
        let (content, neutral) = checksums(issue).unzip();
        Self {
            publication: issue.publication.clone(),
            date: issue.date,
            number: issue.number.clone(),
            pages: issue.pages.iter().map(|page| page.id.clone()).collect(),
            content,
            neutral,
            sources: Some(source.to_owned()).filter(|source| !source.is_empty()).into_iter().collect(),
            extra: Extra::new(),
        }
    }

    /// Where it was seen last; empty if that is not known.
    #[must_use]
    pub fn source(&self) -> &str {
        self.sources.first().map_or("", String::as_str)
    }

    /// Notes that it was seen at `source`. Says whether that is new. Of more than eight sources the oldest go.
    pub fn seen_at(&mut self, source: &str) -> bool {
        let new = !source.is_empty() && self.sources.iter().all(|known| known != source);
        if new {
            self.sources.insert(0, source.to_owned());
            self.sources.truncate(KEPT);
        }
        new
    }

    /// Notes where `other`, which is the same issue, was seen: after where this one was.
    pub fn also_seen_with(&mut self, other: &Self) {
        for source in other.sources.iter().filter(|source| !source.is_empty()) {
            if self.sources.len() < KEPT && !self.sources.contains(source) {
                self.sources.push(source.clone());
            }
        }
    }

    /// Whether both are the same issue, or parts of it that share a page.
    ///
    /// Another date is another issue, whatever else agrees: a program may write each day's paper to the same file.
    /// Else the same words, or a source in both, are the same issue. Else the name and the date must be there and
    /// agree, the numbers must not differ, and a page must be in both (`1` is `01`).
    ///
    /// Limit: of two files without the newspaper's name, with other words and at other paths, nothing says that they
    /// are one issue, so they are two.
    #[must_use]
    pub fn same_issue(&self, other: &Self) -> bool {
        if differ(self.date.as_ref(), other.date.as_ref()) {
            return false;
        }
        let both = |one: &Option<String>, other: &Option<String>| one.is_some() && one == other;
        let same_words = both(&self.content, &other.content) || both(&self.neutral, &other.neutral);
        let same_source =
            self.sources.iter().any(|source| !source.is_empty() && other.sources.contains(source));
        if same_words || same_source {
            return true;
        }
        let (Some(mine), Some(theirs)) = (&self.publication, &other.publication) else { return false };
        self.date.is_some()
            && other.date.is_some()
            && same(mine, theirs)
            && self.number.iter().zip(&other.number).all(|(mine, theirs)| same(mine, theirs))
            && self.shares_page(other)
    }

    /// For lists: `衡阳日报 2019-05-29`; the number where there is no date, the file's name where there is no
    /// newspaper's name.
    #[must_use]
    pub fn title(&self) -> String {
        let name = self.name();
        let day = match (&self.date, &self.number) {
            (Some(date), _) => date.to_string(),
            (None, Some(number)) => number.trim().to_owned(),
            (None, None) => String::new(),
        };
        if day.is_empty() || name.contains(&day) {
            name.to_owned()
        } else if name.is_empty() {
            day
        } else {
            format!("{name} {day}")
        }
    }

    /// The newspaper's name; the file's where there is none.
    #[must_use]
    pub fn name(&self) -> &str {
        match &self.publication {
            Some(name) if !name.trim().is_empty() => name.trim(),
            _ => self.file_name(),
        }
    }

    /// The last step of the source, without its ending.
    fn file_name(&self) -> &str {
        let name = self.source().rsplit(['/', '\\']).next().unwrap_or_default();
        let name = name.strip_prefix("sample:").unwrap_or(name);
        match name.rsplit_once('.') {
            Some((stem, _)) if !stem.is_empty() => stem,
            _ => name,
        }
    }

    /// Whether a page is in both. An issue without pages, or with one that has no id, is not known to lack any.
    fn shares_page(&self, other: &Self) -> bool {
        let unknown = |key: &Self| key.pages.iter().all(|page| page.trim().is_empty());
        unknown(self)
            || unknown(other)
            || self.pages.iter().any(|page| other.pages.iter().any(|other| same_page(page, other)))
    }
}

/// An issue's key as version 1 of the bookmarks and the places had it, as version 2 has it: one source was kept, now
/// all that are known are.
pub(crate) fn sources_of_one(key: &mut Value) {
    let Some(fields) = key.as_object_mut() else { return };
    if fields.get("source").is_none_or(|source| !source.is_string()) || fields.contains_key("sources") {
        return;
    }
    // In its place, so that a person finds it where it was.
    *fields = std::mem::take(fields)
        .into_iter()
        .map(|(name, value)| match name.as_str() {
            "source" => ("sources".to_owned(), Value::from(vec![value])),
            _ => (name, value),
        })
        .collect();
}

/// Whether two page ids name one page: `1` and `01`, `a5` and `A05`.
pub(super) fn same_page(one: &str, other: &str) -> bool {
    page_parts(one).eq(page_parts(other))
}

/// The one form of all ids that name one page.
pub(crate) fn page_form(id: &str) -> String {
    page_parts(id).collect()
}

fn page_parts(id: &str) -> impl Iterator<Item = char> {
    let mut figures = false;
    folded(id).filter_map(move |c| {
        let leading_zero = c == '0' && !figures;
        figures = c.is_ascii_digit() && !leading_zero;
        (!leading_zero).then(|| c.to_ascii_uppercase())
    })
}

fn differ<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one != other)
}

/// The sum of the mixed characters, the same for every order of the same words: as they are, and as they are in either
/// script.
fn checksums(issue: &Issue) -> Option<(String, String)> {
    let mut sums = None;
    for (_, article) in issue.articles() {
        for c in article.parts().flat_map(|(_, text)| folded(text)) {
            let (own, neutral) = sums.unwrap_or((0, 0));
            let (value, other) = (mix(u64::from(c)), han::neutral(c));
            let other = if other == c { value } else { mix(u64::from(other)) };
            sums = Some((value.wrapping_add(own), other.wrapping_add(neutral)));
        }
    }
    sums.map(|(own, neutral): (u64, u64)| (format!("{own:016x}"), format!("{neutral:016x}")))
}

/// `SplitMix64`'s finalizer. Its values are in users' files: it may never change.
pub(crate) fn mix(value: u64) -> u64 {
    let value = value.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn key(publication: &str, day: Option<Date>, pages: &[&str], source: &str) -> IssueKey {
        IssueKey {
            publication: (!publication.is_empty()).then(|| publication.to_owned()),
            date: day,
            pages: pages.iter().map(|&id| id.to_owned()).collect(),
            sources: vec![source.to_owned()],
            ..IssueKey::default()
        }
    }

    #[test]
    fn an_issue_is_known_by_name_and_day_in_any_file() {
        let day = Some(date(2019, 5, 29));
        let page = key("衡阳日报", day, &["01"], "/a/p1.txt");
        assert!(page.same_issue(&key("衡 阳 日 报", day, &["1", "2"], "/b/whole.json")));
        assert!(!page.same_issue(&key("衡阳日报", day, &["2"], "/a/p2.txt")), "another page");
        assert!(!page.same_issue(&key("衡阳晚报", day, &["01"], "/b/p1.txt")), "another paper");
        assert!(!page.same_issue(&key("", day, &["01"], "/b/p1.txt")), "a paper without a name");
        assert!(page.same_issue(&key("", day, &["01"], "/a/p1.txt")), "the same file");
        let next = key("衡阳日报", Some(date(2019, 5, 30)), &["01"], "/a/p1.txt");
        assert!(!page.same_issue(&next), "the same file with the next day's paper");
    }

    #[test]
    fn a_renamed_file_is_known_by_its_words() {
        let mut one = key("", None, &[], "/a");
        let mut other = key("", None, &[], "/b");
        assert!(!one.same_issue(&other));
        one.content = Some("5f".to_owned());
        other.content.clone_from(&one.content);
        assert!(one.same_issue(&other));
    }

    #[test]
    fn every_place_where_it_was_seen_tells_an_issue() {
        let mut moved = key("", None, &[], "/old");
        assert!(moved.seen_at("/new") && !moved.seen_at("/old") && !moved.seen_at(""));
        assert_eq!(
            (moved.sources.as_slice(), moved.source()),
            (&["/new".to_owned(), "/old".to_owned()][..], "/new")
        );
        assert!(
            moved.same_issue(&key("", None, &[], "/old")) && moved.same_issue(&key("", None, &[], "/new"))
        );
        assert!(!moved.same_issue(&key("", None, &[], "/other")));
        for n in 0..20 {
            moved.seen_at(&format!("/{n}"));
        }
        assert_eq!((moved.sources.len(), moved.source()), (KEPT, "/19"));
    }

    #[test]
    fn the_one_source_of_an_older_key_is_the_first_of_several() {
        let step = |mut key: Value| {
            sources_of_one(&mut key);
            key
        };
        let old = serde_json::json!({ "pages": ["1"], "source": "/a", "later": 7 });
        let new = step(old);
        assert_eq!(new.to_string(), r#"{"pages":["1"],"sources":["/a"],"later":7}"#);
        assert_eq!(step(new.clone()), new, "a second time changes nothing");
        for strange in [serde_json::json!(7), serde_json::json!({ "source": 7 }), serde_json::json!({})] {
            assert_eq!(step(strange.clone()), strange);
        }
    }

    #[test]
    fn an_edition_in_the_other_script_is_the_same_issue() {
        let day = Some(date(2019, 5, 29));
        let simplified =
            IssueKey { number: Some("第1号".to_owned()), ..key("台湾日报", day, &["01"], "/a") };
        let traditional =
            IssueKey { number: Some("第1號".to_owned()), ..key("臺灣日報", day, &["1"], "/b") };
        assert!(simplified.same_issue(&traditional));
        assert!(!simplified.same_issue(&IssueKey { number: Some("第2號".to_owned()), ..traditional }));
        // Of a paper without a name the words tell it.
        let of = |text: &str| {
            let block = crate::issue::Block { text: text.to_owned(), ..Default::default() };
            let article = crate::issue::Article { body: vec![block], ..Default::default() };
            let page = crate::issue::Page { articles: vec![article], ..Default::default() };
            IssueKey::of(&Issue { pages: vec![page], ..Issue::new() }, text)
        };
        let (simplified, traditional) = (of("关于头发的发现"), of("關於頭髮的發現"));
        assert_ne!(simplified.content, traditional.content);
        assert!(simplified.same_issue(&traditional) && !simplified.same_issue(&of("关于头发的发明")));
    }

    #[test]
    fn page_ids_are_compared_as_printed_numbers() {
        assert!(same_page("1", "01") && same_page("a5", "A05") && same_page("A10", "A10"));
        assert!(!same_page("1", "10") && !same_page("A1", "B1") && !same_page("100", "1"));
    }

    #[test]
    fn a_title_says_paper_and_day() {
        let day = Some(date(2019, 5, 29));
        assert_eq!(key("衡阳日报", day, &[], "/a").title(), "衡阳日报 2019-05-29");
        assert_eq!(key("", day, &[], "/a/hengyang-2019-05-29-p1.txt").title(), "hengyang-2019-05-29-p1");
        assert_eq!(key("", day, &[], "sample:printing").title(), "printing 2019-05-29");
        assert_eq!(key("", None, &[], "").title(), "");
    }
}
