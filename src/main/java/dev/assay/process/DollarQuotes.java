package dev.assay.process;

import dev.assay.model.AssayException.Usage;
import dev.assay.model.NativeText;
import java.io.ByteArrayOutputStream;

/** What stands in {@code $'..'}: characters and bytes by their numbers (Shell Command Language, 2.2.4). */
final class DollarQuotes {
    private static final String LETTERS = "abefnrtv";
    private static final String MEANINGS = "\u0007\b\u001B\f\n\r\t\u000B";

    private final String text;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int at;

    /** Begins behind the opening quote. */
    DollarQuotes(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** Reads to the closing quote, and says whether there is one. */
    boolean read() {
        while (at < text.length() && text.charAt(at) != '\'') {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c == '\\' && at < text.length()) {
                escaped();
            } else {
                bytes.writeBytes(NativeText.encode(Character.toString(c)));
            }
        }
        return at < text.length();
    }

    /** What was read. */
    String word() {
        return NativeText.decode(bytes.toByteArray());
    }

    /** Where the closing quote stands. */
    int end() {
        return at;
    }

    private void escaped() {
        char c = text.charAt(at++);
        int letter = LETTERS.indexOf(c);
        if (letter >= 0) {
            bytes.write(MEANINGS.charAt(letter));
        } else if (c == 'x') {
            bytes.write(number(16, 2, 0));
        } else if (c == 'u' || c == 'U') {
            bytes.writeBytes(NativeText.encode(Character.toString(number(16, c == 'u' ? 4 : 6, 0))));
        } else if (Character.digit(c, 8) >= 0) {
            bytes.write(number(8, 2, Character.digit(c, 8)));
        } else if ("\\'\"?".indexOf(c) >= 0) {
            bytes.write(c);
        } else {
            throw unknown("\\" + c);
        }
    }

    private int number(int base, int mostDigits, int begun) {
        int value = begun;
        int first = at;
        while (at < text.length() && at - first < mostDigits && Character.digit(text.charAt(at), base) >= 0) {
            value = value * base + Character.digit(text.charAt(at++), base);
        }
        if (value == 0 || value > Character.MAX_CODE_POINT) {
            throw unknown(text.substring(Math.max(0, first - 2), at));
        }
        return value;
    }

    private Usage unknown(String escape) {
        return new Usage("the escape " + escape + " before character " + (at + 1)
                + " is not valid in $'..', or stands for something that an argument cannot contain: " + text);
    }
}
