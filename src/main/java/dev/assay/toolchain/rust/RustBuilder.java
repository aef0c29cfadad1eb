package dev.assay.toolchain.rust;

import dev.assay.model.AssayException;
import dev.assay.model.AssayException.Malformed;
import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Shell;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.Implementation.CargoProfile;
import dev.assay.model.catalog.Implementation.Extension;
import dev.assay.model.catalog.Workload;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.Compilation;
import dev.assay.toolchain.host.Layout;
import dev.assay.toolchain.host.Programs;
import dev.assay.toolchain.host.RequestedPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds the Rust programs. Cargo itself knows what has changed. */
public final class RustBuilder {
    private static final String MANIFEST = "Cargo.toml";

    /** The manifest of the programs that need packages, beside the one of those that need none. */
    private static final String CRATES = "crates/Cargo.toml";

    private static final String BIN = "--bin";
    private static final List<String> NATIVE = List.of("-C", "target-cpu=native");

    private static final Pattern UNKNOWN_PROGRAM = Pattern.compile("no bin target named `([^`]+)`");

    private final BuildPaths places;
    private final CargoRunner runner;
    private final String triple;

    public RustBuilder(BuildPaths places, RustTools rust, Compilation compilation) {
        this.places = places;
        this.runner = new CargoRunner(places, rust, compilation);
        this.triple = rust.toolchain().details().getOrDefault("host", "");
    }

    /**
     * The name of a Rust program's {@code [[bin]]}: {@code numeric-nbody}. Programs that share a source share it, and it is named for the
     * first of them.
     */
    public static String binName(Workload workload, Implementation implementation) {
        return workload.implementations().stream()
                .filter(other -> other.runtime() == implementation.runtime()
                        && other.source().equals(implementation.source()))
                .findFirst()
                .map(first -> BuildPaths.programName(workload, first))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the workload " + workload.id() + " has no " + implementation.label()));
    }

    /**
     * Builds programs of one catalog, all in one go and from one compilation.
     *
     * @param catalogRoot the folder that holds {@code Cargo.toml}
     * @param sources the source of each program by the program's name
     * @param layouts the layouts to build beside the plain one
     * @return every program by its name
     * @throws Malformed if {@code Cargo.toml} does not know one of them
     * @throws ToolchainFailure if one does not compile
     */
    public Map<String, Programs.Built> build(Path catalogRoot, SortedMap<String, Path> sources, List<Layout> layouts) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        requireManifest(catalogRoot, sources);
        List<String> names = List.copyOf(sources.keySet());
        String what = names.size() == 1 ? "the Rust program " + names.get(0) : "the " + names.size() + " Rust programs";
        Cargo cargo = primary(catalogRoot, names, null);
        try {
            if (layouts.isEmpty()) {
                CargoRunner.Made made = runner.make(what, cargo, CargoRunner.Means.NONE);
                return names.stream().collect(Collectors.toMap(Function.identity(), name -> built(cargo, name, made)));
            }
            LayoutLinker linker = LayoutLinker.write(places.rustTarget().resolve("layouts"), triple, layouts);
            CargoRunner.Made made = runner.make(
                    what + " in " + (1 + layouts.size()) + " layouts",
                    cargo.into(linker.target()),
                    new CargoRunner.Means(null, linker));
            return names.stream()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            name -> built(cargo, name, made).with(others(catalogRoot, name, layouts, linker, made))));
        } catch (ToolchainFailure e) {
            throw explained(e, catalogRoot, sources);
        }
    }

    /** The program in each layout but the plain one, with the command that makes it without the others. */
    private List<Programs.Built> others(
            Path catalogRoot, String name, List<Layout> layouts, LayoutLinker linker, CargoRunner.Made made) {
        List<Programs.Built> others = new ArrayList<>();
        for (Path binary : linker.programs(name)) {
            Cargo cargo = primary(catalogRoot, List.of(name), layouts.get(others.size()));
            others.add(built(binary, cargo.shown(places, made.settings())));
        }
        return others;
    }

    /** Cargo would make a lock file that is missing, but nothing is written into a catalog. */
    private static void requireManifest(Path catalogRoot, SortedMap<String, Path> sources) {
        Path manifest = catalogRoot.resolve(MANIFEST);
        if (!Files.isRegularFile(manifest)) {
            throw new Malformed(manifest
                    + " is missing: cargo needs it to build the Rust programs. Create it, and then "
                    + lockfile(manifest)
                    + ":\n\n[package]\nname = \"programs\"\nversion = \"0.1.0\"\nedition = \"2021\"\n"
                    + "autobins = false\n\n[workspace]\n"
                    + sources.entrySet().stream()
                            .map(entry -> "\n" + bin(entry.getKey(), catalogRoot, entry.getValue()))
                            .collect(Collectors.joining("\n")));
        }
        if (!Files.isRegularFile(catalogRoot.resolve("Cargo.lock"))) {
            throw new Malformed(catalogRoot.resolve("Cargo.lock")
                    + " is missing: it pins the crates of the Rust programs. Create it once:  "
                    + lockfile(manifest));
        }
    }

    private static String lockfile(Path manifest) {
        return "cargo generate-lockfile --manifest-path " + Shell.quote(manifest.toString());
    }

    private static String bin(String name, Path catalogRoot, Path source) {
        return "[[bin]]\nname = \"" + name + "\"\npath = \"" + catalogRoot.relativize(source) + "\"";
    }

    private Cargo primary(Path catalogRoot, List<String> names, @Nullable Layout layout) {
        return new Cargo(
                catalogRoot.resolve(MANIFEST),
                layout == null ? places.rustTarget() : places.rustTarget().resolve(layout.folder()),
                Cargo.RELEASE,
                BIN,
                names,
                List.of(),
                layout == null ? List.of() : layout.rustFlags());
    }

    /**
     * Builds a program that is built in its own way: by another profile, or with packages.
     *
     * @throws ToolchainFailure if it does not compile, or its packages cannot be fetched
     */
    public Programs.Built build(Path catalogRoot, Workload workload, Implementation program) {
        boolean plain = program.needs().isEmpty();
        CargoProfile profile = program.profile();
        Cargo cargo = new Cargo(
                catalogRoot.resolve(plain ? MANIFEST : CRATES),
                plain ? places.rustTarget() : places.cratesTarget(),
                profile == null ? Cargo.RELEASE : profile.toString(),
                BIN,
                List.of(binName(workload, program)),
                program.needs(),
                profile == CargoProfile.TUNED ? NATIVE : List.of());
        CargoRunner.Made made =
                runner.make(workload.id() + " in Rust, " + program.variant(), cargo, CargoRunner.Means.NONE);
        return built(cargo, cargo.names().get(0), made);
    }

    /**
     * Builds programs that need packages, all in one go. Each is built with the packages of all.
     *
     * @throws ToolchainFailure if one of them does not compile, or a package cannot be fetched
     */
    public Map<Programs.Key, Programs.Built> buildTogether(Path catalogRoot, List<RequestedPrograms.Program> programs) {
        Map<Programs.Key, String> names = new LinkedHashMap<>();
        SortedSet<String> needs = new TreeSet<>();
        for (RequestedPrograms.Program each : programs) {
            names.put(each.key(), binName(each.workload(), each.implementation()));
            needs.addAll(each.implementation().needs());
        }
        Cargo cargo = new Cargo(
                catalogRoot.resolve(CRATES),
                places.cratesTarget(),
                Cargo.RELEASE,
                BIN,
                names.values().stream().distinct().toList(),
                List.copyOf(needs),
                List.of());
        CargoRunner.Made made =
                runner.make("the " + names.size() + " Rust programs with crates", cargo, CargoRunner.Means.NONE);
        Map<Programs.Key, Programs.Built> built = new HashMap<>();
        names.forEach((key, name) -> built.put(key, built(cargo, name, made)));
        return built;
    }

    /**
     * Builds the library of a Python program: the {@code [[example]]} that is named by workload and module, a {@code cdylib}.
     *
     * @param python the interpreter that is to load it
     * @return the library
     * @throws ToolchainFailure if it does not compile, or its packages cannot be fetched
     */
    public Path library(Path catalogRoot, Workload workload, Extension extension, Path python) {
        String name =
                (workload.id() + "-" + extension.module()).replace('/', '-').replace('_', '-');
        Cargo cargo = libraryCall(catalogRoot, name, extension);
        return Objects.requireNonNull(
                runner.build("the library " + extension.module() + " of " + workload.id(), cargo, python)
                        .get(name));
    }

    private Cargo libraryCall(Path catalogRoot, String name, Extension extension) {
        return new Cargo(
                catalogRoot.resolve(CRATES),
                places.librariesTarget(),
                Cargo.RELEASE,
                "--example",
                List.of(name),
                extension.needs(),
                List.of());
    }

    /** Cargo says of a forgotten entry that there is no such target in {@code default-run packages}, and not what to do. */
    private static AssayException explained(
            ToolchainFailure failure, Path catalogRoot, SortedMap<String, Path> sources) {
        Matcher unknown = UNKNOWN_PROGRAM.matcher(failure.getMessage());
        Path source = unknown.find() ? sources.get(unknown.group(1)) : null;
        if (source == null) {
            return failure;
        }
        return new Malformed(catalogRoot.resolve(MANIFEST) + " does not know the program '" + unknown.group(1)
                + "', which a workload.json lists. Add to it:\n\n" + bin(unknown.group(1), catalogRoot, source));
    }

    private Programs.Built built(Cargo cargo, String name, CargoRunner.Made made) {
        return built(made.file(name), cargo.only(name).shown(places, made.settings()));
    }

    private static Programs.Built built(Path binary, String command) {
        return new Programs.Built(List.of(binary.toString()), Optional.of(binary), command);
    }
}
