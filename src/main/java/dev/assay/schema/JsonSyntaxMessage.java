package dev.assay.schema;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** Why a text is not JSON, without what only a programmer of the library could do about it. */
public final class JsonSyntaxMessage {
    private static final Pattern ADVICE = Pattern.compile(
            ": enable `[^`]*` to allow| \\(bound as .*| \\(not recognized as one .*|, from `[^`]*`|(?<=token) \\(`[^`]*`\\)");

    private JsonSyntaxMessage() {}

    /** The reason in one line. */
    public static String format(JacksonException cause) {
        String reason = cause.getOriginalMessage().lines().findFirst().orElse("no reason is known");
        return ADVICE.matcher(reason).replaceAll("");
    }
}
