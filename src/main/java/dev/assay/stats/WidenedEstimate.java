package dev.assay.stats;

import org.jspecify.annotations.Nullable;

/**
 * A location whose observations tell less than their number says: its interval lies farther out by a factor, at both ends. Its p-values follow
 * from the same widening, so that one is at most alpha / 2 exactly when the widened interval's end lies beyond the threshold.
 *
 * @param location what is widened
 * @param factor how many times as far the ends lie from the estimate, at least 1
 */
public record WidenedEstimate(IntervalEstimate location, double factor) implements IntervalEstimate {
    public WidenedEstimate {
        if (!(factor >= 1 && Double.isFinite(factor))) {
            throw new IllegalArgumentException("widening multiplies by 1 or more, not by " + factor);
        }
    }

    @Override
    public double value() {
        return location.value();
    }

    @Override
    public @Nullable Bounds interval(double level) {
        Bounds bounds = location.interval(level);
        return bounds == null ? null : bounds.widened(value(), factor);
    }

    @Override
    public double pAbove(double threshold) {
        return location.pAbove(nearer(threshold));
    }

    @Override
    public double pBelow(double threshold) {
        return location.pBelow(nearer(threshold));
    }

    /** Where the threshold would have to lie for the location as it is to say the same. */
    private double nearer(double threshold) {
        return value() - (value() - threshold) / factor;
    }

    @Override
    public @Nullable Mean mean() {
        Mean mean = location.mean();
        return mean == null
                ? null
                : new Mean(
                        mean.value(),
                        mean.standardError() * factor,
                        mean.degreesOfFreedom(),
                        mean.below() * factor,
                        mean.above() * factor);
    }
}
