package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.chart.Axis;
import dev.assay.chart.AxisScale;
import dev.assay.chart.Chart;
import dev.assay.chart.ChartSection;
import dev.assay.chart.ChartSeries;
import dev.assay.chart.DataPoint;
import dev.assay.chart.RunCharts;
import dev.assay.chart.SeriesStyle;
import dev.assay.chart.Tick;
import dev.assay.fixture.SampleRuns;
import dev.assay.history.History;
import dev.assay.model.Runtime;
import dev.assay.model.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ChartSectionViewTest {
    private static final RunResult RUN = SampleRuns.full();

    @Test
    void aSectionInTheListIsInThePageTheNavigationTheFilesAndTheDownloads() {
        List<ChartSection> sections = new ArrayList<>(RunCharts.SECTIONS);
        sections.add(2, new ChartSection("threads", "Threads", (result, part) -> List.of(chart())));
        RunCharts charts = RunCharts.of(RUN, sections);
        Document page = page(charts);

        assertThat(ids(page)).containsSubsequence("overview", "scaling", "threads", "figure-threads", "memory");
        assertThat(links(page, "nav")).containsSubsequence("#overview", "#scaling", "#threads", "#memory");
        assertThat(links(page, "main"))
                .containsSubsequence("charts/speedup-threading-cpu-bound.png", "charts/threads.png")
                .filteredOn("charts/threads.png"::equals)
                .as("below the chart and in the downloads")
                .hasSize(2);
        assertThat(charts.all())
                .extracting(Chart::id)
                .containsSubsequence("speedup-threading-cpu-bound", "threads", "memory");
        assertThat(page.getDocumentElement().getTextContent()).contains("One dot", "profile quick");
    }

    @Test
    void aSectionWithoutAChartIsOmitted() {
        ChartSection empty = new ChartSection("threads", "Threads", (result, part) -> List.of());
        Document page = page(RunCharts.of(RUN, List.of(empty)));

        assertThat(ids(page)).doesNotContain("threads");
        assertThat(links(page, "nav")).doesNotContain("#threads");
    }

    @Test
    void aSectionMaySayThatItHasNoChart() {
        ChartSection empty = new ChartSection(
                "threads", "Threads", result -> "Of threads.", "Nothing was threaded.", (result, part) -> List.of());
        Document page = page(RunCharts.of(RUN, List.of(empty)));

        assertThat(page.getDocumentElement().getTextContent()).contains("Of threads.", "Nothing was threaded.");
        assertThat(links(page, "nav")).contains("#threads");
    }

    private static Chart chart() {
        Axis x = Axis.of("threads", AxisScale.LINEAR, 0, 4, List.of(new Tick(2, "2")));
        ChartSeries dot = new ChartSeries(
                "dots", SeriesStyle.of(Runtime.C), false, List.of(new DataPoint(2, 0, null, "2 threads")));
        return new Chart(
                "threads", "One dot", "", x, Axis.rows(List.of("row")), List.of(dot), List.of(), null, false, "");
    }

    private static Document page(RunCharts charts) {
        return Pages.parse(HtmlReport.render(RUN, History.of(List.of()), charts));
    }

    private static List<String> ids(Document page) {
        return Pages.attributes(page, "id");
    }

    private static List<String> links(Document page, String within) {
        return Pages.elements(page, "a").stream()
                .filter(link -> inside(link, within))
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    private static boolean inside(Element element, String tag) {
        return element.getParentNode() instanceof Element parent
                && (parent.getTagName().equals(tag) || inside(parent, tag));
    }
}
