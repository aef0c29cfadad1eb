package dev.assay.benchmarks;

import dev.assay.FiguresBuilder;
import dev.assay.SampleBuilder;
import dev.assay.analysis.Analysis;
import dev.assay.model.Profile;
import dev.assay.model.catalog.Article;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ExpectedOutput;
import dev.assay.model.catalog.ThreadUse;
import dev.assay.model.catalog.Workload;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.CatalogHashes;
import dev.assay.model.run.Command;
import dev.assay.model.run.Environment;
import dev.assay.model.run.PeakQuality;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.RunSubject;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.SamplingPlan;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A run that nobody made, with costs that are given: what the analysis gets to see of a simulated machine. */
final class MadeUpRun {
    private static final Article ARTICLE = new Article("Title", "Publisher", "https://example.org/", "", "");
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    /** So long that rounding to nanoseconds is not part of the noise. */
    private static final double NANOSECONDS = 1e9;

    private final long seed;
    private final Map<String, Workload> workloads = new LinkedHashMap<>();
    private final List<Trial> trials = new ArrayList<>();
    private final List<Trial> canary = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private int blocks;

    MadeUpRun(long seed) {
        this.seed = seed;
    }

    /** Python and Rust with those ratios of wall times, block by block; who runs first alternates as in ABBA. */
    MadeUpRun pair(String workload, double... logRatios) {
        trial(TrialId.parse(workload + ":python:std@1x1"), logRatios, 0);
        trial(TrialId.parse(workload + ":rust:std@1x1"), new double[logRatios.length], 1);
        return this;
    }

    /**
     * Rust and C with those ratios of wall times and such builds, block by block.
     *
     * @param builds of Rust and of C; none where nobody knows of any
     */
    MadeUpRun nativePair(String workload, List<int[]> builds, double... logRatios) {
        List<TrialId> sides =
                List.of(TrialId.parse(workload + ":rust:std@1x1"), TrialId.parse(workload + ":c:std@1x1"));
        for (int side = 0; side < sides.size(); side++) {
            double[] logs = side == 0 ? logRatios : new double[logRatios.length];
            if (builds.isEmpty()) {
                trial(sides.get(side), logs, side);
            } else {
                ofBuilds(sides.get(side), side, builds.get(side), logs);
            }
        }
        return this;
    }

    /** One program with the logarithms of its times, and the build that each is of. */
    MadeUpRun ofBuilds(TrialId id, int side, int[] builds, double... logs) {
        int first = samples.size();
        trial(id, logs, side);
        List<Sample> measured = samples.subList(first, samples.size());
        measured.replaceAll(sample -> ofBuild(sample, builds[sample.block()]));
        return this;
    }

    /** Its own time is all of it. */
    private static Sample ofBuild(Sample from, int build) {
        return new SampleBuilder(from)
                .work(Objects.requireNonNull(from.figures().wallNs()))
                .ofBuild(build)
                .build();
    }

    /** The same two with the logarithms of the times of each. */
    MadeUpRun sides(String workload, double[] python, double[] rust) {
        trial(TrialId.parse(workload + ":python:std@1x1"), python, 0);
        trial(TrialId.parse(workload + ":rust:std@1x1"), rust, 1);
        return this;
    }

    private void trial(TrialId id, double[] logs, int side) {
        add(trials, id);
        workloads.computeIfAbsent(id.workload(), MadeUpRun::workload);
        time(id, logs, side);
    }

    /** One program twice, with those ratios. */
    MadeUpRun canary(double... logRatios) {
        return canary(logRatios, new double[logRatios.length]);
    }

    /** One program twice, with the logarithms of the times of each. */
    MadeUpRun canary(double[] one, double[] other) {
        TrialId a = TrialId.parse("noise/canary:c:a@1x1");
        TrialId b = TrialId.parse("noise/canary:c:b@1x1");
        add(canary, a);
        add(canary, b);
        time(a, one, 0);
        time(b, other, 1);
        return this;
    }

    /** A trial of which everything is known: both times, CPU time, and three peaks. */
    MadeUpRun whole(TrialId id, double... logs) {
        add(trials, id);
        workloads.computeIfAbsent(id.workload(), MadeUpRun::workload);
        for (int block = 0; block < logs.length; block++) {
            double ns = NANOSECONDS * Math.exp(logs[block]);
            samples.add(sample(
                    id,
                    SamplingMode.TIMING,
                    block,
                    block % 3,
                    new FiguresBuilder().wall(ns * 1.1).cpu(ns, ns / 100).peak(1e7, PeakQuality.RUSAGE),
                    Math.round(ns)));
        }
        for (int block = 0; block < 3; block++) {
            samples.add(sample(
                    id,
                    SamplingMode.MEMORY,
                    block,
                    3,
                    new FiguresBuilder()
                            .peak(1e7 + block * 4096, PeakQuality.EXACT)
                            .quantum(4096)
                            .processes(1),
                    null));
        }
        blocks = Math.max(blocks, logs.length);
        return this;
    }

    /** Python and Rust, timed alike, and followed for their memory: bytes, each of which may be larger by the quantum. */
    MadeUpRun peaks(String workload, double[] python, double[] rust, long quantum) {
        int length = Math.max(6, Math.max(python.length, rust.length));
        pair(workload, new double[length]);
        follow(TrialId.parse(workload + ":python:std@1x1"), python, quantum);
        follow(TrialId.parse(workload + ":rust:std@1x1"), rust, quantum);
        return this;
    }

    private void follow(TrialId id, double[] bytes, long quantum) {
        for (int block = 0; block < bytes.length; block++) {
            samples.add(sample(
                    id,
                    SamplingMode.MEMORY,
                    block,
                    3,
                    new FiguresBuilder()
                            .peak(bytes[block], PeakQuality.EXACT)
                            .quantum(quantum)
                            .processes(1),
                    null));
        }
    }

    private static void add(List<Trial> to, TrialId id) {
        to.add(new Trial(id, command(), null, true, null));
    }

    private static Command command() {
        return new Command(List.of("/bin/true"), Map.of(), null, null);
    }

    private void time(TrialId id, double[] logs, int side) {
        for (int block = 0; block < logs.length; block++) {
            boolean swapped = block % 4 == 1 || block % 4 == 2;
            FiguresBuilder figures = new FiguresBuilder().wall(NANOSECONDS * Math.exp(logs[block]));
            samples.add(sample(id, SamplingMode.TIMING, block, swapped ? 1 - side : side, figures, null));
        }
        blocks = Math.max(blocks, logs.length);
    }

    private static Sample sample(
            TrialId id, SamplingMode mode, int block, int position, FiguresBuilder figures, @Nullable Long workNs) {
        return new SampleBuilder(id)
                .mode(mode)
                .order(block, position, false)
                .figures(figures.build())
                .work(workNs)
                .build();
    }

    private static Workload workload(String id) {
        Map<Profile, Long> sizes = new EnumMap<>(Profile.class);
        Map<Profile, ExpectedOutput> expected = new EnumMap<>(Profile.class);
        for (Profile profile : Profile.values()) {
            sizes.put(profile, 1L);
            expected.put(profile, new ExpectedOutput("1\n"));
        }
        return new Workload(
                id,
                "title",
                "task",
                "algorithm",
                "trap",
                "steps",
                sizes,
                expected,
                true,
                ThreadUse.ONE,
                null,
                List.of());
    }

    /** What follows from it. */
    RunResult analyze(List<Claim> claims) {
        return Analysis.analyze(build(), ARTICLE, claims);
    }

    Recording build() {
        TrialId floor = TrialId.parse("noise/floor:noop:std@0x1");
        RunHeader header = new RunHeader(
                "run",
                START,
                "0",
                new SamplingPlan(Profile.QUICK, seed, Math.max(1, blocks), 0, 1, null, 1),
                Map.of(),
                List.of("assay"),
                new CatalogHashes("0".repeat(64), null),
                new RunSubject(
                        List.copyOf(workloads.values()),
                        List.of(),
                        trials,
                        new Trial(floor, command(), null, false, null),
                        canary),
                List.of(),
                Map.of(),
                new Environment(
                        START, SnapshotPhase.BEFORE, "cpu", 4, 1L << 33, "Linux", "x86_64", null, Map.of(), List.of()),
                List.of());
        return new Recording(
                header, List.of(), samples, List.of(), List.of(), List.of(), new Recording.End(START, true, null));
    }
}
