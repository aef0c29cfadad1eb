package dev.assay.analysis.comparison;

import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.analysis.sample.BlockSeries;
import dev.assay.model.result.Interval;
import dev.assay.model.result.SecondaryStatistics.SpikedRatio;
import dev.assay.stats.Bootstrap;
import dev.assay.stats.Bounds;
import dev.assay.stats.Mean;
import dev.assay.stats.Outliers;
import dev.assay.stats.Outliers.Kind;
import org.jspecify.annotations.Nullable;

/** The geometric mean of blocks' ratios, which a spike moves as far as it is large: what the processes cost, not what is typical. */
public final class SpikedRatios {
    /** With fewer, the bootstrap's interval covers far less than it says. */
    private static final int FEWEST_FOR_BOOTSTRAP = 20;

    private static final int FEWEST = 2;

    private SpikedRatios() {}

    /**
     * The mean of a series of paired log ratios; null when there are fewer than two.
     *
     * @param seed where the bootstrap's draws come from
     */
    public static @Nullable SpikedRatio compute(BlockSeries paired, long seed) {
        double[] logs = paired.values();
        if (logs.length < FEWEST) {
            return null;
        }
        Outliers fences = Outliers.of(logs);
        int severe = fences.count(Kind.SEVERE, logs);
        return new SpikedRatio(
                Math.exp(Mean.ofSample(logs).value()),
                logs.length < FEWEST_FOR_BOOTSTRAP ? null : interval(logs, seed),
                fences.count(Kind.MILD, logs) + severe,
                severe);
    }

    private static @Nullable Interval interval(double[] logs, long seed) {
        Bounds corrected = Bootstrap.ofMean(logs, seed).corrected(95);
        return LogEstimate.exp(corrected);
    }
}
