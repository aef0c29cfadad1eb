package dev.assay.doctor;

import dev.assay.analysis.Analysis;
import dev.assay.app.PreparedTools;
import dev.assay.app.request.RunOptions;
import dev.assay.app.request.RunRequest;
import dev.assay.console.Console;
import dev.assay.meter.Meter;
import dev.assay.meter.MeterProcess;
import dev.assay.model.Metric;
import dev.assay.model.Runtime;
import dev.assay.model.Warning;
import dev.assay.model.catalog.Rulebook;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.CatalogHashes;
import dev.assay.model.run.Command;
import dev.assay.model.run.Environment;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.SamplingPlan;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.model.run.Toolchain;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import dev.assay.plan.Plan;
import dev.assay.run.DryRun;
import dev.assay.run.RunConfig;
import dev.assay.stats.Quantiles;
import dev.assay.text.NumberText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How this machine measures just now: a run in small, of which nothing is kept.
 *
 * @param result floor, canary, the machine before and after, and what follows from them
 * @param starts Python's start: with its packages, and without; empty without a Python
 */
public record NoiseCheckup(RunResult result, List<Sample> starts) {
    /** The trials of Python's start, by their variants. */
    static final String WITH_SITE = "site";

    static final String WITHOUT_SITE = "bare";

    private static final String START = "noise/start";
    private static final int FLOOR_BLOCKS = 50;
    private static final int START_BLOCKS = 10;
    private static final int CANARY_BLOCKS = 20;
    /** How many times the bare start is too many: the site module alone adds about a third. */
    private static final double SLOW_START = 2;

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    /**
     * Measures.
     *
     * @param console is told
     * @param workbench what was found and built, the canary's program too
     * @param python the interpreter that a run would take; null without one
     */
    public static NoiseCheckup of(Console console, PreparedTools workbench, @Nullable Toolchain python) {
        console.progress("measuring the noise of this machine (takes a few seconds)");
        RunRequest request = RunRequest.DEFAULT
                .with(RunOptions.BLOCKS, CANARY_BLOCKS)
                .with(RunOptions.SEED, ThreadLocalRandom.current().nextLong(1L << 32));
        RunHeader header = workbench.header(
                request,
                CatalogHashes.NONE,
                workbench.subject(List.of(), List.of(), List.of()),
                workbench.programs().toolchains(),
                List.of());
        RunConfig settings = new RunConfig(workbench.scratch(), RunConfig.limits(TIMEOUT), Map.of(), false);
        try (MeterProcess meter =
                new MeterProcess(workbench.programs().meter(), workbench.home().target())) {
            List<Sample> samples = new ArrayList<>(
                    measure(header, FLOOR_BLOCKS, List.of(header.subject().floor()), meter, settings));
            samples.addAll(
                    measure(header, header.sampling().blocks(), header.subject().canary(), meter, settings));
            List<Sample> starts = measure(header, START_BLOCKS, starts(python, header), meter, settings);
            Environment after = workbench.probe().take(SnapshotPhase.AFTER);
            Recording.End end = new Recording.End(Instant.now(), true, null);
            Recording recording = new Recording(header, List.of(), samples, List.of(after), List.of(), List.of(), end);
            return new NoiseCheckup(Analysis.analyze(recording, Rulebook.NONE), starts);
        }
    }

    private static List<Sample> measure(
            RunHeader header, int blocks, List<Trial> trials, Meter meter, RunConfig settings) {
        SamplingPlan sampling = header.sampling();
        return trials.isEmpty()
                ? List.of()
                : DryRun.run(
                        new Plan(sampling.seed(), blocks, sampling.warmupBlocks(), 0, List.of(trials)),
                        meter,
                        settings);
    }

    private static List<Trial> starts(@Nullable Toolchain python, RunHeader header) {
        if (python == null) {
            return List.of();
        }
        return List.of(
                start(python, header, WITH_SITE, List.of("-c", "pass")),
                start(python, header, WITHOUT_SITE, List.of("-S", "-c", "pass")));
    }

    private static Trial start(Toolchain python, RunHeader header, String variant, List<String> arguments) {
        List<String> argv = new ArrayList<>(List.of(python.path()));
        argv.addAll(arguments);
        Command clean = Objects.requireNonNull(header.subject().floor().command(), "the floor is never skipped");
        return new Trial(
                new TrialId(START, Runtime.PYTHON, variant, 0, 1),
                new Command(argv, clean.environment(), null, null),
                null,
                false,
                null);
    }

    /** Whether Python's start is known. */
    boolean startsMeasured() {
        return !Double.isNaN(startNs(WITH_SITE)) && !Double.isNaN(startNs(WITHOUT_SITE));
    }

    /** The typical time of Python's start, with or without its packages; NaN when it was not measured. */
    double startNs(String variant) {
        return Quantiles.median(wallsNs(
                starts.stream().filter(sample -> sample.trial().variant().equals(variant))));
    }

    /** That Python's start is mostly that of its packages, if it is. */
    Optional<Warning> slowStart() {
        if (!startsMeasured() || startNs(WITH_SITE) < SLOW_START * startNs(WITHOUT_SITE)) {
            return Optional.empty();
        }
        return Optional.of(Warning.grave(
                "python-start",
                "Python takes " + NumberText.time(startNs(WITH_SITE)) + " to start, and "
                        + NumberText.time(startNs(WITHOUT_SITE)) + " without its site packages (.pth files)",
                "uninstall the packages that added them, or choose another Python with -Dpython=/path/to/python3"));
    }

    /** The wall times of the samples that count. */
    static double[] wallsNs(Stream<Sample> samples) {
        return samples.filter(sample -> sample.ok() && !sample.warmup() && sample.mode() == SamplingMode.TIMING)
                .map(sample -> sample.value(Metric.WALL))
                .flatMapToDouble(wall -> wall == null ? DoubleStream.empty() : DoubleStream.of(wall))
                .toArray();
    }
}
