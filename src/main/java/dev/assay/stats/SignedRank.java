package dev.assay.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The distribution of Wilcoxon's signed-rank statistic W+ of n observations that are symmetric about zero.
 *
 * <p>Each rank 1..n is in the sum with probability one half, so the distribution of n ranks is the mean of that of n - 1 ranks and of the
 * same shifted by n: an exact dynamic program. Above {@value #EXACT} observations the normal approximation with continuity correction
 * serves. Hollander, Wolfe and Chicken, Nonparametric Statistical Methods, 3rd ed., section 3.1.
 */
final class SignedRank implements RankDistribution {
    /** The largest number of observations for which the distribution is exact. */
    static final int EXACT = 500;

    private static final Map<Integer, SignedRank> KNOWN = new ConcurrentHashMap<>();

    private final int largest;
    private final Cumulative cumulative;

    private SignedRank(int n) {
        this.largest = n * (n + 1) / 2;
        this.cumulative = n <= EXACT ? exact(n, largest) : normal(n);
    }

    /**
     * The distribution for n observations.
     *
     * @throws IllegalArgumentException if there are none, or more than 20000
     */
    static SignedRank of(int n) {
        if (n < 1 || n > 20_000) {
            throw new IllegalArgumentException("the signed-rank statistic needs 1 to 20000 observations, not " + n);
        }
        return KNOWN.computeIfAbsent(n, SignedRank::new);
    }

    /** The largest value, n (n + 1) / 2, which is also the number of Walsh averages. */
    @Override
    public int largest() {
        return largest;
    }

    @Override
    public double atMost(long w) {
        return w < 0 ? 0 : w >= largest ? 1 : Math.min(1, cumulative.atMost((int) w));
    }

    private static Cumulative exact(int n, int largest) {
        double[] probability = new double[largest + 1];
        probability[0] = 1;
        int reached = 0;
        for (int rank = 1; rank <= n; rank++) {
            reached += rank;
            for (int w = reached; w >= 0; w--) {
                double with = w >= rank ? probability[w - rank] : 0;
                probability[w] = (probability[w] + with) / 2;
            }
        }
        double sum = 0;
        for (int w = 0; w <= largest; w++) {
            sum += probability[w];
            probability[w] = sum;
        }
        return w -> probability[w];
    }

    private static Cumulative normal(int n) {
        double mean = n * (n + 1.0) / 4;
        double variance = n * (n + 1.0) * (2.0 * n + 1) / 24;
        NormalDistribution distribution = NormalDistribution.of(mean, Math.sqrt(variance));
        return w -> distribution.cumulativeProbability(w + 0.5);
    }

    private interface Cumulative {
        double atMost(int w);
    }
}
