package dev.assay.analysis.claim;

import static dev.assay.analysis.Rules.claim;
import static dev.assay.analysis.Rules.measure;
import static dev.assay.analysis.Rules.quantity;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analysis.Rules;
import dev.assay.analysis.Synthetic;
import dev.assay.analysis.Synthetic.Figures;
import dev.assay.model.Metric;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.result.ClaimResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A verdict by the time of the work alone, where the time of the whole process says otherwise. */
class OtherClockTest {
    private static final Claim NOT_SLOWER = claim(
            "not-slower",
            Rules.rule(measure(
                    quantity(Metric.WORK, "numeric/sum", Estimator.RATIO, "python:numpy", "rust:std"),
                    "95 high <",
                    1.25)));

    /** The figures of the first side; the other's work takes 10 ms and its process 12. */
    private static ClaimResult judged(Claim claim, double workMs, double wallMs) {
        return Synthetic.run(1)
                .trial("numeric/sum:python:numpy@9x1", new Figures(workMs * 1e6, wallMs * 1e6, wallMs * 1e6, 1e6))
                .trial("numeric/sum:rust:std@9x1", new Figures(10e6, 12e6, 12e6, 1e6))
                .analyze(claim)
                .claims()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 12, SUPPORTED",
        "10, 15, SUPPORTED",
        "10, 240, PARTLY",
        "30, 40, REFUTED",
        "30, 12, PARTLY",
    })
    void whatTheOtherClockContradictsIsPartlyAtMost(double workMs, double wallMs, ClaimVerdict verdict) {
        assertThat(judged(NOT_SLOWER, workMs, wallMs).verdict()).isEqualTo(verdict);
    }

    @Test
    void theSentenceHasBothFigures() {
        ClaimResult result = judged(NOT_SLOWER, 10, 240);
        assertThat(result.sentence())
                .contains("Rust and Python (numpy) show no clear difference in work time in numeric/sum: ratio ")
                .contains(
                        " By wall time (the whole process, start-up included), the result is the opposite: Rust is 20.0 times faster"
                                + " than Python (numpy) in wall time in numeric/sum (95 % interval ");
        assertThat(result.evidence())
                .extracting(
                        evidence -> evidence.what().substring(0, evidence.what().indexOf(',')))
                .containsExactly("work time", "wall time");
        assertThat(judged(NOT_SLOWER, 10, 12).evidence()).hasSize(1);
    }

    @Test
    void ratesRestOnTheSameClock() {
        Claim keepsUp = claim(
                "keeps-up",
                Rules.rule(measure(
                        quantity(Metric.RATE, "numeric/sum", Estimator.RATIO, "rust:std", "python:numpy"),
                        "95 low >",
                        0.5)));
        assertThat(judged(keepsUp, 10, 12).verdict()).isEqualTo(ClaimVerdict.SUPPORTED);
        assertThat(judged(keepsUp, 10, 240).verdict()).isEqualTo(ClaimVerdict.PARTLY);
    }
}
