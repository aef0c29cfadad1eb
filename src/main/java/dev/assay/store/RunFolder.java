package dev.assay.store;

import dev.assay.model.AssayException.Storage;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.RunResult;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The folder of one run. */
public final class RunFolder {
    /** The journal's file name. */
    public static final String JOURNAL = "journal.jsonl";
    /** The result's file name. */
    public static final String RESULT = "run.json";

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
     * Makes the folder of a new run.
     *
     * @throws Storage if that cannot be done
     */
    public static RunFolder create(Path results, String id) {
        Path path = results.resolve(id);
        try {
            Files.createDirectories(results);
            Files.createDirectory(path);
            return new RunFolder(path);
        } catch (IOException e) {
            throw cannotWrite(path, e);
        }
    }

    /**
     * The folder of a run that is there: a folder, or the journal or result in it.
     *
     * @throws Usage if it holds no journal
     */
    public static RunFolder open(Path given) {
        Path path = Files.isRegularFile(given) ? given.toAbsolutePath().getParent() : given;
        if (path == null || !Files.isRegularFile(path.resolve(JOURNAL))) {
            throw new Usage("There is no run in " + given + ": a run is a folder with a " + JOURNAL
                    + ", such as results/latest.");
        }
        return new RunFolder(path);
    }

    /** Where the folder is. */
    public Path path() {
        return path;
    }

    /** The journal of a new run, open for writing. */
    public Journal journal() {
        return Journal.create(path.resolve(JOURNAL));
    }

    /** Where the journal is. */
    public Path journalFile() {
        return path.resolve(JOURNAL);
    }

    /** Writes {@code run.json}. */
    public void write(RunResult result) {
        write(RESULT, RunDocument.bytes(result));
    }

    /**
     * Writes a file of the run, whole or not at all.
     *
     * @param name its path below the folder
     * @throws Storage if that cannot be done
     */
    public void write(String name, byte[] content) {
        Path target = path.resolve(name);
        Path draft = target.resolveSibling("." + target.getFileName() + ".draft");
        try {
            Files.createDirectories(draft.toAbsolutePath().getParent());
            Files.write(draft, content);
            move(draft, target);
        } catch (IOException e) {
            throw cannotWrite(target, e);
        } finally {
            discard(draft);
        }
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            draft.toFile().deleteOnExit();
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
     * Lets {@code results/latest} point here. A file system without links has none: the run itself is whole all the same.
     *
     * @return whether it points here now
     */
    public boolean makeLatest() {
        Path latest = path.resolveSibling("latest");
        Path draft = path.resolveSibling("." + path.getFileName() + ".latest");
        try {
            if (Files.isDirectory(latest, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            Files.createSymbolicLink(draft, path.getFileName());
            move(draft, latest);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            discard(draft);
            return false;
        }
    }

    static Storage cannotWrite(Path path, IOException cause) {
        return new Storage(
                "Cannot write " + path,
                cause,
                "Free some space or choose another folder with --results=DIR. What was measured before is kept;"
                        + " 'report RUN' with the run's folder shows it.");
    }
}
