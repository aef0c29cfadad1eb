//! A new build: the check of a project that was never built before. It makes no program to run.
#[path = "../project.rs"]
mod project;

use project::{Outcome, Project};
use std::process::ExitCode;
use std::time::Instant;

fn build(project: &Project) -> Outcome<(u128, String)> {
    let start = Instant::now();
    project.cargo(&["check"])?;
    let elapsed = start.elapsed().as_nanos();
    Ok((elapsed, project.result(None)?))
}

fn main() -> ExitCode {
    project::main("from-nothing", build)
}
