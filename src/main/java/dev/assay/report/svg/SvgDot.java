package dev.assay.report.svg;

import dev.assay.chart.ChartSeries;
import dev.assay.chart.SeriesStyle;

/** The dots of SVG figures: one form for each ink, full or hollow. */
public final class SvgDot {
    private static final double RADIUS = 5;

    private SvgDot() {}

    static void draw(Svg svg, ChartSeries series, double x, double y) {
        draw(svg, series.ink(), series.hollow() ? "ring" : "dot", x, y);
    }

    /** A full dot. */
    static void draw(Svg svg, SeriesStyle ink, double x, double y) {
        draw(svg, ink, "dot", x, y);
    }

    private static void draw(Svg svg, SeriesStyle ink, String style, double x, double y) {
        switch (ink.shape()) {
            case CIRCLE -> svg.circle(style, x, y, RADIUS);
            case SQUARE -> svg.box(style, x - RADIUS + 0.5, y - RADIUS + 0.5, 2 * RADIUS - 1, 2 * RADIUS - 1);
            case TRIANGLE -> svg.path(style, triangle(x, y, RADIUS + 0.5, 1));
            case INVERSE_TRIANGLE -> svg.path(style, triangle(x, y, RADIUS + 0.5, -1));
            case DIAMOND -> svg.path(style, diamond(x, y, RADIUS + 1));
            case CROSS -> svg.path("cross", cross(x, y, RADIUS - 0.5));
        }
    }

    /** A dot by itself, for legends. */
    public static String alone(ChartSeries series) {
        Svg svg = new Svg();
        svg.open("key ink-" + series.ink(), 14, 14, series.ink().toString());
        draw(svg, series, 7, 7);
        return svg.close();
    }

    private static String diamond(double x, double y, double r) {
        return "M" + at(x - r, y) + "L" + at(x, y - r) + "L" + at(x + r, y) + "L" + at(x, y + r) + "Z";
    }

    private static String triangle(double x, double y, double r, int up) {
        return "M" + at(x, y - up * r) + "L" + at(x + r, y + up * 0.8 * r) + "L" + at(x - r, y + up * 0.8 * r) + "Z";
    }

    private static String cross(double x, double y, double r) {
        return "M" + at(x - r, y - r) + "L" + at(x + r, y + r) + "M" + at(x - r, y + r) + "L" + at(x + r, y - r);
    }

    private static String at(double x, double y) {
        return Svg.number(x) + " " + Svg.number(y);
    }
}
