package dev.assay.export;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON of ASCII characters only, which every reader reads the same. */
final class AsciiJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private AsciiJson() {}

    /** Maps, lists, arrays, texts and numbers as a file. */
    static byte[] bytes(Object document) {
        return (MAPPER.writeValueAsString(document) + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
