package dev.assay.stats;

import java.util.Arrays;

/**
 * Tukey's fences about a sample: what lies outside is given a name and never left out, for a spike is what happened. Where at least half of
 * the values are one and the same, as peaks of memory can be, every other one lies outside. Tukey, Exploratory Data Analysis (1977),
 * section 2E; quartiles of type 7.
 *
 * @param inner 1.5 interquartile ranges beyond the quartiles
 * @param outer 3 interquartile ranges beyond the quartiles
 */
public record Outliers(Bounds inner, Bounds outer) {

    /** How far out a value lies. */
    public enum Kind {
        /** Within the inner fences, or on them. */
        NONE,
        /** Beyond an inner fence. */
        MILD,
        /** Beyond an outer fence. */
        SEVERE
    }

    /**
     * The fences of a sample.
     *
     * @throws IllegalArgumentException if it is empty, or a value is not finite
     */
    public static Outliers of(double... values) {
        SamplePreconditions.checked("a fence", 1, values);
        double low = Quantiles.quantile(values, 0.25);
        double high = Quantiles.quantile(values, 0.75);
        double range = high - low;
        return new Outliers(
                new Bounds(low - 1.5 * range, high + 1.5 * range), new Bounds(low - 3 * range, high + 3 * range));
    }

    /** How far out a value lies. */
    public Kind kind(double value) {
        return isOutside(outer, value) ? Kind.SEVERE : isOutside(inner, value) ? Kind.MILD : Kind.NONE;
    }

    /** How many of the values are of a kind. */
    public int count(Kind kind, double... values) {
        return (int) Arrays.stream(values).filter(value -> kind(value) == kind).count();
    }

    private static boolean isOutside(Bounds fence, double value) {
        return value < fence.low() || value > fence.high();
    }
}
