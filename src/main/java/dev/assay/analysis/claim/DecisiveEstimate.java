package dev.assay.analysis.claim;

import dev.assay.analysis.estimate.LogEstimate;
import dev.assay.analysis.estimate.SeriesCheckResult;
import dev.assay.model.catalog.Condition.Measure;
import dev.assay.stats.Sensitivity;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A figure that a measure's outcome rests on.
 *
 * @param measure what is asked of it
 * @param reading the figure
 * @param decision how it lies to the threshold by itself
 * @param resolution the ratio that the session can distinguish from 1 when its canary failed, else 1
 * @param workloads of how many workloads it is the mean
 * @param alike among how many such figures it decides: those of the other workloads where each is judged by itself
 */
record DecisiveEstimate(
        Measure measure, LogEstimate reading, ThresholdDecision decision, double resolution, int workloads, int alike) {

    /** The level of the interval that must clear the threshold: the rule's, shared by all figures of which one is enough to decide. */
    double level() {
        return simultaneous(measure.level(), alike);
    }

    /** The level of intervals that hold all at once at a given level, by Bonferroni's inequality. */
    static double simultaneous(int level, int intervals) {
        return 100 - (100.0 - level) / intervals;
    }

    /** The smallest distance from the threshold that would have been shown, in logarithms; null where none would. */
    @Nullable
    Double smallestEffect() {
        double largest = 0;
        for (LogEstimate each : readings().toList()) {
            Double effect = each.location() == null ? null : Sensitivity.smallest(each.location(), level());
            if (effect == null) {
                return null;
            }
            largest = Math.max(largest, effect);
        }
        return largest + Math.log(resolution);
    }

    /** The figure as it is, and after each correction of something that a check found: it must decide in every form. */
    private Stream<LogEstimate> readings() {
        return Stream.concat(Stream.of(reading), reading.doubts().stream().map(SeriesCheckResult::corrected));
    }

    /** How far the estimate lies from where it would decide, in logarithms; 0 or less where it does not reach beyond what the session can tell. */
    double distance() {
        return Math.abs(reading.value() - Math.log(measure.value())) - Math.log(resolution);
    }
}
