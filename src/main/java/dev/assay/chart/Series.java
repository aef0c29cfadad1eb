package dev.assay.chart;

import java.util.List;

/**
 * Dots that belong together.
 *
 * @param name what the legend says
 * @param ink colour and shape
 * @param joined whether a line joins the dots in their order
 * @param hollow whether dots are rings and the line is dashed: what differs from another of the same ink
 * @param points the dots
 */
public record Series(String name, Ink ink, boolean joined, boolean hollow, List<Point> points) {
    public Series {
        points = List.copyOf(points);
    }

    /** Of full dots. */
    public Series(String name, Ink ink, boolean joined, List<Point> points) {
        this(name, ink, joined, false, points);
    }
}
