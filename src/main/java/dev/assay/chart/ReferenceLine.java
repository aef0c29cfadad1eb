package dev.assay.chart;

/**
 * A straight line to compare with, dashed.
 *
 * @param x1 where it begins
 * @param y1 where it begins
 * @param x2 where it ends
 * @param y2 where it ends
 * @param label what it stands for; empty when the axis says it
 */
public record ReferenceLine(double x1, double y1, double x2, double y2, String label) {}
