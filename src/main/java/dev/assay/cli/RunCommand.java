package dev.assay.cli;

import dev.assay.app.AssayHome;
import dev.assay.app.FallbackCanary;
import dev.assay.app.InterruptedRun;
import dev.assay.app.MeasureWorkflow;
import dev.assay.app.MeasuredRun;
import dev.assay.app.MissingPrograms;
import dev.assay.app.PreparedTools;
import dev.assay.app.SampleSize;
import dev.assay.catalog.CatalogSelection;
import dev.assay.catalog.VariantSelection;
import dev.assay.cli.option.AgainstOption;
import dev.assay.cli.option.CatalogOption;
import dev.assay.cli.option.ConfirmOption;
import dev.assay.cli.option.ConfirmOption.Suspects;
import dev.assay.cli.option.LimitOptions;
import dev.assay.cli.option.MeasureOptions;
import dev.assay.cli.option.OpenOption;
import dev.assay.cli.option.OutputOptions;
import dev.assay.cli.option.ProfileName;
import dev.assay.cli.option.ProgramOptions;
import dev.assay.cli.option.SelectionOptions;
import dev.assay.cli.option.SessionOptions;
import dev.assay.cli.option.StoppingOptions;
import dev.assay.cli.option.ToolOptions;
import dev.assay.console.Console;
import dev.assay.environment.CpuList;
import dev.assay.model.AssayException.ToolchainFailure;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Catalog;
import dev.assay.model.Probe;
import dev.assay.model.Profile;
import dev.assay.model.ProgramFilter;
import dev.assay.model.Recording;
import dev.assay.model.RunHeader;
import dev.assay.model.RunResult;
import dev.assay.model.Runtime;
import dev.assay.model.Trial;
import dev.assay.model.Workload;
import dev.assay.store.RunFolder;
import dev.assay.toolchain.ProbeBuilder;
import dev.assay.toolchain.ToolChoice;
import dev.assay.toolchain.host.Programs;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        description =
                "Builds and measures the workloads, decides the claims, and writes a report. The default command.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  mvn exec:java -Dsuite=all",
            "  mvn exec:java -Dsuite=numeric -Dprofile=smoke",
            "  mvn exec:java -Dworkload=nbody,memory/* -Druntimes=rust,c",
            "  mvn exec:java -Dcatalog=../my-workloads",
        })
final class RunCommand implements Callable<Integer> {

    private final Map<String, String> environment;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final CatalogOption catalogs = new CatalogOption();

    @Mixin
    private final SelectionOptions selection = new SelectionOptions();

    @Mixin
    private final MeasureOptions measure = new MeasureOptions();

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Mixin
    private final StoppingOptions stopping = new StoppingOptions();

    @Mixin
    private final SessionOptions sessions = new SessionOptions();

    @Mixin
    private final ProgramOptions programs = new ProgramOptions();

    @Mixin
    private final ToolOptions tools = new ToolOptions();

    @Mixin
    private final AgainstOption against = new AgainstOption();

    @Mixin
    private final ConfirmOption confirming = new ConfirmOption();

    @Mixin
    private final OpenOption opening = new OpenOption();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            converter = ProfileName.class,
            defaultValue = "quick",
            description = "smoke (seconds, no verdicts), quick (minutes; default) or full (an hour; larger sizes).")
    private Profile profile = Profile.QUICK;

    @Option(
            names = "--blocks",
            paramLabel = "N",
            description =
                    "Exact number of measured blocks of every workload (default: smoke 4; otherwise 10 to 60, full 10 to 100, as"
                            + " many as needed).")
    private @Nullable Integer blocks;

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
                    "Exit with 1 if a claim is refuted or inconclusive, or on a regression from the run of --against; with 5 if"
                            + " that cannot be judged.")
    private List<String> failOn = List.of();

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description = "Resume an interrupted run, given by its folder. It keeps its original options.")
    private @Nullable Path resume;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RunCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Console console = output.console(environment);
        FailOnGate gates = FailOnGate.of(failOn, against.given());
        Path begun = resume;
        if (begun == null && confirming.given() && !chosenBySuspicion(console)) {
            return ExitCode.DONE.code();
        }
        MeasuredRun measured = begun == null ? measured(console, null, against) : resumed(console, begun);
        RunResult result = measured.result();
        RunFolder folder =
                begun == null ? RunFolder.find(Path.of(result.header().id()), results()) : RunFolder.open(begun);
        opening.show(console, folder.path(), environment);
        return exitCode(console, measured, gates).code();
    }

    private Path results() {
        return measure.results(AssayHome.find());
    }

    /** What is measured again is what is suspected; false when nothing is. */
    private boolean chosenBySuspicion(Console console) {
        if (!selection.isAll()) {
            throw new Usage("--confirm chooses the workloads itself: omit " + selection + " out.");
        }
        Suspects suspects = confirming.suspects(console, results());
        confirming.confirm = suspects.night().run();
        if (suspects.none()) {
            console.result("Nothing is suspected in " + suspects.night().run() + "; there is nothing to confirm.");
            return false;
        }
        selection.only(suspects.workloads());
        profile = suspects.night().profile();
        return true;
    }

    private MeasuredRun resumed(Console console, Path begun) {
        if (begun.toString().isBlank()) {
            throw new Usage("--resume= is empty. Give a run's folder, such as --resume=results/20260504T101530Z-9f3a.");
        }
        try (InterruptedRun interrupted = InterruptedRun.open(begun)) {
            RunCommand again = new RunCommand(environment);
            new CommandLine(again)
                    .parseArgs(ResumeArguments.of(interrupted, spec).toArray(String[]::new));
            return again.measured(console, interrupted, against);
        }
    }

    private MeasuredRun measured(Console console, @Nullable InterruptedRun interrupted, AgainstOption compared) {
        Set<Runtime> wanted = programs.runtimes();
        int layouts = programs.builds(wanted, profile);
        SampleSize extent = sessions.over(stopping.extent("--blocks", blocks, profile), profile);
        sessions.between();
        List<Integer> counts = threadCounts(limits.cpus());
        measure.check(RunPreparation.TIMEOUT);
        limits.limits(RunPreparation.TIMEOUT);
        ToolChoice asked = tools.choice();
        AssayHome home = AssayHome.find();
        Recording baseline = compared.baseline(measure.results(home));
        Catalog catalog = catalogs.read(home);
        CatalogSelection chosen = selection.of(catalog);
        ProgramFilter choice = VariantSelection.choice(catalog, wanted, programs.variants(profile));
        refuseNothing(chosen, choice);
        PreparedTools workbench =
                PreparedTools.prepare(console, home, catalog, chosen.workloads(), choice, layouts, asked, environment);
        MissingPrograms.say(console, catalog, chosen.workloads(), choice, workbench.programs());
        ProbeBuilder probes =
                PreparedTools.builder(console, home, asked, environment).probes(catalog, chosen.probes(), wanted);
        RunPreparation preparation = new RunPreparation(
                workbench,
                catalog,
                chosen,
                probes,
                profile,
                extent,
                choice,
                layouts,
                counts,
                tools.given(),
                measure,
                limits,
                sessions);
        Map<String, String> picked = new LinkedHashMap<>(catalogs.recorded());
        picked.putAll(selection.recorded());
        picked.putAll(confirming.recorded());
        List<Trial> canary =
                catalogs.given() ? ownCanary(console, workbench, asked, preparation) : preparation.canaryOfTheChosen();
        RunHeader header = preparation.header(picked, programs.variants(profile), canary);
        refuseAllSkipped(header);
        MeasureWorkflow measurement = preparation.measurement(console).comparedWith(baseline);
        return interrupted == null ? measurement.measure(header) : measurement.resume(interrupted, header);
    }

    /** Without Rust the meter may be there already, and Assay's own program not: then one of the user's has to do. */
    private List<Trial> ownCanary(
            Console console, PreparedTools workbench, ToolChoice asked, RunPreparation preparation) {
        FallbackCanary canary = FallbackCanary.of(workbench.home());
        try {
            Programs built = PreparedTools.builder(console, workbench.home(), asked, environment)
                    .build(canary.catalog(), List.of(canary.workload()), canary.choice());
            return canary.trials(profile, workbench.with(built));
        } catch (ToolchainFailure e) {
            return preparation.canaryOfTheChosen();
        }
    }

    private static ExitCode exitCode(Console console, MeasuredRun measured, FailOnGate gates) {
        return measured.result().failed()
                ? ExitCode.WORKLOAD
                : gates.judge(console, measured.result(), measured.changes());
    }

    private static void refuseNothing(CatalogSelection chosen, ProgramFilter choice) {
        boolean program = chosen.workloads().stream()
                .anyMatch(
                        workload -> workload.implementations().stream().anyMatch(each -> choice.takes(workload, each)));
        boolean probe = chosen.probes().stream().map(Probe::runtime).anyMatch(choice.runtimes()::contains);
        if (!program && !probe) {
            String ids = Stream.concat(
                            chosen.workloads().stream().map(Workload::id),
                            chosen.probes().stream().map(Probe::id))
                    .collect(Collectors.joining(", "));
            throw new Usage("There is nothing to measure: " + ids + " has no program in "
                    + choice.runtimes().stream().sorted().map(Runtime::toString).collect(Collectors.joining(", "))
                    + ". Choose others with --workload, --runtimes or --variants; 'list' shows what there is.");
        }
    }

    /** What a run can do without may be all that was asked for. */
    private static void refuseAllSkipped(RunHeader header) {
        List<String> reasons = header.trials().stream()
                .map(Trial::skipped)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!header.trials().isEmpty() && header.trials().stream().allMatch(trial -> trial.skipped() != null)) {
            throw new ToolchainFailure(
                    "Nothing that was requested can be measured here:\n  - " + String.join("\n  - ", reasons));
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
                throw new Usage(
                        "--threads=" + count + " needs that many processors, but programs run on " + pinned.size()
                                + " (" + CpuList.show(pinned) + "). Add processors with --cpus, or use fewer threads.");
            }
        }
        // the speed-up of T threads is held against one thread
        counts.add(1);
        return List.copyOf(counts);
    }
}
