package dev.assay.model;

import dev.assay.text.PrintableText;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Strings of the system as text. To Linux an argument, a variable and a path are bytes, mostly UTF-8 but not always; whatever the locale, they
 * are read as UTF-8 here, and a byte that is not part of it stands as the character {@code U+EF00} + byte, for private use and without a
 * meaning of its own. Each byte of such a character in the system's string is written so too. Thus no two strings become the same text, and
 * all of it is valid Unicode, in JSON and on a page. The meter makes the same bytes of it again.
 */
public final class NativeText {
    /** In which Java has read what the system gave it, and names files. */
    private static final Charset JAVAS = Charset.forName(
            System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name()));

    private NativeText() {}

    /** The text of a string of the system. */
    public static String decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        StringBuilder text = new StringBuilder(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        while (true) {
            append(text, out.flip());
            if (!result.isError()) {
                return text.toString();
            }
            for (int i = 0; i < result.length(); i++) {
                text.append(raw(in.get()));
            }
            result = decoder.reset().decode(in, out.clear(), true);
        }
    }

    /** The text of a string that Java has read in the letters of the locale, such as a path's. */
    public static String of(String string) {
        boolean javas = JAVAS.newEncoder().canEncode(string);
        return decode(string.getBytes(javas ? JAVAS : StandardCharsets.UTF_8));
    }

    /** In which letters Java has read what the system gave it. */
    public static Charset charset() {
        return JAVAS;
    }

    /** The bytes that a text stands for. */
    public static byte[] encode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        text.codePoints().forEach(c -> {
            if (PrintableText.isRaw(c)) {
                bytes.write(c - PrintableText.RAW);
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }

    /**
     * The path that a text names.
     *
     * @throws InvalidPathException if Java cannot name it, since the locale does not have its letters
     */
    public static Path path(String text) {
        try {
            return Path.of(
                    JAVAS.newDecoder().decode(ByteBuffer.wrap(encode(text))).toString());
        } catch (CharacterCodingException e) {
            throw new InvalidPathException(text, "its bytes are not valid " + JAVAS);
        }
    }

    private static void append(StringBuilder text, CharBuffer decoded) {
        for (int i = 0; i < decoded.length(); i++) {
            char c = decoded.charAt(i);
            if (PrintableText.isRaw(c)) {
                for (byte each : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
                    text.append(raw(each));
                }
            } else {
                text.append(c);
            }
        }
    }

    private static char raw(byte b) {
        return (char) (PrintableText.RAW + Byte.toUnsignedInt(b));
    }

    /** What to do about a path whose letters the locale does not have. */
    public static String unusable(InvalidPathException path) {
        boolean unicode = charset().equals(StandardCharsets.UTF_8);
        return "Java cannot use the path '" + path.getInput() + "' "
                + (unicode
                        ? "(" + path.getReason() + "). Rename it, or make a link to it with ln -s."
                        : "with this locale (LC_ALL=" + System.getenv().getOrDefault("LC_ALL", "")
                                + "): run with LC_ALL=C.UTF-8, or use a path of plain letters.");
    }
}
