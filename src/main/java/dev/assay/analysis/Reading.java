package dev.assay.analysis;

import dev.assay.model.Estimate;
import dev.assay.model.Estimate.Kind;
import dev.assay.model.Interval;
import dev.assay.stats.Bounds;
import dev.assay.stats.HodgesLehmann;
import dev.assay.stats.Location;
import dev.assay.stats.Mean;
import dev.assay.stats.Range;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An estimate on the scale of logarithms.
 *
 * @param value the logarithm of the typical value
 * @param location its uncertainty; null when it, or a part of a mean, has too few blocks for an interval
 * @param blocks how many blocks, or samples of a range, it rests on: of a mean, those of the workload that has fewest; 0 for what is known
 *     exactly
 * @param kind what its intervals are
 */
record Reading(double value, @Nullable Location location, int blocks, Kind kind) {

    /** The typical value of a series that is not empty. */
    static Reading of(Series series) {
        HodgesLehmann location = HodgesLehmann.of(series.values());
        return new Reading(location.value(), location, location.count(), Kind.CONFIDENCE);
    }

    /** What few samples of either side are known to lie within. */
    static Reading of(Range range, int samples) {
        return new Reading(range.value(), samples < Range.FEWEST ? null : range, samples, Kind.RANGE);
    }

    /** A figure that does not vary from process to process. */
    static Reading exactly(double value) {
        return new Reading(value, Mean.exactly(value), 0, Kind.CONFIDENCE);
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
            return new Reading(average, null, blocks, kind(readings));
        }
        Mean mean = Mean.ofFixedSet(means);
        return new Reading(mean.value(), mean, blocks, kind(readings));
    }

    /** The mean for workloads in general, of which these, at least two, are a sample. */
    static Reading ofSample(List<Reading> readings) {
        Mean mean = Mean.ofSample(readings.stream().mapToDouble(Reading::value).toArray());
        return new Reading(mean.value(), mean, fewestBlocks(readings), Kind.CONFIDENCE);
    }

    /** This divided by another, independent figure. */
    Reading over(Reading divisor) {
        List<Reading> both = List.of(this, divisor);
        int fewest = fewestBlocks(both);
        Mean above = mean().orElse(null);
        Mean below = divisor.mean().orElse(null);
        if (above == null || below == null) {
            return new Reading(value - divisor.value, null, fewest, kind(both));
        }
        Mean difference = above.minus(below);
        return new Reading(difference.value(), difference, fewest, kind(both));
    }

    /** The interval of a level in per cent, in logarithms; null when there are too few blocks. */
    @Nullable
    Bounds interval(int level) {
        return location == null ? null : location.interval(level);
    }

    /** Back from logarithms. */
    Estimate toEstimate() {
        return new Estimate(Math.exp(value), exp(interval(90)), exp(interval(95)), blocks, kind);
    }

    private Optional<Mean> mean() {
        return location == null ? Optional.empty() : Optional.ofNullable(location.mean());
    }

    static @Nullable Interval exp(@Nullable Bounds bounds) {
        return bounds == null ? null : new Interval(Math.exp(bounds.low()), Math.exp(bounds.high()));
    }

    private static Kind kind(List<Reading> readings) {
        List<Kind> kinds = readings.stream().map(Reading::kind).distinct().toList();
        return kinds.size() == 1 ? kinds.get(0) : Kind.MIXED;
    }

    private static int fewestBlocks(List<Reading> readings) {
        return readings.stream().mapToInt(Reading::blocks).min().orElse(0);
    }
}
