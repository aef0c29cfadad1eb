package dev.assay.analysis.estimate;

import dev.assay.analysis.sample.BlockSeries;
import dev.assay.analysis.sample.BuildFactors;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.Estimate.Kind;
import dev.assay.model.result.Interval;
import dev.assay.stats.Bounds;
import dev.assay.stats.HodgesLehmann;
import dev.assay.stats.InstrumentErrorEstimate;
import dev.assay.stats.IntervalEstimate;
import dev.assay.stats.Mean;
import dev.assay.stats.RandomEffects;
import dev.assay.stats.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An estimate on the scale of logarithms.
 *
 * @param value the logarithm of the typical value
 * @param location its uncertainty; null when it, or a part of a mean, has too few blocks for an interval. Where programs have several builds,
 *     these are a sample of all that there could be
 * @param blocks how many blocks, or samples of a range, it rests on: of a mean, those of the workload that has fewest; 0 for what is known
 *     exactly
 * @param kind what its intervals are
 * @param doubts what the checks found; a mean has the doubts of all that it is made of, each kind once
 * @param within the uncertainty for these very builds; null where there is one of each program, and for what several figures come to
 */
public record LogEstimate(
        double value,
        @Nullable IntervalEstimate location,
        int blocks,
        Kind kind,
        List<SeriesCheckResult> doubts,
        @Nullable IntervalEstimate within) {
    public LogEstimate {
        doubts = List.copyOf(doubts);
    }

    /** A figure of programs of one build, or of several figures. */
    public LogEstimate(
            double value, @Nullable IntervalEstimate location, int blocks, Kind kind, List<SeriesCheckResult> doubts) {
        this(value, location, blocks, kind, doubts, null);
    }

    /** A figure without doubts. */
    public LogEstimate(double value, @Nullable IntervalEstimate location, int blocks, Kind kind) {
        this(value, location, blocks, kind, List.of());
    }

    /**
     * The typical value of a series that is not empty, with its checks.
     *
     * @param leading the blocks in which the first side ran before the second; empty where there is no such order
     */
    static LogEstimate checked(BlockSeries series, Set<Integer> leading) {
        return checked(series, leading, BuildFactors.NONE, List.of());
    }

    /**
     * The same of a ratio of programs that may have several builds. What these add is not part of the noise that is checked.
     *
     * @param builds which builds of the programs the values are of
     * @param sides each side of the ratio alone, in relation to something steady; empty where there is none
     */
    static LogEstimate checked(BlockSeries series, Set<Integer> leading, BuildFactors builds, List<BlockSeries> sides) {
        RandomEffects effects = builds.effects(series.values());
        BlockSeries leveled = series.with(effects.leveled());
        HodgesLehmann location = HodgesLehmann.of(leveled.values());
        List<SeriesCheckResult> doubts = location.interval(95) == null
                ? List.of()
                : SeriesChecks.check(leveled, location, leading, sides).stream()
                        .map(doubt -> doubt.across(effects))
                        .toList();
        return new LogEstimate(
                location.value(),
                effects.across(location),
                location.count(),
                Kind.CONFIDENCE,
                doubts,
                effects.any() ? effects.within(location) : null);
    }

    /** The typical value of a series that is not empty; nothing rests on it, so nothing is checked. */
    public static LogEstimate of(BlockSeries series) {
        HodgesLehmann location = HodgesLehmann.of(series.values());
        return new LogEstimate(location.value(), location, location.count(), Kind.CONFIDENCE);
    }

    /** The same of figures that an instrument reads too low or too high by no more than that, its corrections too. */
    LogEstimate outward(double below, double above) {
        if (location == null || (below == 0 && above == 0)) {
            return this;
        }
        return new LogEstimate(
                value,
                new InstrumentErrorEstimate(location, below, above),
                blocks,
                Kind.MIXED,
                doubts.stream()
                        .map(doubt -> new SeriesCheckResult(
                                doubt.kind(), doubt.finding(), doubt.corrected().outward(below, above)))
                        .toList());
    }

    /** An interval of logarithms as one of ratios, in words. */
    public static String ratios(@Nullable Bounds logs) {
        return logs == null ? "unknown" : new Interval(Math.exp(logs.low()), Math.exp(logs.high())).words();
    }

    /** What few samples of either side are known to lie within. */
    public static LogEstimate of(Range range, int samples) {
        return new LogEstimate(range.value(), samples < Range.FEWEST ? null : range, samples, Kind.RANGE);
    }

    /** A figure that does not vary from process to process. */
    public static LogEstimate exactly(double value) {
        return new LogEstimate(value, Mean.exactly(value), 0, Kind.CONFIDENCE);
    }

    /** The mean over a fixed set of workloads. A set of one is that workload itself, with its own, exact interval. */
    public static LogEstimate ofFixedSet(List<LogEstimate> readings) {
        return readings.size() == 1 ? readings.get(0) : combined(readings, LogEstimate::plainFixedSet);
    }

    private static LogEstimate plainFixedSet(List<LogEstimate> readings) {
        List<Mean> means = readings.stream()
                .map(LogEstimate::mean)
                .flatMap(Optional::stream)
                .toList();
        int blocks = fewestBlocks(readings);
        if (means.size() < readings.size()) {
            double average =
                    readings.stream().mapToDouble(LogEstimate::value).average().orElseThrow();
            return new LogEstimate(average, null, blocks, kind(readings));
        }
        Mean mean = Mean.ofFixedSet(means);
        return new LogEstimate(mean.value(), mean, blocks, kind(readings));
    }

    /** The mean for workloads in general, of which these, at least two, are a sample. */
    public static LogEstimate ofSample(List<LogEstimate> readings) {
        return combined(readings, LogEstimate::plainSample);
    }

    private static LogEstimate plainSample(List<LogEstimate> readings) {
        Mean mean =
                Mean.ofSample(readings.stream().mapToDouble(LogEstimate::value).toArray());
        return new LogEstimate(mean.value(), mean, fewestBlocks(readings), Kind.CONFIDENCE);
    }

    /** This divided by another, independent figure. */
    public LogEstimate over(LogEstimate divisor) {
        return combined(List.of(this, divisor), LogEstimate::plainQuotient);
    }

    private static LogEstimate plainQuotient(List<LogEstimate> both) {
        int fewest = fewestBlocks(both);
        Mean above = both.get(0).mean().orElse(null);
        Mean below = both.get(1).mean().orElse(null);
        if (above == null || below == null) {
            return new LogEstimate(both.get(0).value - both.get(1).value, null, fewest, kind(both));
        }
        Mean difference = above.minus(below);
        return new LogEstimate(difference.value(), difference, fewest, kind(both));
    }

    /** What several figures come to; for each kind of doubt, once more with all that it concerns corrected for it. */
    private static LogEstimate combined(List<LogEstimate> parts, Function<List<LogEstimate>, LogEstimate> together) {
        LogEstimate plain = together.apply(parts);
        List<SeriesCheckResult> doubts = new ArrayList<>();
        for (SeriesCheckResult.Kind kind : SeriesCheckResult.Kind.values()) {
            List<SeriesCheckResult> found =
                    parts.stream().flatMap(part -> part.doubts(kind).stream()).toList();
            if (!found.isEmpty()) {
                LogEstimate corrected = together.apply(
                        parts.stream().map(part -> part.corrected(kind)).toList());
                String finding = found.size() == 1
                        ? found.get(0).finding()
                        : "in " + found.size() + " of the series that it is made of";
                doubts.add(new SeriesCheckResult(kind, finding, corrected));
            }
        }
        return new LogEstimate(plain.value, plain.location, plain.blocks, plain.kind, doubts);
    }

    private List<SeriesCheckResult> doubts(SeriesCheckResult.Kind kind) {
        return doubts.stream().filter(doubt -> doubt.kind() == kind).toList();
    }

    private LogEstimate corrected(SeriesCheckResult.Kind kind) {
        List<SeriesCheckResult> found = doubts(kind);
        return found.isEmpty()
                ? new LogEstimate(value, location, blocks, this.kind)
                : found.get(0).corrected();
    }

    /** The interval of a level in percent, in logarithms; null when there are too few blocks. */
    public @Nullable Bounds interval(double level) {
        return location == null ? null : location.interval(level);
    }

    /** The same interval for these very builds: what more blocks make narrower. */
    public @Nullable Bounds intervalWithin(int level) {
        return within == null ? interval(level) : within.interval(level);
    }

    /** Back from logarithms. */
    public Estimate toEstimate() {
        return new Estimate(Math.exp(value), exp(interval(90)), exp(interval(95)), blocks, kind);
    }

    private Optional<Mean> mean() {
        return location == null ? Optional.empty() : Optional.ofNullable(location.mean());
    }

    public static @Nullable Interval exp(@Nullable Bounds bounds) {
        return bounds == null ? null : new Interval(Math.exp(bounds.low()), Math.exp(bounds.high()));
    }

    private static Kind kind(List<LogEstimate> readings) {
        List<Kind> kinds = readings.stream().map(LogEstimate::kind).distinct().toList();
        return kinds.size() == 1 ? kinds.get(0) : Kind.MIXED;
    }

    private static int fewestBlocks(List<LogEstimate> readings) {
        return readings.stream().mapToInt(LogEstimate::blocks).min().orElse(0);
    }
}
