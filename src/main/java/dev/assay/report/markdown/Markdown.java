package dev.assay.report.markdown;

import dev.assay.text.PrintableText;
import dev.assay.text.Truncation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes Markdown of at most a given size; what comes from outside is escaped and cannot end a cell, begin a heading, link, or call somebody. */
final class Markdown {
    private static final String SPECIAL = "\\`*_{}[]#|~!$";
    private static final Pattern MENTION = Pattern.compile("(?<![A-Za-z0-9])@(?=[A-Za-z0-9])");
    /** Brackets around nothing but numbers, as of an interval, that nothing makes a link of. */
    private static final Pattern INTERVAL = Pattern.compile("\\\\\\[([0-9][0-9., ∞]*)\\\\](?![(:\\\\])");

    private static final int LONGEST_CELL = 400;
    private static final int LONGEST_SENTENCES = 3000;

    private final StringBuilder out = new StringBuilder();
    private final int mostBytes;
    private int bytes;
    private boolean cut;

    Markdown(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Adds one line of Markdown as it is, unless it has no room; after the first that has none nothing is added any more. */
    Markdown line(String markdown) {
        int length = markdown.getBytes(StandardCharsets.UTF_8).length + 1;
        cut |= bytes + length > mostBytes;
        if (!cut) {
            out.append(markdown).append('\n');
            bytes += length;
        }
        return this;
    }

    /** Adds a table's head with a rule below it; a name that begins with {@code >} makes its column right-aligned. */
    Markdown head(String... names) {
        StringBuilder head = new StringBuilder("|");
        StringBuilder rule = new StringBuilder("|");
        for (String name : names) {
            boolean right = name.startsWith(">");
            head.append(' ').append(right ? name.substring(1) : name).append(" |");
            rule.append(right ? " ---: |" : " --- |");
        }
        return line("").line(head.toString()).line(rule.toString());
    }

    /** Adds a table's row; every cell is escaped, and shortened when it is very long. */
    Markdown row(List<String> cells) {
        return row(cells, LONGEST_CELL);
    }

    /** The same of sentences of our own, whose end matters as much as their beginning. */
    Markdown longRow(List<String> cells) {
        return row(cells, LONGEST_SENTENCES);
    }

    private Markdown row(List<String> cells, int most) {
        return line(cells.stream().map(cell -> cell(cell, most)).collect(Collectors.joining(" | ", "| ", " |")));
    }

    /** Whether something had no room. */
    boolean cut() {
        return cut;
    }

    /** A text of any origin as Markdown for one line, shortened when it is very long. */
    static String cell(String text) {
        return cell(text, LONGEST_CELL);
    }

    private static String cell(String text, int most) {
        StringBuilder safe = new StringBuilder();
        PrintableText.show(
                        Truncation.shorten(text, most).replaceAll("\\s+", " ").strip())
                .codePoints()
                .forEach(c -> append(safe, c));
        String escaped = MENTION.matcher(
                        safe.toString().replace("://", "&#58;//").replace("www.", "www&#46;"))
                .replaceAll("&#64;");
        return INTERVAL.matcher(escaped).replaceAll("[$1]");
    }

    private static void append(StringBuilder safe, int c) {
        switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            default -> {
                if (c < 128 && SPECIAL.indexOf(c) >= 0) {
                    safe.append('\\');
                }
                safe.appendCodePoint(c);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
