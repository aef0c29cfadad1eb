package dev.assay.analysis.claim;

import dev.assay.model.catalog.Condition;
import dev.assay.model.result.ClaimResult.Evidence;
import dev.assay.model.result.ClaimResult.Outcome;
import dev.assay.stats.Bounds;
import dev.assay.text.NumberText;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;

/** Holds a share, or a difference of two, against a threshold. */
final class ShareDecision {
    private static final double PERCENT = 100;

    /** What is smaller is called that small. */
    private static final double LEAST_ERROR = 1e-9;

    private static final int HALVINGS = 60;

    private ShareDecision() {}

    /** A share or a difference of two, with its interval at each level, and what it is in words. */
    record Reading(double value, DoubleFunction<Bounds> interval, String words) {}

    /** How it comes out. */
    static ConditionResult decide(ShareThreshold share, Reading reading) {
        Bounds interval = reading.interval().apply(share.level() / PERCENT);
        boolean above = share.op() == Condition.Op.ABOVE;
        Outcome outcome = interval.low() > share.value()
                ? above ? Outcome.HOLDS : Outcome.REFUTED
                : interval.high() < share.value() ? above ? Outcome.REFUTED : Outcome.HOLDS : Outcome.UNDECIDED;
        String words = reading.words() + " (" + share.level() + " % interval " + share.number(interval.low()) + " to "
                + share.number(interval.high()) + ")";
        DecisionPValue strength = strength(share, reading, above);
        return new ConditionResult(
                outcome,
                List.of(new Evidence(words, null, null, share.level(), share.words(), outcome)),
                List.of(new ConditionResult.Clause(words, share.required(), "")),
                List.of(),
                List.of(),
                strength,
                List.of());
    }

    private static DecisionPValue strength(ShareThreshold share, Reading reading, boolean above) {
        double allowed = 1 - share.level() / PERCENT;
        double beyond = error(reading, bounds -> bounds.low() > share.value()) / allowed;
        double below = error(reading, bounds -> bounds.high() < share.value()) / allowed;
        return above ? new DecisionPValue(beyond, below) : new DecisionPValue(below, beyond);
    }

    /** The smallest error at which the interval is on a side of the threshold; infinite where it never is. Found by halving, in logarithms. */
    private static double error(Reading reading, Predicate<Bounds> clear) {
        double least = Math.log(LEAST_ERROR);
        double most = Math.log(0.99);
        if (!clear.test(reading.interval().apply(1 - Math.exp(most)))) {
            return Double.POSITIVE_INFINITY;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (least + most) / 2;
            if (clear.test(reading.interval().apply(1 - Math.exp(middle)))) {
                most = middle;
            } else {
                least = middle;
            }
        }
        return Math.exp(most);
    }

    static String percent(double value) {
        return value == 0 ? "0 %" : NumberText.percent(value);
    }

    static String points(double value) {
        return NumberText.formatDigits(PERCENT * value, 2) + " percentage points";
    }
}
