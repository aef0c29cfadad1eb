package dev.assay.chart;

/**
 * Where a chart's plot lies in its picture, in points.
 *
 * @param edge the empty border round everything
 * @param stacked whether names stand above their rows instead of beside them
 */
record PlotArea(
        double width,
        double height,
        double left,
        double right,
        double top,
        double bottom,
        double edge,
        boolean stacked) {
    /** Between the plot and the names beside it, and the values. */
    static final double GAP = 12;
    /** Under the plot: ticks and words. */
    static final double BELOW = 50;

    private static final double WIDE = 820;
    private static final double NARROW = 360;
    private static final double EDGE = 16;
    private static final double TITLE = 40;
    /** Under the words: the legend and the note. */
    private static final double LEGEND = 52;

    private static final double ABOVE = 24;
    /** Over many rows stand ticks and words once more. */
    private static final double HEAD = 30;

    private static final double ROW = 30;
    /** Many rows stand closer. */
    private static final double CLOSE_ROW = 23;

    private static final double CLOSE_COST_ROW = 28;
    private static final double STACKED_ROW = 46;
    private static final double STACKED_COST_ROW = 62;
    private static final double PLOT = 300;
    private static final double NARROW_PLOT = 240;
    /** The room of the column of values; more where they are longer. */
    private static final double VALUES = 180;

    static PlotArea of(Chart chart, ChartFormat format) {
        boolean file = format == ChartFormat.FILE;
        boolean narrow = format == ChartFormat.NARROW;
        boolean rows = chart.horizontal();
        double edge = file ? EDGE : 0;
        double width = narrow ? NARROW : WIDE + 2 * edge;
        double left = narrow ? (rows ? 10 : 40) : (rows ? 180 : 56);
        double right = narrow ? 10 : chart.valueColumn() ? Math.max(VALUES, GAP + valueWidth(chart)) : 24;
        double top = edge + (file ? TITLE : 0) + ABOVE + (chart.y().tall() ? HEAD : 0);
        double plot = rows ? row(chart, narrow) * chart.y().ticks().size() : narrow ? NARROW_PLOT : PLOT;
        double bottom = top + plot;
        double height = bottom + BELOW + (file ? LEGEND + edge : 0);
        return new PlotArea(width, height, edge + left, width - edge - right, top, bottom, edge, narrow && rows);
    }

    private static double row(Chart chart, boolean narrow) {
        if (narrow) {
            return chart.valueColumn() ? STACKED_ROW : STACKED_COST_ROW;
        }
        return !chart.y().tall() ? ROW : chart.valueColumn() ? CLOSE_ROW : CLOSE_COST_ROW;
    }

    /** How wide the widest of the values is. */
    static double valueWidth(Chart chart) {
        return Math.ceil(chart.series().stream()
                .flatMap(each -> each.points().stream())
                .mapToDouble(point -> ChartLayout.TextStyle.VALUE.width(point.label()))
                .max()
                .orElse(0));
    }
}
