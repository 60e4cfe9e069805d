//! Does one workload a number of times, for an instruction counter to watch: `count fixed_12_weeks 100`.

use std::process::ExitCode;

use titrarium::workload::Workload;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    let found = Workload::ALL.into_iter().find(|workload| workload.id() == name);
    let (Some(workload), Some(n)) = (found, arguments.next().and_then(|n| n.parse().ok())) else {
        eprintln!("which workload, and how often?");
        return ExitCode::from(2);
    };
    println!("{}", workload.run(&workload.ready(), n));
    ExitCode::SUCCESS
}
