package dev.assay.analysis.estimate;

import dev.assay.analysis.sample.BlockSeries;
import dev.assay.analysis.sample.BuildFactors;
import dev.assay.analysis.sample.ComparisonPairs;
import dev.assay.analysis.sample.TrialSamples;
import dev.assay.model.Metric;
import dev.assay.model.run.ProbeResult;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import dev.assay.stats.HodgesLehmann;
import dev.assay.stats.IntervalEstimate;
import dev.assay.stats.RandomEffects;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A recording, sorted by trial, and the series that can be drawn from it. */
public final class IndexedRecording {
    private final RunHeader header;
    private final boolean follows;
    private final Map<TrialId, TrialSamples> trials = new LinkedHashMap<>();
    private final Map<String, ProbeResult> probes = new LinkedHashMap<>();
    private final Map<String, List<TrialSamples>> byWorkload;
    private final List<ComparisonPairs.Pair> pairs;
    private final TrialSamples floor;
    private final List<TrialSamples> canary;
    private final Map<Key, Optional<LogEstimate>> readings = new ConcurrentHashMap<>();
    private final Map<Key, BlockSeries> times = new ConcurrentHashMap<>();
    private final Map<Key, BlockSeries> leveled = new ConcurrentHashMap<>();
    private final Map<Key, BlockSeries> canaries = new ConcurrentHashMap<>();

    /** A figure: of one trial where both are the same, else of a pair. */
    private record Key(TrialId one, TrialId other, Metric metric) {}

    /**
     * A figure for whatever session.
     *
     * @param count how many sessions both sides have figures in
     * @param location where it lies
     */
    public record AcrossSessions(int count, IntervalEstimate location) {}

    public IndexedRecording(Recording recording) {
        this.header = recording.header();
        this.follows = recording.samples().stream().anyMatch(FollowedPeaks::isFollowed);
        Map<TrialId, List<Sample>> samples = new LinkedHashMap<>();
        for (Sample sample : recording.samples()) {
            samples.computeIfAbsent(sample.trial(), id -> new ArrayList<>()).add(sample);
        }
        recording.probes().forEach(result -> probes.put(result.probe().id(), result));
        for (Trial trial : header.trials()) {
            trials.put(trial.id(), measured(trial, samples));
        }
        this.byWorkload = trials.values().stream()
                .collect(Collectors.groupingBy(trial -> trial.id().workload()));
        this.pairs = ComparisonPairs.among(trials.values());
        this.floor = measured(header.subject().floor(), samples);
        this.canary = header.subject().canary().stream()
                .map(trial -> measured(trial, samples))
                .toList();
    }

    private TrialSamples measured(Trial trial, Map<TrialId, List<Sample>> samples) {
        return FollowedPeaks.checked(
                TrialSamples.of(trial, samples.getOrDefault(trial.id(), List.of()), header.sampling()::session),
                follows);
    }

    /** The results of all probes, in the order they were tried. */
    public List<ProbeResult> probes() {
        return List.copyOf(probes.values());
    }

    /** What came of the probe of that id; null when it was not tried. */
    public @Nullable ProbeResult probe(String id) {
        return probes.get(id);
    }

    public RunHeader header() {
        return header;
    }

    /** The trials in the order of the header, without floor and canary. */
    public Collection<TrialSamples> trials() {
        return trials.values();
    }

    /** The trials of one workload. */
    public List<TrialSamples> trials(String workload) {
        return byWorkload.getOrDefault(workload, List.of());
    }

    /** The pairs that are compared. */
    public List<ComparisonPairs.Pair> pairs() {
        return pairs;
    }

    public TrialSamples floor() {
        return floor;
    }

    public List<TrialSamples> canary() {
        return canary;
    }

    /** The trial with the same program and size, but other threads; null when there is none. */
    @Nullable
    TrialSamples withThreads(TrialSamples measured, int threads) {
        TrialId id = measured.id();
        return trials.get(new TrialId(id.workload(), id.runtime(), id.variant(), id.size(), threads));
    }

    /**
     * How many threads {@code @cores} stands for in a workload: the most with which one of its trials was planned, at most the cores of the
     * machine.
     */
    public int mostThreads(String workload) {
        return trials(workload).stream()
                .map(TrialSamples::trial)
                .filter(trial -> trial.skipped() == null)
                .mapToInt(trial -> trial.id().threads())
                .filter(threads -> threads <= header.environment().cores())
                .max()
                .orElse(1);
    }

    /** The typical figure of one trial; null when it was not recorded. */
    public @Nullable LogEstimate typical(TrialSamples measured, Metric metric) {
        return once(new Key(measured.id(), measured.id(), metric), () -> {
            if (PeakMemory.isPeak(metric)) {
                return PeakMemory.typical(measured, metric);
            }
            BlockSeries series = timed(measured, metric);
            return series.isEmpty()
                    ? null
                    : LogEstimate.checked(series, Set.of(), builds(series, metric, List.of(measured)), List.of());
        });
    }

    /**
     * Baseline over contender of a cost, paired by blocks where they are times; of a metric of which more is better, contender over
     * baseline, so that more always speaks for the contender. Null when there is nothing to divide, or what there is is not of the same
     * work.
     */
    public @Nullable LogEstimate ratio(TrialSamples baseline, TrialSamples contender, Metric metric) {
        if (!baseline.trial().isComparable(contender.trial(), metric)) {
            return null;
        }
        return once(
                new Key(baseline.id(), contender.id(), metric),
                () -> PeakMemory.isPeak(metric)
                        ? PeakMemory.ratio(baseline, contender, metric)
                        : timedRatio(baseline, contender, metric));
    }

    private @Nullable LogEstimate timedRatio(TrialSamples baseline, TrialSamples contender, Metric metric) {
        BlockSeries paired = paired(baseline, contender, metric);
        TrialSamples above = metric.higherIsBetter() ? contender : baseline;
        TrialSamples below = metric.higherIsBetter() ? baseline : contender;
        // a speed-up is itself of two processes: between two of them there is no single order
        boolean ordered = !isSpeedup(metric);
        return paired.isEmpty()
                ? null
                : LogEstimate.checked(
                        paired,
                        ordered ? above.blocksBefore(below) : Set.of(),
                        builds(paired, metric, List.of(above, below)),
                        ordered ? alone(paired, above, below, metric) : List.of());
    }

    /**
     * The ratio of times where the run's sessions, as the builds of programs, are a sample of all that there could be; null of a run in which
     * both have figures in one session alone, and for peaks of memory.
     */
    public @Nullable AcrossSessions acrossSessions(TrialSamples baseline, TrialSamples contender, Metric metric) {
        if (!metric.timed()) {
            return null;
        }
        BlockSeries paired = paired(baseline, contender, metric);
        int[] sessions =
                IntStream.of(paired.blocks()).map(header.sampling()::session).toArray();
        int count = (int) IntStream.of(sessions).distinct().count();
        if (count < 2) {
            return null;
        }
        RandomEffects effects = builds(paired, metric, List.of(baseline, contender))
                .and(sessions)
                .effects(paired.values());
        return new AcrossSessions(count, effects.across(HodgesLehmann.of(effects.leveled())));
    }

    /** Which builds the values of a series are of; a speed-up is of two trials, each of which took a build. */
    private BuildFactors builds(BlockSeries series, Metric metric, List<TrialSamples> sides) {
        List<TrialSamples> programs = new ArrayList<>();
        for (TrialSamples side : sides) {
            programs.add(side);
            TrialSamples alone = isSpeedup(metric) ? withThreads(side, 1) : null;
            if (alone != null) {
                programs.add(alone);
            }
        }
        return BuildFactors.of(programs, isSpeedup(metric) ? Metric.WORK : metric, series.blocks());
    }

    private static boolean isSpeedup(Metric metric) {
        return metric == Metric.SPEEDUP || metric == Metric.EFFICIENCY;
    }

    /**
     * Each of both in relation to all else that ran in the same blocks, which sees what the machine does: the canary, the other side, and the
     * other programs of the workload. A change of build is not a change of level.
     */
    private List<BlockSeries> alone(BlockSeries paired, TrialSamples above, TrialSamples below, Metric metric) {
        return Stream.of(above, below)
                .map(side -> PeerReference.relative(leveled(side, metric).within(paired), peers(side, metric)))
                .toList();
    }

    /** Every pair has it among its peers. */
    private BlockSeries leveledCanary(TrialSamples trial, Metric metric) {
        return canaries.computeIfAbsent(
                new Key(trial.id(), trial.id(), metric),
                key -> leveled(ReferenceProgram.time(List.of(trial), metric), metric, trial));
    }

    /** The same program with other threads is no peer: what disturbs the one may disturb the other. */
    private List<BlockSeries> peers(TrialSamples side, Metric metric) {
        return Stream.concat(
                        canary.stream().map(trial -> leveledCanary(trial, metric)),
                        trials(side.id().workload()).stream()
                                .filter(trial -> !isSameProgram(trial.id(), side.id()))
                                .map(trial -> leveled(trial, metric)))
                .toList();
    }

    private static boolean isSameProgram(TrialId one, TrialId other) {
        return one.runtime() == other.runtime() && one.variant().equals(other.variant());
    }

    private BlockSeries leveled(TrialSamples trial, Metric metric) {
        return leveled.computeIfAbsent(
                new Key(trial.id(), trial.id(), metric), key -> leveled(timed(trial, metric), metric, trial));
    }

    private BlockSeries leveled(BlockSeries series, Metric metric, TrialSamples trial) {
        return series.isEmpty()
                ? series
                : series.with(builds(series, metric, List.of(trial))
                        .effects(series.values())
                        .leveled());
    }

    /** The logarithms of a ratio of what is timed, block by block; turned over where more is better. */
    public BlockSeries paired(TrialSamples baseline, TrialSamples contender, Metric metric) {
        TrialSamples above = metric.higherIsBetter() ? contender : baseline;
        TrialSamples below = metric.higherIsBetter() ? baseline : contender;
        return timed(above, metric).minus(timed(below, metric));
    }

    /** The same with the mean of several runs of a block in the place of what is typical of them; of a speed-up what is typical. */
    public BlockSeries pairedMeans(TrialSamples baseline, TrialSamples contender, Metric metric) {
        if (isSpeedup(metric)) {
            return paired(baseline, contender, metric);
        }
        TrialSamples above = metric.higherIsBetter() ? contender : baseline;
        TrialSamples below = metric.higherIsBetter() ? baseline : contender;
        return BlockSeries.means(above.counted(SamplingMode.TIMING), metric)
                .minus(BlockSeries.means(below.counted(SamplingMode.TIMING), metric));
    }

    /** Comparisons, means and claims ask for the same figures again and again, on several threads. What two compute at once is equal. */
    private @Nullable LogEstimate once(Key key, Supplier<@Nullable LogEstimate> reading) {
        Optional<LogEstimate> known = readings.get(key);
        if (known == null) {
            known = Optional.ofNullable(reading.get());
            readings.put(key, known);
        }
        return known.orElse(null);
    }

    private BlockSeries timed(TrialSamples measured, Metric metric) {
        return switch (metric) {
            case SPEEDUP -> speedup(measured);
            case EFFICIENCY -> speedup(measured).dividedBy(measured.id().threads());
            default ->
                times.computeIfAbsent(
                        new Key(measured.id(), measured.id(), metric),
                        key -> BlockSeries.of(measured.counted(), metric, SamplingMode.TIMING));
        };
    }

    private BlockSeries speedup(TrialSamples measured) {
        TrialSamples alone = withThreads(measured, 1);
        return alone == null ? BlockSeries.EMPTY : timed(alone, Metric.WORK).minus(timed(measured, Metric.WORK));
    }
}
