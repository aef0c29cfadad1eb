package dev.assay.chart;

/**
 * A range of the horizontal axis that is shaded from top to bottom.
 *
 * @param low where it begins
 * @param high where it ends
 * @param label what it stands for
 */
public record ShadedBand(double low, double high, String label) {}
