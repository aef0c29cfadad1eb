package dev.assay.toolchain;

import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.Catalog;
import dev.assay.model.Probe;
import dev.assay.model.Runtime;
import dev.assay.model.Toolchain;
import dev.assay.model.Workload;
import dev.assay.process.CommandRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** From workloads to programs that can be started: finds the toolchains, builds what is not yet built. */
public final class Builder {
    private final Places places;
    private final Host host;
    private final @Nullable String python;
    private final BuildListener listener;
    private final Compilation compilation;
    private final MeterBuilder meter;

    /**
     * @param places where sources lie and what is built goes
     * @param runner starts the tools
     * @param environment the user's variables; few of them reach a tool
     * @param python the Python interpreter that the user names; null for the first on the PATH
     * @param listener told of what is built
     */
    public Builder(
            Places places,
            CommandRunner runner,
            Map<String, String> environment,
            @Nullable String python,
            BuildListener listener) {
        this.places = places;
        this.host = new Host(runner, environment, places.root());
        this.python = python;
        this.listener = listener;
        this.compilation = new Compilation(host, listener);
        this.meter = new MeterBuilder(places, compilation);
    }

    /**
     * Finds the toolchains of the runtimes and builds the meter and every program of theirs.
     *
     * @param catalog where the workloads lie
     * @param workloads what is to be measured; a runtime that none of their programs needs is not looked for
     * @param runtimes whose programs are wanted
     * @throws dev.assay.model.AssayException.ToolchainFailure if a toolchain is missing, too old or fails, or a program does not compile
     */
    public Programs build(Catalog catalog, List<Workload> workloads, Set<Runtime> runtimes) {
        Wanted wanted = new Wanted(workloads, runtimes);
        Found found = find(wanted);
        return BuildLock.holding(places.target(), listener, () -> build(catalog, wanted, found));
    }

    private Programs build(Catalog catalog, Wanted wanted, Found found) {
        found.rust().ifPresent(meter::build);
        Map<Programs.Key, Programs.Built> built = new HashMap<>();
        found.rust().ifPresent(rust -> built.putAll(rustPrograms(catalog, wanted, rust)));
        found.c().ifPresent(compiler -> built.putAll(cPrograms(catalog, wanted, compiler)));
        found.python().ifPresent(interpreter -> built.putAll(pythonPrograms(catalog, wanted, interpreter)));
        return new Programs(meter.meter(), meter.noop(), found.toolchains(), built, wanted.skipped());
    }

    /**
     * Finds and describes one runtime's toolchain, and builds nothing.
     *
     * @throws dev.assay.model.AssayException.ToolchainFailure if it is missing, too old or fails
     */
    public Toolchain describe(Runtime runtime) {
        return switch (runtime) {
            case RUST -> new RustFinder(host).find().toolchain();
            case PYTHON -> new PythonFinder(host, python).find();
            case C -> new CFinder(host).find().toolchain();
            case PYPY, PYTHON_FT -> throw new ToolchainFailure(runtime.title() + " cannot be looked for yet.");
            case COMMAND, NOOP -> throw new IllegalArgumentException(runtime + " has no toolchain");
        };
    }

    /**
     * Finds what builds and interprets some probes; where that is missing, they are not run, and nothing else comes of it.
     *
     * @param catalog where their programs lie
     * @param probes the probes
     * @param runtimes whose programs are wanted
     */
    public ProbeBuilder probes(Catalog catalog, List<Probe> probes, Set<Runtime> runtimes) {
        return ProbeBuilder.find(places, catalog.root(), host, probes, runtimes, new PythonFinder(host, python));
    }

    /** Finds and describes every toolchain of a runtime that could serve, and builds nothing. That there is none is a result too. */
    public Survey survey(Runtime runtime) {
        try {
            return new Survey(runtime, all(runtime), "");
        } catch (ToolchainFailure e) {
            return new Survey(runtime, List.of(), e.getMessage());
        }
    }

    private List<Toolchain> all(Runtime runtime) {
        return switch (runtime) {
            case PYTHON -> new PythonFinder(host, python).all();
            case C -> new CFinder(host).all();
            case RUST, PYPY, PYTHON_FT, COMMAND, NOOP -> List.of(describe(runtime));
        };
    }

    private Found find(Wanted wanted) {
        return new Found(
                rust(wanted.has(Runtime.RUST)),
                wanted.has(Runtime.PYTHON) ? Optional.of(new PythonFinder(host, python).find()) : Optional.empty(),
                wanted.has(Runtime.C) ? Optional.of(new CFinder(host).find()) : Optional.empty());
    }

    /** Without a Rust that works a meter that is already built serves, as long as no Rust program is wanted. */
    private Optional<RustTools> rust(boolean wanted) {
        try {
            return Optional.of(new RustFinder(host).find());
        } catch (ToolchainFailure e) {
            if (!wanted && meter.upToDate()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Map<Programs.Key, Programs.Built> rustPrograms(Catalog catalog, Wanted wanted, RustTools rust) {
        Map<Programs.Key, String> names = new HashMap<>();
        SortedMap<String, Path> sources = new TreeMap<>();
        for (Wanted.Program each : wanted.of(Runtime.RUST)) {
            String name = RustBuilder.binName(each.workload(), each.implementation());
            names.put(each.key(), name);
            sources.put(
                    name,
                    catalog.folder(each.workload())
                            .resolve(each.implementation().source()));
        }
        Map<String, Programs.Built> byName = new RustBuilder(places, rust, compilation).build(catalog.root(), sources);
        Map<Programs.Key, Programs.Built> built = new HashMap<>();
        names.forEach((key, name) -> built.put(key, byName.get(name)));
        return built;
    }

    private Map<Programs.Key, Programs.Built> cPrograms(Catalog catalog, Wanted wanted, CCompiler compiler) {
        CBuilder builder = new CBuilder(places, compiler, compilation);
        Map<Programs.Key, Programs.Built> built = new HashMap<>();
        for (Wanted.Program each : wanted.of(Runtime.C)) {
            Path folder = catalog.folder(each.workload());
            built.put(each.key(), builder.build(folder, each.workload(), each.implementation()));
        }
        return built;
    }

    private static Map<Programs.Key, Programs.Built> pythonPrograms(
            Catalog catalog, Wanted wanted, Toolchain interpreter) {
        Map<Programs.Key, Programs.Built> built = new HashMap<>();
        for (Wanted.Program each : wanted.of(Runtime.PYTHON)) {
            Path script = catalog.folder(each.workload())
                    .resolve(each.implementation().source());
            List<String> argv = new ArrayList<>(List.of(interpreter.path()));
            argv.addAll(each.implementation().options());
            argv.add(script.toAbsolutePath().toString());
            built.put(each.key(), new Programs.Built(argv, Optional.empty(), ""));
        }
        return built;
    }

    /** The toolchains that are there. */
    private record Found(Optional<RustTools> rust, Optional<Toolchain> python, Optional<CCompiler> c) {
        List<Toolchain> toolchains() {
            List<Toolchain> toolchains = new ArrayList<>();
            rust.ifPresent(tools -> toolchains.add(tools.toolchain()));
            python.ifPresent(toolchains::add);
            c.ifPresent(compiler -> toolchains.add(compiler.toolchain()));
            return toolchains;
        }
    }
}
