package dev.assay.analysis.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.Examples;
import dev.assay.Probes;
import dev.assay.analysis.Analysis;
import dev.assay.analysis.Rules;
import dev.assay.analysis.Synthetic;
import dev.assay.model.Warning;
import dev.assay.model.catalog.Claim;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.catalog.Rule;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.result.Power;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.ProbeResult;
import dev.assay.model.run.ProbeResult.PeakAt;
import dev.assay.model.run.Recording;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Verdicts that rest on probes. */
class ProbeConditionEvaluatorTest {
    private static final Probe MOVED = Probes.rust("safety/moved", ProbeOutcome.REJECTED, "E0382");
    private static final Probe RETURNED = Probes.rust("safety/returned", ProbeOutcome.REJECTED, "E0515");
    private static final Probe TWIN = Probes.rust("safety/moved-twin", ProbeOutcome.COMPILES, null);
    private static final Probe CYCLE = Probes.memory("safety/cycle", ProbeOutcome.LEAKS);

    private static final Condition BOTH = new Condition.All(List.of(asked(MOVED), asked(RETURNED)));

    private static Condition asked(Probe probe) {
        return new Condition.Probe(
                probe.id(),
                probe.expectation().outcomes().get(0),
                probe.expectation().code());
    }

    private static RunResult run(Claim claim, ProbeResult... results) {
        Recording recording = new Recording(
                Examples.header(List.of()),
                Arrays.asList(results),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Recording.End(Instant.EPOCH, true, null));
        return Analysis.analyze(recording, Synthetic.ARTICLE, List.of(claim));
    }

    private static ClaimResult judged(Condition when, ProbeResult... results) {
        return run(Rules.claim(when), results).claims().get(0);
    }

    private static ClaimResult guarded(Condition when, ProbeResult... results) {
        Rule rule = Rules.guarded(when, asked(TWIN), "The twin must compile.");
        return run(Rules.claim("claim", rule), results).claims().get(0);
    }

    private static void is(ClaimResult result, ClaimVerdict verdict, String sentence) {
        assertThat(result.sentence()).isEqualTo(sentence);
        assertThat(result.verdict()).isEqualTo(verdict);
    }

    @Test
    void supportWhenEachCameOutAsTheRuleAsks() {
        ClaimResult result = judged(
                BOTH,
                Probes.result(MOVED, ProbeOutcome.REJECTED, "E0382"),
                Probes.result(RETURNED, ProbeOutcome.REJECTED, "E0106", "E0515"));

        is(
                result,
                ClaimVerdict.SUPPORTED,
                "Probes: safety/moved is rejected with E0382; safety/returned is rejected with E0106, E0515, as required.");
        assertThat(result.power())
                .isEqualTo(
                        new Power(
                                null,
                                100,
                                null,
                                null,
                                "Each of the 2 probes could have had another outcome. They have no interval, and say nothing about other programs."));
        assertThat(result.evidence()).hasSize(2).first().satisfies(evidence -> {
            assertThat(evidence.probe()).isEqualTo("safety/moved");
            assertThat(evidence.threshold()).isEqualTo("rejected with E0382");
            assertThat(evidence.outcome()).isEqualTo(ClaimResult.Outcome.HOLDS);
        });
    }

    @Test
    void refuteWhenOneCameOutOtherwise() {
        is(
                judged(
                        BOTH,
                        Probes.result(MOVED, ProbeOutcome.COMPILES),
                        Probes.result(RETURNED, ProbeOutcome.REJECTED, "E0515")),
                ClaimVerdict.REFUTED,
                "Probes: safety/moved compiles and runs clean; safety/returned is rejected with E0515. Required: safety/moved"
                        + " is rejected with E0382.");
    }

    @Test
    void decideNothingWhenTheCompilerHadAnotherReason() {
        is(
                judged(asked(MOVED), Probes.result(MOVED, ProbeOutcome.REJECTED, "E0425")),
                ClaimVerdict.INCONCLUSIVE,
                "Probe: safety/moved is rejected with E0425. Required: safety/moved is rejected with E0382.");
    }

    @Test
    void decideNothingWhenMemoryNeitherGrewNorStayedLevel() {
        Condition level = new Condition.Probe(CYCLE.id(), ProbeOutcome.LEVEL, null);

        assertThat(judged(level, Probes.result(CYCLE, ProbeOutcome.UNCLEAR)).verdict())
                .isEqualTo(ClaimVerdict.INCONCLUSIVE);
        assertThat(judged(level, Probes.result(CYCLE, ProbeOutcome.LEVEL)).verdict())
                .isEqualTo(ClaimVerdict.SUPPORTED);
    }

    @Test
    void tellThePeaksThatTheyRestOn() {
        ProbeResult leaks = new ProbeResult(
                CYCLE,
                ProbeOutcome.LEAKS,
                List.of(),
                "tool",
                "",
                null,
                List.of(),
                List.of(new PeakAt(10, 1_250_000), new PeakAt(40, 42_000_000)),
                0,
                0);

        is(
                judged(new Condition.Probe(CYCLE.id(), ProbeOutcome.LEVEL, null), leaks),
                ClaimVerdict.REFUTED,
                "Probe: safety/cycle leaks (1.25 MB for 10, 42.0 MB for 40). Required: safety/cycle stays level.");
    }

    @Test
    void areNotTestedWhereOneIsMissingOrCameToNothing() {
        is(
                judged(BOTH, Probes.result(MOVED, ProbeOutcome.REJECTED, "E0382")),
                ClaimVerdict.NOT_TESTED,
                "The rule needs the probe safety/returned (it has no outcome in this run).");
        for (ProbeOutcome outcome : ProbeOutcome.values()) {
            if (outcome.missed()) {
                is(
                        judged(asked(MOVED), Probes.missed(MOVED, outcome, "it did not go well")),
                        ClaimVerdict.NOT_TESTED,
                        "The rule needs the probe safety/moved (it did not go well).");
            }
        }
    }

    @Test
    void oneThatCameOutOtherwiseRefutesWhateverTheOthersLack() {
        assertThat(judged(BOTH, Probes.result(MOVED, ProbeOutcome.COMPILES)).verdict())
                .isEqualTo(ClaimVerdict.REFUTED);
    }

    @Test
    void showNothingWhenTheTwinDoesNotCompile() {
        ProbeResult rejected = Probes.result(MOVED, ProbeOutcome.REJECTED, "E0382");

        assertThat(guarded(asked(MOVED), rejected, Probes.result(TWIN, ProbeOutcome.COMPILES))
                        .verdict())
                .isEqualTo(ClaimVerdict.SUPPORTED);
        is(
                guarded(asked(MOVED), rejected, Probes.result(TWIN, ProbeOutcome.REJECTED, "E0382")),
                ClaimVerdict.INCONCLUSIVE,
                "Probe: safety/moved-twin is rejected with E0382. Required: safety/moved-twin compiles. The twin must compile.");
        assertThat(guarded(asked(MOVED), rejected).verdict()).isEqualTo(ClaimVerdict.NOT_TESTED);
    }

    @Test
    void aChangeIsWarnedOfAndSoIsAProbeThatCameToNothing() {
        assertThat(warnings(Probes.result(MOVED, ProbeOutcome.REJECTED, "E0382")))
                .isEmpty();
        assertThat(warnings(Probes.result(MOVED, ProbeOutcome.COMPILES)))
                .extracting(Warning::code, Warning::message)
                .containsExactly(
                        tuple(
                                "probe-changed",
                                "The probe safety/moved was 'compiles and runs clean' with tool 1.0; expected: 'rejected with E0382'."));
        assertThat(warnings(Probes.result(MOVED, ProbeOutcome.REJECTED, "E0507")))
                .extracting(Warning::code)
                .containsExactly("probe-changed");
        assertThat(warnings(Probes.missed(MOVED, ProbeOutcome.TIMED_OUT, "it hangs")))
                .extracting(Warning::code)
                .containsExactly("probe-missed");
    }

    private static List<Warning> warnings(ProbeResult result) {
        return run(Rules.claim(asked(MOVED)), result).warnings().stream()
                .filter(warning -> warning.code().startsWith("probe-"))
                .toList();
    }

    @Test
    void wordsTellWhatWasFound() {
        assertThat(words(MOVED, ProbeOutcome.REJECTED, "E0382")).isEqualTo("rejected with E0382");
        assertThat(words(Probes.python("errors/a", ProbeOutcome.RAISES, "KeyError"), ProbeOutcome.RAISES, "KeyError"))
                .isEqualTo("raises KeyError");
        assertThat(words(Probes.python("errors/a", ProbeOutcome.COMPILES, null), ProbeOutcome.COMPILES, null))
                .isEqualTo("runs clean");
    }

    private static String words(Probe probe, ProbeOutcome outcome, @Nullable String code) {
        return (code == null ? Probes.result(probe, outcome) : Probes.result(probe, outcome, code)).words();
    }
}
