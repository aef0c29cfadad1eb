package dev.assay.store;

import dev.assay.model.Environment;
import dev.assay.model.Header;
import dev.assay.model.Recording;
import dev.assay.model.Sample;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that happened, one JSON object a line, each with its {@code kind}. A line reaches the system at once, so it survives the death
 * of this process; {@link #sync} makes it survive a power cut as well. Nothing is ever rewritten.
 */
public final class Journal implements AutoCloseable {
    static final String SCHEMA = "assay.journal/1";

    private final Path file;
    private final FileChannel channel;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Journal create(Path file) {
        try {
            return new Journal(file, FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw RunFolder.cannotWrite(file, e);
        }
    }

    /** Writes what was planned: the first line. */
    public void header(Header header) {
        append("header", header);
    }

    /** Writes one process. */
    public void sample(Sample sample) {
        append("sample", sample);
    }

    /** Writes the machine's state. */
    public void environment(Environment environment) {
        append("environment", environment);
    }

    /** Writes the end: the last line. */
    public void end(Recording.End end) {
        append("end", end);
        sync();
    }

    /** Puts what was written on the disk; for the pauses between blocks, since it takes milliseconds. */
    public void sync() {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw RunFolder.cannotWrite(file, e);
        }
    }

    private void append(String kind, Object content) {
        ObjectNode line = Json.LINES.createObjectNode().put("kind", kind);
        if (kind.equals("header")) {
            line.put("schema", SCHEMA);
        }
        line.setAll((ObjectNode) Json.LINES.valueToTree(content));
        ByteBuffer bytes =
                ByteBuffer.wrap((Json.LINES.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw RunFolder.cannotWrite(file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw RunFolder.cannotWrite(file, e);
        }
    }
}
