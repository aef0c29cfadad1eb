package dev.assay.console;

import dev.assay.chart.ComparisonLabels;
import dev.assay.model.Metric;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.Interval;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.TrialResult;
import dev.assay.text.NumberText;
import java.util.ArrayList;
import java.util.List;

/** What servers can do: how many requests a second they answer, and within which time 99 % of the answers came at a fixed rate. */
final class ServicesTable {
    static final String TITLE = "Services: requests per second, and 99th percentile of latency, [95 % interval]";
    private static final int WORKLOAD = 13;
    private static final int PROGRAM = 18;
    private static final int RATE = 26;
    private static final int INDENT = 2;

    private ServicesTable() {}

    /** Its lines on a console of some width; none where nothing that was measured is a server. */
    static List<String> lines(int width, RunResult result) {
        List<List<String>> rows = new ArrayList<>();
        for (TrialResult trial : result.trials()) {
            if (trial.trial().service() && trial.status() == TrialResult.Status.OK) {
                rows.add(List.of(
                        trial.trial().id().workload(),
                        ComparisonLabels.name(trial.trial().id()),
                        value(trial, Metric.RATE),
                        value(trial, Metric.LATENCY_P99)));
            }
        }
        Columns columns = new Columns(width, INDENT, rows, WORKLOAD, PROGRAM, RATE);
        return rows.stream().flatMap(row -> columns.lines(row).stream()).toList();
    }

    private static String value(TrialResult trial, Metric metric) {
        Estimate estimate = trial.typical().get(metric);
        if (estimate == null) {
            return "–";
        }
        Interval interval = estimate.at95();
        return NumberText.value(metric.unit(), estimate.value())
                + (interval == null ? "" : " " + NumberText.interval(metric.unit(), interval.low(), interval.high()));
    }
}
