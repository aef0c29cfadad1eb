package dev.assay.app;

import dev.assay.console.Console;
import dev.assay.model.AssayException.Storage;
import dev.assay.model.result.RunDigest;
import dev.assay.model.result.RunResult;
import dev.assay.store.RunFolder;
import dev.assay.store.RunIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The link that leads to the newest whole run of a folder. */
public final class LatestRun {
    private LatestRun() {}

    /** A run that has just ended is the newest. */
    static void link(Console console, RunFolder run) {
        String problem = run.makeLatest();
        if (problem != null) {
            console.warn("warning: " + problem);
        }
    }

    /** A run that is reported again may never have become the latest, because its files could not be written when it ended. */
    public static void linkIfNewest(Console console, RunFolder run, RunResult result, Path results) {
        if (result.partial()) {
            return;
        }
        try {
            Path real = run.path().toRealPath();
            Path folder = real.getParent();
            if (folder == null || !isForRuns(folder, results)) {
                return;
            }
            Optional<String> newest = RunIndex.list(folder).stream()
                    .filter(LatestRun::isWhole)
                    .map(RunDigest::folder)
                    .findFirst();
            if (newest.equals(Optional.of(real.getFileName().toString()))) {
                link(console, RunFolder.open(real));
            }
        } catch (IOException | Storage e) {
            console.warn("warning: the link to the latest run was not updated (" + e.getMessage() + ").");
        }
    }

    /** A journal may lie in any folder. */
    private static boolean isForRuns(Path folder, Path results) throws IOException {
        return (Files.isDirectory(results) && Files.isSameFile(folder, results))
                || Files.isSymbolicLink(folder.resolve("latest"));
    }

    private static boolean isWhole(RunDigest run) {
        RunDigest.Content content = run.content();
        return content != null && !content.partial();
    }
}
