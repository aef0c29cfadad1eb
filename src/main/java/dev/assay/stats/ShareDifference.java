package dev.assay.stats;

/**
 * A share less another one of the same things. Only those count of which one is true and the other is not. Its interval holds if those of these
 * two shares hold, each at half of the error (Bonferroni's inequality).
 *
 * @param gained the share of which only the first is true
 * @param lost the share of which only the second is true
 */
public record ShareDifference(ClusteredShare gained, ClusteredShare lost) {
    public double value() {
        return gained.value() - lost.value();
    }

    /**
     * The interval of a level.
     *
     * @param level between 0 and 1
     */
    public Bounds interval(double level) {
        double each = 1 - (1 - level) / 2;
        Bounds more = gained.interval(each);
        Bounds less = lost.interval(each);
        return new Bounds(more.low() - less.high(), more.high() - less.low());
    }
}
