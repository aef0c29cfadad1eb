package dev.assay.chart;

/** What a chart is laid out for. */
public enum ChartFormat {
    /** A file to share, which holds title, legend and note too. */
    FILE,
    /** A wide page, which has title, legend and note of its own. */
    WIDE,
    /** A narrow page: names stand above their rows. */
    NARROW
}
