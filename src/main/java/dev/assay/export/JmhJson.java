package dev.assay.export;

import dev.assay.model.Metric;
import dev.assay.model.result.Estimate;
import dev.assay.model.result.Interval;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.Toolchain;
import dev.assay.stats.Quantiles;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What JMH 1.37 writes with {@code -rf json}: each trial a benchmark in the mode {@code ss}, single shot, with a fork for each process. Every
 * interval is numbers, and {@code secondaryMetrics} is always there; a time stands in the primary metric only, since a reader of
 * {@code X/op} takes any for the benchmark's.
 */
final class JmhJson {
    private static final double NS_PER_MS = 1e6;
    private static final List<Double> PERCENTILES =
            List.of(0.0, 50.0, 90.0, 95.0, 99.0, 99.9, 99.99, 99.999, 99.9999, 100.0);
    private static final String ONE_SHOT = "single-shot";

    private JmhJson() {}

    static Optional<byte[]> render(RunResult run) {
        return Optional.of(AsciiJson.bytes(
                WallTimes.of(run).stream().map(timed -> benchmark(run, timed)).toList()));
    }

    private static Map<String, Object> benchmark(RunResult run, WallTimes timed) {
        Optional<Toolchain> toolchain = run.header().toolchains().stream()
                .filter(found -> found.runtime() == timed.id().runtime())
                .findFirst();
        String version =
                toolchain.map(Toolchain::version).map(BenchmarkNames::line).orElse("");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("jmhVersion", "1.37");
        fields.put("benchmark", timed.name());
        fields.put("mode", "ss");
        fields.put("threads", timed.id().threads());
        fields.put("forks", timed.samples().size());
        fields.put(
                "jvm", toolchain.map(Toolchain::path).map(BenchmarkNames::line).orElse(""));
        fields.put("jvmArgs", List.of());
        fields.put("jdkVersion", version);
        fields.put("vmName", timed.id().runtime().title());
        fields.put("vmVersion", version);
        fields.put("warmupIterations", 0);
        fields.put("warmupTime", ONE_SHOT);
        fields.put("warmupBatchSize", 1);
        fields.put("measurementIterations", 1);
        fields.put("measurementTime", ONE_SHOT);
        fields.put("measurementBatchSize", 1);
        fields.put("primaryMetric", time(timed));
        fields.put("secondaryMetrics", secondary(timed));
        return fields;
    }

    private static Map<String, Object> time(WallTimes timed) {
        Interval interval = timed.intervalNs();
        return metric(
                timed.typicalNs() / NS_PER_MS,
                new Interval(interval.low() / NS_PER_MS, interval.high() / NS_PER_MS),
                "ms/op",
                timed.wall(NS_PER_MS));
    }

    private static Map<String, Object> secondary(WallTimes timed) {
        Estimate peak = timed.result().typical().get(Metric.PEAK);
        double[] bytes = timed.result().counted().stream()
                .filter(sample -> sample.mode() == SamplingMode.MEMORY)
                .map(sample -> sample.value(Metric.PEAK))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (peak == null || bytes.length == 0) {
            return Map.of();
        }
        Interval seen = peak.at95() == null ? new Interval(peak.value(), peak.value()) : peak.at95();
        return Map.of("peakMemory", metric(peak.value(), seen, "B", bytes));
    }

    private static Map<String, Object> metric(double score, Interval interval, String unit, double[] values) {
        Map<String, Object> percentiles = new LinkedHashMap<>();
        PERCENTILES.forEach(p -> percentiles.put(p.toString(), Quantiles.quantile(values, p / 100)));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("score", score);
        fields.put("scoreError", Math.max(score - interval.low(), interval.high() - score));
        fields.put("scoreConfidence", List.of(interval.low(), interval.high()));
        fields.put("scorePercentiles", percentiles);
        fields.put("scoreUnit", unit);
        fields.put(
                "rawData",
                Arrays.stream(values).mapToObj(value -> List.of(value)).toList());
        return fields;
    }
}
