package dev.assay.report.svg;

import dev.assay.chart.Chart;

/**
 * Where a figure's plot lies in its SVG, in its own units, which are pixels at full width.
 *
 * @param stacked whether names stand above their rows instead of beside them
 * @param longestName how many characters of a name have room
 * @param nameRise how far above its row a stacked name stands
 */
record SvgPlotArea(
        double width,
        double height,
        double left,
        double right,
        double top,
        double bottom,
        boolean stacked,
        int longestName,
        double nameRise) {
    private static final double ROW = 30;
    /** Many rows stand closer. */
    private static final double CLOSE_ROW = 23;

    private static final double CLOSE_COST_ROW = 28;
    private static final double STACKED_ROW = 46;
    private static final double STACKED_COST_ROW = 62;
    private static final double PLOT = 300;
    private static final double TOP = 24;
    /** Over many rows stand ticks and words once more. */
    private static final double HEAD = 30;

    private static final double BELOW = 50;

    /** The room of the column of values; more where they are longer. */
    private static final double VALUES = 180;
    /** Between the plot and the values. */
    static final double VALUE_GAP = 12;
    /** The size of their font, in pixels. */
    private static final double VALUE_SIZE = 13;
    /** How wide a character of a name is. */
    static final double CHARACTER = 8;
    /** How many characters of a name a narrow page has room for. */
    private static final int LONGEST_NAME = 22;

    static SvgPlotArea wide(Chart figure) {
        double close = figure.valueColumn() ? CLOSE_ROW : CLOSE_COST_ROW;
        double row = figure.y().tall() ? close : ROW;
        double plot = figure.horizontal() ? row * figure.y().ticks().size() : PLOT;
        double top = top(figure);
        double left = figure.horizontal() ? 180 : 56;
        double right = 820 - (figure.valueColumn() ? Math.max(VALUES, VALUE_GAP + valueWidth(figure)) : 24);
        return new SvgPlotArea(820, top + plot + BELOW, left, right, top, top + plot, false, 24, 0);
    }

    static SvgPlotArea narrow(Chart figure) {
        boolean stacked = figure.horizontal();
        double row = figure.valueColumn() ? STACKED_ROW : STACKED_COST_ROW;
        double plot = stacked ? row * figure.y().ticks().size() : PLOT - 60;
        double left = stacked ? 10 : 40;
        double right = 350;
        double top = top(figure);
        return new SvgPlotArea(
                360,
                top + plot + BELOW,
                left,
                right,
                top,
                top + plot,
                stacked,
                figure.valueColumn()
                        ? (int) Math.min(LONGEST_NAME, (right - left - valueWidth(figure)) / CHARACTER)
                        : LONGEST_NAME,
                figure.valueColumn() ? 13 : 24);
    }

    /** DejaVu Sans is wider than what most pages are read in. */
    private static double valueWidth(Chart figure) {
        return Math.ceil(figure.valueWidth(VALUE_SIZE));
    }

    private static double top(Chart figure) {
        return TOP + (figure.y().tall() ? HEAD : 0);
    }
}
