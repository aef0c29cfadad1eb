package dev.assay.report;

import dev.assay.chart.ComparisonLabels;
import dev.assay.model.Metric;
import dev.assay.model.result.TrialResult;
import dev.assay.model.run.TrialId;
import dev.assay.report.TrialRow.Value;
import java.util.List;

/**
 * What a server can do, as a row.
 *
 * @param workload its workload
 * @param name the program
 * @param ink its style
 * @param cells the figures, in the order of {@link #TITLES}
 */
public record ServiceRow(String workload, String name, String ink, List<Value> cells) {
    /** What the figures are. */
    public static final List<String> TITLES = List.of(
            "Requests per second",
            "Median latency",
            "99th percentile",
            "99.9th percentile",
            "CPU time per request",
            "First answer",
            "Memory before load",
            "Memory");

    private static final List<Metric> METRICS = List.of(
            Metric.RATE,
            Metric.LATENCY_P50,
            Metric.LATENCY_P99,
            Metric.LATENCY_P999,
            Metric.REQUEST_CPU,
            Metric.FIRST_ANSWER,
            Metric.IDLE_PEAK,
            Metric.PEAK);

    /** Those of the trials that are servers and worked. */
    public static List<ServiceRow> of(List<TrialResult> trials) {
        return trials.stream()
                .filter(trial -> trial.trial().service() && trial.status() == TrialResult.Status.OK)
                .map(ServiceRow::of)
                .toList();
    }

    private static ServiceRow of(TrialResult trial) {
        TrialId id = trial.trial().id();
        return new ServiceRow(
                id.workload(),
                ComparisonLabels.name(id),
                ComparisonLabels.ink(id).toString(),
                METRICS.stream().map(metric -> TrialRow.value(trial, metric)).toList());
    }
}
