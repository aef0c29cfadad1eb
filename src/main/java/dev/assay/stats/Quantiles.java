package dev.assay.stats;

import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/**
 * Sample quantiles by linear interpolation between order statistics, type 7 of Hyndman and Fan, Am. Statist. 50 (1996) 361. The caller's
 * array stays as it is.
 */
public final class Quantiles {
    // The library's default is type 8 and sorts the caller's array in place.
    private static final Quantile TYPE_7 =
            Quantile.withDefaults().with(EstimationMethod.HF7).withCopy(true);

    private Quantiles() {}

    /** The middle value, or the mean of the two middle ones; NaN of no values. */
    public static double median(double... values) {
        return TYPE_7.evaluate(values, 0.5);
    }

    /**
     * The value below which a share of the sample lies; NaN of no values.
     *
     * @param values the sample
     * @param probability the share, 0 to 1
     */
    public static double quantile(double[] values, double probability) {
        return TYPE_7.evaluate(values, probability);
    }
}
