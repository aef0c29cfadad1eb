package dev.assay.report;

import dev.assay.model.InvisibleCharacters;
import io.jstach.jstache.JStacheContentType;
import io.jstach.jstachio.Escaper;

/**
 * Escapes everything that comes into the page. Beside the characters of HTML's own, those that a reader cannot see but that change what he reads: control
 * characters, and marks that turn the direction of writing, by which a program can look like another.
 */
@JStacheContentType(mediaType = "text/html")
final class SafeHtml {
    private static final Escaper ESCAPER = Escaper.of(SafeHtml::escape);

    private SafeHtml() {}

    /** What the templates use. */
    public static Escaper provider() {
        return ESCAPER;
    }

    static String escape(String text) {
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
                if (InvisibleCharacters.is(c)) {
                    out.append(InvisibleCharacters.shown(c));
                } else {
                    out.appendCodePoint(c);
                }
            }
        }
    }
}
