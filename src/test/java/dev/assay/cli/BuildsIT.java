package dev.assay.cli;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AssayProcess.Ended;
import dev.assay.model.run.Sample;
import dev.assay.model.run.SamplingMode;
import dev.assay.model.run.TrialId;
import dev.assay.store.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run of real programs in three builds each, from the compilers to the report. */
class BuildsIT {
    private static final int BLOCKS = 10;

    @TempDir
    private Path folder;

    @Test
    void everyBuildIsTakenAsOftenAndBothIntervalsAreDistinguished() throws IOException, InterruptedException {
        Ended ended = new AssayCall(folder, AssayProcess.project())
                .run(
                        "run",
                        "--workload=nbody",
                        "--runtimes=rust,c",
                        "--variants=none",
                        "--builds=3",
                        "--blocks=" + BLOCKS,
                        "--results=" + folder.resolve("results"));
        assertThat(ended.code()).as(ended.err()).isZero();
        Path run = folder.resolve("results/latest");
        Map<TrialId, Map<Integer, Long>> taken = JournalReader.read(run.resolve("journal.jsonl")).samples().stream()
                .filter(sample -> sample.mode() == SamplingMode.TIMING
                        && !sample.warmup()
                        && sample.conditions().build() != null)
                .collect(groupingBy(
                        Sample::trial,
                        groupingBy(sample -> requireNonNull(sample.conditions().build()), counting())));
        assertThat(taken)
                .hasSize(2)
                .allSatisfy((trial, builds) -> assertThat(builds.values()).containsExactlyInAnyOrder(4L, 3L, 3L));

        assertThat(RunSchema.problems(run.resolve("run.json"))).isEmpty();
        List<JsonNode> timed = StreamSupport.stream(
                        new JsonMapper()
                                .readTree(Files.readString(run.resolve("run.json")))
                                .path("comparisons")
                                .spliterator(),
                        false)
                .filter(comparison -> !comparison
                        .path("metric")
                        .asString("")
                        .toLowerCase(Locale.ROOT)
                        .contains("peak"))
                .toList();
        assertThat(timed).hasSize(3).allSatisfy(comparison -> {
            JsonNode builds = comparison.path("builds");
            assertThat(builds.path("baseline").asInt(0)).isEqualTo(3);
            assertThat(builds.path("contender").asInt(0)).isEqualTo(3);
            JsonNode all = comparison.path("intervals").path("95");
            JsonNode these = builds.path("at95");
            assertThat(all.path(0).asDouble(0))
                    .isPositive()
                    .isLessThanOrEqualTo(these.path(0).asDouble(0));
            assertThat(all.path(1).asDouble(0))
                    .isGreaterThanOrEqualTo(these.path(1).asDouble(0));
            assertThat(comparison.path("margin").asDouble(0)).isGreaterThanOrEqualTo(1.02);
        });
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("for these builds alone, 3 and 3, ", "a sample of all builds of the same code");
    }
}
