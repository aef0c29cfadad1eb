package dev.assay.report;

import dev.assay.chart.Numbers;
import dev.assay.chart.Words;
import dev.assay.model.Comparison;
import dev.assay.model.Estimate;
import dev.assay.model.Interval;
import dev.assay.model.Metric;
import dev.assay.model.RunResult;
import dev.assay.model.TrialId;
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
 * @param interval the 95 % interval of the ratio
 * @param blocks how many blocks it rests on
 * @param verdict the verdict in words
 * @param ink the style of the verdict
 * @param reasons why the verdict is no plainer one; empty for nothing
 */
record RatioRow(
        String workload,
        String anchor,
        String metric,
        String baseline,
        String contender,
        String baselineName,
        String contenderName,
        String difference,
        String ratio,
        String interval,
        int blocks,
        String verdict,
        String ink,
        String reasons) {
    static RatioRow of(RunResult result, Comparison comparison) {
        Metric metric = comparison.metric();
        Double first = typical(result, comparison.baseline(), metric);
        Double second = typical(result, comparison.contender(), metric);
        Interval interval = comparison.estimate().at95();
        return new RatioRow(
                comparison.workload(),
                Anchors.of(comparison.workload()),
                metric.title(),
                first == null ? "–" : Numbers.value(metric, first),
                second == null ? "–" : Numbers.value(metric, second),
                name(comparison.baseline()),
                name(comparison.contender()),
                first == null || second == null ? "–" : Numbers.difference(metric, second - first),
                Numbers.ratio(comparison.estimate().value()),
                interval == null ? "too few blocks" : Numbers.ratios(interval),
                comparison.estimate().blocks(),
                verdict(comparison),
                Words.ink(comparison).toString(),
                String.join("; ", comparison.reasons()));
    }

    /** A pair of numbers of threads is named by them: the program is the same. */
    private static String name(TrialId id) {
        return Words.name(id) + (id.threads() == 1 ? "" : ", " + id.threads() + " threads");
    }

    private static String verdict(Comparison comparison) {
        TrialId baseline = comparison.baseline();
        TrialId contender = comparison.contender();
        if (!baseline.label().equals(contender.label())) {
            return Words.verdict(comparison);
        }
        return switch (comparison.verdict()) {
            case BETTER -> threads(contender) + " " + comparison.metric().better();
            case WORSE -> threads(baseline) + " " + comparison.metric().better();
            case DIFFERENT, EQUIVALENT, UNCLEAR, INCONCLUSIVE -> Words.verdict(comparison);
        };
    }

    private static String threads(TrialId id) {
        return id.threads() == 1 ? "1 thread" : id.threads() + " threads";
    }

    private static @Nullable Double typical(RunResult result, TrialId id, Metric metric) {
        Estimate estimate =
                result.trial(id).map(trial -> trial.typical().get(metric)).orElse(null);
        return estimate == null ? null : Double.valueOf(estimate.value());
    }

    boolean hasReasons() {
        return !reasons.isEmpty();
    }
}
