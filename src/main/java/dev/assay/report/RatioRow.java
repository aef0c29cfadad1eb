package dev.assay.report;

import dev.assay.chart.ComparisonLabels;
import dev.assay.model.Metric;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.Interval;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.SecondaryStatistics;
import dev.assay.model.result.TrialResult;
import dev.assay.model.run.TrialId;
import dev.assay.text.NumberText;
import dev.assay.text.Plurals;
import org.jspecify.annotations.Nullable;

/**
 * A comparison as a row of a table.
 *
 * @param workload the workload
 * @param anchor where its section is
 * @param metric what is compared
 * @param baseline the first side's typical value
 * @param contender the second side's typical value
 * @param baselineName the first side
 * @param contenderName the second side
 * @param difference second less first
 * @param ratio first over second
 * @param interval the 95 % interval of the ratio, or its range
 * @param kind what it is where it is not an interval of confidence; else empty
 * @param blocks how many blocks it rests on
 * @param verdict the verdict in words
 * @param ink the style of the verdict
 * @param reasons why the verdict is not a plainer one; empty for nothing
 * @param beside what decides nothing: the cost with spikes, net of starting, how close; empty for nothing
 * @param ratioValue the ratio as a number, to sort by
 * @param differenceValue the difference as a number, in nanoseconds or bytes; empty when it is not known
 * @param net the ratio less what starting costs; empty when it is not known
 * @param netValue the same as a number
 * @param netInterval its interval
 */
public record RatioRow(
        String workload,
        String anchor,
        String metric,
        TypicalValueCell baseline,
        TypicalValueCell contender,
        String baselineName,
        String contenderName,
        String difference,
        String ratio,
        String interval,
        String kind,
        int blocks,
        String verdict,
        String ink,
        String reasons,
        String beside,
        String ratioValue,
        String differenceValue,
        String net,
        String netValue,
        String netInterval) {
    static RatioRow of(RunResult result, Comparison comparison) {
        Metric metric = comparison.metric();
        TrialResult first = result.trial(comparison.baseline()).orElse(null);
        TrialResult second = result.trial(comparison.contender()).orElse(null);
        SecondaryStatistics.NetRatio net = comparison.beside().net();
        Interval at95 = net == null ? null : net.at95();
        return new RatioRow(
                comparison.workload(),
                Anchors.link(comparison.workload()),
                metric.title(),
                TypicalValueCell.of(first, metric),
                TypicalValueCell.of(second, metric),
                name(comparison.baseline()),
                name(comparison.contender()),
                difference(first, second, metric),
                comparison.estimate().ratio().value(),
                interval(comparison.estimate()),
                ComparisonLabels.kind(comparison.estimate()),
                comparison.estimate().blocks(),
                verdict(comparison),
                ComparisonLabels.ink(comparison).toString(),
                String.join("; ", comparison.reasons()),
                SecondaryStatisticsText.describe(comparison),
                String.valueOf(comparison.estimate().value()),
                differenceValue(first, second, metric),
                net == null
                        ? ""
                        : net.ratio() > 0 ? Interval.ratio(net.ratio(), at95).value() : "nothing",
                net == null ? "" : String.valueOf(net.ratio()),
                net == null || at95 == null || at95.low() <= 0
                        ? "uncertain"
                        : Interval.ratio(net.ratio(), at95).interval());
    }

    /** A pair of numbers of threads is named by them: the program is the same. */
    private static String name(TrialId id) {
        return ComparisonLabels.name(id) + (id.threads() == 1 ? "" : ", " + id.threads() + " threads");
    }

    private static String verdict(Comparison comparison) {
        TrialId baseline = comparison.baseline();
        TrialId contender = comparison.contender();
        if (!baseline.label().equals(contender.label())) {
            return ComparisonLabels.verdict(comparison);
        }
        return switch (comparison.verdict()) {
            case BETTER -> threads(contender) + " " + comparison.metric().better();
            case WORSE -> threads(baseline) + " " + comparison.metric().better();
            case DIFFERENT, EQUIVALENT, UNCLEAR, INCONCLUSIVE -> ComparisonLabels.verdict(comparison);
        };
    }

    private static String threads(TrialId id) {
        return Plurals.count(id.threads(), "thread");
    }

    /** The interval of a ratio; where there is none, why. */
    static String interval(Estimate estimate) {
        if (estimate.at95() != null) {
            return estimate.ratio().interval();
        }
        return estimate.kind() == Estimate.Kind.CONFIDENCE ? "too few blocks" : "too few samples";
    }

    private static String difference(@Nullable TrialResult first, @Nullable TrialResult second, Metric metric) {
        Double one = first == null ? null : typical(first, metric);
        Double other = second == null ? null : typical(second, metric);
        return one == null || other == null ? "–" : NumberText.difference(metric.unit(), other - one);
    }

    private static String differenceValue(@Nullable TrialResult first, @Nullable TrialResult second, Metric metric) {
        Double one = first == null ? null : typical(first, metric);
        Double other = second == null ? null : typical(second, metric);
        return one == null || other == null ? "" : String.valueOf(other - one);
    }

    private static @Nullable Double typical(TrialResult trial, Metric metric) {
        Estimate estimate = trial.typical().get(metric == Metric.PEAK ? trial.memoryMetric() : metric);
        return estimate == null ? null : Double.valueOf(estimate.value());
    }

    /** The interval and what it is, as one text. */
    public String intervalAndKind() {
        return kind.isEmpty() ? interval : interval + " (" + kind + ")";
    }

    boolean hasBeside() {
        return !beside.isEmpty();
    }

    boolean hasNet() {
        return !net.isEmpty();
    }

    public boolean hasReasons() {
        return !reasons.isEmpty();
    }
}
