package dev.assay.toolchain.host;

import dev.assay.model.Runtime;
import dev.assay.model.Sha256;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.Workload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Where sources lie and what is built goes.
 *
 * @param root the project's root: commands run there and are shown relative to it
 * @param products the folder for what is made of a catalog: {@code target}, or a folder of its own below that
 */
public record BuildPaths(Path root, Path products) {
    private static final int KEY_DIGITS = 12;

    public BuildPaths {
        root = root.toAbsolutePath().normalize();
        products = products.toAbsolutePath().normalize();
    }

    /** With Assay's own catalog. */
    public BuildPaths(Path root) {
        this(root, root.resolve("target"));
    }

    /**
     * With a catalog, whose folder is only read. One that is not Assay's own has a folder for its products: two catalogs may have
     * programs of the same name.
     */
    public BuildPaths of(Path catalogRoot) {
        Path catalog = catalogRoot.toAbsolutePath().normalize();
        if (catalog.equals(root.resolve("workloads"))) {
            return this;
        }
        String name = catalog.getFileName() == null
                ? ""
                : catalog.getFileName().toString().replaceAll("[^A-Za-z0-9._-]", "_");
        String key =
                Sha256.hash(catalog.toString().getBytes(StandardCharsets.UTF_8)).substring(0, KEY_DIGITS);
        return new BuildPaths(root, target().resolve("catalogs").resolve(name + "-" + key));
    }

    public Path target() {
        return root.resolve("target");
    }

    /** Where the input files of workloads go. */
    public Path inputs() {
        return products.resolve("inputs");
    }

    public Path meterSources() {
        return root.resolve("src/main/rust");
    }

    public Path meterTarget() {
        return target().resolve("meter");
    }

    public Path rustTarget() {
        return products.resolve("workloads/rust");
    }

    /** Where what is built of a catalog's {@code crates} goes. */
    public Path cratesTarget() {
        return products.resolve("workloads/crates");
    }

    /** Where cargo builds native libraries of Python programs: elsewhere, for two calls of cargo in one folder wait for each other. */
    public Path librariesTarget() {
        return products.resolve("workloads/libraries");
    }

    /** Where native libraries of Python programs go. */
    public Path extensions() {
        return products.resolve("workloads/extensions");
    }

    /** Where Python's packages go, an environment a folder. */
    public Path environments() {
        return target().resolve("venv");
    }

    /** Where the script goes that does a Python program's work again and again. */
    public Path repeatScripts() {
        return target().resolve("workloads/repeat");
    }

    /** Where the programs in C or C++ go. */
    public Path target(Runtime runtime) {
        return products.resolve("workloads").resolve(runtime.toString());
    }

    public Path probeTarget() {
        return products.resolve("probes");
    }

    /** A path as a command that runs in the root names it. */
    public String shown(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.startsWith(root) ? root.relativize(absolute).toString() : absolute.toString();
    }

    /** The file name of a compiled program: {@code numeric-nbody}. */
    public static String programName(Workload workload, Implementation implementation) {
        return workload.id().replace('/', '-') + (implementation.primary() ? "" : "-" + implementation.variant());
    }
}
