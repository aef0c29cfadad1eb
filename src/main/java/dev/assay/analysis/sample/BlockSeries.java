package dev.assay.analysis.sample;

import dev.assay.model.Metric;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The logarithms of one figure, by block.
 *
 * @param logs block to logarithm; empty when the figure was not recorded
 */
public record BlockSeries(SortedMap<Integer, Double> logs) {
    public static final BlockSeries EMPTY = new BlockSeries(new TreeMap<>());

    /**
     * The figures of the counted samples of a mode. A figure of zero is below what its clock can tell: it has no logarithm, and leaving
     * only such processes out would make the typical value too large, so then there is no series.
     */
    public static BlockSeries of(List<Sample> counted, Metric metric, SamplingMode mode) {
        SortedMap<Integer, Double> logs = new TreeMap<>();
        for (Sample sample : counted) {
            Double value = sample.mode() == mode ? sample.value(metric) : null;
            if (value != null) {
                if (!(value > 0)) {
                    return EMPTY;
                }
                logs.put(sample.block(), Math.log(value));
            }
        }
        return new BlockSeries(logs);
    }

    /** This less another in the blocks that both have. */
    public BlockSeries minus(BlockSeries other) {
        SortedMap<Integer, Double> differences = new TreeMap<>();
        logs.forEach((block, log) -> {
            Double subtrahend = other.logs.get(block);
            if (subtrahend != null) {
                differences.put(block, log - subtrahend);
            }
        });
        return new BlockSeries(differences);
    }

    /** This with every figure divided by the same number. */
    public BlockSeries dividedBy(double divisor) {
        SortedMap<Integer, Double> quotients = new TreeMap<>();
        logs.forEach((block, log) -> quotients.put(block, log - Math.log(divisor)));
        return new BlockSeries(quotients);
    }

    /** The same blocks with other figures, in their order. */
    public BlockSeries with(double... figures) {
        SortedMap<Integer, Double> others = new TreeMap<>();
        for (int block : logs.keySet()) {
            others.put(block, figures[others.size()]);
        }
        return new BlockSeries(others);
    }

    public boolean isEmpty() {
        return logs.isEmpty();
    }

    /** The figures of those blocks. */
    public double[] in(Set<Integer> blocks) {
        return values(blocks::contains);
    }

    /** The figures of all other blocks. */
    public double[] outside(Set<Integer> blocks) {
        return values(block -> !blocks.contains(block));
    }

    private double[] values(Predicate<Integer> wanted) {
        return logs.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .toArray();
    }

    public double[] values() {
        return logs.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
