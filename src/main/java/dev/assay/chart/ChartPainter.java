package dev.assay.chart;

import dev.assay.model.MarkerShape;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Puts one figure together from XChart series: a marker series for dots, a two-point series for every line. */
final class ChartPainter {
    private static final Color TEXT = new Color(0x1F2933);
    private static final Color MUTED = new Color(0x5B6673);
    private static final Color GRID = new Color(0xE3E7EB);
    private static final Color REFERENCE = new Color(0x7B8794);
    private static final Color BAND = new Color(0xEEF1F4);
    /** A mark of the legend, with the space around it. */
    private static final int LEGEND_GAP = 36;

    private static final BasicStroke JOINED = new BasicStroke(1.6f);
    private static final BasicStroke THIN = new BasicStroke(1f);
    private static final BasicStroke WHISKER = new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHED =
            new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {5f, 4f}, 0f);

    private final Chart figure;
    private final PlotArea frame;
    private final XYChart chart;
    private final double xPixel;
    private final double yPixel;

    ChartPainter(Chart figure) {
        this.figure = figure;
        this.frame = PlotArea.of(figure);
        this.chart = new XYChart(frame.width(), frame.height());
        this.xPixel = frame.xPixel(figure.x(), frame.plotWidth());
        this.yPixel = frame.yPixel(figure.y(), frame.plotHeight());
    }

    XYChart chart() {
        chart.setTitle(Fonts.fit(Fonts.bold(17), figure.title(), frame.width() - 60.0));
        ChartStyle.apply(chart.getStyler());
        setRange();
        drawBand();
        drawGrid();
        figure.guides().forEach(this::drawGuide);
        figure.series().forEach(this::drawSeries);
        drawTickLabels();
        drawWords();
        drawLegend();
        return chart;
    }

    private void setRange() {
        chart.getStyler().setXAxisMin(left() - frame.left() * xPixel);
        chart.getStyler().setXAxisMax(right() + frame.right() * xPixel);
        chart.getStyler().setYAxisMin(bottom() - frame.bottom() * yPixel);
        chart.getStyler().setYAxisMax(top() + frame.top() * yPixel);
    }

    private void drawBand() {
        ShadedBand band = figure.band();
        if (band == null) {
            return;
        }
        double low = x(band.low());
        double high = x(band.high());
        XYSeries area = chart.addSeries("band", new double[] {low, high, high, low, low}, new double[] {
            bottom(), bottom(), top(), top(), bottom()
        });
        area.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        area.setFillColor(BAND);
        area.setLineColor(BAND);
        area.setMarker(SeriesMarkers.NONE);
        area.setShowInLegend(false);
    }

    private void drawGrid() {
        for (Tick tick : figure.x().ticks()) {
            line("x grid " + tick.value(), x(tick.value()), bottom(), x(tick.value()), top(), GRID, THIN);
        }
        for (Tick tick :
                figure.y().ticks().stream().filter(each -> !each.heading()).toList()) {
            line("y grid " + tick.value(), left(), y(tick.value()), right(), y(tick.value()), GRID, THIN);
        }
    }

    private void drawGuide(ReferenceLine guide) {
        line("guide " + guide, x(guide.x1()), y(guide.y1()), x(guide.x2()), y(guide.y2()), REFERENCE, DASHED);
        if (!guide.label().isEmpty()) {
            boolean vertical = guide.x1() == guide.x2();
            double across = vertical ? x(guide.x1()) : x(guide.x2()) - 10 * xPixel;
            double up = vertical ? top() + (figure.y().tall() ? 38 : 10) * yPixel : y(guide.y2()) + 8 * yPixel;
            write(guide.label(), across, up, vertical ? ChartLabel.Align.MIDDLE : ChartLabel.Align.END, 11.5, MUTED);
        }
    }

    private void drawSeries(ChartSeries series) {
        Color colour = Color.decode(series.ink().light());
        for (DataPoint point : series.points()) {
            drawWhisker(series, point, colour);
        }
        double[] xs =
                series.points().stream().mapToDouble(point -> x(point.x())).toArray();
        double[] ys =
                series.points().stream().mapToDouble(point -> y(point.y())).toArray();
        XYSeries dots = chart.addSeries(series.name().isBlank() ? " " : series.name(), xs, ys);
        dots.setXYSeriesRenderStyle(series.joined() ? XYSeriesRenderStyle.Line : XYSeriesRenderStyle.Scatter);
        dots.setMarker(marker(series));
        dots.setMarkerColor(colour);
        dots.setLineColor(colour);
        dots.setLineStyle(series.hollow() ? DASHED : JOINED);
        if (figure.valueColumn()) {
            series.points()
                    .forEach(point -> write(
                            point.label(),
                            right() + PlotArea.VALUE_GAP * xPixel,
                            y(point.y()),
                            ChartLabel.Align.START,
                            PlotArea.VALUE_SIZE,
                            TEXT));
        }
    }

    private void drawWhisker(ChartSeries series, DataPoint point, Color colour) {
        var interval = point.interval();
        if (interval == null) {
            return;
        }
        String name = "whisker " + series.name() + " " + point.x() + " " + point.y();
        if (figure.horizontal()) {
            line(name, x(interval.low()), y(point.y()), x(interval.high()), y(point.y()), colour, WHISKER);
        } else {
            line(name, x(point.x()), y(interval.low()), x(point.x()), y(interval.high()), colour, WHISKER);
        }
    }

    private void drawTickLabels() {
        for (Tick tick : figure.x().ticks()) {
            write(tick.label(), x(tick.value()), bottom() - 13 * yPixel, ChartLabel.Align.MIDDLE, 12, MUTED);
            if (figure.y().tall()) {
                write(tick.label(), x(tick.value()), top() + 13 * yPixel, ChartLabel.Align.MIDDLE, 12, MUTED);
            }
        }
        List<Tick> rows = figure.y().ticks();
        // the bold font is the wider one
        List<String> names =
                Fonts.fit(Fonts.bold(12.5), rows.stream().map(Tick::label).toList(), frame.left() - 14.0);
        for (int i = 0; i < rows.size(); i++) {
            Tick tick = rows.get(i);
            Font font = tick.heading() ? Fonts.bold(12.5) : Fonts.plain(12.5);
            String text = names.get(i);
            double x = left() - (tick.heading() ? frame.left() - 2 : 12) * xPixel;
            ChartLabel.Align align = tick.heading() ? ChartLabel.Align.START : ChartLabel.Align.END;
            chart.addAnnotation(new ChartLabel(text, x, y(tick.value()), align, font, TEXT));
        }
    }

    private void drawWords() {
        double below = bottom() - 38 * yPixel;
        drawDirections(below);
        if (figure.y().tall()) {
            drawDirections(top() + 38 * yPixel);
        }
        if (!figure.x().title().isEmpty()) {
            write(figure.x().title(), (left() + right()) / 2, below, ChartLabel.Align.MIDDLE, 12.5, TEXT);
        }
        if (!figure.y().title().isEmpty()) {
            write(figure.y().title(), left() - 12 * xPixel, top() + 12 * yPixel, ChartLabel.Align.END, 12.5, TEXT);
        }
    }

    private void drawDirections(double y) {
        if (!figure.x().lowWords().isEmpty()) {
            write("← " + figure.x().lowWords(), left(), y, ChartLabel.Align.START, 12.5, TEXT);
        }
        if (!figure.x().highWords().isEmpty()) {
            write(figure.x().highWords() + " →", right(), y, ChartLabel.Align.END, 12.5, TEXT);
        }
    }

    /** XChart's own legend sets its names on different lines; this one stands on one. */
    private void drawLegend() {
        double y = bottom() - (frame.bottom() - PlotArea.LEGEND + 14) * yPixel;
        double x = left();
        int count = figure.series().size();
        double room = (frame.plotWidth() - frame.left() - LEGEND_GAP * count) / Math.max(1, count);
        List<String> names = figure.series().stream().map(ChartSeries::name).toList();
        double all = names.stream()
                .mapToDouble(name -> Fonts.width(Fonts.plain(12.5), name))
                .sum();
        List<String> shown = all <= room * count ? names : Fonts.fit(Fonts.plain(12.5), names, room);
        for (int i = 0; i < count; i++) {
            ChartSeries series = figure.series().get(i);
            XYSeries mark = chart.addSeries(
                    "legend " + series.ink() + " " + series.name(), new double[] {x + 4 * xPixel}, new double[] {y});
            mark.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
            mark.setMarker(marker(series));
            mark.setMarkerColor(Color.decode(series.ink().light()));
            write(shown.get(i), x + 16 * xPixel, y, ChartLabel.Align.START, 12.5, TEXT);
            x += (LEGEND_GAP + Fonts.width(Fonts.plain(12.5), shown.get(i))) * xPixel;
        }
        String note = Fonts.fit(Fonts.plain(10.5), figure.note(), frame.plotWidth() - frame.left());
        write(note, left(), y - 24 * yPixel, ChartLabel.Align.START, 10.5, MUTED);
    }

    private void line(String name, double x1, double y1, double x2, double y2, Color colour, BasicStroke stroke) {
        String unique = name;
        for (int i = 2; chart.getSeries(unique) != null; i++) {
            unique = name + " #" + i;
        }
        XYSeries line = chart.addSeries(unique, new double[] {x1, x2}, new double[] {y1, y2});
        line.setMarker(SeriesMarkers.NONE);
        line.setLineColor(colour);
        line.setLineStyle(stroke);
        line.setShowInLegend(false);
    }

    private void write(String text, double x, double y, ChartLabel.Align align, double size, Color colour) {
        chart.addAnnotation(new ChartLabel(text, x, y, align, Fonts.plain(size), colour));
    }

    private static Marker marker(ChartSeries series) {
        Marker full = marker(series.ink().shape());
        return series.hollow() ? new RingMarker(full) : full;
    }

    private static Marker marker(MarkerShape shape) {
        return switch (shape) {
            case CIRCLE -> SeriesMarkers.CIRCLE;
            case DIAMOND -> SeriesMarkers.DIAMOND;
            case SQUARE -> SeriesMarkers.SQUARE;
            case TRIANGLE -> SeriesMarkers.TRIANGLE_UP;
            case INVERSE_TRIANGLE -> SeriesMarkers.TRIANGLE_DOWN;
            case CROSS -> SeriesMarkers.CROSS;
        };
    }

    private double x(double value) {
        return figure.x().scale().place(value);
    }

    private double y(double value) {
        return figure.y().scale().place(value);
    }

    private double left() {
        return PlotArea.bottomOf(figure.x());
    }

    private double right() {
        return PlotArea.topOf(figure.x());
    }

    private double bottom() {
        return PlotArea.bottomOf(figure.y());
    }

    private double top() {
        return PlotArea.topOf(figure.y());
    }
}
