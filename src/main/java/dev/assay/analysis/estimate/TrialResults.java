package dev.assay.analysis.estimate;

import dev.assay.analysis.sample.SteadyStateDetection;
import dev.assay.analysis.sample.TrialSamples;
import dev.assay.model.Metric;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.Fences;
import dev.assay.model.result.Noise;
import dev.assay.model.result.TrialResult;
import dev.assay.model.result.ValueFlag;
import dev.assay.model.run.SamplingMode;
import dev.assay.stats.Outliers;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The typical figures of each trial by itself. */
public final class TrialResults {
    private static final List<Metric> ALWAYS = List.of(
            Metric.WALL, Metric.WORK, Metric.CPU, Metric.PARALLELISM, Metric.PAUSE, Metric.PEAK, Metric.TREE_PEAK);
    private static final List<Metric> OF_SERVICES = List.of(
            Metric.RATE,
            Metric.LATENCY_P50,
            Metric.LATENCY_P99,
            Metric.LATENCY_P999,
            Metric.REQUEST_CPU,
            Metric.IDLE_PEAK,
            Metric.FIRST_ANSWER);
    private static final List<Metric> TIMED = List.of(Metric.WALL, Metric.WORK, Metric.CPU);
    private static final List<Metric> WITH_THREADS = List.of(Metric.SPEEDUP, Metric.EFFICIENCY);

    private TrialResults() {}

    /** The results of the trials in the order of the header. */
    public static List<TrialResult> summarize(IndexedRecording indexed, Noise noise) {
        return indexed.trials().parallelStream()
                .map(trial -> summarize(indexed, trial, ValueFlags.find(indexed, trial, noise)))
                .toList();
    }

    /** The result of floor or canary, by which marks are given and which have none. */
    public static TrialResult summarize(IndexedRecording indexed, TrialSamples trial) {
        return summarize(indexed, trial, Map.of());
    }

    private static TrialResult summarize(IndexedRecording indexed, TrialSamples trial, Map<Metric, ValueFlag> marks) {
        Map<Metric, Estimate> typical = new EnumMap<>(Metric.class);
        ALWAYS.forEach(metric -> put(typical, indexed, trial, metric));
        if (trial.id().threads() > 1) {
            WITH_THREADS.forEach(metric -> put(typical, indexed, trial, metric));
        }
        if (trial.trial().service()) {
            OF_SERVICES.forEach(metric -> put(typical, indexed, trial, metric));
        }
        return new TrialResult(
                trial.trial(),
                trial.status(),
                trial.reason(),
                Collections.unmodifiableMap(typical),
                marks,
                fences(trial),
                trial.samples(),
                SteadyStateDetection.detect(trial));
    }

    private static Map<Metric, Fences> fences(TrialSamples trial) {
        Map<Metric, Fences> fences = new EnumMap<>(Metric.class);
        for (Metric metric : TIMED) {
            double[] logs = logs(trial, metric);
            if (logs.length > 0) {
                Outliers outliers = Outliers.of(logs);
                fences.put(
                        metric,
                        new Fences(
                                Objects.requireNonNull(LogEstimate.exp(outliers.inner())),
                                Objects.requireNonNull(LogEstimate.exp(outliers.outer()))));
            }
        }
        return fences;
    }

    /** Those of all processes, several of a block too; nothing where one has no logarithm. */
    private static double[] logs(TrialSamples trial, Metric metric) {
        double[] values = trial.counted(SamplingMode.TIMING).stream()
                .map(sample -> sample.value(metric))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return Arrays.stream(values).allMatch(value -> value > 0)
                ? Arrays.stream(values).map(Math::log).toArray()
                : new double[0];
    }

    private static void put(
            Map<Metric, Estimate> typical, IndexedRecording indexed, TrialSamples trial, Metric metric) {
        LogEstimate reading = indexed.typical(trial, metric);
        if (reading != null) {
            typical.put(metric, reading.toEstimate());
        }
    }
}
