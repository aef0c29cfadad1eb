package dev.assay.report.svg;

import dev.assay.chart.ChartSeries;
import dev.assay.chart.SeriesStyle;

/** The dots of SVG charts: one form for each ink, full or hollow. */
public final class SvgDot {
    private SvgDot() {}

    static void draw(Svg svg, ChartSeries series, double x, double y) {
        draw(svg, series.ink(), series.hollow() ? "ring" : "dot", x, y);
    }

    /** A full dot. */
    static void draw(Svg svg, SeriesStyle ink, double x, double y) {
        draw(svg, ink, "dot", x, y);
    }

    private static void draw(Svg svg, SeriesStyle ink, String style, double x, double y) {
        String from = "M" + Svg.point(x, y);
        switch (ink.shape()) {
            case CIRCLE -> svg.circle(style, x, y, 5);
            case SQUARE -> svg.path(style, from + "m-4.5-4.5h9v9h-9z");
            case TRIANGLE -> svg.path(style, from + "m0-5.5l5.5 9.9h-11z");
            case INVERSE_TRIANGLE -> svg.path(style, from + "m0 5.5l5.5-9.9h-11z");
            case PLUS -> svg.path(style, from + "m-2-5.5h4v3.5h3.5v4h-3.5v3.5h-4v-3.5h-3.5v-4h3.5z");
            case DIAMOND -> svg.path(style, from + "m-6 0l6-6 6 6-6 6z");
            case CROSS -> svg.path("cross", from + "m-4.5-4.5l9 9m-9 0l9-9");
        }
    }

    /** A dot by itself, for legends. */
    public static String alone(ChartSeries series) {
        Svg svg = new Svg();
        svg.open("key ink-" + series.ink(), 14, 14, series.ink().toString());
        draw(svg, series, 7, 7);
        return svg.close();
    }
}
