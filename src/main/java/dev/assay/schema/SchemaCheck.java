package dev.assay.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds values against one of our JSON Schemas, or against a part of one, and says in plain words what differs. */
public final class SchemaCheck {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String DEFINITIONS = "$defs";

    private final JsonNode root;
    private final Schema schema;

    /**
     * Something that the schema does not allow.
     *
     * @param place where it stands in the value
     * @param sentence the field, what is wrong with it, and what to do
     */
    public record Finding(JsonPointer place, String sentence) {}

    private SchemaCheck(JsonNode root, JsonNode entry) {
        this.root = root;
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .build();
        schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
                .getSchema(entry);
    }

    /** Against the schema of that file name among our resources. */
    public static SchemaCheck of(String name) {
        JsonNode root = load(name);
        return new SchemaCheck(root, root);
    }

    /** The same where the schema leaves open which words are at a place of it: these. */
    public SchemaCheck with(String place, List<String> words) {
        JsonNode extended = root.deepCopy();
        ArrayNode known = ((ObjectNode) extended.at(place)).putArray("enum");
        words.forEach(known::add);
        return new SchemaCheck(extended, extended);
    }

    /** Against that part of its definitions alone. */
    public SchemaCheck part(String definition) {
        ObjectNode entry = MAPPER.createObjectNode().put("$ref", "#/" + DEFINITIONS + "/" + definition);
        entry.set(DEFINITIONS, root.path(DEFINITIONS));
        return new SchemaCheck(root, entry);
    }

    /** The schema itself. */
    public JsonNode schema() {
        return root;
    }

    /** Everything in the value that the schema does not allow. */
    public List<Finding> findings(JsonNode value) {
        List<Error> errors = schema.validate(value);
        if (errors.isEmpty()) {
            return List.of();
        }
        Set<JsonPointer> explained = mistyped(errors);
        List<Finding> findings = new ArrayList<>();
        for (Error error : errors) {
            JsonPointer at = pointer(error.getInstanceLocation());
            boolean missing = error.getKeyword().equals("required");
            if (missing && explained.contains(at.appendProperty(error.getProperty()))) {
                continue;
            }
            boolean unknown = error.getKeyword().equals("additionalProperties");
            JsonPointer place = unknown ? at.appendProperty(error.getProperty()) : at;
            findings.add(new Finding(place, new SchemaViolationMessage(root, error).text(at, value.at(at))));
        }
        return findings;
    }

    /** The missing fields for which a mistyped one is there: one problem, to be told once. */
    private Set<JsonPointer> mistyped(List<Error> errors) {
        Set<JsonPointer> meant = new HashSet<>();
        for (Error error : errors) {
            if (error.getKeyword().equals("additionalProperties")) {
                Optional<String> known = new SchemaViolationMessage(root, error).nearestField();
                known.ifPresent(
                        name -> meant.add(pointer(error.getInstanceLocation()).appendProperty(name)));
            }
        }
        return meant;
    }

    /** The place of a value, in Jackson's words. */
    private static JsonPointer pointer(NodePath path) {
        JsonPointer pointer = JsonPointer.empty();
        for (int i = 0; i < path.getNameCount(); i++) {
            Object element = path.getElement(i);
            pointer = element instanceof Integer index
                    ? pointer.appendIndex(index)
                    : pointer.appendProperty(element.toString());
        }
        return pointer;
    }

    private static JsonNode load(String name) {
        try (InputStream stream = SchemaCheck.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the schema " + name + " is not on the class path");
            }
            return MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
