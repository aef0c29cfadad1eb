package dev.assay.analysis.claim;

import dev.assay.model.result.ClaimResult.Outcome;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How near a condition is to being decided by mistake: the p-value of either outcome, as a share of the error that its level allows. At most 1
 * where the outcome stands by itself; 0 for what was seen and not estimated. Shares of different levels can be put together, p-values cannot.
 *
 * @param holds for holding
 * @param refuted for its contrary
 */
record DecisionPValue(double holds, double refuted) {
    /** No outcome is near. */
    static final DecisionPValue NONE = new DecisionPValue(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final double LEVEL = 0.05;

    /** What was seen. */
    static DecisionPValue seen(Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> new DecisionPValue(0, Double.POSITIVE_INFINITY);
            case REFUTED -> new DecisionPValue(Double.POSITIVE_INFINITY, 0);
            case UNDECIDED, NO_DATA -> NONE;
        };
    }

    /** Of parts that must all hold: holding needs the weakest, and whichever refutes is the best of several. */
    static DecisionPValue all(List<DecisionPValue> parts) {
        return new DecisionPValue(weakest(parts, DecisionPValue::holds), best(parts, DecisionPValue::refuted));
    }

    /** Of parts of which one is enough. */
    static DecisionPValue any(List<DecisionPValue> parts) {
        return new DecisionPValue(best(parts, DecisionPValue::holds), weakest(parts, DecisionPValue::refuted));
    }

    private static double weakest(List<DecisionPValue> parts, ToDoubleFunction<DecisionPValue> side) {
        return parts.stream().mapToDouble(side).max().orElseThrow();
    }

    /** The first step of Holm's procedure; what was seen is not a test, nor is what has no data. */
    private static double best(List<DecisionPValue> parts, ToDoubleFunction<DecisionPValue> side) {
        double least = parts.stream().mapToDouble(side).min().orElseThrow();
        long tests = parts.stream()
                .mapToDouble(side)
                .filter(share -> share > 0 && Double.isFinite(share))
                .count();
        return least == 0 ? 0 : least * tests;
    }

    /** The smaller of the two as a p-value that is to be compared with 5 %. */
    double p() {
        return Math.min(1, LEVEL * Math.min(holds, refuted));
    }

    /** That of holding alone. */
    double pHolds() {
        return Math.min(1, LEVEL * holds);
    }
}
