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
 * @param parts where PNGs of single suites lie beside the page, by suite; none for most figures
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
        List<Fact> parts,
        String note) {
    static FigureView of(Figure figure, List<Figure> parts) {
        return new FigureView(
                "figure-" + figure.id(),
                figure.title(),
                figure.caption(),
                SvgFigure.wide(figure),
                SvgFigure.narrow(figure),
                figure.series().stream()
                        .map(series -> new Key(series.name(), Dot.alone(series)))
                        .toList(),
                values(figure),
                file(figure),
                parts.stream()
                        .map(part -> new Fact(part.id().substring(figure.id().length() + 1), file(part)))
                        .toList(),
                figure.note());
    }

    private static String file(Figure figure) {
        return "charts/" + figure.id() + ".png";
    }

    boolean hasParts() {
        return !parts.isEmpty();
    }

    private static List<Fact> values(Figure figure) {
        List<Fact> values = new ArrayList<>();
        if (!figure.horizontal()) {
            for (Series series : figure.series()) {
                series.points().forEach(point -> values.add(new Fact(series.name(), point.label())));
            }
            return values;
        }
        String suite = "";
        for (Tick row : figure.y().ticks()) {
            suite = row.heading() ? row.label() + "/" : suite;
            for (Series series : figure.series()) {
                for (Point point : series.points()) {
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
