package dev.assay.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Whether a series drifts: Kendall's rank correlation with the index, and the slope of Theil and Sen.
 *
 * @param tau Kendall's tau-b between index and value, -1 to 1; 0 when all are equal
 * @param p its two-sided p-value: exact up to {@value #EXACT} different values, else from the normal approximation with its correction for ties
 * @param slope the median of the slopes between all pairs, per block. Sen, J. Am. Statist. Assoc. 63 (1968) 1379
 */
public record Trend(double tau, double p, double slope) implements Check {
    private static final double LEVEL = 0.01;
    private static final int EXACT = 100;
    private static final int FEWEST = 2;

    /**
     * The trend of a series.
     *
     * @throws IllegalArgumentException if there are fewer than two values, or one is not finite
     */
    public static Trend of(double... series) {
        return withoutSlope(series).with(slope(series));
    }

    /**
     * The trend of a series, if it fires, else null. Few series drift, and to find the slope takes longer than all else.
     *
     * @throws IllegalArgumentException if there are fewer than two values, or one is not finite
     */
    public static @Nullable Trend found(double... series) {
        Trend trend = withoutSlope(series);
        return trend.fires() ? trend.with(slope(series)) : null;
    }

    private Trend with(double found) {
        return new Trend(tau, p, found);
    }

    private static Trend withoutSlope(double... series) {
        int n = SamplePreconditions.checked("a trend", FEWEST, series).length;
        int pairs = n * (n - 1) / 2;
        int balance = 0;
        int tied = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double rise = series[j] - series[i];
                balance += (rise > 0 ? 1 : 0) - (rise < 0 ? 1 : 0);
                tied += rise == 0 ? 1 : 0;
            }
        }
        double tau = tied == pairs ? 0 : balance / Math.sqrt((double) pairs * (pairs - tied));
        double p = tied == 0 && n <= EXACT ? exact(n, pairs, balance) : normal(series, balance);
        return new Trend(tau, p, 0);
    }

    private static double slope(double... series) {
        int n = series.length;
        double[] slopes = new double[n * (n - 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[next++] = (series[j] - series[i]) / (j - i);
            }
        }
        return Quantiles.median(slopes);
    }

    private static double exact(int n, int pairs, int balance) {
        int fewer = (pairs - Math.abs(balance)) / 2;
        return Math.min(1, 2 * Inversions.of(n).atMost(fewer));
    }

    /** Kendall and Gibbons, Rank Correlation Methods, 5th ed., chapter 4. */
    private static double normal(double[] series, int balance) {
        double variance = terms(series.length);
        double[] sorted = series.clone();
        Arrays.sort(sorted);
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[start]) {
                variance -= terms(i - start);
                start = i;
            }
        }
        double z = balance == 0 ? 0 : Math.abs(balance) / Math.sqrt(variance / 18);
        return Math.min(1, 2 * NormalDistribution.of(0, 1).survivalProbability(z));
    }

    private static double terms(double size) {
        return size * (size - 1) * (2 * size + 5);
    }

    @Override
    public boolean fires() {
        return p < LEVEL;
    }

    /** The series without the slope, turned about its middle, so that its location stays where it was. */
    public double[] removeFrom(double... series) {
        double middle = (series.length - 1) / 2.0;
        double[] level = new double[series.length];
        for (int i = 0; i < series.length; i++) {
            level[i] = series[i] - slope * (i - middle);
        }
        return level;
    }
}
