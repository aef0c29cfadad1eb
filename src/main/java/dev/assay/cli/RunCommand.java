package dev.assay.cli;

import dev.assay.catalog.CatalogReader;
import dev.assay.catalog.Selection;
import dev.assay.console.Console;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Catalog;
import dev.assay.model.Header;
import dev.assay.model.Implementation;
import dev.assay.model.Probe;
import dev.assay.model.Profile;
import dev.assay.model.RunResult;
import dev.assay.model.Runtime;
import dev.assay.model.Workload;
import dev.assay.toolchain.ProbeBuilder;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The whole job. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Builds and measures the workloads, decides the claims, writes a report. The default command.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mvn exec:java -Dsuite=all",
            "  mvn exec:java -Dsuite=numeric -Dprofile=smoke",
            "  mvn exec:java -Dworkload=nbody,memory/* -Druntimes=rust,c",
        })
final class RunCommand implements Callable<Integer> {
    private static final Set<Runtime> MEASURABLE = EnumSet.range(Runtime.RUST, Runtime.PYTHON_FT);

    private final Map<String, String> environment;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final MeasureOptions measure = new MeasureOptions();

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Mixin
    private final StoppingOptions stopping = new StoppingOptions();

    @Mixin
    private final PythonOption python = new PythonOption();

    @Mixin
    private AgainstOption against = new AgainstOption();

    @Option(
            names = "--suite",
            paramLabel = "NAME[,NAME]",
            defaultValue = "all",
            description = "Suites, or 'all' (default).")
    private String suites = Selection.ALL;

    @Option(
            names = "--workload",
            paramLabel = "GLOB[,GLOB]",
            defaultValue = "*",
            description = "Only these workloads and probes of the suites, such as nbody or memory/* (default: all).")
    private String workloads = "*";

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            converter = ProfileName.class,
            defaultValue = "quick",
            description = "smoke (seconds, no verdicts), quick (minutes, the default) or full (sizes of seconds).")
    private Profile profile = Profile.QUICK;

    @Option(
            names = "--blocks",
            paramLabel = "N",
            description =
                    "Exactly so many blocks count, of every workload (default: smoke 4; else as many as it takes, 10"
                            + " to 60, in full to 100).")
    private @Nullable Integer blocks;

    @Option(
            names = "--runtimes",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "rust,python,c,pypy,python-ft",
            description =
                    "Whose programs are measured: rust, python, c, pypy, python-ft (default: all, the last two where found).")
    private List<String> runtimes = List.of();

    @Option(
            names = "--threads",
            split = ",",
            paramLabel = "N",
            description = "Numbers of threads for workloads that scale (default: 1, 2, 4, .. up to the cores).")
    private List<Integer> threads = List.of();

    @Option(
            names = "--fail-on",
            split = ",",
            paramLabel = "VERDICT",
            description =
                    "Exit with 1 if a claim comes out so: refuted, inconclusive; or on a regression from the run of --against.")
    private List<String> failOn = List.of();

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description = "Go on with a run that was cut short, given by its folder; its options are its own.")
    private @Nullable Path resume;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RunCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Console console = output.console(environment);
        Gates gates = Gates.of(failOn, against.given());
        Path begun = resume;
        return exitCode(begun == null ? measured(console, null) : resumed(console, begun), gates)
                .code();
    }

    private RunResult resumed(Console console, Path begun) {
        if (begun.toString().isBlank()) {
            throw new Usage(
                    "--resume= names no run: give a run's folder, such as --resume=results/20260504T101530Z-9f3a.");
        }
        try (Resumption resumption = Resumption.of(begun)) {
            RunCommand again = new RunCommand(environment);
            new CommandLine(again).parseArgs(resumption.arguments(spec).toArray(String[]::new));
            again.against = against;
            return again.measured(console, resumption);
        }
    }

    private RunResult measured(Console console, @Nullable Resumption resumption) {
        Set<Runtime> wanted = wantedRuntimes();
        Extent extent = stopping.extent("--blocks", blocks, profile);
        List<Integer> counts = threadCounts(limits.cpus());
        measure.check(RunPreparation.TIMEOUT);
        limits.limits(RunPreparation.TIMEOUT);
        String interpreter = python.interpreter();
        Home home = Home.find();
        against.read(measure.results(home));
        Catalog catalog = CatalogReader.read(home.workloads());
        Selection chosen = Selection.of(catalog, suites, workloads);
        refuseNothing(chosen, wanted);
        Workbench workbench =
                Workbench.prepare(console, home, catalog, chosen.workloads(), wanted, interpreter, environment);
        ProbeBuilder probes =
                Workbench.builder(console, home, interpreter, environment).probes(catalog, chosen.probes(), wanted);
        RunPreparation preparation = new RunPreparation(
                workbench, catalog, chosen, probes, profile, extent, wanted, counts, interpreter, measure, limits);
        Header header = preparation.header(suites, workloads);
        Measurement measurement = preparation.measurement(console).against(against);
        return resumption == null ? measurement.of(header) : measurement.goOn(resumption, header);
    }

    private ExitCode exitCode(RunResult result, Gates gates) {
        if (result.failed()) {
            return ExitCode.WORKLOAD;
        }
        return gates.met(result) || gates.met(against.changes()) ? ExitCode.GATE : ExitCode.DONE;
    }

    private Set<Runtime> wantedRuntimes() {
        Set<Runtime> wanted = EnumSet.noneOf(Runtime.class);
        for (String name : runtimes) {
            wanted.add(MEASURABLE.stream()
                    .filter(runtime -> runtime.toString().equals(name.strip().toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new Usage("--runtimes=" + name + " is not known: give some of "
                            + MEASURABLE.stream().map(Runtime::toString).collect(Collectors.joining(", ")) + ".")));
        }
        if (wanted.isEmpty()) {
            throw new Usage("--runtimes names none: give some of rust, python, c, pypy, python-ft, or leave it out.");
        }
        return wanted;
    }

    private static void refuseNothing(Selection chosen, Set<Runtime> wanted) {
        boolean something = Stream.concat(
                        chosen.workloads().stream()
                                .flatMap(workload -> workload.implementations().stream())
                                .map(Implementation::runtime),
                        chosen.probes().stream().map(Probe::runtime))
                .anyMatch(wanted::contains);
        if (!something) {
            String ids = Stream.concat(
                            chosen.workloads().stream().map(Workload::id),
                            chosen.probes().stream().map(Probe::id))
                    .collect(Collectors.joining(", "));
            throw new Usage("There is nothing to measure: " + ids + " has no program in "
                    + wanted.stream().map(Runtime::toString).collect(Collectors.joining(", "))
                    + ". Choose others with --workload or --runtimes; 'list' shows what there is.");
        }
    }

    /** One, two, four, and so on up to the cores, which always come last; of pinned programs, the cores that are theirs. */
    private List<Integer> threadCounts(List<Integer> pinned) {
        int cores = pinned.isEmpty() ? java.lang.Runtime.getRuntime().availableProcessors() : pinned.size();
        TreeSet<Integer> counts = new TreeSet<>(threads);
        if (threads.isEmpty()) {
            for (int count = 1; count < cores; count *= 2) {
                counts.add(count);
            }
            counts.add(cores);
        }
        for (int count : counts) {
            if (count < 1 || count > 1024) {
                throw new Usage("--threads=" + count + " is out of range: give numbers from 1 to 1024, such as 1,2,4.");
            }
            if (!pinned.isEmpty() && count > pinned.size()) {
                throw new Usage("--threads=" + count + " needs as many processors, and --cpus names " + pinned.size()
                        + ": name more of them, or fewer threads.");
            }
        }
        // the speed-up of T threads is held against one thread
        counts.add(1);
        return List.copyOf(counts);
    }
}
