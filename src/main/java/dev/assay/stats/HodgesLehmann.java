package dev.assay.stats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The Hodges-Lehmann estimate of a location: the median of the Walsh averages (x_i + x_j) / 2, i &lt;= j, with intervals and p-values from
 * the signed-rank distribution.
 *
 * <p>For paired log ratios it estimates the pseudo-median, the typical ratio: a single spike moves it little. Its p-values count Walsh
 * averages, and one that equals the threshold counts against the alternative; so a p-value is at most alpha / 2 exactly when the interval's
 * end lies beyond the threshold, with ties and zeros too. Negating every observation negates the estimate and both interval ends to the
 * last bit. Hodges and Lehmann, Ann. Math. Statist. 34 (1963) 598; Hollander, Wolfe and Chicken, sections 3.2 and 3.3.
 */
public final class HodgesLehmann implements Location {
    private final int n;
    private final double[] walsh;
    private final SignedRank distribution;

    private HodgesLehmann(int n, double[] walsh) {
        this.n = n;
        this.walsh = walsh;
        this.distribution = SignedRank.of(n);
    }

    /**
     * The estimate from at least one finite observation.
     *
     * @throws IllegalArgumentException if there is none, or one is not finite
     */
    public static HodgesLehmann of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a location needs at least one observation");
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("an observation is a finite number, not " + value);
            }
        }
        return new HodgesLehmann(values.length, walshAverages(values));
    }

    private static double[] walshAverages(double[] values) {
        int n = values.length;
        double[] averages = new double[SignedRank.of(n).largest()];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                averages[next++] = (values[i] + values[j]) / 2;
            }
        }
        Arrays.sort(averages);
        return averages;
    }

    /** The number of observations. */
    public int count() {
        return n;
    }

    @Override
    public double value() {
        int middle = walsh.length / 2;
        return walsh.length % 2 == 1 ? walsh[middle] : (walsh[middle - 1] + walsh[middle]) / 2;
    }

    @Override
    public @Nullable Bounds interval(int level) {
        int depth = distribution.depth(level);
        return depth == 0 ? null : new Bounds(walsh[depth - 1], walsh[walsh.length - depth]);
    }

    @Override
    public double pAbove(double threshold) {
        return distribution.atMost(
                Arrays.stream(walsh).filter(average -> average <= threshold).count());
    }

    @Override
    public double pBelow(double threshold) {
        return distribution.atMost(
                Arrays.stream(walsh).filter(average -> average >= threshold).count());
    }

    @Override
    public @Nullable Mean mean() {
        Bounds bounds = interval(95);
        if (bounds == null) {
            return null;
        }
        double degreesOfFreedom = n - 1;
        double error = (bounds.high() - bounds.low()) / (2 * Levels.studentQuantile(95, degreesOfFreedom));
        return new Mean(value(), error, degreesOfFreedom);
    }
}
