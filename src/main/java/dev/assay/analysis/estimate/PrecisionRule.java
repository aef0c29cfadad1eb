package dev.assay.analysis.estimate;

import dev.assay.analysis.sample.BlockSeries;
import dev.assay.analysis.sample.BuildFactors;
import dev.assay.analysis.sample.ComparisonPairs;
import dev.assay.analysis.sample.TrialSamples;
import dev.assay.model.Metric;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import dev.assay.plan.PrecisionStatus;
import dev.assay.plan.StopRule;
import dev.assay.stats.HodgesLehmann;
import dev.assay.stats.IntervalEstimate;
import dev.assay.stats.Precision;
import dev.assay.stats.RandomEffects;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The width of the 95 % intervals of typical ratios, for the builds that are measured: how far others lie from these no further block tells. Judged are the pairs of a workload that are always compared, speed-ups among them, in
 * the metric that claims rest on: the work time where both programs report one, else the wall time. A workload without any pair, such as
 * of one runtime alone, is judged by the times of its trials themselves.
 */
public final class PrecisionRule implements StopRule {
    private static final int LEVEL = 95;

    private static final Comparator<PrecisionStatus> WORST_LAST =
            Comparator.comparing(PrecisionStatus::precise).reversed().thenComparingDouble(PrecisionStatus::width);

    private final Precision precision;
    private final IntUnaryOperator session;

    /** A rule for blocks of one session that is content with such a half-width, as a share of the ratio. */
    public PrecisionRule(double target) {
        this(target, block -> 1);
    }

    /** The same for blocks of several sessions. */
    public PrecisionRule(double target, IntUnaryOperator session) {
        this.precision = new Precision(target);
        this.session = session;
    }

    @Override
    public @Nullable PrecisionStatus standing(List<Trial> group, List<Sample> samples) {
        Map<TrialId, List<Sample>> byTrial = samples.stream().collect(Collectors.groupingBy(Sample::trial));
        List<TrialSamples> trials = group.stream()
                .map(trial -> TrialSamples.of(trial, byTrial.getOrDefault(trial.id(), List.of()), session))
                .toList();
        List<ComparisonPairs.Pair> pairs = ComparisonPairs.among(trials);
        Stream<PrecisionStatus> standings = pairs.isEmpty()
                ? trials.stream().filter(TrialSamples::lives).map(this::alone)
                : pairs.stream()
                        .filter(pair ->
                                pair.baseline().lives() && pair.contender().lives())
                        .map(this::compared);
        return standings.max(WORST_LAST).orElse(null);
    }

    /** The metric that a pair is judged by. */
    static Metric primary(Trial baseline, Trial contender) {
        return baseline.workTime() && contender.workTime() ? Metric.WORK : Metric.WALL;
    }

    private PrecisionStatus compared(ComparisonPairs.Pair pair) {
        Metric metric = primary(pair.baseline().trial(), pair.contender().trial());
        BlockSeries own = ratio(pair, metric);
        // a work time of zero has no logarithm, and then the whole process is all there is to compare
        return own.isEmpty()
                ? standing(pair.baseline(), pair.contender(), ratio(pair, Metric.WALL), Metric.WALL)
                : standing(pair.baseline(), pair.contender(), own, metric);
    }

    private static BlockSeries ratio(ComparisonPairs.Pair pair, Metric metric) {
        return series(pair.baseline(), metric).minus(series(pair.contender(), metric));
    }

    private PrecisionStatus alone(TrialSamples trial) {
        Metric metric = primary(trial.trial(), trial.trial());
        BlockSeries own = series(trial, metric);
        return own.isEmpty()
                ? standing(trial, null, series(trial, Metric.WALL), Metric.WALL)
                : standing(trial, null, own, metric);
    }

    private static BlockSeries series(TrialSamples trial, Metric metric) {
        return BlockSeries.of(trial.counted(), metric, SamplingMode.TIMING);
    }

    private PrecisionStatus standing(
            TrialSamples baseline, @Nullable TrialSamples contender, BlockSeries series, Metric metric) {
        TrialId other = contender == null ? null : contender.id();
        if (series.isEmpty()) {
            return new PrecisionStatus(
                    baseline.id(), other, Double.NaN, Double.POSITIVE_INFINITY, precision.target(), false);
        }
        double[] values = series.values();
        BuildFactors builds = BuildFactors.of(
                contender == null ? List.of(baseline) : List.of(baseline, contender),
                metric,
                series.logs().keySet());
        IntervalEstimate location = within(values, builds, values.length);
        return new PrecisionStatus(
                baseline.id(),
                other,
                Math.exp(location.value()),
                Precision.halfWidth(location.interval(LEVEL)),
                precision.target(),
                precision.hasStayed(
                        values.length, n -> within(values, builds, n).interval(LEVEL)));
    }

    /** Where the first that many values lie for the builds that they are of. */
    private static IntervalEstimate within(double[] values, BuildFactors builds, int first) {
        RandomEffects effects = builds.effects(Arrays.copyOf(values, first));
        return effects.within(HodgesLehmann.of(effects.leveled()));
    }
}
