//! From source to result: writes down the source of a hello, has rustc compile it, and runs it.
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

const SOURCE: &str = r#"fn main() {
    println!("Hello, world!");
}
"#;

fn run(command: &mut Command) -> Result<(), Box<dyn Error>> {
    let status = command
        .status()
        .map_err(|error| format!("{command:?}: {error}"))?;
    if !status.success() {
        return Err(format!("{command:?}: {status}").into());
    }
    Ok(())
}

fn hello_from_source() -> Result<(), Box<dyn Error>> {
    // The rustc beside the cargo that built this program: there is no other on the PATH of a program
    // that is measured.
    let rustc = Path::new(env!("CARGO")).with_file_name("rustc");
    fs::write("hello.rs", SOURCE)?;
    run(Command::new(rustc).args(["--edition=2024", "hello.rs"]))?;
    run(&mut Command::new("./hello"))?;
    fs::remove_file("hello.rs")?;
    fs::remove_file("hello")?;
    Ok(())
}

fn main() -> ExitCode {
    match hello_from_source() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("hello-from-source: {error}");
            ExitCode::FAILURE
        }
    }
}
