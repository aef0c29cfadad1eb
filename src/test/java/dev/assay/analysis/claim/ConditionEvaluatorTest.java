package dev.assay.analysis.claim;

import static dev.assay.analysis.Rules.holm;
import static dev.assay.analysis.Rules.measure;
import static dev.assay.analysis.Rules.over;
import static dev.assay.analysis.Rules.quantity;
import static dev.assay.model.result.ClaimResult.Outcome.HOLDS;
import static dev.assay.model.result.ClaimResult.Outcome.NO_DATA;
import static dev.assay.model.result.ClaimResult.Outcome.REFUTED;
import static dev.assay.model.result.ClaimResult.Outcome.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.analysis.Synthetic;
import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.model.Metric;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.catalog.Condition.Quantity;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.result.ClaimResult.Evidence;
import dev.assay.model.result.ClaimResult.Outcome;
import dev.assay.model.result.Estimate;
import dev.assay.stats.Bounds;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionEvaluatorTest {
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
        List<Condition> conditions = Arrays.stream(parts.split(" ", -1))
                .map(ConditionEvaluatorTest::named)
                .toList();
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
        List<Condition> conditions = Arrays.stream(parts.split(" ", -1))
                .map(ConditionEvaluatorTest::named)
                .toList();
        ConditionResult result = evaluate(new Condition.AllMeasured(conditions));
        assertThat(result.outcome()).isEqualTo(outcome);
        assertThat(result.evidence()).extracting(evidence -> evidence.outcome()).contains(NO_DATA);
        assertThat(result.gaps().isEmpty()).isEqualTo(outcome != NO_DATA);
    }

    @Test
    void probesHaveNoOutcomeYet() {
        ConditionResult result = evaluate(new Condition.Probe("safety/x", ProbeOutcome.REJECTED, "E0382"));
        assertThat(result.outcome()).isEqualTo(NO_DATA);
        assertThat(MissingData.describe(result.gaps())).isEqualTo("the probe safety/x (it has no outcome in this run)");
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
        assertThat(evidence.get(0).what()).isEqualTo("work time, python:std / rust:std, suite of numeric");
        assertThat(evidence.get(0).threshold()).isEqualTo("low end > 5");
        assertThat(estimate(evidence.get(0)).value()).isCloseTo(10, within(0.2));
    }

    @Test
    void ratioOfRatios() {
        Quantity fast = ratio(Estimator.RATIO, "numeric/fast");
        Quantity even = ratio(Estimator.RATIO, "numeric/even");
        ConditionResult result = evaluate(over(fast, even, "95 low >", 90));
        assertThat(result.outcome()).isEqualTo(HOLDS);
        assertThat(estimate(result.evidence().get(0)).value()).isCloseTo(100.0, within(2.0));
        assertThat(result.clauses().get(0).statement())
                .startsWith("The Python / Rust ratio of work time in numeric/fast is ")
                .contains(" times that in numeric/even (95 % interval ");
        assertThat(result.evidence().get(0).what())
                .isEqualTo("work time, python:std / rust:std, ratio of numeric/fast,"
                        + " over work time, python:std / rust:std, ratio of numeric/even");
        assertThat(outcome(over(even, fast, "95 high <", 0.011))).isEqualTo(HOLDS);
        assertThat(outcome(over(fast, ratio(Estimator.SUITE, "text"), "95 low >", 1)))
                .isEqualTo(NO_DATA);
        assertThat(outcome(over(fast, ratio(Estimator.EVERY, "numeric"), "95 low >", 1)))
                .isEqualTo(NO_DATA);
        assertThat(outcome(over(ratio(Estimator.SOME, "numeric"), even, "95 low >", 90)))
                .isEqualTo(HOLDS);
    }

    /** A workload that lies little beyond the threshold is enough by itself, and not as the best of two. */
    @Test
    void holmGuardsSome() {
        Synthetic few =
                Synthetic.run(11).blocks(6).pair("numeric/fast", 12.63, 10).pair("numeric/even", 10, 10);
        ConditionEvaluator conditions = few.conditions();
        Quantity some = ratio(Estimator.SOME, "numeric");
        // whether or not the rule asks for it
        assertThat(conditions.evaluate(measure(some, "95 low >", 1.25)).outcome())
                .isEqualTo(UNDECIDED);
        ConditionResult guarded = conditions.evaluate(holm(some, "95 low >", 1.25));
        assertThat(guarded.outcome()).isEqualTo(UNDECIDED);
        assertThat(guarded.clauses().get(0).relation()).contains("Holm");
        assertThat(conditions
                        .evaluate(holm(ratio(Estimator.SOME, "numeric/fast"), "95 low >", 1.25))
                        .outcome())
                .isEqualTo(HOLDS);
        assertThat(outcome(holm(some, "95 low >", 1.25))).isEqualTo(HOLDS);
    }

    /** It was picked for its figure: an interval of its own would miss the truth too often. */
    @Test
    void theStrongestCaseHasAnIntervalThatHoldsForAll() {
        Synthetic run =
                Synthetic.run(14).spread(0.1).pair("numeric/fast", 40, 10).pair("numeric/even", 10, 10);
        ConditionResult some = run.conditions().evaluate(of(Estimator.SOME, "numeric", "95 low >", 1.25));
        ConditionResult alone = run.conditions().evaluate(of(Estimator.RATIO, "numeric/fast", "95 low >", 1.25));
        LogEstimate fast = some.estimates().stream()
                .map(DecisiveEstimate::reading)
                .max(Comparator.comparingDouble(LogEstimate::value))
                .orElseThrow();
        Bounds all =
                Objects.requireNonNull(Objects.requireNonNull(fast.location()).interval(97.5));
        assertThat(some.clauses().get(0).statement())
                .endsWith(String.format(
                        Locale.ROOT,
                        "in numeric/fast, the strongest case of 2 workloads (95 %% interval for all 2 at once %.2f to %.2f, 20 blocks)",
                        Math.exp(all.low()),
                        Math.exp(all.high())));
        assertThat(alone.clauses().get(0).statement()).contains("(95 % interval ");
    }

    /** With a pair that is refuted, "every" is refuted by one of several: that outcome is what Holm guards. */
    @Test
    void holmGuardsTheRefutationOfEvery() {
        Synthetic few =
                Synthetic.run(12).blocks(6).pair("numeric/fast", 1000, 10).pair("numeric/slow", 9.943, 10);
        ConditionEvaluator conditions = few.conditions();
        Quantity every = ratio(Estimator.EVERY, "numeric");
        assertThat(conditions.evaluate(measure(every, "95 low >", 1)).outcome()).isEqualTo(UNDECIDED);
        assertThat(conditions.evaluate(holm(every, "95 low >", 1)).outcome()).isEqualTo(UNDECIDED);
        assertThat(conditions.evaluate(holm(every, "95 low >", 0.1)).outcome()).isEqualTo(HOLDS);
    }

    /** The same for parts that are joined: one that refutes all, or holds for any, is the best of several. */
    @Test
    void holmGuardsThePartThatDecidesAlone() {
        Synthetic few =
                Synthetic.run(13).blocks(6).pair("numeric/fast", 12.66, 10).pair("numeric/even", 10, 10);
        ConditionEvaluator conditions = few.conditions();
        assertThat(conditions.evaluate(YES).outcome()).isEqualTo(HOLDS);
        ConditionResult any = conditions.evaluate(new Condition.Any(List.of(YES, OPEN)));
        assertThat(any.outcome()).isEqualTo(UNDECIDED);
        assertThat(any.clauses().get(0).relation())
                .isEqualTo("; not significant after Holm correction for the 2 parts of the rule");
        assertThat(conditions.evaluate(new Condition.All(List.of(NO, OPEN))).outcome())
                .isEqualTo(UNDECIDED);
        // what has no data is not a test
        assertThat(conditions.evaluate(new Condition.Any(List.of(YES, MISSING))).outcome())
                .isEqualTo(HOLDS);
    }

    @Test
    void gapsWithOneReasonStandTogether() {
        ConditionResult result = evaluate(of(Estimator.SUITE, "a/a a/b a/c a/d a/e", "95 low >", 1));
        assertThat(MissingData.describe(result.gaps()))
                .isEqualTo("a/a, a/b, a/c and 2 more (not part of this run; measure it with --suite=a)");
    }

    @Test
    void noDirectionIsNamedWhenTheIntervalSpansOne() {
        assertThat(evaluate(OPEN).clauses().get(0).statement())
                .startsWith("Rust and Python show no clear difference in work time in numeric/even: ratio")
                .doesNotContain("faster", "slower");
        assertThat(evaluate(YES).clauses().get(0).statement())
                .startsWith("Rust is 100 times faster than Python in work time in numeric/fast (95 % interval ")
                .endsWith(", 20 blocks)");
        Condition swapped = measure(
                quantity(Metric.WORK, "numeric/fast", Estimator.RATIO, "rust:std", "python:std"), "95 low >", 1);
        assertThat(evaluate(swapped).clauses().get(0).statement())
                .startsWith(
                        "Python is 100 times slower than Rust in work time in numeric/fast: Rust / Python is 0.0100 (");
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
        return quantity(Metric.WORK, of, estimator, "python:std", "rust:std");
    }

    private static Outcome outcome(Condition condition) {
        return evaluate(condition).outcome();
    }

    private static ConditionResult evaluate(Condition condition) {
        Synthetic run = Synthetic.run(10).pair("numeric/fast", 1000, 10).pair("numeric/even", 10, 10);
        return run.conditions().evaluate(condition);
    }

    private static Estimate estimate(Evidence evidence) {
        return Objects.requireNonNull(evidence.estimate());
    }
}
