package dev.assay.toolchain;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Catalog;
import dev.assay.model.Implementation.Compiler;
import dev.assay.model.Implementation.Extension;
import dev.assay.model.Probe;
import dev.assay.model.ProgramFilter;
import dev.assay.model.Runtime;
import dev.assay.model.Toolchain;
import dev.assay.model.Warning;
import dev.assay.model.Workload;
import dev.assay.process.CommandRunner;
import dev.assay.toolchain.c.CBuilder;
import dev.assay.toolchain.c.CCompiler;
import dev.assay.toolchain.c.CFinder;
import dev.assay.toolchain.host.BuildListener;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.Compilation;
import dev.assay.toolchain.host.Layout;
import dev.assay.toolchain.host.Programs;
import dev.assay.toolchain.host.RequestedPrograms;
import dev.assay.toolchain.host.StartCheck;
import dev.assay.toolchain.host.ToolHost;
import dev.assay.toolchain.host.ToolLookup;
import dev.assay.toolchain.host.ToolchainErrors;
import dev.assay.toolchain.python.AlternativePythonFinder;
import dev.assay.toolchain.python.Packages;
import dev.assay.toolchain.python.PythonFinder;
import dev.assay.toolchain.python.PythonIntrospection;
import dev.assay.toolchain.python.PythonPrograms;
import dev.assay.toolchain.rust.RustBuilder;
import dev.assay.toolchain.rust.RustFinder;
import dev.assay.toolchain.rust.RustTools;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** From workloads to programs that can be started: finds the toolchains, builds what is not yet built. */
public final class Builder {
    private final BuildPaths places;
    private final ToolHost host;
    private final ToolChoice choice;
    private final BuildListener listener;
    private final Compilation compilation;
    private final MeterBuilder meter;

    /**
     * @param places where sources lie and what is built goes, with Assay's own catalogue
     * @param runner starts the tools
     * @param environment the user's variables; few of them reach a tool
     * @param choice what the user says about tools
     * @param listener told of what is built
     */
    public Builder(
            BuildPaths places,
            CommandRunner runner,
            Map<String, String> environment,
            ToolChoice choice,
            BuildListener listener) {
        this.places = places;
        this.host = new ToolHost(runner, environment, places.root());
        this.choice = choice;
        this.listener = listener;
        this.compilation = new Compilation(host, choice.offline(), listener);
        this.meter = new MeterBuilder(places, compilation);
    }

    /**
     * Finds the toolchains and builds the meter and every program that is asked for. A program that takes more than every machine has, such
     * as a package or another interpreter, is left out where that is missing, and {@link Programs#skipped} says why.
     *
     * @param catalog where the workloads lie
     * @param workloads what is to be measured; a toolchain that none of their programs needs is not looked for
     * @param programs which of their programs
     * @param builds how many builds Rust's and C's primary programs have, each with its functions in another order
     * @throws dev.assay.model.AssayException.ToolchainFailure if a toolchain is missing, too old or fails, or a program does not compile
     */
    public Programs build(Catalog catalog, List<Workload> workloads, ProgramFilter programs, int builds) {
        RequestedPrograms wanted = new RequestedPrograms(workloads, programs);
        ResolvedTools tools = find(wanted);
        return BuildLock.holding(places.target(), listener, () -> build(catalog, wanted, tools, builds));
    }

    /** Every program in one build. */
    public Programs build(Catalog catalog, List<Workload> workloads, ProgramFilter programs) {
        return build(catalog, workloads, programs, 1);
    }

    private Programs build(Catalog catalog, RequestedPrograms wanted, ResolvedTools tools, int builds) {
        StartCheck.in(places.target(), host.runner());
        tools.rust().tool().ifPresent(meter::build);
        ToolLookup<List<Layout>> sought = ToolLookup.of(() -> layouts(wanted, tools, builds));
        List<Layout> layouts = sought.tool().orElse(List.of());
        Map<Programs.Key, Programs.Built> built = new HashMap<>();
        tools.rust().tool().ifPresent(rust -> built.putAll(rustPrograms(catalog, wanted, rust, layouts)));
        tools.c().tool().ifPresent(compiler -> built.putAll(cPrograms(catalog, wanted, compiler, layouts)));
        tools.python().tool().ifPresent(interpreter -> built.putAll(pythonPrograms(catalog, wanted, interpreter)));
        VariantBuilder variants = new VariantBuilder(
                places.of(catalog.root()), compilation, new PythonIntrospection(host), tools, layouts);
        variants.build(catalog, wanted);
        built.putAll(variants.built());
        return new Programs(
                meter.meter(),
                meter.noop(),
                tools.toolchains(),
                built,
                variants.skipped(),
                Stream.concat(variants.packages().stream(), packages(sought.failure()).stream())
                        .distinct()
                        .sorted()
                        .toList(),
                warnings(sought));
    }

    /** One layout is enough where nothing native is held against something native. */
    private List<Layout> layouts(RequestedPrograms wanted, ResolvedTools tools, int builds) {
        return wanted.has(Runtime.RUST) && wanted.has(Runtime.C)
                ? new Layouts(places, host, compilation)
                        .of(builds, tools.rust().orThrow(), tools.c().orThrow())
                : List.of();
    }

    private static List<String> packages(Optional<ToolchainFailure> failure) {
        return failure.map(ToolchainFailure::packages).orElse(List.of());
    }

    private static List<Warning> warnings(ToolLookup<List<Layout>> layouts) {
        return layouts.tool().isPresent()
                ? List.of()
                : List.of(new Warning(
                        "one-build",
                        "Rust and C programs were measured in only one build each, and its code layout may favour either of them: "
                                + layouts.failure().orElseThrow().getMessage(),
                        "Fix that, or trust differences between Rust and C only beyond 10 %."));
    }

    /**
     * Finds and describes one runtime's toolchain, and builds nothing.
     *
     * @throws dev.assay.model.AssayException.ToolchainFailure if it is missing, too old or fails
     */
    public Toolchain describe(Runtime runtime) {
        return switch (runtime) {
            case RUST -> new RustFinder(host).find().toolchain();
            case PYTHON -> new PythonFinder(host, choice.python()).find();
            case C -> new CFinder(host).find().toolchain();
            case PYPY -> new AlternativePythonFinder(host, runtime, choice.pypy()).find();
            case PYTHON_FT -> new AlternativePythonFinder(host, runtime, choice.pythonFt()).find();
            case COMMAND, NOOP -> throw new IllegalArgumentException(runtime + " has no toolchain");
        };
    }

    /** The clang that C's programs by clang would take; empty without one. */
    public Optional<Toolchain> clang() {
        String llvm = llvm(ToolLookup.of(new RustFinder(host)::find));
        return ToolLookup.of(() -> new CFinder(host).clang(llvm)).tool().map(CCompiler::toolchain);
    }

    /** Whether Python's packages that a catalogue pins are installed for an interpreter. */
    public boolean hasPackages(Toolchain interpreter, Catalog catalog) {
        return new Packages(places, compilation).installed(interpreter, catalog.root());
    }

    private static String llvm(ToolLookup<RustTools> rust) {
        return rust.tool()
                .map(tools -> tools.toolchain().details().getOrDefault("LLVM", ""))
                .orElse("");
    }

    /**
     * Finds what builds and interprets some probes; where that is missing, they are not run, and nothing else comes of it.
     *
     * @param catalog where their programs lie
     * @param probes the probes
     * @param runtimes whose programs are wanted
     */
    public ProbeBuilder probes(Catalog catalog, List<Probe> probes, Set<Runtime> runtimes) {
        return ProbeBuilder.find(
                places.of(catalog.root()),
                catalog.root(),
                host,
                probes,
                runtimes,
                new PythonFinder(host, choice.python()));
    }

    /** Finds and describes every toolchain of a runtime that could serve, and builds nothing. That there is none is a result too. */
    public ToolchainReport survey(Runtime runtime) {
        try {
            return new ToolchainReport(runtime, all(runtime), "");
        } catch (ToolchainFailure e) {
            return new ToolchainReport(runtime, List.of(), e.getMessage());
        }
    }

    private List<Toolchain> all(Runtime runtime) {
        return switch (runtime) {
            case PYTHON -> new PythonFinder(host, choice.python()).all();
            case C -> new CFinder(host).all();
            case RUST, PYPY, PYTHON_FT, COMMAND, NOOP -> List.of(describe(runtime));
        };
    }

    /** All that is missing is said at once: who installs one tool and is told of the next has waited twice. */
    private ResolvedTools find(RequestedPrograms wanted) {
        List<ToolchainFailure> missing = new ArrayList<>();
        ToolLookup<RustTools> rust = rust(wanted.has(Runtime.RUST), missing);
        String llvm = llvm(rust);
        CFinder compilers = new CFinder(host);
        ResolvedTools tools = new ResolvedTools(
                rust,
                sought(
                        wanted.has(Runtime.PYTHON),
                        wanted.hasOptional(program -> program.of(Runtime.PYTHON)),
                        () -> describe(Runtime.PYTHON),
                        missing),
                sought(wanted.has(Runtime.C), wanted.hasOptional(Builder::takesC), compilers::find, missing),
                wished(
                        wanted.hasOptional(program -> program.implementation().compiler() == Compiler.CLANG),
                        () -> compilers.clang(llvm)),
                wished(wanted.hasOptional(program -> program.of(Runtime.PYPY)), () -> describe(Runtime.PYPY)),
                wished(
                        wanted.hasOptional(program -> program.of(Runtime.PYTHON_FT)),
                        () -> describe(Runtime.PYTHON_FT)));
        if (!wanted.has(Runtime.C) && !meter.upToDate()) {
            // cargo links the meter with it
            ToolLookup.of(compilers::find).failure().ifPresent(missing::add);
        }
        if (!missing.isEmpty()) {
            throw ToolchainErrors.together(missing);
        }
        return tools;
    }

    private static boolean takesC(RequestedPrograms.Program program) {
        Extension extension = program.implementation().extension();
        return (program.of(Runtime.C) && program.implementation().compiler() == null)
                || (extension != null && extension.language() == Runtime.C);
    }

    /** What a run needs ends it by being missing; what it can do without does not. */
    private static <T> ToolLookup<T> sought(
            boolean needed, boolean wished, Supplier<T> search, List<ToolchainFailure> missing) {
        ToolLookup<T> sought = wished(needed || wished, search);
        if (needed) {
            sought.failure().ifPresent(missing::add);
        }
        return sought;
    }

    private static <T> ToolLookup<T> wished(boolean wished, Supplier<T> search) {
        return wished ? ToolLookup.of(search) : ToolLookup.notNeeded();
    }

    /** Without a Rust that works a meter that is already built serves, as long as no Rust program is wanted. */
    private ToolLookup<RustTools> rust(boolean wanted, List<ToolchainFailure> missing) {
        ToolLookup<RustTools> rust = ToolLookup.of(new RustFinder(host)::find);
        boolean built = meter.upToDate();
        if (built && wanted) {
            rust.failure().map(ToolchainErrors::withoutRust).ifPresent(missing::add);
        } else if (!built) {
            rust.failure()
                    .map(failure -> wanted ? failure : ToolchainErrors.forTheMeter(failure))
                    .ifPresent(missing::add);
        }
        return rust;
    }

    private Map<Programs.Key, Programs.Built> rustPrograms(
            Catalog catalog, RequestedPrograms wanted, RustTools rust, List<Layout> layouts) {
        Map<Programs.Key, String> names = new HashMap<>();
        SortedMap<String, Path> sources = new TreeMap<>();
        for (RequestedPrograms.Program each : wanted.of(Runtime.RUST)) {
            String name = RustBuilder.binName(each.workload(), each.implementation());
            names.put(each.key(), name);
            sources.put(
                    name,
                    catalog.folder(each.workload())
                            .resolve(each.implementation().source()));
        }
        Map<String, Programs.Built> byName =
                new RustBuilder(places.of(catalog.root()), rust, compilation).build(catalog.root(), sources, layouts);
        Map<Programs.Key, Programs.Built> built = new HashMap<>();
        names.forEach((key, name) -> built.put(key, byName.get(name)));
        return built;
    }

    private Map<Programs.Key, Programs.Built> cPrograms(
            Catalog catalog, RequestedPrograms wanted, CCompiler compiler, List<Layout> layouts) {
        CBuilder builder = new CBuilder(places.of(catalog.root()), compiler, compilation);
        Map<Programs.Key, Programs.Built> built = new HashMap<>();
        for (RequestedPrograms.Program each : wanted.of(Runtime.C)) {
            Path folder = catalog.folder(each.workload());
            built.put(each.key(), builder.build(folder, each.workload(), each.implementation(), layouts));
        }
        return built;
    }

    private Map<Programs.Key, Programs.Built> pythonPrograms(
            Catalog catalog, RequestedPrograms wanted, Toolchain interpreter) {
        Map<Programs.Key, Programs.Built> built = new HashMap<>();
        for (RequestedPrograms.Program each : wanted.of(Runtime.PYTHON)) {
            built.put(
                    each.key(),
                    PythonPrograms.start(
                            places, catalog, each, Path.of(interpreter.path()), "", Optional.empty(), Map.of()));
        }
        return built;
    }
}
