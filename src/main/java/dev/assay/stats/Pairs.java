package dev.assay.stats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A location that is the median of many pairs' values, such as Walsh averages, with the interval and the p-values that come from counting
 * them.
 *
 * <p>A pair that equals the threshold counts against the alternative, so a p-value is at most alpha / 2 exactly when the interval's end lies
 * beyond the threshold, with ties too.
 */
final class Pairs {
    private final double[] sorted;
    private final RankDistribution distribution;

    /** The pairs of a statistic; the array is sorted in place and kept. */
    Pairs(double[] values, RankDistribution distribution) {
        Arrays.sort(values);
        this.sorted = values;
        this.distribution = distribution;
    }

    double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    @Nullable
    Bounds interval(int level) {
        int depth = distribution.depth(level);
        return depth == 0 ? null : new Bounds(sorted[depth - 1], sorted[sorted.length - depth]);
    }

    double pAbove(double threshold) {
        return distribution.atMost(atMost(sorted, threshold));
    }

    double pBelow(double threshold) {
        return distribution.atMost(sorted.length - below(sorted, threshold));
    }

    /** The estimate with half the width of its 95 % interval as so many standard errors of Student's t; null when there is none. */
    @Nullable
    Mean mean(double degreesOfFreedom) {
        Bounds bounds = interval(95);
        if (bounds == null) {
            return null;
        }
        double error = (bounds.high() - bounds.low()) / (2 * Levels.studentQuantile(95, degreesOfFreedom));
        return new Mean(median(), error, degreesOfFreedom);
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
