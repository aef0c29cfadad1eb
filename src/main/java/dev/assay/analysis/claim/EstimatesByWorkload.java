package dev.assay.analysis.claim;

import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.model.Metric;
import dev.assay.model.catalog.Condition.Estimator;
import dev.assay.model.catalog.Condition.Quantity;
import java.util.List;
import java.util.SortedMap;

/**
 * A quantity of a rule, workload by workload.
 *
 * @param quantity what was asked for
 * @param byWorkload the readings; there may be none
 * @param gaps what is missing; with a gap, nothing follows from the readings
 */
record EstimatesByWorkload(Quantity quantity, SortedMap<String, LogEstimate> byWorkload, List<MissingData> gaps) {

    /** The readings put together as the quantity's estimator says. There must be no gaps, and it must not be for each by itself. */
    LogEstimate whole() {
        List<LogEstimate> readings = List.copyOf(byWorkload.values());
        return quantity.estimate() == Estimator.GENERAL
                ? LogEstimate.ofSample(readings)
                : LogEstimate.ofFixedSet(readings);
    }

    /** Whether each workload is judged by itself. */
    boolean apart() {
        return quantity.estimate() == Estimator.EVERY || quantity.estimate() == Estimator.SOME;
    }

    /** What the readings are over, in words that follow a statement. */
    String place() {
        int count = byWorkload.size();
        if (quantity.estimate() == Estimator.GENERAL) {
            return " for " + noun() + "s in general, estimated from " + count + " of them";
        }
        return count == 1 ? " in " + byWorkload.firstKey() : " over " + count + " " + noun() + "s";
    }

    /** What each of the readings is of. */
    String noun() {
        return quantity.metric() == Metric.ELEMENT_BYTES ? "data structure" : "workload";
    }
}
