package dev.assay.text;

import java.util.Locale;
import java.util.function.IntPredicate;

/** Text of any origin, fit for a reader: characters that cannot be seen but change what is are shown by their number. */
public final class PrintableText {
    /** The character that stands for the byte 0; one for each byte that is not part of UTF-8 follows. */
    public static final int RAW = 0xEF00;

    private static final int LONGEST_QUOTE = 80;

    private PrintableText() {}

    /**
     * Whether a character cannot be seen: controls but tab and line ends, direction marks, zero-width ones that hide text, lone surrogates,
     * bytes that are not UTF-8.
     */
    public static boolean isInvisible(int c) {
        boolean control = Character.getType(c) == Character.CONTROL && c != '\t' && c != '\n' && c != '\r';
        boolean direction =
                within(c, 0x202A, 0x202E) || within(c, 0x2066, 0x2069) || within(c, 0x200E, 0x200F) || c == 0x061C;
        boolean invisible = c == 0x200B || c == 0x2060 || c == 0xFEFF || within(c, 0x2028, 0x2029);
        boolean broken = within(c, 0xD800, 0xDFFF) || (c & 0xFFFE) == 0xFFFE;
        return control || direction || invisible || broken || isRaw(c);
    }

    /** Whether a character stands for a byte that is not part of UTF-8. */
    public static boolean isRaw(int c) {
        return within(c, RAW + 0x80, RAW + 0xFF);
    }

    private static boolean within(int c, int first, int last) {
        return first <= c && c <= last;
    }

    /** The byte that such a character stands for, as a shell's {@code $'..'} takes it. */
    public static String rawByte(int c) {
        return String.format(Locale.ROOT, "\\x%02X", c - RAW);
    }

    /** The character by its number, {@code ⟨U+202E⟩}; what stands for a byte, by that: {@code ⟨\\xFF⟩}. */
    public static String shown(int c) {
        return isRaw(c) ? "⟨" + rawByte(c) + "⟩" : String.format(Locale.ROOT, "⟨U+%04X⟩", c);
    }

    /** The text with every such character shown. */
    public static String show(String text) {
        return show(text, PrintableText::isInvisible);
    }

    private static String show(String text, IntPredicate shown) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (shown.test(c)) {
                out.append(shown(c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /**
     * The text on one line, for a message: every control character as a question mark, a tab as a blank, and a byte that is not UTF-8 by its
     * number.
     */
    public static String oneLine(String text) {
        return show(text, PrintableText::isRaw).replace('\t', ' ').replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]", "?");
    }

    /** The beginning of what a program printed, which may be megabytes without a line end. */
    public static String start(String text, int most) {
        return oneLine(Truncation.start(text, most));
    }

    /** Its end, where programs say why they give up. */
    public static String end(String text, int most) {
        return oneLine(Truncation.end(text, most));
    }

    /** A value from a file in quotes: on one line, without control characters, and only its beginning if it is long. */
    public static String quote(String value) {
        return "'" + escaped(Truncation.start(value, LONGEST_QUOTE)) + "'";
    }

    /** Like {@link #quote}, but of a long value only the end. */
    public static String quoteEnd(String value) {
        return "'" + escaped(Truncation.end(value, LONGEST_QUOTE)) + "'";
    }

    private static String escaped(String value) {
        return value.replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replaceAll("\\p{Cc}", "?");
    }
}
