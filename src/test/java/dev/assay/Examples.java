package dev.assay;

import dev.assay.analysis.estimate.PrecisionRule;
import dev.assay.model.Profile;
import dev.assay.model.Warning;
import dev.assay.model.catalog.ExpectedOutput;
import dev.assay.model.run.CatalogHashes;
import dev.assay.model.run.Command;
import dev.assay.model.run.Environment;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.PrecisionTarget;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.RunSubject;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.SamplingPlan;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.model.run.StepTimes;
import dev.assay.model.run.StoppingPolicy;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import dev.assay.plan.Planner;
import dev.assay.plan.RunAllocation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small valid records for tests that are about something else. */
public final class Examples {
    private Examples() {}

    /** A trial of a program that prints {@code 42}. */
    public static Trial trial(String id) {
        Command command =
                new Command(List.of("/bin/program", "10"), Map.of("LANG", "C.UTF-8"), Path.of("/in put/ü"), null);
        return new Trial(TrialId.parse(id), command, new ExpectedOutput("42\n"), true, null);
    }

    /** The no-op. */
    public static Trial floor() {
        return Planner.floor(new Command(List.of("/bin/noop"), Map.of(), null, null));
    }

    /** A process that went well. */
    public static Sample sample(String trial, int block, boolean warmup, long wallNs) {
        return new SampleBuilder(TrialId.parse(trial))
                .order(block, 0, warmup)
                .figures(new FiguresBuilder()
                        .wall((double) wallNs)
                        .cpu(wallNs / 2.0, wallNs / 4.0)
                        .peak(1_500_000, PeakQuality.RUSAGE)
                        .faults(100)
                        .switches(1, 2)
                        .survivors(0)
                        .build())
                .work(wallNs - 1000)
                .steps(new StepTimes(500, 20_000))
                .conditions(17, 4_000_000_000L)
                .ownCpuShare(0.001)
                .build();
    }

    /** A process that went well and was followed for its memory. */
    public static Sample followed(String trial, int block, ProcessMeasurements figures) {
        return new SampleBuilder(TrialId.parse(trial))
                .mode(SamplingMode.MEMORY)
                .order(block, 0, false)
                .figures(figures)
                .conditions(17, 4_000_000_000L)
                .build();
    }

    /** A machine. */
    public static Environment environment(SnapshotPhase phase) {
        return new Environment(
                Instant.parse("2026-01-02T03:04:05Z"),
                phase,
                "Some CPU",
                2,
                8L << 30,
                "Linux 6.1",
                "x86_64",
                0.25,
                Map.of("governor", "performance"),
                List.of(new Warning("load", "the machine is busy", "wait")));
    }

    /** A run of these trials that has so much of them. */
    public static RunHeader header(
            List<Trial> trials, int blocks, int warmupBlocks, int sessions, @Nullable StoppingPolicy stopping) {
        return new RunHeader(
                "20260102T030405Z-abcd",
                Instant.parse("2026-01-02T03:04:05Z"),
                "0.1.0",
                new SamplingPlan(
                        Profile.QUICK,
                        42,
                        blocks,
                        warmupBlocks,
                        sessions,
                        stopping,
                        stopping == null ? 1 : RunAllocation.MOST),
                Map.of("suite", "all"),
                List.of("mvn", "exec:java"),
                new CatalogHashes("ab".repeat(32), null),
                new RunSubject(List.of(), List.of(), trials, floor(), List.of()),
                List.of(),
                Map.of("/bin/program", "cd".repeat(32)),
                environment(SnapshotPhase.BEFORE),
                List.of());
    }

    /** A run of these trials. */
    public static RunHeader header(List<Trial> trials) {
        return header(trials, 4, 1, 1, null);
    }

    /** A rule that is content with such a half-width of every ratio. */
    public static PrecisionRule precisionRule(double width) {
        return new PrecisionRule(PrecisionTarget.fixed(width), List.of(), 64, block -> 1);
    }
}
