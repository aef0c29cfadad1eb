package dev.assay.toolchain.rust;

import dev.assay.model.run.Toolchain;
import java.nio.file.Path;

/**
 * A Rust that can build.
 *
 * @param toolchain what is known of it
 * @param cargo the real cargo, behind rustup's proxy
 * @param rustc the real rustc
 */
public record RustTools(Toolchain toolchain, Path cargo, Path rustc) {}
