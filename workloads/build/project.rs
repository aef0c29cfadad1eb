//! A project in Rust of about as many lines as asked for, with a known result, and the cargo that builds it.
use std::env;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

const LINES_OF_MODULE: usize = 100;
const STEPS: usize = 6; // functions of a module
pub const FOLDER: &str = "project";

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

pub type Outcome<T> = Result<T, Box<dyn Error>>;

/// The constants of the project, always the same.
struct Constants(u64);

impl Constants {
    fn next(&mut self, limit: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(limit)) as u32
    }
}

/// The constants of one function.
struct Step {
    mask: u32,
    rounds: u32,
    factor: u32,
}

pub struct Module {
    divisor: u32,
    steps: Vec<Step>,
}

impl Module {
    fn new(constants: &mut Constants) -> Module {
        let divisor = constants.next(90) + 7;
        let steps = (0..STEPS)
            .map(|_| Step {
                mask: constants.next(1_000_000),
                rounds: constants.next(12) + 4,
                factor: constants.next(1000) + 31,
            })
            .collect();
        Module { divisor, steps }
    }
}

pub struct Project {
    pub modules: Vec<Module>,
}

impl Project {
    /// Writes it down.
    fn create(lines: usize) -> Outcome<Project> {
        let mut constants = Constants(2026);
        let modules = (0..lines.div_ceil(LINES_OF_MODULE))
            .map(|_| Module::new(&mut constants))
            .collect();
        let project = Project { modules };
        fs::create_dir_all(format!("{FOLDER}/src"))?;
        let numbers = 0..project.modules.len();
        let mut main = String::new();
        for number in numbers.clone() {
            project.write(number, &project.text(number)?)?;
            writeln!(main, "mod m{number};")?;
        }
        main.push_str(MAIN);
        for number in numbers {
            writeln!(main, "    sum = mixed(sum, m{number}::run(sum));")?;
        }
        main.push_str("    println!(\"{sum}\");\n}\n");
        fs::write(format!("{FOLDER}/src/main.rs"), main)?;
        fs::write(format!("{FOLDER}/Cargo.toml"), MANIFEST)?;
        Ok(project)
    }

    pub fn write(&self, number: usize, text: &str) -> Outcome<()> {
        Ok(fs::write(format!("{FOLDER}/src/m{number}.rs"), text)?)
    }

    /// The text of a module.
    pub fn text(&self, number: usize) -> Outcome<String> {
        let module = &self.modules[number];
        let divisor = module.divisor;
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
        for (
            step,
            Step {
                mask,
                rounds,
                factor,
            },
        ) in module.steps.iter().enumerate()
        {
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

    /// What a function of the project returns, computed without the project.
    fn step(&self, number: usize, step: usize, value: u32) -> u32 {
        let module = &self.modules[number];
        let Step {
            mask,
            rounds,
            factor,
        } = module.steps[step];
        let key = value ^ mask;
        let first = key.wrapping_mul(key % module.divisor + 1).wrapping_add(7);
        let sum = (0..rounds).fold(first, |sum, i| sum.wrapping_mul(factor).wrapping_add(i));
        match (sum % 3, number) {
            (0, 0) => sum / 3,
            (0, _) => self.step(number - 1, step, sum),
            _ => sum,
        }
    }

    /// What the project prints, computed without it. If it was built, that program has to print the same.
    pub fn result(&self, built: Option<&str>) -> Outcome<String> {
        let sum = (0..self.modules.len()).fold(1_u32, |sum, number| {
            let more = (0..STEPS).fold(sum, |value, step| self.step(number, step, value));
            sum.wrapping_mul(31).wrapping_add(more)
        });
        let result = format!("{sum}\n");
        match built.map(|profile| self.run(profile)).transpose()? {
            Some(other) if other != result => {
                Err(format!("the project printed {other}, not {result}").into())
            }
            _ => Ok(result),
        }
    }

    /// Calls the cargo that built this program, with nothing of the user's configuration for all projects.
    pub fn cargo(&self, arguments: &[&str]) -> Outcome<()> {
        let cargo = Path::new(env!("CARGO"));
        output(
            Command::new(cargo)
                .args(arguments)
                .args(["--quiet", "--offline"])
                .current_dir(FOLDER)
                .env("RUSTC", cargo.with_file_name("rustc"))
                .env("CARGO_HOME", env::current_dir()?.join(FOLDER).join("home"))
                .env("CARGO_ENCODED_RUSTFLAGS", "")
                .env("CARGO_TARGET_DIR", "target"),
        )?;
        Ok(())
    }

    /// Runs what was built, and says what it printed.
    pub fn run(&self, profile: &str) -> Outcome<String> {
        output(&mut Command::new(format!(
            "{FOLDER}/target/{profile}/project"
        )))
    }
}

fn output(command: &mut Command) -> Outcome<String> {
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

/// Creates the project, does the work with it, and prints what that gives: its nanoseconds, and a text.
pub fn main(name: &str, work: impl Fn(&Project) -> Outcome<(u128, String)>) -> ExitCode {
    let values: Vec<String> = env::args().skip(1).collect();
    let lines = match values.as_slice() {
        [value] => value.parse().unwrap_or(0),
        _ => 0,
    };
    if lines == 0 {
        eprintln!("usage: {name} <lines>");
        return ExitCode::from(2);
    }
    let done = || -> Outcome<(u128, String)> {
        let done = work(&Project::create(lines)?)?;
        fs::remove_dir_all(FOLDER)?;
        Ok(done)
    };
    match done() {
        Ok((elapsed, text)) => {
            print!("{text}");
            eprintln!("work_ns={elapsed}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{name}: {error}");
            ExitCode::FAILURE
        }
    }
}
