package dev.assay.analysis;

import dev.assay.model.Metric;
import dev.assay.model.Runtime;
import dev.assay.model.Side;
import dev.assay.model.Summary;
import dev.assay.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The geometric means of the primary pairs over each suite, with one thread. A workload of which one side has no figures is left out. */
final class Summaries {
    private static final List<Metric> METRICS = List.of(Metric.WORK, Metric.WALL, Metric.CPU, Metric.PEAK);
    private static final List<List<Side>> SIDES = List.of(
            List.of(Side.primary(Runtime.PYTHON), Side.primary(Runtime.RUST)),
            List.of(Side.primary(Runtime.RUST), Side.primary(Runtime.C)));

    private Summaries() {}

    /** The means of every suite, metric and pair that has any figures. */
    static List<Summary> of(IndexedRecording indexed) {
        List<Summary> summaries = new ArrayList<>();
        List<String> suites = indexed.header().workloads().stream()
                .map(Workload::suite)
                .distinct()
                .toList();
        for (String suite : suites) {
            for (List<Side> sides : SIDES) {
                for (Metric metric : METRICS) {
                    Map<String, Reading> readings = readings(indexed, suite, sides, metric);
                    if (!readings.isEmpty()) {
                        summaries.add(summary(suite, sides, metric, readings));
                    }
                }
            }
        }
        return summaries;
    }

    private static Map<String, Reading> readings(
            IndexedRecording indexed, String suite, List<Side> sides, Metric metric) {
        Map<String, Reading> readings = new TreeMap<>();
        for (Pairs.Pair pair : indexed.pairs()) {
            boolean wanted = pair.baseline().id().suite().equals(suite)
                    && pair.baseline().id().isOn(sides.get(0), 1)
                    && pair.contender().id().isOn(sides.get(1), 1);
            Reading reading = wanted ? indexed.ratio(pair.baseline(), pair.contender(), metric) : null;
            if (reading != null) {
                readings.put(pair.baseline().id().workload(), reading);
            }
        }
        return readings;
    }

    private static Summary summary(String suite, List<Side> sides, Metric metric, Map<String, Reading> readings) {
        List<Reading> values = List.copyOf(readings.values());
        return new Summary(
                suite,
                metric,
                sides.get(0),
                sides.get(1),
                List.copyOf(readings.keySet()),
                Reading.ofFixedSet(values).toEstimate(),
                values.size() < 2 ? null : Reading.exp(Reading.ofSample(values).interval(95)));
    }
}
