package dev.assay.stats;

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
public final class HodgesLehmann implements IntervalEstimate {
    private final int n;
    private final PairwiseOrderStatistic walsh;

    private HodgesLehmann(int n, PairwiseOrderStatistic walsh) {
        this.n = n;
        this.walsh = walsh;
    }

    /**
     * The estimate from at least one finite observation.
     *
     * @throws IllegalArgumentException if there is none, or one is not finite
     */
    public static HodgesLehmann of(double... values) {
        int n = SamplePreconditions.checked("a location", 1, values).length;
        return new HodgesLehmann(n, new PairwiseOrderStatistic(new WalshAverages(values), SignedRank.of(n)));
    }

    /** The number of observations. */
    public int count() {
        return n;
    }

    @Override
    public double value() {
        return walsh.median();
    }

    @Override
    public @Nullable Bounds interval(double level) {
        return walsh.interval(level);
    }

    @Override
    public double pAbove(double threshold) {
        return walsh.pAbove(threshold);
    }

    @Override
    public double pBelow(double threshold) {
        return walsh.pBelow(threshold);
    }

    @Override
    public @Nullable Mean mean() {
        return walsh.mean(n - 1);
    }
}
