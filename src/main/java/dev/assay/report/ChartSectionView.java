package dev.assay.report;

import dev.assay.chart.ChartSection;
import dev.assay.chart.RunCharts;
import dev.assay.model.result.RunResult;
import java.util.List;

/**
 * A section of charts in the page.
 *
 * @param id its id
 * @param title its title
 * @param intro what holds for all its charts, if anything
 * @param charts its charts
 * @param tables the same in numbers; none for most sections
 * @param missing what is said when there is neither
 */
record ChartSectionView(
        String id,
        String title,
        List<String> intro,
        List<ChartView> charts,
        List<RatioTable> tables,
        List<String> missing) {
    static ChartSectionView of(ChartSection section, RunResult result, RunCharts all, List<RatioTable> tables) {
        List<ChartView> charts = all.of(section).stream()
                .map(chart -> ChartView.of(chart, all.parts(chart)))
                .toList();
        return new ChartSectionView(
                section.id(),
                section.title(),
                nonEmpty(section.intro().apply(result)),
                charts,
                tables,
                nonEmpty(charts.isEmpty() && tables.isEmpty() ? section.missing() : ""));
    }

    boolean shown() {
        return !charts.isEmpty() || !tables.isEmpty() || !missing.isEmpty();
    }

    private static List<String> nonEmpty(String text) {
        return text.isEmpty() ? List.of() : List.of(text);
    }
}
