//! Setting type: an [`Article`](crate::issue::Article) and a width become lines of terminal cells.
//!
//! It is pure: it knows no terminal and no file.

pub mod sanitize;
pub mod width;

pub use width::{Ambiguous, Columns, Widths};
