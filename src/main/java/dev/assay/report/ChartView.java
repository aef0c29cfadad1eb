package dev.assay.report;

import dev.assay.chart.Chart;
import dev.assay.chart.ChartSeries;
import dev.assay.chart.DataPoint;
import dev.assay.chart.Tick;
import dev.assay.report.svg.SvgChart;
import dev.assay.report.svg.SvgDot;
import java.util.ArrayList;
import java.util.List;

/**
 * A figure in the page.
 *
 * @param id its id, unique in the page
 * @param title its title
 * @param caption what to see
 * @param wide the SVG for wide pages
 * @param narrow the SVG for narrow pages
 * @param legend colors and shapes
 * @param values every value in words, for those who cannot see the figure
 * @param file where the PNG lies beside the page
 * @param parts where PNGs of single suites lie beside the page, by suite; none for most figures
 * @param note what it holds for
 */
record ChartView(
        String id,
        String title,
        String caption,
        String wide,
        String narrow,
        List<Key> legend,
        List<Fact> values,
        String file,
        List<Fact> parts,
        String note) {
    static ChartView of(Chart figure, List<Chart> parts) {
        return new ChartView(
                "figure-" + figure.id(),
                figure.title(),
                figure.caption(),
                SvgChart.wide(figure),
                SvgChart.narrow(figure),
                figure.series().stream()
                        .map(series -> new Key(series.name(), SvgDot.alone(series)))
                        .toList(),
                values(figure),
                file(figure),
                parts.stream()
                        .map(part -> new Fact(part.id().substring(figure.id().length() + 1), file(part)))
                        .toList(),
                figure.note());
    }

    private static String file(Chart figure) {
        return "charts/" + figure.id() + ".png";
    }

    boolean hasParts() {
        return !parts.isEmpty();
    }

    private static List<Fact> values(Chart figure) {
        List<Fact> values = new ArrayList<>();
        if (!figure.horizontal()) {
            for (ChartSeries series : figure.series()) {
                series.points().forEach(point -> values.add(new Fact(series.name(), point.label())));
            }
            return values;
        }
        String suite = "";
        for (Tick row : figure.y().ticks()) {
            suite = row.heading() ? row.label() + "/" : suite;
            for (ChartSeries series : figure.series()) {
                for (DataPoint point : series.points()) {
                    if (Math.abs(point.y() - row.value()) < 0.5) {
                        values.add(new Fact(suite + row.label(), point.label()));
                    }
                }
            }
        }
        return values;
    }

    /**
     * An entry of the legend.
     *
     * @param name what is meant
     * @param mark the dot as SVG
     */
    record Key(String name, String mark) {}
}
