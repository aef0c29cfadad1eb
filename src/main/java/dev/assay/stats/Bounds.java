package dev.assay.stats;

/**
 * The two ends of an interval.
 *
 * @param low the lower end
 * @param high the upper end, not below the lower one
 */
public record Bounds(double low, double high) {
    public Bounds {
        if (!(low <= high)) {
            throw new IllegalArgumentException("bounds are in order, not " + low + " and " + high);
        }
    }
}
