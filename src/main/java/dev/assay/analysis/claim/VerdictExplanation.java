package dev.assay.analysis.claim;

import dev.assay.analysis.claim.HolmFamily.Decision;
import dev.assay.analysis.claim.VerdictDecision.Reservation;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.result.ClaimResult;
import dev.assay.model.result.ClaimResult.Evidence;
import dev.assay.model.result.ClaimResult.Outcome;
import dev.assay.model.result.Power;
import dev.assay.text.NameList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts what a rule decided into words, beside the evidence. */
final class VerdictExplanation {
    private static final String OTHER_CLOCK =
            "By wall time (the whole process, start-up included), the result is the opposite: ";

    private final ClaimEvaluation of;
    private final HolmFamily family;
    private final VerdictDecision decision;
    private final ConditionResult main;
    private final List<String> sentences = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    private VerdictExplanation(ClaimEvaluation of, HolmFamily family, VerdictDecision decision) {
        this.of = of;
        this.family = family;
        this.decision = decision;
        this.main = of.main().result();
    }

    /** The verdict, with its sentences, the evidence, and what the run could have found out. */
    static ClaimResult explain(ClaimEvaluation of, HolmFamily family, VerdictDecision decision) {
        return new VerdictExplanation(of, family, decision).result();
    }

    private ClaimResult result() {
        switch (decision.reason()) {
            case MISSING_DATA -> sentences.add("The rule needs " + MissingData.describe(decision.missing()));
            case GUARD -> explainGuard();
            case HOLM -> {
                sentences.add(ExplanationText.figures(main.clauses()));
                explainHolm();
            }
            case CONDITION -> {
                sentences.add(ExplanationText.figures(main.clauses()));
                explainCondition();
            }
        }
        return new ClaimResult(
                of.claim(),
                decision.verdict(),
                ExplanationText.join(sentences.toArray(String[]::new)),
                evidence(),
                open,
                power());
    }

    private void explainGuard() {
        sentences.add(ExplanationText.figures(of.guards().get(decision.guard()).clauses()));
        sentences.add(of.rule().guards().get(decision.guard()).otherwise());
    }

    private void explainHolm() {
        sentences.add("Significant on its own, but not after Holm correction for the " + family.size()
                + " decisions of this run");
    }

    private void explainCondition() {
        for (int i = 0; i < decision.reservations().size(); i++) {
            explainReservation(
                    of.rule().partly().get(i).because(),
                    of.reservations().get(i),
                    decision.reservations().get(i));
        }
        if (decision.opposed()) {
            ConditionResult byWall = Objects.requireNonNull(of.byWall()).result();
            sentences.add(OTHER_CLOCK + ExplanationText.statements(byWall.clauses()));
        } else if (main.outcome() == Outcome.REFUTED) {
            sentences.add(Objects.requireNonNullElse(of.rule().refuted(), ""));
        }
        open.forEach(each -> sentences.add("Open: " + each));
        if (decision.capped()) {
            sentences.add("The rule allows at most the verdict '" + decision.verdict() + "'");
        }
    }

    private void explainReservation(String because, Decision reservation, Reservation state) {
        if (state == Reservation.APPLIES) {
            sentences.add(ExplanationText.naming(because, reservation.result().holding()));
        } else if (state.isOpen()) {
            open.add(ExplanationText.withoutStop(because) + ": " + whyOpen(reservation.result(), state));
        }
    }

    private String whyOpen(ConditionResult reservation, Reservation state) {
        return switch (state) {
            case NOT_MEASURED -> "not measured; it needs " + MissingData.describe(reservation.gaps());
            case UNDECIDED -> {
                List<String> undecided = reservation.evidence().stream()
                        .filter(each -> each.outcome() == Outcome.UNDECIDED)
                        .map(Evidence::workload)
                        .filter(Objects::nonNull)
                        .toList();
                yield "neither shown nor ruled out" + (undecided.isEmpty() ? "" : " in " + NameList.first(undecided));
            }
            case HOLM, APPLIES, ABSENT ->
                (reservation.outcome() == Outcome.HOLDS ? "shown" : "ruled out")
                        + " on its own, but not after Holm correction for the " + family.size()
                        + " decisions of this run";
        };
    }

    private List<Evidence> evidence() {
        List<Evidence> evidence = new ArrayList<>(main.evidence());
        of.guards().forEach(guard -> evidence.addAll(guard.evidence()));
        of.reservations().forEach(each -> evidence.addAll(each.result().evidence()));
        Decision byWall = of.byWall();
        if (byWall != null
                && byWall.result().outcome() != main.outcome()
                && byWall.result().outcome() != Outcome.NO_DATA) {
            evidence.addAll(byWall.result().evidence());
        }
        return evidence;
    }

    private @Nullable Power power() {
        int probes = (int)
                main.evidence().stream().filter(each -> each.probe() != null).count();
        return decision.verdict() == ClaimVerdict.NOT_TESTED
                ? null
                : PowerStatement.describe(main.estimates(), probes, decision.shortage());
    }
}
