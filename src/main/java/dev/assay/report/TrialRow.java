package dev.assay.report;

import dev.assay.chart.Numbers;
import dev.assay.chart.Words;
import dev.assay.model.Estimate;
import dev.assay.model.Interval;
import dev.assay.model.Metric;
import dev.assay.model.TrialId;
import dev.assay.model.TrialResult;

/**
 * A trial as a row.
 *
 * @param name the program
 * @param ink its style
 * @param threads how many threads
 * @param status whether it worked
 * @param ok whether it did, for the template
 * @param reason why not; empty when it did
 * @param kernel kernel time
 * @param wall wall time
 * @param cpu CPU time
 * @param peak peak memory
 * @param counted how many timed processes count
 * @param strip every timed process as SVG; empty when there is none
 */
record TrialRow(
        String name,
        String ink,
        int threads,
        String status,
        boolean ok,
        String reason,
        Value kernel,
        Value wall,
        Value cpu,
        Value peak,
        int counted,
        String strip) {
    /**
     * A value and its interval.
     *
     * @param typical the typical value
     * @param interval the 95 % interval; empty for none
     */
    record Value(String typical, String interval) {}

    static TrialRow of(TrialResult result) {
        TrialId id = result.trial().id();
        return new TrialRow(
                Words.name(id),
                Words.ink(id).toString(),
                id.threads(),
                result.status().toString(),
                result.status() == TrialResult.Status.OK,
                result.reason() == null ? "" : result.reason(),
                value(result, Metric.KERNEL),
                value(result, Metric.WALL),
                value(result, Metric.CPU),
                value(result, Metric.PEAK),
                (int) result.counted().stream()
                        .filter(sample -> sample.figures().wallNs() != null)
                        .count(),
                Strip.of(result));
    }

    private static Value value(TrialResult result, Metric metric) {
        Estimate estimate = result.typical().get(metric);
        if (estimate == null) {
            return new Value("–", "");
        }
        Interval interval = estimate.at95();
        return new Value(
                Numbers.value(metric, estimate.value()), interval == null ? "" : Numbers.values(metric, interval));
    }
}
