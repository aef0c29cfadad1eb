package dev.assay.json;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** A value that has the right shape and still cannot be used, in words. */
public final class JsonErrors {
    private JsonErrors() {}

    /** The field, and why; what a record itself refuses is said in the record's words. */
    public static String sentence(JacksonException refused) {
        String field = refused.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
        return (field.isEmpty() ? "this" : "'" + field + "'") + " cannot be used: " + reason(refused);
    }

    /** Why, in the record's words if it was a record that refused. */
    public static String reason(JacksonException refused) {
        Throwable cause = refused.getCause();
        String reason = cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : refused.getOriginalMessage();
        return reason.lines().findFirst().orElse("no reason is known");
    }
}
