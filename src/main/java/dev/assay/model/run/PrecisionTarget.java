package dev.assay.model.run;

/**
 * How narrow the interval of a ratio is to become: half its width, as a share of the ratio. Either the same for all, or a share of the distance
 * between the ratio and the nearest line that a verdict or a claim rests on. Whoever is far from every line need not be known well.
 *
 * @param narrowest the least that is asked for
 * @param widest the most that will do
 * @param ofDistance the share of the distance, both as logarithms
 */
public record PrecisionTarget(double narrowest, double widest, double ofDistance) {
    /**
     * A quarter of the distance. An interval that narrow ends three times its half-width from the line, so that stopping there and not later
     * favors no verdict.
     */
    public static final PrecisionTarget BY_DISTANCE = new PrecisionTarget(0.01, 0.1, 0.25);

    public PrecisionTarget {
        if (!(narrowest > 0 && narrowest <= widest && Double.isFinite(widest) && ofDistance >= 0)) {
            throw new IllegalArgumentException("a precision is a share above 0, not " + narrowest + " to " + widest);
        }
    }

    /** The same width for every ratio. */
    public static PrecisionTarget fixed(double width) {
        return new PrecisionTarget(width, width, 0);
    }

    /** The width for a ratio at some distance, in logarithms, from the nearest line. */
    public double widthFor(double distance) {
        return ofDistance == 0 ? narrowest : Math.min(widest, Math.max(narrowest, ofDistance * distance));
    }

    /** The width for one of several sessions that together reach the whole: it falls with the root of the number of blocks. */
    public PrecisionTarget ofSession(int sessions) {
        double times = Math.sqrt(sessions);
        return new PrecisionTarget(narrowest * times, widest * times, ofDistance * times);
    }
}
