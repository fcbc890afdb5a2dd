//! Setting type: an [`Article`](crate::issue::Article) and a width become lines of terminal cells.
//!
//! **The way of a paragraph.** Each step is a function that can be printed and tested without the next:
//!
//! 1. [`sanitize`]: text as printed → text a terminal can be given, with a map between the two;
//! 2. [`Guise`]: ASCII marks between Han are shown full-width, on the same map, and a traditional text in simplified
//!    characters if that is wished;
//! 3. [`breaks`]: where a line may end (UAX #14 and what Chinese and Japanese typesetting add to it);
//! 4. units: grapheme clusters with their cells ([`width`]), kind and break;
//! 5. lines: as many units as the measure takes, marks hung in the gutter, short lines filled;
//! 6. [`SetArticle`]: all lines, their text in one string, and the way back to the source;
//! 7. on a wide screen [`flow`]: the lines in the columns of a [`Grid`], as on a newspaper's page.
//!
//! **Three counts that never mix.** Bytes index strings and are plain `usize`; [`Clusters`](crate::issue::Clusters)
//! count what a reader calls characters, in the text as printed; [`Columns`] count terminal cells.
//!
//! It is pure: it knows no terminal and no file.

mod article;
pub mod breaks;
mod clamp;
mod fill;
mod grid;
mod headline;
mod language;
mod line;
mod paragraph;
mod punctuation;
mod script;
mod setting;
mod sheets;
mod source;
mod tailor;
mod unit;
mod units;
mod words;

pub mod sanitize;
pub mod width;

pub use article::{Extent, Pointers, Window, set, set_between, set_window};
pub use breaks::Strictness;
pub use clamp::clamp;
pub use grid::{Grid, MOST_COLUMNS};
pub use language::{Form, Language};
pub use line::{Glyph, Line, Role, SetArticle};
pub use punctuation::Punctuation;
pub use script::{Guise, Script};
pub use setting::{Em, Scale, Setting};
pub use sheets::{Sheet, flow};
pub use source::shown;
pub use width::{Ambiguous, Columns, Widths};
