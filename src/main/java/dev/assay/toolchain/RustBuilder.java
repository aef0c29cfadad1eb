package dev.assay.toolchain;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Implementation;
import dev.assay.model.Workload;
import dev.assay.process.Arguments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds the Rust programs. Cargo itself knows what has changed. */
final class RustBuilder {
    private final Places places;
    private final RustTools rust;
    private final Compilation compilation;

    RustBuilder(Places places, RustTools rust, Compilation compilation) {
        this.places = places;
        this.rust = rust;
        this.compilation = compilation;
    }

    /** The file name of a compiled program, which is also the name of its {@code [[bin]]}: {@code numeric-nbody}. */
    static String programName(Workload workload, Implementation implementation) {
        return workload.id().replace('/', '-') + (implementation.primary() ? "" : "-" + implementation.variant());
    }

    /**
     * Builds programs of one catalogue, all in one go.
     *
     * @param catalogRoot the folder that holds {@code Cargo.toml}
     * @param names which programs
     * @return every program by its name
     */
    Map<String, Programs.Built> build(Path catalogRoot, List<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        // an empty RUSTFLAGS also silences flags in the user's own cargo configuration
        Map<String, String> environment = Map.of("RUSTC", rust.rustc().toString(), "RUSTFLAGS", "");
        String what = names.size() == 1 ? "the Rust program " + names.get(0) : "the " + names.size() + " Rust programs";
        compilation.run(
                what,
                command(rust.cargo().toString(), catalogRoot, names),
                command("cargo", catalogRoot, names),
                environment);
        return names.stream().collect(Collectors.toMap(Function.identity(), name -> built(catalogRoot, name)));
    }

    private Programs.Built built(Path catalogRoot, String name) {
        Path binary = places.rustTarget().resolve("release").resolve(name);
        if (!Files.isExecutable(binary)) {
            throw new ToolchainFailure("cargo built " + name + ", but there is no " + binary
                    + ". Does a cargo configuration (build.target) send it elsewhere?");
        }
        String command = Arguments.join(command("cargo", catalogRoot, List.of(name)));
        return new Programs.Built(List.of(binary.toString()), Optional.of(binary), command);
    }

    private List<String> command(String cargo, Path catalogRoot, List<String> names) {
        List<String> argv = new ArrayList<>(List.of(cargo, "build", "--release", "--locked"));
        argv.addAll(List.of("--manifest-path", places.shown(catalogRoot.resolve("Cargo.toml"))));
        argv.addAll(List.of("--target-dir", places.shown(places.rustTarget())));
        argv.addAll(names.stream().flatMap(name -> Stream.of("--bin", name)).toList());
        return argv;
    }
}
