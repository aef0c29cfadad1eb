package dev.assay.store;

import dev.assay.json.ModelJson;
import dev.assay.model.AssayException;
import dev.assay.model.AssayException.Malformed;
import dev.assay.model.WholeFile;
import dev.assay.model.run.Recording;
import dev.assay.model.run.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a journal back. A last line that was cut off is omitted: that is how a killed run ends. */
public final class JournalReader {
    private static final int CHUNK_BYTES = 1 << 16;

    /** Lines of that many bytes are taken at a time. */
    private static final int BATCH_BYTES = 4 << 20;

    /** 100,000 trials of 50,000 workloads take half of it. */
    private static final int MOST_LINE_BYTES = 320 << 20;

    private final Path file;
    private final JournalParser lines;
    /** Lines that are read and not taken yet. */
    private final List<Line> batch = new ArrayList<>();

    private long batchBytes;
    private long wholeBytes;

    private JournalReader(Path file) {
        this.file = file;
        this.lines = new JournalParser(file);
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
        try {
            WholeFile.requireRegular(file);
            try (InputStream stream = Files.newInputStream(file)) {
                return read(file, stream).recording();
            }
        } catch (IOException e) {
            throw cannotRead(file, e);
        }
    }

    /** Reads a journal that is open; the stream stays so. */
    static Content read(Path file, InputStream stream) throws IOException {
        try {
            return new JournalReader(file).content(stream);
        } catch (OutOfMemoryError e) {
            // all that was read is let go with this
            throw new Malformed("The journal " + file + " needs more memory than Java's limit of "
                    + (java.lang.Runtime.getRuntime().maxMemory() >> 20)
                    + " MiB: give it more with -Xmx, such as 'java -Xmx8g -jar ...'.");
        }
    }

    static Malformed cannotRead(Path file, IOException cause) {
        return new Malformed("Cannot read the journal " + file + " (" + AssayException.reason(cause)
                + "). It must be readable UTF-8 text; a run cannot be used without its journal.");
    }

    /** Line by line, for a journal may be larger than any array. Only where another begins is a line not the last. */
    private Content content(InputStream stream) throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        Buffer line = new Buffer();
        int number = 1;
        long end = 0;
        for (int read = stream.read(chunk); read > 0; read = stream.read(chunk)) {
            int from = 0;
            while (from < read) {
                if (line.isWhole()) {
                    take(number++, line, end, false);
                }
                int to = from;
                while (to < read && chunk[to] != '\n') {
                    to++;
                }
                int length = Math.min(to + 1, read) - from;
                line.add(number, chunk, from, length);
                end += length;
                from += length;
            }
        }
        if (line.size() > 0) {
            take(number, line, end, true);
        }
        return new Content(lines.recording(), wholeBytes, end - wholeBytes);
    }

    private void take(int number, Buffer line, long end, boolean last) {
        batch.add(new Line(number, line.toByteArray(), end, last));
        batchBytes += line.size();
        line.reset();
        if (last || batchBytes > BATCH_BYTES || !lines.begun()) {
            takeBatch();
        }
    }

    /** The samples of all lines on every core; then line by line what needs the lines before it. */
    private void takeBatch() {
        List<Optional<Sample>> samples = batch.parallelStream()
                .map(line -> Optional.ofNullable(lines.readSample(line.bytes)))
                .toList();
        for (int i = 0; i < batch.size(); i++) {
            Line line = batch.get(i);
            if (take(line, samples.get(i).orElse(null))) {
                wholeBytes = line.end;
            }
        }
        batch.clear();
        batchBytes = 0;
    }

    /** A line that is read. */
    private static final class Line {
        /** From 1. */
        final int number;

        final byte[] bytes;
        /** Where it ends in the file. */
        final long end;
        /** Whether it may be cut off. */
        final boolean last;

        Line(int number, byte[] bytes, long end, boolean last) {
            this.number = number;
            this.bytes = bytes;
            this.end = end;
            this.last = last;
        }
    }

    /** A line as far as it is read. */
    private final class Buffer extends ByteArrayOutputStream {
        void add(int number, byte[] chunk, int from, int length) {
            if (size() + (long) length > MOST_LINE_BYTES) {
                // what is wrong before it is said first
                takeBatch();
                throw new Malformed(file + ", line " + number + ": the line has more than " + (MOST_LINE_BYTES >> 20)
                        + " MiB. This is not a journal, or it is damaged.");
            }
            write(chunk, from, length);
        }

        boolean isWhole() {
            return count > 0 && buf[count - 1] == '\n';
        }
    }

    /** Whether the line was whole. */
    private boolean take(Line line, @Nullable Sample sample) {
        if (sample != null) {
            lines.sample(line.number, sample);
            return true;
        }
        try {
            JsonNode node = ModelJson.LINES.readTree(line.bytes);
            if (!node.isMissingNode()) {
                lines.take(line.number, node);
            }
            return true;
        } catch (JacksonException e) {
            if (line.last && !lines.begun()) {
                throw lines.noHeader("its only line is incomplete");
            }
            if (!line.last) {
                lines.unreadable(line.number, e);
            }
            return false;
        }
    }
}
