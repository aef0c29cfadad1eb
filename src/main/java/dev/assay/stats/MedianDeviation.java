package dev.assay.stats;

import java.util.Arrays;

/**
 * The median absolute deviation from the median, times 1.4826, which makes it the standard deviation of normal values: a spread that a few
 * outliers do not move (Rousseeuw and Croux, J. Am. Stat. Assoc. 88 (1993) 1273).
 */
public final class MedianDeviation {
    private static final double NORMAL = 1.4826;

    private MedianDeviation() {}

    /** The spread of some values in their own unit; NaN of no values. */
    public static double of(double... values) {
        double median = Quantiles.median(values);
        return NORMAL
                * Quantiles.median(Arrays.stream(values)
                        .map(value -> Math.abs(value - median))
                        .toArray());
    }
}
