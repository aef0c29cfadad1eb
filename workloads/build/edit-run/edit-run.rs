//! From an edit to the result: builds a project, changes one line, then builds and runs it again. Only
//! the last step is the work.
#[path = "../project.rs"]
mod project;

use project::{Outcome, Project};
use std::process::ExitCode;
use std::time::Instant;

const PROFILE: &str = "debug"; // of `cargo build` without any option

fn edit_run(project: &Project) -> Outcome<(u128, String)> {
    project.cargo(&["build"])?;
    let before = project.result(Some(PROFILE))?;
    let changed = project.modules.len() / 2;
    let new = project
        .text(changed)?
        .replace("wrapping_add(7)", "wrapping_add(1234567)");
    let start = Instant::now();
    project.write(changed, &new)?;
    project.cargo(&["build"])?;
    let after = project.run(PROFILE)?;
    let elapsed = start.elapsed().as_nanos();
    if before == after {
        return Err("the change of the source changed nothing".into());
    }
    Ok((elapsed, before + &after))
}

fn main() -> ExitCode {
    project::main("edit-run", edit_run)
}
