package dev.assay.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.assay.model.Metric;
import dev.assay.model.Profile;
import dev.assay.model.catalog.ClaimVerdict;
import dev.assay.model.catalog.Condition;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.ProbeOutcome;
import dev.assay.model.catalog.ThreadUse;
import dev.assay.model.run.Exit;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The schemas are schemas, have the words of the model, and a hint at every place that can be wrong. */
class SchemasTest {
    private static final String WORKLOAD = "workload-1.schema.json";
    private static final String CLAIMS = "claims-1.schema.json";
    private static final String PROBES = "probes-1.schema.json";
    private static final String JOURNAL = "journal-1.schema.json";

    private static JsonNode schema(String name) {
        try (InputStream stream = SchemasTest.class.getResourceAsStream("/dev/assay/schema/" + name)) {
            return JsonFile.MAPPER.readTree(Objects.requireNonNull(stream));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> words(String schema, String pointer) {
        JsonNode words = schema(schema).at(pointer);
        assertThat(words.isArray()).as(pointer).isTrue();
        return words.valueStream().map(JsonNode::asString).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {WORKLOAD, CLAIMS, PROBES, JOURNAL})
    void areSchemas(String name) {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema("{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}");

        assertThat(meta.validate(schema(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {WORKLOAD, CLAIMS, PROBES, JOURNAL})
    void haveAHintAtEveryPlaceThatCanBeWrong(String name) {
        List<String> without = new ArrayList<>();
        collectPartsWithoutHint(schema(name), "#", without);

        assertThat(without).isEmpty();
    }

    private static void collectPartsWithoutHint(JsonNode node, String at, List<String> without) {
        boolean asserts = Set.of("type", "enum", "const").stream()
                .anyMatch(keyword -> node.has(keyword) && !node.path(keyword).isObject());
        if (asserts && !node.path("description").isString()) {
            without.add(at);
        }
        node.propertyNames().forEach(name -> collectPartsWithoutHint(node.path(name), at + "/" + name, without));
    }

    @Test
    void haveTheWordsOfTheModel() {
        assertThat(words(CLAIMS, "/$defs/metric/enum")).isEqualTo(names(Metric.values()));
        assertThat(words(CLAIMS, "/$defs/estimate/enum")).isEqualTo(names(Condition.Estimator.values()));
        assertThat(words(CLAIMS, "/$defs/measure/properties/bound/enum")).isEqualTo(names(Condition.Bound.values()));
        assertThat(words(CLAIMS, "/$defs/measure/properties/op/enum")).isEqualTo(names(Condition.Op.values()));
        assertThat(words(CLAIMS, "/$defs/claim/properties/expected/enum"))
                .as("what is open is expected to come out as one or the other")
                .isEqualTo(names(ClaimVerdict.values()).stream()
                        .filter(verdict -> !verdict.equals(ClaimVerdict.SUPPORTED_OPEN.toString()))
                        .toList());
        assertThat(words(WORKLOAD, "/properties/threads/enum")).isEqualTo(names(ThreadUse.values()));
        for (String field : List.of("sizes", "expected", "input/properties/sha256")) {
            assertThat(words(WORKLOAD, "/properties/" + field + "/required")).isEqualTo(names(Profile.values()));
        }
    }

    @Test
    void haveEveryEndOfAProcess() {
        assertThat(words("run-1.schema.json", "/$defs/exit/properties/reason/enum"))
                .isEqualTo(names(Exit.Reason.values()));
        assertThat(words(JOURNAL, "/$defs/exit/properties/reason/enum")).isEqualTo(names(Exit.Reason.values()));
    }

    @Test
    void haveTheOutcomesThatCanBeAskedFor() {
        List<String> seen = Stream.of(ProbeOutcome.values())
                .filter(ProbeOutcome::seen)
                .map(ProbeOutcome::toString)
                .toList();

        assertThat(words(CLAIMS, "/$defs/probe/properties/outcome/enum")).isEqualTo(seen);
        assertThat(words(PROBES, "/$defs/probe/properties/expected/items/enum")).isEqualTo(seen);
        assertThat(words(PROBES, "/$defs/probe/properties/how/enum")).isEqualTo(names(Probe.How.values()));
        assertThat(words("run-1.schema.json", "/$defs/probe-outcome/enum")).isEqualTo(names(ProbeOutcome.values()));
        assertThat(words(JOURNAL, "/$defs/outcome/enum")).isEqualTo(names(ProbeOutcome.values()));
        assertThat(words(JOURNAL, "/$defs/probe/properties/probe/properties/how/enum"))
                .isEqualTo(names(Probe.How.values()));
    }

    private static List<String> names(Enum<?>... constants) {
        return Stream.of(constants).map(Enum::toString).toList();
    }
}
