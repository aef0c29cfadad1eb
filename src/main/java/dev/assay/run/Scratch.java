package dev.assay.run;

import dev.assay.model.AssayException.Storage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** The files of the process that runs now: an empty folder to run in, and what it prints. */
public final class Scratch implements AutoCloseable {
    private static final int ROOM_BYTES = 64 << 10;

    private final Path root;

    Scratch(Path root) {
        this.root = root;
        prepare();
    }

    /** Makes the folder if it is not there: at first, or after a program has deleted more than was its own. */
    void prepare() {
        attempt(() -> Files.createDirectories(root));
    }

    /** Whether the files of the last process's output are still there. */
    boolean holdsOutput() {
        return Files.isRegularFile(stdout()) && Files.isRegularFile(stderr());
    }

    Path stdout() {
        return root.resolve("stdout");
    }

    Path stderr() {
        return root.resolve("stderr");
    }

    /** The folder that programs run in; emptied when one has left something there. */
    Path emptyDirectory() {
        Path directory = root.resolve("cwd");
        attempt(() -> {
            if (!isEmptyDirectory(directory)) {
                delete(directory);
                Files.createDirectories(directory);
            }
        });
        return directory;
    }

    /**
     * Finds out whether the folder still takes what a program prints; asked when one has gone wrong, which a full disk may have done.
     *
     * @throws Storage if it does not
     */
    void requireRoom() {
        Path trial = root.resolve("room");
        attempt(() -> {
            Files.createDirectories(root);
            try {
                Files.write(trial, new byte[ROOM_BYTES], StandardOpenOption.CREATE, StandardOpenOption.SYNC);
            } finally {
                Files.deleteIfExists(trial);
            }
        });
    }

    private static boolean isEmptyDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (Stream<Path> content = Files.list(directory)) {
            return content.findAny().isEmpty();
        }
    }

    /** What was written to a file; nothing if the process ended so that there is none. */
    byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Leaves nothing behind if that is possible; the run does not fail by what cannot be deleted. */
    @Override
    public void close() {
        discard(root);
    }

    /** Deletes such a folder, its own or one that a run which died has left behind, as far as that is possible. */
    public static void discard(Path root) {
        try {
            delete(root);
        } catch (IOException e) {
            root.toFile().deleteOnExit();
        }
    }

    private interface Action {
        void run() throws IOException;
    }

    private void attempt(Action action) {
        try {
            action.run();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private Storage failure(IOException cause) {
        return new Storage(
                "Cannot use the folder " + root + " for the programs' output",
                cause,
                "Free some space or mend its permissions. What was measured before is kept; --resume=RUN goes on with it.");
    }

    /** Follows no link, and opens folders that a program has closed to itself. */
    private static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            open(path);
            try (DirectoryStream<Path> content = Files.newDirectoryStream(path)) {
                for (Path each : content) {
                    delete(each);
                }
            }
        }
        Files.deleteIfExists(path);
    }

    private static void open(Path folder) throws IOException {
        if (!Files.isReadable(folder) || !Files.isWritable(folder) || !Files.isExecutable(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
