package dev.assay.stats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The ratio of two costs less what each side's start-up costs, (a - s_a) / (b - s_b), with the error of all four carried through.
 *
 * <p>Fieller's argument with signed ranks in place of Student's t. If R is the ratio, then z_i = (a_i - s_ai) - R (b_i - s_bi) is spread
 * symmetrically about 0, whatever the size of the errors; the interval holds every R for which the signed-rank test does not reject that. No
 * logarithm of a difference is taken, so a block in which the start-up took longer than the program is as good as any other, and a spike
 * moves the ends little. A Walsh average of z changes its sign at R = (N_i + N_j) / (D_i + D_j), with N and D the two differences; hence
 * only these ratios need to be sorted. Fieller, J. R. Statist. Soc. B 16 (1954) 175.
 *
 * <p>Valid only where the denominator is significantly above 0. Where it is not, no ratio however large can be excluded, and there is no
 * interval. The numerator may be anything: then the interval may reach to 0 or below, which says that the cost above start-up is not shown.
 */
public final class StartupRatio {
    private final SignedRank distribution;
    private final HodgesLehmann denominator;
    /** Where Walsh averages of z fall through 0 as R grows: those with a positive denominator. */
    private final double[] falling;
    /** Where they rise through 0: those with a negative denominator. */
    private final double[] rising;
    /** Of those that do not depend on R, how many are at most 0, and at least 0. */
    private final int neverAbove;

    private final int neverBelow;

    private StartupRatio(double[] above, double[] below) {
        this.distribution = SignedRank.of(above.length);
        this.denominator = HodgesLehmann.of(below);
        double[] down = new double[distribution.largest()];
        double[] up = new double[distribution.largest()];
        int fall = 0;
        int rise = 0;
        int notAbove = 0;
        int notBelow = 0;
        for (int i = 0; i < above.length; i++) {
            for (int j = i; j < above.length; j++) {
                double numerator = above[i] + above[j];
                double divisor = below[i] + below[j];
                if (divisor > 0) {
                    down[fall++] = numerator / divisor;
                } else if (divisor < 0) {
                    up[rise++] = numerator / divisor;
                } else {
                    notAbove += numerator <= 0 ? 1 : 0;
                    notBelow += numerator >= 0 ? 1 : 0;
                }
            }
        }
        this.falling = Arrays.copyOf(down, fall);
        this.rising = Arrays.copyOf(up, rise);
        Arrays.sort(falling);
        Arrays.sort(rising);
        this.neverAbove = notAbove;
        this.neverBelow = notBelow;
    }

    /**
     * The ratio of the first cost to the second, each less its start-up; all four measured in the same blocks.
     *
     * @param first a, the first side's cost
     * @param firstStartup s_a, what its start-up costs
     * @param second b
     * @param secondStartup s_b
     * @throws IllegalArgumentException if the series differ in length, are empty, or hold what is not finite
     */
    public static StartupRatio of(double[] first, double[] firstStartup, double[] second, double[] secondStartup) {
        SamplePreconditions.samePairs(first, second);
        return new StartupRatio(less(first, firstStartup), less(second, secondStartup));
    }

    private static double[] less(double[] cost, double[] startup) {
        SamplePreconditions.samePairs(cost, startup);
        double[] rest = new double[cost.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = cost[i] - startup[i];
        }
        return SamplePreconditions.checked("a ratio", 1, rest);
    }

    /** The ratio for which z is centered on 0; null when not even the typical denominator is above 0. */
    public @Nullable Double value() {
        if (!(denominator.value() > 0)) {
            return null;
        }
        Bounds middle = notRejected((distribution.largest() + 1) / 2);
        return middle == null ? null : (middle.low() + middle.high()) / 2;
    }

    /**
     * The interval of the ratio, not of its logarithm.
     *
     * @param level the confidence level in percent
     * @return null when the denominator is not significantly above 0 at that level, or there are too few blocks
     */
    public @Nullable Bounds interval(double level) {
        Bounds bounds = denominator.interval(level);
        return bounds == null || !(bounds.low() > 0) ? null : notRejected(distribution.depth(level));
    }

    /** From the smallest to the largest ratio with at least that many Walsh averages of z on either side of 0, or on it. */
    private @Nullable Bounds notRejected(int depth) {
        if (rising.length == 0 && neverAbove == 0 && neverBelow == 0) {
            return new Bounds(falling[depth - 1], falling[falling.length - depth]);
        }
        double[] candidates = Arrays.copyOf(falling, falling.length + rising.length);
        System.arraycopy(rising, 0, candidates, falling.length, rising.length);
        double[] kept = Arrays.stream(candidates)
                .filter(ratio -> notAbove(ratio) >= depth && notBelow(ratio) >= depth)
                .toArray();
        if (kept.length == 0) {
            return null;
        }
        Arrays.sort(kept);
        return new Bounds(kept[0], kept[kept.length - 1]);
    }

    private int notAbove(double ratio) {
        return neverAbove
                + PairwiseOrderStatistic.atMost(falling, ratio)
                + rising.length
                - PairwiseOrderStatistic.below(rising, ratio);
    }

    private int notBelow(double ratio) {
        return neverBelow
                + falling.length
                - PairwiseOrderStatistic.below(falling, ratio)
                + PairwiseOrderStatistic.atMost(rising, ratio);
    }
}
