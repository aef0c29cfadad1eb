package dev.assay.model.result;

import dev.assay.model.Metric;
import dev.assay.model.catalog.ComparisonSide;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The geometric mean of one ratio over a suite.
 *
 * @param suite the suite
 * @param metric the figure
 * @param baseline the side above the line
 * @param contender the side below the line
 * @param workloads what it is the mean of
 * @param estimate the mean with the intervals of this fixed set
 * @param general the 95 % interval for workloads in general; null for fewer than two
 */
public record Summary(
        String suite,
        Metric metric,
        ComparisonSide baseline,
        ComparisonSide contender,
        List<String> workloads,
        Estimate estimate,
        @Nullable Interval general) {
    public Summary {
        workloads = List.copyOf(workloads);
    }
}
