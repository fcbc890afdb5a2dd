//! Where newsprint keeps what is the user's, and (later) the settings.

mod folders;

pub use folders::{Folders, NoHome};
