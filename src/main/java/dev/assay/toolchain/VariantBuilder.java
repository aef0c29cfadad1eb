package dev.assay.toolchain;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Catalog;
import dev.assay.model.ClaimCoverage;
import dev.assay.model.Implementation;
import dev.assay.model.Implementation.Extension;
import dev.assay.model.Runtime;
import dev.assay.model.Toolchain;
import dev.assay.text.Truncation;
import dev.assay.toolchain.c.CBuilder;
import dev.assay.toolchain.c.CCompiler;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.Compilation;
import dev.assay.toolchain.host.Layout;
import dev.assay.toolchain.host.Programs;
import dev.assay.toolchain.host.RequestedPrograms;
import dev.assay.toolchain.python.Packages;
import dev.assay.toolchain.python.PythonIntrospection;
import dev.assay.toolchain.python.PythonPrograms;
import dev.assay.toolchain.rust.RustBuilder;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes the programs that a run can do without. What fails is left out, with the reason. */
final class VariantBuilder {
    private static final int LONGEST_REASON = 400;

    private final BuildPaths places;
    private final Compilation compilation;
    private final Packages packages;
    private final ExtensionBuilder extensions;
    private final ResolvedTools tools;
    private final List<Layout> layouts;
    private final Map<Programs.Key, Programs.Built> built = new HashMap<>();
    private final Map<Programs.Key, String> skipped = new HashMap<>();
    private final Set<String> missing = new TreeSet<>();

    /**
     * @param places where sources lie and what is built goes
     * @param compilation runs compilers
     * @param interview asks interpreters
     * @param tools what there is to build with
     * @param layouts the layouts of programs that Rust is held against
     */
    VariantBuilder(
            BuildPaths places,
            Compilation compilation,
            PythonIntrospection interview,
            ResolvedTools tools,
            List<Layout> layouts) {
        this.places = places;
        this.compilation = compilation;
        this.packages = new Packages(places, compilation);
        this.extensions = new ExtensionBuilder(places, compilation, interview, tools.rust(), tools.c());
        this.tools = tools;
        this.layouts = layouts;
    }

    /**
     * Makes each of them, or notes why it cannot be made. Where they were picked for the claims, what serves only claims that can no longer be
     * decided is not built: a crate may take a minute. So what needs packages of Python comes first.
     */
    void build(Catalog catalog, RequestedPrograms wanted) {
        ClaimCoverage coverage = new ClaimCoverage(
                catalog.claims(),
                wanted.workloads(),
                (workload, program) -> wanted.choice().takes(workload, program)
                        && !skipped.containsKey(new Programs.Key(workload, program)));
        boolean pickedForClaims =
                wanted.choice().forClaims() && !catalog.claims().isEmpty();
        wanted.optional().stream()
                .sorted(Comparator.comparing(program -> !needsPackagesOfPython(program)))
                .forEach(program -> {
                    if (pickedForClaims
                            && !needsPackagesOfPython(program)
                            && coverage.isPointless(
                                    program.workload(), program.implementation(), wanted.choice()::takes)) {
                        skipped.put(
                                program.key(), "its claims cannot be decided here, because other programs are skipped");
                    } else {
                        build(catalog, program);
                    }
                });
    }

    private static boolean needsPackagesOfPython(RequestedPrograms.Program program) {
        return program.implementation().runtime() != Runtime.RUST
                && !program.implementation().needs().isEmpty();
    }

    private void build(Catalog catalog, RequestedPrograms.Program program) {
        try {
            built.put(program.key(), make(catalog, program));
        } catch (ToolchainFailure e) {
            skipped.put(program.key(), reason(e.getMessage()));
            missing.addAll(e.packages());
        }
    }

    /** What can be started. */
    Map<Programs.Key, Programs.Built> built() {
        return built;
    }

    /** The packages of Debian and Ubuntu that bring what was missing. */
    Set<String> packages() {
        return missing;
    }

    /** What cannot, and why. */
    Map<Programs.Key, String> skipped() {
        return skipped;
    }

    /** The first line says what is wrong, the last one is the tool's own last word. */
    private static String reason(String message) {
        List<String> lines = message.lines().map(String::strip).toList();
        String last = lines.get(lines.size() - 1);
        String reason = lines.get(0) + (last.startsWith("| ") ? " Last output: " + last.substring(2) : "");
        return Truncation.start(reason, LONGEST_REASON);
    }

    private Programs.Built make(Catalog catalog, RequestedPrograms.Program program) {
        Implementation implementation = program.implementation();
        return switch (implementation.runtime()) {
            case RUST ->
                new RustBuilder(places, tools.rust().orThrow(), compilation)
                        .build(catalog.root(), program.workload(), implementation);
            case C ->
                new CBuilder(places, compiler(implementation), compilation)
                        .build(
                                catalog.folder(program.workload()),
                                program.workload(),
                                implementation,
                                implementation.compiler() == null ? List.of() : layouts);
            case PYTHON, PYPY, PYTHON_FT -> python(catalog, program);
            case COMMAND, NOOP -> throw new IllegalArgumentException("no program of a catalog is a command");
        };
    }

    private CCompiler compiler(Implementation implementation) {
        return (implementation.compiler() == null ? tools.c() : tools.clang()).orThrow();
    }

    private Programs.Built python(Catalog catalog, RequestedPrograms.Program program) {
        Implementation implementation = program.implementation();
        Toolchain interpreter = tools.python(implementation.runtime()).orThrow();
        Path started = Path.of(interpreter.path());
        String command = "";
        if (!implementation.needs().isEmpty()) {
            Packages.Provided provided = packages.provide(interpreter, catalog.root(), implementation.needs());
            started = provided.python();
            command = provided.command();
        }
        Extension extension = implementation.extension();
        if (extension == null) {
            return PythonPrograms.start(places, catalog, program, started, command, Optional.empty(), Map.of());
        }
        Path library = extensions.build(catalog.root(), program.workload(), implementation, extension, started);
        Map<String, String> environment = new TreeMap<>();
        environment.put(Programs.LIBRARY, library.toString());
        environment.put(
                "PYTHONPATH", Objects.requireNonNull(library.getParent()).toString());
        return PythonPrograms.start(places, catalog, program, started, command, Optional.of(library), environment);
    }
}
