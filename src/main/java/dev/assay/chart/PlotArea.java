package dev.assay.chart;

/**
 * Where a figure's plot lies in its picture, in pixels before doubling, and how far the XChart axes reach beyond it so that labels have room. XChart
 * chooses its own ticks and drops labels silently; so its axes are blank, wider than the plot, and every label is drawn at a place that we know.
 */
record PlotArea(int width, int height, int left, int right, int top, int bottom) {
    /** The empty border round everything. */
    static final int PADDING = 16;

    private static final int WIDTH = 920;
    private static final int TITLE = 44;
    /** Under the plot: the legend and the note. */
    static final int LEGEND = 56;

    private static final int ROW = 34;
    /** Many rows stand closer. */
    private static final int CLOSE_ROW = 26;
    /** Over many rows stand ticks and words once more. */
    static final int HEAD = 30;

    /** The room of the column of values; more where they are longer. */
    private static final int VALUES = 180;
    /** Between the plot and the values. */
    static final int VALUE_GAP = 12;
    /** The size of the values' font. */
    static final int VALUE_SIZE = 12;

    private static final int SQUARE_PLOT = 380;

    static PlotArea of(Chart figure) {
        boolean rows = figure.horizontal();
        boolean tall = figure.y().tall();
        int plot = rows ? (tall ? CLOSE_ROW : ROW) * figure.y().ticks().size() : SQUARE_PLOT;
        int left = rows ? 190 : 90;
        int right = figure.valueColumn()
                ? Math.max(VALUES, (int) Math.ceil(VALUE_GAP + figure.valueWidth(VALUE_SIZE)))
                : 40;
        int top = 26 + (tall ? HEAD : 0);
        boolean words =
                !figure.x().lowWords().isEmpty() || !figure.x().highWords().isEmpty();
        int bottom = (words ? 58 : 52) + LEGEND;
        return new PlotArea(WIDTH, plot + top + bottom + TITLE + 2 * PADDING, left, right, top, bottom);
    }

    /** What the horizontal places span, one for each pixel. */
    double xPixel(Axis axis, double plotWidth) {
        return span(axis) / (plotWidth - left - right);
    }

    /** What the vertical places span, one for each pixel. */
    double yPixel(Axis axis, double plotHeight) {
        return span(axis) / (plotHeight - top - bottom);
    }

    /** The expected width of XChart's plot area. */
    double plotWidth() {
        return width - 2.0 * PADDING;
    }

    /** The expected height of XChart's plot area. */
    double plotHeight() {
        return height - 2.0 * PADDING - TITLE;
    }

    static double bottomOf(Axis axis) {
        return Math.min(axis.scale().place(axis.low()), axis.scale().place(axis.high()));
    }

    static double topOf(Axis axis) {
        return Math.max(axis.scale().place(axis.low()), axis.scale().place(axis.high()));
    }

    private static double span(Axis axis) {
        return topOf(axis) - bottomOf(axis);
    }
}
