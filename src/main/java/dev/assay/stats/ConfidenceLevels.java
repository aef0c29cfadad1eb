package dev.assay.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/** Confidence levels in percent, as the rules name them. */
final class ConfidenceLevels {
    private ConfidenceLevels() {}

    /**
     * The probability that a two-sided interval leaves out at each of its ends: 0.025 for 95 %.
     *
     * @throws IllegalArgumentException if the level is below 50, or not below 100
     */
    static double tail(double level) {
        if (!(level >= 50 && level < 100)) {
            throw new IllegalArgumentException("a level lies between 50 and 100 percent, not at " + level);
        }
        return (100 - level) / 100.0 / 2;
    }

    /** The quantile of Student's t that a two-sided interval of that level reaches to. */
    static double studentQuantile(double level, double degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(tail(level));
    }
}
