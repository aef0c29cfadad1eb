package dev.assay.report;

import dev.assay.chart.ComparisonFilter;
import dev.assay.chart.ComparisonLabels;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.RuntimePair;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Interval;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.Summary;
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

    /** The tables of the headline pairs that were measured. */
    public static List<RatioTable> headlines(RunResult result) {
        return RuntimePair.headlines().stream()
                .flatMap(pair -> of(result, pair).stream())
                .toList();
    }

    private static Optional<RatioTable> of(RunResult result, RuntimePair pair) {
        Runtime first = pair.baseline();
        Runtime second = pair.contender();
        List<Comparison> pairs = ComparisonFilter.speed(result, first, second);
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        List<SuiteRow> suites = result.summaries().stream()
                .filter(summary -> pair.primary(summary.baseline(), summary.contender()))
                .map(RatioTable::suite)
                .toList();
        return Optional.of(new RatioTable(
                first.title() + " over " + second.title() + ", typical values",
                first.title(),
                second.title(),
                counts(pairs),
                pairs.stream().map(each -> RatioRow.of(result, each)).toList(),
                suites));
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
