package dev.assay.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.analysis.Analysis;
import dev.assay.catalog.CatalogReader;
import dev.assay.fixture.FormerRun;
import dev.assay.json.ModelJson;
import dev.assay.model.catalog.Catalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** {@code run.json} follows from the journal and the claims alone: the real run that is kept, in many shapes that mean the same. */
class PureAnalysisTest {
    private static final Catalog CATALOG = CatalogReader.read(Path.of("workloads"));

    private static List<String> lines = List.of();
    private static byte[] expected = {};

    @TempDir
    private Path folder;

    /** The journal as it is, which the others are compared with. */
    @BeforeAll
    static void analyze(@TempDir Path folder) throws IOException {
        lines = FormerRun.lines();
        expected = analyzed(lines, folder);
    }

    private byte[] analyzed(List<String> journal) throws IOException {
        return analyzed(journal, folder);
    }

    private static byte[] analyzed(List<String> journal, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("journal.jsonl"), String.join("\n", journal) + "\n");
        return RunDocument.bytes(Analysis.analyze(JournalReader.read(file), CATALOG.article(), CATALOG.claims()));
    }

    @Test
    void theSameJournalGivesTheSameBytes() throws IOException {
        assertThat(analyzed(lines)).isEqualTo(expected);
    }

    /** Each trial's processes in their order, the trials mixed anew. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfUnrelatedTrialsMeansNothing(long seed) throws IOException {
        Map<String, Deque<String>> byTrial = new LinkedHashMap<>();
        List<String> order = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            ObjectNode node = (ObjectNode) ModelJson.LINES.readTree(line);
            String trial = node.path("trial").asString("");
            if (trial.isEmpty()) {
                others.add(line);
            } else {
                byTrial.computeIfAbsent(trial, key -> new ArrayDeque<>()).add(line);
                order.add(trial);
            }
        }
        Collections.shuffle(order, new Random(seed));
        List<String> mixed = new ArrayList<>(List.of(lines.get(0)));
        order.forEach(
                trial -> mixed.add(Objects.requireNonNull(byTrial.get(trial)).remove()));
        mixed.addAll(others);
        assertThat(mixed).hasSameSizeAs(lines).isNotEqualTo(lines);
        assertThat(analyzed(mixed)).isEqualTo(expected);
    }

    /** The kept run was journalled when work time was called kernel time; in the words of today it says the same. */
    @Test
    void theFormerWordsMeanTheSame() throws IOException {
        List<String> today = lines.stream()
                .map(line -> line.replace("\"kernelTime\":", "\"workTime\":")
                        .replace("\"kernelNs\":", "\"workNs\":")
                        .replace("\"kernelSeriesNs\":", "\"workSeriesNs\":"))
                .toList();
        assertThat(lines.get(0)).contains("\"kernelTime\":true");
        assertThat(lines).anyMatch(line -> line.contains("\"kernelNs\":1"));
        assertThat(today).isNotEqualTo(lines);
        assertThat(analyzed(today)).isEqualTo(expected);
        assertThat(new String(expected, StandardCharsets.UTF_8))
                .contains("\"workNs\" : 1", "\"metric\" : \"work\"")
                .doesNotContain("\"kernelNs\"", "\"kernelSeriesNs\"", "\"kernel\"");
    }

    /** Fields that nobody knows, and keys in another order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatNobodyKnowsMeansNothing(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> more = new ArrayList<>();
        for (String line : lines) {
            ObjectNode node = (ObjectNode) ModelJson.LINES.readTree(line);
            List<String> names = new ArrayList<>(node.propertyNames());
            Collections.shuffle(names, random);
            ObjectNode other = ModelJson.LINES.createObjectNode();
            for (String name : names) {
                other.put("x-" + name + random.nextInt(10), random.nextInt());
                other.set(name, node.get(name));
            }
            more.add(ModelJson.LINES.writeValueAsString(other));
        }
        assertThat(analyzed(more)).isEqualTo(expected);
    }
}
