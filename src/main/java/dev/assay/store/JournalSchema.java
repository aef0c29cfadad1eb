package dev.assay.store;

import dev.assay.schema.SchemaCheck;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The shape of a journal's lines, by the schema among the resources: what a line must have, and what holds where it says nothing.
 *
 * <p>A journal may be made by hand or by another program, so what only Assay itself knows has a default there.
 */
final class JournalSchema {
    private static final String NAME = "journal-1.schema.json";

    private final SchemaCheck whole = SchemaCheck.of(NAME);
    private final List<String> kinds = whole.schema()
            .at("/properties/kind/enum")
            .valueStream()
            .map(JsonNode::asString)
            .toList();
    private final Map<String, SchemaCheck> checks = new HashMap<>();
    private final Map<String, Shape> shapes = new HashMap<>();

    /**
     * What is filled in below an object.
     *
     * @param members by name, those that have a default or of which a part may have one
     */
    private record Shape(Map<String, Member> members) {
        void complete(JsonNode value) {
            if (value instanceof ObjectNode object) {
                members.forEach((name, member) -> member.complete(object, name));
            }
        }
    }

    /**
     * One field.
     *
     * @param otherwise what holds where it is omitted; null when nothing does
     * @param shape what is filled in below it, or below each of its entries; null for nothing
     */
    private record Member(
            @Nullable JsonNode otherwise, @Nullable Shape shape) {
        void complete(ObjectNode object, String name) {
            JsonNode value = object.get(name);
            if (value == null && otherwise != null) {
                value = otherwise.deepCopy();
                object.set(name, value);
            }
            if (value == null || shape == null) {
                return;
            }
            if (value.isArray()) {
                value.forEach(shape::complete);
            } else {
                shape.complete(value);
            }
        }
    }

    /** The kinds of lines. */
    List<String> kinds() {
        return kinds;
    }

    /** What a line of a known kind may not have, or lacks: a sentence each. */
    List<String> problems(String kind, ObjectNode line) {
        return checks.computeIfAbsent(kind, whole::part).findings(line).stream()
                .map(SchemaCheck.Finding::sentence)
                .toList();
    }

    /** Fills in what a line of a known kind, which has no problems, leaves out. */
    void complete(String kind, ObjectNode line) {
        shapes.computeIfAbsent(kind, name -> shape(definition(name))).complete(line);
    }

    private JsonNode definition(String name) {
        return whole.schema().at("/$defs/" + name);
    }

    /** The grammar refers to nothing that refers to itself, so this ends. */
    private Shape shape(JsonNode part) {
        Map<String, Member> members = new LinkedHashMap<>();
        part.path("properties").propertyStream().forEach(property -> {
            JsonNode field = property.getValue();
            JsonNode target = resolved(field);
            JsonNode below = target.has("items") ? resolved(target.get("items")) : target;
            Shape shape = below.has("properties") ? shape(below) : null;
            if (field.has("default") || (shape != null && !shape.members().isEmpty())) {
                members.put(property.getKey(), new Member(field.get("default"), shape));
            }
        });
        return new Shape(members);
    }

    private JsonNode resolved(JsonNode part) {
        String reference = part.path("$ref").asString("");
        return reference.isEmpty() ? part : whole.schema().at(reference.substring(1));
    }
}
