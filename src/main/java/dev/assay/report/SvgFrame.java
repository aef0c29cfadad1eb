package dev.assay.report;

import dev.assay.chart.Figure;

/**
 * Where a figure's plot lies in its SVG, in its own units, which are pixels at full width.
 *
 * @param stacked whether names stand above their rows instead of beside them
 * @param longestName how many characters of a name have room
 * @param nameRise how far above its row a stacked name stands
 */
record SvgFrame(
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
    private static final double STACKED_ROW = 46;
    private static final double STACKED_COST_ROW = 62;
    private static final double PLOT = 300;
    private static final double TOP = 24;
    private static final double BELOW = 50;

    static SvgFrame wide(Figure figure) {
        double plot = figure.horizontal() ? ROW * figure.y().ticks().size() : PLOT;
        double left = figure.horizontal() ? 180 : 56;
        double right = 820 - (figure.valueColumn() ? 180 : 24);
        return new SvgFrame(820, TOP + plot + BELOW, left, right, TOP, TOP + plot, false, 24, 0);
    }

    static SvgFrame narrow(Figure figure) {
        boolean stacked = figure.horizontal();
        double row = figure.valueColumn() ? STACKED_ROW : STACKED_COST_ROW;
        double plot = stacked ? row * figure.y().ticks().size() : PLOT - 60;
        double left = stacked ? 10 : 40;
        double right = 350;
        return new SvgFrame(
                360, TOP + plot + BELOW, left, right, TOP, TOP + plot, stacked, 22, figure.valueColumn() ? 13 : 24);
    }
}
