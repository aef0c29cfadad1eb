package dev.assay.model;

/**
 * Something that makes figures worse, as a value.
 *
 * @param code a short stable name, such as {@code load}
 * @param message what is the matter
 * @param remedy what to do about it
 */
public record Warning(String code, String message, String remedy) {
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
