package dev.assay.analysis;

import dev.assay.Examples;
import dev.assay.FiguresBuilder;
import dev.assay.SampleBuilder;
import dev.assay.analysis.claim.ConditionEvaluator;
import dev.assay.analysis.estimate.IndexedRecording;
import dev.assay.analysis.estimate.NoiseCheck;
import dev.assay.model.Profile;
import dev.assay.model.Runtime;
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
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.RunSubject;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingPlan;
import dev.assay.model.run.ServiceFigures;
import dev.assay.model.run.SnapshotPhase;
import dev.assay.model.run.Source;
import dev.assay.model.run.StopReason;
import dev.assay.model.run.StoppingPolicy;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.jspecify.annotations.Nullable;

/** Builds recordings with known typical figures and seeded noise: what a run on an ideal machine would have written. */
public final class Synthetic {

    public static final Article ARTICLE =
            new Article("Title", "Publisher", "https://example.org/", "2025-01-01", "2025-01-01");
    public static final TrialId FLOOR = TrialId.parse("noise/floor:noop:std@0x1");
    static final TrialId CANARY_A = TrialId.parse("noise/canary:c:a@0x1");
    public static final TrialId CANARY_B = TrialId.parse("noise/canary:c:b@0x1");

    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private static final int WARMUPS = 2;

    private final Profile profile;
    private final UniformRandomProvider random;
    private final Map<String, Workload> workloads = new LinkedHashMap<>();
    private final List<Trial> trials = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<StopReason> stops = new ArrayList<>();
    private @Nullable StoppingPolicy stopping;
    private int blocks = 20;
    private int sessions = 1;
    private double spread = 0.01;
    private int cores = 4;
    private boolean canary;
    private boolean complete = true;
    private @Nullable String rules;

    private Synthetic(Profile profile, long seed) {
        this.profile = profile;
        this.random = RandomSource.SPLIT_MIX_64.create(seed);
    }

    public static Synthetic run(long seed) {
        return run(Profile.QUICK, seed);
    }

    public static Synthetic run(Profile profile, long seed) {
        return new Synthetic(profile, seed).floor();
    }

    /**
     * The typical figures of a program.
     *
     * @param workNs its work time; null when it reports none
     * @param wallNs its wall time
     * @param cpuNs its CPU time
     * @param peakBytes its peak memory
     */
    public record Figures(@Nullable Double workNs, double wallNs, double cpuNs, double peakBytes) {
        /** A program that does nothing but its work, on one core. */
        public static Figures ofWork(double workMs, double peakMegabytes) {
            double ns = workMs * 1e6;
            return new Figures(ns, ns + 1e6, ns + 1e6, peakMegabytes * 1e6);
        }

        /** A program that keeps several cores busy. */
        public static Figures ofThreads(double workMs, double busyCores) {
            double ns = workMs * 1e6;
            return new Figures(ns, ns, ns * busyCores, 1e6);
        }

        public static Figures withoutWork(double wallMs, double peakMegabytes) {
            return new Figures(null, wallMs * 1e6, wallMs * 1e6, peakMegabytes * 1e6);
        }
    }

    /** How many blocks the trials added from here on have, without warm-ups. */
    public Synthetic blocks(int number) {
        this.blocks = number;
        return this;
    }

    /** Over how many sessions these blocks are spread. */
    public Synthetic sessions(int number) {
        this.sessions = number;
        return this;
    }

    /** The noise of the trials added from here on, as a share of the figure. */
    public Synthetic spread(double share) {
        this.spread = share;
        return this;
    }

    public Synthetic cores(int number) {
        this.cores = number;
        return this;
    }

    /** The hash of the claims before the first sample. */
    public Synthetic rules(@Nullable String sha256) {
        this.rules = sha256;
        return this;
    }

    /** A run that stops by itself, with what its journal says of that. */
    public Synthetic stopping(StoppingPolicy rule, StopReason... known) {
        stopping = rule;
        stops.addAll(List.of(known));
        return this;
    }

    public Synthetic interrupted() {
        this.complete = false;
        return this;
    }

    public Synthetic trial(String id, Figures figures) {
        TrialId trial = TrialId.parse(id);
        trials.add(planned(trial, figures.workNs() != null));
        addWorkload(trial, figures.workNs() != null);
        measure(trial, figures);
        return this;
    }

    /** The two programs of a workload, with their work times. */
    public Synthetic pair(String workload, double pythonMs, double rustMs) {
        return trial(workload + ":python:std@9x1", Figures.ofWork(pythonMs, 10))
                .trial(workload + ":rust:std@9x1", Figures.ofWork(rustMs, 2));
    }

    /** A trial of which one process, in the given block, has a problem. */
    public Synthetic failing(String id, int block, String problem) {
        trial(id, Figures.ofWork(10, 1));
        samples.replaceAll(sample -> sample.trial().equals(TrialId.parse(id)) && sample.block() == block
                ? Samples.failing(sample, problem)
                : sample);
        return this;
    }

    public Synthetic skipped(String id, String reason) {
        TrialId trial = TrialId.parse(id);
        trials.add(new Trial(trial, null, null, true, reason));
        addWorkload(trial, true);
        return this;
    }

    /** A trial that the run never came to. */
    Synthetic unreached(String id) {
        TrialId trial = TrialId.parse(id);
        trials.add(planned(trial, true));
        addWorkload(trial, true);
        return this;
    }

    /** A pair of one program, the second of which is slower by a factor; 1 for a quiet machine. */
    public Synthetic canary(double factor) {
        canary = true;
        measure(CANARY_A, Figures.withoutWork(10, 1));
        measure(CANARY_B, Figures.withoutWork(10 * factor, 1));
        return this;
    }

    public Synthetic source(String workload, Runtime runtime, long binaryBytes, String text) {
        sources.add(new Source(workload, runtime, "std", "file", "0".repeat(64), "", binaryBytes, text));
        return this;
    }

    /** Follows a program for its memory, once in each counted block from the first on. */
    public Synthetic followed(String id, ProcessMeasurements... each) {
        for (int i = 0; i < each.length; i++) {
            samples.add(Examples.followed(id, WARMUPS + i, each[i]));
        }
        return this;
    }

    /** Changes every sample of a trial. */
    public Synthetic changed(String id, UnaryOperator<Sample> change) {
        samples.replaceAll(sample -> sample.trial().equals(TrialId.parse(id)) ? change.apply(sample) : sample);
        return this;
    }

    /** Puts several runs in the place of every sample of a trial. */
    public Synthetic repeatedInBlocks(String id, Function<Sample, List<Sample>> runs) {
        List<Sample> each = samples.stream()
                .flatMap(sample ->
                        sample.trial().equals(TrialId.parse(id)) ? runs.apply(sample).stream() : Stream.of(sample))
                .toList();
        samples.clear();
        samples.addAll(each);
        return this;
    }

    /** A trial whose processes do their work again and again; each takes that share of the work time that it would take else. */
    public Synthetic repeated(String id, Figures figures, double... shares) {
        trial(id, figures);
        Trial once = trials.remove(trials.size() - 1);
        trials.add(new Trial(once.id(), once.command(), null, true, null, List.of(), shares.length));
        return changed(id, sample -> {
            double workNs = Objects.requireNonNull(sample.workNs());
            List<Long> series = Arrays.stream(shares)
                    .mapToObj(share -> Math.round(workNs * share * Math.exp(0.002 * random.nextDouble())))
                    .toList();
            return new SampleBuilder(sample).series(series).build();
        });
    }

    /** A trial of a server, whose client says this of each process; every figure in nanoseconds or bytes varies by a percent. */
    public Synthetic server(String id, Figures figures, ServiceFigures said) {
        trial(id, figures);
        Trial program = trials.remove(trials.size() - 1);
        trials.add(new Trial(program.id(), program.command(), null, true, null, List.of(), 1, true));
        return changed(
                id,
                sample -> new SampleBuilder(sample)
                        .figures(sample.figures().wallAlone())
                        .service(new ServiceFigures(
                                varied(said.firstAnswerNs()),
                                varied(said.latencyP50Ns()),
                                varied(said.latencyP99Ns()),
                                said.latencyP999Ns(),
                                varied(said.cpuPerRequestNs()),
                                varied(said.idlePeakBytes()),
                                varied(said.loadedPeakBytes()),
                                said.sharedCpu()))
                        .build());
    }

    private long varied(long value) {
        return Math.round(value * Math.exp(0.01 * random.nextDouble()));
    }

    /** Throws away the samples of some trial in some mode from a block on, as a run that is cut short does. */
    public Synthetic cutAt(String id, int block) {
        samples.removeIf(sample -> sample.trial().equals(TrialId.parse(id)) && sample.block() >= block);
        return this;
    }

    public Recording build() {
        List<Trial> pair = canary ? List.of(planned(CANARY_A, false), planned(CANARY_B, false)) : List.of();
        Environment environment = new Environment(
                START, SnapshotPhase.BEFORE, "cpu", cores, 1L << 30, "Linux", "x86_64", null, Map.of(), List.of());
        RunHeader header = new RunHeader(
                "run",
                START,
                "0.1.0",
                new SamplingPlan(profile, 1, blocks, WARMUPS, sessions, stopping, 1),
                Map.of(),
                List.of("assay"),
                new CatalogHashes("0".repeat(64), rules),
                new RunSubject(List.copyOf(workloads.values()), sources, trials, planned(FLOOR, false), pair),
                List.of(),
                Map.of(),
                environment,
                List.of());
        return new Recording(
                header,
                List.of(),
                samples,
                List.of(),
                List.of(),
                stops,
                new Recording.End(START, complete, complete ? null : "interrupted"));
    }

    public RunResult analyze(Claim... claims) {
        return Analysis.analyze(build(), ARTICLE, List.of(claims));
    }

    /** What conditions are evaluated by, of this run. */
    public ConditionEvaluator conditions() {
        IndexedRecording indexed = new IndexedRecording(build());
        return new ConditionEvaluator(indexed, NoiseCheck.check(indexed));
    }

    private Synthetic floor() {
        measure(FLOOR, Figures.withoutWork(0.7, 0.1));
        return this;
    }

    private static Trial planned(TrialId id, boolean workTime) {
        return new Trial(id, new Command(List.of("/bin/true"), Map.of(), null, null), null, workTime, null);
    }

    private void addWorkload(TrialId id, boolean workTime) {
        Map<Profile, Long> sizes = new LinkedHashMap<>();
        Map<Profile, ExpectedOutput> expected = new LinkedHashMap<>();
        for (Profile each : Profile.values()) {
            sizes.put(each, id.size());
            expected.put(each, new ExpectedOutput("1\n"));
        }
        workloads.putIfAbsent(
                id.workload(),
                new Workload(
                        id.workload(),
                        "title",
                        "task",
                        "algorithm",
                        "trap",
                        "steps",
                        sizes,
                        expected,
                        workTime,
                        ThreadUse.ONE,
                        null,
                        List.of()));
    }

    private void measure(TrialId id, Figures figures) {
        int ofSession = WARMUPS + blocks / sessions;
        for (int block = 0; block < sessions * ofSession; block++) {
            // A warm-up is slower by far: a figure that counts it is seen to be wrong.
            boolean warmup = block % ofSession < WARMUPS;
            double cold = warmup ? 3 : 1;
            double noise = cold * Math.exp(spread * (random.nextDouble() + random.nextDouble() - 1));
            samples.add(new SampleBuilder(id)
                    .order(block, 0, warmup)
                    .figures(new FiguresBuilder()
                            .wall(figures.wallNs() * noise)
                            .cpu(figures.cpuNs() * noise, 0)
                            .peak(figures.peakBytes() * noise, PeakQuality.RUSAGE)
                            .build())
                    .work(figures.workNs() == null ? null : Math.round(figures.workNs() * noise))
                    .build());
        }
    }
}
