package dev.assay.model;

import java.util.Objects;

/**
 * Something that makes figures worse, as a value.
 *
 * @param code a short stable name, such as {@code load}
 * @param message what is the matter
 * @param remedy what to do about it
 * @param severity whether figures taken so mislead
 */
public record Warning(String code, String message, String remedy, Severity severity) {
    /** A journal may have been written before warnings had a severity. */
    public Warning {
        severity = Objects.requireNonNullElse(severity, Severity.HINT);
    }

    /** A hint. */
    public Warning(String code, String message, String remedy) {
        this(code, message, remedy, Severity.HINT);
    }

    /** A warning without whose remedy figures mislead. */
    public static Warning grave(String code, String message, String remedy) {
        return new Warning(code, message, remedy, Severity.GRAVE);
    }

    /** Whether figures taken so mislead. */
    public boolean misleads() {
        return severity == Severity.GRAVE;
    }

    /** What is the matter, as a whole sentence. */
    public String problem() {
        return sentence(message);
    }

    /** What to do about it, as a whole sentence. */
    public String advice() {
        return sentence(remedy);
    }

    /** A sentence begins with a capital, but for a name such as {@code numeric/nbody:rust:std}, which stays as it is. */
    private static String sentence(String words) {
        String ended = words.isBlank() || words.endsWith(".") ? words : words + ".";
        return ended.matches("(?s)\\p{Ll}+[ ,].*")
                ? Character.toUpperCase(ended.charAt(0)) + ended.substring(1)
                : ended;
    }
}
