package dev.assay.report;

import dev.assay.chart.Figure;
import dev.assay.chart.Point;
import dev.assay.chart.Series;
import dev.assay.chart.Tick;
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
 * @param legend colours and shapes
 * @param values every value in words, for those who cannot see the figure
 * @param file where the PNG lies beside the page
 * @param note what it holds for
 */
record FigureView(
        String id,
        String title,
        String caption,
        String wide,
        String narrow,
        List<Key> legend,
        List<Fact> values,
        String file,
        String note) {
    static FigureView of(Figure figure) {
        return new FigureView(
                "figure-" + figure.id(),
                figure.title(),
                figure.caption(),
                SvgFigure.wide(figure),
                SvgFigure.narrow(figure),
                figure.series().stream()
                        .map(series -> new Key(series.name(), Dot.alone(series.ink())))
                        .toList(),
                values(figure),
                "charts/" + figure.id() + ".png",
                figure.note());
    }

    private static List<Fact> values(Figure figure) {
        List<Fact> values = new ArrayList<>();
        if (!figure.horizontal()) {
            for (Series series : figure.series()) {
                series.points().forEach(point -> values.add(new Fact(series.name(), point.label())));
            }
            return values;
        }
        for (Tick row : figure.y().ticks()) {
            for (Series series : figure.series()) {
                for (Point point : series.points()) {
                    if (Math.abs(point.y() - row.value()) < 0.5) {
                        values.add(new Fact(row.label(), point.label()));
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
