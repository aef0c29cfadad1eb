package dev.assay.analysis.claim;

import dev.assay.analysis.estimate.SeriesCheckResult;
import dev.assay.model.result.ClaimResult.Outcome;
import java.util.List;

/**
 * How an estimate lies to a threshold, and why.
 *
 * @param outcome holds, refuted or undecided
 * @param reason what decided it, or kept it open
 * @param failedChecks the checks of the series whose correction leads to another outcome; none for other reasons
 */
record ThresholdDecision(Outcome outcome, Reason reason, List<SeriesCheckResult> failedChecks) {
    /** Why an outcome is what it is. */
    enum Reason {
        /** The interval lies where it decides. */
        INTERVAL,
        /** There are too few samples for an interval. */
        NO_INTERVAL,
        /** The correction of something that a check found gives another outcome. */
        FAILED_CHECK,
        /** The interval lies on both sides of the threshold. */
        BOTH_SIDES,
        /** The session is too noisy to tell. */
        RESOLUTION,
        /** Of several workloads one is enough, and after Holm's adjustment this one no longer is. */
        HOLM
    }

    ThresholdDecision {
        failedChecks = List.copyOf(failedChecks);
    }

    /** Decided by where the interval lies. */
    static ThresholdDecision decided(Outcome outcome) {
        return new ThresholdDecision(outcome, Reason.INTERVAL, List.of());
    }

    /** Left open for a reason. */
    static ThresholdDecision undecided(Reason reason) {
        return new ThresholdDecision(Outcome.UNDECIDED, reason, List.of());
    }
}
