package dev.assay.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Probes;
import dev.assay.analysis.Rules;
import dev.assay.model.Runtime;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.OutcomeShare;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.run.ProbeResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeShareEvaluatorTest {
    /** That many packages in Rust of which the first compile, one in Python, and a probe of another suite. */
    private static List<ProbeResult> packages(int all, int compiled) {
        List<ProbeResult> results = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            results.add(Probes.result(
                    Probes.rust("packages/p" + i, ProbeOutcome.COMPILES, null),
                    i < compiled ? ProbeOutcome.COMPILES : ProbeOutcome.REJECTED));
        }
        results.add(Probes.result(
                Probes.python("packages/p", ProbeOutcome.COMPILES, null), ProbeOutcome.RAISES, "ImportError"));
        results.add(Probes.result(Probes.rust("safety/s", ProbeOutcome.COMPILES, null), ProbeOutcome.REJECTED));
        return results;
    }

    private static ClaimResult judged(List<ProbeResult> results) {
        Condition when = new Condition.ProbeShare(new OutcomeShare(
                List.of("packages"),
                Runtime.RUST,
                ProbeOutcome.COMPILES,
                95,
                Condition.Bound.LOW,
                Condition.Op.ABOVE,
                0.5));
        return Rules.judged(when, results);
    }

    @Test
    void theProbesOfTheSuiteAndRuntimeCount() {
        ClaimResult result = judged(packages(20, 19));

        assertThat(result.verdict()).isEqualTo(ClaimVerdict.SUPPORTED);
        assertThat(result.sentence())
                .startsWith(
                        "Of 20 probes of the suite packages in Rust, 19 came out as \u201ccompiles\u201d: 95 % (95 %")
                .endsWith("Required: above 50 %.");
    }

    @Test
    void anIntervalThatHoldsTheThresholdDecidesNothing() {
        assertThat(judged(packages(20, 11)).verdict()).isEqualTo(ClaimVerdict.INCONCLUSIVE);
        assertThat(judged(packages(3, 3)).verdict()).isEqualTo(ClaimVerdict.INCONCLUSIVE);
        assertThat(judged(packages(20, 2)).verdict()).isEqualTo(ClaimVerdict.REFUTED);
    }

    @Test
    void whatWasNotTriedIsNamed() {
        assertThat(judged(List.of()).sentence()).contains("run with --suite=packages");

        List<ProbeResult> missed = new ArrayList<>(packages(20, 19));
        missed.set(
                3,
                Probes.missed(
                        Probes.rust("packages/p3", ProbeOutcome.COMPILES, null), ProbeOutcome.NOT_RUN, "no network"));
        ClaimResult result = judged(missed);
        assertThat(result.verdict()).isEqualTo(ClaimVerdict.NOT_TESTED);
        assertThat(result.sentence()).contains("packages/p3");
    }
}
