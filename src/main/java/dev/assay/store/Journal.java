package dev.assay.store;

import dev.assay.json.ModelJson;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.run.Environment;
import dev.assay.model.run.ProbeResult;
import dev.assay.model.run.Recording;
import dev.assay.model.run.RunHeader;
import dev.assay.model.run.Sample;
import dev.assay.model.run.StopReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that happened, one JSON object a line, each with its {@code kind}. A line reaches the system at once, so it survives the death
 * of this process; {@link #sync} makes it survive a power cut as well. No whole line is ever rewritten.
 *
 * <p>What is measured may delete it, cut it, write into it or put something else in its place. That is looked for whenever it is put on the
 * disk, and then the journal is written again from what this process knows; what lies in its place is moved aside.
 *
 * <p>The writer holds a lock on the file, so that no second process continues the same run; the system takes it back when the writer is
 * gone, however it went. Such a lock is lost when the process closes <em>any</em> channel of the file (fcntl(2)): whoever holds a journal
 * reads it through {@link #content}, never by its path.
 */
public final class Journal implements AutoCloseable {
    static final String SCHEMA = "assay.journal/1";
    private static final String HEADER = "header";

    private final Path file;
    private final List<Line> lines = new ArrayList<>();
    private FileChannel channel;
    private FileWitness witness;

    /** What a line says; the whole of a journal is known to the process that writes it, as its records. */
    private record Line(String kind, Object content) {}

    private Journal(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        this.witness = FileWitness.of(file);
    }

    static Journal create(Path file) {
        try {
            Journal journal = new Journal(file, created(file));
            journal.lockIfPossible();
            return journal;
        } catch (IOException e) {
            throw RunFolder.cannotWrite(file, e);
        }
    }

    private static FileChannel created(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
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
                        + ". Wait until it has finished, or stop it. Its samples are kept either way.");
            }
            return journal;
        } catch (IOException e) {
            throw RunFolder.cannotWrite(file, e);
        }
    }

    /** A file system that knows no locks can still take a run; only nobody can continue it there. */
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
     * @throws dev.assay.model.AssayException.Malformed if it is not a journal, with the line that is wrong
     */
    public JournalReader.Content content() {
        try {
            JournalReader.Content content = JournalReader.read(file, Channels.newInputStream(channel.position(0)));
            witness.knows(channel, content.wholeBytes());
            remember(content.recording());
            return content;
        } catch (IOException e) {
            throw JournalReader.cannotRead(file, e);
        }
    }

    /** Not in the order of the lines, which only those need that were written meanwhile. */
    private void remember(Recording past) {
        lines.clear();
        lines.add(new Line(HEADER, past.header()));
        past.probes().forEach(probe -> lines.add(new Line("probe", probe)));
        past.samples().forEach(sample -> lines.add(new Line("sample", sample)));
        past.environments().forEach(environment -> lines.add(new Line("environment", environment)));
        past.stops().forEach(stop -> lines.add(new Line("stop", stop)));
        past.resumes().forEach(resume -> lines.add(new Line("resume", resume)));
    }

    /** Goes on behind the last whole line; what is left of a line that was cut off goes. After {@link #content} only. */
    public void resume(Recording.Resume resume) {
        try {
            channel.truncate(witness.bytes());
            channel.position(witness.bytes());
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
        if (channel.read(last, witness.bytes() - 1) == 1 && last.get(0) != '\n') {
            write(new byte[] {'\n'});
        }
    }

    /** Writes what was planned: the first line. */
    public void header(RunHeader header) {
        append(HEADER, header);
    }

    /** Writes the result of a probe. */
    public void probe(ProbeResult probe) {
        append("probe", probe);
    }

    /** Writes one process. */
    public void sample(Sample sample) {
        append("sample", sample);
    }

    /** Writes that a workload is measured no further. */
    public void stop(StopReason stop) {
        append("stop", stop);
    }

    /** Writes the machine's state. */
    public void environment(Environment environment) {
        append("environment", environment);
    }

    /**
     * Writes the end: the last line.
     *
     * @return what had become of the file, as {@link #sync} says it
     */
    public @Nullable String end(Recording.End end) {
        append("end", end);
        return put(true);
    }

    /**
     * Puts what was written on the disk; for the pauses between blocks, since it takes milliseconds.
     *
     * @return what somebody else had done to the file, which is whole again; null if nothing
     */
    public @Nullable String sync() {
        return put(false);
    }

    private @Nullable String put(boolean thoroughly) {
        try {
            channel.force(false);
            String damage = witness.damage(file, thoroughly ? channel : null);
            if (damage != null) {
                writeAgain();
            }
            return damage;
        } catch (IOException e) {
            throw RunFolder.cannotWrite(file, e);
        }
    }

    /** The folder may be gone too. Whatever lies in the journal's place is not ours to delete. */
    private void writeAgain() throws IOException {
        RunFolder.makeFolder(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(file, RunFolder.unused(file, ".changed"));
        }
        FileChannel old = channel;
        channel = created(file);
        old.close();
        witness = FileWitness.of(file);
        lockIfPossible();
        for (Line line : lines) {
            write(bytes(line));
        }
        channel.force(true);
    }

    private void append(String kind, Object content) {
        Line line = new Line(kind, content);
        lines.add(line);
        try {
            write(bytes(line));
        } catch (IOException e) {
            cutOff();
            throw RunFolder.cannotWrite(file, e);
        }
    }

    private static byte[] bytes(Line line) {
        ObjectNode node = ModelJson.LINES.createObjectNode().put("kind", line.kind());
        if (line.kind().equals(HEADER)) {
            node.put("schema", SCHEMA);
        }
        node.setAll((ObjectNode) ModelJson.LINES.valueToTree(line.content()));
        return (ModelJson.LINES.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void write(byte[] content) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        witness.wrote(content);
    }

    /** On a full disk the beginning of a line may have found room. Shortening needs none; where it fails, readers leave the piece out. */
    private void cutOff() {
        try {
            channel.truncate(witness.bytes());
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
