package dev.assay.app;

import dev.assay.app.request.RunOptions;
import dev.assay.app.request.RunRequest;
import dev.assay.catalog.CatalogReader;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.catalog.Article;
import dev.assay.model.catalog.Catalog;
import dev.assay.model.run.RunHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the catalog that is meant: Assay's own, or a folder of the user's in its place. */
public final class CatalogSource {
    private CatalogSource() {}

    /**
     * Reads the catalog that a request names.
     *
     * @throws Usage if there is no such folder
     * @throws dev.assay.model.AssayException.Malformed if something in it is wrong
     */
    public static Catalog read(AssayHome home, RunRequest request) {
        Path own = request.find(RunOptions.CATALOG);
        return own == null ? CatalogReader.read(home.workloads()) : CatalogReader.readUsers(check(own, ""));
    }

    /**
     * Reads the catalog of a run, unless the request names another: its claims decide. A run of two commands has no claims.
     *
     * @throws Usage if its folder is no longer there
     */
    public static Catalog read(AssayHome home, RunRequest request, RunHeader run) {
        if (run.comparesCommands()) {
            return new Catalog(home.workloads(), List.of(), Article.NONE, List.of(), "");
        }
        String then = run.options().get(RunOptions.CATALOG.name());
        return request.has(RunOptions.CATALOG) || then == null
                ? read(home, request)
                : CatalogReader.readUsers(check(
                        Path.of(then),
                        " The run " + run.id() + " used it; if it was moved, give its new path with "
                                + RunOptions.CATALOG + "=DIR."));
    }

    private static Path check(Path folder, String more) {
        if (!Files.isDirectory(folder)) {
            throw new Usage(RunOptions.CATALOG + ": " + folder
                    + (Files.exists(folder) ? " is not a folder" : " does not exist")
                    + ". Give the folder that contains the suites, such as my-workloads for my-workloads/suite/name/workload.json."
                    + more);
        }
        return folder;
    }
}
