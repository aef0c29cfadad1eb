package dev.assay.chart;

import dev.assay.chart.ChartLayout.Align;
import dev.assay.chart.ChartLayout.BandMark;
import dev.assay.chart.ChartLayout.DotMark;
import dev.assay.chart.ChartLayout.LineMark;
import dev.assay.chart.ChartLayout.LineStyle;
import dev.assay.chart.ChartLayout.SeriesMark;
import dev.assay.chart.ChartLayout.TextMark;
import dev.assay.chart.ChartLayout.TextStyle;
import dev.assay.model.result.Interval;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays one chart out. */
final class ChartComposer {
    /** From the middle of a line of text down to its baseline. */
    private static final double BASELINE = 4;
    /** Baselines of ticks and words below the plot, and above it where there are many rows. */
    private static final double TICKS_BELOW = 18;

    private static final double WORDS_BELOW = 40;
    private static final double TICKS_ABOVE = 9;
    private static final double WORDS_ABOVE = 32;
    /** A mark of the legend, with the space around it. */
    private static final double LEGEND_GAP = 36;

    private final Chart chart;
    private final ChartFormat format;
    private final PlotArea area;
    private final boolean tall;
    private final List<LineMark> lines = new ArrayList<>();
    private final List<SeriesMark> series = new ArrayList<>();
    private final List<TextMark> texts = new ArrayList<>();

    ChartComposer(Chart chart, ChartFormat format) {
        this.chart = chart;
        this.format = format;
        this.area = PlotArea.of(chart, format);
        this.tall = chart.y().tall();
    }

    ChartLayout compose() {
        placeGrid();
        chart.guides().forEach(this::placeGuide);
        chart.series().forEach(this::placeSeries);
        placeTicks();
        placeRowNames();
        double middle = (area.left() + area.right()) / 2;
        write(
                TextStyle.NAME,
                middle,
                area.bottom() + WORDS_BELOW,
                Align.MIDDLE,
                chart.x().title());
        write(
                TextStyle.NAME,
                area.edge() + 2,
                area.top() - 8,
                Align.START,
                chart.y().title());
        placeDirections(area.bottom() + WORDS_BELOW);
        if (tall) {
            placeDirections(area.top() - WORDS_ABOVE);
        }
        if (format == ChartFormat.FILE) {
            placeFrame();
        }
        return new ChartLayout(area.width(), area.height(), band(), lines, series, texts);
    }

    private @Nullable BandMark band() {
        ShadedBand band = chart.band();
        if (band == null) {
            return null;
        }
        double left = x(band.low());
        return new BandMark(left, area.top(), x(band.high()) - left, area.bottom() - area.top(), band.label());
    }

    private void placeGrid() {
        for (Tick tick : chart.x().ticks()) {
            double x = x(tick.value());
            lines.add(new LineMark(LineStyle.GRID, x, area.top(), x, area.bottom()));
        }
        for (Tick tick : chart.y().ticks()) {
            if (!tick.heading()) {
                double y = y(tick.value());
                lines.add(new LineMark(LineStyle.GRID, area.left(), y, area.right(), y));
            }
        }
    }

    private void placeGuide(ReferenceLine guide) {
        double x = x(guide.x2());
        double y = y(guide.y2());
        lines.add(new LineMark(LineStyle.GUIDE, x(guide.x1()), y(guide.y1()), x, y));
        if (guide.x1() == guide.x2()) {
            double above = area.top() - (tall ? WORDS_ABOVE : TICKS_ABOVE);
            write(TextStyle.MUTED, x + 4, above, Align.START, guide.label());
        } else {
            write(TextStyle.MUTED, x - 12, y - 5, Align.END, guide.label());
        }
    }

    private void placeSeries(ChartSeries each) {
        List<DotMark> dots = each.points().stream()
                .map(point -> new DotMark(x(point.x()), y(point.y()), whisker(point), point.label()))
                .toList();
        series.add(new SeriesMark(each, dots));
        if (chart.valueColumn()) {
            double x = area.right() + (area.stacked() ? 0 : PlotArea.GAP);
            double down = area.stacked() ? -nameRise() : BASELINE;
            Align align = area.stacked() ? Align.END : Align.START;
            dots.forEach(dot -> write(TextStyle.VALUE, x, dot.y() + down, align, dot.label()));
        }
    }

    private @Nullable LineMark whisker(DataPoint point) {
        Interval interval = point.interval();
        if (interval == null) {
            return null;
        }
        double x = x(point.x());
        double y = y(point.y());
        return chart.horizontal()
                ? new LineMark(LineStyle.WHISKER, x(interval.low()), y, x(interval.high()), y)
                : new LineMark(LineStyle.WHISKER, x, y(interval.low()), x, y(interval.high()));
    }

    private void placeTicks() {
        double free = 0;
        for (Tick tick : chart.x().ticks()) {
            double half = TextStyle.MUTED.width(tick.label()) / 2 + 2;
            // in the middle below its line, but for one so near the picture's edge that it would be cut off
            double x = Math.max(area.edge() + half, Math.min(area.width() - area.edge() - half, x(tick.value())));
            // a line may go without its number where two would touch
            if (x - half >= free) {
                free = x + half;
                write(TextStyle.MUTED, x, area.bottom() + TICKS_BELOW, Align.MIDDLE, tick.label());
                if (tall) {
                    write(TextStyle.MUTED, x, area.top() - TICKS_ABOVE, Align.MIDDLE, tick.label());
                }
            }
        }
    }

    private void placeRowNames() {
        double start = area.edge() + 2;
        double values = chart.valueColumn() ? PlotArea.valueWidth(chart) + PlotArea.GAP : 0;
        double room = area.stacked() ? area.right() - area.left() - values : area.left() - PlotArea.GAP - start;
        List<Tick> rows = chart.y().ticks();
        List<String> names =
                Fonts.fit(TextStyle.NAME.font(), rows.stream().map(Tick::label).toList(), room);
        for (int i = 0; i < rows.size(); i++) {
            double y = y(rows.get(i).value());
            if (rows.get(i).heading()) {
                write(TextStyle.HEADING, start, y + BASELINE, Align.START, names.get(i));
            } else if (area.stacked()) {
                write(TextStyle.NAME, area.left(), y - nameRise(), Align.START, names.get(i));
            } else {
                write(TextStyle.NAME, area.left() - PlotArea.GAP, y + BASELINE, Align.END, names.get(i));
            }
        }
    }

    /** How far above its row a stacked name stands: dots of several series lie around the row. */
    private double nameRise() {
        return chart.valueColumn() ? 13 : 24;
    }

    private void placeDirections(double y) {
        double room = (area.right() - area.left()) / 2 - TextStyle.NAME.width("← ") - 4;
        List<String> words = Fonts.fit(
                TextStyle.NAME.font(), List.of(chart.x().lowWords(), chart.x().highWords()), room);
        if (!words.get(0).isEmpty()) {
            write(TextStyle.NAME, area.left(), y, Align.START, "← " + words.get(0));
        }
        if (!words.get(1).isEmpty()) {
            write(TextStyle.NAME, area.right(), y, Align.END, words.get(1) + " →");
        }
    }

    /** What a page writes around its charts. */
    private void placeFrame() {
        String title = Fonts.fit(TextStyle.TITLE.font(), chart.title(), area.width() - 4 * area.edge());
        write(TextStyle.TITLE, area.width() / 2, area.edge() + 20, Align.MIDDLE, title);
        double y = area.bottom() + PlotArea.BELOW + 18;
        placeLegend(y);
        // the names of many compilers take the whole width
        String note = Fonts.fit(TextStyle.NOTE.font(), chart.note(), area.width() - 2 * area.edge());
        write(TextStyle.NOTE, area.edge(), y + 28, Align.START, note);
    }

    private void placeLegend(double y) {
        int count = chart.series().size();
        double room = (area.width() - area.edge() - area.left() - LEGEND_GAP * count) / Math.max(1, count);
        List<String> names = chart.series().stream().map(ChartSeries::name).toList();
        double all = names.stream().mapToDouble(TextStyle.NAME::width).sum();
        List<String> shown = all <= room * count ? names : Fonts.fit(TextStyle.NAME.font(), names, room);
        double x = area.left();
        for (int i = 0; i < count; i++) {
            series.add(new SeriesMark(chart.series().get(i), List.of(new DotMark(x + 4, y, null, shown.get(i)))));
            write(TextStyle.NAME, x + 16, y + BASELINE, Align.START, shown.get(i));
            x += LEGEND_GAP + TextStyle.NAME.width(shown.get(i));
        }
    }

    private void write(TextStyle style, double x, double y, Align align, String text) {
        if (!text.isEmpty()) {
            texts.add(new TextMark(style, x, y, align, text));
        }
    }

    private double x(double value) {
        return area.left() + chart.x().fraction(value) * (area.right() - area.left());
    }

    private double y(double value) {
        double depth = chart.y().fraction(value) * (area.bottom() - area.top());
        return chart.horizontal() ? area.top() + depth : area.bottom() - depth;
    }
}
