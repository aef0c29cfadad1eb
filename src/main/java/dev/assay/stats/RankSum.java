package dev.assay.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The distribution of the rank-sum statistic of Mann and Whitney: in how many of the m n pairs of two samples of one distribution the first
 * is the larger.
 *
 * <p>The largest of all m + n values belongs to the first sample with probability m / (m + n), and then it is larger in n pairs; so the
 * distribution follows from those of one value fewer. Above {@value #EXACT} pairs the normal approximation with continuity correction serves.
 * Mann and Whitney, Ann. Math. Statist. 18 (1947) 50.
 */
final class RankSum implements RankDistribution {
    /** The largest number of pairs for which the distribution is exact. */
    static final int EXACT = 10_000;

    private static final int MOST_PAIRS = 200_000_000;
    private static final Map<Sizes, RankSum> KNOWN = new ConcurrentHashMap<>();

    private record Sizes(int smaller, int larger) {}

    private final int largest;
    private final Cumulative cumulative;

    private RankSum(Sizes sizes) {
        this.largest = sizes.smaller() * sizes.larger();
        this.cumulative =
                largest <= EXACT ? exact(sizes.smaller(), sizes.larger()) : normal(sizes.smaller(), sizes.larger());
    }

    /**
     * The distribution for samples of m and n values.
     *
     * @throws IllegalArgumentException if one is empty, or there are more than 200 million pairs
     */
    static RankSum of(int m, int n) {
        if (m < 1 || n < 1 || (long) m * n > MOST_PAIRS) {
            throw new IllegalArgumentException(
                    "the rank sum needs 1 to " + MOST_PAIRS + " pairs, not those of " + m + " and " + n + " values");
        }
        return KNOWN.computeIfAbsent(new Sizes(Math.min(m, n), Math.max(m, n)), RankSum::new);
    }

    @Override
    public int largest() {
        return largest;
    }

    @Override
    public double atMost(long u) {
        return u < 0 ? 0 : u >= largest ? 1 : Math.min(1, cumulative.atMost((int) u));
    }

    private static Cumulative exact(int m, int n) {
        // rows[i] is the distribution for i values against j, j growing from none to n
        double[][] rows = new double[m + 1][];
        for (int i = 0; i <= m; i++) {
            rows[i] = new double[i * n + 1];
            rows[i][0] = 1;
        }
        for (int j = 1; j <= n; j++) {
            for (int i = 1; i <= m; i++) {
                addOne(rows[i], rows[i - 1], i, j);
            }
        }
        double[] probability = rows[m];
        for (int u = 1; u < probability.length; u++) {
            probability[u] += probability[u - 1];
        }
        return u -> probability[u];
    }

    /** From i against j - 1 values, and i - 1 against j, to i against j. */
    private static void addOne(double[] row, double[] oneFewer, int i, int j) {
        double share = (double) i / (i + j);
        for (int u = i * j; u >= 0; u--) {
            double first = u >= j ? oneFewer[u - j] : 0;
            row[u] = share * first + (1 - share) * row[u];
        }
    }

    private static Cumulative normal(int m, int n) {
        double pairs = (double) m * n;
        NormalDistribution distribution = NormalDistribution.of(pairs / 2, Math.sqrt(pairs * (m + n + 1.0) / 12));
        return u -> distribution.cumulativeProbability(u + 0.5);
    }

    private interface Cumulative {
        double atMost(int u);
    }
}
