package dev.assay.stats;

/**
 * What a sample can show at all: the smallest two-sided p-value of the signed-rank test of n observations is 2^(1 - n), when all have one
 * sign, however large the difference. With m hypotheses the strictest step of {@link Holm} asks for alpha / m.
 */
public final class MinimumPValue {
    private MinimumPValue() {}

    /**
     * Whether n observations can reject one of several hypotheses.
     *
     * @param n how many observations there are
     * @param hypotheses how many hypotheses are tested together, at least one
     * @param alpha the family-wise two-sided level, such as 0.05
     */
    public static boolean reaches(int n, int hypotheses, double alpha) {
        if (hypotheses < 1 || !(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException(
                    "at least one hypothesis and a level between 0 and 1, not " + hypotheses + " and " + alpha);
        }
        return n > 0 && Math.scalb(1.0, 1 - n) <= alpha / hypotheses;
    }

    /** The fewest observations that can reject one of several hypotheses. */
    public static int fewest(int hypotheses, double alpha) {
        int n = 1;
        while (!reaches(n, hypotheses, alpha)) {
            n++;
        }
        return n;
    }
}
