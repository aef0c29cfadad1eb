package dev.assay.app;

import dev.assay.analysis.Analysis;
import dev.assay.analysis.change.HistoryEntryBuilder;
import dev.assay.analysis.change.RunChanges;
import dev.assay.analysis.estimate.PrecisionRule;
import dev.assay.console.Console;
import dev.assay.console.MeansTable;
import dev.assay.console.Progress;
import dev.assay.console.SteadyClock;
import dev.assay.history.History;
import dev.assay.meter.MeterProcess;
import dev.assay.model.catalog.Rulebook;
import dev.assay.model.history.HistoryEntry;
import dev.assay.model.result.RunComparison;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.PrecisionTarget;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.SamplingPlan;
import dev.assay.model.run.StoppingPolicy;
import dev.assay.model.run.Trial;
import dev.assay.plan.Plan;
import dev.assay.plan.StopRule;
import dev.assay.run.ProbePlan;
import dev.assay.run.RunConfig;
import dev.assay.run.RunExecutor;
import dev.assay.run.SessionBreak;
import dev.assay.store.Journal;
import dev.assay.store.RunFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From a header that says what is to be measured to the files that say what was found. */
public final class MeasureWorkflow {
    private final Console console;
    private final Path results;
    private final PreparedTools workbench;
    private final RunConfig settings;
    private final ProbePlan probing;
    private final Rulebook rules;
    private final SessionBreak between;
    private @Nullable Recording baseline;

    /**
     * A measurement.
     *
     * @param console is told
     * @param results the folder for runs
     * @param workbench what was found and built
     * @param settings what holds for every process
     * @param probing the probes that are tried first
     * @param rules what is to be decided, and how
     * @param between what lies between two sessions
     */
    public MeasureWorkflow(
            Console console,
            Path results,
            PreparedTools workbench,
            RunConfig settings,
            ProbePlan probing,
            Rulebook rules,
            SessionBreak between) {
        this.console = console;
        this.results = results;
        this.workbench = workbench;
        this.settings = settings;
        this.probing = probing;
        this.rules = rules;
        this.between = between;
    }

    /** Says in the end what has changed since another run, too; nothing for null. */
    public MeasureWorkflow comparedWith(@Nullable Recording other) {
        baseline = other;
        return this;
    }

    /** Runs the plan of a header, analyzes what was measured, writes every file, prints the outcome. */
    public MeasuredRun measure(RunHeader header) {
        TemporaryFolder.tryOut();
        RunFolder folder = RunFolder.create(results, header.id());
        // a run that dies leaves a result that says so
        folder.write(Analysis.analyze(
                new Recording(header, List.of(), List.of(), List.of(), List.of(), List.of(), null), rules));
        try (Journal journal = folder.journal()) {
            return measured(header, folder, journal, RunExecutor::run);
        }
    }

    /** Does the same with what is left of a run that was cut short. */
    public MeasuredRun resume(InterruptedRun run, RunHeader now) {
        run.check(now, console);
        TemporaryFolder.tryOut();
        run.folder().tryOut();
        Recording past = run.past();
        Recording.Resume seam = run.seam(now);
        return measured(past.header(), run.folder(), run.journal(), executor -> executor.goOn(past, seam));
    }

    private MeasuredRun measured(
            RunHeader header, RunFolder folder, Journal journal, Function<RunExecutor, Recording> sitting) {
        OrphanCleanup.clear(console, Objects.requireNonNull(settings.scratch().getParent()));
        Path meterPath = workbench.programs().meter();
        try (MeterProcess meter = new MeterProcess(meterPath, folder.path())) {
            RunExecutor executor = executor(header, meter, journal);
            Interruption interruption = new Interruption(executor, meter);
            try {
                Recording recording = recorded(executor, meter, sitting);
                RunResult result = Analysis.analyze(recording, rules);
                RunHistory chronicle = new RunHistory(console, folder.results());
                Optional<HistoryEntry> night = HistoryEntryBuilder.summarize(recording);
                History history = chronicle.with(night);
                RunComparison changes = baseline == null ? null : RunChanges.compare(baseline, recording);
                RunFilesWriter.publish(console, folder, results, result, history, changes);
                night.ifPresent(each -> chronicle.keep(each, history));
                finish(folder, result);
                return new MeasuredRun(folder, result, changes);
            } finally {
                interruption.over();
            }
        }
    }

    private Recording recorded(RunExecutor executor, MeterProcess meter, Function<RunExecutor, Recording> sitting) {
        SharedMemory before = SharedMemory.now();
        try {
            return sitting.apply(executor);
        } finally {
            meter.close();
            OrphanCleanup.clearOwn(console);
            before.tellWhatCame(console);
        }
    }

    private void finish(RunFolder folder, RunResult result) {
        if (!result.partial()) {
            LatestRun.link(console, folder);
        } else if (!result.header().comparesCommands()) {
            console.result("To resume:  -Dresume=" + folder.path() + " with Maven, --resume=" + folder.path()
                    + " with the jar.");
        }
    }

    private RunExecutor executor(RunHeader header, MeterProcess meter, Journal journal) {
        Clock clock = Clock.systemUTC();
        Progress progress = new Progress(
                console,
                new SteadyClock(),
                recording -> MeansTable.showSoFar(console, Analysis.analyze(recording, rules)));
        return new RunExecutor(
                header,
                plan(header),
                rule(header),
                meter,
                settings,
                journal,
                new ReplacedPrograms(workbench.probe()::take, header.programs()),
                clock,
                progress,
                probing,
                between);
    }

    private StopRule rule(RunHeader header) {
        StoppingPolicy stopping = header.sampling().stopping();
        PrecisionTarget target = stopping == null ? PrecisionTarget.BY_DISTANCE : stopping.target();
        return new PrecisionRule(
                target.ofSession(header.sampling().sessions()),
                rules.claims(),
                header.environment().cores(),
                block -> 1);
    }

    /** The first session of a header's run. Its groups are floor, canary, and the trials of each workload. */
    private static Plan plan(RunHeader header) {
        List<List<Trial>> groups = new ArrayList<>();
        groups.add(List.of(header.subject().floor()));
        if (!header.subject().canary().isEmpty()) {
            groups.add(header.subject().canary());
        }
        groups.addAll(byWorkload(header.trials()));
        SamplingPlan sampling = header.sampling();
        return new Plan(
                sampling.seed(),
                sampling.blocksOfSession(),
                sampling.warmupBlocks(),
                sampling.profile().memorySamples(),
                groups);
    }

    private static List<List<Trial>> byWorkload(List<Trial> trials) {
        Map<String, List<Trial>> groups = new LinkedHashMap<>();
        for (Trial trial : trials) {
            if (trial.skipped() == null) {
                groups.computeIfAbsent(trial.id().workload(), key -> new ArrayList<>())
                        .add(trial);
            }
        }
        return List.copyOf(groups.values());
    }
}
