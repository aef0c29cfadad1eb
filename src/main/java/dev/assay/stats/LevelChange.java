package dev.assay.stats;

import java.util.Arrays;

/**
 * Whether a series keeps its level: the cumulative sums of the deviations from its mean rank, which stay small as long as it does, and grow
 * where it steps, trends or wanders. The statistic is U of Buishand, J. Hydrol. 58 (1982) 11, of the ranks, so that spikes weigh no more than
 * other values: sum S_k^2 / (n (n + 1) D^2).
 *
 * @param count how many values there are, at least three
 * @param u the statistic; 0 when all are equal
 * @param at the index of the first value behind the largest cumulative sum: where the level changed, if it changed once
 */
public record LevelChange(int count, double u, int at) implements Check {
    private static final int FEWEST = 3;

    /** What 2.5 % of long series exceed: half of the 5 %, for a pair has two sides. */
    private static final double LIMIT = 0.5806;

    /** So much less, over n, in short ones: by simulation of 10 to 60 values. */
    private static final double SHORT = 0.8;

    /**
     * Looks at a series.
     *
     * @throws IllegalArgumentException if there are fewer than three values, or one is not finite
     */
    public static LevelChange of(double... series) {
        int n = SamplePreconditions.checked("a change of level", FEWEST, series).length;
        double sum = 0;
        double largest = -1;
        double squares = 0;
        double cumulative = 0;
        int at = 0;
        for (int k = 0; k < n; k++) {
            double deviation = rank(series, series[k]) - (n + 1) / 2.0;
            squares += deviation * deviation;
            cumulative += deviation;
            sum += cumulative * cumulative;
            if (k < n - 1 && Math.abs(cumulative) > largest) {
                largest = Math.abs(cumulative);
                at = k + 1;
            }
        }
        return new LevelChange(n, squares == 0 ? 0 : sum / ((n + 1) * squares), at);
    }

    /** Of equal values each has the mean of their ranks. */
    private static double rank(double[] series, double value) {
        long less = Arrays.stream(series).filter(other -> other < value).count();
        long equal = Arrays.stream(series).filter(other -> other == value).count();
        return less + (equal + 1) / 2.0;
    }

    /** What at most one series in forty exceeds that keeps its level. */
    public double threshold() {
        return LIMIT - SHORT / count;
    }

    @Override
    public boolean fires() {
        return u > threshold();
    }
}
