package dev.assay.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analysis.Synthetic.Figures;
import dev.assay.model.Metric;
import dev.assay.model.Warning;
import dev.assay.model.catalog.Rulebook;
import dev.assay.model.result.Comparison;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.ServiceFigures;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What is analyzed of servers. */
class ServicesTest {
    private static final String PYTHON = "web/a:python:std@9x1";
    private static final String RUST = "web/a:rust:std@9x1";
    private static final Percentage CLOSE = Percentage.withPercentage(2);

    private static RunResult run(boolean sharedCpu) {
        return Analysis.analyze(
                Synthetic.run(12)
                        .server(
                                PYTHON,
                                Figures.ofWork(90, 10),
                                new ServiceFigures(50_000_000, 4000, 90_000, null, 600, 20 << 20, 30 << 20, sharedCpu))
                        .server(
                                RUST,
                                Figures.ofWork(9, 2),
                                new ServiceFigures(1_000_000, 1000, 3_000, null, 100, 2 << 20, 3 << 20, false))
                        .build(),
                Rulebook.NONE);
    }

    @Test
    void theirFiguresAreComparedAndTheTimeThatTheyWereKeptAliveIsNot() {
        Map<Metric, Comparison> ratios =
                run(false).comparisons().stream().collect(Collectors.toMap(Comparison::metric, Function.identity()));
        assertThat(ratios)
                .containsOnlyKeys(
                        Metric.WORK,
                        Metric.PEAK,
                        Metric.LATENCY_P50,
                        Metric.LATENCY_P99,
                        Metric.REQUEST_CPU,
                        Metric.IDLE_PEAK,
                        Metric.FIRST_ANSWER);
        Map<Metric, Double> expected = Map.of(
                Metric.WORK, 10.0,
                Metric.PEAK, 10.0,
                Metric.LATENCY_P50, 4.0,
                Metric.LATENCY_P99, 30.0,
                Metric.REQUEST_CPU, 6.0,
                Metric.IDLE_PEAK, 10.0,
                Metric.FIRST_ANSWER, 50.0);
        expected.forEach((metric, ratio) -> {
            Comparison found = Objects.requireNonNull(ratios.get(metric));
            assertThat(found.estimate().value()).as(metric.title()).isCloseTo(ratio, CLOSE);
            assertThat(found.estimate().at95()).as(metric.title()).isNotNull();
            assertThat(found.verdict()).as(metric.title()).isEqualTo(Comparison.Verdict.BETTER);
        });
    }

    @Test
    void eachHasItsOwnFiguresWithIntervals() {
        Map<Metric, Estimate> typical = run(false).trials().get(1).typical();
        assertThat(typical)
                .doesNotContainKeys(Metric.WALL, Metric.CPU, Metric.PARALLELISM, Metric.TREE_PEAK, Metric.LATENCY_P999);
        // nine requests in nine milliseconds
        assertThat(Objects.requireNonNull(typical.get(Metric.RATE)).value()).isCloseTo(1000, CLOSE);
        assertThat(Objects.requireNonNull(typical.get(Metric.RATE)).at95()).isNotNull();
        assertThat(Objects.requireNonNull(typical.get(Metric.PEAK)).value()).isCloseTo(3 << 20, CLOSE);
        assertThat(Objects.requireNonNull(typical.get(Metric.IDLE_PEAK)).value())
                .isCloseTo(2 << 20, CLOSE);
        assertThat(Objects.requireNonNull(typical.get(Metric.LATENCY_P99)).value())
                .isCloseTo(3_000, CLOSE);
    }

    @Test
    void aProcessorThatServerAndClientShareIsSaid() {
        assertThat(run(true).warnings())
                .filteredOn(warning -> warning.code().equals("shared-cpu"))
                .singleElement()
                .matches(Warning::misleads)
                .extracting(Warning::message)
                .asString()
                .contains("shared one processor in web/a,");
        assertThat(run(false).warnings()).extracting(Warning::code).doesNotContain("shared-cpu");
    }
}
