package dev.assay.store;

import dev.assay.model.AssayException;
import dev.assay.model.AssayException.Storage;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.result.RunResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The folder of one run. */
public final class RunFolder {
    /** The journal's file name. */
    public static final String JOURNAL = "journal.jsonl";
    /** The result's file name. */
    public static final String RESULT = "run.json";

    /** The name beside the runs that leads to the newest whole one. */
    private static final String LATEST = "latest";

    private static final String DRAFT = ".draft";

    /** More than a header with the text of every program takes. */
    private static final int ROOM_BYTES = 256 << 10;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
    }

    /** A run's name: when it began, and something that tells runs of one second apart. */
    public static String newId(Instant startedAt, int distinction) {
        return String.format(Locale.ROOT, "%s-%04x", NAME.format(startedAt), distinction & 0xFFFF);
    }

    /**
     * Makes the folder of a new run and tries whether it can be written to.
     *
     * @throws Storage if that cannot be done; then there is no folder
     */
    public static RunFolder create(Path results, String id) {
        Path path = results.resolve(id);
        try {
            makeFolder(results);
            Files.createDirectory(path);
        } catch (IOException e) {
            throw cannotWrite(path, e);
        }
        try {
            RunFolder folder = new RunFolder(path);
            folder.tryOut();
            return folder;
        } catch (Storage e) {
            discard(path);
            throw e;
        }
    }

    /**
     * Writes some bytes to the disk and takes them away again, so that a full disk, a quota or a missing permission is found before anything
     * is measured and not after.
     *
     * @throws Storage if they find no room
     */
    public void tryOut() {
        Path trial = draft("room");
        try {
            writeThrough(trial, new byte[ROOM_BYTES]);
        } catch (IOException e) {
            throw cannotWrite(path, e);
        } finally {
            discard(trial);
        }
    }

    /** A name that nobody else uses, be it another process that writes the same file, or a program that put a link in the way. */
    private Path draft(String name) {
        return path.resolve("." + name + "." + UUID.randomUUID() + DRAFT);
    }

    /** A path beside another at which there is nothing. */
    static Path unused(Path path, String ending) {
        Path free = path.resolveSibling(path.getFileName() + ending);
        for (int i = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); i++) {
            free = path.resolveSibling(path.getFileName() + ending + "-" + i);
        }
        return free;
    }

    /**
     * The folder of a run that is there: a folder, or the journal or result in it.
     *
     * @throws Usage if it holds no journal
     */
    public static RunFolder open(Path given) {
        Path path = Files.isRegularFile(given) ? given.toAbsolutePath().getParent() : given;
        if (path != null && Files.isRegularFile(path.resolve(RESULT)) && !Files.exists(path.resolve(JOURNAL))) {
            throw new Usage("The journal of the run in " + given + " is missing: there is no " + JOURNAL
                    + ", from which everything else is made. The other files, " + RESULT
                    + " above all, still show the results, but the run cannot be re-analyzed or resumed.");
        }
        if (path == null || !Files.isRegularFile(path.resolve(JOURNAL))) {
            throw new Usage("There is no run in " + given + ": a run is a folder with a " + JOURNAL
                    + ", such as results/latest.");
        }
        return new RunFolder(path);
    }

    /**
     * The folder of a run that is there, given by its path, or by its name, which may be {@code latest}, in the folder for runs.
     *
     * @throws Usage if there is none, or it holds no journal
     */
    public static RunFolder find(Path given, Path results) {
        if (Files.exists(given)) {
            return open(given);
        }
        Path named = results.resolve(given);
        if (Files.exists(named)) {
            return open(named);
        }
        throw new Usage("There is no run " + given + ", neither as a path nor in " + results
                + ": give a run's folder, its name, such as 20260504T101530Z-9f3a, or 'latest'.");
    }

    /** A folder for files that belong to no single run; made when the first is written. */
    public static RunFolder ofPath(Path folder) {
        return new RunFolder(folder);
    }

    /** Where the folder is. */
    public Path path() {
        return path;
    }

    /** The journal of a new run, open for writing. */
    public Journal journal() {
        return Journal.create(path.resolve(JOURNAL));
    }

    /**
     * The journal of a run that was cut short, held by this process alone.
     *
     * @throws Usage if another process still writes it
     * @throws Storage if it may not be written to
     */
    public Journal reopenJournal() {
        return Journal.reopen(journalFile());
    }

    /**
     * When something was last written to the journal.
     *
     * @throws Storage if that cannot be known
     */
    public Instant lastWritten() {
        try {
            return Files.getLastModifiedTime(journalFile()).toInstant();
        } catch (IOException e) {
            throw cannotWrite(journalFile(), e);
        }
    }

    /** Where the journal is. */
    public Path journalFile() {
        return path.resolve(JOURNAL);
    }

    /** Writes {@code run.json}. */
    public void write(RunResult result) {
        write(RESULT, render(result));
    }

    /** What {@code run.json} holds. */
    public static byte[] render(RunResult result) {
        return RunDocument.bytes(result);
    }

    /**
     * Writes a file of the run, whole or not at all.
     *
     * @param name its path below the folder
     * @throws Storage if that cannot be done
     */
    public void write(String name, byte[] content) {
        Path target = path.resolve(name);
        Path draft = draft(String.valueOf(target.getFileName()));
        try {
            makeFolder(path);
            makeParent(target);
            writeThrough(draft, content);
            move(draft, target);
        } catch (IOException e) {
            throw cannotWrite(target, e);
        } finally {
            discard(draft);
        }
    }

    /** The folder of a file within the run, such as {@code charts}, which a program may have made a link to somewhere else. */
    private void makeParent(Path target) throws IOException {
        Path parent = target.getParent();
        if (parent == null || parent.equals(path)) {
            return;
        }
        refuseLink(parent);
        makeFolder(parent);
    }

    private static void refuseLink(Path folder) throws IOException {
        if (Files.isSymbolicLink(folder)) {
            throw new FileSystemException(folder.toString(), null, folder + " is a link, which is not followed");
        }
    }

    /**
     * A folder within the run for files of another kind; made when the first is written.
     *
     * @throws Storage if it is a link to somewhere else
     */
    public RunFolder below(String name) {
        Path folder = path.resolve(name);
        try {
            refuseLink(folder);
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
        return ofPath(folder);
    }

    /** The folder for runs that this one lies in, wherever that is: its history is there. */
    public Path results() {
        Path real = path.toAbsolutePath().normalize();
        try {
            real = path.toRealPath();
        } catch (IOException e) {
            // the journal was open there a moment ago; a history is a convenience
        }
        return real.resolveSibling("");
    }

    /** Some of the JDKs refuse a link to a folder that is there, such as {@code results/latest}. */
    static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    /** To the disk and not only to the system: a file whose name has moved before its content is empty after a power cut. */
    private static void writeThrough(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** A file, or a folder with nothing in it. */
    private static void discard(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Lets {@code results/latest} point here, unless there is something that is not a link of ours: one to a name beside it.
     *
     * @return why it does not, in a sentence; null when it does. The run itself is whole all the same.
     */
    public @Nullable String makeLatest() {
        Path latest = path.resolveSibling(LATEST);
        Path draft = path.resolveSibling("." + LATEST + "." + UUID.randomUUID() + DRAFT);
        try {
            if (Files.exists(latest, LinkOption.NOFOLLOW_LINKS) && !leadsToARun(latest)) {
                return latest
                        + " was not changed: it is not a link to a run, so it is not Assay's. Move it away, and 'report "
                        + path + "' creates the link.";
            }
            Files.createSymbolicLink(draft, path.getFileName());
            move(draft, latest);
            return null;
        } catch (IOException e) {
            discard(draft);
            return "There is no link " + latest + " to this run (" + AssayException.reason(e)
                    + "). Use the run's folder, " + path + ".";
        } catch (UnsupportedOperationException e) {
            return "There is no link " + latest
                    + " to this run: the file system does not support links. Use the run's folder, " + path + ".";
        }
    }

    private static boolean leadsToARun(Path latest) throws IOException {
        if (!Files.isSymbolicLink(latest)) {
            return false;
        }
        Path to = Files.readSymbolicLink(latest);
        return !to.isAbsolute() && to.getNameCount() == 1;
    }

    /** Takes away what writers have left that died an hour ago or earlier; nobody writes a file for so long. */
    public void tidy() {
        Instant before = Instant.now().minus(Duration.ofHours(1));
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(path, ".*" + DRAFT)) {
            for (Path draft : drafts) {
                if (Files.getLastModifiedTime(draft, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(before)) {
                    discard(draft);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // they disturb nobody
        }
    }

    static Storage cannotWrite(Path path, IOException cause) {
        return new Storage(
                "Cannot write " + path,
                cause,
                "Free some space, fix its permissions, or choose another folder with --results=DIR. Earlier results are kept:"
                        + " 'report RUN' with the run's folder shows them, and --resume=RUN continues the run.");
    }
}
