package dev.assay.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.assay.text.PrintableText;
import dev.assay.text.SpellingSuggestion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * One finding of the schema validator as a sentence: the field, what is wrong with it, and what to do.
 *
 * <p>What to do comes from the {@code description} that each part of our schemas has; it is written to follow the word "give".
 */
public final class SchemaViolationMessage {
    private final JsonNode schema;
    private final Error error;
    /** The part of the schema that holds the keyword which does not hold. */
    private final JsonNode part;

    SchemaViolationMessage(JsonNode schema, Error error) {
        this.schema = schema;
        this.error = error;
        this.part = partWithKeyword();
    }

    /** The sentence for a value at that place. */
    String text(JsonPointer at, JsonNode value) {
        return switch (error.getKeyword()) {
            case "required" ->
                quote(at.appendProperty(error.getProperty())) + " is missing; give "
                        + descriptionOf(error.getProperty());
            case "additionalProperties" -> unknownField(at);
            case "enum" -> unknownWord(at, value);
            case "type" ->
                quote(at) + " is " + (value.isNumber() ? shown(value) : kind(value)) + "; give " + description(part);
            case "minItems" -> quote(at) + " has too few entries; give " + description(part);
            case "maxItems" -> quote(at) + " has too many entries; give " + description(part);
            default -> quote(at) + " is " + shown(value) + "; give " + description(part);
        };
    }

    /** The known field that an unknown one was probably meant to be. */
    Optional<String> nearestField() {
        return SpellingSuggestion.find(
                error.getProperty(), part.path("properties").propertyNames());
    }

    private String unknownField(JsonPointer at) {
        Collection<String> fields = part.path("properties").propertyNames();
        return quote(at.appendProperty(error.getProperty())) + " is not a field of the "
                + part.path("title").asString("object '" + name(at) + "'")
                + SpellingSuggestion.clause(
                        error.getProperty(),
                        fields,
                        (fields.size() == 1 ? "its only field is " : "its fields are ") + String.join(", ", fields));
    }

    private String unknownWord(JsonPointer at, JsonNode value) {
        List<String> words =
                part.path("enum").valueStream().map(JsonNode::asString).toList();
        String known = String.join(", ", words);
        String wrong = value.isString() ? value.asString() : "";
        return quote(at) + " is " + shown(value)
                + SpellingSuggestion.question(wrong, words)
                        .map(question -> question + " Known are " + known)
                        .orElse("; " + description(part) + (words.size() == 1 ? " is always " : " is one of ") + known);
    }

    private String descriptionOf(String property) {
        JsonNode field = part.path("properties").path(property);
        String reference = field.path("$ref").asString("");
        return description(reference.isEmpty() ? field : schema.at(reference.substring(1)));
    }

    private static String description(JsonNode part) {
        return part.path("description").asString("what the schema asks for");
    }

    private JsonNode partWithKeyword() {
        NodePath fragment = error.getSchemaLocation().getFragment();
        JsonNode node = schema;
        for (int i = 0; i < fragment.getNameCount() - 1; i++) {
            Object element = fragment.getElement(i);
            node = element instanceof Integer index ? node.path(index) : node.path(element.toString());
        }
        return node;
    }

    /** A field by its names and indexes, such as {@code implementations[0].source}, in quotes. */
    public static String quote(JsonPointer at) {
        return at.matches() ? "the whole file" : PrintableText.quoteEnd(name(at));
    }

    private static String name(JsonPointer at) {
        StringBuilder name = new StringBuilder();
        for (JsonPointer rest = at; !rest.matches(); rest = rest.tail()) {
            if (rest.mayMatchElement()) {
                name.append('[').append(rest.getMatchingIndex()).append(']');
            } else {
                name.append(name.isEmpty() ? "" : ".").append(rest.getMatchingProperty());
            }
        }
        return name.toString();
    }

    private static String shown(JsonNode value) {
        if (value.isString()) {
            return value.asString().isEmpty() ? "empty" : PrintableText.quote(value.asString());
        }
        return value.isNumber() ? value.asString() : kind(value);
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case BOOLEAN -> "true or false";
            case NUMBER -> "a number";
            case NULL -> "null";
            case OBJECT -> "an object";
            case STRING -> "a text";
            default -> "something else";
        };
    }
}
