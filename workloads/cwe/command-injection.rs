use std::process::Command;

fn main() {
    let name = "file; echo injected";
    let output = Command::new("/bin/sh")
        .arg("-c")
        .arg(format!("echo {name}"))
        .output()
        .unwrap();
    print!("{}", String::from_utf8_lossy(&output.stdout));
}
