package dev.assay.analysis.estimate;

import dev.assay.analysis.sample.BlockSeries;
import dev.assay.analysis.sample.TrialSamples;
import dev.assay.model.Metric;
import dev.assay.model.run.ProcessMeasurements;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.stats.Quantiles;
import dev.assay.stats.Range;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Peaks of memory. They come from the processes that were followed for their memory where there are such, else from those that were timed;
 * the two know a peak in different ways, so both sides of a ratio come from the same.
 *
 * <p>A peak may be larger than it was read, by its quantum. Of fewer than six followed processes it is known as a range: from the smallest to
 * the largest with its quantum; the typical value is their median. From six on it is a Hodges-Lehmann estimate, as times are, whose interval
 * reaches farther by the quantum. The peak of a whole tree is a range
 * always: each process gives a lower and an upper bound, between which nothing is known; the upper one stands for the value.
 *
 * <p>In a ratio, a program that was seen to consist of several processes is judged by what they hold together.
 */
public final class PeakMemory {
    private PeakMemory() {}

    /** Whether a metric is one. */
    static boolean isPeak(Metric metric) {
        return metric == Metric.PEAK || metric == Metric.TREE_PEAK || metric == Metric.IDLE_PEAK;
    }

    /** The typical peak of one trial; null when none was recorded. */
    static @Nullable LogEstimate typical(TrialSamples measured, Metric metric) {
        Known followed = Known.of(measured, metric, SamplingMode.MEMORY);
        Known known = followed == null ? Known.of(measured, metric, SamplingMode.TIMING) : followed;
        return known == null ? null : known.reading();
    }

    /** Baseline over contender; null when no mode knows both. */
    static @Nullable LogEstimate ratio(TrialSamples baseline, TrialSamples contender, Metric metric) {
        Known above = Known.of(baseline, judged(baseline, metric), SamplingMode.MEMORY);
        Known below = Known.of(contender, judged(contender, metric), SamplingMode.MEMORY);
        if (above == null || below == null) {
            above = Known.of(baseline, metric, SamplingMode.TIMING);
            below = Known.of(contender, metric, SamplingMode.TIMING);
        }
        return above == null || below == null ? null : above.over(below);
    }

    private static List<Sample> having(TrialSamples measured, Metric metric, SamplingMode mode) {
        return measured.counted(mode).stream()
                .filter(sample -> sample.value(metric) != null)
                .toList();
    }

    /** Whether a trial's peak in a ratio is that of its processes together, where the other side was followed as well. */
    public static boolean isTogether(TrialSamples measured, TrialSamples other) {
        return judged(measured, Metric.PEAK) == Metric.TREE_PEAK
                && !having(other, Metric.PEAK, SamplingMode.MEMORY).isEmpty();
    }

    private static Metric judged(TrialSamples measured, Metric metric) {
        return metric == Metric.PEAK
                        && measured.isTree()
                        && !having(measured, Metric.TREE_PEAK, SamplingMode.MEMORY)
                                .isEmpty()
                ? Metric.TREE_PEAK
                : metric;
    }

    /**
     * A peak as one mode knows it.
     *
     * @param series its logarithms by block
     * @param range what they lie within; null where there are enough of them for an interval
     * @param quantum how much larger one of them may be than it was read, as a logarithm
     * @param scatter how far the smallest and the largest lie apart, as a logarithm
     */
    private record Known(BlockSeries series, @Nullable Range range, double quantum, double scatter) {
        /** Two threes of one kind lie wholly apart in one case of ten; in one of twenty-four, when each has a quarter of its scatter more. */
        private static final int FEWEST_WITHOUT_MORE = 4;

        private static final double MORE = 0.25;

        static @Nullable Known of(TrialSamples measured, Metric metric, SamplingMode mode) {
            List<Sample> samples = having(measured, metric, mode);
            BlockSeries series = BlockSeries.of(samples, metric, mode);
            if (series.isEmpty()) {
                return null;
            }
            boolean few = samples.size() < VerdictRules.FEWEST_BLOCKS;
            boolean ranged = mode == SamplingMode.MEMORY && (few || metric == Metric.TREE_PEAK);
            DoubleSummaryStatistics logs = Arrays.stream(series.values()).summaryStatistics();
            double quantum = samples.stream()
                    .mapToDouble(sample -> Math.log1p(quantum(sample.figures()) / value(sample, metric)))
                    .max()
                    .orElseThrow();
            return new Known(series, ranged ? range(samples, metric) : null, quantum, logs.getMax() - logs.getMin());
        }

        private static Range range(List<Sample> samples, Metric metric) {
            double[] values = samples.stream()
                    .mapToDouble(sample -> value(sample, metric))
                    .toArray();
            double low = samples.stream()
                    .mapToDouble(sample -> least(sample, metric))
                    .min()
                    .orElseThrow();
            double high = samples.stream()
                    .mapToDouble(sample -> value(sample, metric) + quantum(sample.figures()))
                    .max()
                    .orElseThrow();
            return new Range(Math.log(Quantiles.median(values)), Math.log(low), Math.log(high));
        }

        private static double value(Sample sample, Metric metric) {
            Double value = sample.value(metric);
            return value == null ? Double.NaN : value;
        }

        /** A tree held at least what its largest process did. */
        private static double least(Sample sample, Metric metric) {
            double value = value(sample, metric);
            if (metric != Metric.TREE_PEAK) {
                return value;
            }
            Long tree = sample.figures().memory().treePeakLowBytes();
            Long largest = sample.figures().memory().peakBytes();
            long known = Math.max(tree == null ? 0 : tree, largest == null ? 0 : largest);
            return known == 0 ? value : Math.min(value, (double) known);
        }

        private static double quantum(ProcessMeasurements figures) {
            Long quantum = figures.memory().peakQuantumBytes();
            return quantum == null ? 0 : quantum;
        }

        LogEstimate reading() {
            return range == null ? LogEstimate.of(series).outward(0, quantum) : LogEstimate.of(range, series.size());
        }

        /** Where both are series, the blocks that have both; else nothing is paired, for nothing that drifts is measured. */
        @Nullable
        LogEstimate over(Known other) {
            if (range != null && other.range != null) {
                int fewest = Math.min(series.size(), other.series.size());
                double more = fewest < FEWEST_WITHOUT_MORE ? MORE * (scatter + other.scatter) : 0;
                return LogEstimate.of(range.minus(other.range).widened(more), fewest);
            }
            if (range != null || other.range != null) {
                return reading().over(other.reading());
            }
            BlockSeries paired = series.minus(other.series);
            return paired.isEmpty()
                    ? null
                    : LogEstimate.checked(paired, Set.of()).outward(other.quantum, quantum);
        }
    }
}
