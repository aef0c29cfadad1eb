package dev.assay.schema;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The words of earlier versions. What was written in them is read as if it were written today: journals, histories and results that are kept,
 * and the manifests and claims of users. Nothing is written in them any more.
 *
 * <p>Work time was called kernel time, although it has nothing to do with the system's kernel.
 */
public final class FormerWords {
    private static final Map<String, String> FIELDS = Map.of(
            "kernelTime", "workTime",
            "kernelNs", "workNs",
            "kernelSeriesNs", "workSeriesNs");

    private static final Pattern WORK_METRIC = Pattern.compile("(\"metric\"\\s*:\\s*)\"work\"");

    private static final String METRIC = "metric";
    private static final Map<String, String> METRICS = Map.of("kernel", "work");

    private FormerWords() {}

    /** What fields are called today, by their former names. */
    public static Map<String, String> fields() {
        return FIELDS;
    }

    /** What a field is called today. */
    public static String field(String name) {
        return FIELDS.getOrDefault(name, name);
    }

    /**
     * Puts today's words into a tree, wherever it has former ones.
     *
     * @throws IllegalArgumentException if an object has a field by both its names: nobody knows which value is meant
     */
    public static void renew(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                renew(object, name);
            }
        }
        node.forEach(FormerWords::renew);
    }

    /** A file of claims as it would have been written before. The rules are the same, so runs of then were measured under them. */
    public static byte[] formerClaims(byte[] claims) {
        // byte for byte, whatever they are
        String text = new String(claims, StandardCharsets.ISO_8859_1);
        return WORK_METRIC
                .matcher(text)
                .replaceAll("$1\"kernel\"")
                .replace("work time", "kernel time")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void renew(ObjectNode object, String name) {
        String now = field(name);
        if (!now.equals(name)) {
            if (object.has(now)) {
                throw new IllegalArgumentException("'" + name + "' is the former name of '" + now
                        + "', and both are present; remove the former one");
            }
            object.set(now, object.remove(name));
        } else if (name.equals(METRIC)) {
            String metric = object.path(METRIC).asString("");
            if (METRICS.containsKey(metric)) {
                object.put(METRIC, METRICS.get(metric));
            }
        }
    }
}
