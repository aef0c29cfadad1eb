package dev.assay.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.fixture.RunBuilder;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.result.RunResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FormatTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static byte[] bytes(Format format, RunResult run) {
        return format.render(run).orElseThrow();
    }

    private static String text(Format format, RunResult run) {
        return new String(bytes(format, run), StandardCharsets.UTF_8);
    }

    private static JsonNode json(Format format, RunResult run) {
        return JSON.readTree(bytes(format, run));
    }

    private static List<String> texts(JsonNode list, String field) {
        return list.valueStream().map(node -> node.get(field).asString()).toList();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aSmallRunLooksAsItDid(Format format) throws IOException {
        try (InputStream golden = FormatTest.class.getResourceAsStream("/dev/assay/export/" + format.fileName())) {
            assertThat(text(format, ExportRuns.small()))
                    .isEqualTo(new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void hostileNamesStayInTheirPlaceAndCanBeReadAndSeen(Format format) {
        String text = text(format, ExportRuns.hostile());
        assertThat(text).doesNotContain("\u202E", "\u200F", "\u0000", "\u0007", "\uFFFD", "\r");
        String read = text.startsWith("<?xml") ? text.replace("&lt;", "<").replace("&gt;", ">") : text;
        assertThat(read).contains("/script>", "alert(1)");
        assertThat(text.contains("⟨U+202E⟩") || text.contains("\\u27E8U+202E\\u27E9"))
                .isTrue();
        assertThat(text.contains("👩") || text.contains("\\uD83D\\uDC69")).isTrue();
    }

    @Test
    void noTwoTrialsGetOneName() {
        List<List<String>> all = List.of(
                texts(json(Format.HYPERFINE, ExportRuns.hostile()).get("results"), "command"),
                texts(json(Format.JMH, ExportRuns.hostile()), "benchmark"),
                json(Format.PYPERF, ExportRuns.hostile())
                        .get("benchmarks")
                        .valueStream()
                        .map(node -> node.at("/metadata/name").asString())
                        .toList(),
                List.copyOf(json(Format.BENCHER, ExportRuns.hostile()).propertyNames()));
        Set<List<String>> different = new HashSet<>(all);
        assertThat(different).as("every format has the same names").hasSize(1);
        assertThat(all.get(0)).hasSize(7).doesNotHaveDuplicates().allSatisfy(name -> {
            assertThat(name).isEqualTo(name.strip()).doesNotContain("\n", "\r");
            // Bencher's BenchmarkName::MAX_LEN
            assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1024);
        });
        assertThat(texts(json(Format.GITHUB, ExportRuns.hostile()), "name")).doesNotHaveDuplicates();
    }

    @Test
    void aPlainNameStaysAsItIs() {
        assertThat(BenchmarkNames.identifying("numeric/nbody:rust:std@75000x1"))
                .isEqualTo("numeric/nbody:rust:std@75000x1");
        assertThat(BenchmarkNames.identifying("x".repeat(1000))).isEqualTo("x".repeat(1000));
        assertThat(BenchmarkNames.identifying("x".repeat(1001)))
                .startsWith("x".repeat(1000) + " #")
                .hasSize(1010);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aRunWithoutTimesIsEmptyOrNothing(Format format) {
        assertThat(format.render(new RunBuilder().build()).isPresent()).isEqualTo(format != Format.PYPERF);
    }

    @Test
    void formatsAreNamed() {
        assertThat(Format.of(List.of("jmh", " JUnit"))).containsExactly(Format.JMH, Format.JUNIT);
        assertThat(Format.of(List.of("jmh", "all"))).isEqualTo(EnumSet.allOf(Format.class));
        assertThatThrownBy(() -> Format.of(List.of("xml")))
                .isInstanceOf(Usage.class)
                .hasMessage(
                        "--format=xml is not valid: give one or more of hyperfine, csv, markdown, jmh, pyperf, github, bencher, junit, or all.");
        assertThatThrownBy(() -> Format.of(List.of())).isInstanceOf(Usage.class);
    }

    /** The pattern is that of {@code extractRangeInfo.ts}, which must leave a number behind the sign. */
    @Test
    void rangesAreInTheOneFormThatTheActionReads() {
        JsonNode entries = json(Format.GITHUB, ExportRuns.small());
        assertThat(entries.valueStream()).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.get("range").asString()).matches("(\\+-|±)\\s*\\d[0-9.]*");
            assertThat(entry.get("value").isNumber()).isTrue();
        });
        // python / rust 30, so Rust costs a thirtieth; 1 % of interval to both sides
        assertThat(entries.get(0).get("value").asDouble()).isEqualTo(1 / 30.0);
        assertThat(entries.get(0).get("range").asString()).isEqualTo("± 0.0003367");
    }

    @Test
    void bencherGetsNanosecondsAndBytesWithTheirBounds() {
        JsonNode rust = json(Format.BENCHER, ExportRuns.small()).get("numeric/nbody:rust:std@100x1");
        assertThat(rust.propertyNames()).containsExactly("latency", "work-time", "cpu-time", "peak-memory");
        assertThat(rust.at("/latency/value").asDouble()).isEqualTo(2_000_000);
        assertThat(rust.at("/latency/lower_value").asDouble()).isEqualTo(2_000_000 * (1 - 0.006));
        assertThat(rust.at("/latency/upper_value").asDouble()).isEqualTo(2_000_000 * (1 + 0.006));
        assertThat(rust.at("/peak-memory/value").asDouble()).isEqualTo(2_000_000);
    }

    @Test
    void everyRunOfPyperfHasOneValueAboveNothing() {
        JsonNode document = json(Format.PYPERF, ExportRuns.small());
        assertThat(document.get("version").asString()).isEqualTo("1.0");
        assertThat(document.get("benchmarks").valueStream())
                .hasSize(2)
                .allSatisfy(benchmark -> assertThat(benchmark.get("runs").valueStream())
                        .hasSize(6)
                        .allSatisfy(run -> {
                            assertThat(run.get("values").size()).isEqualTo(1);
                            assertThat(run.get("values").get(0).asDouble()).isPositive();
                        }));
    }

    @Test
    void aTableMarksTheFastestOfATaskAndEscapesWhatWouldEndACell() {
        List<String> lines = text(Format.MARKDOWN, ExportRuns.small()).lines().toList();
        assertThat(lines.get(2)).matches("\\| `numeric/nbody:rust:std@100x1` \\| .* ± .* \\| 1\\.00 \\|");
        assertThat(lines.get(3)).matches(".* \\| [0-9.]+ ± [0-9.]+ \\|");
        assertThat(text(Format.MARKDOWN, ExportRuns.hostile()).lines().skip(2))
                .hasSize(7)
                .allSatisfy(line -> {
                    assertThat(line).startsWith("| `");
                    assertThat(line.replace("\\|", "").chars().filter(c -> c == '|'))
                            .hasSize(6);
                });
    }

    @Test
    void noCellIsAFormula() {
        assertThat(text(Format.CSV, ExportRuns.hostile()))
                .contains("\n'=cmd/x", ",'=1+1,")
                .doesNotContain("\n=", ",=", ",\"=");
    }
}
