package dev.assay.stats;

/**
 * A quantity that is known within bounds, and of which too few observations exist for an interval of confidence: the smallest and the largest
 * of them, each moved outwards by what its instrument cannot tell.
 *
 * <p>It has no level: the same two ends serve at every one, and what it promises is not that it misses the truth one time in twenty, but that
 * nothing outside was seen. Its p-values are 0 beyond an end and 1 otherwise, so that a hypothesis is rejected exactly when the whole range
 * contradicts it, and an adjustment for several hypotheses changes nothing.
 *
 * @param value the estimate
 * @param low the lower end, not above the estimate
 * @param high the upper end, not below it
 */
public record Range(double value, double low, double high) implements IntervalEstimate {
    /** Two of one thing and two of another lie wholly apart in one case of three though nothing differs; with fewer there is no spread at all. */
    public static final int FEWEST = 3;

    public Range {
        if (!(low <= value && value <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    "a range holds its value, not " + value + " between " + low + " and " + high);
        }
    }

    /**
     * This less another: the worst case of both, [low - other's high, high - other's low]. As ranges of logarithms they give the range of a
     * ratio, at whose ends both sides are as far out as they were ever seen.
     */
    public Range minus(Range other) {
        return new Range(value - other.value, low - other.high, high - other.low);
    }

    /** The range with both ends farther out. */
    public Range widened(double by) {
        return new Range(value, low - by, high + by);
    }

    @Override
    public Bounds interval(double level) {
        return new Bounds(low, high);
    }

    @Override
    public double pAbove(double threshold) {
        return low > threshold ? 0 : 1;
    }

    @Override
    public double pBelow(double threshold) {
        return high < threshold ? 0 : 1;
    }

    /** No standard error, but bounds that stay bounds: see {@link Mean}. */
    @Override
    public Mean mean() {
        return new Mean(value, 0, Double.POSITIVE_INFINITY, value - low, high - value);
    }
}
