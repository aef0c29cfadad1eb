package dev.assay.chart;

import java.util.List;

/**
 * Dots that belong together.
 *
 * @param name what the legend says
 * @param ink colour and shape
 * @param joined whether a line joins the dots in their order
 * @param points the dots
 */
public record Series(String name, Ink ink, boolean joined, List<Point> points) {
    public Series {
        points = List.copyOf(points);
    }
}
