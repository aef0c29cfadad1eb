package dev.assay.run;

import dev.assay.meter.Limits;
import dev.assay.meter.MeterRequest;
import dev.assay.model.AssayException;
import dev.assay.model.AssayException.Storage;
import dev.assay.model.run.Command;
import dev.assay.model.run.SamplingMode;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of the process that runs now: an empty folder to run in, and what it prints. */
public final class ScratchDirectory implements AutoCloseable {
    private static final int ROOM_BYTES = 64 << 10;

    private final Path own;
    private Path root;
    /** Where outputs are kept that later ones are compared with; null while there are none. */
    private @Nullable Path outputs;

    private @Nullable Object identity;

    /**
     * The files of processes in a folder.
     *
     * @param own the folder, which is made; beside it lies in the end what could not be deleted
     */
    ScratchDirectory(Path own) {
        this.own = own;
        this.root = own;
        clear();
    }

    /** Makes the folder ready for the next process, if nobody has: empty, a folder, and open to us. */
    void prepare() {
        if (!isFresh()) {
            clear();
        }
    }

    private boolean isFresh() {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (DirectoryStream<Path> content = Files.newDirectoryStream(root)) {
            return Files.isWritable(root) && !content.iterator().hasNext();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Clears away whatever lies in the folder, which the programs' own folder is in, and so all that they left one level above that: a link
     * that leads to a stranger's file, a fifo that blocks whoever opens it. The folder itself may be gone, or no folder any more. Where
     * something cannot be deleted, it stays, and what comes next gets another folder.
     *
     * @return what was left, and why it could not be deleted; null when all is gone
     * @throws Storage if there is no other folder either
     */
    @Nullable
    String clear() {
        if (FileRemover.emptyAtOnce(root, identity)) {
            attempt(() -> FileRemover.open(root));
            return null;
        }
        String kept = discard(root);
        if (kept != null && Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            root = FileRemover.besides(own);
        }
        attempt(() -> {
            Files.createDirectories(root);
            FileRemover.open(root);
            identity = FileRemover.identity(root);
        });
        return kept;
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
            FileRemover.delete(directory);
            Files.createDirectory(directory);
        });
        return directory;
    }

    private Path temporary() {
        Path folder = root.resolve("tmp");
        attempt(() -> Files.createDirectories(folder));
        return folder;
    }

    /**
     * The next process, whose output goes here. One whose command names no folder runs in an empty one, and has another for temporary files,
     * so that nothing of it is left in the system's.
     *
     * @param environment every variable that it sees, those of the command included
     * @param inherit for a user's command, the soft limit of open files; null for a clean world
     */
    MeterRequest request(
            SamplingMode mode,
            Command command,
            Map<String, String> environment,
            Limits limits,
            boolean counters,
            @Nullable List<Integer> cpus,
            @Nullable Long inherit) {
        Path directory = command.directory();
        Map<String, String> seen = new TreeMap<>(environment);
        if (directory == null) {
            directory = emptyDirectory();
            seen.put("TMPDIR", temporary().toString());
        }
        return new MeterRequest(
                mode,
                command.argv(),
                seen,
                directory,
                command.stdin(),
                stdout(),
                stderr(),
                limits,
                counters,
                cpus,
                inherit);
    }

    /**
     * Finds out whether the folder still takes what a program prints; asked when one has gone wrong, which a full disk may have done.
     *
     * @throws Storage if it does not
     */
    void requireRoom() {
        prepare();
        Path trial = root.resolve("room");
        attempt(() -> {
            try {
                Files.write(trial, new byte[ROOM_BYTES], StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
            } finally {
                Files.deleteIfExists(trial);
            }
        });
    }

    /** Keeps the standard output of the last process, however large, as a file of its own, and gives that. */
    Path keepOutput(String name) {
        Path folder = outputs == null ? FileRemover.besides(own) : outputs;
        Path kept = folder.resolve(name);
        attempt(() -> {
            Files.createDirectories(folder);
            Files.move(stdout(), kept, StandardCopyOption.REPLACE_EXISTING);
        });
        outputs = folder;
        return kept;
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
        if (outputs != null) {
            discard(outputs);
        }
    }

    /**
     * Deletes such a folder, its own or one that a run which died has left behind, as far as that is possible.
     *
     * @return what was left, and why, in a sentence; null when all is gone
     */
    public static @Nullable String discard(Path root) {
        try {
            FileRemover.delete(root);
            return null;
        } catch (IOException e) {
            String file = e instanceof FileSystemException system ? system.getFile() : root.toString();
            return file + " cannot be deleted (" + AssayException.reason(e) + ")";
        }
    }

    /** The name of such a folder, also of one that was left beside it because it could not be deleted. */
    public static String name(Path root) {
        return FileRemover.stem(String.valueOf(root.getFileName()));
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

    Storage failure(IOException cause) {
        return new Storage(
                "Cannot use the folder " + root + " for the programs' output",
                cause,
                "Free some space or fix its permissions. Earlier results are kept; --resume=RUN continues the run.");
    }
}
