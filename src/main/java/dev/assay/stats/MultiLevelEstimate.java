package dev.assay.stats;

import org.jspecify.annotations.Nullable;

/**
 * A location of which nobody knows on which of several levels it would lie another time: its interval reaches at least from the lowest to the
 * highest of them, whatever the confidence level.
 *
 * @param location where it lies, all levels together
 * @param levels the lowest and the highest
 */
public record MultiLevelEstimate(IntervalEstimate location, Bounds levels) implements IntervalEstimate {
    @Override
    public double value() {
        return location.value();
    }

    @Override
    public @Nullable Bounds interval(double level) {
        Bounds bounds = location.interval(level);
        return bounds == null
                ? null
                : new Bounds(Math.min(bounds.low(), levels.low()), Math.max(bounds.high(), levels.high()));
    }

    @Override
    public double pAbove(double threshold) {
        return levels.low() > threshold ? location.pAbove(threshold) : 1;
    }

    @Override
    public double pBelow(double threshold) {
        return levels.high() < threshold ? location.pBelow(threshold) : 1;
    }

    /** What the levels lie beyond the 95 % interval becomes a bound, which does not shrink when several are averaged. */
    @Override
    public @Nullable Mean mean() {
        Mean mean = location.mean();
        Bounds bounds = location.interval(95);
        return mean == null || bounds == null
                ? null
                : new Mean(
                        mean.value(),
                        mean.standardError(),
                        mean.degreesOfFreedom(),
                        mean.below() + Math.max(0, bounds.low() - levels.low()),
                        mean.above() + Math.max(0, levels.high() - bounds.high()));
    }
}
