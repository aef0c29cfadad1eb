package dev.assay.chart;

import dev.assay.model.result.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a figure shows, whoever draws it.
 *
 * @param id a short name, also of its file: {@code charts/<id>.png}
 * @param title its title
 * @param caption what to see in it, in a sentence or two
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series the dots
 * @param guides lines to compare with
 * @param band a shaded range; null for none
 * @param valueColumn whether every dot's label is written at the end of its row
 * @param note what the figures hold for: machine, versions, day; empty for nothing
 */
public record Chart(
        String id,
        String title,
        String caption,
        Axis x,
        Axis y,
        List<ChartSeries> series,
        List<ReferenceLine> guides,
        @Nullable ShadedBand band,
        boolean valueColumn,
        String note) {
    public Chart {
        series = List.copyOf(series);
        guides = List.copyOf(guides);
        for (ChartSeries each : series) {
            for (DataPoint point : each.points()) {
                requireInside(id, x, y, point);
            }
        }
    }

    /** The same figure with another note. */
    Chart withNote(String text) {
        return new Chart(id, title, caption, x, y, series, guides, band, valueColumn, text);
    }

    /** Whether intervals lie along the horizontal axis. */
    public boolean horizontal() {
        return y.scale() == AxisScale.ROWS;
    }

    private static void requireInside(String id, Axis x, Axis y, DataPoint point) {
        Axis values = y.scale() == AxisScale.ROWS ? x : y;
        Interval interval = point.interval();
        boolean whiskerInside = interval == null || (values.covers(interval.low()) && values.covers(interval.high()));
        if (!x.covers(point.x()) || !y.covers(point.y()) || !whiskerInside) {
            throw new IllegalArgumentException("in figure " + id + " this dot is outside the axes: " + point);
        }
    }
}
