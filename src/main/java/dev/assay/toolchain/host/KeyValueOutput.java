package dev.assay.toolchain.host;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers of tools in the form {@code key<separator>value}, a line each. */
public final class KeyValueOutput {
    private KeyValueOutput() {}

    /** The pairs in the order of the lines; lines without the separator are passed over. */
    public static Map<String, String> parse(String text, String separator) {
        Map<String, String> facts = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int at = line.indexOf(separator);
            if (at > 0) {
                facts.put(
                        line.substring(0, at),
                        line.substring(at + separator.length()).strip());
            }
        });
        return Collections.unmodifiableMap(facts);
    }
}
