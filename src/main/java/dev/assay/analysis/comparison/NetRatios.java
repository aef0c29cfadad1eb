package dev.assay.analysis.comparison;

import dev.assay.analysis.estimate.IndexedRecording;
import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.analysis.estimate.StartupCosts;
import dev.assay.analysis.sample.ComparisonPairs;
import dev.assay.analysis.sample.TrialSamples;
import dev.assay.model.Metric;
import dev.assay.model.result.Interval;
import dev.assay.model.result.SecondaryStatistics.NetRatio;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.TrialId;
import dev.assay.stats.Bounds;
import dev.assay.stats.StartupRatio;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Ratios of wall time, CPU time and peak memory less what starting a program costs. That is what the runtime's empty program costs, where the
 * run has measured it for both sides; else, and for programs that do nothing but start, what a native program costs that does nothing.
 */
final class NetRatios {
    private static final String STARTUP = "startup";

    private final IndexedRecording indexed;
    private final StartupCosts startUps;

    NetRatios(IndexedRecording indexed) {
        this.indexed = indexed;
        this.startUps = new StartupCosts(indexed);
    }

    /** The net ratio of a pair; null for other metrics, and where nothing is left to divide by. */
    @Nullable
    NetRatio compute(ComparisonPairs.Pair pair, Metric metric) {
        return switch (metric) {
            case WALL -> times(pair, metric);
            case CPU -> pair.baseline().losesCpu() || pair.contender().losesCpu() ? null : times(pair, metric);
            case PEAK -> peaks(pair);
            default -> null;
        };
    }

    /** What starting each side costs. */
    private record StartUp(String name, TrialSamples baseline, TrialSamples contender) {}

    private StartUp startUp(ComparisonPairs.Pair pair) {
        TrialId id = pair.baseline().id();
        TrialSamples baseline = startUps.find(id.runtime());
        TrialSamples contender = startUps.find(pair.contender().id().runtime());
        return baseline == null || contender == null || id.suite().equals(STARTUP)
                ? new StartUp(indexed.floor().id().workload(), indexed.floor(), indexed.floor())
                : new StartUp(StartupCosts.EMPTY, baseline, contender);
    }

    private @Nullable NetRatio times(ComparisonPairs.Pair pair, Metric metric) {
        StartUp startUp = startUp(pair);
        List<NavigableMap<Integer, Double>> costs = new ArrayList<>();
        for (TrialSamples each : List.of(pair.baseline(), startUp.baseline(), pair.contender(), startUp.contender())) {
            costs.add(costs(each, metric));
        }
        List<Integer> blocks = costs.get(0).keySet().stream()
                .filter(block -> costs.stream().allMatch(each -> each.containsKey(block)))
                .toList();
        if (blocks.isEmpty()) {
            return null;
        }
        StartupRatio ratio = StartupRatio.of(
                in(blocks, costs.get(0)), in(blocks, costs.get(1)), in(blocks, costs.get(2)), in(blocks, costs.get(3)));
        Double value = ratio.value();
        Bounds at95 = ratio.interval(95);
        return value == null
                ? null
                : new NetRatio(startUp.name(), value, at95 == null ? null : new Interval(at95.low(), at95.high()));
    }

    private static NavigableMap<Integer, Double> costs(TrialSamples trial, Metric metric) {
        NavigableMap<Integer, Double> costs = new TreeMap<>();
        for (Sample sample : trial.counted(SamplingMode.TIMING)) {
            Double value = sample.value(metric);
            if (value != null) {
                costs.put(sample.block(), value);
            }
        }
        return costs;
    }

    private static double[] in(List<Integer> blocks, NavigableMap<Integer, Double> costs) {
        return blocks.stream().mapToDouble(costs::get).toArray();
    }

    /** The worst case of all four, as far as each is known to lie between two ends. */
    private @Nullable NetRatio peaks(ComparisonPairs.Pair pair) {
        StartUp startUp = startUp(pair);
        Net above = Net.of(indexed, pair.baseline(), startUp.baseline());
        Net below = Net.of(indexed, pair.contender(), startUp.contender());
        if (above == null || below == null || !(below.value() > 0)) {
            return null;
        }
        Interval one = above.at95();
        Interval other = below.at95();
        // a numerator may be anything; with one that may lie below 0 the ratio is least where the denominator is
        Interval range = one == null || other == null || !(other.low() > 0)
                ? null
                : new Interval(
                        one.low() / (one.low() < 0 ? other.low() : other.high()),
                        one.high() / (one.high() < 0 ? other.high() : other.low()));
        return new NetRatio(startUp.name(), above.value() / below.value(), range);
    }

    /** What is left of a peak. */
    private record Net(double value, @Nullable Interval at95) {
        static @Nullable Net of(IndexedRecording indexed, TrialSamples trial, TrialSamples startUp) {
            boolean alike = trial.counted(SamplingMode.MEMORY).isEmpty()
                    == startUp.counted(SamplingMode.MEMORY).isEmpty();
            if (!alike || trial.isTree() || startUp.isTree()) {
                return null;
            }
            LogEstimate whole = indexed.typical(trial, Metric.PEAK);
            LogEstimate start = indexed.typical(startUp, Metric.PEAK);
            if (whole == null || start == null) {
                return null;
            }
            Interval one = whole.toEstimate().at95();
            Interval other = start.toEstimate().at95();
            return new Net(
                    Math.exp(whole.value()) - Math.exp(start.value()),
                    one == null || other == null
                            ? null
                            : new Interval(one.low() - other.high(), one.high() - other.low()));
        }
    }
}
