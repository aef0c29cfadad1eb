package dev.assay.toolchain;

import dev.assay.model.AssayException;
import dev.assay.model.AssayException.Malformed;
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
import java.util.SortedMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds the Rust programs. Cargo itself knows what has changed. */
final class RustBuilder {
    private static final Pattern UNKNOWN_PROGRAM = Pattern.compile("no bin target named `([^`]+)`");

    private final Places places;
    private final RustTools rust;
    private final Compilation compilation;

    RustBuilder(Places places, RustTools rust, Compilation compilation) {
        this.places = places;
        this.rust = rust;
        this.compilation = compilation;
    }

    /**
     * The name of a Rust program's {@code [[bin]]}: {@code numeric-nbody}. Programs that share a source share it, and it is named for the
     * first of them.
     */
    static String binName(Workload workload, Implementation implementation) {
        return workload.implementations().stream()
                .filter(other -> other.runtime() == implementation.runtime()
                        && other.source().equals(implementation.source()))
                .findFirst()
                .map(first -> programName(workload, first))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the workload " + workload.id() + " has no " + implementation.label()));
    }

    /** The file name of a compiled program: {@code numeric-nbody}. */
    static String programName(Workload workload, Implementation implementation) {
        return workload.id().replace('/', '-') + (implementation.primary() ? "" : "-" + implementation.variant());
    }

    /**
     * Builds programs of one catalogue, all in one go.
     *
     * @param catalogRoot the folder that holds {@code Cargo.toml}
     * @param sources the source of each program by the program's name
     * @return every program by its name
     * @throws Malformed if {@code Cargo.toml} does not know one of them
     * @throws ToolchainFailure if one does not compile
     */
    Map<String, Programs.Built> build(Path catalogRoot, SortedMap<String, Path> sources) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        Path manifest = catalogRoot.resolve("Cargo.toml");
        if (!Files.isRegularFile(manifest)) {
            throw new Malformed(
                    manifest + " is not there: cargo needs it to build the Rust programs, with a [[bin]] for each.");
        }
        List<String> names = List.copyOf(sources.keySet());
        // an empty RUSTFLAGS also silences flags in the user's own cargo configuration
        Map<String, String> environment = Map.of("RUSTC", rust.rustc().toString(), "RUSTFLAGS", "");
        String what = names.size() == 1 ? "the Rust program " + names.get(0) : "the " + names.size() + " Rust programs";
        try {
            compilation.run(
                    what,
                    command(rust.cargo().toString(), catalogRoot, names),
                    command("cargo", catalogRoot, names),
                    environment);
        } catch (ToolchainFailure e) {
            throw explained(e, catalogRoot, sources);
        }
        return names.stream().collect(Collectors.toMap(Function.identity(), name -> built(catalogRoot, name)));
    }

    /** Cargo says of a forgotten entry that there is no such target in {@code default-run packages}, and not what to do. */
    private static AssayException explained(
            ToolchainFailure failure, Path catalogRoot, SortedMap<String, Path> sources) {
        Matcher unknown = UNKNOWN_PROGRAM.matcher(failure.getMessage());
        Path source = unknown.find() ? sources.get(unknown.group(1)) : null;
        if (source == null) {
            return failure;
        }
        return new Malformed(catalogRoot.resolve("Cargo.toml") + " does not know the program '" + unknown.group(1)
                + "', which a workload.json lists. Add to it:\n\n[[bin]]\nname = \"" + unknown.group(1)
                + "\"\npath = \"" + catalogRoot.relativize(source) + "\"");
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
