package dev.assay.stats;

/**
 * A margin (1/M, M) about a ratio of 1, and the tests that a typical ratio lies inside it.
 *
 * <p>They ask the {@link IntervalEstimate} for one-sided p-values, so each is as robust as that: signed-rank based for {@link HodgesLehmann}, t based
 * for {@link Mean}. One spike can flip what the latter says.
 *
 * @param logMargin ln M, above 0
 */
public record Equivalence(double logMargin) {
    public Equivalence {
        if (!(logMargin > 0 && Double.isFinite(logMargin))) {
            throw new IllegalArgumentException("a margin is a ratio above 1, not " + Math.exp(logMargin));
        }
    }

    /** The margin (1/M, M), with M above 1. */
    public static Equivalence within(double ratio) {
        return new Equivalence(Math.log(ratio));
    }

    /**
     * The p-value of two one-sided tests: small when the ratio is shown to lie above 1/M and below M. It is at most alpha exactly when the
     * interval of level 1 - 2 alpha lies inside the margin: 90 % for alpha = 0.05. Schuirmann, J. Pharmacokinet. Biopharm. 15 (1987) 657.
     */
    public double pInside(IntervalEstimate logRatio) {
        return Math.max(pNotSmaller(logRatio), pNotLarger(logRatio));
    }

    /** The p-value of non-inferiority where a larger ratio is worse: small when the ratio is shown to lie below M. */
    public double pNotLarger(IntervalEstimate logRatio) {
        return logRatio.pBelow(logMargin);
    }

    /** The p-value of non-inferiority where a smaller ratio is worse: small when the ratio is shown to lie above 1/M. */
    public double pNotSmaller(IntervalEstimate logRatio) {
        return logRatio.pAbove(-logMargin);
    }
}
