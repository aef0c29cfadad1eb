package dev.assay.report.svg;

import dev.assay.chart.Chart;
import dev.assay.chart.ChartSeries;
import dev.assay.chart.DataPoint;
import dev.assay.chart.ReferenceLine;
import dev.assay.chart.ShadedBand;
import dev.assay.chart.Tick;
import dev.assay.model.Interval;
import dev.assay.text.Truncation;
import java.util.List;

/** A figure as inline SVG: text stays text, colours follow the page. */
public final class SvgChart {
    /** How wide a character of a tick is at most, a little more than any font needs. */
    private static final double TICK_CHARACTER = 8;

    private final Chart figure;
    private final SvgPlotArea frame;
    private final Svg svg = new Svg();

    private SvgChart(Chart figure, SvgPlotArea frame) {
        this.figure = figure;
        this.frame = frame;
    }

    /** For a wide page. */
    public static String wide(Chart figure) {
        return new SvgChart(figure, SvgPlotArea.wide(figure)).draw("figure wide");
    }

    /** For a narrow page: names stand above their rows. */
    public static String narrow(Chart figure) {
        return new SvgChart(figure, SvgPlotArea.narrow(figure)).draw("figure narrow");
    }

    private String draw(String cssClass) {
        svg.open(cssClass, frame.width(), frame.height(), figure.title() + ". " + figure.caption());
        drawBand();
        drawGrid();
        figure.guides().forEach(this::drawGuide);
        figure.series().forEach(this::drawSeries);
        drawLabels();
        drawWords();
        return svg.close();
    }

    private void drawBand() {
        ShadedBand band = figure.band();
        if (band != null) {
            svg.group("", band.label());
            double left = x(band.low());
            svg.box("band", left, frame.top(), x(band.high()) - left, frame.bottom() - frame.top());
            svg.endGroup();
        }
    }

    private void drawGrid() {
        for (Tick tick : figure.x().ticks()) {
            svg.line("grid", x(tick.value()), frame.top(), x(tick.value()), frame.bottom());
        }
        for (Tick tick : figure.y().ticks()) {
            if (tick.heading()) {
                continue;
            }
            svg.line("grid", frame.left(), y(tick.value()), frame.right(), y(tick.value()));
        }
    }

    private void drawGuide(ReferenceLine guide) {
        boolean vertical = guide.x1() == guide.x2();
        double up = vertical ? frame.top() : y(guide.y1());
        double down = vertical ? frame.bottom() : y(guide.y2());
        svg.line("guide", x(guide.x1()), up, x(guide.x2()), down);
        if (!guide.label().isEmpty() && vertical) {
            svg.text("muted", x(guide.x1()) + 4, frame.top() - (figure.y().tall() ? 32 : 9), "start", guide.label());
        } else if (!guide.label().isEmpty()) {
            svg.text("muted", x(guide.x2()) - 12, y(guide.y2()) - 5, "end", guide.label());
        }
    }

    private void drawSeries(ChartSeries series) {
        if (series.joined()) {
            svg.group("ink-" + series.ink(), series.name())
                    .path(series.hollow() ? "joined dashed" : "joined", route(series))
                    .endGroup();
        }
        for (DataPoint point : series.points()) {
            svg.group("ink-" + series.ink(), point.label());
            drawWhisker(point);
            SvgDot.draw(svg, series, x(point.x()), y(point.y()));
            svg.endGroup();
            if (figure.valueColumn()) {
                drawValue(point);
            }
        }
    }

    private String route(ChartSeries series) {
        StringBuilder d = new StringBuilder();
        for (DataPoint point : series.points()) {
            d.append(d.length() == 0 ? 'M' : 'L').append(Svg.number(x(point.x())));
            d.append(' ').append(Svg.number(y(point.y())));
        }
        return d.toString();
    }

    private void drawWhisker(DataPoint point) {
        Interval interval = point.interval();
        if (interval == null) {
            return;
        }
        if (figure.horizontal()) {
            svg.line("whisker", x(interval.low()), y(point.y()), x(interval.high()), y(point.y()));
        } else {
            svg.line("whisker", x(point.x()), y(interval.low()), x(point.x()), y(interval.high()));
        }
    }

    private void drawValue(DataPoint point) {
        if (frame.stacked()) {
            svg.text("value", frame.right(), y(point.y()) - 13, "end", point.label());
        } else {
            svg.text("value", frame.right() + SvgPlotArea.VALUE_GAP, y(point.y()) + 4, "start", point.label());
        }
    }

    private void drawLabels() {
        double below = frame.bottom() + 18;
        double free = 0;
        for (Tick tick : figure.x().ticks()) {
            double half = TICK_CHARACTER * tick.label().length() / 2;
            // a line may go without its number where two would touch
            if (x(tick.value()) - half >= free) {
                free = x(tick.value()) + half;
                drawTick(tick, below);
                if (figure.y().tall()) {
                    drawTick(tick, frame.top() - 9);
                }
            }
        }
        List<Tick> rows = figure.y().ticks();
        List<String> names = Truncation.shorten(rows.stream().map(Tick::label).toList(), frame.longestName());
        for (int i = 0; i < rows.size(); i++) {
            drawRowLabel(rows.get(i), names.get(i));
        }
    }

    /** In the middle below its line, but for one so near the figure's edge that it would be cut off. */
    private void drawTick(Tick tick, double y) {
        double x = x(tick.value());
        double half = TICK_CHARACTER * tick.label().length() / 2;
        double inside = Math.max(half, Math.min(frame.width() - half, x));
        svg.text("muted", inside, y, "middle", tick.label());
    }

    private void drawRowLabel(Tick tick, String name) {
        if (tick.heading()) {
            svg.text("heading", 2, y(tick.value()) + 5, "start", name);
        } else if (frame.stacked()) {
            svg.text("name", frame.left(), y(tick.value()) - frame.nameRise(), "start", name);
        } else {
            svg.text("name", frame.left() - 12, y(tick.value()) + 4, "end", name);
        }
    }

    private void drawWords() {
        double below = frame.bottom() + 40;
        drawDirections(below);
        if (figure.y().tall()) {
            drawDirections(frame.top() - 32);
        }
        if (!figure.x().title().isEmpty()) {
            double middle = (frame.left() + frame.right()) / 2;
            svg.text("name", middle, below, "middle", figure.x().title());
        }
        if (!figure.y().title().isEmpty()) {
            svg.text("name", 2, frame.top() - 8, "start", figure.y().title());
        }
    }

    private void drawDirections(double y) {
        int most = (int) ((frame.right() - frame.left()) / 2 / SvgPlotArea.CHARACTER) - "← ".length();
        List<String> words =
                Truncation.shorten(List.of(figure.x().lowWords(), figure.x().highWords()), most);
        if (!words.get(0).isEmpty()) {
            svg.text("name", frame.left(), y, "start", "← " + words.get(0));
        }
        if (!words.get(1).isEmpty()) {
            svg.text("name", frame.right(), y, "end", words.get(1) + " →");
        }
    }

    private double x(double value) {
        return frame.left() + figure.x().fraction(value) * (frame.right() - frame.left());
    }

    private double y(double value) {
        double depth = figure.y().fraction(value) * (frame.bottom() - frame.top());
        return figure.horizontal() ? frame.top() + depth : frame.bottom() - depth;
    }
}
