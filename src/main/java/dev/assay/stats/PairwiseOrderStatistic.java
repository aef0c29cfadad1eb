package dev.assay.stats;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A location that is the median of many pairs' values, such as Walsh averages, with the interval and the p-values that come from counting
 * them.
 *
 * <p>A pair that equals the threshold counts against the alternative, so a p-value is at most alpha / 2 exactly when the interval's end lies
 * beyond the threshold, with ties too.
 *
 * <p>The pairs are not all listed: n observations have n (n + 1) / 2 of them, but how many lie below a threshold takes n steps to count. So
 * the k-th smallest is looked for in a range that is halved until it holds few, which are listed. Where many are equal, the range shrinks to
 * a single number of floating point.
 */
final class PairwiseOrderStatistic {
    /** So many pairs are listed sooner than counted once more. */
    private static final int FEW = 64;

    /** So often a range is halved by value; then by its numbers of floating point, of which there are 2^64 at most. */
    private static final int BY_VALUE = 16;

    private final Counts counts;
    private final RankDistribution distribution;
    private final double median;
    private final Map<Integer, Bounds> known = new ConcurrentHashMap<>();

    /** How many pairs lie where. */
    interface Counts {
        /** How many are at most the threshold. */
        int atMost(double threshold);

        /** How many are below the threshold. */
        int below(double threshold);

        /** Those that are above the first number and at most the second. */
        double[] between(double above, double most);

        /** The smallest. */
        double smallest();

        /** The largest. */
        double largest();
    }

    /** The pairs of a statistic. */
    PairwiseOrderStatistic(Counts counts, RankDistribution distribution) {
        this.counts = counts;
        this.distribution = distribution;
        int number = distribution.largest();
        double lower = select((number + 1) / 2);
        this.median = number % 2 == 1 ? lower : (lower + select(number / 2 + 1)) / 2;
    }

    double median() {
        return median;
    }

    @Nullable
    Bounds interval(double level) {
        int depth = distribution.depth(level);
        return depth == 0
                ? null
                : known.computeIfAbsent(depth, k -> new Bounds(select(k), select(distribution.largest() + 1 - k)));
    }

    double pAbove(double threshold) {
        return distribution.atMost(counts.atMost(threshold));
    }

    double pBelow(double threshold) {
        return distribution.atMost(distribution.largest() - counts.below(threshold));
    }

    /** The estimate with half the width of its 95 % interval as that many standard errors of Student's t; null when there is none. */
    @Nullable
    Mean mean(double degreesOfFreedom) {
        Bounds bounds = interval(95);
        if (bounds == null) {
            return null;
        }
        double error = (bounds.high() - bounds.low()) / (2 * ConfidenceLevels.studentQuantile(95, degreesOfFreedom));
        return new Mean(median(), error, degreesOfFreedom);
    }

    /** The k-th smallest pair, from 1. */
    private double select(int k) {
        double low = Math.nextDown(counts.smallest());
        double high = counts.largest();
        int below = 0;
        int most = distribution.largest();
        for (int step = 0; most - below > FEW && Math.nextUp(low) < high; step++) {
            double middle = step < BY_VALUE ? low / 2 + high / 2 : middleNumber(low, high);
            int count = counts.atMost(middle);
            if (count >= k) {
                high = middle;
                most = count;
            } else {
                low = middle;
                below = count;
            }
        }
        // 0.0 where it would be -0.0
        return (most - below > FEW ? high : listed(low, high)[k - below - 1]) + 0.0;
    }

    private double[] listed(double above, double most) {
        double[] pairs = counts.between(above, most);
        Arrays.sort(pairs);
        return pairs;
    }

    private static double middleNumber(double low, double high) {
        long first = ordered(low);
        long last = ordered(high);
        // the mean of both, rounded down, without overflow
        return number((first & last) + ((first ^ last) >> 1));
    }

    /** Whole numbers in the order of the floating-point numbers they stand for. */
    private static long ordered(double value) {
        return turned(Double.doubleToLongBits(value + 0.0));
    }

    private static double number(long ordered) {
        return Double.longBitsToDouble(turned(ordered));
    }

    /** Negative numbers grow with the bits behind their sign: turned over, they fall. Twice turned is as before. */
    private static long turned(long bits) {
        return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
    }

    /** How many values of a sorted array lie at or below a threshold. */
    static int atMost(double[] sorted, double threshold) {
        return count(sorted, threshold, true);
    }

    /** How many values of a sorted array lie below a threshold. */
    static int below(double[] sorted, double threshold) {
        return count(sorted, threshold, false);
    }

    private static int count(double[] sorted, double threshold, boolean withEqual) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            // not Double.compare: -0.0 and 0.0 are one value
            if (withEqual ? sorted[middle] <= threshold : sorted[middle] < threshold) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
