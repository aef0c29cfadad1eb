package dev.assay.stats;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Cuts a series into stretches of one level each: the cuts that make the sum of squares about the stretches' means, and a penalty for each
 * stretch, the smallest. Jackson and others, IEEE Signal Process. Lett. 12 (2005) 105.
 *
 * <p>It sees the series through a median of three neighbors, so that a single spike is not a level of its own.
 */
final class ChangePoints {
    /** The shortest stretch. */
    static final int SHORTEST = 3;

    /**
     * The penalty of a stretch in units of the noise's variance times ln n. By simulation with normal noise it cuts 3 % of clean series of 10
     * values, 1.4 % of 20 and 0.3 % of 50, and finds a step of 3 standard deviations a quarter of the way in 73 %, and in 99.5 % of those of 50.
     */
    private static final double PENALTY = 6;

    private ChangePoints() {}

    /** Where each stretch of a series begins, 0 first; a series too short for a cut is one stretch. */
    static int[] starts(double... series) {
        int n = series.length;
        double noise = noise(series);
        if (n < 2 * SHORTEST || noise == 0) {
            return new int[] {0};
        }
        return cheapest(smooth(series), PENALTY * noise * noise * Math.log(n));
    }

    /** The standard deviation of neighbors about each other, which levels and single spikes hardly touch. */
    private static double noise(double[] series) {
        if (series.length < 2) {
            return 0;
        }
        double[] jumps = new double[series.length - 1];
        for (int i = 0; i < jumps.length; i++) {
            jumps[i] = Math.abs(series[i + 1] - series[i]);
        }
        double typical = Quantiles.median(jumps) / 0.6745;
        // Where most neighbors are equal, the others must tell.
        double mean = Arrays.stream(jumps).average().orElseThrow() * Math.sqrt(Math.PI / 2);
        return (typical > 0 ? typical : mean) / Math.sqrt(2);
    }

    private static double[] smooth(double[] series) {
        int last = series.length - 1;
        double[] smooth = new double[series.length];
        for (int i = 1; i < last; i++) {
            smooth[i] = middle(series[i - 1], series[i], series[i + 1]);
        }
        smooth[0] = smooth[1];
        smooth[last] = smooth[last - 1];
        return smooth;
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    /** The optimal partition: the best of the first n values ends with a stretch from some i, before which lies the best of the first i. */
    private static int[] cheapest(double[] values, double penalty) {
        int n = values.length;
        double[] sums = new double[n + 1];
        double[] squares = new double[n + 1];
        for (int i = 0; i < n; i++) {
            // From the first value, so that little is lost in the difference of large sums.
            double value = values[i] - values[0];
            sums[i + 1] = sums[i] + value;
            squares[i + 1] = squares[i] + value * value;
        }
        double[] cost = new double[n + 1];
        int[] from = new int[n + 1];
        Arrays.fill(cost, 1, n + 1, Double.POSITIVE_INFINITY);
        for (int end = SHORTEST; end <= n; end++) {
            for (int start = 0; start <= end - SHORTEST; start++) {
                double sum = sums[end] - sums[start];
                double whole = cost[start] + penalty + squares[end] - squares[start] - sum * sum / (end - start);
                if (whole < cost[end]) {
                    cost[end] = whole;
                    from[end] = start;
                }
            }
        }
        Deque<Integer> starts = new ArrayDeque<>();
        for (int end = n; end > 0; end = from[end]) {
            starts.addFirst(from[end]);
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }
}
