//! Links `noop` without the C start-up code, where it brings its own `_start`, and says when the
//! meter would not become static.

use std::env;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rustc-check-cfg=cfg(bare_start)");
    let os = env::var("CARGO_CFG_TARGET_OS").unwrap_or_default();
    let arch = env::var("CARGO_CFG_TARGET_ARCH").unwrap_or_default();
    if os == "linux" && (arch == "x86_64" || arch == "aarch64") {
        println!("cargo:rustc-cfg=bare_start");
        for argument in ["-nostartfiles", "-nostdlib", "-static", "-no-pie"] {
            println!("cargo:rustc-link-arg-bin=noop={argument}");
        }
    }
    let features = env::var("CARGO_CFG_TARGET_FEATURE").unwrap_or_default();
    if os == "linux" && !features.split(',').any(|feature| feature == "crt-static") {
        println!(
            "cargo:warning=the meter is linked dynamically, which raises the floor under times and \
             peaks: build it with --config src/main/rust/.cargo/config.toml and without RUSTFLAGS"
        );
    }
}
