package dev.assay.app;

import dev.assay.console.Console;
import dev.assay.text.NameList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Shared memory of this user, which outlives the programs that made it and holds memory until somebody deletes it. Whose it is cannot be
 * known, so it is not deleted but told.
 */
final class SharedMemory {
    private static final Path FILES = Path.of("/dev/shm");
    private static final Path SEGMENTS = Path.of("/proc/sysvipc/shm");
    private static final int ID = 1;
    private static final int OWNER = 7;

    private final Path files;
    private final Set<String> before;

    private SharedMemory(Path files) {
        this.files = files;
        this.before = found();
    }

    /** As it is now. */
    static SharedMemory now() {
        return now(FILES);
    }

    static SharedMemory now(Path files) {
        return new SharedMemory(files);
    }

    /** Says what has come since then. */
    void tellWhatCame(Console console) {
        Set<String> came = new TreeSet<>(found());
        came.removeAll(before);
        if (!came.isEmpty()) {
            console.warn(
                    "warning: shared memory was created while programs ran and not deleted: "
                            + NameList.first(List.copyOf(came))
                            + ". It takes up memory. If a program of this run created it, fix the program, and delete what is left.");
        }
    }

    private Set<String> found() {
        Set<String> found = new TreeSet<>();
        try {
            Object own = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            try (DirectoryStream<Path> all = Files.newDirectoryStream(files)) {
                for (Path file : all) {
                    if (own.equals(Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS))) {
                        found.add(file.toString());
                    }
                }
            }
            for (String line : Files.readAllLines(SEGMENTS, StandardCharsets.US_ASCII)) {
                String[] fields = line.strip().split("\\s+", -1);
                if (fields.length > OWNER && fields[OWNER].equals(own.toString())) {
                    found.add("the segment " + fields[ID] + " (ipcrm -m " + fields[ID] + ")");
                }
            }
        } catch (IOException | DirectoryIteratorException | UnsupportedOperationException e) {
            // a system without it has none that could be left
        }
        return found;
    }
}
