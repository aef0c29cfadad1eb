package dev.assay.stats;

import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How small an effect a test finds, judged by the standard error that an estimate turned out to have.
 *
 * <p>An effect that lies (t_{1 - alpha/2} + t_{power}) standard errors beyond a threshold is found with that power: the minimum detectable
 * effect of Bloom, Evaluation Review 19 (1995) 547, with Student's t of the estimate's degrees of freedom. For a sample's mean it lies within
 * 1 % of what the noncentral t distribution says from six observations on. Of ranks no factor is needed for their efficiency (3 / pi = .955
 * next to the t test under normal noise: Hollander, Wolfe and Chicken, section 3.11): the standard error is that of their own interval, which
 * is as much wider. What is known within bounds must be cleared by the effect on top, for no number of observations narrows those.
 */
public final class Sensitivity {
    /** The usual power: four such effects in five are found. */
    public static final double POWER = 0.8;

    private Sensitivity() {}

    /**
     * The smallest effect that is found four times in five.
     *
     * @param location an estimate
     * @param level the level of the two-sided interval that must clear the threshold, in percent
     * @return on the scale of the estimate, 0 for one that is known exactly; null when there are too few observations for such an interval
     */
    public static @Nullable Double smallest(IntervalEstimate location, double level) {
        Mean mean = location.mean();
        if (mean == null || location.interval(level) == null) {
            return null;
        }
        return reach(mean, level) + Math.max(mean.below(), mean.above());
    }

    /**
     * How many times as many observations it takes to find an effect of a given size four times in five.
     *
     * @param mean an estimate
     * @param level the level of the interval, in percent
     * @param effect how far the truth lies from the threshold, above 0
     * @return infinite where the effect does not clear what is known within bounds
     */
    public static double times(Mean mean, double level, double effect) {
        double clear = effect - Math.max(mean.below(), mean.above());
        return clear > 0 ? Math.pow(reach(mean, level) / clear, 2) : Double.POSITIVE_INFINITY;
    }

    private static double reach(Mean mean, double level) {
        if (mean.standardError() == 0) {
            return 0;
        }
        double found = TDistribution.of(mean.degreesOfFreedom()).inverseCumulativeProbability(POWER);
        return (ConfidenceLevels.studentQuantile(level, mean.degreesOfFreedom()) + found) * mean.standardError();
    }
}
