package dev.assay.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The distribution of the number of inversions, pairs in the wrong order, of n different values in random order.
 *
 * <p>The last of k values stands before none to k - 1 of the others with equal probability: an exact dynamic program. Kendall, Biometrika 30
 * (1938) 81.
 */
final class Inversions implements RankDistribution {
    private static final Map<Integer, Inversions> KNOWN = new ConcurrentHashMap<>();

    private final double[] cumulative;

    private Inversions(int n) {
        double[] probability = new double[n * (n - 1) / 2 + 1];
        probability[0] = 1;
        for (int k = 2; k <= n; k++) {
            addOne(probability, k);
        }
        for (int i = 1; i < probability.length; i++) {
            probability[i] += probability[i - 1];
        }
        this.cumulative = probability;
    }

    /** The distribution for n values, at least one. */
    static Inversions of(int n) {
        return KNOWN.computeIfAbsent(n, Inversions::new);
    }

    private static void addOne(double[] probability, int k) {
        int reached = k * (k - 1) / 2;
        for (int i = reached; i >= 0; i--) {
            double sum = 0;
            for (int passed = Math.max(0, i - k + 1); passed <= i; passed++) {
                sum += probability[passed];
            }
            probability[i] = sum / k;
        }
    }

    @Override
    public int largest() {
        return cumulative.length - 1;
    }

    @Override
    public double atMost(long inversions) {
        return inversions < 0 ? 0 : inversions >= largest() ? 1 : cumulative[(int) inversions];
    }
}
