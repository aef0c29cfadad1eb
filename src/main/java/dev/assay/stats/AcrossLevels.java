package dev.assay.stats;

import org.jspecify.annotations.Nullable;

/**
 * Where a quantity lies for whatever levels of a factor, such as the builds of a program: those that were measured are a sample. Its interval
 * reaches at least as far as that of the measured levels at both ends, and a p-value is the larger of both.
 *
 * @param within where it lies for the measured levels
 * @param sampled the same with the error of the sample
 */
public record AcrossLevels(IntervalEstimate within, Mean sampled) implements IntervalEstimate {
    private static final int LEVEL = 95;

    @Override
    public double value() {
        return sampled.value();
    }

    @Override
    public @Nullable Bounds interval(double level) {
        Bounds measured = within.interval(level);
        if (measured == null) {
            return null;
        }
        Bounds all = sampled.interval(level);
        return new Bounds(Math.min(measured.low(), all.low()), Math.max(measured.high(), all.high()));
    }

    @Override
    public double pAbove(double threshold) {
        return Math.max(within.pAbove(threshold), sampled.pAbove(threshold));
    }

    @Override
    public double pBelow(double threshold) {
        return Math.max(within.pBelow(threshold), sampled.pBelow(threshold));
    }

    /** That of the wider interval. */
    @Override
    public @Nullable Mean mean() {
        Mean measured = within.mean();
        return measured == null || width(measured) > width(sampled) ? measured : sampled;
    }

    private static double width(Mean mean) {
        Bounds bounds = mean.interval(LEVEL);
        return bounds.high() - bounds.low();
    }
}
