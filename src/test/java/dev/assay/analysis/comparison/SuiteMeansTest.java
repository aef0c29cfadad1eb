package dev.assay.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.analysis.Synthetic;
import dev.assay.analysis.Synthetic.Figures;
import dev.assay.model.Metric;
import dev.assay.model.Runtime;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Interval;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.Summary;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuiteMeansTest {

    @Test
    void meanIsGeometric() {
        RunResult result = workloads(Synthetic.run(1), 10, 40).analyze();
        Summary summary = find(result, Metric.WORK, Runtime.PYTHON).orElseThrow();
        assertThat(summary.workloads()).containsExactly("numeric/w0", "numeric/w1");
        assertThat(summary.estimate().value()).isCloseTo(20, within(0.2));
        Interval at90 = Objects.requireNonNull(summary.estimate().at90());
        Interval at95 = Objects.requireNonNull(summary.estimate().at95());
        assertThat(at95.low()).isLessThan(at90.low());
        assertThat(at95.high()).isGreaterThan(at90.high()).isLessThan(20.5);
        // Two workloads as different as these say next to nothing about others.
        assertThat(Objects.requireNonNull(summary.general()).low()).isLessThan(1);
    }

    @Test
    void suiteOfOneIsThatWorkload() {
        RunResult result = workloads(Synthetic.run(2), 10).analyze();
        Summary summary = find(result, Metric.WORK, Runtime.PYTHON).orElseThrow();
        Comparison comparison = result.comparisons().stream()
                .filter(each -> each.metric() == Metric.WORK)
                .findFirst()
                .orElseThrow();
        assertThat(summary.estimate()).isEqualTo(comparison.estimate());
        assertThat(summary.general()).isNull();
    }

    @Test
    void failedWorkloadIsOmittedAndNamed() {
        RunResult result = workloads(Synthetic.run(3), 10, 40)
                .trial("numeric/broken:python:std@100x1", Figures.ofWork(100, 1))
                .failing("numeric/broken:rust:std@100x1", 4, "wrote 2, not 1")
                .analyze();
        assertThat(find(result, Metric.WORK, Runtime.PYTHON).orElseThrow().workloads())
                .containsExactly("numeric/w0", "numeric/w1");
        assertThat(result.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message())
                        .contains(
                                "numeric/broken:rust:std@100x1",
                                "1 of 22 processes failed",
                                "wrote 2, not 1",
                                "is missing from every mean"));
    }

    @Test
    void onlyOneThreadAndOnlyWhatHasTheFigure() {
        RunResult result = Synthetic.run(4)
                .trial("startup/hello:python:std@0x1", Figures.withoutWork(10, 10))
                .trial("startup/hello:rust:std@0x1", Figures.withoutWork(1, 2))
                .trial("threading/cpu:rust:std@9x4", Figures.ofWork(10, 1))
                .trial("threading/cpu:c:std@9x4", Figures.ofWork(10, 1))
                .analyze();
        assertThat(result.summaries())
                .extracting(summary -> summary.suite() + " " + summary.metric())
                .containsExactly("startup wall", "startup cpu", "startup peak");
    }

    @Test
    void tooFewBlocksGiveAMeanWithoutIntervals() {
        RunResult result = workloads(Synthetic.run(5).blocks(4), 10, 40).analyze();
        Summary summary = find(result, Metric.WALL, Runtime.PYTHON).orElseThrow();
        assertThat(summary.estimate().at95()).isNull();
        assertThat(summary.estimate().at90()).isNull();
        assertThat(summary.estimate().blocks()).isEqualTo(4);
        assertThat(find(result, Metric.WORK, Runtime.PYTHON)
                        .orElseThrow()
                        .estimate()
                        .value())
                .isCloseTo(20, within(0.4));
    }

    private static Synthetic workloads(Synthetic run, int... ratios) {
        for (int i = 0; i < ratios.length; i++) {
            run.trial("numeric/w" + i + ":python:std@100x1", Figures.ofWork(ratios[i] * 10.0, 10));
            run.trial("numeric/w" + i + ":rust:std@100x1", Figures.ofWork(10, 2));
        }
        return run;
    }

    private static Optional<Summary> find(RunResult result, Metric metric, Runtime baseline) {
        List<Summary> summaries = result.summaries();
        return summaries.stream()
                .filter(summary ->
                        summary.metric() == metric && summary.baseline().runtime() == baseline)
                .findFirst();
    }
}
