package dev.assay.chart;

/** How values become places on an axis. */
public enum AxisScale {
    /** Equal differences are equally long. */
    LINEAR,
    /** Equal ratios are equally long; every value is above 0. */
    LOG2,
    /** Rows from top to bottom: 0 is the first one. */
    ROWS;

    private static final double LN2 = Math.log(2);

    /** The place of a value in the scale's own units: on a logarithmic axis the number of doublings, on rows the depth below the first. */
    public double place(double value) {
        return switch (this) {
            case LINEAR -> value;
            case LOG2 -> Math.log(value) / LN2;
            case ROWS -> -value;
        };
    }
}
