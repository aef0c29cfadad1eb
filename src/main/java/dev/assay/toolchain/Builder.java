package dev.assay.toolchain;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Runtime;
import dev.assay.model.Warning;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.ProgramFilter;
import dev.assay.model.catalog.Workload;
import dev.assay.model.run.Toolchain;
import dev.assay.process.CommandRunner;
import dev.assay.toolchain.c.CCompiler;
import dev.assay.toolchain.host.BuildListener;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.Compilation;
import dev.assay.toolchain.host.LanguageTools;
import dev.assay.toolchain.host.Layout;
import dev.assay.toolchain.host.Programs;
import dev.assay.toolchain.host.RequestedPrograms;
import dev.assay.toolchain.host.StartCheck;
import dev.assay.toolchain.host.ToolHost;
import dev.assay.toolchain.host.ToolLookup;
import dev.assay.toolchain.host.ToolchainErrors;
import dev.assay.toolchain.python.Packages;
import dev.assay.toolchain.rust.RustTools;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** From workloads to programs that can be started: finds the toolchains, builds what is not yet built. */
public final class Builder {
    private final BuildPaths places;
    private final ToolHost host;
    private final BuildListener listener;
    private final Compilation compilation;
    private final MeterBuilder meter;
    private final Languages languages;

    /**
     * @param places where sources lie and what is built goes, with Assay's own catalog
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
        this.listener = listener;
        this.compilation = new Compilation(host, choice.offline(), listener);
        this.meter = new MeterBuilder(places, compilation);
        this.languages = new Languages(places, compilation, choice);
    }

    /**
     * Finds the toolchains and builds the meter and every program that is asked for. A program that takes more than every machine has, such
     * as a package or another interpreter, is omitted where that is missing, and {@link Programs#skipped} says why.
     *
     * @param catalog where the workloads lie
     * @param workloads what is to be measured; a toolchain that none of their programs needs is not looked for
     * @param programs which of their programs
     * @param builds how many builds Rust's and C's primary programs have, each with its functions in another order
     * @throws dev.assay.model.AssayException.ToolchainFailure if a toolchain is missing, too old or fails, or a program does not compile
     */
    public Programs build(Catalog catalog, List<Workload> workloads, ProgramFilter programs, int builds) {
        RequestedPrograms wanted = new RequestedPrograms(workloads, programs);
        List<Toolchain> found = find(wanted);
        return BuildLock.holding(places.target(), listener, () -> build(catalog, wanted, found, builds));
    }

    /**
     * Builds the meter alone. One that was built from the present sources serves as it is, and no tool is looked for.
     *
     * @throws dev.assay.model.AssayException.ToolchainFailure if it is not there and cannot be built
     */
    public Programs buildMeter() {
        if (!meter.upToDate()) {
            find(new RequestedPrograms(List.of(), ProgramFilter.of(Set.of())));
        }
        return BuildLock.holding(places.target(), listener, () -> {
            if (!meter.upToDate()) {
                StartCheck.in(places.target(), host.runner());
                meter.build(languages.rust().lookup().orThrow());
            }
            return new Programs(
                    meter.meter(),
                    meter.noop(),
                    meter.canary(),
                    meter.load(),
                    List.of(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    List.of());
        });
    }

    /** Every program in one build. */
    public Programs build(Catalog catalog, List<Workload> workloads, ProgramFilter programs) {
        return build(catalog, workloads, programs, 1);
    }

    private Programs build(Catalog catalog, RequestedPrograms wanted, List<Toolchain> found, int builds) {
        StartCheck.in(places.target(), host.runner());
        ToolLookup<List<Layout>> lookup = ToolLookup.of(() -> layouts(wanted, builds));
        List<Layout> layouts = lookup.tool().orElse(List.of());
        Map<Programs.Key, Programs.Built> built = new ConcurrentHashMap<>();
        VariantBuilder variants = new VariantBuilder(languages, catalog, wanted, layouts);
        Consumer<LanguageTools> required =
                language -> built.putAll(language.build(catalog, wanted.required(language::makes), layouts));
        // cargo does not keep all processors busy, and pip waits for the network
        Compilation.sideBySide(
                () -> {
                    languages.rust().lookup().tool().ifPresent(meter::build);
                    required.accept(languages.rust());
                },
                () -> {
                    languages.all().stream()
                            .filter(language -> language != languages.rust())
                            .forEach(required);
                    variants.buildWithPackages();
                });
        variants.buildOthers();
        built.putAll(variants.built());
        return new Programs(
                meter.meter(),
                meter.noop(),
                meter.canary(),
                meter.load(),
                found,
                built,
                variants.skipped(),
                Stream.concat(variants.packages().stream(), packages(lookup.failure()).stream())
                        .distinct()
                        .sorted()
                        .toList(),
                warnings(lookup));
    }

    /** One layout is enough where nothing native is compared with something native. */
    private List<Layout> layouts(RequestedPrograms wanted, int builds) {
        boolean several = Runtime.measured().stream()
                        .filter(runtime -> runtime.relinked()
                                && (wanted.has(runtime) || wanted.hasOptional(program -> program.of(runtime))))
                        .count()
                > 1;
        return several
                ? new Layouts(places, host, compilation)
                        .list(
                                builds,
                                languages.rust().lookup().orThrow(),
                                languages.c().lookup().orThrow())
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
                        "Rust and C programs were measured in only one build each, and its code layout may favor either of them: "
                                + layouts.failure().orElseThrow().getMessage(),
                        "Fix that, or trust differences between Rust and C only beyond 10 %."));
    }

    /**
     * Finds and describes one runtime's toolchain, and builds nothing.
     *
     * @throws dev.assay.model.AssayException.ToolchainFailure if it is missing, too old or fails
     */
    public Toolchain describe(Runtime runtime) {
        return languages.of(runtime).find();
    }

    /** The clang that C's programs by clang would take; empty without one. */
    public Optional<Toolchain> clang() {
        return languages.clang().lookup().tool().map(CCompiler::toolchain);
    }

    /** Whether an interpreter has an environment with these packages of Python, which the catalog pins. */
    public boolean hasPackages(Toolchain interpreter, Catalog catalog, List<String> needs) {
        try {
            return new Packages(places, compilation).installed(interpreter, catalog.root(), needs);
        } catch (ToolchainFailure e) {
            // no file pins them
            return false;
        }
    }

    /**
     * Finds what builds and interprets some probes; where that is missing, they are not run, and nothing else comes of it.
     *
     * @param catalog where their programs lie
     * @param probes the probes
     * @param runtimes whose programs are wanted
     */
    public ProbeBuilder probes(Catalog catalog, List<Probe> probes, Set<Runtime> runtimes) {
        // a type checker may have to be installed
        return BuildLock.holding(
                places.target(),
                listener,
                () -> ProbeBuilder.find(places.of(catalog.root()), catalog.root(), host, probes, runtimes, languages));
    }

    /** Finds and describes every toolchain of a runtime that could serve, and builds nothing. That there is none is a result too. */
    public ToolchainReport survey(Runtime runtime) {
        try {
            return new ToolchainReport(runtime, languages.of(runtime).survey(), "");
        } catch (ToolchainFailure e) {
            return new ToolchainReport(runtime, List.of(), e.getMessage());
        }
    }

    /** All that is missing is said at once: who installs one tool and is told of the next has waited twice. */
    private List<Toolchain> find(RequestedPrograms wanted) {
        List<ToolchainFailure> missing = new ArrayList<>();
        List<Toolchain> found = new ArrayList<>();
        for (LanguageTools language : languages.all()) {
            boolean needed = !wanted.required(language::makes).isEmpty();
            if (language == languages.rust()) {
                rust(needed, missing).ifPresent(found::add);
            } else if (needed
                    || wanted.hasOptional(program -> language.makes(program) || language.contributes(program))) {
                ToolLookup<Toolchain> lookup = ToolLookup.of(language::find);
                lookup.tool().ifPresent(found::add);
                lookup.failure().filter(failure -> needed).ifPresent(missing::add);
            }
        }
        if (!wanted.has(Runtime.C) && !meter.upToDate()) {
            // cargo links the meter with it
            languages.c().lookup().failure().ifPresent(missing::add);
        }
        if (!missing.isEmpty()) {
            throw ToolchainErrors.together(missing);
        }
        return found;
    }

    /** Without a Rust that works a meter that is already built serves, as long as no Rust program is wanted. */
    private Optional<Toolchain> rust(boolean wanted, List<ToolchainFailure> missing) {
        ToolLookup<RustTools> rust = languages.rust().lookup();
        boolean built = meter.upToDate();
        if (built && wanted) {
            rust.failure().map(ToolchainErrors::withoutRust).ifPresent(missing::add);
        } else if (!built) {
            rust.failure()
                    .map(failure -> wanted ? failure : ToolchainErrors.forTheMeter(failure))
                    .ifPresent(missing::add);
        }
        return rust.tool().map(RustTools::toolchain);
    }
}
