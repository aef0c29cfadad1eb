package dev.assay.analysis;

import dev.assay.model.Header;
import dev.assay.model.Metric;
import dev.assay.model.Mode;
import dev.assay.model.ProbeResult;
import dev.assay.model.Recording;
import dev.assay.model.Sample;
import dev.assay.model.Trial;
import dev.assay.model.TrialId;
import dev.assay.stats.HodgesLehmann;
import dev.assay.stats.Location;
import dev.assay.stats.RandomEffects;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A recording, sorted by trial, and the series that can be drawn from it. */
final class IndexedRecording {
    private final Header header;
    private final boolean follows;
    private final Map<TrialId, Measured> trials = new LinkedHashMap<>();
    private final Map<String, ProbeResult> probes = new HashMap<>();
    private final Map<String, List<Measured>> byWorkload;
    private final List<Pairs.Pair> pairs;
    private final Measured floor;
    private final List<Measured> canary;
    private final Map<Key, Optional<Reading>> readings = new HashMap<>();

    /** A figure: of one trial where both are the same, else of a pair. */
    private record Key(TrialId one, TrialId other, Metric metric) {}

    /**
     * A figure for whatever session.
     *
     * @param count how many sessions both sides have figures in
     * @param location where it lies
     */
    record AcrossSessions(int count, Location location) {}

    IndexedRecording(Recording recording) {
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
        this.pairs = Pairs.among(trials.values());
        this.floor = measured(header.floor(), samples);
        this.canary =
                header.canary().stream().map(trial -> measured(trial, samples)).toList();
    }

    private Measured measured(Trial trial, Map<TrialId, List<Sample>> samples) {
        return FollowedPeaks.checked(
                Measured.of(trial, samples.getOrDefault(trial.id(), List.of()), header::session), follows);
    }

    /** What came of the probe of that id; null when it was not tried. */
    @Nullable
    ProbeResult probe(String id) {
        return probes.get(id);
    }

    Header header() {
        return header;
    }

    /** The trials in the order of the header, without floor and canary. */
    Collection<Measured> trials() {
        return trials.values();
    }

    /** The trials of one workload. */
    List<Measured> trials(String workload) {
        return byWorkload.getOrDefault(workload, List.of());
    }

    /** The pairs that are compared. */
    List<Pairs.Pair> pairs() {
        return pairs;
    }

    Measured floor() {
        return floor;
    }

    List<Measured> canary() {
        return canary;
    }

    /** The trial with the same program and size, but other threads; null when there is none. */
    @Nullable
    Measured withThreads(Measured measured, int threads) {
        TrialId id = measured.id();
        return trials.get(new TrialId(id.workload(), id.runtime(), id.variant(), id.size(), threads));
    }

    /**
     * How many threads {@code @cores} stands for in a workload: the most with which one of its trials was planned, at most the cores of the
     * machine.
     */
    int mostThreads(String workload) {
        return trials(workload).stream()
                .map(Measured::trial)
                .filter(trial -> trial.skipped() == null)
                .mapToInt(trial -> trial.id().threads())
                .filter(threads -> threads <= header.environment().cores())
                .max()
                .orElse(1);
    }

    /** The typical figure of one trial; null when it was not recorded. */
    @Nullable
    Reading typical(Measured measured, Metric metric) {
        return once(new Key(measured.id(), measured.id(), metric), () -> {
            if (Peaks.are(metric)) {
                return Peaks.typical(measured, metric);
            }
            Series series = timed(measured, metric);
            return series.isEmpty()
                    ? null
                    : Reading.checked(series, Set.of(), builds(series, metric, List.of(measured)), List.of());
        });
    }

    /**
     * Baseline over contender of a cost, paired by blocks where they are times; of a metric of which more is better, contender over
     * baseline, so that more always speaks for the contender. Null when there is nothing to divide, or what there is is not of the same
     * work.
     */
    @Nullable
    Reading ratio(Measured baseline, Measured contender, Metric metric) {
        if (!baseline.trial().isComparable(contender.trial(), metric)) {
            return null;
        }
        return once(
                new Key(baseline.id(), contender.id(), metric),
                () -> Peaks.are(metric)
                        ? Peaks.ratio(baseline, contender, metric)
                        : timedRatio(baseline, contender, metric));
    }

    private @Nullable Reading timedRatio(Measured baseline, Measured contender, Metric metric) {
        Series paired = paired(baseline, contender, metric);
        Measured above = metric.higherIsBetter() ? contender : baseline;
        Measured below = metric.higherIsBetter() ? baseline : contender;
        // a speed-up is itself of two processes: between two of them there is no single order
        boolean ordered = !isSpeedup(metric);
        return paired.isEmpty()
                ? null
                : Reading.checked(
                        paired,
                        ordered ? above.blocksBefore(below) : Set.of(),
                        builds(paired, metric, List.of(above, below)),
                        ordered ? alone(above, below, metric) : List.of());
    }

    /**
     * The ratio of times where the run's sessions, as the builds of programs, are a sample of all that there could be; null of a run in which
     * both have figures in one session alone, and for peaks of memory.
     */
    @Nullable
    AcrossSessions acrossSessions(Measured baseline, Measured contender, Metric metric) {
        if (!metric.timed()) {
            return null;
        }
        Series paired = paired(baseline, contender, metric);
        int[] sessions =
                paired.logs().keySet().stream().mapToInt(header::session).toArray();
        int count = (int) IntStream.of(sessions).distinct().count();
        if (count < 2) {
            return null;
        }
        List<int[]> factors = new ArrayList<>(builds(paired, metric, List.of(baseline, contender)));
        factors.add(sessions);
        RandomEffects effects = RandomEffects.of(paired.values(), factors);
        return new AcrossSessions(count, effects.across(HodgesLehmann.of(effects.levelled())));
    }

    /** Which builds the values of a series are of; a speed-up is of two trials, each of which took a build. */
    private List<int[]> builds(Series series, Metric metric, List<Measured> sides) {
        List<int[]> builds = new ArrayList<>();
        for (Measured side : sides) {
            builds.addAll(side.builds(series.logs().keySet()));
            Measured alone = isSpeedup(metric) ? withThreads(side, 1) : null;
            if (alone != null) {
                builds.addAll(alone.builds(series.logs().keySet()));
            }
        }
        return builds;
    }

    private static boolean isSpeedup(Metric metric) {
        return metric == Metric.SPEEDUP || metric == Metric.EFFICIENCY;
    }

    /**
     * Each of both in relation to the canary, which sees all that the machine does; without one, of both together. A change of build is no change
     * of level.
     */
    private List<Series> alone(Measured above, Measured below, Metric metric) {
        boolean steady = !canary.isEmpty()
                && canary.stream().noneMatch(trial -> trial.counted().isEmpty());
        if (!steady) {
            return List.of(levelled(timed(above, metric).minus(timed(below, metric)), metric, List.of(above, below)));
        }
        Series reference = Pinned.time(canary, metric);
        return Stream.of(above, below)
                .map(side -> levelled(timed(side, metric).minus(reference), metric, List.of(side)))
                .toList();
    }

    private Series levelled(Series series, Metric metric, List<Measured> sides) {
        return series.isEmpty()
                ? series
                : series.with(RandomEffects.of(series.values(), builds(series, metric, sides))
                        .levelled());
    }

    /** The logarithms of a ratio of what is timed, block by block; turned over where more is better. */
    Series paired(Measured baseline, Measured contender, Metric metric) {
        Measured above = metric.higherIsBetter() ? contender : baseline;
        Measured below = metric.higherIsBetter() ? baseline : contender;
        return timed(above, metric).minus(timed(below, metric));
    }

    /** Comparisons, means and claims ask for the same figures again and again. */
    private @Nullable Reading once(Key key, Supplier<@Nullable Reading> reading) {
        Optional<Reading> known = readings.get(key);
        if (known == null) {
            known = Optional.ofNullable(reading.get());
            readings.put(key, known);
        }
        return known.orElse(null);
    }

    private Series timed(Measured measured, Metric metric) {
        return switch (metric) {
            case SPEEDUP -> speedup(measured);
            case EFFICIENCY -> speedup(measured).dividedBy(measured.id().threads());
            default -> Series.of(measured.counted(), metric, Mode.TIMING);
        };
    }

    private Series speedup(Measured measured) {
        Measured alone = withThreads(measured, 1);
        return alone == null ? Series.EMPTY : timed(alone, Metric.WORK).minus(timed(measured, Metric.WORK));
    }
}
