package dev.assay.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.SampleBuilder;
import dev.assay.analysis.Samples;
import dev.assay.analysis.Synthetic;
import dev.assay.model.result.RunResult;
import dev.assay.model.run.Sample;
import dev.assay.model.run.TrialId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Blocks that hold several runs of a program: every run is exported, and mean and deviation are those of runs. */
class SeveralRunsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PYTHON = "numeric/a:python:std@9x1";
    private static final String RUST = "numeric/a:rust:std@9x1";
    private static final int BLOCKS = 12;
    private static final int RUNS = 4;

    private final RunResult result = Synthetic.run(3)
            .blocks(BLOCKS)
            .pair("numeric/a", 100, 2.5)
            .repeatedInBlocks(RUST, SeveralRunsTest::runs)
            .analyze();

    /** One after the other, each slower than the one before by a tenth of the first. */
    private static List<Sample> runs(Sample sample) {
        return sample.warmup()
                ? List.of(sample)
                : IntStream.range(0, RUNS)
                        .mapToObj(run -> new SampleBuilder(Samples.ofBuild(sample, 0, 1 + 0.1 * run))
                                .order(sample.block(), run, false)
                                .build())
                        .toList();
    }

    private double[] seconds(String trial) {
        return result.trial(TrialId.parse(trial)).orElseThrow().counted().stream()
                .mapToDouble(sample -> Objects.requireNonNull(sample.figures().wallNs()) / 1e9)
                .toArray();
    }

    private static double deviation(double... values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1));
    }

    private JsonNode json(Format format) {
        return JSON.readTree(format.render(result).orElseThrow());
    }

    private static JsonNode named(JsonNode list, String field, String name) {
        return list.valueStream()
                .filter(node -> node.at(field).asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double[] numbers(JsonNode list) {
        return list.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    @Test
    void theRunHasMoreRunsThanBlocks() {
        assertThat(seconds(PYTHON)).hasSize(BLOCKS);
        assertThat(seconds(RUST)).hasSize(BLOCKS * RUNS);
        assertThat(deviation(seconds(RUST))).isGreaterThan(0.05 * seconds(RUST)[0]);
    }

    @Test
    void hyperfineHasThemInTheirOrderWithTheirMeanAndDeviation() {
        for (String trial : List.of(PYTHON, RUST)) {
            double[] seconds = seconds(trial);
            JsonNode exported = named(json(Format.HYPERFINE).get("results"), "/command", trial);
            assertThat(numbers(exported.get("times"))).containsExactly(seconds);
            assertThat(exported.get("exit_codes").size()).isEqualTo(seconds.length);
            assertThat(exported.get("mean").asDouble())
                    .isCloseTo(Arrays.stream(seconds).average().orElseThrow(), within(1e-15));
            assertThat(exported.get("stddev").asDouble()).isCloseTo(deviation(seconds), within(1e-15));
        }
    }

    @Test
    void hyperfinesTableHasTheSameMeanAndDeviation() {
        String csv = new String(Format.CSV.render(result).orElseThrow(), StandardCharsets.UTF_8);
        String[] cells = csv.lines()
                .filter(line -> line.startsWith(RUST))
                .findFirst()
                .orElseThrow()
                .split(",", -1);
        assertThat(Double.parseDouble(cells[1]))
                .isCloseTo(Arrays.stream(seconds(RUST)).average().orElseThrow(), within(1e-15));
        assertThat(Double.parseDouble(cells[2])).isCloseTo(deviation(seconds(RUST)), within(1e-15));
    }

    @Test
    void pyperfHasARunForEachOfThem() {
        JsonNode exported = named(json(Format.PYPERF).get("benchmarks"), "/metadata/name", RUST);
        assertThat(exported.get("runs").valueStream().map(run -> run.get("values")))
                .hasSize(BLOCKS * RUNS)
                .allSatisfy(values -> assertThat(values.size()).isEqualTo(1));
        assertThat(exported.get("runs")
                        .valueStream()
                        .mapToDouble(run -> run.at("/values/0").asDouble())
                        .toArray())
                .containsExactly(seconds(RUST));
    }

    @Test
    void jmhHasAForkForEachOfThem() {
        JsonNode exported = named(json(Format.JMH), "/benchmark", RUST);
        assertThat(exported.get("forks").asInt()).isEqualTo(BLOCKS * RUNS);
        assertThat(exported.at("/primaryMetric/rawData").size()).isEqualTo(BLOCKS * RUNS);
    }

    @Test
    void whatRestsOnBlocksCountsBlocks() {
        assertThat(json(Format.GITHUB)
                        .valueStream()
                        .map(entry -> entry.get("extra").asString()))
                .filteredOn(extra -> !extra.contains("geometric"))
                .isNotEmpty()
                .allMatch(extra -> extra.endsWith("; " + BLOCKS + " blocks"));
    }
}
