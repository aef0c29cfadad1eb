package dev.assay.store;

import dev.assay.model.AssayException;
import dev.assay.model.AssayException.Malformed;
import dev.assay.model.Environment;
import dev.assay.model.Header;
import dev.assay.model.ProbeResult;
import dev.assay.model.Recording;
import dev.assay.model.Sample;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a journal back. A last line that was cut off is left out: that is how a killed run ends. */
public final class JournalReader {
    private final Path file;
    private final List<ProbeResult> probes = new ArrayList<>();
    private final List<Sample> samples = new ArrayList<>();
    private final List<Environment> environments = new ArrayList<>();
    private final List<Recording.Resume> resumes = new ArrayList<>();
    private @Nullable Header header;
    private Recording.@Nullable End end;
    private long wholeBytes;

    private JournalReader(Path file) {
        this.file = file;
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
     * @throws Malformed if it is not one, with the line that is wrong
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
        return new JournalReader(file).content(new BufferedInputStream(stream));
    }

    static Malformed cannotRead(Path file, IOException cause) {
        return new Malformed("Cannot read the journal " + file + " (" + AssayException.reason(cause)
                + "). A journal is text in UTF-8 that you may read; without one there is no run.");
    }

    private Content content(InputStream stream) throws IOException {
        long allBytes = 0;
        byte[] line = line(stream);
        for (int number = 1; line.length > 0; number++) {
            allBytes += line.length;
            byte[] next = line(stream);
            if (line(number, line, next.length == 0)) {
                wholeBytes = allBytes;
            }
            line = next;
        }
        Header first = header;
        if (first == null) {
            throw new Malformed(file + ", line 1: a journal begins with a header line, and this one has none."
                    + (samples.isEmpty() ? " Nothing had been measured yet: start a new run." : ""));
        }
        Recording recording = new Recording(first, probes, samples, environments, resumes, end);
        return new Content(recording, wholeBytes, allBytes - wholeBytes);
    }

    /** The bytes of the next line with its end, which the last may lack; none behind it. */
    private static byte[] line(InputStream stream) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read = stream.read();
        while (read >= 0) {
            line.write(read);
            if (read == '\n') {
                break;
            }
            read = stream.read();
        }
        return line.toByteArray();
    }

    /** Whether the line was whole. */
    private boolean line(int number, byte[] line, boolean last) {
        try {
            take(number, Json.LINES.readTree(line));
            return true;
        } catch (JacksonException e) {
            boolean cutOff = last && (header != null || line[line.length - 1] != '\n');
            if (!cutOff) {
                throw new Malformed(file + ", line " + number + ": " + e.getOriginalMessage()
                        + ". A journal holds one JSON object a line, as results/README.md describes.");
            }
            return false;
        }
    }

    private void take(int number, JsonNode node) {
        String kind = node.path("kind").asString("");
        switch (kind) {
            case "header" -> {
                String schema = node.path("schema").asString("");
                if (!schema.equals(Journal.SCHEMA)) {
                    throw new Malformed(file + ", line " + number + ": the journal's schema is '" + schema
                            + "', this Assay reads '" + Journal.SCHEMA + "'. Use the Assay that wrote it.");
                }
                header = Json.LINES.treeToValue(node, Header.class);
            }
            case "probe" -> {
                ProbeResult result = Json.LINES.treeToValue(node, ProbeResult.class);
                // what was not run may be tried again by a run that goes on
                probes.removeIf(
                        before -> before.probe().id().equals(result.probe().id()));
                probes.add(result);
            }
            case "sample" -> samples.add(Json.LINES.treeToValue(node, Sample.class));
            case "environment" -> environments.add(Json.LINES.treeToValue(node, Environment.class));
            case "resume" -> {
                resumes.add(Json.LINES.treeToValue(node, Recording.Resume.class));
                // an end before this was none
                end = null;
            }
            case "end" -> end = Json.LINES.treeToValue(node, Recording.End.class);
            default ->
                throw new Malformed(file + ", line " + number + ": the kind '" + kind
                        + "' is none of header, probe, sample, environment, resume, end.");
        }
    }
}
