package dev.assay.toolchain;

import java.nio.file.Path;

/**
 * Where sources lie and what is built goes.
 *
 * @param root the project's root: commands run there and are shown relative to it
 */
public record Places(Path root) {
    public Places {
        root = root.toAbsolutePath().normalize();
    }

    Path target() {
        return root.resolve("target");
    }

    Path meterSources() {
        return root.resolve("src/main/rust");
    }

    Path meterTarget() {
        return target().resolve("meter");
    }

    Path rustTarget() {
        return target().resolve("workloads/rust");
    }

    /** Where what is built of {@code workloads/crates} goes. */
    Path cratesTarget() {
        return target().resolve("workloads/crates");
    }

    /** Where native libraries of Python programs go. */
    Path extensions() {
        return target().resolve("workloads/extensions");
    }

    /** Where Python's packages go, an environment a folder. */
    Path environments() {
        return target().resolve("venv");
    }

    /** Where the script goes that does a Python program's work again and again. */
    Path repeatScripts() {
        return target().resolve("workloads/repeat");
    }

    Path cTarget() {
        return target().resolve("workloads/c");
    }

    Path probeTarget() {
        return target().resolve("probes");
    }

    /** A path as a command that runs in the root names it. */
    String shown(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(root) ? root.relativize(absolute).toString() : absolute.toString();
    }
}
