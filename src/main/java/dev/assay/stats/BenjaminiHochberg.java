package dev.assay.stats;

/**
 * The step-up procedure of Benjamini and Hochberg: what p-values are worth in a screening, where a known share of false alarms among the
 * alarms is bearable.
 */
public final class BenjaminiHochberg {
    private BenjaminiHochberg() {}

    /**
     * The adjusted p-values, in the order of the given ones: the i-th smallest of m is multiplied by m / i, never exceeds the one after it,
     * and is at most 1. Rejecting all whose adjusted value is at most q keeps the expected share of false rejections at q when the tests are
     * independent or positively dependent. Benjamini and Hochberg, J. R. Statist. Soc. B 57 (1995) 289.
     *
     * @throws IllegalArgumentException if a value does not lie between 0 and 1
     */
    public static double[] adjust(double... pValues) {
        int[] ascending = PValues.ascending(pValues);
        double[] adjusted = new double[pValues.length];
        double after = 1;
        for (int rank = ascending.length; rank >= 1; rank--) {
            int index = ascending[rank - 1];
            after = Math.min(after, pValues[index] * pValues.length / rank);
            adjusted[index] = after;
        }
        return adjusted;
    }
}
