package dev.assay.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.results.SingleShotResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.IterationType;
import org.openjdk.jmh.runner.WorkloadParams;
import org.openjdk.jmh.runner.options.TimeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against what JMH itself writes. */
class JmhJsonTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static JsonNode ours() {
        return JSON.readTree(Format.JMH.render(ExportRuns.small()).orElseThrow());
    }

    /** JMH's own file of two forks, each of a single shot with one secondary figure. */
    private static JsonNode theirs() {
        IterationParams iterations = new IterationParams(IterationType.MEASUREMENT, 1, TimeValue.NONE, 1);
        BenchmarkParams params = new BenchmarkParams(
                "numeric/nbody",
                "generated",
                false,
                1,
                new int[] {1},
                List.of(),
                2,
                0,
                new IterationParams(IterationType.WARMUP, 0, TimeValue.NONE, 1),
                iterations,
                org.openjdk.jmh.annotations.Mode.SingleShotTime,
                new WorkloadParams(),
                TimeUnit.MILLISECONDS,
                1,
                "/bin/java",
                List.of(),
                "17",
                "vm",
                "17",
                "1.37",
                TimeValue.NONE);
        List<BenchmarkResult> forks = List.of(fork(params, iterations, 1_000_000), fork(params, iterations, 3_000_000));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultFormatFactory.getInstance(ResultFormatType.JSON, new PrintStream(out, false, StandardCharsets.UTF_8))
                .writeOut(List.of(new RunResult(params, forks)));
        return JSON.readTree(out.toByteArray());
    }

    private static BenchmarkResult fork(BenchmarkParams params, IterationParams iterations, long nanoseconds) {
        IterationResult iteration = new IterationResult(params, iterations, null);
        iteration.addResult(new SingleShotResult(ResultRole.PRIMARY, "run", nanoseconds, TimeUnit.MILLISECONDS));
        Result<?> peak = new ScalarResult("peakMemory", 2e6, "B", AggregationPolicy.AVG);
        iteration.addResult(peak);
        return new BenchmarkResult(params, List.of(iteration));
    }

    /** Every path below a node with the kind of what stands there; a list is known by its first element. */
    private static Map<String, String> shape(String path, JsonNode node) {
        Map<String, String> shape = new TreeMap<>();
        shape.put(path, node.getNodeType().toString());
        if (node.isArray() && !node.isEmpty()) {
            shape.putAll(shape(path + "[]", node.get(0)));
        }
        for (String name : node.propertyNames()) {
            shape.putAll(shape(path + "." + name, node.get(name)));
        }
        return shape;
    }

    @Test
    void itHasTheFieldsOfJmhsOwnFile() {
        Map<String, String> theirs = shape("", theirs());
        // JMH says so where it has too few figures; here an interval is always numbers
        Set<String> words = Set.of(
                "[].primaryMetric.scoreError",
                "[].primaryMetric.scoreConfidence[]",
                "[].secondaryMetrics.peakMemory.scoreError",
                "[].secondaryMetrics.peakMemory.scoreConfidence[]");
        words.forEach(path -> theirs.put(path, "NUMBER"));
        assertThat(shape("", ours())).isEqualTo(theirs);
    }

    @Test
    void theModeAndTheUnitsAreThoseOfASingleShot() {
        JsonNode theirs = theirs().get(0);
        assertThat(ours().valueStream()).hasSize(2).allSatisfy(benchmark -> {
            assertThat(benchmark.get("mode")).isEqualTo(theirs.get("mode"));
            assertThat(benchmark.get("measurementTime")).isEqualTo(theirs.get("measurementTime"));
            assertThat(benchmark.at("/primaryMetric/scoreUnit")).isEqualTo(theirs.at("/primaryMetric/scoreUnit"));
            assertThat(benchmark.at("/primaryMetric/rawData").size())
                    .isEqualTo(benchmark.get("forks").asInt());
            assertThat(benchmark.at("/secondaryMetrics/peakMemory/scoreUnit").asString())
                    .doesNotContain("/op");
        });
        assertThat(ours().at("/0/primaryMetric/score").asDouble()).isEqualTo(2);
    }
}
