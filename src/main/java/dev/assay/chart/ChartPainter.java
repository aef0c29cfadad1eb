package dev.assay.chart;

import dev.assay.chart.ChartLayout.BandMark;
import dev.assay.chart.ChartLayout.DotMark;
import dev.assay.chart.ChartLayout.LineMark;
import dev.assay.chart.ChartLayout.LineStyle;
import dev.assay.chart.ChartLayout.SeriesMark;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws a layout by XChart: a series for dots, lines and the band, an annotation for every text. The axes have the layout's places as their values and
 * are blank, for XChart's own ticks and legend drop labels silently.
 */
final class ChartPainter {
    private static final Color GRID = new Color(0xE3E7EB);
    private static final Color REFERENCE = new Color(0x7B8794);
    private static final Color BAND = new Color(0xEEF1F4);
    private static final BasicStroke THIN = new BasicStroke(1f);
    private static final BasicStroke JOINED = new BasicStroke(1.8f);
    private static final BasicStroke WHISKER = new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHED =
            new BasicStroke(1.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {5f, 4f}, 0f);

    private final XYChart chart;
    private final double height;
    private int count;

    private ChartPainter(ChartLayout layout) {
        this.height = layout.height();
        this.chart = new XYChart((int) Math.ceil(layout.width()), (int) Math.ceil(height));
        ChartStyle.apply(chart.getStyler());
        chart.getStyler().setXAxisMin(0.0).setXAxisMax(layout.width());
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(height);
    }

    /** The chart of a file, a pixel for each point. */
    static XYChart paint(Chart figure) {
        ChartLayout layout = ChartLayout.of(figure, ChartFormat.FILE);
        ChartPainter painter = new ChartPainter(layout);
        BandMark band = layout.band();
        if (band != null) {
            painter.draw(band);
        }
        for (LineMark line : layout.lines()) {
            boolean grid = line.style() == LineStyle.GRID;
            painter.draw(line, grid ? GRID : REFERENCE, grid ? THIN : DASHED);
        }
        layout.series().forEach(painter::draw);
        layout.texts().forEach(text -> painter.chart.addAnnotation(new ChartLabel(text, painter.height)));
        return painter.chart;
    }

    private void draw(BandMark band) {
        double left = band.x();
        double right = left + band.width();
        double top = band.y();
        double below = top + band.height();
        add(XYSeriesRenderStyle.PolygonArea, BAND, THIN, left, top, right, top, right, below, left, below, left, top)
                .setFillColor(BAND);
    }

    private void draw(LineMark line, Color color, BasicStroke stroke) {
        add(XYSeriesRenderStyle.Line, color, stroke, line.x1(), line.y1(), line.x2(), line.y2());
    }

    private void draw(SeriesMark mark) {
        ChartSeries series = mark.series();
        Color color = Color.decode(series.ink().light());
        for (DotMark dot : mark.dots()) {
            LineMark whisker = dot.whisker();
            if (whisker != null) {
                draw(whisker, color, WHISKER);
            }
        }
        XYSeriesRenderStyle style = series.joined() ? XYSeriesRenderStyle.Line : XYSeriesRenderStyle.Scatter;
        double[] path = mark.dots().stream()
                .flatMapToDouble(dot -> DoubleStream.of(dot.x(), dot.y()))
                .toArray();
        add(style, color, series.hollow() ? DASHED : JOINED, path).setMarker(marker(series));
    }

    /** A series through these places: across and down, in turn. */
    private XYSeries add(XYSeriesRenderStyle style, Color color, BasicStroke stroke, double... path) {
        double[] xs = new double[path.length / 2];
        double[] ys = new double[path.length / 2];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = path[2 * i];
            ys[i] = height - path[2 * i + 1];
        }
        XYSeries series = chart.addSeries(String.valueOf(count++), xs, ys);
        series.setXYSeriesRenderStyle(style);
        series.setMarker(SeriesMarkers.NONE);
        series.setMarkerColor(color);
        series.setLineColor(color);
        series.setLineStyle(stroke);
        return series;
    }

    private static Marker marker(ChartSeries series) {
        Marker full = switch (series.ink().shape()) {
            case CIRCLE -> SeriesMarkers.CIRCLE;
            case DIAMOND -> SeriesMarkers.DIAMOND;
            case SQUARE -> SeriesMarkers.SQUARE;
            case TRIANGLE -> SeriesMarkers.TRIANGLE_UP;
            case INVERSE_TRIANGLE -> SeriesMarkers.TRIANGLE_DOWN;
            case PLUS -> new PlusMarker();
            case CROSS -> SeriesMarkers.CROSS;
        };
        return series.hollow() ? new RingMarker(full) : full;
    }
}
