package dev.assay.analysis.claim;

import dev.assay.analysis.claim.ThresholdDecision.Reason;
import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.analysis.estimate.SeriesCheckResult;
import dev.assay.analysis.estimate.VerdictRules;
import dev.assay.model.catalog.Condition.Bound;
import dev.assay.model.catalog.Condition.Measure;
import dev.assay.model.catalog.Condition.Op;
import dev.assay.model.result.ClaimResult.Outcome;
import dev.assay.stats.Bounds;
import dev.assay.stats.IntervalEstimate;
import dev.assay.stats.Mean;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The line that an interval must lie beyond.
 *
 * <p>The strict bounds, {@code low >} and {@code high <}, ask for the whole interval on the rule's side; the condition is refuted when the
 * whole of it lies on the other side and undecided between. The liberal bounds, {@code high >} and {@code low <}, only ask that the
 * interval reaches to the rule's side: such a condition holds unless its contrary is shown, and is refuted when the whole interval lies on
 * the other side. In a session whose canary failed, every end must clear the line by the session's resolution; what lies nearer is
 * undecided.
 */
final class ConditionThreshold {
    private final Measure measure;
    private final double resolution;
    private final double above;
    private final double below;

    /**
     * The threshold of a measure.
     *
     * @param resolution the ratio that the session can distinguish from 1 when its canary failed, else 1
     */
    ConditionThreshold(Measure measure, double resolution) {
        this.measure = measure;
        this.resolution = resolution;
        this.above = Math.log(measure.value()) + Math.log(resolution) + VerdictRules.ROUNDING;
        this.below = Math.log(measure.value()) - Math.log(resolution) - VerdictRules.ROUNDING;
    }

    /** Decides how a reading lies to the threshold, by itself. */
    ThresholdDecision decide(LogEstimate reading) {
        Bounds bounds = reading.interval(measure.level());
        if (bounds == null) {
            return ThresholdDecision.undecided(Reason.NO_INTERVAL);
        }
        Outcome plain = plain(reading);
        List<SeriesCheckResult> failed = reading.doubts().stream()
                .filter(doubt -> plain(doubt.corrected()) != plain)
                .toList();
        if (!failed.isEmpty()) {
            return new ThresholdDecision(Outcome.UNDECIDED, Reason.FAILED_CHECK, failed);
        }
        if (plain != Outcome.UNDECIDED) {
            return ThresholdDecision.decided(plain);
        }
        boolean noise = resolution > 1
                && new ConditionThreshold(measure, 1).decide(reading).outcome() != Outcome.UNDECIDED;
        return ThresholdDecision.undecided(noise ? Reason.RESOLUTION : Reason.BOTH_SIDES);
    }

    private Outcome plain(LogEstimate reading) {
        Bounds bounds = reading.interval(measure.level());
        if (bounds == null) {
            return Outcome.UNDECIDED;
        }
        double end = measure.bound() == Bound.LOW ? bounds.low() : bounds.high();
        return isOnSide(end, measure.op())
                ? Outcome.HOLDS
                : isOnSide(farEnd(bounds), opposite()) ? Outcome.REFUTED : Outcome.UNDECIDED;
    }

    /** How sure either outcome is; a liberal bound holds without being shown. */
    DecisionPValue strength(LogEstimate reading) {
        return new DecisionPValue(isStrict(measure) ? pHolds(reading) / tail() : 0, pRefuted(reading) / tail());
    }

    /** Whether the whole interval must lie on the rule's side. */
    static boolean isStrict(Measure measure) {
        return (measure.op() == Op.ABOVE) == (measure.bound() == Bound.LOW);
    }

    /**
     * The one-sided p-value for the rule's side, the largest of the reading as it is and after each correction; for a strict bound at most
     * half of alpha exactly when the condition holds. 1 without an interval.
     */
    double pHolds(LogEstimate reading) {
        return worst(reading, this::pHolds);
    }

    /** The same for the other side. */
    double pRefuted(LogEstimate reading) {
        return worst(reading, this::pRefuted);
    }

    private static double worst(LogEstimate reading, ToDoubleFunction<IntervalEstimate> pValue) {
        return Stream.concat(Stream.of(reading), reading.doubts().stream().map(SeriesCheckResult::corrected))
                .mapToDouble(each -> pValue(each, pValue))
                .max()
                .orElse(1);
    }

    /**
     * Ranks end where every block lies beyond the threshold: at 2^-n for n blocks, however far beyond it they lie. From there on Student's t of
     * the same estimate tells, whose standard error is that of the interval by ranks. So ten blocks that are 70 times beyond a threshold stand
     * among any number of decisions, and what ranks leave open is as open as before.
     */
    private static double pValue(LogEstimate reading, ToDoubleFunction<IntervalEstimate> pValue) {
        IntervalEstimate location = reading.location();
        if (location == null) {
            return 1;
        }
        double byRanks = pValue.applyAsDouble(location);
        Mean mean = byRanks <= Math.scalb(1.0, -reading.blocks()) ? location.mean() : null;
        return mean == null ? byRanks : Math.min(byRanks, pValue.applyAsDouble(mean));
    }

    private double pHolds(IntervalEstimate location) {
        return measure.op() == Op.ABOVE ? location.pAbove(above) : location.pBelow(below);
    }

    private double pRefuted(IntervalEstimate location) {
        return measure.op() == Op.ABOVE ? location.pBelow(below) : location.pAbove(above);
    }

    /** What a one-sided p-value must not exceed: the share that the two-sided interval leaves out at one end. */
    double tail() {
        return (100 - measure.level()) / 100.0 / 2;
    }

    private double farEnd(Bounds bounds) {
        return measure.op() == Op.ABOVE ? bounds.high() : bounds.low();
    }

    private Op opposite() {
        return measure.op() == Op.ABOVE ? Op.BELOW : Op.ABOVE;
    }

    private boolean isOnSide(double end, Op op) {
        return op == Op.ABOVE ? end > above : end < below;
    }
}
