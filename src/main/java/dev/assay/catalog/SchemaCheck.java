package dev.assay.catalog;

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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Checks a file against one of our JSON Schemas and says in plain words what differs. */
final class SchemaCheck {
    private final JsonNode root;
    private final Schema schema;

    /** With the schema of that name in the folder {@code schema} beside this package. */
    SchemaCheck(String name) {
        root = load("/dev/assay/schema/" + name);
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .build();
        schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
                .getSchema(root);
    }

    /** Adds a problem for everything in the file that the schema does not allow. */
    void check(JsonFile file, Problems problems) {
        List<Error> errors = schema.validate(file.tree());
        Set<JsonPointer> explained = mistyped(errors);
        for (Error error : errors) {
            JsonPointer at = pointer(error.getInstanceLocation());
            boolean missing = error.getKeyword().equals("required");
            if (missing && explained.contains(at.appendProperty(error.getProperty()))) {
                continue;
            }
            boolean unknown = error.getKeyword().equals("additionalProperties");
            JsonPointer place = unknown ? at.appendProperty(error.getProperty()) : at;
            problems.add(
                    file,
                    place,
                    new SchemaSentence(root, error).text(at, file.tree().at(at)));
        }
    }

    /** The missing fields for which a mistyped one is there: one problem, to be told once. */
    private Set<JsonPointer> mistyped(List<Error> errors) {
        Set<JsonPointer> meant = new HashSet<>();
        for (Error error : errors) {
            if (error.getKeyword().equals("additionalProperties")) {
                Optional<String> known = new SchemaSentence(root, error).nearestField();
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

    private static JsonNode load(String resource) {
        try (InputStream stream = SchemaCheck.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + resource + " is not on the class path");
            }
            return JsonFile.MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
