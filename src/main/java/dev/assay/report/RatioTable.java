package dev.assay.report;

import dev.assay.chart.ComparisonFilter;
import dev.assay.chart.ComparisonLabels;
import dev.assay.model.Comparison;
import dev.assay.model.ComparisonSide;
import dev.assay.model.Interval;
import dev.assay.model.RunResult;
import dev.assay.model.Runtime;
import dev.assay.model.Summary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The overview of two runtimes: a row for each workload and one for each suite.
 *
 * @param caption what is compared
 * @param first whose cost stands above the line
 * @param second whose cost stands below it
 * @param counts how many workloads went which way
 * @param rows the workloads
 * @param suites the suites' geometric means
 */
public record RatioTable(
        String caption, String first, String second, String counts, List<RatioRow> rows, List<SuiteRow> suites) {
    /**
     * A suite's mean.
     *
     * @param suite the suite
     * @param metric what is compared
     * @param workloads how many it is the mean of
     * @param ratio the geometric mean
     * @param interval the 95 % interval for these workloads, and what it is where it is none of confidence
     * @param general the 95 % interval for workloads in general
     */
    public record SuiteRow(String suite, String metric, int workloads, String ratio, String interval, String general) {}

    public static Optional<RatioTable> of(RunResult result, Runtime first, Runtime second) {
        List<Comparison> pairs = ComparisonFilter.speed(result, first, second);
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        List<SuiteRow> suites = result.summaries().stream()
                .filter(summary -> primary(summary.baseline(), first) && primary(summary.contender(), second))
                .map(RatioTable::suite)
                .toList();
        return Optional.of(new RatioTable(
                first.title() + " over " + second.title() + ", typical values",
                first.title(),
                second.title(),
                counts(pairs),
                pairs.stream().map(pair -> RatioRow.of(result, pair)).toList(),
                suites));
    }

    private static boolean primary(ComparisonSide side, Runtime runtime) {
        return side.runtime() == runtime && side.primary();
    }

    private static SuiteRow suite(Summary summary) {
        String kind = ComparisonLabels.kind(summary.estimate());
        Interval general = summary.general();
        return new SuiteRow(
                summary.suite(),
                summary.metric().title(),
                summary.workloads().size(),
                summary.estimate().ratio().value(),
                RatioRow.interval(summary.estimate()) + (kind.isEmpty() ? "" : " (" + kind + ")"),
                general == null
                        ? "–"
                        : Interval.ratio(summary.estimate().value(), general).interval());
    }

    private static String counts(List<Comparison> pairs) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Comparison pair : pairs) {
            counts.merge(ComparisonLabels.verdict(pair), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(" · "));
    }

    public boolean hasSuites() {
        return !suites.isEmpty();
    }
}
