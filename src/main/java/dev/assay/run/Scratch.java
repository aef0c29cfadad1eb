package dev.assay.run;

import dev.assay.meter.Limits;
import dev.assay.meter.Request;
import dev.assay.model.AssayException.Storage;
import dev.assay.model.Command;
import dev.assay.model.Mode;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of the process that runs now: an empty folder to run in, and what it prints. */
public final class Scratch implements AutoCloseable {
    private static final int ROOM_BYTES = 64 << 10;

    private final Path root;

    Scratch(Path root) {
        this.root = root;
        prepare();
    }

    /**
     * Makes the folder ready for the next process. Whatever lies in the place of its outputs goes: a program may have put a link there that
     * leads to a stranger's file, or a fifo that blocks whoever opens it. The folder itself may be gone, or no folder any more.
     */
    void prepare() {
        attempt(() -> {
            if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
                Files.deleteIfExists(root);
                Files.createDirectories(root);
            }
            open(root);
            delete(stdout());
            delete(stderr());
        });
    }

    /** Whether the files of the last process's output are still there, still files, and open to us. */
    boolean holdsOutput() {
        return isReadableFile(stdout()) && isReadableFile(stderr());
    }

    private static boolean isReadableFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(path);
    }

    Path stdout() {
        return root.resolve("stdout");
    }

    Path stderr() {
        return root.resolve("stderr");
    }

    /** The folder that the next process runs in, always a new one: an empty one may still be closed to its owner. */
    Path emptyDirectory() {
        Path directory = root.resolve("cwd");
        attempt(() -> {
            delete(directory);
            Files.createDirectory(directory);
        });
        return directory;
    }

    /**
     * The next process, whose output goes here; one whose command names no folder runs in an empty one.
     *
     * @param environment every variable that it sees, those of the command included
     */
    Request request(
            Mode mode,
            Command command,
            Map<String, String> environment,
            Limits limits,
            boolean counters,
            @Nullable List<Integer> cpus) {
        Path directory = command.directory();
        return new Request(
                mode,
                command.argv(),
                environment,
                directory == null ? emptyDirectory() : directory,
                command.stdin(),
                stdout(),
                stderr(),
                limits,
                counters,
                cpus);
    }

    /**
     * Finds out whether the folder still takes what a program prints; asked when one has gone wrong, which a full disk may have done.
     *
     * @throws Storage if it does not
     */
    void requireRoom() {
        // a program that went wrong may have put anything in the way
        prepare();
        Path trial = root.resolve("room");
        attempt(() -> {
            delete(trial);
            try {
                Files.write(trial, new byte[ROOM_BYTES], StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
            } finally {
                Files.deleteIfExists(trial);
            }
        });
    }

    /** What a process wrote that kept to its limits; nothing if it ended so that there is no file. */
    byte[] read(Path file) {
        return end(file, Integer.MAX_VALUE);
    }

    /**
     * The end of what a process wrote. A file that went past the limit is not for the memory of this JVM: ten gigabytes of hole are written
     * in an instant.
     */
    byte[] end(Path file, int mostBytes) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - mostBytes));
            return Channels.newInputStream(channel).readNBytes(mostBytes);
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
            empty(path);
        }
        Files.deleteIfExists(path);
    }

    /**
     * Moves every folder up before it is emptied: a program can nest them so deep that neither a path nor a recursion reaches the innermost.
     */
    private static void empty(Path top) throws IOException {
        Deque<Path> folders = new ArrayDeque<>(List.of(top));
        long moved = 0;
        while (!folders.isEmpty()) {
            Path folder = folders.remove();
            open(folder);
            try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
                for (Path each : content) {
                    if (!Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                        Files.delete(each);
                    } else if (folder.equals(top)) {
                        folders.add(each);
                    } else {
                        open(each);
                        Path above;
                        do {
                            above = top.resolve("moved-up-" + moved++);
                        } while (Files.exists(above, LinkOption.NOFOLLOW_LINKS));
                        folders.add(Files.move(each, above));
                    }
                }
            }
            if (!folder.equals(top)) {
                Files.delete(folder);
            }
        }
    }

    private static void open(Path folder) throws IOException {
        if (!Files.isReadable(folder) || !Files.isWritable(folder) || !Files.isExecutable(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
