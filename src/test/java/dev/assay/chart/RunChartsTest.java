package dev.assay.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.assay.fixture.HostileRun;
import dev.assay.fixture.RunBuilder;
import dev.assay.fixture.SampleRuns;
import dev.assay.fixture.WholeRun;
import dev.assay.model.Metric;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Workload;
import dev.assay.model.result.Interval;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.TrialId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunChartsTest {
    static Stream<RunResult> runs() {
        return Stream.of(SampleRuns.full(), SampleRuns.partial(), SampleRuns.commands(), HostileRun.build());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyAxisHasTicksInsideItself(RunResult result) {
        assertThat(RunCharts.of(result).all()).isNotEmpty().allSatisfy(figure -> {
            for (Axis axis : List.of(figure.x(), figure.y())) {
                assertThat(axis.ticks()).hasSizeBetween(1, 12).allMatch(tick -> axis.covers(tick.value()));
                assertThat(axis.ticks().stream().map(Tick::label)).doesNotHaveDuplicates();
            }
        });
    }

    @Test
    void everySectionIsInTheList() throws IllegalAccessException {
        List<Object> declared = new ArrayList<>();
        for (JavaClass each : new ClassFileImporter().importPackagesOf(RunCharts.class)) {
            for (JavaField field : each.getFields()) {
                if (field.getRawType().isEquivalentTo(ChartSection.class)) {
                    declared.add(field.reflect().get(null));
                }
            }
        }
        assertThat(RunCharts.SECTIONS).doesNotHaveDuplicates().hasSameElementsAs(sections(declared));
    }

    private static List<ChartSection> sections(List<Object> declared) {
        return declared.stream().map(ChartSection.class::cast).toList();
    }

    @Test
    void aFullRunHasEveryFigure() {
        assertThat(RunCharts.of(SampleRuns.full()).all())
                .extracting(Chart::id)
                .containsExactly(
                        "ratios-python-rust", "ratios-rust-c", "speedup-threading-cpu-bound", "memory", "startup");
    }

    @Test
    void manyRowsStandUnderTheNamesOfTheirSuitesInTheOrderOfTheCatalog() {
        RunResult result = WholeRun.build(4);
        RunCharts figures = RunCharts.of(result);
        List<Chart> grouped = Stream.concat(
                        figures.of(RatioCharts.OVERVIEW).stream(), figures.of(CostCharts.MEMORY).stream())
                .toList();
        assertThat(grouped).hasSize(3).allSatisfy(figure -> {
            List<String> names = new ArrayList<>();
            String suite = "";
            for (Tick tick : figure.y().ticks()) {
                suite = tick.heading() ? tick.label() : suite;
                if (!tick.heading()) {
                    names.add(suite + "/" + tick.label().replace(" (wall)", ""));
                }
            }
            assertThat(names)
                    .containsExactlyElementsOf(result.header().workloads().stream()
                            .map(Workload::id)
                            .toList());
            assertThat(figure.series())
                    .allSatisfy(series -> assertThat(series.points())
                            .noneMatch(point -> figure.y()
                                    .ticks()
                                    .get((int) Math.round(point.y()))
                                    .heading()));
        });
    }

    @Test
    void aFigureTooTallForAFileHasOneForEachSuiteWithTheSameDots() {
        RunCharts figures = RunCharts.of(WholeRun.build(4));
        Chart whole = figures.of(RatioCharts.OVERVIEW).get(0);
        List<Chart> parts = figures.parts(whole);
        assertThat(parts)
                .extracting(Chart::id)
                .containsExactlyElementsOf(whole.y().ticks().stream()
                        .filter(Tick::heading)
                        .map(suite -> "ratios-python-rust-" + suite.label())
                        .toList());
        assertThat(labels(parts)).containsExactlyInAnyOrderElementsOf(labels(List.of(whole)));
        assertThat(figures.parts(figures.of(CostCharts.STARTUP).get(0))).isEmpty();
        RunCharts small = RunCharts.of(SampleRuns.full());
        assertThat(small.all())
                .allSatisfy(figure -> assertThat(small.parts(figure)).isEmpty());
    }

    private static List<String> labels(List<Chart> figures) {
        return figures.stream()
                .flatMap(figure -> figure.series().stream())
                .flatMap(series -> series.points().stream())
                .map(DataPoint::label)
                .toList();
    }

    @Test
    void everyRuntimeHasAColorAndAShapeOfItsOwn() {
        List<SeriesStyle> inks = Stream.of(Runtime.RUST, Runtime.PYTHON, Runtime.C, Runtime.PYPY, Runtime.PYTHON_FT)
                .map(SeriesStyle::of)
                .toList();
        assertThat(inks).extracting(SeriesStyle::light).doesNotHaveDuplicates();
        assertThat(inks).extracting(SeriesStyle::dark).doesNotHaveDuplicates();
        assertThat(inks).extracting(SeriesStyle::shape).doesNotHaveDuplicates();
    }

    @Test
    void whatWasNotMeasuredHasNoFigure() {
        assertThat(RunCharts.of(SampleRuns.commands()).all())
                .extracting(Chart::id)
                .containsExactly("ratios-commands", "memory");
        assertThat(RunCharts.of(new RunBuilder().build()).all()).isEmpty();
    }

    @Test
    void oneIsOnTheForestAxisAndNotAtItsEdge() {
        assertThat(RunCharts.of(SampleRuns.full()).of(RatioCharts.OVERVIEW))
                .allSatisfy(figure -> assertThat(figure.x().fraction(1)).isBetween(0.15, 0.85));
    }

    @Test
    void workTimeDecidesAndWallTimeStandsInWhereThereIsNone() {
        Chart figure = RunCharts.of(SampleRuns.full()).of(RatioCharts.OVERVIEW).get(0);
        assertThat(figure.y().ticks()).extracting(Tick::label).contains("numeric/nbody", "startup/hello (wall)");
        DataPoint nbody = figure.series().get(0).points().get(0);
        assertThat(nbody.x()).isCloseTo(331 / 7.1, within(1e-9));
    }

    @Test
    void nobodyIsCalledFasterWhenTheIntervalSpansOne() {
        Chart figure = RunCharts.of(SampleRuns.full()).of(RatioCharts.OVERVIEW).get(0);
        for (ChartSeries series : figure.series()) {
            for (DataPoint point : series.points()) {
                Interval interval = point.interval();
                assertThat(interval).isNotNull();
                assertThat(interval != null
                                && interval.contains(1)
                                && series.name().contains("faster"))
                        .isFalse();
            }
        }
        assertThat(figure.series())
                .extracting(ChartSeries::ink)
                .contains(SeriesStyle.NEUTRAL, SeriesStyle.of(Runtime.RUST));
    }

    @Test
    void memoryIsLinearFromZeroUntilTenfold() {
        Chart wide = RunCharts.of(SampleRuns.full()).of(CostCharts.MEMORY).get(0);
        assertThat(wide.x().scale()).isEqualTo(AxisScale.LOG2);
        Chart narrow = RunCharts.of(SampleRuns.commands()).of(CostCharts.MEMORY).get(0);
        assertThat(narrow.x().scale()).isEqualTo(AxisScale.LINEAR);
        assertThat(narrow.x().low()).isZero();
        assertThat(narrow.guides()).extracting(ReferenceLine::label).containsExactly("no-op floor");
    }

    @Test
    void aSpeedUpBeginsAtOneThread() {
        Chart figure = RunCharts.of(SampleRuns.full()).of(SpeedUpCharts.SCALING).get(0);
        assertThat(figure.series())
                .hasSize(2)
                .allSatisfy(series -> assertThat(series.points())
                        .extracting(point -> Math.round(point.x()))
                        .containsExactly(1L, 2L, 4L));
    }

    @Test
    void speedUpsOfTheSameNumberOfThreadsStandApartAndNearTheirTick() {
        Chart figure = RunCharts.of(SampleRuns.full()).of(SpeedUpCharts.SCALING).get(0);
        List<ChartSeries> series = figure.series();
        for (int i = 1; i <= 2; i++) {
            double first = figure.x().fraction(series.get(0).points().get(i).x());
            double second = figure.x().fraction(series.get(1).points().get(i).x());
            assertThat(second - first).isCloseTo(0.014, within(1e-9));
            assertThat((first + second) / 2).isCloseTo(figure.x().fraction(2.0 * i), within(1e-9));
        }
    }

    /** Of one runtime, and so of one ink: full dots and rings tell them apart. */
    @Test
    void aVariantsSpeedUpIsHollow() {
        RunBuilder run = new RunBuilder();
        for (String variant : List.of("std", "rayon")) {
            TrialId one = TrialId.parse("threading/cpu-bound:rust:" + variant + "@10x1");
            TrialId two = TrialId.parse("threading/cpu-bound:rust:" + variant + "@10x2");
            run.compare(Metric.WORK, one, two, 1.9, 0.02);
        }
        Chart figure = RunCharts.of(run.build()).of(SpeedUpCharts.SCALING).get(0);
        assertThat(figure.series())
                .extracting(ChartSeries::name, ChartSeries::ink, ChartSeries::hollow)
                .containsExactly(
                        tuple("Rust", SeriesStyle.of(Runtime.RUST), false),
                        tuple("Rust rayon", SeriesStyle.of(Runtime.RUST), true));
        assertThat(figure.caption()).endsWith("Rings and dashed lines are variants.");
    }

    @Test
    void aRatioThatIsNotANumberIsOmitted() {
        RunBuilder run = new RunBuilder();
        TrialId python = SampleRuns.id("numeric/nbody", "python", 1, 1);
        TrialId rust = SampleRuns.id("numeric/nbody", "rust", 1, 1);
        run.compare(Metric.WORK, python, rust, 0, 0.1);
        assertThat(RunCharts.of(run.build()).of(RatioCharts.OVERVIEW)).isEmpty();
    }

    @Test
    void aWhiskerOutsideTheAxesIsRefused() {
        Axis x = Axis.of("", AxisScale.LINEAR, 0, 10, List.of(new Tick(5, "5")));
        ChartSeries series = new ChartSeries(
                "s", SeriesStyle.of(Runtime.RUST), false, List.of(new DataPoint(5, 0, new Interval(4, 11), "5")));
        Axis y = Axis.rows(List.of("row"));
        assertThatThrownBy(() -> new Chart("f", "t", "c", x, y, List.of(series), List.of(), null, false, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outside the axes");
    }

    @Test
    void aBlankTickIsRefused() {
        assertThatThrownBy(() -> new Tick(1, " ")).isInstanceOf(IllegalArgumentException.class);
    }
}
