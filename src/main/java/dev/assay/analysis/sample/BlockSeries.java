package dev.assay.analysis.sample;

import dev.assay.model.Metric;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.stats.BlockLocations;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The logarithms of one figure, by block; empty when the figure was not recorded. */
public final class BlockSeries {
    public static final BlockSeries EMPTY = new BlockSeries(new int[0], new double[0]);

    /** Ascending. */
    private final int[] blocks;

    private final double[] logs;

    private BlockSeries(int[] blocks, double[] logs) {
        this.blocks = blocks;
        this.logs = logs;
    }

    /** A series of logarithms by their block. */
    public static BlockSeries of(SortedMap<Integer, Double> logs) {
        return new BlockSeries(
                logs.keySet().stream().mapToInt(Integer::intValue).toArray(),
                logs.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * The figures of the counted samples of a mode, several of a block as their {@link BlockLocations}. A figure of zero is below what its clock can tell: it has no logarithm, and leaving
     * only such processes out would make the typical value too large, so then there is no series.
     */
    public static BlockSeries of(List<Sample> counted, Metric metric, SamplingMode mode) {
        List<Sample> known = counted.stream()
                .filter(sample -> sample.mode() == mode && sample.value(metric) != null)
                .toList();
        if (!known.stream().allMatch(sample -> value(sample, metric) > 0)) {
            return EMPTY;
        }
        BlockLocations found = locations(known, metric);
        return new BlockSeries(found.blocks(), found.locations());
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
                ? of(counted.stream()
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

    /** Its blocks, ascending. */
    public int[] blocks() {
        return blocks.clone();
    }

    /** The figures in the order of the blocks. */
    public double[] values() {
        return logs.clone();
    }

    public int size() {
        return blocks.length;
    }

    public boolean isEmpty() {
        return blocks.length == 0;
    }

    /** Whether it has a figure in each block in which another has one. */
    public boolean covers(BlockSeries other) {
        return IntStream.of(other.blocks).allMatch(this::has);
    }

    private boolean has(int block) {
        return Arrays.binarySearch(blocks, block) >= 0;
    }

    /** This less another in the blocks that both have. */
    public BlockSeries minus(BlockSeries other) {
        if (Arrays.equals(blocks, other.blocks)) {
            double[] differences = values();
            Arrays.setAll(differences, i -> logs[i] - other.logs[i]);
            return new BlockSeries(blocks, differences);
        }
        BlockSeries common = within(other);
        return common.minus(other.within(common));
    }

    /** This with every figure divided by the same number. */
    public BlockSeries dividedBy(double divisor) {
        double log = Math.log(divisor);
        return new BlockSeries(
                blocks, Arrays.stream(logs).map(value -> value - log).toArray());
    }

    /** The same blocks with other figures, in their order. */
    public BlockSeries with(double... figures) {
        return new BlockSeries(blocks, Arrays.copyOf(figures, blocks.length));
    }

    /** This in the blocks of another alone. */
    public BlockSeries within(BlockSeries other) {
        return other.covers(this)
                ? this
                : new BlockSeries(IntStream.of(blocks).filter(other::has).toArray(), values(other::has));
    }

    /** The figures of those blocks. */
    public double[] in(Set<Integer> wanted) {
        return values(wanted::contains);
    }

    /** The figures of all other blocks. */
    public double[] outside(Set<Integer> unwanted) {
        return values(block -> !unwanted.contains(block));
    }

    private double[] values(IntPredicate wanted) {
        return IntStream.range(0, blocks.length)
                .filter(i -> wanted.test(blocks[i]))
                .mapToDouble(i -> logs[i])
                .toArray();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BlockSeries series
                && Arrays.equals(blocks, series.blocks)
                && Arrays.equals(logs, series.logs);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(blocks) + Arrays.hashCode(logs);
    }

    @Override
    public String toString() {
        return IntStream.range(0, blocks.length)
                .mapToObj(i -> blocks[i] + "=" + logs[i])
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
