package dev.assay.store;

import dev.assay.json.ModelJson;
import dev.assay.model.run.Environment;
import dev.assay.model.run.ProbeResult;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Makes what a journal holds fit to be published: in every text of it, wherever that stands, names of people and machines, the places of
 * files and what looks like a secret are replaced. What was measured stays as it is. It works on the form that the journal has as a file, so
 * that no field is forgotten.
 */
public final class Redaction {
    /** Hashes and ids, which tell nothing and hold the records together. */
    private static final Set<String> KEPT = Set.of(
            "sha256", "catalogSha256", "claimsSha256", "id", "trial", "at", "startedAt", "since", "workload", "kind");

    private static final String PROGRAMS = "programs";

    private final Set<String> names;
    private final boolean sources;

    /**
     * A redaction.
     *
     * @param names names of people and machines; those in the paths of home folders are found anyway
     * @param sources whether the programs' texts are kept, less secrets
     */
    public Redaction(Set<String> names, boolean sources) {
        this.names = Set.copyOf(names);
        this.sources = sources;
    }

    /** The same run, redacted. */
    public Recording redact(Recording recording) {
        List<JsonNode> telling = new ArrayList<>();
        telling.add(ModelJson.LINES.valueToTree(recording.header()));
        recording.probes().forEach(probe -> telling.add(ModelJson.LINES.valueToTree(probe)));
        RedactedText text =
                RedactedText.of(names, telling.stream().map(JsonNode::toString).toList());
        return new Recording(
                redacted(recording.header(), RunHeader.class, text),
                recording.probes().stream()
                        .map(probe -> redacted(probe, ProbeResult.class, text))
                        .toList(),
                recording.samples().stream()
                        .map(sample -> sample.ok() ? sample : redacted(sample, Sample.class, text))
                        .toList(),
                recording.environments().stream()
                        .map(environment -> redacted(environment, Environment.class, text))
                        .toList(),
                recording.resumes().stream()
                        .map(resume -> redacted(resume, Recording.Resume.class, text))
                        .toList(),
                recording.stops(),
                recording.end() == null ? null : redacted(recording.end(), Recording.End.class, text));
    }

    private <T> T redacted(T record, Class<T> type, RedactedText text) {
        JsonNode node = ModelJson.LINES.valueToTree(record);
        return ModelJson.LINES.treeToValue(replaced(node, null, text), type);
    }

    private JsonNode word(JsonNode node, @Nullable String field, RedactedText text) {
        return node.isString() && !isKept(field)
                ? StringNode.valueOf(text.ofWord(node.asString()))
                : replaced(node, field, text);
    }

    private static boolean isKept(@Nullable String field) {
        return field != null && KEPT.contains(field);
    }

    private JsonNode replaced(JsonNode node, @Nullable String field, RedactedText text) {
        if (node instanceof ObjectNode object) {
            ObjectNode result = ModelJson.LINES.createObjectNode();
            object.propertyStream()
                    .forEach(property -> result.set(
                            text.redact(property.getKey()),
                            PROGRAMS.equals(field)
                                    ? property.getValue()
                                    : replaced(property.getValue(), property.getKey(), text)));
            return result;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode result = ModelJson.LINES.createArrayNode();
            String before = "";
            for (JsonNode each : array) {
                boolean secret = each.isString() && RedactedText.announces(before);
                result.add(secret ? StringNode.valueOf(RedactedText.GONE) : word(each, field, text));
                before = each.isString() ? each.asString() : "";
            }
            return result;
        }
        if (!node.isString() || isKept(field)) {
            return node;
        }
        boolean program = "text".equals(field);
        return StringNode.valueOf(program && !sources ? "" : text.redact(node.asString()));
    }
}
