package dev.assay.analysis;

import static dev.assay.analysis.Rules.holm;
import static dev.assay.analysis.Rules.measure;
import static dev.assay.analysis.Rules.over;
import static dev.assay.analysis.Rules.quantity;
import static dev.assay.model.ClaimResult.Outcome.HOLDS;
import static dev.assay.model.ClaimResult.Outcome.NO_DATA;
import static dev.assay.model.ClaimResult.Outcome.REFUTED;
import static dev.assay.model.ClaimResult.Outcome.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.analysis.Synthetic.Figures;
import dev.assay.model.ClaimResult.Evidence;
import dev.assay.model.ClaimResult.Outcome;
import dev.assay.model.Condition;
import dev.assay.model.Condition.Estimator;
import dev.assay.model.Condition.Quantity;
import dev.assay.model.Estimate;
import dev.assay.model.Metric;
import dev.assay.model.ProbeOutcome;
import dev.assay.model.Runtime;
import dev.assay.model.Sample;
import dev.assay.model.Steps;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    private static final Condition YES = of(Estimator.RATIO, "numeric/fast", "95 low >", 1.25);
    private static final Condition NO = of(Estimator.RATIO, "numeric/fast", "95 high <", 1.25);
    private static final Condition OPEN = of(Estimator.RATIO, "numeric/even", "95 low >", 1);
    private static final Condition MISSING = of(Estimator.RATIO, "numeric/other", "95 low >", 1);

    @ParameterizedTest
    @CsvSource({
        "YES YES, HOLDS, HOLDS",
        "YES NO, REFUTED, HOLDS",
        "YES OPEN, UNDECIDED, HOLDS",
        "YES MISSING, NO_DATA, HOLDS",
        "NO OPEN, REFUTED, UNDECIDED",
        "NO MISSING, REFUTED, NO_DATA",
        "OPEN MISSING, NO_DATA, NO_DATA",
        "NO NO, REFUTED, REFUTED",
    })
    void allAndAnyHaveThreeValuesAndTheLackOfOne(String parts, Outcome all, Outcome any) {
        List<Condition> conditions =
                Arrays.stream(parts.split(" ", -1)).map(ConditionsTest::named).toList();
        assertThat(outcome(new Condition.All(conditions))).isEqualTo(all);
        assertThat(outcome(new Condition.Any(conditions))).isEqualTo(any);
    }

    @ParameterizedTest
    @CsvSource({
        "YES MISSING, HOLDS",
        "MISSING NO, REFUTED",
        "YES MISSING NO, REFUTED",
        "YES OPEN MISSING, UNDECIDED",
        "MISSING MISSING, NO_DATA",
    })
    void whatWasNotMeasuredIsNotAskedByAllMeasured(String parts, Outcome outcome) {
        List<Condition> conditions =
                Arrays.stream(parts.split(" ", -1)).map(ConditionsTest::named).toList();
        Finding finding = evaluate(new Condition.AllMeasured(conditions));
        assertThat(finding.outcome()).isEqualTo(outcome);
        assertThat(finding.evidence())
                .extracting(evidence -> evidence.outcome())
                .contains(NO_DATA);
        assertThat(finding.gaps().isEmpty()).isEqualTo(outcome != NO_DATA);
    }

    @Test
    void probesHaveNoOutcomeYet() {
        Finding finding = evaluate(new Condition.Probe("safety/x", ProbeOutcome.REJECTED, "E0382"));
        assertThat(finding.outcome()).isEqualTo(NO_DATA);
        assertThat(Gap.describe(finding.gaps())).isEqualTo("the probe safety/x (no outcome of it is part of this run)");
    }

    @ParameterizedTest
    @CsvSource({
        "SUITE, numeric, 95 low >, 5, HOLDS",
        "SUITE, numeric, 95 low >, 50, REFUTED",
        "SUITE, numeric/fast numeric/even, 95 low >, 1.25, HOLDS",
        "SUITE, all, 95 low >, 1.25, HOLDS",
        "GENERAL, numeric, 95 low >, 1.25, UNDECIDED",
        "EVERY, numeric, 95 low >, 1.25, REFUTED",
        "EVERY, numeric, 95 low >, 0.5, HOLDS",
        "EVERY, numeric, 95 low >, 1, UNDECIDED",
        "SOME, numeric, 95 low >, 1.25, HOLDS",
        "SOME, numeric, 95 low >, 1000, REFUTED",
        "RATIO, numeric/fast, 95 low >, 1.25, HOLDS",
        "RATIO, numeric, 95 low >, 1.25, NO_DATA",
        "GENERAL, numeric/fast, 95 low >, 1.25, NO_DATA",
        "SUITE, numeric/fast numeric/other, 95 low >, 1.25, NO_DATA",
        "SUITE, text, 95 low >, 1.25, NO_DATA",
    })
    void estimators(Estimator estimator, String of, String test, double value, Outcome outcome) {
        assertThat(outcome(of(estimator, of, test, value))).isEqualTo(outcome);
    }

    @Test
    void suiteShowsItsWorkloadsToo() {
        List<Evidence> evidence =
                evaluate(of(Estimator.SUITE, "numeric", "95 low >", 5)).evidence();
        assertThat(evidence).extracting(Evidence::workload).containsExactly(null, "numeric/even", "numeric/fast");
        assertThat(evidence).extracting(Evidence::outcome).containsExactly(HOLDS, REFUTED, HOLDS);
        assertThat(evidence.get(0).what()).isEqualTo("kernel time, python:std / rust:std, suite of numeric");
        assertThat(evidence.get(0).threshold()).isEqualTo("low end > 5");
        assertThat(estimate(evidence.get(0)).value()).isCloseTo(10, within(0.2));
    }

    @Test
    void ratioOfRatios() {
        Quantity fast = ratio(Estimator.RATIO, "numeric/fast");
        Quantity even = ratio(Estimator.RATIO, "numeric/even");
        Finding finding = evaluate(over(fast, even, "95 low >", 90));
        assertThat(finding.outcome()).isEqualTo(HOLDS);
        assertThat(estimate(finding.evidence().get(0)).value()).isCloseTo(100.0, within(2.0));
        assertThat(finding.clauses().get(0).statement())
                .startsWith("The ratio of Python to Rust in kernel time in numeric/fast is ")
                .contains(" times that in numeric/even (95 % interval ");
        assertThat(finding.evidence().get(0).what())
                .isEqualTo("kernel time, python:std / rust:std, ratio of numeric/fast,"
                        + " over kernel time, python:std / rust:std, ratio of numeric/even");
        assertThat(outcome(over(even, fast, "95 high <", 0.011))).isEqualTo(HOLDS);
        assertThat(outcome(over(fast, ratio(Estimator.SUITE, "text"), "95 low >", 1)))
                .isEqualTo(NO_DATA);
        assertThat(outcome(over(fast, ratio(Estimator.EVERY, "numeric"), "95 low >", 1)))
                .isEqualTo(NO_DATA);
        assertThat(outcome(over(ratio(Estimator.SOME, "numeric"), even, "95 low >", 90)))
                .isEqualTo(HOLDS);
    }

    /** Six blocks reach a one-sided p of 1/64: enough for one workload at 95 %, not for the best of two. */
    @Test
    void holmGuardsSome() {
        Synthetic few = Synthetic.run(11).blocks(6);
        pair(few, "numeric/fast", 1000, 10);
        pair(few, "numeric/even", 10, 10);
        Conditions conditions = conditions(few);
        Quantity some = ratio(Estimator.SOME, "numeric");
        // whether or not the rule asks for it
        assertThat(conditions.evaluate(measure(some, "95 low >", 1.25)).outcome())
                .isEqualTo(UNDECIDED);
        Finding guarded = conditions.evaluate(holm(some, "95 low >", 1.25));
        assertThat(guarded.outcome()).isEqualTo(UNDECIDED);
        assertThat(guarded.clauses().get(0).relation()).contains("Holm");
        assertThat(conditions
                        .evaluate(holm(ratio(Estimator.SOME, "numeric/fast"), "95 low >", 1.25))
                        .outcome())
                .isEqualTo(HOLDS);
        assertThat(outcome(holm(some, "95 low >", 1.25))).isEqualTo(HOLDS);
    }

    /** With a pair that is refuted, "every" is refuted by one of several: that outcome is what Holm guards. */
    @Test
    void holmGuardsTheRefutationOfEvery() {
        Synthetic few = Synthetic.run(12).blocks(6);
        pair(few, "numeric/fast", 1000, 10);
        pair(few, "numeric/slow", 5, 10);
        Conditions conditions = conditions(few);
        Quantity every = ratio(Estimator.EVERY, "numeric");
        assertThat(conditions.evaluate(measure(every, "95 low >", 1)).outcome()).isEqualTo(UNDECIDED);
        assertThat(conditions.evaluate(holm(every, "95 low >", 1)).outcome()).isEqualTo(UNDECIDED);
        assertThat(conditions.evaluate(holm(every, "95 low >", 0.1)).outcome()).isEqualTo(HOLDS);
    }

    /** The same for parts that are joined: one that refutes all, or holds for any, is the best of several. */
    @Test
    void holmGuardsThePartThatDecidesAlone() {
        Synthetic few = Synthetic.run(13).blocks(6);
        pair(few, "numeric/fast", 1000, 10);
        pair(few, "numeric/even", 10, 10);
        Conditions conditions = conditions(few);
        assertThat(conditions.evaluate(YES).outcome()).isEqualTo(HOLDS);
        Finding any = conditions.evaluate(new Condition.Any(List.of(YES, OPEN)));
        assertThat(any.outcome()).isEqualTo(UNDECIDED);
        assertThat(any.clauses().get(0).relation())
                .isEqualTo(", which Holm's adjustment for the 2 parts of the rule leaves open");
        assertThat(conditions.evaluate(new Condition.All(List.of(NO, OPEN))).outcome())
                .isEqualTo(UNDECIDED);
        // what has no data is no test
        assertThat(conditions.evaluate(new Condition.Any(List.of(YES, MISSING))).outcome())
                .isEqualTo(HOLDS);
    }

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
        Finding finding = conditions(threads()).evaluate(measure(scaling, "90 low >", 0.5));
        assertThat(finding.outcome()).isEqualTo(HOLDS);
        // Rust gains 2, C gains 3.2.
        assertThat(estimate(finding.evidence().get(0)).value()).isCloseTo(2 / 3.2, within(0.01));
        assertThat(finding.clauses().get(0).statement())
                .startsWith("The speed-up of Rust with 4 threads is 0.6")
                .contains("times that of C with 4 threads in threading/cpu (90 % interval 0.6");
    }

    @Test
    void coresMeansTheMostThreadsThatWereMeasured() {
        Quantity efficiency = quantity(Metric.EFFICIENCY, "threading/cpu", Estimator.RATIO, "c:std@cores");
        Quantity busy = quantity(Metric.PARALLELISM, "threading/cpu", Estimator.RATIO, "c:std@cores");
        Quantity two = quantity(Metric.KERNEL, "threading/cpu", Estimator.RATIO, "c:std@1", "c:std@2");
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
        Finding finding = conditions(one).evaluate(measure(speedUp, "90 low >", 1));
        assertThat(finding.outcome()).isEqualTo(NO_DATA);
        assertThat(Gap.describe(finding.gaps())).isEqualTo("more than one thread in threading/cpu (one was measured)");
    }

    @Test
    void sizesAreExact() {
        Synthetic run = Synthetic.run(15);
        pair(run, "numeric/fast", 1000, 10);
        run.source("numeric/fast", Runtime.PYTHON, 0, "print(1)\n")
                .source("numeric/fast", Runtime.RUST, 400_000, "fn main() { println!(\"{}\", 1) }\n");
        Quantity source = quantity(Metric.SOURCE_BYTES, "numeric/fast", Estimator.RATIO, "rust:std", "python:std");
        Finding finding = conditions(run).evaluate(measure(source, "95 low >", 1.1));
        assertThat(finding.outcome()).isEqualTo(HOLDS);
        assertThat(finding.clauses().get(0).statement())
                .startsWith("Python is ")
                .endsWith(" in numeric/fast");
        Quantity built = quantity(Metric.BINARY_BYTES, "numeric/fast", Estimator.RATIO, "rust:std");
        assertThat(value(run, built)).isCloseTo(400_000, within(1e-6));
        Quantity both = quantity(Metric.BINARY_BYTES, "numeric/fast", Estimator.RATIO, "python:std", "rust:std");
        assertThat(conditions(run).evaluate(measure(both, "95 low >", 1)).outcome())
                .isEqualTo(NO_DATA);
    }

    @Test
    void longCompressedTextIsSmallerThanItsLength() {
        Synthetic run = Synthetic.run(16);
        pair(run, "numeric/fast", 1000, 10);
        run.source("numeric/fast", Runtime.RUST, 1, "let x = 1;\n".repeat(1000));
        Quantity size = quantity(Metric.SOURCE_BYTES, "numeric/fast", Estimator.RATIO, "rust:std");
        assertThat(value(run, size)).isBetween(20.0, 200.0);
    }

    @Test
    void whatNobodyMeasuresIsSaidSo() {
        Finding finding =
                evaluate(measure(quantity(Metric.PAUSE, "numeric/fast", Estimator.RATIO, "rust:std"), "95 low >", 1));
        assertThat(finding.outcome()).isEqualTo(NO_DATA);
        assertThat(Gap.describe(finding.gaps()))
                .isEqualTo("99.9th percentile over median step in numeric/fast (no figure was recorded)");
    }

    @Test
    void aPauseIsTheTailOfTheStepsOverTheirMedian() {
        Synthetic run = Synthetic.run(16);
        pair(run, "memory/steps", 40, 10);
        run.changed("memory/steps:rust:std@9x1", sample -> stepping(sample, new Steps(500, 20_000)));
        Condition rule =
                measure(quantity(Metric.PAUSE, "memory/steps", Estimator.RATIO, "rust:std"), "95 high <", 1.25);
        Finding finding = conditions(run).evaluate(rule);
        assertThat(finding.outcome()).isEqualTo(REFUTED);
        assertThat(finding.clauses().get(0).statement())
                .startsWith("The 99.9th percentile over median step of Rust is 40.0 in memory/steps (95 % interval");
    }

    @Test
    void aRateIsTheSizeOverTheKernelTime() {
        Synthetic run = Synthetic.run(16);
        pair(run, "io/requests", 40, 10);
        // nine requests in 40 ms, and in 10 ms
        Quantity python = quantity(Metric.RATE, "io/requests", Estimator.RATIO, "python:std");
        Quantity ratio = quantity(Metric.RATE, "io/requests", Estimator.RATIO, "rust:std", "python:std");
        assertThat(value(run, python)).isCloseTo(225, within(2.0));
        assertThat(value(run, ratio)).isCloseTo(0.25, within(0.01));
    }

    @Test
    void aSideThatNobodyPlannedIsMissing() {
        Finding finding =
                evaluate(measure(quantity(Metric.WALL, "numeric/fast", Estimator.RATIO, "rust:tuned"), "95 low >", 1));
        assertThat(finding.outcome()).isEqualTo(NO_DATA);
        assertThat(Gap.describe(finding.gaps())).isEqualTo("rust:tuned in numeric/fast (not measured)");
    }

    @Test
    void gapsWithOneReasonStandTogether() {
        Finding finding = evaluate(of(Estimator.SUITE, "a/a a/b a/c a/d a/e", "95 low >", 1));
        assertThat(Gap.describe(finding.gaps())).isEqualTo("a/a, a/b, a/c and 2 more (not part of this run)");
    }

    @Test
    void noDirectionIsNamedWhenTheIntervalSpansOne() {
        assertThat(evaluate(OPEN).clauses().get(0).statement())
                .startsWith(
                        "No difference between Rust and Python is shown in kernel time in numeric/even, the ratio is")
                .doesNotContain("faster", "slower");
        assertThat(evaluate(YES).clauses().get(0).statement())
                .startsWith("Rust is 100 times faster than Python in kernel time in numeric/fast (95 % interval ")
                .endsWith(", 20 blocks)");
        Condition swapped = measure(
                quantity(Metric.KERNEL, "numeric/fast", Estimator.RATIO, "rust:std", "python:std"), "95 low >", 1);
        assertThat(evaluate(swapped).clauses().get(0).statement())
                .startsWith("Python is 100 times slower than Rust in kernel time in numeric/fast, a ratio of 0.0100 (");
    }

    private static Condition named(String name) {
        return switch (name) {
            case "YES" -> YES;
            case "NO" -> NO;
            case "OPEN" -> OPEN;
            default -> MISSING;
        };
    }

    private static Condition of(Estimator estimator, String of, String test, double value) {
        return measure(ratio(estimator, of), test, value);
    }

    private static Quantity ratio(Estimator estimator, String of) {
        return quantity(Metric.KERNEL, of, estimator, "python:std", "rust:std");
    }

    private static Outcome outcome(Condition condition) {
        return evaluate(condition).outcome();
    }

    private static Finding evaluate(Condition condition) {
        Synthetic run = Synthetic.run(10);
        pair(run, "numeric/fast", 1000, 10);
        pair(run, "numeric/even", 10, 10);
        return conditions(run).evaluate(condition);
    }

    private static Sample stepping(Sample from, Steps steps) {
        return new Sample(
                from.trial(),
                from.mode(),
                from.block(),
                from.position(),
                from.warmup(),
                from.figures(),
                from.kernelNs(),
                from.kernelSeriesNs(),
                steps,
                from.exit(),
                from.outputOk(),
                from.problem(),
                from.environmentPadding(),
                from.hashSeed(),
                from.build(),
                from.ownCpuShare());
    }

    private static double value(Synthetic run, Quantity quantity) {
        Finding finding = conditions(run).evaluate(measure(quantity, "95 low >", 1));
        return estimate(finding.evidence().get(0)).value();
    }

    private static Estimate estimate(Evidence evidence) {
        return Objects.requireNonNull(evidence.estimate());
    }

    private static Synthetic threads() {
        return Synthetic.run(13)
                .trial("threading/cpu:c:std@9x1", Figures.ofThreads(40, 1))
                .trial("threading/cpu:c:std@9x2", Figures.ofThreads(25, 1.9))
                .trial("threading/cpu:c:std@9x4", Figures.ofThreads(12.5, 3.9))
                .trial("threading/cpu:rust:std@9x1", Figures.ofThreads(40, 1))
                .trial("threading/cpu:rust:std@9x4", Figures.ofThreads(20, 3));
    }

    private static Synthetic pair(Synthetic run, String workload, double pythonMs, double rustMs) {
        return run.trial(workload + ":python:std@9x1", Figures.ofKernel(pythonMs, 10))
                .trial(workload + ":rust:std@9x1", Figures.ofKernel(rustMs, 2));
    }

    private static Conditions conditions(Synthetic run) {
        Session session = new Session(run.build());
        return new Conditions(session, NoiseCheck.of(session));
    }
}
