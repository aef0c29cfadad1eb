package dev.assay.app;

import dev.assay.model.AssayException.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java's folder for temporary files, into which the fonts of the figures are put before they can be used. */
public final class TemporaryFolder {
    /** No font is larger; each of the two is put there, and where Java cannot use that it makes a copy of its own. */
    private static final int FILE_BYTES = 800 << 10;

    private static final int FILES = 4;

    private TemporaryFolder() {}

    /**
     * Finds out whether it has room. Java's drawing code cannot do without, and does not say so in words.
     *
     * @throws Storage if it has not
     */
    public static void tryOut() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        List<Path> trials = new ArrayList<>();
        try {
            try {
                for (int i = 0; i < FILES; i++) {
                    Path trial = Files.createTempFile(folder, "assay-room", null);
                    trials.add(trial);
                    Files.write(trial, new byte[FILE_BYTES]);
                }
            } finally {
                for (Path trial : trials) {
                    Files.deleteIfExists(trial);
                }
            }
        } catch (IOException e) {
            throw new Storage(
                    "Cannot write to the temporary folder " + folder,
                    e,
                    "The fonts of the charts are unpacked there. Free some space, or choose another folder with -Djava.io.tmpdir=DIR.");
        }
    }
}
