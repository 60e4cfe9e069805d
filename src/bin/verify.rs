//! `cargo verify`: runs every check, stage by stage.

use std::process::ExitCode;

fn main() -> ExitCode {
    titrarium::verify::main()
}
