package dev.assay.analysis;

import dev.assay.model.ClaimResult.Outcome;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How near a condition is to being decided by mistake: the p-value of either outcome, as a share of the error that its level allows. At most 1
 * where the outcome stands by itself; 0 for what was seen and not estimated. Shares of different levels can be put together, p-values cannot.
 *
 * @param holds for holding
 * @param refuted for its contrary
 */
record Strength(double holds, double refuted) {
    /** No outcome is near. */
    static final Strength NONE = new Strength(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final double LEVEL = 0.05;

    /** What was seen. */
    static Strength seen(Outcome outcome) {
        return switch (outcome) {
            case HOLDS -> new Strength(0, Double.POSITIVE_INFINITY);
            case REFUTED -> new Strength(Double.POSITIVE_INFINITY, 0);
            case UNDECIDED, NO_DATA -> NONE;
        };
    }

    /** Of parts that must all hold: holding needs the weakest, and whichever refutes is the best of several. */
    static Strength all(List<Strength> parts) {
        return new Strength(weakest(parts, Strength::holds), best(parts, Strength::refuted));
    }

    /** Of parts of which one is enough. */
    static Strength any(List<Strength> parts) {
        return new Strength(best(parts, Strength::holds), weakest(parts, Strength::refuted));
    }

    private static double weakest(List<Strength> parts, ToDoubleFunction<Strength> side) {
        return parts.stream().mapToDouble(side).max().orElseThrow();
    }

    /** The first step of Holm's procedure; what was seen is no test, nor is what has no data. */
    private static double best(List<Strength> parts, ToDoubleFunction<Strength> side) {
        double least = parts.stream().mapToDouble(side).min().orElseThrow();
        long tests = parts.stream()
                .mapToDouble(side)
                .filter(share -> share > 0 && Double.isFinite(share))
                .count();
        return least == 0 ? 0 : least * tests;
    }

    /** The smaller of the two as a p-value that is to be held against 5 %. */
    double p() {
        return Math.min(1, LEVEL * Math.min(holds, refuted));
    }

    /** That of holding alone. */
    double pHolds() {
        return Math.min(1, LEVEL * holds);
    }
}
