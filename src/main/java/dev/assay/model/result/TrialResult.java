package dev.assay.model.result;

import dev.assay.model.Metric;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.Trial;
import dev.assay.text.Plurals;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trial, its samples and its typical figures.
 *
 * @param trial what was measured
 * @param status whether it worked
 * @param reason why not; null when it did
 * @param typical the typical value of each metric it has, with intervals; empty when it failed
 * @param marks what must be known of some of these values
 * @param fences beyond which a timed process is an outlier, by metric
 * @param samples every process, warm-ups included
 * @param repetitions how its processes settled; null where they do their work once, or none of them counts
 */
public record TrialResult(
        Trial trial,
        Status status,
        @Nullable String reason,
        Map<Metric, Estimate> typical,
        Map<Metric, ValueFlag> marks,
        Map<Metric, Fences> fences,
        List<Sample> samples,
        @Nullable SteadyStateSummary repetitions) {
    public TrialResult {
        marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
        fences = Collections.unmodifiableMap(new LinkedHashMap<>(fences));
        samples = List.copyOf(samples);
    }

    /** Whether a typical value has a mark. */
    public boolean has(Metric metric, ValueFlag mark) {
        return marks.get(metric) == mark;
    }

    /** How many of the counted timed processes are outliers and spikes of a metric, in words; empty when none is. */
    public Optional<String> outliers(Metric metric) {
        Fences known = fences.get(metric);
        if (known == null) {
            return Optional.empty();
        }
        List<Double> values = counted().stream()
                .filter(sample -> sample.mode() == SamplingMode.TIMING)
                .map(sample -> sample.value(metric))
                .filter(Objects::nonNull)
                .toList();
        long outliers = values.stream().filter(known::isOutlier).count();
        long spikes = values.stream().filter(known::isSevere).count();
        return outliers == 0
                ? Optional.empty()
                : Optional.of(Plurals.count(outliers, "outlier") + " of " + values.size()
                        + (spikes == 0 ? "" : ", " + spikes + " of them " + (spikes == 1 ? "a spike" : "spikes")));
    }

    /** The metric that its memory is judged by: a program of several processes needs what they hold together. */
    public Metric memoryMetric() {
        return Sample.processes(counted()) > 1 && typical.containsKey(Metric.TREE_PEAK)
                ? Metric.TREE_PEAK
                : Metric.PEAK;
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
