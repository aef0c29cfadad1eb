//! From an edit to the result: writes a project, builds it, changes one line, then builds and runs it
//! again. Only the last step is the work.
use std::env;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

const LINES_OF_MODULE: usize = 100;
const STEPS: usize = 6; // functions of a module
const PROJECT: &str = "project";

const MANIFEST: &str = "[package]
name = \"project\"
version = \"0.0.0\"
edition = \"2024\"

[[bin]]
name = \"project\"
path = \"src/main.rs\"

[workspace]
";

const MAIN: &str = "
fn mixed(sum: u32, more: u32) -> u32 {
    sum.wrapping_mul(31).wrapping_add(more)
}

fn main() {
    let mut sum = 1;
";

/// The constants of the project, always the same.
struct Constants(u64);

impl Constants {
    fn next(&mut self, limit: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

fn module(number: usize, constants: &mut Constants) -> Result<String, Box<dyn Error>> {
    let divisor = constants.next(90) + 7;
    let mut text = format!(
        "//! Module {number}.

pub struct Item {{
    key: u32,
    weight: u32,
}}

impl Item {{
    pub fn new(key: u32) -> Item {{
        let weight = key % {divisor} + 1;
        Item {{ key, weight }}
    }}

    pub fn value(&self) -> u32 {{
        self.key.wrapping_mul(self.weight).wrapping_add(7)
    }}
}}
"
    );
    for step in 0..STEPS {
        let mask = constants.next(1_000_000);
        let rounds = constants.next(12) + 4;
        let factor = constants.next(1000) + 31;
        let other = match number {
            0 => String::from("sum / 3"),
            _ => format!("crate::m{}::step_{step}(sum)", number - 1),
        };
        write!(
            text,
            "
pub fn step_{step}(value: u32) -> u32 {{
    let item = Item::new(value ^ {mask});
    let mut sum = item.value();
    for i in 0..{rounds} {{
        sum = sum.wrapping_mul({factor}).wrapping_add(i);
    }}
    if sum % 3 == 0 {{
        sum = {other};
    }}
    sum
}}
"
        )?;
    }
    text.push_str("\npub fn run(value: u32) -> u32 {\n    let mut sum = value;\n");
    for step in 0..STEPS {
        writeln!(text, "    sum = step_{step}(sum);")?;
    }
    text.push_str("    sum\n}\n");
    Ok(text)
}

/// Writes it down, and says the text of the module in the middle.
fn write_project(modules: usize) -> Result<String, Box<dyn Error>> {
    let mut constants = Constants(2026);
    let mut main = String::new();
    let mut middle = String::new();
    for number in 0..modules {
        let text = module(number, &mut constants)?;
        fs::write(format!("{PROJECT}/src/m{number}.rs"), &text)?;
        writeln!(main, "mod m{number};")?;
        if number == modules / 2 {
            middle = text;
        }
    }
    main.push_str(MAIN);
    for number in 0..modules {
        writeln!(main, "    sum = mixed(sum, m{number}::run(sum));")?;
    }
    main.push_str("    println!(\"{sum}\");\n}\n");
    fs::write(format!("{PROJECT}/src/main.rs"), main)?;
    fs::write(format!("{PROJECT}/Cargo.toml"), MANIFEST)?;
    Ok(middle)
}

fn output(command: &mut Command) -> Result<String, Box<dyn Error>> {
    let ended = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("{command:?}: {error}"))?;
    if !ended.status.success() {
        let said = String::from_utf8_lossy(&ended.stderr);
        return Err(format!("{command:?}: {}: {said}", ended.status).into());
    }
    Ok(String::from_utf8(ended.stdout)?)
}

/// Builds as `cargo build` does without any option, and runs what is built.
fn build_and_run() -> Result<String, Box<dyn Error>> {
    // The cargo that built this program, with nothing of the user's configuration for all projects.
    let cargo = Path::new(env!("CARGO"));
    output(
        Command::new(cargo)
            .args(["build", "--quiet", "--offline"])
            .current_dir(PROJECT)
            .env("RUSTC", cargo.with_file_name("rustc"))
            .env("CARGO_HOME", env::current_dir()?.join(PROJECT).join("home"))
            .env("CARGO_ENCODED_RUSTFLAGS", "")
            .env("CARGO_TARGET_DIR", "target"),
    )?;
    output(&mut Command::new(format!("{PROJECT}/target/debug/project")))
}

fn edit_run(lines: usize) -> Result<(), Box<dyn Error>> {
    let modules = lines.div_ceil(LINES_OF_MODULE);
    fs::create_dir_all(format!("{PROJECT}/src"))?;
    let old = write_project(modules)?;
    let before = build_and_run()?;
    let new = old.replace("wrapping_add(7)", "wrapping_add(1234567)");
    let start = Instant::now();
    fs::write(format!("{PROJECT}/src/m{}.rs", modules / 2), new)?;
    let after = build_and_run()?;
    let elapsed = start.elapsed().as_nanos();
    if before == after {
        return Err("the change of the source changed nothing".into());
    }
    fs::remove_dir_all(PROJECT)?;
    print!("{before}{after}");
    eprintln!("work_ns={elapsed}");
    Ok(())
}

fn main() -> ExitCode {
    let values: Vec<String> = env::args().skip(1).collect();
    let lines = match values.as_slice() {
        [value] => value.parse().unwrap_or(0),
        _ => 0,
    };
    if lines == 0 {
        eprintln!("usage: edit-run <lines>");
        return ExitCode::from(2);
    }
    match edit_run(lines) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("edit-run: {error}");
            ExitCode::FAILURE
        }
    }
}
