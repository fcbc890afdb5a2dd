//! The `newsprint` program: parses the arguments, runs, and turns an error into a sentence and an exit code.

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use newsprint::cli::Cli;
use newsprint::commands::Done;

fn main() -> ExitCode {
    match Cli::parse().run() {
        Ok(Done::Well) => ExitCode::SUCCESS,
        Ok(Done::FoundErrors) => ExitCode::FAILURE,
        Err(error) => {
            // Standard error may be closed: then there is nobody to tell.
            let _ = writeln!(std::io::stderr(), "newsprint: {error:#}");
            ExitCode::FAILURE
        }
    }
}
