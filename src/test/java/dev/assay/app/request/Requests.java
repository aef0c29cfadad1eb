package dev.assay.app.request;

import java.util.LinkedHashMap;
import java.util.Map;

/** Requests as they are typed. */
final class Requests {
    private Requests() {}

    /** A request of {@code --name=value} arguments. */
    static RunRequest typed(String... arguments) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.replaceFirst("^--", "").split("=", 2);
            options.put(parts[0], parts.length == 1 ? "true" : parts[1]);
        }
        return RunRequest.parse(options);
    }
}
