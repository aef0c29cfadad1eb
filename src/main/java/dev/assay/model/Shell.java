package dev.assay.model;

import dev.assay.text.PrintableText;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Command lines to copy: written so that a POSIX shell reads the words they were made of. */
public final class Shell {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private Shell() {}

    private static boolean unseen(int c) {
        return PrintableText.isRaw(c) || (Character.isISOControl(c) && c < 0x80 && c != '\n' && c != '\t');
    }

    private static void append(StringBuilder quoted, int c) {
        if (PrintableText.isRaw(c)) {
            quoted.append(PrintableText.rawByte(c));
        } else if (unseen(c)) {
            quoted.append(String.format(Locale.ROOT, "\\%03o", c));
        } else {
            quoted.append(c == '\'' || c == '\\' ? "\\" : "").appendCodePoint(c);
        }
    }

    /** The words as one line. */
    public static String line(List<String> words) {
        return words.stream().map(Shell::quote).collect(Collectors.joining(" "));
    }

    /**
     * One word, in single quotes if it needs them (Shell Command Language, 2.2.2), and in {@code $'..'} (2.2.4) if it holds what a terminal or
     * a page could not take along: controls, and bytes that are not UTF-8.
     */
    public static String quote(String word) {
        if (word.codePoints().anyMatch(Shell::unseen)) {
            StringBuilder quoted = new StringBuilder("$'");
            word.codePoints().forEach(c -> append(quoted, c));
            return quoted.append('\'').toString();
        }
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
