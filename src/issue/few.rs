//! Lists that few articles have.

use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A list that is mostly empty, read as a slice. It is a pointer, and nothing without an item: an article has several, and an
/// issue many articles.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::box_collection, reason = "a vector without an item is three words, this is one")]
pub struct Few<T>(Option<Box<Vec<T>>>);

impl<T> Few<T> {
    /// Adds `item` at the end.
    pub fn push(&mut self, item: T) {
        // Few have more than one.
        self.0.get_or_insert_with(|| Box::new(Vec::with_capacity(1))).push(item);
    }
}

impl<T> Default for Few<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.0.as_ref().map_or(&[], |items| items)
    }
}

impl<T> From<Vec<T>> for Few<T> {
    fn from(items: Vec<T>) -> Self {
        Self((!items.is_empty()).then(|| Box::new(items)))
    }
}

impl<T> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Vec::from_iter(items).into()
    }
}

impl<'a, T> IntoIterator for &'a Few<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Serialize> Serialize for Few<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Few<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Vec::deserialize(from).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_a_list_that_takes_no_room_while_it_is_empty() {
        let mut few = Few::from(Vec::<u8>::new());
        assert_eq!((&few[..], size_of_val(&few)), (&[][..], size_of::<usize>()));
        assert_eq!(few, Few::default());
        few.push(3);
        few.push(4);
        assert_eq!(few[..], [3, 4]);
        assert_eq!(serde_json::to_string(&few).expect("numbers"), "[3,4]");
        assert_eq!(serde_json::from_str::<Few<u8>>("[3,4]").expect("numbers"), few);
    }
}
