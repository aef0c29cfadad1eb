//! What cargo does with a program that needs packages. The packages are files in a folder beside it, so
//! nothing comes from the network. The arguments are cargo and what is to be seen.
use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

type Outcome<T> = Result<T, Box<dyn Error>>;

const PACKAGES: &str = "packages";
const PROJECT: &str = "project";

/// A library that says a version: its own, or that of the package it needs.
fn package(name: &str, version: &str, needs: &str, text: &str) -> Outcome<()> {
    let folder = Path::new(PACKAGES).join(format!("{name}-{version}"));
    fs::create_dir_all(folder.join("src"))?;
    fs::write(folder.join("Cargo.toml"), manifest(name, version, needs))?;
    fs::write(folder.join("src/lib.rs"), text)?;
    // cargo reads it in folders that stand for a registry
    fs::write(folder.join(".cargo-checksum.json"), "{\"files\":{}}")?;
    Ok(())
}

fn manifest(name: &str, version: &str, needs: &str) -> String {
    format!(
        "[package]\nname = \"{name}\"\nversion = \"{version}\"\nedition = \"2024\"\n\n[dependencies]\n{needs}\n"
    )
}

fn shared(version: &str) -> Outcome<()> {
    let text = format!("pub const VERSION: &str = \"{version}\";\n");
    package("shared", version, "", &text)
}

/// Two packages that need another version of a third one each.
fn packages() -> Outcome<()> {
    shared("1.0.0")?;
    shared("2.0.0")?;
    package("left", "1.0.0", "shared = \"1\"", "pub use shared::VERSION;\n")?;
    package("right", "1.0.0", "shared = \"2\"", "pub use shared::VERSION;\n")
}

/// The program: its source, and what it needs.
fn project(folder: &Path, needs: &str, print: &str) -> Outcome<()> {
    fs::create_dir_all(folder.join("src"))?;
    fs::create_dir_all(folder.join(".cargo"))?;
    let config = "[source.crates-io]\nreplace-with = \"packages\"\n\n[source.packages]\ndirectory = ";
    let packages = env::current_dir()?.join(PACKAGES);
    fs::write(folder.join(".cargo/config.toml"), format!("{config}{packages:?}\n"))?;
    fs::write(
        folder.join("Cargo.toml"),
        manifest("project", "0.0.0", needs) + "\n[workspace]\n",
    )?;
    fs::write(
        folder.join("src/main.rs"),
        format!("fn main() {{\n    println!({print});\n}}\n"),
    )?;
    Ok(())
}

struct Cargo(PathBuf);

impl Cargo {
    /// What a command prints. It sees nothing of the user's configuration for all projects.
    fn call(&self, folder: &Path, arguments: &[&str]) -> Outcome<String> {
        let home = env::current_dir()?.join("home");
        output(
            Command::new(&self.0)
                .args(arguments)
                .args(["--quiet", "--offline"])
                .current_dir(folder)
                .env("RUSTC", self.0.with_file_name("rustc"))
                .env("CARGO_HOME", home)
                .env("CARGO_ENCODED_RUSTFLAGS", ""),
        )
    }
}

fn output(command: &mut Command) -> Outcome<String> {
    let ended = command.stdin(Stdio::null()).output()?;
    if !ended.status.success() {
        let said = String::from_utf8_lossy(&ended.stderr);
        return Err(format!("{command:?}: {}: {said}", ended.status).into());
    }
    Ok(String::from_utf8(ended.stdout)?)
}

/// Each of the two packages gets the version that it needs, in one program.
fn two_versions(cargo: &Cargo) -> Outcome<()> {
    packages()?;
    let print = "\"{} {}\", left::VERSION, right::VERSION";
    project(Path::new(PROJECT), "left = \"1\"\nright = \"1\"", print)?;
    let printed = cargo.call(Path::new(PROJECT), &["run"])?;
    assert_eq!(printed, "1.0.0 2.0.0\n");
    print!("left uses shared 1, right uses shared 2, in one program: {printed}");
    Ok(())
}

/// A newer version appears after the first build, and the next build does not take it.
fn locked(cargo: &Cargo) -> Outcome<()> {
    packages()?;
    project(Path::new(PROJECT), "shared = \"1\"", "\"{}\", shared::VERSION")?;
    let before = cargo.call(Path::new(PROJECT), &["run"])?;
    shared("1.0.1")?;
    let after = cargo.call(Path::new(PROJECT), &["run"])?;
    assert_eq!(before, after, "the version has changed");
    // Otherwise cargo might never have seen it.
    fs::remove_file(Path::new(PROJECT).join("Cargo.lock"))?;
    let unlocked = cargo.call(Path::new(PROJECT), &["run"])?;
    assert_eq!(unlocked, "1.0.1\n");
    print!("the first build takes {before}a build with 1.0.1 at hand takes {after}");
    print!("without Cargo.lock it takes {unlocked}");
    Ok(())
}

/// One command takes the program from its sources to its output.
fn first_start(cargo: &Cargo) -> Outcome<()> {
    packages()?;
    project(Path::new(PROJECT), "left = \"1\"", "\"{}\", left::VERSION")?;
    let printed = cargo.call(Path::new(PROJECT), &["run"])?;
    assert_eq!(printed, "1.0.0\n");
    print!("after 'cargo run' alone: {printed}");
    Ok(())
}

/// Two builds, the second in another folder, are the same to the last byte.
fn same_binary(cargo: &Cargo) -> Outcome<()> {
    packages()?;
    let mut builds = Vec::new();
    for folder in ["here", "somewhere/else"] {
        let folder = Path::new(folder);
        project(folder, "left = \"1\"", "\"{}\", left::VERSION")?;
        cargo.call(folder, &["build", "--release"])?;
        builds.push(fs::read(folder.join("target/release/project"))?);
    }
    assert!(builds[0] == builds[1], "the binaries differ");
    println!("two binaries of {} bytes are the same", builds[0].len());
    Ok(())
}

/// The binary runs when nothing of the project is left.
fn one_file(cargo: &Cargo) -> Outcome<()> {
    packages()?;
    project(Path::new(PROJECT), "left = \"1\"", "\"{}\", left::VERSION")?;
    cargo.call(Path::new(PROJECT), &["build", "--release"])?;
    fs::rename("project/target/release/project", "shipped")?;
    fs::remove_dir_all(PROJECT)?;
    fs::remove_dir_all(PACKAGES)?;
    let shipped = env::current_dir()?.join("shipped");
    let printed = output(Command::new(&shipped).env_clear())?;
    assert_eq!(printed, "1.0.0\n");
    println!("one file of {} kB runs alone", fs::metadata(shipped)?.len() / 1000);
    Ok(())
}

fn main() -> Outcome<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let cargo = Cargo(PathBuf::from(&arguments[0]));
    match arguments[1].as_str() {
        "two-versions" => two_versions(&cargo),
        "locked" => locked(&cargo),
        "first-start" => first_start(&cargo),
        "same-binary" => same_binary(&cargo),
        "one-file" => one_file(&cargo),
        other => Err(other.into()),
    }
}
