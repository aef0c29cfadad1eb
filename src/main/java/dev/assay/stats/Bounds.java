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

    /**
     * The interval with both ends moved away from an estimate.
     *
     * @param estimate what lies inside
     * @param factor how many times as far they lie from it then, at least 1
     */
    public Bounds widened(double estimate, double factor) {
        if (!(factor >= 1)) {
            throw new IllegalArgumentException("widening multiplies by 1 or more, not by " + factor);
        }
        return new Bounds(estimate - factor * (estimate - low), estimate + factor * (high - estimate));
    }
}
