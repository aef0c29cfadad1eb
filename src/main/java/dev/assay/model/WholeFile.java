package dev.assay.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads files that somebody else put there, and only such as end: a pipe would be waited for, a device never ends, and a link may lead to
 * either.
 */
public final class WholeFile {
    /** More than anybody writes by hand, in bytes. */
    public static final int MOST = 16 << 20;

    private WholeFile() {}

    /**
     * The content of a regular file of at most {@link #MOST} bytes. One that says it has no bytes is not opened: some files of {@code /proc}
     * say so, and then wait for what may never come.
     *
     * @throws IOException if it is not such a file, with the reason, or cannot be read
     */
    public static byte[] read(Path file) throws IOException {
        requireRegular(file);
        if (Files.size(file) == 0) {
            return new byte[0];
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] content = stream.readNBytes(MOST + 1);
            if (content.length > MOST) {
                throw new FileSystemException(
                        file.toString(), null, "it is larger than " + (MOST >> 20) + " MiB, which is the limit");
            }
            return content;
        }
    }

    /**
     * Refuses what is not a regular file; a link counts as what it leads to.
     *
     * @throws IOException if it is something else, or not there
     */
    public static void requireRegular(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        if (!Files.isRegularFile(file)) {
            throw new FileSystemException(
                    file.toString(),
                    null,
                    Files.isDirectory(file)
                            ? "it is a folder"
                            : "it is a pipe, a socket or a device, not a regular file");
        }
    }
}
