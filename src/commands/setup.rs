//! `newsprint completions` and `newsprint man`: made from the command line's definition.

use anyhow::Context;

use super::{Done, say};

/// Runs the command.
///
/// # Errors
/// When standard output cannot be written.
pub fn completions(shell: clap_complete::Shell, command: &mut clap::Command) -> anyhow::Result<Done> {
    let mut script = Vec::new();
    clap_complete::generate(shell, command, "newsprint", &mut script);
    say(&String::from_utf8_lossy(&script)).map(|()| Done::Well)
}

/// Runs the command.
///
/// # Errors
/// When standard output cannot be written.
pub fn man(command: clap::Command) -> anyhow::Result<Done> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page).context("cannot write the manual page")?;
    say(&String::from_utf8_lossy(&page)).map(|()| Done::Well)
}
