package dev.assay.stats;

/** Holm's step-down procedure: what p-values are worth when several hypotheses are tested and one is enough. */
public final class Holm {
    private Holm() {}

    /**
     * The adjusted p-values, in the order of the given ones: the i-th smallest of m is multiplied by m + 1 - i, never falls below the one
     * before it, and is at most 1. A hypothesis is rejected at family-wise level alpha when its adjusted value is at most alpha. Holm, Scand.
     * J. Statist. 6 (1979) 65.
     *
     * @throws IllegalArgumentException if a value does not lie between 0 and 1
     */
    public static double[] adjust(double... pValues) {
        int[] ascending = PValues.ascending(pValues);
        double[] adjusted = new double[pValues.length];
        double before = 0;
        for (int step = 0; step < ascending.length; step++) {
            double scaled = Math.min(1, pValues[ascending[step]] * (pValues.length - step));
            before = Math.max(before, scaled);
            adjusted[ascending[step]] = before;
        }
        return adjusted;
    }
}
