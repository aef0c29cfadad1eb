package dev.assay.analysis;

import static dev.assay.analysis.Rules.claim;
import static dev.assay.analysis.Rules.measure;
import static dev.assay.analysis.Rules.quantity;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Metric;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.catalog.Condition.Measure;
import dev.assay.model.result.ClaimResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A claim is plainly supported when each reservation of its rule is ruled out, and partly when one is shown; else it says what is open. */
class ReservationsOfClaimsTest {
    private static final Claim CLOSE = claim(
            "close",
            Rules.partly(
                    wall("numeric", Estimator.SUITE, "95 high <"),
                    wall("numeric", Estimator.SOME, "95 low >"),
                    "At least one workload is beyond 1.25."));

    @Test
    void reservationThatIsRuledOutLeavesNothingOpen() {
        ClaimResult result = judged(run(1, 0.01, 1.0));
        assertThat(result.verdict()).isEqualTo(ClaimVerdict.SUPPORTED);
        assertThat(result.open()).isEmpty();
        assertThat(result.sentence()).doesNotContain("Open");
    }

    @Test
    void reservationThatIsShownMakesItPartly() {
        ClaimResult result = judged(run(2, 0.01, 1.4));
        assertThat(result.verdict()).isEqualTo(ClaimVerdict.PARTLY);
        assertThat(result.sentence()).endsWith("At least one workload is beyond 1.25: numeric/w0.");
        assertThat(result.open()).isEmpty();
    }

    @Test
    void undecidedReservationIsNotPassedOver() {
        ClaimResult result = judged(run(3, 0.2, 1.25));
        assertThat(result.verdict()).isEqualTo(ClaimVerdict.SUPPORTED_OPEN);
        assertThat(result.verdict().title()).isEqualTo("Supported, open");
        assertThat(result.open())
                .containsExactly("At least one workload is beyond 1.25: neither shown nor ruled out in numeric/w0");
        assertThat(result.sentence()).endsWith("Open: " + result.open().get(0) + ".");
        assertThat(result.isSurprising()).isFalse();
    }

    @Test
    void reservationThatWasNotMeasuredIsOpen() {
        Claim claim = claim(
                "close",
                Rules.partly(
                        wall("numeric", Estimator.SUITE, "95 high <"),
                        wall("text/other", Estimator.RATIO, "95 low >"),
                        "The other one is beyond 1.25."));
        ClaimResult result = run(4, 0.01, 1.0).analyze(claim).claims().get(0);
        assertThat(result.verdict()).isEqualTo(ClaimVerdict.SUPPORTED_OPEN);
        assertThat(result.open())
                .containsExactly(
                        "The other one is beyond 1.25: not measured; it needs text/other (not part of this run;"
                                + " measure it with --suite=text)");
    }

    /** A ratio that lies little beyond its threshold is enough for one decision at 5 %, not for the first of many that are as near. */
    @Test
    void reservationsShareTheErrorOfTheRun() {
        Synthetic run =
                Synthetic.run(5).blocks(10).pair("numeric/near", 12.84, 10).pair("numeric/far", 400, 10);
        Measure near = wall("numeric/near", Estimator.RATIO, "95 low >");
        Measure far = wall("numeric/far", Estimator.RATIO, "95 low >");
        assertThat(run.analyze(claim("alone", Rules.rule(near))).claims().get(0).verdict())
                .isEqualTo(ClaimVerdict.SUPPORTED);

        List<Claim> claims = new ArrayList<>();
        claims.add(claim("nearer", Rules.partly(near, far, "The other one is faster too.")));
        claims.add(claim("farther", Rules.partly(far, near, "The other one is faster too.")));
        for (int i = 0; i < 8; i++) {
            claims.add(claim("number." + i, Rules.rule(near)));
        }
        List<ClaimResult> results = run.analyze(claims.toArray(Claim[]::new)).claims();
        assertThat(results.get(0).verdict()).isEqualTo(ClaimVerdict.INCONCLUSIVE);
        assertThat(results.get(0).sentence()).contains("not after Holm correction for the 12 decisions of this run");
        assertThat(results.get(1).verdict()).isEqualTo(ClaimVerdict.SUPPORTED_OPEN);
        assertThat(results.get(1).open())
                .containsExactly(
                        "The other one is faster too: shown on its own, but not after Holm correction for the 12 decisions of this run");
    }

    /** Seven reservations outside of the family gave a wrong verdict in one run of seven. */
    @Test
    void reservationsOnTheirThresholdsAreSeldomShown() {
        Claim[] claims = IntStream.rangeClosed(1, 7)
                .mapToObj(each -> claim(
                        "c" + each,
                        Rules.partly(
                                wall("numeric/w0", Estimator.RATIO, "95 low >"),
                                wall("numeric/w" + each, Estimator.RATIO, "95 low >"),
                                "because")))
                .toArray(Claim[]::new);
        long partly = IntStream.range(0, 100)
                .filter(seed -> {
                    Synthetic run = Synthetic.run(seed).spread(0.1).pair("numeric/w0", 50, 10);
                    // the wall time of both sides is a millisecond longer than their work
                    IntStream.rangeClosed(1, 7).forEach(each -> run.pair("numeric/w" + each, 12.75, 10));
                    return run.analyze(claims).claims().stream()
                            .anyMatch(result -> result.verdict() == ClaimVerdict.PARTLY);
                })
                .count();
        assertThat(partly).isLessThanOrEqualTo(7);
    }

    /** One workload of four truly at 1.4, and so much noise that it is not seen: the suite alone would have called it supported. */
    @Test
    void anOutsiderIsNeverPlainlySupported() {
        long plain = IntStream.range(0, 40)
                .mapToObj(seed -> judged(run(seed, 0.5, 1.4)))
                .filter(result -> result.verdict() == ClaimVerdict.SUPPORTED)
                .count();
        assertThat(plain).isLessThanOrEqualTo(2);
    }

    private static ClaimResult judged(Synthetic run) {
        return run.analyze(CLOSE).claims().get(0);
    }

    /** Four workloads that are equal but for the first one's wall time, and that with as much noise. */
    private static Synthetic run(long seed, double spread, double first) {
        Synthetic run = Synthetic.run(seed).spread(spread).pair("numeric/w0", 101 * first - 1, 100);
        run.spread(0.01);
        for (int i = 1; i < 4; i++) {
            run.pair("numeric/w" + i, 100, 100);
        }
        return run;
    }

    private static Measure wall(String of, Estimator estimate, String test) {
        return measure(quantity(Metric.WALL, of, estimate, "python:std", "rust:std"), test, 1.25);
    }
}
