//! The versions of a file's format, and the way from each to the next.
//!
//! A format is named `newsprint-bookmarks/2`: a family and a number. A file of an older version is read by going all
//! the steps from there, one after the other; each is a pure function of JSON values that leaves alone what it does not
//! know. A file of a newer version is refused: nobody knows what it means.

use serde_json::Value;

/// The way from one version of a format to the next. What it cannot make sense of stays as it is.
pub(crate) type Step = fn(&mut Value);

/// All versions of a format.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Versions {
    /// What the name begins with, up to the number.
    pub(crate) family: &'static str,
    /// The name of the version that this program writes.
    pub(crate) now: &'static str,
    /// The first step leads from version 1 to 2, the last one to the version that is written now.
    pub(crate) steps: &'static [Step],
}

/// What a file's `format` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Age {
    /// It is what this program writes.
    Now,
    /// This older version.
    Older(Number),
    /// A version that this program does not know.
    Newer,
    /// Another family.
    Foreign,
}

/// The number of a version, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number(usize);

impl Number {
    /// What is put after a file's name to tell its older version: `.v1`.
    pub(crate) fn ending(self) -> String {
        format!(".v{}", self.0)
    }
}

impl Versions {
    /// What `format` is.
    pub(crate) fn age(&self, format: &str) -> Age {
        let Some(number) = format.strip_prefix(self.family) else { return Age::Foreign };
        if format == self.now {
            return Age::Now;
        }
        let older = (1..=self.steps.len()).find(|n| n.to_string() == number);
        older.map_or(Age::Newer, |n| Age::Older(Number(n)))
    }

    /// A file of an older version as this program would have written it.
    pub(crate) fn brought_up(&self, mut file: Value, from: Number) -> Value {
        for step in self.steps.iter().skip(from.0.saturating_sub(1)) {
            step(&mut file);
        }
        if let Some(format) = file.get_mut("format") {
            *format = Value::from(self.now);
        }
        file
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn log(file: &mut Value, step: &str) {
        if let Some(log) = file.get_mut("log").and_then(Value::as_array_mut) {
            log.push(step.into());
        }
    }

    const OURS: Versions = Versions {
        family: "newsprint-test/",
        now: "newsprint-test/3",
        steps: &[|file| log(file, "1 to 2"), |file| log(file, "2 to 3")],
    };

    #[test]
    fn a_name_says_how_old_a_file_is() {
        let cases = [
            ("newsprint-test/3", Age::Now),
            ("newsprint-test/1", Age::Older(Number(1))),
            ("newsprint-test/2", Age::Older(Number(2))),
            ("newsprint-test/4", Age::Newer),
            ("newsprint-test/02", Age::Newer),
            ("newsprint-test/0", Age::Newer),
            ("newsprint-test/", Age::Newer),
            ("newsprint-issue/1", Age::Foreign),
        ];
        for (format, age) in cases {
            assert_eq!(OURS.age(format), age, "{format}");
        }
    }

    #[test]
    fn every_step_from_the_version_on_is_gone_once_and_in_order() {
        for (from, log) in [(1, json!(["1 to 2", "2 to 3"])), (2, json!(["2 to 3"]))] {
            let file = json!({ "format": format!("newsprint-test/{from}"), "log": [], "later": 7 });
            let expected = json!({ "format": "newsprint-test/3", "log": log, "later": 7 });
            assert_eq!(OURS.brought_up(file, Number(from)), expected);
        }
    }
}
