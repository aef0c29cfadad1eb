package dev.assay.cli.option;

import dev.assay.app.AssayHome;
import dev.assay.catalog.CatalogReader;
import dev.assay.model.Article;
import dev.assay.model.AssayException.Usage;
import dev.assay.model.Catalog;
import dev.assay.model.RunHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which catalogue is meant: Assay's own, or a folder of the user's in its place. */
public final class CatalogOption {
    /** The name of the option among those of a run. */
    public static final String NAME = "catalog";

    @Option(
            names = "--" + NAME,
            paramLabel = "DIR",
            description =
                    "A folder of your own workloads, with or without claims, to use instead of Assay's (workloads/README.md"
                            + " describes it). It is only read.")
    private @Nullable Path catalog;

    /** Whether it is the user's. */
    public boolean given() {
        return catalog != null;
    }

    /**
     * Reads it.
     *
     * @throws Usage if there is no such folder
     * @throws dev.assay.model.AssayException.Malformed if something in it is wrong
     */
    public Catalog read(AssayHome home) {
        Path own = catalog;
        return own == null ? CatalogReader.read(home.workloads()) : CatalogReader.readUsers(folder(own, ""));
    }

    /**
     * Reads the one that a run was made of, unless another is named: its claims decide. Nothing is claimed of commands of the user's own.
     *
     * @throws Usage if its folder is no longer there
     */
    public Catalog read(AssayHome home, RunHeader run) {
        if (run.comparesCommands()) {
            return new Catalog(home.workloads(), List.of(), Article.NONE, List.of(), "");
        }
        String then = run.options().get(NAME);
        return catalog == null && then != null
                ? CatalogReader.readUsers(folder(
                        Path.of(then),
                        " The run " + run.id() + " used it; if it was moved, give its new path with --" + NAME
                                + "=DIR."))
                : read(home);
    }

    /** What was given, as a run records it: as an absolute path. */
    public Map<String, String> recorded() {
        Path own = catalog;
        return own == null ? Map.of() : Map.of(NAME, absolute(own).toString());
    }

    private static Path absolute(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    private static Path folder(Path given, String more) {
        if (given.toString().isBlank()) {
            throw new Usage("--" + NAME + "= is empty. Give a folder with your own workloads, or omit the option.");
        }
        Path folder = absolute(given);
        if (!Files.isDirectory(folder)) {
            throw new Usage("--" + NAME + ": " + folder
                    + (Files.exists(folder) ? " is not a folder" : " does not exist")
                    + ". Give the folder that contains the suites, such as my-workloads for my-workloads/suite/name/workload.json."
                    + more);
        }
        return folder;
    }
}
