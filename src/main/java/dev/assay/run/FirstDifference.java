package dev.assay.run;

import dev.assay.model.NativeText;
import dev.assay.text.PrintableText;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Where two outputs begin to differ, and what stands there, read side by side: programs may print more than this JVM can hold. The words show
 * a piece of the line, and where that does not tell them apart, the bytes.
 */
final class FirstDifference {
    private static final int SHOWN = 60;
    private static final int BEFORE = 20;
    private static final int LONGEST_CHARACTER = 4;
    private static final int END = -1;

    private final InputStream wanted;
    private final InputStream got;

    /** What both have had in this line, of a long one the last. */
    private final byte[] common = new byte[2 * SHOWN];

    private long inLine;
    private long line = 1;
    private long at = 1;

    private FirstDifference(InputStream wanted, InputStream got) {
        this.wanted = new BufferedInputStream(wanted);
        this.got = new BufferedInputStream(got);
    }

    /** In words; bytes and lines are counted from 1. */
    static String between(InputStream wanted, InputStream got) throws IOException {
        return new FirstDifference(wanted, got).inWords();
    }

    private String inWords() throws IOException {
        int want = wanted.read();
        int have = got.read();
        while (want == have && want != END) {
            pass(want);
            want = wanted.read();
            have = got.read();
        }
        boolean far = inLine > BEFORE;
        String should = shown(want, wanted, far);
        String is = shown(have, got, far);
        String where = far ? ", at byte " + at : "";
        if (!is.equals(should)) {
            return "line " + line + " is " + is + " and should be " + should + where;
        }
        String bytes = "byte " + at + " is " + number(have) + " and should be " + number(want);
        return ends(want) && ends(have)
                ? "the lines are the same, their ends are not: " + bytes
                : "line " + line + " is " + is + ", but " + bytes;
    }

    private void pass(int each) {
        at++;
        if (each == '\n') {
            line++;
            inLine = 0;
        } else {
            common[(int) (inLine++ % common.length)] = (byte) each;
        }
    }

    /** The line from its beginning, or from a little before the difference, to its end or as far as is shown. */
    private String shown(int first, InputStream rest, boolean far) throws IOException {
        if (first == END && inLine == 0) {
            return "missing";
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (long i = far ? inLine - BEFORE : 0; i < inLine; i++) {
            bytes.write(common[(int) (i % common.length)]);
        }
        int next = first;
        while (!(next == END || next == '\n') && bytes.size() <= LONGEST_CHARACTER * SHOWN) {
            bytes.write(next);
            next = rest.read();
        }
        String text = NativeText.decode(bytes.toByteArray()).replaceFirst("\r$", "");
        return "'" + (far ? "..." : "") + PrintableText.start(text, SHOWN) + "'";
    }

    private static boolean ends(int each) {
        return each == END || each == '\n' || each == '\r';
    }

    private static String number(int each) {
        return each == END ? "missing" : String.format(Locale.ROOT, "0x%02X", each);
    }
}
