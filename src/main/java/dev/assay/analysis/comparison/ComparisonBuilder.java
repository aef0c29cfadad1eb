package dev.assay.analysis.comparison;

import dev.assay.analysis.estimate.IndexedRecording;
import dev.assay.analysis.estimate.IndexedRecording.AcrossSessions;
import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.analysis.estimate.Margins;
import dev.assay.analysis.estimate.VerdictRules;
import dev.assay.analysis.sample.ComparisonPairs;
import dev.assay.model.Metric;
import dev.assay.model.catalog.Claim;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Noise;
import dev.assay.model.result.SecondaryStatistics;
import dev.assay.model.result.SecondaryStatistics.CloseTo;
import dev.assay.model.run.StopReason;
import dev.assay.model.run.TrialId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The comparisons of a run. */
public final class ComparisonBuilder {
    private static final List<Metric> METRICS = List.of(
            Metric.WALL,
            Metric.WORK,
            Metric.CPU,
            Metric.PEAK,
            Metric.TREE_PEAK,
            Metric.LATENCY_P50,
            Metric.LATENCY_P99,
            Metric.LATENCY_P999,
            Metric.REQUEST_CPU,
            Metric.IDLE_PEAK,
            Metric.FIRST_ANSWER);

    private final IndexedRecording indexed;
    private final Noise noise;
    private final Margins margins;
    private final VerdictCaveats reservations;
    private final NetRatios netRatios;
    private final StopReasons endings;

    private ComparisonBuilder(IndexedRecording indexed, Noise noise, List<Claim> claims, List<StopReason> stops) {
        this.indexed = indexed;
        this.noise = noise;
        this.margins = new Margins(claims, indexed::mostThreads);
        this.reservations = new VerdictCaveats(indexed, noise);
        this.netRatios = new NetRatios(indexed);
        this.endings = new StopReasons(stops, indexed.header().sampling().stopping());
    }

    /**
     * Every pair and metric of which both sides have figures in a common block.
     *
     * @param claims some name the margin of a pair
     * @param stops why each workload was measured no further
     */
    public static List<Comparison> build(
            IndexedRecording indexed, Noise noise, List<Claim> claims, List<StopReason> stops) {
        return new ComparisonBuilder(indexed, noise, claims, stops).all();
    }

    /** What is compared, with the reading that it comes from. */
    private record Compared(Comparison comparison, LogEstimate reading) {}

    private List<Comparison> all() {
        // none depends on another, and their order stays that of the pairs
        List<Compared> all = indexed.pairs().parallelStream()
                .flatMap(pair -> METRICS.stream().flatMap(metric -> compare(pair, metric)))
                .toList();
        return FalseDiscoveryControl.adjust(
                all.stream().map(Compared::comparison).toList(),
                all.stream().map(Compared::reading).toList(),
                ComparisonBuilder::list);
    }

    private Stream<Compared> compare(ComparisonPairs.Pair pair, Metric metric) {
        LogEstimate reading = says(pair, metric) ? indexed.ratio(pair.baseline(), pair.contender(), metric) : null;
        return reading == null ? Stream.empty() : Stream.of(new Compared(compare(pair, metric, reading), reading));
    }

    /** The tree of a single process is that process: of two such, it would say the same again. */
    private static boolean says(ComparisonPairs.Pair pair, Metric metric) {
        return metric != Metric.TREE_PEAK
                || !(pair.baseline().isKnownSingle() && pair.contender().isKnownSingle());
    }

    private Comparison compare(ComparisonPairs.Pair pair, Metric metric, LogEstimate reading) {
        TrialId baseline = pair.baseline().id();
        // the canary is a time: it says nothing of bytes
        double resolution = metric.timed() ? noise.resolution() : 1;
        double margin = Math.max(Margins.practical(pair, metric), resolution);
        double equivalence = Math.max(margins.equivalence(pair, metric, margin), resolution);
        VerdictRules.Judgement judgement =
                reservations.apply(VerdictRules.of(reading, margin, equivalence, canaryFailed(metric)), pair, metric);
        VerdictRules.Judgement despite = VerdictRules.despiteBuilds(judgement, reading, margin, equivalence);
        // what these builds have decided among themselves, no further block decides for others
        boolean ended = metric.timed() && despite.equals(judgement);
        judgement = ended
                ? endings.apply(
                        judgement,
                        reading,
                        baseline.workload(),
                        VerdictRules.distance(reading.value(), margin, equivalence))
                : despite;
        AcrossSessions sessions = indexed.acrossSessions(pair.baseline(), pair.contender(), metric);
        judgement = VerdictRules.besideSessions(
                judgement, reading, sessions == null ? null : sessions.location(), margin, equivalence);
        return new Comparison(
                baseline.workload(),
                metric,
                baseline,
                pair.contender().id(),
                reading.toEstimate(),
                margin,
                judgement.verdict(),
                judgement.reasons(),
                new SecondaryStatistics(
                        metric.timed()
                                ? SpikedRatios.compute(
                                        indexed.pairedMeans(pair.baseline(), pair.contender(), metric),
                                        indexed.header().sampling().seed())
                                : null,
                        netRatios.compute(pair, metric),
                        closeTo(pair, metric, reading),
                        null,
                        builds(pair, reading),
                        sessions(sessions)));
    }

    private static SecondaryStatistics.@Nullable Builds builds(ComparisonPairs.Pair pair, LogEstimate reading) {
        return reading.within() == null
                ? null
                : new SecondaryStatistics.Builds(
                        Math.max(1, pair.baseline().layouts()),
                        Math.max(1, pair.contender().layouts()),
                        LogEstimate.exp(reading.intervalWithin(95)));
    }

    private static SecondaryStatistics.@Nullable Sessions sessions(@Nullable AcrossSessions across) {
        return across == null
                ? null
                : new SecondaryStatistics.Sessions(
                        across.count(),
                        Math.exp(across.location().value()),
                        LogEstimate.exp(across.location().interval(95)));
    }

    private boolean canaryFailed(Metric metric) {
        return metric.timed() && Boolean.FALSE.equals(noise.canaryPassed());
    }

    private @Nullable CloseTo closeTo(ComparisonPairs.Pair pair, Metric metric, LogEstimate reading) {
        Double margin = margins.closeness(pair, metric);
        if (margin == null || reading.location() == null) {
            return null;
        }
        double line = Math.log(margin) - (canaryFailed(metric) ? Math.log(noise.resolution()) : 0);
        // what cannot be distinguished from the margin itself cannot be shown to lie below it
        return new CloseTo(margin, line > 0 && VerdictRules.isNotAbove(reading, line));
    }

    /** A reader is shown one metric of one pair of programs at a time, workload by workload. */
    private static List<Object> list(Comparison comparison) {
        return List.of(
                comparison.metric(),
                comparison.baseline().label(),
                comparison.contender().label());
    }
}
