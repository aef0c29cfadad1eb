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

    private static String sentence(String words) {
        if (words.isBlank()) {
            return words;
        }
        String ended = words.endsWith(".") ? words : words + ".";
        int first = ended.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + ended.substring(Character.charCount(first));
    }
}
