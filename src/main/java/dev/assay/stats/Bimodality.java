package dev.assay.stats;

import java.util.Arrays;

/**
 * Whether a sample falls into two heaps: the split into a lower and an upper part with the smallest sum of squares about the two means, each
 * part at least three values and 15 % of all, and how far apart they lie.
 *
 * @param count how many values there are
 * @param lower how many are in the lower part; 0 when there are too few for a split
 * @param lowerMean the mean of the lower part; NaN when there is no split
 * @param upperMean the mean of the upper part; NaN when there is no split
 * @param distance Ashman's D = sqrt 2 |mu1 - mu2| / sqrt(s1^2 + s2^2); infinite when neither part has a spread, 0 when all values are equal or
 *     there is no split. Ashman, Bird and Zepf, Astron. J. 108 (1994) 2348
 */
public record Bimodality(int count, int lower, double lowerMean, double upperMean, double distance) implements Check {
    private static final int FEWEST_A_SIDE = 3;
    private static final double SHARE_A_SIDE = 0.15;

    /** A split of one heap always looks like two, the more so the fewer values: by simulation, and straight lines between. */
    private static final int[] SIZES = {10, 20, 30, 50};

    private static final double[] CRITICAL = {7.5, 6.5, 5.2, 4.4};

    /**
     * The best split of a sample.
     *
     * @throws IllegalArgumentException if a value is not finite
     */
    public static Bimodality of(double... values) {
        double[] sorted = SamplePreconditions.checked("a split", 0, values).clone();
        Arrays.sort(sorted);
        int side = Math.max(FEWEST_A_SIDE, (int) Math.ceil(SHARE_A_SIDE * sorted.length));
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int split = side; split <= sorted.length - side; split++) {
            double squares = squares(sorted, 0, split) + squares(sorted, split, sorted.length);
            if (squares < least) {
                least = squares;
                best = split;
            }
        }
        return best == 0 ? new Bimodality(sorted.length, 0, Double.NaN, Double.NaN, 0) : split(sorted, best);
    }

    private static Bimodality split(double[] sorted, int at) {
        int n = sorted.length;
        double lowerMean = mean(sorted, 0, at);
        double upperMean = mean(sorted, at, n);
        double variances = squares(sorted, 0, at) / (at - 1) + squares(sorted, at, n) / (n - at - 1);
        double gap = upperMean - lowerMean;
        double distance = gap == 0 ? 0 : Math.sqrt(2) * gap / Math.sqrt(variances);
        return new Bimodality(n, at, lowerMean, upperMean, distance);
    }

    /** From the part's first value: equal values then have no spread at all. */
    private static double mean(double[] sorted, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += sorted[i] - sorted[from];
        }
        return sorted[from] + sum / (to - from);
    }

    private static double squares(double[] sorted, int from, int to) {
        double mean = mean(sorted, from, to);
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += (sorted[i] - mean) * (sorted[i] - mean);
        }
        return squares;
    }

    /** What the distance must exceed: 7.5 of 10 values down to 4.4 of 50 and more; of fewer than 10 none is enough. */
    public double threshold() {
        return count < SIZES[0] ? Double.POSITIVE_INFINITY : Interpolation.interpolate(count, SIZES, CRITICAL);
    }

    @Override
    public boolean fires() {
        return distance > threshold();
    }
}
