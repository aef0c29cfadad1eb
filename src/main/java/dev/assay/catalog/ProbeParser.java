package dev.assay.catalog;

import dev.assay.model.Runtime;
import dev.assay.model.catalog.Probe;
import dev.assay.model.catalog.ProbeOutcome;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A probe that its schema allows, as the record of the model. */
final class ProbeParser {
    private ProbeParser() {}

    static Probe parse(JsonNode node, String text) {
        return new Probe(
                node.path("id").asString(),
                node.path("title").asString(),
                node.path("shows").asString(),
                Runtime.of(node.path("runtime").asString()),
                node.path("source").asString(),
                textOrNull(node, "edition"),
                EnumNames.parse(Probe.How.values(), node.path("how").asString("run")),
                list(node, "arguments", JsonNode::asString),
                list(node, "build", JsonNode::asString),
                list(node, "counts", JsonNode::asLong),
                node.path("bytesEach").asLong(0),
                node.path("runs").asInt(0),
                list(node, "expected", word -> EnumNames.parse(ProbeOutcome.values(), word.asString())),
                textOrNull(node, "code"),
                textOrNull(node, "twin"),
                textOrNull(node, "beside"),
                text);
    }

    private static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> element) {
        return node.path(field).valueStream().map(element).toList();
    }

    private static @Nullable String textOrNull(JsonNode node, String field) {
        return node.has(field) ? node.path(field).asString() : null;
    }
}
