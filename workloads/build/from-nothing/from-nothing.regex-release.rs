//! A new build: a release build of a project that needs the crate regex, which was never built before either.
#[path = "../crates.rs"]
mod crates;
#[path = "../project.rs"]
mod project;

use project::{Outcome, Project};
use std::process::ExitCode;
use std::time::Instant;

fn build(project: &Project) -> Outcome<(u128, String)> {
    crates::add_regex()?;
    let start = Instant::now();
    project.cargo(&["build", "--release"])?;
    let elapsed = start.elapsed().as_nanos();
    Ok((elapsed, project.result(Some("release"))?))
}

fn main() -> ExitCode {
    project::main("from-nothing", build)
}
