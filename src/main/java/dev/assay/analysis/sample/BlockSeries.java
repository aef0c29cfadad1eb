package dev.assay.analysis.sample;

import dev.assay.model.Metric;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.stats.BlockLocations;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The logarithms of one figure, by block.
 *
 * @param logs block to logarithm; empty when the figure was not recorded
 */
public record BlockSeries(SortedMap<Integer, Double> logs) {
    public static final BlockSeries EMPTY = new BlockSeries(new TreeMap<>());

    /**
     * The figures of the counted samples of a mode, several of a block as their {@link BlockLocations}. A figure of zero is below what its clock can tell: it has no logarithm, and leaving
     * only such processes out would make the typical value too large, so then there is no series.
     */
    public static BlockSeries of(List<Sample> counted, Metric metric, SamplingMode mode) {
        List<Sample> known = counted.stream()
                .filter(sample -> sample.mode() == mode && sample.value(metric) != null)
                .toList();
        boolean positive = known.stream().allMatch(sample -> value(sample, metric) > 0);
        return positive ? new BlockSeries(locations(known, metric).locations()) : EMPTY;
    }

    /**
     * The mean of the logarithms of each block, which a spike moves as far as it is large.
     *
     * @param counted as above, of one mode
     */
    public static BlockSeries means(List<Sample> counted, Metric metric) {
        boolean positive =
                counted.stream().allMatch(sample -> sample.value(metric) == null || value(sample, metric) > 0);
        return positive
                ? new BlockSeries(counted.stream()
                        .filter(sample -> sample.value(metric) != null)
                        .collect(Collectors.groupingBy(
                                Sample::block,
                                TreeMap::new,
                                Collectors.averagingDouble(sample -> Math.log(value(sample, metric))))))
                : EMPTY;
    }

    /**
     * What its builds add to the figures of a program of which blocks hold several; empty where blocks do not tell them apart.
     *
     * @param counted as above
     */
    static double[] buildEffects(List<Sample> counted, Metric metric) {
        List<Sample> known =
                counted.stream().filter(sample -> value(sample, metric) > 0).toList();
        return known.isEmpty() ? new double[0] : locations(known, metric).effects();
    }

    private static BlockLocations locations(List<Sample> known, Metric metric) {
        return BlockLocations.of(
                known.stream()
                        .mapToDouble(sample -> Math.log(value(sample, metric)))
                        .toArray(),
                known.stream().mapToInt(Sample::block).toArray(),
                known.stream()
                        .mapToInt(sample ->
                                Objects.requireNonNullElse(sample.conditions().build(), 0))
                        .toArray());
    }

    private static double value(Sample sample, Metric metric) {
        Double value = sample.value(metric);
        return value == null ? Double.NaN : value;
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

    /** This in those of its blocks alone. */
    public BlockSeries within(Set<Integer> blocks) {
        SortedMap<Integer, Double> some = new TreeMap<>(logs);
        some.keySet().retainAll(blocks);
        return new BlockSeries(some);
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
