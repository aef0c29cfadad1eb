package dev.assay.stats;

import org.jspecify.annotations.Nullable;

/** Where a quantity lies, with its uncertainty: mostly the logarithm of a ratio. */
public sealed interface IntervalEstimate
        permits AcrossLevels,
                HodgesLehmann,
                Mean,
                InstrumentErrorEstimate,
                Range,
                Shift,
                MultiLevelEstimate,
                WidenedEstimate {

    /** The estimate. */
    double value();

    /**
     * The two-sided confidence interval; of a {@link Range}, the range.
     *
     * @param level the confidence level in percent, from 50 to less than 100
     * @return the interval; null when the observations are too few for one
     */
    @Nullable
    Bounds interval(double level);

    /** The one-sided p-value against "the location is at most the threshold": small when it lies above. */
    double pAbove(double threshold);

    /** The one-sided p-value against "the location is at least the threshold": small when it lies below. */
    double pBelow(double threshold);

    /** The two-sided p-value against "the location is the threshold". */
    default double pDiffers(double threshold) {
        return Math.min(1, 2 * Math.min(pAbove(threshold), pBelow(threshold)));
    }

    /** The same as an estimate with a standard error; null when there is no 95 % interval to take it from. */
    @Nullable
    Mean mean();
}
