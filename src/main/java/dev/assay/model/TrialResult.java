package dev.assay.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trial, its samples and its typical figures.
 *
 * @param trial what was measured
 * @param status whether it worked
 * @param reason why not; null when it did
 * @param typical the typical value of each metric it has, with intervals; empty when it failed
 * @param samples every process, warm-ups included
 */
public record TrialResult(
        Trial trial, Status status, @Nullable String reason, Map<Metric, Estimate> typical, List<Sample> samples) {
    public TrialResult {
        samples = List.copyOf(samples);
    }

    /** The samples that count: no warm-ups, no failures. */
    public List<Sample> counted() {
        return samples.stream()
                .filter(sample -> !sample.warmup() && sample.ok())
                .toList();
    }

    /** Whether a trial worked. */
    public enum Status {
        /** Every process ended well and printed what it should. */
        OK,
        /** One did not. */
        FAILED,
        /** It was not run. */
        SKIPPED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
