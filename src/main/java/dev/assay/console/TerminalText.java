package dev.assay.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Words and numbers as a terminal shows them. */
final class TerminalText {
    private TerminalText() {}

    /** The text in lines of at most so many columns; a word that is longer has a line of its own. */
    static List<String> wrapped(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Such as {@code 45 s} or {@code 2 min 05 s}. */
    static String duration(Duration duration) {
        long seconds = Math.max(0, Math.round(duration.toMillis() / 1000.0));
        return seconds < 60 ? seconds + " s" : String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }

    /** The text padded to so many columns; what follows never touches it, even where it is longer. */
    static String left(String text, int columns) {
        return text + " ".repeat(Math.max(text.isEmpty() ? 0 : 1, columns - text.length()));
    }

    /** How many columns the longest of some texts takes, with two to what follows; at least so many. */
    static int columns(Stream<String> texts, int least) {
        return Math.max(least, texts.mapToInt(String::length).max().orElse(0) + 2);
    }

    /** The text pushed to the right of so many columns. */
    static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - text.length())) + text;
    }

    /** {@code 1 block}, {@code 2 blocks}. */
    static String count(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
