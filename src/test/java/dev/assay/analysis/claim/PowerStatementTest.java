package dev.assay.analysis.claim;

import static dev.assay.analysis.Rules.claim;
import static dev.assay.analysis.Rules.measure;
import static dev.assay.analysis.Rules.quantity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.analysis.Rules;
import dev.assay.analysis.Synthetic;
import dev.assay.model.Metric;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.result.Interval;
import dev.assay.model.result.Power;
import dev.assay.model.result.Power.Lack;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Beside its verdict every claim says what its run could have shown, and where it is open what was short. */
class PowerStatementTest {
    private static final Claim FASTER = claim("faster", Rules.rule(wall("numeric/a", Estimator.RATIO, 1.25)));

    private static Condition wall(String of, Estimator estimate, double value) {
        return measure(quantity(Metric.WALL, of, estimate, "python:std", "rust:std"), "95 low >", value);
    }

    private static ClaimResult judged(Synthetic run, Claim claim) {
        return run.analyze(claim).claims().get(0);
    }

    private static Power power(ClaimResult result) {
        return Objects.requireNonNull(result.power());
    }

    /** Half the width of the interval, and the t quantile of the power more: 2.093 + 0.861 standard errors for 20 blocks. */
    @Test
    void aDecidedClaimSaysWhatItCouldHaveShown() {
        ClaimResult result = judged(Synthetic.run(1).spread(0.05).pair("numeric/a", 20, 10), FASTER);
        assertThat(result.verdict()).isEqualTo(ClaimVerdict.SUPPORTED);
        Interval at95 = Objects.requireNonNull(
                Objects.requireNonNull(result.evidence().get(0).estimate()).at95());
        double half = Math.log(at95.high() / at95.low()) / 2;
        assertThat(power(result).effect()).isCloseTo(Math.expm1(half * (2.0930 + 0.8610) / 2.0930), within(1e-4));
        assertThat(power(result).level()).isEqualTo(95);
        assertThat(power(result).lack()).isNull();
        assertThat(power(result).sentence())
                .matches("This run could detect a difference of [1-9]\\.[0-9] % or more from the threshold\\.");
    }

    /** Where one of several is enough, it must be so at a level that they share. */
    @Test
    void oneOfSeveralMustShowMore() {
        Synthetic run = Synthetic.run(2).spread(0.05).pair("numeric/a", 20, 10).pair("numeric/b", 20, 10);
        Power some = power(judged(run, claim("some", Rules.rule(wall("numeric", Estimator.SOME, 1.25)))));
        assertThat(some.level()).isEqualTo(97.5);
        Power alone = power(judged(run, FASTER));
        assertThat(some.effect()).isGreaterThan(Objects.requireNonNull(alone.effect()));
    }

    @Test
    void moreBlocksThanThereWereAreABudget() {
        ClaimResult result = judged(Synthetic.run(3).spread(0.05).pair("numeric/a", 12.9, 10), FASTER);
        assertThat(result.verdict()).isEqualTo(ClaimVerdict.INCONCLUSIVE);
        assertThat(power(result).lack()).isEqualTo(Lack.BUDGET);
        assertThat(power(result).blocks()).isBetween(21, 1000);
        assertThat(power(result).sentence())
                .endsWith(" Limited by the budget. About " + power(result).blocks()
                        + " blocks would be needed; this run has 20.");
    }

    @Test
    void tooFewBlocksForAnyIntervalAreABudgetToo() {
        ClaimResult result = judged(Synthetic.run(4).blocks(5).pair("numeric/a", 400, 10), FASTER);
        assertThat(power(result))
                .isEqualTo(
                        new Power(
                                null,
                                95,
                                Lack.BUDGET,
                                6,
                                "This run has too few blocks to detect any difference. Limited by the budget. At least 6 blocks are needed."));
    }

    @Test
    void aFigureThatScattersIsNoise() {
        ClaimResult result = judged(Synthetic.run(5).spread(0.6).pair("numeric/a", 15, 10), FASTER);
        assertThat(result.verdict()).isEqualTo(ClaimVerdict.INCONCLUSIVE);
        assertThat(power(result).lack()).isEqualTo(Lack.NOISE);
        assertThat(power(result).sentence())
                .contains(" Limited by noise. The figures vary by ", " from block to block; ");
    }

    @Test
    void aFailedCanaryIsNoise() {
        ClaimResult result = judged(Synthetic.run(10).canary(1.15).pair("numeric/a", 13.5, 10), FASTER);
        assertThat(power(result).lack()).isEqualTo(Lack.NOISE);
        assertThat(power(result).effect()).isGreaterThan(0.14);
    }

    @Test
    void noNumberOfBlocksMakesWorkloadsOfBlocks() {
        Synthetic run = Synthetic.run(6).pair("numeric/a", 100, 10).pair("numeric/b", 10, 10);
        ClaimResult result = judged(run, claim("general", Rules.rule(wall("numeric", Estimator.GENERAL, 1.25))));
        assertThat(result.verdict()).isEqualTo(ClaimVerdict.INCONCLUSIVE);
        assertThat(power(result).lack()).isEqualTo(Lack.DESIGN);
        assertThat(power(result).blocks()).isNull();
    }

    @Test
    void aFigureOnTheThresholdIsDecidedByNoRun() {
        ClaimResult result = judged(
                Synthetic.run(7).spread(0).pair("numeric/a", 10, 10),
                claim("same", Rules.rule(wall("numeric/a", Estimator.RATIO, 1))));
        assertThat(power(result).lack()).isEqualTo(Lack.DESIGN);
        assertThat(power(result).sentence()).contains("so close");
    }

    @Test
    void aGuardThatDoesNotHoldIsDesign() {
        Claim guarded = claim(
                "guarded",
                Rules.guarded(
                        wall("numeric/a", Estimator.RATIO, 1.25),
                        wall("numeric/a", Estimator.RATIO, 50),
                        "It must be far."));
        assertThat(power(judged(Synthetic.run(8).pair("numeric/a", 40, 10), guarded))
                        .lack())
                .isEqualTo(Lack.DESIGN);
    }

    @Test
    void whatIsNotTestedHasNone() {
        Claim probe = claim(new Condition.Probe("safety/x", ProbeOutcome.REJECTED, null));
        assertThat(judged(Synthetic.run(9), probe).power()).isNull();
    }
}
