package dev.assay.analysis.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.result.Comparison.Verdict;
import dev.assay.model.result.Estimate.Kind;
import dev.assay.stats.Mean;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictRulesTest {

    /** Half-widths are of the 95 % interval; the 90 % one is a little narrower. */
    @ParameterizedTest
    @CsvSource({
        "1.10, 0.01, BETTER",
        "0.90, 0.01, WORSE",
        "1.00, 0.01, EQUIVALENT",
        "1.005, 0.002, EQUIVALENT",
        "1.03, 0.02, UNCLEAR",
        "1.00, 0.10, UNCLEAR",
        "0.97, 0.02, UNCLEAR",
    })
    void firstThatMatches(double ratio, double halfWidth, Verdict verdict) {
        assertThat(VerdictRules.of(reading(ratio, halfWidth), 1.02, 1.02, false).verdict())
                .isEqualTo(verdict);
        assertThat(VerdictRules.of(reading(1 / ratio, halfWidth), 1.02, 1.02, false)
                        .verdict())
                .isEqualTo(mirrored(verdict));
    }

    @Test
    void differentNeedsANarrowerEquivalenceMargin() {
        assertThat(VerdictRules.of(reading(1.012, 0.004), 1.02, 1.01, false).verdict())
                .isEqualTo(Verdict.DIFFERENT);
        assertThat(VerdictRules.of(reading(1.012, 0.004), 1.02, 1.02, false))
                .isEqualTo(new VerdictRules.Judgement(
                        Verdict.EQUIVALENT, List.of("different, but by less than the margin")));
    }

    @Test
    void failedCanaryLeavesOnlyWhatLiesBeyondTheMargin() {
        assertThat(VerdictRules.of(reading(1.3, 0.01), 1.1, 1.1, true).verdict())
                .isEqualTo(Verdict.BETTER);
        VerdictRules.Judgement near = VerdictRules.of(reading(1.0, 0.01), 1.1, 1.1, true);
        assertThat(near.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(near.reasons()).containsExactly("canary: this run cannot distinguish ratios below 1.10");
    }

    @Test
    void tooFewBlocksAreSaidSo() {
        VerdictRules.Judgement judgement =
                VerdictRules.of(new LogEstimate(3, null, 4, Kind.CONFIDENCE), 1.02, 1.02, false);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reasons()).containsExactly("too few blocks: 4; an interval needs 6");
    }

    @Test
    void findingThatChangesTheVerdictVoidsIt() {
        LogEstimate doubted = doubted(reading(1.04, 0.01), reading(1.04, 0.03));
        VerdictRules.Judgement judgement = VerdictRules.of(doubted, 1.02, 1.02, false);
        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reasons())
                .containsExactly(
                        "autocorrelated: successive blocks are correlated; after widening, the interval is 1.01 to 1.07, and the verdict"
                                + " is no longer 'better'");
    }

    @Test
    void findingThatChangesNothingIsNoted() {
        LogEstimate doubted = doubted(reading(40, 0.01), reading(40, 0.5));
        assertThat(VerdictRules.of(doubted, 1.02, 1.02, false))
                .isEqualTo(
                        new VerdictRules.Judgement(
                                Verdict.BETTER,
                                List.of(
                                        "autocorrelated: successive blocks are correlated; after widening, the verdict is the same")));
    }

    private static LogEstimate doubted(LogEstimate plain, LogEstimate corrected) {
        SeriesCheckResult doubt = new SeriesCheckResult(
                SeriesCheckResult.Kind.AUTOCORRELATED, "successive blocks are correlated", corrected);
        return new LogEstimate(plain.value(), plain.location(), plain.blocks(), plain.kind(), List.of(doubt));
    }

    private static Verdict mirrored(Verdict verdict) {
        return switch (verdict) {
            case BETTER -> Verdict.WORSE;
            case WORSE -> Verdict.BETTER;
            default -> verdict;
        };
    }

    private static LogEstimate reading(double ratio, double halfWidth) {
        Mean mean = new Mean(Math.log(ratio), halfWidth / 1.96, 1e6);
        return new LogEstimate(mean.value(), mean, 20, Kind.CONFIDENCE);
    }
}
