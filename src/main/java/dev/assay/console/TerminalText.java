package dev.assay.console;

import java.util.ArrayList;
import java.util.List;

/** Text as a terminal shows it. */
final class TerminalText {
    private TerminalText() {}

    /** The text in lines of at most that many columns; a word that is longer has a line of its own. */
    static List<String> wrapped(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && length(line.toString()) + 1 + length(word) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** How many columns a text takes; the marks of a style take none. */
    static int length(String text) {
        return (int) text.codePoints().filter(c -> !Console.Style.isMark(c)).count();
    }

    /** The text pushed to the right of that many columns. */
    static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - length(text))) + text;
    }
}
