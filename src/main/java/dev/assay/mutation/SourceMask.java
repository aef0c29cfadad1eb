package dev.assay.mutation;

import dev.assay.model.Runtime;

/** Blanks what is not code, so that a rule does not find its words in comments and texts. Every character keeps its place. */
final class SourceMask {
    private final String text;
    private final boolean python;
    private final StringBuilder masked;
    private int at;

    private SourceMask(String text, boolean python) {
        this.text = text;
        this.python = python;
        this.masked = new StringBuilder(text);
    }

    /** The program with spaces in comments and between quotation marks; ends of lines stay. */
    static String mask(Runtime runtime, String text) {
        return new SourceMask(text, runtime.python()).masked();
    }

    private String masked() {
        while (at < text.length()) {
            if (text.startsWith(python ? "#" : "//", at)) {
                blank(lineEnd());
            } else if (python && text.startsWith("\"\"\"", at)) {
                blank(text.indexOf("\"\"\"", at + 3) + 3);
            } else if (text.charAt(at) == '"') {
                quoted();
            } else if (!python && isLetter()) {
                // 'x', but not the lifetime 'static
                blank(at + 3);
            } else {
                at++;
            }
        }
        return masked.toString();
    }

    private boolean isLetter() {
        return text.charAt(at) == '\'' && at + 2 < text.length() && text.charAt(at + 2) == '\'';
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private void quoted() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        at++;
        blank(Math.min(end, text.length()));
        at++;
    }

    private void blank(int end) {
        for (; at < end; at++) {
            if (text.charAt(at) != '\n') {
                masked.setCharAt(at, ' ');
            }
        }
    }
}
