package dev.assay.chart;

import java.util.List;

/**
 * Dots that belong together.
 *
 * @param name what the legend says
 * @param ink color and shape
 * @param joined whether a line joins the dots in their order
 * @param hollow whether dots are rings and the line is dashed: what differs from another of the same ink
 * @param points the dots
 */
public record ChartSeries(String name, SeriesStyle ink, boolean joined, boolean hollow, List<DataPoint> points) {
    public ChartSeries {
        points = List.copyOf(points);
    }

    /** Of full dots. */
    public ChartSeries(String name, SeriesStyle ink, boolean joined, List<DataPoint> points) {
        this(name, ink, joined, false, points);
    }
}
