package dev.assay.toolchain.rust;

import dev.assay.toolchain.host.CompilerDiagnostics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What rustc says with {@code --error-format=json}: one object a line, each with level, message, code and, as
 * people see it, a rendered text (The rustc book, chapter "JSON Output").
 */
public final class RustDiagnostics {
    private static final JsonMapper MAPPER = new JsonMapper();

    private RustDiagnostics() {}

    /** Reads a compiler's standard error; what is not such a object is passed over. */
    public static CompilerDiagnostics parse(String stderr) {
        Set<String> codes = new LinkedHashSet<>();
        List<String> errors = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        boolean linking = false;
        for (JsonNode each : objects(stderr)) {
            String level = each.path("level").asString("");
            String message = each.path("message").asString("");
            boolean counts = message.startsWith("aborting due to")
                    || (level.equals("warning") && each.path("spans").isEmpty());
            if (counts) {
                // it only says how many others there are
                continue;
            }
            String rendered = each.path("rendered").asString(message).strip();
            if (level.startsWith("error")) {
                errors.add(rendered);
                linking |= message.startsWith("linking with") || message.startsWith("linker ");
                String code = each.path("code").path("code").asString("");
                if (!code.isEmpty()) {
                    codes.add(code);
                }
            } else if (level.equals("warning")) {
                warnings.add(rendered);
            }
        }
        return new CompilerDiagnostics(List.copyOf(codes), errors, warnings, linking);
    }

    private static List<JsonNode> objects(String stderr) {
        return stderr.lines()
                .filter(line -> line.startsWith("{"))
                .flatMap(line -> {
                    try {
                        return Stream.of(MAPPER.readTree(line));
                    } catch (JacksonException e) {
                        return Stream.empty();
                    }
                })
                .collect(Collectors.toList());
    }
}
