//! The `newsprint` program: parses the arguments, runs, and turns an error into a sentence and an exit code.

use std::process::ExitCode;

use newsprint::cli::Cli;
use newsprint::commands::{self, Done};

fn main() -> ExitCode {
    match Cli::of_process().run() {
        Ok(Done::Well) => ExitCode::SUCCESS,
        Ok(Done::FoundErrors) => ExitCode::FAILURE,
        Err(error) => {
            commands::complain(&commands::sentence(&error));
            ExitCode::FAILURE
        }
    }
}
