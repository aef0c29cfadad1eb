package dev.assay.catalog;

import dev.assay.model.AssayException;
import dev.assay.model.Sha256;
import dev.assay.model.WholeFile;
import dev.assay.schema.FormerWords;
import dev.assay.schema.JsonSyntaxMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON file that was parsed, and the line on which each of its values stands.
 *
 * @param path the file as messages name it
 * @param tree what it says, in the words of today
 * @param lines for each value the line of its name, or of its first character where it has no name
 * @param sha256 the hash of the bytes that were parsed
 * @param formerSha256 the hash that they had in the words of earlier versions, if they are claims
 */
record JsonFile(String path, JsonNode tree, Map<JsonPointer, Integer> lines, String sha256, String formerSha256) {
    /** Far more than the grammar of rules needs; deeper files would only exhaust the stack. */
    private static final int DEEPEST = 64;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Reads and parses a file; empty if that fails, and the problem is added. */
    static Optional<JsonFile> read(Path file, CatalogProblems problems) {
        String path = file.toString();
        try {
            return parse(path, WholeFile.read(file), problems);
        } catch (IOException e) {
            problems.add(
                    path, "the file cannot be read (" + AssayException.reason(e) + "); write a readable text file");
            return Optional.empty();
        }
    }

    private static Optional<JsonFile> parse(String path, byte[] content, CatalogProblems problems) {
        try {
            JsonNode tree = MAPPER.readTree(content);
            if (tree.isMissingNode()) {
                problems.add(path, "the file is empty; write a JSON object");
                return Optional.empty();
            }
            FormerWords.renew(tree);
            return Optional.of(new JsonFile(
                    path,
                    tree,
                    linesOf(content),
                    Sha256.hash(content),
                    Sha256.hash(FormerWords.formerClaims(content))));
        } catch (StreamConstraintsException e) {
            problems.add(path, "too large or nested too deeply: " + JsonSyntaxMessage.format(e));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            problems.add(path, "this cannot be used: " + e.getMessage());
            return Optional.empty();
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            problems.add(
                    path,
                    place.getLineNr(),
                    place.getColumnNr(),
                    "not JSON: " + JsonSyntaxMessage.format(e) + "; fix it here");
            return Optional.empty();
        }
    }

    /** The line of the value at that place, or of the nearest thing around it that exists. */
    int line(JsonPointer place) {
        JsonPointer at = place;
        while (!lines.containsKey(at) && !at.matches()) {
            at = at.head();
        }
        return lines.getOrDefault(at, 1);
    }

    private static Map<JsonPointer, Integer> linesOf(byte[] content) {
        Map<JsonPointer, Integer> lines = new HashMap<>();
        try (JsonParser parser = MAPPER.createParser(content)) {
            parser.nextToken();
            collect(parser, JsonPointer.empty(), lines);
        }
        return Map.copyOf(lines);
    }

    private static void collect(JsonParser parser, JsonPointer at, Map<JsonPointer, Integer> lines) {
        lines.putIfAbsent(at, parser.currentTokenLocation().getLineNr());
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                JsonPointer member = at.appendProperty(FormerWords.field(parser.currentName()));
                lines.put(member, parser.currentTokenLocation().getLineNr());
                parser.nextToken();
                collect(parser, member, lines);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                collect(parser, at.appendIndex(index), lines);
            }
        }
    }
}
