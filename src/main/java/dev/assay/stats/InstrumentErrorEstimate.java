package dev.assay.stats;

import org.jspecify.annotations.Nullable;

/**
 * A location of values that an instrument reads too low or too high by no more than it can tell: whatever the confidence, the truth may lie so
 * much farther out.
 *
 * @param location where the values lie that were read
 * @param below how far the truth may lie below, at least 0
 * @param above how far it may lie above, at least 0
 */
public record InstrumentErrorEstimate(IntervalEstimate location, double below, double above)
        implements IntervalEstimate {
    public InstrumentErrorEstimate {
        if (!(below >= 0 && above >= 0) || Double.isInfinite(below + above)) {
            throw new IllegalArgumentException("what is not known lies outside, not " + below + " and " + above);
        }
    }

    @Override
    public double value() {
        return location.value();
    }

    @Override
    public @Nullable Bounds interval(double level) {
        Bounds bounds = location.interval(level);
        return bounds == null ? null : new Bounds(bounds.low() - below, bounds.high() + above);
    }

    @Override
    public double pAbove(double threshold) {
        return location.pAbove(threshold + below);
    }

    @Override
    public double pBelow(double threshold) {
        return location.pBelow(threshold - above);
    }

    @Override
    public @Nullable Mean mean() {
        Mean mean = location.mean();
        return mean == null
                ? null
                : new Mean(
                        mean.value(),
                        mean.standardError(),
                        mean.degreesOfFreedom(),
                        mean.below() + below,
                        mean.above() + above);
    }
}
