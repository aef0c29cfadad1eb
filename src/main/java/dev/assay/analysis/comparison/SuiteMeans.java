package dev.assay.analysis.comparison;

import dev.assay.analysis.estimate.IndexedRecording;
import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.analysis.sample.ComparisonPairs;
import dev.assay.model.Metric;
import dev.assay.model.catalog.ComparisonSide;
import dev.assay.model.catalog.RuntimePair;
import dev.assay.model.catalog.Workload;
import dev.assay.model.result.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The geometric means of the primary pairs over each suite, with one thread. A workload of which one side has no figures is omitted. */
public final class SuiteMeans {
    private static final List<Metric> METRICS = List.of(Metric.WORK, Metric.WALL, Metric.CPU, Metric.PEAK);

    private SuiteMeans() {}

    /** The means of every suite, metric and pair that has any figures. */
    public static List<Summary> compute(IndexedRecording indexed) {
        List<Summary> summaries = new ArrayList<>();
        List<String> suites = indexed.header().workloads().stream()
                .map(Workload::suite)
                .distinct()
                .toList();
        for (String suite : suites) {
            for (RuntimePair pair : RuntimePair.headlines()) {
                List<ComparisonSide> sides =
                        List.of(ComparisonSide.primary(pair.baseline()), ComparisonSide.primary(pair.contender()));
                for (Metric metric : METRICS) {
                    Map<String, LogEstimate> readings = readings(indexed, suite, sides, metric);
                    if (!readings.isEmpty()) {
                        summaries.add(summary(suite, sides, metric, readings));
                    }
                }
            }
        }
        return summaries;
    }

    private static Map<String, LogEstimate> readings(
            IndexedRecording indexed, String suite, List<ComparisonSide> sides, Metric metric) {
        Map<String, LogEstimate> readings = new TreeMap<>();
        for (ComparisonPairs.Pair pair : indexed.pairs()) {
            boolean wanted = pair.baseline().id().suite().equals(suite)
                    && pair.baseline().id().isOn(sides.get(0), 1)
                    && pair.contender().id().isOn(sides.get(1), 1);
            LogEstimate reading = wanted ? indexed.ratio(pair.baseline(), pair.contender(), metric) : null;
            if (reading != null) {
                readings.put(pair.baseline().id().workload(), reading);
            }
        }
        return readings;
    }

    private static Summary summary(
            String suite, List<ComparisonSide> sides, Metric metric, Map<String, LogEstimate> readings) {
        List<LogEstimate> values = List.copyOf(readings.values());
        return new Summary(
                suite,
                metric,
                sides.get(0),
                sides.get(1),
                List.copyOf(readings.keySet()),
                LogEstimate.ofFixedSet(values).toEstimate(),
                values.size() < 2
                        ? null
                        : LogEstimate.exp(LogEstimate.ofSample(values).interval(95)));
    }
}
