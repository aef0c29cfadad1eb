package dev.assay.analysis;

import static dev.assay.analysis.Rules.claim;
import static dev.assay.analysis.Rules.measure;
import static dev.assay.analysis.Rules.quantity;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analysis.Synthetic.Figures;
import dev.assay.model.Claim;
import dev.assay.model.ClaimResult;
import dev.assay.model.ClaimVerdict;
import dev.assay.model.Condition.Estimator;
import dev.assay.model.Metric;
import dev.assay.model.Rule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule has to say when its claim does not hold. */
class RefutedTest {
    private static final String WHY = "Python's trees are smaller, as the table shows.";

    private static final Claim FOOTPRINT = claim(
            "memory.footprint",
            new Rule(
                    "summary",
                    measure(
                            quantity(Metric.PEAK, "memory", Estimator.SUITE, "python:std", "rust:std"),
                            "95 low >",
                            1.25),
                    List.of(),
                    List.of(),
                    null,
                    WHY));

    @ParameterizedTest
    @CsvSource({"60, SUPPORTED", "9, REFUTED", "12.5, INCONCLUSIVE"})
    void theReasonStandsBehindTheFiguresOfARefutedClaimAndNoOther(double pythonMegabytes, ClaimVerdict verdict) {
        ClaimResult result = Synthetic.run(5)
                .trial("memory/binary-trees:python:std@9x1", Figures.ofKernel(100, pythonMegabytes))
                .trial("memory/binary-trees:rust:std@9x1", Figures.ofKernel(10, 10))
                .analyse(FOOTPRINT)
                .claims()
                .get(0);
        assertThat(result.verdict()).isEqualTo(verdict);
        assertThat(result.sentence().endsWith("other side. " + WHY)).isEqualTo(verdict == ClaimVerdict.REFUTED);
        assertThat(result.sentence().contains(WHY)).isEqualTo(verdict == ClaimVerdict.REFUTED);
    }
}
