//! Bookmarks: kept places that find themselves again, and the file they are kept in.
//!
//! A [`Bookmark`] is a place and the words that stand there. [`Bookmark::find`] looks for these words in an issue that
//! may have been parsed anew, corrected or moved since; it says [`Found::Lost`] rather than name a place that could be
//! another. [`Store`] keeps bookmarks in a JSON file that several readers may use at once, and loses nothing: see
//! there for what that rests on. Its format has versions, and a list of steps from each to the next (`versions.rs`).
//! [`export`] writes them for people and programs, and reads them back.
//!
//! The way of data: issue + position → [`Bookmark`] → [`Store`] → [`Bookmark`] + issue → [`Found`].

mod anchor;
mod bookmark;
mod by_issue;
mod change;
mod document;
pub mod export;
mod follow;
mod issue_key;
mod quote;
mod store;
mod versions;

pub use anchor::{Found, find_all};
pub use bookmark::{ArticleKey, Bookmark};
pub use by_issue::by_issue;
pub use change::{Change, Edit};
pub use document::FORMAT;
pub use follow::{By, Followed, follow};
pub use issue_key::IssueKey;
pub(crate) use issue_key::{mix, page_form, sources_of_one};
pub(crate) use quote::CONTEXT;
pub use quote::Quote;
pub use store::{Loaded, Stamp, Store, StoreError, Warning};
pub(crate) use versions::{Age, Number, Versions};
