package dev.assay.store;

import dev.assay.model.AssayException;
import dev.assay.model.AssayException.Malformed;
import dev.assay.model.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a journal back. A last line that was cut off is left out: that is how a killed run ends. */
public final class JournalReader {
    private final JournalLines lines;
    private long wholeBytes;

    private JournalReader(Path file) {
        this.lines = new JournalLines(file);
    }

    /**
     * What is in a journal.
     *
     * @param recording what its whole lines say
     * @param wholeBytes where the last of them ends
     * @param tornBytes what follows: a line that was cut off; 0 when none was
     */
    public record Content(Recording recording, long wholeBytes, long tornBytes) {}

    /**
     * Reads a journal.
     *
     * @throws Malformed if it is not one, with the lines and fields that are wrong
     */
    public static Recording read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return read(file, stream).recording();
        } catch (IOException e) {
            throw cannotRead(file, e);
        }
    }

    /** Reads a journal that is open; the stream stays so. */
    static Content read(Path file, InputStream stream) throws IOException {
        return new JournalReader(file).content(stream.readAllBytes());
    }

    static Malformed cannotRead(Path file, IOException cause) {
        return new Malformed("Cannot read the journal " + file + " (" + AssayException.reason(cause)
                + "). A journal is text in UTF-8 that you may read; without one there is no run.");
    }

    private Content content(byte[] journal) {
        int from = 0;
        for (int number = 1; from < journal.length; number++) {
            int to = endOfLine(journal, from);
            if (line(number, journal, from, to)) {
                wholeBytes = to;
            }
            from = to;
        }
        return new Content(lines.recording(), wholeBytes, journal.length - wholeBytes);
    }

    /** Behind the line's end, which the last may lack. */
    private static int endOfLine(byte[] journal, int from) {
        int at = from;
        while (at < journal.length && journal[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, journal.length);
    }

    /** Whether the line was whole. */
    private boolean line(int number, byte[] journal, int from, int to) {
        boolean last = to == journal.length;
        try {
            JsonNode node = Json.LINES.readTree(journal, from, to - from);
            if (!node.isMissingNode()) {
                lines.take(number, node);
            }
            return true;
        } catch (JacksonException e) {
            if (last && !lines.begun()) {
                throw lines.noHeader("its only line was cut off");
            }
            if (!last) {
                lines.unreadable(number, e);
            }
            return false;
        }
    }
}
