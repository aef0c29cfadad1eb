package dev.assay.toolchain;

import dev.assay.model.AssayException;
import dev.assay.model.Runtime;
import dev.assay.model.WholeFile;
import dev.assay.model.catalog.MutationSetup;
import dev.assay.model.catalog.PackageSetup;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.run.MutantBuild;
import dev.assay.model.run.ProbeBuild;
import dev.assay.model.run.Toolchain;
import dev.assay.process.CommandResult;
import dev.assay.process.Invocation;
import dev.assay.process.ShellWords;
import dev.assay.toolchain.host.BuildPaths;
import dev.assay.toolchain.host.CleanEnvironment;
import dev.assay.toolchain.host.Compilation;
import dev.assay.toolchain.host.CompilerDiagnostics;
import dev.assay.toolchain.host.CompilerOutputHead;
import dev.assay.toolchain.host.PackageBuilder;
import dev.assay.toolchain.host.ProbeTool;
import dev.assay.toolchain.host.ToolHost;
import dev.assay.toolchain.host.ToolLookup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hands a probe's program to its compiler or type checker and keeps what that says. It does so anew each time: what the compiler makes of the program is
 * what the probe is about.
 */
public final class ProbeBuilder {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Above it an exit code tells of a signal. */
    private static final int SIGNALLED = 128;

    private final BuildPaths places;
    private final Path catalogRoot;
    private final ToolHost host;
    private final ProbeTools tools;
    private final ProbeTools checkers;
    private final Map<Runtime, ToolLookup<PackageBuilder>> packages;
    private final Map<Runtime, ToolLookup<List<String>>> managers;

    private ProbeBuilder(
            BuildPaths places,
            Path catalogRoot,
            ToolHost host,
            ProbeTools tools,
            ProbeTools checkers,
            Map<Runtime, ToolLookup<PackageBuilder>> packages,
            Map<Runtime, ToolLookup<List<String>>> managers) {
        this.places = places;
        this.catalogRoot = catalogRoot;
        this.host = host;
        this.tools = tools;
        this.checkers = checkers;
        this.packages = packages;
        this.managers = managers;
    }

    /**
     * Finds what the probes need. That something is missing ends nothing: those probes are not run.
     *
     * @param wanted the runtimes whose programs are wanted at all
     * @param languages what finds it
     */
    static ProbeBuilder find(
            BuildPaths places,
            Path catalogRoot,
            ToolHost host,
            List<Probe> probes,
            Set<Runtime> wanted,
            Languages languages) {
        List<Probe> built = probes.stream().filter(probe -> !checked(probe)).toList();
        List<Probe> checked = probes.stream()
                .filter(probe ->
                        checked(probe) || (mutated(probe) && !probe.runtime().compiled()))
                .toList();
        return new ProbeBuilder(
                places,
                catalogRoot,
                host,
                ProbeTools.find(built, wanted, runtime -> languages.of(runtime).probes()),
                ProbeTools.find(
                        checked, wanted, runtime -> languages.of(runtime).checker(catalogRoot)),
                lookups(
                        probes,
                        Probe.How.PACKAGE,
                        wanted,
                        runtime -> languages.of(runtime).packages(catalogRoot)),
                lookups(
                        probes,
                        Probe.How.PROJECT,
                        wanted,
                        runtime -> languages.of(runtime).packageManager(catalogRoot)));
    }

    /** What the probes of one kind need beside their tool, by runtime. */
    private static <T> Map<Runtime, ToolLookup<T>> lookups(
            List<Probe> probes, Probe.How how, Set<Runtime> wanted, Function<Runtime, T> search) {
        Map<Runtime, ToolLookup<T>> found = new TreeMap<>();
        probes.stream()
                .filter(probe -> probe.procedure().how() == how)
                .map(Probe::runtime)
                .filter(wanted::contains)
                .forEach(runtime -> found.computeIfAbsent(runtime, of -> ToolLookup.of(() -> search.apply(of))));
        return found;
    }

    private static boolean mutated(Probe probe) {
        return probe.procedure().how() == Probe.How.MUTANTS;
    }

    private static boolean checked(Probe probe) {
        return probe.procedure().how() == Probe.How.CHECK;
    }

    /** The compilers and interpreters that were found. */
    public List<Toolchain> toolchains() {
        return Stream.concat(tools.found().values().stream(), checkers.found().values().stream())
                .map(ProbeTool::toolchain)
                .toList();
    }

    /** Builds a program, or finds out that it cannot be built. Every end is a result. */
    public ProbeBuild build(Probe probe) {
        ProbeTools known = checked(probe) ? checkers : tools;
        ProbeTool tool = known.found().get(probe.runtime());
        if (tool == null) {
            return ProbeBuild.notRun(String.valueOf(known.missing().get(probe.runtime())));
        }
        Path source = catalogRoot.resolve(probe.path()).toAbsolutePath();
        return switch (probe.procedure().how()) {
            case CHECK -> check(probe, tool, source);
            case PACKAGE ->
                build(probe, Objects.requireNonNull(probe.procedure().published()), source);
            case PROJECT -> {
                ToolLookup<List<String>> manager = Objects.requireNonNull(managers.get(probe.runtime()));
                yield manager.tool()
                        .map(words -> start(probe, tool, source).startedWith(words))
                        .orElseGet(() -> missing(manager));
            }
            default -> start(probe, tool, source);
        };
    }

    private static ProbeBuild missing(ToolLookup<?> lookup) {
        return ProbeBuild.notRun(
                lookup.failure().map(AssayException::getMessage).orElse(""));
    }

    /** A program as it is, or as a compiler makes it. */
    private ProbeBuild start(Probe probe, ProbeTool tool, Path source) {
        if (!probe.runtime().compiled()) {
            List<String> argv = new ArrayList<>(tool.command());
            argv.add(source.toString());
            return ProbeBuild.ready(tool.name(), "", "", argv);
        }
        Compilation.createFolder(places.probeTarget());
        return compile(
                probe, tool, source, places.probeTarget().resolve(probe.id().replace('/', '-')), List.of());
    }

    private ProbeBuild compile(Probe probe, ProbeTool tool, Path source, Path binary, List<String> more) {
        delete(binary);
        List<String> arguments = new ArrayList<>(tool.options().apply(probe));
        arguments.addAll(List.of("-o", places.shown(binary), places.shown(source)));
        arguments.addAll(probe.procedure().build());
        arguments.addAll(more);
        CommandResult finished = run(tool.command(), arguments);
        return judged(
                tool.diagnostics().apply(finished.stderr()),
                finished,
                tool.name(),
                ShellWords.join(joined(tool.shown(), arguments)),
                binary);
    }

    private ProbeBuild build(Probe probe, PackageSetup published, Path source) {
        ToolLookup<PackageBuilder> builder = Objects.requireNonNull(packages.get(probe.runtime()));
        return builder.tool()
                .map(found -> found.build(
                        published,
                        catalogRoot.resolve(probe.suite()).resolve(published.pins()),
                        source,
                        places.probeTarget().resolve(probe.id().replace('/', '-'))))
                .orElseGet(() -> missing(builder));
    }

    private ProbeBuild check(Probe probe, ProbeTool tool, Path source) {
        List<String> arguments = joined(tool.options().apply(probe), List.of(places.shown(source)));
        CommandResult finished = run(tool.command(), arguments);
        String command = ShellWords.join(joined(tool.shown(), arguments));
        ProbeBuild judged = judged(tool.diagnostics().apply(finished.stdout()), finished, tool.name(), command, source);
        return judged.ended() == null
                ? new ProbeBuild(ProbeOutcome.ACCEPTED, List.of(), tool.name(), "", null, command, List.of())
                : judged;
    }

    /**
     * Builds and checks a program into which a mistake was put, and builds its tests.
     *
     * @param number tells it from others of the same probe
     * @param text the program
     */
    public MutantBuild build(Probe probe, int number, String text) {
        MutationSetup setup = Objects.requireNonNull(probe.procedure().mutation());
        ProbeTool tool = tools.found().get(probe.runtime());
        Path suite = catalogRoot.resolve(probe.suite()).toAbsolutePath();
        Path folder = places.probeTarget().resolve(probe.id().replace('/', '-')).resolve(String.valueOf(number));
        Path source = folder.resolve(fileName(probe.source()));
        Path tests = folder.resolve(fileName(setup.tests()));
        Path input = suite.resolve(setup.input());
        Path output = suite.resolve(setup.output());
        String missing = missing(probe);
        if (missing != null || tool == null) {
            return new MutantBuild(ProbeBuild.notRun(String.valueOf(missing)), null, null, input, output);
        }
        write(folder, Map.of(source, text, tests, read(suite.resolve(setup.tests()))));
        if (!probe.runtime().compiled()) {
            ProbeTool checker = Objects.requireNonNull(checkers.found().get(probe.runtime()));
            // no byte code, which Python would take for that of another program of the same second and length
            return new MutantBuild(
                    ProbeBuild.ready(tool.name(), "", "", joined(tool.command(), List.of("-B", source.toString()))),
                    check(probe, checker, source),
                    ProbeBuild.ready(tool.name(), "", "", joined(tool.command(), List.of("-B", tests.toString()))),
                    input,
                    output);
        }
        // in the place of the one before: they take megabytes
        ProbeBuild program = compile(probe, tool, source, folder.resolveSibling("program"), List.of());
        // as cargo builds tests: with checks that a release is without
        ProbeBuild tested = program.ended() == null
                ? compile(
                        probe,
                        tool,
                        source,
                        folder.resolveSibling("tests"),
                        List.of("--test", "-C", "debug-assertions=on"))
                : null;
        return new MutantBuild(program, null, tested, input, output);
    }

    /** Why mistakes cannot be put into a program here; null where they can. */
    private @Nullable String missing(Probe probe) {
        String tool = tools.missing().get(probe.runtime());
        return tool != null || probe.runtime().compiled()
                ? tool
                : checkers.missing().get(probe.runtime());
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String read(Path file) {
        try {
            return new String(WholeFile.read(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot read " + file, e, "Make it readable.");
        }
    }

    private static void write(Path folder, Map<Path, String> files) {
        Compilation.createFolder(folder);
        files.forEach((file, text) -> {
            try {
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new AssayException.Storage("Cannot write " + file, e, AssayException.Storage.REMEDY);
            }
        });
    }

    private CommandResult run(List<String> command, List<String> arguments) {
        return host.runner()
                .run(new Invocation(
                        joined(command, arguments),
                        CleanEnvironment.build(host.environment()),
                        host.directory(),
                        LIMIT));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** What an earlier run built must not stand for what this one failed to build. */
    private static void delete(Path binary) {
        try {
            Files.deleteIfExists(binary);
        } catch (IOException e) {
            throw new AssayException.Storage("Cannot delete " + binary, e, AssayException.Storage.REMEDY);
        }
    }

    /** What a compiler's end says of a program. Only errors in the program itself are its rejection. */
    public static ProbeBuild judged(
            CompilerDiagnostics said, CommandResult finished, String tool, String command, Path binary) {
        String message = CompilerOutputHead.cut(said.message());
        if (finished.ok()) {
            return ProbeBuild.ready(tool, message, command, List.of(binary.toString()));
        }
        boolean refused = finished.exitCode() != null && finished.exitCode() == 1;
        if (refused && !said.errors().isEmpty() && !said.linking()) {
            return new ProbeBuild(ProbeOutcome.REJECTED, said.codes(), tool, message, null, command, List.of());
        }
        boolean signalled = finished.exitCode() != null && finished.exitCode() > SIGNALLED;
        ProbeOutcome outcome = switch (finished.outcome()) {
            case NOT_STARTED, INTERRUPTED -> ProbeOutcome.NOT_RUN;
            case TIMED_OUT -> ProbeOutcome.TIMED_OUT;
            // such as Ctrl-C, which reaches the compiler too
            case EXITED -> signalled ? ProbeOutcome.NOT_RUN : ProbeOutcome.FAILED;
        };
        String reason = said.linking()
                ? "the program could not be linked"
                : "the compiler " + finished.describe() + " without reporting an error in the program";
        String words = message.isEmpty() ? CompilerOutputHead.cut(finished.stderr()) : message;
        return new ProbeBuild(outcome, List.of(), tool, words, reason, command, List.of());
    }
}
