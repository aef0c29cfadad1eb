package dev.assay.schema;

import java.util.Collection;
import java.util.Optional;

/** Words of messages. */
public final class MessageText {
    private static final int LONGEST = 80;

    private MessageText() {}

    /** A value from a file in quotes: on one line, without control characters, and only its beginning if it is long. */
    public static String quoted(String value) {
        return value.length() <= LONGEST
                ? "'" + printable(value) + "'"
                : "'" + printable(value.substring(0, LONGEST)) + "...'";
    }

    /** Like {@link #quoted}, but of a long value only the end. */
    public static String quotedEnd(String value) {
        return value.length() <= LONGEST
                ? "'" + printable(value) + "'"
                : "'..." + printable(value.substring(value.length() - LONGEST)) + "'";
    }

    private static String printable(String value) {
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(Character.isISOControl(c) ? '?' : c);
            }
        }
        return text.toString();
    }

    /** {@code ; did you mean 'x'?} when a candidate is near, else {@code ; otherwise}. */
    public static String suggestion(String word, Collection<String> candidates, String otherwise) {
        Optional<String> nearest = SpellingSuggestion.to(word, candidates);
        return nearest.map(known -> "; did you mean '" + known + "'?").orElse("; " + otherwise);
    }
}
