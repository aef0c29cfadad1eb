package dev.assay.report;

import dev.assay.chart.ComparisonLabels;
import dev.assay.model.Metric;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.Interval;
import dev.assay.model.result.TrialResult;
import dev.assay.model.run.Sample;
import dev.assay.model.run.TrialId;
import dev.assay.report.svg.StripPlot;
import dev.assay.text.NumberText;

/**
 * A trial as a row.
 *
 * @param name the program
 * @param ink its style
 * @param threads how many threads
 * @param status whether it worked
 * @param ok whether it did, for the template
 * @param reason why not; empty when it did
 * @param work work time
 * @param wall wall time
 * @param cpu CPU time
 * @param peak peak memory, of several processes together
 * @param counted how many timed processes count
 * @param strip every timed process as SVG; empty when there is none
 */
public record TrialRow(
        String name,
        String ink,
        int threads,
        String status,
        boolean ok,
        String reason,
        Value work,
        Value wall,
        Value cpu,
        Value peak,
        int counted,
        String strip) {
    /**
     * A value and its interval.
     *
     * @param typical the typical value
     * @param interval the 95 % interval, or the range of few samples; empty for none
     * @param kind what it is where it is not an interval of confidence; else empty
     */
    public record Value(TypicalValueCell typical, String interval, String kind) {
        /** The value and what lies around it as text. */
        public String plain() {
            return typical.plain() + (interval.isEmpty() ? "" : " " + interval);
        }
    }

    static TrialRow of(TrialResult result) {
        TrialId id = result.trial().id();
        return new TrialRow(
                ComparisonLabels.name(id),
                ComparisonLabels.ink(id).toString(),
                id.threads(),
                result.status().toString(),
                result.status() == TrialResult.Status.OK,
                result.reason() == null ? "" : result.reason(),
                value(result, Metric.WORK),
                value(result, Metric.WALL),
                value(result, Metric.CPU),
                value(result, Metric.PEAK),
                (int) result.counted().stream()
                        .filter(sample -> sample.figures().wallNs() != null)
                        .count(),
                StripPlot.render(result));
    }

    static Value value(TrialResult result, Metric metric) {
        Metric shown = metric == Metric.PEAK ? result.memoryMetric() : metric;
        Estimate estimate = result.typical().get(shown);
        Interval interval = estimate == null ? null : estimate.at95();
        return new Value(
                TypicalValueCell.of(result, metric),
                interval == null ? "" : NumberText.interval(shown.unit(), interval.low(), interval.high()),
                estimate == null ? "" : kind(result, shown, estimate));
    }

    private static String kind(TrialResult result, Metric shown, Estimate estimate) {
        String kind = ComparisonLabels.kind(estimate);
        return shown != Metric.TREE_PEAK
                ? kind
                : Sample.processes(result.counted()) + " processes together" + (kind.isEmpty() ? "" : ", " + kind);
    }
}
