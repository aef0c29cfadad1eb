package dev.assay.app;

import dev.assay.console.Console;
import dev.assay.process.OrphanReaper;
import dev.assay.process.RunToken;
import dev.assay.run.ScratchDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What is left of runs that died: processes that nobody looks after, and folders of their output. */
public final class OrphanCleanup {
    private OrphanCleanup() {}

    /**
     * Clears away what runs have left that did not end by themselves: it would disturb what is measured now. Runs that go on beside this one
     * are not touched.
     *
     * @param scratchFolders where each run has its folder, named by its token
     */
    public static void clear(Console console, Path scratchFolders) {
        tell(console, OrphanReaper.ofTheAbandoned(), "left behind by a run that was killed");
        if (Files.isDirectory(scratchFolders)) {
            // first all of them, for what cannot be deleted comes to lie beside them
            try (Stream<Path> folders = Files.list(scratchFolders)) {
                folders.filter(OrphanCleanup::isAbandoned).toList().forEach(folder -> {
                    String kept = ScratchDirectory.discard(folder);
                    if (kept != null) {
                        console.warn("warning: left behind by a program of an earlier run: " + kept
                                + ". Unmount or delete it yourself; it does not affect this run.");
                    }
                });
            } catch (IOException | UncheckedIOException e) {
                console.warn("warning: cannot look for old folders in " + scratchFolders + ": " + e.getMessage());
            }
        }
    }

    private static boolean isAbandoned(Path folder) {
        return RunToken.parse(ScratchDirectory.name(folder))
                .filter(RunToken::abandoned)
                .isPresent();
    }

    /** Ends what is still running of this run, of which the meter should have left nothing. */
    static void clearOwn(Console console) {
        tell(console, OrphanReaper.of(RunToken.own()), "started by this run and missed by the meter");
    }

    private static void tell(Console console, OrphanReaper.Swept swept, String whose) {
        if (!swept.nothing()) {
            console.warn("warning: " + swept.describe() + ", " + whose + ".");
        }
    }
}
