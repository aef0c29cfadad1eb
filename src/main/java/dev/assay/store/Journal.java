package dev.assay.store;

import dev.assay.model.AssayException.Usage;
import dev.assay.model.Environment;
import dev.assay.model.Header;
import dev.assay.model.ProbeResult;
import dev.assay.model.Recording;
import dev.assay.model.Sample;
import dev.assay.model.Stop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that happened, one JSON object a line, each with its {@code kind}. A line reaches the system at once, so it survives the death
 * of this process; {@link #sync} makes it survive a power cut as well. No whole line is ever rewritten.
 *
 * <p>The writer holds a lock on the file, so that no second process goes on with the same run; the system takes it back when the writer is
 * gone, however it went. Such a lock is lost when the process closes <em>any</em> channel of the file (fcntl(2)): whoever holds a journal
 * reads it through {@link #content}, never by its path.
 */
public final class Journal implements AutoCloseable {
    static final String SCHEMA = "assay.journal/1";

    private final Path file;
    private final FileChannel channel;
    private long wholeBytes;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Journal create(Path file) {
        try {
            Journal journal = new Journal(
                    file,
                    FileChannel.open(
                            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE));
            journal.lockIfPossible();
            return journal;
        } catch (IOException e) {
            throw RunFolder.cannotWrite(file, e);
        }
    }

    /**
     * The journal of a run that is to go on. Nothing is changed before {@link #resume}.
     *
     * @throws Usage if another process writes it
     */
    static Journal reopen(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Journal journal = new Journal(file, channel);
            if (!journal.lock()) {
                channel.close();
                throw new Usage("Another process is still writing " + file
                        + ": wait until it has ended, or end it. Its samples are kept either way.");
            }
            return journal;
        } catch (IOException e) {
            throw RunFolder.cannotWrite(file, e);
        }
    }

    /** A file system that knows no locks can still take a run; only nobody can go on with it there. */
    private void lockIfPossible() {
        try {
            lock();
        } catch (IOException e) {
            // reopening fails in the same way, and says so
        }
    }

    private boolean lock() throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /**
     * What its whole lines say.
     *
     * @throws dev.assay.model.AssayException.Malformed if it is no journal, with the line that is wrong
     */
    public JournalReader.Content content() {
        try {
            JournalReader.Content content = JournalReader.read(file, Channels.newInputStream(channel.position(0)));
            wholeBytes = content.wholeBytes();
            return content;
        } catch (IOException e) {
            throw JournalReader.cannotRead(file, e);
        }
    }

    /** Goes on behind the last whole line; what is left of a line that was cut off goes. After {@link #content} only. */
    public void resume(Recording.Resume resume) {
        try {
            channel.truncate(wholeBytes);
            channel.position(wholeBytes);
            endTheLine();
            channel.force(true);
        } catch (IOException e) {
            throw RunFolder.cannotWrite(file, e);
        }
        append("resume", resume);
        sync();
    }

    /** A last line may be whole but for its end. */
    private void endTheLine() throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        if (channel.read(last, wholeBytes - 1) == 1 && last.get(0) != '\n') {
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
            wholeBytes++;
        }
    }

    /** Writes what was planned: the first line. */
    public void header(Header header) {
        append("header", header);
    }

    /** Writes what came of a probe. */
    public void probe(ProbeResult probe) {
        append("probe", probe);
    }

    /** Writes one process. */
    public void sample(Sample sample) {
        append("sample", sample);
    }

    /** Writes that a workload is measured no further. */
    public void stop(Stop stop) {
        append("stop", stop);
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
        int length = bytes.remaining();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            wholeBytes += length;
        } catch (IOException e) {
            cutOff();
            throw RunFolder.cannotWrite(file, e);
        }
    }

    /** On a full disk the beginning of a line may have found room. Shortening needs none; where it fails, readers leave the piece out. */
    private void cutOff() {
        try {
            channel.truncate(wholeBytes);
        } catch (IOException e) {
            // the reason why the line could not be written is told
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
