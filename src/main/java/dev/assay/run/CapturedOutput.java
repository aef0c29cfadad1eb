package dev.assay.run;

import dev.assay.model.NativeText;
import dev.assay.model.Sha256;
import dev.assay.text.Plurals;
import dev.assay.text.PrintableText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * What a program printed, as much of it as tells it from others and shows it.
 *
 * @param sha256 of all of it
 * @param start the beginning of its first line
 * @param lines how many there are
 */
record CapturedOutput(String sha256, String start, long lines) {
    static final CapturedOutput NOTHING = new CapturedOutput("", "", 0);

    private static final int SHOWN = 60;
    private static final int LONGEST_CHARACTER = 4;

    /** Reads it to its end. */
    static CapturedOutput of(InputStream output) throws IOException {
        MessageDigest digest = Sha256.digest();
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        long lines = 0;
        boolean open = false;
        for (int length = output.read(buffer); length >= 0; length = output.read(buffer)) {
            digest.update(buffer, 0, length);
            for (int i = 0; i < length; i++) {
                open = buffer[i] != '\n';
                lines += open ? 0 : 1;
                if (lines == 0 && first.size() <= LONGEST_CHARACTER * SHOWN) {
                    first.write(buffer[i]);
                }
            }
        }
        return new CapturedOutput(
                HexFormat.of().formatHex(digest.digest()),
                NativeText.decode(first.toByteArray()).replaceFirst("\r$", ""),
                lines + (open ? 1 : 0));
    }

    String describe() {
        if (lines == 0) {
            return "printed nothing";
        }
        String more = lines == 1 ? "" : " and " + (lines - 1) + " more " + Plurals.noun(lines - 1L, "line");
        return "printed '" + PrintableText.start(start, SHOWN) + "'" + more;
    }
}
