package dev.assay.analysis.claim;

import dev.assay.analysis.claim.HolmFamily.Decision;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.result.ClaimResult.Outcome;
import dev.assay.model.result.Power.Lack;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule decides about its claim, and why. {@link VerdictExplanation} puts it into words.
 *
 * @param verdict the verdict
 * @param reason what decided it
 * @param missing the data that the rule lacks; none for other reasons
 * @param guard the index of the guard that does not hold; -1 for other reasons
 * @param shortage what an inconclusive run was short of; null for other verdicts
 * @param opposed whether wall time shows the contrary
 * @param reservations what became of each reservation of a condition that holds, in the rule's order; none where it does not hold
 * @param capped whether the rule allows no better verdict
 */
record VerdictDecision(
        ClaimVerdict verdict,
        Reason reason,
        List<MissingData> missing,
        int guard,
        @Nullable Shortage shortage,
        boolean opposed,
        List<Reservation> reservations,
        boolean capped) {
    /** What decided a verdict. */
    enum Reason {
        /** The condition or a guard has no data. */
        MISSING_DATA,
        /** A guard does not hold. */
        GUARD,
        /** The condition decides by itself, but not after Holm's adjustment for the whole run. */
        HOLM,
        /** How the condition came out. */
        CONDITION
    }

    /** What became of a reservation. */
    enum Reservation {
        /** It is ruled out. */
        ABSENT,
        /** It applies, so the claim is partly supported at most. */
        APPLIES,
        NOT_MEASURED,
        UNDECIDED,
        /** It is shown or ruled out by itself, but not after Holm's adjustment for the whole run. */
        HOLM;

        /** Whether nobody knows if it applies. */
        boolean isOpen() {
            return this != ABSENT && this != APPLIES;
        }
    }

    VerdictDecision {
        missing = List.copyOf(missing);
        reservations = List.copyOf(reservations);
    }

    /**
     * Decides a claim.
     *
     * @param family all that the run decides
     */
    static VerdictDecision decide(ClaimEvaluation of, HolmFamily family) {
        List<MissingData> missing = missing(of);
        if (!missing.isEmpty()) {
            return new VerdictDecision(
                    ClaimVerdict.NOT_TESTED, Reason.MISSING_DATA, missing, -1, null, false, List.of(), false);
        }
        for (int i = 0; i < of.guards().size(); i++) {
            ConditionResult guard = of.guards().get(i);
            if (guard.outcome() != Outcome.HOLDS) {
                Shortage shortage = guard.outcome() == Outcome.REFUTED
                        ? new Shortage(Lack.DESIGN, null, "a precondition of the rule is not met")
                        : Shortage.of(guard.estimates(), family.size() + 1);
                return inconclusive(Reason.GUARD, i, shortage);
            }
        }
        ConditionResult main = of.main().result();
        boolean open = family.leavesOpen(of.main());
        if (open || main.outcome() == Outcome.UNDECIDED) {
            return inconclusive(
                    open ? Reason.HOLM : Reason.CONDITION, -1, Shortage.of(main.estimates(), family.size()));
        }
        return main.outcome() == Outcome.HOLDS ? supported(of, family) : refuted(of, family);
    }

    private static List<MissingData> missing(ClaimEvaluation of) {
        List<MissingData> missing = new ArrayList<>();
        if (of.main().result().outcome() == Outcome.NO_DATA) {
            missing.addAll(of.main().result().gaps());
        }
        of.guards().stream()
                .filter(guard -> guard.outcome() == Outcome.NO_DATA)
                .forEach(guard -> missing.addAll(guard.gaps()));
        return missing;
    }

    private static VerdictDecision inconclusive(Reason reason, int guard, Shortage shortage) {
        return new VerdictDecision(
                ClaimVerdict.INCONCLUSIVE, reason, List.of(), guard, shortage, false, List.of(), false);
    }

    private static VerdictDecision refuted(ClaimEvaluation of, HolmFamily family) {
        boolean opposed = isOpposed(of, family, Outcome.HOLDS);
        return new VerdictDecision(
                opposed ? ClaimVerdict.PARTLY : ClaimVerdict.REFUTED,
                Reason.CONDITION,
                List.of(),
                -1,
                null,
                opposed,
                List.of(),
                false);
    }

    private static VerdictDecision supported(ClaimEvaluation of, HolmFamily family) {
        List<Reservation> reservations =
                of.reservations().stream().map(each -> decide(each, family)).toList();
        boolean opposed = isOpposed(of, family, Outcome.REFUTED);
        ClaimVerdict verdict = opposed || reservations.contains(Reservation.APPLIES)
                ? ClaimVerdict.PARTLY
                : reservations.stream().anyMatch(Reservation::isOpen)
                        ? ClaimVerdict.SUPPORTED_OPEN
                        : ClaimVerdict.SUPPORTED;
        ClaimVerdict cap = of.rule().cap();
        ClaimVerdict allowed = cap != null && verdict.compareTo(cap) < 0 ? cap : verdict;
        return new VerdictDecision(
                allowed, Reason.CONDITION, List.of(), -1, null, opposed, reservations, allowed != verdict);
    }

    private static Reservation decide(Decision reservation, HolmFamily family) {
        return switch (reservation.result().outcome()) {
            case NO_DATA -> Reservation.NOT_MEASURED;
            case UNDECIDED -> Reservation.UNDECIDED;
            case HOLDS -> family.leavesOpen(reservation) ? Reservation.HOLM : Reservation.APPLIES;
            case REFUTED -> family.leavesOpen(reservation) ? Reservation.HOLM : Reservation.ABSENT;
        };
    }

    private static boolean isOpposed(ClaimEvaluation of, HolmFamily family, Outcome contrary) {
        Decision byWall = of.byWall();
        return byWall != null && byWall.result().outcome() == contrary && !family.leavesOpen(byWall);
    }
}
