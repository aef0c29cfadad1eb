package dev.assay.app;

import dev.assay.console.Console;
import dev.assay.model.AssayException.Storage;
import dev.assay.model.WholeFile;
import dev.assay.report.IndexPage;
import dev.assay.store.RunFolder;
import dev.assay.store.RunIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The page over all runs of a folder. */
final class RunsPage {
    private static final String NAME = "index.html";

    private RunsPage() {}

    /**
     * Writes it anew beside a run, if this is the folder for runs or has such a page already: a journal may lie in any folder, and other pages
     * are not ours. It is a convenience, so failing to write it is only a warning.
     *
     * @param run the run's folder
     * @param results the folder for runs
     */
    static void refresh(Console console, Path run, Path results) {
        Path folder = run.toAbsolutePath().normalize().getParent();
        try {
            if (folder != null && belongs(folder, results)) {
                RunFolder.ofPath(folder).write(NAME, IndexPage.render(RunIndex.list(folder)));
            }
        } catch (Storage e) {
            console.warn("warning: the page of all runs was not updated. " + e.getMessage());
        } catch (IOException e) {
            console.warn("warning: the page of all runs was not updated, because " + folder + " cannot be read ("
                    + Storage.reason(e) + ").");
        }
    }

    private static boolean belongs(Path folder, Path results) throws IOException {
        Path page = folder.resolve(NAME);
        if (Files.exists(page, LinkOption.NOFOLLOW_LINKS)) {
            return Files.isRegularFile(page, LinkOption.NOFOLLOW_LINKS)
                    && new String(WholeFile.read(page), StandardCharsets.UTF_8).contains(IndexPage.MARK);
        }
        return Files.isDirectory(results) && Files.isSameFile(folder, results);
    }
}
