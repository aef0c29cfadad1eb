//! Makes the project depend on the crate regex, in the version that ../crates/Cargo.lock pins. Its sources
//! are those that cargo fetched and unpacked to build this program, so that nothing is downloaded.
use crate::project::{FOLDER, Outcome};
use std::env;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

/// The crate regex with its usual features, and what it needs.
const CRATES: [&str; 5] = [
    "regex",
    "aho-corasick",
    "memchr",
    "regex-automata",
    "regex-syntax",
];

const LOCK: &str = include_str!("../crates/Cargo.lock");

/// In place of crates.io, a folder as `cargo vendor` makes it.
const CONFIGURATION: &str = "[source.crates-io]
replace-with = \"vendored\"

[source.vendored]
directory = \"vendor\"
";

const PRINT: &str = "println!(\"{sum}\");";

/// Prints the same by the crate.
const PRINT_FOUND: &str = "let text = sum.to_string();
    let digits = regex::Regex::new(\"[0-9]+\").expect(\"it is valid\");
    println!(\"{}\", digits.find(&text).map_or(\"\", |found| found.as_str()));";

/// A field of a package in the lock file.
fn locked(package: &str, field: &str) -> Outcome<String> {
    let entry = LOCK
        .split("[[package]]")
        .find(|entry| entry.starts_with(&format!("\nname = \"{package}\"\n")))
        .ok_or_else(|| format!("Cargo.lock has no {package}"))?;
    let start = format!("{field} = ");
    let value = entry.lines().find_map(|line| line.strip_prefix(&start));
    let value = value.ok_or_else(|| format!("Cargo.lock has no {field} of {package}"))?;
    Ok(value.trim_matches('"').to_string())
}

/// The folder in which cargo unpacked a package, whichever registry or mirror it came from.
fn unpacked(name: &str) -> Outcome<PathBuf> {
    let home = match (option_env!("CARGO_HOME"), option_env!("HOME")) {
        (Some(home), _) => PathBuf::from(home),
        (None, Some(user)) => Path::new(user).join(".cargo"),
        (None, None) => return Err("neither CARGO_HOME nor HOME was set".into()),
    };
    let sources = home.join("registry/src");
    for registry in
        fs::read_dir(&sources).map_err(|error| format!("{}: {error}", sources.display()))?
    {
        let folder = registry?.path().join(name);
        if folder.is_dir() {
            return Ok(folder);
        }
    }
    Err(format!("{} has no {name}", sources.display()).into())
}

pub fn add_regex() -> Outcome<()> {
    let project = env::current_dir()?.join(FOLDER);
    for package in CRATES {
        let name = format!("{package}-{}", locked(package, "version")?);
        let vendored = project.join("vendor").join(&name);
        fs::create_dir_all(&vendored)?;
        for entry in fs::read_dir(unpacked(&name)?)? {
            let entry = entry?;
            symlink(entry.path(), vendored.join(entry.file_name()))?;
        }
        let checksum = locked(package, "checksum")?;
        fs::write(
            vendored.join(".cargo-checksum.json"),
            format!("{{\"files\": {{}}, \"package\": \"{checksum}\"}}"),
        )?;
    }
    fs::create_dir_all(project.join("home"))?;
    fs::write(project.join("home/config.toml"), CONFIGURATION)?;
    let manifest = project.join("Cargo.toml");
    let version = locked("regex", "version")?;
    let depends = format!("\n[dependencies]\nregex = \"={version}\"\n");
    fs::write(&manifest, fs::read_to_string(&manifest)? + &depends)?;
    let main = project.join("src/main.rs");
    let text = fs::read_to_string(&main)?;
    if !text.contains(PRINT) {
        return Err("the project prints something else".into());
    }
    Ok(fs::write(&main, text.replace(PRINT, PRINT_FOUND))?)
}
