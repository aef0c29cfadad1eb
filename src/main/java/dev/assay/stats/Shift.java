package dev.assay.stats;

import org.jspecify.annotations.Nullable;

/**
 * The Hodges-Lehmann estimate of the difference of two independent samples: the median of all x_i - y_j, with intervals and p-values from
 * the distribution of the rank sum.
 *
 * <p>For what was not interleaved, such as two runs of another day: with logarithms it is the typical ratio of one process of the first kind
 * to one of the second. It takes both samples for independent draws of two distributions that differ by a shift; drift between the two is
 * part of what it estimates. Exchanging the samples negates the estimate and both interval ends to the last bit. Hodges and Lehmann, Ann.
 * Math. Statist. 34 (1963) 598; Hollander, Wolfe and Chicken, sections 4.2 and 4.3.
 */
public final class Shift implements IntervalEstimate {
    private final int degreesOfFreedom;
    private final PairwiseOrderStatistic differences;

    private Shift(int degreesOfFreedom, PairwiseOrderStatistic differences) {
        this.degreesOfFreedom = degreesOfFreedom;
        this.differences = differences;
    }

    /**
     * How far the first sample lies above the second.
     *
     * @throws IllegalArgumentException if a sample is empty, or a value is not finite
     */
    public static Shift of(double[] first, double[] second) {
        int m = SamplePreconditions.checked("a shift", 1, first).length;
        int n = SamplePreconditions.checked("a shift", 1, second).length;
        return new Shift(
                m + n - 2, new PairwiseOrderStatistic(new PairwiseDifferences(first, second), RankSum.of(m, n)));
    }

    @Override
    public double value() {
        return differences.median();
    }

    @Override
    public @Nullable Bounds interval(double level) {
        return differences.interval(level);
    }

    @Override
    public double pAbove(double threshold) {
        return differences.pAbove(threshold);
    }

    @Override
    public double pBelow(double threshold) {
        return differences.pBelow(threshold);
    }

    @Override
    public @Nullable Mean mean() {
        return degreesOfFreedom == 0 ? null : differences.mean(degreesOfFreedom);
    }
}
