package dev.assay.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.chart.ChartLayout.Align;
import dev.assay.chart.ChartLayout.DotMark;
import dev.assay.chart.ChartLayout.LineMark;
import dev.assay.chart.ChartLayout.TextMark;
import dev.assay.chart.ChartLayout.TextStyle;
import dev.assay.fixture.HostileRun;
import dev.assay.fixture.SampleRuns;
import dev.assay.fixture.WholeRun;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartLayoutTest {
    private static Stream<Chart> charts() {
        return Stream.of(SampleRuns.full(), SampleRuns.commands(), HostileRun.build(), WholeRun.build(4))
                .map(RunCharts::of)
                .flatMap(charts -> charts.all().stream());
    }

    @ParameterizedTest
    @EnumSource(ChartFormat.class)
    void nothingLiesOutsideThePicture(ChartFormat format) {
        assertThat(charts()).allSatisfy(chart -> {
            ChartLayout layout = ChartLayout.of(chart, format);
            for (LineMark line : layout.lines()) {
                assertThat(List.of(line.x1(), line.x2())).allMatch(x -> 0 <= x && x <= layout.width());
                assertThat(List.of(line.y1(), line.y2())).allMatch(y -> 0 <= y && y <= layout.height());
            }
            for (DotMark dot : dots(layout)) {
                assertThat(dot.x()).isBetween(5.0, layout.width() - 5);
                assertThat(dot.y()).isBetween(5.0, layout.height() - 5);
            }
            for (TextMark text : layout.texts()) {
                double left = left(text);
                assertThat(left).as(text.text()).isGreaterThanOrEqualTo(0);
                assertThat(left + text.style().width(text.text()))
                        .as(text.text())
                        .isLessThanOrEqualTo(layout.width());
                assertThat(text.y()).isBetween(10.0, layout.height());
            }
        });
    }

    private static List<DotMark> dots(ChartLayout layout) {
        return layout.series().stream().flatMap(each -> each.dots().stream()).toList();
    }

    private static double left(TextMark text) {
        return text.x() - text.align().share * text.style().width(text.text());
    }

    @Test
    void aFileHasTheSamePlotAsAWidePageAndItsFrame() {
        Chart chart = RunCharts.of(SampleRuns.full()).of(RatioCharts.OVERVIEW).get(0);
        ChartLayout page = ChartLayout.of(chart, ChartFormat.WIDE);
        ChartLayout file = ChartLayout.of(chart, ChartFormat.FILE);
        double right = file.lines().get(0).x1() - page.lines().get(0).x1();
        double down = file.lines().get(0).y1() - page.lines().get(0).y1();

        for (int i = 0; i < dots(page).size(); i++) {
            assertThat(dots(file).get(i).x() - dots(page).get(i).x()).isCloseTo(right, within(1e-9));
            assertThat(dots(file).get(i).y() - dots(page).get(i).y()).isCloseTo(down, within(1e-9));
        }
        assertThat(dots(file)).hasSize(dots(page).size() + chart.series().size());
        assertThat(page.texts()).extracting(TextMark::style).doesNotContain(TextStyle.TITLE, TextStyle.NOTE);
        assertThat(file.texts())
                .filteredOn(text -> text.style() == TextStyle.TITLE)
                .extracting(TextMark::text)
                .containsExactly(chart.title());
        assertThat(file.texts()).extracting(TextMark::text).contains(chart.note());
    }

    @Test
    void aWhiskerLiesAlongItsRowAndThroughItsDot() {
        Chart chart = RunCharts.of(SampleRuns.full()).of(RatioCharts.OVERVIEW).get(0);
        assertThat(dots(ChartLayout.of(chart, ChartFormat.NARROW))).isNotEmpty().allSatisfy(dot -> {
            LineMark whisker = dot.whisker();
            assertThat(whisker).isNotNull();
            if (whisker != null) {
                assertThat(whisker.y1()).isEqualTo(dot.y()).isEqualTo(whisker.y2());
                assertThat(dot.x()).isBetween(whisker.x1(), whisker.x2());
            }
        });
    }

    @Test
    void numbersOfTicksThatWouldTouchAreOmittedAndTheirLinesStay() {
        List<Tick> ticks = Stream.of(1.0, 1.1, 9.0)
                .map(value -> new Tick(value, value + " milliseconds"))
                .toList();
        Axis x = Axis.of("", AxisScale.LINEAR, 0, 10, ticks);
        Chart chart = new Chart("c", "t", "", x, Axis.rows(List.of("row")), List.of(), List.of(), null, false, "");
        ChartLayout layout = ChartLayout.of(chart, ChartFormat.WIDE);

        assertThat(layout.texts())
                .filteredOn(text -> text.align() == Align.MIDDLE)
                .extracting(TextMark::text)
                .containsExactly("1.0 milliseconds", "9.0 milliseconds");
        assertThat(layout.lines()).hasSize(4);
    }

    @Test
    void namesOfANarrowPageStandAboveTheirRows() {
        Chart chart = RunCharts.of(SampleRuns.full()).of(CostCharts.MEMORY).get(0);
        TextMark wide = name(chart, ChartFormat.WIDE);
        TextMark narrow = name(chart, ChartFormat.NARROW);

        assertThat(wide.align()).isEqualTo(Align.END);
        assertThat(wide.y()).isCloseTo(row(chart, ChartFormat.WIDE), within(5.0));
        assertThat(narrow.align()).isEqualTo(Align.START);
        assertThat(narrow.y()).isLessThan(row(chart, ChartFormat.NARROW) - 10);
    }

    private static TextMark name(Chart chart, ChartFormat format) {
        String first = chart.y().ticks().get(0).label();
        return ChartLayout.of(chart, format).texts().stream()
                .filter(text -> text.text().equals(first))
                .findFirst()
                .orElseThrow();
    }

    private static double row(Chart chart, ChartFormat format) {
        return ChartLayout.of(chart, format)
                .lines()
                .get(chart.x().ticks().size())
                .y1();
    }
}
