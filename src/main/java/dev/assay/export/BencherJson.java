package dev.assay.export;

import dev.assay.model.Metric;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.Interval;
import dev.assay.model.result.RunResult;
import dev.assay.model.result.TrialResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bencher's metric format: by benchmark and measure a value with its bounds, the 95 % interval. {@code latency}, in nanoseconds, and
 * {@code throughput}, of services in requests a second, are Bencher's own measures; the others it makes when it first sees them, as times in
 * nanoseconds and memory in bytes.
 */
final class BencherJson {
    private BencherJson() {}

    static Optional<byte[]> render(RunResult run) {
        Map<String, Object> benchmarks = new LinkedHashMap<>();
        for (TrialResult trial : run.trials()) {
            Map<String, Object> measures = measures(trial);
            if (trial.status() == TrialResult.Status.OK && !measures.isEmpty()) {
                benchmarks.put(BenchmarkNames.format(trial.trial().id()), measures);
            }
        }
        return Optional.of(AsciiJson.bytes(benchmarks));
    }

    private static Map<String, Object> measures(TrialResult trial) {
        Map<String, Object> measures = new LinkedHashMap<>();
        put(measures, "latency", trial.typical().get(Metric.WALL));
        put(measures, "work-time", trial.typical().get(Metric.WORK));
        put(measures, "cpu-time", trial.typical().get(Metric.CPU));
        put(measures, "throughput", trial.typical().get(Metric.RATE));
        put(measures, "latency-p50", trial.typical().get(Metric.LATENCY_P50));
        put(measures, "latency-p99", trial.typical().get(Metric.LATENCY_P99));
        put(measures, "latency-p999", trial.typical().get(Metric.LATENCY_P999));
        put(measures, "peak-memory", trial.typical().get(trial.memoryMetric()));
        return measures;
    }

    private static void put(Map<String, Object> measures, String name, @Nullable Estimate estimate) {
        if (estimate == null) {
            return;
        }
        Map<String, Object> metric = new LinkedHashMap<>();
        metric.put("value", estimate.value());
        Interval at95 = estimate.at95();
        if (at95 != null) {
            metric.put("lower_value", at95.low());
            metric.put("upper_value", at95.high());
        }
        measures.put(name, metric);
    }
}
