package dev.assay.model.result;

/**
 * Tukey's fences about a trial's figures, of their logarithms. What lies outside is labeled and never left out.
 *
 * @param inner 1.5 interquartile ranges beyond the quartiles
 * @param outer 3 interquartile ranges beyond the quartiles
 */
public record Fences(Interval inner, Interval outer) {

    /** Whether a value lies beyond an inner fence. */
    public boolean isOutlier(double value) {
        return !inner.contains(value);
    }

    /** Whether a value lies beyond an outer fence. */
    public boolean isSevere(double value) {
        return !outer.contains(value);
    }
}
