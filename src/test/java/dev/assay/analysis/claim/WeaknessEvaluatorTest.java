package dev.assay.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Probes;
import dev.assay.analysis.Rules;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.LanguageGuard;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.catalog.WeaknessShare;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.run.ProbeResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Verdicts that rest on shares of weaknesses. */
class WeaknessEvaluatorTest {
    /** That many classes which are silent in C, of which Rust rejects the first, and one which C stops. */
    private static List<ProbeResult> classes(int silent, int rejected) {
        List<ProbeResult> results = new ArrayList<>();
        for (int i = 0; i < silent; i++) {
            results.add(Probes.weakness("w" + i, LanguageGuard.C, ProbeOutcome.SILENT));
            results.add(Probes.weakness(
                    "w" + i, LanguageGuard.RUST, i < rejected ? ProbeOutcome.REJECTED : ProbeOutcome.SILENT));
        }
        results.add(Probes.weakness("stopped", LanguageGuard.C, ProbeOutcome.STOPPED));
        results.add(Probes.weakness("stopped", LanguageGuard.RUST, ProbeOutcome.SILENT));
        results.add(Probes.weakness("only", LanguageGuard.C, ProbeOutcome.SILENT));
        return results;
    }

    private static ClaimResult judged(List<ProbeResult> results) {
        Condition when = new Condition.CaughtShare(new WeaknessShare(
                List.of("cwe"), LanguageGuard.C, LanguageGuard.RUST, 95, Condition.Bound.LOW, Condition.Op.ABOVE, 0.5));
        return Rules.judged(when, results);
    }

    @Test
    void onlyClassesCountThatAreSilentInOneAndTriedInTheOther() {
        ClaimResult result = judged(classes(20, 18));

        assertThat(result.verdict()).isEqualTo(ClaimVerdict.SUPPORTED);
        assertThat(result.sentence())
                .startsWith("Of 20 classes of weaknesses that pass silently in C, Rust lets 18 not pass: 90 % (95 %")
                .endsWith("Required: above 50 %.");
    }

    @Test
    void fewClassesDecideNothing() {
        assertThat(judged(classes(20, 10)).verdict()).isEqualTo(ClaimVerdict.INCONCLUSIVE);
        assertThat(judged(classes(3, 3)).verdict()).isEqualTo(ClaimVerdict.INCONCLUSIVE);
        assertThat(judged(classes(20, 1)).verdict()).isEqualTo(ClaimVerdict.REFUTED);
    }

    @Test
    void whatWasNotTriedIsNamed() {
        assertThat(judged(List.of()).sentence()).contains("run with --suite=cwe");

        List<ProbeResult> missed = new ArrayList<>(classes(20, 18));
        missed.set(3, Probes.weakness("w1", LanguageGuard.RUST, ProbeOutcome.FAILED));
        ClaimResult result = judged(missed);
        assertThat(result.verdict()).isEqualTo(ClaimVerdict.NOT_TESTED);
        assertThat(result.sentence()).contains("w1 in Rust");
    }
}
