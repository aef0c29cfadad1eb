package dev.assay.analysis.claim;

import static dev.assay.analysis.Rules.measure;
import static dev.assay.analysis.Rules.quantity;
import static dev.assay.model.result.ClaimResult.Outcome.HOLDS;
import static dev.assay.model.result.ClaimResult.Outcome.NO_DATA;
import static dev.assay.model.result.ClaimResult.Outcome.REFUTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.analysis.Samples;
import dev.assay.analysis.Synthetic;
import dev.assay.analysis.Synthetic.Figures;
import dev.assay.model.Metric;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.catalog.Condition.Quantity;
import dev.assay.model.result.ClaimResult.Outcome;
import dev.assay.model.run.StepTimes;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a rule may ask for, metric by metric. */
class EstimandResolverTest {
    @Test
    void plainValuesOfOneSide() {
        Quantity peak = quantity(Metric.PEAK, "numeric/fast", Estimator.RATIO, "python:std");
        assertThat(outcome(measure(peak, "95 low >", 9e6))).isEqualTo(HOLDS);
        assertThat(outcome(measure(peak, "95 high <", 9e6))).isEqualTo(REFUTED);
        assertThat(evaluate(measure(peak, "95 low >", 9e6)).clauses().get(0).statement())
                .startsWith("The peak memory of Python is ")
                .contains(" B in numeric/fast (95 % interval ", ", 20 blocks)");
    }

    @Test
    void speedUpsAreTurnedOverBeforeTheyAreCompared() {
        Quantity scaling = quantity(Metric.SPEEDUP, "threading/cpu", Estimator.RATIO, "c:std", "rust:std");
        ConditionResult result = threads().conditions().evaluate(measure(scaling, "90 low >", 0.5));
        assertThat(result.outcome()).isEqualTo(HOLDS);
        // Rust gains 2, C gains 3.2.
        assertThat(value(result)).isCloseTo(2 / 3.2, within(0.01));
        assertThat(result.clauses().get(0).statement())
                .startsWith("The speed-up of Rust with 4 threads is 0.6")
                .contains("times that of C with 4 threads in threading/cpu (90 % interval 0.6");
    }

    @Test
    void coresMeansTheMostThreadsThatWereMeasured() {
        Quantity efficiency = quantity(Metric.EFFICIENCY, "threading/cpu", Estimator.RATIO, "c:std@cores");
        Quantity busy = quantity(Metric.PARALLELISM, "threading/cpu", Estimator.RATIO, "c:std@cores");
        Quantity two = quantity(Metric.WORK, "threading/cpu", Estimator.RATIO, "c:std@1", "c:std@2");
        assertThat(value(threads(), efficiency)).isCloseTo(0.8, within(0.01));
        assertThat(value(threads(), busy)).isCloseTo(3.9, within(0.01));
        assertThat(value(threads(), two)).isCloseTo(1.6, within(0.02));
        // With two cores the trial with four threads measures the scheduler.
        assertThat(value(threads().cores(2), efficiency)).isCloseTo(0.8, within(0.01));
        assertThat(value(threads().cores(2), busy)).isCloseTo(1.9, within(0.01));
    }

    @Test
    void oneThreadSaysNothingOfScaling() {
        Synthetic one = Synthetic.run(14).trial("threading/cpu:c:std@9x1", Figures.ofThreads(40, 1));
        Quantity speedUp = quantity(Metric.SPEEDUP, "threading/cpu", Estimator.RATIO, "c:std");
        ConditionResult result = one.conditions().evaluate(measure(speedUp, "90 low >", 1));
        assertThat(result.outcome()).isEqualTo(NO_DATA);
        assertThat(MissingData.describe(result.gaps()))
                .isEqualTo("more than one thread in threading/cpu (only one was measured)");
    }

    @Test
    void sizesAreExact() {
        Synthetic run = Synthetic.run(15).pair("numeric/fast", 1000, 10);
        run.source("numeric/fast", Runtime.PYTHON, 0, "print(1)\n")
                .source("numeric/fast", Runtime.RUST, 400_000, "fn main() { println!(\"{}\", 1) }\n");
        Quantity source = quantity(Metric.SOURCE_BYTES, "numeric/fast", Estimator.RATIO, "rust:std", "python:std");
        ConditionResult result = run.conditions().evaluate(measure(source, "95 low >", 1.1));
        assertThat(result.outcome()).isEqualTo(HOLDS);
        assertThat(result.clauses().get(0).statement()).startsWith("Python is ").endsWith(" in numeric/fast");
        Quantity built = quantity(Metric.BINARY_BYTES, "numeric/fast", Estimator.RATIO, "rust:std");
        assertThat(value(run, built)).isCloseTo(400_000, within(1e-6));
        Quantity both = quantity(Metric.BINARY_BYTES, "numeric/fast", Estimator.RATIO, "python:std", "rust:std");
        assertThat(run.conditions().evaluate(measure(both, "95 low >", 1)).outcome())
                .isEqualTo(NO_DATA);
    }

    @Test
    void longCompressedTextIsSmallerThanItsLength() {
        Synthetic run = Synthetic.run(16).pair("numeric/fast", 1000, 10);
        run.source("numeric/fast", Runtime.RUST, 1, "let x = 1;\n".repeat(1000));
        Quantity size = quantity(Metric.SOURCE_BYTES, "numeric/fast", Estimator.RATIO, "rust:std");
        assertThat(value(run, size)).isBetween(20.0, 200.0);
    }

    @Test
    void whatNobodyMeasuresIsSaidSo() {
        ConditionResult result =
                evaluate(measure(quantity(Metric.PAUSE, "numeric/fast", Estimator.RATIO, "rust:std"), "95 low >", 1));
        assertThat(result.outcome()).isEqualTo(NO_DATA);
        assertThat(MissingData.describe(result.gaps()))
                .isEqualTo("ratio of 99.9th percentile to median step in numeric/fast (no figure was recorded)");
    }

    @Test
    void aPauseIsTheTailOfTheStepsOverTheirMedian() {
        Synthetic run = Synthetic.run(16).pair("memory/steps", 40, 10);
        run.changed("memory/steps:rust:std@9x1", sample -> Samples.stepping(sample, new StepTimes(500, 20_000)));
        Condition rule =
                measure(quantity(Metric.PAUSE, "memory/steps", Estimator.RATIO, "rust:std"), "95 high <", 1.25);
        ConditionResult result = run.conditions().evaluate(rule);
        assertThat(result.outcome()).isEqualTo(REFUTED);
        assertThat(result.clauses().get(0).statement())
                .startsWith(
                        "The ratio of 99.9th percentile to median step of Rust is 40.0 in memory/steps (95 % interval");
    }

    @Test
    void aRateIsTheSizeOverTheWorkTime() {
        Synthetic run = Synthetic.run(16).pair("io/requests", 40, 10);
        // nine requests in 40 ms, and in 10 ms
        Quantity python = quantity(Metric.RATE, "io/requests", Estimator.RATIO, "python:std");
        Quantity ratio = quantity(Metric.RATE, "io/requests", Estimator.RATIO, "rust:std", "python:std");
        assertThat(value(run, python)).isCloseTo(225, within(2.0));
        assertThat(value(run, ratio)).isCloseTo(0.25, within(0.01));
    }

    @Test
    void aSideThatNobodyPlannedIsMissing() {
        ConditionResult result =
                evaluate(measure(quantity(Metric.WALL, "numeric/fast", Estimator.RATIO, "rust:tuned"), "95 low >", 1));
        assertThat(result.outcome()).isEqualTo(NO_DATA);
        assertThat(MissingData.describe(result.gaps())).isEqualTo("rust:tuned in numeric/fast (not measured)");
    }

    private static Outcome outcome(Condition condition) {
        return evaluate(condition).outcome();
    }

    private static ConditionResult evaluate(Condition condition) {
        return Synthetic.run(10).pair("numeric/fast", 1000, 10).conditions().evaluate(condition);
    }

    private static double value(Synthetic run, Quantity quantity) {
        ConditionResult result = run.conditions().evaluate(measure(quantity, "95 low >", 1));
        return value(result);
    }

    private static double value(ConditionResult result) {
        return Objects.requireNonNull(result.evidence().get(0).estimate()).value();
    }

    private static Synthetic threads() {
        return Synthetic.run(13)
                .trial("threading/cpu:c:std@9x1", Figures.ofThreads(40, 1))
                .trial("threading/cpu:c:std@9x2", Figures.ofThreads(25, 1.9))
                .trial("threading/cpu:c:std@9x4", Figures.ofThreads(12.5, 3.9))
                .trial("threading/cpu:rust:std@9x1", Figures.ofThreads(40, 1))
                .trial("threading/cpu:rust:std@9x4", Figures.ofThreads(20, 3));
    }
}
