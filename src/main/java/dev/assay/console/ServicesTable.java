package dev.assay.console;

import dev.assay.chart.ComparisonLabels;
import dev.assay.model.Metric;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.Interval;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.TrialResult;
import dev.assay.text.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What servers can do: how many requests a second they answer, and within which time 99 % of the answers came at a fixed rate. */
final class ServicesTable {
    static final String TITLE = "Services: requests per second, and 99th percentile of latency, [95 % interval]";
    private static final String REQUESTS = "requests per second";

    /** Short names, so that two servers stand side by side on a terminal of 80 columns. */
    private static final List<Map.Entry<String, Metric>> OF_A_SERVER = List.of(
            Map.entry("requests", Metric.RATE),
            Map.entry("latency p50", Metric.LATENCY_P50),
            Map.entry("latency p99", Metric.LATENCY_P99),
            Map.entry("latency p99.9", Metric.LATENCY_P999),
            Map.entry("CPU per request", Metric.REQUEST_CPU),
            Map.entry("memory, idle", Metric.IDLE_PEAK),
            Map.entry("memory, loaded", Metric.PEAK),
            Map.entry("first answer", Metric.FIRST_ANSWER));

    private static final int PROGRAM = 16;
    private static final int RATE = 26;
    private static final int INDENT = 4;

    private ServicesTable() {}

    /** Its lines on a console of some width; none where nothing that was measured is a server. */
    static List<String> lines(int width, RunResult result) {
        Map<String, List<List<String>>> byWorkload = new LinkedHashMap<>();
        for (TrialResult trial : result.trials()) {
            if (trial.trial().service() && trial.status() == TrialResult.Status.OK) {
                byWorkload
                        .computeIfAbsent(trial.trial().id().workload(), workload -> new ArrayList<>())
                        .add(List.of(
                                ComparisonLabels.name(trial.trial().id()),
                                value(trial, Metric.RATE),
                                value(trial, Metric.LATENCY_P99)));
            }
        }
        Columns columns = new Columns(
                width,
                INDENT,
                byWorkload.values().stream().flatMap(List::stream).toList(),
                PROGRAM,
                RATE);
        List<String> lines = new ArrayList<>();
        byWorkload.forEach((workload, rows) -> {
            lines.add("  " + workload);
            rows.forEach(row -> lines.addAll(columns.lines(row)));
        });
        return lines;
    }

    /** The figures of two servers of a user's side by side: their names, then a row for each metric. */
    static List<List<String>> pair(List<TrialResult> servers) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.concat(
                        Stream.of("Servers"),
                        servers.stream()
                                .map(server ->
                                        ComparisonLabels.name(server.trial().id())))
                .toList());
        for (Map.Entry<String, Metric> row : OF_A_SERVER) {
            Metric metric = row.getValue();
            if (servers.stream().anyMatch(server -> server.typical().containsKey(metric))) {
                rows.add(Stream.concat(
                                Stream.of("  " + row.getKey()), servers.stream().map(server -> value(server, metric)))
                        .toList());
            }
        }
        return rows;
    }

    /** The metric's name in a comparison of servers: all their requests together take the time in which one is answered. */
    static String title(Metric metric) {
        return metric == Metric.WORK ? REQUESTS : metric.title();
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
