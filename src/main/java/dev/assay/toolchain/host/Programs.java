package dev.assay.toolchain.host;

import dev.assay.model.AssayException;
import dev.assay.model.Sha256;
import dev.assay.model.Warning;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.catalog.Implementation;
import dev.assay.model.catalog.Workload;
import dev.assay.model.run.Source;
import dev.assay.model.run.Toolchain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be started: built, found, and by absolute path. It holds the programs of the workloads and runtimes that were asked for.
 *
 * <p>Python keeps the bytecode of imported modules beside them unless {@code PYTHONPYCACHEPREFIX} says otherwise; whoever starts the programs
 * sets it to a folder under {@code target/}.
 */
public final class Programs {
    /** The variable that names the native library of a Python program. */
    public static final String LIBRARY = "ASSAY_LIBRARY";

    private final Path meter;
    private final Path noop;
    private final Path canary;
    private final Path load;
    private final List<Toolchain> toolchains;
    private final Map<Key, Built> built;
    private final Map<Key, String> skipped;
    private final List<String> missingPackages;
    private final List<Warning> warnings;

    public Programs(
            Path meter,
            Path noop,
            Path canary,
            Path load,
            List<Toolchain> toolchains,
            Map<Key, Built> built,
            Map<Key, String> skipped,
            List<String> missingPackages,
            List<Warning> warnings) {
        this.meter = meter;
        this.noop = noop;
        this.canary = canary;
        this.load = load;
        this.toolchains = List.copyOf(toolchains);
        this.built = Map.copyOf(built);
        this.skipped = Map.copyOf(skipped);
        this.missingPackages = List.copyOf(missingPackages);
        this.warnings = List.copyOf(warnings);
    }

    /** A program of the catalog: {@code numeric/nbody} and {@code rust:std}. */
    public record Key(String workload, String label) {
        public Key(Workload workload, Implementation implementation) {
            this(workload.id(), implementation.label());
        }
    }

    /**
     * A program that can be started.
     *
     * @param argv how it starts, up to its own arguments
     * @param binary what was built; empty when nothing is
     * @param command the command that built it; an empty text when nothing is built
     * @param environment what it must see of the environment
     * @param builds the executables of all its builds, its own first; empty when it has but one
     */
    public record Built(
            List<String> argv,
            Optional<Path> binary,
            String command,
            Map<String, String> environment,
            List<Path> builds) {
        public Built {
            argv = List.copyOf(argv);
            environment = Map.copyOf(environment);
            builds = List.copyOf(builds);
        }

        public Built(List<String> argv, Optional<Path> binary, String command) {
            this(argv, binary, command, Map.of(), List.of());
        }

        /** The same with more builds, of the same code in other orders. */
        public Built with(List<Built> others) {
            List<Path> all = new ArrayList<>(List.of(binary.orElseThrow()));
            String commands = command;
            for (Built other : others) {
                all.add(other.binary().orElseThrow());
                commands += "\n" + other.command();
            }
            return new Built(argv, binary, commands, environment, all);
        }
    }

    /** Why a program that was asked for cannot be started here, and what to do; null when it can. */
    public @Nullable String skipped(Workload workload, Implementation implementation) {
        return skipped.get(new Key(workload, implementation));
    }

    /** Whether the program was among those asked for and can be started. */
    public boolean has(Workload workload, Implementation implementation) {
        return built.containsKey(new Key(workload, implementation));
    }

    /**
     * How a program starts: absolute paths, without its size and threads.
     *
     * @throws IllegalArgumentException if it was not asked for or cannot be started
     */
    public List<String> argv(Workload workload, Implementation implementation) {
        return get(workload, implementation).argv();
    }

    /** The executables of a program's builds, the plain one first: the same code, laid out in other ways; empty when it has but one. */
    public List<Path> builds(Workload workload, Implementation implementation) {
        return get(workload, implementation).builds();
    }

    /** The packages of Debian and Ubuntu that bring what programs were left out for, and the linker for several layouts. */
    public List<String> missingPackages() {
        return missingPackages;
    }

    /** What was noticed while all this was built. */
    public List<Warning> warnings() {
        return warnings;
    }

    /** The variables that a program must see beside those of every program. */
    public Map<String, String> environment(Workload workload, Implementation implementation) {
        return get(workload, implementation).environment();
    }

    /** The executable or library that was built for a program; empty for an interpreted one. */
    public Optional<Path> binary(Workload workload, Implementation implementation) {
        return get(workload, implementation).binary();
    }

    /** The command that builds a program, to be copied into a shell in the project's root; an empty text for an interpreted one. */
    public String buildCommand(Workload workload, Implementation implementation) {
        return get(workload, implementation).command();
    }

    /** The program that measures. */
    public Path meter() {
        return meter;
    }

    /** The program that does nothing. */
    public Path noop() {
        return noop;
    }

    /** The program that does the same arithmetic every time. */
    public Path canary() {
        return canary;
    }

    /** The client of services. */
    public Path load() {
        return load;
    }

    /** The compilers and interpreters, in the order of the runtimes. */
    public List<Toolchain> toolchains() {
        return toolchains;
    }

    /**
     * The texts of the programs as they are now, in the order of the workloads.
     *
     * @throws AssayException.Storage if one cannot be read
     */
    public List<Source> sources(Catalog catalog, List<Workload> workloads) {
        List<Source> sources = new ArrayList<>();
        for (Workload workload : workloads) {
            for (Implementation implementation : workload.implementations()) {
                if (has(workload, implementation)) {
                    sources.add(source(catalog, workload, implementation));
                }
            }
        }
        return List.copyOf(sources);
    }

    private Source source(Catalog catalog, Workload workload, Implementation implementation) {
        Path folder = catalog.folder(workload);
        List<Path> files = new ArrayList<>(List.of(folder.resolve(implementation.source())));
        implementation.shared().forEach(file -> files.add(folder.resolveSibling(file)));
        try {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            for (Path file : files) {
                text.write(Files.readAllBytes(file));
            }
            byte[] bytes = text.toByteArray();
            Optional<Path> binary = binary(workload, implementation);
            return new Source(
                    workload.id(),
                    implementation.runtime(),
                    implementation.variant(),
                    workload.id() + "/" + implementation.source(),
                    Sha256.hash(bytes),
                    buildCommand(workload, implementation),
                    binary.isPresent() ? Files.size(binary.get()) : 0,
                    new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot read the program " + files.get(0), e, "Make it readable.");
        }
    }

    private Built get(Workload workload, Implementation implementation) {
        Built program = built.get(new Key(workload, implementation));
        if (program == null) {
            throw new IllegalArgumentException(
                    "the program " + workload.id() + ":" + implementation.label() + " was not requested");
        }
        return program;
    }
}
