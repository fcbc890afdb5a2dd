//! What options take: how a value is read from TOML, and written.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use toml::de::DeValue;

use super::choice::Choice;
use super::problem::meant;
use super::said::{self, Said};

/// The narrowest and widest measure, in cells.
pub const MEASURE_LIMITS: (u16, u16) = (16, 240);

/// The longest line of text, in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure(pub u16);

impl Default for Measure {
    fn default() -> Self {
        Self(80)
    }
}

/// How many columns of text there are on a wide screen; `None` for as many as are good to read. 1 to 6.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ColumnCount(pub Option<u8>);

impl ColumnCount {
    /// The most that can be asked for.
    pub const MOST: u8 = 6;
}

/// A time to wait, in seconds. At most 60.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seconds(pub u8);

impl Seconds {
    const MOST: u8 = 60;
}

impl Default for Seconds {
    fn default() -> Self {
        Self(3)
    }
}

/// How far a paragraph's first line starts in, in em of two cells; `None` as the language has it. At most 8.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Indent(pub Option<u8>);

impl Indent {
    const MOST: u8 = 8;
}

impl FromStr for Indent {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.parse() {
            _ if text == "auto" => Ok(Self(None)),
            Ok(em) if em <= Self::MOST => Ok(Self(Some(em))),
            _ => Err(format!("expected {}", Self::takes())),
        }
    }
}

/// The folder of issues that opens when no path is given, as it is written; empty for none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShelfPath(pub String);

impl ShelfPath {
    /// The folder, with `~` replaced by the home folder; none if none is set, or there is no home for `~`.
    #[must_use]
    pub fn folder(&self) -> Option<PathBuf> {
        let path = Path::new(&self.0);
        match path.strip_prefix("~") {
            Ok(rest) => Some(std::env::home_dir()?.join(rest)),
            Err(_) => Some(path.to_owned()).filter(|path| !path.as_os_str().is_empty()),
        }
    }
}

/// What an option can take.
pub(super) trait Value: Sized {
    /// In words, for a message.
    fn takes() -> Said;
    /// The value that is written there.
    fn read(raw: &DeValue<'_>) -> Option<Self>;
    /// What was meant instead, as the end of a message.
    fn meant(_raw: &DeValue<'_>) -> Said {
        Said::default()
    }
    /// The value in TOML.
    fn write(&self) -> String;
}

impl Value for bool {
    fn takes() -> Said {
        said::yes_or_no()
    }

    fn read(raw: &DeValue<'_>) -> Option<Self> {
        raw.as_bool()
    }

    fn write(&self) -> String {
        self.to_string()
    }
}

impl<T: Choice> Value for T {
    fn takes() -> Said {
        let names: Vec<String> = T::ALL.iter().map(|(_, name, _)| quoted(name)).collect();
        said::one_of(&names)
    }

    fn read(raw: &DeValue<'_>) -> Option<Self> {
        T::named(raw.as_str()?)
    }

    fn meant(raw: &DeValue<'_>) -> Said {
        raw.as_str().map(|word| meant(word, T::ALL.iter().map(|(_, name, _)| *name))).unwrap_or_default()
    }

    fn write(&self) -> String {
        quoted(self.name())
    }
}

impl Value for Measure {
    fn takes() -> Said {
        let (least, most) = MEASURE_LIMITS;
        said::cells(least, most)
    }

    fn read(raw: &DeValue<'_>) -> Option<Self> {
        let (least, most) = MEASURE_LIMITS;
        integer(raw).filter(|cells| (least..=most).contains(cells)).map(Self)
    }

    fn write(&self) -> String {
        self.0.to_string()
    }
}

impl Value for ColumnCount {
    fn takes() -> Said {
        said::auto_or_count(Self::MOST)
    }

    fn read(raw: &DeValue<'_>) -> Option<Self> {
        match raw.as_str() {
            Some("auto") => Some(Self(None)),
            Some(_) => None,
            None => {
                integer(raw).filter(|count| (1..=Self::MOST).contains(count)).map(|count| Self(Some(count)))
            }
        }
    }

    fn write(&self) -> String {
        self.0.map_or_else(|| quoted("auto"), |count| count.to_string())
    }
}

impl Value for Seconds {
    fn takes() -> Said {
        said::seconds(Self::MOST)
    }

    fn read(raw: &DeValue<'_>) -> Option<Self> {
        integer(raw).filter(|seconds| *seconds <= Self::MOST).map(Self)
    }

    fn write(&self) -> String {
        self.0.to_string()
    }
}

impl Value for Indent {
    fn takes() -> Said {
        said::auto_or_em(Self::MOST)
    }

    fn read(raw: &DeValue<'_>) -> Option<Self> {
        match raw.as_str() {
            Some("auto") => Some(Self(None)),
            Some(_) => None,
            None => integer(raw).filter(|em| *em <= Self::MOST).map(|em| Self(Some(em))),
        }
    }

    fn write(&self) -> String {
        self.0.map_or_else(|| quoted("auto"), |em| em.to_string())
    }
}

impl Value for ShelfPath {
    fn takes() -> Said {
        said::folder()
    }

    /// Relative, it would be another folder in every working directory.
    fn read(raw: &DeValue<'_>) -> Option<Self> {
        let text = raw.as_str()?;
        let path = Path::new(text);
        (text.is_empty() || path.is_absolute() || path.starts_with("~")).then(|| Self(text.to_owned()))
    }

    fn write(&self) -> String {
        quoted(&self.0)
    }
}

fn integer<N: FromStr>(raw: &DeValue<'_>) -> Option<N> {
    let number = raw.as_integer().filter(|number| number.radix() == 10)?;
    number.as_str().trim_start_matches('+').parse().ok()
}

/// `text` as a TOML string.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// `names` as a TOML list of strings.
pub(super) fn list<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    format!("[{}]", names.into_iter().map(quoted).collect::<Vec<_>>().join(", "))
}
