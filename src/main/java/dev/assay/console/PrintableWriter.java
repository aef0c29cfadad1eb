package dev.assay.console;

import dev.assay.console.Console.Style;
import dev.assay.text.PrintableText;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.regex.Pattern;

/**
 * Lets only what can be printed reach a terminal or a log. Names, messages and outputs come from strangers: their escape sequences would move
 * the cursor, and a line that begins as the command of a CI service would be obeyed by it. Text waits here until its line ends or it is flushed.
 */
final class PrintableWriter extends Writer {
    /** GitHub's {@code ::error::} counts behind any indentation, at the beginning of a line only. */
    private static final Pattern FIRST_IN_LINE = Pattern.compile("^([\\s\\p{Z}\\x{85}\\x{FDD0}-\\x{FDDF}]*):(?=:)");

    /** Azure's {@code ##vso[}, TeamCity's {@code ##teamcity[} and their like count anywhere. */
    private static final Pattern ANYWHERE = Pattern.compile("#(?=#[A-Za-z-]*\\[)");

    private final PrintWriter out;
    private final boolean color;
    private final StringBuilder waiting = new StringBuilder();
    private boolean lineBegun;

    PrintableWriter(PrintWriter out, boolean color) {
        this.out = out;
        this.color = color;
    }

    @Override
    public void write(char[] chars, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (chars[i] == '\n') {
                pass();
                out.print('\n');
                lineBegun = false;
            } else {
                waiting.append(chars[i]);
            }
        }
    }

    /** The console has put the cursor at the beginning of a line. */
    void beginLine() {
        lineBegun = false;
    }

    private void pass() {
        String text = waiting.toString();
        waiting.setLength(0);
        if (!lineBegun) {
            text = FIRST_IN_LINE.matcher(text).replaceFirst("$1: ");
        }
        lineBegun |= !text.isBlank();
        StringBuilder shown = new StringBuilder(text.length());
        ANYWHERE.matcher(text).replaceAll("# ").codePoints().forEach(c -> append(shown, c));
        out.print(shown);
    }

    private void append(StringBuilder shown, int c) {
        String style = Style.code(c);
        if (style != null) {
            shown.append(color ? style : PrintableText.shown(c));
        } else if (c == '\t') {
            shown.append(' ');
        } else if (PrintableText.isInvisible(c) || c == '\r') {
            shown.append(PrintableText.shown(c));
        } else {
            shown.appendCodePoint(c);
        }
    }

    @Override
    public void flush() {
        pass();
        out.flush();
    }

    @Override
    public void close() {
        flush();
    }
}
