//! The command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    titrarium::cli::start()
}
