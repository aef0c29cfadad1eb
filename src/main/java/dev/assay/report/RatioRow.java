package dev.assay.report;

import dev.assay.chart.ComparedRuns;
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
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A comparison as a row of a table.
 *
 * @param workload the workload
 * @param anchor where its section is
 * @param metric what is compared
 * @param baseline the first side
 * @param contender the second side
 * @param ratio first over second
 * @param interval the 95 % interval of the ratio, or its range
 * @param evidence how many blocks it rests on
 * @param verdict the verdict
 * @param difference second less first, in nanoseconds or bytes
 * @param net the ratio less what starting costs; null when it is not known
 * @param beside the number of runs, and what decides nothing: the cost with spikes, net of starting, how close; empty for nothing
 */
public record RatioRow(
        String workload,
        String anchor,
        String metric,
        Side baseline,
        Side contender,
        SortableText ratio,
        IntervalText interval,
        Evidence evidence,
        VerdictText verdict,
        SortableText difference,
        @Nullable NetText net,
        String beside) {
    /**
     * One of the two programs.
     *
     * @param name its name
     * @param typical its typical value
     */
    public record Side(String name, TypicalValueCell typical) {}

    /**
     * A figure that a table can be sorted by.
     *
     * @param text as it is shown
     * @param value as a number; empty when it is not known
     */
    public record SortableText(String text, String value) {}

    /**
     * An interval.
     *
     * @param text its ends, or why there is none
     * @param kind what it is where it is not an interval of confidence; else empty
     */
    public record IntervalText(String text, String kind) {
        /** The interval and what it is, as one text. */
        public String whole() {
            return kind.isEmpty() ? text : text + " (" + kind + ")";
        }
    }

    /**
     * How much was measured.
     *
     * @param blocks how many blocks
     * @param runs how many runs of each side they hold; empty where it is one each
     */
    public record Evidence(int blocks, String runs) {
        /** Both as one text. */
        public String whole() {
            return runs.isEmpty() ? String.valueOf(blocks) : blocks + " (" + runs + ")";
        }
    }

    /**
     * A verdict.
     *
     * @param words in words
     * @param ink its style
     * @param reasons why it is not a plainer one; empty for nothing
     */
    public record VerdictText(String words, String ink, String reasons) {
        public boolean hasReasons() {
            return !reasons.isEmpty();
        }
    }

    /**
     * A ratio less what starting costs.
     *
     * @param text as it is shown
     * @param value as a number
     * @param interval its interval
     */
    record NetText(String text, String value, String interval) {}

    static RatioRow of(RunResult result, Comparison comparison) {
        Metric metric = comparison.metric();
        TrialResult first = result.trial(comparison.baseline()).orElse(null);
        TrialResult second = result.trial(comparison.contender()).orElse(null);
        Optional<ComparedRuns> runs = ComparedRuns.of(result, comparison);
        return new RatioRow(
                comparison.workload(),
                Anchors.link(comparison.workload()),
                metric.title(),
                new Side(ComparisonLabels.nameWithThreads(comparison.baseline()), TypicalValueCell.of(first, metric)),
                new Side(ComparisonLabels.nameWithThreads(comparison.contender()), TypicalValueCell.of(second, metric)),
                new SortableText(
                        comparison.estimate().ratio().value(),
                        String.valueOf(comparison.estimate().value())),
                new IntervalText(interval(comparison.estimate()), ComparisonLabels.kind(comparison.estimate())),
                new Evidence(
                        comparison.estimate().blocks(),
                        runs.map(ComparedRuns::inShort).orElse("")),
                new VerdictText(
                        verdict(comparison),
                        ComparisonLabels.ink(comparison).toString(),
                        String.join("; ", comparison.reasons())),
                difference(first, second, metric),
                net(comparison.beside().net()),
                Stream.of(runs.map(ComparedRuns::words).orElse(""), SecondaryStatisticsText.describe(comparison))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining("; ")));
    }

    private static @Nullable NetText net(SecondaryStatistics.@Nullable NetRatio net) {
        if (net == null) {
            return null;
        }
        Interval at95 = net.at95();
        return new NetText(
                net.ratio() > 0 ? Interval.ratio(net.ratio(), at95).value() : "nothing",
                String.valueOf(net.ratio()),
                at95 == null || at95.low() <= 0
                        ? "uncertain"
                        : Interval.ratio(net.ratio(), at95).interval());
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

    private static SortableText difference(@Nullable TrialResult first, @Nullable TrialResult second, Metric metric) {
        Double one = first == null ? null : typical(first, metric);
        Double other = second == null ? null : typical(second, metric);
        return one == null || other == null
                ? new SortableText("–", "")
                : new SortableText(NumberText.difference(metric.unit(), other - one), String.valueOf(other - one));
    }

    private static @Nullable Double typical(TrialResult trial, Metric metric) {
        Estimate estimate = trial.typical().get(metric == Metric.PEAK ? trial.memoryMetric() : metric);
        return estimate == null ? null : Double.valueOf(estimate.value());
    }

    boolean hasBeside() {
        return !beside.isEmpty();
    }
}
