package dev.assay.model;

import java.util.Locale;
import java.util.function.IntPredicate;

/** Characters that cannot be seen but change what is: shown by their number. */
public final class InvisibleCharacters {
    private InvisibleCharacters() {}

    /** Whether a character is one: controls but tab and line ends, direction marks, zero-width ones that hide text, lone surrogates, bytes that are not UTF-8. */
    public static boolean is(int c) {
        boolean control = Character.getType(c) == Character.CONTROL && c != '\t' && c != '\n' && c != '\r';
        boolean direction =
                within(c, 0x202A, 0x202E) || within(c, 0x2066, 0x2069) || within(c, 0x200E, 0x200F) || c == 0x061C;
        boolean invisible = c == 0x200B || c == 0x2060 || c == 0xFEFF || within(c, 0x2028, 0x2029);
        boolean broken = within(c, 0xD800, 0xDFFF) || (c & 0xFFFE) == 0xFFFE;
        return control || direction || invisible || broken || NativeText.isRaw(c);
    }

    private static boolean within(int c, int first, int last) {
        return first <= c && c <= last;
    }

    /** The character by its number, {@code ⟨U+202E⟩}; what stands for a byte, by that: {@code ⟨\\xFF⟩}. */
    public static String shown(int c) {
        return NativeText.isRaw(c) ? "⟨" + NativeText.shown(c) + "⟩" : String.format(Locale.ROOT, "⟨U+%04X⟩", c);
    }

    /** The text with every such character shown. */
    public static String show(String text) {
        return show(text, InvisibleCharacters::is);
    }

    /** The text with bytes that are not UTF-8 shown. */
    public static String showBytes(String text) {
        return show(text, NativeText::isRaw);
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
}
