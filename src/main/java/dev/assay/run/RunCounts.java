package dev.assay.run;

import dev.assay.model.Metric;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.Trial;
import dev.assay.model.run.TrialId;
import dev.assay.plan.RunAllocation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often the trials of a workload run in a block, by the samples of its blocks before: the dearest once, and so all that cost nearly as
 * much; the others as often as {@link RunAllocation} says.
 */
final class RunCounts {
    private final BudgetUsage costs;
    private final Map<TrialId, List<Sample>> timed;

    private RunCounts(List<Sample> before) {
        costs = new BudgetUsage(before);
        timed = before.stream()
                .filter(sample -> sample.ok() && sample.mode() == SamplingMode.TIMING && value(sample) > 0)
                .collect(Collectors.groupingBy(Sample::trial));
    }

    /** The numbers of those trials that run more than once; none runs more than {@code most} times. */
    static Map<TrialId, Integer> of(List<Trial> group, List<Sample> before, int most) {
        return new RunCounts(before).of(group, most);
    }

    private Map<TrialId, Integer> of(List<Trial> group, int most) {
        TrialId dearest = null;
        for (Trial trial : group) {
            if (timed.containsKey(trial.id())
                    && (dearest == null || costs.expectedNs(trial.id()) > costs.expectedNs(dearest))) {
                dearest = trial.id();
            }
        }
        Map<TrialId, Integer> counts = new HashMap<>();
        if (dearest == null) {
            return counts;
        }
        for (Trial trial : group) {
            TrialId id = trial.id();
            int runs = timed.containsKey(id)
                    ? RunAllocation.runs(
                            costs.expectedNs(dearest), costs.expectedNs(id), spread(id) / spread(dearest), most)
                    : 1;
            if (runs > 1) {
                counts.put(id, runs);
            }
        }
        return counts;
    }

    /** That of the work time, or else of the wall time, for builds alike; not a number where too little counts. */
    private double spread(TrialId id) {
        List<Sample> counted = timed.getOrDefault(id, List.of()).stream()
                .filter(sample -> !sample.warmup())
                .toList();
        Metric metric = counted.stream().allMatch(sample -> value(sample, Metric.WORK) > 0) ? Metric.WORK : Metric.WALL;
        Map<Integer, Double> centers = new HashMap<>();
        counted.stream()
                .collect(Collectors.groupingBy(RunCounts::build))
                .forEach((build, samples) -> centers.put(build, median(samples, metric)));
        Map<Integer, List<Double>> blocks = new TreeMap<>();
        for (Sample sample : counted) {
            double log = Math.log(value(sample, metric)) - centers.getOrDefault(build(sample), 0.0);
            blocks.computeIfAbsent(sample.block(), block -> new ArrayList<>()).add(log);
        }
        return RunAllocation.spread(blocks.values().stream()
                .map(logs -> logs.stream().mapToDouble(Double::doubleValue).toArray())
                .toList());
    }

    private static int build(Sample sample) {
        return Objects.requireNonNullElse(sample.conditions().build(), 0);
    }

    private static double median(List<Sample> samples, Metric metric) {
        double[] logs = samples.stream()
                .mapToDouble(sample -> Math.log(value(sample, metric)))
                .sorted()
                .toArray();
        return (logs[(logs.length - 1) / 2] + logs[logs.length / 2]) / 2;
    }

    private static double value(Sample sample) {
        Long wallNs = sample.figures().wallNs();
        return wallNs == null ? 0 : wallNs;
    }

    private static double value(Sample sample, Metric metric) {
        Double value = sample.value(metric);
        return value == null ? 0 : value;
    }
}
