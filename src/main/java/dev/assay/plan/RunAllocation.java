package dev.assay.plan;

import java.util.List;

/**
 * How often a cheap program runs beside one run of a dear one. The ratio of both has the variance s_d^2 + s_c^2 / m, and a block takes
 * c_d + m c_c; their product is least at m = (s_c / s_d) sqrt(c_d / c_c), as in Neyman's optimum allocation (Cochran, Sampling Techniques,
 * 1977, section 5.5). The optimum is flat: half or twice as many runs cost a tenth more.
 *
 * <p>Where several cheap programs share the run of the dear one, the same numbers make the sum of the variances of all ratios least for what a
 * block takes, the ratios of cheap programs among them: every program is in as many pairs.
 *
 * <p>The number is even, so that as many runs come before the dear one as after it.
 */
public final class RunAllocation {
    /** Where costs lie no farther apart, blocks of one run each are as good. */
    public static final double LEAST_RATIO = 4;

    /** More runs than that make a block long, and tell next to nothing. */
    public static final int MOST = 16;

    /** By how much spreads may seem to differ: a handful of runs tells no more. */
    private static final double MOST_SPREAD = 3;

    /** After how many blocks the numbers are chosen: before the first by the costs alone, then by the spreads, too. */
    private static final List<Integer> CHOICES = List.of(0, 4, 8, 16);

    private RunAllocation() {}

    /**
     * The blocks whose samples decide what a block holds.
     *
     * @param turn how many blocks of the workload count before it
     */
    public static int choice(int turn) {
        return CHOICES.stream()
                .filter(blocks -> blocks <= turn)
                .reduce((before, last) -> last)
                .orElse(0);
    }

    /**
     * How often a program runs in a block.
     *
     * @param dearest what a run of the dearest program costs
     * @param own what its own run costs, in the same unit
     * @param spreads its own spread as a share of that of the dearest; 1 where they are not known
     * @param most how often it may run; an odd number counts as the even one below it
     */
    public static int runs(double dearest, double own, double spreads, int most) {
        if (most < 2 || !(own > 0 && dearest > LEAST_RATIO * own)) {
            return 1;
        }
        double known = spreads > 0 ? Math.min(MOST_SPREAD, Math.max(1 / MOST_SPREAD, spreads)) : 1;
        long half = Math.round(known * Math.sqrt(dearest / own) / 2);
        return (int) Math.min(most - most % 2, Math.max(2, 2 * half));
    }

    /**
     * The spread of a program's runs: the mean distance of neighbors, which a machine that grows slower moves little. Where blocks hold several
     * runs, neighbors are of one block.
     *
     * @param blocks the logarithms of its runs, block by block, in the order they ran
     * @return not a number for fewer than two runs
     */
    public static double spread(List<double[]> blocks) {
        boolean several = blocks.stream().anyMatch(block -> block.length > 1);
        double sum = 0;
        int count = 0;
        double last = Double.NaN;
        for (double[] block : blocks) {
            if (several) {
                last = Double.NaN;
            }
            for (double log : block) {
                if (!Double.isNaN(last)) {
                    sum += Math.abs(log - last);
                    count++;
                }
                last = log;
            }
        }
        return sum / count;
    }
}
