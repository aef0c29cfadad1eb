package dev.assay.analysis.estimate;

import dev.assay.analysis.sample.BlockSeries;
import dev.assay.stats.Quantiles;
import java.util.Arrays;
import java.util.List;

/**
 * What all others did that ran in the same blocks: their mean, in which each counts by its precision, the reciprocal of its noise's square. Of all
 * weights that sum to 1 these add the least noise of their own.
 */
final class PeerReference {
    /** No program is steadier than that. */
    private static final double LEAST = 0.001;

    private static final int FEWEST = 2;

    private PeerReference() {}

    /**
     * A series in relation to that mean.
     *
     * @param side logarithms by block
     * @param peers the same of others; those that lack one of its blocks do not count, for without them the mean would have another level there
     * @return empty when none counts
     */
    static BlockSeries relative(BlockSeries side, List<BlockSeries> peers) {
        List<BlockSeries> whole =
                peers.stream().filter(peer -> peer.covers(side)).toList();
        if (whole.isEmpty() || side.size() < FEWEST) {
            return BlockSeries.EMPTY;
        }
        double[] weighted = new double[side.size()];
        double all = 0;
        for (BlockSeries peer : whole) {
            double weight = 1 / square(noise(peer));
            double[] values = peer.within(side).values();
            for (int i = 0; i < weighted.length; i++) {
                weighted[i] += weight * values[i];
            }
            all += weight;
        }
        double sum = all;
        return side.minus(
                side.with(Arrays.stream(weighted).map(value -> value / sum).toArray()));
    }

    /** The typical distance of a block from the one before it, which neither a step nor a drift enlarges. */
    private static double noise(BlockSeries series) {
        double[] values = series.values();
        double[] moved = new double[values.length - 1];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = Math.abs(values[i + 1] - values[i]);
        }
        return Math.max(LEAST, Quantiles.median(moved));
    }

    private static double square(double value) {
        return value * value;
    }
}
