package dev.assay.report.svg;

import dev.assay.chart.Chart;
import dev.assay.chart.ChartFormat;
import dev.assay.chart.ChartLayout;
import dev.assay.chart.ChartLayout.BandMark;
import dev.assay.chart.ChartLayout.DotMark;
import dev.assay.chart.ChartLayout.LineMark;
import dev.assay.chart.ChartLayout.SeriesMark;
import dev.assay.chart.ChartLayout.TextMark;
import dev.assay.chart.ChartSeries;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws a chart's layout as inline SVG: text stays text, colors follow the page. */
public final class SvgChart {
    private final Svg svg = new Svg();

    private SvgChart() {}

    /** For a wide page. */
    public static String wide(Chart chart) {
        return new SvgChart().draw("figure wide", chart, ChartLayout.of(chart, ChartFormat.WIDE));
    }

    /** For a narrow page. */
    public static String narrow(Chart chart) {
        return new SvgChart().draw("figure narrow", chart, ChartLayout.of(chart, ChartFormat.NARROW));
    }

    private String draw(String cssClass, Chart chart, ChartLayout layout) {
        svg.open(cssClass, layout.width(), layout.height(), chart.title() + ". " + chart.caption());
        BandMark band = layout.band();
        if (band != null) {
            svg.group("", band.label());
            svg.box("band", band.x(), band.y(), band.width(), band.height());
            svg.endGroup();
        }
        layout.lines().forEach(this::draw);
        layout.series().forEach(this::draw);
        layout.texts().forEach(this::draw);
        return svg.close();
    }

    private void draw(LineMark line) {
        svg.line(cssClass(line.style()), line.x1(), line.y1(), line.x2(), line.y2());
    }

    private void draw(SeriesMark mark) {
        ChartSeries series = mark.series();
        if (series.joined()) {
            String path =
                    mark.dots().stream().map(dot -> Svg.point(dot.x(), dot.y())).collect(Collectors.joining("L"));
            svg.group("ink-" + series.ink(), series.name());
            svg.path(series.hollow() ? "joined dashed" : "joined", "M" + path).endGroup();
        }
        for (DotMark dot : mark.dots()) {
            svg.group("ink-" + series.ink(), dot.label());
            LineMark whisker = dot.whisker();
            if (whisker != null) {
                draw(whisker);
            }
            SvgDot.draw(svg, series, dot.x(), dot.y());
            svg.endGroup();
        }
    }

    private void draw(TextMark text) {
        svg.text(cssClass(text.style()), text.x(), text.y(), cssClass(text.align()), text.text());
    }

    private static String cssClass(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
