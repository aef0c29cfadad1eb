package dev.assay.report.svg;

import dev.assay.text.PrintableText;

/**
 * Escapes text for HTML and SVG: the characters of the markup itself, and those that a reader cannot see but that change what he reads, which are
 * control characters and marks that turn the direction of writing.
 */
public final class MarkupEscaper {
    private MarkupEscaper() {}

    /** The text as markup that shows it. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    private static void append(StringBuilder out, int c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> {
                if (PrintableText.isInvisible(c)) {
                    out.append(PrintableText.shown(c));
                } else {
                    out.appendCodePoint(c);
                }
            }
        }
    }
}
