//! newsprint: a newspaper reader for the terminal.
//!
//! **The way of data**: bytes → text → lines → labelled blocks → [`Issue`](issue::Issue) → set lines → cells →
//! terminal. Each step is a function whose output can be printed and tested without the next.
//!
//! **The house.** Arrows point down only, and `tests/layering.rs` holds us to it:
//!
//! | module | is | may use |
//! |---|---|---|
//! | [`issue`] | the model | nothing |
//! | [`parse`] | bytes → issue, pure | issue |
//! | [`shelf`] | finds and opens issues on disk | parse, issue, files |
//! | [`clipping`] | an article → text with its source, pure | issue |
//! | [`search`] | words → places, pure | issue |
//! | [`typeset`] | article + width → lines of cells, pure | issue |
//! | `files` | small files, replaced whole under a lock | nothing |
//! | [`bookmarks`] | kept places, their file | issue, files |
//! | [`places`] | where the reader left each article, one file per issue | issue, bookmarks, files |
//! | [`config`] | folders and settings | nothing |
//! | [`tui`] | the screen | all of these |
//! | [`commands`] | one file per subcommand | all of these |
//! | [`cli`] | the command line, and which command runs | commands |
//!
//! **The way of control** (in [`tui`]): key → `Action` → `update` → `Effect` → draw. Only `update` changes state.

pub mod bookmarks;
pub mod cli;
pub mod clipping;
pub mod commands;
pub mod config;
mod files;
pub mod issue;
pub mod parse;
pub mod places;
pub mod search;
pub mod shelf;
pub mod tui;
pub mod typeset;
