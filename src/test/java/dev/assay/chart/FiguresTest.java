package dev.assay.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.assay.fixture.HostileRun;
import dev.assay.fixture.RunBuilder;
import dev.assay.fixture.SampleRuns;
import dev.assay.fixture.WholeRun;
import dev.assay.model.Interval;
import dev.assay.model.Metric;
import dev.assay.model.RunResult;
import dev.assay.model.Runtime;
import dev.assay.model.TrialId;
import dev.assay.model.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FiguresTest {
    static Stream<RunResult> runs() {
        return Stream.of(SampleRuns.full(), SampleRuns.partial(), SampleRuns.commands(), HostileRun.build());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyAxisHasTicksInsideItself(RunResult result) {
        assertThat(Figures.of(result).all()).isNotEmpty().allSatisfy(figure -> {
            for (Axis axis : List.of(figure.x(), figure.y())) {
                assertThat(axis.ticks()).hasSizeBetween(1, 12).allMatch(tick -> axis.covers(tick.value()));
                assertThat(axis.ticks().stream().map(Tick::label)).doesNotHaveDuplicates();
            }
        });
    }

    @Test
    void aFullRunHasEveryFigure() {
        assertThat(Figures.of(SampleRuns.full()).all())
                .extracting(Figure::id)
                .containsExactly(
                        "ratios-python-rust", "ratios-rust-c", "speedup-threading-cpu-bound", "memory", "startup");
    }

    @Test
    void manyRowsStandUnderTheNamesOfTheirSuitesInTheOrderOfTheCatalogue() {
        RunResult result = WholeRun.build(4);
        Figures figures = Figures.of(result);
        List<Figure> grouped = Stream.concat(figures.ratios().stream(), figures.memory().stream())
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
        Figures figures = Figures.of(WholeRun.build(4));
        Figure whole = figures.ratios().get(0);
        List<Figure> parts = figures.parts(whole);
        assertThat(parts)
                .extracting(Figure::id)
                .containsExactlyElementsOf(whole.y().ticks().stream()
                        .filter(Tick::heading)
                        .map(suite -> "ratios-python-rust-" + suite.label())
                        .toList());
        assertThat(labels(parts)).containsExactlyInAnyOrderElementsOf(labels(List.of(whole)));
        assertThat(figures.parts(figures.startup().orElseThrow())).isEmpty();
        assertThat(Figures.of(SampleRuns.full()).parts()).isEmpty();
    }

    private static List<String> labels(List<Figure> figures) {
        return figures.stream()
                .flatMap(figure -> figure.series().stream())
                .flatMap(series -> series.points().stream())
                .map(Point::label)
                .toList();
    }

    @Test
    void everyRuntimeHasAColourAndAShapeOfItsOwn() {
        List<Ink> inks = Stream.of(Runtime.RUST, Runtime.PYTHON, Runtime.C, Runtime.PYPY, Runtime.PYTHON_FT)
                .map(Ink::of)
                .toList();
        assertThat(inks).extracting(Ink::light).doesNotHaveDuplicates();
        assertThat(inks).extracting(Ink::dark).doesNotHaveDuplicates();
        assertThat(inks).extracting(Ink::shape).doesNotHaveDuplicates();
    }

    @Test
    void whatWasNotMeasuredHasNoFigure() {
        assertThat(Figures.of(SampleRuns.commands()).all())
                .extracting(Figure::id)
                .containsExactly("ratios-commands", "memory");
        assertThat(Figures.of(new RunBuilder().build()).all()).isEmpty();
    }

    @Test
    void oneIsOnTheForestAxisAndNotAtItsEdge() {
        assertThat(Figures.of(SampleRuns.full()).ratios())
                .allSatisfy(figure -> assertThat(figure.x().fraction(1)).isBetween(0.15, 0.85));
    }

    @Test
    void workTimeDecidesAndWallTimeStandsInWhereThereIsNone() {
        Figure figure = Figures.of(SampleRuns.full()).ratios().get(0);
        assertThat(figure.y().ticks()).extracting(Tick::label).contains("numeric/nbody", "startup/hello (wall)");
        Point nbody = figure.series().get(0).points().get(0);
        assertThat(nbody.x()).isCloseTo(331 / 7.1, within(1e-9));
    }

    @Test
    void nobodyIsCalledFasterWhenTheIntervalSpansOne() {
        Figure figure = Figures.of(SampleRuns.full()).ratios().get(0);
        for (Series series : figure.series()) {
            for (Point point : series.points()) {
                Interval interval = point.interval();
                assertThat(interval).isNotNull();
                assertThat(interval != null
                                && interval.contains(1)
                                && series.name().contains("faster"))
                        .isFalse();
            }
        }
        assertThat(figure.series()).extracting(Series::ink).contains(Ink.NEUTRAL, Ink.RUST);
    }

    @Test
    void memoryIsLinearFromZeroUntilTenfold() {
        Figure wide = Figures.of(SampleRuns.full()).memory().orElseThrow();
        assertThat(wide.x().scale()).isEqualTo(Scale.LOG2);
        Figure narrow = Figures.of(SampleRuns.commands()).memory().orElseThrow();
        assertThat(narrow.x().scale()).isEqualTo(Scale.LINEAR);
        assertThat(narrow.x().low()).isZero();
        assertThat(narrow.guides()).extracting(Guide::label).containsExactly("no-op floor");
    }

    @Test
    void aSpeedUpBeginsAtOneThread() {
        Figure figure = Figures.of(SampleRuns.full()).speedUps().get(0);
        assertThat(figure.series())
                .hasSize(2)
                .allSatisfy(series -> assertThat(series.points())
                        .extracting(point -> Math.round(point.x()))
                        .containsExactly(1L, 2L, 4L));
    }

    @Test
    void speedUpsOfTheSameNumberOfThreadsStandApartAndNearTheirTick() {
        Figure figure = Figures.of(SampleRuns.full()).speedUps().get(0);
        List<Series> series = figure.series();
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
        Figure figure = Figures.of(run.build()).speedUps().get(0);
        assertThat(figure.series())
                .extracting(Series::name, Series::ink, Series::hollow)
                .containsExactly(tuple("Rust", Ink.RUST, false), tuple("Rust rayon", Ink.RUST, true));
        assertThat(figure.caption()).endsWith("Rings and broken lines are variants.");
    }

    @Test
    void aRatioThatIsNoNumberIsLeftOut() {
        RunBuilder run = new RunBuilder();
        TrialId python = SampleRuns.id("numeric/nbody", "python", 1, 1);
        TrialId rust = SampleRuns.id("numeric/nbody", "rust", 1, 1);
        run.compare(Metric.WORK, python, rust, 0, 0.1);
        assertThat(Figures.of(run.build()).ratios()).isEmpty();
    }

    @Test
    void aWhiskerOutsideTheAxesIsRefused() {
        Axis x = Axis.of("", Scale.LINEAR, 0, 10, List.of(new Tick(5, "5")));
        Series series = new Series("s", Ink.RUST, false, List.of(new Point(5, 0, new Interval(4, 11), "5")));
        Axis y = Axis.rows(List.of("row"));
        assertThatThrownBy(() -> new Figure("f", "t", "c", x, y, List.of(series), List.of(), null, false, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("outside the axes");
    }

    @Test
    void aBlankTickIsRefused() {
        assertThatThrownBy(() -> new Tick(1, " ")).isInstanceOf(IllegalArgumentException.class);
    }
}
