package dev.assay.model;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Command lines to copy: written so that a POSIX shell reads the words they were made of. */
public final class Shell {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private Shell() {}

    /** The words as one line. */
    public static String line(List<String> words) {
        return words.stream().map(Shell::quote).collect(Collectors.joining(" "));
    }

    /** One word, in single quotes if it needs them (Shell Command Language, 2.2.2). */
    public static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
