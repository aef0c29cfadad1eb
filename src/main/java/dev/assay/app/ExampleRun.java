package dev.assay.app;

import dev.assay.model.Profile;
import dev.assay.model.Runtime;
import dev.assay.model.run.CatalogHashes;
import dev.assay.model.run.Command;
import dev.assay.model.run.CommandPair;
import dev.assay.model.run.CpuTime;
import dev.assay.model.run.Environment;
import dev.assay.model.run.Exit;
import dev.assay.model.run.MemoryUsage;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.RandomizedConditions;
import dev.assay.model.run.Recording;
import dev.assay.model.run.ReportedTimes;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.RunSubject;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SampleOrder;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.SamplingPlan;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import dev.assay.plan.Planner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small made-up run of two commands. It is never written anywhere: to analyze and to render it loads the classes that a real one needs. */
final class ExampleRun {
    private static final Profile PROFILE = Profile.QUICK;
    private static final int BLOCKS = 6;
    private static final Command COMMAND = new Command(List.of("true"), Map.of(), null, null);

    private ExampleRun() {}

    static Recording recording() {
        RunHeader header = header();
        List<Sample> samples = new ArrayList<>();
        for (int block = 0; block < PROFILE.warmupBlocks() + BLOCKS; block++) {
            for (Trial trial : header.subject().allTrials()) {
                samples.add(sample(trial, SamplingMode.TIMING, block));
            }
        }
        for (int block = 0; block < PROFILE.memorySamples(); block++) {
            for (Trial trial : header.trials()) {
                samples.add(sample(trial, SamplingMode.MEMORY, PROFILE.warmupBlocks() + block));
            }
        }
        Recording.End end = new Recording.End(header.startedAt(), true, null);
        return new Recording(header, List.of(), samples, List.of(), List.of(), List.of(), end);
    }

    private static RunHeader header() {
        RunSubject subject = new RunSubject(
                List.of(),
                List.of(),
                List.of(trial(CommandPair.BASELINE), trial(CommandPair.CONTENDER)),
                Planner.floor(COMMAND),
                Planner.canary(COMMAND));
        return new RunHeader(
                "20000101T000000Z-0000",
                Instant.EPOCH,
                AssayVersion.current(),
                new SamplingPlan(PROFILE, 0, BLOCKS, PROFILE.warmupBlocks(), 1, null, 1),
                Map.of(),
                List.of(),
                CatalogHashes.NONE,
                subject,
                List.of(),
                Map.of(),
                new Environment(Instant.EPOCH, SnapshotPhase.BEFORE, "", 1, 1, "", "", null, Map.of(), List.of()),
                List.of());
    }

    private static Trial trial(String variant) {
        TrialId id = new TrialId(CommandPair.WORKLOAD, Runtime.COMMAND, variant, 0, 1);
        return new Trial(id, COMMAND, null, false, null);
    }

    /** Times and peaks differ a little, as real ones do. */
    private static Sample sample(Trial trial, SamplingMode mode, int block) {
        long ns = 10_000_000L + 10_000L * (block * block % 7);
        boolean warmup = block < PROFILE.warmupBlocks();
        ProcessMeasurements figures = new ProcessMeasurements(
                ns,
                new CpuTime(ns / 2, 0L, null, null),
                new MemoryUsage(ns, PeakQuality.EXACT, 0L, ns, ns),
                1,
                0L,
                0L,
                0L,
                0L,
                0,
                Map.of());
        return new Sample(
                trial.id(),
                mode,
                new SampleOrder(block, 0, warmup),
                mode == SamplingMode.MEMORY ? figures.withoutTimes() : figures,
                ReportedTimes.ofWork(trial.workTime() ? (Long) ns : null),
                new Exit(Exit.Reason.EXITED, 0, null, null, null),
                true,
                null,
                new RandomizedConditions(0, 0, null),
                0.0,
                null);
    }
}
