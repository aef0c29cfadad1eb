package dev.assay.catalog;

import java.util.Collection;
import java.util.Optional;

/** Words of messages. */
final class Text {
    private static final int LONGEST = 60;

    private Text() {}

    /** A value from a file in quotes: on one line, without control characters, and not too long. */
    static String quoted(String value) {
        int end = Math.min(value.length(), LONGEST);
        StringBuilder text = new StringBuilder(end + 5).append('\'');
        for (int i = 0; i < end; i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(Character.isISOControl(c) ? '?' : c);
            }
        }
        return text.append(end < value.length() ? "...'" : "'").toString();
    }

    /** {@code ; did you mean 'x'?} when a candidate is near, else {@code ; otherwise}. */
    static String suggestion(String word, Collection<String> candidates, String otherwise) {
        Optional<String> nearest = Nearest.to(word, candidates);
        return nearest.map(known -> "; did you mean '" + known + "'?").orElse("; " + otherwise);
    }
}
