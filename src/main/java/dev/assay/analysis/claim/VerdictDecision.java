package dev.assay.analysis.claim;

import dev.assay.analysis.claim.HolmFamily.Decision;
import dev.assay.model.ClaimResult;
import dev.assay.model.ClaimResult.Evidence;
import dev.assay.model.ClaimResult.Outcome;
import dev.assay.model.ClaimVerdict;
import dev.assay.model.Power;
import dev.assay.model.Power.Lack;
import dev.assay.stats.MinimumPValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From a case and all that is decided in its run to the claim's verdict. */
final class VerdictDecision {
    private static final double LEVEL = 0.05;

    private static final String OTHER_CLOCK =
            "By wall time (the whole process, start-up included), the result is the opposite: ";

    private final ClaimEvaluation of;
    private final HolmFamily family;
    private final ConditionResult main;
    private final String figures;
    private final List<String> sentences = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    VerdictDecision(ClaimEvaluation of, HolmFamily family) {
        this.of = of;
        this.family = family;
        this.main = of.main().finding();
        this.figures = ExplanationText.figures(main.clauses());
    }

    /** The verdict, with a sentence, the evidence, and what the run could have found out. */
    ClaimResult result() {
        ClaimResult result = notTested();
        if (result == null) {
            result = guarded();
        }
        return result == null ? decided() : result;
    }

    private @Nullable ClaimResult notTested() {
        List<MissingData> gaps = new ArrayList<>();
        if (main.outcome() == Outcome.NO_DATA) {
            gaps.addAll(main.gaps());
        }
        of.guards().stream()
                .filter(guard -> guard.outcome() == Outcome.NO_DATA)
                .forEach(guard -> gaps.addAll(guard.gaps()));
        if (gaps.isEmpty()) {
            return null;
        }
        sentences.add("The rule needs " + MissingData.describe(gaps));
        return result(ClaimVerdict.NOT_TESTED, null);
    }

    private @Nullable ClaimResult guarded() {
        for (int i = 0; i < of.guards().size(); i++) {
            ConditionResult guard = of.guards().get(i);
            if (guard.outcome() != Outcome.HOLDS) {
                sentences.add(ExplanationText.figures(guard.clauses()));
                sentences.add(of.rule().guards().get(i).otherwise());
                return inconclusive(
                        guard.outcome() == Outcome.REFUTED
                                ? new InconclusiveReason(Lack.DESIGN, null, "a precondition of the rule is not met")
                                : InconclusiveReason.of(guard.stakes(), family.size() + 1));
            }
        }
        return null;
    }

    private ClaimResult decided() {
        sentences.add(figures);
        if (family.leavesOpen(of.main())) {
            return leftOpen();
        }
        return switch (main.outcome()) {
            case HOLDS -> result(supported(), null);
            case REFUTED -> result(refuted(), null);
            case UNDECIDED, NO_DATA -> inconclusive(InconclusiveReason.of(main.stakes(), family.size()));
        };
    }

    private ClaimResult leftOpen() {
        int blocks = main.stakes().stream()
                .mapToInt(stake -> stake.reading().blocks())
                .filter(each -> each > 0)
                .min()
                .orElse(Integer.MAX_VALUE);
        String more = MinimumPValue.reaches(blocks, family.size(), LEVEL)
                ? ""
                : "; that needs at least " + MinimumPValue.fewest(family.size(), LEVEL) + " blocks";
        sentences.add("Significant on its own, but not after Holm correction for the " + family.size()
                + " decisions of this run" + more);
        return inconclusive(InconclusiveReason.of(main.stakes(), family.size()));
    }

    private ClaimVerdict refuted() {
        if (byOtherClock(Outcome.HOLDS)) {
            return ClaimVerdict.PARTLY;
        }
        sentences.add(Objects.requireNonNullElse(of.rule().refuted(), ""));
        return ClaimVerdict.REFUTED;
    }

    private ClaimVerdict supported() {
        ClaimVerdict verdict = ClaimVerdict.SUPPORTED;
        for (int i = 0; i < of.reservations().size(); i++) {
            Decision reservation = of.reservations().get(i);
            String because = of.rule().partly().get(i).because();
            Outcome outcome = reservation.finding().outcome();
            if (family.leavesOpen(reservation) || outcome == Outcome.UNDECIDED || outcome == Outcome.NO_DATA) {
                open.add(ExplanationText.withoutStop(because) + ": " + whyOpen(reservation));
            } else if (outcome == Outcome.HOLDS) {
                verdict = ClaimVerdict.PARTLY;
                sentences.add(
                        ExplanationText.naming(because, reservation.finding().holding()));
            }
        }
        if (byOtherClock(Outcome.REFUTED)) {
            verdict = ClaimVerdict.PARTLY;
        }
        open.forEach(each -> sentences.add("Open: " + each));
        if (!open.isEmpty() && verdict == ClaimVerdict.SUPPORTED) {
            verdict = ClaimVerdict.SUPPORTED_OPEN;
        }
        ClaimVerdict cap = of.rule().cap();
        if (cap != null && verdict.compareTo(cap) < 0) {
            verdict = cap;
            sentences.add("The rule allows at most the verdict '" + cap + "'");
        }
        return verdict;
    }

    private String whyOpen(Decision reservation) {
        ConditionResult finding = reservation.finding();
        if (finding.outcome() == Outcome.NO_DATA) {
            return "not measured; it needs " + MissingData.describe(finding.gaps());
        }
        if (finding.outcome() == Outcome.UNDECIDED) {
            List<String> undecided = finding.evidence().stream()
                    .filter(each -> each.outcome() == Outcome.UNDECIDED)
                    .map(Evidence::workload)
                    .filter(Objects::nonNull)
                    .toList();
            return "neither shown nor ruled out" + (undecided.isEmpty() ? "" : " in " + MissingData.names(undecided));
        }
        return (finding.outcome() == Outcome.HOLDS ? "shown" : "ruled out")
                + " on its own, but not after Holm correction for the " + family.size() + " decisions of this run";
    }

    /** Whether wall time shows the contrary; then it is said. */
    private boolean byOtherClock(Outcome contrary) {
        Decision byWall = of.byWall();
        if (byWall == null || byWall.finding().outcome() != contrary || family.leavesOpen(byWall)) {
            return false;
        }
        sentences.add(OTHER_CLOCK + ExplanationText.statements(byWall.finding().clauses()));
        return true;
    }

    private ClaimResult inconclusive(InconclusiveReason shortage) {
        return result(ClaimVerdict.INCONCLUSIVE, shortage);
    }

    private ClaimResult result(ClaimVerdict verdict, @Nullable InconclusiveReason shortage) {
        List<Evidence> evidence = new ArrayList<>(main.evidence());
        of.guards().forEach(guard -> evidence.addAll(guard.evidence()));
        of.reservations().forEach(each -> evidence.addAll(each.finding().evidence()));
        Decision byWall = of.byWall();
        boolean otherwise = byWall != null
                && byWall.finding().outcome() != main.outcome()
                && byWall.finding().outcome() != Outcome.NO_DATA;
        if (byWall != null && otherwise) {
            evidence.addAll(byWall.finding().evidence());
        }
        int probes = (int)
                main.evidence().stream().filter(each -> each.probe() != null).count();
        Power power = verdict == ClaimVerdict.NOT_TESTED ? null : PowerStatement.of(main.stakes(), probes, shortage);
        return new ClaimResult(
                of.claim(), verdict, ExplanationText.join(sentences.toArray(String[]::new)), evidence, open, power);
    }
}
