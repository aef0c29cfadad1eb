package dev.assay;

import dev.assay.model.Profile;
import dev.assay.model.Warning;
import dev.assay.model.catalog.ExpectedOutput;
import dev.assay.model.run.Command;
import dev.assay.model.run.Environment;
import dev.assay.model.run.Exit;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.model.run.StepTimes;
import dev.assay.model.run.StoppingPolicy;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import dev.assay.plan.Planner;
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
        return new Sample(
                TrialId.parse(trial),
                SamplingMode.TIMING,
                block,
                0,
                warmup,
                new FiguresBuilder()
                        .wall((double) wallNs)
                        .cpu(wallNs / 2.0, wallNs / 4.0)
                        .peak(1_500_000, PeakQuality.RUSAGE)
                        .faults(100)
                        .switches(1, 2)
                        .survivors(0)
                        .build(),
                wallNs - 1000,
                List.of(),
                new StepTimes(500, 20_000),
                new Exit(Exit.Reason.EXITED, 0, null, null, null),
                true,
                null,
                17,
                4_000_000_000L,
                null,
                0.001,
                null);
    }

    /** A process that went well and was followed for its memory. */
    public static Sample followed(String trial, int block, ProcessMeasurements figures) {
        return new Sample(
                TrialId.parse(trial),
                SamplingMode.MEMORY,
                block,
                0,
                false,
                figures,
                null,
                List.of(),
                null,
                new Exit(Exit.Reason.EXITED, 0, null, null, null),
                true,
                null,
                17,
                4_000_000_000L,
                null,
                null,
                null);
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
        RunHeader from = header(trials);
        return new RunHeader(
                from.id(),
                from.startedAt(),
                from.assayVersion(),
                from.profile(),
                from.seed(),
                blocks,
                warmupBlocks,
                sessions,
                stopping,
                from.options(),
                from.commandLine(),
                from.catalogSha256(),
                from.claimsSha256(),
                from.workloads(),
                from.sources(),
                from.trials(),
                from.floor(),
                from.canary(),
                from.toolchains(),
                from.programs(),
                from.environment(),
                from.warnings());
    }

    /** A run of these trials. */
    public static RunHeader header(List<Trial> trials) {
        return new RunHeader(
                "20260102T030405Z-abcd",
                Instant.parse("2026-01-02T03:04:05Z"),
                "0.1.0",
                Profile.QUICK,
                42,
                4,
                1,
                1,
                null,
                Map.of("suite", "all"),
                List.of("mvn", "exec:java"),
                "ab".repeat(32),
                null,
                List.of(),
                List.of(),
                trials,
                floor(),
                List.of(),
                List.of(),
                Map.of("/bin/program", "cd".repeat(32)),
                environment(SnapshotPhase.BEFORE),
                List.of());
    }
}
