package dev.assay.analysis.claim;

import static dev.assay.analysis.Rules.claim;
import static dev.assay.analysis.Rules.measure;
import static dev.assay.analysis.Rules.quantity;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analysis.Rules;
import dev.assay.analysis.Samples;
import dev.assay.analysis.Synthetic;
import dev.assay.model.Metric;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.catalog.Condition.Measure;
import dev.assay.model.result.ClaimResult;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What keeps figures that would decide a claim from doing so. */
class ClaimEvaluatorTest {
    private static final Measure RATIO =
            measure(quantity(Metric.WORK, "numeric", Estimator.SUITE, "python:std", "rust:std"), "95 low >", 1.25);
    private static final Claim FASTER = claim("faster", Rules.rule(RATIO));

    @Test
    void noisySessionDoesNotDecideNearItsThreshold() {
        Synthetic run = Synthetic.run(10).canary(1.15).pair("numeric/nbody", 13.5, 10);
        ClaimResult near = run.analyze(FASTER).claims().get(0);
        assertThat(near.verdict()).isEqualTo(ClaimVerdict.INCONCLUSIVE);
        assertThat(near.sentence()).contains("this run cannot distinguish ratios below 1.1");

        Synthetic quiet = Synthetic.run(10).canary(1).pair("numeric/nbody", 13.5, 10);
        assertThat(quiet.analyze(FASTER).claims().get(0).verdict()).isEqualTo(ClaimVerdict.SUPPORTED);
    }

    @Test
    void ruleMayAllowNoMoreThanPartly() {
        Synthetic run = Synthetic.run(11).pair("numeric/nbody", 400, 10);
        ClaimResult capped = run.analyze(claim("capped", Rules.capped(RATIO, ClaimVerdict.PARTLY)))
                .claims()
                .get(0);
        assertThat(capped.verdict()).isEqualTo(ClaimVerdict.PARTLY);
        assertThat(capped.sentence()).endsWith(" The rule allows at most the verdict 'partly'.");
        assertThat(run.analyze(claim("free", Rules.capped(RATIO, null)))
                        .claims()
                        .get(0)
                        .verdict())
                .isEqualTo(ClaimVerdict.SUPPORTED);
    }

    @Test
    void fewBlocksAreInconclusive() {
        Synthetic run = Synthetic.run(12).blocks(5).pair("numeric/nbody", 400, 10);
        ClaimResult result = run.analyze(FASTER).claims().get(0);
        assertThat(result.verdict()).isEqualTo(ClaimVerdict.INCONCLUSIVE);
        assertThat(result.sentence())
                .contains("5 blocks, too few for an interval", "more blocks are needed to decide")
                .doesNotContain("faster");
    }

    @Test
    void whatNoProgramCanMeasureKeepsItsReason() {
        Claim popularity =
                new Claim("popularity", "several", "claim", ClaimVerdict.NOT_TESTED, null, "Popularity is asked for.");
        ClaimResult result = Synthetic.run(13).analyze(popularity).claims().get(0);
        assertThat(result.verdict()).isEqualTo(ClaimVerdict.NOT_TESTED);
        assertThat(result.sentence()).isEqualTo("Popularity is asked for.");
    }

    /** A ratio that lies little beyond its threshold is enough for one claim at 5 %, not for the first of many. */
    @Test
    void claimsOfOneRunShareTheirError() {
        Synthetic few = Synthetic.run(31).blocks(10).pair("numeric/a", 12.88, 10);
        Claim one = claim("one", Rules.rule(fasterByWall("numeric/a", 1.25)));
        Claim missing = claim("missing", Rules.rule(fasterByWall("numeric/c", 1.25)));
        assertThat(few.analyze(one, missing).claims())
                .extracting(ClaimResult::verdict)
                .containsExactly(ClaimVerdict.SUPPORTED, ClaimVerdict.NOT_TESTED);
        Claim[] many = IntStream.range(0, 12)
                .mapToObj(i -> claim("number." + i, Rules.rule(fasterByWall("numeric/a", 1.25))))
                .toArray(Claim[]::new);
        List<ClaimResult> all = few.analyze(many).claims();
        assertThat(all).extracting(ClaimResult::verdict).containsOnly(ClaimVerdict.INCONCLUSIVE);
        assertThat(all.get(0).sentence())
                .endsWith("Significant on its own, but not after Holm correction for the 12 decisions of this run.");
    }

    /** Six blocks end at a p of 1/64 by ranks, but not where all of them lie far beyond the threshold. */
    @Test
    void whatIsPlainStandsAmongManyClaimsWithFewBlocks() {
        Synthetic few = Synthetic.run(31).blocks(6).pair("numeric/a", 400, 10);
        Claim[] many = IntStream.range(0, 60)
                .mapToObj(i -> claim("number." + i, Rules.rule(fasterByWall("numeric/a", 1.25))))
                .toArray(Claim[]::new);
        assertThat(few.analyze(many).claims()).extracting(ClaimResult::verdict).containsOnly(ClaimVerdict.SUPPORTED);
    }

    /** Twenty blocks reach far smaller p-values: forty claims do not hide what is plain. */
    @Test
    void plainClaimsStandAmongMany() {
        Claim[] claims = IntStream.range(0, 40)
                .mapToObj(i -> claim("claim" + i, Rules.rule(faster("numeric/a", 1.25 + i))))
                .toArray(Claim[]::new);
        assertThat(Synthetic.run(32).pair("numeric/a", 1000, 10).analyze(claims).claims())
                .extracting(ClaimResult::verdict)
                .containsOnly(ClaimVerdict.SUPPORTED);
    }

    /** The machine, or one of the programs, changed while it was measured: the suite's interval is not to be trusted as it is. */
    @Test
    void driftThatDecidesLeavesTheClaimOpen() {
        Synthetic run = Synthetic.run(33)
                .pair("numeric/a", 13.2, 10)
                .changed("numeric/a:python:std@9x1", sample -> Samples.slower(sample, Math.pow(0.985, sample.block())));
        ClaimResult result = run.analyze(claim("c", Rules.rule(faster("numeric/a", 1.02))))
                .claims()
                .get(0);
        assertThat(result.verdict()).isEqualTo(ClaimVerdict.INCONCLUSIVE);
        assertThat(result.sentence())
                .contains("However, successive blocks are correlated", "(autocorrelated); after widening");
    }

    private static Condition faster(String workload, double value) {
        return measure(quantity(Metric.WORK, workload, Estimator.RATIO, "python:std", "rust:std"), "95 low >", value);
    }

    private static Condition fasterByWall(String workload, double value) {
        return measure(quantity(Metric.WALL, workload, Estimator.RATIO, "python:std", "rust:std"), "95 low >", value);
    }
}
