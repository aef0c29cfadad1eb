package dev.assay.analysis;

import dev.assay.model.Estimate;
import dev.assay.model.Interval;
import dev.assay.stats.Bounds;
import dev.assay.stats.HodgesLehmann;
import dev.assay.stats.Location;
import dev.assay.stats.Mean;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An estimate on the scale of logarithms.
 *
 * @param value the logarithm of the typical value
 * @param location its uncertainty; null when parts of a mean have too few blocks for an interval
 * @param blocks how many blocks it rests on: of a mean, those of the workload that has fewest; 0 for what is known exactly
 */
record Reading(double value, @Nullable Location location, int blocks) {

    /** The typical value of a series that is not empty. */
    static Reading of(Series series) {
        HodgesLehmann location = HodgesLehmann.of(series.values());
        return new Reading(location.value(), location, location.count());
    }

    /** A figure that does not vary from process to process. */
    static Reading exactly(double value) {
        return new Reading(value, Mean.exactly(value), 0);
    }

    /** The mean over a fixed set of workloads. A set of one is that workload itself, with its own, exact interval. */
    static Reading ofFixedSet(List<Reading> readings) {
        if (readings.size() == 1) {
            return readings.get(0);
        }
        List<Mean> means =
                readings.stream().map(Reading::mean).flatMap(Optional::stream).toList();
        int blocks = fewestBlocks(readings);
        if (means.size() < readings.size()) {
            double average =
                    readings.stream().mapToDouble(Reading::value).average().orElseThrow();
            return new Reading(average, null, blocks);
        }
        Mean mean = Mean.ofFixedSet(means);
        return new Reading(mean.value(), mean, blocks);
    }

    /** The mean for workloads in general, of which these, at least two, are a sample. */
    static Reading ofSample(List<Reading> readings) {
        Mean mean = Mean.ofSample(readings.stream().mapToDouble(Reading::value).toArray());
        return new Reading(mean.value(), mean, fewestBlocks(readings));
    }

    /** This divided by another, independent figure. */
    Reading over(Reading divisor) {
        int fewest = fewestBlocks(List.of(this, divisor));
        Mean above = mean().orElse(null);
        Mean below = divisor.mean().orElse(null);
        if (above == null || below == null) {
            return new Reading(value - divisor.value, null, fewest);
        }
        Mean difference = above.minus(below);
        return new Reading(difference.value(), difference, fewest);
    }

    /** The interval of a level in per cent, in logarithms; null when there are too few blocks. */
    @Nullable
    Bounds interval(int level) {
        return location == null ? null : location.interval(level);
    }

    /** Back from logarithms. */
    Estimate toEstimate() {
        return new Estimate(Math.exp(value), exp(interval(90)), exp(interval(95)), blocks);
    }

    private Optional<Mean> mean() {
        return location == null ? Optional.empty() : Optional.ofNullable(location.mean());
    }

    static @Nullable Interval exp(@Nullable Bounds bounds) {
        return bounds == null ? null : new Interval(Math.exp(bounds.low()), Math.exp(bounds.high()));
    }

    private static int fewestBlocks(List<Reading> readings) {
        return readings.stream().mapToInt(Reading::blocks).min().orElse(0);
    }
}
