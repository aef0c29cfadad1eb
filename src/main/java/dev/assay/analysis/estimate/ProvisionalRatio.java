package dev.assay.analysis.estimate;

import dev.assay.analysis.sample.BlockSeries;
import dev.assay.analysis.sample.ComparisonPairs;
import dev.assay.model.Metric;
import dev.assay.stats.IntervalEstimate;
import org.jspecify.annotations.Nullable;

/**
 * A ratio as far as it is known while a run still measures.
 *
 * @param pair the trials
 * @param metric the metric that they are compared in
 * @param series its logarithms by block; empty before both sides have figures in a block
 * @param location where it lies for the builds that are measured; null when the series is empty
 */
record ProvisionalRatio(
        ComparisonPairs.Pair pair,
        Metric metric,
        BlockSeries series,
        @Nullable IntervalEstimate location) {
    String workload() {
        return pair.baseline().id().workload();
    }

    /** Its logarithm; not a number when nothing is known. */
    double log() {
        return location == null ? Double.NaN : location.value();
    }
}
