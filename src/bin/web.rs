//! `cargo serve`: builds the page and serves it on this machine.

use std::process::ExitCode;

fn main() -> ExitCode {
    titrarium::web::main()
}
