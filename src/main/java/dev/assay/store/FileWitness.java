package dev.assay.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Knows what one process has written into a file, and finds out whether it is still that. */
final class FileWitness {
    private static final int CHUNK_BYTES = 1 << 16;

    private final @Nullable Object identity;
    private CRC32C sum = new CRC32C();
    private long bytes;

    private FileWitness(@Nullable Object identity) {
        this.identity = identity;
    }

    /** Of a file in which nothing is known yet. Its identity is device and inode; some systems have none. */
    static FileWitness of(Path file) throws IOException {
        return new FileWitness(
                Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    }

    /** The size of what is known. */
    long bytes() {
        return bytes;
    }

    /** Takes note of what was written behind the rest. */
    void wrote(byte[] content) {
        sum.update(content);
        bytes += content.length;
    }

    /** Takes note of the beginning of the file. */
    void knows(FileChannel channel, long size) throws IOException {
        sum = sum(channel, size);
        bytes = size;
    }

    private static CRC32C sum(FileChannel channel, long size) throws IOException {
        CRC32C sum = new CRC32C();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
        long at = 0;
        while (at < size) {
            chunk.clear().limit((int) Math.min(CHUNK_BYTES, size - at));
            int read = channel.read(chunk, at);
            if (read < 0) {
                return sum;
            }
            sum.update(chunk.flip());
            at += read;
        }
        return sum;
    }

    /**
     * What has become of the file meanwhile, in words that follow its name; null when it is as it was written.
     *
     * @param channel the file's, if its content is to be compared too and not its identity and size alone
     */
    @Nullable
    String damage(Path file, @Nullable FileChannel channel) throws IOException {
        BasicFileAttributes now;
        try {
            now = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            return "was deleted";
        }
        if (!now.isRegularFile() || (identity != null && !identity.equals(now.fileKey()))) {
            return "was replaced by something else";
        }
        if (now.size() != bytes) {
            return now.size() < bytes ? "was cut off" : "was written into";
        }
        boolean same = channel == null || sum(channel, bytes).getValue() == sum.getValue();
        return same ? null : "was written into";
    }
}
