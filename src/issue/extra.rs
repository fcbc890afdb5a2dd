//! Fields that this version does not know.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

/// Fields of a file that this version does not know, kept through a round trip in their order.
///
/// Few files have any, and every block of every article has room for them: so they are a pointer, and nothing without
/// fields.
///
/// Limit: a number that fits neither 64 bits nor a double comes back as the nearest double.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Extra(Option<Box<Map<String, Value>>>);

impl Extra {
    /// No field.
    #[must_use]
    pub const fn new() -> Self {
        Self(None)
    }

    /// Adds a field, or changes it.
    pub fn insert(&mut self, field: String, value: Value) {
        self.0.get_or_insert_default().insert(field, value);
    }

    /// Whether there is a field of that name.
    #[must_use]
    pub fn contains(&self, field: &str) -> bool {
        self.0.as_ref().is_some_and(|fields| fields.contains_key(field))
    }

    /// The fields in their order.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.0.iter().flat_map(|fields| fields.iter())
    }
}

impl Serialize for Extra {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Extra {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let fields = Map::deserialize(from)?;
        Ok(Self((!fields.is_empty()).then(|| Box::new(fields))))
    }
}
