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
                        "The other one is beyond 1.25: not measured; it needs text/other (not part of this run)");
    }

    /** Six blocks reach a two-sided p of 1/32: enough for one decision at 5 %, not for the first of two. */
    @Test
    void reservationsShareTheErrorOfTheRun() {
        Claim claim = claim(
                "faster",
                Rules.partly(
                        wall("numeric/a", Estimator.RATIO, "95 low >"),
                        wall("numeric/b", Estimator.RATIO, "95 low >"),
                        "The other one is faster too."));
        Synthetic few = Synthetic.run(5).blocks(6).pair("numeric/a", 400, 10).pair("numeric/b", 300, 10);
        ClaimResult result = few.analyze(claim).claims().get(0);
        assertThat(result.verdict()).isEqualTo(ClaimVerdict.INCONCLUSIVE);
        assertThat(result.sentence()).contains("not after Holm correction for the 2 decisions of this run");

        Synthetic more = Synthetic.run(5).pair("numeric/a", 400, 10).blocks(6).pair("numeric/b", 300, 10);
        Claim[] both = {claim, claim("again", Rules.rule(wall("numeric/b", Estimator.RATIO, "95 low >")))};
        assertThat(more.analyze(both).claims().get(0).open())
                .containsExactly(
                        "The other one is faster too: shown on its own, but not after Holm correction for the 3 decisions of this run");
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
